import ArgumentParser
import Postgres
import Vocabulary
import Warehouse

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Load whatever waits in the inbox; --due is what a timer calls.",
        discussion: """
            A folder of the inbox whose delivery.yaml names a feed is one delivery. Any other file is known by its columns, its worksheets or its elements; \
            its day is declared by as_at: in the folder's delivery.yaml, or comes from where its contract says. A delivery that fails does not stop the others.
            """)
    @Flag(help: "only feeds whose file of this day, week, month … was not loaded yet; exit code 3 when one is overdue") var due = false
    @Option(parsing: .upToNextOption, help: "only these feeds") var only: [String] = []
    @Option(help: ArgumentHelp("the inbox (config/loxley.yaml)", valueName: "folder")) var inbox: String?
    @Option(help: "seconds for which files must not have changed") var settle = 60
    @Flag(help: "print where the time went") var timings = false
    @Option(help: .init("the day of the run instead of today", visibility: .hidden)) var today: CalendarDate?
    @OptionGroup var options: Options

    func run() async throws {
        let home = try options.home()
        let settings = try options.configuration(home)
        let db = try await options.warehouse(home)
        let moment = Moment.now
        let day = today ?? moment.today
        let inbox = Inbox(
            folder: inbox ?? settings.inbox, home: home, settleSeconds: settle, authority: settings.authority,
            recordedAt: today.map { "\($0)T02:00:00Z" } ?? moment.iso, today: day, secondsSince1970: moment.secondsSince1970)
        let printer = RunPrinter(options: options)
        let summary = try InboxRun(home: home, db: db, authority: settings.authority, today: day).run(
            inbox, due ? .due : .everything, only: only,
            load: { try LoadPrinter(options: options).load(together: $0, home: home, settings: settings, db: db) },
            words: { Ending(of: $0).text ?? "failed" }, told: printer.tell)
        for line in try Expiry(home: home, db: db).run(day: day, recordedAt: moment.iso) {
            options.note("\(line.dataset): \(line.rows) record\(line.rows == 1 ? "" : "s") deleted whose person stayed unknown")
        }
        Archive(folder: try options.files().archive).expire(afterDays: settings.archiveKeepDays, now: moment.secondsSince1970)
        try printer.finish(summary)
        if timings, options.format == .text { LoadPrinter.print(timings: summary.timings) }
        switch summary.exitCode {
        case 0: break
        case 5: throw Ending(code: 5, text: "exit 5: another run is loading what was due")
        case let code: throw Ending(code: code, text: "exit \(code): something needs a person")
        }
    }
}
