import Contracts
import Postgres
import Vocabulary

/// Which feeds are due: their contracts' schedules against the deliveries in the ledger.
public struct FeedCalendar {
    /// A feed that a schedule is kept for.
    public struct Feed: Sendable {
        /// A dataset or a family.
        public let feed: String
        /// As its contract says: `monthly by working day 5`.
        public let due: String
        /// The newest day that a delivery of it shows.
        public let lastAsAt: CalendarDate
        /// How it stands.
        public let state: ReportingCalendar.State
    }

    private struct Key: Hashable {
        let feed: String
        let authority: Int
    }

    private let home: Home
    private let calendar: ReportingCalendar
    private let today: CalendarDate
    private let deliveries: [Key: [(asAt: CalendarDate, recorded: CalendarDate)]]

    /// Reads the ledger.
    /// - Parameter today: the day that is asked about
    public init(home: Home, _ db: Connection, today: CalendarDate) throws {
        self.home = home
        self.today = today
        calendar = try ReportingCalendar(home: home)
        let found = try db.query(
            """
            select feed, authority, as_at - date '2000-01-01', (recorded_at at time zone 'Europe/London')::date - date '2000-01-01'
            from ops.delivery where not partial
            """,
            {
                (
                    Key(feed: try $0.decode(0), authority: try $0.decode(1)), asAt: CalendarDate(daysSince2000: Int32(try $0.decode(2, as: Int.self))),
                    recorded: CalendarDate(daysSince2000: Int32(try $0.decode(3, as: Int.self)))
                )
            })
        deliveries = Dictionary(grouping: found, by: \.0).mapValues { $0.map { ($0.asAt, $0.recorded) } }
    }

    /// How a feed stands by one of its contracts; nil where that has no schedule, where nothing was ever loaded, or beyond the calendar.
    public func state(_ contract: Contract, authority: Int) -> ReportingCalendar.State? {
        guard let schedule = contract.schedule, let loaded = deliveries[key(contract, authority)] else { return nil }
        return calendar.state(schedule, deliveries: loaded, on: today)
    }

    private func key(_ contract: Contract, _ authority: Int) -> Key { Key(feed: contract.family, authority: contract.isNational ? 0 : authority) }

    /// When the feed that a delivery is of is due again; nil where it is due now: its file of this time was not loaded yet, or it has no schedule.
    /// - Parameter feed: a dataset or a family; one that nobody knows is due, so that the load can say so
    func nextDue(_ feed: String, authority: Int) -> CalendarDate? {
        let states = ((try? home.datasets(of: feed)) ?? []).filter { $0.schedule != nil }.map { state($0, authority: authority) }
        let next = states.compactMap { state -> CalendarDate? in
            guard case .loaded(let next) = state else { return nil }
            return next
        }
        return next.count == states.count ? next.min() : nil
    }

    /// Feeds that were loaded before and whose file is missing, in order of their names.
    /// - Parameter only: feeds or datasets to look at; empty for all
    public func overdue(authority: Int, only: [String] = []) -> [Feed] {
        var feeds: [String: Feed] = [:]
        for contract in home.contracts where only.isEmpty || only.contains(contract.family) || only.contains(contract.dataset) {
            guard let state = state(contract, authority: authority), case .overdue(let since) = state, let due = contract.due,
                let last = deliveries[key(contract, authority)]?.map(\.asAt).max()
            else { continue }
            if case .overdue(let other) = feeds[contract.family]?.state, other <= since { continue }
            feeds[contract.family] = Feed(feed: contract.family, due: due, lastAsAt: last, state: state)
        }
        return feeds.values.sorted { $0.feed < $1.feed }
    }
}
