import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// F_SETLEASE of Linux's fcntl.h, which the importer leaves out: F_LINUX_SPECIFIC_BASE + 0.
private let setLease: Int32 = 1024

/// A file to be loaded, as it stood when it was first looked at.
struct DeliveredFile: Sendable {
    /// As it was given.
    let path: String
    /// The name without folders.
    var name: String { (path as NSString).lastPathComponent }
    /// The file's size.
    let bytes: Int
    /// SHA-256 of its bytes, hexadecimal.
    let sha256: String
    private let modified: timespec

    /// Reads the file once: size, time and digest.
    /// - Throws: ``WarehouseError/refused(reason:next:)`` where it cannot be read or is still being written.
    init(path: String) throws {
        self.path = path
        let shown = (path as NSString).lastPathComponent
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw WarehouseError.refused(reason: "\(shown) cannot be read (\(String(cString: strerror(errno))))", next: [])
        }
        defer { close(descriptor) }
        // A read lease is refused while anybody has the file open for writing: fcntl(2), F_SETLEASE.
        if fcntl(descriptor, setLease, F_RDLCK) == -1, errno == EAGAIN {
            throw DeliveredFile.stillWritten(shown)
        }
        _ = fcntl(descriptor, setLease, F_UNLCK)
        var before = stat()
        fstat(descriptor, &before)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
        let sum = Checksum()
        var total = 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count == 0 { break }
            guard count > 0 else {
                throw WarehouseError.refused(reason: "\(shown) cannot be read (\(String(cString: strerror(errno))))", next: [])
            }
            sum.update(UnsafeRawBufferPointer(rebasing: buffer[0..<count]))
            total += count
        }
        bytes = total
        modified = before.st_mtim
        sha256 = sum.finish()
        try checkUnchanged()
    }

    /// Whether the file is still what it was.
    /// - Throws: ``WarehouseError/refused(reason:next:)`` where it has changed.
    func checkUnchanged() throws {
        var now = stat()
        guard stat(path, &now) == 0, Int(now.st_size) == bytes, now.st_mtim.tv_sec == modified.tv_sec, now.st_mtim.tv_nsec == modified.tv_nsec else {
            throw DeliveredFile.stillWritten(name)
        }
    }

    private static func stillWritten(_ name: String) -> WarehouseError {
        .refused(reason: "\(name) is still being written", next: ["Load it again when the transfer has ended."])
    }
}
