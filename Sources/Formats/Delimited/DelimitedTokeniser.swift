import Glibc

/// Splits UTF-8 bytes into records and fields.
///
/// RFC 4180, and what really arrives: any line end, also mixed; a quote inside an unquoted field is literal; text after a closing quote
/// is appended literally; lines without bytes are skipped; records may differ in their number of fields.
///
/// Scans and copies eight bytes at a time (SWAR). Input and output buffers have eight spare bytes, so that a word may be read or written
/// at any position; what lies beyond the end is never taken.
final class DelimitedTokeniser {
    /// The most fields a record may have: as many columns as a workbook can have.
    static let maximumFields = 16_384

    let delimiter: UInt8
    /// A quote was opened and not closed when the input ended.
    private(set) var endedInsideQuotes = false
    /// The record ended by the end of the input instead of a line end.
    private(set) var terminated = true

    private let source: ByteSource
    private let maximumFieldBytes: Int
    private let maximumRowBytes: Int
    private var position = 0
    private var limit = 0

    private var output: UnsafeMutableRawPointer
    private var outputCapacity: Int
    private let ends: UnsafeMutablePointer<Int>
    private var count = 0
    /// All words seen in the record, or-ed together: its high bits say whether there may be bytes from 0x80.
    private var seenBits: UInt64 = 0

    private enum State { case recordStart, fieldStart, unquoted, quoted, afterQuote }
    private static let quote: UInt8 = 0x22
    private static let slack = 8

    init(source: ByteSource, delimiter: UInt8, maximumFieldBytes: Int) {
        self.source = source
        self.delimiter = delimiter
        self.maximumFieldBytes = max(1, maximumFieldBytes)
        maximumRowBytes = self.maximumFieldBytes.multipliedReportingOverflow(by: 16).overflow ? Int.max : self.maximumFieldBytes * 16
        outputCapacity = 4096
        output = .allocate(byteCount: outputCapacity + Self.slack, alignment: 8)
        ends = .allocate(capacity: Self.maximumFields)
    }

    deinit {
        output.deallocate()
        ends.deallocate()
    }

    /// Reads the next record into a row. Sets everything but its number and whether it is a footer.
    /// - Parameter rowNumber: the number that errors name.
    /// - Returns: false at the end of the input.
    func next(into row: inout FieldRow, rowNumber: Int) throws -> Bool {
        row.removeAll()
        guard try tokenise(rowNumber: rowNumber) else { return false }
        let length = count == 0 ? 0 : ends[count - 1]
        row.bytes.append(contentsOf: UnsafeRawBufferPointer(start: output, count: length))
        row.ends.append(contentsOf: UnsafeBufferPointer(start: ends, count: count))
        row.terminated = terminated
        row.containsNUL = memchr(output, 0, length) != nil
        if seenBits & Word.highBits != 0 { row.inspect() }
        return true
    }

    /// Passes over line ends and says whether nothing follows them.
    func isAtEnd() throws -> Bool {
        while true {
            if position == limit, try !refill() { return true }
            while position < limit {
                let byte = source.base[position]
                guard byte == 0x0A || byte == 0x0D else { return false }
                position += 1
            }
        }
    }

    private func refill() throws -> Bool {
        guard try source.refill() else { return false }
        position = 0
        limit = source.limit
        return true
    }

    /// One record into `output`, `ends` and `count`.
    private func tokenise(rowNumber: Int) throws -> Bool {
        let input = UnsafeRawPointer(source.base)
        let delimiter = delimiter
        let delimiterWord = Word.repeating(delimiter)
        var state = State.recordStart
        var p = position
        var end = limit
        var o = 0
        var fieldStart = 0
        var bits: UInt64 = 0
        var fields = 0
        var output = output
        var outputCapacity = outputCapacity
        let ends = ends
        let maximumFieldBytes = maximumFieldBytes
        terminated = true

        func endField() throws {
            guard o - fieldStart <= maximumFieldBytes else { throw FormatError.fieldTooLarge(row: rowNumber, column: fields + 1) }
            guard fields < Self.maximumFields else { throw FormatError.tooManyFields(row: rowNumber) }
            ends[fields] = o
            fields += 1
            fieldStart = o
        }
        func endRecord(isTerminated: Bool) throws -> Bool {
            try endField()
            position = p
            terminated = isTerminated
            seenBits = bits
            count = fields
            return true
        }
        func makeRoom() throws {
            guard o - fieldStart <= maximumFieldBytes else { throw FormatError.fieldTooLarge(row: rowNumber, column: fields + 1) }
            guard o <= maximumRowBytes else { throw FormatError.rowTooLarge(row: rowNumber) }
            grow(holding: o)
            output = self.output
            outputCapacity = self.outputCapacity
        }

        while true {
            if p >= end {
                position = p
                if try refill() {
                    p = position
                    end = limit
                } else {
                    switch state {
                    case .recordStart: return false
                    case .quoted:
                        endedInsideQuotes = true
                        return try endRecord(isTerminated: false)
                    case .fieldStart, .unquoted, .afterQuote: return try endRecord(isTerminated: false)
                    }
                }
            }
            switch state {
            case .recordStart:
                let byte = input.load(fromByteOffset: p, as: UInt8.self)
                if byte == 0x0A || byte == 0x0D { p += 1 } else { state = .fieldStart }

            case .fieldStart:
                if input.load(fromByteOffset: p, as: UInt8.self) == Self.quote {
                    p += 1
                    state = .quoted
                } else {
                    state = .unquoted
                }

            case .unquoted:
                // Stays here from field to field while they are unquoted.
                scan: while true {
                    if o > outputCapacity - 8 { try makeRoom() }
                    let word = UInt64(littleEndian: input.loadUnaligned(fromByteOffset: p, as: UInt64.self))
                    output.storeBytes(of: word.littleEndian, toByteOffset: o, as: UInt64.self)
                    bits |= word
                    let found =
                        Word.zeroBytes(word ^ delimiterWord) | Word.zeroBytes(word ^ Word.lineFeeds)
                        | Word.zeroBytes(word ^ Word.carriageReturns)
                    let step = found.trailingZeroBitCount &>> 3
                    if p &+ step >= end {
                        o &+= end &- p
                        p = end
                        break scan
                    }
                    p &+= step
                    o &+= step
                    if found == 0 { continue scan }
                    let byte = input.load(fromByteOffset: p, as: UInt8.self)
                    p &+= 1
                    guard byte == delimiter else { return try endRecord(isTerminated: true) }
                    try endField()
                    if p == end || input.load(fromByteOffset: p, as: UInt8.self) == Self.quote {
                        state = .fieldStart
                        break scan
                    }
                }

            case .quoted:
                scan: while true {
                    if o > outputCapacity - 8 { try makeRoom() }
                    let word = UInt64(littleEndian: input.loadUnaligned(fromByteOffset: p, as: UInt64.self))
                    output.storeBytes(of: word.littleEndian, toByteOffset: o, as: UInt64.self)
                    bits |= word
                    let found = Word.zeroBytes(word ^ Word.quotes)
                    let step = found.trailingZeroBitCount &>> 3
                    if p &+ step >= end {
                        o &+= end &- p
                        p = end
                        break scan
                    }
                    p &+= step
                    o &+= step
                    if found != 0 {
                        p &+= 1
                        state = .afterQuote
                        break scan
                    }
                }

            case .afterQuote:
                switch input.load(fromByteOffset: p, as: UInt8.self) {
                case Self.quote:
                    if o > outputCapacity - 8 { try makeRoom() }
                    output.storeBytes(of: Self.quote, toByteOffset: o, as: UInt8.self)
                    o += 1
                    p += 1
                    state = .quoted
                case delimiter:
                    p += 1
                    try endField()
                    state = .fieldStart
                case 0x0A, 0x0D:
                    p += 1
                    return try endRecord(isTerminated: true)
                default:
                    state = .unquoted
                }
            }
        }
    }

    /// Doubles the output.
    private func grow(holding used: Int) {
        let capacity = outputCapacity * 2
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity + Self.slack, alignment: 8)
        larger.copyMemory(from: output, byteCount: used)
        output.deallocate()
        output = larger
        outputCapacity = capacity
    }
}
