import Postgres

/// Fills empty tables: without write-ahead log and without indexes, which are made once the rows are there.
///
/// Rows written to a table that was emptied in the same transaction need no write-ahead log (wal_level minimal); an index made of
/// all rows at once takes half the time of one that grows row by row, and PostgreSQL makes it on several cores.
enum BulkFill {
    /// With fewer rows than this, making indexes anew costs more than it saves.
    static let threshold = 10_000

    /// Calls a closure that fills the tables.
    /// - Parameter tables: empty tables; what the closure leaves in them must keep their unique keys
    /// - Throws: what the closure throws, `PostgresError` where a key is not unique. The transaction must then be rolled back.
    static func fill(_ tables: [Identifier], _ db: Connection, _ body: () throws -> Void) throws {
        let list = tables.map(\.quoted).joined(separator: ", ")
        try db.execute("truncate \(unsafeSQL: list)")
        let all = try tables.flatMap { table in try indexes(of: table, db) }
        for index in all { try db.execute(SQL(unsafeSQL: index.drop)) }
        try body()
        for index in all { try db.execute(SQL(unsafeSQL: index.make)) }
    }

    private struct Index {
        let drop: String
        let make: String
    }

    /// Every index of a table but those that a foreign key needs.
    private static func indexes(of table: Identifier, _ db: Connection) throws -> [Index] {
        try db.query(
            """
            select
                i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), quote_ident(c.conname), pg_get_constraintdef(c.oid)
            from pg_index as i
            left join pg_constraint as c on c.conindid = i.indexrelid and c.conrelid = i.indrelid and c.contype in ('p', 'u')
            where i.indrelid = \(table.quoted)::regclass
              and not exists (select from pg_constraint as f where f.conindid = i.indexrelid and f.contype = 'f')
            order by i.indexrelid
            """
        ) { row in
            let name = try row.decode(0, as: String.self)
            guard let constraint = try row.decodeIfPresent(2, as: String.self), let definition = try row.decodeIfPresent(3, as: String.self) else {
                return Index(drop: "drop index \(name)", make: try row.decode(1, as: String.self))
            }
            return Index(
                drop: "alter table \(table.quoted) drop constraint \(constraint)",
                make: "alter table \(table.quoted) add constraint \(constraint) \(definition)")
        }
    }
}
