import ArgumentParser
import Postgres
import Warehouse

struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rebuild", abstract: "Derive the whole star anew, or compare it with what stands.")
    @Flag(help: "compare and change nothing") var check = false
    @OptionGroup var options: Options

    func run() async throws {
        let home = try options.home()
        let db = try await options.warehouse(home)
        let rebuild = Rebuild(home: home, db: db)
        guard check else {
            let persons = try rebuild.run(recordedAt: Moment.now.iso)
            options.note("derived again: \(persons) children")
            return
        }
        let differences = try rebuild.check()
        var output = Output(columns: [
            .init(title: "table", name: "table"), .init(title: "rows that stand", name: "rows_stand", number: true),
            .init(title: "rows anew", name: "rows_anew", number: true),
        ])
        output.rows = differences.map { [.text($0.table), .number($0.stands.rows), .number($0.anew.rows)] }
        if differences.isEmpty {
            options.note("no difference")
            if options.format != .text { try output.print(options.format) }
            return
        }
        try output.print(options.format)
        throw Ending(code: 1, text: "failed: the star differs from what source says. Put it right with: loxley rebuild")
    }
}
