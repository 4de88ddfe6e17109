import Testing

@testable import Formats

@Suite("Records of an XML document")
struct XMLRecordTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private let census = """
        <?xml version="1.0"?>
        <m:Message xmlns:m="urn:x">
          <Header><Year>2026</Year></Header>
          <Children>
            <Child id="a">
              <Details><Referral>2026-01-05</Referral>
                <Assessment><Start>2026-01-06</Start><Factors><Factor>2B</Factor> <Factor> 3C </Factor></Factors></Assessment>
                <Assessment kind="core"><Start>2026-02-06</Start></Assessment>
                <Closed>2026-03-01</Closed>
              </Details>
              <Details><Referral>2026-03-05</Referral><Assessment/><Reviews><Date>2026-03-10</Date><Date>2026-03-20</Date></Reviews></Details>
              <Identifiers><ID><![CDATA[7]]>/&amp;1</ID></Identifiers>
            </Child>
            <Child><Identifiers><ID>8</ID></Identifiers></Child>
            <Child><Identifiers><ID>9</ID></Identifiers><Details><Assessment><Start>2026-02-09</Start></Assessment></Details></Child>
          </Children>
        </m:Message>
        """

    private func rows(_ record: String, _ paths: String..., text: String? = nil) throws -> [String] {
        let path = try folder.write(text ?? census, "census.xml")
        let reader = try XMLRecordReader(path: path, record: record, columns: paths.map { .init(name: $0, path: $0) })
        #expect(reader.header == paths)
        var row = FieldRow()
        var rows: [String] = []
        while try reader.next(into: &row) {
            #expect(row.number == rows.count + 1 && row.count == paths.count)
            rows.append((0..<row.count).map { row.text($0) }.joined(separator: "|"))
        }
        #expect(try !reader.next(into: &row))
        return rows
    }

    @Test("paths into the record and out of it, before and after it; what repeats is joined; attributes; the header of the document")
    func paths() throws {
        #expect(
            try rows(
                "Message/Children/Child/Details/Assessment", "../../Identifiers/ID", "../../@id", "../Referral", "Start", "Factors/Factor", "@kind",
                "../Closed",
                "/Message/Header/Year") == [
                    "7/&1|a|2026-01-05|2026-01-06|2B 3C||2026-03-01|2026", "7/&1|a|2026-01-05|2026-02-06||core|2026-03-01|2026",
                    "7/&1|a|2026-03-05|||||2026", "9|||2026-02-09||||2026",
                ])
    }

    @Test("an element that repeats makes a row each where it is the record; its own text is a dot")
    func repeated() throws {
        #expect(try rows("Message/Children/Child/Details/Reviews/Date", ".", "../../../Identifiers/ID") == ["2026-03-10|7/&1", "2026-03-20|7/&1"])
        #expect(try rows("Message/Children/Child", "Identifiers/ID", "Details/Referral") == ["7/&1|2026-01-05 2026-03-05", "8|", "9|"])
        #expect(try rows("Message", "Header/Year") == ["2026"])
        #expect(try rows("Message/Nothing", "Header/Year") == [])
    }

    @Test("a document cut short throws again and again; records before it are handed out")
    func cut() throws {
        let text = String(census[..<(census.range(of: "<Child><Identifiers><ID>9")?.upperBound ?? census.endIndex)])
        let path = try folder.write(text, "cut.xml")
        let reader = try XMLRecordReader(path: path, record: "Message/Children/Child", columns: [.init(name: "ID", path: "Identifiers/ID")])
        var row = FieldRow()
        #expect(throws: FormatError.self) { while try reader.next(into: &row) {} }
        #expect(throws: FormatError.self) { try reader.next(into: &row) }
    }

    @Test("paths that lead out of the document are known beforehand")
    func leadsOut() {
        let record = "Message/Children/Child"
        for path in [".", "ID", "@id", "../ID", "../../Header/Year", "/Message/Header/Year", "../@x", "a/b/@c"] {
            #expect(XMLRecordReader.canFollow(path, from: record), "\(path)")
        }
        for path in ["", "/", "../../../../ID", "/Other/Year", "a/../b", "@", "@a/b"] { #expect(!XMLRecordReader.canFollow(path, from: record), "\(path)") }
        #expect(throws: FormatError.self) { try rows(record, "../../../../ID") }
    }

    @Test("memory does not grow with the document")
    func constant() throws {
        let child = "<Child><ID>1</ID><A><B>x</B></A></Child>"
        var left = 50_000
        var pending = Array("<M>".utf8)
        let reader = try XMLRecordReader(record: "M/Child/A", columns: [.init(name: "ID", path: "../ID"), .init(name: "B", path: "B")]) { buffer in
            while pending.count < buffer.count, left > 0 {
                left -= 1
                pending += child.utf8
                if left == 0 { pending += "</M>".utf8 }
            }
            let count = min(buffer.count, pending.count)
            buffer.copyBytes(from: pending[..<count])
            pending.removeFirst(count)
            return count
        }
        var row = FieldRow()
        var count = 0
        while try reader.next(into: &row) {
            count += 1
            #expect(reader.held <= 2)
        }
        #expect(count == 50_000)
    }

    @Test("the elements of a document, and what a file is")
    func survey() throws {
        let path = try folder.write(census, "census.xml")
        let found = try XMLSurvey.elements(path: path)
        #expect(found.contains("Message/Children/Child/Details/Reviews/Date") && found.contains("Message") && !found.contains("Child"))
        #expect(found.count == 16, "\(found.sorted())")
        #expect(throws: FormatError.self) { try XMLSurvey.elements(path: try folder.write("<a><b></a>", "bad.xml")) }
        for (bytes, kind) in [
            (Array("\u{FEFF} \n<?xml version=\"1.0\"?><a/>".utf8), FileKind.xml), (Array("<Message/>".utf8), .xml), (Array("<5,a\n".utf8), .text),
            ([0xFF, 0xFE] + "<?xml".utf16.flatMap { [UInt8($0 & 0xFF), 0] }, .xml), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .workbook),
            ([0x50, 0x4B, 3, 4, 0], .workbook), (Array("CHILD,DOB\n".utf8), .text), ([], .text),
        ] {
            #expect(try FileKind(path: try folder.write(bytes, "file")) == kind)
        }
    }
}
