import Testing
import Vocabulary

@Suite("Collection year")
struct CollectionYearTests {
    @Test("Written and read", arguments: [1990, 1998, 1999, 2000, 2009, 2017, 2026, 2098, 2099])
    func roundTrip(_ start: Int) throws {
        let year = CollectionYear(startYear: start)
        #expect(CollectionYear(year.description) == year)
        #expect(year.description.count == 7)
    }

    @Test("The turn of the century")
    func century() {
        #expect(CollectionYear(startYear: 1999).description == "1999-00")
        #expect(CollectionYear(startYear: 2008).description == "2008-09")
        #expect(CollectionYear("2099-00")?.startYear == 2099)
    }

    @Test(
        "What is none",
        arguments: [
            "", "2026", "2026-28", "2026-26", "2026/27", "2026-2027", "26-27", "1989-90", "2026-27 ", "2026-27-28", "+026-27", "2026-+7",
        ])
    func refused(_ text: String) {
        #expect(CollectionYear(text) == nil)
    }

    @Test("Every day of it lies in it, and the days around it do not")
    func days() throws {
        let year = CollectionYear(startYear: 2023)
        #expect(year.start.description == "2023-04-01")
        #expect(year.end.description == "2024-03-31")
        #expect(year.end - year.start == 365)
        for day in year.start.daysSince2000...year.end.daysSince2000 {
            #expect(CollectionYear(containing: CalendarDate(daysSince2000: day)) == year)
        }
        #expect(CollectionYear(containing: year.start - 1) == year.previous)
        #expect(CollectionYear(containing: year.end + 1) == year.next)
        #expect(year.previous < year && year < year.next)
        #expect(year.next.start == year.end + 1)
    }
}
