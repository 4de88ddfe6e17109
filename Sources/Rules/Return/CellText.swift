import Vocabulary

/// What a cell of the return means: its text in capitals, and its date where the column has one.
enum CellText {
    /// The date of a text that is day/month/year and nothing else: day and month of one or two digits, a year of four, a day that exists. One blank
    /// before a day of one digit is passed over; days before 22 September 1677 or after 11 April 2262 are none. (Shared definitions of the
    /// validation rules: date.)
    /// - Returns: days since 2000-01-01; nil where the text is no such date.
    static func date(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
        var place = 0
        func number(_ digits: ClosedRange<Int>) -> Int? {
            var value = 0
            let start = place
            while place < text.count, place - start < digits.upperBound, case let digit = text[place] &- 0x30, digit <= 9 {
                value = value * 10 + Int(digit)
                place += 1
            }
            return digits.contains(place - start) ? value : nil
        }
        func slash() -> Bool {
            guard place < text.count, text[place] == 0x2F else { return false }
            place += 1
            return true
        }
        let isPadded = text.first == 0x20
        if isPadded { place = 1 }
        guard let day = number(1...(isPadded ? 1 : 2)), slash(), let month = number(1...2), slash(), let year = number(4...4), place == text.count,
            let date = CalendarDate(year: year, month: month, day: day)?.daysSince2000, readable.contains(date)
        else { return nil }
        return date
    }

    private static let readable: ClosedRange<Int32> = {
        let first = CalendarDate(year: 1677, month: 9, day: 22)?.daysSince2000 ?? 0
        return first...(CalendarDate(year: 2262, month: 4, day: 11)?.daysSince2000 ?? first)
    }()

    /// The text in capitals, as PostgreSQL can hold it: bytes that are no UTF-8, and NUL, become U+FFFD.
    static func capitals(_ text: UnsafeBufferPointer<UInt8>, into scratch: inout [UInt8]) {
        scratch.removeAll(keepingCapacity: true)
        var isPlain = true
        for byte in text {
            if byte >= 0x80 || byte == 0 { isPlain = false }
            scratch.append(byte &- ((0x61...0x7A).contains(byte) ? 0x20 : 0))
        }
        if isPlain { return }
        let upper = String(decoding: text, as: UTF8.self).uppercased().replacing("\0", with: "\u{FFFD}")
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: upper.utf8)
    }
}
