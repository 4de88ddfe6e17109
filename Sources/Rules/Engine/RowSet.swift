/// A set of rows of one module, one bit a row: it keeps order and holds a row once, whatever a query says and how often.
struct RowSet: Sendable {
    private var words: [UInt64]
    /// Rows in the set.
    private(set) var count = 0
    /// Rows of the module.
    let limit: Int

    /// An empty set of rows from 1 to `limit`.
    init(limit: Int) {
        self.limit = limit
        words = [UInt64](repeating: 0, count: limit / 64 + 1)
    }

    /// Adds a row.
    /// - Returns: false where the module has no such row.
    @inline(__always)
    mutating func insert(_ row: Int) -> Bool {
        guard row >= 1, row <= limit else { return false }
        let bit = UInt64(1) << UInt64(row & 63)
        if words[row >> 6] & bit == 0 {
            words[row >> 6] |= bit
            count += 1
        }
        return true
    }

    /// Whether the row is in the set.
    func contains(_ row: Int) -> Bool { row >= 1 && row <= limit && words[row >> 6] & (1 << UInt64(row & 63)) != 0 }

    /// Calls the closure with each row, in order.
    func forEach(_ body: (Int) throws -> Void) rethrows {
        for (index, word) in words.enumerated() where word != 0 {
            var rest = word
            while rest != 0 {
                try body(index << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// Calls the closure with each row, in order, until it says false.
    func forEachUntil(_ body: (Int) -> Bool) {
        for (index, word) in words.enumerated() where word != 0 {
            var rest = word
            while rest != 0 {
                if !body(index << 6 + rest.trailingZeroBitCount) { return }
                rest &= rest - 1
            }
        }
    }
}
