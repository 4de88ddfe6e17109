import Postgres

/// The ledger of attempts: written outside the load's own transaction, so that it outlives a rollback.
struct Ledger {
    let db: Connection

    /// Notes that an attempt begins; attempts that a killed process left open are marked as interrupted.
    func begin(feed: String, authority: Int, scope: String, asAt: String, files: [String], at moment: String) throws -> Int {
        try db.execute(
            """
            update ops.attempt set outcome = 'interrupted', ended_at = \(moment)::timestamptz, reason = 'the process ended without a word'
            where outcome = 'running' and feed = \(feed) and authority = \(authority)::smallint
            """)
        return try db.value(
            """
            insert into ops.attempt (feed, authority, scope, as_at, files, started_at)
            values (\(feed), \(authority)::smallint, \(scope), \(asAt)::date, \(files)::text[], \(moment)::timestamptz)
            returning attempt_id
            """)
    }

    /// Notes the day that the files show, once they were looked into.
    func date(_ attempt: Int, asAt: String) throws {
        try db.execute("update ops.attempt set as_at = \(asAt)::date where attempt_id = \(attempt)")
    }

    /// Notes how it ended.
    func end(_ attempt: Int, outcome: String, exitCode: Int, reason: String?, at moment: String) throws {
        try db.execute(
            """
            update ops.attempt set outcome = \(outcome), exit_code = \(exitCode)::smallint, reason = \(reason), ended_at = \(moment)::timestamptz
            where attempt_id = \(attempt)
            """)
    }
}
