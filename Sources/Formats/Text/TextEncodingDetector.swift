/// Finds out how a text file is encoded.
public enum TextEncodingDetector {
    /// How many bytes at the beginning are looked at for signs of UTF-16.
    static let sampleSize = 1 << 16

    /// Reads the whole file and says how it is encoded.
    ///
    /// In this order: a byte order mark; UTF-16 when nearly every second byte of the beginning is NUL; UTF-8 when all sequences are well
    /// formed, or when well-formed ones are at least ten times as many as others (one bad byte in a UTF-8 file stays one bad row, instead
    /// of garbling every name); else Windows-1252. A sequence cut off by the end of the file does not count.
    /// - Parameter path: a file.
    /// - Throws: ``FormatError/cannotOpen(path:reason:)`` or ``FormatError/cannotRead(path:reason:)``.
    public static func detect(_ path: String) throws -> TextEncoding {
        let file = try InputFile(path: path)
        let sample = try file.beginning(sampleSize)
        return try sample.withUnsafeBytes { try detect(file, sample: $0) }
    }

    /// As ``detect(_:)``, of a file that is open; its read position is moved.
    static func detect(_ file: InputFile, sample: UnsafeRawBufferPointer) throws -> TextEncoding {
        if let mark = byteOrderMark(sample) { return mark.encoding }
        if let encoding = utf16WithoutMark(sample) { return encoding }
        var scan = UTF8Scan()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
        defer { buffer.deallocate() }
        try file.seek(to: 0)
        while true {
            let count = try file.read(into: buffer)
            if count == 0 { break }
            scan.scan(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
        return encoding(of: scan)
    }

    static func encoding(of scan: UTF8Scan) -> TextEncoding {
        let cutOff = scan.missing > 0 && scan.wellFormed == 0 ? 1 : 0
        let illFormed = scan.illFormed + cutOff
        if illFormed == 0 { return .utf8 }
        return scan.wellFormed >= illFormed * 10 ? .utf8 : .windows1252
    }

    /// The byte order mark that the bytes begin with, and its length.
    static func byteOrderMark(_ bytes: UnsafeRawBufferPointer) -> (encoding: TextEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
        return nil
    }

    /// UTF-16 shows itself by NULs at every second place: more than 60% there, fewer than 10% at the others.
    static func utf16WithoutMark(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
        let pairs = bytes.count / 2
        guard pairs >= 2 else { return nil }
        var first = 0
        var second = 0
        for i in 0..<pairs {
            if bytes[2 * i] == 0 { first += 1 }
            if bytes[2 * i + 1] == 0 { second += 1 }
        }
        if second * 10 > pairs * 6, first * 10 < pairs { return .utf16le }
        if first * 10 > pairs * 6, second * 10 < pairs { return .utf16be }
        return nil
    }
}
