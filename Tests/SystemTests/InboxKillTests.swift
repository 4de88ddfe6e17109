import Foundation
import Postgres
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A night in which every agency's files wait, and the run dies: whatever it had taken so far, nothing is half there, and the same command again
/// ends where an undisturbed run does.
@Suite("Death in the middle of a run of every agency's files")
struct InboxKillTests {
    /// What dies.
    private enum Victim: String { case loxley, server }

    /// A server of its own with an empty warehouse as template: nobody else writes to its log, so that tells how far a run has come.
    private final class OwnServer {
        let folder: String
        let url: String
        var options: [String] { ["--data", folder] }
        private var admin: String { url.replacing("@/loxley?", with: "@/postgres?") }

        init() throws {
            folder = try TestServer.shared().folder + "-kill-inbox"
            let started = try Loxley.run(["database", "start", "--data", folder])
            guard started.code == 0 else { throw TestServer.Failed(description: "\(started)") }
            url = started.out.trimmingCharacters(in: .whitespacesAndNewlines)
            let migrated = try Loxley.run(["migrate", "--data", folder])
            guard migrated.code == 0 else { throw TestServer.Failed(description: "\(migrated)") }
            let db = try Connection(url: admin)
            // What a process wrote is there when it dies; only with the machine would it be lost.
            try db.execute("alter system set fsync = off")
            try db.execute("select pg_reload_conf()")
            try db.execute("alter database loxley rename to loxley_template")
        }

        deinit { stopServer(folder) }

        /// A warehouse where nothing was loaded yet, in the place of the one before.
        func renew() throws {
            let db = try Connection(url: admin)
            try db.execute("drop database if exists loxley with (force)")
            try db.execute("create database loxley template loxley_template")
        }

        /// Where the write-ahead log stands, in bytes.
        static func written(_ db: Connection) throws -> Int { try db.value("select (pg_current_wal_insert_lsn() - '0/0')::bigint") }

        func watcher() throws -> Connection { try Connection(url: admin) }
    }

    /// What an undisturbed run ends with.
    private struct Undisturbed {
        let code: Int32
        let digest: String
        let files: Int
        /// Bytes of the write-ahead log.
        let written: Int
    }

    private let server: OwnServer
    private let command: [String]

    init() throws {
        server = try OwnServer()
        let folder = server.folder + "/made"
        let made = try Loxley.run(
            [
                "synthesise", "--children", "12", "--seed", String(Loxley.seed), "--years", "1", "--outside", "0.5", "--as-at", "2026-10-31", "--out", folder,
                "--quiet",
            ], timeout: 120)
        #expect(made.code == 0, "\(made)")
        command = ["run", "--inbox", folder + "/inbox", "--settle", "0", "--today", "2026-11-22"] + server.options
    }

    private func undisturbed() throws -> Undisturbed {
        try server.renew()
        let before = try OwnServer.written(server.watcher())
        let outcome = try Loxley.run(command, timeout: 300)
        #expect([0, 3].contains(outcome.code), "\(outcome)")
        let written = try OwnServer.written(server.watcher()) - before
        let db = try Connection(url: server.url)
        let files = try check(db)
        #expect(files > 100)
        #expect(try db.value("select count(distinct split_part(name, '/', 1)) from ops.load join ops.dataset using (dataset)") == 12, "agencies")
        return Undisturbed(code: outcome.code, digest: try digestOf(server.options), files: files, written: written)
    }

    /// Nothing half loaded, every row accounted for.
    /// - Returns: files loaded
    private func check(_ db: Connection) throws -> Int {
        #expect(try db.halfLoaded() == [])
        #expect(try db.unequal() == [])
        #expect(try db.value("select count(*) from ops.delivery as d where not exists (select from ops.load as l where l.delivery_id = d.delivery_id)") == 0)
        return try db.value("select count(*) from ops.load")
    }

    @Test("kill -9 of loxley, or of the server and all its processes", .timeLimit(.minutes(60)))
    func killed() throws {
        var random = SeededGenerator(seed: Loxley.seed &+ 2)
        let calm = try undisturbed()
        let moments = Loxley.torture ? 90 : 2
        for moment in 0..<moments {
            let victim = moment.isMultiple(of: 2) ? Victim.loxley : .server
            // A share of what the run writes, not of the time it takes: other tests run beside this one.
            let share = (Double(moment) + Double.random(in: 0..<1, using: &random)) / Double(moments)
            let story = "the \(victim) died after \(Int(share * 100)) % of the run, seed \(Loxley.seed)"
            try server.renew()
            let died = try kill(victim, after: Int(share * 0.95 * Double(calm.written)))
            #expect(died, "the run had ended before \(story)")

            if victim == .loxley { #expect(try check(Connection(url: server.url)) < calm.files, "\(story)") }
            let again = try Loxley.run(command, timeout: 300)
            #expect(again.code == calm.code, "\(story): \(again)")
            #expect(try digestOf(server.options) == calm.digest, "\(story)")
            let db = try Connection(url: server.url)
            #expect(try check(db) == calm.files, "\(story)")
            let outcomes = Set(try db.lines("select distinct outcome from ops.attempt"))
            #expect(outcomes.isSubset(of: ["interrupted", "failed", "loaded", "already loaded", "attention"]), "\(story): \(outcomes)")
            if Loxley.torture {
                let rebuilt = try Loxley.run(["rebuild", "--check"] + server.options, timeout: 300)
                #expect(rebuilt.code == 0, "\(story): \(rebuilt)")
            }
        }
    }

    /// Gives the command, and kills when so many bytes were written.
    /// - Returns: whether the run died of it
    private func kill(_ victim: Victim, after bytes: Int) throws -> Bool {
        let watcher = try server.watcher()
        let goal = try OwnServer.written(watcher) + bytes
        let run = try Running(command)
        let deadline = ContinuousClock.now + .seconds(300)
        while !run.hasEnded, try OwnServer.written(watcher) < goal {
            try #require(ContinuousClock.now < deadline, "the run neither ends nor writes")
            usleep(2_000)
        }
        switch victim {
        case .loxley:
            run.signal(SIGKILL)
            return try run.wait().code == 137
        case .server:
            try killServer(server.folder)
            let ended = try run.wait(timeout: 300)
            #expect(ended.code == 1 || ended.code == 3, "it says that it did not do everything: \(ended)")
            return ended.code == 1 || ended.text.contains("server closed the connection") || ended.text.contains("failed")
        }
    }
}
