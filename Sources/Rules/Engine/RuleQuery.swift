import Postgres

/// A rule of its own query: it gives the rows it flags, each with the name of its module.
struct RuleQuery: Sendable {
    let rule: Rule
    let version: Rule.Version

    /// Runs it.
    /// - Parameter rows: how many rows each module has, by the index of its table
    /// - Returns: the rows flagged.
    /// - Throws: ``RulesError/rule(code:reason:)`` where it gives something else than rows of the modules that its header reports.
    func run(_ db: Connection, _ parameters: QueryParameters, rows: [Int]) throws -> Flags {
        var flags = Flags()
        var fault: String?
        let names = rule.reports.map { (Array($0.name.utf8), $0) }
        var last = names.first
        try db.copyOut("copy (\(unsafeSQL: parameters.fill(version.query))\n) to stdout (format binary)") { bytes in
            var tuple = BinaryTuple(bytes)
            guard let columns = tuple.columns, fault == nil else { return }
            if columns > 1 {
                guard let name = tuple.text() else { return fault = "it gave a row without a module" }
                if let known = last?.0, known.elementsEqual(name) {
                } else if let other = names.first(where: { $0.0.elementsEqual(name) }) {
                    last = other
                } else {
                    return fault = "it flags a module that its header does not report"
                }
            } else if names.count > 1 {
                return fault = "it gives no module, and its header reports several"
            }
            guard let row = tuple.int32() else { return fault = "it gave a row without row_id" }
            guard let table = last?.1, flags.insert(Int(row), in: table, of: rows[table.index]) else {
                return fault = "it flags a row that the module does not have"
            }
        }
        if let fault { throw RulesError.rule(code: rule.code, reason: fault) }
        return flags
    }
}
