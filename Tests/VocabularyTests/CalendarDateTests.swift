import Foundation
import Testing
import Vocabulary

@Suite("Calendar date")
struct CalendarDateTests {
    private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test("Every day from 1900 to 2100 is the day of Foundation's calendar")
    func everyDay() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let origin = try #require(calendar.date(from: DateComponents(year: 2000, month: 1, day: 1)))
        let first = try date("1900-01-01"), last = try date("2100-12-31")
        #expect(last - first == 73_413)
        var previous: CalendarDate?
        for days in first.daysSince2000...last.daysSince2000 {
            let day = CalendarDate(daysSince2000: days)
            let wanted = calendar.dateComponents([.year, .month, .day, .weekday], from: origin.addingTimeInterval(Double(days) * 86_400))
            let (y, m, d) = day.components
            guard y == wanted.year, m == wanted.month, d == wanted.day, (day.weekday + 1) % 7 + 1 == wanted.weekday,
                (day.year, day.month, day.day) == (y, m, d), CalendarDate(year: y, month: m, day: d) == day,
                CalendarDate(day.description) == day,
                day.dayMonthYear == "\(day.description.suffix(2))/\(day.description.dropFirst(5).prefix(2))/\(y)",
                previous.map({ $0 < day && $0 + 1 == day && day - 1 == $0 && day - $0 == 1 }) ?? true
            else {
                Issue.record("day \(days): \(y)-\(m)-\(d), weekday \(day.weekday)")
                return
            }
            previous = day
        }
    }

    @Test(
        "Days that are none",
        arguments: [(2026, 6, 31), (2027, 2, 29), (1900, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (0, 1, 1), (10000, 1, 1)])
    func noSuchDay(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test("The first and the last day that can be written")
    func ends() throws {
        #expect(CalendarDate(year: 1, month: 1, day: 1)?.description == "0001-01-01")
        #expect(CalendarDate(year: 9999, month: 12, day: 31)?.description == "9999-12-31")
        #expect(CalendarDate(daysSince2000: 0).description == "2000-01-01")
        #expect(try date("2000-02-29").dayMonthYear == "29/02/2000")
    }

    @Test(
        "Only yyyy-mm-dd is read",
        arguments: [
            "", "2026-4-1", "26-04-01", "2026-04-31", "01/04/2026", "2026/04/01", " 2026-04-01", "2026-04-01 ", "2026-04-01T00:00",
            "+026-04-01",
            "2026-04--1", "２０２６-04-01", "2026-04", "2026-04-01-01",
        ])
    func refused(_ text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("Years are added as the return adds them: 29 February becomes 28 February")
    func addingYears() throws {
        #expect(try date("2024-02-29").addingYears(1) == date("2025-02-28"))
        #expect(try date("2024-02-29").addingYears(4) == date("2028-02-29"))
        #expect(try date("2024-02-29").addingYears(-1) == date("2023-02-28"))
        #expect(try date("2024-02-28").addingYears(1) == date("2025-02-28"))
        #expect(try date("2024-03-01").addingYears(1) == date("2025-03-01"))
        #expect(try date("2026-11-22").addingYears(0) == date("2026-11-22"))
    }

    @Test("A leap birthday is 28 February to the return and 1 March in law")
    func leapBirthdays() throws {
        let born = try date("2008-02-29")
        #expect(try born.returnAge(on: date("2026-02-27")) == 17)
        #expect(try born.returnAge(on: date("2026-02-28")) == 18)
        #expect(try born.legalAge(on: date("2026-02-28")) == 17)
        #expect(try born.legalAge(on: date("2026-03-01")) == 18)
        // In a leap year both fall on the day itself.
        #expect(try born.returnAge(on: date("2024-02-28")) == 15)
        #expect(try born.returnAge(on: date("2024-02-29")) == 16)
        #expect(try born.legalAge(on: date("2024-02-28")) == 15)
        #expect(try born.legalAge(on: date("2024-02-29")) == 16)
    }

    @Test("The two ages differ on one day only: 28 February of a common year, for those born on 29 February")
    func agesAgree() throws {
        for birthday in ["2007-12-31", "2008-01-01", "2008-02-28", "2008-02-29", "2008-03-01"] {
            let born = try date(birthday)
            var age = 0
            for offset in 0..<(19 * 366) {
                let day = born + offset
                let isTheDay = birthday == "2008-02-29" && day.month == 2 && day.day == 28 && !CalendarDate.isLeap(day.year)
                #expect(born.returnAge(on: day) - born.legalAge(on: day) == (isTheDay ? 1 : 0), "\(day)")
                #expect((0...1).contains(born.returnAge(on: day) - age), "\(day)")
                age = born.returnAge(on: day)
            }
            #expect(born.returnAge(on: born) == 0)
            #expect(born.legalAge(on: born - 1) == -1)
        }
    }
}
