import Foundation
import Postgres
import Testing

@Suite("Rows set aside")
struct QuarantineTests {
    let warehouse: TestWarehouse
    init() throws { warehouse = try TestWarehouse() }

    private func load(_ extract: Extract, asAt: String, environment: [String: String] = [:]) throws -> Outcome {
        let path = warehouse.folder + "/\(extract.module.rawValue)-\(asAt).csv"
        try Data(extract.text.utf8).write(to: URL(fileURLWithPath: path))
        return try warehouse.loxley("load", "ssda903", "--year", "2021-22", "--as-at", asAt, path, environment: environment)
    }

    @Test("list, show and export")
    func shown() throws {
        #expect(
            try load(Extract(.reviews, lines: "1,02/03/2010,soon,PN1", "2,02/03/2010,10/09/2021,PN1", ",02/03/2010,11/09/2021,PN2"), asAt: "2021-12-31").code
                == 3)
        let list = try warehouse.loxley("quarantine", "list", "--format", "csv")
        #expect(list.code == 0)
        let lines = CSVTable.read(list.out)
        #expect(
            lines.map { Array($0[1...5]) } == [
                ["dataset", "file", "row", "column", "reason"],
                ["social-care/ssda903_reviews", "reviews-2021-12-31.csv", "1", "REVIEW", "is not a date (dd/mm/yyyy expected)"],
                ["social-care/ssda903_reviews", "reviews-2021-12-31.csv", "3", "CHILD", "is blank and may not be"],
            ])
        let shown = try warehouse.loxley("quarantine", "show", lines[1][0], "--format", "csv")
        #expect(
            Set(CSVTable.read(shown.out).map { $0.joined(separator: "=") }).isSuperset(of: ["CHILD=1", "DOB=02/03/2010", "REVIEW=soon", "REVIEW_CODE=PN1"]))
        #expect(try warehouse.loxley("quarantine", "show", "999999").code == 2)

        let path = warehouse.folder + "/to-correct.csv"
        #expect(try warehouse.loxley("quarantine", "export", "social-care/ssda903_reviews", "--out", path).code == 0)
        let exported = try CSVTable(path: path)
        #expect(exported.header == Module.reviews.columns)
        expectSame(exported.rows, [["1", "02/03/2010", "soon", "PN1"], ["", "02/03/2010", "11/09/2021", "PN2"]])
        #expect(try warehouse.loxley("quarantine", "export", "nothing", "--out", path).code == 2)
    }

    @Test("retry loads what a corrected contract can read, keeps the rest, and retires nothing")
    func retried() throws {
        let long = "A-LONG-LOCAL-IDENTIFIER"
        let first = try load(
            Extract(.missing, lines: "\(long),02/03/2010,M,10/09/2021,11/09/2021", ",02/03/2010,M,10/09/2021,", "2,02/03/2010,M,12/09/2021,"),
            asAt: "2021-12-31")
        #expect(first.code == 3, "\(first)")
        let db = try warehouse.connect()
        #expect(try db.value("select count(*) from ops.quarantine where resolved_at is null") == 2)

        // As long as nothing is corrected, nothing changes.
        let before = try warehouse.digest()
        _ = try warehouse.loxley("quarantine", "retry")
        #expect(try warehouse.digest() == before)
        #expect(try db.value("select count(*) from ops.quarantine where resolved_at is null") == 2)

        let home = try HomeCopy(in: warehouse.folder)
        try home.edit("etl/social-care/ssda903_missing.yaml") { $0.replacing("max_length: 20", with: "max_length: 30") }
        _ = try warehouse.loxley("migrate", environment: home.environment)
        let retried = try warehouse.loxley("quarantine", "retry", environment: home.environment)
        #expect(retried.code == 3, "one row is still there: \(retried)")
        #expect(try db.value("select count(*) from ops.quarantine where resolved_at is null") == 1)
        #expect(try db.lines("select child from source.ssda903_missing where holds and not absent order by child") == ["2", long])
        #expect(try db.unequal() == [])
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }

    @Test("a newer snapshot answers what an older one set aside; an older one does not")
    func closed() throws {
        #expect(try load(Extract(.reviews, lines: "1,02/03/2010,soon,PN1", "2,02/03/2010,10/09/2021,PN1"), asAt: "2021-12-31").code == 3)
        let db = try warehouse.connect()
        #expect(try load(Extract(.reviews, lines: "2,02/03/2010,10/09/2021,PN1"), asAt: "2021-11-30").code == 0)
        #expect(try db.value("select count(*) from ops.quarantine where resolved_at is null") == 1)
        #expect(try load(Extract(.reviews, lines: "1,02/03/2010,05/10/2021,PN1", "2,02/03/2010,10/09/2021,PN1"), asAt: "2022-01-31").code == 0)
        #expect(try db.lines("select resolution from ops.quarantine") == ["a newer file was loaded"])
        #expect(CSVTable.read(try warehouse.loxley("quarantine", "list", "--format", "csv").out).count == 1)
        #expect(CSVTable.read(try warehouse.loxley("quarantine", "list", "--all", "--format", "csv").out).count == 2)
    }

    @Test("a late file that has set rows aside is answered by the newer one that is already there")
    func lateAndClosed() throws {
        #expect(try load(Extract(.reviews, lines: "1,02/03/2010,05/10/2021,PN1"), asAt: "2022-01-31").code == 0)
        #expect(try load(Extract(.reviews, lines: "1,02/03/2010,soon,PN1", "2,02/03/2010,10/09/2021,PN1"), asAt: "2021-12-31").code == 3)
        #expect(try warehouse.connect().value("select count(*) from ops.quarantine where resolved_at is null") == 0)
    }
}

@Suite("Where a row comes from")
struct WhyTests {
    @Test("an episode told by two years and changed twice")
    func episode() throws {
        let warehouse = try TestWarehouse()
        func load(_ year: String, _ asAt: String, _ lines: [String]) throws {
            var extract = Extract(.episodes)
            extract.rows = lines.map { $0.components(separatedBy: ",") }
            let path = warehouse.folder + "/episodes-\(asAt).csv"
            try Data(extract.text.utf8).write(to: URL(fileURLWithPath: path))
            let outcome = try warehouse.loxley("load", "ssda903", "--year", year, "--as-at", asAt, path)
            #expect(outcome.code == 0, "\(outcome)")
        }
        let other = "8,01/06/2021,S,C2,N1,U1,PR1,,,,,,"
        let open = "7,01/05/2021,S,C2,N1,U1,PR1,,,,,,"
        try load("2021-22", "2021-12-31", [open])
        try load("2021-22", "2022-03-31", [other, open.replacing("U1", with: "U4")])
        try load("2022-23", "2022-12-31", [other, other.replacing("8,", with: "9,"), open.replacing("U1", with: "U4")])
        try load("2022-23", "2023-03-31", [open.replacing("U1,PR1,,", with: "U4,PR1,01/02/2023,E11"), other, other.replacing("8,", with: "9,")])
        let outcome = try warehouse.loxley("why", "star.fact_episode", "7/2021-05-01", "--format", "csv")
        #expect(outcome.code == 0, "\(outcome)")
        let lines = CSVTable.read(outcome.out)
        let column = { (name: String) in lines[0].firstIndex(of: name) ?? 0 }
        let told = lines.dropFirst().map { line in
            ["state", "scope", "as_at", "file", "row", "occurrence", "differs"].map { line[column($0)] }.joined(separator: " | ")
        }
        #expect(
            told == [
                "holds | 2022-23 | 2023-03-31 | episodes-2023-03-31.csv | 1 | 1 | ",
                "earlier | 2022-23 | 2022-12-31 | episodes-2022-12-31.csv | 3 | 1 | DEC REC",
                "outranked | 2021-22 | 2022-03-31 | episodes-2022-03-31.csv | 2 | 1 | DEC REC",
                "earlier | 2021-22 | 2021-12-31 | episodes-2021-12-31.csv | 1 | 1 | PLACE DEC REC",
            ])
        #expect(lines.dropFirst().allSatisfy { $0[column("sha256")].count == 64 })
        let unknown = try warehouse.loxley("why", "star.fact_episode", "7/2021-05-02")
        #expect(unknown.code == 2 && unknown.err.contains("no row with that key"))
        #expect(try warehouse.loxley("why", "star.fact_episodes", "7/2021-05-01").err.contains("star.fact_episode"))
        #expect(try warehouse.loxley("why", "star.fact_episode", "7").err.contains("person_key/decom"))
    }
}
