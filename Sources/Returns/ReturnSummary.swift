/// What a return holds, and what it does not.
public struct ReturnSummary: Sendable, Equatable {
    /// A module that was written.
    public struct Module: Sendable, Equatable {
        /// The publisher's name: `Episodes`.
        public let module: String
        /// The name of its file in the folder.
        public let file: String
        /// Data rows.
        public let rows: Int
        /// Given back as the authority asserted it; otherwise selected from the star.
        public let asserted: Bool
    }

    /// How many records of a module one rule left out.
    public struct LeftOut: Sendable, Equatable {
        /// The publisher's name of the module.
        public let module: String
        /// A code of `docs/reference/ssda903-cohorts.md`, or `QUARANTINED`.
        public let rule: String
        /// Records.
        public let rows: Int
    }

    /// In the order of the collection.
    public let modules: [Module]
    /// By module and rule.
    public let leftOutByRule: [LeftOut]
    /// Exact duplicates in the newest files of the year: not stored twice, so not in the return twice.
    public let duplicates: Int
    /// What a reader of the return should know, one sentence each.
    public let notes: [String]

    /// Records left out in all: the data rows of `--explain`.
    public var leftOut: Int { leftOutByRule.reduce(0) { $0 + $1.rows } }
}
