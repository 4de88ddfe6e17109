import Contracts
import Testing
import Vocabulary

@testable import Warehouse

@Suite("When a file is due, and when it is missing")
struct ReportingCalendarTests {
    /// Easter 2026, the bank holidays of May and Christmas; three terms.
    private let calendar: ReportingCalendar

    init() throws {
        let holidays = ["2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-12-25", "2026-12-28", "2027-01-01"]
        let terms = [("2025-09-03", "2025-12-19"), ("2026-01-05", "2026-03-27"), ("2026-04-13", "2026-07-21"), ("2026-09-02", "2026-12-18")]
        calendar = ReportingCalendar(
            workingDays: WorkingDays(bankHolidays: try holidays.map(Self.day)),
            terms: try terms.map { try #require(Period(from: try Self.day($0), to: try Self.day($1))) })
    }

    private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text), "\(text)") }

    private func stretch(_ text: String, _ date: String) throws -> String {
        let schedule = try #require(Schedule(text))
        return calendar.stretch(schedule, on: try Self.day(date)).map { "\($0.from) \($0.to) \($0.dueBy)" } ?? "unknown"
    }

    @Test("the stretch of each kind of schedule, by working days")
    func stretches() throws {
        for (schedule, date, expected) in [
            ("daily", "2026-09-30", "2026-09-30 2026-09-30 2026-09-30"),
            ("weekly on monday", "2026-09-30", "2026-09-28 2026-10-04 2026-09-28"),
            ("weekly on monday", "2026-05-04", "2026-05-04 2026-05-10 2026-05-05"),
            ("weekly on sunday", "2026-10-03", "2026-09-27 2026-10-03 2026-09-28"),
            ("monthly by working day 5", "2026-09-30", "2026-09-01 2026-09-30 2026-09-07"),
            ("monthly by working day 5", "2026-05-01", "2026-05-01 2026-05-31 2026-05-08"),
            ("quarterly by working day 10", "2026-04-01", "2026-04-01 2026-06-30 2026-04-16"),
            ("quarterly by working day 10", "2026-03-31", "2026-01-01 2026-03-31 2026-01-14"),
            ("yearly by 31 May", "2026-09-30", "2026-04-01 2027-03-31 2026-05-31"),
            ("yearly by 31 January", "2026-09-30", "2026-04-01 2027-03-31 2027-01-31"),
            ("yearly by 29 February", "2026-04-01", "2026-04-01 2027-03-31 2027-02-28"),
            ("termly", "2026-01-05", "2025-12-20 2026-03-27 2026-01-05"), ("termly", "2026-03-28", "2026-03-28 2026-07-21 2026-04-13"),
            ("termly", "2026-12-19", "unknown"), ("termly", "2025-12-19", "unknown"),
        ] { #expect(try stretch(schedule, date) == expected, "\(schedule) \(date)") }
    }

    private func state(_ text: String, _ date: String, _ deliveries: (String, String)...) throws -> String {
        let schedule = try #require(Schedule(text))
        let loaded = try deliveries.map { (asAt: try Self.day($0), recorded: try Self.day($1)) }
        switch calendar.state(schedule, deliveries: loaded, on: try Self.day(date)) {
        case nil: return "unknown"
        case .loaded(let next): return "next \(next)"
        case .due(let by): return "by \(by)"
        case .overdue(let since): return "since \(since)"
        }
    }

    @Test("loaded, due, overdue")
    func states() throws {
        let monthly = "monthly by working day 5"
        #expect(try state(monthly, "2026-09-30", ("2026-08-31", "2026-09-02")) == "next 2026-10-01")
        #expect(try state(monthly, "2026-10-01", ("2026-08-31", "2026-09-02")) == "by 2026-10-07")
        #expect(try state(monthly, "2026-10-07", ("2026-08-31", "2026-09-02")) == "by 2026-10-07")
        #expect(try state(monthly, "2026-10-08", ("2026-08-31", "2026-09-02")) == "since 2026-10-07")
        // Two months missing: overdue from the first day of the month on, since the older one.
        #expect(try state(monthly, "2026-11-01", ("2026-08-31", "2026-09-02")) == "since 2026-10-07")
        // Drawn the Friday before a month that begins on a Sunday, and come early.
        #expect(try state(monthly, "2026-11-02", ("2026-10-30", "2026-10-30")) == "next 2026-12-01")
        // Drawn a day too early, and come in time.
        #expect(try state(monthly, "2026-10-08", ("2026-09-28", "2026-10-02")) == "next 2026-11-01")
        // A late correction of an earlier year is no file of this month.
        #expect(try state(monthly, "2026-10-08", ("2025-03-31", "2026-10-02"), ("2026-08-31", "2026-09-02")) == "since 2026-10-07")
        #expect(try state("yearly by 31 May", "2026-06-01", ("2026-03-31", "2026-05-20")) == "next 2027-04-01")
        #expect(try state("yearly by 31 May", "2026-06-01", ("2025-03-31", "2025-05-20")) == "since 2026-05-31")
        #expect(try state("weekly on monday", "2026-10-05", ("2026-09-25", "2026-09-28")) == "by 2026-10-05")
        #expect(try state("weekly on monday", "2026-10-06", ("2026-09-25", "2026-09-28")) == "since 2026-10-05")
        #expect(try state("daily", "2026-09-29", ("2026-09-28", "2026-09-28")) == "next 2026-09-30")
        #expect(try state("daily", "2026-09-28", ("2026-09-25", "2026-09-26")) == "next 2026-09-29")
        #expect(try state("daily", "2026-09-30", ("2026-09-28", "2026-09-28")) == "by 2026-09-30")
        #expect(try state("daily", "2026-10-01", ("2026-09-28", "2026-09-28")) == "since 2026-09-30")
        #expect(try state("termly", "2026-04-12", ("2025-12-19", "2026-01-03")) == "by 2026-04-13")
        #expect(try state("termly", "2027-01-01", ("2025-12-19", "2026-01-03")) == "unknown")
    }
}
