import Postgres
import TestSupport
import Testing

@Suite("Errors of the server")
struct ErrorTests {
    private static let canary = "Canary-7f3a"

    private func serverError(_ body: () throws -> Void) throws -> ServerError {
        let error = #expect(throws: PostgresError.self) { try body() }
        guard case .server(let fields) = error else { throw Stop() }
        return fields
    }

    @Test("The fields are those the server sent")
    func fields() async throws {
        let db = try await TestServer.connect(schema: "error_fields")
        try db.execute("create table child (local_id text constraint child_pk primary key, age int not null check (age < 26))")
        try db.execute("insert into child values (\(Self.canary), 1)")
        let unique = try serverError { try db.execute("insert into child values (\(Self.canary), 2)") }
        #expect(unique.sqlState == "23505")
        #expect(unique.schema == "error_fields" && unique.table == "child" && unique.constraint == "child_pk")
        #expect(unique.unsafeDetail?.contains(Self.canary) == true)
        #expect(PostgresError.server(unique).sqlState == "23505")
        #expect(unique.description == "PostgreSQL 23505 in error_fields.child, constraint child_pk: a value was not accepted")
        let null = try serverError { try db.execute("insert into child values (\(Self.canary + "2"), null)") }
        #expect(null.column == "age")
        let syntax = try serverError { try db.execute("selec 1") }
        #expect(syntax.sqlState == "42601" && syntax.position == 1)
        #expect(syntax.description.contains("syntax error"))
        let missing = try serverError { try db.execute("select * from no_such_table") }
        #expect(missing.description == "PostgreSQL 42P01: relation \"no_such_table\" does not exist")
        let function = try serverError { try db.execute("select no_such_function(1)") }
        #expect(function.hint?.isEmpty == false)
    }

    @Test("No value is in the text of an error, however it is printed for people")
    func canary() async throws {
        let db = try await TestServer.connect(schema: "error_texts")
        let value = Self.canary
        try db.execute("create table t (name text primary key, short varchar(3), born date, n int check (n > 0), other text references t)")
        try db.execute("insert into t values (\(value), 'abc', null, null, null)")
        let statements: [SQL] = [
            "insert into t values (\(value))",
            "insert into t values ('x', \(value))",
            "insert into t (name, born) values ('x', \(value)::text::date)",
            "insert into t (name, born) values ('x', \("31/06/2026 " + value)::text::date)",
            "insert into t (name, n) values (\(value + "2"), -1)",
            "insert into t (name, other) values ('x', \(value + "3"))",
            "select \(value)::text::int",
            "select \(value)::text::jsonb",
            "select \(value)::text::uuid",
            "select \(value)::text::boolean",
            "select \(value)::int",
            "select \(value)::text::xml::text || xmlparse(document \(value)::text)::text",
            "select now() at time zone \(value)::text",
            "select 'x' ~ \("[" + value)::text",
            "select to_date(\(value)::text, 'YYYY-MM-DD')",
            "select to_timestamp(\(value)::text, 'HH24:MI')",
            "select \("{" + value)::text::text[]",
            "select \(value)::text::interval",
            "select decode(\(value)::text, 'hex')",
            "select \(value)::text::numeric(3, 1)",
            "select ('{\"a\":1}'::jsonb) #> \("{" + value)::text::text[]",
            "do $$ begin raise exception 'Canary-7f3a'; end $$",
            "do $$ begin raise exception using errcode = '23514', message = 'Canary-7f3a'; end $$",
        ]
        for statement in statements {
            let error = #expect(throws: PostgresError.self, "\(statement.text)") { try db.write { try $0.execute(statement) } }
            let shown = error.map { "\($0)" } ?? ""
            #expect(!shown.lowercased().contains("canary"), "\(statement.text)")
            #expect(error?.sqlState != nil, "\(shown)")
        }
    }

    @Test("Nor is one in the text of a failed COPY, nor of a rollback")
    func copyCanary() async throws {
        let db = try await TestServer.connect(schema: "copy_texts")
        try db.execute("create table t (d date)")
        let error = #expect(throws: PostgresError.self) {
            try db.copyIn("copy t from stdin (format csv)") { writer in
                try Array("Canary-7f3a\n".utf8).withUnsafeBytes { try writer.write($0) }
            }
        }
        #expect(error?.sqlState == "22007")
        #expect(error.map { !"\($0)".contains("Canary") } == true)
    }
}
