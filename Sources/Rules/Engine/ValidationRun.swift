import Postgres
import Synchronization
import Vocabulary

/// One run of a plan: the pieces of its work, and what they leave behind.
final class ValidationRun: Sendable {
    let plan: ValidationPlan
    let children = ChildNumbers()
    let loaded = Loaded()
    private let postcodes: PostcodesWanted?
    private let flags: Mutex<[Flags]>

    init(plan: ValidationPlan) {
        self.plan = plan
        postcodes = plan.directory == nil ? nil : PostcodesWanted()
        flags = Mutex([Flags](repeating: Flags(), count: plan.rules.count))
    }

    /// The rows that each rule flagged, in the order of the plan's rules.
    var flagsOfRules: [Flags] { flags.withLock { $0 } }

    /// Everything to be done, what should begin first at the front.
    func works() -> [Work] {
        let running = plan.rules.indices.filter { plan.settled[$0] == nil }
        let concepts = plan.catalogue.conceptsInOrder(running.flatMap { plan.rules[$0].reads })
        let loads = loads(wanted: plan.request.rules.isEmpty ? nil : tablesWanted(running, concepts))
        let all = loads.compactMap(\.makes)
        func needs(_ reads: [String]) -> [String] { reads.flatMap { self.needs(of: $0, all: all) } }
        let makeConcepts = concepts.map { concept in
            let (query, create) = (plan.parameters.fill(concept.query), plan.createTable)
            return Work(name: "concept \(concept.name)", needs: needs(concept.reads), makes: concept.name) { db in
                do {
                    try db.execute("\(unsafeSQL: create) \(Identifier(concept.name)) as \(unsafeSQL: query)")
                } catch { throw ValidationRun.named("concept \(concept.name)", error) }
            }
        }
        // While one connection makes the tables, the others are still connecting.
        let tables = makeTables()
        return [tables] + (loads + reference(all) + makeConcepts + rules(running, needs)).map { $0.needing(tables) }
    }

    /// The making of the sandbox's tables and functions, in one transaction.
    private func makeTables() -> Work {
        var tables = SandboxTables(lastCollection: plan.request.year.startYear)
        tables.create = plan.createTable
        tables.current = Set(plan.files.modules)
        tables.last = Set(plan.previous?.modules ?? [])
        tables.past = plan.earlier.reduce(into: []) { $0.formUnion($1.files.modules) }
        tables.postcodes = plan.directory != nil
        tables.providers = plan.providers != nil
        let statements = tables.statements() + plan.catalogue.functions.map(\.text).joined(separator: ";\n")
        return Work(name: "make tables", needs: [], makes: "the tables") { db in try db.execute("begin; \(unsafeSQL: statements); commit") }
    }

    // MARK: Reading

    /// Tables that the rules read or report, whichever year they are of.
    private func tablesWanted(_ running: [Int], _ concepts: [Concept]) -> Set<String> {
        var wanted = Set(concepts.flatMap(\.reads))
        for index in running { wanted.formUnion(plan.rules[index].reads + plan.rules[index].reports.map(\.table)) }
        return wanted
    }

    /// The reading of each file. What `wanted` names is read, and UASC where Header is; nil reads all.
    private func loads(wanted: Set<String>?) -> [Work] {
        func isWanted(_ module: ReturnModule, _ suffix: String) -> Bool {
            guard let wanted else { return true }
            let names = [module.table] + (module.name == "UASC" ? ["header"] : [])
            return wanted.contains("children") || names.contains { wanted.contains($0 + suffix) || (suffix != "" && wanted.contains($0 + "_earlier")) }
        }
        var works: [Work] = []
        if plan.files.isXML {
            works.append(xml())
        } else {
            works += plan.files.modules.filter { isWanted($0, "") }.map { load(plan.files, $0, table: ModuleTable($0), period: "", collection: nil) }
        }
        if let previous = plan.previous {
            works += previous.modules.filter { isWanted($0, "_last") }
                .map { load(previous, $0, table: ModuleTable($0, last: true), period: "_last", collection: nil) }
        }
        for (year, files) in plan.earlier {
            works += files.modules.filter { isWanted($0, "_earlier") }
                .map { load(files, $0, table: nil, period: "@\(year)", collection: Int32(year.startYear + 1)) }
        }
        // Long files first; but UASC before all, since Header waits for it.
        func rank(_ work: Work) -> Int {
            let order = ["uasc", "episodes", "reviews", "sw_episodes", "oc2", "header"]
            return order.firstIndex { work.makes?.hasPrefix($0) == true } ?? order.count
        }
        return works.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }

    private func load(_ files: ReturnFiles, _ module: ReturnModule, table: ModuleTable?, period: String, collection: Int32?) -> Work {
        let name = table?.table ?? module.table + "_past"
        let hasUASC = files.modules.contains { $0.name == "UASC" }
        let waits = module.name == "Header" && hasUASC ? ["uasc\(period)"] : []
        return Work(name: "read \(name)\(collection.map { " \($0)" } ?? "")", needs: waits, makes: module.table + period) { [self] db in
            guard let file = files.files[module] else { return }
            let known = module.name == "Header" ? loaded.unaccompanied(period) : nil
            let outcome = try CSVModule(file: file, module: module, table: name, collection: collection)
                .load(db, children: children, postcodes: postcodes, unaccompanied: known.map { known in { known.contains($0) } })
            if module.name == "UASC" { loaded.keep(unaccompanied: outcome.childOfRow, of: period) }
            if let table { loaded.keep(outcome.childOfRow, outcome.marks, of: table) } else { loaded.count(earlier: outcome.childOfRow.count) }
            if outcome.uneven > 0 {
                let of = files.path == plan.files.path ? "" : "\(period == "_last" ? plan.request.year.previous.description : String(period.dropFirst())): "
                loaded.warn(
                    "\(of)\(file.name): \(outcome.uneven) row\(outcome.uneven == 1 ? " has" : "s have") more or fewer values than there are columns, first row \(outcome.firstUneven)"
                )
            }
        }
    }

    private func xml() -> Work {
        let path = plan.files.path
        return Work(name: "read the XML file", needs: [], makes: "xml") { [self] db in
            for (module, rows) in try XMLReturn(path: path).load(db, children: children, postcodes: postcodes) {
                loaded.keep(rows.childOfRow, rows.marks, of: ModuleTable(module))
            }
        }
    }

    /// Postcodes, providers and the list of children, where they are read.
    private func reference(_ all: [String]) -> [Work] {
        var works: [Work] = []
        let postcodes = postcodes
        if let providers = plan.providers {
            works.append(
                Work(name: "read providers", needs: [], makes: "providers@file") { [self] db in
                    if try providers.load(db, postcodes: postcodes) == 0 { loaded.warn("the lists of providers hold no provider") }
                })
        }
        if let directory = plan.directory, let postcodes {
            works.append(
                Work(name: "read postcodes", needs: all + ["providers@file"], makes: "postcodes") { [self, authorities = plan.authorities] db in
                    let wanted = postcodes.all
                    let found = try directory.load(db, wanted: wanted, authorities: authorities)
                    if found == 0, !wanted.isEmpty { loaded.warn("not one postcode of the return is in the postcode directory") }
                })
        }
        if plan.providers != nil {
            works.append(
                Work(name: "place providers", needs: ["providers@file", "postcodes"], makes: "providers") { db in
                    try db.execute("update providers set la = postcodes.la from postcodes where postcodes.postcode = providers.postcode")
                })
        }
        if plan.rules.contains(where: { $0.reads.contains("children") }) {
            works.append(
                Work(name: "list children", needs: all, makes: "children") { [children] db in
                    let (texts, ends) = children.all()
                    var buffer = BinaryCopyBuffer()
                    defer { buffer.deallocate() }
                    try db.copyIn("copy children from stdin (format binary)") { writer in
                        for number in 1..<max(1, ends.count) {
                            buffer.startRow(fields: 2)
                            buffer.append(int32: Int32(number))
                            texts[ends[number - 1]..<ends[number]].withUnsafeBytes { buffer.append(text: $0) }
                            if buffer.count > 1 << 16 { try buffer.flush(to: writer) }
                        }
                        buffer.finish()
                        try buffer.flush(to: writer)
                    }
                })
        }
        return works
    }

    /// What must be done before a table or concept can be read.
    private func needs(of read: String, all: [String]) -> [String] {
        if read.hasSuffix("_earlier") {
            let table = read.dropLast("_earlier".count)
            return ["\(table)_last"] + plan.earlier.map { "\(table)@\($0.year)" }
        }
        return plan.files.isXML ? ["xml", read] : [read]
    }

    // MARK: Rules

    private func rules(_ running: [Int], _ needs: ([String]) -> [String]) -> [Work] {
        var oneRow: [OneRowRule] = []
        var others: [Work] = []
        let places = Dictionary(running.map { (plan.rules[$0].code, $0) }, uniquingKeysWith: { first, _ in first })
        for index in running {
            let rule = plan.rules[index]
            guard let version = rule.version(in: plan.request.year) else { continue }
            if let one = OneRowRule(rule, version) {
                oneRow.append(one)
                continue
            }
            let query = RuleQuery(rule: rule, version: version)
            others.append(
                Work(name: "rule \(rule.code)", needs: needs(rule.reads + rule.reports.map(\.table)), makes: nil) { [self] db in
                    do {
                        let found = try query.run(db, plan.parameters, rows: loaded.rows)
                        flags.withLock { $0[index] = found }
                    } catch { throw ValidationRun.named(rule.code, error) }
                })
        }
        let passes = FusedPass.passes(of: oneRow).sorted { $0.rules.count > $1.rules.count }.map { pass in
            Work(
                name: "\(pass.rules.count) one-row rule\(pass.rules.count == 1 ? "" : "s") of \(pass.relation)",
                needs: needs([pass.relation, pass.module.table]),
                makes: nil
            ) { [self] db in
                let rows = loaded.rows[pass.module.index]
                let found: [Flags]
                do { found = try pass.run(db, plan.parameters, rows: rows) } catch {
                    throw ValidationRun.culprit(of: pass, error, db, plan.parameters, rows: rows)
                }
                flags.withLock { all in
                    for (rule, its) in zip(pass.rules, found) { if let place = places[rule.code] { all[place] = its } }
                }
            }
        }
        return passes + others
    }

    /// The error of the one rule that broke a pass of many.
    private static func culprit(of pass: FusedPass, _ error: any Error, _ db: Connection, _ parameters: QueryParameters, rows: Int) -> any Error {
        if case PostgresError.interrupted = error { return error }
        for rule in pass.rules {
            do {
                _ = try FusedPass(relation: pass.relation, module: pass.module, rules: [rule]).run(db, parameters, rows: rows)
            } catch { return named(rule.code, error) }
        }
        return error
    }

    /// An error of the server with the name of what caused it. An interrupt, or a lost connection, is nobody's fault.
    private static func named(_ name: String, _ error: any Error) -> any Error {
        guard case PostgresError.server(let inner) = error else { return error }
        return RulesError.rule(code: name, reason: "\(inner)\(inner.position.map { ", at character \($0) of the query" } ?? "")")
    }
}
