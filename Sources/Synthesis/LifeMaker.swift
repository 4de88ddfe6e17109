import Vocabulary

/// Makes the life of child number `index`. Everything is drawn from streams of (seed, index), so a life does not depend on
/// how many others there are.
struct LifeMaker: Sendable {
    let seed: UInt64
    /// Entries into care are spread evenly over the years up to this day.
    let lastDay: CalendarDate
    let catalogue: ProviderCatalogue
    let authority: String

    /// Long enough that the oldest care leavers of the oldest of ten years came in after its start.
    static let yearsOfEntries = 24

    init(plan: SynthesisPlan) {
        seed = plan.seed
        lastDay = plan.years.last.map { plan.lastKnownDay(of: $0) } ?? CalendarDate(daysSince2000: 0)
        catalogue = ProviderCatalogue(seed: plan.seed)
        authority = plan.authority
    }

    func life(_ index: Int) -> Life {
        var random = RandomStream(seed: seed, index: index, purpose: .life)
        let entry = self.entry(&random)
        if random.chance(Shares.shortBreaks) { return shortBreakLife(index, entry, &random) }
        var life = newcomer(index, entry, &random)
        carePeriods(of: &life, from: entry, &random)
        describe(&life, entry, &random)
        life.reviews = ReviewMaker.reviews(of: life, seed: seed)
        life.absences = AbsenceMaker.absences(of: life, seed: seed)
        life.workers = WorkerMaker.allocations(of: life, seed: seed)
        life.orders = LibertyMaker.orders(of: life, seed: seed)
        return life
    }

    /// A life that ended before the oldest year is made too: the number of entries a year is what holds the figures together.
    private func entry(_ random: inout RandomStream) -> CalendarDate { lastDay - random.within(0...(Self.yearsOfEntries * 365)) }

    /// The day on which child number `index` first comes into care.
    func entry(of index: Int) -> CalendarDate {
        var random = RandomStream(seed: seed, index: index, purpose: .life)
        return entry(&random)
    }

    /// Who child number `index` is, without what happened to them; nil for a child in short breaks.
    func newcomer(_ index: Int) -> Life? {
        var random = RandomStream(seed: seed, index: index, purpose: .life)
        let entry = self.entry(&random)
        return random.chance(Shares.shortBreaks) ? nil : newcomer(index, entry, &random)
    }

    /// Sex, age and ethnicity of a child who comes into care on `entry`.
    private func newcomer(_ index: Int, _ entry: CalendarDate, _ random: inout RandomStream) -> Life {
        let unaccompanied = random.chance(Shares.unaccompanied)
        let band = random.pick(unaccompanied ? Shares.unaccompaniedAge : Shares.entryAge)
        // Many of the under-ones come at birth, straight from hospital.
        let days = band == 0...364 && random.chance(0.45) ? random.within(0...20) : random.within(band)
        let birth = entry - days
        return Life(
            index: index, sex: random.chance(unaccompanied ? 0.93 : 0.535) ? .male : .female, birth: birth,
            ethnicity: random.pick(unaccompanied ? Shares.unaccompaniedEthnicity : Shares.ethnicity),
            isUnaccompanied: unaccompanied)
    }

    /// Periods of care until the child is adopted, comes of age, or does not come back.
    private func carePeriods(of life: inout Life, from entry: CalendarDate, _ random: inout RandomStream) {
        var start = entry
        for attempt in 0..<4 {
            var maker = PeriodMaker(life: life, start: start, catalogue: catalogue, random: random)
            let period = maker.period()
            random = maker.random
            life.periods.append(period)
            if let decision = maker.decision { life.decision = decision }
            if let adoption = maker.adoption { life.adoption = adoption }
            // About one in five who go home come back, most of them within two years.
            let home = period.reasonCeased == .homePlanned || period.reasonCeased == .homeUnplanned
            guard home, life.decision == nil, attempt < 3, random.chance(0.24) else { return }
            start = period.end + 20 + random.days(mean: 300)
            if start > life.adulthood - 60 { return }
        }
    }

    /// What does not follow from care itself: motherhood, status, earlier permanence, a death after care.
    private func describe(_ life: inout Life, _ entry: CalendarDate, _ random: inout RandomStream) {
        let age = life.birth.returnAge(on: entry)
        if life.sex == .female, age >= 15, random.chance(0.12) {
            life.motherSince = entry - random.within(5...150)
        }
        if life.isUnaccompanied, random.chance(0.06) {
            let latest = min(life.adulthood, life.leftCare) - 20
            let day = latest - random.within(0...200)
            if day > entry + 30 { life.statusEnded = day }
        }
        if age >= 3, !life.isUnaccompanied { life.earlierPermanence = permanence(before: entry, of: life, &random) }
        if random.chance(0.004) { life.died = life.adulthood + random.within(30...1_400) }
    }

    private func permanence(before entry: CalendarDate, of life: Life, _ random: inout RandomStream) -> EarlierPermanence {
        guard random.chance(0.1) else { return .none }
        let code = random.pick(Weighted(("P2", 45), ("P1", 20), ("P3", 25), ("P4", 10)))
        let latest = entry - 400
        guard latest - life.birth > 250 else { return .none }
        let day = life.birth + random.between(200, latest - life.birth)
        if code == "P4" { return .known(code: code, authority: "999", day: day, precision: .nothing) }
        let place = random.chance(0.8) ? authority : random.chance(0.1) ? "SCO" : Postcode.neighbours(of: authority)[random.within(0...4)]
        return .known(code: code, authority: place, day: day, precision: random.pick(Weighted((.day, 80), (.month, 12), (.year, 8))))
    }
}

/// Shares that the lives are drawn with, chosen so that the figures come out near the published ones (``SynthesisSummary/figures`` has both).
enum Shares {
    /// Of all children ever helped; few in the stock, since they are left out of its count.
    static let shortBreaks = 0.025
    static let unaccompanied = 0.175

    static let entryAge = Weighted<ClosedRange<Int>>(
        (0...364, 25), (365...1_825, 22), (1_826...3_651, 20), (3_652...5_843, 25), (5_844...6_500, 8))
    static let unaccompaniedAge = Weighted<ClosedRange<Int>>(
        (5_114...5_478, 8), (5_479...5_843, 24), (5_844...6_208, 40), (6_209...6_540, 28))

    static let ethnicity = Weighted(
        ("WBRI", 58.0), ("WOTH", 4), ("WIRI", 0.6), ("WROM", 1.2), ("WIRT", 0.3), ("MWBC", 12), ("MWBA", 2.5), ("MWAS", 3.5), ("MOTH", 5.5),
        ("APKN", 5), ("AIND", 1), ("ABAN", 0.6), ("AOTH", 2), ("BCRB", 4.5), ("BAFR", 4), ("BOTH", 2.5), ("CHNE", 0.2), ("OOTH", 1.5),
        ("REFU", 0.2), ("NOBT", 0.4))
    static let unaccompaniedEthnicity = Weighted(("OOTH", 34.0), ("AOTH", 28), ("BAFR", 31), ("BOTH", 4), ("WOTH", 3))

    static let need = Weighted(
        ("N1", 61.0), ("N5", 16), ("N4", 8), ("N8", 5), ("N3", 4), ("N2", 3), ("N6", 2), ("N7", 0.4))
}
