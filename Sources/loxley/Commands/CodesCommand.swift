import ArgumentParser
import Contracts
import Postgres
import Warehouse

struct CodesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "codes", abstract: "Code lists.", subcommands: [Review.self])

    struct Review: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Spellings that no code list knows, with the closest codes; or decide what they mean.",
            discussion: """
                A decision makes the spelling an alias in config/codes/<list>.csv, and what was loaded with it is read again:
                  loxley codes review --accept "accom:Living with an aunt=B1"
                """)
        @Option(help: "a decision: the list, the spelling and the code it means; may be given several times") var accept: [String] = []
        @OptionGroup var options: Options
        func run() async throws {
            let home = try options.home()
            let decisions = try accept.map { text in
                guard let decision = CodeDecision(text) else { throw ValidationError("--accept expects LIST:SPELLING=CODE") }
                return decision
            }
            let db = try await options.warehouse(home)
            if !decisions.isEmpty { return try take(decisions, home, db) }
            let lines = try CodeReview.read(db, home: home)
            var output = Output(columns: [
                .init(title: "list", name: "code_set"), .init(title: "column", name: "column"), .init(title: "spelling", name: "value"),
                .init(title: "rows", name: "rows", number: true), .init(title: "closest", name: "closest"), .init(title: "from", name: "datasets"),
            ])
            output.rows = lines.map {
                [.text($0.codeSet), .text($0.column), .text($0.value), .number($0.rows), .text($0.closest.joined(separator: ", ")), .text($0.datasets)]
            }
            try output.print(options.format)
        }

        private func take(_ decisions: [CodeDecision], _ home: Home, _ db: Connection) throws {
            let outcomes: [CodeReader.Outcome]
            do { outcomes = try CodeReader(home: home, db: db).take(decisions, recordedAt: Moment.now.iso) } catch let problem as CodeSetFile.Problem {
                throw Ending(code: 2, text: "\(problem)")
            }
            for (decision, outcome) in zip(decisions, outcomes) {
                options.note("config/codes/\(decision.list).csv: \(outcome.line)")
                options.note("  \(outcome.records) record\(outcome.records == 1 ? "" : "s") read again")
                for column in outcome.keyColumns { options.note("  part of the key of \(column): read so from the next file on") }
            }
        }
    }
}
