import Formats

/// The report as a workbook: a summary, and a sheet for each module with the submitted rows, offending cells coloured and commented.
public struct XLSXReport {
    private let report: Report
    private let mostRows: Int
    private let mostComments: Int
    private var validation: Validation { report.validation }

    /// - Parameters:
    ///   - mostRows: rows of all modules together that are shown in full; of a larger return, rows with findings only
    ///   - mostComments: commented cells; beyond it, findings stand in the last column only
    public init(_ report: Report, mostRows: Int = 100_000, mostComments: Int = 20_000) {
        self.report = report
        self.mostRows = mostRows
        self.mostComments = mostComments
    }

    /// Writes the workbook.
    /// - Throws: `FormatError` where it cannot be written, `PostgresError`.
    public func write(to path: String) throws {
        let workbook = try XLSXWriter(path: path)
        let flagged = Set(validation.outcomes.indices.flatMap { validation.modules(ofRule: $0).map(\.table) })
        let tables = validation.modules.filter { !$0.table.isLast || flagged.contains($0.table) }
        let isComplete = tables.reduce(0) { $0 + $1.rows } <= mostRows
        try summary(workbook.addSheet("Summary"), isComplete: isComplete)
        var comments = mostComments
        for module in tables where isComplete || flagged.contains(module.table) {
            try sheet(workbook.addSheet(module.table.name), module.table, isComplete: isComplete, &comments)
        }
        try workbook.finish()
    }

    // MARK: Summary

    private func summary(_ sheet: XLSXWriter.Sheet, isComplete: Bool) throws {
        try sheet.setWidths([16, 12, 60, 26, 11, 11, 11, 11, 11, 60, 60])
        try sheet.write(report.title, row: 0, column: 0, style: .title)
        let counts = report.states.counts
        let against = report.states.lastRun.map {
            "against the run recorded \(Report.shown(moment: $0)): \(counts.new) new, \(counts.standing) standing, \(counts.fixed) fixed"
        }
        let rows = isComplete ? "Every submitted row is in this workbook." : "The return is large: this workbook has the rows with findings only."
        let lines = [
            "Recorded \(Report.shown(moment: report.recordedAt)). This workbook holds personal data of children: keep it and send it as you would the return.",
            "\(counts.open) findings to put right, \(counts.accepted) accepted; \(against ?? "the first run of this return")",
            "Rules: " + report.answers.map { "\($0.rules) \($0.name)" }.joined(separator: ", "), rows,
        ]
        for (index, line) in lines.enumerated() { try sheet.write(line, row: 1 + index, column: 0, style: .note) }
        let top = 6
        let headings = ["Rule", "Severity", "What is wrong", "Modules", "Findings", "New", "Standing", "Fixed", "Accepted", "Found", "To put right"]
        for (column, heading) in headings.enumerated() { try sheet.write(heading, row: top, column: column, style: .heading) }
        var row = top
        for (index, outcome) in validation.outcomes.enumerated() where outcome.findings > 0 || report.states.rules[index].fixed > 0 {
            row += 1
            let its = report.states.rules[index]
            let modules = validation.modules(ofRule: index).map(\.table.name).joined(separator: ", ")
            for (column, text) in [outcome.rule.code, outcome.severity, outcome.rule.title, modules].enumerated() {
                try sheet.write(text, row: row, column: column, style: .wrapped)
            }
            for (column, number) in [outcome.findings, its.new, its.standing, its.fixed, its.accepted].enumerated() {
                try sheet.write(number, row: row, column: 4 + column)
            }
            try sheet.write(outcome.rule.found, row: row, column: 9, style: .wrapped)
            try sheet.write(outcome.rule.fix, row: row, column: 10, style: .wrapped)
        }
        try sheet.addFilters(row: top, lastRow: row, columns: headings.count)
        row += 2
        try sheet.write("Rules that did not run", row: row, column: 0, style: .heading)
        for (answer, reason, codes) in report.reasons {
            row += 1
            try sheet.write(answer, row: row, column: 0)
            try sheet.write("\(reason): \(codes.joined(separator: " "))", row: row, column: 2, style: .wrapped)
        }
    }

    // MARK: Modules

    private func sheet(_ sheet: XLSXWriter.Sheet, _ table: ModuleTable, isComplete: Bool, _ comments: inout Int) throws {
        let columns = table.module.columns
        let last = columns.count + 1
        let shown = validation.outcomes.map { outcome -> [Int] in
            let own = Report.shown(outcome.rule, in: table.module)
            return own.isEmpty ? [0] : own
        }
        try sheet.setWidths([8] + columns.map { $0.isDate ? 12 : max(10, Double($0.name.utf8.count) + 2) } + [80])
        let what = isComplete ? "Every submitted row." : "Rows with findings only: the return is too large to show every row."
        try sheet.write("\(what) Coloured cells are what a rule is about; their comment says what to do. Violet: accepted.", row: 0, column: 0, style: .note)
        for (column, heading) in (["Row"] + columns.map(\.name) + ["Findings"]).enumerated() {
            try sheet.write(heading, row: 1, column: column, style: .heading)
        }
        sheet.freeze(rows: 2, columns: 2)
        var row = 1
        var left = comments
        let write = { (line: FlaggedRow) throws in
            guard row + 1 < XLSXWriter.mostRows else { return }
            row += 1
            try self.write(line, table, shown, to: sheet, row: row, last: last, &left)
        }
        if isComplete { try validation.forEachRow(of: table, write) } else { try validation.forEachFlaggedRow(of: table, write) }
        comments = left
        try sheet.addFilters(row: 1, lastRow: row, columns: last + 1)
    }

    private func write(
        _ line: FlaggedRow, _ table: ModuleTable, _ shown: [[Int]], to sheet: XLSXWriter.Sheet, row: Int, last: Int, _ comments: inout Int
    ) throws {
        var remarks: [Int: (texts: [String], isOpen: Bool)] = [:]
        var list: [String] = []
        for rule in line.rules {
            let outcome = validation.outcomes[rule]
            let state = report.states.state(rule: rule, table: table, row: line.row)
            var text = "\(outcome.rule.code) \(outcome.rule.title).\nTo put right: \(outcome.rule.fix)"
            var isOpen = true
            if case .accepted(let place) = state {
                text += "\nAccepted: \(Report.words(report.states.acceptances[place].acceptance))"
                isOpen = false
            }
            list.append("\(outcome.rule.code) \(outcome.rule.title)\(state == .new ? " (new)" : isOpen ? "" : " (accepted)")")
            for column in shown[rule] {
                remarks[column, default: ([], false)].texts.append(text)
                if isOpen { remarks[column]?.isOpen = true }
            }
        }
        try sheet.write(line.row, row: row, column: 0)
        for (column, value) in line.values.enumerated() {
            let style: XLSXWriter.Style = remarks[column].map { $0.isOpen ? .flagged : .accepted } ?? .plain
            if value == nil, style == .plain { continue }
            try sheet.write(value ?? "", row: row, column: column + 1, style: style)
            if let remark = remarks[column], comments > 0 {
                comments -= 1
                try sheet.comment(remark.texts.joined(separator: "\n\n"), row: row, column: column + 1)
            }
        }
        if !list.isEmpty { try sheet.write(list.joined(separator: "; "), row: row, column: last) }
    }
}
