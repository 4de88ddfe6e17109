import Formats
import Vocabulary

/// Reads dates as extracts write them.
public enum DateText {
    /// The day that a date, or a date with a time, names; nil where it is neither.
    public static func day(_ text: String) -> CalendarDate? {
        let text = text.trimmingBlanks()
        if let days = tolerant(text) { return CalendarDate(daysSince2000: days) }
        return moment(text).map { EnglishTime.local($0.microseconds).date }
    }

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

    /// What databases write, which is most of what comes: `yyyy-mm-dd`, and with a time `yyyy-mm-ddThh:mm:ss` or with a blank for the T.
    private static func iso(_ text: String) -> (days: Int32, microseconds: Int64)? {
        var text = text
        return text.withUTF8 { iso($0) }
    }

    private static func iso(_ p: UnsafeBufferPointer<UInt8>) -> (days: Int32, microseconds: Int64)? {
        guard p.count == 10 || p.count == 19, p[4] == 0x2D, p[7] == 0x2D else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for i in range {
                guard (0x30...0x39).contains(p[i]) else { return nil }
                value = value * 10 + Int(p[i]) - 0x30
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        guard p.count == 19 else { return (date.daysSince2000, 0) }
        guard p[10] == 0x54 || p[10] == 0x20, p[13] == 0x3A, p[16] == 0x3A, let hours = number(11..<13), hours < 24, let minutes = number(14..<16),
            minutes < 60, let seconds = number(17..<19), seconds < 60
        else { return nil }
        return (date.daysSince2000, Int64((hours * 60 + minutes) * 60 + seconds) * 1_000_000)
    }

    /// `yyyy-mm-dd hh:mm:ss` and nothing else: the form that needs no note where the contract says so.
    static func stamp(_ p: UnsafeBufferPointer<UInt8>) -> (days: Int32, microseconds: Int64)? {
        p.count == 19 && p[10] == 0x20 ? iso(p) : nil
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
        if let iso = iso(text) { return iso.microseconds == 0 ? iso.days : nil }
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

extension DateText {
    /// A date with a time: `dd/mm/yyyy hh:mm` (canonical), with seconds, with a `T`, in any of the forms of a date; a zone (`Z`, `+01:00`)
    /// where it is written, else the time of England. A date alone is its midnight.
    static func moment(_ text: String) -> (microseconds: Int64, isCanonical: Bool)? {
        if let iso = iso(text) { return (EnglishTime.moment(CalendarDate(daysSince2000: iso.days), microseconds: iso.microseconds), false) }
        if let days = tolerant(text) {
            return (EnglishTime.moment(CalendarDate(daysSince2000: days), microseconds: 0), false)
        }
        // The time is what follows the last blank or T that has a colon behind it.
        guard let colon = text.firstIndex(of: ":"), let mark = text[..<colon].lastIndex(where: { $0 == " " || $0 == "T" }),
            let days = tolerant(text[..<mark].trimmingBlanks())
        else { return nil }
        var clock = Substring(text[text.index(after: mark)...])
        var offset: Int64?
        if clock.last == "Z" {
            offset = 0
            clock = clock.dropLast()
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let zone = clock[clock.index(after: sign)...].split(separator: ":", omittingEmptySubsequences: false)
            let digits = zone.joined()
            guard digits.count == 4 || digits.count == 2, let hours = Int64(digits.prefix(2)), let minutes = Int64("0" + digits.dropFirst(2)), minutes < 60,
                hours <= 14
            else { return nil }
            offset = (hours * 60 + minutes) * (clock[sign] == "-" ? -1 : 1)
            clock = clock[..<sign]
        }
        var afternoon: Bool?
        let lower = clock.lowercased()
        if lower.hasSuffix("am") || lower.hasSuffix("pm") {
            afternoon = lower.hasSuffix("pm")
            clock = Substring(clock.dropLast(2).description.trimmingBlanks())
        }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts[1].count == 2, var hours = Int64(parts[0]), (0...23).contains(hours), let minutes = Int64(parts[1]),
            (0...59).contains(minutes)
        else { return nil }
        if let afternoon {
            guard (1...12).contains(hours) else { return nil }
            hours = hours % 12 + (afternoon ? 12 : 0)
        }
        var microseconds = (hours * 60 + minutes) * 60_000_000
        if parts.count == 3 {
            let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
            guard seconds.count <= 2, let whole = Int64(seconds[0]), (0...59).contains(whole), seconds[0].count == 2 else { return nil }
            microseconds += whole * 1_000_000
            if seconds.count == 2 {
                guard let fraction = Int64((seconds[1] + "000000").prefix(6)), fraction >= 0 else { return nil }
                microseconds += fraction
            }
        }
        let date = CalendarDate(daysSince2000: days)
        if let offset {
            return (Int64(days) * 86_400_000_000 + microseconds - offset * 60_000_000, false)
        }
        let isCanonical = text.utf8.count == 16 && text.utf8.dropFirst(2).first == 0x2F && parts.count == 2 && parts[0].count == 2
        return (EnglishTime.moment(date, microseconds: microseconds), isCanonical)
    }
}

/// A date in ISO form, as bytes.
enum ISODate {
    static func append(_ days: Int32, to out: inout [UInt8]) {
        let (y, m, d) = CalendarDate(daysSince2000: days).components
        func two(_ n: Int) {
            out.append(UInt8(truncatingIfNeeded: 0x30 + n / 10 % 10))
            out.append(UInt8(truncatingIfNeeded: 0x30 + n % 10))
        }
        two(y / 100)
        two(y % 100)
        out.append(UInt8(ascii: "-"))
        two(m)
        out.append(UInt8(ascii: "-"))
        two(d)
    }
}
