/// Which days are working days: Monday to Friday without the bank holidays of England.
///
/// Statutory time limits are counted in them, as in "within 10 working days" of the Care Planning, Placement and Case Review
/// (England) Regulations 2010, regulation 2: any day other than a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday
/// in England and Wales.
public struct WorkingDays: Sendable {
    /// Bank holidays that are no Saturday and no Sunday, in order.
    private let holidays: [CalendarDate]

    /// - Parameter bankHolidays: those of every year asked about, Christmas Day and Good Friday among them; days of a weekend do not matter.
    public init(bankHolidays: some Sequence<CalendarDate>) {
        holidays = Set(bankHolidays.filter { $0.weekday < 5 }).sorted()
    }

    /// Whether the day is a working day.
    public func contains(_ date: CalendarDate) -> Bool {
        guard date.weekday < 5 else { return false }
        let place = holidaysBefore(date)
        return place == holidays.count || holidays[place] != date
    }

    /// The working day that is `days` working days after `date`, or before it where `days` is negative; `date` itself for 0.
    ///
    /// The day of the event is not counted: one working day after a Friday, and after the Saturday that follows, is Monday.
    public func adding(_ days: Int, to date: CalendarDate) -> CalendarDate {
        let step = days < 0 ? -1 : 1
        var left = abs(days)
        var day = date
        while left > 0 {
            day = day + step
            if contains(day) { left -= 1 }
        }
        return day
    }

    /// How many working days lie after `from` up to and with `to`; negative, counted the same way, where `to` is earlier.
    public func count(after from: CalendarDate, through to: CalendarDate) -> Int {
        if to < from { return -count(after: to, through: from) }
        return weekdays(before: to + 1) - weekdays(before: from + 1) - (holidaysBefore(to + 1) - holidaysBefore(from + 1))
    }

    /// Mondays to Fridays from a Monday long ago up to, without, a day.
    private func weekdays(before date: CalendarDate) -> Int {
        // 2000-01-03 was a Monday.
        let days = Int(date.daysSince2000) - 2
        let weeks = days >= 0 ? days / 7 : (days - 6) / 7
        return weeks * 5 + min(days - weeks * 7, 5)
    }

    /// How many of the holidays are earlier than a day, by halving.
    private func holidaysBefore(_ date: CalendarDate) -> Int {
        var low = 0, high = holidays.count
        while low < high {
            let middle = (low + high) / 2
            if holidays[middle] < date { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
