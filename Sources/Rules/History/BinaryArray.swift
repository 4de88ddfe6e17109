/// Arrays of whole numbers in PostgreSQL's binary form.
enum BinaryArray {
    private static let int4: Int32 = 23
    private static let int8: Int32 = 20

    /// `bigint[]`, without NULL.
    static func bytes(_ values: [UInt64]) -> [UInt8] {
        var bytes = header(int8, values.count, size: 12)
        for value in values {
            append(Int32(8), to: &bytes)
            append(value, to: &bytes)
        }
        return bytes
    }

    /// `int[]`, without NULL.
    static func bytes(_ values: [Int32]) -> [UInt8] {
        var bytes = header(int4, values.count, size: 8)
        for value in values {
            append(Int32(4), to: &bytes)
            append(value, to: &bytes)
        }
        return bytes
    }

    /// The numbers of a `bigint[]` of one dimension without NULL; nil for anything else.
    static func int64s(_ bytes: UnsafeRawBufferPointer) -> [UInt64]? {
        func int32(_ place: Int) -> Int { Int(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self))) }
        guard bytes.count >= 12 else { return nil }
        if int32(0) == 0 { return [] }
        guard bytes.count >= 20, int32(0) == 1, int32(4) == 0, int32(8) == int8 else { return nil }
        let count = int32(12)
        guard count >= 0, bytes.count == 20 + count * 12 else { return nil }
        return (0..<count).map { UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 24 + $0 * 12, as: UInt64.self)) }
    }

    private static func header(_ type: Int32, _ count: Int, size: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20 + count * size)
        // Dimensions, whether there is NULL, the type; of the dimension its length and first index.
        for number in [count == 0 ? 0 : 1, 0, type] + (count == 0 ? [] : [Int32(count), 1]) { append(number, to: &bytes) }
        return bytes
    }

    @inline(__always)
    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
