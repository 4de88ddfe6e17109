/// How often each hash stands in a list. The hashes are spread evenly already, so they are their own places.
struct KeyCounts {
    private var keys: [UInt64]
    private var counts: [Int32]
    private let mask: Int

    /// Counts the keys.
    init(_ list: [UInt64]) {
        var size = 16
        while size < list.count * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        counts = [Int32](repeating: 0, count: size)
        mask = size - 1
        for key in list {
            let key = max(key, 1)
            let slot = slot(of: key)
            keys[slot] = key
            counts[slot] += 1
        }
    }

    /// Takes one of a key away.
    /// - Returns: false where none is left.
    mutating func take(_ key: UInt64) -> Bool {
        let key = max(key, 1)
        let slot = slot(of: key)
        guard keys[slot] == key, counts[slot] > 0 else { return false }
        counts[slot] -= 1
        return true
    }

    /// Where the key stands, or would stand. Zero marks a free slot, so it is never a key itself.
    private func slot(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
        return slot
    }
}
