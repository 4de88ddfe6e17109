import Foundation
import Vocabulary

/// A validation that can be run: the request's files recognised and its rules sorted into those that run and those that do not. No database yet.
public struct ValidationPlan: Sendable {
    /// What was asked.
    public let request: ValidationRequest
    /// The return's files.
    public let files: ReturnFiles
    /// Last year's files.
    public let previous: ReturnFiles?
    /// The files of each year before that, oldest last.
    public let earlier: [(year: CollectionYear, files: ReturnFiles)]
    /// The returning authority.
    public let authority: Authorities.Authority?
    /// The rules to be answered, in the order of codes.
    public let rules: [Rule]
    /// The answer of each rule that does not run, by its place in ``rules``.
    let settled: [Int: RuleOutcome.Answer]
    let catalogue: Catalogue
    let authorities: Authorities
    let directory: PostcodeDirectory?
    let providers: ProviderList?
    /// How the sandbox makes its tables.
    let createTable: String

    /// The parameters of the rules' queries.
    var parameters: QueryParameters { QueryParameters(year: request.year, authority: authority?.code) }

    /// Recognises files and sorts rules.
    /// - Parameters:
    ///   - request: what is asked
    ///   - catalogue: the rules
    ///   - home: Loxley's own folder, for the authorities
    /// - Throws: ``RulesError`` for a wrong call or files that cannot be judged.
    public init(_ request: ValidationRequest, catalogue: Catalogue, home: String) throws {
        self.request = request
        self.catalogue = catalogue
        let active = try catalogue.rules(in: request.year)
        rules = try ValidationPlan.choose(request, active, catalogue)
        authorities = try Authorities(home: home)
        authority = try request.authority.map { [authorities] in try authorities.authority($0) }
        var seen: [CollectionYear: String] = [request.year: "the return itself", request.year.previous: "the previous year: give it with --previous"]
        for (year, _) in request.earlier {
            if let other = seen[year] { throw RulesError.usage("--earlier \(year) is \(other)") }
            if year > request.year { throw RulesError.usage("--earlier \(year) is later than \(request.year)") }
            seen[year] = "given twice"
        }
        for path in [request.postcodes].compactMap({ $0 }) + request.providers where !FileManager.default.fileExists(atPath: path) {
            throw RulesError.usage("there is no file \(path)")
        }
        files = try ReturnFiles(path: request.path, year: request.year, what: "the return")
        // A module that is new this year may be given for last year as well: rule 706 asks for last year's DoLo in the first year of DoLo.
        previous = try request.previous.map { try ReturnFiles(path: $0, year: request.year, what: "the previous year") }
        earlier = try request.earlier.map { ($0.year, try ReturnFiles(path: $0.path, year: $0.year, what: "\($0.year)")) }
        for (what, files) in [("--previous", previous)] + earlier.map({ ("--earlier", $0.files) }) where files?.isXML == true {
            throw RulesError.usage("\(what) is a folder of CSV modules, not an XML file")
        }
        createTable = SandboxTables.create(forBytes: ([files] + [previous].compactMap { $0 } + earlier.map(\.files)).reduce(0) { $0 + $1.size })
        directory = try request.postcodes.map { try PostcodeDirectory(path: $0) }
        providers = request.providers.isEmpty ? nil : ProviderList(paths: request.providers)
        var settled: [Int: RuleOutcome.Answer] = [:]
        let there = Set(files.modules.map { ModuleTable($0) } + (previous?.modules ?? []).map { ModuleTable($0, last: true) })
        for (index, rule) in rules.enumerated() {
            settled[index] = ValidationPlan.answer(
                without: rule, isXML: files.isXML, there: there, postcodes: directory != nil, providers: providers != nil, authority: authority != nil)
        }
        self.settled = settled
    }

    /// The rules asked for, or all.
    private static func choose(_ request: ValidationRequest, _ active: [Rule], _ catalogue: Catalogue) throws -> [Rule] {
        guard !request.rules.isEmpty else { return active }
        var wanted = Set<String>()
        for code in request.rules {
            let rule = try catalogue.known(code)
            guard active.contains(where: { $0.code == rule.code }) else {
                let when = catalogue.years.withdrawn(rule.code).map { $0 <= request.year ? "withdrawn in \($0)" : nil } ?? nil
                throw RulesError.usage(
                    "rule \(rule.code) is not active in \(request.year): \(when ?? "it came in \(rule.versions.first?.year.description ?? "a later year")")")
            }
            wanted.insert(rule.code)
        }
        return active.filter { wanted.contains($0.code) }
    }

    /// The answer of a rule that does not run; nil for one that does.
    static func answer(without rule: Rule, isXML: Bool, there: Set<ModuleTable>, postcodes: Bool, providers: Bool, authority: Bool) -> RuleOutcome.Answer? {
        if rule.onlyXML, !isXML { return .notApplicable(reason: "applies to XML returns only") }
        let absent = rule.needs.filter { need in
            switch need {
            case .anyOf(let tables): !tables.contains { there.contains($0) }
            case .postcodes: !postcodes
            case .providers: !providers
            case .authority: !authority
            }
        }
        return absent.isEmpty ? nil : .couldNotRun(absent: absent)
    }
}
