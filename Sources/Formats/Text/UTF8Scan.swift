/// Counts well-formed and ill-formed sequences of bytes from 0x80 in a stream (Unicode 15, table 3-7).
struct UTF8Scan {
    /// Well-formed sequences of two to four bytes.
    private(set) var wellFormed = 0
    /// Bytes or sequences that are not UTF-8.
    private(set) var illFormed = 0
    /// Bytes still missing of the sequence that was begun.
    private(set) var missing = 0
    private var lower: UInt8 = 0x80
    private var upper: UInt8 = 0xBF

    /// Whether all these bytes are UTF-8.
    static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var scan = UTF8Scan()
        scan.scan(bytes)
        return scan.illFormed == 0 && scan.missing == 0
    }

    /// Takes the next bytes of the stream.
    mutating func scan(_ bytes: UnsafeRawBufferPointer) {
        let count = bytes.count
        var i = 0
        while i < count {
            if missing == 0 {
                i = Self.skipASCII(bytes, from: i)
                guard i < count else { return }
                begin(bytes[i])
                i += 1
            } else if lower <= bytes[i], bytes[i] <= upper {
                missing -= 1
                lower = 0x80
                upper = 0xBF
                if missing == 0 { wellFormed += 1 }
                i += 1
            } else {
                illFormed += 1
                missing = 0
                lower = 0x80
                upper = 0xBF
            }
        }
    }

    /// The offset of the first byte from 0x80, or the count.
    static func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        let count = bytes.count
        var i = start
        while i + 32 <= count {
            let a = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self) | bytes.loadUnaligned(fromByteOffset: i + 8, as: UInt64.self)
            let b =
                bytes.loadUnaligned(fromByteOffset: i + 16, as: UInt64.self) | bytes.loadUnaligned(fromByteOffset: i + 24, as: UInt64.self)
            if (a | b) & Word.highBits != 0 { break }
            i += 32
        }
        while i + 8 <= count {
            let high = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)) & Word.highBits
            if high != 0 { return i + high.trailingZeroBitCount / 8 }
            i += 8
        }
        while i < count, bytes[i] < 0x80 { i += 1 }
        return i
    }

    /// Takes the first byte of a sequence.
    private mutating func begin(_ byte: UInt8) {
        switch byte {
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, lower) = (2, 0xA0)
        case 0xED: (missing, upper) = (2, 0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, lower) = (3, 0x90)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, upper) = (3, 0x8F)
        default: illFormed += 1
        }
    }
}
