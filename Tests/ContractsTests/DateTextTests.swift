import TestSupport
import Testing
import Vocabulary

@testable import Contracts

@Suite("Dates as extracts write them")
struct DateTextTests {
    private func canonical(_ text: String) -> Int32? {
        Array(text.utf8).withUnsafeBufferPointer { buffer in buffer.baseAddress.flatMap { DateText.canonical($0, buffer.count) } }
    }

    @Test("Every day from 1950 to 2050, in every form that is read")
    func everyDay() throws {
        let first = try #require(CalendarDate("1950-01-01")), last = try #require(CalendarDate("2050-12-31"))
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        for days in first.daysSince2000...last.daysSince2000 {
            let date = CalendarDate(daysSince2000: days)
            let (y, m, d) = date.components
            let iso = date.description, slashed = date.dayMonthYear
            if canonical(slashed) != days || canonical(iso) != nil { Issue.record("\(iso)") }
            let forms = [
                slashed, iso, "\(d)/\(m)/\(y)", slashed.replacing("/", with: "-"), slashed.replacing("/", with: "."),
                "\(d)-\(names[m - 1])-\(y)",
                "\(slashed) 00:00", "\(iso) 00:00:00", "\(iso)T00:00:00", "\(d) \(names[m - 1]) \(y)",
            ]
            for form in forms where DateText.tolerant(form) != days { Issue.record("\(form)") }
        }
    }

    @Test(
        "More forms of one day",
        arguments: [
            "1/10/2026", "01/10/2026", "1-Oct-2026", "01-OCT-2026", "1 October 2026", "01.10.2026", "2026-10-1", "2026/10/01",
            "1 Octob 2026", "01/10/2026 0:00",
            "01/10/2026 00:00:00.000", "2026-10-01T00:00:00Z", "2026-10-01T00:00:00.0Z", "1 October 2026 00:00", "01-OCT-2026 00:00",
        ])
    func forms(_ text: String) {
        #expect(DateText.tolerant(text).map { CalendarDate(daysSince2000: $0).description } == "2026-10-01")
    }

    @Test(
        "What is no date is never read as one",
        arguments: [
            "31/06/2026", "29/02/2027", "32/01/2026", "00/01/2026", "01/00/2026", "01/13/2026", "1/4/26", "01/04/26", "01/04/026",
            "26-04-01", "01/04/20266",
            "0104/2026", "01042026", "20260401", "46113", "01/04", "04/2026", "", "/", "//", "dd/mm/yyyy", "O1/04/2026", "01/O4/2026",
            "01/04/2O26",
            "01-Ap-2026", "01-Aprx-2026", "01-Marvellous-2026", "01-Xyz-2026", "Apr 1 2026", "1st April 2026", "01/04/2026 12:30",
            "01/04/2026 x", "01/04/2026T",
            "01/04/2026 0", "01/04/2026 :", "01/04/2026 Z", "01/04/2026 00:00:00:00", "01/04/2026-", "-01/04/2026", "+1/04/2026",
            "01//2026", "01/04/-026",
            "01/04/2026/05", "unknown", "zz/04/2026", "٠١/٠٤/٢٠٢٦", "０１/０４/２０２６", "01\u{2215}04\u{2215}2026", "NaN", "0/0/0000",
            "01/01/0000",
        ])
    func refused(_ text: String) {
        #expect(canonical(text) == nil)
        #expect(DateText.tolerant(text) == nil)
    }

    @Test("One changed character never makes the canonical form lie")
    func mutations() throws {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<100_000 {
            var bytes = Array(CalendarDate(daysSince2000: Int32.random(in: -18_262...18_627, using: &generator)).dayMonthYear.utf8)
            bytes[Int.random(in: 0..<10, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            let read = bytes.withUnsafeBufferPointer { buffer in buffer.baseAddress.flatMap { DateText.canonical($0, 10) } }
            // What is read is written again exactly as it stood.
            if let read, Array(CalendarDate(daysSince2000: read).dayMonthYear.utf8) != bytes { Issue.record("\(bytes)") }
        }
        #expect(canonical("01/04/2026 ") == nil && canonical("1/4/2026") == nil && canonical("01-04-2026") == nil)
    }
}
