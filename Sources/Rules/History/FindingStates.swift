import Vocabulary

/// How the findings of a run stand against the last run of the same return, and which of them were accepted.
public struct FindingStates: Sendable {
    /// How one finding stands.
    public enum State: Sendable, Equatable {
        /// The last run of the rule did not flag this row.
        case new
        /// The last run of the rule flagged this row too: a row with the same key, whatever else changed in it.
        case standing
        /// An officer accepted it; the place in ``FindingStates/acceptances``.
        case accepted(Int)
        /// The rule never ran on this return before.
        case firstJudged

        /// `new`, `standing`, `accepted` or `first judged`.
        public var name: String {
            switch self {
            case .new: "new"
            case .standing: "standing"
            case .accepted: "accepted"
            case .firstJudged: "first judged"
            }
        }
    }

    /// How many findings of a rule, or of all, stand how. The first four add up to the findings.
    public struct Counts: Sendable, Equatable {
        /// Not flagged in the last run.
        public var new = 0
        /// Flagged in the last run too.
        public var standing = 0
        /// Accepted, new or not.
        public var accepted = 0
        /// Of rules that never ran before.
        public var firstJudged = 0
        /// Flagged in the last run, and no longer.
        public var fixed = 0

        /// Findings that are not accepted.
        public var open: Int { new + standing + firstJudged }

        static func += (a: inout Counts, b: Counts) {
            a.new += b.new
            a.standing += b.standing
            a.accepted += b.accepted
            a.firstJudged += b.firstJudged
            a.fixed += b.fixed
        }
    }

    /// An acceptance in force, and what it is worth in this run.
    public struct AppliedAcceptance: Sendable {
        /// What became of it.
        public enum Standing: String, Sendable {
            /// The row is as it was accepted, and flagged.
            case holds
            /// The row is flagged, but its content has changed: it must be looked at again.
            case expired
            /// The rule no longer flags the row.
            case resolved
            /// The rule did not run.
            case notJudged = "not judged"
        }

        /// The acceptance.
        public let acceptance: Acceptance
        /// What became of it.
        public let standing: Standing
    }

    /// When the last run of this return was recorded, in ISO 8601; nil where there was none.
    public let lastRun: String?
    /// By the place of the rule in ``Validation/outcomes``.
    public let rules: [Counts]
    /// Every acceptance of this return in force.
    public let acceptances: [AppliedAcceptance]
    /// Findings of the last run that are gone, by child.
    public let fixedByChild: [String: Int]

    /// Rows that the last run did not flag, by rule; nil for a rule that never ran before.
    let fresh: [Flags?]
    /// Accepted rows, by rule, module and row.
    let accepted: [Place: Int]

    struct Place: Hashable, Sendable {
        let rule: Int
        let table: Int
        let row: Int
    }

    /// The findings of a run that could not be compared.
    public static func uncompared(_ validation: Validation) -> FindingStates {
        Comparison(validation, judged: []).states(lastRun: nil, acceptances: [])
    }

    /// All rules together.
    public var counts: Counts { rules.reduce(into: Counts()) { $0 += $1 } }

    /// How a finding stands.
    public func state(rule: Int, table: ModuleTable, row: Int) -> State {
        if !accepted.isEmpty, let place = accepted[Place(rule: rule, table: table.index, row: row)] { return .accepted(place) }
        guard let fresh = fresh[rule] else { return .firstJudged }
        return fresh.sets[table.index]?.contains(row) == true ? .new : .standing
    }

    /// Acceptances with a standing.
    public func count(_ standing: AppliedAcceptance.Standing) -> Int { acceptances.count { $0.standing == standing } }
}
