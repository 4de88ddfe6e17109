import Foundation
import Postgres

/// Databases on the warehouse's own server that live as long as a command.
///
/// The warehouse's connection holds a lock of the database's name, so that the next command can tell what a killed one has left. Such
/// locks are the warehouse's own, so its number is part of the name.
struct ScratchDatabase {
    let live: Connection
    let url: String

    /// Makes an empty database like the warehouse's own, which nobody but its owner may enter.
    /// - Returns: its name, which ``drop(_:)`` takes.
    func make() throws -> String {
        let name = try prefix() + UUID().uuidString.lowercased().replacing("-", with: "")
        guard try live.tryLock(name) else { throw WarehouseError.failed("the database of this command is locked by another") }
        do {
            try live.execute("create database \(Identifier(name)) template template0 \(try likeness())")
            try live.execute("revoke all on database \(Identifier(name)) from public")
            try live.execute("comment on database \(Identifier(name)) is 'A warehouse of an earlier moment, made by loxley for one command'")
        } catch {
            drop(name)
            guard (error as? PostgresError)?.sqlState == "42501" else { throw error }
            throw WarehouseError.unavailable(
                reason: "the warehouse of an earlier moment is made in a database of its own, and this user may not make one",
                next: ["As the server's administrator: alter role NAME createdb"])
        }
        return name
    }

    /// Connects to it.
    func connect(_ name: String) throws -> Connection { try Connection(url: url, database: name) }

    /// Drops it with whoever is in it, also after an interrupt, and lets its name go.
    func drop(_ name: String) {
        live.despiteInterrupt {
            // Where the server is gone the next command drops it.
            _ = try? live.execute("drop database if exists \(Identifier(name)) with (force)")
            try? live.unlock(name)
        }
    }

    /// Drops what killed processes have left, of this warehouse or of one that is no more.
    func sweep() throws {
        let left = try live.query(
            """
            select d.datname from pg_database as d
            where starts_with(d.datname, \(PastWarehouse.prefix)) and (
                starts_with(d.datname, \(try prefix()))
                or not exists (select from pg_database as o where starts_with(d.datname, \(PastWarehouse.prefix) || o.oid || '_')))
            order by 1
            """, { try $0.decode(0, as: String.self) })
        for name in left where try live.tryLock(name) { drop(name) }
    }

    private func prefix() throws -> String {
        PastWarehouse.prefix + (try live.value("select oid::text from pg_database where datname = current_database()", as: String.self)) + "_"
    }

    /// Encoding and collation: the same order of texts, so the same bytes.
    private func likeness() throws -> SQL {
        // The column of the locale has had another name in each version.
        try live.value(
            """
            select format('encoding %L lc_collate %L lc_ctype %L', pg_encoding_to_char(d.encoding), d.datcollate, d.datctype)
                || case d.datlocprovider
                    when 'i' then format(' locale_provider icu icu_locale %L', coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale'))
                    when 'b' then format(' locale_provider builtin builtin_locale %L', to_jsonb(d) ->> 'datlocale')
                    else ' locale_provider libc' end
            from pg_database as d where d.datname = current_database()
            """, as: String.self
        ).asSQL
    }
}

extension String {
    fileprivate var asSQL: SQL { SQL(unsafeSQL: self) }
}
