/// Elements and their text as UTF-8, escaped: one child of the XML return on one line.
///
/// Not `Formats.XMLWriter`, which has no comments (an unverified layout is marked by one) and a line for each element.
struct XMLText {
    private(set) var bytes: [UInt8] = []

    /// An element with text; empty where there is none.
    mutating func element(_ name: String, _ text: String?) {
        guard let text, !text.isEmpty else {
            bytes.append(contentsOf: "<\(name)/>".utf8)
            return
        }
        element(name) { $0.escaped(text) }
    }

    /// An element around what the closure writes.
    mutating func element(_ name: String, _ content: (inout XMLText) -> Void) {
        bytes.append(contentsOf: "<\(name)>".utf8)
        content(&self)
        bytes.append(contentsOf: "</\(name)>".utf8)
    }

    /// Text with the characters of markup replaced. Characters that XML 1.0 cannot hold become U+FFFD.
    private mutating func escaped(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes.append(contentsOf: "&amp;".utf8)
            case "<": bytes.append(contentsOf: "&lt;".utf8)
            case ">": bytes.append(contentsOf: "&gt;".utf8)
            // A bare carriage return would be read as a line feed.
            case "\r": bytes.append(contentsOf: "&#13;".utf8)
            case "\t", "\n", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            default: bytes.append(contentsOf: UTF8.encodedReplacementCharacter)
            }
        }
    }
}
