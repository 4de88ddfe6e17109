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
    /// Codes of OC3 as they are now (``LeaverPositions``): in touch, activity, accommodation; `0` where not in touch, nil while in care.
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
    ///   - world: the shares are those of its profile
    ///   - kept: whom the service no longer serves, but the case system still has: until the end of the year in which they turned 21 or died, and
    ///     those who died until that of the year in which they would have turned 21
    init?(of life: Life, in world: FeedWorld, kept: Bool = false) {
        let asAt = world.asAt
        guard !life.isShortBreak, life.outside == nil, life.birth.addingYears(16) <= asAt, life.birth.addingYears(25) > asAt,
            let last = life.periods.last(where: { $0.start <= asAt })
        else { return nil }
        let comesBack = CareLeaver.comesBack(life, seed: world.plan.seed)
        let closes = CollectionYear(containing: life.birth.addingYears(21)).end
        let died = life.died.flatMap { $0 <= asAt ? $0 : nil }
        if let died {
            let served = died < life.birth.addingYears(21) || comesBack
            guard kept, asAt <= closes || served && asAt <= CollectionYear(containing: died).end else { return nil }
        }
        let inCare = life.isInCare(on: asAt)
        if !inCare, last.reasonCeased.isAdoption || [.died, .otherAuthority, .foundAdult].contains(last.reasonCeased) { return nil }
        let fourteen = CareLeaver.days(of: life, since: 14, asAt)
        guard CareLeaver.days(of: life, since: 16, asAt) >= 1 else { return nil }
        var random = RandomStream(seed: world.plan.seed, index: life.index, purpose: .pathway, detail: 3)
        let age = life.birth.returnAge(on: asAt)
        returned = age >= 21
        if fourteen < 91 {
            guard !inCare, age < 21 else { return nil }
            category = .qualifying
        } else {
            category = inCare ? .eligible : age < 18 ? .relevant : .formerRelevant
        }
        if returned, !comesBack, died == nil, !(kept && asAt <= closes) { return nil }

        let positions =
            inCare
            ? nil
            : LeaverPositions(
                of: life, asAt: asAt, seed: world.plan.seed, movedOn: world.profile.numbers["social-care.care_leaver_moved_on_since_birthday"] ?? 0.05)
        let position = positions?.position(on: asAt)
        inTouch = position?.inTouch ?? (inCare ? nil : "YES")
        activity = position?.activity ?? (inCare ? nil : random.pick(Weighted(("F2", 40), ("F4", 8), ("F5", 12), ("G5", 28), ("G4", 12))))
        accommodation = position?.accommodation ?? (inCare ? nil : random.pick(Weighted(("U1", 40), ("D1", 30), ("B1", 22), ("X2", 8))))

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
        let served = returned && !comesBack ? life.birth.addingYears(21) : asAt
        contacts = (positions?.contacts(days.filter { $0 <= served }, until: asAt) ?? []).filter { $0 >= asAt - 1_095 }
        adviser = 800_000 + (life.index / 400) * 6 + life.index % 6
    }
}
