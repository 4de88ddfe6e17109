import Foundation

/// PostgreSQL's own programs of the newest version installed.
struct PostgresPrograms: Sendable {
    /// How a program ended.
    struct Outcome {
        let succeeded: Bool
        /// What it wrote on standard error.
        let message: String
    }

    let folder: String
    let majorVersion: String

    /// Finds them in Debian's place, else on the PATH.
    static func find() throws -> PostgresPrograms {
        let root = "/usr/lib/postgresql"
        let versions = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).compactMap(Int.init).filter { $0 >= 15 }.sorted()
        for version in versions.reversed() where FileManager.default.isExecutableFile(atPath: "\(root)/\(version)/bin/initdb") {
            return PostgresPrograms(folder: "\(root)/\(version)/bin", majorVersion: "\(version)")
        }
        for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        where FileManager.default.isExecutableFile(atPath: "\(folder)/initdb") {
            let resolved = URL(fileURLWithPath: "\(folder)/initdb").resolvingSymlinksInPath().deletingLastPathComponent().path
            let version = resolved.split(separator: "/").compactMap { Int($0) }.last.map(String.init) ?? "15"
            return PostgresPrograms(folder: resolved, majorVersion: version)
        }
        throw ClusterError.noPostgres
    }

    /// Runs a program as another user.
    private static let setpriv = "/usr/bin/setpriv"
    /// A load sorts and hashes in large pieces of memory, one after the other. By default the C library gives each back to the system
    /// and asks for the next, which must then be cleared page by page; so up to 1 GB is kept by a connection until it closes.
    private static let memoryKept = ["MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "1073741824", "MALLOC_TOP_PAD_": "16777216"]

    /// Runs one and waits for its end.
    func run(_ name: String, _ arguments: [String], as user: SystemUser?) async throws -> Outcome {
        // pg_ctl leaves the server behind, which would go on writing where it wrote.
        let leavesServer = name == "pg_ctl"
        var program = "\(folder)/\(name)"
        var words = arguments
        if let user {
            // The C library's setgroups and setuid wait for every thread of the process. In the child of a fork those threads are
            // gone, and one that was being made at that moment is waited for without end. setpriv changes the user after exec.
            guard FileManager.default.isExecutableFile(atPath: PostgresPrograms.setpriv) else {
                throw ClusterError.program(name: PostgresPrograms.setpriv, log: "it is missing (Debian: apt-get install util-linux)")
            }
            words = ["--reuid=\(user.uid)", "--regid=\(user.gid)", "--groups=\(user.gid)", "--", program] + arguments
            program = PostgresPrograms.setpriv
        }
        let child = ChildProcess(
            program: program, arguments: words, folder: user != nil || leavesServer ? "/" : nil, environment: PostgresPrograms.memoryKept)
        let ending = try child.run(keepsErrors: !leavesServer)
        return Outcome(succeeded: ending.code == 0, message: ending.message)
    }
}
