import Foundation
import Postgres

/// The findings of the last run of each return, kept as hashes in the schema `validation` of the database that does the work.
public struct FindingHistory: Sendable {
    private let home: String

    /// - Parameter home: Loxley's own folder, for the tables' definition
    public init(home: String) { self.home = home }

    /// Makes the tables, where they are missing.
    /// - Throws: `PostgresError`; ``RulesError`` where Loxley's own file is missing.
    public func prepare(_ db: Connection) throws {
        if try db.value("select to_regclass('validation.finding') is not null", as: Bool.self) { return }
        guard let text = try? String(contentsOfFile: home + "/sql/validation/schema.sql", encoding: .utf8) else {
            throw RulesError.failed("sql/validation/schema.sql is missing from Loxley's folder")
        }
        try db.write { db in
            // Two first runs at once: the second waits, and finds everything made. It must look into the catalogue itself: what the server
            // remembers of a name for this connection is from before the wait.
            try db.execute("select pg_advisory_xact_lock(hashtextextended('loxley:validation', 0))")
            let isMade: SQL = """
                select exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace where nspname = 'validation' and relname = 'finding')
                """
            if try db.value(isMade, as: Bool.self) { return }
            try db.execute("\(unsafeSQL: text)")
        }
    }

    // MARK: Comparing

    /// Compares a validation with the last run of the same return; changes nothing.
    /// - Throws: `PostgresError`
    public func compare(_ validation: Validation) throws -> FindingStates {
        let db = validation.db
        try prepare(db)
        let key = validation.plan.key
        var judged = Set<String>()
        var lastRun: String?
        try db.forEachRow(
            """
            select rule, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from validation.judged
            where collection = \(key.collection) and authority = \(key.authority) and year = \(key.year.description)
            """
        ) { row in
            judged.insert(try row.decode(0))
            let moment: String = try row.decode(1)
            lastRun = max(lastRun ?? moment, moment)
        }
        var comparison = Comparison(validation, judged: judged)
        // Bound values cannot stand in a COPY.
        try db.copyOut(
            """
            copy (select rule, module, keys, children from validation.flagged where collection = \(unsafeSQL: key.collection.sqlLiteral)
            and authority = \(unsafeSQL: key.authority.sqlLiteral) and year = \(unsafeSQL: key.year.description.sqlLiteral)) to stdout (format binary)
            """
        ) { bytes in
            var tuple = BinaryTuple(bytes)
            guard tuple.columns != nil, let rule = tuple.text(), let module = tuple.text() else { return }
            guard let place = comparison.place(of: String(decoding: rule, as: UTF8.self)), let table = ModuleTable(String(decoding: module, as: UTF8.self))
            else { return }
            guard let keys = tuple.text().flatMap(BinaryArray.int64s), let children = tuple.text().flatMap(BinaryArray.int64s), keys.count == children.count
            else { throw RulesError.failed("validation.flagged holds arrays that cannot be read") }
            comparison.compare(rule: place, table, keys: keys, children: children)
        }
        let acceptances = try AcceptanceBook(home: home).inForce(key, db)
        return comparison.states(lastRun: lastRun, acceptances: acceptances)
    }

    // MARK: Keeping

    /// Keeps the findings of a validation in place of those of the last run: of the rules that ran, and of no other.
    /// - Parameter recordedAt: the moment of recording, ISO 8601
    /// - Throws: `PostgresError`
    public func keep(_ validation: Validation, recordedAt: String) throws {
        let db = validation.db
        let key = validation.plan.key
        let ran = validation.outcomes.indices.filter { validation.outcomes[$0].answer.reason == nil }
        let codes = ran.map { validation.outcomes[$0].rule.code }
        let counts = ran.map { validation.outcomes[$0].findings }
        try db.write { db in
            // Of two runs of one return at the same time the later one stays.
            try db.execute("select pg_advisory_xact_lock(hashtextextended('loxley:validation ' || \(key.authority) || \(key.year.description), 0))")
            try db.execute(
                """
                delete from validation.judged
                where collection = \(key.collection) and authority = \(key.authority) and year = \(key.year.description) and rule = any(\(codes))
                """)
            try db.execute(
                """
                insert into validation.judged (collection, authority, year, rule, recorded_at, findings)
                select \(key.collection), \(key.authority), \(key.year.description), r.rule, \(recordedAt)::timestamptz, r.findings
                from unnest(\(codes)::text[], \(counts)::int[]) as r (rule, findings)
                """)
            let columns = "collection, authority, year, rule, module, row_numbers, children, keys, contents"
            try db.copyIn("copy validation.flagged (\(unsafeSQL: columns)) from stdin (format binary)") { writer in
                var buffer = BinaryCopyBuffer()
                defer { buffer.deallocate() }
                let children = validation.childHashes
                for index in ran {
                    for (table, set) in validation.flags[index].sets.sorted(by: { $0.key < $1.key }) {
                        append(validation, key, index, table, set, children, to: &buffer)
                        if buffer.count > 1 << 16 { try buffer.flush(to: writer) }
                    }
                }
                buffer.finish()
                try buffer.flush(to: writer)
            }
        }
    }

    /// Adds the rows of one module that a rule flags.
    private func append(
        _ validation: Validation, _ key: ReturnKey, _ rule: Int, _ table: Int, _ set: RowSet, _ hashes: [UInt64], to buffer: inout BinaryCopyBuffer
    ) {
        let marks = validation.marks[table], childOfRow = validation.childOfRow[table]
        var rows: [Int32] = [], children: [UInt64] = [], keys: [UInt64] = [], contents: [UInt64] = []
        rows.reserveCapacity(set.count)
        children.reserveCapacity(set.count)
        keys.reserveCapacity(set.count)
        contents.reserveCapacity(set.count)
        set.forEach { row in
            rows.append(Int32(row))
            children.append(hashes[Int(childOfRow[row - 1])])
            keys.append(marks[row - 1].key)
            contents.append(marks[row - 1].content)
        }
        buffer.startRow(fields: 9)
        for text in [key.collection, key.authority, key.year.description, validation.outcomes[rule].rule.code, ModuleTable(index: table).name] {
            buffer.append(text: text)
        }
        for array in [BinaryArray.bytes(rows), BinaryArray.bytes(children), BinaryArray.bytes(keys), BinaryArray.bytes(contents)] {
            array.withUnsafeBytes { buffer.append(text: $0) }
        }
    }
}

extension Validation {
    /// The hash of each child's identifier, by the child's number; the first is of nobody.
    var childHashes: [UInt64] { (0..<Int32(children.ends.count)).map { number in withText(of: number) { RowMarker.hash(Array($0)) } } }
}
