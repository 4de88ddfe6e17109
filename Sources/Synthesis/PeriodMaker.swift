import Vocabulary

/// How a period of care will go on and end.
enum CarePlan: Sendable {
    case shortStay, home, adoption, consentAdoption, reversedAdoption, guardianship, arrangements, majority, remand, unaccompanied
}

/// Makes one period of care: its end, legal statuses, placements, and the episodes that follow from them.
struct PeriodMaker {
    let life: Life
    let start: CalendarDate
    let catalogue: ProviderCatalogue
    var random: RandomStream
    private(set) var decision: AdoptionDecision?
    private(set) var adoption: Adoption?

    init(life: Life, start: CalendarDate, catalogue: ProviderCatalogue, random: RandomStream) {
        self.life = life
        self.start = start
        self.catalogue = catalogue
        self.random = random
    }

    mutating func period() -> Period {
        let age = life.birth.returnAge(on: start)
        var plan = life.isUnaccompanied ? CarePlan.unaccompanied : random.pick(Self.plans(age: age))
        let length = days(of: plan)
        var end = start + length
        if plan == .majority || plan == .reversedAdoption || plan == .unaccompanied && random.chance(0.9) || end >= life.adulthood - 5 {
            if plan != .unaccompanied, plan != .reversedAdoption { plan = .majority }
            end = life.adulthood
        }
        // Nothing but a birthday ends care on 31 March: the returns of both years would have to tell of it.
        if end < life.adulthood, end.month == 3, end.day == 31 { end = end - 1 }

        let home = Postcode.random(ownShare: 0.92, &random)
        var legal = LegalPath(plan: plan, start: start, end: end, age: age, random: random)
        legal.build()
        random = legal.random
        var places = PlacementPath(
            life: life, plan: plan, start: start, end: end, home: home, legal: legal, catalogue: catalogue, random: random)
        places.build()
        random = places.random
        if let day = legal.decided {
            decision = AdoptionDecision(day: day, reversed: legal.reversed, reversalReason: random.pick(Self.reversals))
        }
        let last = places.stays.last?.placement.kind ?? .foster
        let ceased = end == life.adulthood ? comingOfAge(from: last) : reason(plan: plan, from: last)
        if ceased.isAdoption { adoption = adoptionDetails(legal: legal, kind: last) }
        let episodes = EpisodeMaker.episodes(legal: legal.steps, stays: places.stays, end: end, ceased: ceased)
        let need = life.isUnaccompanied ? "N8" : plan == .remand ? "N6" : random.pick(Shares.need)
        return Period(need: need, home: home, reasonCeased: ceased, episodes: episodes)
    }

    private static func plans(age: Int) -> Weighted<CarePlan> {
        switch age {
        case ..<1: return infantPlans
        case ..<5: return toddlerPlans
        case ..<10: return childPlans
        case ..<16: return teenPlans
        default: return olderPlans
        }
    }

    private static let infantPlans = Weighted<CarePlan>(
        (.shortStay, 9), (.home, 14), (.adoption, 35), (.consentAdoption, 1.5), (.reversedAdoption, 2.5), (.guardianship, 23),
        (.arrangements, 6), (.majority, 7))
    private static let toddlerPlans = Weighted<CarePlan>(
        (.shortStay, 12), (.home, 16), (.adoption, 19), (.reversedAdoption, 3), (.guardianship, 23), (.arrangements, 6), (.majority, 16))
    private static let childPlans = Weighted<CarePlan>(
        (.shortStay, 15), (.home, 17), (.adoption, 2), (.guardianship, 20), (.arrangements, 6), (.majority, 34))
    private static let teenPlans = Weighted<CarePlan>(
        (.shortStay, 19), (.home, 25), (.guardianship, 5), (.arrangements, 3), (.majority, 38), (.remand, 4))
    private static let olderPlans = Weighted<CarePlan>((.shortStay, 20), (.home, 5), (.majority, 68), (.remand, 7))
    private static let reversals = Weighted(("RD1", 30.0), ("RD3", 50), ("RD4", 20))

    private mutating func days(of plan: CarePlan) -> Int {
        switch plan {
        case .shortStay: return 4 + min(random.days(mean: 60), 176)
        case .home: return random.within(180...900)
        case .adoption, .consentAdoption: return random.within(470...1_150)
        case .guardianship: return random.within(240...850)
        case .arrangements: return random.within(200...700)
        case .remand: return random.within(20...150)
        case .unaccompanied: return random.within(20...300)
        case .reversedAdoption, .majority: return 7_000
        }
    }

    /// Why care ends on the 18th birthday, by where the young person lives.
    private mutating func comingOfAge(from kind: PlacementKind) -> ReasonCeased {
        switch kind {
        case _ where kind.isFoster:
            return random.pick(Weighted((.stayedPut, 46), (.independentSupported, 34), (.independent, 14), (.withoutResponsibility, 6)))
        case .parents: return random.pick(Weighted((.other, 70), (.independent, 30)))
        case .careHome, .medical, .school: return random.pick(Weighted((.adultResidential, 75), (.other, 25)))
        case .youngOffenders, .secureHome: return .custody
        default: return random.pick(Weighted((.independentSupported, 62), (.independent, 25), (.adultResidential, 3), (.other, 10)))
        }
    }

    private mutating func reason(plan: CarePlan, from kind: PlacementKind) -> ReasonCeased {
        // Deaths, moves abroad and transfers are rare.
        if random.chance(0.008) { if let rare = rareReason(plan) { return rare } }
        switch plan {
        case .adoption, .consentAdoption:
            return random.chance(plan == .consentAdoption ? 0.95 : 0.2) ? .adoptedUnopposed : .adoptedDispensed
        case .guardianship:
            if kind.isKin && random.chance(0.9) { return .guardianFosterKin }
            if kind.isFoster && random.chance(0.3) { return .guardianFoster }
            return random.chance(0.93) ? .guardianKin : .guardianOther
        case .arrangements: return .arrangementsOrder
        case .remand: return random.chance(0.3) ? .custody : .remandEnded
        case .unaccompanied:
            return random.pick(Weighted((.foundAdult, 25), (.otherAuthority, 35), (.withoutResponsibility, 20), (.abroad, 5), (.other, 15)))
        default: return random.pick(Weighted((.homePlanned, 60), (.homeUnplanned, 22), (.withoutResponsibility, 12), (.other, 6)))
        }
    }

    private mutating func rareReason(_ plan: CarePlan) -> ReasonCeased? {
        switch plan {
        case .adoption, .consentAdoption, .remand, .unaccompanied: return nil
        default: return random.pick(Weighted((.otherAuthority, 60), (.abroad, 25), (.died, 15)))
        }
    }

    private mutating func adoptionDetails(legal: LegalPath, kind: PlacementKind) -> Adoption? {
        guard let matched = legal.matched else { return nil }
        let adopters: (String, String, String) = random.pick(
            Weighted(
                (("2", "MF", "L11"), 52.0), (("2", "MF", "L3"), 18), (("1", "F1", "L0"), 14), (("1", "M1", "L0"), 1),
                (("2", "MM", "L12"), 5), (("2", "FF", "L12"), 3), (("2", "MM", "L2"), 3), (("2", "FF", "L2"), 2), (("2", "FF", "L4"), 2)))
        return Adoption(
            matched: matched, byCarer: kind == .orderWithCarer || kind == .consentWithCarer,
            adopters: adopters.0, adopterSex: adopters.1, adopterStatus: adopters.2)
    }
}
