/// How a rule ended.
public struct RuleOutcome: Sendable {
    /// One of four answers; never an empty list for two of them.
    public enum Answer: Sendable, Equatable {
        /// It ran and flagged nothing.
        case passed
        /// It ran and flagged rows.
        case failed(rows: Int)
        /// It does not concern this return.
        case notApplicable(reason: String)
        /// It could not run, since these things are absent.
        case couldNotRun(absent: [Need])

        /// `passed`, `failed`, `not applicable` or `could not run`.
        public var name: String {
            switch self {
            case .passed: "passed"
            case .failed: "failed"
            case .notApplicable: "not applicable"
            case .couldNotRun: "could not run"
            }
        }

        /// Why it did not run; nil where it ran.
        public var reason: String? {
            switch self {
            case .passed, .failed: nil
            case .notApplicable(let reason): reason
            case .couldNotRun(let absent): absent.map(\.absence).joined(separator: ", ")
            }
        }
    }

    /// The rule.
    public let rule: Rule
    /// `error`, `query` or `unknown`, as the council's settings have it.
    public let severity: String
    /// How it ended.
    public let answer: Answer

    /// Rows flagged.
    public var findings: Int { if case .failed(let rows) = answer { rows } else { 0 } }
}
