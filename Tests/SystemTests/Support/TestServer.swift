import Foundation
import Postgres
import Warehouse

#if canImport(Glibc)
    import Glibc
#endif

/// The one private server of a test run: made when it is first needed, stopped and removed at the end of the process.
struct TestServer: Sendable {
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// Loxley's data folder.
    let folder: String
    /// The URL of a database of that name.
    func url(_ database: String) -> String { base.replacing("@/loxley?", with: "@/\(database)?") }
    /// The server's log.
    var log: String { (try? String(contentsOfFile: folder + "/log/postgres.log", encoding: .utf8)) ?? "" }

    private let base: String

    /// The server of this run, with `loxley_template` migrated once.
    static func shared() throws -> TestServer { try result.get() }

    private static let result = Result<TestServer, any Error> { try TestServer() }

    private init() throws {
        removeLeftovers()
        folder = "/tmp/loxley-tests-\(getpid())"
        let started = try Loxley.run(["database", "start", "--data", folder])
        guard started.code == 0 else { throw Failed(description: "the test server did not start: \(started)") }
        base = started.out.trimmingCharacters(in: .whitespacesAndNewlines)
        atexit { stopServer("/tmp/loxley-tests-\(getpid())") }
        let admin = try Connection(url: url("postgres"))
        // What is lost with the machine is only a test; the tests of crashes have servers of their own.
        try admin.execute("alter system set fsync = off")
        try admin.execute("select pg_reload_conf()")
        try admin.execute("create database loxley_template")
        let migrated = try Loxley.run(["migrate", "--database", url("loxley_template"), "--data", folder])
        guard migrated.code == 0 else { throw Failed(description: "the template was not migrated: \(migrated)") }
    }
}

/// Stops a server by its data folder and removes what it leaves.
func stopServer(_ folder: String) {
    let url = try? Loxley.run(["database", "url", "--data", folder]).out
    _ = try? Loxley.run(["database", "stop", "--data", folder])
    try? FileManager.default.removeItem(atPath: folder)
    if let host = url?.trimmingCharacters(in: .whitespacesAndNewlines).components(separatedBy: "host=").last?.removingPercentEncoding,
        host.contains("loxley-")
    {
        try? FileManager.default.removeItem(atPath: host)
    }
}

/// Servers of earlier test runs that were killed.
private func removeLeftovers() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: "/tmp")) ?? [] where name.hasPrefix("loxley-tests-") {
        let digits = name.dropFirst("loxley-tests-".count).prefix { $0.isNumber }
        guard let pid = pid_t(digits), pid != getpid(), kill(pid, 0) == -1, errno == ESRCH else { continue }
        stopServer("/tmp/" + name)
    }
}

/// A warehouse of one test: a database made from the template, and a folder for its files. Gone with the test.
final class TestWarehouse {
    let name: String
    let url: String
    /// A folder of the test.
    let folder: String
    let server: TestServer

    /// - Parameter template: the database it is a copy of; nobody may be connected to it
    init(template: String = "loxley_template") throws {
        server = try TestServer.shared()
        name = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
        url = server.url(name)
        folder = server.folder + "/tries/" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let admin = try Connection(url: server.url("postgres"))
        try admin.execute("create database \(Identifier(name)) template \(Identifier(template))")
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
        _ = try? Connection(url: server.url("postgres")).execute("drop database \(Identifier(name)) with (force)")
    }

    /// Options that choose this warehouse.
    var options: [String] { ["--database", url, "--data", folder + "/data"] }

    /// Runs the program on this warehouse.
    @discardableResult
    func loxley(_ arguments: String..., environment: [String: String] = [:], timeout: Double = 60) throws -> Outcome {
        try Loxley.run(arguments + options, environment: environment, timeout: timeout)
    }

    func connect() throws -> Connection { try Connection(url: url) }

    /// `loxley digest --all`, its last line's hash.
    func digest() throws -> String { try digestOf(options) }
}

/// The hash on the last line of `loxley digest --all`.
func digestOf(_ options: [String]) throws -> String {
    let outcome = try Loxley.run(["digest", "--all", "--format", "csv"] + options)
    guard outcome.code == 0, let last = outcome.out.split(separator: "\n").last else { throw TestServer.Failed(description: "digest: \(outcome)") }
    return String(last)
}

extension Connection {
    /// A query's rows as text; NULL as nil.
    func rows(_ sql: SQL) throws -> [[String?]] {
        try query(sql) { row in (0..<row.count).map { row[$0] } }
    }

    /// A query's rows as lines, fields joined by ` | `, NULL as `-`.
    func lines(_ sql: SQL) throws -> [String] {
        try rows(sql).map { $0.map { $0 ?? "-" }.joined(separator: " | ") }
    }

    /// Datasets with rows in source that no line of ops.load stands for: there must be none.
    func halfLoaded() throws -> [String] {
        let tables = try rows("select table_name from information_schema.tables where table_schema = 'source' and table_type = 'BASE TABLE'").compactMap(\.[0])
        return try tables.filter { table in
            try value("select exists (select from source.\(Identifier(table)) as s where not exists (select from ops.load as l where l.load_id = s.load_id))")
        }
    }

    /// Files whose rows are not all accounted for: there must be none.
    func unequal() throws -> [String] {
        try lines(
            """
            select load_id, file_name from ops.load where rows_read <> rows_new + rows_changed + rows_unchanged + rows_duplicate + rows_conflict
                + rows_stale + rows_ignored + rows_quarantined
            """)
    }
}
