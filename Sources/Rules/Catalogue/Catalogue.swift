import Formats
import Foundation
import Vocabulary

/// Every rule of the SSDA903 return, with the concepts and functions that they share, and the years in which they are active.
public struct Catalogue: Sendable {
    /// By code, in the order of codes.
    public let rules: [Rule]
    /// By name.
    public let concepts: [String: Concept]
    /// The text of each file of `functions/`.
    public let functions: [(name: String, text: String)]
    /// What each collection year adds, changes and withdraws.
    public let years: RuleYears
    /// How serious the Department takes a finding, by rule; `unknown` until a council fills it in.
    public let severities: [String: String]

    private let places: [String: Int]

    /// The folder of the rules, within Loxley's own.
    public static let folder = "sql/rules/ssda903"
    static let yearsFile = "config/collections/ssda903_rules.yaml"
    static let severityFile = "config/collections/ssda903_severity.csv"

    /// Reads the rules of a folder that holds `sql` and `config`.
    /// - Parameter home: Loxley's own folder.
    /// - Throws: ``RulesError/catalogue(_:)`` with every mistake of every file.
    public init(home: String) throws {
        var mistakes: [String] = []
        func text(_ name: String) -> String {
            guard let data = FileManager.default.contents(atPath: home + "/" + name) else {
                mistakes.append("\(name) is missing")
                return ""
            }
            return String(decoding: data, as: UTF8.self)
        }
        func files(_ folder: String) -> [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: home + "/" + folder)) ?? []).filter { $0.hasSuffix(".sql") }.sorted()
        }
        years = RuleYears(yaml: text(Catalogue.yearsFile), name: Catalogue.yearsFile, mistakes: &mistakes)
        var reader = RuleReader(years: years)
        func headed(_ folder: String) -> [HeadedFile] { files(folder).map { HeadedFile(name: "\(folder)/\($0)", text: text("\(folder)/\($0)")) } }
        concepts = reader.concepts(headed(Catalogue.folder + "/concepts"))
        rules = headed(Catalogue.folder).compactMap { reader.rule($0, code: $0.objectName) }.sorted { RuleCode.precedes($0.code, $1.code) }
        let functionsFolder = Catalogue.folder + "/functions"
        functions = files(functionsFolder).map { ($0, text("\(functionsFolder)/\($0)")) }
        places = Dictionary(rules.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        mistakes += reader.mistakes
        for code in years.all where places[code] == nil && !reader.seen.contains(code) {
            mistakes.append("\(Catalogue.yearsFile) names \(code), but there is no \(Catalogue.folder)/\(code).sql")
        }
        severities = Catalogue.severities(home + "/" + Catalogue.severityFile, known: Set(years.all), &mistakes)
        guard mistakes.isEmpty else { throw RulesError.catalogue(mistakes) }
    }

    /// The rule of that code; nil where there is none.
    public func rule(_ code: String) -> Rule? { places[code].map { rules[$0] } }

    /// The rule of a code as a person writes it, in any letter case.
    /// - Throws: ``RulesError/usage(_:)`` where there is none.
    public func known(_ code: String) throws -> Rule {
        guard let rule = rules.first(where: { $0.code.lowercased() == code.lowercased() }) else {
            throw RulesError.usage("there is no rule \(code.prefix(12)); loxley rules list names all")
        }
        return rule
    }

    /// The rules that are active in a year.
    /// - Throws: ``RulesError/usage(_:)`` for a year that the rules are not known for.
    public func rules(in year: CollectionYear) throws -> [Rule] {
        guard years.years.contains(year) else {
            throw RulesError.usage(
                "the rules are known for \(years.years.first?.description ?? "no year") to \(years.years.last?.description ?? ""), not for \(year)")
        }
        return years.active(in: year).compactMap { rule($0) }
    }

    /// `error`, `query` or `unknown`.
    public func severity(_ code: String) -> String { severities[code] ?? "unknown" }

    /// Concepts that these names stand for or rest on, each after those it reads.
    func conceptsInOrder(_ names: some Sequence<String>) -> [Concept] {
        var order: [Concept] = []
        var seen = Set<String>()
        func visit(_ name: String) {
            guard let concept = concepts[name], seen.insert(name).inserted else { return }
            for read in concept.reads { visit(read) }
            order.append(concept)
        }
        for name in names { visit(name) }
        return order
    }

    private static func severities(_ path: String, known: Set<String>, _ mistakes: inout [String]) -> [String: String] {
        var found: [String: String] = [:]
        do {
            var reader = try DelimitedReader(path: path, options: DelimitedOptions(delimiter: 0x2C, encoding: .utf8), bufferSize: 1 << 14)
            guard reader.header == ["rule", "severity"] else {
                mistakes.append("\(severityFile): expected the columns rule,severity")
                return [:]
            }
            var row = FieldRow()
            while try reader.next(into: &row) {
                guard row.count == 2 else {
                    mistakes.append("\(severityFile): row \(row.number) does not have two values")
                    continue
                }
                let code = row.text(0), severity = row.text(1)
                if !known.contains(code) { mistakes.append("\(severityFile): there is no rule \(code)") }
                if !["error", "query", "unknown"].contains(severity) { mistakes.append("\(severityFile): \(code): expected error, query or unknown") }
                found[code] = severity
            }
        } catch {
            mistakes.append("\(severityFile): \(error)")
        }
        return found
    }
}
