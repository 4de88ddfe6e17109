import Foundation
import Postgres
import Testing

/// What went in as a return comes out as the same return.
@Suite("The round trip of the real return", .enabled(if: Fixture.ssda903 != nil, "no ../shared/fixtures/ssda903-2017-18 and no LOXLEY_FIXTURES: not run"))
struct RoundTripTests {
    /// What identifies a row of a module.
    static let keys: [Module: [String]] = [
        .episodes: ["CHILD", "DECOM"], .reviews: ["CHILD", "REVIEW"], .missing: ["CHILD", "MISSING", "MIS_START"],
        .placed_for_adoption: ["CHILD", "DATE_PLACED"],
    ]

    /// The rows of `--explain` by module file: the data rows left out, each with its rule.
    private func explained(_ path: String) throws -> [String: [Int: String]] {
        let table = try CSVTable(path: path)
        #expect(table.header == ["module", "child", "row", "rule", "reason"])
        var rows: [String: [Int: String]] = [:]
        for row in table.rows {
            #expect(!row[3].isEmpty && !row[4].isEmpty, "a rule and its reason: \(row)")
            if let number = Int(row[2]) { rows[Self.file(row[0]), default: [:]][number] = row[3] }
        }
        return rows
    }

    /// The file of a module as `--explain` names it.
    private static func file(_ module: String) -> String {
        ["PlacedAdoption": "placed_for_adoption", "PrevPerm": "previous_permanence", "SWEpisodes": "sw_episodes"][module] ?? module.lowercased()
    }

    private func loaded() throws -> TestWarehouse {
        let warehouse = try TestWarehouse()
        let outcome = try warehouse.loxley("load", "ssda903", "--year", "2017-18", try #require(Fixture.ssda903))
        #expect(outcome.code == 3)
        return warehouse
    }

    @Test("as asserted: module by module the same rows with the same values")
    func asserted() throws {
        let warehouse = try loaded()
        let out = warehouse.folder + "/return"
        let explain = warehouse.folder + "/explain.csv"
        let outcome = try warehouse.loxley("return", "ssda903", "--year", "2017-18", "--out", out, "--explain", explain)
        #expect(outcome.code == 0 || outcome.code == 3, "\(outcome)")
        let leftOut = try explained(explain)
        let db = try warehouse.connect()
        let folder = try #require(Fixture.ssda903)
        var rowsIn = 0, rowsSame = 0
        for module in Module.allCases where FileManager.default.fileExists(atPath: "\(folder)/\(module.rawValue).csv") {
            let told = try CSVTable(path: "\(folder)/\(module.rawValue).csv")
            let back = try CSVTable(path: "\(out)/\(module.rawValue).csv")
            #expect(back.header == module.columns)
            #expect(told.header == module.columns)
            var available = counted(back.rows)
            let name = module.rawValue + ".csv"
            let quarantined = Set(
                try db.query("select file_row from ops.quarantine join ops.load using (load_id) where file_name = \(name)", { try $0.decode(0, as: Int.self) }))
            var unexplained: [Int] = []
            for (index, row) in told.rows.enumerated() {
                rowsIn += 1
                if let left = available[row], left > 0 {
                    available[row] = left - 1
                    rowsSame += 1
                } else if leftOut[module.rawValue]?[index + 1] == nil, !quarantined.contains(index + 1) {
                    unexplained.append(index + 1)
                }
            }
            let duplicates: Int = try db.value("select rows_duplicate from ops.load where file_name = \(name)")
            #expect(unexplained.count == duplicates, "\(name): rows \(unexplained.prefix(10)) are not in the return and nothing says why")
            #expect(available.values.reduce(0, +) == 0, "\(name): rows came out that did not go in, or with other values")
        }
        #expect(Double(rowsSame) >= 0.999 * Double(rowsIn), "\(rowsSame) of \(rowsIn) rows came back")
    }

    @Test("derived from the star: every row left out is explained by a rule")
    func derived() throws {
        let warehouse = try loaded()
        let out = warehouse.folder + "/return"
        let explain = warehouse.folder + "/explain.csv"
        let outcome = try warehouse.loxley("return", "ssda903", "--year", "2017-18", "--derive", "--out", out, "--explain", explain)
        #expect(outcome.code == 0 || outcome.code == 3, "\(outcome)")
        let leftOut = try explained(explain)
        let db = try warehouse.connect()
        let folder = try #require(Fixture.ssda903)
        var explainedRows = 0
        for module in Module.allCases where FileManager.default.fileExists(atPath: "\(folder)/\(module.rawValue).csv") {
            let told = try CSVTable(path: "\(folder)/\(module.rawValue).csv")
            let back = try CSVTable(path: "\(out)/\(module.rawValue).csv")
            let places = (Self.keys[module] ?? ["CHILD"]).compactMap { module.columns.firstIndex(of: $0) }
            func key(_ row: [String]) -> [String] { places.map { row[$0] } }
            var available = counted(back.rows.map(key))
            var unexplained: [Int] = []
            for (index, row) in told.rows.enumerated() {
                // A row that is explained is not looked for, so that a conflicting one does not stand for it.
                if leftOut[module.rawValue]?[index + 1] != nil {
                    explainedRows += 1
                } else if let left = available[key(row)], left > 0 {
                    available[key(row)] = left - 1
                } else {
                    unexplained.append(index + 1)
                }
            }
            let name = module.rawValue + ".csv"
            let duplicates: Int = try db.value("select rows_duplicate from ops.load where file_name = \(name)")
            #expect(unexplained.count == duplicates, "\(name): rows \(unexplained.prefix(10)) are left out and nothing says why")
            #expect(available.values.reduce(0, +) == 0, "\(name): \(available.filter { $0.value > 0 }.count) keys came out that are explained or did not go in")
        }
        #expect(explainedRows > 9_000, "ten thousand reviews are dated outside the year")
        // The return of a year does not know what came after it.
        let episodes = try CSVTable(path: "\(out)/episodes.csv")
        let dec = try #require(Module.episodes.columns.firstIndex(of: "DEC"))
        let after = episodes.rows.filter { row in History.isoDay(row[dec]).map { $0 > "2018-03-31" } ?? false }
        #expect(after.isEmpty)
    }

    @Test("what came out goes in again and means the same")
    func again() throws {
        let warehouse = try loaded()
        let out = warehouse.folder + "/return"
        #expect([0, 3].contains(try warehouse.loxley("return", "ssda903", "--year", "2017-18", "--out", out).code))
        let second = try TestWarehouse()
        #expect(try second.loxley("load", "ssda903", "--year", "2017-18", out).code == 3)
        let star = { (warehouse: TestWarehouse) in
            CSVTable.read(try warehouse.loxley("digest", "--format", "csv").out).filter { $0[0] != "all" }.map { $0.joined(separator: " ") }
        }
        #expect(try star(warehouse) == star(second))
    }
}
