import Foundation
import Postgres
import Testing
import Vocabulary

@testable import Warehouse

/// What was known at an earlier moment is known again, to the byte, whatever was recorded since.
@Suite("As recorded")
struct AsRecordedTests {
    /// Asks for every moment again, and expects what was known then.
    private func expectAgain(
        _ known: [(moment: RecordedMoment, knowledge: Knowledge)], _ warehouse: TestWarehouse, _ db: Connection, home: Home, returns: [History.Scope] = [],
        _ place: String
    ) throws {
        for (step, then) in known.enumerated() {
            let past = try PastWarehouse(of: db, at: then.moment, home: home, url: warehouse.url)
            defer { past.drop() }
            let again = try Knowledge(of: past.db, home: home, returns: returns, folder: warehouse.folder + "/again")
            #expect(again.differences(from: then.knowledge) == [], "after delivery \(step + 1); \(place)")
            #expect(try Rebuild(home: home, db: past.db).check().map(\.table) == [], "after delivery \(step + 1); \(place)")
        }
        #expect(try warehouse.scratchDatabases() == [])
    }

    // MARK: Random histories

    @Test("random histories of returns in random orders, late files among them: the same tables and the same returns", .timeLimit(.minutes(15)))
    func returns() throws {
        let home = try Home(folder: Loxley.packageFolder)
        for number in 0..<(Loxley.torture ? 20 : 2) {
            let seed = Loxley.seed &* 1_000_000 &+ 77 &+ UInt64(number)
            var random = SeededGenerator(seed: seed)
            let history = History(random: &random)
            let order = Array(history.deliveries.shuffled(using: &random).prefix(6))
            let place = "seed \(seed): \(order.map { "\($0.scope.authority) \($0.scope.text) \($0.asAt) \($0.extracts.map(\.module.rawValue))" })"
            let warehouse = try TestWarehouse()
            let db = try warehouse.connect()
            try db.execute("set synchronous_commit = off")
            let loader = Loader(home: home, db: db, archive: Archive(folder: warehouse.folder + "/archive"), workMemory: "4MB")
            var known: [(moment: RecordedMoment, knowledge: Knowledge)] = []
            for (index, delivery) in order.enumerated() {
                let path = try Extract.write(delivery.extracts, to: warehouse.folder + "/delivery-\(index)")
                _ = try loader.load(
                    LoadRequest(
                        feed: "ssda903", authority: delivery.scope.authority, year: CollectionYear(startYear: delivery.scope.startYear),
                        asAt: CalendarDate(delivery.asAt), acceptVolume: "test", paths: [path], recordedAt: try warehouse.moment().description,
                        today: try #require(CalendarDate(year: 2026, month: 1, day: 1))))
                let knowledge = try Knowledge(of: db, home: home, returns: history.scopes, folder: warehouse.folder + "/now")
                known.append((try warehouse.moment(), knowledge))
            }
            #expect(Set(known.map { $0.knowledge.tables["star.fact_episode"] ?? "" }).count > 2, "something changes: \(place)")
            try expectAgain(known, warehouse, db, home: home, returns: history.scopes, place)
        }
    }

    @Test("children, agencies that tie to them or wait, corrections and records about no child, in random orders", .timeLimit(.minutes(15)))
    func agencies() throws {
        for number in 0..<(Loxley.torture ? 20 : 2) {
            let seed = Loxley.seed &* 1_000_000 &+ 177 &+ UInt64(number)
            var random = SeededGenerator(seed: seed)
            let agencies = try AgenciesHome()
            var known: [(moment: RecordedMoment, knowledge: Knowledge)] = []
            for step in 0..<(Loxley.torture ? 14 : 8) {
                let (dataset, lines) = file(step: step, &random)
                // Any day, so that files are late, of one day, or newest; two in three have moments of their own.
                let asAt = "2026-0\(Int.random(in: 1...6, using: &random))-1\(Int.random(in: 0...2, using: &random))"
                let recordedAt = random.chance(66) ? try agencies.warehouse.moment().description : "2026-01-01T00:00:00Z"
                try agencies.load(dataset, asAt, lines, recordedAt: recordedAt)
                let knowledge = try Knowledge(of: agencies.db, home: agencies.home, folder: agencies.warehouse.folder + "/now")
                known.append((try agencies.warehouse.moment(), knowledge))
            }
            try expectAgain(known, agencies.warehouse, agencies.db, home: agencies.home, "seed \(seed)")
        }
    }

    /// A file of any of the test's agencies: children whose identifiers, names and days of birth come and go.
    private func file(step: Int, _ random: inout SeededGenerator) -> (dataset: String, lines: [String]) {
        let numbers = ["9000000017", "9000000025", "9000000068", ""]
        let born = ["01/02/2010", "02/03/2011", "03/04/2012"]
        let names = ["Ann", "Bo", "Cy"]
        func day(_ random: inout SeededGenerator) -> String { "0\(Int.random(in: 1...4, using: &random))/01/2026" }
        func rows(_ make: (inout SeededGenerator) -> String) -> [String] {
            var lines = Set<String>()
            for _ in 0..<Int.random(in: 1...5, using: &random) { lines.insert(make(&random)) }
            return lines.sorted()
        }
        switch step < 3 ? step : Int.random(in: 0..<7, using: &random) {
        case 0:
            let told = ["A1", "B2", "C3", "D4"].filter { _ in random.chance(75) } + ["E5"]
            return (
                "test_children",
                ["child,nhs,upn,born,forename,surname,police"]
                    + told.map { "\($0),\(random.pick(numbers)),,\(random.pick(born)),\(random.pick(names)),Jones,\(random.pick(["pn 7", "pn 8", ""]))" }
            )
        case 1:
            let lines = rows { "\($0.pick(Array(numbers.prefix(3)))),,\($0.pick(born)),\($0.pick(names)),Jones,\(day(&$0)),\($0.pick(["attended", "not"]))" }
            return ("test_checks", ["nhs,upn,born,forename,surname,day,outcome"] + lines)
        case 2:
            return ("test_club", ["child,day,outcome"] + rows { "\($0.pick(["A1", "B2", "F6"])),\(day(&$0)),\($0.pick(["came", "left"]))" })
        case 3: return ("test_stops", ["number,born,day"] + rows { "\($0.pick(["PN7", "PN8"])),\($0.pick(born)),\(day(&$0))" })
        case 4: return ("test_stays", ["child,started,home"] + rows { "\($0.pick(["A1", "B2", "G7"])),\(day(&$0)),\($0.pick(["H1", "H2"]))" })
        case 5: return ("test_homes", ["home,grade,owner"] + ["H1", "H2"].map { "\($0),\(random.pick(["good", "poor"])),\(random.pick(["O1", "O2"]))" })
        default: return ("test_owners", ["owner,name"] + ["O1", "O2"].map { "\($0),\(random.pick(["Oak", "Elm"]))" })
        }
    }

    @Test("every agency's feeds: at three of many deliveries", .timeLimit(.minutes(15)))
    func everyFeed() throws {
        let warehouse = try TestWarehouse()
        let home = try Home(folder: Loxley.packageFolder)
        var random = SeededGenerator(seed: Loxley.seed)
        let made = warehouse.folder + "/made"
        let synthesis = try Loxley.run(["synthesise", "--children", "12", "--seed", String(Loxley.seed), "--out", made])
        try #require(synthesis.code == 0, "\(synthesis)")
        let inbox = Inbox(
            folder: made + "/inbox", home: home, settleSeconds: 0, authority: 892, recordedAt: "2026-04-30T02:00:00Z",
            today: try #require(CalendarDate(year: 2027, month: 4, day: 30)), secondsSince1970: .max)
        let order = inbox.look().ready.map(\.request).shuffled(using: &random)
        let db = try warehouse.connect()
        try db.execute("set synchronous_commit = off")
        let loader = Loader(home: home, db: db, archive: Archive(folder: warehouse.folder + "/archive"), workMemory: "16MB")
        let places = Set([order.count / 4, order.count / 2, order.count * 3 / 4])
        let scope = History.Scope(authority: 892, startYear: 2026)
        var known: [(moment: RecordedMoment, knowledge: Knowledge)] = []
        for (index, delivery) in order.enumerated() {
            var request = delivery
            request.acceptVolume = "test"
            _ = try loader.load(request)
            if places.contains(index) {
                let knowledge = try Knowledge(of: db, home: home, returns: [scope], folder: warehouse.folder + "/now")
                known.append((try warehouse.moment(), knowledge))
            }
        }
        #expect(known.count == 3)
        try expectAgain(known, warehouse, db, home: home, returns: [scope], "\(order.map(\.feed))")
    }

    // MARK: One thing at a time

    @Test("what held before a late file holds again: the version that the late file made others restate is not there")
    func lateFile() throws {
        let agencies = try AgenciesHome()
        try agencies.load("test_homes", "2026-01-31", "home,grade,owner", "H1,good,O1", "H2,good,O1")
        try agencies.load("test_homes", "2026-03-31", "home,grade,owner", "H1,good,O1")
        let moment = try agencies.warehouse.moment()
        // Between the two: H1 was poor, and H3 was there. The file of March said otherwise without words, which now stand in source.
        try agencies.load("test_homes", "2026-02-28", "home,grade,owner", "H1,poor,O1", "H3,poor,O1")
        let versions: SQL = "select home, grade, as_at, load_id, file_row, absent, holds from source.test_homes order by home, as_at, load_id"
        #expect(
            try agencies.db.lines(versions) == [
                "H1 | good | 2026-01-31 | 1 | 1 | f | f", "H1 | poor | 2026-02-28 | 3 | 1 | f | f", "H1 | good | 2026-03-31 | 2 | - | f | t",
                "H2 | good | 2026-01-31 | 1 | 2 | f | f", "H2 | - | 2026-02-28 | 3 | - | t | f", "H2 | - | 2026-03-31 | 2 | - | t | t",
                "H3 | poor | 2026-02-28 | 3 | 2 | f | f", "H3 | - | 2026-03-31 | 2 | - | t | t",
            ])
        let after = try agencies.warehouse.moment()
        // A further file takes H1's place; before it the restated version held.
        try agencies.load("test_homes", "2026-04-30", "home,grade,owner", "H1,closed,O1")

        let past = try PastWarehouse(of: agencies.db, at: moment, home: agencies.home, url: agencies.warehouse.url)
        defer { past.drop() }
        #expect(past.extent == .init(deliveries: 2, later: 2, newest: past.extent.newest))
        #expect(
            try past.db.lines(versions) == [
                "H1 | good | 2026-01-31 | 1 | 1 | f | t", "H2 | good | 2026-01-31 | 1 | 2 | f | f", "H2 | - | 2026-03-31 | 2 | - | t | t",
            ])
        #expect(try past.db.lines("select home, grade from star.fact_test_home") == ["H1 | good"])
        let between = try PastWarehouse(of: agencies.db, at: after, home: agencies.home, url: agencies.warehouse.url)
        defer { between.drop() }
        #expect(try between.db.lines("select home, grade, load_id, file_row from source.test_homes where holds and not absent") == ["H1 | good | 2 | -"])
    }

    @Test("a tie that was undone stands again, found or decided; a local id that came later is nobody's yet")
    func undoneTie() throws {
        let agencies = try AgenciesHome()
        func now() throws -> String { try agencies.warehouse.moment().description }
        let header = "child,nhs,upn,born,forename,surname,police"
        let checks = ["nhs,upn,born,forename,surname,day,outcome", "9000000017,,01/02/2010,Ann,Jones,01/01/2026,attended"]
        try agencies.load("test_children", "2026-01-31", [header, "A1,9000000017,,01/02/2010,Ann,Jones,", "B2,,,02/03/2011,Bo,Ash,"], recordedAt: try now())
        try agencies.load("test_checks", "2026-01-31", checks, recordedAt: try now())
        try agencies.load("test_club", "2026-01-31", ["child,day,outcome", "Z9,03/01/2026,came"], recordedAt: try now())
        // A reviewer ties the club's unknown child to B2.
        let tie = SQL(
            unsafeSQL: """
                select s.system, s.authority, s.subject, n.person_key, 'reviewer'
                from identity.subject as s join identity.node as n on n.identifier = 'B2' where s.local_id = 'Z9'
                """)
        try agencies.db.write { db in
            try db.execute("insert into identity.node (system, authority, identifier, person_key, basis) \(tie)")
            try db.execute(
                """
                insert into identity.decision (system, authority, identifier, person_key, basis, reason, decided_at)
                select t.*, 'seen by a reviewer', clock_timestamp() from (\(tie)) as t
                """)
        }
        _ = try Rebuild(home: agencies.home, db: agencies.db).run(recordedAt: try now())
        #expect(try agencies.checks() == ["A1 | 2026-01-01 | attended", "B2 | 2026-01-03 | came"])
        let moment = try agencies.warehouse.moment()

        // Both are undone: the number and the day of birth were another child's, and the reviewer was wrong.
        try agencies.db.write { db in
            try db.execute("delete from identity.node where basis = 'reviewer'")
            try db.execute("update identity.decision set undone_at = clock_timestamp(), undone_reason = 'a mistake' where basis = 'reviewer'")
        }
        try agencies.load(
            "test_children", "2026-02-28", [header, "A1,9000000068,,05/05/2010,Amy,Jones,", "B2,,,02/03/2011,Bo,Ash,", "Z9,,,07/07/2012,Zoe,Elm,"],
            recordedAt: try now())
        _ = try Rebuild(home: agencies.home, db: agencies.db).run(recordedAt: try now())
        #expect(try agencies.checks() == ["Z9 | 2026-01-03 | came"])

        let past = try PastWarehouse(of: agencies.db, at: moment, home: agencies.home, url: agencies.warehouse.url)
        defer { past.drop() }
        #expect(
            try past.db.lines(
                """
                select n.identifier, f.check_date, f.outcome from star.fact_test_check as f
                join identity.node as n on n.person_key = f.person_key and n.basis = 'founded' order by 1
                """) == ["A1 | 2026-01-01 | attended", "B2 | 2026-01-03 | came"])
        #expect(
            try past.db.lines("select basis, reason, undone_at, undone_reason from identity.decision order by decision_id") == [
                "identifier | NHS number, date of birth and name | - | -", "reviewer | seen by a reviewer | - | -",
            ])
        #expect(try past.db.lines("select identifier from identity.node where basis = 'founded' order by 1") == ["A1", "B2"])
        #expect(try past.db.value("select count(*)::int from identity.person", as: Int.self) == 2)
    }

    @Test("a spelling that was decided on later says again what it said; the note names what is of now")
    func codesReadAgain() throws {
        let warehouse = try TestWarehouse()
        let copy = try HomeCopy(in: warehouse.folder)
        let places = [" Kinship   carers, Long term ", "kinship carers long term", "U1", "Tree house"]
        let extracts = [
            Extract(.header, places.indices.map { ["C\($0)", "1", "02/03/2010", "WBRI", "", "", ""] }),
            Extract(
                .episodes,
                places.indices.map { ["C\($0)", "01/05/2021", "S", "C2", "N1", places[$0], "PR1", "", "", "", "AB1 2CD", "AB1 3CD", "SC123456"] }),
        ]
        let folder = try Extract.write(extracts, to: warehouse.folder + "/delivery")
        #expect(try warehouse.loxley("load", "ssda903", "--la", "892", "--year", "2021-22", folder, environment: copy.environment).code == 3)
        let db = try warehouse.connect()
        let before = try Knowledge(
            of: db, home: Home(folder: copy.folder), returns: [.init(authority: 892, startYear: 2021)], folder: warehouse.folder + "/now")
        let told: SQL = "select child, place, raw from source.ssda903_episodes order by child"
        let lines = try db.lines(told)
        let moment = try warehouse.moment()
        let taken = try warehouse.loxley("codes", "review", "--accept", "placement_type:kinship carers long term=U1", environment: copy.environment)
        #expect(taken.code == 0 && taken.err.contains("2 records read again"), "\(taken.err)")
        #expect(try db.lines(told) != lines)
        let changed = try Home(folder: copy.folder)
        let past = try PastWarehouse(of: db, at: moment, home: changed, url: warehouse.url)
        defer { past.drop() }
        #expect(try past.db.lines(told) == lines)
        let again = try Knowledge(of: past.db, home: changed, returns: [.init(authority: 892, startYear: 2021)], folder: warehouse.folder + "/again")
        #expect(again.differences(from: before) == [])
        #expect(past.notes.count == 1 && past.notes[0].hasPrefix("code lists, calendars and authorities are those of now; they changed last on 20"))
    }

    @Test("what was deleted cannot be had again, and that is said")
    func expired() throws {
        let agencies = try AgenciesHome()
        let checks = ["nhs,upn,born,forename,surname,day,outcome", "9000000017,,01/02/2010,Ann,Jones,01/01/2024,attended"]
        try agencies.load("test_checks", "2024-01-31", checks)
        let moment = try agencies.warehouse.moment()
        let day = try #require(CalendarDate(year: 2026, month: 1, day: 1))
        #expect(try Expiry(home: agencies.home, db: agencies.db).run(day: day, recordedAt: agencies.warehouse.moment().description).count == 1)
        let past = try PastWarehouse(of: agencies.db, at: moment, home: agencies.home, url: agencies.warehouse.url)
        defer { past.drop() }
        #expect(past.notes == ["1 version of health/test_checks deleted since cannot be had again: nobody knew whom they were about"])
        #expect(try past.db.value("select count(*)::int from source.test_checks", as: Int.self) == 0)
        #expect(try past.db.value("select count(*)::int from ops.expiry", as: Int.self) == 0)
    }

    @Test("findings accepted by then are accepted, those withdrawn later among them")
    func acceptances() throws {
        let agencies = try AgenciesHome()
        let db = agencies.db
        try agencies.load("test_homes", "2026-01-31", "home,grade,owner", "H1,good,O1")
        try db.execute(SQL(unsafeSQL: try agencies.home.text("sql/validation/schema.sql")))
        func accept(_ row: Int) throws {
            try db.execute(
                """
                insert into validation.acceptance
                    (collection, authority, year, rule, module, child, row_number, key, content, reason, accepted_by, recorded_at)
                values ('ssda903', '', '2025-26', '101', 'Header', 'A1', \(row), 1, \(row), 'seen', 'an officer', clock_timestamp())
                """)
        }
        try accept(1)
        try accept(2)
        try db.execute("update validation.acceptance set withdrawn_by = 'an officer', withdrawn_at = clock_timestamp() where row_number = 1")
        let moment = try agencies.warehouse.moment()
        try accept(3)
        try db.execute("update validation.acceptance set withdrawn_by = 'an officer', withdrawn_at = clock_timestamp() where row_number = 2")
        let past = try PastWarehouse(of: db, at: moment, home: agencies.home, url: agencies.warehouse.url)
        defer { past.drop() }
        #expect(
            try past.db.lines("select row_number, withdrawn_by, withdrawn_at is null from validation.acceptance order by 1") == [
                "1 | an officer | f", "2 | - | t",
            ])
    }

    @Test("of two deliveries the later published has the later moment, whichever began first; those of one transaction share one")
    func published() throws {
        let warehouse = try TestWarehouse()
        let (first, second) = (try warehouse.connect(), try warehouse.connect())
        let attempt: Int = try first.value("insert into ops.attempt (feed, started_at) values ('test', '2026-01-01') returning attempt_id")
        func deliver(_ feed: String, _ db: Connection) throws {
            try db.execute(
                """
                insert into ops.delivery (attempt_id, feed, authority, scope, as_at, recorded_at)
                values (\(attempt), \(feed), 892::smallint, '', '2026-01-01', '2026-01-01')
                """)
        }
        try first.write { db in
            try deliver("a", db)
            try second.write { try deliver("b", $0) }
            try deliver("c", db)
        }
        #expect(try first.lines("select string_agg(feed, ' ' order by feed) from ops.delivery group by published_at order by published_at") == ["b", "a c"])
        // A clock that was put back changes nothing.
        try first.execute("update ops.delivery set published_at = clock_timestamp() + interval '1 hour' where feed = 'b'")
        try first.write { try deliver("d", $0) }
        #expect(
            try first.value(
                """
                select d.published_at = b.published_at + interval '1 microsecond' from ops.delivery as d, ops.delivery as b where d.feed = 'd' and b.feed = 'b'
                """, as: Bool.self))
    }
}
