import Foundation
import Vocabulary

/// One row of a file, by column name.
struct Row {
    let number: Int
    let columns: [String: Int]
    let values: [String]

    subscript(column: String) -> String { columns[column].flatMap { $0 < values.count ? values[$0] : nil } ?? "" }

    /// A `dd/mm/yyyy` date, or nil where the cell is blank or no date.
    func date(_ column: String) -> CalendarDate? {
        let parts = self[column].split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 2, parts[1].count == 2, parts[2].count == 4, let day = Int(parts[0]),
            let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}

/// A clean return as the tests read it: plain splitting, nothing shared with what wrote it.
struct ReturnFolder {
    let year: CollectionYear
    /// Last day that the return can know of.
    let known: CalendarDate
    private(set) var columns: [String: [String]] = [:]
    private(set) var tables: [String: [Row]] = [:]
    /// Children who came alone, from the truth: the UASC file leaves them out once their status has ended.
    let unaccompanied: Set<Substring>

    init(_ directory: String, _ year: CollectionYear, known: CalendarDate? = nil) throws {
        self.year = year
        self.known = min(known ?? year.end, year.end)
        let truth = try String(contentsOfFile: "\(directory)/truth/children.csv", encoding: .utf8).split(separator: "\n")
        unaccompanied = Set(truth.map { $0.split(separator: ",") }.filter { $0[4] == "1" }.map { $0[0] })
        let folder = "\(directory)/ssda903/\(year)"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            if lines.last == "" { lines.removeLast() }
            let header = lines.first.map { $0.split(separator: ",").map(String.init) } ?? []
            let positions = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
            columns[name] = header
            tables[name] = lines.dropFirst().enumerated().map { number, line in
                Row(
                    number: number + 1, columns: positions,
                    values: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
            }
        }
    }

    subscript(file: String) -> [Row] { tables[file] ?? [] }

    /// Episodes of each child, by start.
    var episodes: [String: [Row]] {
        Dictionary(grouping: self["episodes.csv"], by: { $0["CHILD"] })
            .mapValues { rows in rows.sorted { ($0.date("DECOM") ?? year.end) < ($1.date("DECOM") ?? year.end) } }
    }
}

/// A folder that goes away with the test.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("synthesis-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
}

extension [CollectionYear] {
    init(from first: Int, to last: Int) { self = (first...last).map(CollectionYear.init(startYear:)) }
}
