/// What a file is by its first bytes.
public enum FileKind: Sendable {
    /// Delimited text, or something that only its reader can tell.
    case text
    /// An XLSX workbook, or what calls itself one: a ZIP archive, or the container of old and of encrypted workbooks.
    case workbook
    /// An XML document.
    case xml

    /// Looks at the first bytes.
    /// - Parameter path: a regular file.
    /// - Throws: ``FormatError``: it cannot be opened or read.
    public init(path: String) throws {
        let beginning = try InputFile(path: path).beginning(256)
        if beginning.starts(with: [0x50, 0x4B, 0x03, 0x04]) || beginning.starts(with: [0x50, 0x4B, 0x05, 0x06])
            || beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        {
            self = .workbook
            return
        }
        // Of UTF-16 every other byte is 0; marks of byte order are above 0x7F.
        let text = beginning.filter { $0 != 0 && $0 < 0x80 }.drop { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
        let second = text.dropFirst().first ?? 0
        let beginsElement = second == UInt8(ascii: "?") || second == UInt8(ascii: "!") || (0x41...0x5A).contains(second & 0xDF)
        self = text.first == UInt8(ascii: "<") && beginsElement ? .xml : .text
    }
}
