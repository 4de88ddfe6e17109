import Foundation
import Postgres
import Testing
import Vocabulary
import Warehouse

/// Deliveries that wait together are loaded in one transaction, and each is still loaded as a whole or not at all.
@Suite("Deliveries loaded together")
struct LoadTogetherTests {
    let agencies: AgenciesHome
    let loader: Loader

    init() throws {
        agencies = try AgenciesHome()
        loader = Loader(home: agencies.home, db: agencies.db, archive: Archive(folder: agencies.warehouse.folder + "/archive"), workMemory: "4MB")
    }

    private func request(_ dataset: String, _ asAt: String, _ text: String) throws -> LoadRequest {
        let path = "\(agencies.warehouse.folder)/\(UUID().uuidString).csv"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let day = try #require(CalendarDate(asAt))
        return LoadRequest(
            feed: dataset, authority: 892, year: nil, asAt: day, acceptVolume: nil, paths: [path], recordedAt: "2026-01-01T00:00:00Z", today: day)
    }

    private var children: String {
        "child,nhs,upn,born,forename,surname,police\nA1,9434765919,,01/02/2012,Ada,Ash,N1\nA2,9434765870,,03/04/2013,Bo,Birch,N2\n"
    }
    private let checks = "nhs,upn,born,forename,surname,day,outcome\n9434765919,,01/02/2012,,,05/01/2026,well\n9434765870,,03/04/2013,,,06/01/2026,unwell\n"
    private let stops = "number,born,day\nN1,01/02/2012,07/01/2026\n"

    /// The outcomes in the ledger, by feed.
    private func outcomes() throws -> [String] { try agencies.db.lines("select feed, outcome from ops.attempt order by attempt_id") }

    @Test("one that is refused leaves nothing behind; the others are loaded as if it had not been there")
    func refused() throws {
        let good = [try request("social-care/test_children", "2026-01-31", children), try request("police/test_stops", "2026-01-31", stops)]
        for result in try loader.load(together: good) { _ = try result.get() }
        let expected = try agencies.digest()
        try agencies.empty()

        // Its last row ends inside a quote: found after rows of it were landed.
        let cut = try request("health/test_checks", "2026-01-31", checks + "9434765919,,\"01/02")
        let again = [try request("social-care/test_children", "2026-01-31", children), cut, try request("police/test_stops", "2026-01-31", stops + "")]
        let results = try loader.load(together: again)
        #expect(try results[0].get().total.new == 2 && results[2].get().total.new == 1)
        #expect(throws: WarehouseError.self) { try results[1].get() }
        #expect(try outcomes() == ["social-care/test_children | loaded", "health/test_checks | refused", "police/test_stops | loaded"])
        #expect(try agencies.digest() == expected)
        #expect(try agencies.differences() == [])
        #expect(try agencies.db.value("select count(*) from source.test_checks") == 0)
        #expect(try agencies.checks() == ["A1 | 2026-01-07 | stopped"])
    }

    @Test("where the star cannot be derived, the delivery at fault fails alone")
    func underivable() throws {
        try agencies.homeFile("etl/education/test_club.sql") {
            $0.replacing(
                "h.outcome, h.scope", with: "case h.outcome when 'boom' then (1 / (length(h.outcome) - 4))::text else h.outcome end as outcome, h.scope")
        }
        let club = "child,day,outcome\nA1,08/01/2026,boom\n"
        let results = try loader.load(together: [
            try request("social-care/test_children", "2026-01-31", children), try request("education/test_club", "2026-01-31", club),
            try request("health/test_checks", "2026-01-31", checks),
        ])
        #expect(try results[0].get().total.new == 2 && results[2].get().total.new == 2)
        let failure = #expect(throws: WarehouseError.self) { try results[1].get() }
        #expect("\(String(describing: failure))".contains("fact_test_check"), "\(String(describing: failure))")
        #expect(try outcomes() == ["social-care/test_children | loaded", "education/test_club | failed", "health/test_checks | loaded"])
        #expect(try agencies.differences() == [])
        #expect(try agencies.checks() == ["A1 | 2026-01-05 | well", "A2 | 2026-01-06 | unwell"])
        #expect(try agencies.db.value("select count(*) from source.test_club") == 0)
    }

    @Test("two deliveries of one feed, and the same bytes twice, are told apart")
    func sameFeed() throws {
        let later = children.replacing("Bo,Birch", with: "Bo,Beech")
        let results = try loader.load(together: [
            try request("social-care/test_children", "2026-01-31", children), try request("social-care/test_children", "2026-02-28", later),
            try request("social-care/test_children", "2026-01-31", children),
        ])
        #expect(try results.map { try $0.get().total.new } == [2, 0, 0])
        #expect(try results[1].get().total.changed == 1)
        #expect(try results[2].get().wasAlreadyLoaded)
        #expect(
            try outcomes() == [
                "social-care/test_children | loaded", "social-care/test_children | loaded", "social-care/test_children | already loaded",
            ])
        #expect(try agencies.differences() == [])
    }
}
