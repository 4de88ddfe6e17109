import Contracts
import Postgres

/// One hash per table, free of order, surrogate keys, load ids and moments: two warehouses that know the same have the same.
public struct Digest: Sendable {
    /// A table's name, number of rows and hash.
    public struct Line: Sendable, Equatable {
        /// With its schema: `star.fact_episode`.
        public let table: String
        /// How many rows the table has; for a source table, how many lines its history makes.
        public let rows: Int
        /// 32 hexadecimal digits, over the contents of all rows in any order.
        public let hash: String
    }

    /// The star's tables by name, those of identity, then those of source in the contracts' order.
    public let lines: [Line]

    /// One over all lines.
    public var overall: String { Checksum.of(lines.map { "\($0.table) \($0.rows) \($0.hash)" }.joined(separator: "\n")) }

    /// Reads the tables.
    /// - Parameter all: with the source tables, whose history is compared as what was known when, whatever the order of arrival.
    public static func of(_ db: Connection, home: Home, all: Bool) throws -> Digest {
        var lines: [Line] = []
        let tables = try db.query(
            """
            select c.relname from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
            where n.nspname = 'star' and c.relkind = 'r' and (c.relname like 'fact\\_%' or c.relname = any(\(try Facts.of(home, db).star.map(\.table))::text[]))
            order by 1
            """, { try $0.decode(0, as: String.self) })
        for table in tables { lines.append(try star(table, db)) }
        lines += try identity(db)
        if all {
            for contract in home.contracts { lines.append(try source(contract, db, home: home)) }
        }
        return Digest(lines: lines)
    }

    /// What social care knows its children by, and whom other agencies mean: persons named as in the star.
    private static func identity(_ db: Connection) throws -> [Line] {
        [
            try line("identity.known_as", "select row(p.identifier, k.authority, k.kind, k.value)::text as content from identity.known_as as k \(person)", db),
            try line(
                "identity.known_name",
                "select row(p.identifier, k.authority, k.date_of_birth, k.forename, k.surname)::text as content from identity.known_name as k \(person)", db),
            try line(
                "identity.subject",
                """
                select row(s.system, s.authority, s.subject, s.outcome, n.basis, p.identifier)::text as content
                from identity.subject as s
                left join identity.node as n on n.identifier = s.subject and n.authority = s.authority and n.system = s.system \(person)
                """, db),
        ]
    }

    /// A person is named by the least local id that founded it, not by its surrogate key.
    private static let person =
        "left join (select person_key, min(authority || ':' || identifier) as identifier from identity.node where system = 'social-care' group by 1) as p using (person_key)"

    private static func star(_ table: String, _ db: Connection) throws -> Line {
        let columns = try db.query(
            """
            select attname from pg_attribute where attrelid = \("star." + table)::regclass and attnum > 0 and not attisdropped order by attnum
            """, { try $0.decode(0, as: String.self) })
        let shown = columns.filter { !["person_key", "dataset", "assertion_id"].contains($0) }.map { "f." + Identifier($0).quoted }
        let isByPerson = columns.contains("person_key")
        let content = ((isByPerson ? ["p.identifier"] : []) + shown).joined(separator: ", ")
        return try line(
            "star." + table, "select row(\(content))::text as content from star.\(Identifier(table).quoted) as f \(isByPerson ? person : "")", db)
    }

    private static func source(_ contract: Contract, _ db: Connection, home: Home) throws -> Line {
        let file = SQLFile(name: "sql/digest/source_history.sql", text: try home.text("sql/digest/source_history.sql"))
        return try line("source." + contract.table, try file.filled(SourceTables.placeholders(contract)).text, db)
    }

    private static func line(_ table: String, _ contents: String, _ db: Connection) throws -> Line {
        // A sum does not depend on order; two seeds make 128 bits.
        try db.first(
            """
            select count(*), coalesce(sum(hashtextextended(content, 1)::numeric), 0)::text || ':' || coalesce(sum(hashtextextended(content, 2)::numeric), 0)::text
            from (\(unsafeSQL: contents)) as contents
            """, { Line(table: table, rows: try $0.decode(0), hash: String(Checksum.of(try $0.decode(1, as: String.self)).prefix(32))) })
            ?? Line(table: table, rows: 0, hash: "")
    }
}
