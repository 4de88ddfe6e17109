import Contracts
import Postgres

/// The merging of one file that was read: its versions, tombstones, and what holds afterwards.
struct Merge {
    let merger: Merger
    let db: Connection
    /// The only keys that more than one of the rows sent can have; nil where that is not known.
    let suspects: [String]?
    /// What messages call the file.
    let file: String
    /// The command that repeats the request with a further option.
    let command: (String) -> String
    let timing: (String, Double) -> Void
    /// How many rows were read, ignored and set aside is known, and what was told while reading; the others are counted here.
    private(set) var counts: RowCounts
    private var values: [String: String]
    /// Fewer rows than this are planned for well enough without a look at them.
    private static let manyRows = 500

    private var contract: Contract { merger.contract }
    private var source: Identifier { Identifier("source", contract.table) }
    private var hasRepeats: Bool { suspects?.isEmpty != true }

    init(
        _ merger: Merger, _ db: Connection, counts: RowCounts, suspects: [String]?, file: String, command: @escaping (String) -> String,
        timing: @escaping (String, Double) -> Void
    ) {
        self.merger = merger
        self.db = db
        self.counts = counts
        self.suspects = suspects
        self.file = file
        self.command = command
        self.timing = timing
        values = merger.values
        values["repeats"] = suspects?.isEmpty == true ? "false" : "true"
        values["suspected"] = suspects.map { "business_key = any(array[\($0.map(\.sqlLiteral).joined(separator: ", "))]::text[])" } ?? "true"
    }

    /// Merges.
    /// - Returns: false where nothing was merged: of a key one row says again what holds, and another says something else. All rows are then
    ///   to be landed and compared by the database.
    /// - Throws: ``WarehouseError/refused(reason:next:)`` where the delivery would retire more than the guard allows.
    mutating func run(_ way: Merger.Way) throws -> Bool {
        try db.execute("drop table if exists pg_temp.unlike, pg_temp.unsaid, pg_temp.verdict")
        switch way {
        case .straight: try straight()
        case .first: try first()
        case .told(let held): guard try told(held) else { return false }
        case .compared: try compared()
        case .late: try late()
        }
        if contract.isAboutSubjects {
            let path = "sql/identity/subjects.sql"
            try db.execute(try SQLFile(name: path, text: try merger.home.text(path)).filled(values))
        }
        return true
    }

    @discardableResult
    private func step(_ name: String, _ label: String) throws -> Int {
        let started = ContinuousClock.now
        defer { timing(label, (ContinuousClock.now - started).seconds) }
        return try db.execute(try merger.text(name).filled(values))
    }

    /// The versions are in source already.
    private mutating func straight() throws {
        if hasRepeats {
            let started = ContinuousClock.now
            let text = try merger.text("first_repeated").filled(values)
            (counts.duplicate, counts.conflict) = try db.first(text, { (try $0.decode(0, as: Int.self), try $0.decode(1, as: Int.self)) }) ?? (0, 0)
            timing("find repeated keys", (ContinuousClock.now - started).seconds)
        }
        counts.new = counts.read - counts.ignored - counts.quarantined - counts.duplicate - counts.conflict
        try firstIsThere()
    }

    private mutating func first() throws {
        if hasRepeats { try step("1_repeated", "find repeated keys") }
        var stored = 0
        if counts.read > BulkFill.threshold, try db.value("select not exists (select from \(source))", as: Bool.self) {
            try BulkFill.fill([source], db) { stored = try step("first_insert", "insert versions") }
        } else {
            stored = try step("first_insert", "insert versions")
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
        try checkSum()
        try firstIsThere()
    }

    private func firstIsThere() throws {
        if merger.touchesSomebody { try step("first_touched", "whom it touches") }
        if counts.read >= Merge.manyRows { try db.execute("analyze \(source)") }
    }

    /// Landing holds what says something else than what holds.
    private mutating func told(_ held: HeldContents) throws -> Bool {
        let started = ContinuousClock.now
        try db.execute("create temporary table unsaid (held tid) on commit drop")
        if held.again < held.count { try send(held) }
        timing("compare with what holds", (ContinuousClock.now - started).seconds)
        if hasRepeats { try step("1_repeated", "find repeated keys") }
        try step("2_verdict_of_unsaid", "look up by key")
        if try db.value("select exists (select from verdict where kind = 'n')", as: Bool.self) {
            try step("2_held_beside_new", "look up by key")
            if try db.value("select exists (select from verdict where kind = '?')", as: Bool.self) { return false }
        }
        try count("2_counts_of_unsaid")
        try store()
        return true
    }

    /// Landing holds all rows.
    private mutating func compared() throws {
        if hasRepeats { try step("1_repeated", "find repeated keys") }
        try step("2_unlike", "compare with what holds")
        try step("2_verdict", "look up by key")
        let started = ContinuousClock.now
        try countAgainstHeld()
        timing("count", (ContinuousClock.now - started).seconds)
        if case .window = contract.snapshot {
            // found with the counts
        } else if counts.retired > 0 {
            let found = try step("2_retired", "find what is left out")
            guard found == counts.retired else {
                throw WarehouseError.failed("\(contract.dataset): \(counts.retired) records should be left out and \(found) are; nothing was loaded")
            }
        }
        try store()
    }

    /// Stores what the verdicts say.
    private func store() throws {
        try checkGuard()
        if merger.touchesSomebody { try step("6_touched", "whom it touches") }
        if counts.changed + counts.new + counts.conflict > 0 || !merger.retires { try step("3_insert", "insert versions") }
        if counts.retired > 0 { try step("4_retire", "tombstones") }
        try step("5_supersede", "supersede")
    }

    private mutating func late() throws {
        if hasRepeats { try step("1_repeated", "find repeated keys") }
        try step("late_1_verdict", "compare with history")
        try db.execute("analyze verdict")
        try count("late_1_counts")
        try checkGuard()
        if merger.touchesSomebody { try step("6_touched", "whom it touches") }
        try step("late_2_insert", "keep as history")
        try step("late_3_restate", "restate what later files said")
        try step("late_4_holds", "what holds")
    }

    /// Tells the database which versions hold that the file did not say again.
    private func send(_ held: HeldContents) throws {
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

    /// Counts the newest file of a scope: what it says, and what holds, from which follows how many records it leaves out.
    private mutating func countAgainstHeld() throws {
        let found = try db.first(try merger.text("2_counts").filled(values)) { row in try (0..<8).map { try row.decode($0, as: Int.self) } }
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
            counts.retired = merger.retires ? try db.execute(try merger.text("2_retired").filled(values)) : 0
        } else {
            counts.retired = merger.retires ? held - again - heldOtherwise : 0
        }
        guard counts.unchanged >= 0, counts.retired >= 0 else {
            throw WarehouseError.failed("\(contract.dataset): what the file says and what holds do not add up; nothing was loaded")
        }
        try checkSum()
    }

    private mutating func count(_ name: String) throws {
        let found = try db.query(
            try merger.text(name).filled(values),
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
        try checkSum()
    }

    private func checkSum() throws {
        let sum = counts.new + counts.changed + counts.unchanged + counts.duplicate + counts.conflict + counts.stale + counts.ignored + counts.quarantined
        guard sum == counts.read else {
            throw WarehouseError.failed("\(contract.dataset): \(counts.read) rows were read and \(sum) accounted for; nothing was loaded")
        }
    }

    private func checkGuard() throws {
        guard counts.retired > contract.guardLimit.floor, merger.override == nil else { return }
        let held = try db.value(
            """
            select count(*) from source.\(Identifier(contract.table)) as s
            where holds and not absent and authority = \(merger.authority)::smallint and scope = \(merger.scope) and \(unsafeSQL: merger.coverage["covers_held"] ?? "true")
            """, as: Int.self)
        guard Double(counts.retired) > contract.guardLimit.share * Double(held) else { return }
        let percent = Int((Double(counts.retired) / Double(max(held, 1)) * 100).rounded())
        throw WarehouseError.refused(
            reason: "\(file) would retire \(counts.retired) of \(held) records (\(percent)%); this feed allows "
                + "\(Int((contract.guardLimit.share * 100).rounded()))% and at least \(contract.guardLimit.floor)",
            next: [
                "The delivery is a snapshot of \(merger.extent) for authority \(merger.authority), so records absent from it would be retired.",
                "If the file is cut short, ask for it again. If it is right:",
                command("--accept-volume \"REASON\""),
            ])
    }
}
