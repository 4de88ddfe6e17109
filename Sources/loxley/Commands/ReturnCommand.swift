import ArgumentParser
import Formats
import Postgres
import Returns
import Vocabulary
import Warehouse

struct ReturnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "Write a DfE return: every module of a collection year, in DfE column order.",
        discussion: """
            What a feed asserted for the authority and year comes back as asserted; other modules, and everything with --derive, are selected \
            from the star by the collection's cohort rules. What is built is validated by every rule of its year, with all earlier years that the \
            warehouse holds beside it. Exit code 3 when there are findings.

            With --as-recorded the return is made from what had been recorded at that moment, in a database of its own on the same server, which needs \
            the right to make one and as much space again. The same moment gives the same bytes, whatever was loaded since. What has been deleted since \
            because nobody knew whom it was about cannot be had again; contracts, rules, code lists and calendars are those of now.
            """)

    enum Collection: String, ExpressibleByArgument, CaseIterable { case ssda903 }

    @Argument(help: "the collection") var collection: Collection
    @Option(help: ArgumentHelp("collection year, as 2026-27", valueName: "year")) var year: CollectionYear
    @Option(help: ArgumentHelp("folder to write", valueName: "folder")) var out: String
    @Option(help: ArgumentHelp("authority, by DfE number (config/loxley.yaml)", valueName: "code")) var la: Int?
    @Flag(help: "select everything from the star by the cohort rules") var derive = false
    @Option(help: ArgumentHelp("write every record left out, and by which rule, as CSV", valueName: "file")) var explain: String?
    @Flag(help: "write the XML file as well") var xml = false
    @Flag(inversion: .prefixedNo, help: "judge what is built by the rules of its year") var validation = true
    @Option(help: ArgumentHelp("write every finding as CSV", valueName: "file")) var findings: String?
    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("write a report of the findings: FILE.html opens in any browser, FILE.xlsx in a spreadsheet; can be given twice", valueName: "file"))
    var reports: [String] = []
    @Option(help: ArgumentHelp("postcode directory for the rules: the National Statistics Postcode Lookup, as CSV (config/loxley.yaml)", valueName: "file"))
    var postcodes: String?
    @Option(parsing: .upToNextOption, help: ArgumentHelp("Ofsted's lists of providers for the rules, CSV or XLSX (config/loxley.yaml)", valueName: "file"))
    var providers: [String] = []
    @OptionGroup var known: AsRecordedOption
    @OptionGroup var options: Options

    func run() async throws {
        for report in reports { _ = try ReportFile(report) }
        let home = try options.home()
        let settings = try options.configuration(home)
        try await options.withWarehouse(home, known) { try await write(from: $0, home, settings) }
    }

    private func write(from warehouse: WarehouseInUse, _ home: Home, _ settings: Configuration) async throws {
        let request = ReturnRequest(authority: la ?? settings.authority, year: year, directory: out, derive: derive, explain: explain, xml: xml)
        let summary = try SSDA903Return(contracts: home.contracts).write(request, from: warehouse.db)
        if options.format == .text { print("ssda903 \(year) · authority \(request.authority) · \(derive ? "derived from the star" : "as asserted")\n") }
        var output = Output(columns: [
            .init(title: "module", name: "module"), .init(title: "file", name: "file"), .init(title: "rows", name: "rows", number: true),
            .init(title: "from", name: "from"),
        ])
        output.rows = summary.modules.map { [.text($0.module), .text($0.file), .number($0.rows), .text($0.asserted ? "asserted" : "derived")] }
        try output.print(options.format, footer: [.text("total"), .text(""), .number(summary.modules.reduce(0) { $0 + $1.rows }), .text("")])
        if options.format == .text {
            if summary.leftOut > 0 {
                print("\n \(TerminalTable.thousands(summary.leftOut)) records left out")
                for line in summary.leftOutByRule { print("   \(line.module), \(line.rule): \(TerminalTable.thousands(line.rows))") }
                print(explain.map { "   each with its rule in \($0)" } ?? "   name a file with --explain to see each with its rule")
            }
            if summary.duplicates > 0 { print("\n \(summary.duplicates) exact duplicates were counted once") }
        }
        for note in summary.notes { options.note(note) }
        guard validation else { return }
        let judged = ReturnValidation(
            options: options, home: home, postcodes: postcodes ?? settings.postcodes, providers: providers.isEmpty ? settings.providers : providers,
            findings: findings, reports: reports, recordedAt: Moment.now.iso)
        if let found = try judged.run(request, from: warehouse) { throw Ending.attention(found) }
    }
}
