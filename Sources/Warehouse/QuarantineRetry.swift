import Formats
import Foundation
import Postgres
import Vocabulary

/// Reads rows out of quarantine again, after a contract or a code list was corrected.
public struct QuarantineRetry {
    private let home: Home
    private let db: Connection

    /// Retries rows of that database, by the contracts and code lists of that folder.
    public init(home: Home, db: Connection) {
        self.home = home
        self.db = db
    }

    private struct Origin {
        let loadID: Int
        let dataset: String
        let authority: Int
        let scope: String
        let asAt: String
    }

    /// - Parameter load: loads a request; called once for each file that rows came from
    /// - Returns: the reports, oldest file first.
    public func run(recordedAt: String, today: CalendarDate, load: (LoadRequest) throws -> LoadReport) throws -> [LoadReport] {
        let origins = try db.query(
            """
            select distinct l.load_id, s.name, d.authority, d.scope, d.as_at
            from ops.quarantine as q join ops.load as l using (load_id) join ops.delivery as d using (delivery_id) join ops.dataset as s using (dataset)
            where q.resolved_at is null order by d.as_at, l.load_id
            """,
            { Origin(loadID: try $0.decode(0), dataset: try $0.decode(1), authority: try $0.decode(2), scope: try $0.decode(3), asAt: try $0.decode(4)) })
        var reports: [LoadReport] = []
        for origin in origins {
            guard let contract = home.contracts.first(where: { $0.dataset == origin.dataset }) else { continue }
            let year = CollectionYear(origin.scope)
            let names = contract.columns(in: year).map(\.name)
            let quarantine = Quarantine(db: db)
            let ids = try db.query(
                "select quarantine_id from ops.quarantine where load_id = \(origin.loadID) and resolved_at is null order by file_row",
                { try $0.decode(0, as: Int.self) })
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("loxley-retry-\(ProcessInfo.processInfo.processIdentifier)").path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let path = "\(folder)/quarantine-of-load-\(origin.loadID).csv"
            let writer = try CSVWriter(path: path)
            try writer.write(names)
            for id in ids {
                let fields = Dictionary(try quarantine.show(id).fields.map { ($0.column, $0.text) }, uniquingKeysWith: { a, _ in a })
                // Fields beyond the header are kept, so that such a row is not mistaken for a good one.
                let beyond = fields.filter { $0.key.hasPrefix("+") }.sorted { $0.key < $1.key }.map(\.value)
                try writer.write(names.map { fields[$0] ?? "" } + beyond)
            }
            try writer.finish()
            var request = LoadRequest(
                feed: origin.dataset, authority: origin.authority, year: year, asAt: CalendarDate(origin.asAt), acceptVolume: nil, paths: [path],
                recordedAt: recordedAt, today: today)
            request.partial = true
            do {
                reports.append(try load(request))
                _ = try quarantine.resolve(ids, reason: "read again", at: recordedAt)
            } catch WarehouseError.refused {
                // Not one row can be read yet: they stay where they are.
                continue
            }
        }
        return reports
    }
}
