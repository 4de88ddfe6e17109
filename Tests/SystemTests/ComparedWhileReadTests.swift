import Contracts
import Foundation
import Postgres
import Testing
import Vocabulary
import Warehouse

/// A file that follows others is compared with what holds while it is read, or, where too much holds, by the database: both ways must
/// say the same of every row.
@Suite("Compared while read")
struct ComparedWhileReadTests {
    private static let datasets = (here: "told_while_read", there: "told_by_database")
    private static let firstDay = CalendarDate(daysSince2000: 9_500)

    /// Rows with few keys, so that there are duplicates, further occurrences, records left out and said again, and rows set aside.
    private func rows(after earlier: [String], _ random: inout SeededGenerator) -> [String] {
        var rows = earlier.filter { _ in random.chance(85) }
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let child = ["A1", "B2", "C3", "D4"].randomElement(using: &random) ?? ""
            let event = Self.firstDay + Int.random(in: 0..<4, using: &random) * 10
            rows.append("\(child),\(random.chance(4) ? "" : event.description),\(Int.random(in: 1...3, using: &random))")
        }
        if random.chance(30), let row = rows.randomElement(using: &random) { rows.append(row) }
        if random.chance(40) { rows.shuffle(using: &random) }
        return rows
    }

    @Test("random files with duplicates, further occurrences and late ones: the same counts and the same versions")
    func property() throws {
        let warehouse = try TestWarehouse()
        let copy = try HomeCopy(in: warehouse.folder)
        for dataset in [Self.datasets.here, Self.datasets.there] { try copy.addEvents(dataset, snapshot: "{ authority: true }") }
        let home = try Home(folder: copy.folder)
        let db = try warehouse.connect()
        let migrator = Migrator(home: home)
        try migrator.apply(try migrator.plan(db), db, recordedAt: "2026-01-01T00:00:00Z")
        try db.execute("set synchronous_commit = off")
        let archive = Archive(folder: warehouse.folder + "/archive")
        let here = Loader(home: home, db: db, archive: archive, workMemory: "4MB")
        let there = Loader(home: home, db: db, archive: archive, workMemory: "4MB", comparedWhileRead: -1)
        var kinds = RowCounts()
        for number in 0..<(Loxley.torture ? 200 : 10) {
            let seed = Loxley.seed &* 1000 &+ UInt64(number)
            var random = SeededGenerator(seed: seed)
            try db.execute(
                """
                truncate ops.attempt, ops.delivery, ops.load, ops.quarantine, ops.code_not_known, ops.code_reading,
                    source.told_while_read, source.told_by_database
                """)
            var told: [String] = []
            for step in 0..<7 {
                told = rows(after: told, &random)
                let asAt = Self.firstDay + 60 + (random.chance(15) ? 0 : step * 7)
                let place = "seed \(seed), file \(step): \(told)"
                var results: [(RowCounts, [[String?]], [[String?]])] = []
                for (loader, dataset) in [(here, Self.datasets.here), (there, Self.datasets.there)] {
                    let path = "\(warehouse.folder)/\(dataset).csv"
                    let text = (["CHILD,EVENT,VALUE"] + told + ["Z9,2020-01-01,\(step)", ""]).joined(separator: "\n")
                    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
                    let report = try loader.load(
                        LoadRequest(
                            feed: dataset, authority: 892, year: nil, asAt: asAt, acceptVolume: nil, paths: [path],
                            recordedAt: "2026-01-01T00:00:0\(step)Z", today: asAt))
                    let file = try #require(report.files.first)
                    let versions = try db.rows(
                        """
                        select business_key, occurrence::text, as_at::text, dense_rank() over (order by load_id)::text, file_row::text, content_hash::text,
                            absent::text, holds::text, raw::text, child, event::text, value::text
                        from source.\(Identifier(dataset)) order by 1, 2, 3, 4
                        """)
                    let setAside = try db.rows(
                        """
                        select q.file_row::text, q.reason, (q.resolved_at is null)::text from ops.quarantine as q join ops.load as l using (load_id)
                        where l.dataset = (select dataset from ops.dataset where name = \("social-care/" + dataset)) order by q.load_id, q.file_row
                        """)
                    results.append((file.counts, versions, setAside))
                }
                #expect(results[0].0 == results[1].0, "\(place)")
                #expect(results[0].1 == results[1].1, "\(place)")
                #expect(results[0].2 == results[1].2, "\(place)")
                kinds += results[0].0
            }
        }
        // What the histories are made to hold did occur.
        for kind in ["new", "changed", "unchanged", "duplicate", "conflict", "retired", "stale", "quarantined"] {
            let field = try #require(RowCounts.fields.first { $0.name == "rows_\(kind)" })
            #expect(kinds[keyPath: field.path] > 0, "no row was \(kind)")
        }
    }
}
