import Formats

/// A file in the encoding of the system that it is said to come from. Rows go out as they are made; the file stands at its
/// path when it is closed.
final class EncodedFile {
    enum Encoding: Sendable {
        case utf8, windows1252
        /// Little-endian with a byte order mark, as spreadsheets save "Unicode text".
        case utf16
    }

    private let file: OutputFile
    private let encoding: Encoding

    /// Begins the file.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``
    init(path: String, encoding: Encoding = .utf8) throws {
        file = try OutputFile(path: path)
        self.encoding = encoding
        if encoding == .utf16 { try file.write([0xFF, 0xFE]) }
    }

    /// Adds bytes: ASCII, or Windows-1252 where that is the file's encoding.
    func write(_ bytes: some Collection<UInt8>) throws {
        guard encoding == .utf16 else { return try file.write(bytes) }
        try file.withBuffer { buffer in
            for byte in bytes {
                buffer.append(byte)
                buffer.append(0)
            }
        }
    }

    /// Adds ASCII text.
    func write(_ text: String) throws { try write(text.utf8) }

    /// Writes what is left and puts the file in its place.
    func close() throws { try file.finish() }
}
