import CXXHash
import Foundation

/// A Bloom filter over business keys: whether a file certainly has no key twice.
///
/// Half as large as the file, 32 MB at most; ten bits a key in two words. At two million keys it errs less than once in a file. An
/// error costs time (the database then looks itself), never correctness.
struct KeyFilter {
    private let shift: UInt64
    private let bits: UnsafeMutablePointer<UInt64>

    /// A filter for a file of so many bytes.
    init(bytes: Int) {
        // Pages that no key falls into cost nothing; those of a filter far too large for a small file would be touched one for each key.
        var width = 13
        while width < 22, 16 << width < bytes { width += 1 }
        shift = UInt64(64 - width)
        bits = calloc(1 << width, 8).bindMemory(to: UInt64.self, capacity: 1 << width)
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
        let word = Int(hash >> shift)
        var mask: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 30, by: 6) { mask |= 1 << ((hash >> shift) & 63) }
        let before = bits[word]
        bits[word] = before | mask
        return before & mask == mask
    }
}
