/// The result for programs: one JSON object, its large parts last, so that a program can read it as a stream.
public struct JSONReport {
    private let report: Report
    private let withFindings: Bool

    /// - Parameter withFindings: ends with the array `list`, which has an object for each finding
    public init(_ report: Report, withFindings: Bool) {
        self.report = report
        self.withFindings = withFindings
    }

    /// Hands the object over piece by piece, in constant memory.
    /// - Throws: what the closure throws.
    public func write(_ sink: ([UInt8]) throws -> Void) throws {
        let validation = report.validation, plan = validation.plan
        let head: [(String, JSONValue)] = [
            ("collection", .text("ssda903")), ("year", .text(plan.request.year.description)), ("authority", .text(plan.authority?.number)),
            ("recorded_at", .text(report.recordedAt)), ("findings", .number(validation.findings)), ("open", .number(report.states.counts.open)),
            ("against_last_run", .object([("recorded_at", .text(report.states.lastRun))] + JSONReport.counts(report.states.counts))),
            ("answers", .object(report.answers.map { ($0.name, .number($0.rules)) })),
            ("modules", .object(validation.modules.map { ($0.table.name, .number($0.rows)) })),
            ("warnings", .list(validation.warnings.map { .text($0) })),
            ("acceptances", .list(report.states.acceptances.map(JSONReport.acceptance))),
        ]
        var buffer: [UInt8] = []
        JSONValue.object(head).append(to: &buffer)
        buffer.removeLast()
        buffer += ",\n\"rules\":[".utf8
        for index in validation.outcomes.indices {
            buffer += "\(index == 0 ? "\n" : ",\n")".utf8
            rule(index).append(to: &buffer)
        }
        buffer += "\n]".utf8
        if withFindings {
            buffer += ",\n\"list\":[".utf8
            var isFirst = true
            try validation.forEachFinding { finding in
                buffer += "\(isFirst ? "\n" : ",\n")".utf8
                isFirst = false
                self.finding(finding).append(to: &buffer)
                guard buffer.count > 1 << 16 else { return }
                try sink(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
            buffer += "\n]".utf8
        }
        buffer += "}\n".utf8
        try sink(buffer)
    }

    private static func counts(_ counts: FindingStates.Counts) -> [(String, JSONValue)] {
        [
            ("new", .number(counts.new)), ("standing", .number(counts.standing)), ("first_judged", .number(counts.firstJudged)),
            ("accepted", .number(counts.accepted)), ("fixed", .number(counts.fixed)),
        ]
    }

    private static func acceptance(_ applied: FindingStates.AppliedAcceptance) -> JSONValue {
        let acceptance = applied.acceptance
        return .object([
            ("id", .number(acceptance.id)), ("rule", .text(acceptance.rule)), ("module", .text(acceptance.module)), ("row", .number(acceptance.row)),
            ("child", .text(acceptance.child)), ("standing", .text(applied.standing.rawValue)), ("reason", .text(acceptance.reason)),
            ("by", .text(acceptance.acceptedBy)), ("recorded_at", .text(acceptance.recordedAt)),
        ])
    }

    private func rule(_ index: Int) -> JSONValue {
        let outcome = report.validation.outcomes[index], rule = outcome.rule
        var pairs: [(String, JSONValue)] = [
            ("rule", .text(rule.code)), ("title", .text(rule.title)), ("severity", .text(outcome.severity)), ("answer", .text(outcome.answer.name)),
        ]
        if let reason = outcome.answer.reason { pairs.append(("reason", .text(reason))) }
        pairs.append(("findings", .number(outcome.findings)))
        pairs += JSONReport.counts(report.states.rules[index])
        pairs += [
            ("modules", .object(report.validation.modules(ofRule: index).map { ($0.table.name, .number($0.rows)) })),
            ("fields", .list(rule.fields.map { .text($0) })), ("found", .text(rule.found)), ("fix", .text(rule.fix)),
        ]
        return .object(pairs)
    }

    private func finding(_ finding: Finding) -> JSONValue {
        let state = report.states.state(rule: finding.rule, table: finding.table, row: finding.row)
        var pairs: [(String, JSONValue)] = [
            ("rule", .text(report.validation.outcomes[finding.rule].rule.code)), ("module", .text(finding.table.name)), ("row", .number(finding.row)),
            ("child", .text(finding.child)), ("state", .text(state.name)),
        ]
        if case .accepted(let place) = state { pairs.append(("acceptance", .number(report.states.acceptances[place].acceptance.id))) }
        return .object(pairs)
    }
}
