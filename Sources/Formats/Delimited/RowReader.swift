/// A source of rows, read one after the other: delimited text or a sheet of a workbook.
public protocol RowReader {
    /// The column names as written, trimmed; empty names at the end are left out.
    var header: [String] { get }

    /// Reads the next row.
    /// - Parameter row: filled with the row; its storage is reused.
    /// - Returns: false at the end; the row is then empty.
    /// - Throws: ``FormatError``; after an error the reader throws it again.
    mutating func next(into row: inout FieldRow) throws -> Bool
}
