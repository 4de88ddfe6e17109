import Postgres
import Vocabulary

/// Runs cases through the engine's own statements, in one sandbox whose tables are empty before and after each case.
public final class CaseRunner {
    /// A case that did not end as it says.
    public struct Failure: Sendable, CustomStringConvertible {
        /// The rule.
        public let code: String
        /// The case's sentence.
        public let sentence: String
        /// What came instead.
        public let reason: String

        /// `303: flags both rows …: expected Header 1, got nothing`
        public var description: String { "\(code): \(sentence): \(reason)" }
    }

    private let catalogue: Catalogue
    private let db: Connection
    private let sandbox: Sandbox
    private var tables = SandboxTables(lastCollection: 0)
    /// What the views of the concepts were made for.
    private var views: QueryParameters?

    /// Makes the sandbox.
    /// - Parameter db: a connection that the runner keeps; ``close()`` drops the sandbox
    public init(_ catalogue: Catalogue, _ db: Connection) throws {
        self.catalogue = catalogue
        self.db = db
        sandbox = try Sandbox(db)
        (tables.current, tables.last, tables.past) = (Set(ReturnModule.all), Set(ReturnModule.all), Set(ReturnModule.all))
        (tables.postcodes, tables.providers) = (true, true)
        try db.execute(
            "begin; \(unsafeSQL: tables.statements()) delete from uploaded; \(unsafeSQL: catalogue.functions.map(\.text).joined(separator: ";\n")); commit")
    }

    /// Drops the sandbox.
    public func close() throws { try sandbox.drop(db) }

    /// Runs the cases of a rule.
    /// - Returns: those that did not end as they say.
    public func run(_ cases: [RuleCase], of rule: Rule) -> [Failure] {
        cases.compactMap { one in
            do {
                return try run(one, of: rule).map { Failure(code: rule.code, sentence: one.sentence, reason: $0) }
            } catch {
                return Failure(code: rule.code, sentence: one.sentence, reason: reason(error))
            }
        }
    }

    private func reason(_ error: any Error) -> String {
        // The values of a case are made up: the server's own words help the one who writes the rule.
        if case PostgresError.server(let inner) = error { return inner.debugDescription }
        return "\(error)"
    }

    /// - Returns: what is wrong; nil where all is as it should be.
    private func run(_ one: RuleCase, of rule: Rule) throws -> String? {
        let there = Set(one.tables.compactMap { ModuleTable($0.name) })
        let settled = ValidationPlan.answer(
            without: rule, isXML: one.isXML, there: there, postcodes: one.tables.contains { $0.name == "Postcodes" },
            providers: one.tables.contains { $0.name == "Providers" }, authority: one.authority != nil)
        if let expected = one.answer { return settled?.name == expected ? nil : "expected \(expected), the answer is \(settled?.name ?? "that it runs")" }
        if let settled { return "\(settled.name): \(settled.reason ?? "")" }
        guard let version = rule.version(in: one.year) else { return "the rule has no version for \(one.year)" }
        let parameters = QueryParameters(year: one.year, authority: one.authority)
        try prepare(parameters)
        try db.execute("begin; \(unsafeSQL: statements(one, there))")
        defer { _ = try? db.execute("rollback") }
        var rows = [Int](repeating: 0, count: ModuleTable.count)
        for table in one.tables { if let place = ModuleTable(table.name) { rows[place.index] = table.rows.count } }
        let flags: Flags
        if let single = OneRowRule(rule, version) {
            let pass = FusedPass(relation: single.relation, module: single.module, rules: [single])
            flags = try pass.run(db, parameters, rows: rows[single.module.index])[0]
        } else {
            flags = try RuleQuery(rule: rule, version: version).run(db, parameters, rows: rows)
        }
        return compare(one, flags)
    }

    private func compare(_ one: RuleCase, _ flags: Flags) -> String? {
        var expected = Set<String>(), found = Set<String>()
        for table in one.tables { for row in table.flagged { expected.insert("\(table.name) \(row)") } }
        for table in flags.tables { flags.sets[table.index]?.forEach { found.insert("\(table.name) \($0)") } }
        func list(_ rows: Set<String>) -> String { rows.isEmpty ? "nothing" : rows.sorted().joined(separator: ", ") }
        return expected == found ? nil : "expected \(list(expected)); flagged \(list(found))"
    }

    /// Makes the concepts for a year and an authority, as views: the tables under them are filled by each case.
    private func prepare(_ wanted: QueryParameters) throws {
        guard views != wanted else { return }
        var text = ""
        let concepts = catalogue.conceptsInOrder(catalogue.concepts.keys.sorted())
        for concept in concepts.reversed() { text += "drop view if exists \(Identifier(concept.name).quoted);\n" }
        tables.lastCollection = wanted.year.startYear
        for module in ReturnModule.all { text += tables.earlier(module) ?? "" }
        for concept in concepts {
            text += "create view \(Identifier(concept.name).quoted) as \(wanted.fill(concept.query));\n"
        }
        views = nil
        try db.execute("begin; \(unsafeSQL: text) commit")
        views = wanted
    }

    /// The statements that fill the sandbox for a case.
    private func statements(_ one: RuleCase, _ there: Set<ModuleTable>) -> String {
        var text = ""
        var children: [String: Int] = [:]
        if !there.isEmpty { text += "insert into uploaded values \(there.sorted().map { "(\($0.name.sqlLiteral))" }.joined(separator: ", "));\n" }
        for table in one.tables where !table.rows.isEmpty {
            let isPast = table.name.hasSuffix("_earlier")
            let past = isPast ? ReturnModule.named(table.name.dropLast("_earlier".count)).map { $0.table + "_past" } : nil
            guard let place = past ?? ModuleTable(table.name)?.table else {
                text += reference(table)
                continue
            }
            var rows: [String] = []
            for (row, values) in table.rows.enumerated() {
                var literals = [String(row + 1)]
                for (column, value) in zip(table.columns, values) { literals += self.literals(column, value, &children) }
                rows.append("(\(literals.joined(separator: ", ")))")
            }
            text += "insert into \(place) (row_id, \(names(table.columns))) values\n\(rows.joined(separator: ",\n"));\n"
        }
        if !children.isEmpty { text += "insert into children values \(children.map { "(\($1), \($0.sqlLiteral))" }.joined(separator: ", "));\n" }
        if !one.isXML {
            for last in [false, true] {
                let header = ReturnModule.all[0], uasc = ReturnModule.all[2]
                guard there.contains(ModuleTable(header, last: last)), there.contains(ModuleTable(uasc, last: last)) else { continue }
                let suffix = last ? "_last" : ""
                let listed = "exists (select from uasc\(suffix) as u where u.child = h.child)"
                text += "update header\(suffix) as h set uasc = case when \(listed) then '1' else '0' end;\n"
            }
        }
        return text.isEmpty ? "select 1" : text
    }

    private func reference(_ table: RuleCase.Table) -> String {
        let columns = table.columns.map { $0.lowercased() }
        let rows = table.rows.map { values in
            let literals = zip(table.columns, values).map { column, value -> String in
                guard let value else { return "null" }
                if column == "REG_END" { return date(value) }
                return ["EAST", "NORTH"].contains(column) ? String(Int(value) ?? 0) : value.sqlLiteral
            }
            return "(\(literals.joined(separator: ", ")))"
        }
        return "insert into \(table.name.lowercased()) (\(columns.joined(separator: ", "))) values \(rows.joined(separator: ",\n"));\n"
    }

    private func isDate(_ column: String) -> Bool { ReturnModule.all.contains { $0.columns.contains { $0.name == column && $0.isDate } } }

    private func names(_ columns: [String]) -> String {
        columns.flatMap { isDate($0) ? [$0.lowercased(), $0.lowercased() + "_text"] : [$0.lowercased()] }.joined(separator: ", ")
    }

    private func literals(_ column: String, _ value: String?, _ children: inout [String: Int]) -> [String] {
        guard let value else { return isDate(column) ? ["null::date", "null"] : [column == "CHILD" || column == "COLLECTION" ? "null::int" : "null"] }
        if column == "COLLECTION" { return [String(Int(value) ?? 0)] }
        let capitals = value.withCapitals()
        if column == "CHILD" {
            let number = children[capitals] ?? children.count + 1
            children[capitals] = number
            return [String(number)]
        }
        return isDate(column) ? [date(value), capitals.sqlLiteral] : [capitals.sqlLiteral]
    }

    private func date(_ value: String) -> String {
        Array(value.utf8).withUnsafeBufferPointer { CellText.date($0) }.map { "date '\(CalendarDate(daysSince2000: $0))'" } ?? "null::date"
    }
}

extension String {
    /// As the engine keeps a value.
    func withCapitals() -> String {
        var scratch: [UInt8] = []
        Array(utf8).withUnsafeBufferPointer { CellText.capitals($0, into: &scratch) }
        return String(decoding: scratch, as: UTF8.self)
    }
}
