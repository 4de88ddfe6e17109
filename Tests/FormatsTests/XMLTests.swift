import Testing

@testable import Formats

@Suite("XML")
struct XMLTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func events(_ text: String) throws -> [XMLPullReader.Event] {
        let reader = try XMLPullReader(path: try folder.write(text, "file.xml"))
        var events: [XMLPullReader.Event] = []
        while let event = try reader.next() { events.append(event) }
        return events
    }

    @Test("Elements, attributes, text in one piece, empty elements")
    func pull() throws {
        let text = """
            <?xml version="1.0"?><!-- note --><m:Message xmlns:m="urn:x" m:id="7" date='2026&#45;03'>
              <a>one <![CDATA[<two>]]> &amp; three<!-- x --></a> <b/><c>  </c>
            </m:Message>
            """
        #expect(
            try events(text) == [
                .startElement(name: "Message", attributes: ["id": "7", "date": "2026-03"]), .startElement(name: "a", attributes: [:]),
                .text("one <two> & three"), .endElement(name: "a"), .startElement(name: "b", attributes: [:]), .endElement(name: "b"),
                .startElement(name: "c", attributes: [:]), .endElement(name: "c"), .endElement(name: "Message"),
            ])
    }

    @Test("Other encodings are read by their declaration")
    func encodings() throws {
        let bytes = Array("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>Zo".utf8) + [0xEB, 0x80] + Array("</a>".utf8)
        let reader = try XMLPullReader(path: try folder.write(bytes, "file.xml"))
        _ = try reader.next()
        #expect(try reader.next() == .text("Zoë€"))
    }

    @Test("What is not well-formed, or has a DOCTYPE, is refused by line, without its text")
    func refused() throws {
        for (text, line, word) in [
            ("<a>\n<b>CANARY</a>", 2, "end tag"), ("<a>\nCANARY", 2, ""), ("<a>\n\n&CANARY;</a>", 3, "entity"), ("", 0, "empty"),
            ("CANARY", 1, ""),
            ("<a>CANARY & x</a>", 1, ""), ("<a x='1' x='CANARY'/>", 1, "twice"), ("<a>\u{1}CANARY</a>", 1, ""),
            ("<!DOCTYPE a [<!ENTITY CANARY \"x\">]>\n<a>&CANARY;</a>", 0, "DOCTYPE"),
            ("<!DOCTYPE a SYSTEM \"http://example.invalid/CANARY.dtd\">\n<a/>", 0, "DOCTYPE"),
        ] {
            let error = #expect(throws: FormatError.self) { try events(text) }
            guard let error else { continue }
            #expect(!error.description.contains("CANARY") && (word.isEmpty || error.description.contains(word)), "\(error)")
            if line > 0 { #expect(error.description.hasPrefix("line \(line):"), "\(error)") }
        }
    }

    @Test("Entities that multiply do nothing")
    func billionLaughs() {
        var text = "<!DOCTYPE a [<!ENTITY l0 \"lol\">"
        for i in 1...20 { text += "<!ENTITY l\(i) \"" + String(repeating: "&l\(i - 1);", count: 10) + "\">" }
        #expect(throws: FormatError.self) { try events(text + "]><a x=\"&l20;\">&l20;</a>") }
    }

    @Test("Depth beyond reason is refused")
    func depth() {
        #expect(throws: FormatError.self) { try events(String(repeating: "<a>", count: 100_000)) }
    }

    @Test("The writer escapes, indents, and is read back the same")
    func writer() throws {
        let writer = try XMLWriter(path: folder.file("out.xml"))
        try writer.startElement("Message", attributes: [("z", "<\"&'\n"), ("a", "1")])
        try writer.element("a", "x < y & \"z\"\r\u{0}é😀")
        try writer.startElement("b")
        try writer.element("c", "")
        try writer.finish()
        #expect(
            try folder.text("out.xml") == """
                <?xml version="1.0" encoding="UTF-8"?>
                <Message z="&lt;&quot;&amp;'&#10;" a="1">
                  <a>x &lt; y &amp; "z"&#13;\u{FFFD}é😀</a>
                  <b>
                    <c/>
                  </b>
                </Message>

                """)
        let reader = try XMLPullReader(path: folder.file("out.xml"))
        #expect(try reader.next() == .startElement(name: "Message", attributes: ["z": "<\"&'\n", "a": "1"]))
        _ = try reader.next()
        #expect(try reader.next() == .text("x < y & \"z\"\r\u{FFFD}é😀"))
    }

    @Test("The writer refuses what is no document")
    func writerMisuse() throws {
        let writer = try XMLWriter(path: folder.file("out.xml"))
        #expect(throws: FormatError.self) { try writer.finish() }
        #expect(throws: FormatError.self) { try writer.text("x") }
        #expect(throws: FormatError.self) { try writer.startElement("a b") }
        #expect(throws: FormatError.self) { try writer.startElement("a", attributes: [("1", "")]) }
        try writer.element("a", "")
        #expect(throws: FormatError.self) { try writer.startElement("b") }
        #expect(throws: FormatError.self) { try writer.endElement() }
    }

    private static let schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Message"><xs:complexType><xs:sequence>
        <xs:element name="CHILD" maxOccurs="unbounded"><xs:complexType><xs:sequence>
        <xs:element name="UPN"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[A-Z][0-9]{3}"/></xs:restriction></xs:simpleType></xs:element>
        <xs:element name="DOB" type="xs:date"/>
        </xs:sequence><xs:attribute name="sex"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="F"/></xs:restriction></xs:simpleType></xs:attribute>
        </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>
        """

    @Test("A schema's deviations are told by line and element, without values")
    func schema() throws {
        let schema = try folder.write(Self.schema, "schema.xsd")
        let valid = try folder.write("<Message>\n<CHILD sex=\"F\"><UPN>A123</UPN><DOB>2010-01-01</DOB></CHILD></Message>", "valid.xml")
        #expect(try XMLSchemaValidator.validate(valid, schemaPath: schema) == [])
        let text =
            "<Message>\n<CHILD sex=\"CANARY\">\n<UPN>CANARY</UPN>\n<DOB>CANARY</DOB>\n<OTHER/></CHILD>\n<CHILD><UPN>A123</UPN></CHILD></Message>"
        let problems = try XMLSchemaValidator.validate(try folder.write(text, "invalid.xml"), schemaPath: schema)
        #expect(problems.count >= 5)
        #expect(problems.allSatisfy { !$0.contains("CANARY") })
        #expect(problems.contains("line 2: element CHILD, attribute sex: the value is none of the allowed ones"), "\(problems)")
        #expect(problems.contains("line 3: element UPN: the value does not have its pattern"), "\(problems)")
        #expect(problems.contains("line 4: element DOB: the value is not of its type"), "\(problems)")
        #expect(problems.contains { $0.contains("OTHER") }, "\(problems)")
        #expect(throws: FormatError.self) { try XMLSchemaValidator.validate(valid, schemaPath: valid) }
        #expect(throws: FormatError.self) { try XMLSchemaValidator.validate(valid, schemaPath: folder.file("absent.xsd")) }
        #expect(throws: FormatError.self) { try XMLSchemaValidator.validate(try folder.write("<Message>", "cut.xml"), schemaPath: schema) }
    }
}
