import ArgumentParser
import Postgres
import Vocabulary
import Warehouse

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Every feed: last file, as-at, age, rows, and what waits for a person. Exit code 3 when something does.")
    @Option(help: ArgumentHelp("count ages to this day instead of today", valueName: "date")) var on: CalendarDate?
    @OptionGroup var options: Options

    func run() async throws {
        let home = try options.home()
        let db = try await options.warehouse(home)
        let status = try db.read { try Status.read($0, home: home, today: on ?? Moment.now.today) }
        var output = Output(columns: [
            .init(title: "dataset", name: "dataset"), .init(title: "authority", name: "authority"), .init(title: "scope", name: "scope"),
            .init(title: "last file", name: "file"), .init(title: "as at", name: "as_at"), .init(title: "age", name: "age_days", number: true),
            .init(title: "rows", name: "rows", number: true), .init(title: "waiting", name: "waiting", number: true),
            .init(title: "unusable", name: "unusable", number: true), .init(title: "quarantined", name: "quarantined", number: true),
            .init(title: "state", name: "state"), .init(title: "due", name: "due"),
        ])
        output.rows = status.lines.map { line in
            [
                .text(line.dataset), line.authority.map { .text(String($0)) } ?? .none, .text(line.scope ?? ""),
                .text(line.file.map { FileReport.title($0, line.part) } ?? ""),
                .text(line.asAt?.description ?? ""), line.ageDays.map { .number($0) } ?? .none, .number(line.rows), .number(line.waiting),
                .number(line.unusable), .number(line.quarantined), .text(line.state), .text(StatusCommand.due(line.schedule)),
            ]
        }
        try output.print(options.format)
        if options.format == .text {
            for trouble in status.troubles { print("\n \(trouble.feed): last attempt \(trouble.outcome)\n   \(trouble.reason.replacing("\n", with: "\n   "))") }
        }
        if status.needsAttention { throw Ending.attention("something needs a person") }
    }

    private static func due(_ state: ReportingCalendar.State?) -> String {
        switch state {
        case nil: ""
        case .loaded(let next): "next from \(next)"
        case .due(let by): "by \(by)"
        case .overdue(let since): "overdue since \(since)"
        }
    }
}
