/// Bytes of a text, as UTF-8, a bufferful at a time.
final class ByteSource {
    /// Fills a buffer with the next raw bytes and returns how many; 0 at the end.
    typealias Read = (UnsafeMutableRawBufferPointer) throws -> Int

    /// The buffer. Eight bytes beyond ``limit`` may be read, and mean nothing.
    let base: UnsafeMutablePointer<UInt8>
    /// How many bytes of the buffer are filled.
    private(set) var limit = 0
    /// Raw bytes taken so far.
    private(set) var bytesRead = 0

    private let read: Read
    private let capacity: Int
    private let raw: UnsafeMutableRawBufferPointer?
    private var transcoder: Transcoder
    private var atEnd = false

    init(encoding: TextEncoding, bufferSize: Int, read: @escaping Read) {
        self.read = read
        let size = max(1, bufferSize)
        transcoder = Transcoder(encoding: encoding)
        if encoding == .utf8 {
            raw = nil
            capacity = size
        } else {
            raw = .allocate(byteCount: size, alignment: 8)
            capacity = Transcoder.capacity(for: size)
        }
        base = .allocate(capacity: capacity + 8)
        base.initialize(repeating: 0, count: capacity + 8)
    }

    /// Bytes held in memory.
    convenience init(_ bytes: [UInt8], encoding: TextEncoding = .utf8, bufferSize: Int = 1 << 16) {
        var offset = 0
        self.init(encoding: encoding, bufferSize: bufferSize) { buffer in
            let count = min(buffer.count, bytes.count - offset)
            buffer.copyBytes(from: bytes[offset..<offset + count])
            offset += count
            return count
        }
    }

    deinit {
        base.deallocate()
        raw?.deallocate()
    }

    /// Replaces the content of the buffer by what follows.
    /// - Returns: false at the end.
    func refill() throws -> Bool {
        limit = 0
        while limit == 0, !atEnd {
            let target = raw ?? UnsafeMutableRawBufferPointer(start: base, count: capacity)
            let count = try read(target)
            bytesRead += count
            if count == 0 {
                atEnd = true
                limit = transcoder.finish(to: base)
            } else if raw != nil {
                limit = transcoder.transcode(UnsafeRawBufferPointer(rebasing: target[..<count]), to: base)
            } else {
                limit = count
            }
        }
        return limit > 0
    }
}
