import Foundation
import Postgres
import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

/// Loads what waits in the inbox; a delivery that fails does not stop the others.
///
/// Deliveries are loaded together, up to a size: the star is derived once for all of them, which is what most of the time of small
/// files goes into. A delivery that is large is loaded by itself, so that an interrupted run keeps what it had done.
public struct InboxRun {
    /// What a run came to.
    public struct Summary: Sendable {
        /// Every file, or part of one: loaded or not, and why not.
        public var files: [FileReport] = []
        /// Deliveries that were tried.
        public var deliveries = 0
        /// Deliveries that were loaded now, or had been before.
        public var done = 0
        /// Deliveries whose feed another run was loading.
        public var busy = 0
        /// Whether a person should look at what was loaded, or at what was not.
        public var needsAttention = false
        /// Where the time went: step and seconds, in order.
        public var timings: [(step: String, seconds: Double)] = []
        /// With ``InboxRun/Choice/due``: feeds whose file is missing still.
        public var overdue: [FeedCalendar.Feed] = []

        mutating func add(_ timings: [(step: String, seconds: Double)]) {
            for (step, seconds) in timings {
                if let index = self.timings.firstIndex(where: { $0.step == step }) {
                    self.timings[index].seconds += seconds
                } else {
                    self.timings.append((step, seconds))
                }
            }
        }

        /// 0 done · 3 a person should look · 5 everything that was to be loaded was busy
        public var exitCode: Int32 {
            if deliveries > 0, busy == deliveries { return 5 }
            return needsAttention || !overdue.isEmpty ? 3 : 0
        }
    }

    /// What is taken.
    public enum Choice: Sendable {
        /// All that waits.
        case everything
        /// What waits of feeds whose file of this time was not loaded yet, and of those without a schedule.
        case due
    }

    private let home: Home
    private let db: Connection
    private let authority: Int
    private let today: CalendarDate

    /// A run on that database.
    /// - Parameter authority: DfE number of the authority whose feeds may be overdue
    public init(home: Home, db: Connection, authority: Int, today: CalendarDate) {
        self.home = home
        self.db = db
        self.authority = authority
        self.today = today
    }

    /// Loads what waits.
    /// - Parameters:
    ///   - only: feeds or datasets to look for; empty for all
    ///   - load: loads deliveries together: the report of each, or why it was not loaded
    ///   - words: what is said of an error
    ///   - told: called with the files of each delivery when it has ended, and its report where it was loaded
    /// - Throws: ``WarehouseError/busy(_:)`` where another run is at work; `PostgresError.interrupted`.
    public func run(
        _ inbox: Inbox, _ choice: Choice, only: [String], load: ([LoadRequest]) throws -> [Result<LoadReport, any Error>],
        words: (any Error) -> String, told: ([FileReport], LoadReport?) -> Void
    ) throws -> Summary {
        try takeLock()
        defer { try? db.unlock(InboxRun.lock) }
        var summary = Summary()
        func tell(_ files: [FileReport], _ report: LoadReport? = nil) {
            summary.files += files
            told(files, report)
        }
        let (ready, left) = inbox.look(only: only)
        for item in left {
            summary.needsAttention = true
            tell([FileReport(feed: "", dataset: "", file: item.name, sha256: "", status: item.status, reason: item.reason)])
        }
        let calendar = try FeedCalendar(home: home, db, today: today)
        func files(_ delivery: Inbox.Waiting, _ status: FileReport.Status, _ reason: String) -> [FileReport] {
            delivery.request.paths.map { path in
                FileReport(
                    feed: delivery.request.feed, dataset: "", file: (path as NSString).lastPathComponent, sha256: "", status: status, reason: reason)
            }
        }
        func finish(_ delivery: Inbox.Waiting, _ result: Result<LoadReport, any Error>) {
            switch result {
            case .success(let report):
                summary.done += 1
                if report.needsAttention { summary.needsAttention = true }
                summary.add(report.timings)
                tell(report.files, report)
            case .failure(let error):
                switch error {
                case WarehouseError.busy:
                    summary.busy += 1
                    tell(files(delivery, .busy, words(error)))
                case WarehouseError.refused, WarehouseError.usage:
                    summary.needsAttention = true
                    tell(files(delivery, .refused, "\(delivery.name): \(words(error))"))
                default:
                    summary.needsAttention = true
                    tell(files(delivery, .failed, "\(delivery.name): \(words(error))"))
                }
            }
        }
        var due: [Inbox.Waiting] = []
        for delivery in ready {
            // Asked before the first delivery of a feed: after an outage everything that waits for it is taken.
            if choice == .due, let next = calendar.nextDue(delivery.request.feed, authority: delivery.request.authority) {
                tell(files(delivery, .notDue, "this time's file was loaded; the next is due from \(next) on. loxley run takes it now"))
            } else {
                due.append(delivery)
            }
        }
        summary.deliveries = due.count
        for together in InboxRun.batches(due) {
            for (delivery, result) in zip(together, try load(together.map(\.request))) { finish(delivery, result) }
        }
        if choice == .due { summary.overdue = try FeedCalendar(home: home, db, today: today).overdue(authority: authority, only: only) }
        return summary
    }

    /// Deliveries of more bytes than this together are not loaded in one transaction.
    private static let bytesTogether = 4 << 30

    /// Deliveries in their order, those side by side that are small enough to be loaded together.
    private static func batches(_ deliveries: [Inbox.Waiting]) -> [[Inbox.Waiting]] {
        var batches: [[Inbox.Waiting]] = []
        var bytes = 0
        for delivery in deliveries {
            bytes += delivery.bytes
            if batches.isEmpty || bytes > bytesTogether {
                batches.append([])
                bytes = delivery.bytes
            }
            batches[batches.count - 1].append(delivery)
        }
        return batches
    }

    private static let lock = "inbox"

    private func takeLock() throws {
        // A process that was killed leaves its server process behind for up to a second (client_connection_check_interval).
        for _ in 0..<20 {
            if try db.tryLock(InboxRun.lock) { return }
            usleep(100_000)
        }
        throw WarehouseError.busy("busy: another run is at work on the inbox. Nothing was done")
    }
}
