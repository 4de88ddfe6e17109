import CXXHash
import Foundation

/// A Bloom filter over business keys, of fixed size: whether a file certainly has no key twice.
///
/// 32 MB whatever the file's size; ten bits a key in two words. At two million keys it errs less than once in a file. An error
/// costs time (the database then looks itself), never correctness.
struct KeyFilter {
    private static let words = 1 << 22
    private let bits: UnsafeMutablePointer<UInt64>

    init() {
        // calloc gives untouched pages: a small file uses little of it.
        bits = calloc(KeyFilter.words, 8).bindMemory(to: UInt64.self, capacity: KeyFilter.words)
    }

    func deallocate() { free(bits) }

    /// Notes a key.
    /// - Returns: true where it may have been noted before.
    @inline(__always)
    func insert(_ key: [UInt8]) -> Bool {
        let hash = key.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
        let first = note(hash.low64)
        let second = note(hash.high64)
        return first && second
    }

    /// Sets five bits of the word that the hash names.
    @inline(__always)
    private func note(_ hash: UInt64) -> Bool {
        let word = Int(hash >> 42)
        var mask: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 30, by: 6) { mask |= 1 << ((hash >> shift) & 63) }
        let before = bits[word]
        bits[word] = before | mask
        return before & mask == mask
    }
}
