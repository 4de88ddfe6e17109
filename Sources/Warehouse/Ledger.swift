import Postgres

/// The ledger of attempts: an attempt begins before the load's transaction, so that it outlives a rollback.
struct Ledger {
    let db: Connection

    /// Notes that an attempt begins; attempts that a killed process left open are marked as interrupted.
    /// - Parameter beside: attempts of the same process, which go on
    func begin(
        feed: String, authority: Int, scope: String, asAt: String, files: [String], at moment: String, beside others: [Int]
    ) throws -> Int {
        try db.execute(
            """
            update ops.attempt set outcome = 'interrupted', ended_at = \(moment)::timestamptz, reason = 'the process ended without a word'
            where outcome = 'running' and feed = \(feed) and authority = \(authority)::smallint
              and attempt_id <> all (\(others.map(String.init))::bigint[])
            """)
        return try db.value(
            """
            insert into ops.attempt (feed, authority, scope, as_at, files, started_at)
            values (\(feed), \(authority)::smallint, \(scope), \(asAt)::date, \(files)::text[], \(moment)::timestamptz)
            returning attempt_id
            """)
    }

    /// Notes that a delivery ended well: in the transaction of its load, so that it was loaded where this is said.
    func end(_ delivery: Delivery) throws {
        let report = delivery.report
        let outcome = report.wasAlreadyLoaded ? "already loaded" : report.needsAttention ? "attention" : "loaded"
        try end(delivery, outcome, outcome == "attention" ? 3 : 0, reason: nil)
    }

    /// Notes that nothing of a delivery was loaded.
    func end(_ delivery: Delivery, failed error: any Error) throws {
        var outcome = ("failed", 1)
        if case WarehouseError.refused = error { outcome = ("refused", 4) }
        if case PostgresError.interrupted = error { outcome = ("interrupted", 1) }
        try end(delivery, outcome.0, outcome.1, reason: "\(error)")
    }

    private func end(_ delivery: Delivery, _ outcome: String, _ exitCode: Int, reason: String?) throws {
        try db.execute(
            """
            update ops.attempt
            set outcome = \(outcome), exit_code = \(exitCode)::smallint, reason = \(reason), as_at = \(delivery.asAt.description)::date,
                ended_at = \(delivery.request.recordedAt)::timestamptz
            where attempt_id = \(delivery.attempt)
            """)
    }
}
