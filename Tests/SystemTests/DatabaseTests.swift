import Foundation
import Postgres
import Testing

@Suite("Migrations")
struct MigrateTests {
    @Test("twice: nothing to do; --plan changes nothing")
    func twice() throws {
        let warehouse = try TestWarehouse(template: "template1")
        let plan = try warehouse.loxley("migrate", "--plan")
        #expect(plan.code == 0 && plan.out.contains("migration  0001_foundations.sql") && plan.out.contains("source.ssda903_episodes"), "\(plan)")
        #expect(try warehouse.connect().value("select count(*) from pg_namespace where nspname = 'ops'") == 0)
        let notYet = try warehouse.loxley("status")
        #expect(notYet.code == 1 && notYet.err.contains("loxley migrate"), "\(notYet)")
        #expect(try warehouse.loxley("migrate").code == 0)
        let again = try warehouse.loxley("migrate")
        #expect(again.code == 0 && again.text.contains("nothing to do"), "\(again)")
        #expect(try warehouse.connect().value("select count(*) from ops.migration") > 3)
    }

    @Test("a migration edited after it was applied is refused, and so is a database of a newer version")
    func edited() throws {
        let warehouse = try TestWarehouse()
        let home = try HomeCopy(in: warehouse.folder)
        try home.edit("sql/schema/0002_identity.sql") { $0 + "\n-- more\n" }
        let refused = try warehouse.loxley("migrate", environment: home.environment)
        #expect(refused.code != 0 && refused.err.contains("0002_identity.sql was edited"), "\(refused)")
        try warehouse.connect().execute("insert into ops.migration values ('9999_later.sql', 'x', now())")
        let newer = try warehouse.loxley("migrate")
        #expect(newer.code != 0 && newer.err.contains("9999_later.sql"), "\(newer)")
    }

    @Test("an analyst's view that depends on the layer is named, and the layer stays")
    func dependents() throws {
        let warehouse = try TestWarehouse()
        let db = try warehouse.connect()
        try db.execute("create schema analyst; create view analyst.my_children as select * from concepts.children_in_care(array[date '2026-03-31'])")
        let home = try HomeCopy(in: warehouse.folder)
        try home.edit("sql/concepts/children_in_care.sql") { $0.replacing("-- title:", with: "-- title:   Changed") }
        let refused = try warehouse.loxley("migrate", environment: home.environment)
        #expect(refused.code == 4, "\(refused)")
        #expect(refused.err.contains("analyst.my_children") && refused.err.contains("loxley migrate"))
        #expect(try db.value("select count(*) from analyst.my_children") == 0)
        #expect(try warehouse.loxley("status").code != 1, "the layer stands as it was")
        try db.execute("drop view analyst.my_children")
        #expect(try warehouse.loxley("migrate", environment: home.environment).code == 0)
    }

    @Test("a contract that gains a column gains it in source, and what was loaded stays")
    func newColumn() throws {
        let warehouse = try TestWarehouse()
        let folder = try Extract.write(Extract.small(children: 3), to: warehouse.folder + "/in")
        #expect(try warehouse.loxley("load", "ssda903", "--year", "2021-22", folder).code == 0)
        let home = try HomeCopy(in: warehouse.folder)
        try home.edit("etl/social-care/ssda903_reviews.yaml") {
            $0.trimmingCharacters(in: .newlines) + "\n  CHAIR:       { type: text, privacy: personal, title: Who chaired it, years: { from: 2025-26 } }\n"
        }
        let migrated = try warehouse.loxley("migrate", environment: home.environment)
        #expect(migrated.code == 0 && migrated.out.contains("source.ssda903_reviews"), "\(migrated)")
        #expect(try warehouse.connect().value("select count(*) from source.ssda903_reviews where chair is null") == 3)
    }
}

@Suite("The private server", .serialized)
struct PrivateServerTests {
    /// A data folder of this test, whose server is stopped at the end.
    final class Folder {
        let path: String
        init(_ name: String) throws { path = try TestServer.shared().folder + "-" + name }
        deinit { stopServer(path) }
        func loxley(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
            try Loxley.run(arguments + ["--data", path], environment: environment)
        }
    }

    @Test("start, status, url, stop, a stale pid file, another major version; started by the command that needs it")
    func life() throws {
        let folder = try Folder("life")
        #expect(try folder.loxley("database", "status").out.contains("not made yet"))
        let status = try folder.loxley("status")
        #expect(status.code == 3 || status.code == 0, "a new private database is brought up by the first command: \(status)")
        #expect(try folder.loxley("database", "status").out.contains("running, process"))
        let url = try folder.loxley("database", "url").out.trimmingCharacters(in: .whitespacesAndNewlines)
        do {
            let db = try Connection(url: url)
            #expect(try db.value("show listen_addresses", as: String.self) == "", "no TCP")
            #expect(try db.value("show data_checksums", as: String.self) == "on")
            #expect(try db.value("show jit", as: String.self) == "off")
            #expect(try db.value("select count(*) from pg_hba_file_rules where auth_method = 'trust'") == 0)
        }
        let pidFile = folder.path + "/postgres/postmaster.pid"
        let running = try String(contentsOfFile: pidFile, encoding: .utf8)
        #expect(try folder.loxley("database", "start").code == 0, "it runs already")
        #expect(try folder.loxley("database", "stop").code == 0)
        #expect(try folder.loxley("database", "stop").code == 0, "it is stopped already")
        #expect(try folder.loxley("database", "status").out.contains("stopped"))

        // A pid file left behind: of a process that is gone, and of a process that is something else.
        for pid in ["4194000", "\(ProcessInfo.processInfo.processIdentifier)"] {
            let lines = running.split(separator: "\n", omittingEmptySubsequences: false)
            try ([pid] + lines.dropFirst().map(String.init)).joined(separator: "\n").write(toFile: pidFile, atomically: false, encoding: .utf8)
            #expect(try folder.loxley("database", "status").out.contains("stopped"))
            let started = try folder.loxley("database", "start")
            #expect(started.code == 0, "over a pid file of process \(pid): \(started)")
            #expect(try folder.loxley("database", "stop").code == 0)
        }

        let version = folder.path + "/postgres/PG_VERSION"
        let real = try String(contentsOfFile: version, encoding: .utf8)
        try "12\n".write(toFile: version, atomically: false, encoding: .utf8)
        let other = try folder.loxley("status")
        #expect(other.code == 1 && other.err.contains("made by PostgreSQL 12") && other.err.contains("backup"), "\(other)")
        try real.write(toFile: version, atomically: false, encoding: .utf8)
        #expect(try folder.loxley("database", "start").code == 0)
    }

    @Test("a data folder with a long path")
    func longPath() throws {
        let folder = try Folder("long/" + Array(repeating: "a-rather-long-folder-name", count: 6).joined(separator: "/"))
        let parent = try TestServer.shared().folder + "-long"
        defer {
            stopServer(folder.path)
            try? FileManager.default.removeItem(atPath: parent)
        }
        #expect(folder.path.utf8.count > 107)
        let started = try folder.loxley("database", "start")
        #expect(started.code == 0, "\(started)")
        #expect(try folder.loxley("migrate").code == 0)
    }

    @Test("a folder that holds something else is left alone")
    func notOurs() throws {
        let folder = try Folder("other")
        try FileManager.default.createDirectory(atPath: folder.path + "/postgres", withIntermediateDirectories: true)
        try "mine".write(toFile: folder.path + "/postgres/notes.txt", atomically: true, encoding: .utf8)
        let refused = try folder.loxley("database", "start")
        #expect(refused.code == 1 && refused.err.contains("not a PostgreSQL data folder"), "\(refused)")
        #expect(try String(contentsOfFile: folder.path + "/postgres/notes.txt", encoding: .utf8) == "mine")
    }

    @Test("a backup restored into another database gives the same digest")
    func backup() throws {
        let source = try TestWarehouse()
        let folder = try Extract.write(Extract.small(children: 20), to: source.folder + "/in")
        #expect(try source.loxley("load", "ssda903", "--year", "2021-22", folder).code == 0)
        let dump = source.folder + "/backup.dump"
        #expect(try source.loxley("database", "backup", dump).code == 0)
        // Into an empty database, and over one that holds something else.
        for template in ["template1", "loxley_template"] {
            let target = try TestWarehouse(template: template)
            if template == "loxley_template" {
                let other = try Extract.write(Extract.small(children: 5, from: 500), to: target.folder + "/in")
                #expect(try target.loxley("load", "ssda903", "--year", "2021-22", other).code == 0)
            }
            let restored = try target.loxley("database", "restore", dump)
            #expect(restored.code == 0, "\(restored)")
            #expect(try target.digest() == source.digest())
            #expect(try target.loxley("load", "ssda903", "--year", "2021-22", folder).out.contains("already loaded"))
        }
    }
}

@Suite("The cookbook")
struct CookbookTests {
    static let queries: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: Loxley.packageFolder + "/sql/cookbook")) ?? []).filter { $0.hasSuffix(".sql") }.sorted()

    @Test("every question has an answer on an inbox of all agencies")
    func answers() throws {
        let warehouse = try TestWarehouse()
        let folder = warehouse.folder + "/everything"
        // The day that the questions are asked for, and children enough that even rare things happen to some.
        let made = try warehouse.loxley("synthesise", "--children", "700", "--as-at", "2026-09-30", "--profile", "nottingham-2021", "--out", folder)
        #expect(made.code == 0, "\(made)")
        let loaded = try warehouse.loxley("run", "--inbox", folder + "/inbox", "--settle", "0", timeout: 900)
        #expect([0, 3].contains(loaded.code), "\(loaded)")
        let db = try warehouse.connect()
        for name in Self.queries {
            let text = try String(contentsOfFile: "\(Loxley.packageFolder)/sql/cookbook/\(name)", encoding: .utf8)
            let rows = try db.value(SQL(unsafeSQL: "select count(*) from (\n\(text.replacing(";", with: ""))\n) as answer"), as: Int.self)
            #expect(rows > 0, "\(name) has no answer")
        }
    }

    @Test("every query runs on a warehouse that holds something")
    func runs() throws {
        let warehouse = try TestWarehouse()
        #expect(try warehouse.loxley("load", "ssda903", "--year", "2024-25", try Synthetic.large()).code == 3)
        let db = try warehouse.connect()
        #expect(!Self.queries.isEmpty)
        for name in Self.queries {
            let text = try String(contentsOfFile: "\(Loxley.packageFolder)/sql/cookbook/\(name)", encoding: .utf8)
            #expect(throws: Never.self, "\(name)") { try db.execute(SQL(unsafeSQL: text)) }
        }
    }
}
