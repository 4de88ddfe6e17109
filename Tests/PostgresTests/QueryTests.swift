import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Queries and rows")
struct QueryTests {
    @Test("Values are decoded by type; NULL only where it is asked for")
    func decoding() async throws {
        let db = try await TestServer.connect()
        let sql: SQL = "select 'x'::text as name, 42::bigint as number, 1.5::float8 as half, true as yes, null::int as nothing, '' as empty"
        let rows = try db.read { db in
            try db.query(sql) { (row: Row) throws in
                #expect(row.count == 6)
                #expect(try row.decode(0, as: String.self) == "x")
                #expect(try row.decode(1, as: Int.self) == 42)
                #expect(try row.decode(1, as: Int64.self) == 42)
                #expect(try row.decode(2, as: Double.self) == 1.5)
                #expect(try row.decode(3, as: Bool.self))
                #expect(try row.decodeIfPresent(4, as: Int.self) == nil)
                #expect(try row.decodeIfPresent(1, as: Int.self) == 42)
                #expect(row[4] == nil && row[5] == "" && row[99] == nil)
                #expect(row.name(of: 1) == "number")
            }.count
        }
        #expect(rows == 1)
    }

    @Test("What is not of the type is an error that names the column, not the value")
    func decodingErrors() async throws {
        let db = try await TestServer.connect()
        func description(_ body: () throws -> Void) -> String {
            do { try body() } catch { return "\(error)" }
            return "no error"
        }
        #expect(description { _ = try db.value("select 'canary' as code", as: Int.self) } == "column code is not a Int")
        #expect(description { _ = try db.value("select null::int as code", as: Int.self) } == "column code is not a Int")
        #expect(
            description { _ = try db.first("select 'canary' as code") { try $0.decodeIfPresent(0, as: Bool.self) } }
                == "column code is not a Bool")
        #expect(
            description { _ = try db.query("select 'canary' as code") { try $0.decode(0, as: Double.self) } }
                == "column code is not a Double")
        #expect(description { _ = try db.query("select 1") { try $0.decode(7, as: Int.self) } } == "column ? is not a Int")
        #expect(description { _ = try db.value("select 1 where false", as: Int.self) }.contains("no row"))
        #expect(try db.first("select 1 where false") { _ in 1 } == nil)
        #expect(try db.value("select 3", as: Int.self) == 3)
    }

    @Test("execute counts the rows affected")
    func affected() async throws {
        let db = try await TestServer.connect()
        #expect(try db.execute("create temp table t (i int)") == 0)
        #expect(try db.execute("insert into t select generate_series(1, 12)") == 12)
        #expect(try db.execute("update t set i = i + 1 where i > \(10)") == 2)
        #expect(try db.execute("delete from t; insert into t values (1), (2)") == 2)
        #expect(try db.execute("") == 0)
        #expect(try db.query("select i from t order by i") { try $0.decode(0, as: Int.self) } == [1, 2])
    }

    @Test("A million rows pass in constant memory")
    func streaming() async throws {
        let db = try await TestServer.connect()
        let before = try residentKilobytes()
        var sum = 0
        var rows = 0
        try db.read { db in
            try db.forEachRow("select i, repeat('x', 200) from generate_series(1, \(1_000_000)::int) as i") { row in
                sum += try row.decode(0, as: Int.self)
                rows += 1
            }
        }
        #expect(rows == 1_000_000)
        #expect(sum == 500_000_500_000)
        // All rows at once would be more than 200 MB. Other tests of this process run beside this one.
        #expect(try residentKilobytes() - before < 64 * 1024)
    }

    private func residentKilobytes() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
        return try #require(Int(line.filter(\.isNumber)))
    }

    @Test("An error in the closure stops the rows at once and leaves the connection usable")
    func closureError() async throws {
        let db = try await TestServer.connect()
        var seen = 0
        #expect(throws: Stop(number: 3)) {
            try db.forEachRow("select generate_series(1, 100000000)") { _ in
                seen += 1
                if seen == 3 { throw Stop(number: 3) }
            }
        }
        #expect(seen == 3)
        #expect(try db.value("select 1", as: Int.self) == 1)
        #expect(throws: Stop.self) { try db.read { try $0.forEachRow("select generate_series(1, 10)") { _ in throw Stop() } } }
        #expect(throws: Stop.self) { try db.query("select 1") { _ in throw Stop() } }
        #expect(throws: Stop.self) { try db.first("select 1") { _ in throw Stop() } }
        #expect(try db.write { try $0.value("select 2", as: Int.self) } == 2)
    }

    @Test("An error of the server in the middle of the rows comes after the rows before it")
    func lateServerError() async throws {
        let db = try await TestServer.connect()
        var rows = 0
        let error = #expect(throws: PostgresError.self) {
            try db.forEachRow("select 10 / (5000 - i) from generate_series(1, 10000) as i") { _ in rows += 1 }
        }
        #expect(error?.sqlState == "22012")
        #expect(rows == 4999)
        #expect(try db.value("select 1", as: Int.self) == 1)
    }

    @Test("A statement sent while rows are being read is refused, and no row is lost")
    func reentry() async throws {
        let db = try await TestServer.connect()
        var rows = 0
        try db.forEachRow("select generate_series(1, 100)") { _ in
            rows += 1
            #expect(throws: PostgresError.self) { try db.execute("select 1") }
            #expect(throws: PostgresError.self) { try db.forEachRow("select 1") { _ in } }
        }
        #expect(rows == 100)
    }

    @Test("A COPY by the wrong call is refused and leaves the connection usable")
    func copyByQuery() async throws {
        let db = try await TestServer.connect()
        try db.execute("create temp table t (i int)")
        #expect(throws: PostgresError.self) { try db.execute("copy t from stdin") }
        #expect(throws: PostgresError.self) { try db.execute("copy (select generate_series(1, 100000)) to stdout") }
        #expect(throws: PostgresError.self) { try db.forEachRow("copy (select generate_series(1, 100000)) to stdout") { _ in } }
        #expect(throws: PostgresError.self) { try db.forEachRow("copy t from stdin") { _ in } }
        #expect(throws: PostgresError.self) { try db.copyIn("select 1") { _ in } }
        #expect(throws: PostgresError.self) { try db.copyIn("copy t to stdout") { _ in } }
        #expect(throws: PostgresError.self) { try db.copyOut("copy t from stdin") { _ in } }
        #expect(try db.value("select count(*) from t", as: Int.self) == 0)
    }
}
