import ArgumentParser
import Formats
import Postgres
import Vocabulary
import Warehouse

struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Load files or folders as one delivery.",
        discussion: """
            FEED is a dataset or a family (ssda903: its modules, each file known by its columns). A delivery is loaded as a whole or not at all.
            Without --as-at the files show the day of receipt, or the last day of a year that is over.
            """)

    @Argument(help: "ssda903, or a dataset of etl/") var feed: String
    @Argument(help: "files and folders") var paths: [String]
    @Option(help: ArgumentHelp("authority, by DfE number (config/loxley.yaml)", valueName: "code")) var la: Int?
    @Option(help: ArgumentHelp("collection year, as 2026-27", valueName: "year")) var year: CollectionYear?
    @Option(help: ArgumentHelp("the day whose position the files show, as 2026-09-30", valueName: "date")) var asAt: CalendarDate?
    @Option(help: ArgumentHelp("retire more records than the guard allows, for this reason", valueName: "reason")) var acceptVolume: String?
    @Flag(help: "print where the time went") var timings = false
    @OptionGroup var options: Options

    func run() async throws {
        let home = try options.home()
        let settings = try options.configuration(home)
        let moment = Moment.now
        // What is wrong with the call is said before a server is started.
        _ = try home.datasets(of: feed)
        let db = try await options.warehouse(home)
        let request = LoadRequest(
            feed: feed, authority: la ?? settings.authority, year: year, asAt: asAt, acceptVolume: acceptVolume, paths: paths, recordedAt: moment.iso,
            today: moment.today)
        let report = try LoadPrinter(options: options, timings: timings).load(request, home: home, settings: settings, db: db)
        if options.format != .text { try LoadPrinter.print(files: report.files, options.format) }
        if report.needsAttention { throw Ending.attention("loaded, needs attention") }
    }
}

/// Runs a load with progress and prints what came of it.
struct LoadPrinter {
    let options: Options
    var timings = false

    /// Loads one delivery and prints what came of it.
    func load(_ request: LoadRequest, home: Home, settings: Configuration, db: Connection) throws -> LoadReport {
        let report = try load(together: [request], home: home, settings: settings, db: db)[0].get()
        if options.format == .text { try explain(report) }
        return report
    }

    /// Loads deliveries that came together.
    func load(together requests: [LoadRequest], home: Home, settings: Configuration, db: Connection) throws -> [Result<LoadReport, any Error>] {
        let clock = ContinuousClock.now
        func elapsed() -> Double { (ContinuousClock.now - clock).seconds }
        var line: (title: String, progress: ProgressLine)?
        func show(_ title: String, _ done: Int, of total: Int?, _ unit: ProgressLine.Unit) {
            if line?.title != title {
                line?.progress.finish()
                line = (title, ProgressLine(title: title, total: total, unit: unit, since: elapsed(), elapsed: elapsed))
            }
            line?.progress.update(done)
        }
        let loader = Loader(home: home, db: db, archive: Archive(folder: try options.files().archive), workMemory: settings.workMemory) { step in
            guard !options.quiet else { return }
            switch step {
            case .waiting: options.note("waiting for another load to end")
            case .reading(let title, let bytes, let total): show("reading \(title)", bytes, of: total, .bytes)
            case .deriving(let tables, let total): show("deriving the star", tables, of: total, .things("tables"))
            }
        }
        defer { line?.progress.finish() }
        return try loader.load(together: requests)
    }

    /// Where the time went, longest first.
    static func print(timings: [(step: String, seconds: Double)]) {
        Swift.print("\n where the time went")
        for (step, seconds) in timings.sorted(by: { $0.seconds > $1.seconds }) where seconds >= 0.005 {
            Swift.print("  \(String(repeating: " ", count: max(0, 34 - step.count)))\(step)  \(String(Double(Int(seconds * 100)) / 100))s")
        }
    }

    static func print(files: [FileReport], _ format: Options.Format) throws {
        var output = Output(
            columns: [
                .init(title: "feed", name: "feed"), .init(title: "dataset", name: "dataset"), .init(title: "file", name: "file"),
                .init(title: "sha256", name: "sha256"), .init(title: "status", name: "status"),
            ]
                + RowCounts.fields.map { .init(title: $0.name, name: $0.name, number: true) }
                + [.init(title: "seconds", name: "seconds", number: true), .init(title: "part", name: "part"), .init(title: "reason", name: "reason")])
        for file in files {
            output.rows.append(
                [.text(file.feed), .text(file.dataset), .text(file.file), .text(file.sha256), .text(file.status.rawValue)]
                    + RowCounts.fields.map { .number(file.counts[keyPath: $0.path]) } + [
                        .decimal(file.seconds), file.part.map { .text($0) } ?? .none, file.reason.map { .text($0) } ?? .none,
                    ])
        }
        try output.print(format)
    }

    private func explain(_ report: LoadReport) throws {
        Swift.print("\(report.feed) \(report.scope) · authority \(report.authority) · as at \(report.asAt)\n")
        if report.wasAlreadyLoaded {
            for file in report.files { Swift.print(" \(file.title): \(file.status.rawValue)") }
            Swift.print("\nalready loaded: the same bytes came before for this authority and year (declare another day with --as-at to load them again)")
            return
        }
        let shown: [(String, KeyPath<RowCounts, Int>)] = [
            ("read", \.read), ("new", \.new), ("changed", \.changed), ("unchanged", \.unchanged), ("dup", \.duplicate), ("conflict", \.conflict),
            ("stale", \.stale), ("ignored", \.ignored), ("quarantined", \.quarantined),
        ]
        var output = Output(
            columns: [.init(title: "file", name: "file")] + shown.map { .init(title: $0.0, name: $0.0, number: true) } + [
                .init(title: "time", name: "seconds", number: true)
            ])
        for file in report.files where file.status != .otherSheet {
            output.rows.append(
                [.text(file.status == .loaded ? file.title : "\(file.title) (\(file.status.rawValue))")]
                    + shown.map { .number(file.counts[keyPath: $0.1]) } + [.text(file.status == .loaded ? "\(Output.Cell.decimal(file.seconds).shown)s" : "")])
        }
        let total = report.total
        let seconds = report.timings.reduce(0) { $0 + $1.seconds }
        try output.print(.text, footer: [.text("total")] + shown.map { .number(total[keyPath: $0.1]) } + [.text("\(Output.Cell.decimal(seconds).shown)s")])
        let thousands = { (n: Int) in TerminalTable.thousands(n) }
        Swift.print(
            " retired \(thousands(total.retired)) · waiting \(thousands(total.waiting)) · unusable \(thousands(total.unusable)) · "
                + "\(thousands(report.childrenDerived)) children derived again")
        if timings { LoadPrinter.print(timings: report.timings) }
        attention(report, total)
    }

    /// What a person should look at.
    func attention(_ report: LoadReport, _ total: RowCounts) {
        if total.quarantined > 0 {
            Swift.print("\n \(total.quarantined) row\(total.quarantined == 1 ? "" : "s") in quarantine")
            for file in report.files {
                for row in file.setAside.prefix(5) {
                    Swift.print("   \(file.title) row \(TerminalTable.thousands(row.row))\(row.column.map { ", \($0)" } ?? ""): \(row.reason)")
                }
            }
            let first = report.files.flatMap(\.setAside).first.map { " · loxley quarantine show \($0.quarantineID)" } ?? ""
            Swift.print("   loxley quarantine list\(first)")
        }
        let unknown = report.files.flatMap { file in file.unknownCodes.map { (file, $0) } }
        if !unknown.isEmpty {
            Swift.print("\n codes not known, loaded as given")
            for (file, codes) in unknown.prefix(10) {
                Swift.print(
                    "   \(file.title) \(codes.column): \(codes.spellings) spelling\(codes.spellings == 1 ? "" : "s"), \(codes.rows) row\(codes.rows == 1 ? "" : "s")"
                )
            }
            Swift.print("   loxley codes review")
        }
        let unreadable = report.files.flatMap { file in file.unreadable.map { (file, $0) } }
        if !unreadable.isEmpty {
            Swift.print("\n optional values that cannot be read; the text is kept, the value is empty")
            for (file, found) in unreadable.prefix(10) { Swift.print("   \(file.title) \(found.column): \(found.rows) row\(found.rows == 1 ? "" : "s")") }
        }
        let columns = report.files.flatMap { file in file.unknownColumns.map { (file, $0) } }
        if !columns.isEmpty {
            Swift.print("\n columns that no contract names; what they hold was not taken")
            for (file, column) in columns.prefix(20) { Swift.print("   \(file.title): \(column)") }
            if columns.count > 20 { Swift.print("   and \(columns.count - 20) more") }
            Swift.print("   a new name goes to the column's aliases: in the contract under etl/, a column that is not wanted to ignore:")
        }
        for file in report.files where !file.absentColumns.isEmpty {
            Swift.print("\n \(file.title): \(file.absentColumns.joined(separator: ", ")); loaded as empty")
        }
        let aside = report.files.filter { $0.status == .leftAside }
        let others = report.files.filter { $0.status == .otherSheet }
        if !others.isEmpty { Swift.print("\n worksheets that are no list of \(report.feed): \(others.map(\.title).joined(separator: ", "))") }
        if !aside.isEmpty { Swift.print("\n left aside, no module of \(report.feed): \(aside.map(\.title).joined(separator: ", "))") }
    }
}
