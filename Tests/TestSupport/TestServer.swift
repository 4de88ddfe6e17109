import Cluster
import Foundation
import Logging
import Postgres

#if canImport(Glibc)
    import Glibc
#endif

/// One private server for all tests of this process: made when the first test asks, stopped and removed when the process ends.
package enum TestServer {
    /// Where to connect to.
    package static var url: String { get async throws { try await started.value } }

    /// Another database of the same server.
    package static func url(database: String) async throws -> String {
        try await url.replacingOccurrences(of: "@/loxley?", with: "@/\(database)?")
    }

    /// A new connection.
    package static func connect() async throws -> Connection { try Connection(url: await url, applicationName: "tests") }

    /// A new connection, and a schema of its own in which a test makes what it needs.
    package static func connect(schema: String) async throws -> Connection {
        let connection = try await connect()
        try connection.execute("create schema \(Identifier(schema))")
        try connection.execute("set search_path = \(Identifier(schema))")
        return connection
    }

    private static let prefix = "loxley-parttests-"
    private static let folder = "/tmp/\(prefix)\(getpid())"

    private static let started = Task {
        removeThoseOfCrashedRuns()
        let files = try ServerFiles(folder: folder)
        atexit { TestServer.remove(TestServer.folder) }
        try await PrivateServer(files: files, logger: Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })).start()
        return files.url
    }

    private static func removeThoseOfCrashedRuns() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/tmp")) ?? [] where name.hasPrefix(prefix) {
            guard let pid = pid_t(name.dropFirst(prefix.count)), kill(pid, 0) != 0, errno == ESRCH else { continue }
            remove("/tmp/" + name)
        }
    }

    /// Stops a server and removes what it had. At the end of the process nothing asynchronous runs any more, so the server gets the
    /// signal of a fast stop.
    private static func remove(_ folder: String) {
        guard let files = try? ServerFiles(folder: folder) else { return }
        let pidFile = try? String(contentsOfFile: files.cluster + "/postmaster.pid", encoding: .utf8)
        if let line = pidFile?.split(separator: "\n").first, let pid = pid_t(line),
            (try? String(contentsOfFile: "/proc/\(pid)/comm", encoding: .utf8))?.hasPrefix("postgres") == true, kill(pid, SIGINT) == 0
        {
            for _ in 0..<200 where kill(pid, 0) == 0 { usleep(50_000) }
        }
        try? FileManager.default.removeItem(atPath: files.folder)
        try? FileManager.default.removeItem(atPath: files.socketFolder)
    }
}
