/// Days from one to another, both included.
public struct Period: Hashable, Sendable, CustomStringConvertible {
    /// The first day.
    public let from: CalendarDate
    /// The last day.
    public let to: CalendarDate

    /// The days from `from` to `to`; nil where `to` is earlier.
    public init?(from: CalendarDate, to: CalendarDate) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
    }

    /// The days of a collection year.
    public init(_ year: CollectionYear) {
        from = year.start
        to = year.end
    }

    /// The days of a financial quarter.
    public init(_ quarter: FinancialQuarter) {
        from = quarter.start
        to = quarter.end
    }

    /// How many days it has, at least 1.
    public var days: Int { to - from + 1 }

    /// Whether a day lies in it.
    public func contains(_ date: CalendarDate) -> Bool { from <= date && date <= to }

    /// Whether it shares a day with another.
    public func overlaps(_ other: Period) -> Bool { from <= other.to && other.from <= to }

    /// ISO 8601, `2026-04-01/2027-03-31`.
    public var description: String { "\(from)/\(to)" }
}
