import Testing

@testable import Contracts

@Suite("When files are due")
struct ScheduleTests {
    @Test("what a contract may say, and nothing else")
    func read() {
        for (text, schedule) in [
            ("daily", Schedule.daily), ("weekly on Monday", .weekly(weekday: 0)), ("weekly on sunday", .weekly(weekday: 6)),
            ("monthly by working day 5", .monthly(workingDay: 5)), ("termly", .termly), ("quarterly by working day 15", .quarterly(workingDay: 15)),
            ("yearly by 31 May", .yearly(month: 5, day: 31)), ("yearly by 29 february", .yearly(month: 2, day: 29)),
        ] { #expect(Schedule(text) == schedule, "\(text)") }
        for text in [
            "", "weekly", "daily by working day 2", "weekly on mon", "monthly", "monthly by working day", "monthly by working day 0",
            "monthly by working day 21", "monthly by day 5", "quarterly by working day 61", "yearly by 31 June", "yearly by May", "yearly on 31 May",
            "now and then",
        ] { #expect(Schedule(text) == nil, "\(text)") }
    }
}
