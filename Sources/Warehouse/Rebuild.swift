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

    /// Resolves every subject anew and replaces the star.
    /// - Parameters:
    ///   - recordedAt: the moment noted with decisions that come out otherwise, ISO 8601
    ///   - progress: how many tables of the star are derived, of how many
    /// - Returns: how many persons were derived.
    public func run(recordedAt: String, progress: (Int, Int) -> Void = { _, _ in }) throws -> Int {
        try db.write { db in try derive(db, recordedAt: recordedAt, progress: progress) }
    }

    /// Derives the star beside what stands, compares, and changes nothing.
    /// - Returns: names of the tables that differ, with both lines.
    public func check() throws -> [(table: String, stands: Digest.Line, anew: Digest.Line)] {
        var differences: [(String, Digest.Line, Digest.Line)] = []
        struct Done: Error {}
        do {
            try db.write { db in
                let before = try Digest.of(db, home: home, all: false)
                // Rolled back, so the moment is nobody's.
                _ = try derive(db, recordedAt: "2000-01-01T00:00:00Z")
                let after = try Digest.of(db, home: home, all: false)
                for (a, b) in zip(before.lines, after.lines) where a != b { differences.append((a.table, a, b)) }
                throw Done()
            }
        } catch is Done {}
        return differences
    }

    private func derive(_ db: Connection, recordedAt: String, progress: (Int, Int) -> Void = { _, _ in }) throws -> Int {
        try db.execute("set local work_mem = '512MB'")
        try Loader.waitToDerive(db)
        let deriver = try Deriver(home: home, db)
        let resolver = Resolver(home: home, db: db)
        if try resolver.hasSubjects() { try resolver.resolveAll(deriver, recordedAt: recordedAt) }
        try resolver.run("touched_all")
        try deriver.derive(contracts: nil, progress: progress)
        return try db.value("select count(*) from touched_persons")
    }
}
