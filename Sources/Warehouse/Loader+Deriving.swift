import Contracts
import Postgres

extension Loader {
    /// Waits until no other transaction derives: each of two at once would not see what the other has put into source.
    /// - Parameter busy: called where it has to wait
    static func waitToDerive(_ db: Connection, busy: () -> Void = {}) throws {
        if try db.value("select pg_try_advisory_xact_lock(hashtextextended('loxley:derive', 0))", as: Bool.self) { return }
        busy()
        try db.execute("select pg_advisory_xact_lock(hashtextextended('loxley:derive', 0))")
    }

    /// Finds the persons the files are about, and derives their star rows again.
    func derive(_ merged: [Delivery], _ db: Connection) throws {
        guard let last = merged.last else { return }
        let started = ContinuousClock.now
        var datasets = Set<String>()
        let delivered = merged.flatMap(\.order).map(\.match.contract).filter { datasets.insert($0.dataset).inserted }
        try Links(home: home, db: db).follow(delivered)
        let found = SQL(unsafeSQL: try home.text("sql/identity/found_persons.sql"))
        var founded = 0
        if try db.value("select not exists (select from identity.node) and (select count(*) from touched_local) > \(BulkFill.threshold)", as: Bool.self) {
            try BulkFill.fill([Identifier("identity", "node"), Identifier("identity", "person"), Identifier("identity", "decision")], db) {
                founded = try db.execute(found)
            }
        } else {
            founded = try db.execute(found)
        }
        if founded > BulkFill.threshold { try db.execute("analyze identity.node") }
        let resolver = Resolver(home: home, db: db)
        let deriver = try Deriver(home: home, db)
        try resolver.run("touched")
        last.timing("who they are", (ContinuousClock.now - started).seconds)
        var changed = delivered
        var isMore = false
        if try resolver.hasSubjects() {
            let started = ContinuousClock.now
            let agencies = try resolver.resolve(deriver, delivered: delivered, recordedAt: last.request.recordedAt)
            // A person who gains or loses a subject gains or loses whatever that agency says of it.
            changed += home.contracts.filter { $0.isAboutSubjects && agencies.contains($0.agency) && !datasets.contains($0.dataset) }
            try countWaiting(merged, resolver, db)
            isMore = true
            last.timing("whom other agencies mean", (ContinuousClock.now - started).seconds)
        }
        // Where nothing says of which children, all of its authority are touched; by data of the whole country all there are.
        let everybodyOf = Set(
            merged.filter { delivery in
                delivery.order.map(\.match.contract).contains { contract in
                    contract.subject == .none && contract.touches.isEmpty && deriver.facts.star.contains { !$0.whole && $0.reads(contract) }
                }
            }.map(\.report.authority))
        for authority in everybodyOf.sorted() {
            try resolver.run("touched_everyone", ["authority": String(authority)])
            isMore = true
        }
        if isMore { try resolver.run("touched_again") }
        let children = try db.value("select count(*) from touched_persons", as: Int.self)
        for delivery in merged { delivery.report.childrenDerived = children }
        try deriver.derive(contracts: changed, timing: { last.timing("star.\($0)", $1) }, progress: { progress(.deriving(tables: $0, of: $1)) })
    }

    /// Counts the rows of the deliveries' files whose person is not known, now that this is known of all of them.
    private func countWaiting(_ merged: [Delivery], _ resolver: Resolver, _ db: Connection) throws {
        try resolver.run("waiting_subjects")
        let path = "sql/identity/waiting_rows.sql"
        let file = SQLFile(name: path, text: try home.text(path))
        let files = merged.flatMap { $0.report.files }.filter { $0.loadID != nil }
        var waiting: [Int: Int] = [:]
        for (dataset, files) in Dictionary(grouping: files, by: \.dataset).sorted(by: { $0.key < $1.key }) {
            guard let contract = home.contracts.first(where: { $0.dataset == dataset }), contract.isAboutSubjects else { continue }
            var values = SourceTables.placeholders(contract)
            values["load_ids"] = files.compactMap(\.loadID).map(String.init).joined(separator: ", ")
            for (load, rows) in try db.query(try file.filled(values), { (try $0.decode(0, as: Int.self), try $0.decode(1, as: Int.self)) }) {
                waiting[load] = rows
            }
        }
        for delivery in merged {
            for index in delivery.report.files.indices {
                if let load = delivery.report.files[index].loadID { delivery.report.files[index].counts.waiting = waiting[load] ?? 0 }
            }
        }
    }
}
