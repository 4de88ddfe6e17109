/// What became of the rows of one file: the equation of ops.load.
public struct RowCounts: Sendable, Equatable {
    /// Data rows in the file.
    public var read = 0
    /// Their key was not held before.
    public var new = 0
    /// Their key was held with other content.
    public var changed = 0
    /// Held already with the same content.
    public var unchanged = 0
    /// Same key and content as an earlier row of the file; not stored again.
    public var duplicate = 0
    /// Same key and other content than an earlier row of the file; stored as another occurrence.
    public var conflict = 0
    /// Differ from what is held and are older than it; stored as history.
    public var stale = 0
    /// Footers, and rows outside the contract's population; not stored.
    public var ignored = 0
    /// Cannot be made into records; set aside until somebody resolves them.
    public var quarantined = 0
    /// Beside the equation: records held before and absent from this snapshot; stored as tombstones.
    public var retired = 0
    /// Beside the equation: stored, but their person is not known yet.
    public var waiting = 0
    /// Beside the equation: stored, but a start or end cannot be read, so nothing is derived from them.
    public var unusable = 0

    /// All counts zero.
    public init() {}

    /// Adds another file's counts.
    public static func += (a: inout RowCounts, b: RowCounts) {
        for field in RowCounts.fields { a[keyPath: field.path] += b[keyPath: field.path] }
    }

    /// The counts by name, in the order of the equation.
    public static let fields: [(name: String, path: WritableKeyPath<RowCounts, Int> & Sendable)] = [
        ("rows_read", \.read), ("rows_new", \.new), ("rows_changed", \.changed), ("rows_unchanged", \.unchanged),
        ("rows_duplicate", \.duplicate), ("rows_conflict", \.conflict), ("rows_stale", \.stale), ("rows_ignored", \.ignored),
        ("rows_quarantined", \.quarantined), ("rows_retired", \.retired), ("rows_waiting", \.waiting), ("rows_unusable", \.unusable),
    ]
}

/// One file of a delivery, or a part of it that is loaded for itself, as reported.
public struct FileReport: Sendable {
    /// What became of the file.
    public enum Status: String, Sendable {
        /// By this command.
        case loaded
        /// The same bytes came before for this authority and scope.
        case alreadyLoaded = "already loaded"
        /// No contract of the feed fits it.
        case leftAside = "left aside"
        /// A worksheet that no contract fits, in a workbook of which others do.
        case otherSheet = "no list of this feed"
        /// Its delivery was refused: nothing of it was loaded.
        case refused
        /// Its delivery failed: nothing of it was loaded.
        case failed
        /// Another run is loading its feed.
        case busy
        /// Its feed is not due yet.
        case notDue = "not due"
        /// It waits for the next run: it may still be growing.
        case stillArriving = "still arriving"
        /// Nobody knows what it is, or which day it shows.
        case notRecognised = "not recognised"
    }

    /// A spelling's column: how many rows carry codes that no list knows. Never the spelling itself.
    public struct UnknownCodes: Sendable {
        /// The column's name in the contract.
        public let column: String
        /// How many different spellings.
        public let spellings: Int
        /// How many rows carry one of them.
        public let rows: Int
    }

    /// One row set aside, without its values.
    public struct SetAside: Sendable {
        /// Its number for `loxley quarantine show`.
        public let quarantineID: Int
        /// 1-based data row in the file.
        public let row: Int
        /// The column concerned; nil where it is the whole row.
        public let column: String?
        /// Why, in words and without the value.
        public let reason: String
    }

    /// The dataset or family that the file was loaded for.
    public var feed: String
    /// `social-care/ssda903_episodes`; empty where the file was left aside.
    public var dataset: String
    /// The file's name without folders.
    public var file: String
    /// The worksheet, or the element that is a record; nil for a text file.
    public var part: String?
    /// SHA-256 of the file's bytes, 64 hexadecimal digits.
    public var sha256: String
    /// Whether it was loaded.
    public var status: Status
    /// The load's number in the ledger; nil unless it was loaded now.
    public var loadID: Int?
    /// What became of its rows; all zero unless it was loaded now.
    public var counts = RowCounts()
    /// How long it took to land and merge.
    public var seconds = 0.0
    /// The first rows set aside, at most ten.
    public var setAside: [SetAside] = []
    /// Columns with codes that no list knows, by name.
    public var unknownCodes: [UnknownCodes] = []
    /// Optional values that could not be read: column and how many.
    public var unreadable: [(column: String, rows: Int)] = []
    /// Columns that no contract names, by name and with the closest expected one: they were not taken.
    public var unknownColumns: [String] = []
    /// Columns that the contract names and the file does not have: their values are empty.
    public var absentColumns: [String] = []
    /// Why it was not loaded, and what to do; nil where it was.
    public var reason: String?

    /// The file's name, and the part's: `health.xlsx, Dental checks`.
    public var title: String { FileReport.title(file, part) }

    /// A file's name, and that of a part of it.
    public static func title(_ file: String, _ part: String?) -> String { part.map { "\(file), \($0)" } ?? file }
}

/// A delivery, as reported.
public struct LoadReport: Sendable {
    /// The dataset or family asked for.
    public var feed: String
    /// DfE number of the authority.
    public var authority: Int
    /// What the files are a snapshot of: a collection year `2026-27`, or what the contract says.
    public var scope: String
    /// The day whose position the files show, ISO 8601.
    public var asAt: String
    /// One for each file, whether loaded or not.
    public var files: [FileReport] = []
    /// How many children's star rows were derived again.
    public var childrenDerived = 0
    /// Where the time went: step and seconds, in order.
    public var timings: [(step: String, seconds: Double)] = []
    /// The delivery's number in the ledger; nil where nothing was loaded.
    public var deliveryID: Int?

    /// Counts of all files.
    public var total: RowCounts {
        files.reduce(into: RowCounts()) { $0 += $1.counts }
    }

    /// Every file had been loaded before.
    public var wasAlreadyLoaded: Bool { !files.isEmpty && files.allSatisfy { $0.status != .loaded } && files.contains { $0.status == .alreadyLoaded } }

    /// Whether a person should look: rows set aside or unusable, codes or columns not known, files that no contract knows.
    public var needsAttention: Bool {
        let total = total
        return total.quarantined > 0 || total.unusable > 0
            || files.contains { !$0.unknownCodes.isEmpty || !$0.unreadable.isEmpty || !$0.unknownColumns.isEmpty || $0.status == .leftAside }
    }
}
