import TestSupport
import Testing
import Vocabulary

@testable import Rules

@Suite("The cases of the rules")
struct CaseTests {
    @Test("all end as they say, run by the engine's own statements")
    func all() async throws {
        let catalogue = try Repository.catalogue()
        let result = try CaseSuite(catalogue, home: Repository.root).run([], try await TestServer.connect())
        for failure in result.failures { Issue.record("\(failure)") }
        #expect(result.rules.count == 344)
        #expect(result.cases > 900)
    }

    @Test("cover every rule and every version of it that was ever active")
    func versions() throws {
        let catalogue = try Repository.catalogue()
        let suite = CaseSuite(catalogue, home: Repository.root)
        for rule in catalogue.rules {
            var mistakes: [String] = []
            let cases = suite.cases(of: rule, mistakes: &mistakes).filter { $0.answer == nil }
            #expect(mistakes.isEmpty, "\(mistakes)")
            // 411 compares two things that are worked out from one postcode: it cannot find anything.
            if rule.code != "411" {
                #expect(cases.contains { $0.tables.contains { !$0.flagged.isEmpty } }, "\(rule.code) has no case in which it flags a row")
            }
            for version in rule.versions where catalogue.years.withdrawn(rule.code) != version.year {
                #expect(
                    cases.contains { rule.version(in: $0.year)?.year == version.year }, "\(rule.code) has no case for its version of \(version.year)")
            }
        }
    }

    @Test("are read as written: quotes, blanks, comments, flags")
    func reading() throws {
        var reader = CaseReader()
        let yaml = """
            - it: reads
              year: 2023-24
              la: E06000018
              Header: |
                CHILD  SEX
                1      " M"   # flagged: with a blank
                2      -      # not this one

              Episodes_earlier: |
                COLLECTION CHILD DECOM
                2025       1     01/05/2024
            """
        let cases = reader.cases(yaml: yaml, name: "x", newest: .newest)
        #expect(reader.mistakes.isEmpty, "\(reader.mistakes)")
        let one = try #require(cases.first)
        #expect(one.year == CollectionYear("2023-24") && one.authority == "E06000018")
        #expect(one.tables.map(\.name) == ["Header", "Episodes_earlier"])
        #expect(one.tables[0].rows == [["1", " M"], ["2", nil]] && one.tables[0].flagged == [1])
    }

    @Test("with mistakes are named, all of them")
    func mistakes() {
        var reader = CaseReader()
        let yaml = "- it: is wrong\n  year: 2023\n  Head: |\n    CHILD\n  Header: |\n    CHILD COLOUR\n    1\n"
        #expect(reader.cases(yaml: yaml, name: "x", newest: .newest).isEmpty)
        let text = reader.mistakes.joined(separator: "\n")
        for part in ["2023 is not a collection year", "there is no table Head", "Header has no column COLOUR", "row 1 has 1 values for 2 columns"] {
            #expect(text.contains(part), "\(text)")
        }
    }
}
