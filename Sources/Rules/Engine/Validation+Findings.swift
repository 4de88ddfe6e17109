import Postgres

/// A row that a rule flagged.
public struct Finding: Sendable {
    /// The place of the rule in ``Validation/outcomes``.
    public let rule: Int
    /// The module.
    public let table: ModuleTable
    /// The row in the module's file, from 1.
    public let row: Int
    /// The child's identifier in capitals; empty where the row has none.
    public let child: String
}

/// A row of a module with what was submitted, and every rule that flags it.
public struct FlaggedRow: Sendable {
    /// The row in the module's file, from 1.
    public let row: Int
    /// The child's identifier in capitals; empty where the row has none.
    public let child: String
    /// The values as submitted, in capitals, in the order of the module's columns; nil is blank.
    public let values: [String?]
    /// Places of rules in ``Validation/outcomes``, in order.
    public let rules: [Int]
}

/// How much was found for one child.
public struct ChildSummary: Sendable {
    /// The child's identifier in capitals; empty for rows without one.
    public let child: String
    /// Findings, over all rules and modules.
    public let findings: Int
    /// Rules that flag a row of the child.
    public let rules: Int
}

extension Validation {
    /// Calls the closure with every finding, by rule, module and row.
    public func forEachFinding(_ body: (Finding) throws -> Void) rethrows {
        for (index, flags) in flags.enumerated() {
            for table in flags.tables {
                try flags.sets[table.index]?.forEach { row in try body(Finding(rule: index, table: table, row: row, child: child(of: row, in: table))) }
            }
        }
    }

    /// The modules of which a rule flags rows, with their number, in order.
    public func modules(ofRule index: Int) -> [(table: ModuleTable, rows: Int)] {
        flags[index].tables.compactMap { table in flags[index].sets[table.index].map { (table, $0.count) } }
    }

    /// Calls the closure with every flagged row of a module, in order, with its values; in constant memory.
    /// - Parameter rows: only these of them; nil for all
    /// - Throws: `PostgresError`, and what the closure throws.
    public func forEachFlaggedRow(of table: ModuleTable, only rows: [Int]? = nil, _ body: (FlaggedRow) throws -> Void) throws {
        guard flags.contains(where: { $0.sets[table.index] != nil }) else { return }
        try forEachRow(of: table, only: rows) { row in if !row.rules.isEmpty { try body(row) } }
    }

    /// Calls the closure with every row of a module, flagged or not, in order, with its values; in constant memory.
    /// - Parameter rows: only these of them; nil for all
    /// - Throws: `PostgresError`, and what the closure throws.
    public func forEachRow(of table: ModuleTable, only rows: [Int]? = nil, _ body: (FlaggedRow) throws -> Void) throws {
        let flagging = flags.indices.compactMap { index in flags[index].sets[table.index].map { (index, $0) } }
        let chosen: SQL = rows.map { "where row_id = any(\($0))" } ?? ""
        let columns = table.module.columns.dropFirst().map { Identifier($0.isDate ? $0.sqlName + "_text" : $0.sqlName).quoted }
        try db.forEachRow("select row_id, \(unsafeSQL: columns.joined(separator: ", ")) from \(Identifier(table.table)) \(chosen) order by row_id") { row in
            let number = try row.decode(0, as: Int.self)
            let rules = flagging.filter { $0.1.contains(number) }.map(\.0)
            let child = child(of: number, in: table)
            try body(FlaggedRow(row: number, child: child, values: [child.isEmpty ? nil : child] + (1..<row.count).map { row[$0] }, rules: rules))
        }
    }

    /// What was found for each child with findings, the most first, then by identifier.
    public func childSummaries() -> [ChildSummary] {
        var findings: [Int32: Int] = [:], rules: [Int32: Int] = [:]
        for flags in flags {
            var seen = Set<Int32>()
            for (table, set) in flags.sets {
                set.forEach { row in
                    let child = childOfRow[table][row - 1]
                    findings[child, default: 0] += 1
                    if seen.insert(child).inserted { rules[child, default: 0] += 1 }
                }
            }
        }
        return findings.map { ChildSummary(child: text(of: $0.key), findings: $0.value, rules: rules[$0.key] ?? 0) }
            .sorted { ($1.findings, $0.child) < ($0.findings, $1.child) }
    }

    /// The identifier of a row's child.
    func child(of row: Int, in table: ModuleTable) -> String { text(of: childOfRow[table.index][row - 1]) }

    func text(of number: Int32) -> String { withText(of: number) { String(decoding: $0, as: UTF8.self) } }

    /// The bytes of a child's identifier; none for nobody.
    func withText<R>(of number: Int32, _ body: (ArraySlice<UInt8>) throws -> R) rethrows -> R {
        number == 0 ? try body([]) : try body(children.texts[children.ends[Int(number) - 1]..<children.ends[Int(number)]])
    }
}
