import Contracts
import Postgres

/// The tables `landing.<dataset>` and `source.<dataset>` of a contract.
struct SourceTables {
    let home: Home

    /// Values for the placeholders of `sql/load`, without those of one load.
    static func placeholders(_ contract: Contract) -> [String: String] {
        // The subject stands beside the key: a tombstone says whom it was about.
        let subject = contract.isAboutSubjects ? ["subject"] : []
        let columns = subject + contract.columns.map { Identifier($0.sqlName).quoted }
        let key = subject + contract.columns.filter { contract.key.contains($0.name) }.map { Identifier($0.sqlName).quoted }
        let types = subject.map { $0 + " text" } + contract.columns.map { Identifier($0.sqlName).quoted + " " + $0.type.sqlType }
        let who = who(contract)
        // The spine's index is that of its local id; the others have one of the key.
        let record = contract.isSpine ? "s.\(who) = %.\(who) and s.business_key = %.business_key" : "s.business_key = %.business_key"
        return [
            "table": contract.table,
            "system": contract.agency.sqlLiteral,
            "who": who,
            "touched": touched(contract),
            "same_record_as_l": record.replacing("%", with: "l"),
            "same_record_as_v": record.replacing("%.\(who)", with: "v.who").replacing("%", with: "v"),
            "indexes": indexes(contract),
            "subject_says": contract.isAboutSubjects ? "subject_says text," : "",
            "title": contract.title.sqlLiteral,
            "typed_columns": types.joined(separator: ",\n    "),
            "columns": columns.joined(separator: ", "),
            "landing_columns": columns.map { "l." + $0 }.joined(separator: ", "),
            "dataset": contract.dataset.sqlLiteral,
            // what was known of a record, or of one never known the key alone
            "known_columns": columns.map { name in key.contains(name) ? "coalesce(s.\(name), l.\(name))" : "s.\(name)" }.joined(separator: ", "),
            "key_columns": key.joined(separator: ", "),
            "source_key_columns": key.map { "s." + $0 }.joined(separator: ", "),
        ]
    }

    /// The column that names whom or what a record touches: the child's local id, the subject, or, where it is about no child, its own key.
    static func who(_ contract: Contract) -> String {
        switch contract.subject {
        case .spine(let column): return Identifier(column.lowercased()).quoted
        case .person: return "subject"
        case .none: return "business_key"
        }
    }

    /// The temporary table that takes whom or what a file of the contract touches.
    static func touched(_ contract: Contract) -> String {
        switch contract.subject {
        case .spine: return "touched_local"
        case .person: return "touched_subject"
        case .none: return Identifier("touched_" + contract.table).quoted
        }
    }

    private static func indexes(_ contract: Contract) -> String {
        var lines = ["create index on source.\(contract.table) (\(who(contract)));"]
        if contract.isAboutSubjects { lines.append("create index on source.\(contract.table) (business_key);") }
        return lines.joined(separator: "\n")
    }

    /// Makes what is missing.
    /// - Returns: what was done, one line each.
    /// - Throws: ``WarehouseError/failed(_:)`` where a column would change its type.
    func bringUp(_ contract: Contract, _ db: Connection) throws -> [String] {
        let existing = Dictionary(
            try db.query(
                """
                select attname, case atttypid when 'timestamptz'::regtype then 'timestamptz' else format_type(atttypid, atttypmod) end from pg_attribute
                where attrelid = to_regclass(\("source." + contract.table)) and attnum > 0 and not attisdropped
                """, { (try $0.decode(0, as: String.self), try $0.decode(1, as: String.self)) }), uniquingKeysWith: { a, _ in a })
        let file = SQLFile(name: "sql/load/source_table.sql", text: try home.text("sql/load/source_table.sql"))
        var done: [String] = []
        if existing.isEmpty {
            let placeholders = SourceTables.placeholders(contract)
            try db.execute(try file.filled(placeholders))
            let held = "sql/load/" + (contract.subject == .none ? "held_of_no_person.sql" : "held_of_person.sql")
            try db.execute(try SQLFile(name: held, text: try home.text(held)).filled(placeholders))
            done.append("source.\(contract.table) made")
        }
        try commentSubject(contract, isMade: existing.isEmpty || existing["subject"] != nil, db)
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
        // Sent together: with every agency's contracts there are twenty thousand.
        var comments: [String] = []
        for column in contract.columns where !column.title.isEmpty {
            let words = "\(column.name): \(column.title) [\(column.privacy.rawValue)]".sqlLiteral
            for (schema, relation) in [("source", contract.table), ("landing", contract.table), ("source", contract.table + "_held")] {
                // The held view keeps the columns it was made with.
                if relation != contract.table, !existing.isEmpty, existing[column.sqlName] == nil { continue }
                comments.append("comment on column \(Identifier(schema, relation, column.sqlName).quoted) is \(words)")
            }
        }
        if !comments.isEmpty { try db.execute(SQL(unsafeSQL: comments.joined(separator: ";\n"))) }
        return done
    }

    /// Makes `identity.waiting`, which reads every source table about subjects.
    func makeWaiting(_ db: Connection) throws {
        let path = "sql/identity/waiting.sql"
        try db.execute(try SQLFile(name: path, text: try home.text(path)).filled(["held_rows": heldRows]))
    }

    /// What `identity.waiting` is made from: whether the view that stands is the one the contracts ask for.
    func waitingSum() throws -> String { Checksum.of(try home.text("sql/identity/waiting.sql") + heldRows) }

    private var heldRows: String {
        let tables = home.contracts.filter(\.isAboutSubjects).map(\.table).sorted()
        if tables.isEmpty { return "select null::smallint, null::text, null::bigint where false" }
        return tables.map { table in
            "select authority, subject, count(*) from source.\(Identifier(table).quoted) where holds and not absent group by authority, subject"
        }.joined(separator: "\n    union all ")
    }

    /// Says what the columns are that records about subjects have beside those of their contract.
    private func commentSubject(_ contract: Contract, isMade: Bool, _ db: Connection) throws {
        guard contract.isAboutSubjects else { return }
        guard isMade else {
            throw WarehouseError.failed(
                "source.\(contract.table) was made for records that are about no person or by local id, and its contract now names persons otherwise: give the dataset another name"
            )
        }
        let words = "whom the agency says the record is about (identity.subject)".sqlLiteral
        for (schema, relation) in [("source", contract.table), ("landing", contract.table), ("source", contract.table + "_held")] {
            try db.execute("comment on column \(Identifier(schema, relation, "subject")) is \(unsafeSQL: words)")
        }
        let says = "what the subject is the hash of: canonical texts, separated by the character U+001F".sqlLiteral
        try db.execute("comment on column \(Identifier("landing", contract.table, "subject_says")) is \(unsafeSQL: says)")
    }
}
