import Vocabulary

/// A case of a rule: tables in, flagged rows out. Many of them stand in `CODE.cases.yaml` beside the rule.
public struct RuleCase: Sendable {
    /// What the rule does in it, as a sentence.
    public let sentence: String
    /// The collection year.
    public let year: CollectionYear
    /// The returning authority's nine-character code; nil where it is not known.
    public let authority: String?
    /// An XML return.
    public let isXML: Bool
    /// The answer that is expected where the rule does not run: `could not run` or `not applicable`.
    public let answer: String?
    /// The modules and reference data that are there.
    public let tables: [Table]

    /// A module's rows, or a list of reference data.
    public struct Table: Sendable {
        /// `Episodes`, `Episodes_last`, `Episodes_earlier`, `Postcodes`, `Providers`.
        public let name: String
        /// Columns that are given.
        public let columns: [String]
        /// Values; nil is blank.
        public let rows: [[String?]]
        /// Rows that the rule must flag, from 1.
        public let flagged: Set<Int>
    }
}
