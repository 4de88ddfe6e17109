/// A day of the Gregorian calendar, without time or zone.
///
/// Stored as days since 2000-01-01, which is also how PostgreSQL sends a `date` in binary form.
/// Dates never come from a clock inside logic: they are read, computed or passed in.
public struct CalendarDate: Hashable, Comparable, Sendable {
    /// Days since 2000-01-01; negative before it.
    public let daysSince2000: Int32

    /// The day that lies `daysSince2000` days after 2000-01-01.
    public init(daysSince2000: Int32) { self.daysSince2000 = daysSince2000 }

    /// The day with these numbers, or nil where there is no such day (31 June, month 13, year 0).
    /// - Parameters:
    ///   - year: 1 to 9999
    ///   - month: 1 to 12
    ///   - day: 1 to the month's last day
    @inlinable
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.days(inMonth: month, year: year)
        else { return nil }
        self.daysSince2000 = Int32(CalendarDate.dayNumber(year, month, day))
    }

    /// Days in a month.
    @inlinable
    public static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: return isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    /// Whether the year has a 29 February.
    @inlinable
    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// Day number by the civil-calendar algorithm on years that start in March, so that the leap day is a year's last day.
    @usableFromInline
    static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 730_425
    }

    /// Year, month and day.
    public var components: (year: Int, month: Int, day: Int) {
        let z = Int(daysSince2000) + 730_425
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * mp + 2) / 5 + 1
        let month = mp < 10 ? mp + 3 : mp - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The calendar year.
    public var year: Int { components.year }
    /// The month, 1 to 12.
    public var month: Int { components.month }
    /// The day of the month.
    public var day: Int { components.day }

    /// 0 is Monday, 6 is Sunday.
    public var weekday: Int { ((Int(daysSince2000) + 5) % 7 + 7) % 7 }

    /// Whether `a` is the earlier day.
    public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.daysSince2000 < b.daysSince2000 }

    /// The day `days` later.
    public static func + (date: CalendarDate, days: Int) -> CalendarDate {
        CalendarDate(daysSince2000: date.daysSince2000 + Int32(days))
    }

    /// The day `days` earlier.
    public static func - (date: CalendarDate, days: Int) -> CalendarDate { date + -days }

    /// Days from `other` to `date`.
    public static func - (date: CalendarDate, other: CalendarDate) -> Int {
        Int(date.daysSince2000) - Int(other.daysSince2000)
    }

    /// The same day and month `years` later; 29 February becomes 28 February in a common year.
    ///
    /// This is the arithmetic of the SSDA903 rules (and of PostgreSQL's `date + interval`), not age in law.
    public func addingYears(_ years: Int) -> CalendarDate {
        let (y, m, d) = components
        return CalendarDate(year: y + years, month: m, day: d)
            ?? CalendarDate(year: y + years, month: m, day: CalendarDate.days(inMonth: m, year: y + years))
            ?? self
    }

    /// Age in completed years on `date`, by the return's arithmetic (a 29 February birthday falls on 28 February).
    public func returnAge(on date: CalendarDate) -> Int {
        let years = date.year - year
        return addingYears(years) <= date ? years : years - 1
    }

    /// Age in completed years on `date`, in law (a 29 February birthday falls on 1 March in common years).
    public func legalAge(on date: CalendarDate) -> Int {
        let (y, m, d) = components
        let (ty, tm, td) = date.components
        return (tm, td) >= (m, d) ? ty - y : ty - y - 1
    }
}

extension CalendarDate: CustomStringConvertible, LosslessStringConvertible {
    /// ISO 8601, `yyyy-mm-dd`.
    public var description: String {
        let (y, m, d) = components
        return "\(pad(y, 4))-\(pad(m, 2))-\(pad(d, 2))"
    }

    /// The day in the form of the DfE returns, `dd/mm/yyyy`.
    public var dayMonthYear: String {
        let (y, m, d) = components
        return "\(pad(d, 2))/\(pad(m, 2))/\(pad(y, 4))"
    }

    /// Reads ISO 8601 `yyyy-mm-dd`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let y = Int(parts[0]), let m = Int(parts[1]), let d = Int(parts[2])
        else { return nil }
        self.init(year: y, month: m, day: d)
    }

    private func pad(_ n: Int, _ width: Int) -> String {
        let s = String(n)
        return String(repeating: "0", count: max(0, width - s.count)) + s
    }
}
