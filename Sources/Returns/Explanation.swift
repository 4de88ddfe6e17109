import Formats
import Postgres
import Vocabulary

/// What was told for the year and is not in its return: `returns.ssda903_explanation`.
struct Explanation: Sendable {
    static let columns = ["module", "child", "row", "rule", "reason"]

    private let call: String
    private let request: ReturnRequest

    init(_ request: ReturnRequest) {
        self.request = request
        let arguments = ModuleQuery.arguments(authority: request.authority, year: request.year)
        call = "returns.ssda903_explanation(\(arguments), \(request.derive)) e"
    }

    /// Writes the rows as CSV, by module and row of its file, in constant memory.
    /// - Returns: the file, not yet in its place, and how many records each rule left out.
    func write(to path: String, _ db: Connection) throws -> (file: CSVWriter, leftOut: [ReturnSummary.LeftOut]) {
        let writer = try CSVWriter(path: path)
        try writer.write(Self.columns)
        var rows: [String: [String: Int]] = [:]
        var modules: [String] = []
        try db.forEachRow(
            """
            select e.module, e.child, e.file_row, e.rule, e.reason from \(unsafeSQL: call)
            order by e.ordinal, e.file_row, e.child collate "C", e.rule, e.reason collate "C"
            """
        ) { row in
            for column in 0..<row.count { try writer.writeField(row[column] ?? "") }
            try writer.endRow()
            let module = row[0] ?? "", rule = row[3] ?? ""
            if rows[module] == nil { modules.append(module) }
            rows[module, default: [:]][rule, default: 0] += 1
        }
        let leftOut = modules.flatMap { module in
            (rows[module] ?? [:]).sorted { $0.key < $1.key }
                .map { ReturnSummary.LeftOut(module: module, rule: $0.key, rows: $0.value) }
        }
        return (writer, leftOut)
    }

    /// How many records each rule left out.
    func counts(_ db: Connection) throws -> [ReturnSummary.LeftOut] {
        try db.query(
            """
            select e.module, e.rule, count(*) from \(unsafeSQL: call)
            group by e.ordinal, e.module, e.rule order by e.ordinal, e.rule collate "C"
            """
        ) { ReturnSummary.LeftOut(module: try $0.decode(0), rule: try $0.decode(1), rows: try $0.decode(2)) }
    }

    /// Exact duplicates in the newest files of the year.
    func duplicates(_ db: Connection) throws -> Int {
        try db.value(
            """
            select coalesce(sum(n.rows_duplicate), 0)::bigint
            from returns.ssda903_newest_loads(\(request.authority)::smallint, \(request.year.description)) n
            """)
    }
}
