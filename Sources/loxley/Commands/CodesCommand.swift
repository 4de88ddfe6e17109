import ArgumentParser
import Postgres
import Warehouse

struct CodesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "codes", abstract: "Code lists.", subcommands: [Review.self])

    struct Review: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Spellings that no code list knows, with the closest codes.",
            discussion: "Where a spelling means a known code, add it to the aliases in config/codes/<list>.csv and load the files again.")
        @OptionGroup var options: Options
        func run() async throws {
            let home = try options.home()
            let lines = try CodeReview.read(try await options.warehouse(home), home: home)
            var output = Output(columns: [
                .init(title: "list", name: "code_set"), .init(title: "column", name: "column"), .init(title: "spelling", name: "value"),
                .init(title: "rows", name: "rows", number: true), .init(title: "closest", name: "closest"), .init(title: "from", name: "datasets"),
            ])
            output.rows = lines.map {
                [.text($0.codeSet), .text($0.column), .text($0.value), .number($0.rows), .text($0.closest.joined(separator: ", ")), .text($0.datasets)]
            }
            try output.print(options.format)
        }
    }
}
