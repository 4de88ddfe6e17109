import TestSupport
import Testing

@testable import Formats

@Suite("Delimited text as it really arrives")
struct DelimitedReaderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(_ bytes: [UInt8], _ options: DelimitedOptions = DelimitedOptions(), bufferSize: Int = 1 << 16) throws -> (
        reader: DelimitedReader, rows: [[String]]
    ) {
        var reader = try DelimitedReader(path: try folder.write(bytes), options: options, bufferSize: bufferSize)
        var row = FieldRow()
        var rows: [[String]] = []
        while try reader.next(into: &row) {
            rows.append((0..<row.count).map(row.text))
            #expect(row.number == rows.count)
        }
        return (reader, rows)
    }

    private func read(_ text: String, _ options: DelimitedOptions = DelimitedOptions()) throws -> (
        reader: DelimitedReader, rows: [[String]]
    ) {
        try read(Array(text.utf8), options)
    }

    @Test("All line ends, mixed; blank lines; a last line without an end")
    func lineEnds() throws {
        let (reader, rows) = try read("\r\nA,B\r\n1,2\n\n3,4\r\r\r5,6\n\r7,8")
        #expect(reader.header == ["A", "B"])
        #expect(rows == [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"]])
    }

    @Test("Quotes: newlines inside, doubled, stray, and text after a closing quote")
    func quotes() throws {
        let (_, rows) = try read("A,B\n\"x\r\ny\",\"say \"\"so\"\"\"\n5\" pipe,\"a\"b\"c\n\"\",\" \"\n")
        #expect(rows == [["x\r\ny", "say \"so\""], ["5\" pipe", "ab\"c"], ["", " "]])
    }

    @Test("A quote never closed is told, and ends at the end of the file")
    func openQuote() throws {
        let (reader, rows) = try read("A,B\n1,\"2\n3,4\n")
        #expect(rows == [["1", "2\n3,4\n"]])
        #expect(reader.endedInsideQuotes)
    }

    @Test("Ragged rows are given as they are; only empty fields beyond the header are dropped")
    func ragged() throws {
        let (_, rows) = try read("A,B,C\n1\n1,2,3,4\n1,2,3,\n1,2,,\n,,,\n1,2,3,,x\n")
        #expect(rows == [["1"], ["1", "2", "3", "4"], ["1", "2", "3"], ["1", "2", ""], ["", "", ""], ["1", "2", "3", "", "x"]])
    }

    @Test("A header with a trailing delimiter")
    func trailingDelimiter() throws {
        let (reader, rows) = try read(" A ,B,\n1,2,\n1,2\n")
        #expect(reader.header == ["A", "B"])
        #expect(rows == [["1", "2"], ["1", "2"]])
    }

    @Test("A title block above, a total line below")
    func titleAndTotal() throws {
        let text = "Looked after children;;\n\nRun on 1 April 2026\n;;\nCHILD;SEX;N\n1;2;3\nTotal;x;1\n Grand TOTAL: ;;3\n\r\n\n"
        let options = DelimitedOptions(headerMatcher: { $0.contains("CHILD") })
        var reader = try DelimitedReader(path: try folder.write(text), options: options, bufferSize: 3)
        #expect(reader.header == ["CHILD", "SEX", "N"])
        #expect(reader.delimiter == 0x3B)
        var row = FieldRow()
        var footers: [Bool] = []
        while try reader.next(into: &row) { footers.append(row.isFooter) }
        #expect(footers == [false, false, true])
    }

    @Test("A header that is not there is an error; so is a file with nothing in it")
    func noHeader() throws {
        let options = DelimitedOptions(headerMatcher: { $0.contains("CHILD") })
        #expect(throws: FormatError.noHeader(linesSearched: 2)) { try read("A,B\n1,2\n", options) }
        let deep = String(repeating: "x\n", count: 20) + "CHILD\n"
        #expect(throws: FormatError.noHeader(linesSearched: 20)) { try read(deep, options) }
        #expect(throws: FormatError.empty) { try read("") }
        #expect(throws: FormatError.empty) { try read("\u{FEFF}\r\n\n") }
        #expect(try read("A,B").rows.isEmpty)
    }

    @Test("The delimiter is found", arguments: [",", ";", "\t", "|"])
    func delimiters(delimiter: String) throws {
        let text = ["NAME;,|\tX", "1.5", "2"].map { "\"\($0)\"" }.joined(separator: delimiter) + "\n1\(delimiter)2\(delimiter)3\n"
        let (reader, rows) = try read(text)
        #expect(reader.delimiter == delimiter.utf8.first)
        #expect(reader.header == ["NAME;,|\tX", "1.5", "2"])
        #expect(rows == [["1", "2", "3"]])
    }

    @Test("Decimal commas do not hide a semicolon; one column is one column; Excel's sep line is believed")
    func delimiterTraps() throws {
        #expect(try read("A;B\n1,5;2,5\n3,5;4,5\n").rows == [["1,5", "2,5"], ["3,5", "4,5"]])
        #expect(try read("CHILD\n1\n2\n").rows == [["1"], ["2"]])
        let (reader, rows) = try read("sep=|\r\nA|B\r\n1,2|3\r\n")
        #expect(reader.header == ["A", "B"])
        #expect(rows == [["1,2", "3"]])
    }

    private static let encodedText = "NAME,NOTE\nZoë Łęcki,“naïve” €5 😀\n"

    @Test("Encodings, with and without a byte order mark, with any buffer", arguments: [1, 2, 3, 7, 1 << 16])
    func encodings(bufferSize: Int) throws {
        let text = Self.encodedText
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let files: [(bytes: [UInt8], encoding: TextEncoding)] = [
            (Array(text.utf8), .utf8), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
            (little, .utf16le), ([0xFF, 0xFE] + little, .utf16le), (big, .utf16be), ([0xFE, 0xFF] + big, .utf16be),
        ]
        for file in files {
            let (reader, rows) = try read(file.bytes, bufferSize: bufferSize)
            #expect(reader.encoding == file.encoding)
            #expect(reader.header == ["NAME", "NOTE"])
            #expect(rows == [["Zoë Łęcki", "“naïve” €5 😀"]])
            #expect(reader.bytesRead == file.bytes.count)
            #expect(reader.fileSize == file.bytes.count)
        }
        let (reader, rows) = try read(
            Array("NAME,NOTE\nZo".utf8) + [0xEB, 0x2C, 0x93, 0x80, 0x35, 0x94, 0x81, 0x0A], bufferSize: bufferSize)
        #expect(reader.encoding == .windows1252)
        #expect(rows == [["Zoë", "“€5”\u{81}"]])
    }

    @Test("Half a UTF-16 character becomes U+FFFD")
    func brokenUTF16() throws {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x41, 0, 0x0A, 0, 0x00, 0xD8, 0x42, 0, 0x00, 0xDC, 0x0A, 0, 0x43]
        #expect(try read(bytes).rows == [["\u{FFFD}B\u{FFFD}"], ["\u{FFFD}"]])
    }

    @Test("One bad byte in a UTF-8 file is one bad row; a character cut off by the end does not make it Windows-1252")
    func badUTF8() throws {
        let good = String(repeating: "é,ok\n", count: 12)
        var reader = try DelimitedReader(path: try folder.write(Array("A,B\n\(good)".utf8) + [0x78, 0xE9, 0x2C, 0x31, 0x0A]))
        #expect(reader.encoding == .utf8)
        var row = FieldRow()
        var valid: [Bool] = []
        while try reader.next(into: &row) { valid.append(row.isValidUTF8) }
        #expect(valid == Array(repeating: true, count: 12) + [false])
        #expect(try TextEncodingDetector.detect(try folder.write(Array("é".utf8) + [0xC3])) == .utf8)
        // The two halves of a character in two fields are no character.
        let split = try read([0x41, 0x2C, 0x42, 0x0A, 0xC3, 0x2C, 0xA9, 0x0A], DelimitedOptions(encoding: .utf8))
        #expect(split.rows == [["\u{FFFD}", "\u{FFFD}"]])
    }

    @Test("A NUL inside a field is kept and told")
    func embeddedNUL() throws {
        let text = "A,B\n" + String(repeating: "some text,more\n", count: 5) + "a\0b,2\n"
        var reader = try DelimitedReader(path: try folder.write(text))
        var row = FieldRow()
        var flags: [Bool] = []
        while try reader.next(into: &row) { flags.append(row.containsNUL) }
        #expect(flags == [false, false, false, false, false, true])
        #expect(row.count == 0)
    }

    @Test("What is no text is refused by its kind")
    func binaries() throws {
        for (bytes, word) in [
            ([0x50, 0x4B, 3, 4, 0, 0], "ZIP"), (Array("%PDF-1.7".utf8), "PDF"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "OLE"),
            ([0x1F, 0x8B, 8], "gzip"),
            ([0x7F, 0x45, 0x4C, 0x46, 2], "ELF"), ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([UInt8](repeating: 0, count: 100), "control"),
            ((0..<200).map { UInt8($0 % 31) }, "control"),
        ] as [([UInt8], String)] {
            let error = #expect(throws: FormatError.self) { try read(bytes) }
            #expect(error?.description.contains(word) == true)
        }
        #expect(throws: FormatError.self) { try DelimitedReader(path: folder.path) }
        #expect(throws: FormatError.self) { try DelimitedReader(path: folder.file("absent.csv")) }
    }

    @Test("A field beyond the limit stops the reader for good, and its text is in no error")
    func tooLarge() throws {
        let text = "A,B\n1,2\n3,\"" + String(repeating: "CANARY", count: 1000)
        var reader = try DelimitedReader(path: try folder.write(text), options: DelimitedOptions(maximumFieldBytes: 100))
        var row = FieldRow()
        #expect(try reader.next(into: &row))
        for _ in 0..<2 {
            let error = #expect(throws: FormatError.fieldTooLarge(row: 2, column: 2)) { try reader.next(into: &row) }
            #expect(error.map { !"\($0)".contains("CANARY") } == true)
        }
    }

    @Test("Random files never crash, and give rows or a FormatError")
    func fuzz() throws {
        var generator = SeededGenerator(seed: 99)
        let words: [[UInt8]] = [
            [44], [34], [10], [13, 10], [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], Array("sep=".utf8), Array("total".utf8), [0xD8], [97, 0],
        ]
        for _ in 0..<1500 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...30, using: &generator) {
                bytes +=
                    Bool.random(using: &generator)
                    ? words.randomElement(using: &generator) ?? [] : [UInt8.random(in: 0...255, using: &generator)]
            }
            let encoding = Int.random(in: 0...5, using: &generator)
            let options = DelimitedOptions(encoding: encoding < 4 ? TextEncoding.allCases[encoding] : nil, maximumFieldBytes: 20)
            do {
                var reader = try DelimitedReader(
                    path: try folder.write(bytes), options: options, bufferSize: Int.random(in: 1...16, using: &generator))
                var row = FieldRow()
                var steps = 0
                while try reader.next(into: &row) {
                    steps += 1
                    guard steps <= bytes.count * 3 else {
                        Issue.record("no end for \(bytes)")
                        break
                    }
                }
            } catch is FormatError {}
        }
    }
}
