import Contracts
import Postgres

/// Brings a database up to this version: numbered migrations, source tables from contracts, reference lists, the re-appliable layer.
public struct Migrator {
    let home: Home

    /// Migrates to the contracts and SQL of that folder.
    public init(home: Home) { self.home = home }

    /// What a migration would do or has done.
    public struct Plan: Sendable {
        /// Migrations to be applied, in order.
        public var migrations: [String] = []
        /// Source tables to be made or extended.
        public var tables: [String] = []
        /// The layer of re-appliable SQL differs from what stands.
        public var layer = false
        /// Code lists, calendars or authorities differ from what stands.
        public var reference = false
        /// Whether there is nothing to do.
        public var isEmpty: Bool { migrations.isEmpty && tables.isEmpty && !layer && !reference }

        /// One line for each step.
        public var lines: [String] {
            migrations.map { "migration  \($0)" } + tables.map { "table      \($0)" }
                + (reference ? ["reference  code lists, calendars, authorities"] : []) + (layer ? ["layer      concepts, returns, audits"] : [])
        }
    }

    /// What has to be done. Changes nothing.
    /// - Throws: ``WarehouseError/failed(_:)`` where an applied migration was edited or the database is of a newer version.
    public func plan(_ db: Connection) throws -> Plan {
        var plan = Plan()
        let applied = try appliedMigrations(db)
        let files = home.files(in: "sql/schema", ending: ".sql")
        for name in files {
            let sum = Checksum.of(try home.text("sql/schema/" + name))
            if let before = applied[name] {
                guard before == sum else {
                    throw WarehouseError.failed("sql/schema/\(name) was edited after it had been applied: write a further migration instead")
                }
            } else {
                plan.migrations.append(name)
            }
        }
        if let newer = applied.keys.sorted().first(where: { !files.contains($0) }) {
            throw WarehouseError.failed("the database has migration \(newer), which this version of loxley does not know: use the newer version")
        }
        let marks = try self.marks(db)
        plan.reference = marks["reference"] != referenceSum()
        let (layer, waiting) = (try Layer(home: home).checksum(), try SourceTables(home: home).waitingSum())
        plan.layer = marks["layer"] != layer || marks["waiting"] != waiting
        let known = Set(try db.query("select table_name from information_schema.tables where table_schema = 'source'", { try $0.decode(0, as: String.self) }))
        let sums = marks
        for contract in home.contracts where !known.contains(contract.table) || sums["contract " + contract.dataset] != contractSum(contract) {
            plan.tables.append("source.\(contract.table)")
        }
        return plan
    }

    /// Does what the plan says, in one transaction.
    /// - Parameter recordedAt: the moment noted with each migration, ISO 8601
    public func apply(_ plan: Plan, _ db: Connection, recordedAt: String) throws {
        try db.write { db in
            try db.execute("select pg_advisory_xact_lock(hashtextextended('loxley:migrate', 0))")
            // Another migration may have done it while this one waited.
            let plan = try self.plan(db)
            try db.execute(
                """
                create schema if not exists ops;
                create table if not exists ops.migration (name text primary key, checksum text not null, applied_at timestamptz not null);
                comment on table ops.migration is 'Migrations that were applied. grain: one row per file of sql/schema';
                comment on column ops.migration.name is 'file name in sql/schema';
                comment on column ops.migration.checksum is 'SHA-256 of the file as it was applied; it may not be edited afterwards';
                comment on column ops.migration.applied_at is 'when it was applied';
                create table if not exists ops.mark (name text primary key, checksum text not null);
                comment on table ops.mark is 'What was brought up besides migrations, so that only what changed is done again. grain: one row per part';
                comment on column ops.mark.name is 'the part: contract agency/dataset, reference or layer';
                comment on column ops.mark.checksum is 'SHA-256 of the files it was made from';
                """)
            for name in plan.migrations {
                let text = try home.text("sql/schema/" + name)
                try db.execute(SQL(unsafeSQL: text))
                try db.execute(
                    "insert into ops.migration values (\(name), \(Checksum.of(try home.text("sql/schema/" + name))), \(recordedAt)::timestamptz)")
            }
            // With every agency's contracts there are hundreds; looking each over would take seconds.
            let changed = Set(plan.tables)
            for contract in home.contracts {
                try db.execute(
                    """
                    insert into ops.dataset (dataset, name, family, title)
                    select coalesce(max(dataset), 0) + 1, \(contract.dataset), \(contract.family), \(contract.title) from ops.dataset
                    on conflict (name) do update set family = excluded.family, title = excluded.title
                    """)
                guard changed.contains("source.\(contract.table)") else { continue }
                _ = try SourceTables(home: home).bringUp(contract, db)
                try mark("contract " + contract.dataset, contractSum(contract), db, recordedAt)
            }
            if plan.reference {
                try ReferenceLists(home: home).load(db)
                try mark("reference", referenceSum(), db, recordedAt)
            }
            if plan.layer || !plan.tables.isEmpty {
                try SourceTables(home: home).makeWaiting(db)
                try mark("waiting", try SourceTables(home: home).waitingSum(), db, recordedAt)
                try Layer(home: home).apply(db)
                try mark("layer", try Layer(home: home).checksum(), db, recordedAt)
            }
        }
    }

    private func mark(_ name: String, _ sum: String, _ db: Connection, _ recordedAt: String) throws {
        try db.execute(
            """
            insert into ops.mark as m (name, checksum, changed_at) values (\(name), \(sum), \(recordedAt)::timestamptz)
            on conflict (name) do update set checksum = excluded.checksum, changed_at = excluded.changed_at where m.checksum <> excluded.checksum
            """)
    }

    private func contractSum(_ contract: Contract) -> String {
        Checksum.of(
            contract.columns.map { "\($0.name) \($0.type.sqlType) \($0.title) \($0.privacy)" }.joined(separator: "\n") + contract.title + contract.localID
                + (contract.isAboutSubjects ? " subject" : ""))
    }

    private func referenceSum() -> String {
        let names =
            home.files(in: "config/codes", ending: ".csv").map { "config/codes/" + $0 } + ReferenceLists.calendarFiles + [ReferenceLists.publishedHolidays]
        return Checksum.of(names.map { (try? home.text($0)) ?? "" }.joined(separator: "\u{1}"))
    }

    private func appliedMigrations(_ db: Connection) throws -> [String: String] {
        guard try db.value("select to_regclass('ops.migration') is not null") else { return [:] }
        return Dictionary(
            try db.query("select name, checksum from ops.migration", { (try $0.decode(0, as: String.self), try $0.decode(1, as: String.self)) }),
            uniquingKeysWith: { a, _ in a })
    }

    private func marks(_ db: Connection) throws -> [String: String] {
        guard try db.value("select to_regclass('ops.mark') is not null") else { return [:] }
        return Dictionary(
            try db.query("select name, checksum from ops.mark", { (try $0.decode(0, as: String.self), try $0.decode(1, as: String.self)) }),
            uniquingKeysWith: { a, _ in a })
    }
}
