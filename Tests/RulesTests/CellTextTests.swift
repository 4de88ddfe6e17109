import Testing
import Vocabulary

@testable import Rules

@Suite("What a cell means")
struct CellTextTests {
    private func date(_ text: String) -> String? {
        Array(text.utf8).withUnsafeBufferPointer { CellText.date($0) }.map { CalendarDate(daysSince2000: $0).description }
    }

    @Test(
        "a date is day/month/year and nothing else",
        arguments: [
            ("01/05/2026", "2026-05-01"), ("1/5/2026", "2026-05-01"), (" 1/5/2026", "2026-05-01"), ("29/02/2024", "2024-02-29"),
            ("22/09/1677", "1677-09-22"), ("11/04/2262", "2262-04-11"), ("31/12/1999", "1999-12-31"),
        ])
    func readable(text: String, expected: String) { #expect(date(text) == expected) }

    @Test(
        "everything else is unreadable",
        arguments: [
            "", " ", "31/06/2026", "29/02/2027", "01-05-2026", "2026-05-01", "01/05/26", "01/05/02026", "001/05/2026", "01/05/2026 ", " 01/05/2026",
            "  1/5/2026",
            "01/05/2026 00:00", "1/13/2026", "0/5/2026", "21/09/1677", "12/04/2262", "1/5/", "/5/2026", "a/b/cccc", "٠١/٠٥/٢٠٢٦", "01/05/2026\0",
        ])
    func unreadable(text: String) { #expect(date(text) == nil) }

    @Test(
        "text is in capitals and not trimmed",
        arguments: [
            ("e4a", "E4A"), (" M ", " M "), ("straße", "STRASSE"), ("é", "É"), ("a\0b", "A\u{FFFD}B"), ("", ""), ("ab,\"c", "AB,\"C"),
        ])
    func capitals(text: String, expected: String) { #expect(text.withCapitals() == expected) }

    @Test("bytes that are no UTF-8 become the replacement character")
    func broken() {
        var scratch: [UInt8] = []
        [0x61, 0xFF, 0x62].withUnsafeBufferPointer { CellText.capitals($0, into: &scratch) }
        #expect(String(decoding: scratch, as: UTF8.self) == "A\u{FFFD}B")
    }

    @Test("children are numbered by their text")
    func children() {
        let children = ChildNumbers()
        let texts = (0..<20_000).map { Array("C\($0 % 10_000)".utf8) }
        let numbers = texts.map { children.number(of: $0) }
        #expect(children.count == 10_000)
        #expect(Array(numbers[..<10_000]) == Array(numbers[10_000...]))
        #expect(Set(numbers).count == 10_000)
        let (bytes, ends) = children.all()
        #expect(String(decoding: bytes[ends[41]..<ends[42]], as: UTF8.self) == "C41")
    }

    @Test("a set of rows keeps order and holds a row once")
    func rows() {
        var set = RowSet(limit: 130)
        let inserted = [130, 1, 64, 63, 64, 65, 1].map { set.insert($0) }
        #expect(!inserted.contains(false))
        let strays = [0, 131, -5].map { set.insert($0) }
        #expect(!strays.contains(true))
        var found: [Int] = []
        set.forEach { found.append($0) }
        #expect(found == [1, 63, 64, 65, 130] && set.count == 5)
        #expect(set.contains(130) && !set.contains(2) && !set.contains(500))
    }
}
