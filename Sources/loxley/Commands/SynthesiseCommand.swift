import ArgumentParser
import Formats
import Rules
import Synthesis
import Vocabulary
import Warehouse

struct SynthesiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "synthesise", abstract: "Make extracts of fictitious children, with the truth about them.")
    @Option(help: "children in care at the end of the newest year, about") var children = 700
    @Option(help: "the same seed makes the same children") var seed: UInt64 = 1
    @Option(help: ArgumentHelp("folder to write", valueName: "folder")) var out: String
    @Option(help: "share of rows with planted faults, 0 to 1") var mess = 0.0
    @Option(help: ArgumentHelp("newest collection year", valueName: "year")) var year: CollectionYear = CollectionYear(startYear: 2026)
    @Option(help: "how many collection years") var years = 3
    @Option(help: ArgumentHelp("authority, by DfE number", valueName: "code")) var la = "892"
    @Option(help: ArgumentHelp("the newest year as it stood on this day", valueName: "date")) var asAt: CalendarDate?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("feeds to write: \(SynthesisPlan.knownFeeds.joined(separator: ", ")); all without it", valueName: "feed"))
    var only: [String] = []
    @Option(help: ArgumentHelp("the agencies' files as they stood on an earlier day; the children are the same", valueName: "date"))
    var feedsAsAt: CalendarDate?
    @Option(help: ArgumentHelp("shares to draw with, of config/profiles", valueName: "name")) var profile = "england"
    @Option(help: "children in need who never came into care, for each child in care") var outside = 2.0
    @Option(help: ArgumentHelp("school terms of daily attendance, the present one last; 1 without it", valueName: "terms")) var attendanceTerms: Int?
    @OptionGroup var options: Options

    func run() throws {
        guard years >= 1 else { throw ValidationError("--years is at least 1") }
        if let attendanceTerms, attendanceTerms < 0 { throw ValidationError("--attendance-terms is 0 or more") }
        let home = try Home.locate()
        let authorities = try Authorities(home: home)
        let authority = try authorities.authority(la)
        let plan = SynthesisPlan(
            children: children, seed: seed, years: (0..<years).reversed().map { CollectionYear(startYear: year.startYear - $0) }, mess: mess,
            authority: authority.number, districts: authorities.districts(of: authority), asAt: asAt,
            feeds: Set(only.isEmpty ? SynthesisPlan.knownFeeds : only), feedsAsAt: feedsAsAt, outsidePerChild: outside,
            calendar: try SynthesisCalendar(folder: home + "/config/calendars"),
            profile: try Profile(name: profile, folder: home + "/config/profiles").saying(attendanceTerms.map(Double.init), "virtual-school.attendance_terms"))
        let clock = ContinuousClock.now
        var line = ProgressLine(
            title: "synthesising", total: nil, unit: .things("children"),
            elapsed: {
                let passed = (ContinuousClock.now - clock).components
                return Double(passed.seconds) + Double(passed.attoseconds) / 1e18
            })
        let summary = try Synthesiser.write(plan, to: out) { if !options.quiet { line.update($0) } }
        line.finish()
        if !options.quiet { print(summary) }
    }
}
