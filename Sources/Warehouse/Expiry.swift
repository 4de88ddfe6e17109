import Contracts
import Postgres
import Vocabulary

/// Deletes records whose person stayed unknown longer than their contract lets them wait.
public struct Expiry {
    /// What was deleted of one dataset.
    public struct Line: Sendable, Equatable {
        /// `health/dental_checks`
        public let dataset: String
        /// Versions of records.
        public let rows: Int
    }

    private let home: Home
    private let db: Connection

    /// Deletes from that database, by the contracts of that folder.
    public init(home: Home, db: Connection) {
        self.home = home
        self.db = db
    }

    /// Deletes, in one transaction, and notes it in `ops.expiry`.
    /// - Parameters:
    ///   - day: ages are counted from the as-at date to this day
    ///   - recordedAt: the moment noted, ISO 8601 with zone
    /// - Returns: the datasets of which something was deleted, in the contracts' order.
    public func run(day: CalendarDate, recordedAt: String) throws -> [Line] {
        let contracts = home.contracts.filter { $0.isAboutSubjects && $0.waitDays != nil }
        if contracts.isEmpty { return [] }
        return try db.write { db in
            try Loader.waitToDerive(db)
            var lines: [Line] = []
            var expired: [Contract] = []
            for contract in contracts {
                let rows = try execute(
                    "expire_rows", contract, ["day": "\(day.description.sqlLiteral)::date", "wait_days": String(contract.waitDays ?? 0)], db)
                guard rows > 0 else { continue }
                expired.append(contract)
                lines.append(Line(dataset: contract.dataset, rows: rows))
                try db.execute(
                    """
                    insert into ops.expiry (dataset, day, rows, recorded_at)
                    select dataset, \(day.description)::date, \(rows), \(recordedAt)::timestamptz from ops.dataset where name = \(contract.dataset)
                    """)
            }
            for agency in Set(expired.map(\.agency)).sorted() { try forget(agency, db) }
            if !expired.isEmpty { try deriveAgain(expired, db) }
            return lines
        }
    }

    private func forget(_ agency: String, _ db: Connection) throws {
        let said = home.contracts.filter { $0.isAboutSubjects && $0.agency == agency }
        let conditions = said.map { contract in
            "not exists (select from source.\(Identifier(contract.table).quoted) as r where r.subject = s.subject and r.authority = s.authority)"
        }
        guard let first = said.first else { return }
        _ = try execute("expire_subjects", first, ["in_no_record": conditions.joined(separator: " and ")], db)
    }

    /// No child's facts are made of what waits; what is about no child may be.
    private func deriveAgain(_ contracts: [Contract], _ db: Connection) throws {
        try db.execute(
            """
            create temporary table touched_persons (person_key bigint primary key) on commit drop;
            create temporary table touched (person_key bigint, authority smallint, identifier text) on commit drop
            """)
        try Deriver(home: home, db).derive(contracts: contracts)
    }

    private func execute(_ name: String, _ contract: Contract, _ values: [String: String], _ db: Connection) throws -> Int {
        let path = "sql/identity/\(name).sql"
        let all = SourceTables.placeholders(contract).merging(values) { $1 }
        return try db.execute(try SQLFile(name: path, text: try home.text(path)).filled(all))
    }
}
