/// Why a file cannot be read or written. No case holds a value of a cell.
public enum FormatError: Error, CustomStringConvertible, Sendable, Equatable {
    /// The file cannot be opened; the reason is the system's.
    case cannotOpen(path: String, reason: String)
    /// Reading stopped in the middle.
    case cannotRead(path: String, reason: String)
    /// The file cannot be written; what stood there before is unharmed.
    case cannotWrite(path: String, reason: String)
    /// Nothing in it: no bytes, or only blank lines.
    case empty
    /// Not text.
    case binary(kind: String)
    /// A field beyond the limit, usually because a quote was opened and never closed. Row 0 is the header or above.
    case fieldTooLarge(row: Int, column: Int)
    /// All fields of a row together are beyond the limit.
    case rowTooLarge(row: Int)
    /// More fields in a row than a workbook has columns.
    case tooManyFields(row: Int)
    /// No line among the first is the header that was looked for.
    case noHeader(linesSearched: Int)
    /// A password is needed.
    case encryptedWorkbook
    /// Not an XLSX workbook, or a broken one.
    case notAWorkbook(reason: String)
    /// The workbook has no such sheet.
    case noSuchSheet(wanted: String, names: [String])
    /// Unpacked, it is larger than the limit.
    case tooLargeUnpacked(limit: Int)
    /// Not well-formed XML, or XML of a kind that is refused.
    case badXML(line: Int, reason: String)
    /// The XML schema itself cannot be used.
    case badSchema(path: String, reason: String)

    /// What is wrong and what to do, without any value of a cell.
    public var description: String {
        switch self {
        case .cannotOpen(let path, let reason): "cannot open \(path): \(reason)"
        case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
        case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
        case .empty: "the file is empty"
        case .binary(let kind): "this is not text but a \(kind); export it again as CSV, or give the workbook itself"
        case .fieldTooLarge(let row, let column):
            "\(Self.place(row)), column \(column): the field is too large; a quote is probably opened there, or before, and never closed"
        case .rowTooLarge(let row): "\(Self.place(row)): the row is too large; is the delimiter or the line end right?"
        case .tooManyFields(let row): "\(Self.place(row)): too many fields; is the line end right?"
        case .noHeader(let lines): "none of the first \(lines) lines is the expected header"
        case .encryptedWorkbook:
            "the workbook is encrypted, or is an old XLS; open it with its password and save it as XLSX without one, or as CSV"
        case .notAWorkbook(let reason): "this is not a readable XLSX workbook: \(reason)"
        case .noSuchSheet(let wanted, let names): "the workbook has no sheet \(wanted); it has \(names.joined(separator: ", "))"
        case .tooLargeUnpacked(let limit): "a part of the workbook is larger than \(limit / 1_048_576) MiB when unpacked; it is refused"
        case .badXML(let line, let reason): "line \(line): \(reason)"
        case .badSchema(let path, let reason): "the schema \(path) cannot be used: \(reason)"
        }
    }

    private static func place(_ row: Int) -> String { row == 0 ? "in or above the header" : "row \(row)" }
}
