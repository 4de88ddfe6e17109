import Contracts
import Formats
import Foundation
import Postgres
import Vocabulary

/// The return on children looked after (SSDA903): a CSV file a module, in the columns, dates and file names of the year.
///
/// What a feed asserted for the authority and year is given back as asserted; the rest, and everything where asked, is
/// selected from the star by the functions in `sql/returns/ssda903`. Rows go from the server to the file one by one, and all
/// of them are of one moment of the database. The files appear only when all are complete.
public struct SSDA903Return: Sendable {
    /// The family of datasets that this return is made of.
    public static let family = "ssda903"
    /// Modules in the order of the collection.
    static let moduleOrder = [
        "Header", "Episodes", "UASC", "Reviews", "OC2", "OC3", "AD1", "PlacedAdoption", "PrevPerm", "Missing", "SWEpisodes", "DoLo",
    ]

    private let contracts: [Contract]

    /// - Parameter contracts: all contracts; those of other families are not used.
    public init(contracts: [Contract]) {
        func place(_ contract: Contract) -> Int {
            contract.module.flatMap { Self.moduleOrder.firstIndex(of: $0) } ?? Self.moduleOrder.count
        }
        self.contracts = contracts.filter { $0.family == Self.family && $0.module != nil }
            .sorted { (place($0), $0.dataset) < (place($1), $1.dataset) }
    }

    /// Writes the return.
    /// - Throws: ``ReturnError`` where it cannot be made, `FormatError` where a file cannot be written, `PostgresError`. No file
    ///   of the return is then changed, unless the disk failed while the finished ones were being put in place.
    public func write(_ request: ReturnRequest, from db: Connection) throws -> ReturnSummary {
        guard (100...999).contains(request.authority) else { throw ReturnError.badAuthority(request.authority) }
        let collected = contracts.filter { $0.years.contains(request.year) }
        guard !collected.isEmpty else {
            throw ReturnError.yearNotCollected(
                year: request.year, first: contracts.compactMap(\.years.from).min(), last: contracts.compactMap(\.years.to).max())
        }
        let made = try db.read { db in
            // Every join here is of sets on the person. Right after a load the planner has no statistics yet and would loop.
            try db.execute("set local enable_nestloop = off; set local work_mem = '64MB'")
            let queries = try queries(for: request, of: collected, db)
            try Self.makeDirectory(request.directory)
            return try Self.make(request, queries, db)
        }
        // The database has nothing more to say: now the files may take their places.
        for file in made.files { try file.finish() }
        try made.explanation?.finish()
        return made.summary
    }

    /// The collection years of which the warehouse holds something that the authority asserted, in order.
    /// - Parameter authority: by its DfE number
    public func yearsHeld(authority: Int, from db: Connection) throws -> [CollectionYear] {
        try Self.yearsHeld(authority: authority, of: contracts, db).compactMap { CollectionYear($0) }
    }

    /// Decides for each module of the year whether it is given back as asserted.
    private func queries(for request: ReturnRequest, of collected: [Contract], _ db: Connection) throws -> [ModuleQuery] {
        let held = try collected.filter { try Self.isAsserted($0, request, db) }
        let yearsHeld: [String] = held.isEmpty ? try Self.yearsHeld(authority: request.authority, of: contracts, db) : []
        let othersTell = try held.isEmpty && Self.isToldByOthers(request, db)
        guard !held.isEmpty || (request.derive && (othersTell || !yearsHeld.isEmpty)) else {
            throw ReturnError.nothingHeld(year: request.year, authority: request.authority, yearsHeld: yearsHeld, othersTell: othersTell)
        }
        let asserted = request.derive ? [] : Set(held.map(\.dataset))
        return collected.map { contract in
            asserted.contains(contract.dataset)
                ? .asserted(contract, authority: request.authority, year: request.year)
                : .derived(contract, authority: request.authority, year: request.year)
        }
    }

    /// Whether a delivery for the authority and year held the module, be it without a row, or any record of it holds.
    private static func isAsserted(_ contract: Contract, _ request: ReturnRequest, _ db: Connection) throws -> Bool {
        try db.value(
            """
            select exists (
                select from ops.load l
                join ops.delivery d on d.delivery_id = l.delivery_id
                join ops.dataset s on s.dataset = l.dataset
                where s.name = \(contract.dataset) and d.authority = \(request.authority)::smallint and d.scope = \(request.year.description)
            ) or exists (
                select from \(Identifier("source", contract.table)) s
                where s.authority = \(request.authority)::smallint and s.scope = \(request.year.description)
                  and s.holds and s.absent is not true)
            """)
    }

    /// Whether the star has a child looked after in the year: told by another feed, such as the case system's own extract.
    private static func isToldByOthers(_ request: ReturnRequest, _ db: Connection) throws -> Bool {
        try db.value(
            """
            select exists (
                select from star.fact_episode e
                where e.authority = \(request.authority)::smallint and e.decom <= \(request.year.end.description)::date
                  and (e.dec is null or e.dec >= \(request.year.start.description)::date))
            """)
    }

    /// The collection years of which the authority has told something, in order.
    private static func yearsHeld(authority: Int, of contracts: [Contract], _ db: Connection) throws -> [String] {
        let tables = contracts.map { "select s.scope from \(Identifier("source", $0.table).quoted) s where s.authority = \(authority)" }
        return try db.query(
            """
            select distinct t.scope from (
                select d.scope from ops.delivery d where d.feed = \(family) and d.authority = \(authority)::smallint
                union all \(unsafeSQL: tables.joined(separator: " union all "))) t
            where t.scope <> '' order by 1
            """
        ) { try $0.decode(0) }
    }

    /// Makes all files, under temporary names, in the read transaction.
    private static func make(
        _ request: ReturnRequest, _ queries: [ModuleQuery], _ db: Connection
    ) throws -> (files: [OutputFile], explanation: CSVWriter?, summary: ReturnSummary) {
        var files: [OutputFile] = []
        var modules: [ReturnSummary.Module] = []
        for query in queries {
            let file = try OutputFile(path: "\(request.directory)/\(query.file)")
            let rows = try copy(query.copy, headed: query.headerLine, to: file, db)
            files.append(file)
            modules.append(.init(module: query.module, file: query.file, rows: rows, asserted: query.asserted))
        }
        var notes = notes(request, queries)
        if request.xml {
            let document = SSDA903XML(year: request.year, queries: queries)
            let file = try OutputFile(path: "\(request.directory)/\(SSDA903XML.fileName)")
            notes += try document.write(to: file, from: db)
            files.append(file)
        }
        let explanation = Explanation(request)
        let explained = try request.explain.map { try explanation.write(to: $0, db) }
        let leftOut = try explained?.leftOut ?? explanation.counts(db)
        let duplicates = try explanation.duplicates(db)
        let summary = ReturnSummary(modules: modules, leftOutByRule: leftOut, duplicates: duplicates, notes: notes)
        return (files, explained?.file, summary)
    }

    /// Streams a COPY into a file, with CRLF line ends.
    /// - Returns: data rows.
    private static func copy(_ sql: SQL, headed header: String, to file: OutputFile, _ db: Connection) throws -> Int {
        try file.write(header + "\r\n")
        var rows = 0
        try db.copyOut(sql) { line in
            rows += 1
            try file.withBuffer { buffer in
                buffer.append(contentsOf: line.last == 0x0A ? line.dropLast() : line[...])
                buffer.append(contentsOf: [0x0D, 0x0A])
            }
        }
        return rows
    }

    private static func notes(_ request: ReturnRequest, _ queries: [ModuleQuery]) -> [String] {
        let derived = queries.filter { !$0.asserted }.map(\.module)
        guard !request.derive, !derived.isEmpty else { return [] }
        return ["not asserted for \(request.year), selected from the star: \(derived.joined(separator: ", "))"]
    }

    private static func makeDirectory(_ path: String) throws {
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) {
            guard isDirectory.boolValue else { throw ReturnError.badDirectory(path: path, reason: "it is a file") }
            return
        }
        do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
            throw ReturnError.badDirectory(path: path, reason: error.localizedDescription)
        }
    }
}
