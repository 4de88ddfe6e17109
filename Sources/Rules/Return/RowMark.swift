import CXXHash

/// What a row is known by from one run to the next, without its values: a hash of its key columns, and one of all its columns.
struct RowMark: Sendable, Hashable {
    /// Of CHILD and the columns that tell a child's rows apart.
    let key: UInt64
    /// Of every column.
    let content: UInt64
}

/// Makes the marks of a module's rows. The hashes (XXH3) are the same in every version and on every machine, so they can be kept.
struct RowMarker {
    /// Columns beside CHILD that tell the rows of a child apart, as the contracts of `etl/social-care` have them; a test holds them equal.
    static let keyColumns: [String: Set<String>] = [
        "Episodes": ["DECOM"], "Reviews": ["REVIEW"], "PlacedAdoption": ["DATE_PLACED"], "Missing": ["MISSING", "MIS_START"], "SWEpisodes": ["SW_DECOM"],
        "DoLo": ["DOLO_START"],
    ]

    private let isKey: [Bool]
    private var key: [UInt8] = []
    private var content: [UInt8] = []

    init(_ module: ReturnModule) {
        let keys = RowMarker.keyColumns[module.name] ?? []
        isKey = module.columns.map { $0.name == "CHILD" || keys.contains($0.name) }
    }

    /// Begins a row.
    mutating func start() {
        key.removeAll(keepingCapacity: true)
        content.removeAll(keepingCapacity: true)
    }

    /// Adds a value that is not blank.
    mutating func add(_ bytes: [UInt8], column: Int) {
        // The column's number stands for the blanks before it.
        content.append(UInt8(truncatingIfNeeded: column))
        content += bytes
        content.append(0)
        guard isKey[column] else { return }
        key.append(UInt8(truncatingIfNeeded: column))
        key += bytes
        key.append(0)
    }

    /// The mark of the row.
    func mark() -> RowMark { RowMark(key: RowMarker.hash(key), content: RowMarker.hash(content)) }

    /// The hash of some bytes.
    static func hash(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) } }
}
