import Vocabulary

/// What happened to a child's health while in care, as far as records tell. Codes are those of `config/codes`.
///
/// A pure function of life and plan, so that the nursing team's file and the case system can tell of the same events. It agrees with what the
/// SSDA903 return says of each whole year (``YearOutcomes``).
struct HealthStory: Sendable {
    /// An initial or review health assessment, from the request on.
    struct Assessment: Sendable {
        let isInitial: Bool
        /// Day on which the health team was told; later than it should be where that made it late.
        var notified: CalendarDate
        var consentRequested: CalendarDate?
        var consentReceived: CalendarDate?
        let due: CalendarDate
        /// Days of the appointments offered, the last one attended where it was done.
        var offered: [CalendarDate] = []
        var done: CalendarDate?
        var reportReturned: CalendarDate?
        /// Code list health_check_status.
        var status = "Planned"
        /// Code list health_late_reason.
        var lateReason: String?
        /// Code list health_assessor.
        var assessor: String?
    }

    /// A dental, optician or development check.
    struct Check: Sendable {
        let day: CalendarDate
        /// Code list health_check_status.
        let status: String
        /// Code lists dental_outcome, optician_outcome, development_check.
        let outcome: String?
    }

    /// A strengths and difficulties questionnaire.
    struct Questionnaire: Sendable {
        let due: CalendarDate
        /// Code list sdq_respondent.
        let respondent: String
        var completed: CalendarDate?
        var score: Int?
        /// Emotional, conduct, hyperactivity, peer, prosocial.
        var parts: [Int] = []
        /// Code list sdq_reason.
        var reason: String?
    }

    struct Screening: Sendable {
        let day: CalendarDate
        let identified: Bool
        /// Code list substance.
        let substance: String
        var referred: CalendarDate?
        var offered: Bool?
        var received: Bool?
    }

    struct Referral: Sendable {
        let referred: CalendarDate
        /// Code lists camhs_reason, camhs_outcome.
        let reason: String
        let outcome: String
        var accepted: CalendarDate?
        var assessed: CalendarDate?
        var treated: CalendarDate?
        var discharged: CalendarDate?
    }

    var assessments: [Assessment] = []
    var dental: [Check] = []
    var hasDentist = false
    var optician: [Check] = []
    var development: [Check] = []
    /// The newest status, code list immunisation_status, and the day it was established.
    var immunisation: (day: CalendarDate, status: String)?
    var questionnaires: [Questionnaire] = []
    var screenings: [Screening] = []
    var referrals: [Referral] = []
}

/// Makes health stories. Nothing after the as-at date is told, but appointments that are planned.
struct HealthStoryMaker: Sendable {
    /// So many months back from the as-at date the story reaches.
    static let months = 30

    let plan: SynthesisPlan
    let asAt: CalendarDate
    let since: CalendarDate
    let working: WorkingDays
    let shares: Shares

    /// Shares of the profile, section `health`.
    struct Shares: Sendable {
        let requestedInTime, initialInTime, assessed, dental, optician, immunised, sdq, development, screened, referred: Double
    }

    /// - Throws: ``SynthesisError/plan(_:)`` where the profile does not say a share.
    init(_ world: FeedWorld) throws {
        plan = world.plan
        asAt = world.asAt
        since = world.since(months: Self.months)
        working = world.calendar.working
        func share(_ name: String) throws -> Double { try world.share("health." + name) }
        shares = Shares(
            requestedInTime: try share("requested_in_5_working_days"), initialInTime: try share("initial_in_20_working_days"),
            assessed: try share("health_assessment_in_date"), dental: try share("dental_check_in_date"), optician: try share("optician_in_date"),
            immunised: try share("immunisations_up_to_date"), sdq: try share("sdq_in_date"), development: try share("development_check_in_date"),
            screened: try share("substance_misuse_screened"), referred: try share("camhs_referred_in_year"))
    }

    /// The story of a life; nil for a child who was not in care within the months told of, or in short breaks only.
    func story(of life: Life) -> HealthStory? {
        let periods = life.periods.filter { $0.start <= asAt && $0.end > since }
        guard !life.isShortBreak, !periods.isEmpty else { return nil }
        var story = HealthStory()
        for (number, period) in periods.enumerated() {
            let first = initial(life, period)
            if let first { story.assessments.append(first) }
            story.assessments += reviews(life, period, after: first?.due ?? working.adding(20, to: period.start))
            story.dental += dental(life, period, number)
            story.optician += optician(life, period, number)
            story.development += development(life, period)
            story.questionnaires += questionnaires(life, period, number)
            story.screenings += screenings(life, period)
            story.referrals += referrals(life, period)
        }
        story.assessments.removeAll { max($0.due, $0.done ?? $0.due) < since }
        var random = stream(life, "immunisation")
        story.immunisation = immunisation(life, &random)
        story.hasDentist = story.dental.contains { $0.status == "Completed" } || random.chance(0.7)
        return story
    }

    // MARK: Time

    /// A stream of its own for a life and purpose, whichever agency asks.
    func stream(_ life: Life, _ purpose: String, _ detail: Int = 0) -> RandomStream {
        RandomStream(seed: plan.seed, index: life.index, feed: "story/health/" + purpose, detail: detail)
    }

    /// What the return says of a year that is over, if the child was in care all through it.
    func outcomes(_ life: Life, _ day: CalendarDate) -> YearOutcomes? {
        let year = CollectionYear(containing: day)
        guard year.end <= asAt else { return nil }
        return YearOutcomes(life: life, year: year, known: plan.lastKnownDay(of: year), seed: plan.seed)
    }

    /// A day on which something came about that was due on `due`: near it, within the same collection year and period of care; nil where that day has
    /// not come or the child had left.
    func day(near due: CalendarDate, _ period: Period, _ random: inout RandomStream, before: Int = 12, late: Double = 0.1) -> CalendarDate? {
        let year = CollectionYear(containing: due)
        var day = due - random.within(0...before)
        if random.chance(late) { day = due + 1 + min(random.days(mean: 16), 75) }
        day = min(max(day, year.start, period.start + 1), year.end)
        while !working.contains(day), day - 1 > max(year.start, period.start + 1) { day = day - 1 }
        return day <= asAt && day < period.end ? day : nil
    }

    /// Days within the period and the months told of, an interval apart.
    func days(from first: CalendarDate, _ period: Period, every interval: (CalendarDate) -> Int) -> [CalendarDate] {
        var made: [CalendarDate] = []
        var day = first
        while day < period.end, day <= asAt + 42 {
            if day >= since { made.append(day) }
            day = day + interval(day)
        }
        return made
    }
}
