/// Writes delimited text (RFC 4180, UTF-8), quoting only where it must. The file appears at its path when it is finished.
///
/// ```swift
/// let writer = try CSVWriter(path: "header.csv")
/// try writer.write(["CHILD", "SEX", "DOB"])
/// try writer.finish()
/// ```
public final class CSVWriter {
    /// What ends a row.
    public enum LineEnd: String, Sendable {
        /// Carriage return and line feed, as RFC 4180 and Excel have it.
        case crlf = "\r\n"
        /// Line feed.
        case lf = "\n"
    }

    /// Rows ended so far.
    public private(set) var rowsWritten = 0
    /// Bytes written so far.
    public var bytesWritten: Int { file.bytesWritten }

    private let file: OutputFile
    private let delimiter: UInt8
    private let lineEnd: [UInt8]
    private var fieldsInRow = 0
    private var bytesInRow = 0

    /// Begins a file.
    /// - Parameters:
    ///   - path: where it will stand; its folder must exist.
    ///   - lineEnd: what ends a row.
    ///   - delimiter: the byte between fields.
    ///   - bufferSize: bytes written at a time.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    public init(path: String, lineEnd: LineEnd = .crlf, delimiter: UInt8 = 0x2C, bufferSize: Int = 1 << 18) throws {
        file = try OutputFile(path: path, bufferSize: bufferSize)
        self.lineEnd = Array(lineEnd.rawValue.utf8)
        self.delimiter = delimiter
    }

    /// Writes a row.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    public func write(_ fields: [String]) throws {
        for field in fields { try writeField(field) }
        try endRow()
    }

    /// Writes a row as it was read.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    public func write(_ row: borrowing FieldRow) throws {
        for i in 0..<row.count { try row.withField(i) { try writeField($0) } }
        try endRow()
    }

    /// Adds a field to the row that is being written.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    public func writeField(_ text: String) throws {
        var text = text
        try text.withUTF8 { try writeField($0) }
    }

    /// Adds a field, given as UTF-8, to the row that is being written.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    public func writeField(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        try file.withBuffer { buffer in
            if fieldsInRow > 0 { buffer.append(delimiter) }
            if needsQuotes(bytes) {
                buffer.append(0x22)
                for byte in bytes {
                    if byte == 0x22 { buffer.append(0x22) }
                    buffer.append(byte)
                }
                buffer.append(0x22)
            } else {
                buffer.append(contentsOf: bytes)
            }
        }
        fieldsInRow += 1
        bytesInRow += bytes.count
    }

    /// Ends the row that is being written. A row of one empty field is written as `""`, because a blank line is no row.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    public func endRow() throws {
        try file.withBuffer { buffer in
            if fieldsInRow == 1, bytesInRow == 0 { buffer.append(contentsOf: [0x22, 0x22]) }
            buffer.append(contentsOf: lineEnd)
        }
        fieldsInRow = 0
        bytesInRow = 0
        rowsWritten += 1
    }

    /// Adds bytes as they are: rows that are already in this form.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    public func append(_ bytes: some Collection<UInt8>) throws {
        try file.write(bytes)
    }

    /// Writes the rest and puts the file in its place.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    public func finish() throws {
        try file.finish()
    }

    private func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.contains { $0 == 0x22 || $0 == delimiter || $0 == 0x0A || $0 == 0x0D }
    }
}
