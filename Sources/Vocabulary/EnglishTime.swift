/// Clock time in England: Greenwich Mean Time, and British Summer Time from 01:00 UTC on the last Sunday of March to 01:00 UTC on the
/// last Sunday of October.
///
/// Source: the Summer Time Act 1972 as amended by the Summer Time Order 2002. Before 1996 summer time ended on other days; extracts hold
/// no clock times so old.
public enum EnglishTime {
    private static let hour: Int64 = 3_600_000_000
    private static let day: Int64 = 24 * hour

    /// The moment of a clock time in England, in microseconds since 2000-01-01 00:00 UTC.
    ///
    /// A time that the clocks showed twice is the earlier one (still summer time); one that they left out is as many minutes after the
    /// change (the clock had not been put forward).
    /// - Parameter microseconds: since midnight
    public static func moment(_ date: CalendarDate, microseconds: Int64) -> Int64 {
        let local = Int64(date.daysSince2000) * day + microseconds
        // Read as summer time, is it in summer? Then it is; the hour that is left out comes before it, and is read as winter time.
        return isSummer(local - hour) ? local - hour : local
    }

    /// Whether the moment lies in British Summer Time.
    public static func isSummer(_ moment: Int64) -> Bool {
        let date = CalendarDate(daysSince2000: Int32((moment >= 0 ? moment : moment - day + 1) / day))
        return change(date.year, month: 3) <= moment && moment < change(date.year, month: 10)
    }

    /// 01:00 UTC on the last Sunday of the month.
    private static func change(_ year: Int, month: Int) -> Int64 {
        guard let last = CalendarDate(year: year, month: month, day: 31) else { return 0 }
        let sunday = last - (last.weekday + 1) % 7
        return Int64(sunday.daysSince2000) * day + hour
    }

    /// The day and the microseconds since midnight that clocks in England showed at a moment.
    public static func local(_ moment: Int64) -> (date: CalendarDate, microseconds: Int64) {
        let shown = isSummer(moment) ? moment + hour : moment
        let days = (shown >= 0 ? shown : shown - day + 1) / day
        return (CalendarDate(daysSince2000: Int32(days)), shown - days * day)
    }

    /// ISO 8601 to the second with the offset that was in force: `2026-07-01T14:05:00+01:00`.
    public static func text(microsecondsSince2000 moment: Int64) -> String {
        let (date, time) = local(moment)
        let seconds = time / 1_000_000
        func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : String(n) }
        return "\(date)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))\(isSummer(moment) ? "+01:00" : "+00:00")"
    }
}
