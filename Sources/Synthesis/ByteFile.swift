import Foundation

/// A file written through a buffer; rows go out as they are made.
final class ByteFile {
    enum Encoding: Sendable {
        case utf8, windows1252
        /// Little-endian with a byte order mark, as spreadsheets save "Unicode text".
        case utf16
    }

    private let path: String
    private let handle: UnsafeMutablePointer<FILE>
    private let encoding: Encoding
    private var buffer: [UInt8] = []
    private var closed = false

    /// Creates the file, or empties it.
    /// - Throws: ``SynthesisError/file(path:reason:)``
    init(path: String, encoding: Encoding = .utf8) throws {
        guard let handle = fopen(path, "wb") else { throw Self.failure(path) }
        self.path = path
        self.handle = handle
        self.encoding = encoding
        buffer.reserveCapacity(1 << 16)
        if encoding == .utf16 { buffer.append(contentsOf: [0xFF, 0xFE]) }
    }

    deinit { if !closed { fclose(handle) } }

    private static func failure(_ path: String) -> SynthesisError {
        .file(path: path, reason: String(cString: strerror(errno)))
    }

    /// Adds bytes: ASCII, or Windows-1252 where that is the file's encoding.
    func write(_ bytes: some Collection<UInt8>) throws {
        if encoding == .utf16 {
            for byte in bytes {
                buffer.append(byte)
                buffer.append(0)
            }
        } else {
            buffer.append(contentsOf: bytes)
        }
        if buffer.count >= 1 << 16 { try flush() }
    }

    func write(_ text: String) throws { try write(text.utf8) }

    private func flush() throws {
        guard !buffer.isEmpty else { return }
        let written = buffer.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, handle) }
        guard written == buffer.count else { throw Self.failure(path) }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what is left and closes.
    func close() throws {
        try flush()
        closed = true
        guard fclose(handle) == 0 else { throw Self.failure(path) }
    }
}
