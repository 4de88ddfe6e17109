import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Contracts

@Suite("Code lists")
struct CodeSetTests {
    @Test(
        "A spelling without case, punctuation and runs of blanks",
        arguments: [
            ("Full care order", "full care order"), ("  FULL   CARE-ORDER. ", "full care order"),
            ("C2 - Full care order", "c2 full care order"), ("c2", "c2"),
            ("", ""), ("-–—", ""), ("Step/foster (kinship)", "step foster kinship"), ("É\u{a0}x", "é x"), ("1.0", "1 0"),
        ])
    func folded(_ text: String, _ wanted: String) { #expect(CodeSet.folded(text) == wanted) }

    @Test("The closest codes, nearest first, at most three")
    func closest() throws {
        let sets = try Repository.codeSets()
        let legal = try #require(sets["legal_status"])
        #expect(legal.closest(to: "Ful care ordr").first == "C2")
        #expect(legal.closest(to: "C2").first == "C2")
        #expect(legal.closest(to: "zzzz").count == 3)
        #expect(CodeSet(name: "none", codes: []).closest(to: "x") == [])
        #expect(try #require(sets["sex"]).closest(to: "femal").contains("F"))
    }

    @Test("A spelling is looked up among the codes of the year first: M is 1 in 2023-24 and itself in 2024-25")
    func years() throws {
        let sex = try #require(try Repository.codeSets()["sex"])
        let before = sex.table(for: try year("2023-24")), after = sex.table(for: try year("2024-25"))
        func read(_ text: String, _ table: (exact: Set<String>, folded: [String: String])) -> String? {
            table.exact.contains(text) ? text : table.folded[CodeSet.folded(text)]
        }
        for text in ["1", "M", "Male", "male", "01", "Boy", "1.0", "m"] {
            #expect(read(text, before) == "1", "\(text)")
            #expect(read(text, after) == "M", "\(text)")
        }
        // U came in 2024-25: before, it is known, and found as a code of another year.
        #expect(read("U", before) == "U" && read("U", after) == "U")
        #expect(read("x", before) == nil)
    }

    @Test("Days of validity, and the years that they touch")
    func validity() throws {
        let code = CodeSet.Code(
            code: "X", label: "", aliases: [], validFrom: CalendarDate("2020-04-01"), validTo: CalendarDate("2022-03-31"))
        let found = try ["2019-20", "2020-21", "2021-22", "2022-23"].map { code.isValid(in: try year($0)) }
        #expect(found == [false, true, true, false])
        #expect(code.isValid(in: nil))
        let always = CodeSet.Code(code: "X", label: "", aliases: [], validFrom: nil, validTo: nil)
        #expect(try always.isValid(in: year("2017-18")))
    }

    @Test("Every mistake of a list's file is named by its row")
    func mistakes() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("codes-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try "code,label,aliases,valid_from,valid_to\nA,First,One|Eins,2020-04-01,\nB,Second,,1/4/2020,\nC,Third,\n"
            .write(toFile: folder + "/a.csv", atomically: true, encoding: .utf8)
        try "code,label\nA,First\n".write(toFile: folder + "/b.csv", atomically: true, encoding: .utf8)
        let error = #expect(throws: ContractMistakes.self) { try CodeSet.readAll(folder: folder) }
        #expect(
            error?.mistakes == [
                "config/codes/a.csv row 2: valid_from is not a date yyyy-mm-dd", "config/codes/a.csv row 3: 3 fields, expected 5",
                "config/codes/b.csv: expected the columns code,label,aliases,valid_from,valid_to",
            ])
        try FileManager.default.removeItem(atPath: folder + "/b.csv")
        try "code,label,aliases,valid_from,valid_to\nA,First,One|Eins,2020-04-01,\n".write(
            toFile: folder + "/a.csv", atomically: true, encoding: .utf8)
        let sets = try CodeSet.readAll(folder: folder)
        #expect(
            sets["a"]?.codes == [
                .init(code: "A", label: "First", aliases: ["One", "Eins"], validFrom: CalendarDate("2020-04-01"), validTo: nil)
            ])
    }
}

@Suite("Edit distance")
struct EditDistanceTests {
    /// The definition, word for word.
    private func obvious(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
        guard let x = a.first else { return b.count }
        guard let y = b.first else { return a.count }
        if x == y { return obvious(a.dropFirst(), b.dropFirst()) }
        return 1 + min(obvious(a.dropFirst(), b), obvious(a, b.dropFirst()), obvious(a.dropFirst(), b.dropFirst()))
    }

    @Test("The same as the definition, for short words")
    func property() throws {
        var generator = SeededGenerator(seed: 4)
        let alphabet: [Character] = ["a", "b", "c", "é"]
        for _ in 0..<2000 {
            func word() -> [Character] {
                (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in alphabet.randomElement(using: &generator) }
            }
            let a = word(), b = word()
            #expect(EditDistance.between(a, b) == obvious(a[...], b[...]), "\(a) \(b)")
        }
        #expect(EditDistance.between(Array("kitten"), Array("sitting")) == 3)
        #expect(EditDistance.between([], []) == 0)
    }
}
