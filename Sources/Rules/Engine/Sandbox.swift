import Foundation
import Postgres

/// A schema of its own for one validation: tables of the return's modules, gone at the end.
///
/// The connection that made it holds a lock of the schema's name as long as it lives, so that the next run can tell a schema whose run was killed, and
/// drops it.
struct Sandbox {
    /// The schema.
    let name: String
    private static let prefix = "loxley_validate_"

    /// Settings of every connection that works in the sandbox.
    static func settings(_ name: String) -> SQL {
        """
        set search_path = \(Identifier(name)); set synchronous_commit = off; set max_parallel_workers_per_gather = 0; set work_mem = '128MB';
        set enable_nestloop = off
        """
    }

    /// Removes what killed runs have left, and makes a new schema.
    init(_ db: Connection) throws {
        let left = try db.query("select nspname from pg_namespace where starts_with(nspname, \(Sandbox.prefix))") { try $0.decode(0, as: String.self) }
        for name in left where try db.tryLock(name) {
            try db.execute("drop schema if exists \(Identifier(name)) cascade")
            try db.unlock(name)
        }
        name = Sandbox.prefix + UUID().uuidString.lowercased().replacing("-", with: "")
        guard try db.tryLock(name) else { throw RulesError.failed("the schema of this run is locked by another") }
        do { try db.execute("create schema \(Identifier(name)); \(Sandbox.settings(name))") } catch let error as PostgresError where error.sqlState == "42501" {
            throw RulesError.refused(
                reason: "this user may not make a schema in the database, and a validation works in one of its own",
                next: ["Leave --database and LOXLEY_DATABASE_URL out: the private server then does the work.", "Or: grant create on database NAME to USER"])
        }
    }

    /// Drops the schema, also after an interrupt.
    func drop(_ db: Connection) throws {
        _ = try db.despiteInterrupt { try db.execute("drop schema if exists \(Identifier(name)) cascade") }
    }
}
