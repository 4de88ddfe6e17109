import ArgumentParser
import Cluster
import Formats
import Foundation
import Logging
import Postgres
import Vocabulary
import Warehouse

/// Options that every command takes.
struct Options: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

    @Option(help: ArgumentHelp("PostgreSQL server to use (LOXLEY_DATABASE_URL); without it the private one", valueName: "url"))
    var database: String?

    @Option(help: ArgumentHelp("folder of the private server and the archive (LOXLEY_DATA)", valueName: "folder"))
    var data: String?

    @Option(help: ArgumentHelp("settings to use instead of config/loxley.yaml", valueName: "file"))
    var config: String?

    @Option(help: "text for people; json and csv for programs")
    var format: Format = .text

    @Flag(help: "say nothing but results and errors")
    var quiet = false

    @Flag(help: "say more")
    var verbose = false

    /// Loxley's own files.
    func home() throws -> Home { try Home() }

    func configuration(_ home: Home) throws -> Configuration {
        try Configuration(path: config ?? home.folder + "/config/loxley.yaml")
    }

    var logger: Logger {
        var logger = Logger(label: "loxley") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = quiet ? .error : verbose ? .debug : .notice
        return logger
    }

    func files() throws -> ServerFiles { try ServerFiles(folder: data) }

    /// The URL of another server, where one is given.
    var givenURL: String? {
        let url = database ?? ProcessInfo.processInfo.environment["LOXLEY_DATABASE_URL"]
        return url.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The URL of the server given, or of the private one, which is started first.
    func server() async throws -> String {
        if let givenURL { return givenURL }
        let files = try files()
        try await PrivateServer(files: files, logger: logger).start()
        return files.url
    }

    /// Connects to the server given, or to the private one, which is started first.
    func connect() async throws -> Connection { try Connection(url: try await server()) }

    /// Connects to a warehouse of this version. An empty private one is brought up without asking.
    func warehouse(_ home: Home) async throws -> Connection {
        let db = try await connect()
        let migrator = Migrator(home: home)
        let plan = try db.read { try migrator.plan($0) }
        if plan.isEmpty { return db }
        guard givenURL == nil, plan.migrations.count == home.files(in: "sql/schema", ending: ".sql").count else {
            throw WarehouseError.failed("the database is not of this version (\(plan.lines.count) steps to do). Run: loxley migrate")
        }
        note("the private database is new: bringing it up")
        try migrator.apply(plan, db, recordedAt: Moment.now.iso)
        return db
    }

    /// Works on the warehouse, or on that of an earlier moment, which is gone afterwards.
    /// - Parameter known: the moment, where one is given
    func withWarehouse<T>(_ home: Home, _ known: AsRecordedOption, _ body: (WarehouseInUse) async throws -> T) async throws -> T {
        let live = try await warehouse(home)
        let url = try await server()
        guard let moment = known.asRecorded else { return try await body(WarehouseInUse(db: live, connect: { try Connection(url: url) })) }
        let clock = ContinuousClock.now
        func elapsed() -> Double { (ContinuousClock.now - clock).seconds }
        var line: (title: String, progress: ProgressLine)?
        func show(_ title: String, _ done: Int, of total: Int, _ unit: ProgressLine.Unit) {
            if line?.title != title {
                line?.progress.finish()
                line = (title, ProgressLine(title: title, total: total, unit: unit, since: elapsed(), elapsed: elapsed))
            }
            line?.progress.update(done)
        }
        defer { line?.progress.finish() }
        let past = try PastWarehouse(of: live, at: moment, home: home, url: url) { step in
            guard !quiet else { return }
            switch step {
            case .copying(let bytes, let total): show("copying what had been recorded", bytes, of: total, .bytes)
            case .deriving(let tables, let total): show("deriving the star", tables, of: total, .things("tables"))
            }
        }
        defer { past.drop() }
        line?.progress.finish()
        let extent = past.extent
        note("as recorded \(moment): \(extent.deliveries) of \(extent.deliveries + extent.later) deliveries, the newest recorded at \(extent.newest)")
        for text in past.notes { note("note: " + text) }
        return try await body(WarehouseInUse(db: past.db, connect: past.connect))
    }

    /// Says something on standard error, unless told to be quiet.
    func note(_ text: String) {
        if !quiet { FileHandle.standardError.write(Data((text + "\n").utf8)) }
    }
}

/// The warehouse that a command works on.
struct WarehouseInUse {
    let db: Connection
    /// Makes a further connection to it.
    let connect: @Sendable () throws -> Connection
}

/// The option of commands that can tell what was known at an earlier moment.
struct AsRecordedOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "tell what the warehouse knew at that moment, given with its zone: \(RecordedMoment.example). Contracts, rules, code lists and calendars are those of now",
            valueName: "moment"),
        transform: { text in
            guard let moment = RecordedMoment(text) else {
                throw ValidationError("expected a moment with its zone, for example \(RecordedMoment.example) or 2026-06-30T13:00:00+01:00")
            }
            return moment
        })
    var asRecorded: RecordedMoment?
}

/// The moment of the call: the one place where a clock is read. Everything below takes it as a parameter.
struct Moment {
    let iso: String
    let today: CalendarDate
    let secondsSince1970: Int

    static var now: Moment {
        let date = Date()
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        let today = CalendarDate(year: parts.year ?? 2000, month: parts.month ?? 1, day: parts.day ?? 1) ?? CalendarDate(daysSince2000: 0)
        return Moment(iso: formatter.string(from: date), today: today, secondsSince1970: Int(date.timeIntervalSince1970))
    }
}

extension CollectionYear: ExpressibleByArgument {
    /// Reads `2026-27` from the command line; nil for anything else.
    public init?(argument: String) { self.init(argument) }
}

extension CalendarDate: ExpressibleByArgument {
    /// Reads `2026-09-30` from the command line; nil for anything else.
    public init?(argument: String) { self.init(argument) }
}
