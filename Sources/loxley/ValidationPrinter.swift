import Formats
import Foundation
import Rules
import Vocabulary

/// Prints the summary of a validation: how many rules gave which answer, what they found, and what could not run and why.
struct ValidationPrinter {
    let options: Options
    let findingsFile: String?
    /// Reports that were written, and lists beside them.
    let reports: [String]
    /// JSON ends with every finding.
    let withFindings: Bool
    let timings: Bool

    /// `1 finding`, `12,345 findings`.
    static func count(_ number: Int, _ word: String) -> String { "\(TerminalTable.thousands(number)) \(word)\(number == 1 ? "" : "s")" }

    func print(_ report: Report) throws {
        let validation = report.validation
        for warning in validation.warnings { options.note("warning: \(warning)") }
        switch options.format {
        case .text: try text(report)
        case .json: try JSONReport(report, withFindings: withFindings).write { FileHandle.standardOutput.write(Data($0)) }
        case .csv: try table(report, of: validation.outcomes.indices.map { $0 }).print(.csv)
        }
        if timings { try times(validation) }
    }

    private func text(_ report: Report) throws {
        let validation = report.validation
        let plan = validation.plan
        Swift.print(([title(plan)] + sources(validation)).joined(separator: "\n"), terminator: "\n\n")
        var answers = Output(columns: [
            .init(title: "rules", name: "rules", number: true), .init(title: "answer", name: "answer"), .init(title: "", name: "more"),
        ])
        for answer in ["passed", "failed", "not applicable", "could not run"] {
            let more = answer == "failed" ? ValidationPrinter.count(validation.findings, "finding") : ""
            answers.rows.append([.number(validation.count(answer)), .text(answer), .text(more)])
        }
        try answers.print(.text, footer: [.number(validation.outcomes.count), .text("in all"), .text("")])
        against(report)
        let failed = validation.outcomes.indices.filter { validation.outcomes[$0].findings > 0 }
        if !failed.isEmpty {
            Swift.print("")
            try table(report, of: failed).print(.text)
        }
        accepted(report)
        absent(validation)
        Swift.print("\n next: \(next(validation))")
    }

    private func title(_ plan: ValidationPlan) -> String {
        "ssda903 \(plan.request.year)" + (plan.authority.map { " · authority \($0.number) \($0.name)" } ?? "") + " · \(plan.request.path)"
    }

    private func sources(_ validation: Validation) -> [String] {
        func part(_ isLast: Bool) -> String {
            let modules = validation.modules.filter { $0.table.isLast == isLast }
            return "\(ValidationPrinter.count(modules.count, "module")), \(ValidationPrinter.count(modules.reduce(0) { $0 + $1.rows }, "row"))"
        }
        let year = validation.plan.request.year
        var lines = [" \(year): \(part(false))"]
        if validation.plan.previous != nil { lines.append(" \(year.previous): \(part(true))") }
        if !validation.plan.earlier.isEmpty {
            lines.append(
                " \(validation.plan.earlier.map(\.year.description).joined(separator: ", ")): \(ValidationPrinter.count(validation.rowsOfEarlierYears, "row"))")
        }
        return lines
    }

    /// Rules with answer and findings; a rule that flags rows of several modules has a line for each in the text form.
    private func table(_ report: Report, of rules: [Int]) throws -> Output {
        let validation = report.validation
        let isText = options.format == .text
        let isCompared = report.states.lastRun != nil
        let hasAccepted = report.states.counts.accepted > 0
        let standing: [Output.Column] =
            (isCompared || !isText ? [.init(title: "new", name: "new", number: true), .init(title: "fixed", name: "fixed", number: true)] : [])
            + (hasAccepted || !isText ? [.init(title: "accepted", name: "accepted", number: true)] : [])
        var output = Output(
            columns: [.init(title: "rule", name: "rule"), .init(title: "severity", name: "severity")]
                + (isText ? [] : [.init(title: "answer", name: "answer")])
                + [.init(title: "rows", name: "findings", number: true)] + (isText ? standing : []) + [
                    .init(title: isText ? "module" : "modules", name: "modules")
                ]
                + (isText ? [] : [.init(title: "reason", name: "reason")]) + [.init(title: "what is wrong", name: "title")] + (isText ? [] : standing))
        for index in rules {
            let outcome = validation.outcomes[index]
            let modules = validation.modules(ofRule: index)
            let counts = report.states.rules[index]
            func cells(_ isShown: Bool) -> [Output.Cell] {
                (isCompared || !isText ? [isShown ? .number(counts.new) : .none, isShown ? .number(counts.fixed) : .none] : [])
                    + (hasAccepted || !isText ? [isShown ? .number(counts.accepted) : .none] : [])
            }
            if isText {
                for (place, module) in modules.enumerated() {
                    let first = place == 0
                    output.rows.append(
                        [
                            .text(first ? outcome.rule.code : ""), .text(first ? outcome.severity : ""), .number(module.rows),
                        ] + cells(first) + [.text(module.table.name), .text(first ? outcome.rule.title : "")])
                }
            } else {
                output.rows.append(
                    [
                        .text(outcome.rule.code), .text(outcome.severity), .text(outcome.answer.name), .number(outcome.findings),
                        .text(modules.map(\.table.name).joined(separator: " ")), .text(outcome.answer.reason ?? ""), .text(outcome.rule.title),
                    ] + cells(true))
            }
        }
        return output
    }

    /// What could not run, by what is absent.
    private func absent(_ validation: Validation) {
        for name in ["could not run", "not applicable"] {
            let groups = Dictionary(grouping: validation.outcomes.filter { $0.answer.name == name }, by: { $0.answer.reason ?? "" })
            guard !groups.isEmpty else { continue }
            Swift.print("\n \(name)")
            for (reason, outcomes) in groups.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
                Swift.print("   \(reason): \(outcomes.map(\.rule.code).joined(separator: " "))")
            }
        }
    }

    private func next(_ validation: Validation) -> String {
        var steps: [String] = []
        if !reports.isEmpty { steps.append("open \(reports.joined(separator: ", "))") }
        if validation.findings > 0, reports.isEmpty { steps.append("--report FILE.html shows them with what puts each right") }
        if validation.findings > 0, findingsFile == nil { steps.append("--findings FILE lists every row") }
        if let findingsFile { steps.append("every row is in \(findingsFile)") }
        var absent = Set<Need>()
        for outcome in validation.outcomes { if case .couldNotRun(let needs) = outcome.answer { absent.formUnion(needs) } }
        if absent.contains(where: { if case .anyOf(let tables) = $0 { tables.allSatisfy(\.isLast) } else { false } }), validation.plan.previous == nil {
            steps.append("--previous FOLDER compares with last year")
        }
        if absent.contains(.postcodes) { steps.append("--postcodes FILE places postcodes") }
        if absent.contains(.providers) { steps.append("--providers FILE knows the URNs") }
        return steps.isEmpty ? "nothing to do" : steps.joined(separator: " · ")
    }

    /// `against the run of 2026-06-12 09:14 UTC: 14 new, 230 fixed, 1,204 standing`
    private func against(_ report: Report) {
        guard let last = report.states.lastRun else { return Swift.print("\n the first run of this return: nothing to compare with") }
        let counts = report.states.counts
        var parts = [(counts.new, "new"), (counts.fixed, "fixed"), (counts.standing, "standing")]
        if counts.firstJudged > 0 { parts.append((counts.firstJudged, "of rules judged for the first time")) }
        if counts.accepted > 0 { parts.append((counts.accepted, "accepted")) }
        let words = parts.map { "\(TerminalTable.thousands($0.0)) \($0.1)" }.joined(separator: ", ")
        Swift.print("\n against the run of \(Report.shown(moment: last)): \(words)")
    }

    /// Accepted findings with their reasons, and acceptances that ended.
    private func accepted(_ report: Report) {
        let shown = 20
        for (standing, title) in [
            (FindingStates.AppliedAcceptance.Standing.holds, "accepted"), (.expired, "acceptance expired: the row has changed since"),
        ] {
            let those = report.states.acceptances.filter { $0.standing == standing }.map(\.acceptance)
            guard !those.isEmpty else { continue }
            Swift.print("\n \(title)")
            for one in those.prefix(shown) { Swift.print("   \(one.rule) \(one.module) row \(one.row): \(Report.words(one))") }
            if those.count > shown { Swift.print("   and \(those.count - shown) more: loxley findings list") }
        }
    }

    /// Where the time went, on standard error, so that a program's output stays what it is.
    private func times(_ validation: Validation) throws {
        let total = validation.timings.reduce(0) { $0 + $1.seconds }
        var lines = ["where the time went (seconds on \(validation.timings.isEmpty ? "no" : "several") connections at once; \(fixed(total)) in all)"]
        for timing in validation.timings.sorted(by: { $0.seconds > $1.seconds }) { lines.append("  \(fixed(timing.seconds))  \(timing.name)") }
        FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }

    private func fixed(_ seconds: Double) -> String { String(format: "%8.4f", seconds) }
}
