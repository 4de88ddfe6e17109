import Contracts
import Foundation
import Postgres
import Vocabulary

/// The warehouse as it was known at an earlier moment: a database of its own on the same server, made from what had been recorded by
/// then, and dropped when nobody needs it any more.
///
/// ```swift
/// let past = try PastWarehouse(of: db, at: moment, home: home, url: url)
/// defer { past.drop() }
/// try SSDA903Return(contracts: home.contracts).write(request, from: past.db)
/// ```
/// What had been recorded by a moment: the versions in source of every delivery that was published by then, with what held of them; the
/// ledger and the quarantine; whom agencies had named, the decisions that stood, and the findings that were accepted. From these the star
/// is derived as by ``Rebuild``, so that the same moment gives the same rows, whatever is loaded later.
///
/// What is of today: the contracts, mappings, rules and other SQL of Loxley's folder, its code lists and calendars, of which the
/// warehouse keeps no versions. What cannot be had again: versions that were deleted because their person stayed unknown
/// (``Expiry``). ``notes`` says where the one or the other has changed something since. See docs/decisions/0013-as-recorded.md.
public final class PastWarehouse {
    /// How far the making has come.
    public enum Step: Sendable {
        /// So many bytes of so many are copied.
        case copying(Int, of: Int)
        /// So many tables of the star of so many are derived.
        case deriving(Int, of: Int)
    }

    /// How much had been recorded.
    public struct Extent: Sendable, Equatable {
        /// Deliveries that were published by the moment.
        public let deliveries: Int
        /// Deliveries that have been published since.
        public let later: Int
        /// When the newest of the former was published, ISO 8601.
        public let newest: String
    }

    /// A connection to the warehouse as it was known.
    public let db: Connection
    /// The moment.
    public let moment: RecordedMoment
    /// How much had been recorded.
    public let extent: Extent
    /// What is not as it was then, one sentence each: no value of a person.
    public let notes: [String]

    /// The first word of the databases' names.
    public static let prefix = "loxley_recorded_"

    private let live: Connection
    private let url: String
    /// The database that was made.
    let name: String

    /// Makes the warehouse of that moment; what killed processes left of such is dropped first.
    /// - Parameters:
    ///   - live: the warehouse of now; needed until ``drop()``
    ///   - moment: by the server's clock
    ///   - home: contracts, mappings and SQL, those of now
    ///   - url: by which `live` was reached
    ///   - progress: told how far it has come
    /// - Throws: ``WarehouseError/usage(_:)`` for a moment to come, ``WarehouseError/unavailable(reason:next:)`` where nothing had been
    ///   recorded or the user may not make a database; `PostgresError`. Nothing is then left behind.
    public init(
        of live: Connection, at moment: RecordedMoment, home: Home, url: String, progress: (Step) -> Void = { _ in }
    ) throws {
        let scratch = ScratchDatabase(live: live, url: url)
        try scratch.sweep()
        try PastWarehouse.wait(for: moment, live)
        // Before a database is made: whether there is anything to be put into it.
        _ = try live.read { try PastWarehouse.extent(at: moment, $0) }
        self.live = live
        self.url = url
        self.moment = moment
        name = try scratch.make()
        do {
            db = try scratch.connect(name)
            try db.execute("set synchronous_commit = off")
            let migrator = Migrator(home: home)
            try migrator.apply(try migrator.plan(db), db, recordedAt: moment.description)
            let copy = PastCopy(home: home, moment: moment, from: live, to: db)
            (extent, notes) = try live.read { live in
                try copy.run { progress(.copying($0, of: $1)) }
                return (try PastWarehouse.extent(at: moment, live), try PastNotes(home: home, moment: moment).read(live))
            }
            _ = try Rebuild(home: home, db: db).run(recordedAt: moment.description) { progress(.deriving($0, of: $1)) }
        } catch {
            scratch.drop(name)
            throw error
        }
    }

    /// Makes a further connection to the warehouse as it was known.
    public var connect: @Sendable () throws -> Connection {
        let (url, name) = (url, name)
        return { try Connection(url: url, database: name) }
    }

    /// Drops the database, also after an interrupt. What a process cannot drop any more, the next one does.
    public func drop() { ScratchDatabase(live: live, url: url).drop(name) }

    /// Waits until deliveries that are being published have been. Every later one gets a later moment than the server's clock shows here.
    private static func wait(for moment: RecordedMoment, _ live: Connection) throws {
        let key = SQL(unsafeSQL: "hashtextextended('loxley:publish', 0)")
        try live.execute("select pg_advisory_lock_shared(\(key))")
        defer { _ = try? live.despiteInterrupt { try live.execute("select pg_advisory_unlock_shared(\(key))") } }
        guard try live.value("select \(moment.description)::timestamptz > clock_timestamp()", as: Bool.self) else { return }
        throw WarehouseError.usage(
            "\(moment) has not come yet, so what will be recorded by then is not known. Give a moment that is over, with its zone: --as-recorded \(RecordedMoment.example)"
        )
    }

    private static func extent(at moment: RecordedMoment, _ live: Connection) throws -> Extent {
        let found = try live.first(
            """
            select
                count(*) filter (where published_at <= \(moment.description)::timestamptz), count(*) filter (where published_at > \(moment.description)::timestamptz),
                to_char(max(published_at) filter (where published_at <= \(moment.description)::timestamptz), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                to_char(min(published_at), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            from ops.delivery
            """, { (try $0.decode(0, as: Int.self), try $0.decode(1, as: Int.self), $0[2], $0[3]) })
        guard let found, let newest = found.2 else {
            throw WarehouseError.unavailable(
                reason: "nothing had been recorded by \(moment)",
                next: [
                    found?.3.map { "The first delivery was recorded at \($0): give that moment or a later one." }
                        ?? "Nothing has been recorded to this day: load something first."
                ])
        }
        return Extent(deliveries: found.0, later: found.1, newest: newest)
    }
}
