import Contracts
import Formats
import Vocabulary

/// When files are due: schedules on the working days and school terms of `config/calendars`.
public struct ReportingCalendar: Sendable {
    /// A stretch of time for which a file is due.
    public struct Stretch: Sendable, Equatable {
        /// The first day; a file shows the position at the end of the day before.
        public let from: CalendarDate
        /// The last day.
        public let to: CalendarDate
        /// The day by whose end the file is due.
        public let dueBy: CalendarDate
    }

    /// How a feed stands on a day.
    public enum State: Sendable, Equatable {
        /// The file of this stretch was loaded; the next stretch begins on that day.
        case loaded(next: CalendarDate)
        /// The file of this stretch is due by the end of that day.
        case due(by: CalendarDate)
        /// It was due by the end of that day.
        case overdue(since: CalendarDate)
    }

    private let workingDays: WorkingDays
    /// School terms, in order.
    private let terms: [Period]

    /// A calendar of those bank holidays and terms.
    public init(workingDays: WorkingDays, terms: [Period]) {
        self.workingDays = workingDays
        self.terms = terms.sorted { $0.from < $1.from }
    }

    /// The calendar of `config/calendars`.
    /// - Throws: `FormatError` where a file cannot be read.
    public init(home: Home) throws {
        func rows(_ name: String) throws -> [[String: String]] {
            var reader = try DelimitedReader(path: home.folder + "/config/calendars/" + name)
            var row = FieldRow()
            var rows: [[String: String]] = []
            while try reader.next(into: &row) {
                rows.append(Dictionary(zip(reader.header, (0..<row.count).map { row.text($0) }), uniquingKeysWith: { a, _ in a }))
            }
            return rows
        }
        let holidays = try rows("bank_holidays_england.csv").compactMap { $0["date"].flatMap { CalendarDate($0) } }
        let terms = try rows("school_terms.csv").compactMap { row -> Period? in
            guard let from = row["starts"].flatMap({ CalendarDate($0) }), let to = row["ends"].flatMap({ CalendarDate($0) }) else { return nil }
            return Period(from: from, to: to)
        }
        self.init(workingDays: WorkingDays(bankHolidays: holidays), terms: terms)
    }

    /// The stretch in which a day lies; nil for a day beyond the known school terms.
    public func stretch(_ schedule: Schedule, on date: CalendarDate) -> Stretch? {
        switch schedule {
        case .daily: return Stretch(from: date, to: date, dueBy: date)
        case .weekly(let weekday):
            let from = date - (date.weekday - weekday + 7) % 7
            return Stretch(from: from, to: from + 6, dueBy: workingDays.contains(from) ? from : workingDays.adding(1, to: from))
        case .monthly(let day):
            let from = date - (date.day - 1)
            let to = from + (CalendarDate.days(inMonth: from.month, year: from.year) - 1)
            return Stretch(from: from, to: to, dueBy: workingDays.adding(day, to: from - 1))
        case .quarterly(let day):
            let quarter = FinancialQuarter(containing: date)
            return Stretch(from: quarter.start, to: quarter.end, dueBy: workingDays.adding(day, to: quarter.start - 1))
        case .yearly(let month, let day):
            let year = CollectionYear(containing: date)
            let number = month >= 4 ? year.startYear : year.startYear + 1
            let dueBy = CalendarDate(year: number, month: month, day: min(day, CalendarDate.days(inMonth: month, year: number)))
            return dueBy.map { Stretch(from: year.start, to: year.end, dueBy: $0) }
        case .termly:
            // A term's file is due when the next term begins: the stretch begins after one term and ends with the next.
            guard let index = terms.firstIndex(where: { date <= $0.to }), index > 0 else { return nil }
            return Stretch(from: terms[index - 1].to + 1, to: terms[index].to, dueBy: terms[index].from)
        }
    }

    /// How a feed stands: whether the file of the day's stretch was loaded, is due, or is missing.
    /// - Parameter deliveries: those loaded: the day each shows and the day it was recorded
    /// - Returns: nil where the calendar does not reach so far.
    public func state(_ schedule: Schedule, deliveries: [(asAt: CalendarDate, recorded: CalendarDate)], on date: CalendarDate) -> State? {
        guard let present = stretch(schedule, on: date) else { return nil }
        if isLoaded(present, schedule, deliveries) { return .loaded(next: present.to + 1) }
        if date > present.dueBy { return .overdue(since: present.dueBy) }
        if let before = stretch(schedule, on: present.from - 1), !isLoaded(before, schedule, deliveries) { return .overdue(since: before.dueBy) }
        return .due(by: present.dueBy)
    }

    /// A file answers a stretch when it shows the position of the last working day before it or a later one; or when it came in the stretch
    /// and is at most one stretch older. A late correction of some earlier year does not.
    private func isLoaded(_ stretch: Stretch, _ schedule: Schedule, _ deliveries: [(asAt: CalendarDate, recorded: CalendarDate)]) -> Bool {
        let position = workingDays.adding(-1, to: stretch.from)
        let before = self.stretch(schedule, on: stretch.from - 1)?.from ?? position
        return deliveries.contains { $0.asAt >= position || ($0.recorded >= stretch.from && $0.asAt >= before) }
    }
}
