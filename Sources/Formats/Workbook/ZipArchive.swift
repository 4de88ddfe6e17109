import CLibZip

/// A ZIP archive open for reading; closed when it is let go.
final class ZipArchive {
    private let handle: OpaquePointer

    /// Opens a file.
    /// - Throws: ``FormatError``: it cannot be opened, or is no ZIP archive.
    init(path: String) throws {
        var code: Int32 = 0
        guard let handle = zip_open(path, ZIP_RDONLY, &code) else {
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            let reason = zip_error_strerror(&error).map { String(cString: $0) } ?? "unknown"
            throw FormatError.notAWorkbook(reason: reason.lowercased())
        }
        self.handle = handle
    }

    deinit {
        zip_discard(handle)
    }

    /// Whether the archive has such a part, in any case.
    func contains(_ name: String) -> Bool { index(name) != nil }

    /// Opens a part as a stream.
    /// - Parameters:
    ///   - name: its path inside the archive.
    ///   - limit: unpacked bytes beyond which it is refused, whatever size the archive claims.
    /// - Returns: nil when there is no such part.
    func part(_ name: String, limit: Int) throws -> ZipPart? {
        guard let index = index(name) else { return nil }
        var status = zip_stat_t()
        zip_stat_init(&status)
        if zip_stat_index(handle, index, 0, &status) == 0 {
            if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, status.encryption_method != UInt16(ZIP_EM_NONE) {
                throw FormatError.encryptedWorkbook
            }
            if status.valid & UInt64(ZIP_STAT_SIZE) != 0, status.size > UInt64(limit) { throw FormatError.tooLargeUnpacked(limit: limit) }
        }
        guard let file = zip_fopen_index(handle, index, 0) else {
            throw FormatError.notAWorkbook(reason: "a part cannot be unpacked")
        }
        return ZipPart(archive: self, handle: file, limit: limit)
    }

    private func index(_ name: String) -> UInt64? {
        let exact = zip_name_locate(handle, name, 0)
        let found = exact >= 0 ? exact : zip_name_locate(handle, name, UInt32(ZIP_FL_NOCASE))
        return found >= 0 ? UInt64(found) : nil
    }
}

/// A part of a ZIP archive being unpacked.
final class ZipPart {
    private let archive: ZipArchive
    private let handle: OpaquePointer
    private let limit: Int
    private(set) var bytesRead = 0

    fileprivate init(archive: ZipArchive, handle: OpaquePointer, limit: Int) {
        self.archive = archive
        self.handle = handle
        self.limit = limit
    }

    deinit {
        zip_fclose(handle)
    }

    /// Fills a buffer with the next unpacked bytes and returns how many; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        let count = zip_fread(handle, base, UInt64(buffer.count))
        guard count >= 0 else { throw FormatError.notAWorkbook(reason: "a part is damaged; the file may be truncated") }
        bytesRead += Int(count)
        guard bytesRead <= limit else { throw FormatError.tooLargeUnpacked(limit: limit) }
        return Int(count)
    }
}
