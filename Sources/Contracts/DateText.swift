import Vocabulary

/// Reads dates as extracts write them.
enum DateText {
    /// `dd/mm/yyyy` and nothing else: the form that needs no note of how it was written.
    @inline(__always)
    static func canonical(_ p: UnsafePointer<UInt8>, _ count: Int) -> Int32? {
        guard count == 10, p[2] == 0x2F, p[5] == 0x2F else { return nil }
        @inline(__always) func digit(_ i: Int) -> Int { Int(p[i]) &- 0x30 }
        let d1 = digit(0), d2 = digit(1), m1 = digit(3), m2 = digit(4), y1 = digit(6), y2 = digit(7), y3 = digit(8), y4 = digit(9)
        let all = UInt(bitPattern: d1) | UInt(bitPattern: d2) | UInt(bitPattern: m1) | UInt(bitPattern: m2)
        let years = UInt(bitPattern: y1) | UInt(bitPattern: y2) | UInt(bitPattern: y3) | UInt(bitPattern: y4)
        guard all | years <= 15, d1 <= 9, d2 <= 9, m1 <= 9, m2 <= 9, y1 <= 9, y2 <= 9, y3 <= 9, y4 <= 9 else { return nil }
        return CalendarDate(year: y1 * 1000 + y2 * 100 + y3 * 10 + y4, month: m1 * 10 + m2, day: d1 * 10 + d2)?.daysSince2000
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]

    /// The month that a word of at least three letters begins: `Sep`, `Sept`, `SEPTEMBER`.
    private static func month(_ word: Substring) -> Int? {
        let word = word.lowercased()
        guard word.utf8.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }

    /// Whether a text says midnight: `00:00`, `0:00:00`, `00:00:00.000`, each also with `Z`.
    private static func isMidnight(_ text: Substring) -> Bool {
        let parts = (text.last == "Z" ? text.dropLast() : text).split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) else { return false }
        for (index, part) in parts.enumerated() {
            let halves = part.split(separator: ".", omittingEmptySubsequences: false)
            let digits = halves.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 == 0x30 } }
            guard digits, halves.count == 1 || (halves.count == 2 && index == 2),
                halves[0].count == 2 || (halves[0].count == 1 && index == 0)
            else {
                return false
            }
        }
        return true
    }

    /// Other unmistakable forms: `d/m/yyyy`, `dd-mm-yyyy`, `dd.mm.yyyy`, `yyyy-mm-dd`, `dd-Mon-yyyy`, each also with a time of 00:00.
    /// A year of two digits is not read: nobody can know the century.
    static func tolerant(_ text: String) -> Int32? {
        var text = Substring(text)
        if let mark = text.lastIndex(where: { $0 == " " || $0 == "T" }), isMidnight(text[text.index(after: mark)...]) {
            text = text[..<mark]
        }
        let parts = text.split(omittingEmptySubsequences: false) { "/-. ".contains($0) }
        guard parts.count == 3 else { return nil }
        func number(_ part: Substring, _ digits: ClosedRange<Int>) -> Int? {
            digits.contains(part.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        if parts[0].count == 4 {
            guard let y = number(parts[0], 4...4), let m = number(parts[1], 1...2), let d = number(parts[2], 1...2) else { return nil }
            return CalendarDate(year: y, month: m, day: d)?.daysSince2000
        }
        guard let d = number(parts[0], 1...2), let y = number(parts[2], 4...4),
            let m = number(parts[1], 1...2) ?? month(parts[1])
        else { return nil }
        return CalendarDate(year: y, month: m, day: d)?.daysSince2000
    }
}
