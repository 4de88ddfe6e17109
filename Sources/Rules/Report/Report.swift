/// What every form of report is made from.
public struct Report {
    /// The result; valid while the sandbox stands.
    public let validation: Validation
    /// How the findings stand against the last run.
    public let states: FindingStates
    /// The moment of recording, ISO 8601.
    public let recordedAt: String

    /// A report on a validation.
    public init(_ validation: Validation, states: FindingStates, recordedAt: String) {
        self.validation = validation
        self.states = states
        self.recordedAt = recordedAt
    }

    /// The answers in their order, with the number of rules.
    public var answers: [(name: String, rules: Int)] {
        ["failed", "passed", "not applicable", "could not run"].map { ($0, validation.count($0)) }
    }

    /// Why rules did not run: answer, reason, codes.
    public var reasons: [(answer: String, reason: String, codes: [String])] {
        ["could not run", "not applicable"].flatMap { answer in
            Dictionary(grouping: validation.outcomes.filter { $0.answer.name == answer }, by: { $0.answer.reason ?? "" })
                .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
                .map { (answer, $0.key, $0.value.map(\.rule.code)) }
        }
    }

    /// `892 Nottingham`; nil where the authority was not given.
    public var authority: String? { validation.plan.authority.map { "\($0.number) \($0.name)" } }

    /// The year and the collection: `SSDA903 return 2026-27`.
    public var title: String { "SSDA903 return \(validation.plan.request.year)" + (authority.map { ", authority \($0)" } ?? "") }

    /// The columns of a module that show what a rule is about: its fields, or where those come from.
    static func shown(_ rule: Rule, in module: ReturnModule) -> [Int] {
        let sources = ["PL_LA": ["PL_POST"], "PL_LOCATION": ["PL_POST", "HOME_POST"], "PL_DISTANCE": ["PL_POST", "HOME_POST"]]
        let names = rule.fields.flatMap { [$0] + (sources[$0] ?? []) }
        return module.columns.indices.filter { names.contains(module.columns[$0].name) }
    }

    /// The columns of a module beside CHILD that tell a child's rows apart.
    static func keys(of module: ReturnModule) -> [Int] {
        let names = RowMarker.keyColumns[module.name] ?? []
        return module.columns.indices.filter { names.contains(module.columns[$0].name) }
    }

    /// A moment for people: `2026-06-12 09:14 UTC`.
    public static func shown(moment: String) -> String {
        guard moment.utf8.count >= 16, moment.hasSuffix("Z") else { return moment }
        return moment.prefix(10) + " " + moment.dropFirst(11).prefix(5) + " UTC"
    }

    /// An acceptance in words.
    public static func words(_ acceptance: Acceptance) -> String {
        "\(acceptance.reason) (\(acceptance.acceptedBy), \(acceptance.recordedAt.prefix(10)), number \(acceptance.id))"
    }
}
