import Foundation
import Postgres
import TestSupport
import Testing
import Vocabulary
import Yams

@testable import Rules

@Suite("The last run of a return")
struct HistoryTests {
    @Test("the same data twice: nothing new, nothing fixed")
    func twice() async throws {
        let compared = try Compared(authority: "301")
        let first = try await compared.counts()
        #expect(first.firstJudged > 10 && first.new == 0 && first.fixed == 0 && first.standing == 0)
        let second = try await compared.counts()
        #expect(second == FindingStates.Counts(new: 0, standing: first.firstJudged, accepted: 0, firstJudged: 0, fixed: 0))
    }

    @Test("a corrected row is fixed, a broken one is new, whatever else moved")
    func changes() async throws {
        let compared = try Compared(authority: "302")
        try await compared.run { _ in }
        // A1's sex is broken, A2's is put right, and rows change places.
        try compared.folder.write(
            "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA3,M,31/02/2013,wbri,UN1,,\nA2,F,14/02/2013,WBRI,UN1,,\na1,?,14/02/2012,WBRI,UN1,0,\n", "header.csv")
        let found = try await compared.run { report in
            let index = try #require(report.validation.outcomes.firstIndex { $0.rule.code == "101" })
            let other = try #require(report.validation.outcomes.firstIndex { $0.rule.code == "102" })
            return (report.states.rules[index], report.states.rules[other], report.states.fixedByChild["A2"] ?? 0)
        }
        #expect(found.0 == FindingStates.Counts(new: 1, standing: 0, accepted: 0, firstJudged: 0, fixed: 1))
        #expect(found.1 == FindingStates.Counts(new: 0, standing: 1, accepted: 0, firstJudged: 0, fixed: 0))
        #expect(found.2 >= 1)
    }

    @Test("of rows with the same key, as many stand as there were")
    func duplicates() async throws {
        let compared = try Compared(authority: "303")
        try await compared.run { _ in }
        let text = try String(contentsOfFile: compared.folder.file("header.csv"), encoding: .utf8)
        try compared.folder.write(text + "A2,4,14/02/2013,WBRI,UN1,,\n", "header.csv")
        #expect(try await compared.states(["101"]) == ["standing 101 Header 2", "new 101 Header 4"])
        #expect(try await compared.states(["101"]) == ["standing 101 Header 2", "standing 101 Header 4"])
    }

    @Test("a run of some rules compares and replaces their share only")
    func someRules() async throws {
        let compared = try Compared(authority: "304")
        let all = try await compared.run { $0.states.rules }
        try compared.edit("header.csv", "A2,3,", "A2,F,")
        let one = try await compared.counts(rules: ["101"])
        #expect(one == FindingStates.Counts(new: 0, standing: 0, accepted: 0, firstJudged: 0, fixed: 1))
        let (again, place) = try await compared.run { report in
            (report.states.rules, try #require(report.validation.outcomes.firstIndex { $0.rule.code == "101" }))
        }
        #expect(again[place] == FindingStates.Counts())
        // The others still compare with the first run.
        #expect(again.indices.allSatisfy { $0 == place || again[$0].standing + again[$0].fixed == all[$0].firstJudged })
    }

    @Test("a rule that could not run has fixed nothing, and is compared with when it last ran")
    func couldNotRun() async throws {
        let compared = try Compared(authority: "305")
        let all = try await compared.counts()
        let reviews = try String(contentsOfFile: compared.folder.file("reviews.csv"), encoding: .utf8)
        try FileManager.default.removeItem(atPath: compared.folder.file("reviews.csv"))
        let without = try await compared.run { report in
            let index = try #require(report.validation.outcomes.firstIndex { $0.rule.code == "166" })
            return report.states.rules[index]
        }
        #expect(without == FindingStates.Counts())
        try compared.folder.write(reviews, "reviews.csv")
        #expect(try await compared.states(["166"]) == ["standing 166 Reviews 2"])
        #expect(all.firstJudged > 0)
    }

    @Test("returns of other authorities and years are other returns")
    func others() async throws {
        let one = try Compared(authority: "306"), other = try Compared(authority: "307")
        try await one.run { _ in }
        #expect(try await other.run { $0.states.lastRun } == nil)
        #expect(try await one.run { $0.states.lastRun } == "2026-06-12T09:14:00Z")
    }

    @Test("a run whose report could not be written is nothing to compare with")
    func failed() async throws {
        struct DiskFull: Error {}
        let compared = try Compared(authority: "309")
        await #expect(throws: DiskFull.self) { try await compared.run { _ in throw DiskFull() } }
        #expect(try await compared.run { $0.states.lastRun } == nil)
    }

    @Test("keeps hashes, and no value of a return")
    func hashes() async throws {
        let compared = try Compared(authority: "308")
        try compared.edit("header.csv", "A2,3,", "CANARY77,3,")
        try await compared.run { _ in }
        let db = try await TestServer.connect()
        let text: String = try db.value(
            "select coalesce(string_agg(f::text, ' '), '') || (select string_agg(j::text, ' ') from validation.judged j) from validation.flagged f")
        #expect(!text.contains("CANARY77") && text.contains("{"))
        #expect(try db.value("select count(*) > 0 from validation.finding where row_number = 2 and module = 'Header' and rule = '101'"))
    }

    @Test("the key columns are those of the contracts")
    func keys() throws {
        let files = [
            "Header": "header", "Episodes": "episodes", "UASC": "uasc", "Reviews": "reviews", "OC2": "oc2", "OC3": "oc3", "AD1": "ad1",
            "PlacedAdoption": "placed_for_adoption", "PrevPerm": "previous_permanence", "Missing": "missing", "SWEpisodes": "sw_episodes", "DoLo": "dolo",
        ]
        for module in ReturnModule.all {
            let name = try #require(files[module.name])
            let contract = try #require(try Yams.load(yaml: Repository.text("etl/social-care/ssda903_\(name).yaml")) as? [String: Any])
            let keys = try #require(contract["key"] as? [String])
            #expect(Set(keys) == (RowMarker.keyColumns[module.name] ?? []).union(["CHILD"]), "\(module.name)")
        }
    }

    @Test("marks: the same values give the same mark, another value another content, another key column another key")
    func marks() throws {
        let module = try #require(ReturnModule.named("Episodes"))
        func mark(_ values: [String?]) -> RowMark {
            var marker = RowMarker(module)
            marker.start()
            for (column, value) in values.enumerated() { if let value { marker.add(Array(value.utf8), column: column) } }
            return marker.mark()
        }
        let one = mark(["A1", "01/05/2026", "S", nil, "N1"])
        #expect(one == mark(["A1", "01/05/2026", "S", nil, "N1"]))
        // A value in the next column is another row.
        #expect(one.content != mark(["A1", "01/05/2026", "S", "N1", nil]).content)
        #expect(one.key == mark(["A1", "01/05/2026", "P"]).key)
        #expect(one.key != mark(["A1", "02/05/2026", "S", nil, "N1"]).key)
        // Kept in databases: they must never change.
        #expect(mark(["A1"]).key == RowMarker.hash([0, 0x41, 0x31, 0]))
        #expect(RowMarker.hash(Array("loxley".utf8)) == 5_066_384_105_566_476_537)
    }

    @Test("counts of keys: against a dictionary")
    func keyCounts() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<50 {
            let keys = (0..<Int.random(in: 0..<200, using: &random)).map { _ in UInt64.random(in: 0..<40, using: &random) &* 0x1_0000 }
            var obvious: [UInt64: Int] = [:]
            // Zero is no hash that occurs; it counts as one.
            for key in keys { obvious[max(key, 1), default: 0] += 1 }
            var counts = KeyCounts(keys)
            for _ in 0..<300 {
                let key = UInt64.random(in: 0..<45, using: &random) &* 0x1_0000
                let left = obvious[max(key, 1)] ?? 0
                #expect(counts.take(key) == (left > 0))
                obvious[max(key, 1)] = max(0, left - 1)
            }
        }
    }
}
