/// One data row as read: the bytes of its fields (UTF-8, unquoted), without an allocation per field.
///
/// Make one and pass it to ``RowReader/next(into:)`` again and again; its storage is reused.
public struct FieldRow: Sendable {
    /// The bytes of all fields, back to back, without delimiters and quotes.
    public internal(set) var bytes: [UInt8] = []
    /// The end offset in ``bytes`` of each field; a field begins where the one before it ends.
    public internal(set) var ends: [Int] = []
    /// The data row, counted from 1. Title block, header and blank lines are not counted.
    public internal(set) var number = 0
    /// False when the file ended before a line end: the last row of a file, perhaps of a truncated one.
    public internal(set) var terminated = true
    /// True for a total line at the end of the file: the last row, whose first field says total, totals or grand total.
    public internal(set) var isFooter = false
    /// True when a field holds a NUL byte, which PostgreSQL text cannot hold.
    public internal(set) var containsNUL = false
    /// True when every byte is below 0x80.
    public internal(set) var isASCII = true
    /// False when at least one field is not valid UTF-8.
    public internal(set) var isValidUTF8 = true

    /// An empty row, to be filled by a reader.
    public init() {}

    /// How many fields the row has; it may differ from the header's count.
    @inlinable public var count: Int { ends.count }

    /// The range in ``bytes`` of a field.
    /// - Parameter i: the field, counted from 0; must be below ``count``.
    @inlinable public func range(_ i: Int) -> Range<Int> {
        (i == 0 ? 0 : ends[i - 1])..<ends[i]
    }

    /// A field as a string; bytes that are not UTF-8 become U+FFFD.
    /// - Parameter i: the field, counted from 0; must be below ``count``.
    public func text(_ i: Int) -> String {
        String(decoding: bytes[range(i)], as: UTF8.self)
    }

    /// Calls a closure with the bytes of a field, which are valid only inside it.
    /// - Parameters:
    ///   - i: the field, counted from 0; must be below ``count``.
    ///   - body: receives the bytes.
    /// - Throws: what the closure throws.
    @inlinable public func withField<R>(_ i: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
        let range = range(i)
        return try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Empties the row, keeping its storage.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        terminated = true
        isFooter = false
        containsNUL = false
        isASCII = true
        isValidUTF8 = true
    }

    /// Adds a field at the end.
    mutating func append(_ field: some Sequence<UInt8>) {
        bytes.append(contentsOf: field)
        ends.append(bytes.count)
    }

    /// Drops the empty fields at the end that stand beyond a count: what a trailing delimiter leaves.
    mutating func dropEmptyFields(beyond count: Int) {
        while let end = ends.last, ends.count > count, end == (ends.count > 1 ? ends[ends.count - 2] : 0) {
            ends.removeLast()
        }
    }

    /// Sets the flags that are properties of the bytes.
    mutating func inspect() {
        var high: UInt8 = 0
        var hasNUL = false
        for byte in bytes {
            high |= byte
            if byte == 0 { hasNUL = true }
        }
        containsNUL = hasNUL
        isASCII = high < 0x80
        isValidUTF8 = isASCII || (0..<count).allSatisfy { withField($0) { UTF8Scan.isValid(UnsafeRawBufferPointer($0)) } }
    }

    /// True when the first field says total, totals or grand total, in any case, with or without a colon.
    var saysTotal: Bool {
        guard count > 0, (5...32).contains(ends[0]) else { return false }
        return withField(0) { field in
            guard let first = field.first(where: { $0 != 0x20 }), [0x54, 0x74, 0x47, 0x67].contains(first) else { return false }
            var word = String(decoding: field, as: UTF8.self).trimmingBlanks().lowercased()
            if word.hasSuffix(":") { word = word.dropLast().trimmingBlanks() }
            return word == "total" || word == "totals" || word == "grand total"
        }
    }
}
