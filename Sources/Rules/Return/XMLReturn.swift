import Formats
import Postgres

/// Reads a return in one XML file into the tables of its modules, child by child.
///
/// An absent element is null, also where another element of the same child has the name.
struct XMLReturn {
    let path: String

    /// The most rows that one child may have: beyond it the file is no return.
    private static let mostRows = 100_000

    /// The modules of repeated elements, by the element's name.
    private static let groups: [String: String] = [
        "EPISODE": "Episodes", "AREVIEW": "Reviews", "AMISSING": "Missing", "OC2": "OC2", "PERMANENCE": "PrevPerm", "AD_PLACED": "PlacedAdoption",
    ]

    /// The values of a row by the names of its columns.
    private typealias Values = [String: String]

    /// Reads and copies.
    /// - Returns: for each module of the XML layout, the child and the mark of each row.
    /// - Throws: ``RulesError/refused(reason:next:)`` for a file that is not well-formed XML, or no return.
    func load(_ db: Connection, children: ChildNumbers, postcodes: PostcodesWanted?) throws -> [ReturnModule: (childOfRow: [Int32], marks: [RowMark])] {
        var tables = Tables(db: db, children: children, postcodes: postcodes)
        defer { tables.release() }
        do {
            let reader = try XMLPullReader(path: path, keepsBlankText: true)
            try read(reader, into: &tables)
        } catch let error as FormatError {
            throw RulesError.refused(reason: "\(path) cannot be read: \(error)", next: ["Export it again."])
        }
        try tables.finish()
        return tables.rows
    }

    private func read(_ reader: XMLPullReader, into tables: inout Tables) throws {
        var stack: [String] = []
        var header: Values = [:]
        var rows: [(module: String, values: Values)] = []
        var group: Values = [:]
        var text = ""
        while let event = try reader.next() {
            switch event {
            case .startElement(let name, _):
                if stack.isEmpty, name != "EXPSSDA903" {
                    throw RulesError.refused(
                        reason: "the XML file is no SSDA903 return: its outermost element is not EXPSSDA903",
                        next: ["Give the return's file, or a folder of CSV modules."])
                }
                stack.append(name)
                text = ""
                if XMLReturn.groups[name] != nil { group = [:] }
                if stack.count == 2 { (header, rows) = ([:], []) }
            case .text(let more): text += more
            case .endElement(let name):
                let value = text
                text = ""
                defer { stack.removeLast() }
                let parent = stack.dropLast().last ?? ""
                if stack.count == 2, name == "CHILD" {
                    try tables.add(header: header, rows: rows)
                } else if let module = XMLReturn.groups[name], parent == "CHILD" || parent == "HEADER" {
                    rows.append((module, group))
                    if rows.count > XMLReturn.mostRows {
                        throw RulesError.refused(reason: "one CHILD of the XML file has more than \(XMLReturn.mostRows) rows", next: ["Export it again."])
                    }
                } else if XMLReturn.groups[parent] != nil {
                    group[name == "PL" ? "PLACE" : name] = value
                } else if parent == "HEADER" {
                    header[name == "CHILDID" ? "CHILD" : name] = value
                }
            }
        }
    }

    /// The tables of the ten modules, each with its buffer, sent by one COPY after another on one connection.
    private struct Tables {
        let db: Connection
        var encoders: [String: RowEncoder]

        init(db: Connection, children: ChildNumbers, postcodes: PostcodesWanted?) {
            self.db = db
            encoders = Dictionary(
                ReturnModule.inXML.map { ($0.name, RowEncoder($0, collection: nil, children: children, postcodes: postcodes)) },
                uniquingKeysWith: { first, _ in first })
        }

        var rows: [ReturnModule: (childOfRow: [Int32], marks: [RowMark])] {
            Dictionary(encoders.values.map { ($0.module, ($0.childOfRow, $0.marks)) }, uniquingKeysWith: { first, _ in first })
        }

        mutating func add(header: Values, rows: [(module: String, values: Values)]) throws {
            let unaccompanied = header["UASC"].flatMap { $0.isEmpty ? nil : $0 }
            try add("Header", header, header, unaccompanied)
            if unaccompanied != nil { try add("UASC", header, header) }
            if let date = header["DATE_INT"], !date.isEmpty { try add("AD1", header, header) }
            if let contact = header["IN_TOUCH"], !contact.isEmpty { try add("OC3", header, header) }
            for row in rows { try add(row.module, row.values, header) }
        }

        private mutating func add(_ module: String, _ values: Values, _ header: Values, _ unaccompanied: String? = nil) throws {
            // In place: a copy of the encoder would copy its arrays.
            guard let index = encoders.index(forKey: module) else { return }
            let columns = encoders.values[index].module.columns
            encoders.values[index].add { column, body in
                let name = columns[column].name
                var text = (name == "CHILD" || name == "DOB" ? header[name] : values[name]) ?? ""
                text.withUTF8(body)
            } unaccompanied: { _ in
                unaccompanied.map { .given($0) } ?? .unknown
            }
            if encoders.values[index].buffer.count > 1 << 16 { try send(index) }
        }

        private mutating func send(_ index: Dictionary<String, RowEncoder>.Index) throws {
            let table = encoders.values[index].module.table
            try db.copyIn("copy \(Identifier(table)) from stdin (format binary)") { writer in try encoders.values[index].finish(to: writer) }
            encoders.values[index].restart()
        }

        mutating func finish() throws { for index in encoders.indices { try send(index) } }

        mutating func release() { for index in encoders.indices { encoders.values[index].release() } }
    }
}
