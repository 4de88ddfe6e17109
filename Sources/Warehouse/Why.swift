import Contracts
import Postgres

/// Where a row of the star comes from: the assertions of its event, with file and row.
public struct Why {
    /// One assertion.
    public struct Line: Sendable {
        /// `social-care/ssda903_episodes`
        public let dataset: String
        /// The day whose position the file shows, ISO 8601.
        public let asAt: String
        /// The load's number in the ledger.
        public let loadID: Int
        /// The file's name without folders.
        public let file: String
        /// The worksheet, or the element that is a record; nil for a text file.
        public let part: String?
        /// SHA-256 of the file's bytes, 64 hexadecimal digits: where the archive keeps it.
        public let sha256: String
        /// 1-based data row in the file; nil for a tombstone, which stands in no row.
        public let row: Int?
        /// What the file is a snapshot of.
        public let scope: String
        /// 1, or more where the file had the same key with different content.
        public let occurrence: Int
        /// holds · earlier · retired · unusable · outranked
        public let state: String
        /// The columns that differ from the version that holds, by name only.
        public let differs: [String]
    }

    /// The answer.
    public struct Answer: Sendable {
        /// With its schema: `star.fact_review`.
        public let table: String
        /// As it was asked for.
        public let key: String
        /// The assertion that the row was made from first, then the others from the newest scope and day back.
        public let lines: [Line]
        /// How the person is known.
        public let person: [String]
    }

    private let home: Home
    private let db: Connection

    /// Explains rows of that database, by the contracts of that folder.
    public init(home: Home, db: Connection) {
        self.home = home
        self.db = db
    }

    /// Looks a row up.
    /// - Parameters:
    ///   - table: `star.fact_review` or `fact_review`
    ///   - key: the person key, or the child's local id, and the rest of the table's key, joined by `/`: `88213/2026-06-14`
    /// - Throws: ``WarehouseError/usage(_:)`` where there is no such table or row.
    public func explain(table: String, key: String) throws -> Answer {
        let name = table.hasPrefix("star.") ? String(table.dropFirst(5)) : table
        let facts = try Deriver(home: home).facts()
        guard let fact = facts.first(where: { $0.table == name }), !fact.whole else {
            throw WarehouseError.usage("why knows these tables: \(facts.filter { !$0.whole }.map { "star." + $0.table }.joined(separator: ", "))")
        }
        let keyColumns = try db.query(
            """
            select a.attname from pg_index as i join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
            where i.indrelid = \("star." + name)::regclass and i.indisprimary order by array_position(i.indkey::smallint[], a.attnum)
            """, { try $0.decode(0, as: String.self) })
        let parts = key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == keyColumns.count else {
            throw WarehouseError.usage(
                "the key of star.\(name) is \(keyColumns.joined(separator: "/")); \(parts.count) part\(parts.count == 1 ? " was" : "s were") given")
        }
        let rest = zip(keyColumns, parts).dropFirst().map { column, value in
            "f.\(Identifier(column).quoted)::text = \(value.sqlLiteral)"
        }
        let condition = (["true"] + rest).joined(separator: " and ")
        let rows = try db.query(
            """
            select f.person_key, f.assertion_id, d.name from star.\(Identifier(name)) as f join ops.dataset as d using (dataset)
            where (f.person_key::text = \(parts[0]) or f.person_key in (select person_key from identity.node where identifier = \(parts[0])))
              and \(unsafeSQL: condition)
            order by (f.person_key::text = \(parts[0])) limit 1
            """, { (try $0.decode(0, as: Int.self), try $0.decode(1, as: Int.self), try $0.decode(2, as: String.self)) })
        guard let (person, assertion, dataset) = rows.first else {
            throw WarehouseError.usage("star.\(name) has no row with that key")
        }
        guard let contract = home.contracts.first(where: { $0.dataset == dataset }) else {
            throw WarehouseError.failed("\(dataset) has no contract any more")
        }
        let told = home.contracts.filter { contract in
            contract.dataset == dataset || fact.mappings.contains { $0.contract.dataset == contract.dataset }
        }
        var lines: [Line] = []
        for other in told { lines += try assertions(other, like: contract, assertion: assertion, person: person) }
        let known = try db.query(
            """
            select system || ' id, authority ' || authority || ': ' || basis from identity.node where person_key = \(person) order by 1
            """, { try $0.decode(0, as: String.self) })
        return Answer(table: "star." + name, key: key, lines: lines, person: known)
    }

    private func assertions(_ contract: Contract, like winner: Contract, assertion: Int, person: Int) throws -> [Line] {
        let table = Identifier("source", contract.table)
        let winning = Identifier("source", winner.table)
        let localID = Identifier(contract.localID.lowercased())
        let columns = contract.columns.map { column in
            "case when s.\(Identifier(column.sqlName).quoted) is distinct from w.\(Identifier(column.sqlName).quoted) then \(column.name.sqlLiteral) end"
        }
        let differing = contract.dataset == winner.dataset ? "array_to_string(array[\(columns.joined(separator: ", "))]::text[], ',')" : "''"
        return try db.query(
            """
            select s.as_at, s.load_id, l.file_name, l.file_sha256, s.file_row, s.scope, s.occurrence,
                case when s.absent then 'retired' when not s.holds then 'earlier' when s.unusable is not null then 'unusable'
                     when s.assertion_id = w.assertion_id then 'holds' else 'outranked' end,
                \(unsafeSQL: differing), l.part
            from \(winning) as w
            join \(table) as s on s.business_key = w.business_key and s.authority = w.authority
            join identity.node as n on n.identifier = s.\(localID) and n.authority = s.authority and n.person_key = \(person)
            join ops.load as l on l.load_id = s.load_id
            where w.assertion_id = \(assertion) and w.\(localID) = s.\(localID)
            order by (s.assertion_id = w.assertion_id) desc, s.scope desc, s.as_at desc, s.load_id desc
            """,
            {
                Line(
                    dataset: contract.dataset, asAt: try $0.decode(0), loadID: try $0.decode(1), file: try $0.decode(2), part: try $0.decodeIfPresent(9),
                    sha256: try $0.decode(3),
                    row: try $0.decodeIfPresent(4), scope: try $0.decode(5), occurrence: try $0.decode(6), state: try $0.decode(7),
                    differs: try $0.decode(8, as: String.self).split(separator: ",").map(String.init))
            })
    }
}
