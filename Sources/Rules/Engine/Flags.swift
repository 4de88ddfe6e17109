/// The rows that one rule has flagged, by module.
struct Flags: Sendable {
    /// By the index of the module's table.
    private(set) var sets: [Int: RowSet] = [:]

    /// Rows flagged.
    var count: Int { sets.values.reduce(0) { $0 + $1.count } }

    /// Adds a row.
    /// - Parameter rows: how many rows the module has
    /// - Returns: false where the module has no such row.
    @inline(__always)
    mutating func insert(_ row: Int, in table: ModuleTable, of rows: Int) -> Bool {
        sets[table.index, default: RowSet(limit: rows)].insert(row)
    }

    /// Puts another set of rows in the place of a module's.
    mutating func replace(_ set: RowSet, of table: ModuleTable) { sets[table.index] = set }

    /// The modules with flagged rows, in order.
    var tables: [ModuleTable] { sets.keys.sorted().map { ModuleTable(index: $0) } }
}
