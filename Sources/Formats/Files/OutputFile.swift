import Glibc

/// A file being written: buffered, under a temporary name beside its place, and put there at once by ``finish()``.
///
/// Until then what stood at the path is unharmed; a file let go without `finish()` leaves nothing.
public final class OutputFile {
    /// Where the file will stand.
    public let path: String
    /// Bytes taken so far.
    public private(set) var bytesWritten = 0

    private let temporaryPath: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private let bufferSize: Int

    /// Makes the temporary file.
    /// - Parameters:
    ///   - path: where the file will stand; its folder must exist.
    ///   - bufferSize: bytes written at a time.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    public init(path: String, bufferSize: Int = 1 << 18) throws {
        self.path = path
        self.bufferSize = max(1, bufferSize)
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { path[...$0] } ?? ""
        let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
        var candidate = ""
        var opened: Int32 = -1
        for attempt in 0..<100 {
            candidate = "\(folder).\(name).\(getpid())-\(attempt).partial"
            opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if opened >= 0 || errno != EEXIST { break }
        }
        temporaryPath = candidate
        descriptor = opened
        guard opened >= 0 else { throw FormatError.cannotWrite(path: path, reason: systemErrorText()) }
        buffer.reserveCapacity(self.bufferSize + 4096)
    }

    deinit {
        if descriptor >= 0 {
            close(descriptor)
            unlink(temporaryPath)
        }
    }

    /// Adds bytes.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    @inlinable public func write(_ bytes: some Collection<UInt8>) throws {
        try withBuffer { $0.append(contentsOf: bytes) }
    }

    /// Adds text, as UTF-8.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    public func write(_ text: String) throws {
        try withBuffer { $0.append(contentsOf: text.utf8) }
    }

    /// Lets a closure add bytes to the buffer, which is written out when it is full.
    /// - Parameter body: may only append.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``, and what the closure throws.
    public func withBuffer(_ body: (inout [UInt8]) throws -> Void) throws {
        let before = buffer.count
        try body(&buffer)
        bytesWritten += buffer.count - before
        if buffer.count >= bufferSize { try flush() }
    }

    /// Writes the rest to disk and puts the file in its place.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``; nothing is then left of the file.
    public func finish() throws {
        try flush()
        guard fsync(descriptor) == 0, close(descriptor) == 0 else { throw failure() }
        descriptor = -1
        guard rename(temporaryPath, path) == 0 else {
            let error = failure()
            unlink(temporaryPath)
            throw error
        }
    }

    private func flush() throws {
        guard descriptor >= 0 else { throw FormatError.cannotWrite(path: path, reason: "it is already finished") }
        let written = buffer.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
                if count > 0 { offset += count } else if errno != EINTR { return false }
            }
            return true
        }
        guard written else { throw failure() }
        buffer.removeAll(keepingCapacity: true)
    }

    private func failure() -> FormatError { .cannotWrite(path: path, reason: systemErrorText()) }
}
