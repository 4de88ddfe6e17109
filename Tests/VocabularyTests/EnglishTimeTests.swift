import Testing
import Vocabulary

@Suite("Clock time in England")
struct EnglishTimeTests {
    private func moment(_ day: String, _ hours: Int64, _ minutes: Int64) throws -> String {
        let date = try #require(CalendarDate(day))
        return EnglishTime.text(microsecondsSince2000: EnglishTime.moment(date, microseconds: (hours * 60 + minutes) * 60_000_000))
    }

    @Test("winter and summer")
    func seasons() throws {
        #expect(try moment("2026-01-15", 14, 5) == "2026-01-15T14:05:00+00:00")
        #expect(try moment("2026-07-01", 14, 5) == "2026-07-01T14:05:00+01:00")
    }

    @Test("the clocks go forward at 01:00 on the last Sunday of March")
    func spring() throws {
        #expect(try moment("2026-03-29", 0, 59) == "2026-03-29T00:59:00+00:00")
        #expect(try moment("2026-03-29", 1, 30) == "2026-03-29T02:30:00+01:00")
        #expect(try moment("2026-03-29", 2, 0) == "2026-03-29T02:00:00+01:00")
    }

    @Test("the hour that comes twice on the last Sunday of October is the earlier one")
    func autumn() throws {
        #expect(try moment("2026-10-25", 0, 59) == "2026-10-25T00:59:00+01:00")
        #expect(try moment("2026-10-25", 1, 30) == "2026-10-25T01:30:00+01:00")
        #expect(try moment("2026-10-25", 2, 0) == "2026-10-25T02:00:00+00:00")
    }

    @Test("a 31st that is itself a Sunday; days before 2000")
    func edges() throws {
        #expect(try moment("2024-03-31", 3, 0) == "2024-03-31T03:00:00+01:00")
        #expect(try moment("1999-12-31", 23, 59) == "1999-12-31T23:59:00+00:00")
        #expect(try moment("1999-06-01", 0, 0) == "1999-06-01T00:00:00+01:00")
    }
}
