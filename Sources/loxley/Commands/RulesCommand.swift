import ArgumentParser
import Formats
import Foundation
import Rules
import Vocabulary
import Warehouse

struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "The validation rules: what there is, and whether their cases hold.", subcommands: [List.self, Test.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the rules, of one collection year or of all.")
        @Option(help: ArgumentHelp("collection year, as 2026-27", valueName: "year")) var year: CollectionYear?
        @OptionGroup var options: Options

        func run() async throws {
            let catalogue = try Catalogue(home: try Home.locate())
            let rules = try year.map { try catalogue.rules(in: $0) } ?? catalogue.rules
            var output = Output(columns: [
                .init(title: "rule", name: "rule"), .init(title: "severity", name: "severity"), .init(title: "since", name: "since"),
                .init(title: "changed", name: "changed"), .init(title: "withdrawn", name: "withdrawn"), .init(title: "flags rows of", name: "modules"),
                .init(title: "what is wrong", name: "title"),
            ])
            for rule in rules {
                output.rows.append([
                    .text(rule.code), .text(catalogue.severity(rule.code)), .text(rule.versions.first?.year.description ?? ""),
                    .text(rule.versions.dropFirst().map(\.year.description).joined(separator: " ")),
                    .text(catalogue.years.withdrawn(rule.code)?.description ?? ""), .text(rule.reports.map(\.name).joined(separator: " ")), .text(rule.title),
                ])
            }
            try output.print(options.format)
            if options.format == .text { print("\n \(ValidationPrinter.count(rules.count, "rule"))\(year.map { " active in \($0)" } ?? ", of all years")") }
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run the cases that stand beside the rules.", discussion: "Exit code 1 when a case does not end as it says.")
        @Argument(help: "rules, by code; without any, all of them") var codes: [String] = []
        @OptionGroup var options: Options

        func run() async throws {
            let home = try Home.locate()
            let catalogue = try Catalogue(home: home)
            let result = try CaseSuite(catalogue, home: home).run(codes, try await options.connect())
            for failure in result.failures { print(failure) }
            let counts = "\(ValidationPrinter.count(result.rules.count, "rule")), \(ValidationPrinter.count(result.cases, "case"))"
            guard result.failures.isEmpty else { throw Ending(code: 1, text: "failed: \(counts), \(result.failures.count) wrong") }
            options.note("\(counts): all as they should be")
        }
    }
}
