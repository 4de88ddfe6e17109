import Vocabulary

extension SafeguardingStory {
    /// The story of a life, from streams of its own: the life itself does not change.
    init(of life: Life, in world: FeedWorld) {
        var maker = StoryMaker(life: life, world: world)
        self = maker.story()
    }
}

/// The shares of a profile's `core` section that stories are drawn with.
struct StoryShares: Sendable {
    let assessedInTime, conferenceInTime, decidedInTime, repeated, secondPlan, visitedInTime: Double
    let protectionPerChildInCare: Double

    init(_ profile: Profile) {
        func share(_ name: String, else usual: Double) -> Double { profile.numbers["core.\(name)"] ?? usual }
        assessedInTime = share("assessments_in_45_working_days", else: 0.83)
        conferenceInTime = share("conferences_in_15_working_days", else: 0.79)
        decidedInTime = share("contacts_decided_in_1_working_day", else: 0.85)
        repeated = share("referrals_within_12_months", else: 0.22)
        secondPlan = share("second_protection_plans", else: 0.23)
        visitedInTime = share("protection_visits_in_time", else: 0.8)
        protectionPerChildInCare = share("protection_plans_per_child_in_care", else: 0.6)
    }
}

/// Makes the story of one life. Everything is made to its end and then cut at the as-at date.
private struct StoryMaker {
    typealias Contact = SafeguardingStory.Contact
    typealias EarlyHelp = SafeguardingStory.EarlyHelp
    typealias Referral = SafeguardingStory.Referral
    typealias Assessment = SafeguardingStory.Assessment
    typealias Enquiry = SafeguardingStory.Enquiry
    typealias NeedPlan = SafeguardingStory.NeedPlan
    typealias ProtectionPlan = SafeguardingStory.ProtectionPlan
    typealias Visit = SafeguardingStory.Visit

    let life: Life
    let world: FeedWorld
    let shares: StoryShares
    let calendar: SynthesisCalendar
    let asAt: CalendarDate
    var random: RandomStream
    var made = SafeguardingStory()
    /// Plans so far.
    var plans = 0
    /// The day after which the next episode of need may start.
    var free: CalendarDate

    init(life: Life, world: FeedWorld) {
        self.life = life
        self.world = world
        shares = StoryShares(world.profile)
        calendar = world.calendar
        asAt = world.asAt
        random = RandomStream(seed: world.plan.seed, index: life.index, purpose: .story)
        free = life.birth - 140
    }

    /// Why the authority is involved.
    enum Course { case protection, plan, assessment, nothing }

    mutating func story() -> SafeguardingStory {
        if let outside = life.outside { alone(from: outside.referred) } else { beforeCare() }
        furtherContacts()
        made.contacts.sort { $0.day < $1.day }
        return made
    }

    // MARK: Children who never came into care

    private mutating func alone(from day: CalendarDate) {
        let protection = min(0.9, shares.protectionPerChildInCare / Self.openShare / max(0.5, world.plan.outsidePerChild))
        let course: Course = random.chance(protection) ? .protection : random.pick(Weighted<Course>((.plan, 52), (.assessment, 34), (.nothing, 14)))
        let day = calendar.workingDay(from: day)
        earlier(than: day, plan: course == .protection && random.chance(shares.secondPlan))
        let need = random.pick(Self.needs)
        switch course {
        case .nothing: refer(day, need, noFurtherAction: true)
        case .assessment: assessOnly(day, need)
        case .plan: helped(day, need)
        case .protection: protected(day, need, until: nil)
        }
    }

    /// An episode of need before the one that starts on `day`: of some who are referred again, and of those with a second plan.
    private mutating func earlier(than day: CalendarDate, plan: Bool) {
        if plan {
            let start = calendar.workingDay(from: day - random.within(500...1_500))
            guard start > life.birth - 60, day - start > 420 else {
                plans += 1
                return
            }
            // It closes well before the next, or it would be the same episode of need.
            protected(start, "N1", until: start + random.within(180...380))
            return
        }
        guard random.chance(shares.repeated) else { return }
        let start = calendar.workingDay(from: day - random.within(200...345))
        guard start > life.birth - 60 else { return }
        if random.chance(0.3) { refer(start, "N1", noFurtherAction: true) } else { assessOnly(start, random.pick(Self.needs)) }
    }

    // MARK: Children who came into care

    /// Each period of care lies in an episode of need; it may begin before the as-at date though care is still to come.
    private mutating func beforeCare() {
        for (place, period) in life.periods.enumerated() {
            if let open = made.referrals.indices.last, made.referrals[open].closed.map({ $0 >= period.start - 20 }) ?? true {
                // Still, or as good as still, open: the same episode of need goes on.
                made.referrals[open].closed = nil
                close(open, after: period)
                continue
            }
            if life.isUnaccompanied || life.isOnRemand || life.isShortBreak {
                let source = life.isUnaccompanied ? random.pick(Weighted(("6", 55), ("8", 30), ("5C", 15))) : life.isShortBreak ? "3F" : "7"
                let lead = life.isShortBreak ? random.within(60...400) : 0
                let referral = refer(max(period.start - lead, free), life.isShortBreak ? "N2" : period.need, source: source)
                assess(referral, factors: life.isUnaccompanied ? ["9A"] : nil)
                close(referral, after: period)
                continue
            }
            let lead = random.chance(0.22) ? random.within(0...6) : random.chance(0.45) ? random.within(30...150) : random.within(151...560)
            let day = calendar.workingDay(from: max(period.start - lead, free))
            guard day < period.start else {
                let referral = refer(max(period.start, free), period.need)
                assess(referral)
                close(referral, after: period)
                continue
            }
            if place == 0 { earlier(than: day, plan: random.chance(0.06)) }
            if day > free, lead > 80, random.chance(0.62) {
                protected(day, period.need, until: min(period.end - 1, period.start + random.within(0...75)), care: period)
            } else {
                let referral = refer(max(day, free), period.need)
                assess(referral)
                if lead <= 6 { enquire(referral, from: max(day, free), conference: false) }
                close(referral, after: period)
            }
        }
    }

    /// Ends the episode of need that a period of care belongs to.
    private mutating func close(_ place: Int, after period: Period) {
        guard made.referrals.indices.contains(place) else { return }
        let end: CalendarDate
        let reason: String
        switch period.reasonCeased {
        case let ceased where ceased.isAdoption: (end, reason) = (period.end, "RC1")
        case let ceased where ceased.isGuardianship: (end, reason) = (period.end, "RC4")
        case .arrangementsOrder: (end, reason) = (period.end, "RC3")
        case .died: (end, reason) = (period.end, "RC2")
        case .otherAuthority: (end, reason) = (period.end, "RC5")
        case .adultResidential: (end, reason) = (period.end, "RC6")
        case _ where period.end == life.adulthood: (end, reason) = (life.birth.addingYears(21), "RC7")
        default: (end, reason) = (period.end + random.within(40...200), "RC7")
        }
        made.referrals[place].closed = end
        made.referrals[place].closure = reason
        free = max(free, end + 1)
        if end <= asAt { shorten(place, end) }
        cut(place)
    }

    /// What would outlast the episode of need ends with it.
    private mutating func shorten(_ place: Int, _ end: CalendarDate) {
        made.referrals[place].assessments = made.referrals[place].assessments.filter { $0.start <= end }.map { assessment in
            guard assessment.end.map({ $0 > end }) ?? true else { return assessment }
            let factors = assessment.factors.isEmpty ? ["20"] : assessment.factors
            return Assessment(start: assessment.start, end: end, factors: factors, childSeen: assessment.childSeen)
        }
        made.referrals[place].enquiries = made.referrals[place].enquiries.filter { $0.start <= end && $0.end.map { $0 <= end } ?? false }
    }

    // MARK: Courses

    /// Assessed, and nothing more.
    private mutating func assessOnly(_ day: CalendarDate, _ need: String) {
        let referral = refer(day, need)
        let end = assess(referral)
        let help = random.chance(0.3)
        finish(referral, on: calendar.working.adding(random.within(0...8), to: end), help ? "RC9" : "RC8")
        if help { earlyHelp(from: end + random.within(3...20)) }
    }

    /// A child in need plan after the assessment.
    private mutating func helped(_ day: CalendarDate, _ need: String) {
        let referral = refer(day, need)
        let end = assess(referral)
        if random.chance(0.18) { enquire(referral, from: day + random.within(0...10), conference: false) }
        let start = calendar.working.adding(random.within(1...8), to: end)
        let over = min(start + 40 + min(random.days(mean: 190), 800), life.adulthood)
        plan(referral, start, over)
        finish(referral, on: calendar.workingDay(from: over + random.within(0...10)), "RC7")
    }

    /// Enquiry, conference and child protection plan; a child in need plan after it, unless the child came into care.
    private mutating func protected(_ day: CalendarDate, _ need: String, until given: CalendarDate?, care: Period? = nil) {
        let referral = refer(day, need)
        assess(referral)
        let conference = enquire(referral, from: calendar.workingDay(from: day + random.within(0...12)), conference: true)
        let length = random.pick(world.lives.lastDay - day > 731 ? Self.lengthsLongAgo : Self.lengths)
        let wanted = given ?? min(conference + random.within(length), life.adulthood - 5)
        let end = calendar.workingDay(from: max(wanted, conference + 10))
        protect(referral, conference, end)
        if let care {
            close(referral, after: care)
            return
        }
        if given == nil {
            let over = min(end + 60 + min(random.days(mean: 100), 500), max(life.adulthood, end))
            if random.chance(0.75) { plan(referral, calendar.workingDay(from: end + 1), over) }
            finish(referral, on: calendar.workingDay(from: over), "RC7")
        } else {
            finish(referral, on: end, "RC7")
        }
    }

    /// Share of the plans that are open at the end, as referrals and lengths are drawn.
    private static let openShare = 0.437
    /// Referrals grow rarer the longer ago they are, so plans that lasted are drawn more often of those long ago.
    private static let lengthsLongAgo = Weighted<ClosedRange<Int>>((20...91, 16), (92...182, 10), (183...364, 36), (365...729, 22), (731...1_100, 16))
    private static let lengths = Weighted<ClosedRange<Int>>((20...91, 19), (92...182, 12), (183...364, 41), (365...729, 24.5), (731...1_100, 3.5))
    private static let needs = Weighted(("N1", 58.0), ("N2", 8), ("N3", 4), ("N4", 11), ("N5", 14), ("N6", 3), ("N7", 0.5), ("N8", 1.5))
    private static let sources = Weighted(
        ("6", 29.0), ("2A", 18), ("3A", 2), ("3B", 3), ("3C", 1.5), ("3D", 3), ("3E", 4), ("3F", 3.5), ("1A", 6), ("1B", 2), ("1C", 0.7), ("1D", 1.3),
        ("4", 2), ("5A", 7), ("5B", 4), ("5C", 2.5), ("5D", 2), ("7", 2), ("8", 3.5), ("9", 2), ("10", 1))

    // MARK: Steps

    @discardableResult
    private mutating func refer(_ day: CalendarDate, _ need: String, source: String? = nil, noFurtherAction: Bool = false) -> Int {
        let source = source ?? random.pick(Self.sources)
        contact(day, source, .referral)
        let worker = WorkerMaker.holder(
            team: life.outside.map { 10_000 + $0.number / 400 } ?? life.index / WorkerMaker.livesPerTeam, desk: random.within(0...7), on: day)
        var referral = Referral(number: made.referrals.count, day: day, source: source, need: need, noFurtherAction: noFurtherAction, worker: worker)
        if noFurtherAction {
            referral.closed = calendar.working.adding(random.within(0...2), to: day)
            referral.closure = "RC7"
            free = day + 5
        }
        // What is still to come is no part of the story: no place.
        guard day <= asAt else { return -1 }
        made.referrals.append(referral)
        cut(made.referrals.count - 1)
        return made.referrals.count - 1
    }

    private mutating func contact(_ day: CalendarDate, _ source: String, _ outcome: Contact.Outcome) {
        let prompt = random.chance(shares.decidedInTime)
        let decided = calendar.working.adding(prompt ? random.within(0...1) : random.within(2...5), to: day)
        guard day <= asAt else { return }
        // Of what is not decided yet only the contact is known; it is left out until then.
        if decided <= asAt || outcome == .referral { made.contacts.append(Contact(day: day, decided: min(decided, asAt), source: source, outcome: outcome)) }
    }

    /// The assessment that follows a referral.
    /// - Returns: the day on which it was, or will be, authorised
    @discardableResult
    private mutating func assess(_ place: Int, factors: [String]? = nil) -> CalendarDate {
        let found = factors ?? self.factors()
        let seen = random.chance(0.93)
        let days = random.chance(shares.assessedInTime) ? random.within(8...45) : 46 + min(random.days(mean: 16), 80)
        guard made.referrals.indices.contains(place) else { return asAt + 1 }
        let day = made.referrals[place].day
        let end = calendar.working.adding(days, to: day)
        let start = calendar.working.adding(random.within(0...3), to: day)
        if start <= asAt {
            made.referrals[place].assessments.append(
                Assessment(start: start, end: end <= asAt ? end : nil, factors: end <= asAt ? found : [], childSeen: seen))
        }
        return end
    }

    private mutating func factors() -> [String] {
        let all = Weighted(
            ("3B", 30.0), ("4B", 27), ("17A", 17), ("16A", 15), ("4A", 14), ("2B", 14), ("1B", 13), ("3A", 11), ("18C", 9), ("5A", 8), ("6A", 6), ("14A", 6),
            ("10A", 5), ("2A", 4), ("15A", 4), ("11A", 3), ("24A", 3), ("13A", 2), ("19C", 3), ("7A", 3), ("20", 12))
        let found = (0..<random.within(1...4)).map { _ in random.pick(all) }
        return Array(Set(found)).sorted()
    }

    /// An enquiry of up to three weeks.
    /// - Returns: the day of the conference, or of the end where there is none
    @discardableResult
    private mutating func enquire(_ place: Int, from wanted: CalendarDate, conference: Bool) -> CalendarDate {
        let start = calendar.workingDay(from: wanted)
        let inTime = random.chance(shares.conferenceInTime)
        let held = calendar.working.adding(inTime ? random.within(8...15) : random.within(16...28), to: start)
        let end = conference ? calendar.working.adding(-random.within(1...5), to: held) : calendar.working.adding(random.within(3...15), to: start)
        let support = random.chance(0.75)
        guard made.referrals.indices.contains(place), start <= asAt else { return conference ? held : end }
        made.referrals[place].enquiries.append(
            Enquiry(
                start: start, end: end <= asAt ? end : nil, target: calendar.working.adding(15, to: start), conference: conference && held <= asAt ? held : nil,
                outcome: end > asAt ? nil : conference ? .conference : support ? .support : Enquiry.Outcome.none, planned: conference && held <= asAt))
        return conference ? held : end
    }

    private mutating func plan(_ place: Int, _ start: CalendarDate, _ end: CalendarDate) {
        let visits = self.visits(from: start, until: end, every: 28)
        guard made.referrals.indices.contains(place), start <= asAt, end - start > 5 else { return }
        made.referrals[place].plans.append(NeedPlan(start: start, end: end <= asAt ? end : nil, visits: visits))
    }

    private mutating func protect(_ place: Int, _ start: CalendarDate, _ end: CalendarDate) {
        let category = random.pick(Weighted(("NEG", 47.0), ("EMO", 39), ("PHY", 8), ("SAB", 4), ("MUL", 2)))
        let latest = random.chance(0.1) ? random.pick(Weighted(("NEG", 50.0), ("EMO", 45), ("PHY", 5))) : category
        let visits = self.visits(from: start, until: end, every: 14)
        // The first review within three months, then at least every six.
        var own = stream(from: start, 2)
        var reviews: [CalendarDate] = []
        var day = start
        while true {
            let span = reviews.isEmpty ? 91 : 183
            var next = day + (own.chance(0.94) ? own.within(span - 25...span) : span + own.within(3...30))
            while !calendar.isWorking(next) { next = next - 1 }
            guard next <= min(end, asAt) else { break }
            reviews.append(next)
            day = next
        }
        guard made.referrals.indices.contains(place), start <= asAt else { return }
        made.referrals[place].protections.append(
            ProtectionPlan(
                start: start, end: end <= asAt ? end : nil, category: category, latestCategory: latest, previous: plans, reviews: reviews, visits: visits))
        plans += 1
    }

    private mutating func visits(from start: CalendarDate, until end: CalendarDate, every days: Int) -> [Visit] {
        var own = stream(from: start, 1)
        let stop = min(end, asAt + 1)
        return Rhythm.days(from: start, until: stop, inTime: shares.visitedInTime, calendar: calendar, &own) { _ in days }.map { day in
            var own = stream(from: day, 3)
            let seen = own.chance(0.93)
            return Visit(day: day, seen: seen, alone: seen && own.chance(0.62), recorded: min(asAt, day + min(own.days(mean: 5), 60)))
        }
    }

    /// A stream for what goes on from a day: how much of it is known does not change what comes after.
    private func stream(from day: CalendarDate, _ what: Int) -> RandomStream {
        RandomStream(seed: world.plan.seed, index: life.index, purpose: .story, detail: Int(day.daysSince2000) * 4 + what)
    }

    private mutating func earlyHelp(from day: CalendarDate) {
        let end = day + random.within(60...260)
        let reason = random.pick(
            Weighted(("Parenting support", 34), ("Child's behaviour", 24), ("School attendance", 16), ("Domestic abuse", 14), ("Parental health", 12)))
        let how = random.pick(Weighted(("Outcomes met", 60), ("Disengaged", 22), ("Stepped up to social care", 10), ("Moved away", 8)))
        let lead = random.pick(Weighted(("Family support service", 50), ("School", 30), ("Health visiting", 12), ("Voluntary organisation", 8)))
        guard day <= asAt else { return }
        made.earlyHelp.append(EarlyHelp(start: day, end: end <= asAt ? end : nil, reason: reason, endReason: end <= asAt ? how : nil, organisation: lead))
        contact(day, "2A", .earlyHelp)
    }

    private mutating func finish(_ place: Int, on day: CalendarDate, _ reason: String) {
        free = max(free, day + 1)
        guard made.referrals.indices.contains(place) else { return }
        made.referrals[place].closed = day
        made.referrals[place].closure = reason
        cut(place)
    }

    /// What ends after the as-at date is still open. An episode that closes takes its plans with it.
    private mutating func cut(_ place: Int) {
        guard let closed = made.referrals[place].closed, closed > asAt else { return }
        made.referrals[place].closed = nil
        made.referrals[place].closure = nil
    }

    /// Contacts that led to nothing, in the last two years.
    private mutating func furtherContacts() {
        let last = world.lives.lastDay
        guard life.birth.returnAge(on: last) < 18 else { return }
        var random = RandomStream(seed: world.plan.seed, index: life.index, purpose: .story, detail: 1)
        var day = last - random.within(0...700)
        for _ in 0..<random.within(0...2) where day > life.birth {
            if made.referral(on: day) == nil, !life.isInCare(on: day) {
                contact(day, random.pick(Self.sources), random.pick(Weighted<Contact.Outcome>((.none, 60), (.advice, 40))))
            }
            day = day - random.within(40...300)
        }
    }
}
