import CLibpq

/// A connection to a PostgreSQL server, 15 or later.
///
/// Not Sendable: one connection belongs to one thread. Work is done inside ``read(_:)`` and ``write(retries:_:)``, each of
/// which is one transaction.
public final class Connection {
    let handle: OpaquePointer
    let interruptSlot: InterruptSlot

    /// Connects.
    /// - Parameters:
    ///   - url: a URL (`postgresql://…`) or libpq's `key=value` form; empty for the environment (`PGHOST`, `PGSERVICE` …)
    ///   - database: another database of that server; nil for the one that the URL names
    ///   - applicationName: what `pg_stat_activity` shows
    ///   - connectTimeout: seconds, at least 2
    /// - Throws: ``PostgresError/connection(reason:)``
    public init(url: String, database: String? = nil, applicationName: String = "loxley", connectTimeout: Int = 10) throws {
        // dbname expands to the whole URL or key=value string; later keywords win over it, fallback_application_name does not.
        // Of two that name the database the first alone is expanded, and the second wins; where it is empty, it says nothing.
        let keywords = ["dbname", "connect_timeout", "fallback_application_name", "client_encoding", "dbname"]
        let values = [url, String(connectTimeout), applicationName, "UTF8", database ?? ""]
        let handle = Connection.withCStrings(keywords) { keywords in
            Connection.withCStrings(values) { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let handle else { throw PostgresError.connection(reason: "out of memory") }
        guard PQstatus(handle) == CONNECTION_OK else {
            let reason = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
            PQfinish(handle)
            throw PostgresError.connection(reason: Connection.oneLine(reason))
        }
        self.handle = handle
        interruptSlot = InterruptSlot(handle)
        // Notices may quote values of rows.
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        // From here on deinit closes the connection, also where something below throws.
        guard PQserverVersion(handle) >= 150_000 else {
            throw PostgresError.connection(reason: "the server is older than PostgreSQL 15 (\(PQserverVersion(handle)))")
        }
        // A client that died must not hold its locks while a statement of it runs on.
        try execute(
            """
            set client_connection_check_interval = '1s'; set datestyle = 'ISO, DMY'; set timezone = 'UTC';
            set jit = off; set client_min_messages = warning; set standard_conforming_strings = on;
            set extra_float_digits = 1
            """)
    }

    deinit {
        interruptSlot.release()
        PQfinish(handle)
    }

    /// The server's version as a number, 150018 for 15.18.
    public var serverVersion: Int { Int(PQserverVersion(handle)) }

    /// The process that serves this connection.
    public var backendPID: Int { Int(PQbackendPID(handle)) }

    static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    static func withCStrings<R>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> R) -> R {
        let storage = strings.map { string in
            string.utf8CString.withUnsafeBufferPointer { source in
                let copy = UnsafeMutablePointer<CChar>.allocate(capacity: source.count)
                if let base = source.baseAddress { copy.initialize(from: base, count: source.count) }
                return copy
            }
        }
        defer { storage.forEach { $0.deallocate() } }
        var pointers: [UnsafePointer<CChar>?] = storage.map { UnsafePointer($0) }
        pointers.append(nil)
        return pointers.withUnsafeBufferPointer { buffer in
            // The array always has its closing nil, so there is a base address.
            body(buffer.baseAddress.unsafelyUnwrapped)
        }
    }
}
