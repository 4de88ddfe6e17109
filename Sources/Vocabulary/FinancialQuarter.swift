/// A quarter of the financial year, which is also the collection year: Q1 is April to June. Written `2026-27-Q2`.
public struct FinancialQuarter: Hashable, Comparable, Sendable, CustomStringConvertible, LosslessStringConvertible {
    /// The year it belongs to.
    public let year: CollectionYear
    /// 1 to 4.
    public let number: Int

    /// The quarter; nil where the number is not 1 to 4.
    public init?(year: CollectionYear, number: Int) {
        guard (1...4).contains(number) else { return nil }
        self.year = year
        self.number = number
    }

    /// The quarter in which a day falls.
    public init(containing date: CalendarDate) {
        year = CollectionYear(containing: date)
        number = (date.month + 8) % 12 / 3 + 1
    }

    /// Reads `2026-27-Q2`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-Q", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 1, let year = CollectionYear(String(parts[0])), let number = Int(parts[1]) else {
            return nil
        }
        self.init(year: year, number: number)
    }

    /// `2026-27-Q2`
    public var description: String { "\(year)-Q\(number)" }

    /// The first day: 1 April, 1 July, 1 October or 1 January.
    public var start: CalendarDate {
        let start = CalendarDate(year: number == 4 ? year.startYear + 1 : year.startYear, month: number == 4 ? 1 : number * 3 + 1, day: 1)
        return start ?? year.start
    }

    /// The last day.
    public var end: CalendarDate { next.start - 1 }

    /// The quarter after.
    public var next: FinancialQuarter {
        number == 4 ? FinancialQuarter(unchecked: year.next, 1) : FinancialQuarter(unchecked: year, number + 1)
    }

    /// The quarter before.
    public var previous: FinancialQuarter {
        number == 1 ? FinancialQuarter(unchecked: year.previous, 4) : FinancialQuarter(unchecked: year, number - 1)
    }

    private init(unchecked year: CollectionYear, _ number: Int) {
        self.year = year
        self.number = number
    }

    /// Whether `a` is the earlier quarter.
    public static func < (a: FinancialQuarter, b: FinancialQuarter) -> Bool { (a.year, a.number) < (b.year, b.number) }
}
