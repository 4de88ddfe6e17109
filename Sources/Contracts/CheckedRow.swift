/// A row as the contract reads it: typed values and what is needed to keep its history. Reused from row to row.
public struct CheckedRow {
    /// A value of a column.
    public enum Cell {
        case null
        /// Days since 2000-01-01.
        case date(Int32)
        case integer(Int32)
        /// UTF-8 bytes of ``CheckedRow/text``.
        case text(Int, Int)
    }

    /// What became of the row.
    public enum Verdict: Equatable {
        case good
        /// Stored, but nothing may be derived from it.
        case unusable
        /// No record can be made of it.
        case quarantine
        /// A footer.
        case ignored
    }

    /// 1-based data row in the file.
    public internal(set) var number = 0
    /// One for each column of the year, in the contract's order.
    public internal(set) var cells: [Cell] = []
    /// The bytes that text cells point into.
    public internal(set) var text: [UInt8] = []
    /// The business key: canonical texts joined by `/`; a `/` inside one is written `%2F`.
    public internal(set) var key: [UInt8] = []
    /// XXH3-128 over the row's texts as they were written, in the contract's order.
    public internal(set) var contentHash: (high: UInt64, low: UInt64) = (0, 0)
    /// JSON of the texts that differ from the canonical rendering of their value; empty when none does.
    public internal(set) var raw: [UInt8] = []
    /// Why nothing may be derived from it, or why it was set aside. Never a value.
    public internal(set) var reason = ""
    /// The column concerned.
    public internal(set) var column: String?

    public init() {}
}
