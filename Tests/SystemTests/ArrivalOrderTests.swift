import Foundation
import Postgres
import Testing
import Vocabulary
import Warehouse

/// The same deliveries in any order give the same warehouse, and it is the one a simple replay arrives at.
@Suite("Order of arrival")
struct ArrivalOrderTests {
    @Test("random histories in random orders, against a simple replay", arguments: 0..<2)
    func property(worker: Int) throws {
        let warehouse = try TestWarehouse()
        let home = try Home(folder: Loxley.packageFolder)
        let db = try warehouse.connect()
        try db.execute("set synchronous_commit = off")
        let cases = Loxley.torture ? 80 : 4
        for number in 0..<cases {
            let seed = Loxley.seed &* 1_000_000 &+ UInt64(worker * 10_000 + number)
            var random = SeededGenerator(seed: seed)
            let history = History(random: &random)
            let inOrder = history.deliveries.sorted { ($0.asAt, $0.scope) < ($1.asAt, $1.scope) }
            var orders = [inOrder, Array(inOrder.reversed())]
            for _ in 0..<2 { orders.append(history.deliveries.shuffled(using: &random)) }
            var digests: [String] = []
            for (index, order) in orders.enumerated() {
                let place =
                    "seed \(seed), order \(index): \(order.map { "\($0.scope.authority) \($0.scope.text) \($0.asAt) \($0.extracts.map(\.module.rawValue))" })"
                try empty(db)
                try load(order, home: home, db: db, folder: warehouse.folder)
                digests.append(try db.read { try Digest.of($0, home: home, all: true) }.overall)
                #expect(try Rebuild(home: home, db: db).check().map(\.table) == [], "\(place)")
                #expect(try db.unequal() == [], "\(place)")
                try expectSource(history, db, place)
                try expectStar(history, db, place)
            }
            #expect(Set(digests).count == 1, "seed \(seed): the digest depends on the order of arrival")
        }
    }

    /// Takes everything out again but the reference lists.
    private func empty(_ db: Connection) throws {
        let tables = try db.rows(
            """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname in ('source', 'landing', 'identity') or tablename like 'fact\\_%' or tablename in ('dim_child', 'dim_worker')
               or (schemaname = 'ops' and tablename in ('attempt', 'delivery', 'load', 'quarantine', 'code_not_known'))
            """
        ).compactMap(\.[0])
        try db.execute("truncate \(unsafeSQL: tables.joined(separator: ", "))")
    }

    private func load(_ order: [History.Delivery], home: Home, db: Connection, folder: String) throws {
        let loader = Loader(home: home, db: db, archive: Archive(folder: folder + "/archive"), workMemory: "4MB")
        for (index, delivery) in order.enumerated() {
            let path = folder + "/delivery-\(index)"
            try? FileManager.default.removeItem(atPath: path)
            try Extract.write(delivery.extracts, to: path)
            let request = LoadRequest(
                feed: "ssda903", authority: delivery.scope.authority, year: CollectionYear(startYear: delivery.scope.startYear),
                asAt: CalendarDate(delivery.asAt), acceptVolume: "test", paths: [path], recordedAt: "2026-01-01T00:00:\(index < 10 ? "0" : "")\(index)Z",
                today: try #require(CalendarDate(year: 2026, month: 1, day: 1)))
            let report = try loader.load(request)
            #expect(report.files.allSatisfy { $0.status == .loaded })
        }
    }

    /// A version of a record, with its row as it stood in the file.
    private struct Version {
        let scope: History.Scope
        let key: String
        let asAt: String
        let loadID: Int
        let absent: Bool
        let holds: Bool
        let fields: [String]
    }

    private func versions(_ module: Module, _ db: Connection) throws -> [Version] {
        let dates: Set<String> = ["DECOM", "DEC", "DOB", "REVIEW", "MC_DOB", "MIS_START", "MIS_END"]
        let columns = module.columns.map { column in
            let name = "\"\(column.lowercased())\""
            let rendered = dates.contains(column) ? "to_char(\(name), 'DD/MM/YYYY')" : "\(name)::text"
            return "coalesce(raw ->> '\(column)', \(rendered), '')"
        }
        return try db.rows(
            """
            select authority, left(scope, 4), business_key || '#' || occurrence, as_at, load_id, absent, holds, \(unsafeSQL: columns.joined(separator: ", "))
            from source.\(Identifier(module.table)) order by as_at, load_id
            """
        ).map { row in
            let texts = row.map { $0 ?? "" }
            return Version(
                scope: History.Scope(authority: Int(texts[0]) ?? 0, startYear: Int(texts[1]) ?? 0), key: texts[2], asAt: texts[3], loadID: Int(texts[4]) ?? 0,
                absent: texts[5] == "t", holds: texts[6] == "t", fields: Array(texts[7...]))
        }
    }

    /// At every as-at date source knows what the latest snapshot up to then says, and what holds is what the newest says.
    private func expectSource(_ history: History, _ db: Connection, _ place: String) throws {
        for module in [Module.header, .episodes, .reviews, .missing] {
            let all = try versions(module, db)
            for scope in history.scopes where history.modules(scope).contains(module) {
                let mine = all.filter { $0.scope == scope }
                for day in history.days(scope, module) {
                    var latest: [String: Version] = [:]
                    for version in mine where version.asAt <= day { latest[version.key] = version }
                    expectSame(
                        latest.values.filter { !$0.absent }.map(\.fields), history.known(scope, module, on: day).map(\.fields),
                        "\(module) of \(scope.authority) \(scope.text) as at \(day); \(place)")
                }
                expectSame(
                    mine.filter { $0.holds && !$0.absent }.map(\.fields), history.known(scope, module, on: "9999-12-31").map(\.fields),
                    "\(module) of \(scope.text) that holds; \(place)")
            }
        }
    }

    private func expectStar(_ history: History, _ db: Connection, _ place: String) throws {
        /// Which of several tellings of one file is the first is decided by a hash of what they say, which source has counted.
        func truth(_ module: Module) throws -> [Int: [[String]: History.Record]] {
            var numbers: [History.Scope: [[String]: Int]] = [:]
            for version in try versions(module, db) where version.holds && !version.absent {
                numbers[version.scope, default: [:]][version.fields] = version.key.split(separator: "#").last.flatMap { Int($0) }
            }
            return history.truth(module) { numbers[$0]?[$1.fields] ?? .max }
        }
        let reviews = try truth(.reviews).flatMap { authority, records in
            records.map { "\(authority) | \($0.key[0]) | \($0.key[1]) | \($0.value.fields[3])" }
        }
        let person = SQL(
            unsafeSQL: "join (select distinct on (person_key) person_key, authority as la, identifier from identity.node order by 1) as p using (person_key)")
        expectSame(try db.lines("select p.la, p.identifier, review, review_code from star.fact_review \(person)"), reviews, place)

        var episodes: [String] = []
        var periods: [String] = []
        for (authority, records) in try truth(.episodes) {
            for (child, own) in Dictionary(grouping: records.values, by: { $0.key[0] }) {
                let life = CareHistory(own.map { CareHistory.Episode($0.fields) })
                episodes += life.told.map { "\(authority) | \(child) | \($0)" }
                periods += life.periods.map { "\(authority) | \(child) | \($0)" }
            }
        }
        expectSame(
            try db.lines(
                """
                select p.la, p.identifier, decom, coalesce(dec::text, ''), coalesce(rec, ''), coalesce(place, ''), period_start, placement_start, ls_start
                from star.fact_episode \(person)
                """
            ), episodes, place)
        expectSame(
            try db.lines(
                "select p.la, p.identifier, started, coalesce(ended::text, ''), coalesce(rec, ''), cin, episodes from star.fact_period_of_care \(person)"),
            periods, place)
    }
}

/// A child's episodes in date order, walked through once: the period of care, placement and legal status each belongs to.
/// Written from the headers of sql/star/fact_episode*.sql, not from their statements.
struct CareHistory {
    struct Episode {
        let decom, dec, rec, rne, ls, cin, place, urn, post: String
        init(_ fields: [String]) {
            decom = History.isoDay(fields[1]) ?? ""
            dec = History.isoDay(fields[7]) ?? ""
            (rne, ls, cin, place, rec, post, urn) = (fields[2], fields[3], fields[4], fields[5], fields[8], fields[11], fields[12])
        }
        var isTemporary: Bool { ["T0", "T1", "T2", "T3", "T4"].contains(place) }
        /// The carer stays.
        var keepsCarer: Bool { ["L", "T", "U"].contains(rne) }
    }

    private(set) var told: [String] = []
    private(set) var periods: [String] = []

    init(_ unordered: [Episode]) {
        var period: [Episode] = []
        var lastingStart = "", temporaryStart = "", legalStart = ""
        var lastLasting: Episode?
        var lastTemporary: Episode?
        for episode in unordered.sorted(by: { $0.decom < $1.decom }) {
            let goesOn = period.last.map { $0.dec == episode.decom && $0.rec == "X1" && episode.rne != "S" } ?? false
            if !goesOn {
                close(period)
                period = []
                (lastLasting, lastTemporary) = (nil, nil)
            }
            let before = period.last
            if before?.ls != episode.ls { legalStart = episode.decom }
            if episode.isTemporary {
                // A placement of its own, which goes on while the carer stays.
                if lastTemporary == nil || before?.isTemporary != true || !episode.keepsCarer { temporaryStart = episode.decom }
                lastTemporary = episode
            } else {
                if let last = lastLasting {
                    let returns = before?.isTemporary == true && (last.place, last.urn, last.post) == (episode.place, episode.urn, episode.post)
                    let stays = before?.isTemporary == false && episode.keepsCarer
                    if !returns && !stays { lastingStart = episode.decom }
                } else {
                    lastingStart = episode.decom
                }
                lastLasting = episode
            }
            period.append(episode)
            told.append(
                [
                    episode.decom, episode.dec, episode.rec, episode.place, period[0].decom, episode.isTemporary ? temporaryStart : lastingStart, legalStart,
                ].joined(separator: " | "))
        }
        close(period)
    }

    private mutating func close(_ period: [Episode]) {
        guard let first = period.first, let last = period.last else { return }
        let ended = period.contains { $0.dec.isEmpty } ? "" : period.map(\.dec).max() ?? ""
        periods.append([first.decom, ended, last.rec, first.cin, "\(period.count)"].joined(separator: " | "))
    }
}
