import Contracts
import Postgres

/// The tables `landing.<dataset>` and `source.<dataset>` of a contract.
struct SourceTables {
    let home: Home

    /// Values for the placeholders of `sql/load`, without those of one load.
    static func placeholders(_ contract: Contract) -> [String: String] {
        let columns = contract.columns.map { Identifier($0.sqlName).quoted }
        let key = contract.columns.filter { contract.key.contains($0.name) }.map { Identifier($0.sqlName).quoted }
        return [
            "table": contract.table,
            "local_id": Identifier(contract.localID.lowercased()).quoted,
            "title": contract.title.sqlLiteral,
            "typed_columns": contract.columns.map { Identifier($0.sqlName).quoted + " " + $0.type.sqlType }.joined(separator: ",\n    "),
            "columns": columns.joined(separator: ", "),
            "landing_columns": columns.map { "l." + $0 }.joined(separator: ", "),
            "dataset": contract.dataset.sqlLiteral,
            // what was known of a record, or of one never known the key alone
            "known_columns": contract.columns.map { column in
                let name = Identifier(column.sqlName).quoted
                return contract.key.contains(column.name) ? "coalesce(s.\(name), l.\(name))" : "s.\(name)"
            }.joined(separator: ", "),
            "key_columns": key.joined(separator: ", "),
            "source_key_columns": key.map { "s." + $0 }.joined(separator: ", "),
        ]
    }

    /// Makes what is missing.
    /// - Returns: what was done, one line each.
    /// - Throws: ``WarehouseError/failed(_:)`` where a column would change its type.
    func bringUp(_ contract: Contract, _ db: Connection) throws -> [String] {
        let existing = Dictionary(
            try db.query(
                """
                select attname, format_type(atttypid, atttypmod) from pg_attribute
                where attrelid = to_regclass(\("source." + contract.table)) and attnum > 0 and not attisdropped
                """, { (try $0.decode(0, as: String.self), try $0.decode(1, as: String.self)) }), uniquingKeysWith: { a, _ in a })
        let file = SQLFile(name: "sql/load/source_table.sql", text: try home.text("sql/load/source_table.sql"))
        var done: [String] = []
        if existing.isEmpty {
            try db.execute(try file.filled(SourceTables.placeholders(contract)))
            done.append("source.\(contract.table) made")
        }
        for column in contract.columns {
            guard let type = existing[column.sqlName] else {
                if existing.isEmpty { break }
                for schema in ["source", "landing"] {
                    try db.execute(
                        "alter table \(Identifier(schema, contract.table)) add column \(Identifier(column.sqlName)) \(unsafeSQL: column.type.sqlType)")
                }
                done.append("source.\(contract.table): column \(column.sqlName) added")
                continue
            }
            if type != column.type.sqlType {
                throw WarehouseError.failed(
                    "source.\(contract.table).\(column.sqlName) is \(type) and its contract now says \(column.type.sqlType); a column cannot change its type: give it another name"
                )
            }
        }
        for column in contract.columns where !column.title.isEmpty {
            let words = "\(column.name): \(column.title) [\(column.privacy.rawValue)]".sqlLiteral
            for (schema, relation) in [("source", contract.table), ("landing", contract.table), ("source", contract.table + "_held")] {
                // The held view keeps the columns it was made with.
                if relation != contract.table, !existing.isEmpty, existing[column.sqlName] == nil { continue }
                try db.execute("comment on column \(Identifier(schema, relation, column.sqlName)) is \(unsafeSQL: words)")
            }
        }
        return done
    }
}
