import Foundation
import Postgres
import Returns
import Testing
import Vocabulary
import Warehouse

/// All that a warehouse tells: the hash of every table, and the bytes of returns.
struct Knowledge: Equatable {
    var tables: [String: String] = [:]
    var files: [String: Data] = [:]

    /// What a warehouse tells.
    /// - Parameters:
    ///   - returns: the returns to make, asserted and derived, each with what it leaves out
    ///   - folder: a folder for their files, emptied
    init(of db: Connection, home: Home, returns: [History.Scope] = [], folder: String) throws {
        let digest = try db.read { try Digest.of($0, home: home, all: true) }
        tables = Dictionary(digest.lines.map { ($0.table, "\($0.rows) \($0.hash)") }, uniquingKeysWith: { a, _ in a })
        // What the digest leaves out, since it depends on the order of arrival: the open rows of the quarantine, and what of the ledger is told.
        tables["open in quarantine"] = try db.lines(
            "select quarantine_id, load_id, file_row, resolution from ops.quarantine where resolved_at is null order by 1"
        ).joined(separator: "; ")
        tables["files"] = try db.lines("select load_id, delivery_id, dataset, file_name, rows_read, rows_new from ops.load order by 1").joined(separator: "; ")
        for scope in returns {
            for derive in [false, true] {
                let name = "\(scope.authority) \(scope.text) \(derive ? "derived" : "asserted")"
                let out = "\(folder)/\(name)"
                try? FileManager.default.removeItem(atPath: out)
                let request = ReturnRequest(
                    authority: scope.authority, year: CollectionYear(startYear: scope.startYear), directory: out, derive: derive, explain: out + "/left-out.csv"
                )
                do { _ = try SSDA903Return(contracts: home.contracts).write(request, from: db) } catch let error as ReturnError {
                    files[name] = Data("\(error)".utf8)
                    continue
                }
                for file in try FileManager.default.contentsOfDirectory(atPath: out) {
                    files["\(name)/\(file)"] = try Data(contentsOf: URL(fileURLWithPath: "\(out)/\(file)"))
                }
            }
        }
    }

    /// Names of the tables and files in which two differ.
    func differences(from other: Knowledge) -> [String] {
        func differing<T: Equatable>(_ a: [String: T], _ b: [String: T]) -> [String] { Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted() }
        return differing(tables, other.tables) + differing(files, other.files)
    }
}

extension TestWarehouse {
    /// The moment that the server's clock shows.
    func moment() throws -> RecordedMoment {
        let text: String = try connect().value("select to_char(clock_timestamp(), 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
        return try #require(RecordedMoment(text))
    }

    /// Databases that commands made for an earlier moment of this warehouse.
    func scratchDatabases() throws -> [String] {
        try connect().lines(
            """
            select d.datname from pg_database as d join pg_database as mine on mine.datname = current_database()
            where starts_with(d.datname, 'loxley_recorded_' || mine.oid || '_')
            """)
    }
}
