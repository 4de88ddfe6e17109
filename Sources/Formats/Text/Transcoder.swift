/// Turns Windows-1252 or UTF-16 into UTF-8, piece by piece.
struct Transcoder {
    let encoding: TextEncoding
    private var pendingByte: UInt8?
    private var highSurrogate: UInt32?

    init(encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// The most bytes that this many bytes of input can become.
    static func capacity(for count: Int) -> Int { 3 * count + 8 }

    /// Windows-1252 from 0x80 to 0x9F; the five that are not assigned stay control characters, as browsers do (WHATWG Encoding).
    private static let upperControls: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// Transcodes the next piece.
    /// - Parameters:
    ///   - input: bytes in ``encoding``, cut anywhere.
    ///   - output: at least ``capacity(for:)`` bytes.
    /// - Returns: how many bytes of output were written.
    mutating func transcode(_ input: UnsafeRawBufferPointer, to output: UnsafeMutablePointer<UInt8>) -> Int {
        switch encoding {
        case .utf8:
            UnsafeMutableRawPointer(output).copyMemory(from: input.baseAddress ?? UnsafeRawPointer(output), byteCount: input.count)
            return input.count
        case .windows1252: return Self.windows1252(input, to: output)
        case .utf16le, .utf16be: return utf16(input, to: output)
        }
    }

    /// What is left at the end of the input: half a character becomes U+FFFD.
    mutating func finish(to output: UnsafeMutablePointer<UInt8>) -> Int {
        guard pendingByte != nil || highSurrogate != nil else { return 0 }
        pendingByte = nil
        highSurrogate = nil
        return Self.put(0xFFFD, output, 0)
    }

    private static func windows1252(_ input: UnsafeRawBufferPointer, to output: UnsafeMutablePointer<UInt8>) -> Int {
        upperControls.withUnsafeBufferPointer { table in
            var o = 0
            var i = 0
            while i < input.count {
                let next = UTF8Scan.skipASCII(input, from: i)
                if next > i, let base = input.baseAddress {
                    UnsafeMutableRawPointer(output + o).copyMemory(from: base + i, byteCount: next - i)
                    o += next - i
                    i = next
                }
                guard i < input.count else { break }
                let byte = input[i]
                o = put(byte < 0xA0 ? table[Int(byte) - 0x80] : UInt32(byte), output, o)
                i += 1
            }
            return o
        }
    }

    private mutating func utf16(_ input: UnsafeRawBufferPointer, to output: UnsafeMutablePointer<UInt8>) -> Int {
        let littleEndian = encoding == .utf16le
        var o = 0
        var i = 0
        while i < input.count {
            let first: UInt8
            if let pending = pendingByte {
                first = pending
                pendingByte = nil
            } else {
                first = input[i]
                i += 1
                guard i < input.count else {
                    pendingByte = first
                    break
                }
            }
            let second = input[i]
            i += 1
            let unit = littleEndian ? UInt32(second) << 8 | UInt32(first) : UInt32(first) << 8 | UInt32(second)
            if let high = highSurrogate {
                highSurrogate = nil
                if (0xDC00...0xDFFF).contains(unit) {
                    o = Self.put(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), output, o)
                    continue
                }
                o = Self.put(0xFFFD, output, o)
            }
            switch unit {
            case 0xD800...0xDBFF: highSurrogate = unit
            case 0xDC00...0xDFFF: o = Self.put(0xFFFD, output, o)
            default: o = Self.put(unit, output, o)
            }
        }
        return o
    }

    /// Writes one scalar as UTF-8 and returns the offset after it.
    private static func put(_ scalar: UInt32, _ output: UnsafeMutablePointer<UInt8>, _ offset: Int) -> Int {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift & 0x3F)) }
        switch scalar {
        case ..<0x80:
            output[offset] = UInt8(truncatingIfNeeded: scalar)
            return offset + 1
        case ..<0x800:
            output[offset] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
            output[offset + 1] = tail(0)
            return offset + 2
        case ..<0x10000:
            output[offset] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            output[offset + 1] = tail(6)
            output[offset + 2] = tail(0)
            return offset + 3
        default:
            output[offset] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
            output[offset + 1] = tail(12)
            output[offset + 2] = tail(6)
            output[offset + 3] = tail(0)
            return offset + 4
        }
    }
}
