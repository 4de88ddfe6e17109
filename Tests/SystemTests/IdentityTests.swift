import Foundation
import Postgres
import Testing
import Vocabulary
import Warehouse

/// Whom other agencies' records are about: tied by what holds, whatever came first.
@Suite("Identity")
struct IdentityTests {
    private static let children = "child,nhs,upn,born,forename,surname,police"
    private static let checks = "nhs,upn,born,forename,surname,day,outcome"
    /// Three children of social care. Numbers with check digits that are right; 9000000018 and 9000000034 have wrong ones.
    private static let known = [
        children, "A1,9000000017,Q892123420001,01/02/2010,Ann,O'Neill,", "B2,9000000025,E892123420002,02/03/2011,Bo,Šimić-Smith,pn 77",
        "C3,,,03/04/2012,Cy,Jones,",
    ]

    @Test("an identifier ties where the date of birth or the name agrees; everything else waits and says why")
    func ties() throws {
        let agencies = try AgenciesHome()
        let first = try agencies.load(
            "test_checks", "2026-03-31", Self.checks, "900 000 0017,,01/02/2010,Annie,Other,01/01/2026,attended",
            "9000000017,,,ANN,o neill,02/01/2026,attended", "9000000025,,05/05/2001,bo,SIMIC SMITH,03/01/2026,attended",
            "9000000025,,05/05/2001,Bob,Simic Smith,04/01/2026,attended", "9000000018,,01/02/2010,Ann,O'Neill,05/01/2026,attended",
            "9000000025,Q892123420001,02/03/2011,Bo,Šimić-Smith,06/01/2026,attended", "9000000068,,01/02/2010,Ann,O'Neill,07/01/2026,attended")
        #expect(first.total.waiting == 7 && first.childrenDerived == 0)
        #expect(try agencies.differences() == [])
        let report = try agencies.load("test_children", "2026-03-31", Self.known)
        #expect(report.total.waiting == 0 && report.childrenDerived == 3)
        #expect(
            try agencies.outcomes() == [
                "9000000017 | 2010-02-01 | ANNIE | NHS number and date of birth | A1", "9000000017 | - | ANN | NHS number and name | A1",
                "9000000025 | 2001-05-05 | BO | NHS number and name | B2",
                "9000000025 | 2001-05-05 | BOB | NHS number known, but neither date of birth nor name agrees | -",
                "9000000025 | 2011-03-02 | BO | the identifiers (NHS number, UPN) point to 2 children | -",
                "9000000068 | 2010-02-01 | ANN | NHS number not known here | -", "NHS number | 2010-02-01 | ANN | NHS number not valid | -",
            ])
        #expect(try agencies.checks() == ["A1 | 2026-01-01 | attended", "A1 | 2026-01-02 | attended", "B2 | 2026-01-03 | attended"])
        #expect(try agencies.db.value("select sum(rows)::int from identity.waiting", as: Int.self) == 4)
        let status = try agencies.db.read {
            try Status.read($0, home: agencies.home, today: try #require(CalendarDate(year: 2026, month: 4, day: 1)))
        }
        #expect(status.lines.first { $0.dataset == "health/test_checks" }?.waiting == 4)
        #expect(try agencies.differences() == [])
    }

    @Test("a known local id alone ties where the agency gives neither dates of birth nor names; the agency's own number where social care has it")
    func byOwnNumbers() throws {
        let agencies = try AgenciesHome()
        try agencies.load("test_children", "2026-03-31", Self.known)
        let club = try agencies.load("test_club", "2026-03-31", "child,day,outcome", "C3,01/01/2026,came", "D4,01/01/2026,came")
        #expect(club.total.waiting == 1)
        try agencies.load("test_stops", "2026-03-31", "number,born,day", "PN77,02/03/2011,02/01/2026", "PN78,02/03/2011,03/01/2026")
        #expect(try agencies.checks() == ["B2 | 2026-01-02 | stopped", "C3 | 2026-01-01 | came"])
        // The child whom the club named is founded later.
        try agencies.load("test_children", "2026-04-30", Self.known + ["D4,,,04/05/2013,Di,Ash,"])
        #expect(try agencies.checks().last == "D4 | 2026-01-01 | came")
        #expect(try agencies.differences() == [])
    }

    @Test("when social care corrects an identifier or a date of birth, the facts move with it, and the decision is kept as undone")
    func correction() throws {
        let agencies = try AgenciesHome()
        try agencies.load("test_children", "2026-01-31", Self.known)
        try agencies.load("test_checks", "2026-01-31", Self.checks, "9000000017,,01/02/2010,,,01/01/2026,attended")
        #expect(try agencies.checks() == ["A1 | 2026-01-01 | attended"])
        // The number was C3's all the time, and so was the day of birth.
        try agencies.load(
            "test_children", "2026-02-28", Self.children, "A1,,Q892123420001,01/02/2010,Ann,O'Neill,", Self.known[2],
            "C3,9000000017,,01/02/2010,Cy,Jones,")
        #expect(try agencies.checks() == ["C3 | 2026-01-01 | attended"])
        #expect(
            try agencies.db.lines("select reason, undone_at is not null, undone_reason from identity.decision order by decision_id") == [
                "NHS number and date of birth | t | another child agrees: NHS number and date of birth", "NHS number and date of birth | f | -",
            ])
        // Then its date of birth is another again: nothing agrees, so the record waits.
        try agencies.load("test_children", "2026-03-31", Self.children, Self.known[1].replacing("9000000017", with: ""), "C3,9000000017,,03/04/2012,Cy,Jones,")
        #expect(try agencies.checks() == [])
        #expect(try agencies.differences() == [])
    }

    @Test("a record that is corrected to be about another child leaves the first and comes to the second; one that is left out is retired")
    func correctedRecord() throws {
        let agencies = try AgenciesHome()
        try agencies.load("test_children", "2026-01-31", Self.known)
        try agencies.load("test_club", "2026-01-31", "child,day,outcome", "A1,01/01/2026,came")
        try agencies.load(
            "test_checks", "2026-01-31", Self.checks, "9000000017,,01/02/2010,Ann,,01/01/2026,seen", "9000000025,,02/03/2011,Bo,,02/01/2026,seen")
        // Two tellings of one event: the clinic outranks the club.
        #expect(try agencies.checks() == ["A1 | 2026-01-01 | seen", "B2 | 2026-01-02 | seen"])
        let why = try agencies.db.read { try Why(home: agencies.home, db: $0).explain(table: "fact_test_check", key: "A1/2026-01-01") }
        #expect(why.lines.map { "\($0.dataset) \($0.state)" } == ["health/test_checks holds", "education/test_club outranked"])
        #expect(why.person.first?.hasPrefix("NHS number and date of birth, decision ") == true, "\(why.person)")
        try agencies.load(
            "test_checks", "2026-02-28", Self.checks, "9000000017,,09/09/2009,Ann,,01/01/2026,seen", "9000000025,,02/03/2011,Bo,Smith,02/01/2026,seen")
        #expect(try agencies.checks() == ["A1 | 2026-01-01 | came", "B2 | 2026-01-02 | seen"])
        try agencies.load("test_checks", "2026-03-31", Self.checks, "9000000017,,01/02/2010,Ann,,01/01/2026,seen")
        #expect(try agencies.checks() == ["A1 | 2026-01-01 | seen"])
        #expect(try agencies.db.lines("select count(*), count(subject) from source.test_checks where absent") == ["1 | 1"])
        #expect(try agencies.differences() == [])
    }

    @Test("records about no child: a fact of their own, and the facts of the children they belong to, over a chain of links")
    func noChild() throws {
        let agencies = try AgenciesHome()
        try agencies.load("test_children", "2026-01-31", Self.known)
        try agencies.load("test_stays", "2026-01-31", "child,started,home", "A1,01/01/2026,H1", "B2,01/01/2026,H2", "C3,01/01/2026,H1")
        let homes = try agencies.load("test_homes", "2026-01-31", "home,grade,owner", "H1,Good,O1", "H2,Good,O2", "H3,Good,O1")
        #expect(homes.childrenDerived == 3)
        let owners = try agencies.load("test_owners", "2026-01-31", "owner,name", "O1,First", "O2,Second")
        #expect(owners.authority == 0 || owners.files.first?.status == .loaded)
        let stays: SQL = "select person_key, grade, owner from star.fact_test_stay order by 1"
        #expect(try agencies.db.rows(stays).map { "\($0[1] ?? "-") \($0[2] ?? "-")" } == ["Good First", "Good Second", "Good First"])
        #expect(try agencies.db.value("select count(*) from source.test_owners where authority = 0", as: Int.self) == 2)
        // One owner changes its name: the two children in its home, and no other, are derived again.
        let renamed = try agencies.load("test_owners", "2026-02-28", "owner,name", "O1,Renamed", "O2,Second")
        #expect(renamed.childrenDerived == 2)
        // A home changes hands: whom it touched before and whom it touches now.
        let sold = try agencies.load("test_homes", "2026-02-28", "home,grade,owner", "H1,Inadequate,O2", "H2,Good,O2")
        #expect(sold.childrenDerived == 2)
        #expect(try agencies.db.rows(stays).map { "\($0[1] ?? "-") \($0[2] ?? "-")" } == ["Inadequate Second", "Good Second", "Inadequate Second"])
        #expect(try agencies.db.lines("select home, grade from star.fact_test_home order by 1") == ["H1 | Inadequate", "H2 | Good"])
        let why = try agencies.db.read { try Why(home: agencies.home, db: $0).explain(table: "fact_test_home", key: "H1") }
        #expect(why.lines.map(\.state) == ["holds", "earlier"] && why.person.isEmpty)
        #expect(try agencies.differences() == [])
    }

    @Test("who waits too long is deleted with the last record about them; who is known is not")
    func expiry() throws {
        let agencies = try AgenciesHome()
        try agencies.load("test_children", "2024-01-31", Self.known)
        try agencies.load(
            "test_checks", "2024-01-31", Self.checks, "9000000017,,01/02/2010,,,01/01/2024,seen", "9000000068,,01/02/2010,Xo,Unknown,02/01/2024,seen")
        let expiry = Expiry(home: agencies.home, db: agencies.db)
        let day = try #require(CalendarDate("2025-01-30"))
        #expect(try expiry.run(day: day, recordedAt: "2026-01-01T00:00:00Z") == [])
        let before = try agencies.checks()
        #expect(try expiry.run(day: day + 2, recordedAt: "2026-01-01T00:00:00Z").map { "\($0.dataset) \($0.rows)" } == ["health/test_checks 1"])
        #expect(try agencies.checks() == before && before.count == 1)
        #expect(try agencies.db.lines("select rows, day from ops.expiry") == ["1 | 2025-02-01"])
        #expect(try agencies.db.value("select count(*) from identity.subject", as: Int.self) == 1)
        #expect(try expiry.run(day: day + 2, recordedAt: "2026-01-01T00:00:00Z") == [])
        #expect(try agencies.differences() == [])
    }

    @Test("the same deliveries in any order give the same ties, and those that a simple reading of the rules gives")
    func anyOrder() throws {
        let agencies = try AgenciesHome()
        for number in 0..<(Loxley.torture ? 40 : 3) {
            let seed = Loxley.seed &* 1000 &+ UInt64(number)
            var random = SeededGenerator(seed: seed)
            let deliveries = deliveries(&random)
            var digests = Set<String>()
            for (index, order) in [deliveries, deliveries.reversed(), deliveries.shuffled(using: &random), deliveries.shuffled(using: &random)].enumerated() {
                try agencies.empty()
                for delivery in order { try agencies.load(delivery.dataset, delivery.asAt, delivery.lines) }
                digests.insert(try agencies.digest())
                let place: Comment = "seed \(seed), order \(index): \(order.map { "\($0.dataset) \($0.asAt)" })"
                #expect(try agencies.differences() == [], place)
                expectSame(try agencies.checks(), simpleChecks(deliveries), "\(place)")
            }
            #expect(digests.count == 1, "seed \(seed): the digest depends on the order of arrival")
        }
    }

    @Test("the database folds names and identifiers as the row checker does (SubjectTests)")
    func foldedAlike() throws {
        let agencies = try AgenciesHome()
        // Pairs, not a dictionary: to Swift, the two spellings of one name with accents are one key.
        let names = [
            ("O'Neill", "ONEILL"), ("o neill", "ONEILL"), ("Anne-Marie", "ANNEMARIE"), ("Šimić", "SIMIC"), ("S\u{030C}imic\u{0301}", "SIMIC"),
            ("Søren", "SOREN"), ("Weiß", "WEISS"), ("Ægir", "AEGIR"), ("St. John", "STJOHN"), ("Łukasz", "LUKASZ"),
        ]
        for (name, folded) in names {
            #expect(try agencies.db.value("select identity.folded_name(\(name))", as: String.self) == folded)
        }
        for blank in ["", "’", " - "] { #expect(try agencies.db.value("select identity.folded_name(\(blank)) is null", as: Bool.self)) }
        let identifiers = [
            ("nhs_number", "900 000-0017", "9000000017"), ("upn", " q892123420001", "Q892123420001"), ("local_id", " a1 ", "a1"),
            ("reference:police", "pn 77", "PN77"),
        ]
        for (kind, value, canonical) in identifiers {
            #expect(try agencies.db.value("select identity.canonical_identifier(\(kind), \(value))", as: String.self) == canonical)
        }
        #expect(try agencies.db.value("select identity.canonical_identifier('upn', 'UN1') is null", as: Bool.self))
    }

    private struct Delivery {
        let dataset: String
        let asAt: String
        let lines: [String]
    }

    private static let numbers = ["9000000017", "9000000025", "9000000033", "9000000034"]
    private static let births = ["01/02/2010", "02/03/2011"]
    private static let names = ["Ann,Ash", "Bo,Oak"]

    private func deliveries(_ random: inout SeededGenerator) -> [Delivery] {
        func one(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
        return ["2026-01-31", "2026-02-28", "2026-03-31"].flatMap { day in
            let children = ["A1", "B2", "C3"].filter { _ in random.chance(85) }.map { "\($0),\(one(Self.numbers)),,\(one(Self.births)),\(one(Self.names))," }
            let checks = (1...5).filter { _ in random.chance(80) }.map {
                "\(one(Self.numbers)),,\(one(Self.births + [""])),\(one(Self.names + [","])),0\($0)/01/2026,seen \($0)"
            }
            return [
                Delivery(dataset: "test_children", asAt: day, lines: [Self.children] + children),
                Delivery(dataset: "test_checks", asAt: day, lines: [Self.checks] + checks),
            ]
        }
    }

    /// The second implementation: what the newest files say, compared one by one.
    private func simpleChecks(_ deliveries: [Delivery]) -> [String] {
        func newest(_ dataset: String) -> [[String]] {
            (deliveries.filter { $0.dataset == dataset }.max { $0.asAt < $1.asAt }?.lines.dropFirst() ?? []).map { $0.components(separatedBy: ",") }
        }
        let children = newest("test_children")
        var told: [String: Set<String>] = [:]
        for check in newest("test_checks") where NHSNumber(check[0]) != nil {
            let pointed = children.filter { $0[1] == check[0] }
            guard let child = pointed.first, pointed.count == 1 else { continue }
            let sameName = !check[3].isEmpty && child[4...5] == check[3...4]
            guard child[3] == check[2] || sameName else { continue }
            let day = check[5].split(separator: "/").reversed().joined(separator: "-")
            told["\(child[0]) | \(day)", default: []].insert(check[6])
        }
        // Two records of one day about one child are one fact; what they say is the same here.
        return told.map { "\($0.key) | \($0.value.min() ?? "")" }
    }
}
