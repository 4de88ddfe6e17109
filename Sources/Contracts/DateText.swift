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

    private static let months: [String: Int] = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
    ]

    /// Other unmistakable forms: `d/m/yyyy`, `dd-mm-yyyy`, `dd.mm.yyyy`, `yyyy-mm-dd`, `dd-Mon-yyyy`, each also with a time of 00:00.
    /// A year of two digits is not read: nobody can know the century.
    static func tolerant(_ text: String) -> Int32? {
        var text = Substring(text)
        if let space = text.firstIndex(where: { $0 == " " || $0 == "T" }), text[..<space].count >= 8 {
            let time = text[text.index(after: space)...]
            let midnight = time.allSatisfy { $0 == "0" || $0 == ":" || $0 == "." || $0 == "Z" }
            if midnight { text = text[..<space] }
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
            let m = number(parts[1], 1...2) ?? (parts[1].count >= 3 ? months[String(parts[1].prefix(3).lowercased())] : nil)
        else { return nil }
        return CalendarDate(year: y, month: m, day: d)?.daysSince2000
    }
}
