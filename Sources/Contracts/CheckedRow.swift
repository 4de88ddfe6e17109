import Formats
import Vocabulary

/// A row as the contract reads it: typed values and what is needed to keep its history. Reused from row to row.
public struct CheckedRow {
    /// A value of a column.
    public enum Cell {
        case null
        /// Days since 2000-01-01.
        case date(Int32)
        case integer(Int32)
        /// Microseconds since 2000-01-01 00:00 UTC.
        case datetime(Int64)
        /// A decimal number: its digits as a whole number, and how many of them stand behind the point.
        case number(Int64, scale: Int)
        case boolean(Bool)
        /// UTF-8 bytes from one offset to another of the `FieldRow`: the field as it was written.
        case field(Int, Int)
        /// UTF-8 bytes from one offset to another of ``CheckedRow/text``: a canonical text that differs from what was written.
        case text(Int, Int)

        /// The text of a value that holds no bytes of the row: dates as ISO 8601, Y and N; nil for the others and where there is no value.
        var canonicalText: String? {
            switch self {
            case .null, .field, .text: return nil
            case .date(let days): return CalendarDate(daysSince2000: days).description
            case .integer(let value): return String(value)
            case .datetime(let moment): return EnglishTime.text(microsecondsSince2000: moment)
            case .number(let digits, let scale): return NumberText.text(digits, scale: scale)
            case .boolean(let value): return value ? "Y" : "N"
            }
        }
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
    /// The bytes that ``Cell/text(_:_:)`` points into.
    public internal(set) var text: [UInt8] = []
    /// The business key: canonical texts joined by `/`; a `/` inside one is written `%2F`, a `%` `%25`.
    public internal(set) var key: [UInt8] = []
    /// XXH3-128 over the row's texts as they were written, in the contract's order.
    public internal(set) var contentHash: (high: UInt64, low: UInt64) = (0, 0)
    /// Whom the agency says the record is about, for datasets about persons as another agency knows them; else empty.
    public internal(set) var subject: [UInt8] = []
    /// The canonical texts that the subject is the hash of, separated by U+001F.
    public internal(set) var subjectSays: [UInt8] = []
    /// JSON of the texts that differ from the canonical rendering of their value; empty when none does.
    public internal(set) var raw: [UInt8] = []
    /// Why nothing may be derived from it, or why it was set aside. Never a value.
    public internal(set) var reason = ""
    /// The column concerned.
    public internal(set) var column: String?

    /// An empty row, to be filled again and again by the checker.
    public init() {}

    /// A cell's canonical text: dates as ISO 8601, nil where there is no value.
    /// - Parameter row: the row the cells were made of
    public func canonicalText(_ column: Int, _ row: borrowing FieldRow) -> String? {
        switch cells[column] {
        case .field(let start, let end): return String(decoding: row.bytes[start..<end], as: UTF8.self)
        case .text(let start, let end): return String(decoding: text[start..<end], as: UTF8.self)
        default: return cells[column].canonicalText
        }
    }
}
