import ArgumentParser
import Postgres
import Warehouse

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Load whatever waits in the inbox; what a timer calls.",
        discussion: "A delivery is a folder of the inbox with a delivery.yaml (feed, year, as_at). One that fails does not stop the others.")
    @Option(parsing: .upToNextOption, help: "only these feeds") var only: [String] = []
    @Option(help: ArgumentHelp("the inbox (config/loxley.yaml)", valueName: "folder")) var inbox: String?
    @Option(help: "seconds for which a delivery must not have changed") var settle = 60
    @OptionGroup var options: Options

    func run() async throws {
        let home = try options.home()
        let settings = try options.configuration(home)
        let db = try await options.warehouse(home)
        let moment = Moment.now
        let (ready, problems) = Inbox(folder: inbox ?? settings.inbox, settleSeconds: settle).waiting(
            only: only, authority: settings.authority, recordedAt: moment.iso, today: moment.today, secondsSince1970: moment.secondsSince1970)
        for problem in problems { options.note(problem) }
        var worst: Int32 = problems.isEmpty ? 0 : 3
        var files: [FileReport] = []
        for delivery in ready {
            do {
                let report = try LoadPrinter(options: options).load(delivery.request, home: home, settings: settings, db: db)
                files += report.files
                if report.needsAttention { worst = max(worst, 3) }
            } catch {
                if case PostgresError.interrupted = error { throw error }
                let ending = Ending(of: error)
                options.note("\(delivery.folder): \(ending.text ?? "failed")")
                worst = max(worst, 3)
            }
        }
        for line in try Expiry(home: home, db: db).run(day: moment.today, recordedAt: moment.iso) {
            options.note("\(line.dataset): \(line.rows) record\(line.rows == 1 ? "" : "s") deleted whose person stayed unknown")
        }
        Archive(folder: try options.files().archive).expire(afterDays: settings.archiveKeepDays, now: moment.secondsSince1970)
        if options.format != .text { try LoadPrinter.print(files: files, options.format) }
        options.note("\(ready.count) deliver\(ready.count == 1 ? "y" : "ies"), \(files.count) file\(files.count == 1 ? "" : "s")")
        if worst > 0 { throw Ending(code: worst, text: "exit \(worst): something needs a person") }
    }
}
