/// Rows in the format of `COPY … (format binary)`: PostgreSQL reads typed values from it without parsing text.
///
/// Usage: ``startRow(fields:)``, then one `append…` per column in order; ``finish()`` at the end.
@frozen public struct BinaryCopyBuffer {
    @usableFromInline var bytes: UnsafeMutableRawPointer
    /// How many bytes are held.
    @usableFromInline var held = 0
    @usableFromInline var capacity: Int

    /// How many bytes are held.
    @inlinable public var count: Int { held }

    /// A buffer that begins with the stream's signature.
    public init(capacity: Int = 1 << 17) {
        self.capacity = max(capacity, 1 << 12)
        bytes = .allocate(byteCount: self.capacity, alignment: 8)
        let signature: [UInt8] = [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0]
        signature.withUnsafeBytes { append(raw: $0) }
    }

    /// Frees the memory. The buffer must not be used afterwards.
    public func deallocate() { bytes.deallocate() }

    /// Gives away what is held and empties the buffer.
    public mutating func flush(_ take: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        try take(UnsafeRawBufferPointer(start: bytes, count: held))
        held = 0
    }

    /// Sends what is held and empties the buffer.
    public mutating func flush(to writer: borrowing CopyWriter) throws {
        try writer.write(UnsafeRawBufferPointer(start: bytes, count: held))
        held = 0
    }

    /// Hands what is held over to be sent by another thread, and empties the buffer.
    public mutating func flush(to pipe: borrowing CopyPipe.Entrance) throws {
        try pipe.send(UnsafeRawBufferPointer(start: bytes, count: held))
        held = 0
    }

    @inlinable @inline(__always)
    mutating func reserve(_ extra: Int) {
        if held &+ extra > capacity { grow(extra) }
    }

    @usableFromInline
    mutating func grow(_ extra: Int) {
        let larger = max(capacity * 2, held + extra)
        let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 8)
        moved.copyMemory(from: bytes, byteCount: held)
        bytes.deallocate()
        bytes = moved
        capacity = larger
    }

    @inlinable @inline(__always)
    mutating func append<T: FixedWidthInteger>(integer: T) {
        reserve(MemoryLayout<T>.size)
        bytes.storeBytes(of: integer.bigEndian, toByteOffset: held, as: T.self)
        held &+= MemoryLayout<T>.size
    }

    /// Codes, dates and postcodes are up to sixteen bytes: two overlapping words are faster than a call.
    @inlinable @inline(__always)
    mutating func append(raw: UnsafeRawBufferPointer) {
        let n = raw.count
        reserve(n)
        guard let base = raw.baseAddress else { return }
        let to = bytes + held
        func copy<T: FixedWidthInteger>(_ type: T.Type) {
            let last = n &- MemoryLayout<T>.size
            let head = base.loadUnaligned(as: type)
            let tail = base.loadUnaligned(fromByteOffset: last, as: type)
            to.storeBytes(of: head, as: type)
            to.storeBytes(of: tail, toByteOffset: last, as: type)
        }
        switch n {
        case 0: break
        case 1: to.storeBytes(of: base.load(as: UInt8.self), as: UInt8.self)
        case 2, 3: copy(UInt16.self)
        case 4...7: copy(UInt32.self)
        case 8...16: copy(UInt64.self)
        default: to.copyMemory(from: base, byteCount: n)
        }
        held &+= n
    }

    /// Begins a row of so many columns.
    @inlinable @inline(__always)
    public mutating func startRow(fields: Int) { append(integer: Int16(truncatingIfNeeded: fields)) }

    /// NULL.
    @inlinable @inline(__always)
    public mutating func appendNull() { append(integer: Int32(-1)) }

    /// `integer`, or `date` as days since 2000-01-01.
    @inlinable @inline(__always)
    public mutating func append(int32 value: Int32) {
        append(integer: Int32(4))
        append(integer: value)
    }

    /// `smallint`
    @inlinable @inline(__always)
    public mutating func append(int16 value: Int16) {
        append(integer: Int32(2))
        append(integer: value)
    }

    /// `bigint`
    @inlinable @inline(__always)
    public mutating func append(int64 value: Int64) {
        append(integer: Int32(8))
        append(integer: value)
    }

    /// `tid`
    public mutating func append(page: UInt32, line: UInt16) {
        append(integer: Int32(6))
        append(integer: page)
        append(integer: line)
    }

    /// `boolean`
    @inlinable @inline(__always)
    public mutating func append(bool value: Bool) {
        append(integer: Int32(1))
        append(integer: UInt8(value ? 1 : 0))
    }

    /// `numeric`, from its digits as a whole number and how many of them stand behind the point.
    public mutating func append(digits: Int64, scale: Int) {
        // PostgreSQL's groups of four digits are counted from the point: numeric.c, numeric_send.
        var whole = digits.magnitude
        var fraction: [Int16] = []
        var power: UInt64 = 1
        for _ in 0..<scale { power *= 10 }
        var behind = whole % power
        whole /= power
        var left = scale
        while left > 0 {
            let taken = min(left, 4)
            var below: UInt64 = 1
            for _ in 0..<(left - taken) { below *= 10 }
            var group = behind / below
            behind %= below
            for _ in taken..<4 { group *= 10 }
            fraction.append(Int16(group))
            left -= taken
        }
        var before: [Int16] = []
        while whole > 0 {
            before.append(Int16(whole % 10_000))
            whole /= 10_000
        }
        var groups = before.reversed() + fraction
        var weight = before.count - 1
        while groups.last == 0 { groups.removeLast() }
        while groups.first == 0 {
            groups.removeFirst()
            weight -= 1
        }
        append(integer: Int32(8 + 2 * groups.count))
        append(integer: Int16(groups.count))
        append(integer: Int16(groups.isEmpty ? 0 : weight))
        append(integer: UInt16(digits < 0 && !groups.isEmpty ? 0x4000 : 0))
        append(integer: Int16(scale))
        for group in groups { append(integer: group) }
    }

    /// `uuid`, from its two halves.
    @inlinable @inline(__always)
    public mutating func append(uuidHigh high: UInt64, low: UInt64) {
        append(integer: Int32(16))
        append(integer: high)
        append(integer: low)
    }

    /// `text`, UTF-8 without NUL.
    @inlinable @inline(__always)
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
