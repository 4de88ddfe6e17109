import ArgumentParser
import Foundation
import Postgres
import Rules
import Vocabulary
import Warehouse

struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Judge a return by every validation rule of its collection year.",
        discussion: """
            PATH is a folder with a CSV file for each module, known by its columns, or one XML file. Any module may be absent: a rule that needs it says \
            that it could not run. No warehouse is needed. Findings are compared with the last run of the same authority and year; those that were accepted \
            (loxley findings accept) are counted apart. Exit code 3 when there are findings that nobody has accepted.
            """)

    enum Collection: String, ExpressibleByArgument, CaseIterable { case ssda903 }

    @Argument(help: "the collection") var collection: Collection
    @Option(help: ArgumentHelp("collection year, as 2026-27", valueName: "year")) var year: CollectionYear
    @Argument(help: "the return: a folder of CSV files, or one XML file") var path: String?
    @Option(help: ArgumentHelp("last year's return, a folder", valueName: "folder")) var previous: String?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "returns of years before last year, as 2024-25=FOLDER; without a year the first is of the year before --previous, and so on back",
            valueName: "folder")) var earlier: [String] = []
    @Option(help: ArgumentHelp("the returning authority: DfE number or nine-character code (config/loxley.yaml)", valueName: "code")) var la: String?
    @Option(name: .customLong("rule"), parsing: .upToNextOption, help: ArgumentHelp("only these rules", valueName: "code")) var rules: [String] = []
    @Option(help: ArgumentHelp("postcode directory: the National Statistics Postcode Lookup, as CSV (config/loxley.yaml)", valueName: "file"))
    var postcodes: String?
    @Option(parsing: .upToNextOption, help: ArgumentHelp("Ofsted's lists of providers, CSV or XLSX (config/loxley.yaml)", valueName: "file"))
    var providers: [String] = []
    @Option(help: ArgumentHelp("write every finding as CSV", valueName: "file")) var findings: String?
    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("write a report: FILE.html opens in any browser, FILE.xlsx in a spreadsheet; can be given twice", valueName: "file"))
    var reports: [String] = []
    @Flag(help: "with --format json: every finding as well, as the array list") var withFindings = false
    @Flag(help: "print where the time went") var timings = false
    @OptionGroup var options: Options

    /// An option that takes several values takes a path that stands after them too.
    mutating func validate() throws {
        if path == nil {
            if rules.count > 1 || rules.last.map(FileManager.default.fileExists) == true {
                path = rules.removeLast()
            } else if earlier.count > 1 {
                path = earlier.removeLast()
            } else if providers.count > 1 {
                path = providers.removeLast()
            }
        }
        if path == nil { throw ValidationError("the path of the return is missing: a folder of CSV files, or one XML file") }
    }

    func run() async throws {
        for report in reports { _ = try ReportFile(report) }
        if withFindings, options.format != .json { throw ValidationError("--with-findings goes with --format json") }
        let now = Moment.now
        let folder = try Home.locate()
        let settings = try Configuration(path: options.config ?? folder + "/config/loxley.yaml")
        let request = ValidationRequest(
            year: year, path: path ?? "", previous: previous, earlier: try earlierYears(), authority: la ?? String(settings.authority), rules: rules,
            postcodes: postcodes ?? settings.postcodes, providers: providers.isEmpty ? settings.providers : providers)
        // What is wrong with the call is said before a server is started.
        let plan = try ValidationPlan(request, catalogue: try Catalogue(home: folder), home: folder)
        let url = try await options.server()
        let progress = ValidationProgress()
        let isQuiet = options.quiet
        let validator = Validator(progress: { if !isQuiet { progress.update($0, of: $1) } }, connect: { try Connection(url: url) })
        defer { progress.finish() }
        let delivery = ValidationDelivery(
            options: options, home: folder, findings: findings, reports: reports, withFindings: withFindings, timings: timings, recordedAt: now.iso)
        if let found = ValidationDelivery.attention(try validator.run(plan, delivery.deliver)) { throw Ending.attention(found) }
    }

    /// `2024-25=FOLDER`, or a folder alone, which is of the next year back.
    private func earlierYears() throws -> [(year: CollectionYear, path: String)] {
        var next = year.previous.previous
        return earlier.map { text in
            if let mark = text.firstIndex(of: "="), let given = CollectionYear(String(text[..<mark])) {
                return (given, String(text[text.index(after: mark)...]))
            }
            defer { next = next.previous }
            return (next, text)
        }
    }
}
