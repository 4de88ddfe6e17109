import Contracts
import Formats
import Postgres
import Synchronization
import Vocabulary

/// Reads a file, checks each row against its contract, and sends it to `landing.<dataset>` by binary COPY: one pass, constant memory. The
/// first file of a scope, which has nothing to be compared with, goes to `source.<dataset>` itself.
/// Reading is ahead of landing: while one file is merged, the next is read. Where it is known what holds, rows that say it again are
/// counted and not sent.
struct Lander: Sendable {
    /// What a pass over a file found.
    struct Outcome: Sendable {
        var rowsRead = 0
        var ignored = 0
        var quarantined = 0
        var unusable = 0
        var unknownCodes: [String: [String: Int]] = [:]
        var unreadable: [String: Int] = [:]
        /// Keys that more than one of the rows sent may have; nil where they are too many to name.
        var suspects: [String]? = []
        /// Rows that say again what holds, and such as say it once more: these were not sent.
        var again = 0
        var twice = 0

        mutating func suspect(_ key: [UInt8]) {
            guard let count = suspects?.count else { return }
            if count < suspectsNamed { suspects?.append(String(decoding: key, as: UTF8.self)) } else { suspects = nil }
        }
    }

    /// More suspects than this are not named: the database then compares all keys.
    private static let suspectsNamed = 2_000

    let contract: Contract
    /// Files of fewer bytes are small: making a table's indexes or its file anew costs more than it saves.
    static let smallBytes = 2 << 20

    let match: HeaderMatch
    let header: [String]
    let year: CollectionYear?
    let authority: Int
    let codeSets: [String: CodeSet]

    /// Where the rows go.
    enum Destination: Sendable {
        /// `landing.<dataset>`, to be merged from there; what holds, where rows that say it again are to be left out.
        case landing(HeldContents?)
        /// `source.<dataset>`, as versions of that file. isFrozen: the table was emptied by this transaction, and has no indexes.
        case source(File, isFrozen: Bool)

        /// What each version says of the file it came with.
        struct File: Sendable {
            let loadID: Int
            let asAt: CalendarDate
            let authority: Int
            let scope: String
        }
    }

    /// A file that is being read and checked, on a thread of its own.
    struct Reading {
        fileprivate let production: CopyProduction<Outcome>
        fileprivate let position: Position
        fileprivate let bytes: Int
        fileprivate let destination: Destination
        /// Rows no record could be made of, for quarantine.
        let setAside: SetAside

        /// Stops it where it is not to be landed.
        func abandon() { production.abandon() }
    }

    /// Begins to read and check a file; it goes on until it is some way ahead of what was landed.
    /// - Parameters:
    ///   - file: the name of the file, and of its part, for messages
    ///   - bytes: size of the file
    ///   - destination: where its rows go
    ///   - open: opens the part; called on the reading thread
    func read(
        file: String, bytes: Int, to destination: Destination, setAside: SetAside, open: @escaping @Sendable () throws -> any PartReader
    ) -> Reading {
        let position = Position()
        let production = CopyProduction { [self] in try read(file, bytes, try open(), to: destination, setAside, into: $0, position) }
        return Reading(production: production, position: position, bytes: bytes, destination: destination, setAside: setAside)
    }

    /// Lands what is being read.
    /// - Parameter progress: called now and then with the bytes read so far
    /// - Throws: ``WarehouseError/refused(reason:next:)`` where the file is cut short; `FormatError`, `PostgresError`.
    func land(_ reading: Reading, _ db: Connection, progress: (Int) -> Void) throws -> Outcome {
        let columns = contract.columns(in: year).map(\.sqlName)
        let told = columns + subjectColumns + ["business_key", "content_hash", "unusable", "raw"]
        let table: Identifier
        let names: [String]
        // A table that was truncated takes rows that nobody has to look at again.
        let freeze: String
        do {
            switch reading.destination {
            case .landing:
                table = Identifier("landing", contract.table)
                names = ["row_no"] + told
                let isEmpty = try db.value("select not exists (select from \(table))", as: Bool.self)
                let isSmall = reading.bytes < Lander.smallBytes
                if !(isEmpty && isSmall) { try db.execute("truncate \(table)") }
                freeze = isEmpty && isSmall ? "" : ", freeze"
            case .source(_, let isFrozen):
                table = Identifier("source", contract.table)
                names = ["load_id", "as_at", "authority", "scope", "file_row"] + told
                freeze = isFrozen ? ", freeze" : ""
            }
        } catch {
            reading.abandon()
            throw error
        }
        let list = names.map { Identifier($0).quoted }.joined(separator: ", ")
        let position = reading.position
        let (outcome, rows) = try db.copyIn(
            "copy \(table) (\(unsafeSQL: list)) from stdin (format binary\(unsafeSQL: freeze))", reading.production,
            sent: { progress(position.bytes.load(ordering: .relaxed)) })
        progress(position.bytes.load(ordering: .relaxed))
        guard rows == outcome.rowsRead - outcome.ignored - outcome.quarantined - outcome.again - outcome.twice else {
            throw WarehouseError.failed("\(contract.dataset): \(outcome.rowsRead) rows were read, and not all of them arrived; nothing was loaded")
        }
        return outcome
    }

    /// What landing takes beside the columns of the contract, of records about persons as another agency knows them.
    private var subjectColumns: [String] { contract.isAboutSubjects ? ["subject", "subject_says"] : [] }

    /// How far the reading thread has come.
    fileprivate final class Position: Sendable {
        let bytes = Atomic<Int>(0)
    }

    private func read(
        _ file: String, _ bytes: Int, _ reader: some PartReader, to destination: Destination, _ setAside: SetAside,
        into pipe: borrowing CopyPipe.Entrance, _ position: Position
    ) throws -> Outcome {
        var reader = reader
        var checker = RowChecker(match: match, header: header, year: year, codeSets: codeSets, authority: authority)
        var outcome = Outcome()
        var row = FieldRow()
        var checked = CheckedRow()
        var buffer = BinaryCopyBuffer(capacity: 1 << 18)
        defer { buffer.deallocate() }
        let sent = KeyFilter(bytes: bytes)
        defer { sent.deallocate() }
        var lastRowComplete = true
        var held: HeldContents?
        if case .landing(let found) = destination { held = found }
        /// Whether a row is to be sent; false where it says again what holds.
        func isToBeSent(_ row: borrowing CheckedRow) -> Bool {
            if let held, let record = held.record(of: row.contentHash) {
                if held.say(record) { outcome.again += 1 } else { outcome.twice += 1 }
                return false
            }
            if sent.insert(row.key) { outcome.suspect(row.key) }
            return true
        }
        while try reader.next(into: &row) {
            outcome.rowsRead += 1
            lastRowComplete = row.terminated || row.count >= header.count
            switch checker.check(row, into: &checked) {
            case .ignored: outcome.ignored += 1
            case .quarantine:
                outcome.quarantined += 1
                try setAside.add(row: checked.number, column: checked.column, reason: checked.reason, fields: checker.json(row))
            case .good:
                if isToBeSent(checked) { append(checked, row, unusable: nil, destination, to: &buffer) }
            case .unusable:
                outcome.unusable += 1
                if isToBeSent(checked) { append(checked, row, unusable: checked.reason, destination, to: &buffer) }
            }
            if buffer.count > 1 << 17 {
                try buffer.flush(to: pipe)
                position.bytes.store(reader.bytesRead, ordering: .relaxed)
            }
        }
        buffer.finish()
        try buffer.flush(to: pipe)
        position.bytes.store(reader.bytesRead, ordering: .relaxed)
        if reader.endedInsideQuotes || !lastRowComplete {
            throw WarehouseError.refused(
                reason: "\(file) is cut short: its last row (data row \(row.number)) "
                    + (reader.endedInsideQuotes ? "opens a quote that is never closed" : "has \(row.count) of \(header.count) fields and no line end"),
                next: ["Ask the sender for the whole file."])
        }
        if outcome.quarantined > 0, outcome.quarantined == outcome.rowsRead - outcome.ignored {
            throw WarehouseError.refused(
                reason: "not one row of \(file) can be read; data row \(checked.number)\(checked.column.map { ", \($0)" } ?? ""): \(checked.reason)",
                next: ["Ask the sender for a corrected file."])
        }
        outcome.unknownCodes = checker.unknownCodes
        outcome.unreadable = checker.unreadable
        return outcome
    }

    private func append(
        _ row: borrowing CheckedRow, _ fields: borrowing FieldRow, unusable: String?, _ destination: Destination, to buffer: inout BinaryCopyBuffer
    ) {
        switch destination {
        case .landing: buffer.startRow(fields: row.cells.count + (row.subject.isEmpty ? 5 : 7))
        case .source(let file, _):
            buffer.startRow(fields: row.cells.count + 9)
            buffer.append(int64: Int64(file.loadID))
            buffer.append(int32: file.asAt.daysSince2000)
            buffer.append(int16: Int16(truncatingIfNeeded: file.authority))
            buffer.append(text: file.scope)
        }
        buffer.append(int32: Int32(truncatingIfNeeded: row.number))
        fields.bytes.withUnsafeBytes { bytes in
            row.text.withUnsafeBytes { text in
                for cell in row.cells {
                    switch cell {
                    case .null: buffer.appendNull()
                    case .date(let days): buffer.append(int32: days)
                    case .integer(let value): buffer.append(int32: value)
                    case .datetime(let moment): buffer.append(int64: moment)
                    case .number(let digits, let scale): buffer.append(digits: digits, scale: scale)
                    case .boolean(let value): buffer.append(bool: value)
                    case .field(let start, let end): buffer.append(text: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
                    case .text(let start, let end): buffer.append(text: UnsafeRawBufferPointer(rebasing: text[start..<end]))
                    }
                }
            }
        }
        if !row.subject.isEmpty {
            row.subject.withUnsafeBytes { buffer.append(text: $0) }
            row.subjectSays.withUnsafeBytes { buffer.append(text: $0) }
        }
        row.key.withUnsafeBytes { buffer.append(text: $0) }
        buffer.append(uuidHigh: row.contentHash.high, low: row.contentHash.low)
        if let unusable { buffer.append(text: unusable) } else { buffer.appendNull() }
        if row.raw.isEmpty { buffer.appendNull() } else { row.raw.withUnsafeBytes { buffer.append(jsonb: $0) } }
    }
}
