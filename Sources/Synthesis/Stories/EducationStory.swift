import Vocabulary

/// What happened to a child's education while in care, as far as records tell. Codes are those of `config/codes`. A pure function of life and plan.
struct EducationStory: Sendable {
    /// A school place, or a time without one.
    struct Place: Sendable {
        var start: CalendarDate
        /// Last day; nil while it lasts.
        var end: CalendarDate?
        /// Nil for tuition, secure settings and no provision.
        let school: School?
        /// Code list provision_type.
        let kind: String
        /// Code list school_phase.
        let phase: String
        var partTime: (from: CalendarDate, review: CalendarDate)?
        /// Code list school_leaving_reason.
        var leaving: String?

        func covers(_ day: CalendarDate) -> Bool { start <= day && end.map { $0 >= day } ?? true }
    }

    struct Need: Sendable {
        let start: CalendarDate
        var end: CalendarDate?
        /// Code list sen_provision.
        let provision: String
        /// Code list sen_need.
        var primary: String?
        var secondary: String?
        var reviewed: CalendarDate?
    }

    struct Exclusion: Sendable {
        let start: CalendarDate
        let end: CalendarDate?
        /// Code list exclusion_category.
        let category: String
        let sessions: Int
        /// Code list exclusion_reason.
        let reasons: [String]
        let school: School?
    }

    /// A personal education plan.
    struct Plan: Sendable {
        let term: SynthesisCalendar.Term
        let isInitial: Bool
        var due: CalendarDate
        var booked: CalendarDate?
        var held: CalendarDate?
        var submitted: CalendarDate?
        var signedOff: CalendarDate?
        /// Code list pep_status.
        var status: String
        /// Code list pep_quality.
        var quality: String?
    }

    struct Result: Sendable {
        /// Code list attainment_stage.
        let stage: String
        /// The year in which the stage ended, by its first September.
        let academicYear: Int
        var school: School?
        var goodLevel: Bool?
        var phonics: Int?
        /// Reading, writing, mathematics; code list attainment_outcome.
        var outcomes: [String] = []
        /// Scaled scores in reading, mathematics, grammar.
        var scores: [Int] = []
        var english: String?
        var maths: String?
        var attainment8: Double?
        var progress8: Double?
        /// Code list no_progress_8.
        var noProgress8: String?
    }

    struct Activity: Sendable {
        let start: CalendarDate
        var end: CalendarDate?
        /// Code list post16_activity.
        let kind: String
        var school: School?
        /// Code list post16_level.
        var level: String?
        /// Code list neet_reason.
        var whyNone: String?
        var outcome: String?
    }

    var places: [Place] = []
    var needs: [Need] = []
    var exclusions: [Exclusion] = []
    var plans: [Plan] = []
    var results: [Result] = []
    var activities: [Activity] = []

    func place(on day: CalendarDate) -> Place? { places.last { $0.covers(day) } }
    func provision(on day: CalendarDate) -> String { needs.last { $0.start <= day }?.provision ?? "N" }
}

/// Makes education stories. Nothing after the as-at date is told, but meetings that are booked.
struct EducationStoryMaker: Sendable {
    /// So many months back from the as-at date the story reaches.
    static let months = 24

    let plan: SynthesisPlan
    let asAt: CalendarDate
    let since: CalendarDate
    let calendar: SynthesisCalendar
    /// School days of the terms told of, in order.
    let schoolDays: [CalendarDate]
    let terms: [SynthesisCalendar.Term]
    let shares: Shares

    /// Shares of the profile, section `virtual-school`.
    struct Shares: Sendable {
        let pep, pepEarly, pepAfter16, initialPEP, suspended: Double
    }

    /// - Throws: ``SynthesisError/plan(_:)`` where the profile does not say a share.
    init(_ world: FeedWorld) throws {
        plan = world.plan
        asAt = world.asAt
        let since = world.since(months: Self.months)
        self.since = since
        calendar = world.calendar
        terms = world.calendar.terms(from: since, to: world.asAt)
        schoolDays = terms.flatMap { term in (0...(term.end - term.start)).map { term.start + $0 } }.filter { world.calendar.isWorking($0) }
        func share(_ name: String) throws -> Double { try world.share("virtual-school." + name) }
        shares = Shares(
            pep: try share("pep_termly"), pepEarly: try share("pep_termly_early_years"), pepAfter16: try share("pep_termly_after_16"),
            initialPEP: try share("initial_pep_in_10_working_days"), suspended: try share("suspended_in_term"))
    }

    /// The story of a life; nil for a child who was not in care within the months told of, in short breaks only, or too young.
    func story(of life: Life) -> EducationStory? {
        let periods = life.periods.filter { $0.start <= asAt && $0.end > since }
        guard !life.isShortBreak, let last = periods.last else { return nil }
        // From nursery to the end of year 13.
        guard Self.yearGroup(life, on: min(asAt, last.end)) >= -1, periods.contains(where: { Self.yearGroup(life, on: max($0.start, since)) <= 13 }) else {
            return nil
        }
        var story = EducationStory()
        story.needs = needs(life)
        story.places = places(life)
        for period in periods {
            story.plans += plans(life, period)
            story.activities += activities(life, period, story)
        }
        story.exclusions = periods.flatMap { exclusions(life, $0, story) }
        story.results = results(life, story)
        return story
    }

    /// A stream of its own for a life and purpose, whichever agency asks.
    func stream(_ life: Life, _ purpose: String, _ detail: Int = 0) -> RandomStream {
        RandomStream(seed: plan.seed, index: life.index, feed: "story/education/" + purpose, detail: detail)
    }

    /// The first September's year of the academic year in which the day lies.
    static func academicYear(_ day: CalendarDate) -> Int { day.month >= 9 ? day.year : day.year - 1 }

    /// National curriculum year by age: 0 is reception, -1 the nursery year before it.
    static func yearGroup(_ life: Life, on day: CalendarDate) -> Int { SchoolCatalogue.curriculumYear(life.birth, on: day) }

    /// 1 September of the academic year in which the child is in the year group.
    static func start(of yearGroup: Int, _ life: Life) -> CalendarDate {
        let reception = life.birth.month >= 9 ? life.birth.year + 5 : life.birth.year + 4
        return CalendarDate(year: reception + yearGroup, month: 9, day: 1) ?? life.birth
    }

    /// How the year group is written: `R`, `N2`, `7`.
    static func name(ofYearGroup group: Int) -> String { group == 0 ? "R" : group == -1 ? "N2" : group < -1 ? "N1" : String(min(group, 14)) }

    /// The first school day on or after the day; nil past the last term told of.
    func schoolDay(from day: CalendarDate) -> CalendarDate? {
        var (low, high) = (0, schoolDays.count)
        while low < high {
            let middle = (low + high) / 2
            if schoolDays[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low < schoolDays.count ? schoolDays[low] : nil
    }

    func isSchoolDay(_ day: CalendarDate) -> Bool { schoolDay(from: day) == day }
}
