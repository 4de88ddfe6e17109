/// What several rules share, told once: a file `sql/rules/ssda903/concepts/NAME.sql`. The engine makes each a table, where a rule reads it.
public struct Concept: Sendable {
    /// The table's name in the sandbox.
    public let name: String
    /// What it holds.
    public let title: String
    /// Tables and concepts that it reads.
    public let reads: [String]
    /// The query that makes it.
    public let query: String
}
