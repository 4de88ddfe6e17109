import Foundation
import Postgres
import TestSupport
import Testing

@Suite("COPY")
struct CopyTests {
    private func send(_ text: String, to writer: borrowing CopyWriter) throws {
        try Array(text.utf8).withUnsafeBytes { try writer.write($0) }
    }

    @Test("Text rows go in, cut anywhere")
    func text() async throws {
        let db = try await TestServer.connect(schema: "copy_text")
        try db.execute("create table t (i int, name text)")
        let rows = try db.copyIn("copy t from stdin (format csv)") { writer in
            for piece in ["1,on", "e\n2,\"t", "wo, \"\"so\"\"\"", "\n3,\n"] { try send(piece, to: writer) }
            try send("", to: writer)
        }
        #expect(rows == 3)
        #expect(try db.query("select name from t order by i") { $0[0] } == ["one", "two, \"so\"", nil])
        #expect(try db.copyIn("copy t from stdin") { _ in } == 0)
    }

    @Test("Every type of the binary buffer is what the server says it is")
    func binary() async throws {
        let db = try await TestServer.connect(schema: "copy_binary")
        try db.execute("create table t (row int, small smallint, whole int, big bigint, day date, id uuid, name text, note jsonb)")
        // A small buffer, so that it must grow and be sent in the middle of rows.
        var buffer = BinaryCopyBuffer(capacity: 1)
        defer { buffer.deallocate() }
        let texts = ["", "plain", "é\u{1F600}\t\n\\\"", String(repeating: "long ", count: 4000)]
        let rows = try db.copyIn("copy t from stdin (format binary)") { writer in
            for (index, text) in texts.enumerated() {
                let n = Int64(index)
                buffer.startRow(fields: 8)
                buffer.append(int32: Int32(n))
                buffer.append(int16: index == 0 ? .min : Int16(n))
                buffer.append(int32: index == 0 ? .min : Int32(n) * 1_000_003)
                buffer.append(int64: index == 0 ? .min : n * 1_000_000_007)
                buffer.append(int32: Int32(n) * 4000 - 4000)
                buffer.append(uuidHigh: 0x0123_4567_89ab_cdef, low: 0xfedc_ba98_7654_3210 + UInt64(n))
                buffer.append(text: text)
                Array("{\"n\":\(n),\"a\":[null,\"é\"]}".utf8).withUnsafeBytes { buffer.append(jsonb: $0) }
                if index == 2 { try buffer.flush(to: writer) }
            }
            buffer.startRow(fields: 8)
            buffer.append(int32: 99)
            for _ in 0..<7 { buffer.appendNull() }
            buffer.finish()
            try buffer.flush(to: writer)
            #expect(buffer.count == 0)
        }
        #expect(rows == texts.count + 1)
        let stored = try db.query("select small, whole, big, day, id, name, note from t order by row") { row in (0..<7).map { row[$0] } }
        for (index, text) in texts.enumerated() {
            #expect(stored[index][0] == (index == 0 ? "-32768" : "\(index)"))
            #expect(stored[index][1] == (index == 0 ? "-2147483648" : "\(index * 1_000_003)"))
            #expect(stored[index][2] == (index == 0 ? "-9223372036854775808" : "\(index * 1_000_000_007)"))
            #expect(stored[index][3] == ["1989-01-18", "2000-01-01", "2010-12-14", "2021-11-26"][index])
            #expect(stored[index][4] == "01234567-89ab-cdef-fedc-ba987654321\(index)")
            #expect(stored[index][5] == text)
            #expect(stored[index][6] == "{\"a\": [null, \"é\"], \"n\": \(index)}")
        }
        #expect(stored.last == [String?](repeating: nil, count: 7))
    }

    @Test("An error in the closure stores nothing and leaves the connection usable")
    func closureError() async throws {
        let db = try await TestServer.connect(schema: "copy_error")
        try db.execute("create table t (i int)")
        #expect(throws: Stop.self) {
            try db.copyIn("copy t from stdin") { writer in
                try send("1\n2\n", to: writer)
                throw Stop()
            }
        }
        #expect(try db.value("select count(*) from t", as: Int.self) == 0)
        #expect(throws: Stop.self) {
            try db.write { db in
                try db.execute("insert into t values (7)")
                try db.copyIn("copy t from stdin") { _ in throw Stop() }
            }
        }
        #expect(try db.copyIn("copy t from stdin") { try send("3\n", to: $0) } == 1)
        #expect(try db.query("select i from t") { $0[0] } == ["3"])
    }

    @Test("What the server refuses comes as its error, even after much more was sent")
    func serverError() async throws {
        let db = try await TestServer.connect(schema: "copy_refused")
        try db.execute("create table t (i int check (i > 0))")
        for bad in ["x\n", "-1\n", "1\t2\n"] {
            let error = #expect(throws: PostgresError.self) {
                try db.copyIn("copy t from stdin") { writer in
                    try send("1\n" + bad, to: writer)
                    for _ in 0..<2000 { try send(String(repeating: "5\n", count: 500), to: writer) }
                }
            }
            #expect(["22P02", "23514", "22P04"].contains(error?.sqlState))
            #expect(try db.value("select count(*) from t", as: Int.self) == 0)
        }
        let error = #expect(throws: PostgresError.self) { try db.copyIn("copy no_such_table from stdin") { _ in } }
        #expect(error?.sqlState == "42P01")
    }

    @Test("A statement sent while rows are being written is refused")
    func reentry() async throws {
        let db = try await TestServer.connect(schema: "copy_reentry")
        try db.execute("create table t (i int)")
        let rows = try db.copyIn("copy t from stdin") { writer in
            try send("1\n", to: writer)
            #expect(throws: PostgresError.self) { try db.execute("select 1") }
            try send("2\n", to: writer)
        }
        #expect(rows == 2)
    }

    @Test("Rows come out one by one")
    func out() async throws {
        let db = try await TestServer.connect()
        var sum = 0
        var rows = 0
        try db.copyOut("copy (select i from generate_series(1, 300000) as i) to stdout") { bytes in
            rows += 1
            sum += Int(String(decoding: bytes.dropLast(), as: UTF8.self)) ?? 0
        }
        #expect(rows == 300_000)
        #expect(sum == 45_000_150_000)
        var none = 0
        try db.copyOut("copy (select 1 where false) to stdout") { _ in none += 1 }
        #expect(none == 0)
    }

    @Test("An error in the closure stops the rows and leaves the connection usable")
    func outError() async throws {
        let db = try await TestServer.connect()
        var rows = 0
        #expect(throws: Stop.self) {
            try db.copyOut("copy (select generate_series(1, 100000000)) to stdout") { _ in
                rows += 1
                if rows == 10 { throw Stop() }
            }
        }
        #expect(rows == 10)
        #expect(throws: Stop.self) { try db.copyOut("copy (select 1) to stdout") { _ in throw Stop() } }
        #expect(try db.value("select 1", as: Int.self) == 1)
        var read = 0
        let error = #expect(throws: PostgresError.self) {
            try db.copyOut("copy (select 10 / (500 - i) from generate_series(1, 1000) as i) to stdout") { _ in read += 1 }
        }
        #expect(error?.sqlState == "22012")
        #expect(read == 499)
    }

    @Test("Decimal numbers and truths of the binary buffer")
    func binaryNumbers() async throws {
        let db = try await TestServer.connect(schema: "copy_numbers")
        try db.execute("create table t (row int, amount numeric, answer boolean)")
        let numbers: [(Int64, Int, String)] = [
            (0, 0, "0"), (0, 2, "0.00"), (1, 0, "1"), (-1, 1, "-0.1"), (125, 2, "1.25"), (10_000, 0, "10000"), (100_005_000, 4, "10000.5000"),
            (5, 9, "0.000000005"),
            (999_999_999_999_999_999, 6, "999999999999.999999"),
            (-123_456_789, 3, "-123456.789"), (120_000, 0, "120000"), (-50_000, 5, "-0.50000"),
        ]
        var buffer = BinaryCopyBuffer()
        defer { buffer.deallocate() }
        try db.copyIn("copy t from stdin (format binary)") { writer in
            for (index, number) in numbers.enumerated() {
                buffer.startRow(fields: 3)
                buffer.append(int32: Int32(index))
                buffer.append(digits: number.0, scale: number.1)
                buffer.append(bool: index % 2 == 0)
            }
            buffer.finish()
            try buffer.flush(to: writer)
        }
        #expect(try db.query("select amount::text from t order by row") { $0[0] } == numbers.map(\.2))
        #expect(try db.query("select answer from t order by row") { $0[0] } == numbers.indices.map { $0 % 2 == 0 ? "t" : "f" })
    }
}
