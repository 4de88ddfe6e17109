import Vocabulary

/// What an agency's systems unload: its files, and what they say of each person.
///
/// ```swift
/// struct DentalFeed: AgencyFeed {
///     static let agency = "health"
///     static let checks = FeedTable(workbook: "Dental {month}.xlsx", sheet: "Dental checks", header: ["NHS No", "Surname", "Check date"])
///     static let tables = [checks]
///     static let habits = SpellingHabits(nhsNumber: 0.97)
///     init(_ world: FeedWorld) throws { self.world = world }
///     mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
///         try files.add(Self.checks, [.text(told.nhsNumber), .text(told.surname), .date(day)])
///     }
/// }
/// ```
protocol AgencyFeed: Sendable {
    /// The agency: its folder below `inbox/`, below `etl/`, and its name in the truth.
    static var agency: String { get }
    /// The feed whose tables it writes, delivered together in a folder of that name; nil: a folder of the agency, in which each file is known by its columns.
    static var family: String? { get }
    /// Every table that it writes. All are there even when nobody is in them.
    static var tables: [FeedTable] { get }
    static var documents: [FeedDocument] { get }
    /// The collection year that its delivery is declared to be of, and the day: for most feeds no year, and the as-at day of all files.
    static func delivery(asAt: CalendarDate) -> (year: CollectionYear?, asAt: CalendarDate)
    /// How it knows and spells people.
    static var habits: SpellingHabits { get }

    init(_ world: FeedWorld) throws

    /// What comes before the first person: the head of an XML document.
    mutating func begin(_ files: FeedFiles) throws

    /// Writes what the agency knows of a life up to the as-at date; nothing, where it knows nothing. Lives come in the order of their index: first
    /// all who were ever in care, then those who never were (``Life/outside``).
    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws

    /// Writes, after all lives, the rows that are not about them: homes, households, workers, and people whom nobody knows (``FeedFiles/stranger(_:)``).
    mutating func writeOthers(to files: FeedFiles) throws
}

extension AgencyFeed {
    static var family: String? { nil }
    /// The folder below `inbox/`, and what a plan calls the feed.
    static var name: String { family ?? agency }
    static var documents: [FeedDocument] { [] }
    static func delivery(asAt: CalendarDate) -> (year: CollectionYear?, asAt: CalendarDate) { (nil, asAt) }
    mutating func begin(_ files: FeedFiles) throws {}
    mutating func writeOthers(to files: FeedFiles) throws {}
}

/// The agencies whose feeds are written, in the order of their names.
enum AgencyFeeds {
    static let all: [any AgencyFeed.Type] = [
        AdoptionFeed.self,
        AnnexAFeed.self,
        CINCensusFeed.self,
        CarersFeed.self,
        HealthFeed.self,
        PoliceFeed.self,
        ReferenceFeed.self,
        ReviewingFeed.self,
        SSDFeed.self,
        TopUpFeed.self,
        VirtualSchoolFeed.self,
        VoiceFeed.self,
        WorkforceFeed.self,
        YouthJusticeFeed.self,
    ]
}
