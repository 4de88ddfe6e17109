import Testing
import Vocabulary

@Suite("Periods and quarters")
struct PeriodTests {
    private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test("Both ends belong to a period, and it does not run backwards")
    func ends() throws {
        let period = try #require(Period(from: date("2026-04-01"), to: date("2026-04-30")))
        #expect(period.days == 30)
        #expect(period.contains(period.from) && period.contains(period.to))
        #expect(!period.contains(period.from - 1) && !period.contains(period.to + 1))
        #expect(try Period(from: date("2026-04-02"), to: date("2026-04-01")) == nil)
        #expect(try Period(from: date("2026-04-01"), to: date("2026-04-01"))?.days == 1)
        #expect(try Period(from: period.to, to: date("2026-06-01"))?.overlaps(period) == true)
        #expect(try Period(from: period.to + 1, to: date("2026-06-01"))?.overlaps(period) == false)
        #expect(Period(CollectionYear(startYear: 2026)).description == "2026-04-01/2027-03-31")
    }

    @Test("The quarters of a year are its days, each once, and each day knows its quarter")
    func quarters() throws {
        for start in 2015...2030 {
            let year = CollectionYear(startYear: start)
            var day = year.start
            for number in 1...4 {
                let quarter = try #require(FinancialQuarter(year: year, number: number))
                #expect(quarter.start == day)
                while day <= quarter.end {
                    #expect(FinancialQuarter(containing: day) == quarter)
                    day = day + 1
                }
                #expect(FinancialQuarter(quarter.description) == quarter)
                #expect(quarter.next.previous == quarter && quarter < quarter.next && quarter.next.start == quarter.end + 1)
                #expect(Period(quarter).days == quarter.end - quarter.start + 1)
            }
            #expect(day == year.next.start)
        }
    }

    @Test("Written and read")
    func text() throws {
        let quarter = try #require(FinancialQuarter("2026-27-Q2"))
        #expect(quarter.description == "2026-27-Q2")
        #expect(Period(quarter).description == "2026-07-01/2026-09-30")
        #expect(FinancialQuarter("2026-27-Q4")?.start.description == "2027-01-01")
        for text in ["", "2026-27", "2026-27-Q0", "2026-27-Q5", "2026-28-Q1", "2026-27-q2", "2026-27-Q+1", "2026-27-Q2 ", "Q2"] {
            #expect(FinancialQuarter(text) == nil, "\(text)")
        }
    }
}
