import Contracts
import Postgres

/// Spellings that no code list knows, for a person to decide on.
public struct CodeReview {
    /// A spelling, how often it came, and the codes closest to it.
    public struct Line: Sendable {
        /// The code list, by its name under `config/codes`.
        public let codeSet: String
        /// The column of the extract.
        public let column: String
        /// The spelling, as the extract gives it.
        public let value: String
        /// How many rows carry it.
        public let rows: Int
        /// The datasets it came in, joined by `, `.
        public let datasets: String
        /// The codes closest to it, nearest first, at most three.
        public let closest: [String]
    }

    /// Spellings of the newest load of each dataset, most frequent first, without those that a list has come to know since.
    public static func read(_ db: Connection, home: Home) throws -> [Line] {
        try db.query(
            """
            with newest as (
                select distinct on (l.dataset, d.authority, d.scope) l.load_id, l.dataset
                from ops.load as l join ops.delivery as d using (delivery_id)
                order by l.dataset, d.authority, d.scope, d.as_at desc, l.load_id desc
            )
            select c.code_set, c.column_name, c.value, sum(c.rows), string_agg(distinct s.name, ', ' order by s.name)
            from ops.code_not_known as c join newest using (load_id) join ops.dataset as s using (dataset)
            group by 1, 2, 3 order by 4 desc, 1, 3
            """,
            { row in
                let set: String = try row.decode(0)
                let value: String = try row.decode(2)
                return Line(
                    codeSet: set, column: try row.decode(1), value: value, rows: try row.decode(3), datasets: try row.decode(4),
                    closest: home.codeSets[set]?.closest(to: value) ?? [])
            }
        ).filter { home.codeSets[$0.codeSet]?.code(for: $0.value) == nil }
    }
}
