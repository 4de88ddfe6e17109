import CLibpq

extension Connection {
    /// Sends rows to the server by COPY. The socket gives back-pressure: a write waits while the server is behind.
    /// - Parameters:
    ///   - sql: `copy … from stdin (…)`
    ///   - body: writes the stream's bytes; what it throws ends the COPY and is thrown again
    /// - Returns: rows the server took.
    @discardableResult
    public func copyIn(_ sql: SQL, _ body: (borrowing CopyWriter) throws -> Void) throws -> Int {
        PQclear(try run(sql, copy: PGRES_COPY_IN))
        do {
            try body(CopyWriter(connection: self))
        } catch {
            endCopy(PGRES_COPY_IN)
            throw error
        }
        guard PQputCopyEnd(handle, nil) == 1 else {
            drain()
            throw connectionError()
        }
        var rows = 0
        var failure: PostgresError?
        while let result = PQgetResult(handle) {
            defer { PQclear(result) }
            if PQresultStatus(result) == PGRES_COMMAND_OK {
                rows = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
            } else {
                failure = failure ?? error(of: result)
            }
        }
        if let failure { throw failure }
        return rows
    }

    /// Receives a COPY stream, row by row, in constant memory.
    /// - Parameters:
    ///   - sql: `copy … to stdout (…)`
    ///   - body: receives the bytes of one row, with its line end
    public func copyOut(_ sql: SQL, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        PQclear(try run(sql, copy: PGRES_COPY_OUT))
        var failure: (any Error)?
        while true {
            var buffer: UnsafeMutablePointer<CChar>?
            let length = PQgetCopyData(handle, &buffer, 0)
            if length == -1 { break }
            guard length >= 0, let buffer else {
                failure = failure ?? connectionError()
                break
            }
            defer { PQfreemem(buffer) }
            if failure == nil {
                do { try body(UnsafeRawBufferPointer(start: buffer, count: Int(length))) } catch {
                    failure = error
                    interruptSlot.cancel()
                }
            }
        }
        while let result = PQgetResult(handle) {
            defer { PQclear(result) }
            if PQresultStatus(result) != PGRES_COMMAND_OK, failure == nil { failure = error(of: result) }
        }
        if let failure { throw failure }
    }

    /// Ends a COPY without its data, so that the connection can be used again.
    func endCopy(_ direction: ExecStatusType) {
        if direction == PGRES_COPY_IN {
            PQputCopyEnd(handle, "stopped by the client")
        } else {
            interruptSlot.cancel()
            var buffer: UnsafeMutablePointer<CChar>?
            while PQgetCopyData(handle, &buffer, 0) >= 0 { PQfreemem(buffer) }
        }
        drain()
    }

    private func drain() {
        while let result = PQgetResult(handle) { PQclear(result) }
    }
}

/// Where the bytes of a COPY go. Exists only inside ``Connection/copyIn(_:_:)``.
public struct CopyWriter: ~Copyable {
    let connection: Connection

    /// Sends bytes; they need not end at a row's end.
    public func write(_ bytes: UnsafeRawBufferPointer) throws {
        try connection.interruptSlot.check()
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
        let sent = PQputCopyData(connection.handle, base.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        guard sent == 1 else {
            // The server has refused something: its own error says what.
            if let result = PQgetResult(connection.handle) {
                defer { PQclear(result) }
                throw connection.error(of: result)
            }
            throw connection.connectionError()
        }
    }
}
