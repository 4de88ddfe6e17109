/// Reads delimited text row by row, in constant memory.
///
/// A file is read to find its encoding (unless given), and once more for its rows. A copy of a reader shares its place in the file.
///
/// ```swift
/// var reader = try DelimitedReader(path: "episodes.csv")
/// var row = FieldRow()
/// while try reader.next(into: &row) { print(row.number, row.text(0)) }
/// ```
public struct DelimitedReader: RowReader {
    /// The header is looked for in so many lines, blank ones not counted.
    public static let linesSearchedForHeader = 20

    /// The column names as written, trimmed; empty names at the end are left out.
    public let header: [String]
    /// The byte between fields, as given or found.
    public let delimiter: UInt8
    /// The encoding, as given or found.
    public let encoding: TextEncoding
    /// The size of the file in bytes, when it was opened.
    public let fileSize: Int
    /// A quote was opened and not closed when the file ended: its last row holds the rest of the file. Known when the end is reached.
    public internal(set) var endedInsideQuotes = false

    private let source: ByteSource
    private let tokeniser: DelimitedTokeniser
    private let byteOrderMarkLength: Int
    private var rowNumber = 0
    private var failure: (any Error)?

    /// How much of the file has been taken, in bytes.
    public var bytesRead: Int { source.bytesRead + byteOrderMarkLength }

    /// Opens a file and reads up to its header.
    /// - Parameters:
    ///   - path: a regular file.
    ///   - options: what is known of its form.
    ///   - bufferSize: bytes read at a time.
    /// - Throws: ``FormatError``: it cannot be opened or read, is empty, is no text, or has no header that the options' matcher knows.
    public init(path: String, options: DelimitedOptions = DelimitedOptions(), bufferSize: Int = 1 << 20) throws {
        let file = try InputFile(path: path)
        let beginning = try file.beginning(TextEncodingDetector.sampleSize)
        guard !beginning.isEmpty else { throw FormatError.empty }
        let mark = beginning.withUnsafeBytes { TextEncodingDetector.byteOrderMark($0) }
        if mark == nil, let kind = beginning.withUnsafeBytes({ BinarySignature.kind($0) }) { throw FormatError.binary(kind: kind) }
        let encoding =
            try mark?.encoding ?? options.encoding ?? beginning.withUnsafeBytes { try TextEncodingDetector.detect(file, sample: $0) }
        let markLength = mark?.length ?? 0
        try file.seek(to: markLength)

        let sample = try Self.decode(Array(beginning.dropFirst(markLength)), encoding)
        if sample.withUnsafeBytes({ BinarySignature.hasManyControlBytes($0) }) { throw FormatError.binary(kind: "file of control bytes") }
        let declared = DelimiterDetector.declared(in: sample)
        let delimiter = options.delimiter ?? declared ?? DelimiterDetector.detect(sample, headerMatcher: options.headerMatcher)

        let source = ByteSource(encoding: encoding, bufferSize: bufferSize) { try file.read(into: $0) }
        let tokeniser = DelimitedTokeniser(source: source, delimiter: delimiter, maximumFieldBytes: options.maximumFieldBytes)
        var skipped = FieldRow()
        if declared != nil { _ = try tokeniser.next(into: &skipped, rowNumber: 0) }
        header = try Self.findHeader(tokeniser, options.headerMatcher)
        self.source = source
        self.tokeniser = tokeniser
        self.delimiter = delimiter
        self.encoding = encoding
        byteOrderMarkLength = markLength
        fileSize = file.size
    }

    /// Reads the next row. An empty field at the end, beyond the header's count, is what a trailing delimiter leaves, and is dropped.
    /// - Parameter row: filled with the row.
    /// - Returns: false at the end of the file.
    /// - Throws: ``FormatError``: the file cannot be read, or a field or row is too large. After an error it is thrown again.
    public mutating func next(into row: inout FieldRow) throws -> Bool {
        if let failure { throw failure }
        do {
            guard try tokeniser.next(into: &row, rowNumber: rowNumber + 1) else { return false }
            rowNumber += 1
            row.number = rowNumber
            if row.count > header.count { row.dropEmptyFields(beyond: header.count) }
            if row.saysTotal { row.isFooter = try tokeniser.isAtEnd() }
            if !row.terminated { endedInsideQuotes = tokeniser.endedInsideQuotes }
            return true
        } catch {
            failure = error
            throw error
        }
    }

    /// The trimmed texts of a row, without empty ones at the end.
    static func names(_ row: FieldRow) -> [String] {
        var names = (0..<row.count).map { row.text($0).trimmingBlanks() }
        while names.last == "" { names.removeLast() }
        return names
    }

    private static func findHeader(_ tokeniser: DelimitedTokeniser, _ matcher: (([String]) -> Bool)?) throws -> [String] {
        var row = FieldRow()
        var lines = 0
        while lines < linesSearchedForHeader, try tokeniser.next(into: &row, rowNumber: 0) {
            lines += 1
            let names = names(row)
            if names.isEmpty { continue }
            if matcher?(names) ?? true { return names }
        }
        throw lines == 0 ? FormatError.empty : FormatError.noHeader(linesSearched: lines)
    }

    private static func decode(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> [UInt8] {
        guard encoding != .utf8 else { return bytes }
        let source = ByteSource(bytes, encoding: encoding)
        var decoded: [UInt8] = []
        while try source.refill() {
            decoded.append(contentsOf: UnsafeBufferPointer(start: source.base, count: source.limit))
        }
        return decoded
    }
}
