import Vocabulary

/// The council's own case system, unloaded as the Standard Safeguarding Dataset: 46 tables of one day, as one delivery.
///
/// What it says of care is what the SSDA903 files say: both are views of the same ``Life``. It has whoever was active in the last six years.
struct SSDFeed: AgencyFeed {
    static let agency = "social-care"
    static let family: String? = "ssd"
    static let tables = SSDTables.all

    /// The system of record: its own identifier, and names as they are.
    static let habits = SpellingHabits(localID: 1, nhsNumber: 0.96, upn: 1, misspelt: 0, nickname: 0, otherSurname: 0, plainLetters: 0, swappedDate: 0)

    let world: FeedWorld
    /// The newest collection year: codes are those in force in it.
    let year: CollectionYear
    /// Workers who had to do with a child; they are written at the end.
    var workers: Set<Worker> = []
    let disabled: Double
    let interviewOffered: Double
    let interviewAccepted: Double
    let stories: HealthStoryMaker

    init(_ world: FeedWorld) throws {
        self.world = world
        year = world.plan.years.last ?? CollectionYear(containing: world.asAt)
        disabled = try world.share("disabled")
        interviewOffered = try world.share("return_interview_offered")
        interviewAccepted = try world.share("return_interview_accepted")
        stories = try HealthStoryMaker(world)
    }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard isActive(life) else { return }
        try person(life, told, files)
        let story = SafeguardingStory(of: life, in: world)
        try safeguarding(story, life, files)
        try allocations(story, life, files)
        guard life.outside == nil, let first = life.periods.first, first.start <= world.asAt else { return }
        try care(life, story, files)
        try visitsAndPlans(life, files)
        try proceedings(life, files)
        try voice(life, files)
        try reviewsAndAbsences(life, files)
        try permanence(life, files)
        try health(life, files)
        try workers(of: life, files)
        try leavingCare(life, files)
    }

    mutating func writeOthers(to files: FeedFiles) throws { try workforce(files) }

    /// Known to the system in the last six years, or still served: the window that the data set is unloaded with.
    func isActive(_ life: Life) -> Bool {
        if let outside = life.outside { return outside.referred <= world.asAt }
        guard let first = life.periods.first, first.start <= world.asAt else { return false }
        return life.leftCare >= world.since(months: 72) || LeavingCare(of: life, in: world) != nil
    }

    /// A day that has come, or nil.
    func known(_ day: CalendarDate) -> CalendarDate? { day <= world.asAt ? day : nil }

    /// The identifier of a row about a child: `L1234567-2`.
    func row(_ kind: String, _ life: Life, _ number: Int) -> Cell { .text("\(kind)\(life.child)-\(number)") }

    func child(_ life: Life) -> Cell { .text(String(life.child)) }

    /// Flags as the data set has them: `{"NFA_FLAG": "N", "ADVICE_FLAG": "Y"}`.
    static func flags(_ all: [String], set: Set<String>) -> Cell {
        .text("{" + all.map { "\"\($0)\": \"\(set.contains($0) ? "Y" : "N")\"" }.joined(separator: ", ") + "}")
    }
}
