import CZstd
import Dispatch
import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Original files, kept for a configured time for dispute and replay: content-addressed, compressed, read-only.
public struct Archive: Sendable {
    /// The folder of the archive.
    public let folder: String

    /// The archive of a folder, which is made when the first file is kept.
    public init(folder: String) { self.folder = folder }

    /// Where the file with this digest lies.
    func path(sha256: String) -> String { "\(folder)/\(sha256.prefix(2))/\(sha256).zst" }

    /// A compressed file that has no name yet: nothing is in the archive before ``keep()``.
    struct Prepared: Sendable {
        fileprivate let partial: String
        fileprivate let target: String

        /// Puts it into the archive.
        /// - Throws: ``WarehouseError/failed(_:)`` where the folder cannot be written.
        func keep() throws {
            guard rename(partial, target) == 0 else {
                throw WarehouseError.failed("the archive cannot be written: \(String(cString: strerror(errno)))")
            }
        }

        /// Takes it away.
        func discard() { unlink(partial) }
    }

    /// Compresses files on a thread of its own, while the database works.
    final class Preparation: Sendable {
        private let outcome = Mutex<Result<[Prepared], any Error>?>(nil)
        private let done = DispatchSemaphore(value: 0)

        init(_ files: [DeliveredFile], in archive: Archive) {
            Thread.detachNewThread { [self] in
                var prepared: [Prepared] = []
                let result = Result {
                    do {
                        for file in files { if let made = try archive.prepare(file) { prepared.append(made) } }
                        return prepared
                    } catch {
                        for made in prepared { made.discard() }
                        throw error
                    }
                }
                outcome.withLock { $0 = result }
                done.signal()
            }
        }

        /// Waits for the end; to be called once.
        /// - Throws: ``WarehouseError/failed(_:)`` where the folder cannot be written.
        func wait() throws -> [Prepared] {
            done.wait()
            return try outcome.withLock { try $0?.get() ?? [] }
        }
    }

    /// Compresses a file into the archive's folder.
    /// - Returns: nil where the file is kept already.
    /// - Throws: ``WarehouseError/failed(_:)`` where the folder cannot be written.
    func prepare(_ file: DeliveredFile) throws -> Prepared? {
        let target = path(sha256: file.sha256)
        if access(target, F_OK) == 0 { return nil }
        let directory = (target as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw WarehouseError.failed("the archive folder cannot be made: \(String(cString: strerror(errno)))")
        }
        let partial = "\(target).\(getpid()).part"
        var complete = false
        defer { if !complete { unlink(partial) } }
        let source = open(file.path, O_RDONLY | O_CLOEXEC)
        let sink = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o400)
        defer {
            close(source)
            close(sink)
        }
        guard source >= 0, sink >= 0, let context = ZSTD_createCCtx() else {
            throw WarehouseError.failed("the archive cannot be written: \(String(cString: strerror(errno)))")
        }
        defer { ZSTD_freeCCtx(context) }
        ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 1)
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer {
            input.deallocate()
            output.deallocate()
        }
        while true {
            let count = read(source, input.baseAddress, input.count)
            guard count >= 0 else { throw WarehouseError.failed("\(file.name) cannot be read for the archive") }
            var from = ZSTD_inBuffer(src: input.baseAddress, size: count, pos: 0)
            let mode = count == 0 ? ZSTD_e_end : ZSTD_e_continue
            var left = 1
            repeat {
                var to = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
                left = ZSTD_compressStream2(context, &to, &from, mode)
                guard ZSTD_isError(left) == 0, write(sink, output.baseAddress, to.pos) == to.pos else {
                    throw WarehouseError.failed("the archive cannot be written: \(String(cString: strerror(errno)))")
                }
            } while mode == ZSTD_e_end ? left != 0 : from.pos < from.size
            if count == 0 { break }
        }
        fsync(sink)
        complete = true
        return Prepared(partial: partial, target: target)
    }

    /// Removes files older than so many days.
    /// - Parameters:
    ///   - days: how long files are kept
    ///   - now: seconds since 1970
    /// - Returns: how many were removed.
    @discardableResult
    public func expire(afterDays days: Int, now: Int) -> Int {
        var removed = 0
        for shelf in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(shelf)")) ?? [] where name.hasSuffix(".zst") {
                var information = stat()
                let path = "\(folder)/\(shelf)/\(name)"
                if stat(path, &information) == 0, now - information.st_mtim.tv_sec > days * 86_400, unlink(path) == 0 { removed += 1 }
            }
        }
        return removed
    }
}
