/// A finding that an officer accepts, with the reason. It holds for the rule and the content of the row, and expires when that changes.
public struct Acceptance: Sendable {
    /// Its number.
    public let id: Int
    /// The code of the rule.
    public let rule: String
    /// The module's name; `Episodes_last` is last year's.
    public let module: String
    /// The child's identifier in the return.
    public let child: String
    /// The row of the module's file when it was accepted.
    public let row: Int
    /// Why.
    public let reason: String
    /// Who accepted it.
    public let acceptedBy: String
    /// When, in ISO 8601.
    public let recordedAt: String
    let mark: RowMark
}
