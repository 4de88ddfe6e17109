import Testing

@testable import Formats

@Suite("XLSX workbooks")
struct XLSXReaderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func save(_ builder: WorkbookBuilder) throws -> String {
        try builder.write(folder.file("book.xlsx"))
        return folder.file("book.xlsx")
    }

    private func rows(_ reader: inout XLSXReader) throws -> [[String]] {
        var row = FieldRow()
        var rows: [[String]] = []
        while try reader.next(into: &row) {
            rows.append((0..<row.count).map(row.text))
            #expect(row.number == rows.count)
        }
        return rows
    }

    private func rows(_ builder: WorkbookBuilder) throws -> [[String]] {
        var reader = try XLSXReader(path: try save(builder))
        return try rows(&reader)
    }

    private static func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
    private static let header = "<row>\(text("A"))\(text("B"))\(text("C"))</row>"

    @Test("Shared, inline, rich and formula texts; booleans; errors; cells that are missing; hidden and empty rows")
    func cells() throws {
        let rows = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t> B </t></is></c><c r="C1" t="s"><v>1</v></c></row>
            <row r="3" hidden="1"><c r="B3" t="s"><v>2</v></c></row>
            <row r="4"><c r="A4" t="s"><v>99</v></c></row>
            <row r="5"/><row r="6"><c r="A6" s="0"/></row>
            <row r="7"><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c/><c r="F7" t="str"><f>A1</f><v>x_x000D_y</v></c></row>
            <row r="8"><c r="A8" t="s"><v>3</v></c><c r="D8"/></row>
            """
        var builder = WorkbookBuilder(sheets: [.init(name: "Data", rows: rows)])
        builder.sharedStrings = [
            "<t>A</t>", "<r><t>C </t></r><r><rPr><b/></rPr><t>rich</t></r><rPh sb=\"0\"><t>phonetic</t></rPh>",
            "<t xml:space=\"preserve\"> é &amp; €</t>",
            "<t>a<![CDATA[<b>]]>_x005F_x0041_</t>",
        ]
        var reader = try XLSXReader(path: try save(builder))
        #expect(reader.header == ["A", "B", "C rich"])
        #expect(reader.sheetName == "Data")
        #expect(try self.rows(&reader) == [["", " é & €", ""], ["TRUE", "FALSE", "#N/A", "", "", "x\ry"], ["a<b>_x0041_", "", ""]])
    }

    @Test("Numbers by their format")
    func numbers() throws {
        let formats = [
            "0", "14", "22", "20", "46", "dd/mm/yyyy hh:mm:ss", "[$-809]d mmm yyyy;@", "[Red]0.00&quot; days&quot;", "000000", "General",
            "mmm-yy", "mm:ss", "h AM/PM",
            "#,##0.00", "0.00E+00",
        ]
        let cases: [(style: Int, value: String, text: String)] = [
            (0, "5", "5"), (0, "5.0", "5"), (0, "37.450000000000003", "37.45"), (0, "1E-3", "0.001"), (0, "1.5E-7", "0.00000015"),
            (0, "-2.5e20", "-250000000000000000000"), (0, "123456789012345678", "123456789012345680"), (0, "007", "7"), (0, "x", "x"),
            (0, "1e400", "1e400"),
            (1, "43921", "31/03/2020"), (1, "43921.75", "31/03/2020"), (1, "1", "01/01/1900"), (1, "59", "28/02/1900"),
            (1, "60", "29/02/1900"),
            (1, "61", "01/03/1900"), (1, "0", "00/01/1900"), (1, "-3", "-3"), (1, "2958465", "31/12/9999"), (1, "2958466", "2958466"),
            (1, "1e99", "1" + String(repeating: "0", count: 99)),
            (2, "43921.75", "31/03/2020 18:00"), (2, "43921", "31/03/2020 00:00"), (2, "43921.99999", "01/04/2020 00:00"),
            (3, "0.5", "12:00"),
            (3, "43921.25", "06:00"), (4, "1.5", "36:00:00"), (5, "43890.5000116", "29/02/2020 12:00:01"), (6, "43921", "31/03/2020"),
            (7, "12.5", "12.5"),
            (8, "123", "000123"), (8, "1234567", "1234567"), (8, "1.5", "1.5"), (9, "43921", "43921"), (10, "43921", "31/03/2020"),
            (11, "0.5", "12:00:00"),
            (12, "0.75", "18:00"), (13, "1234.5", "1234.5"), (14, "0.25", "0.25"), (77, "8", "8"),
        ]
        let cells = cases.map { "<row>\(Self.text("x"))<c s=\"\($0.style)\"><v>\($0.value)</v></c></row>" }
        var builder = WorkbookBuilder(sheets: [.init(name: "Data", rows: Self.header + cells.joined())])
        builder.formats = formats
        let read = try rows(builder)
        #expect(read.count == cases.count)
        for (row, expected) in zip(read, cases) { #expect(row[1] == expected.text, "style \(expected.style), value \(expected.value)") }
    }

    @Test("Day 0 may be 1 January 1904; ISO dates are dates")
    func epoch() throws {
        let cells =
            "<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>42459</v></c><c t=\"d\"><v>2020-03-31</v></c><c t=\"d\"><v>2020-03-31T18:05:00Z</v></c></row>"
        var builder = WorkbookBuilder(sheets: [.init(name: "Data", rows: Self.header + cells)])
        builder.formats = ["0", "14"]
        builder.epoch1904 = true
        #expect(try rows(builder) == [["01/01/1904", "31/03/2020", "31/03/2020", "31/03/2020 18:05:00"]])
    }

    @Test("Every day of two centuries is the day after the one before")
    func everyDay() {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var (day, month, year) = (1, 3, 1900)
        for serial in 61...73_500 {
            let text = CellNumber.text("\(serial)", format: .date(time: false, seconds: false), epoch1904: false)
            let expected = [day, month].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "/") + "/\(year)"
            guard text == expected else {
                Issue.record("day \(serial) is \(text ?? "nil"), not \(expected)")
                return
            }
            let leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            day += 1
            if day > lengths[month - 1] + (leap ? 1 : 0) { (day, month) = (1, month + 1) }
            if month > 12 { (month, year) = (1, year + 1) }
        }
    }

    @Test("Sheets by name, by place, and by the header that is looked for; title rows; a total below")
    func sheets() throws {
        let data = """
            <row><c r="B1" t="inlineStr"><is><t>Looked after children</t></is></c></row><row/>
            <row>\(Self.text("CHILD"))\(Self.text("N"))</row><row><c><v>1</v></c></row>
            <row>\(Self.text("Total"))<c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row><row>\(Self.text("TOTAL:"))<c><v>4</v></c></row><row><c/></row>
            """
        let path = try save(
            WorkbookBuilder(sheets: [
                .init(name: "Notes", rows: "<row>\(Self.text("Read me"))</row>"), .init(name: "Old", rows: data, state: "hidden"),
                .init(name: "Data", rows: data), .init(name: "Empty", rows: ""),
            ]))
        #expect(try XLSXReader.sheetNames(path: path) == ["Notes", "Old", "Data", "Empty"])
        var reader = try XLSXReader(path: path, headerMatcher: { $0.contains("CHILD") })
        #expect(reader.sheetName == "Data")
        #expect(reader.header == ["CHILD", "N"])
        var row = FieldRow()
        var read: [[String]] = []
        var footers: [Bool] = []
        while try reader.next(into: &row) {
            read.append((0..<row.count).map(row.text))
            footers.append(row.isFooter)
        }
        #expect(read == [["1", ""], ["Total", "1"], ["2", "3"], ["TOTAL:", "4"]])
        #expect(footers == [false, false, false, true])
        #expect(try XLSXReader(path: path, sheet: .named(" old")).sheetName == "Old")
        #expect(try XLSXReader(path: path, sheet: .at(0)).header == ["Read me"])
        #expect(throws: FormatError.noSuchSheet(wanted: "Absent", names: ["Notes", "Old", "Data", "Empty"])) {
            try XLSXReader(path: path, sheet: .named("Absent"))
        }
        #expect(throws: FormatError.noSuchSheet(wanted: "number 5", names: ["Notes", "Old", "Data", "Empty"])) {
            try XLSXReader(path: path, sheet: .at(4))
        }
        #expect(throws: FormatError.empty) { try XLSXReader(path: path, sheet: .named("Empty")) }
        #expect(throws: FormatError.noHeader(linesSearched: 6)) {
            try XLSXReader(path: path, sheet: .named("Data"), headerMatcher: { _ in false })
        }
    }

    @Test("Encrypted, binary and foreign files are refused with advice")
    func refused() throws {
        let ole = try folder.write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "ole.xlsx")
        let error = #expect(throws: FormatError.encryptedWorkbook) { try XLSXReader(path: ole) }
        #expect(error?.description.contains("save it as XLSX without one") == true)
        let builder = WorkbookBuilder(sheets: [.init(name: "Data", rows: Self.header)])
        try WorkbookBuilder.write(builder.parts.map { ($0.path, Array($0.xml.utf8)) }, folder.file("locked.xlsx"), password: "secret")
        #expect(throws: FormatError.encryptedWorkbook) { try XLSXReader(path: folder.file("locked.xlsx")) }
        for (name, word) in [("xl/workbook.bin", "XLSB"), ("content.xml", "OpenDocument"), ("other.xml", "no workbook part")] {
            try WorkbookBuilder.write([(name, [0x78])], folder.file("foreign.xlsx"))
            let error = #expect(throws: FormatError.self) { try XLSXReader(path: folder.file("foreign.xlsx")) }
            #expect(error?.description.contains(word) == true)
        }
        #expect(throws: FormatError.empty) { try XLSXReader(path: try folder.write("", "empty.xlsx")) }
        #expect(throws: FormatError.self) { try XLSXReader(path: try folder.write("A,B\n1,2\n", "text.xlsx")) }
        let bytes = try folder.bytes("locked.xlsx")
        #expect(throws: FormatError.self) { try XLSXReader(path: try folder.write(Array(bytes.prefix(bytes.count / 2)), "cut.xlsx")) }
    }

    @Test("A workbook that unpacks to more than the limit is refused")
    func bomb() throws {
        var builder = WorkbookBuilder(sheets: [.init(name: "Data", rows: Self.header + String(repeating: "<row></row>", count: 100_000))])
        let path = try save(builder)
        #expect(throws: FormatError.tooLargeUnpacked(limit: 1 << 20)) { try XLSXReader(path: path, limits: .init(partBytes: 1 << 20)) }
        builder.sharedStrings = [String(repeating: "<t>x</t>", count: 1000)]
        let shared = try save(builder)
        #expect(throws: FormatError.tooLargeUnpacked(limit: 100)) { try XLSXReader(path: shared, limits: .init(sharedStringsBytes: 100)) }
    }

    @Test("Broken XML stops the reader for good; cells out of order are refused; no cell text is in an error")
    func broken() throws {
        for (rows, next) in [
            ("<row>\(Self.text("CANARY"))</wrong>", "end tag"),
            ("<row><c r=\"B2\"><v>1</v></c><c r=\"A2\" t=\"str\"><v>CANARY</v></c></row>", "order"),
            ("<row><c r=\"ZZZZ2\"><v>1</v></c></row>", "too many"), ("<row><c t=\"str\"><v>CANARY&unknown;</v></c></row>", "entity"),
        ] {
            // The XML parser is a little ahead of the rows: these keep the fault away from the header.
            let sound = String(repeating: "<row><c><v>1</v></c></row>", count: 1000)
            var reader = try XLSXReader(path: try save(WorkbookBuilder(sheets: [.init(name: "Data", rows: Self.header + sound + rows)])))
            var row = FieldRow()
            for _ in 0..<2 {
                let error = #expect(throws: FormatError.self) { while try reader.next(into: &row) {} }
                #expect(
                    error.map { $0.description.contains(next) && !$0.description.contains("CANARY") } == true,
                    "\(String(describing: error))")
            }
        }
    }
}
