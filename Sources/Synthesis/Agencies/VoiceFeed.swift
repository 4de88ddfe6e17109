import Vocabulary

/// Advocacy service, independent visitors, complaints: what children say, and to whom.
///
/// The advocates visit each children's home; a visit has a row for each child whom they met.
struct VoiceFeed: AgencyFeed {
    static let agency = "voice"

    static let visits = FeedTable(
        csv: "Advocacy residential visits {quarter}.csv", style: .init(dates: .monthName, yes: "Yes", no: "No", encoding: .windows1252),
        header: [
            "Visit Ref", "Visit Date", "Ofsted URN", "Home", "Advocate", "LA Child ID", "First Name", "Last Name", "D.O.B", "Spoken To", "Issue Raised",
            "Issue Theme",
        ])

    static let tables = [visits]

    /// An advocacy charity: no NHS number, no pupil number; the authority's identifier mostly, and names as the children give them.
    static let habits = SpellingHabits(localID: 0.85, staleLocalID: 0.03, misspelt: 0.03, nickname: 0.3)

    private let world: FeedWorld
    private let visitedInTime: Double
    private let issue: Double

    init(_ world: FeedWorld) throws {
        self.world = world
        visitedInTime = try world.share("residential_visits_in_12_weeks")
        issue = try world.share("issue_raised_at_visit")
    }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        let since = world.since(months: 24)
        for stay in life.stays where stay.placement.kind == .childrensHome && stay.end > since && stay.start <= world.asAt {
            for day in visitDays(to: stay.placement.urn) where day >= max(stay.start, since) && day < stay.end && day <= world.asAt {
                var random = world.random(life, "visit", Int(day.daysSince2000))
                // Out at school, or not in the mood: about one in three is not met.
                guard random.chance(0.68) else { continue }
                let raised = random.chance(issue)
                try files.add(
                    Self.visits,
                    [
                        .text(reference(stay.placement.urn, day)), .date(day), .text(stay.placement.urn.text),
                        .text(HomeName.of(stay.placement.urn)), .text(advocate(stay.placement.urn)), .text(told.localID), .text(told.forename),
                        .text(told.surname), .date(told.birth), .yes(true), .yes(raised), .code(raised ? random.pick(Self.themes) : nil),
                    ])
            }
        }
    }

    /// Children of other authorities live in the same homes.
    mutating func writeOthers(to files: FeedFiles) throws {
        let home = ProviderID(number: 9)
        for (number, day) in visitDays(to: home).enumerated() where number % 3 == 0 && day >= world.since(months: 24) {
            let told = files.stranger(number)
            try files.add(
                Self.visits,
                [
                    .text(reference(home, day)), .date(day), .text(home.text), .text(HomeName.of(home)), .text(advocate(home)), .blank,
                    .text(told.forename), .text(told.surname), .date(told.birth), .yes(true), .yes(false), .blank,
                ])
        }
    }

    /// Every 12 weeks, mostly.
    private func visitDays(to home: ProviderID) -> [CalendarDate] {
        var random = world.random("home", Int(home.number))
        let opened = CalendarDate(daysSince2000: Int32(5_500 + random.within(0...900)))
        return Rhythm.days(from: opened, until: world.asAt + 1, inTime: visitedInTime, calendar: world.calendar, &random) { _ in 84 }
    }

    private func reference(_ home: ProviderID, _ day: CalendarDate) -> String { "RV\(home.number)-\(day.daysSince2000)" }

    private func advocate(_ home: ProviderID) -> String { WorkerName.of(900_000 + Int(home.number) % 7) }

    private static let themes = Weighted(
        ("Family time", 24.0), ("Placement", 22), ("Social worker", 15), ("Education", 9), ("Money and belongings", 12), ("Health", 5), ("Care plan", 13))
}
