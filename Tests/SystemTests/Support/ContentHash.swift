import CXXHash

/// XXH3-128 over a row's texts, each followed by the unit separator: decides which of two conflicting rows is the first.
struct ContentHash: Comparable {
    let high: UInt64
    let low: UInt64

    static func of(_ fields: [String]) -> ContentHash {
        let bytes = fields.flatMap { Array($0.utf8) + [0x1F] }
        let hash = bytes.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
        return ContentHash(high: hash.high64, low: hash.low64)
    }

    static func < (a: ContentHash, b: ContentHash) -> Bool { (a.high, a.low) < (b.high, b.low) }
}
