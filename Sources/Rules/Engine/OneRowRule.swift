/// A rule whose answer depends on one row alone: `select row_id from TABLE where CONDITION`. Many of them are one pass over the table.
struct OneRowRule: Sendable {
    let code: String
    /// The table or concept that is read.
    let relation: String
    /// The module whose rows are flagged.
    let module: ModuleTable
    let condition: String

    /// Recognises the form; nil where the version has another one.
    init?(_ rule: Rule, _ version: Rule.Version) {
        let query = version.query
        guard let place = query.firstRange(of: "where") else { return nil }
        let words = query[..<place.lowerBound].split(whereSeparator: \.isWhitespace)
        guard words.count == 4, words[0] == "select", words[1] == "row_id", words[2] == "from" else { return nil }
        let condition = query[place.upperBound...].trimmed
        let others: Set<Substring> = ["select", "union", "except", "intersect", "group", "order", "limit", "window", "having"]
        guard !condition.split(whereSeparator: { !$0.isLetter && $0 != "_" }).contains(where: others.contains) else { return nil }
        code = rule.code
        relation = String(words[3])
        self.condition = condition
        if let table = ModuleTable.all.first(where: { $0.table == words[3] }) {
            module = table
        } else if let only = rule.reports.first, rule.reports.count == 1 {
            module = only
        } else {
            return nil
        }
    }
}
