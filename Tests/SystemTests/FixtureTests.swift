import Foundation
import Postgres
import Testing

/// A return that nobody here wrote, all the way through.
@Suite("The real return", .enabled(if: Fixture.ssda903 != nil, "no ../shared/fixtures/ssda903-2017-18 and no LOXLEY_FIXTURES: not run"))
struct FixtureTests {
    private func load(_ warehouse: TestWarehouse) throws -> Outcome {
        try warehouse.loxley("load", "ssda903", "--year", "2017-18", try #require(Fixture.ssda903))
    }

    @Test("every row is accounted for")
    func load() throws {
        let warehouse = try TestWarehouse()
        let outcome = try load(warehouse)
        #expect(outcome.code == 3, "codes nobody knows need attention: \(outcome)")
        #expect(outcome.err.contains("exit 3"))
        let db = try warehouse.connect()
        let folder = try #require(Fixture.ssda903)
        for module in Module.allCases where FileManager.default.fileExists(atPath: "\(folder)/\(module.rawValue).csv") {
            let lines = try CSVTable(path: "\(folder)/\(module.rawValue).csv").rows.count
            let name = module.rawValue + ".csv"
            #expect(try db.value("select rows_read from ops.load where file_name = \(name)") == lines, "\(name)")
            // Every good row is a version that holds.
            let held: Int = try db.value("select count(*) from source.\(Identifier(module.table)) where holds and not absent")
            #expect(try db.value("select rows_new + rows_conflict from ops.load where file_name = \(name)") == held, "\(name)")
        }
        #expect(try db.unequal() == [])
        #expect(
            try db.lines("select file_name, rows_read, rows_duplicate, rows_conflict, rows_quarantined from ops.load where rows_duplicate + rows_conflict > 0")
                == ["reviews.csv | 12582 | 2 | 12 | 0"])
        #expect(
            try db.lines("select sum(rows_read), sum(rows_new), sum(rows_quarantined), sum(rows_ignored), sum(rows_unusable) from ops.load") == [
                "25943 | 25929 | 0 | 0 | 0"
            ])
        #expect(try db.value("select count(*) from star.dim_child") == 2675)
        #expect(try db.value("select count(*) from star.fact_episode") == 5050)
        #expect(try db.value("select count(*) from star.fact_review") == 12582 - 2 - 12)
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }

    @Test("the same bytes again: already loaded")
    func again() throws {
        let warehouse = try TestWarehouse()
        #expect(try load(warehouse).code == 3)
        let before = try warehouse.digest()
        let again = try load(warehouse)
        #expect(again.code == 0, "\(again)")
        #expect(again.out.contains("already loaded"))
        #expect(try warehouse.digest() == before)
        #expect(try warehouse.connect().lines("select outcome from ops.attempt order by attempt_id") == ["attention", "already loaded"])
    }
}
