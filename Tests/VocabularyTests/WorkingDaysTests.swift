import Foundation
import TestSupport
import Testing
import Vocabulary

/// The working days found by looking at every day.
private struct ObviousWorkingDays {
    let bankHolidays: Set<CalendarDate>

    func contains(_ date: CalendarDate) -> Bool { date.weekday != 5 && date.weekday != 6 && !bankHolidays.contains(date) }

    func count(after from: CalendarDate, through to: CalendarDate) -> Int {
        if to < from { return -count(after: to, through: from) }
        return (0..<(to - from)).filter { contains(from + 1 + $0) }.count
    }
}

@Suite("Working days")
struct WorkingDaysTests {
    private static func bankHolidays() throws -> [CalendarDate] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("config/calendars/bank_holidays_england.csv"), encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { CalendarDate(String($0.prefix(10))) }
    }

    private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test("Christmas 2026, when Boxing Day is a Saturday and its bank holiday the Monday after")
    func christmas() throws {
        let days = WorkingDays(bankHolidays: try Self.bankHolidays())
        let eve = try date("2026-12-24")
        #expect(days.contains(eve))
        #expect(try !days.contains(date("2026-12-25")) && !days.contains(date("2026-12-26")) && !days.contains(date("2026-12-28")))
        #expect(try days.adding(1, to: eve) == date("2026-12-29"))
        #expect(try days.adding(-1, to: date("2026-12-29")) == eve)
        #expect(try days.count(after: eve, through: date("2026-12-29")) == 1)
        #expect(try days.count(after: eve, through: date("2026-12-28")) == 0)
        #expect(try days.count(after: date("2026-12-29"), through: eve) == -1)
    }

    @Test("From a day off, the first working day after it is one working day later")
    func fromADayOff() throws {
        let days = WorkingDays(bankHolidays: [])
        #expect(try days.adding(1, to: date("2026-11-20")) == date("2026-11-23"))
        #expect(try days.adding(1, to: date("2026-11-21")) == date("2026-11-23"))
        #expect(try days.adding(-1, to: date("2026-11-22")) == date("2026-11-20"))
        #expect(try days.adding(0, to: date("2026-11-22")) == date("2026-11-22"))
    }

    @Test("The same as looking at every day, from 1996 to 2031 and with random holidays on any weekday")
    func property() throws {
        var generator = SeededGenerator(seed: 11)
        let first = try date("1996-01-01")
        let length = 35 * 365
        let random = (0..<400).map { _ in first + Int.random(in: 0..<length, using: &generator) }
        for holidays in [[], try Self.bankHolidays(), random] {
            let days = WorkingDays(bankHolidays: holidays)
            let obvious = ObviousWorkingDays(bankHolidays: Set(holidays))
            for offset in 0..<length {
                #expect(days.contains(first + offset) == obvious.contains(first + offset))
            }
            for _ in 0..<2000 {
                let from = first + Int.random(in: 0..<length, using: &generator)
                let to = from + Int.random(in: -200...200, using: &generator)
                #expect(days.count(after: from, through: to) == obvious.count(after: from, through: to), "\(from) to \(to)")
                let n = Int.random(in: 1...120, using: &generator)
                let later = days.adding(n, to: from)
                #expect(obvious.contains(later) && obvious.count(after: from, through: later) == n, "\(from) + \(n)")
                let earlier = days.adding(-n, to: from)
                #expect(obvious.contains(earlier) && obvious.count(after: earlier - 1, through: from - 1) == n, "\(from) - \(n)")
            }
        }
    }
}
