import Foundation
import Logging
import Postgres

#if canImport(Glibc)
    import Glibc
#endif

/// The private PostgreSQL server: what a newcomer gets without asking.
///
/// It listens on a Unix socket only. Clients get in by a peer map (the operating system says who they are), never by
/// trust: the user who made the server, and root where root made it.
public struct PrivateServer: Sendable {
    /// What the server is doing.
    public enum State: Equatable, Sendable {
        /// No data folder yet.
        case absent
        case stopped
        case running(pid: Int)
    }

    /// Where the server keeps its things.
    let files: ServerFiles
    private let programs: PostgresPrograms
    private let logger: Logger

    /// - Throws: ``ClusterError/noPostgres`` where the programs are missing.
    public init(files: ServerFiles, logger: Logger) throws {
        self.files = files
        self.logger = logger
        programs = try PostgresPrograms.find()
    }

    /// Whether it runs, without starting it. A pid file whose process is gone, or is not PostgreSQL, counts as stopped.
    public func state() throws -> State {
        guard FileManager.default.fileExists(atPath: files.cluster + "/PG_VERSION") else {
            let inside = (try? FileManager.default.contentsOfDirectory(atPath: files.cluster)) ?? []
            if !inside.isEmpty { throw ClusterError.notACluster(folder: files.cluster) }
            return .absent
        }
        guard let text = try? String(contentsOfFile: files.cluster + "/postmaster.pid", encoding: .utf8),
            let line = text.split(separator: "\n").first, let pid = Int32(line), kill(pid, 0) == 0 || errno == EPERM,
            let name = try? String(contentsOfFile: "/proc/\(pid)/comm", encoding: .utf8), name.hasPrefix("postgres")
        else { return .stopped }
        return .running(pid: Int(pid))
    }

    /// Starts it, making it first where there is none. Does nothing where it runs.
    public func start() async throws {
        switch try state() {
        case .running: return
        case .absent: try await create()
        case .stopped: try checkVersion()
        }
        try makeFolder(files.socketFolder, mode: files.serverUser == nil ? 0o700 : 0o755)
        try makeFolder(files.folder + "/log", mode: 0o755)
        logger.info("starting the private server", metadata: ["folder": "\(files.folder)"])
        let started = try await programs.run(
            "pg_ctl", ["start", "--pgdata", files.cluster, "--log", files.log, "--wait", "--timeout", "120", "--silent"], as: files.serverUser)
        // Another command may have started it in the same moment.
        if !started.succeeded {
            if case .running = try state() {
                try await waitUntilReady()
            } else {
                throw ClusterError.program(name: "pg_ctl start", log: files.log)
            }
        }
    }

    /// Stops it; running statements are cancelled and rolled back.
    public func stop() async throws {
        guard case .running = try state() else { return }
        let stopped = try await programs.run(
            "pg_ctl", ["stop", "--pgdata", files.cluster, "--mode", "fast", "--wait", "--timeout", "120", "--silent"], as: files.serverUser)
        guard stopped.succeeded else { throw ClusterError.program(name: "pg_ctl stop", log: files.log) }
    }

    /// Writes a dump of one database in pg_dump's custom format.
    public func backup(url: String, to path: String) async throws {
        let made = try await programs.run("pg_dump", ["--format=custom", "--no-password", "--file", path, url], as: nil)
        guard made.succeeded else { throw ClusterError.program(name: "pg_dump", log: made.message) }
    }

    /// Replaces the content of one database by a dump's, in one transaction.
    public func restore(url: String, from path: String) async throws {
        let done = try await programs.run(
            "pg_restore",
            ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error", "--no-password", "--dbname", url, path], as: nil)
        guard done.succeeded else { throw ClusterError.program(name: "pg_restore", log: done.message) }
    }

    private func waitUntilReady() async throws {
        for _ in 0..<120 {
            if (try? Connection(url: files.url)) != nil { return }
            try await Task.sleep(for: .milliseconds(250))
        }
        throw ClusterError.program(name: "pg_ctl start", log: files.log)
    }

    private func checkVersion() throws {
        let found = ((try? String(contentsOfFile: files.cluster + "/PG_VERSION", encoding: .utf8)) ?? "").split(separator: "\n").first.map(String.init) ?? "?"
        guard found == programs.majorVersion else {
            throw ClusterError.otherVersion(folder: files.cluster, found: found, here: programs.majorVersion)
        }
    }

    private func create() async throws {
        logger.info("making the private server", metadata: ["folder": "\(files.folder)"])
        try makeFolder(files.folder, mode: 0o755)
        if let user = files.serverUser, !reachable(files.folder, by: user) {
            throw ClusterError.unreachable(folder: files.folder, user: user.name)
        }
        let made = try await programs.run(
            "initdb",
            [
                "--pgdata", files.cluster, "--username", "loxley", "--encoding", "UTF8", "--lc-collate", "C", "--lc-ctype", "C.UTF-8",
                "--data-checksums", "--auth-local", "peer", "--auth-host", "reject", "--no-instructions",
            ], as: files.serverUser)
        guard made.succeeded else { throw ClusterError.program(name: "initdb", log: made.message) }
        let memory = Int(ProcessInfo.processInfo.physicalMemory / 1_048_576)
        try write(Settings.configuration(socketFolder: files.socketFolder, memoryMB: memory), to: "/loxley.conf")
        let main = files.cluster + "/postgresql.conf"
        let existing = try String(contentsOfFile: main, encoding: .utf8)
        try write(existing + "\n# Loxley's settings; change them in loxley.conf.\ninclude 'loxley.conf'\n", to: "/postgresql.conf")
        let users = Set([SystemUser.current, files.serverUser?.name ?? SystemUser.current]).sorted()
        try write("# who may be which database user: set by loxley\nlocal all all peer map=loxley\n", to: "/pg_hba.conf")
        try write(users.map { "loxley \($0) loxley\n" }.joined(), to: "/pg_ident.conf")
        try await start()
        let admin = try Connection(url: files.url.replacingOccurrences(of: "@/loxley?", with: "@/postgres?"))
        try admin.execute("create database loxley template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'")
    }

    private func write(_ text: String, to name: String) throws {
        let path = files.cluster + name
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        chmod(path, 0o600)
        if let user = files.serverUser { chown(path, user.uid, user.gid) }
    }

    private func makeFolder(_ path: String, mode: mode_t) throws {
        var information = stat()
        if lstat(path, &information) == 0 {
            let owner = files.serverUser?.uid ?? geteuid()
            guard information.st_mode & S_IFMT == S_IFDIR, information.st_uid == owner || path == files.folder else {
                throw ClusterError.foreignSocketFolder(path)
            }
            if path == files.folder, let user = files.serverUser, information.st_uid == geteuid() { chown(path, user.uid, user.gid) }
            return
        }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: Int(mode)])
        } catch {
            throw ClusterError.folder(path, reason: String(cString: strerror(errno)))
        }
        if let user = files.serverUser { chown(path, user.uid, user.gid) }
    }

    /// Whether a user may pass through every folder above and into this one.
    private func reachable(_ path: String, by user: SystemUser) -> Bool {
        var current = path
        while true {
            var information = stat()
            guard stat(current, &information) == 0 else { return false }
            let bits = information.st_mode
            let allowed =
                information.st_uid == user.uid ? bits & S_IXUSR != 0 : information.st_gid == user.gid ? bits & S_IXGRP != 0 : bits & S_IXOTH != 0
            if !allowed { return false }
            if current == "/" || current.isEmpty { return true }
            current = (current as NSString).deletingLastPathComponent
        }
    }
}
