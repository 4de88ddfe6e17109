import Vocabulary

/// Statutory visits to a child in care, up to the as-at date.
struct CareVisit: Sendable {
    let day: CalendarDate
    let seen: Bool
    let alone: Bool
    /// In person, or by video.
    let inPerson: Bool
    /// Why the child was not seen; nil where they were.
    let reasonNotSeen: String?
    /// Number of the social worker.
    let worker: Int
    /// The day on which it was put into the system: mostly within days, sometimes weeks late.
    let recorded: CalendarDate
}

extension CareVisit {
    /// Visits in the rhythm that regulation 28 of the Care Planning, Placement and Case Review Regulations 2010 asks for, kept with the profile's share.
    ///
    /// Within a week of a new placement; then six weeks apart in the first year, after that three months where the placement is long-term. Placed for adoption
    /// weekly to the first review; with parents under an interim order weekly, too.
    static func of(_ life: Life, in world: FeedWorld) -> [CareVisit] {
        guard !life.isShortBreak else { return [] }
        var random = RandomStream(seed: world.plan.seed, index: life.index, purpose: .visits)
        let share = world.profile.numbers["core.care_visits_in_time"] ?? 0.85
        var made: [CareVisit] = []
        for stay in life.mainStays where stay.start <= world.asAt {
            let until = min(stay.end, world.asAt + 1)
            var day = stay.start
            // The first visit: within a week, mostly.
            let first = stay.start + (random.chance(0.5 + share / 2) ? random.within(0...6) : random.within(8...21))
            if first < until {
                made.append(visit(life, first, world))
                day = first
            }
            for next in Rhythm.days(
                from: day, until: until, inTime: share, calendar: world.calendar, &random, every: { interval(life, stay, on: $0) })
            {
                made.append(visit(life, next, world))
            }
        }
        return made
    }

    /// The longest time in days until the next visit.
    static func interval(_ life: Life, _ stay: Life.PlacementStay, on day: CalendarDate) -> Int {
        let placement = life.placement(on: day) ?? stay.last
        let reviewed = life.reviews.contains { $0.day > stay.start && $0.day <= day }
        if placement.kind.isAdoption, !reviewed { return 7 }
        if placement.kind == .parents, life.episode(on: day)?.legal == .interimCareOrder { return reviewed ? 28 : 7 }
        return day - stay.start > 365 && placement.kind.isLongTermFoster ? 91 : 42
    }

    private static func visit(_ life: Life, _ day: CalendarDate, _ world: FeedWorld) -> CareVisit {
        // A stream for each day: how many visits are known does not change what they were.
        var random = RandomStream(seed: world.plan.seed, index: life.index, purpose: .visits, detail: Int(day.daysSince2000))
        let seen = random.chance(0.95)
        let inPerson = random.chance(0.92)
        let alone = seen && life.birth.returnAge(on: day) >= 3 && random.chance(0.7)
        let reason = random.pick(Weighted(("Child not at home", 45), ("Refused", 20), ("Missing", 10), ("Carer cancelled", 15), ("Other", 10)))
        let late = random.chance(0.06) ? random.within(15...60) : min(random.days(mean: 3), 20)
        return CareVisit(
            day: day, seen: seen, alone: alone, inPerson: inPerson, reasonNotSeen: seen ? nil : reason, worker: life.worker(on: day),
            recorded: min(world.asAt, day + late))
    }
}

extension Life {
    /// Number of the social worker on a day.
    func worker(on day: CalendarDate) -> Int { (workers.last { $0.start <= day } ?? workers.first)?.worker ?? 0 }
}
