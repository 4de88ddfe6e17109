import Foundation
import Testing
import Vocabulary

@testable import Contracts

@Suite("Contracts as files")
struct ContractReaderTests {
    private let sex = ["sex": CodeSet(name: "sex", codes: [])]

    private static let good = """
        dataset: social-care/dental_checks
        family: health
        module: Dental
        title: Dental checks
        purpose: Who was seen by a dentist and when.
        files: [dental.csv, "dental_*.csv"]
        years: { from: 2019-20, to: 2026-27 }
        snapshot_of: { authority: true }
        columns_mode: open
        key: [CHILD, SEEN]
        person: { local_id: CHILD }
        precedence: 30
        guard: { retire_at_most: 12.5%, floor: 4 }
        fresh: { warn: 7 days, stop: 30 days }
        due: weekly on monday
        columns:
          CHILD: { type: text, required: true, max_length: 20, privacy: identifier, title: Child, aliases: [Child ID] }
          SEEN: { type: date, role: start, required: true }
          SEX: { type: code, codes: sex, privacy: special }
          TEETH: { type: integer, min: 0, max: 32, years: { from: 2022-23 } }
          POST: { type: postcode }
          UPN: { type: upn }
          URN: { type: urn }
          BORN: { type: partial_date, privacy: none }
        """

    @Test("A good contract is read whole")
    func goodContract() throws {
        let (read, mistakes) = ContractReader.parse(Self.good, place: "x.yaml", codeSets: sex)
        #expect(mistakes == [])
        let contract = try #require(read)
        #expect(contract.dataset == "social-care/dental_checks" && contract.agency == "social-care" && contract.table == "dental_checks")
        #expect(contract.family == "health" && contract.module == "Dental" && contract.title == "Dental checks" && contract.due == "weekly on monday")
        #expect(contract.files == ["dental.csv", "dental_*.csv"])
        #expect(contract.snapshot == .authority && !contract.columnsAreExact && contract.precedence == 30)
        #expect(contract.key == ["CHILD", "SEEN"] && contract.subject == .spine(localID: "CHILD") && contract.localID == "CHILD")
        #expect(contract.guardLimit == Contract.Guard(share: 0.125, floor: 4))
        #expect(contract.freshness == Contract.Freshness(warnDays: 7, stopDays: 30))
        #expect(contract.years == YearSpan(from: CollectionYear("2019-20"), to: CollectionYear("2026-27")))
        #expect(
            contract.columns.map(\.type) == [
                .text, .date, .code(set: "sex"), .integer(minimum: 0, maximum: 32), .postcode, .upn, .urn, .partialDate,
            ])
        #expect(contract.columns.map(\.privacy) == [.identifier, .personal, .special, .personal, .personal, .personal, .personal, .none])
        #expect(
            contract.columns[0].aliases == ["Child ID"] && contract.columns[0].maximumLength == 20 && contract.columns[0].sqlName == "child"
        )
        #expect(contract.columns[1].role == .start && contract.columns[1].required && contract.columns[1].type.sqlType == "date")
        #expect(try contract.columns(in: year("2021-22")).map(\.name) == ["CHILD", "SEEN", "SEX", "POST", "UPN", "URN", "BORN"])
        #expect(try contract.columns(in: year("2022-23")).count == 8)
        #expect(contract.columns(in: nil).count == 8)
    }

    @Test("What may be left out has its default")
    func defaults() throws {
        let yaml = """
            dataset: health/checks
            title: Checks
            key: [CHILD]
            person: { local_id: CHILD }
            columns:
              CHILD: { type: text, required: true }
            """
        let contract = try #require(ContractReader.parse(yaml, place: "x", codeSets: [:]).contract)
        #expect(contract.family == "health/checks" && contract.module == nil && contract.snapshot == .delta && contract.years == .all)
        #expect(contract.guardLimit == Contract.Guard(share: 0.2, floor: 10))
        #expect(contract.freshness == Contract.Freshness(warnDays: 40, stopDays: 100))
    }

    @Test("A contract with ten mistakes names all ten, each with its place")
    func tenMistakes() {
        let yaml = """
            dataset: dental_checks
            tittle: Dental checks
            title: Dental checks
            snapshot_of: { authority: true, year: true }
            columns_mode: strict
            key: [CHILD, SEEN_ON]
            person: { local_id: CHILD }
            guard: { retire_at_most: a fifth }
            years: { from: 2019 }
            columns:
              CHILD: { type: text, required: yse }
              SEEN: { type: datum, role: begin }
              SEX: { type: code, codes: gender, privacy: secret }
              TEETH: { type: integer, min: none, max: 32 }
            """
        let (contract, mistakes) = ContractReader.parse(yaml, place: "etl/health/dental.yaml", codeSets: [:])
        #expect(contract == nil)
        let expected = [
            "dataset: expected agency/name",
            "tittle: is not a word of a contract",
            "snapshot_of.year: is not a word of a contract",
            "columns_mode: expected exact or open",
            "key: SEEN_ON is not a column",
            "guard.retire_at_most: expected a percentage such as 20%",
            "years.from: expected a collection year such as 2026-27",
            "columns.CHILD.required: expected true or false",
            "columns.SEEN.type: expected text, date, datetime, partial_date, code, integer, number, boolean, nhs_number, postcode, upn or urn",
            "columns.SEEN.role: expected start or end",
            "columns.SEX.codes: there is no config/codes/gender.csv",
            "columns.SEX.privacy: expected identifier, personal, special or none",
            "columns.TEETH.min: expected a whole number",
            // Follows from the mistake in `required`.
            "columns.CHILD: is part of the key and must be required, or blank_in_key: true where a blank is a value of its own",
        ]
        #expect(Set(mistakes) == Set(expected.map { "etl/health/dental.yaml: " + $0 }))
        #expect(mistakes.count == expected.count)
        let text = ContractMistakes(mistakes: mistakes).description
        #expect(text.hasPrefix("the contracts have 14 mistakes:\n"))
    }

    @Test(
        "Each mistake alone is found",
        arguments: [
            ("key: [CHILD, SEEN]", "key: []", "key: names no column"),
            ("key: [CHILD, SEEN]", "key: [SEEN, CHILD]", "key: must begin with the person's column CHILD"),
            ("key: [CHILD, SEEN]", "key: [CHILD, SEEN, SEEN]", "key: names a column twice"),
            ("key: [CHILD, SEEN]", "key: CHILD", "key: expected a list"),
            (
                "key: [CHILD, SEEN]", "key: [CHILD, POST]",
                "columns.POST: is part of the key and must be required, or blank_in_key: true where a blank is a value of its own"
            ),
            (
                "person: { local_id: CHILD }", "person: CHILD",
                "person: expected local_id: the column that says which child; or nhs_number, upn, date_of_birth …; or none"
            ),
            ("person: { local_id: CHILD }", "person: { local_id: KID }", "person.local_id: KID is not a column"),
            ("title: Dental checks", "title: ''", "title: is missing"),
            ("precedence: 30", "precedence: first", "precedence: expected a whole number"),
            ("floor: 4", "floor: few", "guard.floor: expected a whole number"),
            ("retire_at_most: 12.5%", "retire_at_most: 120%", "guard.retire_at_most: expected a percentage such as 20%"),
            ("guard: { retire_at_most: 12.5%, floor: 4 }", "guard: 20%", "guard: expected { retire_at_most: 20%, floor: 10 }"),
            ("warn: 7 days", "warn: 31 days", "fresh: expected { warn: 40 days, stop: 100 days } with warn not after stop"),
            ("warn: 7 days", "warn: soon", "fresh: expected { warn: 40 days, stop: 100 days } with warn not after stop"),
            ("fresh: { warn: 7 days, stop: 30 days }", "fresh: 7 days", "fresh: expected { warn: 40 days, stop: 100 days }"),
            (
                "years: { from: 2019-20, to: 2026-27 }", "years: 2019-20",
                "years: expected { from: 2017-18, to: 2026-27 }, or one of the two"
            ),
            ("from: 2019-20, to: 2026-27", "from: 2026-27, to: 2019-20", "years: from is later than to"),
            (
                "snapshot_of: { authority: true }", "snapshot_of: authority",
                "snapshot_of: expected { authority: true }, with collection_year: true or window: { column: …, months: 24 }"
            ),
            ("{ authority: true }", "{ authority: maybe }", "snapshot_of.authority: expected true or false"),
            ("POST: { type: postcode }", "POST: postcode", "columns.POST: expected { type: … }"),
            ("POST: { type: postcode }", "POST: { type: code }", "columns.POST: a code needs codes: the name of its list"),
            ("POST: { type: postcode }", "POST: { type: postcode, aliases: Home }", "columns.POST.aliases: expected a list"),
            (
                "POST: { type: postcode }", "POST: { type: postcode, aliases: [child_id] }",
                "columns.POST: shares the header Child ID with CHILD"
            ),
            ("POST: { type: postcode }", "POST: { type: postcode, max_length: long }", "columns.POST.max_length: expected a whole number"),
            ("min: 0, max: 32", "min: 33, max: 32", "columns.TEETH.min: is more than max"),
        ])
    func oneMistake(_ original: String, _ changed: String, _ mistake: String) {
        #expect(Self.good.contains(original))
        let yaml = Self.good.replacingOccurrences(of: original, with: changed)
        let parsed = ContractReader.parse(yaml, place: "x.yaml", codeSets: sex)
        #expect(parsed.contract == nil)
        #expect(parsed.mistakes.contains("x.yaml: " + mistake), "\(parsed.mistakes)")
    }

    @Test("What is no contract at all", arguments: ["", "- a\n- b", "a: [b", "just words", "a: 1\na: 2"])
    func noContract(_ yaml: String) {
        let parsed = ContractReader.parse(yaml, place: "x.yaml", codeSets: [:])
        #expect(parsed.contract == nil && parsed.mistakes.count >= 1)
        #expect(parsed.mistakes.allSatisfy { $0.hasPrefix("x.yaml: ") })
    }

    @Test("All mistakes of all files are listed, and a file in the wrong place is one")
    func folder() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("contracts-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/health", withIntermediateDirectories: true)
        try "not: one".write(toFile: folder + "/health/a.yaml", atomically: true, encoding: .utf8)
        try Self.good.write(toFile: folder + "/health/b.yaml", atomically: true, encoding: .utf8)
        let error = #expect(throws: ContractMistakes.self) { try ContractReader.readAll(folder: folder, codeSets: sex) }
        let mistakes = error?.mistakes ?? []
        #expect(mistakes.contains { $0.hasPrefix("etl/health/a.yaml: not: ") })
        #expect(mistakes.contains("etl/health/b.yaml: dataset: is social-care/dental_checks, but the file's place says health/b"))
    }

    @Test("Spans of years that share one")
    func spans() throws {
        func span(_ from: String?, _ to: String?) -> YearSpan {
            YearSpan(from: from.flatMap(CollectionYear.init), to: to.flatMap(CollectionYear.init))
        }
        #expect(YearSpan.all.overlaps(.all))
        #expect(span("2020-21", nil).overlaps(span(nil, "2020-21")))
        #expect(!span("2021-22", nil).overlaps(span(nil, "2020-21")))
        #expect(!span(nil, "2020-21").overlaps(span("2021-22", "2022-23")))
        #expect(span("2019-20", "2021-22").overlaps(span("2020-21", "2020-21")))
    }
}
