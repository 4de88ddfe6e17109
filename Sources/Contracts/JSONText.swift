/// Text inside JSON.
enum JSONText {
    static func append(_ text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &out) }
    }

    /// Writes a quoted string. NUL, which PostgreSQL cannot store, becomes U+FFFD.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                out.append(UInt8(ascii: "\\"))
                out.append(byte)
            case 0: out.append(contentsOf: [0xEF, 0xBF, 0xBD])
            case 1..<0x20:
                out.append(contentsOf: "\\u00".utf8)
                out.append("0123456789abcdef".utf8[UInt8(byte >> 4)])
                out.append("0123456789abcdef".utf8[UInt8(byte & 15)])
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}

extension String.UTF8View {
    fileprivate subscript(_ offset: UInt8) -> UInt8 { self[index(startIndex, offsetBy: Int(offset))] }
}
