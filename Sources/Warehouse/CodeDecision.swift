import Contracts
import Foundation
import Postgres

/// What a person decided on a spelling that no code list knew.
public struct CodeDecision: Sendable, Equatable {
    /// The list, by its name under `config/codes`.
    public let list: String
    /// As extracts write it.
    public let spelling: String
    /// The code it means.
    public let code: String

    /// Reads `accom:Living with an aunt=B1`: the list up to the first colon, the code behind the last equals sign.
    public init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":"), let equals = text.lastIndex(of: "="), colon < equals else { return nil }
        list = text[..<colon].trimmed
        spelling = text[text.index(after: colon)..<equals].trimmed
        code = text[text.index(after: equals)...].trimmed
        if list.isEmpty || spelling.isEmpty || code.isEmpty { return nil }
    }
}

/// Takes decisions on spellings: each becomes an alias of its code in `config/codes`, and the records that hold the spelling are read again.
public struct CodeReader {
    private let home: Home
    private let db: Connection

    /// Changes the lists of that folder and the records of that database.
    public init(home: Home, db: Connection) {
        self.home = home
        self.db = db
    }

    /// What came of a decision.
    public struct Outcome: Sendable {
        /// The line of the list as it stands now.
        public let line: String
        /// Records read again.
        public let records: Int
        /// Columns in which the spelling is part of a record's key: it is read as the code from the next file on.
        public let keyColumns: [String]
    }

    /// Adds the aliases, reads the records again and derives the star anew.
    /// - Parameter recordedAt: the moment of recording, ISO 8601
    /// - Throws: ``CodeSetFile/Problem`` where a decision cannot be taken: those before it stand in their lists, and no record has changed.
    public func take(_ decisions: [CodeDecision], recordedAt: String) throws -> [Outcome] {
        var lines: [String] = []
        for decision in decisions {
            let sets = try CodeSet.readAll(folder: home.folder + "/config/codes")
            lines.append(
                try CodeSetFile(folder: home.folder + "/config/codes").add(alias: decision.spelling, of: decision.code, to: decision.list, sets: sets))
        }
        let outcomes = try db.write { db in try zip(decisions, lines).map { try Outcome(line: $1, read($0, db, recordedAt: recordedAt)) } }
        // The lists stand in the database, too.
        let changed = try Home(folder: home.folder)
        let migrator = Migrator(home: changed)
        try migrator.apply(try migrator.plan(db), db, recordedAt: recordedAt)
        if outcomes.contains(where: { $0.records > 0 }) { _ = try Rebuild(home: changed, db: db).run(recordedAt: recordedAt) }
        return outcomes
    }

    /// Every spelling of the list's columns that folds to the one decided on.
    private func read(_ decision: CodeDecision, _ db: Connection, recordedAt: String) throws -> (records: Int, keyColumns: [String]) {
        let wanted = CodeSet.folded(decision.spelling)
        var records = 0
        var keyColumns: [String] = []
        let file = SQLFile(name: "sql/load/reread_code.sql", text: try home.text("sql/load/reread_code.sql"))
        for contract in home.contracts {
            for column in contract.columns where column.type == .code(set: decision.list) {
                let spellings = try Self.given(contract, column, db).map(\.trimmed).filter { CodeSet.folded($0) == wanted }
                if spellings.isEmpty { continue }
                if contract.key.contains(column.name) {
                    keyColumns.append("\(contract.dataset) \(column.name)")
                    continue
                }
                let found = try db.execute(
                    try file.filled([
                        "table": contract.table, "column": Identifier(column.sqlName).quoted, "code": decision.code.sqlLiteral, "name": column.name.sqlLiteral,
                        "spellings": "array[\(spellings.map(\.sqlLiteral).joined(separator: ", "))]",
                    ]))
                records += found
                try db.execute(
                    """
                    insert into ops.code_reading (dataset, column_name, code_set, spelling, code, rows, recorded_at)
                    select dataset, \(column.name), \(decision.list), \(decision.spelling), \(decision.code), \(found), \(recordedAt)::timestamptz
                    from ops.dataset where name = \(contract.dataset)
                    """)
            }
        }
        return (records, keyColumns)
    }

    /// Spellings of a column that no list knew when they came, as they stood in the files.
    static func given(_ contract: Contract, _ column: Contract.Column, _ db: Connection) throws -> [String] {
        try db.query(
            """
            select distinct c.value from ops.code_not_known as c join ops.load as l using (load_id) join ops.dataset as s using (dataset)
            where s.name = \(contract.dataset) and c.column_name = \(column.name)
            """, { try $0.decode(0, as: String.self) })
    }
}

extension CodeReader.Outcome {
    fileprivate init(line: String, _ found: (records: Int, keyColumns: [String])) throws {
        self.init(line: line, records: found.records, keyColumns: found.keyColumns)
    }
}
