/// The text of an element that holds runs (`si`, `is`).
enum RichText {
    /// Adds the text of all `t` elements to the bytes, up to the end of the element that is open; what stands in `rPh` is a phonetic hint.
    static func read(_ reader: XMLNodeReader, until end: StaticString, into bytes: inout [UInt8]) throws {
        var inText = false
        var hints = 0
        let start = bytes.count
        while let node = try reader.next() {
            switch node {
            case .start(let isEmpty):
                if isEmpty { break }
                if reader.isNamed("t") { inText = true }
                if reader.isNamed("rPh") { hints += 1 }
            case .text, .blank:
                if inText, hints == 0 { reader.withText { bytes.append(contentsOf: $0) } }
            case .end:
                if reader.isNamed(end) {
                    unescape(&bytes, from: start)
                    return
                }
                if reader.isNamed("t") { inText = false }
                if reader.isNamed("rPh") { hints -= 1 }
            }
        }
    }

    /// Undoes `_xHHHH_`, by which Excel writes characters that XML does not allow (ECMA-376 part 1, 22.9.2.19): `_x000D_` is a carriage return.
    static func unescape(_ bytes: inout [UInt8], from start: Int) {
        guard bytes.count - start >= 7 else { return }
        var i = start
        var o = start
        while i < bytes.count {
            if bytes[i] == 0x5F, let unit = escaped(bytes, at: i), let scalar = Unicode.Scalar(unit) {
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    bytes[o] = byte
                    o += 1
                }
                i += 7
            } else {
                bytes[o] = bytes[i]
                o += 1
                i += 1
            }
        }
        bytes.removeLast(bytes.count - o)
    }

    private static func escaped(_ bytes: [UInt8], at i: Int) -> UInt16? {
        guard i + 6 < bytes.count, bytes[i + 1] == 0x78, bytes[i + 6] == 0x5F else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[(i + 2)..<(i + 6)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
