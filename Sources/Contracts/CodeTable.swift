import Vocabulary

/// A code list of one year, ready for look-ups by bytes.
struct CodeTable: Sendable {
    /// Codes of up to eight bytes, packed, in an open-addressed table whose size is a power of two; 0 is an empty slot.
    let slots: [UInt64]
    /// Every code.
    let exact: Set<String>
    /// Longer codes.
    let long: Set<String>
    let folded: [String: String]

    init(_ set: CodeSet, year: CollectionYear?) {
        let table = set.table(for: year)
        let short = table.exact.filter { (1...8).contains($0.utf8.count) }
        var size = 8
        while size < short.count * 3 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for code in short {
            let packed = code.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            var slot = CodeTable.slot(packed, size)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = packed
        }
        self.slots = slots
        exact = table.exact
        long = table.exact.filter { $0.utf8.count > 8 }
        folded = table.folded
    }

    @inline(__always)
    private static func slot(_ packed: UInt64, _ size: Int) -> Int {
        Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 40) & (size - 1)
    }

    /// Whether the bytes are one of the short codes of a table that lies in a range of slots.
    @inline(__always)
    static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ slots: [UInt64], _ range: Range<Int>) -> Bool {
        guard end - start <= 8, !range.isEmpty else { return false }
        var packed: UInt64 = 0
        for i in start..<end { packed = packed << 8 | UInt64(bytes[i]) }
        var slot = CodeTable.slot(packed, range.count)
        while true {
            let found = slots[range.lowerBound + slot]
            if found == packed { return packed != 0 }
            if found == 0 { return false }
            slot = (slot + 1) & (range.count - 1)
        }
    }
}
