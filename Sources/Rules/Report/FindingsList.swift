import Formats

/// Every finding as CSV, with its severity, how it stands against the last run, and what would put it right.
public struct FindingsList {
    /// Its columns.
    public static let columns = ["rule", "severity", "state", "module", "row", "child", "fields", "title", "fix", "accepted"]
    private let report: Report

    /// The list of a report.
    public init(_ report: Report) { self.report = report }

    /// Writes the list, by rule, module and row, in constant memory.
    /// - Throws: `FormatError` where the file cannot be written.
    public func write(to path: String) throws {
        let validation = report.validation
        let writer = try CSVWriter(path: path)
        try writer.write(FindingsList.columns)
        try validation.forEachFinding { finding in
            let outcome = validation.outcomes[finding.rule]
            let state = report.states.state(rule: finding.rule, table: finding.table, row: finding.row)
            var reason = ""
            if case .accepted(let place) = state { reason = Report.words(report.states.acceptances[place].acceptance) }
            for text in [
                outcome.rule.code, outcome.severity, state.name, finding.table.name, String(finding.row), finding.child,
                outcome.rule.fields.joined(separator: " "), outcome.rule.title, outcome.rule.fix, reason,
            ] { try writer.writeField(text) }
            try writer.endRow()
        }
        try writer.finish()
    }
}
