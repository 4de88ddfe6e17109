import Vocabulary

/// The placements of a period of care, one stay after another, with temporary stays from which the child returns.
struct PlacementPath {
    /// Supported accommodation came under Ofsted, and independent living stopped being a placement, on this day.
    static let registration = CalendarDate(year: 2023, month: 10, day: 28) ?? CalendarDate(daysSince2000: 0)

    /// How often a child moves.
    private enum Pace: Sendable { case settled, moving, volatile }

    let life: Life
    let plan: CarePlan
    let start: CalendarDate
    let end: CalendarDate
    let home: Postcode
    let legal: LegalPath
    let catalogue: ProviderCatalogue
    var random: RandomStream
    private(set) var stays: [Stay] = []

    init(
        life: Life, plan: CarePlan, start: CalendarDate, end: CalendarDate, home: Postcode, legal: LegalPath,
        catalogue: ProviderCatalogue, random: RandomStream
    ) {
        self.life = life
        self.plan = plan
        self.start = start
        self.end = end
        self.home = home
        self.legal = legal
        self.catalogue = catalogue
        self.random = random
    }

    mutating func build() {
        let pace = pace()
        stays.append(Stay(start: start, placement: place(firstKind(), on: start)))
        // Ordinary moves go on until adopters, parents or the end of care take over.
        let last = legal.movedIn ?? end
        var day = start
        var moves = 0
        let leaving = towardsIndependence()
        while plan != .remand {
            let length = length(pace, move: moves, inCare: day - start)
            guard min(last, leaving) - day > length + 10 else { break }
            day = withOrder(near: day + length, after: day, before: min(last, leaving))
            moves += 1
            move(on: day)
        }
        if leaving < end { move(on: leaving, to: .supported) }
        if plan == .majority, random.chance(0.1) { homeUnderOrder() }
        if let movedIn = legal.movedIn { adopters(movedIn) } else { growLongTerm() }
        if plan == .home { trialAtHome() }
        register()
        temporaryStays()
    }

    /// A move planned around a change of legal status often happens on the same day.
    private mutating func withOrder(near day: CalendarDate, after: CalendarDate, before: CalendarDate) -> CalendarDate {
        let order = legal.steps.first { abs($0.start - day) <= 30 && $0.start - after > 0 && before - $0.start > 10 }?.start
        guard let order, random.chance(0.7) else { return day }
        return order
    }

    /// Many move to supported accommodation at 16 or 17: the day of that move, or the end of care for those who do not.
    private mutating func towardsIndependence() -> CalendarDate {
        let day = life.birth.addingYears(16) + random.within(20...620)
        let staysLonger = plan == .unaccompanied || plan == .majority
        return staysLonger && random.chance(0.36) && day - start > 60 && end - day > 40 ? day : end
    }

    private mutating func pace() -> Pace {
        let age = life.birth.returnAge(on: start)
        let settled = age < 5 ? 0.8 : age < 10 ? 0.7 : 0.56
        let point = random.unit()
        return point < settled ? .settled : point < settled + (age < 10 ? 0.17 : 0.31) ? .moving : .volatile
    }

    /// Days in a placement: often a short bridging placement first, then long ones; a few children move again and again.
    private mutating func length(_ pace: Pace, move: Int, inCare: Int) -> Int {
        switch pace {
        case .settled where move == 0 && random.chance(0.5): return random.within(10...260)
        case .settled: return 200 + random.days(mean: 4_600)
        case .moving: return 40 + random.days(mean: move == 0 ? 200 : 560)
        case .volatile: return 8 + random.days(mean: inCare > 900 ? 330 : 110)
        }
    }

    private mutating func firstKind() -> PlacementKind {
        let age = life.birth.returnAge(on: start)
        switch plan {
        case .remand:
            if age >= 15, random.chance(0.5) { return .youngOffenders }
            return random.pick(Weighted((.childrensHome, 40), (.secureHome, 25), (.foster, 35)))
        case .unaccompanied:
            if age < 16 { return random.pick(Weighted((.foster, 80), (.kin, 15), (.childrensHome, 5))) }
            return random.pick(Weighted((.supported, 52), (.foster, 40), (.kin, 3), (.childrensHome, 5)))
        case .adoption where age < 2 && random.chance(0.22): return .fosterToAdopt
        case .guardianship where random.chance(0.55): return .kin
        default: break
        }
        if life.motherSince != nil, random.chance(0.5) { return .familyCentre }
        return ordinaryKind(age: age)
    }

    private mutating func ordinaryKind(age: Int) -> PlacementKind {
        switch age {
        case ..<1: return random.pick(Weighted((.foster, 74), (.kin, 20), (.familyCentre, 6)))
        case ..<10: return random.pick(Weighted((.foster, 69), (.kin, 22), (.childrensHome, age >= 7 ? 11 : 1), (.other12, 0.3)))
        case ..<16:
            return random.pick(
                Weighted(
                    (.foster, 50), (.kin, 14), (.childrensHome, 33), (.school, 1.2), (.careHome, 0.4), (.secureHome, 0.8), (.other12, 0.7),
                    (.other13, 0.5)))
        default:
            return random.pick(
                Weighted(
                    (.foster, 29), (.kin, 6), (.childrensHome, 25), (.supported, 37), (.independent, 3), (.other11, 0.4), (.other12, 0.6)))
        }
    }

    /// Moves the child to another placement, of a kind that fits age and legal status on the day.
    private mutating func move(on day: CalendarDate, to wanted: PlacementKind? = nil) {
        guard let before = stays.last else { return }
        let age = life.birth.returnAge(on: day)
        var kind = wanted ?? ordinaryKind(age: age)
        if plan == .majority, day - start > 365, kind == .foster, random.chance(0.4) { kind = .fosterLongTerm }
        if status(on: day) == .careOrder, age < 16, wanted == nil, plan != .unaccompanied, random.chance(0.16) { kind = .parents }
        if kind == .parents, before.placement.kind == .parents { kind = .foster }
        var place = place(kind, on: day)
        // Always another address: that is what makes it a move.
        for _ in 0..<20 where place.postcode == before.placement.postcode { place = self.place(kind, on: day) }
        if place.postcode == before.placement.postcode { place = self.place(.foster) }
        stays.append(Stay(start: day, placement: place, reason: reason(to: kind)))
    }

    private mutating func reason(to kind: PlacementKind) -> ReasonPlaceChange {
        if kind == .parents { return .carePlan }
        return random.pick(
            Weighted(
                (.carePlan, 46), (.behaviour, 14), (.carerOther, 13), (.authority, 6), (.child, 6), (.closed, 3), (.standards, 2),
                (.allegation, 2), (.approvalRemoved, 0.5), (.other, 9)))
    }

    private func status(on day: CalendarDate) -> LegalStatus {
        legal.steps.last { $0.start <= day }?.status ?? .accommodated
    }

    /// The last move of an adoption: to new adopters, or the carers become the adopters.
    private mutating func adopters(_ day: CalendarDate) {
        stays.removeAll { $0.start >= day }
        guard let before = stays.last else { return }
        let consent = plan == .consentAdoption
        let withCarer = before.placement.kind == .fosterToAdopt || before.placement.kind.isFoster && random.chance(0.05)
        if withCarer {
            var place = before.placement
            place.kind = consent ? .consentWithCarer : .orderWithCarer
            stays.append(Stay(start: day, placement: place, sameCarer: true, reason: .statusOnly))
        } else {
            stays.append(Stay(start: day, placement: self.place(consent ? .consentWithOther : .orderWithOther), reason: .carePlan))
        }
    }

    /// A foster placement that has lasted becomes the long-term one: the carer stays, the status of the placement changes.
    private mutating func growLongTerm() {
        guard plan == .majority || plan == .reversedAdoption else { return }
        var grown: [Stay] = []
        for (position, stay) in stays.enumerated() {
            grown.append(stay)
            let until = position + 1 < stays.count ? stays[position + 1].start : end
            let kind = stay.placement.kind
            guard kind == .foster || kind == .kin, random.chance(0.7) else { continue }
            var day = stay.start + random.within(240...650)
            // Sometimes the court's final hearing settles both.
            if let order = legal.steps.last, order.status == .careOrder, order.start - stay.start > 60, random.chance(0.15) {
                day = order.start
            }
            guard day - start > 150, until - day > 30, status(on: day) == .careOrder else { continue }
            var place = stay.placement
            place.kind = kind == .kin ? .kinLongTerm : .fosterLongTerm
            grown.append(Stay(start: day, placement: place, sameCarer: true, reason: .statusOnly))
        }
        stays = grown
    }

    /// Some children live with their parents for years while the care order goes on.
    private mutating func homeUnderOrder() {
        let day = start + random.within(420...1_100)
        guard end - day > 400, status(on: day) == .careOrder, life.birth.returnAge(on: day) < 14 else { return }
        stays.removeAll { $0.start >= day - 15 && $0.start > start }
        if stays.last?.placement.kind == .parents { return }
        stays.append(Stay(start: day, placement: place(.parents), reason: .carePlan))
    }

    /// Children on a care order often go home to their parents before the order is discharged.
    private mutating func trialAtHome() {
        let day = end - random.within(60...220)
        guard let before = stays.last, day - before.start > 20, status(on: day) == .careOrder, random.chance(0.7) else { return }
        guard before.placement.kind != .parents else { return }
        stays.append(Stay(start: day, placement: place(.parents), reason: .carePlan))
    }

    /// On 28 October 2023 supported accommodation was registered, and has a URN from then on, so a new episode starts;
    /// independent living ended.
    private mutating func register() {
        let day = Self.registration
        guard start < day, day < end, let position = stays.lastIndex(where: { $0.start < day }) else { return }
        guard position + 1 == stays.count || stays[position + 1].start > day else { return }
        let before = stays[position].placement
        if before.kind == .supported {
            stays.insert(Stay(start: day, placement: before, sameCarer: true, reason: .statusOnly), at: position + 1)
        } else if before.kind == .independent {
            let next = position + 1 < stays.count ? stays[position + 1].placement : before
            var new = place(.supported)
            while new.postcode == next.postcode || new.postcode == before.postcode { new = place(.supported) }
            stays.insert(Stay(start: day, placement: new, reason: .closed), at: position + 1)
        }
    }

    /// Short stays away, each followed by the return to the same placement: carers on holiday, hospital, respite.
    private mutating func temporaryStays() {
        var withStays: [Stay] = []
        for (position, stay) in stays.enumerated() {
            withStays.append(stay)
            let until = position + 1 < stays.count ? stays[position + 1].start : end
            let kind = stay.placement.kind
            guard kind.isFoster || kind == .childrensHome, until - stay.start > 120 else { continue }
            var day = stay.start + 40 + random.days(mean: 3_000)
            while until - day > 60 {
                let temporary = random.pick(
                    Weighted<PlacementKind>(
                        (kind.isFoster ? .carerHoliday : .otherTemporary, 60), (.hospitalStay, 20), (.otherTemporary, 20)))
                let length = temporary == .otherTemporary ? random.within(2...6) : random.within(3...17)
                let clear = !legal.steps.contains { $0.start >= day - 1 && $0.start <= day + length + 1 }
                if clear {
                    let away = Placement(kind: temporary, sector: nil, urn: .none, postcode: address(otherThan: stay.placement.postcode))
                    withStays.append(Stay(start: day, placement: away))
                    withStays.append(Stay(start: day + length, placement: stay.placement))
                }
                day = day + length + 200 + random.days(mean: 3_000)
            }
        }
        stays = withStays
    }

    private mutating func address(otherThan other: Postcode) -> Postcode {
        var postcode = Postcode.random(ownShare: 0.8, &random)
        while postcode == other || postcode == home { postcode = Postcode.random(ownShare: 0.8, &random) }
        return postcode
    }

    /// As `place(_:)`, but supported accommodation where independent living is no longer a placement.
    private mutating func place(_ kind: PlacementKind, on day: CalendarDate) -> Placement {
        place(kind == .independent && day >= Self.registration ? .supported : kind)
    }

    /// A placement of the kind, with a provider of the catalogue where the kind has one.
    private mutating func place(_ kind: PlacementKind) -> Placement {
        switch kind {
        case .parents: return Placement(kind: kind, sector: .parent, urn: .none, postcode: home)
        case .kin, .kinLongTerm, .kinToAdopt: return fostering(kind, slot: 1, .own)
        case .foster, .fosterLongTerm, .fosterToAdopt:
            switch random.unit() {
            case ..<0.39: return fostering(kind, slot: 1, .own)
            case ..<0.87: return fostering(kind, slot: random.within(49...68), .privateSector)
            case ..<0.97: return fostering(kind, slot: random.within(69...74), .voluntary)
            default: return fostering(kind, slot: random.within(75...78), .otherAuthority)
            }
        case .consentWithCarer, .consentWithOther, .orderWithCarer, .orderWithOther:
            switch random.unit() {
            case ..<0.5: return fostering(kind, slot: 2, .own)
            case ..<0.8: return Placement(kind: kind, sector: .otherAuthority, urn: .unregistered, postcode: address(otherThan: home))
            default: return fostering(kind, slot: random.within(119...121), .voluntary)
            }
        case .childrensHome:
            switch random.unit() {
            case ..<0.16: return registeredPlace(kind, slot: random.within(3...8), .own)
            case ..<0.9: return registeredPlace(kind, slot: random.within(9...40), .privateSector)
            default: return registeredPlace(kind, slot: random.within(41...46), .voluntary)
            }
        case .secureHome: return registeredPlace(kind, slot: random.within(47...48), .otherAuthority)
        case .familyCentre: return registeredPlace(kind, slot: random.within(79...82), .privateSector)
        case .school: return registeredPlace(kind, slot: random.within(83...88), .voluntary)
        case .supported:
            switch random.unit() {
            case ..<0.74: return registeredPlace(kind, slot: random.within(89...108), .privateSector)
            case ..<0.93: return registeredPlace(kind, slot: random.within(109...116), .voluntary)
            default: return registeredPlace(kind, slot: random.within(117...118), .own)
            }
        case .independent: return Placement(kind: kind, sector: .privateSector, urn: .none, postcode: address(otherThan: home))
        case .careHome: return Placement(kind: kind, sector: .privateSector, urn: .none, postcode: address(otherThan: home))
        case .medical, .youngOffenders: return Placement(kind: kind, sector: .publicBody, urn: .none, postcode: address(otherThan: home))
        default: return Placement(kind: kind, sector: nil, urn: .none, postcode: address(otherThan: home))
        }
    }

    private mutating func fostering(_ kind: PlacementKind, slot: Int, _ sector: ProviderSector) -> Placement {
        Placement(kind: kind, sector: sector, urn: catalogue.provider(slot: slot, life: life.index), postcode: address(otherThan: home))
    }

    /// A home, school or centre: the child lives at the provider's address.
    private func registeredPlace(_ kind: PlacementKind, slot: Int, _ sector: ProviderSector) -> Placement {
        let provider = catalogue.provider(slot: slot, life: life.index)
        return Placement(kind: kind, sector: sector, urn: provider, postcode: catalogue.address(of: provider))
    }
}
