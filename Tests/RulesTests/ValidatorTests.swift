import Foundation
import Postgres
import TestSupport
import Testing
import Vocabulary

@testable import Rules

@Suite("A validation")
struct ValidatorTests {
    @Test("finds what is wrong, by rule, module and row")
    func findings() async throws {
        let folder = try TemporaryFolder()
        try SmallReturn.write(to: folder)
        let found = try await SmallReturn.findings(folder.path)
        for expected in ["101 Header 2", "102 Header 3", "INT03 Episodes 4", "INT03 Episodes 4", "166 Reviews 2"] {
            #expect(found.contains(expected), "\(expected) in \(found)")
        }
        #expect(!found.contains("101 Header 1") && !found.contains("103 Header 3"))
    }

    @Test("answers each rule in one of four ways, and says why one could not run")
    func answers() async throws {
        let folder = try TemporaryFolder()
        try SmallReturn.write(to: folder, without: ["reviews.csv"])
        try await SmallReturn.validate(ValidationRequest(year: .newest, path: folder.path)) { (validation) throws -> Void in
            func answer(_ code: String) throws -> RuleOutcome.Answer { try #require(validation.outcomes.first { $0.rule.code == code }).answer }
            #expect(try answer("101") == .failed(rows: 1))
            #expect(try answer("105") == .notApplicable(reason: "applies to XML returns only"))
            #expect(try answer("166").reason == "no Reviews")
            #expect(try answer("502").reason == "no last year's Episodes")
            #expect(try answer("411").reason?.contains("no postcode directory") == true)
            #expect(try answer("411").reason?.contains("the returning authority is not known") == true)
            #expect(try answer("224").reason == "no list of providers")
            #expect(try answer("112") == .passed)
            #expect(validation.outcomes.count == 327)
            #expect(["passed", "failed", "not applicable", "could not run"].reduce(0) { $0 + validation.count($1) } == 327)
        }
    }

    @Test("of XML gives the findings of the same rows as CSV")
    func xml() async throws {
        let csv = try TemporaryFolder(), xml = try TemporaryFolder()
        try SmallReturn.write(to: csv)
        try xml.write(SmallReturn.xml, "return.xml")
        // The XML has a header for the child that the CSV file leaves out, and a UASC row where the element says 0; it has none of the two modules.
        let codes = [
            "101", "102", "103", "112", "113", "114", "131", "133", "141", "142", "143", "145", "166", "167", "303", "433", "434", "435", "631", "1006",
        ]
        let wanted = try Repository.catalogue().rules.map(\.code).filter(codes.contains)
        let fromCSV = try await SmallReturn.findings(csv.path, rules: wanted)
        let fromXML = try await SmallReturn.findings(xml.file("return.xml"), rules: wanted)
        #expect(fromXML.filter { !$0.hasSuffix(" Header 4") } == fromCSV)
        #expect(fromXML.contains("101 Header 4"))
        #expect(!fromCSV.isEmpty)
    }

    @Test("hands over rows with the values submitted, and counts by child")
    func rows() async throws {
        let folder = try TemporaryFolder()
        try SmallReturn.write(to: folder)
        try await SmallReturn.validate(ValidationRequest(year: .newest, path: folder.path)) { (validation) throws -> Void in
            var rows: [FlaggedRow] = []
            try validation.forEachFlaggedRow(of: try #require(ModuleTable("Header"))) { rows.append($0) }
            let row = try #require(rows.first { $0.row == 3 })
            #expect(row.values == ["A3", "M", "31/02/2013", "WBRI", "UN1", nil, nil] && row.child == "A3")
            #expect(row.rules.map { validation.outcomes[$0].rule.code }.contains("102"))
            let children = validation.childSummaries()
            #expect(children.reduce(0) { $0 + $1.findings } == validation.findings)
            #expect(children == children.sorted { ($1.findings, $0.child) < ($0.findings, $1.child) })
        }
    }

    @Test("compares with last year, whose rows are named so")
    func previous() async throws {
        let folder = try TemporaryFolder(), last = try TemporaryFolder()
        try SmallReturn.write(to: folder)
        try SmallReturn.write(to: last)
        let found = try await SmallReturn.findings(folder.path, previous: last.path)
        let rules = Set(found.map { $0.prefix { $0 != " " } })
        let without = Set(try await SmallReturn.findings(folder.path).map { $0.prefix { $0 != " " } })
        #expect(rules.isSuperset(of: without))
        #expect(rules.count > without.count)
    }

    @Test("uses postcodes and providers where they are given")
    func reference() async throws {
        let folder = try TemporaryFolder()
        try SmallReturn.write(to: folder)
        try folder.write("pcds,other,laua,oseast1m,osnrth1m\nAB1 2CD,x,E06000018,450000,340000\nAB3 4EF,x,E07000026,460000,340000\n", "nspl/nspl.csv")
        try folder.write("URN,Provider Code,Provider Placement Code,Closed Date,Postcode\nSC012345,K2,PR1/PR4,01/05/2026,AB3 4EF\n", "ofsted/homes.csv")
        let request = ValidationRequest(
            year: .newest, path: folder.path, authority: "892", postcodes: folder.file("nspl/nspl.csv"), providers: [folder.file("ofsted/homes.csv")])
        try await SmallReturn.validate(request) { (validation) throws -> Void in
            for outcome in validation.outcomes {
                if case .couldNotRun(let needs) = outcome.answer { #expect(!needs.contains(.postcodes) && !needs.contains(.providers)) }
            }
            // Row 3 has a placement postcode that the directory does not know.
            var rows: [Int] = []
            validation.forEachFinding { if validation.outcomes[$0.rule].rule.code == "411" { rows.append($0.row) } }
            #expect(validation.outcomes.first { $0.rule.code == "224" }?.answer.reason == nil)
            #expect(try validation.db.value("select count(*) from postcodes where la = 'E10000006' or la = 'E06000018'") == 2)
            #expect(
                try validation.db.value("select provider_codes || ' ' || place_codes || ' ' || reg_end || ' ' || la from providers")
                    == "PR1,PR4 K2 2026-05-01 E10000006")
        }
    }

    @Test("runs chosen rules only, and says which there are not")
    func chosen() async throws {
        let folder = try TemporaryFolder()
        try SmallReturn.write(to: folder)
        #expect(Set(try await SmallReturn.findings(folder.path, rules: ["101"])) == ["101 Header 2"])
        for (code, text) in [("nonsense", "there is no rule nonsense"), ("370", "rule 370 is not active in 2026-27: withdrawn in 2024-25")] {
            let error = await #expect(throws: RulesError.self) { try await SmallReturn.findings(folder.path, rules: [code]) }
            #expect("\(try #require(error))".contains(text))
        }
    }

    @Test("leaves nothing behind, and sweeps what a killed run has left")
    func sandbox() async throws {
        let schemas: SQL = "select count(*) from pg_namespace where starts_with(nspname, 'loxley_validate_')"
        let db = try await TestServer.connect()
        let folder = try TemporaryFolder()
        try SmallReturn.write(to: folder)
        try db.execute("create schema loxley_validate_of_a_killed_run")
        let inside: Int = try await SmallReturn.validate(ValidationRequest(year: .newest, path: folder.path)) { try $0.db.value(schemas) }
        #expect(inside >= 1)
        #expect(try !db.value("select exists (select from pg_namespace where nspname = 'loxley_validate_of_a_killed_run')", as: Bool.self))
        struct Stopped: Error {}
        await #expect(throws: Stopped.self) {
            try await SmallReturn.validate(ValidationRequest(year: .newest, path: folder.path)) { (_) throws -> Void in throw Stopped() }
        }
    }

    @Test("fails by name when a rule's query fails, also one of many in a pass")
    func failing() async throws {
        for (code, query) in [("101", "select row_id from header where sex::int = 1"), ("303", "select 'Header', row_id from no_such_table")] {
            let home = try TemporaryFolder()
            for name in ["sql", "config"] { try FileManager.default.copyItem(atPath: "\(Repository.root)/\(name)", toPath: home.file(name)) }
            let path = "\(Catalogue.folder)/\(code).sql"
            let text = try Repository.text(path)
            let header = text.prefix(upTo: try #require(text.firstRange(of: "-- version:")).lowerBound)
            let years = try Repository.catalogue().rule(code)?.versions.map(\.year) ?? []
            let body = code == "303" ? query + "\nunion all select 'UASC', row_id from uasc join header using (child)" : query
            try home.write(String(header) + years.map { "-- version: \($0)\n\(body)\n" }.joined(), path)
            let folder = try TemporaryFolder()
            try SmallReturn.write(to: folder)
            let url = try await TestServer.url
            let plan = try ValidationPlan(ValidationRequest(year: .newest, path: folder.path), catalogue: try Catalogue(home: home.path), home: home.path)
            let error = #expect(throws: RulesError.self) { try Validator(connect: { try Connection(url: url) }).run(plan) { $0.findings } }
            guard case .rule(let named, let reason) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(named == code)
            #expect(!reason.contains("'F'") && !reason.contains("\"F\""), "a value of a row is quoted: \(reason)")
        }
    }

    @Test("gives findings as CSV, ordered, with fields separated by blanks")
    func file() async throws {
        let folder = try TemporaryFolder()
        try SmallReturn.write(to: folder)
        let path = folder.file("out.txt")
        let count = try await SmallReturn.validate(ValidationRequest(year: .newest, path: folder.path)) { validation in
            try validation.writeFindings(to: path)
            return validation.findings
        }
        let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\r\n").dropLast()
        #expect(lines.first == "rule,module,row,child,fields,title")
        #expect(lines.count == count + 1)
        #expect(lines.contains("101,Header,2,A2,SEX,\"Sex code is missing or not one of M, F, U\""))
        let codes = lines.dropFirst().map { String($0.prefix { $0 != "," }) }
        #expect(codes == codes.sorted(by: RuleCode.precedes))
        #expect(lines.contains { $0.split(separator: ",").count > 4 && $0.split(separator: ",")[4].contains(" ") })
    }
}

extension ChildSummary: Equatable {
    /// By what they say.
    public static func == (a: ChildSummary, b: ChildSummary) -> Bool { (a.child, a.findings, a.rules) == (b.child, b.findings, b.rules) }
}
