import Glibc

/// A file being written: buffered, under a temporary name beside its place, and put there at once by ``finish()``.
///
/// Until then what stood at the path is unharmed; a file let go without `finish()` leaves nothing.
public final class OutputFile {
    /// Where the file will stand.
    public let path: String
    /// Bytes taken so far.
    public private(set) var bytesWritten = 0

    /// Where it is written until it is finished; nil for a pipe or a device, which is written directly.
    private let temporaryPath: String?
    private let finalPath: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private let bufferSize: Int

    /// Makes the temporary file. A symbolic link is followed; a pipe or a device, such as `/dev/stdout`, is written directly.
    /// - Parameters:
    ///   - path: where the file will stand; its folder must exist.
    ///   - bufferSize: bytes written at a time.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    public init(path: String, bufferSize: Int = 1 << 18) throws {
        self.path = path
        self.bufferSize = max(1, bufferSize)
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR { throw FormatError.cannotWrite(path: path, reason: "it is a folder") }
        if exists, status.st_mode & S_IFMT != S_IFREG {
            temporaryPath = nil
            finalPath = path
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
        } else {
            finalPath = exists ? Self.resolved(path) : path
            (descriptor, temporaryPath) = Self.openTemporary(beside: finalPath)
        }
        guard descriptor >= 0 else { throw FormatError.cannotWrite(path: path, reason: systemErrorText()) }
        buffer.reserveCapacity(self.bufferSize + 4096)
    }

    /// The path with its symbolic links followed.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// A new file with a hidden name in the same folder, so that it can be renamed.
    private static func openTemporary(beside path: String) -> (descriptor: Int32, path: String) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { path[...$0] } ?? ""
        let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
        var attempt = 0
        while true {
            let candidate = "\(folder).\(name).\(getpid())-\(attempt).partial"
            let descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            attempt += 1
            if descriptor >= 0 || errno != EEXIST || attempt == 100 { return (descriptor, candidate) }
        }
    }

    deinit {
        if descriptor >= 0 {
            close(descriptor)
            discard()
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
        let isStored = temporaryPath == nil || fsync(descriptor) == 0
        let problem = isStored ? nil : failure()
        let isClosed = close(descriptor) == 0
        descriptor = -1
        guard isStored, isClosed, temporaryPath.map({ rename($0, finalPath) == 0 }) ?? true else {
            let error = problem ?? failure()
            discard()
            throw error
        }
    }

    private func discard() {
        if let temporaryPath { unlink(temporaryPath) }
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
