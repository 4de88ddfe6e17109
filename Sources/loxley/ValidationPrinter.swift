import Formats
import Foundation
import Rules
import Vocabulary

/// Prints the summary of a validation: how many rules gave which answer, what they found, and what could not run and why.
struct ValidationPrinter {
    let options: Options
    let findingsFile: String?
    let timings: Bool

    /// `1 finding`, `12,345 findings`.
    static func count(_ number: Int, _ word: String) -> String { "\(TerminalTable.thousands(number)) \(word)\(number == 1 ? "" : "s")" }

    func print(_ validation: Validation) throws {
        for warning in validation.warnings { options.note("warning: \(warning)") }
        switch options.format {
        case .text: try text(validation)
        case .json: Swift.print(try json(validation))
        case .csv: try table(validation, of: validation.outcomes.indices.map { $0 }).print(.csv)
        }
        if timings { try times(validation) }
    }

    private func text(_ validation: Validation) throws {
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
        let failed = validation.outcomes.indices.filter { validation.outcomes[$0].findings > 0 }
        if !failed.isEmpty {
            Swift.print("")
            try table(validation, of: failed).print(.text)
        }
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
    private func table(_ validation: Validation, of rules: [Int]) throws -> Output {
        let isText = options.format == .text
        var output = Output(
            columns: [.init(title: "rule", name: "rule"), .init(title: "severity", name: "severity")]
                + (isText ? [] : [.init(title: "answer", name: "answer")])
                + [.init(title: "rows", name: "findings", number: true), .init(title: isText ? "module" : "modules", name: "modules")]
                + (isText ? [] : [.init(title: "reason", name: "reason")]) + [.init(title: "what is wrong", name: "title")])
        for index in rules {
            let outcome = validation.outcomes[index]
            let modules = validation.modules(ofRule: index)
            if isText {
                for (place, module) in modules.enumerated() {
                    let first = place == 0
                    output.rows.append([
                        .text(first ? outcome.rule.code : ""), .text(first ? outcome.severity : ""), .number(module.rows), .text(module.table.name),
                        .text(first ? outcome.rule.title : ""),
                    ])
                }
            } else {
                output.rows.append([
                    .text(outcome.rule.code), .text(outcome.severity), .text(outcome.answer.name), .number(outcome.findings),
                    .text(modules.map(\.table.name).joined(separator: " ")), .text(outcome.answer.reason ?? ""), .text(outcome.rule.title),
                ])
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

    private func json(_ validation: Validation) throws -> String {
        let plan = validation.plan
        let rules = validation.outcomes.enumerated().map { index, outcome -> [String: Any] in
            var object: [String: Any] = [
                "rule": outcome.rule.code, "title": outcome.rule.title, "severity": outcome.severity, "answer": outcome.answer.name,
                "findings": outcome.findings, "fields": outcome.rule.fields, "found": outcome.rule.found, "fix": outcome.rule.fix,
                "modules": Dictionary(validation.modules(ofRule: index).map { ($0.table.name, $0.rows) }, uniquingKeysWith: { first, _ in first }),
            ]
            if let reason = outcome.answer.reason { object["reason"] = reason }
            return object
        }
        let object: [String: Any] = [
            "collection": "ssda903", "year": plan.request.year.description, "authority": plan.authority?.number ?? NSNull(),
            "modules": Dictionary(validation.modules.map { ($0.table.name, $0.rows) }, uniquingKeysWith: { first, _ in first }),
            "answers": Dictionary(
                ["passed", "failed", "not applicable", "could not run"].map { ($0, validation.count($0)) }, uniquingKeysWith: { first, _ in first }),
            "findings": validation.findings, "warnings": validation.warnings, "rules": rules,
        ]
        return String(
            decoding: try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]), as: UTF8.self)
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
