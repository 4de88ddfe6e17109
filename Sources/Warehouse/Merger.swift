import Contracts
import Postgres

/// Merges what landed into source: versions, tombstones, and what holds.
struct Merger {
    let home: Home
    let contract: Contract
    let authority: Int
    let scope: String
    let asAt: String
    let loadID: Int
    /// The reason given with `--accept-volume`.
    let override: String?
    /// Whether records that the file leaves out are retired.
    let retires: Bool
    /// Fewer rows than this are planned for well enough without a look at them.
    private static let manyRows = 500

    /// Where a file stands among those of its dataset, authority and scope.
    enum Place { case first, newest, late }

    /// - Throws: `PostgresError`
    func place(_ db: Connection) throws -> Place {
        let dates = try db.first(
            """
            select count(*) > 0, coalesce(bool_or(d.as_at > \(asAt)::date), false)
            from ops.delivery as d join ops.load as l using (delivery_id) join ops.dataset as s on s.dataset = l.dataset
            where s.name = \(contract.dataset) and d.authority = \(authority)::smallint and d.scope = \(scope)
            """, { (try $0.decode(0, as: Bool.self), try $0.decode(1, as: Bool.self)) })
        return dates?.0 != true ? .first : dates?.1 == true ? .late : .newest
    }

    /// Whether a file that stands there goes to source without landing: nothing is there to compare it with. What records say of the
    /// persons they are about lands first: it is kept apart.
    func goesStraight(_ place: Place) -> Bool { place == .first && !contract.isAboutSubjects }

    /// What holds, for the rows of a file that stands there to be compared with while they are read.
    /// - Parameter most: of a table with more versions than this the database compares
    /// - Returns: nil where the database compares: there is nothing to compare with, a row said again must be kept (beyond a window, in a
    ///   delta, in the past), or there is too much of it.
    /// - Throws: `PostgresError`
    func held(at place: Place, most: Int, _ db: Connection) throws -> HeldContents? {
        guard place == .newest, retires, contract.snapshot.isWhole else { return nil }
        let versions = try db.value(
            """
            select case when relpages > 0 and reltuples >= 0 then reltuples / relpages else 100 end * pg_relation_size(oid) / 8192
            from pg_class where oid = \("source." + contract.table)::regclass
            """, as: Double.self)
        guard versions <= Double(most) else { return nil }
        let held = HeldContents()
        // Several cores look, although many rows come back, which the planner takes for a reason to leave it to one.
        try db.execute("set local parallel_tuple_cost = 0")
        try db.copyOut(try text("2_held").filled(values)) { held.add($0) }
        try db.execute("set local parallel_tuple_cost to default")
        held.finish()
        return held
    }

    private func text(_ name: String) throws -> SQLFile { SQLFile(name: "sql/load/\(name).sql", text: try home.text("sql/load/\(name).sql")) }

    /// What fills the placeholders of `sql/load`.
    private var values: [String: String] {
        var values = SourceTables.placeholders(contract)
        values["authority"] = "\(authority)::smallint"
        values["scope"] = scope.sqlLiteral
        values["as_at"] = "\(asAt.sqlLiteral)::date"
        values["load_id"] = "\(loadID)"
        values["retires"] = retires ? "true" : "false"
        values.merge(coverage) { $1 }
        return values
    }

    /// - Parameters:
    ///   - counts: read, ignored and quarantined are known, and what was told apart while the file was read; the others are counted here
    ///   - suspects: the only keys that more than one row in landing can have; nil where that is not known
    ///   - held: what the file was compared with while it was read: landing holds only what says something else; nil: landing holds all
    /// - Returns: false where nothing was merged: of a key one row says again what holds, and another says something else. All rows are then
    ///   to be landed and compared by the database.
    /// - Throws: ``WarehouseError/refused(reason:next:)`` where the delivery would retire more than the guard allows.
    func merge(
        _ counts: inout RowCounts, at place: Place, suspects: [String]?, held: HeldContents?, file: String, command: (String) -> String,
        _ db: Connection, timing: (String, Double) -> Void
    ) throws -> Bool {
        var values = values
        func step(_ name: String, label: String) throws -> Int {
            let started = ContinuousClock.now
            let rows = try db.execute(try text(name).filled(values))
            timing(label, (ContinuousClock.now - started).seconds)
            return rows
        }
        try db.execute("drop table if exists pg_temp.unlike, pg_temp.unsaid, pg_temp.verdict")
        values["repeats"] = suspects.map { $0.isEmpty ? "false" : "true" } ?? "true"
        switch suspects {
        case .some(let keys) where keys.isEmpty: break
        case .some(let keys): values["suspected"] = "business_key = any(array[\(keys.map(\.sqlLiteral).joined(separator: ", "))])"
        case .none: values["suspected"] = "true"
        }
        let hasRepeats = suspects?.isEmpty != true
        let source = Identifier("source", contract.table)
        switch place {
        case .first where goesStraight(place):
            // The versions are there already.
            if hasRepeats {
                let started = ContinuousClock.now
                let repeats = try db.first(try text("first_repeated").filled(values), { (try $0.decode(0, as: Int.self), try $0.decode(1, as: Int.self)) })
                (counts.duplicate, counts.conflict) = repeats ?? (0, 0)
                timing("find repeated keys", (ContinuousClock.now - started).seconds)
            }
            counts.new = counts.read - counts.ignored - counts.quarantined - counts.duplicate - counts.conflict
            if touchesSomebody { _ = try step("first_touched", label: "whom it touches") }
            if counts.read >= Merger.manyRows { try db.execute("analyze \(source)") }
            return true
        default: if hasRepeats { _ = try step("1_repeated", label: "find repeated keys") }
        }
        switch place {
        case .first:
            var stored = 0
            if counts.read > BulkFill.threshold, try db.value("select not exists (select from \(source))", as: Bool.self) {
                try BulkFill.fill([source], db) { stored = try step("first_insert", label: "insert versions") }
            } else {
                stored = try step("first_insert", label: "insert versions")
            }
            if hasRepeats {
                let repeats = try db.first(
                    """
                    select count(*) filter (where duplicate), count(*) filter (where duplicate is not true)
                    from landing.\(Identifier(contract.table)) where duplicate or occurrence > 1
                    """, { (try $0.decode(0, as: Int.self), try $0.decode(1, as: Int.self)) })
                (counts.duplicate, counts.conflict) = repeats ?? (0, 0)
            }
            counts.new = stored - counts.conflict
            try checkSum(counts)
            if touchesSomebody { _ = try step("first_touched", label: "whom it touches") }
            if counts.read >= Merger.manyRows { try db.execute("analyze \(source)") }
        case .newest where held != nil:
            guard let held else { break }
            let started = ContinuousClock.now
            try db.execute("create temporary table unsaid (held tid) on commit drop")
            if held.again < held.count { try send(held, db) }
            timing("compare with what holds", (ContinuousClock.now - started).seconds)
            _ = try step("2_verdict_of_unsaid", label: "look up by key")
            if try db.value("select exists (select from verdict where kind = 'n')", as: Bool.self) {
                _ = try step("2_held_beside_new", label: "look up by key")
                if try db.value("select exists (select from verdict where kind = '?')", as: Bool.self) { return false }
            }
            try count(&counts, "2_counts_of_unsaid", values, db)
            try checkGuard(counts, file: file, command: command, db)
            if touchesSomebody { _ = try step("6_touched", label: "whom it touches") }
            if counts.changed + counts.new + counts.conflict > 0 { _ = try step("3_insert", label: "insert versions") }
            if counts.retired > 0 { _ = try step("4_retire", label: "tombstones") }
            _ = try step("5_supersede", label: "supersede")
        case .newest:
            _ = try step("2_unlike", label: "compare with what holds")
            _ = try step("2_verdict", label: "look up by key")
            let started = ContinuousClock.now
            try countAgainstHeld(&counts, values, db)
            timing("count", (ContinuousClock.now - started).seconds)
            if case .window = contract.snapshot {
                // found with the counts
            } else if counts.retired > 0 {
                let found = try step("2_retired", label: "find what is left out")
                guard found == counts.retired else {
                    throw WarehouseError.failed("\(contract.dataset): \(counts.retired) records should be left out and \(found) are; nothing was loaded")
                }
            }
            try checkGuard(counts, file: file, command: command, db)
            if touchesSomebody { _ = try step("6_touched", label: "whom it touches") }
            if counts.changed + counts.new + counts.conflict > 0 || !retires { _ = try step("3_insert", label: "insert versions") }
            if counts.retired > 0 { _ = try step("4_retire", label: "tombstones") }
            _ = try step("5_supersede", label: "supersede")
        case .late:
            _ = try step("late_1_verdict", label: "compare with history")
            try db.execute("analyze verdict")
            try count(&counts, "late_1_counts", values, db)
            try checkGuard(counts, file: file, command: command, db)
            if touchesSomebody { _ = try step("6_touched", label: "whom it touches") }
            _ = try step("late_2_insert", label: "keep as history")
            _ = try step("late_3_restate", label: "restate what later files said")
            _ = try step("late_4_holds", label: "what holds")
        }
        if contract.isAboutSubjects {
            let path = "sql/identity/subjects.sql"
            try db.execute(try SQLFile(name: path, text: try home.text(path)).filled(values))
        }
        return true
    }

    /// Records about no child touch nobody, unless their contract says over which link.
    private var touchesSomebody: Bool { contract.subject != .none || !contract.touches.isEmpty }

    /// Tells the database which versions hold that the file did not say again.
    private func send(_ held: HeldContents, _ db: Connection) throws {
        try db.copyIn("copy unsaid (held) from stdin (format binary)") { writer in
            var buffer = BinaryCopyBuffer()
            defer { buffer.deallocate() }
            try held.forEachUnsaid { page, line in
                buffer.startRow(fields: 1)
                buffer.append(page: page, line: line)
                if buffer.count > 1 << 16 { try buffer.flush(to: writer) }
            }
            buffer.finish()
            try buffer.flush(to: writer)
        }
    }

    /// Which records the file is a snapshot of, as SQL about a row of the file (`l`) and a version (`s`).
    private var coverage: [String: String] {
        let always = "'infinity'::date"
        guard retires, case .window(let name, let months) = contract.snapshot, let column = contract.columns.first(where: { $0.name == name }) else {
            let all = retires ? "true" : "false"
            return ["covers_row": all, "covers_held": all, "window_of_row": always, "window_of_held": always, "window": "interval '0 days'"]
        }
        func day(_ alias: String) -> String {
            let value = "\(alias).\(Identifier(column.sqlName).quoted)"
            return column.type == .date ? value : "(\(value) at time zone 'Europe/London')::date"
        }
        let window = "interval '\(months) months'"
        let start = "(\(asAt.sqlLiteral)::date - \(window))::date"
        return [
            "covers_row": "coalesce(\(day("l")) >= \(start), false)", "covers_held": "coalesce(\(day("s")) >= \(start), false)",
            "window_of_row": day("l"), "window_of_held": day("s"), "window": window,
        ]
    }

    /// What the file is a snapshot of, in words.
    private var extent: String {
        if case .window(_, let months) = contract.snapshot { return "the last \(months) months" }
        return scope.isEmpty ? "all records" : scope
    }

    private func leftOut(_ values: [String: String], _ db: Connection) throws -> Int {
        try db.execute(try text("2_retired").filled(values))
    }

    /// Counts the newest file of a scope: what it says, and what holds, from which follows how many records it leaves out.
    private func countAgainstHeld(_ counts: inout RowCounts, _ values: [String: String], _ db: Connection) throws {
        let found = try db.first(try text("2_counts").filled(values)) { row in try (0..<8).map { try row.decode($0, as: Int.self) } }
        guard let found else { throw PostgresError.noRow }
        let (duplicates, further, new, changed, unchanged, furtherUnlike) = (found[0], found[1], found[2], found[3], found[4], found[5])
        let (heldOtherwise, held) = (found[6], found[7])
        // Rows that say again what holds: found by content, so they are not among the verdicts.
        let again = counts.read - counts.ignored - counts.quarantined - duplicates - new - changed - unchanged - furtherUnlike
        counts.duplicate = duplicates
        counts.conflict = further
        counts.new = new
        counts.changed = changed
        counts.unchanged = unchanged + again - (further - furtherUnlike)
        // A window leaves out none of the records before it, so they must be looked for one by one.
        if case .window = contract.snapshot {
            counts.retired = retires ? try leftOut(values, db) : 0
        } else {
            counts.retired = retires ? held - again - heldOtherwise : 0
        }
        guard counts.unchanged >= 0, counts.retired >= 0 else {
            throw WarehouseError.failed("\(contract.dataset): what the file says and what holds do not add up; nothing was loaded")
        }
        try checkSum(counts)
    }

    private func count(_ counts: inout RowCounts, _ name: String, _ values: [String: String], _ db: Connection) throws {
        let found = try db.query(
            try text(name).filled(values),
            { (try $0.decode(0, as: String.self), try $0.decodeIfPresent(1, as: Bool.self) ?? false, try $0.decode(2, as: Int.self)) })
        for (kind, further, rows) in found {
            switch kind {
            case "r": counts.retired += rows
            case "d": counts.duplicate += rows
            case "k" where !further: counts.unchanged += rows
            case "a": break
            case _ where further: counts.conflict += rows
            case "n": counts.new += rows
            case "c": counts.changed += rows
            case "u": counts.unchanged += rows
            case "s": counts.stale += rows
            default: throw WarehouseError.failed("sql/load gives a verdict that is not known: \(kind)")
            }
        }
        try checkSum(counts)
    }

    private func checkSum(_ counts: RowCounts) throws {
        let sum = counts.new + counts.changed + counts.unchanged + counts.duplicate + counts.conflict + counts.stale + counts.ignored + counts.quarantined
        guard sum == counts.read else {
            throw WarehouseError.failed("\(contract.dataset): \(counts.read) rows were read and \(sum) accounted for; nothing was loaded")
        }
    }

    private func checkGuard(_ counts: RowCounts, file: String, command: (String) -> String, _ db: Connection) throws {
        guard counts.retired > contract.guardLimit.floor, override == nil else { return }
        let held = try db.value(
            """
            select count(*) from source.\(Identifier(contract.table)) as s
            where holds and not absent and authority = \(authority)::smallint and scope = \(scope) and \(unsafeSQL: coverage["covers_held"] ?? "true")
            """, as: Int.self)
        guard Double(counts.retired) > contract.guardLimit.share * Double(held) else { return }
        let percent = Int((Double(counts.retired) / Double(max(held, 1)) * 100).rounded())
        throw WarehouseError.refused(
            reason: "\(file) would retire \(counts.retired) of \(held) records (\(percent)%); this feed allows "
                + "\(Int((contract.guardLimit.share * 100).rounded()))% and at least \(contract.guardLimit.floor)",
            next: [
                "The delivery is a snapshot of \(extent) for authority \(authority), so records absent from it would be retired.",
                "If the file is cut short, ask for it again. If it is right:",
                command("--accept-volume \"REASON\""),
            ])
    }
}
