import Vocabulary

/// The lists that Ofsted asks for when it inspects, as councils make them every quarter: one workbook of eleven sheets, from the same case system as the
/// Standard Safeguarding Dataset (``SSDFeed``). Everything in it is told there too, but for the adopters, who are the adoption agency's.
struct AnnexAFeed: AgencyFeed {
    static let agency = "social-care"
    static let family: String? = "annex_a"
    static let tables = AnnexATables.all

    /// The system of record, as for ``SSDFeed``: but the lists have no names.
    static let habits = SpellingHabits(localID: 1, misspelt: 0, nickname: 0, otherSurname: 0, plainLetters: 0, swappedDate: 0)

    let world: FeedWorld
    let year: CollectionYear
    /// First day of the six months, and of the twelve months, that lists look back.
    let since: CalendarDate
    let yearAgo: CalendarDate
    let disabled: Double
    let health: HealthStoryMaker
    let adopters: AdoptionFeed
    /// The case system that the lists are made from: whom it no longer has is on none.
    let system: SSDFeed

    init(_ world: FeedWorld) throws {
        self.world = world
        year = world.plan.years.last ?? CollectionYear(containing: world.asAt)
        since = world.since(months: 6)
        yearAgo = world.since(months: 12)
        disabled = try world.share("disabled")
        health = try HealthStoryMaker(world)
        system = try SSDFeed(world)
        adopters = try AdoptionFeed(
            FeedWorld(
                plan: world.plan, agency: AdoptionFeed.agency, asAt: world.asAt, calendar: world.calendar, lives: world.lives, identities: world.identities,
                profile: world.profile))
    }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard system.isActive(life) else { return }
        let story = SafeguardingStory(of: life, in: world)
        let person = self.person(life)
        try frontDoor(story, person, files)
        try assessments(story, life, person, files)
        try protection(story, life, person, files)
        try inNeed(story, life, person, files)
        guard life.outside == nil else { return }
        try inCare(life, person, files)
        try leavingCare(life, person, files)
        try adoption(life, person, files)
    }

    mutating func writeOthers(to files: FeedFiles) throws {
        for adopter in adopters.prospectiveAdopters() { try add(adopter, files) }
    }

    // MARK: - Columns that many lists have

    /// Identifier, gender, ethnicity, date of birth, age.
    private func person(_ life: Life) -> [Cell] {
        let isBorn = life.birth <= world.asAt
        return [
            .text(String(life.child)), .code(AnnexAWords.sex(life, on: world.asAt)), .code(AnnexAWords.ethnicity(life.ethnicity)),
            .date(isBorn ? life.birth : nil), .number(isBorn ? life.birth.returnAge(on: world.asAt) : nil),
        ]
    }

    func disability(_ life: Life) -> Cell {
        let codes = Disabilities.of(life, share: disabled, world)
        return AnnexAWords.yesOrUnknown(codes.isEmpty ? nil : codes != ["NONE"])
    }

    /// Team and worker, by name.
    func held(by worker: Int) -> [Cell] { [.text(Team.of(worker: worker).name), .text(WorkerName.of(worker))] }

    func known(_ day: CalendarDate?) -> CalendarDate? { day.flatMap { $0 <= world.asAt ? $0 : nil } }

    /// Whether something that ended on the day, or is open, was open at any time in the last six months.
    func wasOpen(until end: CalendarDate?) -> Bool { end.map { $0 >= since } ?? true }

    /// How many of the days lie in the twelve months before one of them.
    func before(_ day: CalendarDate, _ days: [CalendarDate]) -> Int { days.count { $0 < day && $0 >= day.addingMonths(-12) } }

    // MARK: - Lists 1 to 3

    private func frontDoor(_ story: SafeguardingStory, _ person: [Cell], _ files: FeedFiles) throws {
        for contact in story.contacts where contact.day >= since {
            try files.add(AnnexATables.contacts, person + [.date(contact.day), .code(AnnexAWords.source(contact.source))])
        }
        for help in story.earlyHelp where wasOpen(until: help.end) {
            try files.add(AnnexATables.earlyHelp, person + [.date(help.start), .date(help.end), .text(help.organisation)])
        }
        for referral in story.referrals where referral.day >= since {
            try files.add(
                AnnexATables.referrals,
                person + [
                    .date(referral.day), .code(AnnexAWords.source(referral.source)), AnnexAWords.yes(referral.noFurtherAction),
                    .number(before(referral.day, story.referrals.map(\.day))),
                ] + held(by: referral.worker))
        }
    }

    // MARK: - Lists 4 and 5

    private func assessments(_ story: SafeguardingStory, _ life: Life, _ person: [Cell], _ files: FeedFiles) throws {
        let enquiries = story.referrals.flatMap(\.enquiries)
        for referral in story.referrals {
            for assessment in referral.assessments where wasOpen(until: assessment.end) {
                let supported = referral.closure != "RC8" && referral.closure != "RC9"
                try files.add(
                    AnnexATables.assessments,
                    person + [
                        disability(life), .date(assessment.start), AnnexAWords.yesOrUnknown(assessment.childSeen), .date(assessment.end),
                        AnnexAWords.yes(assessment.end == nil ? nil : supported),
                    ] + held(by: referral.worker))
            }
            for enquiry in referral.enquiries where wasOpen(until: enquiry.end) || enquiry.conference.map({ $0 >= since }) ?? false {
                let unnecessary = enquiry.outcome.map { $0 != .conference }
                try files.add(
                    AnnexATables.enquiries,
                    person + [
                        disability(life), .date(enquiry.start), AnnexAWords.yes(unnecessary), .date(enquiry.conference),
                        enquiry.conference == nil ? .blank : AnnexAWords.yesOrUnknown(enquiry.planned),
                        .number(before(enquiry.start, enquiries.map(\.start))), .number(before(enquiry.start, enquiries.compactMap(\.conference))),
                    ] + held(by: referral.worker))
            }
        }
    }

    // MARK: - Lists 6 and 7

    /// The latest episode of need; not those of whom nothing more than a referral is known, nor care leavers.
    private func inNeed(_ story: SafeguardingStory, _ life: Life, _ person: [Cell], _ files: FeedFiles) throws {
        guard let referral = story.referrals.last(where: { !$0.noFurtherAction }), wasOpen(until: referral.closed), life.adulthood > world.asAt else { return }
        let visits = referral.plans.flatMap(\.visits) + referral.protections.flatMap(\.visits)
        let seen = (visits.filter(\.seen).map(\.day) + CareVisit.of(life, in: world).filter(\.seen).map(\.day)).filter { $0 >= referral.day }.max()
        let status: String
        switch referral {
        case _ where referral.closed != nil: status = "e) Closed episode"
        case _ where life.isInCare(on: world.asAt) && !life.isShortBreak: status = "a) Looked after child"
        case _ where story.protection(on: world.asAt) != nil: status = "b) Child Protection plan"
        case _ where referral.plans.contains { $0.end == nil }: status = "c) Child in need plan"
        case _ where referral.assessments.contains { $0.end == nil }: status = "d) Open assessment"
        default: status = "c) Child in need plan"
        }
        try files.add(
            AnnexATables.childrenInNeed,
            person + [
                disability(life), .date(referral.day), .code(AnnexAWords.need(referral.need)), .date(seen), .date(referral.closed),
                .code(referral.closure.map(AnnexAWords.closure)), .code(status),
            ] + held(by: referral.worker))
    }

    private func protection(_ story: SafeguardingStory, _ life: Life, _ person: [Cell], _ files: FeedFiles) throws {
        let plans = story.referrals.flatMap { referral in referral.protections.map { (plan: $0, worker: referral.worker) } }
        guard let (plan, worker) = plans.last, wasOpen(until: plan.end) else { return }
        let visit = plan.visits.last
        let urgent = life.legalStatuses.contains {
            ($0.status == .policeProtection || $0.status == .emergencyProtection) && $0.start <= world.asAt && $0.end >= since
        }
        try files.add(
            AnnexATables.childProtection,
            person + [
                disability(life), .date(plan.start), .code(AnnexAWords.abuse(plan.category)), .code(AnnexAWords.abuse(plan.latestCategory)),
                .date(visit?.day), visit.map { AnnexAWords.yesOrUnknown($0.alone) } ?? .blank, .date(plan.reviews.last), .date(plan.end),
                AnnexAWords.yes(urgent), .number(plan.previous),
            ] + held(by: worker))
    }
}
