import Formats
import Postgres

/// Reads a module's CSV file into its table, in one pass and constant memory.
struct CSVModule {
    let file: ReturnFiles.ModuleFile
    let module: ReturnModule
    /// The table's name.
    let table: String
    /// For the table of earlier years, the collection that the file is of.
    let collection: Int32?

    /// What came of reading a file.
    struct Outcome: Sendable {
        let childOfRow: [Int32]
        let marks: [RowMark]
        /// Rows with more or fewer values than the header has columns.
        let uneven: Int
        /// The first of them.
        let firstUneven: Int
    }

    /// Reads and copies.
    /// - Parameter unaccompanied: for Header, whether a child is in the UASC module; nil where that module is absent
    /// - Throws: ``RulesError/refused(reason:next:)`` for a file that is cut short or cannot be read to its end.
    func load(_ db: Connection, children: ChildNumbers, postcodes: PostcodesWanted?, unaccompanied: ((Int32) -> Bool)?) throws -> Outcome {
        var encoder = RowEncoder(module, collection: collection, children: children, postcodes: postcodes)
        defer { encoder.release() }
        var uneven = 0, firstUneven = 0
        try db.copyIn("copy \(Identifier(table)) from stdin (format binary)") { writer in
            do {
                var reader = try file.open()
                let names = file.header.map { $0.uppercased() }
                let places = module.columns.map { column in names.firstIndex(of: column.name) ?? Int.max }
                var row = FieldRow()
                var isComplete = true
                while try reader.next(into: &row) {
                    if row.count != names.count {
                        uneven += 1
                        if firstUneven == 0 { firstUneven = row.number }
                    }
                    isComplete = row.terminated || row.count >= names.count
                    encoder.add { index, body in
                        if places[index] < row.count { row.withField(places[index], body) } else { body(UnsafeBufferPointer(start: nil, count: 0)) }
                    } unaccompanied: { child in
                        unaccompanied.map { .derived($0(child)) } ?? .unknown
                    }
                    try encoder.flush(to: writer)
                }
                if reader.endedInsideQuotes || !isComplete {
                    throw RulesError.refused(
                        reason: "\(file.name) is cut short: its last row (data row \(row.number)) "
                            + (reader.endedInsideQuotes ? "opens a quote that is never closed" : "has \(row.count) of \(names.count) values and no line end"),
                        next: ["Export it again."])
                }
            } catch let error as FormatError {
                throw RulesError.refused(reason: "\(file.name): \(error)", next: ["Export it again."])
            }
            try encoder.finish(to: writer)
        }
        return Outcome(childOfRow: encoder.childOfRow, marks: encoder.marks, uneven: uneven, firstUneven: firstUneven)
    }
}
