import Glibc

/// A regular file open for reading; closed when it is let go.
final class InputFile {
    let path: String
    /// Bytes, when it was opened.
    let size: Int
    private let descriptor: Int32

    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FormatError.cannotOpen(path: path, reason: systemErrorText()) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let reason = systemErrorText()
            close(descriptor)
            throw FormatError.cannotOpen(path: path, reason: reason)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw FormatError.cannotOpen(
                path: path, reason: status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is not a regular file")
        }
        size = Int(status.st_size)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    deinit {
        close(descriptor)
    }

    /// Reads into a buffer, and returns how many bytes; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw FormatError.cannotRead(path: path, reason: systemErrorText()) }
        }
    }

    /// Moves the read position.
    func seek(to offset: Int) throws {
        guard lseek(descriptor, offset, SEEK_SET) >= 0 else { throw FormatError.cannotRead(path: path, reason: systemErrorText()) }
    }

    /// The first bytes of the file; the read position is afterwards at the beginning.
    func beginning(_ count: Int) throws -> [UInt8] {
        try seek(to: 0)
        let bytes = try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let rest = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[filled..<count]))
                let read = try read(into: rest)
                if read == 0 { break }
                filled += read
            }
        }
        try seek(to: 0)
        return bytes
    }
}

/// The text of the last system error.
func systemErrorText() -> String { String(cString: strerror(errno)) }
