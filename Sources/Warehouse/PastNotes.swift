import Contracts
import Postgres
import Vocabulary

/// What is not as it was at an earlier moment: settings that have changed since, and records that have been deleted.
struct PastNotes {
    let home: Home
    let moment: RecordedMoment

    /// One sentence each.
    func read(_ live: Connection) throws -> [String] {
        var notes: [String] = []
        let changed = try live.query(
            """
            select m.name, to_char(m.changed_at, 'YYYY-MM-DD'), s.name is not null
            from ops.mark as m
            left join ops.dataset as s on m.name = 'contract ' || s.name and exists (
                select from ops.load as l join ops.delivery as d using (delivery_id)
                where l.dataset = s.dataset and d.published_at <= \(moment.description)::timestamptz)
            where m.changed_at > \(moment.description)::timestamptz
            order by m.changed_at, m.name
            """, { (name: try $0.decode(0, as: String.self), day: try $0.decode(1, as: String.self), isTold: try $0.decode(2, as: Bool.self)) })
        if let lists = changed.first(where: { $0.name == "reference" }) {
            notes.append("code lists, calendars and authorities are those of now; they changed last on \(lists.day)")
        }
        let contracts = changed.filter(\.isTold)
        if let newest = contracts.last {
            notes.append(
                "contracts are those of now: \(contracts.count == 1 ? "one has" : "\(contracts.count) have") changed since, the last on \(newest.day)")
        }
        if let layer = changed.first(where: { $0.name == "layer" }) {
            notes.append("concepts and returns are made by the rules of now; these changed last on \(layer.day)")
        }
        let deleted = try live.query(
            """
            select s.name, sum(e.rows)::bigint from ops.expiry as e join ops.dataset as s using (dataset)
            where e.recorded_at > \(moment.description)::timestamptz group by 1 order by 1
            """, { (try $0.decode(0, as: String.self), try $0.decode(1, as: Int.self)) })
        for (dataset, rows) in deleted {
            notes.append("\(rows) version\(rows == 1 ? "" : "s") of \(dataset) deleted since cannot be had again: nobody knew whom they were about")
        }
        return notes
    }
}
