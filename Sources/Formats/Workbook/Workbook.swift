/// What an XLSX workbook says of itself: its sheets, its epoch, the formats of its styles.
struct Workbook {
    /// A worksheet by name.
    struct Sheet {
        let name: String
        let isVisible: Bool
        let partName: String
    }

    let archive: ZipArchive
    /// Worksheets in the order of their tabs; chart sheets are left out.
    private(set) var sheets: [Sheet] = []
    /// Days are counted from 1 January 1904.
    private(set) var epoch1904 = false
    /// The number formats, by the style number that a cell has.
    private(set) var formats: [CellFormat] = []
    private var sharedStringsPart: String?
    private let limit: Int

    /// Opens a workbook and reads its small parts.
    /// - Parameters:
    ///   - path: a regular file.
    ///   - limit: unpacked bytes beyond which a part is refused.
    /// - Throws: ``FormatError``.
    init(path: String, limit: Int) throws {
        let beginning = try InputFile(path: path).beginning(8)
        guard !beginning.isEmpty else { throw FormatError.empty }
        if beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw FormatError.encryptedWorkbook }
        guard beginning.starts(with: [0x50, 0x4B]) else { throw FormatError.notAWorkbook(reason: "it is not a ZIP archive") }
        archive = try ZipArchive(path: path)
        self.limit = limit

        let main = try relations(of: "").first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
        guard let part = try archive.part(main, limit: limit) else {
            if archive.contains("xl/workbook.bin") {
                throw FormatError.notAWorkbook(reason: "it is a binary workbook (XLSB); save it as XLSX")
            }
            if archive.contains("content.xml") { throw FormatError.notAWorkbook(reason: "it is an OpenDocument file; save it as XLSX") }
            throw FormatError.notAWorkbook(reason: "it has no workbook part")
        }
        guard !main.hasSuffix(".bin") else { throw FormatError.notAWorkbook(reason: "it is a binary workbook (XLSB); save it as XLSX") }
        let relations = try relations(of: main)
        sharedStringsPart = relations.first { $0.kind == "sharedStrings" }?.target
        try readSheets(part, relations.filter { $0.kind == "worksheet" })
        if let styles = relations.first(where: { $0.kind == "styles" })?.target, let part = try archive.part(styles, limit: limit) {
            try readStyles(part)
        }
    }

    /// The shared texts of the workbook; they are held in memory.
    func sharedStrings(limit: Int) throws -> SharedStrings {
        guard let name = sharedStringsPart, let part = try archive.part(name, limit: min(limit, self.limit)) else { return SharedStrings() }
        return try SharedStrings(part)
    }

    /// Opens a sheet as a stream.
    func open(_ sheet: Sheet) throws -> ZipPart {
        guard let part = try archive.part(sheet.partName, limit: limit) else {
            throw FormatError.notAWorkbook(reason: "a sheet that it lists is missing")
        }
        return part
    }

    private struct Relation {
        let id: String
        let kind: String
        let target: String
    }

    /// What a part points to: `xl/workbook.xml` has its relations in `xl/_rels/workbook.xml.rels`.
    private func relations(of part: String) throws -> [Relation] {
        let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
        let name = part.dropFirst(folder.count)
        guard let file = try archive.part("\(folder)_rels/\(name).rels", limit: limit) else { return [] }
        let reader = try XMLNodeReader { try file.read(into: $0) }
        var relations: [Relation] = []
        while let node = try reader.next() {
            guard case .start = node, reader.isNamed("Relationship") else { continue }
            guard let id = reader.attribute("Id"), let type = reader.attribute("Type"), let target = reader.attribute("Target") else {
                continue
            }
            let kind = type.split(separator: "/").last.map(String.init) ?? ""
            relations.append(Relation(id: id, kind: kind, target: Self.resolve(target, in: folder)))
        }
        return relations
    }

    /// A target is absolute, or relative to the folder of the part that points to it.
    private static func resolve(_ target: String, in folder: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var parts: [Substring] = []
        for part in (folder + target).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    private mutating func readSheets(_ part: ZipPart, _ relations: [Relation]) throws {
        let targets = Dictionary(relations.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
        let reader = try XMLNodeReader { try part.read(into: $0) }
        while let node = try reader.next() {
            guard case .start = node else { continue }
            if reader.isNamed("workbookPr") {
                let flag = reader.attribute("date1904")
                epoch1904 = flag == "1" || flag == "true"
            } else if reader.isNamed("sheet") {
                var name = ""
                var target: String?
                var isVisible = true
                reader.forEachAttribute { prefixed, attribute, value in
                    let text = String(decoding: value, as: UTF8.self)
                    if prefixed, XMLNodeReader.equal(attribute, "id") { target = targets[text] }
                    if !prefixed, XMLNodeReader.equal(attribute, "name") { name = text }
                    if !prefixed, XMLNodeReader.equal(attribute, "state") { isVisible = text == "visible" }
                }
                if let target { sheets.append(Sheet(name: name, isVisible: isVisible, partName: target)) }
            }
        }
    }

    private mutating func readStyles(_ part: ZipPart) throws {
        let reader = try XMLNodeReader { try part.read(into: $0) }
        var codes: [Int: String] = [:]
        var formatIDs: [Int] = []
        var inCellFormats = false
        while let node = try reader.next() {
            switch node {
            case .start(let isEmpty):
                if reader.isNamed("numFmt"), let id = reader.attribute("numFmtId").flatMap({ Int($0) }) {
                    codes[id] = reader.attribute("formatCode")
                } else if reader.isNamed("cellXfs") {
                    inCellFormats = !isEmpty
                } else if inCellFormats, reader.isNamed("xf") {
                    formatIDs.append(reader.attribute("numFmtId").flatMap { Int($0) } ?? 0)
                }
            case .end:
                if reader.isNamed("cellXfs") { inCellFormats = false }
            case .text, .blank: break
            }
        }
        formats = formatIDs.map { id in codes[id].map { CellFormat(code: $0) } ?? CellFormat(builtIn: id) }
    }
}
