import Postgres
import Vocabulary

/// The acceptances: made, listed, withdrawn. Never deleted.
public struct AcceptanceBook: Sendable {
    private let history: FindingHistory

    /// - Parameter home: Loxley's own folder
    public init(home: String) { history = FindingHistory(home: home) }

    /// A line of the list.
    public struct Line: Sendable {
        /// The acceptance.
        public let acceptance: Acceptance
        /// `holds`, `expired`, `resolved` by the last run of the rule, or `withdrawn`.
        public let standing: String
        /// The return.
        public let key: ReturnKey
    }

    /// What is to be accepted.
    public struct Choice: Sendable {
        /// Codes of the rule, as the catalogue writes it.
        public var rule: String
        /// The child's identifier in the return.
        public var child: String
        /// The module's name; nil for any.
        public var module: String?
        /// The row of the module's file; nil for any.
        public var row: Int?
        /// Also where several rows match.
        public var all: Bool

        /// A choice among the findings of the last run.
        public init(rule: String, child: String, module: String? = nil, row: Int? = nil, all: Bool = false) {
            self.rule = rule
            self.child = child
            self.module = module
            self.row = row
            self.all = all
        }
    }

    /// Accepts findings of the last run of a return.
    /// - Parameters:
    ///   - choice: which
    ///   - reason: why
    ///   - by: who
    ///   - recordedAt: the moment of recording, ISO 8601
    /// - Returns: module and row of each finding that is now accepted, and was not before.
    /// - Throws: ``RulesError/usage(_:)`` where no finding matches, or several do and one was meant; `PostgresError`.
    public func accept(
        _ choice: Choice, of key: ReturnKey, reason: String, by: String, recordedAt: String, _ db: Connection
    ) throws -> [(module: String, row: Int)] {
        try history.prepare(db)
        guard !reason.trimmed.isEmpty else { throw RulesError.usage("an acceptance needs a reason: --reason \"…\"") }
        guard !by.trimmed.isEmpty else { throw RulesError.usage("an acceptance needs who accepts: --by NAME") }
        let child = choice.child.uppercased()
        let hash = Int64(bitPattern: RowMarker.hash(Array(child.utf8)))
        return try db.write { db in
            let found = try db.query(
                """
                select module, row_number, key, content from validation.finding
                where collection = \(key.collection) and authority = \(key.authority) and year = \(key.year.description) and rule = \(choice.rule)
                and child = \(hash) and (\(choice.module)::text is null or module = \(choice.module)) and (\(choice.row)::int is null or row_number = \(choice.row))
                order by module, row_number
                """
            ) { row in
                (
                    module: try row.decode(0, as: String.self), row: try row.decode(1, as: Int.self), key: try row.decode(2, as: Int64.self),
                    content: try row.decode(3, as: Int64.self)
                )
            }
            guard !found.isEmpty else { throw RulesError.usage(try none(choice, key, db)) }
            guard found.count == 1 || choice.all else {
                let places = found.prefix(10).map { "\($0.module) \($0.row)" }.joined(separator: ", ")
                throw RulesError.usage(
                    "\(found.count) findings match, in rows \(places)\(found.count > 10 ? " …" : ""). Name one with --module and --row, or accept all with --all"
                )
            }
            return try found.compactMap { finding in
                let made = try db.execute(
                    """
                    insert into validation.acceptance
                        (collection, authority, year, rule, module, child, row_number, key, content, reason, accepted_by, recorded_at)
                    values (\(key.collection), \(key.authority), \(key.year.description), \(choice.rule), \(finding.module), \(child), \(finding.row),
                        \(finding.key), \(finding.content), \(reason.trimmed), \(by.trimmed), \(recordedAt)::timestamptz)
                    on conflict do nothing
                    """)
                return made == 1 ? (finding.module, finding.row) : nil
            }
        }
    }

    /// Why nothing matches.
    private func none(_ choice: Choice, _ key: ReturnKey, _ db: Connection) throws -> String {
        let findings = try db.first(
            """
            select findings from validation.judged
            where collection = \(key.collection) and authority = \(key.authority) and year = \(key.year.description) and rule = \(choice.rule)
            """
        ) { try $0.decode(0, as: Int.self) }
        guard let findings else {
            return "rule \(choice.rule) has not run on this return yet: loxley validate \(key.collection) --year \(key.year) PATH"
        }
        return "no finding of rule \(choice.rule) matches in the last validation of this return, which has \(findings) of it"
    }

    /// Acceptances of a return, or of all; the withdrawn ones as well.
    /// - Throws: `PostgresError`
    public func list(_ key: ReturnKey?, _ db: Connection) throws -> [Line] {
        try history.prepare(db)
        return try db.query(
            """
            select \(unsafeSQL: AcceptanceBook.columns), a.collection, a.authority, a.year,
                case when a.withdrawn_at is not null then 'withdrawn'
                    when exists (select from validation.finding f where \(unsafeSQL: AcceptanceBook.sameRow) and f.content = a.content) then 'holds'
                    when exists (select from validation.finding f where \(unsafeSQL: AcceptanceBook.sameRow)) then 'expired'
                    else 'resolved' end
            from validation.acceptance a
            where \(key == nil) or (a.collection, a.authority, a.year)
                = (\(key?.collection)::text, \(key?.authority)::text, \(key?.year.description)::text)
            order by a.acceptance_id
            """
        ) { row in
            let year = CollectionYear(try row.decode(12, as: String.self))
            guard let year else { throw RulesError.failed("validation.acceptance holds a year that is none") }
            return Line(
                acceptance: try AcceptanceBook.acceptance(row), standing: try row.decode(13),
                key: ReturnKey(collection: try row.decode(10), authority: row[11], year: year))
        }
    }

    /// Withdraws an acceptance: its finding is open again.
    /// - Throws: ``RulesError/usage(_:)`` where there is none of that number in force; `PostgresError`.
    public func withdraw(_ id: Int, by: String, recordedAt: String, _ db: Connection) throws {
        try history.prepare(db)
        let done = try db.execute(
            """
            update validation.acceptance set withdrawn_by = \(by), withdrawn_at = \(recordedAt)::timestamptz
            where acceptance_id = \(id) and withdrawn_at is null
            """)
        if done == 0 { throw RulesError.usage("there is no acceptance \(id) in force: loxley findings list") }
    }

    /// The acceptances of a return that were not withdrawn.
    func inForce(_ key: ReturnKey, _ db: Connection) throws -> [Acceptance] {
        try db.query(
            """
            select \(unsafeSQL: AcceptanceBook.columns) from validation.acceptance a
            where collection = \(key.collection) and authority = \(key.authority) and year = \(key.year.description) and withdrawn_at is null
            order by acceptance_id
            """, AcceptanceBook.acceptance)
    }

    private static let columns = """
        a.acceptance_id, a.rule, a.module, a.child, a.row_number, a.reason, a.accepted_by,
        to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), a.key, a.content
        """
    private static let sameRow =
        "(f.collection, f.authority, f.year, f.rule, f.module, f.key) = (a.collection, a.authority, a.year, a.rule, a.module, a.key)"

    private static func acceptance(_ row: Row) throws -> Acceptance {
        Acceptance(
            id: try row.decode(0), rule: try row.decode(1), module: try row.decode(2), child: try row.decode(3), row: try row.decode(4),
            reason: try row.decode(5), acceptedBy: try row.decode(6), recordedAt: try row.decode(7),
            mark: RowMark(key: UInt64(bitPattern: try row.decode(8)), content: UInt64(bitPattern: try row.decode(9))))
    }
}
