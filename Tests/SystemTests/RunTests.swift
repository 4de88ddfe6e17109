import Foundation
import Testing

@Suite("The inbox")
struct RunTests {
    let warehouse: TestWarehouse
    let inbox: String
    init() throws {
        warehouse = try TestWarehouse()
        inbox = warehouse.folder + "/inbox"
    }

    /// Puts a delivery into the inbox.
    private func deliver(_ name: String, _ declared: String?, _ extract: Extract) throws {
        let folder = inbox + "/" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if let declared { try Data(declared.utf8).write(to: URL(fileURLWithPath: folder + "/delivery.yaml")) }
        try Data(extract.text.utf8).write(to: URL(fileURLWithPath: folder + "/\(extract.module.rawValue).csv"))
    }

    private func take(_ arguments: String...) throws -> Outcome {
        try Loxley.run(["run", "--inbox", inbox, "--settle", "0"] + arguments + warehouse.options)
    }

    @Test("what waits is loaded by as-at date, a delivery that cannot be read does not stop the others, and the second run does nothing")
    func run() throws {
        try deliver("b-june", "feed: ssda903\nyear: 2021-22\nas_at: 2021-06-30\n", Extract(.reviews, lines: "1,02/03/2010,10/05/2021,PN1"))
        try deliver("a-july", "feed: ssda903\nyear: 2021-22\nas_at: 2021-07-31\n", Extract(.reviews, lines: "1,02/03/2010,10/05/2021,PN2"))
        try deliver("undeclared", nil, Extract(.reviews, lines: "2,02/03/2010,10/05/2021,PN1"))
        try deliver("no-year", "feed: ssda903\nyear: soon\n", Extract(.reviews, lines: "3,02/03/2010,10/05/2021,PN1"))
        try deliver("other-feed", "feed: ssda904\n", Extract(.reviews, lines: "4,02/03/2010,10/05/2021,PN1"))

        let first = try take()
        #expect(first.code == 3, "\(first)")
        for words in [
            "undeclared/reviews.csv: nothing says which day reviews.csv shows", "no-year/delivery.yaml: expected year", "other-feed",
            "2 feeds, 5 files (2 loaded, 2 not recognised, 1 refused), 2 rows read, 2 new or changed",
        ] {
            #expect(first.text.contains(words), "\(words): \(first)")
        }
        let db = try warehouse.connect()
        #expect(
            try db.lines("select as_at, review_code, holds from source.ssda903_reviews order by as_at") == [
                "2021-06-30 | PN1 | f", "2021-07-31 | PN2 | t",
            ])

        let before = try warehouse.digest()
        let again = try take()
        #expect(again.code == 3 && again.text.contains("already loaded"), "\(again)")
        #expect(try warehouse.digest() == before)
    }

    @Test("a delivery that may still be growing is left for the next run; --only leaves other feeds alone")
    func waits() throws {
        try deliver("june", "feed: ssda903\nyear: 2021-22\nas_at: 2021-06-30\n", Extract(.reviews, lines: "1,02/03/2010,10/05/2021,PN1"))
        let growing = try warehouse.loxley("run", "--inbox", inbox, "--settle", "3600")
        #expect(growing.code == 3 && growing.text.contains("still arriving"), "\(growing)")
        let db = try warehouse.connect()
        #expect(try db.value("select count(*) from ops.load") == 0)
        #expect(try take("--only", "another").code == 0)
        #expect(try db.value("select count(*) from ops.load") == 0)
        #expect(try take("--only", "ssda903").code == 0)
        #expect(try db.value("select count(*) from ops.load") == 1)
    }
}
