import Contracts
import Formats
import Foundation
import Postgres
import Vocabulary

/// Loads deliveries: read, check, land, merge, resolve, derive; each of them as a whole or not at all.
public struct Loader {
    let home: Home
    let db: Connection
    private let archive: Archive
    private let workMemory: String
    let comparedWhileRead: Int
    let progress: (Step) -> Void

    /// How far a load has come.
    public enum Step: Sendable {
        /// Another load derives the star: this one waits.
        case waiting
        /// A file, or a part of it, is read: so many bytes of those of its delivery.
        case reading(title: String, bytes: Int, of: Int)
        /// The star is derived: so many tables of those that the deliveries change.
        case deriving(tables: Int, of: Int)
    }

    /// - Parameters:
    ///   - archive: where original files are kept
    ///   - workMemory: PostgreSQL's work_mem while loading, such as `256MB`
    ///   - comparedWhileRead: with how many versions a file is compared while it is read; where there are more, the database compares
    ///   - progress: called now and then
    public init(
        home: Home, db: Connection, archive: Archive, workMemory: String = "256MB", comparedWhileRead: Int = 5_000_000,
        progress: @escaping (Step) -> Void = { _ in }
    ) {
        self.home = home
        self.db = db
        self.archive = archive
        self.workMemory = workMemory
        self.comparedWhileRead = comparedWhileRead
        self.progress = progress
    }

    /// Loads one delivery.
    /// - Throws: ``WarehouseError``; then nothing was loaded.
    public func load(_ request: LoadRequest) throws -> LoadReport { try load(together: [request])[0].get() }

    /// Loads deliveries that wait together, one after the other, in one transaction: the star is derived once, after the last of them.
    ///
    /// A delivery that is refused or fails leaves nothing behind and does not stop the others. Where the star cannot be derived, none of
    /// them is at fault for sure: then each is loaded by itself, and the one at fault fails alone.
    /// - Parameter requests: in the order in which they are to be merged; any order ends in the same warehouse
    /// - Returns: the report of each, or why it was not loaded, in the order of the requests.
    /// - Throws: `PostgresError.interrupted`; then nothing was loaded.
    public func load(together requests: [LoadRequest]) throws -> [Result<LoadReport, any Error>] {
        let ledger = Ledger(db: db)
        var results: [Int: Result<LoadReport, any Error>] = [:]
        var begun: [(index: Int, delivery: Delivery)] = []
        defer { for item in begun { try? db.unlock(item.delivery.lock) } }
        for (index, request) in requests.enumerated() {
            do {
                begun.append((index, try begin(request, beside: begun.map(\.delivery.attempt), ledger)))
            } catch PostgresError.interrupted {
                try end(begun.map(\.delivery), PostgresError.interrupted, ledger)
                throw PostgresError.interrupted
            } catch {
                results[index] = .failure(error)
            }
        }
        func attempt(_ items: [(index: Int, delivery: Delivery)]) throws {
            do {
                try run(items.map(\.delivery), ledger)
                for item in items { results[item.index] = item.delivery.failure.map { .failure($0) } ?? .success(item.delivery.report) }
            } catch PostgresError.interrupted {
                try end(begun.map(\.delivery).filter { !$0.hasEnded }, PostgresError.interrupted, ledger)
                throw PostgresError.interrupted
            } catch {
                guard items.count > 1 else {
                    for item in items { results[item.index] = .failure(error) }
                    try? end(items.map(\.delivery), error, ledger)
                    return
                }
                for item in items {
                    item.delivery.reset()
                    try attempt([item])
                }
            }
        }
        if !begun.isEmpty { try attempt(begun) }
        return requests.indices.compactMap { results[$0] }
    }

    /// Notes how deliveries ended of which nothing was loaded.
    private func end(_ deliveries: [Delivery], _ error: any Error, _ ledger: Ledger) throws {
        // After SIGINT, too: the attempt must not be left as one that runs.
        try db.despiteInterrupt { for delivery in deliveries { try ledger.end(delivery, failed: error) } }
    }

    /// Checks a request, locks its feed and notes the attempt.
    private func begin(_ request: LoadRequest, beside others: [Int], _ ledger: Ledger) throws -> Delivery {
        let contracts = try home.datasets(of: request.feed)
        let feed = contracts[0].family
        if contracts.contains(where: { $0.snapshot == .collectionYear }), request.year == nil {
            throw WarehouseError.usage("\(feed) is a snapshot of a collection year: say which with --year, for example --year 2026-27")
        }
        if let year = request.year, !contracts.contains(where: { $0.years.contains(year) }) {
            throw WarehouseError.usage("no contract of \(feed) knows the collection year \(year)")
        }
        var request = request
        let isNational = contracts.allSatisfy(\.isNational)
        if isNational { request.authority = 0 }
        guard
            try isNational
                || db.value("select exists (select from star.dim_local_authority where authority = \(request.authority)::smallint)", as: Bool.self)
        else {
            throw WarehouseError.usage("\(request.authority) is not the DfE number of an authority (config/local_authorities.csv)")
        }
        let (paths, emptyFolder) = try expand(request.paths)
        let scope = request.year?.description ?? ""
        let asAt = request.asAt ?? request.year.map { min($0.end, request.today) } ?? request.today
        let lock = "\(feed) \(request.authority)"
        try takeLock(lock, feed)
        do {
            let attempt = try ledger.begin(
                feed: feed, authority: request.authority, scope: scope, asAt: asAt.description, files: paths.map { ($0 as NSString).lastPathComponent },
                at: request.recordedAt, beside: others)
            return Delivery(
                request: request, contracts: contracts, feed: feed, scope: scope, asAt: asAt, paths: paths, emptyFolder: emptyFolder, lock: lock,
                attempt: attempt)
        } catch {
            try? db.unlock(lock)
            throw error
        }
    }

    /// One transaction: merges what is new of these deliveries and derives the star.
    /// - Throws: what a delivery that is alone fails for, and whatever cannot be said to be one delivery's fault.
    private func run(_ deliveries: [Delivery], _ ledger: Ledger) throws {
        let began = ContinuousClock.now
        var worked = 0.0
        var merged: [Delivery] = []
        try db.write { db in
            defer { worked = (ContinuousClock.now - began).seconds }
            var isPrepared = false
            for delivery in deliveries {
                do {
                    try recognise(delivery)
                } catch let error where deliveries.count > 1 && !(error is PostgresError) {
                    try fail(delivery, error, ledger)
                    continue
                }
                guard !delivery.order.isEmpty else { continue }
                if !isPrepared { try prepare(db) }
                isPrepared = true
                if deliveries.count == 1 {
                    try merge(delivery, db)
                } else {
                    do {
                        try db.savepoint { try merge(delivery, $0) }
                    } catch PostgresError.interrupted {
                        throw PostgresError.interrupted
                    } catch PostgresError.connection(let reason) {
                        throw PostgresError.connection(reason: reason)
                    } catch {
                        try fail(delivery, error, ledger)
                        continue
                    }
                }
                merged.append(delivery)
            }
            if !merged.isEmpty { try finish(merged, db) }
            for delivery in deliveries where delivery.failure == nil {
                delivery.report.files.sort { ($0.dataset, $0.file, $0.part ?? "") < ($1.dataset, $1.file, $1.part ?? "") }
                try ledger.end(delivery)
            }
        }
        // What the deliveries have in common stands with the last of them.
        merged.last?.timing("commit", (ContinuousClock.now - began).seconds - worked)
        for delivery in deliveries { delivery.hasEnded = true }
    }

    /// Leaves a delivery out, while those that came with it go on.
    private func fail(_ delivery: Delivery, _ error: any Error, _ ledger: Ledger) throws {
        delivery.failure = error
        try ledger.end(delivery, failed: error)
    }

    /// Finds out what is new in a delivery's files.
    private func recognise(_ delivery: Delivery) throws {
        if let folder = delivery.emptyFolder {
            throw WarehouseError.refused(reason: "the folder \(folder) holds no file", next: ["Name the folder that holds the module files."])
        }
        let started = ContinuousClock.now
        let files = try delivery.paths.map { try DeliveredFile(path: $0) }
        delivery.timing("digest of the files", (ContinuousClock.now - started).seconds)
        let request = delivery.request
        let rivals = home.contracts.filter { request.agency == nil || $0.agency == request.agency }
        let recogniser = Recogniser(contracts: delivery.contracts, rivals: rivals, year: request.year)
        let recognised = try recognise(files, request, &delivery.report, by: recogniser)
        if request.asAt == nil, let day = try DayShown(recogniser: recogniser).day(of: recognised) { delivery.asAt = day }
        // In the contracts' order, so that the same delivery does the same work however its files are named.
        delivery.order = recognised.sorted { $0.match.contract.dataset < $1.match.contract.dataset }
        delivery.recogniser = recogniser
    }

    /// Once in a transaction, before the first delivery is merged.
    private func prepare(_ db: Connection) throws {
        try db.execute("set local work_mem = \(unsafeSQL: workMemory.sqlLiteral)")
        // Enough for the plans of this load; autovacuum looks closer afterwards.
        try db.execute("set local default_statistics_target = 10")
        try db.execute("set local maintenance_work_mem = \(unsafeSQL: workMemory.sqlLiteral)")
        try Loader.waitToDerive(db) { progress(.waiting) }
        // What this session kept of numbers is older than what another took since: the versions of a later transaction have higher ones.
        try db.execute("discard sequences")
        try db.execute(
            """
            create temporary table touched_local (authority smallint, local_id text) on commit drop;
            create temporary table touched_subject (authority smallint, subject text) on commit drop
            """)
    }

    /// Lands a delivery's files and merges them into source.
    private func merge(_ delivery: Delivery, _ db: Connection) throws {
        let request = delivery.request
        let links = Links(home: home, db: db)
        let deliveryID = try db.value(
            """
            insert into ops.delivery (attempt_id, feed, authority, scope, as_at, recorded_at, guard_override, partial)
            values (\(delivery.attempt), \(delivery.feed), \(request.authority)::smallint, \(delivery.scope), \(delivery.asAt.description)::date, \(request.recordedAt)::timestamptz, \(request.acceptVolume), \(request.partial))
            returning delivery_id
            """, as: Int.self)
        delivery.report.deliveryID = deliveryID
        let total = delivery.order.reduce(0) { $0 + $1.file.bytes }
        var done = 0
        // The next file is read while one is merged.
        var ahead: Incoming?
        defer { ahead?.reading.abandon() }
        for (place, item) in delivery.order.enumerated() {
            try links.prepare(item.match.contract)
            let incoming = try ahead ?? open(item, of: delivery, db)
            ahead = nil
            let fileReport = try merge(
                incoming, of: delivery, deliveryID, db,
                landed: {
                    guard place + 1 < delivery.order.count else { return }
                    let next = delivery.order[place + 1]
                    // What holds of its own dataset is known once this one is merged.
                    if next.match.contract.dataset != item.match.contract.dataset { ahead = try open(next, of: delivery, db) }
                },
                progress: { progress(.reading(title: item.title, bytes: done + min($0, item.file.bytes), of: total)) })
            done += item.file.bytes
            delivery.report.files.append(fileReport)
        }
    }

    /// Derives the star and keeps the original files.
    private func finish(_ merged: [Delivery], _ db: Connection) throws {
        let items = merged.flatMap(\.order)
        var kept = Set<String>()
        let preparation = Archive.Preparation(items.map(\.file).filter { kept.insert($0.sha256).inserted }, in: archive)
        do {
            try derive(merged, db)
        } catch {
            for prepared in (try? preparation.wait()) ?? [] { prepared.discard() }
            throw error
        }
        let started = ContinuousClock.now
        let prepared = try preparation.wait()
        do {
            for item in items { try item.file.checkUnchanged() }
            for file in prepared { try file.keep() }
        } catch {
            for file in prepared { file.discard() }
            throw error
        }
        merged.last?.timing("archive", (ContinuousClock.now - started).seconds)
    }

    /// - Parameter landed: called when all of the file was read
    private func merge(
        _ incoming: Incoming, of delivery: Delivery, _ deliveryID: Int, _ db: Connection, landed: () throws -> Void = {}, progress: (Int) -> Void
    ) throws -> FileReport {
        let item = incoming.item
        let (contract, request, loadID) = (item.match.contract, delivery.request, incoming.merger.loadID)
        let started = ContinuousClock.now
        let outcome = try land(incoming, of: delivery, db, progress: progress)
        try landed()
        try item.file.checkUnchanged()
        var report = FileReport(
            feed: delivery.feed, dataset: contract.dataset, file: item.file.name, part: item.part.place.name, sha256: item.file.sha256, status: .loaded)
        report.loadID = loadID
        (report.unknownColumns, report.absentColumns) = (item.part.unknown, item.part.absent)
        report.counts.read = outcome.rowsRead
        report.counts.ignored = outcome.ignored
        report.counts.quarantined = outcome.quarantined
        report.counts.unusable = outcome.unusable
        report.counts.unchanged = outcome.again
        report.counts.duplicate = outcome.twice
        var work = Merge(
            incoming.merger, db, counts: report.counts, suspects: outcome.suspects, file: item.title, command: request.command, timing: delivery.timing)
        guard try work.run(incoming.way) else {
            var whole = incoming
            whole.way = .compared
            whole.reading = read(item, of: delivery, to: .landing(nil), loadID)
            return try merge(whole, of: delivery, deliveryID, db, progress: progress)
        }
        report.counts = work.counts
        try incoming.reading.setAside.send(db)
        report.seconds = (ContinuousClock.now - started).seconds
        try record(&report, outcome, item, request: request, delivery: deliveryID, loadID: loadID, db)
        return report
    }

    private func record(
        _ report: inout FileReport, _ landed: Lander.Outcome, _ item: Recogniser.Recognised, request: LoadRequest, delivery: Int, loadID: Int,
        _ db: Connection
    ) throws {
        let names = RowCounts.fields.map(\.name).joined(separator: ", ")
        let values = RowCounts.fields.map { String(report.counts[keyPath: $0.path]) }.joined(separator: ", ")
        try db.execute(
            """
            insert into ops.load (load_id, delivery_id, dataset, file_name, part, file_bytes, file_sha256, seconds, \(unsafeSQL: names))
            overriding system value
            select \(loadID), \(delivery), dataset, \(item.file.name), \(item.part.place.name), \(item.file.bytes), \(item.file.sha256), \(report.seconds), \(unsafeSQL: values)
            from ops.dataset where name = \(item.match.contract.dataset)
            """)
        for (column, spellings) in landed.unknownCodes.sorted(by: { $0.key < $1.key }) {
            guard case .code(let set)? = item.match.contract.columns.first(where: { $0.name == column })?.type else { continue }
            for (value, rows) in spellings {
                try db.execute(
                    "insert into ops.code_not_known (load_id, column_name, code_set, value, rows) values (\(loadID), \(column), \(set), \(value.replacing("\u{0}", with: "\u{FFFD}")), \(rows))"
                )
            }
            report.unknownCodes.append(.init(column: column, spellings: spellings.count, rows: spellings.values.reduce(0, +)))
        }
        if !request.partial, item.match.contract.snapshot != .delta {
            // What an older snapshot set aside is answered by a newer one, which says all there is: by this one, or, where this
            // file is late, by one that is already there.
            try db.execute(
                """
                update ops.quarantine as q set resolved_at = \(request.recordedAt)::timestamptz, resolution = 'a newer file was loaded'
                from ops.load as l join ops.delivery as d using (delivery_id)
                where q.load_id = l.load_id and q.resolved_at is null
                  and (d.authority, d.scope) = (select authority, scope from ops.delivery where delivery_id = \(delivery))
                  and l.dataset = (select dataset from ops.load where load_id = \(loadID))
                  and exists (
                    select from ops.load as n join ops.delivery as nd using (delivery_id)
                    where n.dataset = l.dataset and nd.authority = d.authority and nd.scope = d.scope and not nd.partial
                      and (d.as_at, l.load_id) < (nd.as_at, n.load_id))
                """)
        }
        report.unreadable = landed.unreadable.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        if report.counts.quarantined > 0 {
            report.setAside = try db.query(
                "select quarantine_id, file_row, column_name, reason from ops.quarantine where load_id = \(loadID) order by file_row limit 10",
                {
                    FileReport.SetAside(
                        quarantineID: try $0.decode(0), row: try $0.decode(1), column: try $0.decodeIfPresent(2), reason: try $0.decode(3))
                })
        }
    }

    private func takeLock(_ lock: String, _ feed: String) throws {
        // A process that was killed leaves its server process behind for up to a second (client_connection_check_interval).
        for _ in 0..<30 {
            if try db.tryLock(lock) { return }
            usleep(100_000)
        }
        throw WarehouseError.busy("busy: another run is loading \(feed) for this authority. Nothing was done; try again when it has ended (loxley status)")
    }

    /// The files that paths stand for, and the first folder among them that holds none.
    private func expand(_ paths: [String]) throws -> (files: [String], emptyFolder: String?) {
        var files: [String] = []
        var emptyFolder: String?
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw WarehouseError.usage("there is no file or folder \(path)")
            }
            guard isFolder.boolValue else {
                files.append(path)
                continue
            }
            let inside = try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") && $0 != "delivery.yaml" }.sorted().map {
                path + "/" + $0
            }
            let plain = inside.filter { name in
                var folder: ObjCBool = false
                return FileManager.default.fileExists(atPath: name, isDirectory: &folder) && !folder.boolValue
            }
            if plain.isEmpty { emptyFolder = emptyFolder ?? path }
            files += plain
        }
        return (files, emptyFolder)
    }
}
