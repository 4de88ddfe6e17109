import Foundation

/// What holds of a dataset, authority and scope, by content: which of it a file says again.
///
/// Nearly all rows of a monthly file say again what holds. Told apart while they are read, they need not be sent to the database to be
/// compared there. Twenty-four bytes a record, and six to find it by.
///
/// @unchecked: filled before the reading thread begins and read after it has ended; in between that thread alone uses it.
final class HeldContents: @unchecked Sendable {
    private struct Record {
        let high: UInt64
        let low: UInt64
        /// Where the version lies: page and line, as the server has them.
        let place: UInt64
    }

    private var records: UnsafeMutablePointer<Record>
    private var capacity = 1 << 8
    /// How many records hold.
    private(set) var count = 0
    /// For each place of the table a record's number + 1; 0 where there is none.
    private var table: UnsafeMutablePointer<UInt32>
    private var mask = 0
    private var said: UnsafeMutablePointer<Bool>
    /// A file is mostly in the order of the one before: the record that follows the one found last is looked at first.
    private var next = 0
    /// How many records were said again.
    private(set) var again = 0

    init() {
        records = HeldContents.room(nil, capacity)
        table = HeldContents.zeroed(1)
        said = calloc(1, 1).bindMemory(to: Bool.self, capacity: 1)
    }

    deinit {
        free(records)
        free(table)
        free(said)
    }

    private static func room(_ old: UnsafeMutableRawPointer?, _ capacity: Int) -> UnsafeMutablePointer<Record> {
        // Without memory nothing can go on, as with any collection of Swift's own; no input leads here before the limit of versions does.
        guard let memory = realloc(old, capacity * MemoryLayout<Record>.stride) else { fatalError("out of memory") }
        return memory.bindMemory(to: Record.self, capacity: capacity)
    }

    private static func zeroed(_ size: Int) -> UnsafeMutablePointer<UInt32> {
        let bytes = size * 4
        let large = 2 << 20
        var memory: UnsafeMutableRawPointer?
        guard bytes >= large, posix_memalign(&memory, large, bytes) == 0, let memory else {
            return calloc(size, 4).bindMemory(to: UInt32.self, capacity: size)
        }
        // It is looked into all over: with large pages the processor finds the place sooner.
        madvise(memory, bytes, Int32(MADV_HUGEPAGE))
        memset(memory, 0, bytes)
        return memory.bindMemory(to: UInt32.self, capacity: size)
    }

    /// Adds a record that holds, as a row of a binary COPY: its place (`tid`) and its content (`uuid`). One without content is held and
    /// cannot be said again.
    /// - Parameter row: the bytes of one row; the stream's signature and its end are passed over
    func add(_ row: UnsafeRawBufferPointer) {
        // The first row comes with the signature of the stream before it.
        let start = row.count > 19 && row.starts(with: [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59]) ? 19 : 0
        func word<T: FixedWidthInteger>(_ at: Int, _: T.Type) -> T { T(bigEndian: row.loadUnaligned(fromByteOffset: start + at, as: T.self)) }
        guard row.count >= start + 16, word(0, Int16.self) == 2 else { return }
        if count == capacity {
            capacity *= 2
            records = HeldContents.room(records, capacity)
        }
        let place = UInt64(word(6, UInt32.self)) << 16 | UInt64(word(10, UInt16.self))
        let hasContent = word(12, Int32.self) == 16
        records[count] = Record(
            high: hasContent ? word(16, UInt64.self) : 0, low: hasContent ? word(24, UInt64.self) : 0, place: hasContent ? place : place | 1 << 63)
        count += 1
    }

    /// Makes what was added ready to be looked up.
    func finish() {
        var size = 2
        // One place at least stays empty: there a search ends.
        while size <= count * 3 / 2 { size *= 2 }
        mask = size - 1
        free(table)
        table = HeldContents.zeroed(size)
        free(said)
        said = calloc(max(count, 1), 1).bindMemory(to: Bool.self, capacity: max(count, 1))
        for number in 0..<count where records[number].place >> 63 == 0 {
            var slot = Int(truncatingIfNeeded: records[number].low) & mask
            while table[slot] != 0 { slot = (slot + 1) & mask }
            table[slot] = UInt32(number + 1)
        }
    }

    /// The record of a content that holds; nil where the content says something else.
    @inline(__always)
    func record(of hash: (high: UInt64, low: UInt64)) -> Int? {
        if next < count, isContent(of: next, hash) {
            next += 1
            return next - 1
        }
        var slot = Int(truncatingIfNeeded: hash.low) & mask
        while table[slot] != 0 {
            let number = Int(table[slot]) - 1
            if isContent(of: number, hash) {
                next = number + 1
                return number
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    @inline(__always)
    private func isContent(of number: Int, _ hash: (high: UInt64, low: UInt64)) -> Bool {
        records[number].low == hash.low && records[number].high == hash.high && records[number].place >> 63 == 0
    }

    /// Notes that a row says a record again.
    /// - Returns: false where an earlier row did so already.
    @inline(__always)
    func say(_ record: Int) -> Bool {
        if said[record] { return false }
        said[record] = true
        again += 1
        return true
    }

    /// Calls a closure with page and line of every version that holds and was not said again.
    func forEachUnsaid(_ body: (UInt32, UInt16) throws -> Void) rethrows {
        for number in 0..<count where !said[number] {
            let place = records[number].place & ~(1 << 63)
            try body(UInt32(truncatingIfNeeded: place >> 16), UInt16(truncatingIfNeeded: place))
        }
    }
}
