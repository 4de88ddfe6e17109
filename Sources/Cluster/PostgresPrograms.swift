import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

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

    /// Runs one and waits for its end.
    func run(_ name: String, _ arguments: [String], as user: SystemUser?) async throws -> Outcome {
        var options = PlatformOptions()
        // pg_ctl leaves the server behind: in its own session a terminal's ^C does not reach it. Its output must not be a
        // pipe of ours, which the server would keep open.
        options.createSession = true
        let detached = name == "pg_ctl"
        // Another user by setpriv (of util-linux, which is everywhere), not by PlatformOptions.userID: between fork and exec, glibc's
        // setuid waits for threads that the child does not have, and now and then it waits for ever.
        let program: String
        var words = arguments
        if let user {
            program = "/usr/bin/setpriv"
            words = ["--reuid=\(user.uid)", "--regid=\(user.gid)", "--clear-groups", "--", "\(folder)/\(name)"] + arguments
        } else {
            program = "\(folder)/\(name)"
        }
        if detached {
            let result = try await Subprocess.run(
                .path(FilePath(program)), arguments: Arguments(words), workingDirectory: FilePath("/"),
                platformOptions: options, input: .none, output: .discarded, error: .discarded)
            return Outcome(succeeded: result.terminationStatus.isSuccess, message: "")
        }
        let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(words), workingDirectory: user == nil ? nil : FilePath("/"),
            platformOptions: options, input: .none, output: .discarded, error: .string(limit: 1 << 20))
        return Outcome(succeeded: result.terminationStatus.isSuccess, message: result.standardError)
    }
}
