import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Where a private server keeps its things, and as whom it runs.
public struct ServerFiles: Sendable {
    /// Loxley's data folder (`--data`, `LOXLEY_DATA`): the server, the archive of original files, logs.
    public let folder: String
    /// PostgreSQL's own data folder inside it.
    public var cluster: String { folder + "/postgres" }
    /// The server's log.
    public var log: String { folder + "/log/postgres.log" }
    /// Original files, content-addressed.
    public var archive: String { folder + "/archive" }
    /// The folder of the Unix socket. Short, since a socket's path may not exceed 107 bytes.
    public let socketFolder: String
    /// The unprivileged user the server runs as; nil for the user who calls.
    let serverUser: SystemUser?

    /// The file names for a data folder.
    /// - Parameter folder: the data folder, or nil for the default: `LOXLEY_DATA`, else `/var/lib/loxley` for root, else `.loxley` here.
    /// - Throws: ``ClusterError`` where root has no unprivileged user to run the server as.
    public init(folder: String?, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        let isRoot = geteuid() == 0
        let chosen = folder ?? environment["LOXLEY_DATA"] ?? (isRoot ? "/var/lib/loxley" : ".loxley")
        let absolute = URL(fileURLWithPath: chosen).standardizedFileURL.path
        self.folder = absolute.count > 1 && absolute.hasSuffix("/") ? String(absolute.dropLast()) : absolute
        // FNV-1a over the path: the same data folder always has the same socket folder.
        let hash = self.folder.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let tag = String(hash, radix: 36)
        if isRoot {
            guard let user = SystemUser(name: "postgres") ?? SystemUser(name: "nobody") else {
                throw ClusterError.noServerUser
            }
            serverUser = user
            socketFolder = "/run/loxley-\(tag)"
        } else {
            serverUser = nil
            let runtime = environment["XDG_RUNTIME_DIR"].flatMap { access($0, W_OK) == 0 && $0.utf8.count < 60 ? $0 : nil }
            socketFolder = (runtime ?? "/tmp") + "/loxley-\(geteuid())-\(tag)"
        }
    }

    /// How clients of this machine reach the server.
    public var url: String {
        let host = socketFolder.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? socketFolder
        return "postgresql://loxley@/loxley?host=\(host)"
    }
}

/// A user of the operating system.
struct SystemUser: Sendable {
    /// The login name.
    let name: String
    /// The user's number.
    let uid: uid_t
    /// The number of the user's primary group.
    let gid: gid_t

    /// Looks the user up by name; nil where there is none.
    init?(name: String) {
        guard let entry = getpwnam(name) else { return nil }
        self.name = name
        uid = entry.pointee.pw_uid
        gid = entry.pointee.pw_gid
    }

    /// The user who calls.
    static var current: String {
        getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? "uid\(geteuid())"
    }
}
