import Postgres
import TestSupport
import Testing

@Suite("Transactions")
struct TransactionTests {
    @Test("read cannot write")
    func readOnly() async throws {
        let db = try await TestServer.connect(schema: "read_only")
        try db.execute("create table t (i int)")
        let error = #expect(throws: PostgresError.self) { try db.read { try $0.execute("insert into t values (1)") } }
        #expect(error?.sqlState == "25006")
        #expect(try db.value("select count(*) from t", as: Int.self) == 0)
    }

    @Test("read sees one moment throughout")
    func snapshot() async throws {
        let db = try await TestServer.connect(schema: "snapshot")
        let other = try await TestServer.connect()
        try db.execute("create table t (i int)")
        try db.read { db in
            #expect(try db.value("select count(*) from t", as: Int.self) == 0)
            try other.execute("insert into snapshot.t values (1)")
            #expect(try db.value("select count(*) from t", as: Int.self) == 0)
        }
        #expect(try db.read { try $0.value("select count(*) from t", as: Int.self) } == 1)
    }

    @Test("write commits what the closure did, and nothing of it where it throws")
    func commitAndRollback() async throws {
        let db = try await TestServer.connect(schema: "commits")
        let other = try await TestServer.connect()
        try db.execute("create table t (i int primary key)")
        let value = try db.write { db in
            try db.execute("insert into t values (1)")
            #expect(try other.value("select count(*) from commits.t", as: Int.self) == 0)
            return "done"
        }
        #expect(value == "done")
        #expect(try other.value("select count(*) from commits.t", as: Int.self) == 1)
        #expect(throws: Stop.self) {
            try db.write { db in
                try db.execute("insert into t values (2)")
                throw Stop()
            }
        }
        let error = #expect(throws: PostgresError.self) {
            try db.write { db in
                try db.execute("insert into t values (3)")
                try db.execute("insert into t values (1)")
            }
        }
        #expect(error?.sqlState == "23505")
        #expect(try other.query("select i from commits.t") { try $0.decode(0, as: Int.self) } == [1])
    }

    @Test("A failure that only the commit finds is thrown, too")
    func deferred() async throws {
        let db = try await TestServer.connect(schema: "deferred")
        try db.execute("create table t (i int unique deferrable initially deferred)")
        let error = #expect(throws: PostgresError.self) { try db.write { try $0.execute("insert into t values (1), (1)") } }
        #expect(error?.sqlState == "23505")
        #expect(try db.write { try $0.value("select count(*) from t", as: Int.self) } == 0)
    }

    @Test("A statement's error that the closure keeps to itself does not look like a commit")
    func swallowed() async throws {
        let db = try await TestServer.connect(schema: "swallowed")
        try db.execute("create table t (i int)")
        let error = #expect(throws: PostgresError.self) {
            try db.write { db in
                try db.execute("insert into t values (1)")
                _ = try? db.execute("select 1 / 0")
            }
        }
        guard case .notCommitted = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try db.value("select count(*) from t", as: Int.self) == 0)
        // Between savepoints it is the closure's own affair.
        try db.write { db in
            try db.execute("insert into t values (1)")
            try db.execute("savepoint s")
            _ = try? db.execute("select 1 / 0")
            try db.execute("rollback to s")
        }
        #expect(try db.value("select count(*) from t", as: Int.self) == 1)
    }

    @Test("Transactions do not nest: the inner commit would end the outer one")
    func nesting() async throws {
        let db = try await TestServer.connect(schema: "nesting")
        try db.execute("create table t (i int)")
        #expect(throws: PostgresError.self) {
            try db.write { db in
                try db.execute("insert into t values (1)")
                try db.write { try $0.execute("insert into t values (2)") }
            }
        }
        #expect(try db.value("select count(*) from t", as: Int.self) == 0)
    }

    @Test("A serialization failure runs the closure again, as often as asked for")
    func retries() async throws {
        let db = try await TestServer.connect(schema: "retries")
        let other = try await TestServer.connect()
        try db.execute("create table t (i int); insert into t values (0)")
        func increment(retries: Int, disturbances: Int) throws -> Int {
            var runs = 0
            try db.write(retries: retries) { db in
                runs += 1
                try db.execute("set transaction isolation level repeatable read")
                let value = try db.value("select i from t", as: Int.self)
                if runs <= disturbances { try other.execute("update retries.t set i = i + 100") }
                try db.execute("update t set i = \(value + 1)")
            }
            return runs
        }
        #expect(try increment(retries: 3, disturbances: 2) == 3)
        #expect(try db.value("select i from t", as: Int.self) == 201)
        let error = #expect(throws: PostgresError.self) { try increment(retries: 1, disturbances: 2) }
        #expect(error?.sqlState == "40001")
        #expect(throws: PostgresError.self) { try increment(retries: 0, disturbances: 1) }
        #expect(try db.value("select i from t", as: Int.self) == 501)
        #expect(try increment(retries: 0, disturbances: 0) == 1)
    }

    @Test("Other errors are not tried again")
    func noRetry() async throws {
        let db = try await TestServer.connect()
        var runs = 0
        #expect(throws: PostgresError.self) {
            try db.write(retries: 5) { db in
                runs += 1
                try db.execute("select 1 / 0")
            }
        }
        #expect(runs == 1)
    }

    @Test("A lock belongs to one connection until it is given back or the connection ends")
    func locks() async throws {
        let first = try await TestServer.connect()
        let second = try await TestServer.connect()
        #expect(try first.tryLock("feed"))
        #expect(try first.tryLock("feed"))
        #expect(try !second.tryLock("feed"))
        #expect(try second.tryLock("feed two"))
        try first.unlock("feed")
        #expect(try !second.tryLock("feed"))
        try first.unlock("feed")
        #expect(try second.tryLock("feed"))
        do {
            let third = try await TestServer.connect()
            #expect(try third.tryLock("feed three"))
        }
        // The server notices the end of a connection a moment later.
        for _ in 0..<100 {
            if try first.tryLock("feed three") { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("the lock of an ended connection is still held")
    }

    @Test("A connection that the server ended says so, and the first error is kept")
    func lost() async throws {
        let db = try await TestServer.connect()
        let other = try await TestServer.connect()
        let pid = db.backendPID
        let error = #expect(throws: PostgresError.self) {
            try db.write { db in
                try db.execute("select 1")
                _ = try other.value("select pg_terminate_backend(\(pid)::int, 5000)", as: Bool.self)
                try db.execute("select 2")
            }
        }
        guard case .connection = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(throws: PostgresError.self) { try db.execute("select 3") }
        #expect(throws: PostgresError.self) { try db.forEachRow("select 3") { _ in } }
        #expect(throws: PostgresError.self) { try db.copyOut("copy (select 1) to stdout") { _ in } }
    }
}
