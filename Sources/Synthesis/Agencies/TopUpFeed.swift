import Vocabulary

/// The workbook that the return's officer keeps by hand: help offered for substance misuse, health surveillance under five, deprivation of liberty
/// orders. It answers what the yearly outcomes of the return say (``YearOutcomes``).
struct TopUpFeed: AgencyFeed {
    static let agency = "top-up"
    private static let file = "top_up.xlsx"

    static let interventions = FeedTable(
        workbook: file, sheet: "Interventions offered",
        header: ["Child id", "Date of birth", "Offered on", "Intervention", "Answer", "Answered on", "Recorded by"])
    static let surveillance = FeedTable(
        workbook: file, sheet: "Health surveillance", style: .init(dates: .excel, yes: "Yes", no: "No"),
        header: ["Child id", "Date of birth", "Checked on", "Up to date", "Last review", "Recorded by"])
    static let orders = FeedTable(
        workbook: file, sheet: "Deprivation of liberty",
        header: ["Child id", "Date of birth", "Order start", "Order end", "Court reference", "Recorded by"])
    static let tables = [interventions, surveillance, orders]

    /// The council's own numbers, typed by hand: now and then day and month of birth change places, and the row waits for its child.
    static let habits = SpellingHabits(localID: 1, misspelt: 0, nickname: 0, otherSurname: 0, plainLetters: 0, swappedDate: 0.005)

    private let world: FeedWorld

    init(_ world: FeedWorld) throws { self.world = world }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard life.outside == nil else { return }
        for year in world.plan.years {
            let known = min(world.plan.lastKnownDay(of: year), world.asAt)
            guard let outcomes = YearOutcomes(life: life, year: year, known: known, seed: world.plan.seed) else { continue }
            try offer(life, told, year, known, outcomes, to: files)
            try check(life, told, year, known, outcomes, to: files)
        }
        for order in life.orders where order.start <= world.asAt {
            var random = world.random(life, "order", Int(order.start.daysSince2000))
            try files.add(
                Self.orders,
                [
                    .text(told.localID), .date(told.birth), .date(order.start), .date(order.end <= world.asAt ? order.end : nil),
                    .text("DOL\(order.start.year)/\(random.within(1_000...9_999))"), "Legal team",
                ])
        }
    }

    private func offer(
        _ life: Life, _ told: Spelling, _ year: CollectionYear, _ known: CalendarDate, _ outcomes: YearOutcomes, to files: FeedFiles
    ) throws {
        guard outcomes.substanceMisuse, outcomes.helped == true || outcomes.offered == true else { return }
        var random = world.random(life, "offer", year.startYear)
        let day = year.start + random.within(10...max(10, (known - year.start) * 3 / 4))
        guard day <= known else { return }
        let answered = day + random.within(3...40)
        try files.add(
            Self.interventions,
            [
                .text(told.localID), .date(told.birth), .date(day), .code(random.pick(Self.kinds)),
                .code(outcomes.helped == true ? "Taken up" : "Offered and not taken up"), .date(answered <= world.asAt ? answered : nil),
                "Children in care nursing",
            ])
    }

    private func check(
        _ life: Life, _ told: Spelling, _ year: CollectionYear, _ known: CalendarDate, _ outcomes: YearOutcomes, to files: FeedFiles
    ) throws {
        guard let upToDate = outcomes.healthCheck else { return }
        var random = world.random(life, "surveillance", year.startYear)
        let day = known - random.within(0...60)
        let months = (day - life.birth) / 30
        guard day > life.birth else { return }
        let review: String
        switch months {
        case ..<2: review = "New birth visit"
        case ..<9: review = "Six to eight week review"
        case ..<24: review = "Nine to twelve month review"
        case ..<48: review = "Two to two and a half year review"
        default: review = "Before school"
        }
        try files.add(
            Self.surveillance,
            [.text(told.localID), .date(told.birth), .date(day), .yes(upToDate), .code(review), "Children in care nursing"])
    }

    /// A child placed here by another authority, entered by mistake under a number that is nobody's.
    mutating func writeOthers(to files: FeedFiles) throws {
        let told = files.stranger(0)
        try files.add(
            Self.surveillance,
            [.text("999\(1_000 + told.who.index)"), .date(told.birth), .date(world.asAt - 20), .yes(true), .blank, "Children in care nursing"])
    }

    private static let kinds = Weighted(
        ("Key work with a substance misuse worker", 50.0), ("Advice or harm reduction", 25), ("Further assessment by a specialist service", 15),
        ("Talking therapy", 8), ("Clinical or pharmacological treatment", 2))
}
