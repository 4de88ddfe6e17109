import Vocabulary

/// What the leaving care service knows of a young person on the as-at date; nil for anyone it does not serve.
struct LeavingCare: Sendable {
    enum Category: String, Sendable {
        /// 16 or 17 and in care, for 13 weeks or more since 14.
        case eligible
        /// 16 or 17 and out of care.
        case relevant
        /// 18 to 20, or to 24 while in education.
        case formerRelevant = "former relevant"
        /// Less than 13 weeks in care, some of it since 16.
        case qualifying
    }

    let category: Category
    /// Asked for help again between 21 and 24.
    let returned: Bool
    /// Codes of OC3 as they are now: in touch, activity, accommodation; `0` where not in touch, nil before 17 or while in care.
    let inTouch: String?
    let activity: String?
    let accommodation: String?
    /// Days on which the young person was seen, of the last three years; every eight weeks is the aim.
    let contacts: [CalendarDate]
    /// Days on which a pathway plan was authorised: due every six months.
    let pathwayPlans: [CalendarDate]
    /// Number of the personal adviser (``WorkerName/of(_:)``).
    let adviser: Int

    /// - Parameters:
    ///   - life: any
    ///   - world: the shares are those of its profile's `core` section
    init?(of life: Life, in world: FeedWorld) {
        let asAt = world.asAt
        guard !life.isShortBreak, life.outside == nil, life.birth.addingYears(16) <= asAt, life.birth.addingYears(25) > asAt,
            let last = life.periods.last(where: { $0.start <= asAt }), life.died.map({ $0 > asAt }) ?? true
        else { return nil }
        let inCare = life.isInCare(on: asAt)
        if !inCare, last.reasonCeased.isAdoption || [.died, .otherAuthority, .foundAdult].contains(last.reasonCeased) { return nil }
        let fourteen = Self.days(of: life, since: 14, asAt)
        guard Self.days(of: life, since: 16, asAt) >= 1 else { return nil }
        var random = RandomStream(seed: world.plan.seed, index: life.index, purpose: .pathway)
        let age = life.birth.returnAge(on: asAt)
        returned = age >= 21
        let comesBack = random.chance(0.17)
        if fourteen < 91 {
            guard !inCare, age < 21 else { return nil }
            category = .qualifying
        } else {
            category = inCare ? .eligible : age < 18 ? .relevant : .formerRelevant
        }
        if returned, !comesBack { return nil }

        // The position is that of the last birthday, which is what the return asks for.
        let birthday = life.birth.addingYears(age)
        let year = CollectionYear(containing: birthday)
        let leaver = inCare ? nil : CareLeaver(life: life, year: year, known: min(asAt, year.end), seed: world.plan.seed)
        inTouch = leaver?.inTouch ?? (inCare ? nil : "YES")
        activity = leaver?.activity ?? (inCare ? nil : random.pick(Weighted(("F2", 40), ("F4", 8), ("F5", 12), ("G5", 28), ("G4", 12))))
        accommodation = leaver?.accommodation ?? (inCare ? nil : random.pick(Weighted(("U1", 40), ("D1", 30), ("B1", 22), ("X2", 8))))

        // Streams of their own, from fixed days on: how much is known does not change what comes before.
        var planned = RandomStream(seed: world.plan.seed, index: life.index, purpose: .pathway, detail: 1)
        let eligibleFrom = max(life.birth.addingYears(16), last.start + 91)
        let eligible = world.profile.numbers["core.pathway_plans_eligible"] ?? 0.85
        // Most have a plan when they turn 16, or soon after; some wait for the three months that the law allows, or longer.
        let first = eligibleFrom + (planned.chance(eligible) ? planned.within(0...20) : planned.within(60...150))
        let stop = min(last.end, asAt + 1)
        var plans = [first] + Rhythm.days(from: first, until: stop, inTime: eligible, calendar: world.calendar, &planned) { _ in 182 }
        if !inCare, let latest = plans.last {
            let leavers = world.profile.numbers["core.pathway_plans_leavers"] ?? 0.85
            plans += Rhythm.days(from: latest, until: asAt + 1, inTime: leavers, calendar: world.calendar, &planned) { _ in 182 }
        }
        pathwayPlans = plans.filter { $0 <= asAt }
        var met = RandomStream(seed: world.plan.seed, index: life.index, purpose: .pathway, detail: 2)
        let seen = world.profile.numbers["core.leavers_seen_in_8_weeks"] ?? 0.6
        let days = inCare ? [] : Rhythm.days(from: last.end, until: asAt + 1, inTime: seen, calendar: world.calendar, &met) { _ in 56 }
        let reachable = inTouch == "YES"
        contacts = days.filter { $0 >= asAt - 1_095 && (reachable || $0 < asAt - 200) }
        adviser = 800_000 + (life.index / 400) * 6 + life.index % 6
    }

    private static func days(of life: Life, since age: Int, _ known: CalendarDate) -> Int {
        let from = life.birth.addingYears(age)
        return life.periods.reduce(0) { $0 + max(0, min($1.end, known) - max($1.start, from)) }
    }
}
