import ArgumentParser
import Postgres
import Warehouse

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "migrate", abstract: "Bring the schema up to this version; shows its plan first.")
    @Flag(help: "show the plan and do nothing") var plan = false
    @OptionGroup var options: Options

    func run() async throws {
        let home = try options.home()
        let db = try await options.connect()
        let migrator = Migrator(home: home)
        let steps = try db.read { try migrator.plan($0) }
        if steps.isEmpty {
            options.note("the database is of this version: nothing to do")
            return
        }
        for line in steps.lines { print(line) }
        if plan { return }
        try migrator.apply(steps, db, recordedAt: Moment.now.iso)
        options.note("done")
    }
}
