import Formats
import Foundation

/// A table of results, in the form asked for: aligned for people, JSON or CSV for programs.
struct Output {
    struct Column {
        let title: String
        /// The name in JSON and CSV.
        let name: String
        var number = false
    }

    /// A cell: text, a number or nothing.
    enum Cell {
        case text(String)
        case number(Int)
        case decimal(Double)
        case none

        var shown: String {
            switch self {
            case .text(let text): text
            case .number(let number): TerminalTable.thousands(number)
            case .decimal(let value): String(format: "%.1f", value)
            case .none: ""
            }
        }

        var plain: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .decimal(let value): String(format: "%.3f", value)
            case .none: ""
            }
        }

        var json: Any {
            switch self {
            case .text(let text): text
            case .number(let number): number
            case .decimal(let value): (value * 1000).rounded() / 1000
            case .none: NSNull()
            }
        }
    }

    let columns: [Column]
    var rows: [[Cell]] = []

    /// Prints on standard output.
    func print(_ format: Options.Format, footer: [Cell]? = nil) throws {
        switch format {
        case .text:
            var table = TerminalTable(columns: columns.map { TerminalTable.Column($0.title, $0.number ? .right : .left) })
            for row in rows { table.add(row.map(\.shown)) }
            if let footer {
                table.addRule()
                table.add(footer.map(\.shown))
            }
            Swift.print(table.render(), terminator: "")
        case .json:
            let objects = rows.map { row in
                Dictionary(zip(columns.map(\.name), row.map(\.json)), uniquingKeysWith: { a, _ in a })
            }
            Swift.print(
                String(
                    decoding: try JSONSerialization.data(withJSONObject: objects, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]),
                    as: UTF8.self))
        case .csv:
            Swift.print(columns.map(\.name).joined(separator: ","))
            for row in rows { Swift.print(row.map { Output.csv($0.plain) }.joined(separator: ",")) }
        }
    }

    private static func csv(_ text: String) -> String {
        text.contains { $0 == "," || $0 == "\"" || $0.isNewline } ? "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : text
    }
}
