import Foundation
import Postgres
import Testing

/// The same children, told once by the case system (the Standard Safeguarding Dataset), with the top-up workbook for what it cannot hold, and once by
/// SSDA903 files, give the same return: module by module, and cell by cell. What takes more than one extract of the case system is care leavers'
/// position around their birthday (OC3): each extract has the latest alone, so they come every month, as councils send them.
@Suite("Golden year: the return from the case system's own extract")
struct GoldenYearTests {
    static let year = "2026-27"

    /// Children of one plan: the return's files, and those of the case system.
    private func synthesised(_ folder: String) throws {
        let made = try Loxley.run(
            ["synthesise", "--children", "120", "--seed", "11", "--only", "ssda903", "ssd", "top-up", "--out", folder, "--quiet"], timeout: 120)
        #expect(made.code == 0, "\(made)")
    }

    /// What is loaded as the return's files of three years.
    private func loadReturns(_ warehouse: TestWarehouse, _ folder: String) throws {
        for year in ["2024-25", "2025-26", Self.year] {
            let loaded = try warehouse.loxley("load", "ssda903", "--la", "892", "--year", year, "\(folder)/ssda903/\(year)", timeout: 120)
            #expect(loaded.code == 0, "\(loaded)")
        }
    }

    /// The case system's extracts of the months' ends from that with which the year begins to the last but one: the same children, as they were
    /// known then.
    private func synthesiseMonths(_ folder: String) throws -> [(day: String, folder: String)] {
        try [
            "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31",
            "2027-01-31", "2027-02-28",
        ].map { day in
            let out = "\(folder)/\(day)"
            let made = try Loxley.run(
                ["synthesise", "--children", "120", "--seed", "11", "--only", "ssd", "--feeds-as-at", day, "--out", out, "--quiet"], timeout: 120)
            #expect(made.code == 0, "\(made)")
            return (day, out)
        }
    }

    /// What is loaded as the case system's extract of a day: of the year's last where none is named.
    private func loadExtract(_ warehouse: TestWarehouse, _ folder: String, asAt: String = "2027-03-31") throws {
        let loaded = try warehouse.loxley("load", "ssd", "--la", "892", "--as-at", asAt, "\(folder)/inbox/ssd", timeout: 300)
        // 3: the delivery.yaml that lies with the tables is left aside.
        #expect(loaded.code == 0 || loaded.code == 3, "\(loaded)")
        #expect(loaded.text.contains("unusable 0"), "\(loaded)")
    }

    /// What no case system holds, in the workbook for it.
    private func loadTopUp(_ warehouse: TestWarehouse, _ folder: String) throws {
        let loaded = try warehouse.loxley("load", "top_up", "--la", "892", "--as-at", "2027-03-31", "\(folder)/inbox/top-up", timeout: 120)
        #expect(loaded.code == 0, "\(loaded)")
    }

    private func derived(_ warehouse: TestWarehouse) throws -> String {
        let out = warehouse.folder + "/return"
        let made = try warehouse.loxley("return", "ssda903", "--la", "892", "--year", Self.year, "--derive", "--out", out, timeout: 120)
        #expect(made.code == 0 || made.code == 3, "\(made)")
        return out
    }

    @Test("the return derived from it is the one derived from SSDA903 files")
    func golden() throws {
        let extract = try TestWarehouse()
        let returns = try TestWarehouse()
        let folder = extract.folder + "/made"
        try synthesised(folder)
        try loadExtract(extract, folder)
        // Alone, the case system tells no deprivation of liberty order, no check under 5 and no help that was offered and not taken up.
        let alone = try derived(extract)
        #expect(try CSVTable(path: "\(alone)/DoLo.csv").rows.isEmpty)
        let unanswered = try CSVTable(path: "\(alone)/oc2.csv")
        for field in ["HEALTH_CHECK", "INTERVENTION_OFFERED"] {
            let place = try #require(unanswered.header.firstIndex(of: field))
            #expect(unanswered.rows.allSatisfy { $0[place] == "" }, "\(field)")
        }
        // Nor has one extract the position of a birthday since which somebody moved on; but it has all whom the return asks after.
        let latest = try CSVTable(path: "\(alone)/oc3.csv").rows
        let months = try synthesiseMonths(folder)
        // The earlier months come late, in no order.
        var random = SeededGenerator(seed: Loxley.seed)
        for month in months.shuffled(using: &random) { try loadExtract(extract, month.folder, asAt: month.day) }
        try loadTopUp(extract, folder)
        try loadReturns(returns, folder)
        let fromExtract = try derived(extract)
        let fromReturns = try derived(returns)

        var rowsCompared = 0
        for file in [
            "header", "episodes", "uasc", "reviews", "oc2", "oc3", "ad1", "placed_for_adoption", "previous_permanence", "missing", "sw_episodes", "DoLo",
        ] {
            let told = try CSVTable(path: "\(fromReturns)/\(file).csv")
            let back = try CSVTable(path: "\(fromExtract)/\(file).csv")
            #expect(told.header == back.header)
            let lines = told.rows.map { $0.joined(separator: ",") }
            let linesBack = back.rows.map { $0.joined(separator: ",") }
            #expect(Set(lines).symmetricDifference(linesBack).sorted() == [], "\(file)")
            #expect(lines.sorted() == linesBack.sorted(), "\(file)")
            #expect(!told.rows.isEmpty, "\(file): nothing was compared")
            rowsCompared += told.rows.count
        }
        #expect(rowsCompared > 500)

        let leavers = try CSVTable(path: "\(fromReturns)/oc3.csv").rows
        #expect(leavers.contains { $0[1].suffix(4) <= "2004" }, "whoever is served at 22 and more is in it")
        #expect(leavers.contains { $0[2] != "YES" } && Set(leavers.map { $0[3] }).count > 5)
        let moved = Set(leavers.map { $0.joined(separator: ",") }).subtracting(latest.map { $0.joined(separator: ",") })
        #expect(!moved.isEmpty && moved.count * 100 <= leavers.count * 12, "\(moved.count) of \(leavers.count) moved on since their birthday")

        // From one inbox, in the order of their days, they make the same warehouse; and anew the same star.
        let monthly = try TestWarehouse()
        for (day, made) in months + [("2027-03-31", folder)] {
            try FileManager.default.copyItem(atPath: "\(made)/inbox/ssd", toPath: try inbox(monthly) + "/ssd-\(day)")
        }
        try FileManager.default.copyItem(atPath: "\(folder)/inbox/top-up", toPath: try inbox(monthly) + "/top-up")
        let run = try monthly.loxley("run", "--inbox", try inbox(monthly), "--settle", "0", "--today", "2027-04-15", timeout: 300)
        // 3: an order of a child whom the case system does not have waits.
        #expect(run.code == 0 || run.code == 3, "\(run)")
        #expect(try monthly.digest() == extract.digest())
        #expect(try extract.loxley("rebuild", "--check", timeout: 120).code == 0)
    }

    private func inbox(_ warehouse: TestWarehouse) throws -> String {
        let folder = warehouse.folder + "/inbox"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test("both tell one event as one fact, in either order, and why shows both")
    func together() throws {
        let first = try TestWarehouse()
        let second = try TestWarehouse()
        let folder = first.folder + "/made"
        try synthesised(folder)
        try loadExtract(first, folder)
        try loadReturns(first, folder)
        try loadReturns(second, folder)
        try loadExtract(second, folder)
        #expect(try first.digest() == second.digest())
        #expect(try first.loxley("rebuild", "--check", timeout: 120).code == 0)
        let db = try first.connect()
        // The return's telling stands where both tell: the precedence of the contracts. Episodes of earlier years only the case system tells.
        let tellers = try db.lines(
            "select d.family, count(*) > 100 from star.fact_episode as f join ops.dataset as d using (dataset) group by 1 order by 1")
        #expect(tellers == ["ssd | t", "ssda903 | t"])
        let one = try db.lines(
            """
            select n.identifier, f.decom from star.fact_episode as f join ops.dataset as d using (dataset)
            join identity.node as n on n.person_key = f.person_key and n.system = 'social-care'
            where d.family = 'ssda903' order by 1, 2 limit 1
            """)
        let key = try #require(one.first?.components(separatedBy: " | "))
        let why = try first.loxley("why", "star.fact_episode", "\(key[0])/\(key[1])")
        #expect(why.code == 0 && why.out.contains("ssda903_episodes") && why.out.contains("ssd_cla_episodes"), "\(why)")
    }
}
