import Formats

/// The data of the page, as one JSON object; what its parts are, `Page/page.js` says where it reads them.
struct PageData {
    private let report: Report
    private let isComplete: Bool
    private let samples: Int
    private let mostChildren: Int
    private let list: String?
    private var validation: Validation { report.validation }
    private var states: FindingStates { report.states }

    /// Rules with findings, or with findings that are gone, and their places on the page.
    private let rules: [Int]
    private let placeOfRule: [Int: Int]
    private let modules: [ModuleTable]
    private var children: [String] = []
    private var placeOfChild: [String: Int] = [:]

    init(_ report: Report, isComplete: Bool, samples: Int, mostChildren: Int, list: String?) {
        self.report = report
        self.isComplete = isComplete
        self.samples = samples
        self.mostChildren = mostChildren
        self.list = list
        let outcomes = report.validation.outcomes
        rules = outcomes.indices.filter { outcomes[$0].findings > 0 || report.states.rules[$0].fixed > 0 }
        placeOfRule = Dictionary(rules.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let flagging = Set(rules.flatMap { report.validation.modules(ofRule: $0).map(\.table) })
        modules = ModuleTable.all.filter(flagging.contains)
    }

    /// Writes the object.
    mutating func write(to file: OutputFile) throws {
        try head(file)
        try file.write(",\n\"rows\":[")
        let findings = try rows(file)
        try file.write("],\n\"findings\":[")
        try file.write(findings)
        try file.write("],\n\"childRows\":[")
        let childTotal = isComplete ? 0 : try childRows(file)
        // Children are numbered as they are met, so their names come last.
        let fixed = states.fixedByChild.sorted { $0.key < $1.key }.map { (String(place($0.key)), JSONValue.number($0.value)) }
        try file.write("],\n\"childTotal\":\(childTotal),\n\"fixed\":")
        try write(.object(isComplete ? fixed : []), file)
        try file.write(",\n\"children\":")
        try write(.list(children.map { .text($0) }), file)
        try file.write("}")
    }

    private func write(_ value: JSONValue, _ file: OutputFile) throws { try file.withBuffer { value.append(to: &$0) } }

    private mutating func place(_ child: String) -> Int {
        if let place = placeOfChild[child] { return place }
        placeOfChild[child] = children.count
        children.append(child)
        return children.count - 1
    }

    // MARK: Head

    private func head(_ file: OutputFile) throws {
        let counts = states.counts
        let head: [(String, JSONValue)] = [
            ("recorded", .text(Report.shown(moment: report.recordedAt))),
            ("lastRun", .text(states.lastRun.map { Report.shown(moment: $0) })),
            ("total", .number(validation.findings)), ("complete", .flag(isComplete)), ("samples", .number(samples)), ("csv", .text(list)),
            (
                "counts",
                .object([
                    ("new", .number(counts.new)), ("standing", .number(counts.standing)), ("accepted", .number(counts.accepted)),
                    ("first", .number(counts.firstJudged)), ("fixed", .number(counts.fixed)),
                ])
            ),
            ("answers", .list(report.answers.map { .list([.text($0.name), .number($0.rules)]) })),
            ("files", .list(files())),
            ("reasons", .list(report.reasons.map { .list([.text($0.answer), .text($0.reason), .list($0.codes.map { .text($0) })]) })),
            ("warnings", .list(validation.warnings.map { .text($0) })),
            (
                "modules",
                .list(
                    modules.map { table in
                        .object([
                            ("name", .text(table.name)), ("columns", .list(table.module.columns.map { .text($0.name) })),
                            ("keys", .list(Report.keys(of: table.module).map { .number($0) })),
                        ])
                    })
            ),
            ("rules", .list(rules.map(rule))),
            (
                "acceptances",
                .list(
                    states.acceptances.map { applied in
                        let acceptance = applied.acceptance
                        return .object([
                            ("id", .number(acceptance.id)), ("rule", .text(acceptance.rule)), ("module", .text(acceptance.module)),
                            ("row", .number(acceptance.row)), ("child", .text(acceptance.child)), ("reason", .text(acceptance.reason)),
                            ("by", .text(acceptance.acceptedBy)), ("at", .text(Report.shown(moment: acceptance.recordedAt))),
                            ("standing", .text(applied.standing.rawValue)), ("text", .text(Report.words(acceptance))),
                        ])
                    })
            ),
        ]
        // Without the closing brace: rows and findings follow.
        var bytes: [UInt8] = []
        JSONValue.object(head).append(to: &bytes)
        try file.write(bytes.dropLast())
    }

    /// `[module, file, rows, last year's file, last year's rows]` of each module that was read in one of the two years.
    private func files() -> [JSONValue] {
        let plan = validation.plan
        let rows = Dictionary(validation.modules.map { ($0.table, $0.rows) }, uniquingKeysWith: { first, _ in first })
        return ReturnModule.all.compactMap { module in
            let now = rows[ModuleTable(module)], last = rows[ModuleTable(module, last: true)]
            guard now != nil || last != nil else { return nil }
            func cells(_ files: ReturnFiles?, _ rows: Int?) -> [JSONValue] {
                guard let rows else { return [.text(nil), .text(nil)] }
                return [.text(files?.files[module]?.name ?? (files?.isXML == true ? "XML" : "")), .number(rows)]
            }
            return .list([.text(module.name)] + cells(plan.files, now) + cells(plan.previous, last))
        }
    }

    private func rule(_ index: Int) -> JSONValue {
        let outcome = validation.outcomes[index]
        // Fields as columns of the modules that it flags: a derived field is shown by the columns it comes from.
        let tables = validation.modules(ofRule: index).map(\.table)
        let shown = Set(tables.flatMap { table in Report.shown(outcome.rule, in: table.module).map { table.module.columns[$0].name } })
        return .object([
            ("code", .text(outcome.rule.code)), ("title", .text(outcome.rule.title)), ("severity", .text(outcome.severity)),
            ("found", .text(outcome.rule.found)), ("fix", .text(outcome.rule.fix)), ("fields", .list(outcome.rule.fields.map { .text($0) })),
            ("shown", .list(shown.sorted().map { .text($0) })), ("fixed", .number(states.rules[index].fixed)),
            (
                "modules",
                .list(
                    tables.map { table in
                        var counts = [0, 0, 0, 0]
                        validation.flags[index].sets[table.index]?.forEach { counts[number(states.state(rule: index, table: table, row: $0))] += 1 }
                        return .list(([modules.firstIndex(of: table) ?? 0] + counts).map { .number($0) })
                    })
            ),
        ])
    }

    private func number(_ state: FindingStates.State) -> Int {
        switch state {
        case .new: 0
        case .standing: 1
        case .accepted: 2
        case .firstJudged: 3
        }
    }

    // MARK: Rows and findings

    /// Writes the flagged rows with the values that their rules are about.
    /// - Returns: their findings, `[rule, row, state]` or `[rule, row, 2, acceptance]`.
    private mutating func rows(_ file: OutputFile) throws -> [UInt8] {
        var findings: [UInt8] = []
        var written = 0
        for (place, table) in modules.enumerated() {
            let chosen = isComplete ? nil : sample(of: table)
            let shown = Dictionary(uniqueKeysWithValues: rules.map { ($0, Report.shown(validation.outcomes[$0].rule, in: table.module)) })
            let keys = Report.keys(of: table.module)
            // The children of a COPY under way cannot be numbered in the closure of `file`: rows are handed over one by one.
            var places: [String: Int] = placeOfChild
            var names = children
            try validation.forEachFlaggedRow(of: table, only: chosen.map { Array($0.keys) }) { row in
                let rules = chosen.map { $0[row.row] ?? [] } ?? row.rules
                let child = places[row.child] ?? names.count
                if child == names.count {
                    places[row.child] = child
                    names.append(row.child)
                }
                let columns = Set(keys + rules.flatMap { shown[$0] ?? [] }).subtracting([0]).sorted()
                try file.withBuffer { buffer in
                    buffer += "\(written == 0 ? "" : ",\n")[\(place),\(row.row),\(child)".utf8
                    for column in columns {
                        buffer += ",\(column),".utf8
                        JSONText.append(row.values[column], to: &buffer)
                    }
                    buffer.append(0x5D)
                }
                for rule in rules {
                    let state = states.state(rule: rule, table: table, row: row.row)
                    findings += "\(findings.isEmpty ? "" : ",")[\(placeOfRule[rule] ?? 0),\(written),\(number(state))".utf8
                    if case .accepted(let acceptance) = state { findings += ",\(acceptance)".utf8 }
                    findings.append(0x5D)
                }
                written += 1
            }
            (placeOfChild, children) = (places, names)
        }
        return findings
    }

    /// The first rows of each rule in a module, and the rules that each stands for.
    private func sample(of table: ModuleTable) -> [Int: [Int]] {
        var chosen: [Int: [Int]] = [:]
        for rule in rules {
            var left = samples
            validation.flags[rule].sets[table.index]?.forEachUntil { row in
                chosen[row, default: []].append(rule)
                left -= 1
                return left > 0
            }
        }
        return chosen
    }

    // MARK: Children

    /// Writes `[child, new, standing, accepted, first judged, fixed, [rules]]` of the children with the most findings.
    /// - Returns: how many children have findings.
    private mutating func childRows(_ file: OutputFile) throws -> Int {
        let count = validation.children.ends.count
        var counts = [SIMD4<Int32>](repeating: .zero, count: count)
        for rule in rules {
            for table in validation.flags[rule].tables {
                let childOfRow = validation.childOfRow[table.index]
                validation.flags[rule].sets[table.index]?.forEach { row in
                    counts[Int(childOfRow[row - 1])][number(states.state(rule: rule, table: table, row: row))] &+= 1
                }
            }
        }
        let flagged = counts.indices.filter { counts[$0] != .zero }
        let chosen = flagged.sorted { (counts[$1].wrappedSum(), $0) < (counts[$0].wrappedSum(), $1) }.prefix(mostChildren)
        let placeOf = Dictionary(chosen.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var rulesOf = [[Int]](repeating: [], count: chosen.count)
        for (place, rule) in rules.enumerated() {
            var seen = Set<Int>()
            for table in validation.flags[rule].tables {
                let childOfRow = validation.childOfRow[table.index]
                validation.flags[rule].sets[table.index]?.forEach { row in
                    if let child = placeOf[Int(childOfRow[row - 1])], seen.insert(child).inserted { rulesOf[child].append(place) }
                }
            }
        }
        for (index, number) in chosen.enumerated() {
            let name = validation.text(of: Int32(number))
            let numbers = [place(name)] + (0..<4).map { Int(counts[number][$0]) } + [states.fixedByChild[name] ?? 0]
            try file.write(
                "\(index == 0 ? "" : ",\n")[\(numbers.map(String.init).joined(separator: ",")),[\(rulesOf[index].map(String.init).joined(separator: ","))]]")
        }
        return flagged.count
    }
}
