#if canImport(Formats)
    @testable import Formats
#endif

/// What a fuzzer calls with any bytes: the readers must give rows, events or a FormatError, and come to an end.
/// Used by the tests with fixed seeds, and by `Tests/Fuzz/run` with a coverage-guided fuzzer.
enum FuzzTargets {
    /// Compares the tokeniser with the obvious one; returns what is wrong.
    static func tokenise(_ bytes: [UInt8], delimiter: UInt8, bufferSize: Int) -> String? {
        let expected = ObviousTokeniser(bytes, delimiter: delimiter)
        let tokeniser = DelimitedTokeniser(
            source: ByteSource(bytes, bufferSize: bufferSize), delimiter: delimiter, maximumFieldBytes: 1 << 20)
        var row = FieldRow()
        var count = 0
        do {
            while try tokeniser.next(into: &row, rowNumber: count + 1) {
                guard count < expected.records.count else { return "too many records" }
                let fields = (0..<row.count).map { i in row.withField(i) { Array($0) } }
                guard ObviousTokeniser.Record(fields: fields, terminated: row.terminated) == expected.records[count] else {
                    return "record \(count + 1) differs"
                }
                count += 1
            }
        } catch FormatError.tooManyFields {
            return nil
        } catch {
            return "\(error)"
        }
        guard count == expected.records.count else { return "too few records" }
        return tokeniser.endedInsideQuotes == expected.endedInsideQuotes ? nil : "inside quotes or not differs"
    }

    /// Reads a file as delimited text, with everything found out from it.
    static func delimited(_ path: String, encoding: TextEncoding? = nil) -> String? {
        read(path) {
            try DelimitedReader(path: path, options: DelimitedOptions(encoding: encoding, maximumFieldBytes: 1000), bufferSize: 61)
        }
    }

    /// Reads a file as a workbook.
    static func workbook(_ path: String) -> String? {
        read(path) { try XLSXReader(path: path, limits: .init(partBytes: 1 << 24, sharedStringsBytes: 1 << 20)) }
    }

    /// Reads XML, a few bytes at a time.
    static func xml(_ bytes: [UInt8]) -> String? {
        var offset = 0
        do {
            let reader = try XMLPullReader { buffer in
                let count = min(buffer.count, bytes.count - offset, 97)
                buffer.copyBytes(from: bytes[offset..<offset + count])
                offset += count
                return count
            }
            var events = 0
            var depth = 0
            while let event = try reader.next() {
                events += 1
                if case .startElement = event { depth += 1 }
                if case .endElement = event { depth -= 1 }
                if depth < 0 { return "more ends than starts" }
                if events > bytes.count + 10 { return "no end" }
            }
            return depth == 0 ? nil : "an element did not end"
        } catch is FormatError {
            return nil
        } catch {
            return "\(error)"
        }
    }

    private static func read(_ path: String, _ open: () throws -> some RowReader) -> String? {
        do {
            var reader = try open()
            var row = FieldRow()
            var rows = 0
            while try reader.next(into: &row) {
                rows += 1
                guard row.number == rows else { return "row \(rows) has the number \(row.number)" }
                guard row.bytes.count == (row.ends.last ?? 0), row.ends == row.ends.sorted() else {
                    return "row \(rows): its ends are wrong"
                }
                guard rows < 10_000_000 else { return "no end" }
            }
            return nil
        } catch is FormatError {
            return nil
        } catch {
            return "\(error)"
        }
    }
}
