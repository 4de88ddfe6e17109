import CLibpq

extension Connection {
    /// Runs the closure in a read-only transaction that sees one moment of the database throughout.
    public func read<T>(_ body: (Connection) throws -> T) throws -> T {
        try transaction("begin isolation level repeatable read read only", mustCommit: false, body)
    }

    /// Runs the closure in a transaction and commits it; anything thrown rolls it back.
    ///
    /// A closure that catches a statement's error and returns gets ``PostgresError/notCommitted``: the transaction was lost with the
    /// statement. What may fail on its own stands between savepoints.
    /// - Parameter retries: how often to run the closure again after a serialization failure (40001) or a deadlock (40P01).
    ///   The closure must then have no effect outside the database.
    public func write<T>(retries: Int = 0, _ body: (Connection) throws -> T) throws -> T {
        var left = retries
        while true {
            do {
                return try transaction("begin", mustCommit: true, body)
            } catch let error as PostgresError where left > 0 && ["40001", "40P01"].contains(error.sqlState) {
                left -= 1
            }
        }
    }

    private func transaction<T>(_ begin: SQL, mustCommit: Bool, _ body: (Connection) throws -> T) throws -> T {
        if [PQTRANS_INTRANS, PQTRANS_INERROR].contains(PQtransactionStatus(handle)) {
            throw PostgresError.misuse("a transaction was begun inside a transaction; the inner commit would end the outer one")
        }
        try execute(begin)
        let value: T
        do {
            value = try body(self)
        } catch {
            do { try rollback() } catch let second {
                // A lost connection has rolled back already; the first error says more.
                if case PostgresError.connection = second { throw error }
                throw PostgresError.rollbackFailed(work: "\(error)", rollback: "\(second)")
            }
            throw error
        }
        // The server answers a commit of a failed transaction with ROLLBACK, which is no error to it.
        let result = try run("commit")
        defer { PQclear(result) }
        if mustCommit, PQcmdStatus(result).map({ String(cString: $0) }) != "COMMIT" { throw PostgresError.notCommitted }
        return value
    }

    /// Runs the closure, inside a transaction, so that anything thrown undoes what it did and no more: the transaction goes on.
    public func savepoint<T>(_ body: (Connection) throws -> T) throws -> T {
        try execute("savepoint work")
        do {
            let value = try body(self)
            try execute("release savepoint work")
            return value
        } catch PostgresError.interrupted {
            // Nothing goes on after this.
            throw PostgresError.interrupted
        } catch {
            try execute("rollback to savepoint work; release savepoint work")
            throw error
        }
    }

    private func rollback() throws {
        // After an interrupt the rollback itself must still be sent.
        _ = try interruptSlot.withoutChecks { try execute("rollback") }
    }

    /// Tries to take a lock that belongs to this connection until it ends or ``unlock(_:)`` is called.
    /// - Parameter name: what is locked; hashed by the server.
    /// - Returns: false where another connection holds it.
    public func tryLock(_ name: String) throws -> Bool {
        try value("select pg_try_advisory_lock(hashtextextended(\("loxley:" + name), 0))")
    }

    /// Releases a lock taken by ``tryLock(_:)``.
    public func unlock(_ name: String) throws {
        try execute("select pg_advisory_unlock(hashtextextended(\("loxley:" + name), 0))")
    }

    /// Runs the closure although SIGINT or SIGTERM has come: for what must be said after the work was rolled back.
    public func despiteInterrupt<T>(_ body: () throws -> T) rethrows -> T {
        try interruptSlot.withoutChecks(body)
    }
}
