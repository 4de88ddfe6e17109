import Postgres
import Vocabulary

/// What was told for the year and is not in its return: `returns.ssda903_explanation`.
struct Explanation: Sendable {
    static let headerLine = "module,child,row,rule,reason"

    private let call: String
    private let request: ReturnRequest

    init(_ request: ReturnRequest) {
        self.request = request
        let arguments = ModuleQuery.arguments(authority: request.authority, year: request.year)
        call = "returns.ssda903_explanation(\(arguments), \(request.derive)) e"
    }

    /// The rows as CSV, by module and row of its file.
    var copy: SQL {
        SQL(
            unsafeSQL: """
                copy (select e.module, e.child, e.file_row, e.rule, e.reason from \(call) \
                order by e.ordinal, e.file_row, e.child collate "C", e.rule, e.reason) to stdout (format csv)
                """)
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
