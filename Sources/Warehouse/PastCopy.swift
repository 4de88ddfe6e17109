import Contracts
import Postgres
import Vocabulary

/// Copies into an empty warehouse what another had recorded by a moment: by binary COPY, from server process to server process through
/// this one, row by row.
///
/// What of each table is one file of `sql/recorded/`. Both connections stand in a transaction: `live` in one that sees one moment
/// throughout, `past` in one that is committed at the end.
struct PastCopy {
    private let home: Home
    private let moment: RecordedMoment
    private let live: Connection
    private let past: Connection

    init(home: Home, moment: RecordedMoment, from live: Connection, to past: Connection) {
        self.home = home
        self.moment = moment
        self.live = live
        self.past = past
    }

    /// Tables of the ledger, those that others refer to first.
    private static let ledger = ["dataset", "attempt", "delivery", "load", "code_not_known", "code_reading", "expiry", "quarantine"]
    private static let identity = ["person", "decision", "subject", "node"]

    /// Copies everything. The caller has `live` in a transaction.
    /// - Parameter progress: bytes of source that are copied, of how many
    func run(progress: (Int, Int) -> Void) throws {
        try past.write { past in
            try past.execute("set local default_statistics_target = 10; set local work_mem = '256MB'; set local maintenance_work_mem = '256MB'")
            // The numbers of the datasets are those of the warehouse.
            try past.execute("delete from ops.dataset")
            for table in PastCopy.ledger { try copy(Identifier("ops", table), "\(table)") }
            try copySource(progress)
            for table in PastCopy.identity { try copy(Identifier("identity", table), "\(table)") }
            try leaveOutNotFounded()
            try copyAcceptances()
        }
    }

    // MARK: Source

    private struct Table {
        let contract: Contract
        let bytes: Int
        let isLarge: Bool
        /// Whether files of it came later.
        let isLater: Bool
    }

    private func copySource(_ progress: (Int, Int) -> Void) throws {
        let tables = try self.tables()
        let total = tables.reduce(0) { $0 + $1.bytes }
        var done = 0
        for table in tables {
            progress(done, total)
            try copySource(table) { progress(done + min($0, table.bytes), total) }
            done += table.bytes
        }
        try takeCodesBack()
    }

    /// Datasets with a file that was published by the moment.
    private func tables() throws -> [Table] {
        let rows = try live.query(
            """
            select s.name, bool_or(d.published_at <= \(moment.description)::timestamptz), bool_or(d.published_at > \(moment.description)::timestamptz)
            from ops.load as l join ops.delivery as d using (delivery_id) join ops.dataset as s on s.dataset = l.dataset
            group by s.name
            """, { (name: try $0.decode(0, as: String.self), isThere: try $0.decode(1, as: Bool.self), isLater: try $0.decode(2, as: Bool.self)) })
        let known = Dictionary(rows.filter(\.isThere).map { ($0.name, $0.isLater) }, uniquingKeysWith: { a, _ in a })
        return try home.contracts.compactMap { contract in
            guard let isLater = known[contract.dataset] else { return nil }
            let bytes = try live.value("select pg_table_size(\("source." + contract.table)::regclass)", as: Int.self)
            // A row of source takes a hundred bytes at least.
            return Table(contract: contract, bytes: bytes, isLarge: bytes > 100 * BulkFill.threshold, isLater: isLater)
        }
    }

    private func copySource(_ table: Table, _ sent: (Int) -> Void) throws {
        let target = Identifier("source", table.contract.table)
        let query = table.isLater ? try recordedVersions(table.contract, target) : nil
        if table.isLarge {
            try BulkFill.fill([target], past) { try copy(target, query, sent) }
        } else {
            try copy(target, query, sent)
        }
        try past.execute("analyze \(target)")
    }

    /// The versions of by then, where some came later; nil where every version had been recorded.
    private func recordedVersions(_ contract: Contract, _ target: Identifier) throws -> SQL? {
        var values = ["table": contract.table]
        guard let first = try live.first(try file("source_after", values), { try $0.decodeIfPresent(0, as: Int.self) }) ?? nil else { return nil }
        values["first_after"] = String(first)
        values["columns"] = try columns(of: target).filter { $0.description != "holds" }.map { "s." + $0.quoted }.joined(separator: ", ")
        return try file("source", values)
    }

    /// Puts spellings back that were read as codes later, the newest reading first.
    private func takeCodesBack() throws {
        let readings = try live.query(
            """
            select s.name, r.column_name, r.spelling, r.code
            from ops.code_reading as r join ops.dataset as s using (dataset)
            where r.recorded_at > \(moment.description)::timestamptz order by r.reading_id desc
            """, { row in try (0..<4).map { try row.decode($0, as: String.self) } })
        for reading in readings {
            let (dataset, name, spelling, code) = (reading[0], reading[1], reading[2], reading[3])
            guard let contract = home.contracts.first(where: { $0.dataset == dataset }),
                let column = contract.columns.first(where: { $0.name == name })
            else { continue }
            let wanted = CodeSet.folded(spelling)
            let spellings = try CodeReader.given(contract, column, past).filter { CodeSet.folded($0) == wanted }
            if spellings.isEmpty { continue }
            try past.execute(
                try file(
                    "unread_code",
                    [
                        "table": contract.table, "column": Identifier(column.sqlName).quoted, "name": name.sqlLiteral, "code": code.sqlLiteral,
                        "spellings": "array[\(spellings.map(\.sqlLiteral).joined(separator: ", "))]",
                    ]))
        }
    }

    // MARK: The other tables

    private func leaveOutNotFounded() throws {
        let founding = home.contracts.filter(\.isSpine).map { contract in
            "select authority, \(SourceTables.who(contract)) from source.\(Identifier(contract.table).quoted)"
        }
        try past.execute("analyze identity.node")
        try past.execute(try file("not_founded_yet", ["local_ids": founding.joined(separator: " union ")]))
        for table in PastCopy.identity { try past.execute("analyze \(Identifier("identity", table))") }
    }

    /// Findings that were accepted: kept where there has been a validation.
    private func copyAcceptances() throws {
        guard try live.value("select to_regclass('validation.acceptance') is not null", as: Bool.self) else { return }
        try past.execute(SQL(unsafeSQL: try home.text("sql/validation/schema.sql")))
        try copy(Identifier("validation", "acceptance"), "acceptance")
    }

    private func copy(_ table: Identifier, _ name: String) throws { try copy(table, try file(name, [:])) { _ in } }

    /// Copies what the query gives, or the whole table.
    private func copy(_ table: Identifier, _ query: SQL?, _ sent: (Int) -> Void) throws {
        let list = try columns(of: table).map(\.quoted).joined(separator: ", ")
        let told: SQL = query.map { SQL(unsafeSQL: "(select \(list) from (\n\($0.text)\n) as recorded)") } ?? SQL(unsafeSQL: "\(table.quoted) (\(list))")
        var bytes = 0
        try past.copyIn("copy \(table) (\(unsafeSQL: list)) from stdin (format binary)") { writer in
            var buffer = Buffer()
            try live.copyOut("copy \(told) to stdout (format binary)") { row in
                buffer.bytes.append(contentsOf: row)
                bytes += row.count
                if buffer.isFull {
                    try buffer.bytes.withUnsafeBytes { try writer.write($0) }
                    buffer.bytes.removeAll(keepingCapacity: true)
                    sent(bytes)
                }
            }
            try buffer.bytes.withUnsafeBytes { try writer.write($0) }
        }
    }

    /// Rows sent together.
    private struct Buffer {
        var bytes: [UInt8] = []
        var isFull: Bool { bytes.count >= 1 << 16 }
        init() { bytes.reserveCapacity(1 << 17) }
    }

    /// The columns that both have: one that a contract has no more stands in the warehouse alone.
    private func columns(of table: Identifier) throws -> [Identifier] {
        try past.query(
            """
            select attname from pg_attribute where attrelid = \(table.quoted)::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum
            """, { Identifier(try $0.decode(0, as: String.self)) })
    }

    private func file(_ name: String, _ values: [String: String]) throws -> SQL {
        let path = "sql/recorded/\(name).sql"
        let all = values.merging(["moment": "\(moment.description.sqlLiteral)::timestamptz"]) { a, _ in a }
        return try SQLFile(name: path, text: try home.text(path)).filled(all)
    }
}
