import Postgres

/// Derives the whole star anew from source and identity.
public struct Rebuild {
    private let home: Home
    private let db: Connection

    /// Rebuilds the star of that database, by the contracts and SQL of that folder.
    public init(home: Home, db: Connection) {
        self.home = home
        self.db = db
    }

    /// Replaces the star.
    /// - Returns: how many persons were derived.
    public func run() throws -> Int {
        try db.write { db in try derive(db) }
    }

    /// Derives the star beside what stands, compares, and changes nothing.
    /// - Returns: names of the tables that differ, with both lines.
    public func check() throws -> [(table: String, stands: Digest.Line, anew: Digest.Line)] {
        var differences: [(String, Digest.Line, Digest.Line)] = []
        struct Done: Error {}
        do {
            try db.write { db in
                let before = try Digest.of(db, home: home, all: false)
                _ = try derive(db)
                let after = try Digest.of(db, home: home, all: false)
                for (a, b) in zip(before.lines, after.lines) where a != b { differences.append((a.table, a, b)) }
                throw Done()
            }
        } catch is Done {}
        return differences
    }

    private func derive(_ db: Connection) throws -> Int {
        try db.execute("set local work_mem = '512MB'")
        try db.execute(SQL(unsafeSQL: try home.text("sql/identity/touched_all.sql")))
        try Deriver(home: home).derive(db, datasets: nil)
        return try db.value("select count(*) from touched_persons")
    }
}
