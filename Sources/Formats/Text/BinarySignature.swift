/// Recognises files that are no text at all.
enum BinarySignature {
    private static let signatures: [(bytes: [UInt8], kind: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "ZIP archive (an XLSX workbook is one)"),
        ([0x50, 0x4B, 0x05, 0x06], "empty ZIP archive"),
        ([0x25, 0x50, 0x44, 0x46], "PDF"),
        ([0xD0, 0xCF, 0x11, 0xE0], "OLE container (an old XLS workbook or an encrypted XLSX)"),
        ([0x1F, 0x8B], "gzip archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "ELF program"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG image"),
        ([0xFF, 0xD8, 0xFF], "JPEG image"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7-Zip archive"),
        ([0x52, 0x61, 0x72, 0x21], "RAR archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard archive"),
        ([0x42, 0x5A, 0x68], "bzip2 archive"),
        ([0x53, 0x51, 0x4C, 0x69, 0x74, 0x65], "SQLite database"),
    ]

    /// What the file is by its first bytes, or nil when no signature is known.
    static func kind(_ bytes: UnsafeRawBufferPointer) -> String? {
        // "BZh" and "SQLite" are also words; a digit, or a space and "format", must follow.
        for (signature, kind) in signatures where bytes.starts(with: signature) {
            switch kind {
            case "bzip2 archive": if bytes.count > 4, (0x31...0x39).contains(bytes[3]), bytes[4] == 0x31 { return kind }
            case "SQLite database": if bytes.starts(with: Array("SQLite format 3\0".utf8)) { return kind }
            default: return kind
            }
        }
        return nil
    }

    /// Whether more than a twentieth of the bytes are control characters that no text has (in random bytes a tenth are; tab, line ends, form feed and escape aside).
    static func hasManyControlBytes(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var controls = 0
        for byte in bytes where byte < 0x20 || byte == 0x7F {
            switch byte {
            case 0x09...0x0D, 0x1A, 0x1B: break
            default: controls += 1
            }
        }
        return controls * 20 > bytes.count
    }
}
