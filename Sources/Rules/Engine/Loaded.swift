import Synchronization

/// What the reading of files leaves in memory: for each row of a module its child, and who is in the UASC module.
final class Loaded: Sendable {
    private struct State {
        var tables = Set<ModuleTable>()
        var childOfRow = [[Int32]](repeating: [], count: ModuleTable.count)
        var marks = [[RowMark]](repeating: [], count: ModuleTable.count)
        var unaccompanied: [String: Set<Int32>] = [:]
        var warnings: [String] = []
        var rowsOfEarlierYears = 0
    }

    private let state = Mutex(State())

    /// Keeps the children and the marks of a module's rows.
    func keep(_ childOfRow: [Int32], _ marks: [RowMark], of table: ModuleTable) {
        state.withLock { state in
            state.tables.insert(table)
            state.childOfRow[table.index] = childOfRow
            state.marks[table.index] = marks
        }
    }

    /// The modules that were read, in order.
    var tables: [ModuleTable] { state.withLock { $0.tables.sorted() } }

    /// Counts rows of years before last year.
    func count(earlier rows: Int) { state.withLock { $0.rowsOfEarlierYears += rows } }

    /// Keeps the children of a UASC module.
    /// - Parameter period: which year's: any word that the Header of the same year uses too
    func keep(unaccompanied: [Int32], of period: String) {
        let children = Set(unaccompanied).subtracting([0])
        state.withLock { $0.unaccompanied[period] = children }
    }

    /// The children of a year's UASC module; nil where it was not given.
    func unaccompanied(_ period: String) -> Set<Int32>? { state.withLock { $0.unaccompanied[period] } }

    /// Notes something for the person who asked.
    func warn(_ text: String) { state.withLock { $0.warnings.append(text) } }

    /// What was noted, in order of the words.
    var warnings: [String] { state.withLock { $0.warnings.sorted() } }

    /// How many rows each module has.
    var rows: [Int] { state.withLock { $0.childOfRow.map(\.count) } }

    /// How many rows years before last year have.
    var rowsOfEarlierYears: Int { state.withLock { $0.rowsOfEarlierYears } }

    /// The child of each row, by module.
    var childOfRow: [[Int32]] { state.withLock { $0.childOfRow } }

    /// The mark of each row, by module.
    var marks: [[RowMark]] { state.withLock { $0.marks } }
}
