/// Eight bytes in one machine word, looked at together (SWAR: SIMD within a register).
enum Word {
    static let highBits: UInt64 = 0x8080_8080_8080_8080
    static let lowBits: UInt64 = 0x0101_0101_0101_0101
    static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    static let carriageReturns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D
    static let quotes: UInt64 = 0x2222_2222_2222_2222

    /// A word whose eight bytes are this byte.
    static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* lowBits }

    /// Marks bytes that are zero by their high bit. The lowest mark is exact; marks above it may be false, so only the lowest may be used.
    @inline(__always) static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- lowBits) & ~word & highBits
    }
}
