/// What became of the rows of one file: the equation of ops.load.
public struct RowCounts: Sendable, Equatable {
    public var read = 0
    public var new = 0
    public var changed = 0
    public var unchanged = 0
    public var duplicate = 0
    public var conflict = 0
    public var stale = 0
    public var ignored = 0
    public var quarantined = 0
    // Beside the equation.
    public var retired = 0
    public var waiting = 0
    public var unusable = 0

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

/// One file of a delivery, as reported.
public struct FileReport: Sendable {
    public enum Status: String, Sendable {
        case loaded
        case alreadyLoaded = "already loaded"
        case leftAside = "left aside"
    }

    /// A spelling's column: how many rows carry codes that no list knows. Never the spelling itself.
    public struct UnknownCodes: Sendable {
        public let column: String
        public let spellings: Int
        public let rows: Int
    }

    /// One row set aside, without its values.
    public struct SetAside: Sendable {
        public let quarantineID: Int
        public let row: Int
        public let column: String?
        public let reason: String
    }

    public var feed: String
    public var dataset: String
    public var file: String
    public var sha256: String
    public var status: Status
    public var counts = RowCounts()
    public var seconds = 0.0
    /// The first rows set aside, at most ten.
    public var setAside: [SetAside] = []
    public var unknownCodes: [UnknownCodes] = []
    /// Optional values that could not be read: column and how many.
    public var unreadable: [(column: String, rows: Int)] = []
}

/// A delivery, as reported.
public struct LoadReport: Sendable {
    public var feed: String
    public var authority: Int
    public var scope: String
    public var asAt: String
    public var files: [FileReport] = []
    public var childrenDerived = 0
    /// Where the time went: step and seconds, in order.
    public var timings: [(step: String, seconds: Double)] = []
    public var deliveryID: Int?

    /// Counts of all files.
    public var total: RowCounts {
        files.reduce(into: RowCounts()) { $0 += $1.counts }
    }

    /// Every file had been loaded before.
    public var wasAlreadyLoaded: Bool { !files.isEmpty && files.allSatisfy { $0.status != .loaded } && files.contains { $0.status == .alreadyLoaded } }

    /// Whether a person should look: rows set aside or unusable, codes not known, files that no contract knows.
    public var needsAttention: Bool {
        let total = total
        return total.quarantined > 0 || total.unusable > 0
            || files.contains { !$0.unknownCodes.isEmpty || !$0.unreadable.isEmpty || $0.status == .leftAside }
    }
}
