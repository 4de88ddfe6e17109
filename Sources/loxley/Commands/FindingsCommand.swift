import ArgumentParser
import Foundation
import Rules
import Vocabulary
import Warehouse

struct FindingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings", abstract: "Findings of the last validation that an officer accepts.",
        discussion: """
            An acceptance is for a rule and the row as it is: it expires when the row changes. Accepted findings are counted apart and make no exit code 3; \
            terminal and reports show them with their reason.
            """,
        subcommands: [Accept.self, List.self, Withdraw.self])

    /// Which return.
    struct Return: ParsableArguments {
        @Argument(help: "the collection") var collection: ValidateCommand.Collection
        @Option(help: ArgumentHelp("collection year, as 2026-27", valueName: "year")) var year: CollectionYear
        @Option(help: ArgumentHelp("the returning authority: DfE number or nine-character code (config/loxley.yaml)", valueName: "code")) var la: String?

        func key(_ options: Options, home: String) throws -> ReturnKey {
            let settings = try Configuration(path: options.config ?? home + "/config/loxley.yaml")
            return ReturnKey(authority: try Authorities(home: home).authority(la ?? String(settings.authority)).code, year: year)
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Accept a finding of the last validation, with the reason.",
            discussion: "Where several findings match, name one with --module and --row, or accept them all with --all.")
        @OptionGroup var which: Return
        @Option(help: ArgumentHelp("the rule", valueName: "code")) var rule: String
        @Option(help: ArgumentHelp("the child's identifier in the return", valueName: "child")) var child: String
        @Option(help: ArgumentHelp("the module, as the findings name it", valueName: "module")) var module: String?
        @Option(help: ArgumentHelp("the row of the module's file, from 1", valueName: "number")) var row: Int?
        @Flag(help: "every finding that matches") var all = false
        @Option(help: ArgumentHelp("why it is right as it is", valueName: "text")) var reason: String
        @Option(help: ArgumentHelp("who accepts it; by default the system's user", valueName: "name")) var by: String = NSUserName()
        @OptionGroup var options: Options

        func run() async throws {
            let home = try Home.locate()
            let rule = try Catalogue(home: home).known(rule).code
            let table = try module.map { try FindingsCommand.module($0) }
            let accepted = try AcceptanceBook(home: home).accept(
                .init(rule: rule, child: child, module: table?.name, row: row, all: all), of: try which.key(options, home: home), reason: reason, by: by,
                recordedAt: Moment.now.iso, try await options.connect())
            guard !accepted.isEmpty else { return options.note("accepted already") }
            for finding in accepted { print("accepted: rule \(rule), \(finding.module) row \(finding.row), by \(by)") }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the acceptances of a return.",
            discussion: "holds: the row is as it was, and flagged. expired: the row has changed and is still flagged. resolved: no longer flagged.")
        @OptionGroup var which: Return
        @OptionGroup var options: Options

        func run() async throws {
            let home = try Home.locate()
            let lines = try AcceptanceBook(home: home).list(try which.key(options, home: home), try await options.connect())
            var output = Output(columns: [
                .init(title: "number", name: "id", number: true), .init(title: "standing", name: "standing"), .init(title: "rule", name: "rule"),
                .init(title: "module", name: "module"), .init(title: "row", name: "row", number: true), .init(title: "child", name: "child"),
                .init(title: "by", name: "by"), .init(title: "when", name: "recorded_at"), .init(title: "reason", name: "reason"),
            ])
            output.rows = lines.map { line in
                let one = line.acceptance
                return [
                    .number(one.id), .text(line.standing), .text(one.rule), .text(one.module), .number(one.row), .text(one.child), .text(one.acceptedBy),
                    .text(one.recordedAt), .text(one.reason),
                ]
            }
            try output.print(options.format)
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Withdraw an acceptance: its finding counts again.")
        @Argument(help: "the acceptance's number, as loxley findings list has it") var number: Int
        @Option(help: ArgumentHelp("who withdraws it; by default the system's user", valueName: "name")) var by: String = NSUserName()
        @OptionGroup var options: Options

        func run() async throws {
            try AcceptanceBook(home: try Home.locate()).withdraw(number, by: by, recordedAt: Moment.now.iso, try await options.connect())
            print("withdrawn: acceptance \(number)")
        }
    }

    /// A module by its name, in either letter case.
    private static func module(_ text: String) throws -> ModuleTable {
        guard let table = ModuleTable.all.first(where: { $0.name.lowercased() == text.lowercased() }) else {
            throw ValidationError("there is no module of that name; modules are \(ModuleTable.all.map(\.name).joined(separator: ", "))")
        }
        return table
    }
}
