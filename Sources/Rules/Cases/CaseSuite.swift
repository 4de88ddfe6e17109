import Foundation
import Postgres
import Vocabulary

/// All cases of some rules, and what came of running them.
public struct CaseSuite {
    /// What came of running cases.
    public struct Result: Sendable {
        /// Rules whose cases were run.
        public let rules: [String]
        /// Cases run.
        public let cases: Int
        /// Cases that did not end as they say, and mistakes in the case files.
        public let failures: [String]
    }

    private let catalogue: Catalogue
    private let home: String

    /// The suite of a catalogue.
    /// - Parameter home: Loxley's own folder
    public init(_ catalogue: Catalogue, home: String) {
        self.catalogue = catalogue
        self.home = home
    }

    /// Reads the cases of a rule.
    /// - Parameter mistakes: receives what is wrong with the file
    /// - Returns: none where the file is missing or broken.
    public func cases(of rule: Rule, mistakes: inout [String]) -> [RuleCase] {
        let name = "\(Catalogue.folder)/\(rule.code).cases.yaml"
        guard let data = FileManager.default.contents(atPath: home + "/" + name) else {
            mistakes.append("\(name) is missing")
            return []
        }
        let years = catalogue.years.years
        let newest = years.last { $0 >= (rule.versions.first?.year ?? $0) && $0 < (catalogue.years.withdrawn(rule.code) ?? $0.next) }
        var reader = CaseReader()
        // A rule that was withdrawn in its first year was never active: its cases are of that year.
        let cases = reader.cases(yaml: String(decoding: data, as: UTF8.self), name: name, newest: newest ?? rule.versions.first?.year ?? years[0])
        mistakes += reader.mistakes
        if cases.isEmpty, reader.mistakes.isEmpty { mistakes.append("\(name) has no case") }
        return cases
    }

    /// Runs the cases of rules on one connection.
    /// - Parameter codes: the rules; empty for all
    /// - Throws: ``RulesError/usage(_:)`` for a rule that there is not; `PostgresError` where the sandbox cannot be made, or at an interrupt.
    public func run(_ codes: [String], _ db: Connection) throws -> Result {
        let rules = try codes.isEmpty ? catalogue.rules : codes.map { try catalogue.known($0) }
        var failures: [String] = []
        var planned: [(rule: Rule, one: RuleCase)] = []
        for rule in rules { planned += cases(of: rule, mistakes: &failures).map { (rule, $0) } }
        // Cases of one year and authority together: the concepts are made once for them.
        let order = planned.indices.sorted { a, b in
            let (first, second) = (planned[a].one, planned[b].one)
            return (first.year, first.authority ?? "", a) < (second.year, second.authority ?? "", b)
        }
        let runner = try CaseRunner(catalogue, db)
        var found: [Int: [CaseRunner.Failure]] = [:]
        for index in order { found[index] = runner.run([planned[index].one], of: planned[index].rule) }
        try runner.close()
        if Interrupt.isRequested { throw PostgresError.interrupted }
        failures += planned.indices.flatMap { found[$0] ?? [] }.map(\.description)
        return Result(rules: rules.map(\.code), cases: planned.count, failures: failures)
    }
}
