import Formats
import Foundation
import Testing
import Vocabulary

@testable import Contracts

/// A file's rows as the checker reads them: a table in, a table out.
struct RowCheck {
    /// One row, copied from the checker's reused storage.
    struct Row {
        let verdict: CheckedRow.Verdict
        /// Dates as yyyy-mm-dd; nil is NULL.
        let cells: [String?]
        let key: String
        let raw: String
        let reason: String
        let column: String?
        let hash: [UInt64]
        let subject: String
    }

    let rows: [Row]
    let json: [String]
    let unknownCodes: [String: [String: Int]]
    let unreadable: [String: Int]

    init(_ contract: Contract, year: CollectionYear?, authority: Int? = nil, _ text: String) throws {
        try self.init(contract, year: year, authority: authority, bytes: Array(text.utf8))
    }

    init(_ contract: Contract, year: CollectionYear?, authority: Int? = nil, bytes: [UInt8]) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("contracts-\(UUID().uuidString).csv").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var reader = try DelimitedReader(path: path, options: DelimitedOptions(delimiter: UInt8(ascii: ","), encoding: .utf8))
        let match = HeaderMatch(contract, header: reader.header, year: year)
        try #require(match.fits, "\(match.problems)")
        var checker = RowChecker(match: match, header: reader.header, year: year, codeSets: try Repository.codeSets(), authority: authority)
        var fields = FieldRow()
        var out = CheckedRow()
        var rows: [Row] = []
        var json: [String] = []
        while try reader.next(into: &fields) {
            let verdict = checker.check(fields, into: &out)
            let isRead = verdict == .good || verdict == .unusable
            // The cells of a row that is not read are those of a row before it.
            let cells = (isRead ? out.cells : []).map { cell -> String? in
                switch cell {
                case .field(let start, let end): return String(decoding: fields.bytes[start..<end], as: UTF8.self)
                case .text(let start, let end): return String(decoding: out.text[start..<end], as: UTF8.self)
                default: return cell.canonicalText
                }
            }
            rows.append(
                Row(
                    verdict: verdict, cells: cells, key: String(decoding: out.key, as: UTF8.self),
                    raw: isRead ? String(decoding: out.raw, as: UTF8.self) : "", reason: out.reason, column: out.column,
                    hash: [out.contentHash.high, out.contentHash.low], subject: String(decoding: out.subject, as: UTF8.self)))
            json.append(checker.json(fields))
        }
        self.rows = rows
        self.json = json
        unknownCodes = checker.unknownCodes
        unreadable = checker.unreadable
    }

    /// The only row.
    func only() throws -> Row {
        try #require(rows.count == 1)
        return rows[0]
    }
}
