/// Takes a row of `COPY … to stdout (format binary)` apart.
struct BinaryTuple {
    private let bytes: UnsafeRawBufferPointer
    private var place: Int
    /// How many columns the row has; nil for the end of the stream.
    let columns: Int?

    /// - Parameter bytes: one message of the stream; the first begins with the stream's signature
    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        // "PGCOPY\n", flags and the length of an extension: 19 bytes. A row begins with a number of columns far below these letters.
        place = bytes.count >= 19 && bytes[0] == 0x50 && bytes[1] == 0x47 ? 19 : 0
        let count = bytes.count >= place + 2 ? Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int16.self)) : -1
        columns = count < 0 ? nil : Int(count)
        place += 2
    }

    private mutating func length() -> Int? {
        guard place + 4 <= bytes.count else { return nil }
        let length = Int(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self)))
        place += 4
        return length >= 0 && place + length <= bytes.count ? length : nil
    }

    /// The next column as a whole number of four bytes, or of eight that fits; nil for NULL.
    mutating func int32() -> Int32? {
        guard let length = length() else { return nil }
        defer { place += length }
        if length == 4 { return Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self)) }
        if length == 8 { return Int32(exactly: Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int64.self))) }
        return nil
    }

    /// The next column as a whole number of eight bytes; nil for NULL.
    mutating func int64() -> Int64? {
        guard let length = length() else { return nil }
        defer { place += length }
        return length == 8 ? Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int64.self)) : nil
    }

    /// The next column's bytes; nil for NULL.
    mutating func text() -> UnsafeRawBufferPointer? {
        guard let length = length() else { return nil }
        defer { place += length }
        return UnsafeRawBufferPointer(rebasing: bytes[place..<place + length])
    }
}
