import Formats
import Postgres
import Vocabulary

/// The return as one XML file, child by child in constant memory: `EXPSSDA903` as the schema of 2020-21 (version 3.3.0) has it.
///
/// Source: `formats/ssda903_xml.md`, sections 1 to 3. The layout is known up to 2022-23. For later years the same layout is
/// written and marked as unverified; social worker and deprivation of liberty rows have no published element and are not in it.
struct SSDA903XML: Sendable {
    static let fileName = "ssda903.xml"
    /// The last year whose layout is known.
    static let lastVerifiedYear = CollectionYear(startYear: 2022)
    /// Modules that have elements.
    static let modules = ["Header", "UASC", "AD1", "OC3", "Missing", "Reviews", "PrevPerm", "OC2", "PlacedAdoption", "Episodes"]

    private let year: CollectionYear
    private let queries: [ModuleQuery]
    private let left: [String]

    init(year: CollectionYear, queries: [ModuleQuery]) {
        self.year = year
        self.queries = queries.filter { Self.modules.contains($0.module) }
        left = queries.map(\.module).filter { !Self.modules.contains($0) }
    }

    var isVerified: Bool { year <= Self.lastVerifiedYear }

    /// Writes the document.
    /// - Returns: notes for the summary.
    func write(to file: OutputFile, from db: Connection) throws -> [String] {
        try file.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        if let warning { try file.write("<!-- \(warning) -->\n") }
        try file.write("<EXPSSDA903>\n")
        var child: ChildElement?
        var repeated = 0
        func close() throws {
            guard let done = child else { return }
            if done.elements > 1 { repeated += 1 }
            try file.withBuffer { done.append(to: &$0) }
        }
        try db.forEachRow(rows) { row in
            let identifier = row[0] ?? ""
            if child?.identifier != identifier {
                try close()
                child = ChildElement(identifier: identifier)
            }
            let part: Int = try row.decode(1)
            guard queries.indices.contains(part) else { return }
            let columns = queries[part].columns
            child?.add(queries[part].module, columns.indices.map { (columns[$0].name, row[$0 + 3]) })
        }
        try close()
        try file.write("</EXPSSDA903>\n")
        var notes = [String]()
        if let warning { notes.append("\(Self.fileName): \(warning)") }
        if repeated > 0 {
            notes.append(
                "\(Self.fileName): \(repeated) children have several rows in a module that allows one; further CHILD elements hold them")
        }
        return notes
    }

    /// What a reader of the file must know; nil where the layout is that of the year.
    private var warning: String? {
        guard !isVerified else { return nil }
        let without = left.isEmpty ? "" : "; without \(left.joined(separator: " and ")), whose elements are not published"
        return "unverified: the layout of \(Self.lastVerifiedYear) for \(year), whose own was not published\(without). Submit the CSV files"
    }

    /// All rows of all modules: child, module, place in the module, then the columns, padded to the widest module.
    private var rows: SQL {
        let width = queries.map(\.columns.count).max() ?? 0
        let branches = queries.enumerated().map { part, query in
            let padding = Array(repeating: "null::text", count: width - query.columns.count)
            return """
                (select coalesce(\(query.child), '') collate "C", \(part), row_number() over (order by \(query.order)), \
                \((query.expressions + padding).joined(separator: ", ")) from \(query.source))
                """
        }
        return SQL(unsafeSQL: branches.joined(separator: " union all ") + " order by 1, 2, 3")
    }
}
