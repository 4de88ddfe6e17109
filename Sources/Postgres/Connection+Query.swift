import CLibpq

extension Connection {
    /// Runs a statement, or several separated by semicolons where nothing is bound.
    /// - Returns: rows affected by the (last) statement, 0 where that means nothing.
    /// - Throws: ``PostgresError``
    @discardableResult
    public func execute(_ sql: SQL) throws -> Int {
        let result = try run(sql)
        defer { PQclear(result) }
        guard let text = PQcmdTuples(result) else { return 0 }
        return Int(String(cString: text)) ?? 0
    }

    /// Runs a query and decodes every row. For small results; for large ones see ``forEachRow(_:_:)``.
    public func query<T>(_ sql: SQL, _ decode: (Row) throws -> T) throws -> [T] {
        let result = try run(sql)
        defer { PQclear(result) }
        return try (0..<PQntuples(result)).map { try decode(Row(result: result, index: $0)) }
    }

    /// Runs a query and decodes its first row; nil where there is none.
    public func first<T>(_ sql: SQL, _ decode: (Row) throws -> T) throws -> T? {
        let result = try run(sql)
        defer { PQclear(result) }
        guard PQntuples(result) > 0 else { return nil }
        return try decode(Row(result: result, index: 0))
    }

    /// The names of a query's columns, in their order. The query is run: end it with `limit 0`.
    public func columnNames(_ sql: SQL) throws -> [String] {
        let result = try run(sql)
        defer { PQclear(result) }
        return (0..<PQnfields(result)).map { PQfname(result, $0).map { String(cString: $0) } ?? "" }
    }

    /// The single value of a query's first row.
    /// - Throws: ``PostgresError/noRow``, ``PostgresError/decoding(column:expected:)``
    public func value<T: PostgresDecodable>(_ sql: SQL, as type: T.Type = T.self) throws -> T {
        guard let value = try first(sql, { try $0.decode(0, as: T.self) }) else { throw PostgresError.noRow }
        return value
    }

    /// Runs a query and hands over its rows one by one, in constant memory whatever their number.
    public func forEachRow(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try checkReady()
        let sent = try withParameters(sql) { count, values in
            PQsendQueryParams(handle, sql.text, count, nil, values, nil, nil, 0)
        }
        guard sent == 1 else { throw connectionError() }
        PQsetSingleRowMode(handle)
        var failure: (any Error)?
        while let result = PQgetResult(handle) {
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_SINGLE_TUPLE:
                if failure == nil {
                    do { try body(Row(result: result, index: 0)) } catch {
                        failure = error
                        interruptSlot.cancel()
                    }
                }
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: break
            case PGRES_COPY_IN, PGRES_COPY_OUT:
                endCopy(PQresultStatus(result))
                failure = PostgresError.misuse(Connection.wrongCopy)
            default: if failure == nil { failure = error(of: result) }
            }
        }
        if let failure { throw failure }
    }

    /// Sends a statement and waits for its (last) result, which the caller clears.
    /// - Parameter copy: the direction of the COPY that the statement must start; nil where it must start none.
    func run(_ sql: SQL, copy: ExecStatusType? = nil) throws -> OpaquePointer {
        try checkReady()
        let result =
            sql.values.isEmpty
            ? PQexec(handle, sql.text)
            : try withParameters(sql) { count, values in PQexecParams(handle, sql.text, count, nil, values, nil, nil, 0) }
        guard let result else { throw connectionError() }
        let status = PQresultStatus(result)
        switch status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_COPY_IN, PGRES_COPY_OUT:
            let started = status == PGRES_COPY_IN || status == PGRES_COPY_OUT ? status : nil
            if started == copy { return result }
            PQclear(result)
            if let started { endCopy(started) }
            throw PostgresError.misuse(Connection.wrongCopy)
        default:
            defer { PQclear(result) }
            throw error(of: result)
        }
    }

    static let wrongCopy = "copy … from stdin needs copyIn, copy … to stdout needs copyOut, and neither takes another statement"

    /// libpq would silently throw away the rest of a result that is still being read.
    private func checkReady() throws {
        try interruptSlot.check()
        if PQtransactionStatus(handle) == PQTRANS_ACTIVE {
            throw PostgresError.misuse("a statement was sent while rows of another one were being read or written on the same connection")
        }
    }

    private func withParameters<R>(_ sql: SQL, _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>) -> R) throws -> R {
        if sql.values.contains(where: { $0?.utf8.contains(0) ?? false }) { throw PostgresError.nulCharacter }
        return Connection.withCStrings(sql.values.map { $0 ?? "" }) { strings in
            var pointers = Array(UnsafeBufferPointer(start: strings, count: sql.values.count + 1))
            for (index, value) in sql.values.enumerated() where value == nil { pointers[index] = nil }
            return pointers.withUnsafeBufferPointer { body(Int32(sql.values.count), $0.baseAddress.unsafelyUnwrapped) }
        }
    }

    func error(of result: OpaquePointer?) -> PostgresError {
        if PQstatus(handle) == CONNECTION_BAD { return connectionError() }
        let error = ServerError(result: result)
        // 57014 query_canceled: ours when a signal came, else the server's own time-out.
        if error.sqlState == "57014", Interrupt.isRequested { return .interrupted }
        return .server(error)
    }

    func connectionError() -> PostgresError {
        if Interrupt.isRequested { return .interrupted }
        return .connection(reason: Connection.oneLine(PQerrorMessage(handle).map { String(cString: $0) } ?? "lost"))
    }
}
