import Contracts
import Postgres

/// How the rows of one file become versions in source: finds what they are to be compared with, and which way.
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

    /// The way of a file, by where it stands among those of its dataset, authority and scope.
    enum Way {
        /// The first: nothing is there to compare it with, and its rows go to source without landing.
        case straight
        /// The first, of records about persons as another agency knows them: what they say of the persons is kept apart, so they land.
        case first
        /// After others: rows that say again what holds are told while it is read, and the others land.
        case told(HeldContents)
        /// After others: all rows land, and the database compares.
        case compared
        /// Older than the newest: all rows land, and become history.
        case late
    }

    /// Finds the way of a file that is about to be read.
    /// - Parameter most: of a table with more versions than this the database compares
    /// - Throws: `PostgresError`
    func way(most: Int, _ db: Connection) throws -> Way {
        let dates = try db.first(
            """
            select count(*) > 0, coalesce(bool_or(d.as_at > \(asAt)::date), false)
            from ops.delivery as d join ops.load as l using (delivery_id) join ops.dataset as s on s.dataset = l.dataset
            where s.name = \(contract.dataset) and d.authority = \(authority)::smallint and d.scope = \(scope)
            """, { (try $0.decode(0, as: Bool.self), try $0.decode(1, as: Bool.self)) })
        if dates?.0 != true { return contract.isAboutSubjects ? .first : .straight }
        if dates?.1 == true { return .late }
        // Beyond a window and in a delta what is said again is kept.
        guard retires, contract.snapshot.isWhole else { return .compared }
        let versions = try db.value(
            """
            select case when relpages > 0 and reltuples >= 0 then reltuples / relpages else 100 end * pg_relation_size(oid) / 8192
            from pg_class where oid = \("source." + contract.table)::regclass
            """, as: Double.self)
        return versions > Double(most) ? .compared : .told(try held(db))
    }

    private func held(_ db: Connection) throws -> HeldContents {
        let held = HeldContents()
        // Several cores look, although many rows come back, which the planner takes for a reason to leave it to one.
        try db.execute("set local parallel_tuple_cost = 0")
        try db.copyOut(try text("2_held").filled(values)) { held.add($0) }
        try db.execute("set local parallel_tuple_cost to default")
        held.finish()
        return held
    }

    /// A file of `sql/load`.
    func text(_ name: String) throws -> SQLFile { SQLFile(name: "sql/load/\(name).sql", text: try home.text("sql/load/\(name).sql")) }

    /// What fills the placeholders of `sql/load`.
    var values: [String: String] {
        var values = SourceTables.placeholders(contract)
        values["authority"] = "\(authority)::smallint"
        values["scope"] = scope.sqlLiteral
        values["as_at"] = "\(asAt.sqlLiteral)::date"
        values["load_id"] = "\(loadID)"
        values["retires"] = retires ? "true" : "false"
        values.merge(coverage) { $1 }
        return values
    }

    /// Records about no child touch nobody, unless their contract says over which link.
    var touchesSomebody: Bool { contract.subject != .none || !contract.touches.isEmpty }

    /// Which records the file is a snapshot of, as SQL about a row of the file (`l`) and a version (`s`).
    var coverage: [String: String] {
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
    var extent: String {
        if case .window(_, let months) = contract.snapshot { return "the last \(months) months" }
        return scope.isEmpty ? "all records" : scope
    }
}
