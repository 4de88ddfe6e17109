import CLibZip

/// A workbook made of XML parts written by hand.
struct WorkbookBuilder {
    static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    struct Sheet {
        var name: String
        var rows: String
        var state = "visible"
    }

    var sheets: [Sheet]
    var sharedStrings: [String] = []
    /// Number formats of the styles: a built-in number, or a code.
    var formats: [String] = ["0"]
    var epoch1904 = false

    private static func builtIn(_ format: String) -> Int? { format == "0" || !format.hasPrefix("0") ? Int(format) : nil }

    /// The parts by path.
    var parts: [(path: String, xml: String)] {
        let sheetList = sheets.indices.map { i in
            "<sheet name=\"\(sheets[i].name)\" sheetId=\"\(i + 1)\" state=\"\(sheets[i].state)\" r:id=\"rId\(i + 1)\"/>"
        }
        let sheetRelations = sheets.indices.map { i in
            "<Relationship Id=\"rId\(i + 1)\" Type=\"\(Self.relations)/worksheet\" Target=\"worksheets/sheet\(i + 1).xml\"/>"
        }
        let codes = formats.enumerated().compactMap { i, format in
            Self.builtIn(format) == nil ? "<numFmt numFmtId=\"\(200 + i)\" formatCode=\"\(format)\"/>" : nil
        }
        let styles = formats.enumerated().map { i, format in "<xf numFmtId=\"\(Self.builtIn(format) ?? 200 + i)\" applyNumberFormat=\"1\"/>"
        }
        var parts = [
            (
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"\(Self.relations)/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(Self.namespace)\" xmlns:r=\"\(Self.relations)\"><workbookPr date1904=\"\(epoch1904 ? 1 : 0)\"/><sheets>"
                    + sheetList.joined() + "</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships>" + sheetRelations.joined()
                    + "<Relationship Id=\"s\" Type=\"\(Self.relations)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                    + "<Relationship Id=\"t\" Type=\"\(Self.relations)/styles\" Target=\"../xl/styles.xml\"/></Relationships>"
            ),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.namespace)\">" + sharedStrings.map { "<si>\($0)</si>" }.joined() + "</sst>"),
            (
                "xl/styles.xml",
                "<styleSheet xmlns=\"\(Self.namespace)\"><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                    + "<cellXfs>\(styles.joined())</cellXfs></styleSheet>"
            ),
        ]
        for (i, sheet) in sheets.enumerated() {
            let xml = "<worksheet xmlns=\"\(Self.namespace)\"><sheetData>\(sheet.rows)</sheetData><pageMargins left=\"1\"/></worksheet>"
            parts.append(("xl/worksheets/sheet\(i + 1).xml", xml))
        }
        return parts
    }

    func write(_ path: String) throws { try Self.write(parts.map { ($0.path, Array($0.xml.utf8)) }, path) }

    struct CannotBuild: Error {}

    /// Packs parts into a ZIP archive.
    static func write(_ parts: [(path: String, bytes: [UInt8])], _ path: String, password: String? = nil) throws {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw CannotBuild() }
        // libzip reads the bytes when the archive is closed.
        var copies: [UnsafeMutableRawBufferPointer] = []
        defer { for copy in copies { copy.deallocate() } }
        for part in parts {
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, part.bytes.count), alignment: 1)
            copy.copyBytes(from: part.bytes)
            copies.append(copy)
            let source = zip_source_buffer(archive, copy.baseAddress, UInt64(part.bytes.count), 0)
            let index = zip_file_add(archive, part.path, source, 0)
            guard index >= 0 else { throw CannotBuild() }
            if let password { zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password) }
        }
        guard zip_close(archive) == 0 else { throw CannotBuild() }
    }
}
