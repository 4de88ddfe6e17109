import ArgumentParser
import Postgres
import Warehouse

struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Where a row of the star comes from: assertions, files, rows, earlier versions.",
        discussion: "KEY is the child's local id (or person key) and the rest of the table's key, joined by /: loxley why star.fact_review 88213/2026-06-14")
    @Argument var table: String
    @Argument var key: String
    @OptionGroup var options: Options

    func run() async throws {
        let home = try options.home()
        let db = try await options.warehouse(home)
        let answer = try db.read { try Why(home: home, db: $0).explain(table: table, key: key) }
        if options.format == .text { print("\(answer.table)   \(answer.key)\n") }
        var output = Output(columns: [
            .init(title: "state", name: "state"), .init(title: "from", name: "dataset"), .init(title: "scope", name: "scope"),
            .init(title: "as at", name: "as_at"), .init(title: "load", name: "load_id", number: true), .init(title: "file", name: "file"),
            .init(title: "row", name: "row", number: true), .init(title: "occurrence", name: "occurrence", number: true),
            .init(title: "differs in", name: "differs"), .init(title: "sha-256", name: "sha256"), .init(title: "part", name: "part"),
        ])
        output.rows = answer.lines.map { line in
            [
                .text(line.state), .text(line.dataset), .text(line.scope), .text(line.asAt), .number(line.loadID), .text(line.file),
                line.row.map { .number($0) } ?? .none, .number(line.occurrence), .text(line.differs.joined(separator: " ")),
                .text(options.format == .text ? String(line.sha256.prefix(12)) : line.sha256), .text(line.part ?? ""),
            ]
        }
        try output.print(options.format)
        if options.format == .text { for line in answer.person { print(" person by \(line)") } }
    }
}
