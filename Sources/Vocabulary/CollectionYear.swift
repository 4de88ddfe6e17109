/// A year of a DfE collection: 1 April to 31 March, written `2026-27`.
public struct CollectionYear: Hashable, Comparable, Sendable, CustomStringConvertible, LosslessStringConvertible {
    /// The calendar year in which the collection year starts: 2026 for 2026-27.
    public let startYear: Int

    /// The collection year that starts on 1 April of `startYear`.
    public init(startYear: Int) { self.startYear = startYear }

    /// Reads `2026-27`; nil when the two halves do not follow one another.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let first = Int(parts[0]), let second = Int(parts[1]), first >= 1990, second == (first + 1) % 100
        else { return nil }
        self.init(startYear: first)
    }

    /// The collection year in which a day falls.
    public init(containing date: CalendarDate) {
        self.init(startYear: date.month >= 4 ? date.year : date.year - 1)
    }

    /// `2026-27`
    public var description: String {
        let end = (startYear + 1) % 100
        return "\(startYear)-\(end < 10 ? "0" : "")\(end)"
    }

    /// 1 April.
    public var start: CalendarDate { CalendarDate(year: startYear, month: 4, day: 1) ?? CalendarDate(daysSince2000: 0) }
    /// 31 March.
    public var end: CalendarDate { CalendarDate(year: startYear + 1, month: 3, day: 31) ?? CalendarDate(daysSince2000: 0) }
    /// The year after.
    public var next: CollectionYear { CollectionYear(startYear: startYear + 1) }
    /// The year before.
    public var previous: CollectionYear { CollectionYear(startYear: startYear - 1) }

    /// Whether `a` is the earlier year.
    public static func < (a: CollectionYear, b: CollectionYear) -> Bool { a.startYear < b.startYear }
}
