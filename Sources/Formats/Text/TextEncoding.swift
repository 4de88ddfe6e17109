/// The encodings of text files that are read.
public enum TextEncoding: String, Sendable, CaseIterable {
    /// UTF-8, with or without a byte order mark; ASCII is a part of it.
    case utf8
    /// Windows-1252, what Excel in Britain writes as "CSV".
    case windows1252
    /// UTF-16, low byte first.
    case utf16le
    /// UTF-16, high byte first.
    case utf16be
}
