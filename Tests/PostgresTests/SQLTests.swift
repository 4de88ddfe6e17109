import Postgres
import TestSupport
import Testing

@Suite("SQL")
struct SQLTests {
    private static let nasty = [
        "'; drop table child; --", "\"", "\\", "\\\\", "a,b", "{x}", "NULL", "", " ", "$1", "%s", "\"\u{301}", "\\\u{308}x", "',\"",
        "é\u{1F600}", "\t\r\n", "null",
    ]

    @Test("Values are bound, in order, and NULL stays NULL")
    func binding() async throws {
        let none: String? = nil
        let sql: SQL = "select \("x'y") , \(5), \(none)"
        #expect(sql.text == "select $1 , $2, $3")
        #expect(sql.values == ["x'y", "5", nil])
        let db = try await TestServer.connect()
        for text in Self.nasty {
            let same = try db.value("select \(text)::text", as: String.self)
            #expect(Array(same.unicodeScalars) == Array(text.unicodeScalars))
        }
        let isNull = try db.first("select \(none)::text, \(none)::int is null") { [$0[0], $0[1]] }
        #expect(isNull == [nil, "t"])
    }

    @Test("Every type that can be bound arrives as itself")
    func types() async throws {
        let db = try await TestServer.connect()
        #expect(try db.value("select \(Int64.min)::bigint = -9223372036854775808", as: Bool.self))
        #expect(try db.value("select \(Int16(-3))::smallint + \(Int32(4))::int + \(5)::int", as: Int.self) == 6)
        #expect(try db.value("select \(0.1 + 0.2)::float8", as: Double.self) == 0.1 + 0.2)
        #expect(try db.value("select \(Double.infinity)::float8", as: Double.self) == .infinity)
        #expect(try db.value("select \(Double.nan)::float8", as: Double.self).isNaN)
        #expect(try db.value("select \(true)::bool and not \(false)::bool", as: Bool.self))
        #expect(try db.value("select \("abc".dropFirst())::text", as: String.self) == "bc")
    }

    @Test("An array keeps quotes, backslashes, commas, braces, blanks and the word NULL")
    func arrays() async throws {
        let db = try await TestServer.connect()
        let back = try db.query("select e, ord from unnest(\(Self.nasty)::text[]) with ordinality as u (e, ord) order by ord") {
            try $0.decode(0, as: String.self)
        }
        #expect(back.map { Array($0.unicodeScalars) } == Self.nasty.map { Array($0.unicodeScalars) })
        #expect(try db.value("select cardinality(\([String]())::text[])", as: Int.self) == 0)
        #expect(try db.value("select 7 = any(\([5, 7])::int[])", as: Bool.self))
        #expect(try db.value("select bool_and(b) from unnest(\([true, true])::bool[]) as b", as: Bool.self))
    }

    @Test("A statement inside a statement: its values are counted on, its own dollar signs stay")
    func nesting() async throws {
        let inner: SQL = "a = \(1) and b = \(2)"
        let middle: SQL = "(\(inner)) or c = \(3)"
        let outer: SQL = "select \(0) where \(middle) or d = \(4)"
        #expect(outer.text == "select $1 where (a = $2 and b = $3) or c = $4 or d = $5")
        #expect(outer.values == ["0", "1", "2", "3", "4"])

        let price: SQL = "select '$1' || \("x")"
        let both: SQL = "select \("y") || (\(price))"
        #expect(both.text == "select $1 || (select '$1' || $2)")
        let db = try await TestServer.connect()
        #expect(try db.value(both, as: String.self) == "y$1x")

        // More than nine values: $1 is not found inside $10.
        var bound: SQL = "select 0"
        for n in 1...12 { bound = "\(bound) + \(n)::int" }
        #expect(bound.text.hasSuffix("$11::int + $12::int"))
        #expect(try db.value("select 100 + (\(bound)) + \(1000)::int", as: Int.self) == 1178)
    }

    @Test("Identifiers are quoted, whatever they hold")
    func identifiers() async throws {
        #expect(Identifier("star", "fact_episode").quoted == "\"star\".\"fact_episode\"")
        #expect(Identifier("star", "fact_episode").description == "star.fact_episode")
        let db = try await TestServer.connect()
        for name in ["a\"b", "select", "A b", "x; drop table y", "\"\u{301}; x", "é"] {
            let found = try db.first("select 1 as \(Identifier(name))") { $0.name(of: 0) }
            #expect(found.map { Array($0.unicodeScalars) } == Array(name.unicodeScalars))
        }
        #expect(("select * from \(Identifier("t")) \(unsafeSQL: "limit 1")" as SQL).text == "select * from \"t\" limit 1")
    }

    @Test("A value with a NUL is refused, not cut off")
    func nul() async throws {
        let db = try await TestServer.connect()
        let error = #expect(throws: PostgresError.self) { try db.value("select \("canary\u{0}x")::text", as: String.self) }
        #expect(error?.description == "a value holds a NUL character, which PostgreSQL cannot store")
        #expect(throws: PostgresError.self) { try db.forEachRow("select \("a\u{0}")::text") { _ in } }
        #expect(try db.value("select 1", as: Int.self) == 1)
    }
}
