import Foundation
import Postgres
import Testing

/// A load that dies at any moment leaves everything as it was, and the same command again completes it.
@Suite("Death in the middle of a load", .serialized)
struct KillTests {
    static let first = ["load", "ssda903", "--year", "2024-25", "--as-at", "2024-12-31"]
    static let second = ["load", "ssda903", "--year", "2024-25", "--as-at", "2025-03-31", "--accept-volume", "test"]

    /// What an undisturbed load takes and ends with.
    struct Undisturbed {
        let seconds: Double
        let digest: String
        let files: Int
        /// The delivery's as-at date, by which it is told from others.
        let asAt: String
    }

    @Test("kill -9 of loxley in a first load")
    func killedInFirstLoad() throws {
        let folder = try Synthetic.large()
        try killAtManyMoments(command: Self.first + [folder], template: "loxley_template", moments: Loxley.torture ? 240 : 12)
    }

    @Test("kill -9 of loxley while records change and retire")
    func killedInSecondLoad() throws {
        let base = try TestWarehouse()
        let loaded = try Loxley.run(Self.first + [try Synthetic.large()] + base.options)
        #expect(loaded.code == 3)
        try killAtManyMoments(command: Self.second + [try Synthetic.largeLater()], template: base.name, moments: Loxley.torture ? 160 : 8)
    }

    private func killAtManyMoments(command: [String], template: String, moments: Int) throws {
        var random = SeededGenerator(seed: Loxley.seed)
        let calm = try undisturbed(command, template: template)
        var killed = 0
        var nothingLoaded = 0
        for moment in 0..<moments {
            let at = calm.seconds * (Double(moment) + Double.random(in: 0..<1, using: &random)) / Double(moments)
            let warehouse = try TestWarehouse(template: template)
            let run = try Running(command + warehouse.options)
            usleep(UInt32(at * 1_000_000))
            run.signal(SIGKILL)
            if try run.wait().code == 137 { killed += 1 }
            if try check(warehouse.connect(), calm) == 0 { nothingLoaded += 1 }

            let again = try Loxley.run(command + warehouse.options)
            #expect(again.code == 0 || again.code == 3, "after a kill at \(at) s: \(again)")
            #expect(try warehouse.digest() == calm.digest, "after a kill at \(at) s")
            let db = try warehouse.connect()
            #expect(try check(db, calm) == calm.files)
            #expect(try db.value("select count(*) from ops.attempt where outcome = 'running'") == 0)
            #expect(try db.value("select count(*) from ops.attempt where outcome not in ('interrupted', 'attention', 'loaded', 'already loaded')") == 0)
        }
        #expect(killed > moments / 2, "most kills hit a running load")
        #expect(nothingLoaded > moments / 3, "many kills came before the commit")
    }

    /// Loads where nobody disturbs it.
    private func undisturbed(_ command: [String], template: String) throws -> Undisturbed {
        let warehouse = try TestWarehouse(template: template)
        let outcome = try Loxley.run(command + warehouse.options)
        #expect(outcome.code == 3, "\(outcome)")
        let files: Int = try warehouse.connect().value("select count(*) from ops.load where delivery_id = (select max(delivery_id) from ops.delivery)")
        #expect(files > 5)
        return Undisturbed(seconds: outcome.seconds, digest: try warehouse.digest(), files: files, asAt: command[5])
    }

    /// Nothing half loaded.
    /// - Returns: how many files of the newest delivery are loaded, 0 where the delivery of the test is not there.
    @discardableResult
    private func check(_ db: Connection, _ calm: Undisturbed) throws -> Int {
        try db.read { db in
            #expect(try db.halfLoaded() == [])
            #expect(try db.unequal() == [])
            #expect(
                try db.value("select count(*) from ops.delivery as d where not exists (select from ops.load as l where l.delivery_id = d.delivery_id)") == 0)
            let loaded: Int = try db.value(
                """
                select count(*) from ops.load as l join ops.delivery as d using (delivery_id)
                where d.as_at = \(calm.asAt)::date
                """)
            #expect(loaded == 0 || loaded == calm.files, "all files of a delivery or none")
            return loaded
        }
    }

    @Test("kill -9 of the server and all its processes")
    func serverKilled() throws {
        let command = Self.first + [try Synthetic.large()]
        let calm = try undisturbed(command, template: "loxley_template")
        let folder = try TestServer.shared().folder + "-kill"
        defer { stopServer(folder) }
        let started = try Loxley.run(["database", "start", "--data", folder])
        try #require(started.code == 0, "\(started)")
        let url = started.out.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(try Loxley.run(["migrate", "--data", folder]).code == 0)
        let admin = url.replacing("@/loxley?", with: "@/postgres?")
        try Connection(url: admin).execute("alter database loxley rename to loxley_template")
        var random = SeededGenerator(seed: Loxley.seed &+ 1)
        let moments = Loxley.torture ? 80 : 4
        var interrupted = 0
        for moment in 0..<moments {
            try Connection(url: admin).execute("create database loxley template loxley_template")
            let at = calm.seconds * (0.2 + 0.8 * (Double(moment) + Double.random(in: 0..<1, using: &random)) / Double(moments))
            let run = try Running(command + ["--data", folder])
            usleep(UInt32(at * 1_000_000))
            try killServer(folder)
            let ended = try run.wait()
            if ended.code == 1 { interrupted += 1 }
            #expect([0, 1, 3].contains(ended.code), "\(ended)")

            let again = try Loxley.run(command + ["--data", folder])
            #expect(again.code == 0 || again.code == 3, "after the server died at \(at) s: \(again)")
            #expect(try digestOf(["--data", folder]) == calm.digest, "after the server died at \(at) s")
            do {
                let db = try Connection(url: url)
                #expect(try check(db, calm) == calm.files)
                #expect(try db.value("select count(*) from ops.attempt where outcome = 'running'") == 0)
            }
            try Connection(url: admin).execute("drop database loxley with (force)")
        }
        #expect(interrupted > 0, "at least one load lost its server")
    }

    @Test(
        "SIGINT ends a load within seconds; nothing is loaded, and the same command works",
        arguments: ["copy%source", "insert into touched", "insert into \"star\""])
    func interrupted(phase: String) throws {
        let command = Self.first + [try Synthetic.large()]
        let warehouse = try TestWarehouse()
        let before = try warehouse.digest()
        let watcher = try warehouse.connect()
        let run = try Running(command + warehouse.options)
        let pattern = "%\(phase)%"
        var seen = false
        while !seen, !run.hasEnded {
            seen = try watcher.value(
                "select exists (select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query like \(pattern))"
            )
        }
        #expect(seen, "the load was never seen at: \(phase)")
        let clock = ContinuousClock.now
        run.signal(SIGINT)
        let ended = try run.wait()
        #expect(ended.code == 1, "\(ended)")
        #expect(ContinuousClock.now - clock < .seconds(5))
        #expect(ended.err.contains("interrupted"))
        #expect(try warehouse.digest() == before)
        #expect(try watcher.value("select count(*) from ops.delivery") == 0)
        #expect(try watcher.lines("select outcome, exit_code from ops.attempt") == ["interrupted | 1"])
        #expect(try Loxley.run(command + warehouse.options).code == 3)
    }
}
