import TestSupport
import Testing

@testable import Formats

@Suite("Tokeniser against a slow obvious one")
struct DelimitedTokeniserTests {
    private static let bufferSizes = [1, 2, 3, 7, 8, 9, 64, 4096]

    private func read(_ bytes: [UInt8], delimiter: UInt8, bufferSize: Int) throws -> (
        records: [ObviousTokeniser.Record], insideQuotes: Bool
    ) {
        let source = ByteSource(bytes, bufferSize: bufferSize)
        let tokeniser = DelimitedTokeniser(source: source, delimiter: delimiter, maximumFieldBytes: 1 << 20)
        var row = FieldRow()
        var records: [ObviousTokeniser.Record] = []
        while try tokeniser.next(into: &row, rowNumber: records.count + 1) {
            let fields = (0..<row.count).map { i in row.withField(i) { Array($0) } }
            records.append(.init(fields: fields, terminated: row.terminated))
            #expect(row.bytes.count == (row.ends.last ?? 0))
            #expect(row.containsNUL == fields.joined().contains(0))
            #expect(row.isValidUTF8 == fields.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
        }
        return (records, tokeniser.endedInsideQuotes)
    }

    private func compare(_ bytes: [UInt8], delimiter: UInt8) throws {
        let expected = ObviousTokeniser(bytes, delimiter: delimiter)
        for size in Self.bufferSizes {
            let actual = try read(bytes, delimiter: delimiter, bufferSize: size)
            guard actual.records == expected.records, actual.insideQuotes == expected.endedInsideQuotes else {
                Issue.record("differs for \(bytes) with a buffer of \(size): \(actual.records), not \(expected.records)")
                return
            }
        }
    }

    @Test("Inputs of the interesting bytes, with every small buffer", arguments: [UInt8(0x2C), 0x3B, 0x09, 0x7C])
    func interestingBytes(delimiter: UInt8) throws {
        var generator = SeededGenerator(seed: 903 + UInt64(delimiter))
        let alphabet: [UInt8] = [delimiter, delimiter, 34, 34, 10, 13, 97, 98, 32, 0, 0xC3, 0xA9, 0xFF, delimiter ^ 1, 11, 35]
        for _ in 0..<1500 {
            let length = Int.random(in: 0...40, using: &generator)
            try compare((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }, delimiter: delimiter)
        }
    }

    @Test("Any bytes at all")
    func anyBytes() throws {
        var generator = SeededGenerator(seed: 17)
        for _ in 0..<1000 {
            let length = Int.random(in: 0...200, using: &generator)
            try compare((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }, delimiter: 0x2C)
        }
    }

    @Test("Long fields, quoted and not, make the row's storage grow")
    func longFields() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<20 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let length = Int.random(in: 0...20_000, using: &generator)
                let field = [UInt8](repeating: 0x78, count: length)
                bytes += Bool.random(using: &generator) ? [34] + field + [34, 34, 10, 34] : field
                bytes.append(Bool.random(using: &generator) ? 0x2C : 0x0A)
            }
            let expected = ObviousTokeniser(bytes, delimiter: 0x2C)
            for size in [7, 64, 4096] {
                #expect(try read(bytes, delimiter: 0x2C, bufferSize: size).records == expected.records)
            }
        }
    }

    @Test("A field is accepted up to its limit, and no further, whatever the buffer", arguments: [1, 3, 64, 1 << 16])
    func fieldLimit(bufferSize: Int) throws {
        for quoted in [false, true] {
            for excess in [0, 1] {
                let field = [UInt8](repeating: 0x78, count: 10_000 + excess)
                let bytes = Array("a,".utf8) + (quoted ? [34] + field + [34] : field) + [10]
                let tokeniser = DelimitedTokeniser(
                    source: ByteSource(bytes, bufferSize: bufferSize), delimiter: 0x2C, maximumFieldBytes: 10_000)
                var row = FieldRow()
                if excess == 0 {
                    #expect(try tokeniser.next(into: &row, rowNumber: 7))
                    #expect(row.range(1).count == 10_000)
                } else {
                    #expect(throws: FormatError.fieldTooLarge(row: 7, column: 2)) { try tokeniser.next(into: &row, rowNumber: 7) }
                }
            }
        }
    }

    @Test("Endless rows and endless fields are refused in constant memory")
    func endless() throws {
        for (byte, error) in [(UInt8(0x2C), FormatError.tooManyFields(row: 1)), (0x78, .fieldTooLarge(row: 1, column: 1))] {
            let source = ByteSource(encoding: .utf8, bufferSize: 4096) { buffer in
                for i in buffer.indices { buffer[i] = byte }
                return buffer.count
            }
            let tokeniser = DelimitedTokeniser(source: source, delimiter: 0x2C, maximumFieldBytes: 1 << 20)
            var row = FieldRow()
            #expect(throws: error) { try tokeniser.next(into: &row, rowNumber: 1) }
        }
    }
}
