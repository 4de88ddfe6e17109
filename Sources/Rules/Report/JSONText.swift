/// Writes JSON that can stand inside a page: no character of it can end a script or begin markup.
enum JSONText {
    /// Adds a text in quotes.
    static func append(_ text: String, to out: inout [UInt8]) {
        out.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: out += [0x5C, byte]
            // < > & and what a control character would break.
            case 0x00..<0x20, 0x26, 0x3C, 0x3E, 0x7F: out += "\\u00".utf8 + [digit(byte >> 4), digit(byte & 15)]
            default: out.append(byte)
            }
        }
        out.append(0x22)
    }

    /// Adds a text in quotes, or null.
    static func append(_ text: String?, to out: inout [UInt8]) {
        if let text { append(text, to: &out) } else { out += "null".utf8 }
    }

    /// Adds a whole number.
    static func append(_ number: Int, to out: inout [UInt8]) { out += String(number).utf8 }

    /// A text in quotes.
    static func quoted(_ text: String) -> String {
        var out: [UInt8] = []
        append(text, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x61 + value - 10 }
}

/// A value of a JSON document that is built piece by piece.
indirect enum JSONValue {
    case text(String?)
    case number(Int)
    case flag(Bool)
    case list([JSONValue])
    /// In the order given.
    case object([(String, JSONValue)])

    /// Adds the value.
    func append(to out: inout [UInt8]) {
        switch self {
        case .text(let text): JSONText.append(text, to: &out)
        case .number(let number): JSONText.append(number, to: &out)
        case .flag(let flag): out += (flag ? "true" : "false").utf8
        case .list(let values):
            out.append(0x5B)
            for (index, value) in values.enumerated() {
                if index > 0 { out.append(0x2C) }
                value.append(to: &out)
            }
            out.append(0x5D)
        case .object(let pairs):
            out.append(0x7B)
            for (index, pair) in pairs.enumerated() {
                if index > 0 { out.append(0x2C) }
                JSONText.append(pair.0, to: &out)
                out.append(0x3A)
                pair.1.append(to: &out)
            }
            out.append(0x7D)
        }
    }
}
