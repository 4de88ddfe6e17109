import Postgres

/// One pass over a table that answers every rule that looks at one row of it: each condition is a bit of a number.
struct FusedPass: Sendable {
    let relation: String
    let module: ModuleTable
    let rules: [OneRowRule]

    private static let bitsPerWord = 62

    /// The rules of one relation and module together.
    static func passes(of rules: [OneRowRule]) -> [FusedPass] {
        var groups: [String: [OneRowRule]] = [:]
        for rule in rules { groups["\(rule.relation) \(rule.module.index)", default: []].append(rule) }
        return groups.values.map { FusedPass(relation: $0[0].relation, module: $0[0].module, rules: $0) }
            .sorted { ($0.relation, $0.module) < ($1.relation, $1.module) }
    }

    /// The rows that any of the rules flags, each with its bits.
    func query(_ parameters: QueryParameters) -> String {
        let words = stride(from: 0, to: rules.count, by: FusedPass.bitsPerWord).map { start in
            rules[start..<min(start + FusedPass.bitsPerWord, rules.count)].enumerated().map { bit, rule in
                "case when (\(parameters.fill(rule.condition))\n) then \(UInt64(1) << UInt64(bit))::int8 else 0 end"
            }.joined(separator: "\n| ")
        }
        let names = words.indices.map { "bits_\($0)" }
        let columns = zip(words, names).map { "\($0) as \($1)" }.joined(separator: ",\n")
        // "offset 0" keeps the planner from working each condition out twice.
        return """
            select row_id, \(names.joined(separator: ", "))
            from (select row_id, \(columns) from \(relation) offset 0) as judged
            where (\(names.joined(separator: " | "))) <> 0
            """
    }

    /// Runs the pass.
    /// - Returns: the flags of each rule, in the order of ``rules``.
    func run(_ db: Connection, _ parameters: QueryParameters, rows: Int) throws -> [Flags] {
        var flags = [Flags](repeating: Flags(), count: rules.count)
        var stray = 0
        try db.copyOut("copy (\(unsafeSQL: query(parameters))) to stdout (format binary)") { bytes in
            var tuple = BinaryTuple(bytes)
            guard let columns = tuple.columns else { return }
            let row = tuple.int32() ?? 0
            for word in 0..<columns - 1 {
                var bits = tuple.int64() ?? 0
                while bits != 0 {
                    let place = word * FusedPass.bitsPerWord + bits.trailingZeroBitCount
                    if place >= rules.count || !flags[place].insert(Int(row), in: module, of: rows) { stray += 1 }
                    bits &= bits - 1
                }
            }
        }
        guard stray == 0 else { throw RulesError.failed("the pass over \(relation) gave rows that \(module.name) does not have") }
        return flags
    }
}
