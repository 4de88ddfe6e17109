import Foundation
import Testing
import Vocabulary

@testable import Rules

@Suite("The catalogue of rules")
struct CatalogueTests {
    /// As the specification of the rules counts them.
    @Test(
        "has as many active rules as the Department's specification, in each year",
        arguments: [("2022-23", 293), ("2023-24", 312), ("2024-25", 305), ("2025-26", 316), ("2026-27", 327)])
    func active(year: String, count: Int) throws {
        let catalogue = try Repository.catalogue()
        let rules = try catalogue.rules(in: try #require(CollectionYear(year)))
        #expect(rules.count == count)
        for rule in rules { #expect(rule.version(in: try #require(CollectionYear(year))) != nil, "\(rule.code) has no version for \(year)") }
    }

    @Test("has a file for each of the 344 rules, a suite of cases beside each file, and no other")
    func files() throws {
        let catalogue = try Repository.catalogue()
        let names = try FileManager.default.contentsOfDirectory(atPath: Repository.root + "/" + Catalogue.folder)
        let rules = Set(names.filter { $0.hasSuffix(".sql") }.map { String($0.dropLast(4)) })
        let suites = Set(names.filter { $0.hasSuffix(".cases.yaml") }.map { String($0.dropLast(11)) })
        #expect(rules == Set(catalogue.years.all))
        #expect(suites == rules)
        #expect(rules.count == 344)
        #expect(Set(catalogue.severities.keys) == rules)
    }

    @Test("never activates a rule that was withdrawn in the year it was added")
    func drafted() throws {
        let years = try Repository.catalogue().years
        #expect(years.withdrawn("SW15STG2") == CollectionYear("2024-25"))
        for year in years.years { #expect(!years.active(in: year).contains("SW15STG2")) }
    }

    @Test("has the columns of the collection's modules and the dates of their contracts")
    func columns() throws {
        let collection = try Repository.text("config/collections/ssda903.yaml")
        for module in ReturnModule.all {
            let columns = module.columns.map(\.name).joined(separator: ", ")
            let flat = collection.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(flat.contains("columns: [\(columns)]"), "\(module.name)")
            let contracts = try FileManager.default.contentsOfDirectory(atPath: Repository.root + "/etl/social-care")
                .filter { $0.hasPrefix("ssda903_") && $0.hasSuffix(".yaml") }
                .map { try Repository.text("etl/social-care/\($0)") }
            let contract = try #require(contracts.first { $0.contains("\nmodule: \(module.name)\n") })
            let dates = contract.matches(of: #/\n  ([A-Z_0-9]+): +\{ type: (?:partial_)?date,/#).map { String($0.1) }
            #expect(Set(dates) == Set(module.columns.filter(\.isDate).map(\.name)), "\(module.name)")
        }
    }

    @Test("orders codes by number, then by letters")
    func order() {
        let codes = ["SW01STG1", "1000", "197B", "101", "197a", "EPI", "1001", "INT01"].sorted(by: RuleCode.precedes)
        #expect(codes == ["101", "197B", "197a", "1000", "1001", "EPI", "INT01", "SW01STG1"])
    }

    @Test("lists every mistake of a year's file, of rules and of concepts together")
    func mistakes() throws {
        let home = try TemporaryFolder()
        try home.write(
            "base: { year: 2022-23, rules: [\"1\", \"2\", \"3\"] }\nyears: [{ year: 2023-24, adds: [\"4\"], changes: [\"9\"], withdraws: [] }]\n",
            "config/collections/ssda903_rules.yaml")
        try home.write("rule,severity\n1,grave\n", "config/collections/ssda903_severity.csv")
        let good = """
            -- rule:    1
            -- title:   A title
            -- fields:  SEX
            -- reports: Header
            -- reads:   header
            -- needs:   Header
            -- source:  here
            -- found:   something
            -- fix:     something
            -- version: 2022-23
            select row_id from header where sex is null
            """
        try home.write(good.replacing("Header", with: "Heading").replacing("reads:   header", with: "reads:   header, oc9"), "\(Catalogue.folder)/1.sql")
        try home.write(good.replacing("rule:    1", with: "rule:    2").replacing("from header", with: "from episodes"), "\(Catalogue.folder)/2.sql")
        try home.write(good.replacing("rule:    1", with: "rule:    4").replacing("-- fix:     something\n", with: ""), "\(Catalogue.folder)/4.sql")
        try home.write("-- title: A concept\n-- reads: c\nselect 1 from c\n", "\(Catalogue.folder)/concepts/c.sql")
        let error = #expect(throws: RulesError.self) { try Catalogue(home: home.path) }
        let text = "\(try #require(error))"
        for part in [
            "2023-24 changes or withdraws 9, which no year added", "1.sql: reports: there is no module Heading", "1.sql: needs: Heading is neither",
            "1.sql: reads: there is no table or concept oc9", "2.sql: reads names header, which no query reads",
            "2.sql: a query reads episodes, which reads does not name", "names 3, but there is no", "4.sql: the header has no fix",
            "4.sql: versions 2022-23; config/collections/ssda903_rules.yaml says 2023-24", "c.sql: the header has no purpose", "concept c rests on itself",
            "1: expected error, query or unknown",
        ] {
            #expect(text.contains(part), "\(part) in: \(text)")
        }
    }
}

@Suite("The tables that a query reads")
struct RelationNamesTests {
    private let known: Set<String> = ["header", "episodes", "missing", "uasc"]

    @Test(
        "are found by their place in the query",
        arguments: [
            ("select row_id from header where missing = '1'", ["header"]),
            ("select 1 from header h, episodes as e left join uasc u using (child)", ["header", "episodes", "uasc"]),
            ("with header as (select 1 from episodes) select 1 from header", ["episodes"]),
            ("with a (x) as materialized (select 1 from uasc) select 1 from a where exists (select from missing)", ["uasc", "missing"]),
            ("select 1 from header where sex is distinct from missing", ["header"]),
            ("select substring(sex from 2) -- from episodes\n from header where upn <> ' from uasc'", ["header"]),
        ])
    func found(query: String, names: [String]) {
        #expect(RelationNames.read(by: query, known: known) == Set(names))
    }
}

@Suite("Parameters of a query")
struct QueryParametersTests {
    @Test("are written in place, casts and other words left alone")
    func filled() throws {
        let parameters = QueryParameters(year: .newest, authority: "E06000018")
        #expect(
            parameters.fill("a between :year_start and :year_end and :year = b::la and c = :la and d = ':other'")
                == "a between date '2026-04-01' and date '2027-03-31' and 2027 = b::la and c = 'E06000018' and d = ':other'")
        #expect(QueryParameters(year: .newest, authority: nil).fill("x = :la") == "x = null::text")
    }
}
