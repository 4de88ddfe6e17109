import Foundation
import Postgres
import Testing
import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

/// `--as-recorded` as it is called: exit codes, what it says, and what it leaves behind, which is nothing.
@Suite("The option --as-recorded")
struct AsRecordedCommandTests {
    private func loaded() throws -> TestWarehouse {
        let warehouse = try TestWarehouse()
        let folder = try Extract.write(Extract.small(children: 20), to: warehouse.folder + "/first")
        let outcome = try warehouse.loxley("load", "ssda903", "--la", "892", "--year", "2022-23", "--as-at", "2022-12-31", folder)
        try #require([0, 3].contains(outcome.code), "\(outcome)")
        return warehouse
    }

    private func loadMore(_ warehouse: TestWarehouse) throws {
        let folder = try Extract.write(Extract.small(children: 30, from: 5), to: warehouse.folder + "/second")
        let outcome = try warehouse.loxley(
            "load", "ssda903", "--la", "892", "--year", "2022-23", "--as-at", "2023-03-31", "--accept-volume", "test", folder)
        try #require([0, 3].contains(outcome.code), "\(outcome)")
    }

    private func bytes(_ folder: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            found[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        return found
    }

    @Test("the return and its findings as they were, beside what is loaded since; the warehouse's own last validation stays")
    func command() throws {
        let warehouse = try loaded()
        let folder = warehouse.folder
        func make(_ name: String, _ more: [String]) throws -> Outcome {
            try Loxley.run(
                ["return", "ssda903", "--la", "892", "--year", "2022-23", "--out", "\(folder)/\(name)", "--explain", "\(folder)/\(name)/left-out.csv"]
                    + ["--findings", "\(folder)/\(name)/findings.csv"] + more + warehouse.options)
        }
        let then = try make("then", [])
        #expect([0, 3].contains(then.code), "\(then)")
        let digest = try warehouse.digest()
        let moment = try warehouse.moment().description
        try loadMore(warehouse)
        let now = try make("now", [])
        #expect(try bytes(folder + "/now")["episodes.csv"] != bytes(folder + "/then")["episodes.csv"])
        let judged: SQL = "select * from validation.judged order by rule"
        let before = try warehouse.connect().lines(judged)
        let again = try make("again", ["--as-recorded", moment])
        #expect(again.code == then.code && now.code == then.code, "\(again)")
        #expect(try bytes(folder + "/again") == bytes(folder + "/then"))
        #expect(again.err.contains("as recorded \(moment): 1 of 2 deliveries, the newest recorded at 20"), "\(again.err)")
        #expect(try warehouse.connect().lines(judged) == before)
        let recorded = try warehouse.loxley("digest", "--all", "--format", "csv", "--as-recorded", moment)
        #expect(recorded.code == 0 && recorded.out.split(separator: "\n").last.map(String.init) == digest, "\(recorded)")
        #expect(try warehouse.digest() != digest)
        #expect(try warehouse.scratchDatabases() == [])
    }

    @Test("what is no moment, has not come or was before everything is told apart")
    func exitCodes() throws {
        let warehouse = try TestWarehouse()
        func digest(_ moment: String) throws -> Outcome { try warehouse.loxley("digest", "--as-recorded", moment) }
        for text in ["2026-06-30T12:00:00", "2026-06-30", "yesterday", ""] {
            let outcome = try digest(text)
            #expect(outcome.code == 2 && outcome.err.contains("--as-recorded") && outcome.err.contains("2026-06-30T12:00:00Z"), "\(outcome)")
        }
        let future = try digest("2999-01-01T00:00:00Z")
        #expect(future.code == 2 && future.err.contains("has not come yet") && future.err.contains("--as-recorded 2026-06-30T12:00:00Z"), "\(future)")
        let empty = try digest("2020-01-01T00:00:00Z")
        #expect(empty.code == 4 && empty.err.contains("nothing had been recorded by 2020-01-01T00:00:00Z"), "\(empty)")
        #expect(empty.err.contains("load something first"))
        let full = try loaded()
        let first: String = try full.connect().value("select to_char(published_at, 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from ops.delivery")
        let before = try full.loxley("return", "ssda903", "--year", "2022-23", "--out", full.folder + "/out", "--as-recorded", "2020-01-01T00:00:00Z")
        #expect(before.code == 4 && before.err.contains("The first delivery was recorded at \(first)") && before.err.contains("exit 4"), "\(before)")
        #expect(!FileManager.default.fileExists(atPath: full.folder + "/out"))
        // The moment itself counts.
        #expect(try full.loxley("digest", "--as-recorded", first).code == 0)
        // An error after the warehouse was made: no such year had been asserted.
        let nothing = try full.loxley("return", "ssda903", "--year", "2023-24", "--out", full.folder + "/out", "--as-recorded", first)
        #expect(nothing.code == 4 && nothing.err.contains("years held: 2022-23"), "\(nothing)")
        #expect(try warehouse.scratchDatabases() + full.scratchDatabases() == [])
    }

    @Test("who may not make a database is told what is needed")
    func privilege() throws {
        let warehouse = try loaded()
        let db = try warehouse.connect()
        let role = "reader_" + UUID().uuidString.lowercased().replacing("-", with: "")
        try db.execute("create role \(Identifier(role)); grant pg_read_all_data to \(Identifier(role))")
        defer { _ = try? db.execute("drop role \(Identifier(role))") }
        let outcome = try Loxley.run([
            "digest", "--as-recorded", try warehouse.moment().description, "--database", warehouse.url + "&options=-crole%3D\(role)", "--data",
            warehouse.folder + "/data",
        ])
        #expect(outcome.code == 4 && outcome.err.contains("alter role NAME createdb"), "\(outcome)")
    }

    /// Waits until something is so, a minute at most.
    private func until(_ condition: () throws -> Bool) throws {
        for _ in 0..<6_000 {
            if try condition() { return }
            usleep(10_000)
        }
        Issue.record("waited in vain")
    }

    /// Starts the command and waits until its database is there.
    private func started(_ warehouse: TestWarehouse, _ moment: String) throws -> Running {
        let run = try Running(["digest", "--as-recorded", moment] + warehouse.options)
        try until { try !warehouse.scratchDatabases().isEmpty || run.hasEnded }
        return run
    }

    @Test("SIGINT drops the database; kill -9 leaves it to the next command, and one at work is left alone")
    func death() throws {
        let warehouse = try loaded()
        let moment = try warehouse.moment().description
        let interrupted = try started(warehouse, moment)
        usleep(300_000)
        interrupted.signal(SIGINT)
        let ended = try interrupted.wait()
        #expect(ended.code == 1, "\(ended)")
        #expect(try warehouse.scratchDatabases() == [])

        let killed = try started(warehouse, moment)
        killed.signal(SIGKILL)
        #expect(try killed.wait().code == 137)
        let left = try warehouse.scratchDatabases()
        #expect(left.count == 1)

        let atWork = try Running(["digest", "--as-recorded", moment] + warehouse.options)
        try until { try !Set(warehouse.scratchDatabases()).isSubset(of: left) || atWork.hasEnded }
        let others = Set(try warehouse.scratchDatabases()).subtracting(left)
        #expect(others.count == 1)
        atWork.signal(SIGSTOP)
        // The server notices within a second that the killed one is gone.
        let connected: SQL = "select count(*)::int from pg_stat_activity where datname = \(warehouse.name) and pid <> pg_backend_pid()"
        try until { try warehouse.connect().value(connected, as: Int.self) == 1 }
        // Of a warehouse that is no more: 1 is template1, which is there.
        let db = try warehouse.connect()
        for oid in [1, 4_000_000_000] { try db.execute("create database \(Identifier("loxley_recorded_\(oid)_test"))") }
        let next = try warehouse.loxley("digest", "--as-recorded", moment)
        #expect(next.code == 0, "\(next)")
        #expect(try db.lines("select datname from pg_database where datname like 'loxley\\_recorded\\_%\\_test'") == ["loxley_recorded_1_test"])
        try db.execute("drop database loxley_recorded_1_test")
        #expect(Set(try warehouse.scratchDatabases()) == others)
        atWork.signal(SIGCONT)
        #expect(try atWork.wait().code == 0)
        #expect(try warehouse.scratchDatabases() == [])
    }
}
