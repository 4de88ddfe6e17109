import ArgumentParser
import Formats
import Foundation
import Postgres
import Warehouse

struct QuarantineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine", abstract: "Rows that could not be made into records.", subcommands: [List.self, Show.self, Export.self, Retry.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Rows set aside: file, row, column, reason. No values.")
        @Flag(help: "those resolved as well") var all = false
        @OptionGroup var options: Options
        func run() async throws {
            let home = try options.home()
            let lines = try Quarantine(db: try await options.warehouse(home)).list(open: !all)
            var output = Output(columns: [
                .init(title: "no.", name: "quarantine_id", number: true), .init(title: "dataset", name: "dataset"), .init(title: "file", name: "file"),
                .init(title: "row", name: "row", number: true), .init(title: "column", name: "column"), .init(title: "reason", name: "reason"),
                .init(title: "resolved", name: "resolution"), .init(title: "part", name: "part"),
            ])
            output.rows = lines.map {
                [
                    .number($0.id), .text($0.dataset), .text($0.file), .number($0.row), .text($0.column ?? ""), .text($0.reason), .text($0.resolved ?? ""),
                    .text($0.part ?? ""),
                ]
            }
            try output.print(options.format)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "One row as it stood in the file. Shows values of a person.")
        @Argument var number: Int
        @OptionGroup var options: Options
        func run() async throws {
            let home = try options.home()
            let (line, fields) = try Quarantine(db: try await options.warehouse(home)).show(number)
            if options.format == .text {
                print("\(FileReport.title(line.file, line.part)) row \(line.row)\(line.column.map { ", \($0)" } ?? ""): \(line.reason)\n")
            }
            var output = Output(columns: [.init(title: "column", name: "column"), .init(title: "text", name: "text")])
            output.rows = fields.map { [.text($0.column), .text($0.text)] }
            try output.print(options.format)
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write the open rows of one dataset as CSV, to be corrected and loaded.")
        @Argument(help: "a dataset, for example social-care/ssda903_reviews") var dataset: String
        @Option(help: ArgumentHelp("the file to write", valueName: "file")) var out: String
        @OptionGroup var options: Options
        func run() async throws {
            let home = try options.home()
            guard let contract = home.contracts.first(where: { $0.dataset == dataset || $0.table == dataset }) else {
                throw WarehouseError.usage("there is no dataset of that name")
            }
            let quarantine = Quarantine(db: try await options.warehouse(home))
            let names = contract.columns.map(\.name)
            let writer = try CSVWriter(path: out)
            try writer.write(names)
            var count = 0
            for line in try quarantine.list(open: true) where line.dataset == contract.dataset {
                let fields = Dictionary(try quarantine.show(line.id).fields.map { ($0.column, $0.text) }, uniquingKeysWith: { a, _ in a })
                try writer.write(names.map { fields[$0] ?? "" })
                count += 1
            }
            try writer.finish()
            options.note("\(count) rows written to \(out)")
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read the open rows again, after a contract or a code list was corrected.",
            discussion: "Rows that can be read now are loaded as part of the day their file showed. Rows that cannot stay in quarantine.")
        @OptionGroup var options: Options
        func run() async throws {
            let home = try options.home()
            let db = try await options.warehouse(home)
            let settings = try options.configuration(home)
            let moment = Moment.now
            let reports = try QuarantineRetry(home: home, db: db).run(recordedAt: moment.iso, today: moment.today) { request in
                try LoadPrinter(options: options).load(request, home: home, settings: settings, db: db)
            }
            if options.format != .text { try LoadPrinter.print(files: reports.flatMap(\.files), options.format) }
            if reports.isEmpty { options.note("nothing is in quarantine") }
            if reports.contains(where: \.needsAttention) { throw Ending.attention("rows are still in quarantine") }
        }
    }
}
