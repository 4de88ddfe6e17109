import ArgumentParser
import Foundation
import Postgres

/// The command line: words, progress and exit codes only.
struct Loxley: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loxley",
        abstract: "The data warehouse of a corporate parent.",
        discussion: """
            Extract files of the agencies that know a child go in; one PostgreSQL star schema, and the returns made from it, come out.
            Exit codes: 0 done · 1 failed · 2 wrong use · 3 done, needs attention · 4 refused · 5 busy
            """,
        subcommands: [
            DatabaseCommand.self, MigrateCommand.self, LoadCommand.self, RunCommand.self, StatusCommand.self, RebuildCommand.self,
            DigestCommand.self, WhyCommand.self, QuarantineCommand.self, CodesCommand.self, ReturnCommand.self, ValidateCommand.self, FindingsCommand.self,
            RulesCommand.self, SynthesiseCommand.self, TemplateCommand.self, DoctorCommand.self,
        ])
}

@main
enum Main {
    static func main() async {
        Interrupt.install()
        do {
            var command = try Loxley.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            finish(.done)
        } catch {
            finish(Ending(of: error))
        }
    }

    private static func finish(_ ending: Ending) -> Never {
        fflush(nil)
        if let text = ending.text {
            if ending.code == 0 { print(text) } else { FileHandle.standardError.write(Data((text + "\n").utf8)) }
        }
        fflush(nil)
        exit(ending.code)
    }
}
