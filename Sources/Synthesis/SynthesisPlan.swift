import Vocabulary

/// What to make: how many fictitious children, for which collection years, and how dirty the files are.
public struct SynthesisPlan: Sendable {
    /// Children in care (short breaks left out) at the end of the newest year, or on `asAt` when that is earlier.
    /// Exactly this number is made; children who left before, care leavers and short-break children come on top.
    public var children: Int
    /// The same seed gives the same bytes. Each life has a stream of its own, so more children leave the earlier ones as they are.
    public var seed: UInt64
    /// Collection years to write, oldest first and without gaps.
    public var years: [CollectionYear]
    /// Share of rows, 0 to 1, in which one fault is planted. 0 gives clean files.
    public var mess: Double
    /// DfE number of the authority, three digits.
    public var authority: String
    /// Nine-character codes of the authority's own districts (its own code where it has none), on which its postcodes are laid.
    public var districts: [String]
    /// Nothing dated after this day is known to any file; nil means that every year is complete.
    public var asAt: CalendarDate?
    /// Feeds to write: `ssda903`, and agencies of ``knownFeeds``.
    public var feeds: Set<String>
    /// The day of the agencies' files, where they are to be older than the newest known day: the same lives, told earlier.
    public var feedsAsAt: CalendarDate?
    /// Children in need who never came into care, for each child in care. England has about five; two keep the files small.
    public var outsidePerChild: Double
    /// Bank holidays and terms, for all feeds but the 903.
    public var calendar: SynthesisCalendar
    /// Shares that the agencies' feeds are drawn with.
    public var profile: Profile

    /// Feeds that can be written.
    public static var knownFeeds: [String] { ["ssda903"] + AgencyFeeds.all.map { $0.name } }

    /// The years for which the layout of the return is known.
    public static let knownYears = CollectionYear(startYear: 2017)...CollectionYear(startYear: 2026)

    /// - Parameters:
    ///   - children: children in care at the end of the newest year
    ///   - seed: any number
    ///   - years: oldest first; by default 2024-25, 2025-26 and 2026-27
    ///   - mess: share of rows with a planted fault, 0 to 1
    ///   - authority: DfE number of the authority
    ///   - districts: codes of the authority's districts; nil for those that are known here, in and around authority 892
    ///   - asAt: last day that is known, where the newest year is still running
    ///   - feeds: what to write; by default the 903 alone, which needs neither calendar nor profile
    ///   - feedsAsAt: the day of the agencies' files; nil for the newest known day
    ///   - outsidePerChild: children in need who never came into care, for each child in care
    ///   - calendar: bank holidays and terms
    ///   - profile: shares that the agencies' feeds are drawn with
    public init(
        children: Int, seed: UInt64,
        years: [CollectionYear] = [2024, 2025, 2026].map(CollectionYear.init(startYear:)),
        mess: Double = 0, authority: String = "892", districts: [String]? = nil, asAt: CalendarDate? = nil,
        feeds: Set<String> = ["ssda903"], feedsAsAt: CalendarDate? = nil, outsidePerChild: Double = 2,
        calendar: SynthesisCalendar = SynthesisCalendar(bankHolidays: [], terms: []), profile: Profile = Profile(numbers: [:])
    ) {
        self.children = children
        self.seed = seed
        self.years = years
        self.mess = mess
        self.authority = authority
        self.districts = districts ?? Districts.of(authority)
        self.asAt = asAt
        self.feeds = feeds
        self.feedsAsAt = feedsAsAt
        self.outsidePerChild = outsidePerChild
        self.calendar = calendar
        self.profile = profile
    }

    /// The newest day that is known: the agencies' files are of this day.
    var asAtDate: CalendarDate { years.last.map(lastKnownDay) ?? CalendarDate(daysSince2000: 0) }

    /// Whether any agency's feed is asked for beside the 903.
    var hasAgencies: Bool { feeds.contains { $0 != "ssda903" } }

    /// Last day that the return of `year` knows.
    func lastKnownDay(of year: CollectionYear) -> CalendarDate { min(year.end, asAt ?? year.end) }

    /// Checks the plan and names every mistake at once.
    /// - Throws: ``SynthesisError/plan(_:)``
    func validate() throws {
        var mistakes: [String] = []
        if !(1...800_000).contains(children) { mistakes.append("children: 1 to 800,000") }
        if !(0...1).contains(mess) { mistakes.append("mess: a share from 0 to 1") }
        if authority.utf8.count != 3 || !authority.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            mistakes.append("authority: a DfE number of three digits")
        }
        if years.isEmpty { mistakes.append("years: at least one collection year") }
        for year in years where !Self.knownYears.contains(year) {
            mistakes.append("years: \(year) is outside \(Self.knownYears.lowerBound) to \(Self.knownYears.upperBound)")
        }
        if zip(years, years.dropFirst()).contains(where: { $0.next != $1 }) {
            mistakes.append("years: oldest first, without gaps")
        }
        if let asAt, let newest = years.last, asAt < newest.start {
            mistakes.append("asAt: not before the newest year starts")
        }
        for feed in feeds.subtracting(Self.knownFeeds).sorted() {
            mistakes.append("feeds: there is no \(feed); there are " + Self.knownFeeds.joined(separator: ", "))
        }
        if let feedsAsAt, feedsAsAt > asAtDate { mistakes.append("feedsAsAt: not after the newest known day, \(asAtDate)") }
        if !(0...10).contains(outsidePerChild) { mistakes.append("outsidePerChild: 0 to 10") }
        if hasAgencies, calendar.terms.isEmpty { mistakes.append("calendar: the agencies' feeds need school terms") }
        guard mistakes.isEmpty else { throw SynthesisError.plan(mistakes) }
    }
}

/// Why nothing, or not everything, could be made.
public enum SynthesisError: Error, Equatable, CustomStringConvertible {
    /// The plan has these mistakes.
    case plan([String])
    /// A folder could not be made: its path and the system's reason.
    case folder(path: String, reason: String)

    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .plan(let mistakes): return "The synthesis plan has mistakes: " + mistakes.joined(separator: "; ")
        case .folder(let path, let reason): return "Cannot make the folder \(path): \(reason). Choose one that can be written."
        }
    }
}
