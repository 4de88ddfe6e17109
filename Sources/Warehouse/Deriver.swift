import Contracts
import Postgres

/// Derives the star rows of the children touched: `star(child) = f(assertions of the child, decisions)`.
///
/// The caller's transaction has the tables of `sql/identity/touched.sql`. Every row of these children is deleted and made again from
/// what holds in source, so the result cannot depend on what was loaded in which order. What is about something else (a household, a
/// home, a worker) is made again as a whole.
struct Deriver {
    let home: Home
    let facts: Facts
    /// Fewer rows than this are planned for well enough without a look at them.
    private static let manyRows = 500
    private let db: Connection
    /// Numbers of the datasets by name, as ops.dataset has them.
    private let numbers: [String: Int]

    /// Derives by the contracts and SQL of that folder.
    init(home: Home, _ db: Connection) throws {
        self.home = home
        self.db = db
        facts = try Facts.of(home, db)
        numbers = Dictionary(
            try db.query("select name, dataset from ops.dataset", { (try $0.decode(0, as: String.self), try $0.decode(1, as: Int.self)) }),
            uniquingKeysWith: { a, _ in a })
    }

    /// Deletes and derives again the rows of the persons in `touched`, and what is about no child.
    /// - Parameters:
    ///   - contracts: of the datasets that changed; nil for all
    ///   - timing: called with each table's name and seconds
    ///   - progress: called with how many tables are done, and of how many
    func derive(
        contracts: [Contract]?, timing: (String, Double) -> Void = { _, _ in }, progress: (Int, Int) -> Void = { _, _ in }
    ) throws {
        // Where the star was empty, every row of a fact is of a person touched, and those made from it need not look.
        var allTouched = Set(facts.star.filter(\.whole).map(\.name))
        let persons = try db.value("select count(*) from touched_persons", as: Int.self)
        let affected = (contracts.map { facts.affected(by: $0) } ?? facts.star).filter { $0.whole || persons > 0 }
        for (done, fact) in affected.enumerated() {
            progress(done, affected.count)
            let started = ContinuousClock.now
            let table = fact.identifier
            let wasEmpty = try db.value("select not exists (select from \(table))", as: Bool.self)
            do {
                let origins = (fact.finish?.inputs ?? []).filter { $0.hasPrefix("star.") }
                let rows = try rows(of: fact, all: !origins.isEmpty && origins.allSatisfy { allTouched.contains($0) })
                if wasEmpty { allTouched.insert(fact.name) }
                if wasEmpty, fact.whole || persons > BulkFill.threshold {
                    try BulkFill.fill([table], db) { try db.execute("insert into \(table) \(rows)") }
                } else if wasEmpty {
                    try db.execute("insert into \(table) \(rows)")
                } else {
                    try replace(fact, with: rows)
                }
                for file in fact.adjustments { try db.execute(SQL(unsafeSQL: file.text)) }
            } catch let PostgresError.server(error) {
                throw WarehouseError.failed("\(fact.name): \(error)")
            }
            // Facts made from this one are planned by its size, which the server does not know before.
            if wasEmpty, facts.star.contains(where: { $0.inputs.contains(fact.name) }) { try db.execute("analyze \(table)") }
            timing(fact.table, (ContinuousClock.now - started).seconds)
        }
    }

    /// Derives what social care knows the persons in `touched` by, or all its children.
    func deriveKnown(all: Bool) throws {
        for fact in facts.known {
            let table = fact.identifier
            let columns = try columns(of: table).map(\.quoted)
            let told = try fact.mappings.map { mapping in
                "select \(columns.map { "m." + $0 }.joined(separator: ", ")) from (\n\(try self.told(mapping).text)\n) as m"
            }
            let everybody = "touched as (select person_key, authority, identifier from identity.node where system = 'social-care'), "
            let list = columns.joined(separator: ", ")
            let rows = SQL(
                unsafeSQL: "with \(all ? everybody : "")told as (\n\(told.joined(separator: "\nunion all\n"))\n)\n"
                    + "select \(list) from (\n\(fact.finish?.text ?? "select * from told")\n) as finished order by \(list)")
            do {
                if all {
                    try BulkFill.fill([table], db) { try db.execute("insert into \(table) \(rows)") }
                    try db.execute("analyze \(table)")
                } else {
                    try db.execute("delete from \(table) as k using touched_persons as t where t.person_key = k.person_key")
                    try db.execute("insert into \(table) \(rows)")
                }
            } catch let PostgresError.server(error) {
                throw WarehouseError.failed("\(fact.name): \(error)")
            }
        }
    }

    /// Writes the rows that come out otherwise than they stand: most rows of a child who is touched stay as they are.
    private func replace(_ fact: Fact, with rows: SQL) throws {
        let table = fact.identifier
        try db.execute("create temporary table anew (like \(table)) on commit drop")
        if try db.execute("insert into anew \(rows)") >= Deriver.manyRows { try db.execute("analyze anew") }
        let key = try key(of: table)
        let sameKey = key.map { "a.\($0.quoted) = f.\($0.quoted)" }.joined(separator: " and ")
        let touched = fact.whole ? "true" : "person_key in (select person_key from touched_persons)"
        // Compared once: a row that is only one of the two goes or comes, one that is both and differs is changed where it stands.
        let differing = try db.execute(
            """
            create temporary table differing on commit drop as
            select f.place as stands, a.ctid as made
            from (select \(unsafeSQL: key.map(\.quoted).joined(separator: ", ")), ctid as place, f as content from \(table) as f where \(unsafeSQL: touched)) as f
            full join anew as a on \(unsafeSQL: sameKey)
            where record_image_eq(a, f.content) is not true
            """)
        if differing > 0 {
            if differing >= Deriver.manyRows { try db.execute("analyze differing") }
            let others = try columns(of: table).filter { !key.contains($0) }.map(\.quoted)
            let values = others.map { "\($0) = a.\($0)" }.joined(separator: ", ")
            try db.execute("delete from \(table) as f using differing as d where f.ctid = d.stands and d.made is null")
            if !others.isEmpty {
                try db.execute(
                    "update \(table) as f set \(unsafeSQL: values) from differing as d join anew as a on a.ctid = d.made where f.ctid = d.stands")
            }
            try db.execute("insert into \(table) select a.* from differing as d join anew as a on a.ctid = d.made where d.stands is null order by d.made")
        }
        try db.execute("drop table differing, anew")
    }

    /// The columns of a table's primary key, in its order.
    func key(of table: Identifier) throws -> [Identifier] { facts.shapes[table.quoted]?.key ?? [] }

    private func columns(of table: Identifier) throws -> [Identifier] { facts.shapes[table.quoted]?.columns ?? [] }

    /// The query of one table's rows, all its columns in their order: for the persons touched, or, where it is about no child, all.
    /// - Parameter all: every row of the facts it is made from is of a person touched
    private func rows(of fact: Fact, all: Bool) throws -> SQL {
        let finish = try fact.finish?.filled(["of_touched": all ? "true" : "person_key in (select person_key from touched_persons)"])
        let columns = try columns(of: fact.identifier).map(\.quoted).joined(separator: ", ")
        let key = try key(of: fact.identifier).map(\.quoted).joined(separator: ", ")
        guard let tellings = try tellings(of: fact) else {
            return SQL(unsafeSQL: "select \(columns) from (\n\(finish?.text ?? "")\n) as finished order by \(key)")
        }
        // Two tellings of one event are one fact: by precedence, then the later scope, the first occurrence, and by what they say, filled
        // before empty. The as-at date comes after these: a record that stayed the same carries that of the file which first said so,
        // and which file that was depends on the order of arrival.
        let content = tellings.content.map { ", " + $0 }.joined()
        return SQL(
            unsafeSQL: """
                with told as (select distinct on (\(key)) * from (
                \(tellings.query)
                ) as candidates
                order by \(key), precedence, scope desc, occurrence\(content), as_at desc, authority, dataset, assertion_id)

                """ + (finish.map { "select \(columns) from (\n\($0.text)\n) as finished order by \(key)" } ?? "select \(columns) from told"))
    }

    /// What every mapping of a table tells of the persons touched, before one telling of each event is chosen.
    /// - Parameter touched: a common table expression for those who are touched, where there is no temporary table of that name
    /// - Returns: nil where nothing tells it; `names` are the columns beside precedence and dataset, `content` those that the fact shows
    func tellings(of fact: Fact, touched: String? = nil) throws -> (query: String, names: [String], content: [String])? {
        guard let first = fact.mappings.first else { return nil }
        let shown = try columns(of: fact.identifier).filter { !["dataset", "assertion_id"].contains($0.description) }
        var names = shown + ["scope", "as_at", "occurrence", "assertion_id"].map { Identifier($0) }
        if fact.finish != nil {
            // The mappings give what the last step takes, which only they know; by name, so that each may order its columns as it likes.
            names = try db.columnNames(
                "\(unsafeSQL: touched.map { "with \($0) " } ?? "")select * from (\(unsafeSQL: try told(first).text)) as m limit 0"
            ).map { Identifier($0) }
        }
        let list = names.map { "m." + $0.quoted }.joined(separator: ", ")
        let queries = try fact.mappings.map { mapping in
            "select \(mapping.contract.precedence) as precedence, \(numbers[mapping.contract.dataset] ?? 0)::smallint as dataset, \(list) from (\n"
                + "\(try told(mapping).text)\n) as m"
        }
        let key = try key(of: fact.identifier)
        let content = shown.filter { names.contains($0) && !key.contains($0) && $0.description != "authority" }
        return (queries.joined(separator: "\nunion all\n"), names.map(\.description), content.map(\.quoted))
    }

    private func told(_ mapping: (contract: Contract, file: SQLFile)) throws -> SQL {
        try mapping.file.filled(["usable": try usable(mapping.contract)])
    }

    /// What a mapping may take of a source table (`h`): what holds and can be read.
    ///
    /// Where a later scope tells the record so that nothing may be derived from it, the earlier telling is no answer either: an
    /// episode whose end cannot be read is not the open episode of the year before.
    private func usable(_ contract: Contract) throws -> String {
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
