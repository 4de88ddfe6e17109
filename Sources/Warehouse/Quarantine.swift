import Contracts
import Postgres

/// Rows that could not be made into records.
public struct Quarantine {
    /// A row set aside, without its values.
    public struct Line: Sendable {
        /// Its number for `loxley quarantine show`.
        public let id: Int
        /// `social-care/ssda903_episodes`
        public let dataset: String
        /// The file's name without folders.
        public let file: String
        /// The worksheet, or the element that is a record; nil for a text file.
        public let part: String?
        /// 1-based data row in the file, or in its part.
        public let row: Int
        /// The column concerned; nil where it is the whole row.
        public let column: String?
        /// Why it was set aside, in words and without the value.
        public let reason: String
        /// The day whose position the file shows, ISO 8601.
        public let asAt: String
        /// How it was resolved; nil while it is open.
        public let resolved: String?
    }

    private let db: Connection

    /// The quarantine of that database.
    public init(db: Connection) { self.db = db }

    /// Rows set aside, newest load first.
    /// - Parameter open: only those nobody has resolved
    public func list(open: Bool) throws -> [Line] {
        try db.query(
            """
            select q.quarantine_id, s.name, l.file_name, q.file_row, q.column_name, q.reason, d.as_at, q.resolution, l.part
            from ops.quarantine as q join ops.load as l using (load_id) join ops.delivery as d using (delivery_id) join ops.dataset as s on s.dataset = l.dataset
            where q.resolved_at is null or not \(open)
            order by q.load_id desc, q.file_row
            """,
            {
                Line(
                    id: try $0.decode(0), dataset: try $0.decode(1), file: try $0.decode(2), part: try $0.decodeIfPresent(8), row: try $0.decode(3),
                    column: try $0.decodeIfPresent(4),
                    reason: try $0.decode(5), asAt: try $0.decode(6), resolved: try $0.decodeIfPresent(7))
            })
    }

    /// A row's own fields: column and text. Restricted: these are values of a person.
    /// - Throws: ``WarehouseError/usage(_:)`` where there is no such row.
    public func show(_ id: Int) throws -> (line: Line, fields: [(column: String, text: String)]) {
        guard let line = try list(open: false).first(where: { $0.id == id }) else {
            throw WarehouseError.usage("there is no row \(id) in quarantine; see loxley quarantine list")
        }
        let fields = try db.query(
            """
            select f.key, f.value from ops.quarantine as q cross join lateral jsonb_each_text(q.fields) as f where q.quarantine_id = \(id)
            """, { (column: try $0.decode(0, as: String.self), text: try $0.decode(1, as: String.self)) })
        return (line, fields)
    }

    /// Marks rows as resolved: the corrected rows came with a later delivery, or somebody decided that they do not matter.
    /// - Returns: how many were marked.
    public func resolve(_ ids: [Int], reason: String, at moment: String) throws -> Int {
        try db.write { db in
            try db.execute(
                """
                update ops.quarantine set resolved_at = \(moment)::timestamptz, resolution = \(reason)
                where quarantine_id = any(\(ids)::bigint[]) and resolved_at is null
                """)
        }
    }
}
