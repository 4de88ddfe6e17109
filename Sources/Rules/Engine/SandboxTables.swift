import Postgres
import Vocabulary

/// The statements that make the sandbox's tables. What is absent is an empty view, which costs nothing to make, to read or to drop.
struct SandboxTables {
    /// Modules of this year, of last year, and of any earlier year.
    var current: Set<ReturnModule> = []
    var last: Set<ReturnModule> = []
    var past: Set<ReturnModule> = []
    var postcodes = false
    var providers = false
    /// The number of last year's collection: 2026 is 2025-26.
    var lastCollection: Int

    /// How tables are made. Unlogged ones spare the write-ahead log the rows of a large return; but making one waits for the disk, which for a small
    /// return takes longer than all its rules.
    var create = "create unlogged table"

    /// The way to make tables for files of so many bytes.
    static func create(forBytes bytes: Int) -> String { bytes > 8 << 20 ? "create unlogged table" : "create table" }

    static let reference: [(name: String, columns: String)] = [
        ("postcodes", "postcode text, laua text, la text, east int, north int"),
        ("providers", "urn text, place_codes text, provider_codes text, reg_end date, postcode text, la text"),
        ("children", "child int, child_text text"),
    ]

    /// One text of many statements.
    func statements() -> String {
        var out = "\(create) uploaded (module text);\n"
        let names = ModuleTable.all.filter { $0.isLast ? last.contains($0.module) : current.contains($0.module) }.map(\.name)
        if !names.isEmpty { out += "insert into uploaded values \(names.map { "(\($0.sqlLiteral))" }.joined(separator: ", "));\n" }
        for module in ReturnModule.all {
            let columns = RowEncoder.columns(module, withCollection: false)
            out += make(module.table, columns, isThere: current.contains(module))
            out += make(module.table + "_last", columns, isThere: last.contains(module))
            let all = RowEncoder.columns(module, withCollection: true)
            if past.contains(module) { out += make(module.table + "_past", all, isThere: true) }
            out += earlier(module) ?? make(module.table + "_earlier", all, isThere: false)
        }
        for (name, columns) in SandboxTables.reference {
            let isThere = name == "children" || (name == "postcodes" ? postcodes : providers)
            let pairs = columns.parts(by: ",").map { column in
                let words = column.split(separator: " ")
                return (name: String(words[0]), type: String(words[1]))
            }
            out += make(name, pairs, isThere: isThere)
        }
        return out
    }

    /// The view of all collections before this one; nil where none is there.
    func earlier(_ module: ReturnModule) -> String? {
        let list = RowEncoder.columns(module, withCollection: false).map(\.name).joined(separator: ", ")
        var parts: [String] = []
        if last.contains(module) { parts.append("select \(lastCollection) as collection, \(list) from \(module.table)_last") }
        if past.contains(module) { parts.append("select collection, \(list) from \(module.table)_past") }
        return parts.isEmpty ? nil : "create or replace view \(module.table)_earlier as \(parts.joined(separator: " union all "));\n"
    }

    private func make(_ name: String, _ columns: [(name: String, type: String)], isThere: Bool) -> String {
        isThere
            ? "\(create) \(name) (\(columns.map { "\($0.name) \($0.type)" }.joined(separator: ", ")));\n"
            : "create view \(name) as select \(columns.map { "null::\($0.type) as \($0.name)" }.joined(separator: ", ")) where false;\n"
    }
}
