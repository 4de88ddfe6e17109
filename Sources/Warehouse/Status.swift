import Contracts
import Postgres
import Vocabulary

/// How each feed stands.
public struct Status: Sendable {
    /// A dataset of one authority, by its newest file; one line without authority where nothing was loaded.
    public struct Line: Sendable {
        /// `social-care/ssda903_episodes`
        public let dataset: String
        /// DfE number of the authority.
        public let authority: Int?
        /// What the newest file is a snapshot of.
        public let scope: String?
        /// The newest file's name without folders.
        public let file: String?
        /// Its worksheet, or the element that is a record; nil for a text file.
        public let part: String?
        /// The day whose position the newest file shows.
        public let asAt: CalendarDate?
        /// Days from the newest as-at date to the day asked for.
        public let ageDays: Int?
        /// Records that hold, in all scopes.
        public let rows: Int
        /// Records whose person is not known yet.
        public let waiting: Int
        /// Records that hold, and whose start or end cannot be read.
        public let unusable: Int
        /// Rows in quarantine that nobody has resolved.
        public let quarantined: Int
        /// fresh · stale · stopped · never loaded
        public let state: String
        /// How the feed stands by its schedule; nil where it has none, or nothing was loaded yet.
        public let schedule: ReportingCalendar.State?
        /// Whether a person should look: too old, overdue, or rows that did not reach the star.
        public var needsAttention: Bool {
            if case .overdue = schedule { return true }
            return hasTrouble
        }

        private var hasTrouble: Bool { state == "stale" || state == "stopped" || quarantined > 0 || unusable > 0 || waiting > 0 }
    }

    /// In the contracts' order, then by authority.
    public let lines: [Line]
    /// Attempts that ended badly since the last good one, newest first: feed, outcome, reason.
    public let troubles: [(feed: String, outcome: String, reason: String)]

    /// Whether any line needs attention or any attempt ended badly.
    public var needsAttention: Bool { lines.contains(where: \.needsAttention) || !troubles.isEmpty }

    /// Reads the ledger.
    /// - Parameter today: the day ages are counted to
    public static func read(_ db: Connection, home: Home, today: CalendarDate) throws -> Status {
        let calendar = try FeedCalendar(home: home, db, today: today)
        var lines: [Line] = []
        for contract in home.contracts {
            let table = Identifier("source", contract.table)
            let waits =
                contract.isAboutSubjects
                ? """
                (select count(*) from \(table.quoted) as s where s.authority = d.authority and s.holds and not s.absent and not exists (
                    select from identity.node as k where k.identifier = s.subject and k.authority = s.authority and k.system = \(contract.agency.sqlLiteral)))
                """ : "0"
            let found = try db.query(
                """
                select distinct on (d.authority) d.authority, d.scope, l.file_name, d.as_at - date '2000-01-01',
                    (select count(*) from \(table) as s where s.authority = d.authority and s.holds and not s.absent),
                    (select count(*) from \(table) as s where s.authority = d.authority and s.holds and not s.absent and s.unusable is not null),
                    (select count(*) from ops.quarantine as q join ops.load as ql using (load_id) join ops.delivery as qd using (delivery_id)
                     where ql.dataset = l.dataset and qd.authority = d.authority and q.resolved_at is null),
                    \(unsafeSQL: waits), l.part
                from ops.load as l join ops.delivery as d using (delivery_id) join ops.dataset as n on n.dataset = l.dataset
                where n.name = \(contract.dataset)
                order by d.authority, d.as_at desc, d.delivery_id desc
                """,
                { row -> Line in
                    let asAt = CalendarDate(daysSince2000: Int32(try row.decode(3, as: Int.self)))
                    let age = today - asAt
                    return Line(
                        dataset: contract.dataset, authority: try row.decode(0), scope: try row.decode(1), file: try row.decode(2),
                        part: try row.decodeIfPresent(8), asAt: asAt, ageDays: age, rows: try row.decode(4), waiting: try row.decode(7),
                        unusable: try row.decode(5), quarantined: try row.decode(6),
                        state: age > contract.freshness.stopDays ? "stopped" : age > contract.freshness.warnDays ? "stale" : "fresh",
                        schedule: calendar.state(contract, authority: try row.decode(0)))
                })
            lines +=
                found.isEmpty
                ? [
                    Line(
                        dataset: contract.dataset, authority: nil, scope: nil, file: nil, part: nil, asAt: nil, ageDays: nil, rows: 0, waiting: 0, unusable: 0,
                        quarantined: 0, state: "never loaded", schedule: nil)
                ] : found
        }
        let troubles = try db.query(
            """
            select a.feed, a.outcome, coalesce(a.reason, '') from ops.attempt as a
            where a.outcome in ('refused', 'failed', 'interrupted')
              and not exists (select from ops.attempt as b where b.feed = a.feed and b.authority = a.authority and b.attempt_id > a.attempt_id
                              and b.outcome in ('loaded', 'attention', 'already loaded'))
            order by a.attempt_id desc limit 20
            """,
            {
                (feed: try $0.decode(0, as: String.self), outcome: try $0.decode(1, as: String.self), reason: try $0.decode(2, as: String.self))
            })
        return Status(lines: lines, troubles: troubles)
    }
}
