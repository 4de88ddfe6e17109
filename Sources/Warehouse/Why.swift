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
        let deriver = try Deriver(home: home, db)
        let facts = deriver.facts.star.filter { !$0.whole || !$0.mappings.isEmpty }
        guard let fact = facts.first(where: { $0.table == name }) else {
            throw WarehouseError.usage("why knows these tables: \(facts.map(\.name).joined(separator: ", "))")
        }
        let keyColumns = try deriver.key(of: fact.identifier)
        let parts = key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == keyColumns.count else {
            throw WarehouseError.usage(
                "the key of star.\(name) is \(keyColumns.map(\.description).joined(separator: "/")); "
                    + "\(parts.count) part\(parts.count == 1 ? " was" : "s were") given")
        }
        let row = try self.row(of: fact, keyColumns, parts)
        let told = try tellings(of: row, fact, zip(keyColumns, parts).filter { $0.0.description != "person_key" }, deriver)
        var lines: [Line] = []
        for (dataset, assertions) in told.sorted(by: { ($0.key != row.dataset ? 1 : 0, $0.key) < ($1.key != row.dataset ? 1 : 0, $1.key) }) {
            guard let contract = home.contracts.first(where: { $0.dataset == dataset }) else {
                throw WarehouseError.failed("\(dataset) has no contract any more")
            }
            lines += try versions(contract, assertions, winner: dataset == row.dataset ? row.assertion : nil)
        }
        return Answer(table: "star." + name, key: key, lines: lines, person: try person(row))
    }

    /// A row of the star: whose it is, and the assertion it was made from.
    private struct Found {
        let person: Int?
        let assertion: Int
        let dataset: String
    }

    private func row(of fact: Fact, _ keyColumns: [Identifier], _ parts: [String]) throws -> Found {
        var conditions: [String] = []
        for (column, value) in zip(keyColumns, parts) {
            conditions.append(
                column.description == "person_key"
                    ? "(f.person_key::text = \(value.sqlLiteral) or f.person_key in (select person_key from identity.node where identifier = \(value.sqlLiteral)))"
                    : "f.\(column.quoted)::text = \(value.sqlLiteral)")
        }
        let person = fact.whole ? "null::bigint" : "f.person_key"
        // A local id comes before a person key of the same digits.
        let first = fact.whole ? "f.assertion_id" : "f.person_key::text = \((parts.first ?? "").sqlLiteral)"
        let rows = try db.query(
            """
            select \(unsafeSQL: person), f.assertion_id, d.name from \(fact.identifier) as f join ops.dataset as d using (dataset)
            where \(unsafeSQL: conditions.joined(separator: " and "))
            order by \(unsafeSQL: first) limit 1
            """, { Found(person: try $0.decodeIfPresent(0), assertion: try $0.decode(1), dataset: try $0.decode(2)) })
        guard let found = rows.first else { throw WarehouseError.usage("\(fact.name) has no row with that key") }
        return found
    }

    /// Every assertion that tells the same event, by dataset: the one the row was made from, and those it outranks.
    private func tellings(
        of row: Found, _ fact: Fact, _ key: [(Identifier, String)], _ deriver: Deriver
    ) throws -> [String: [Int]] {
        var told = [row.dataset: [row.assertion]]
        let person = row.person.map { "person_key = \($0)" }
        // What a mapping joins to: here the one person.
        let touched = "touched as (select person_key, authority, identifier from identity.node where \(person ?? "false"))"
        guard let tellings = try deriver.tellings(of: fact, touched: touched) else { return told }
        let conditions =
            [person].compactMap { $0 }
            + key.filter { tellings.names.contains($0.0.description) }.map { "c.\($0.0.quoted)::text = \($0.1.sqlLiteral)" }
        let found = try db.query(
            """
            with \(unsafeSQL: touched)
            select distinct d.name, c.assertion_id from (\(unsafeSQL: tellings.query)) as c join ops.dataset as d on d.dataset = c.dataset
            where \(unsafeSQL: conditions.joined(separator: " and "))
            """, { (try $0.decode(0, as: String.self), try $0.decode(1, as: Int.self)) })
        for (dataset, assertion) in found where told[dataset]?.contains(assertion) != true { told[dataset, default: []].append(assertion) }
        return told
    }

    /// Every version of the records that these assertions are versions of.
    /// - Parameter winner: the assertion that the row was made from, where it is of this dataset
    private func versions(_ contract: Contract, _ assertions: [Int], winner: Int?) throws -> [Line] {
        let table = Identifier("source", contract.table)
        let columns = contract.columns.map { column in
            "case when s.\(Identifier(column.sqlName).quoted) is distinct from w.\(Identifier(column.sqlName).quoted) then \(column.name.sqlLiteral) end"
        }
        let differing = winner == nil ? "''" : "array_to_string(array[\(columns.joined(separator: ", "))]::text[], ',')"
        // The spine is found by its local id, as only that has an index there.
        let who = Identifier(contract.localID.lowercased()).quoted
        let sameChild = contract.isSpine ? "and s.\(who) in (select t.\(who) from \(table.quoted) as t where t.assertion_id = any(\(list(assertions))))" : ""
        return try db.query(
            """
            select s.as_at, s.load_id, l.file_name, l.file_sha256, s.file_row, s.scope, s.occurrence,
                case when s.absent then 'retired' when not s.holds then 'earlier' when s.unusable is not null then 'unusable'
                     when s.assertion_id = w.assertion_id then 'holds' else 'outranked' end,
                \(unsafeSQL: differing), l.part
            from \(table) as s
            join ops.load as l on l.load_id = s.load_id
            left join \(table) as w on w.assertion_id = \(winner)::bigint
            where (s.business_key, s.authority) in (
                    select t.business_key, t.authority from \(table) as t where t.assertion_id = any(\(unsafeSQL: list(assertions))))
                \(unsafeSQL: sameChild)
            order by (s.assertion_id is not distinct from w.assertion_id) desc, s.scope desc, s.as_at desc, s.load_id desc
            """,
            {
                Line(
                    dataset: contract.dataset, asAt: try $0.decode(0), loadID: try $0.decode(1), file: try $0.decode(2), part: try $0.decodeIfPresent(9),
                    sha256: try $0.decode(3),
                    row: try $0.decodeIfPresent(4), scope: try $0.decode(5), occurrence: try $0.decode(6), state: try $0.decode(7),
                    differs: try $0.decode(8, as: String.self).split(separator: ",").map(String.init))
            })
    }

    private func list(_ assertions: [Int]) -> String { "array[\(assertions.map(String.init).joined(separator: ", "))]::bigint[]" }

    /// How the person of the row is known: by which decision its record was tied, and the local ids that stand for it.
    private func person(_ row: Found) throws -> [String] {
        guard let person = row.person else { return [] }
        var lines: [String] = []
        if let contract = home.contracts.first(where: { $0.dataset == row.dataset }), contract.isAboutSubjects {
            lines = try db.query(
                """
                select d.reason || ', decision ' || d.decision_id || ' (' || d.basis || '), ' || to_char(d.decided_at at time zone 'UTC', 'YYYY-MM-DD')
                from \(Identifier("source", contract.table)) as s
                join identity.decision as d on d.identifier = s.subject and d.authority = s.authority and d.system = \(contract.agency)
                where s.assertion_id = \(row.assertion) and d.undone_at is null
                order by d.decision_id desc limit 1
                """, { try $0.decode(0, as: String.self) })
        }
        return lines
            + (try db.query(
                """
                select system || ' id, authority ' || authority || ': ' || basis from identity.node
                where person_key = \(person) and system = 'social-care' and basis <> 'identifier' order by 1
                """, { try $0.decode(0, as: String.self) }))
    }
}
