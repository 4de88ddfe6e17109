/// What can be wrong with the private server. Every message says what to do next.
public enum ClusterError: Error, CustomStringConvertible, Sendable {
    /// PostgreSQL's programs were not found.
    case noPostgres
    /// Root, and neither `postgres` nor `nobody` exists.
    case noServerUser
    /// The data folder belongs to another major version.
    case otherVersion(folder: String, found: String, here: String)
    /// The data folder cannot be reached by the user the server runs as.
    case unreachable(folder: String, user: String)
    /// The data folder exists and is not a server's.
    case notACluster(folder: String)
    /// A folder for the socket exists and belongs to somebody else.
    case foreignSocketFolder(String)
    /// A program ended with an error.
    case program(name: String, log: String)
    /// A folder could not be made.
    case folder(String, reason: String)

    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .noPostgres:
            return "PostgreSQL's programs (initdb, pg_ctl) were not found. Install them (Debian: apt-get install postgresql-15), "
                + "or use a server of your own with --database URL"
        case .noServerUser:
            return "PostgreSQL does not run as root and there is no user postgres or nobody to run it as. "
                + "Install Debian's postgresql package, or call loxley as an ordinary user"
        case .otherVersion(let folder, let found, let here):
            return "\(folder) was made by PostgreSQL \(found), this machine has \(here). "
                + "Back it up with the old version (loxley database backup), restore into a new --data folder"
        case .unreachable(let folder, let user):
            return "\(folder) cannot be reached by the user \(user), as whom the server runs. "
                + "Choose another folder with --data, such as /var/lib/loxley"
        case .notACluster(let folder):
            return "\(folder) holds files but is not a PostgreSQL data folder. Choose another with --data"
        case .foreignSocketFolder(let folder):
            return "\(folder) belongs to another user, so no socket is put there. Remove it, or choose another --data"
        case .program(let name, let log): return "\(name) failed; its log: \(log)"
        case .folder(let folder, let reason): return "\(folder) cannot be made: \(reason)"
        }
    }
}
