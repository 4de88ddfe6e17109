import Foundation
import Testing
import Vocabulary

@testable import Rules

/// Runs a return of its own again and again, as the command does: compared with the last run, and kept for the next.
struct Compared {
    /// A return that no other test has: runs are compared by authority and year.
    let authority: String
    let folder: TemporaryFolder
    let history = FindingHistory(home: Repository.root)

    init(authority: String) throws {
        self.authority = authority
        folder = try TemporaryFolder()
        try SmallReturn.write(to: folder)
    }

    /// Puts another text in place of one in a module's file.
    func edit(_ module: String, _ old: String, _ new: String) throws {
        let text = try String(contentsOfFile: folder.file(module), encoding: .utf8)
        #expect(text.contains(old))
        try folder.write(text.replacing(old, with: new), module)
    }

    var request: ValidationRequest { ValidationRequest(year: .newest, path: folder.path, authority: authority) }

    /// Validates; the closure gets the report before the run is kept.
    @discardableResult
    func run<T>(rules: [String] = [], at recordedAt: String = "2026-06-12T09:14:00Z", _ body: (Report) throws -> T) async throws -> T {
        var request = request
        request.rules = rules
        return try await SmallReturn.validate(request) { validation in
            let result = try body(Report(validation, states: try history.compare(validation), recordedAt: recordedAt))
            try history.keep(validation, recordedAt: recordedAt)
            return result
        }
    }

    /// Validates and gives the counts.
    func counts(rules: [String] = []) async throws -> FindingStates.Counts { try await run(rules: rules) { $0.states.counts } }

    /// `new 101 Header 2`, for the rules named.
    func states(_ codes: Set<String>) async throws -> [String] {
        try await run { report in
            var found: [String] = []
            report.validation.forEachFinding { finding in
                let code = report.validation.outcomes[finding.rule].rule.code
                guard codes.contains(code) else { return }
                let state = report.states.state(rule: finding.rule, table: finding.table, row: finding.row)
                found.append("\(state.name) \(code) \(finding.table.name) \(finding.row)")
            }
            return found
        }
    }
}
