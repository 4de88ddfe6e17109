/// Rows in the format of `COPY … (format binary)`: PostgreSQL reads typed values from it without parsing text.
///
/// Usage: ``startRow(fields:)``, then one `append…` per column in order; ``finish()`` at the end.
public struct BinaryCopyBuffer {
    /// The bytes so far. Empty it (keeping capacity) after sending.
    public private(set) var bytes: UnsafeMutableRawPointer
    /// How many bytes are held.
    public private(set) var count = 0
    private var capacity: Int

    /// A buffer that begins with the stream's signature.
    public init(capacity: Int = 1 << 17) {
        self.capacity = max(capacity, 1 << 12)
        bytes = .allocate(byteCount: self.capacity, alignment: 8)
        let signature: [UInt8] = [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0]
        signature.withUnsafeBytes { append(raw: $0) }
    }

    /// Frees the memory. The buffer must not be used afterwards.
    public func deallocate() { bytes.deallocate() }

    /// Sends what is held and empties the buffer.
    public mutating func flush(to writer: borrowing CopyWriter) throws {
        try writer.write(UnsafeRawBufferPointer(start: bytes, count: count))
        count = 0
    }

    /// Hands what is held over to be sent by another thread, and empties the buffer.
    public mutating func flush(to pipe: borrowing CopyPipe.Entrance) throws {
        try pipe.send(UnsafeRawBufferPointer(start: bytes, count: count))
        count = 0
    }

    @inline(__always)
    private mutating func reserve(_ extra: Int) {
        guard count + extra > capacity else { return }
        let larger = max(capacity * 2, count + extra)
        let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 8)
        moved.copyMemory(from: bytes, byteCount: count)
        bytes.deallocate()
        bytes = moved
        capacity = larger
    }

    @inline(__always)
    private mutating func append<T: FixedWidthInteger>(integer: T) {
        reserve(MemoryLayout<T>.size)
        bytes.storeBytes(of: integer.bigEndian, toByteOffset: count, as: T.self)
        count += MemoryLayout<T>.size
    }

    @inline(__always)
    private mutating func append(raw: UnsafeRawBufferPointer) {
        reserve(raw.count)
        if let base = raw.baseAddress { (bytes + count).copyMemory(from: base, byteCount: raw.count) }
        count += raw.count
    }

    /// Begins a row of so many columns.
    @inline(__always)
    public mutating func startRow(fields: Int) { append(integer: Int16(truncatingIfNeeded: fields)) }

    /// NULL.
    @inline(__always)
    public mutating func appendNull() { append(integer: Int32(-1)) }

    /// `integer`, or `date` as days since 2000-01-01.
    @inline(__always)
    public mutating func append(int32 value: Int32) {
        append(integer: Int32(4))
        append(integer: value)
    }

    /// `smallint`
    @inline(__always)
    public mutating func append(int16 value: Int16) {
        append(integer: Int32(2))
        append(integer: value)
    }

    /// `bigint`
    @inline(__always)
    public mutating func append(int64 value: Int64) {
        append(integer: Int32(8))
        append(integer: value)
    }

    /// `uuid`, from its two halves.
    @inline(__always)
    public mutating func append(uuidHigh high: UInt64, low: UInt64) {
        append(integer: Int32(16))
        append(integer: high)
        append(integer: low)
    }

    /// `text`, UTF-8 without NUL.
    @inline(__always)
    public mutating func append(text: UnsafeRawBufferPointer) {
        append(integer: Int32(truncatingIfNeeded: text.count))
        append(raw: text)
    }

    /// `text`, from a string.
    public mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(text: UnsafeRawBufferPointer($0)) }
    }

    /// `jsonb`, from JSON text.
    public mutating func append(jsonb text: UnsafeRawBufferPointer) {
        append(integer: Int32(truncatingIfNeeded: text.count + 1))
        append(integer: UInt8(1))
        append(raw: text)
    }

    /// Writes the stream's end.
    public mutating func finish() { append(integer: Int16(-1)) }
}
