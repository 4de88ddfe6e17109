import Contracts
import Foundation
import Postgres

/// Derives the star rows of the children touched: `star(child) = f(assertions of the child, decisions)`.
///
/// The caller's transaction has the tables of `sql/identity/touched.sql`. Every row of these children is deleted and made again from
/// what holds in source, so the result cannot depend on what was loaded in which order.
struct Deriver {
    /// One table of the star and what it is made from.
    struct Fact {
        let table: String
        let mappings: [(contract: Contract, file: SQLFile)]
        /// The last step from `told` (or from other facts) to the table; nil: told as it is.
        let finish: SQLFile?
        /// Files that put right, after the insert, what one pass cannot see.
        let adjustments: [SQLFile]
        /// Not by child: made anew as a whole.
        var whole: Bool { mappings.isEmpty && finish.map { !$0.text.contains("touched") } ?? false }
    }

    let home: Home

    /// Derives by the contracts and SQL of that folder.
    init(home: Home) { self.home = home }

    /// Every table of the star that is derived, those that others are made from first.
    /// - Throws: ``WarehouseError/failed(_:)`` where a file does not say into which table.
    func facts() throws -> [Fact] {
        var mappings: [String: [(Contract, SQLFile)]] = [:]
        for contract in home.contracts {
            let names = home.files(in: "etl/" + contract.agency, ending: ".sql").filter { $0 == contract.table + ".sql" || $0.hasPrefix(contract.table + ".") }
            for name in names {
                let file = SQLFile(name: "etl/\(contract.agency)/\(name)", text: try home.text("etl/\(contract.agency)/\(name)"))
                mappings[try into(file), default: []].append((contract, file))
            }
        }
        var finishes: [String: SQLFile] = [:]
        var adjustments: [String: [SQLFile]] = [:]
        for name in home.files(in: "sql/star", ending: ".sql") {
            let file = SQLFile(name: "sql/star/" + name, text: try home.text("sql/star/" + name))
            if let adjusted = file.header["adjusts"] {
                adjustments[String(adjusted.dropFirst(5)), default: []].append(file)
            } else {
                finishes[try into(file)] = file
            }
        }
        let all = Set(mappings.keys).union(finishes.keys).sorted().map { table in
            Fact(table: table, mappings: (mappings[table] ?? []).map { ($0.0, $0.1) }, finish: finishes[table], adjustments: adjustments[table] ?? [])
        }
        // Facts told by feeds first; then those made from other facts, as their inputs say.
        var order = all.filter { !$0.mappings.isEmpty }
        var left = all.filter { $0.mappings.isEmpty }
        while !left.isEmpty {
            let ready = left.filter { fact in
                (fact.finish?.inputs ?? []).allSatisfy { input in !left.contains { "star." + $0.table == input } }
            }
            guard !ready.isEmpty else { throw WarehouseError.failed("facts need one another in a circle: \(left.map(\.table).joined(separator: ", "))") }
            order += ready
            left.removeAll { fact in ready.contains { $0.table == fact.table } }
        }
        return order
    }

    private func into(_ file: SQLFile) throws -> String {
        guard let into = file.header["into"], into.hasPrefix("star.") else {
            throw WarehouseError.failed("\(file.name): the header does not say into: star.<table>")
        }
        return String(into.dropFirst(5))
    }

    /// Tables of the star that depend on one of the datasets.
    private func affected(_ facts: [Fact], by datasets: Set<String>?) -> [Fact] {
        guard let datasets else { return facts }
        var tables = Set<String>()
        return facts.filter { fact in
            let told = fact.mappings.contains { datasets.contains($0.contract.dataset) }
            let made = fact.mappings.isEmpty && (fact.finish?.inputs ?? []).contains { $0.hasPrefix("star.") && tables.contains(String($0.dropFirst(5))) }
            if told || made { tables.insert(fact.table) }
            return told || made
        }
    }

    /// Deletes and derives again the rows of the persons in `touched`.
    /// - Parameters:
    ///   - datasets: the datasets that changed; nil for all
    ///   - timing: called with each table's name and seconds
    func derive(_ db: Connection, datasets: Set<String>?, timing: (String, Double) -> Void = { _, _ in }) throws {
        let numbers = Dictionary(
            try db.query("select name, dataset from ops.dataset", { (try $0.decode(0, as: String.self), try $0.decode(1, as: Int.self)) }),
            uniquingKeysWith: { a, _ in a })
        let facts = try facts()
        // Where the star was empty, every row of a fact is of a person touched, and those made from it need not look.
        var allTouched = Set<String>()
        let manyTouched = try db.value("select count(*) from touched_persons", as: Int.self) > BulkFill.threshold
        for fact in affected(facts, by: datasets) {
            let started = ContinuousClock.now
            let table = Identifier("star", fact.table)
            let wasEmpty = try db.value("select not exists (select from \(table))", as: Bool.self)
            do {
                let origins = (fact.finish?.inputs ?? []).filter { $0.hasPrefix("star.") }
                let rows = try rows(of: fact, numbers, all: !origins.isEmpty && origins.allSatisfy { allTouched.contains($0) }, db)
                if wasEmpty { allTouched.insert("star." + fact.table) }
                if wasEmpty, manyTouched {
                    try BulkFill.fill([table], db) { try db.execute("insert into \(table) \(rows)") }
                } else if wasEmpty || fact.whole {
                    try db.execute("delete from \(table)")
                    try db.execute("insert into \(table) \(rows)")
                } else {
                    try replace(table, with: rows, db)
                }
                for file in fact.adjustments { try db.execute(SQL(unsafeSQL: file.text)) }
            } catch let PostgresError.server(error) {
                throw WarehouseError.failed("star.\(fact.table): \(error)")
            }
            // Facts made from this one are planned by its size, which the server does not know before.
            if wasEmpty, facts.contains(where: { $0.finish?.inputs.contains("star." + fact.table) ?? false && $0.table != fact.table }) {
                try db.execute("analyze \(table)")
            }
            timing(fact.table, (ContinuousClock.now - started).seconds)
        }
    }

    /// Writes the rows that come out otherwise than they stand: most rows of a child who is touched stay as they are.
    private func replace(_ table: Identifier, with rows: SQL, _ db: Connection) throws {
        try db.execute("create temporary table anew (like \(table)) on commit drop")
        try db.execute("insert into anew \(rows)")
        try db.execute("analyze anew")
        let key = try key(of: table, db).map { "a.\($0) = f.\($0)" }.joined(separator: " and ")
        try db.execute(
            """
            delete from \(table) as f using touched_persons as t
            where t.person_key = f.person_key and not exists (select from anew as a where \(unsafeSQL: key) and record_image_eq(a, f))
            """)
        try db.execute("insert into \(table) select a.* from anew as a where not exists (select from \(table) as f where \(unsafeSQL: key))")
        try db.execute("drop table anew")
    }

    /// The columns of a table's primary key, quoted, in its order.
    private func key(of table: Identifier, _ db: Connection) throws -> [String] {
        try db.query(
            """
            select quote_ident(a.attname) from pg_index as i join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
            where i.indrelid = \(table.quoted)::regclass and i.indisprimary order by array_position(i.indkey::smallint[], a.attnum)
            """, { try $0.decode(0, as: String.self) })
    }

    /// The query of one table's rows, all its columns in their order, for the persons touched.
    /// - Parameter all: every row of the facts it is made from is of a person touched
    private func rows(of fact: Fact, _ numbers: [String: Int], all: Bool, _ db: Connection) throws -> SQL {
        let finish = try fact.finish?.filled(["of_touched": all ? "true" : "person_key in (select person_key from touched_persons)"])
        let columns = try db.query(
            """
            select quote_ident(attname) from pg_attribute
            where attrelid = \("star." + fact.table)::regclass and attnum > 0 and not attisdropped order by attnum
            """, { try $0.decode(0, as: String.self) }
        ).joined(separator: ", ")
        let key = try key(of: Identifier("star", fact.table), db).joined(separator: ", ")
        var text: String
        if fact.mappings.isEmpty {
            text = "select \(columns) from (\n\(finish?.text ?? "")\n) as finished order by \(key)"
        } else {
            let candidates = try fact.mappings.map { mapping in
                let told = try mapping.file.filled(["usable": try usable(mapping.contract, db)]).text
                let number = numbers[mapping.contract.dataset] ?? 0
                return "select \(mapping.contract.precedence) as precedence, \(number)::smallint as dataset, m.* from (\n\(told)\n) as m"
            }
            // Two tellings of one event are one fact: by precedence, then the later scope, the first occurrence. The as-at date comes
            // after these: a record that stayed the same carries that of the file which first said so, and which file that was depends
            // on the order of arrival.
            text = "with told as (select distinct on (\(key)) * from (\n\(candidates.joined(separator: "\nunion all\n"))\n) as candidates\n"
            text += "order by \(key), precedence, scope desc, occurrence, as_at desc, authority)\n"
            text += finish.map { "select \(columns) from (\n\($0.text)\n) as finished order by \(key)" } ?? "select \(columns) from told"
        }
        return SQL(unsafeSQL: text)
    }

    /// What a mapping may take of a source table (`h`): what holds and can be read.
    ///
    /// Where a later scope tells the record so that nothing may be derived from it, the earlier telling is no answer either: an
    /// episode whose end cannot be read is not the open episode of the year before.
    private func usable(_ contract: Contract, _ db: Connection) throws -> String {
        let table = Identifier("source", contract.table)
        let usable = "h.holds and not h.absent and h.unusable is null"
        guard try db.value("select exists (select from \(table) where unusable is not null and holds and not absent)", as: Bool.self) else {
            return usable
        }
        return usable + """
             and not exists (
                select from \(table.quoted) as later
                where later.unusable is not null and later.holds and not later.absent
                  and later.authority = h.authority and later.business_key = h.business_key and later.scope > h.scope)
            """
    }
}

extension Duration {
    /// As seconds with a fraction.
    public var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
