import Vocabulary

/// The independent reviewing service: the tracker of reviews, checks between them, disputes, compliments, caseloads.
///
/// The same reviews as in the return, with the day each was due.
struct ReviewingFeed: AgencyFeed {
    static let agency = "reviewing"

    static let tracker = FeedTable(
        workbook: "Review tracker {month}.xlsx", sheet: "Review tracker", title: ["Reviews of children in care", "Position at {month}"],
        style: .init(dates: .excel, yes: "Yes", no: "No"),
        header: [
            "LA Child ID", "Child Name", "DOB", "IRO ID", "Review No", "Review Due Date", "Date Booked", "Date Held", "Sessions", "Participation Code",
            "How Held", "Child Chaired", "Care Plan Agreed", "Permanence Plan Agreed", "Decisions Sent Date", "Minutes Sent Date",
        ])
    static let monitoring = FeedTable(
        workbook: "IRO monitoring {month}.xlsx", sheet: "IRO monitoring", style: .init(dates: .excel, yes: "Yes", no: "No"),
        header: ["LA Child ID", "DOB", "Monitoring Date", "IRO ID", "Child Seen or Spoken To", "Care Plan on Track", "RAG"])
    static let disputes = FeedTable(
        workbook: "IRO disputes {month}.xlsx", sheet: "Disputes", title: ["Dispute resolution"], style: .init(dates: .excel, yes: "Yes", no: "No"),
        header: [
            "DRP Ref", "LA Child ID", "DOB", "Date Raised", "IRO ID", "Stage Reached", "Level of Manager", "Main Theme", "Social Work Team",
            "Response Due Date", "Response Date", "Date Resolved", "Status", "Cafcass Referral", "Legal Advice Sought", "Days Open",
        ])
    static let compliments = FeedTable(
        csv: "Compliments {quarter}.csv", style: .init(),
        header: ["Compliment Ref", "Date Given", "Source", "Service/Team", "Compliment Theme"])
    static let caseload = FeedTable(
        csv: "IRO caseload {month}.csv", style: .init(dates: .iso),
        header: ["IRO ID", "IRO Name", "Month End", "WTE", "Open Cases"])

    static let tables = [tracker, monitoring, disputes, compliments, caseload]

    /// The council's own service, in the case system.
    static let habits = SpellingHabits(localID: 1, misspelt: 0, nickname: 0.05, otherSurname: 0, plainLetters: 0, swappedDate: 0)

    let world: FeedWorld
    private let since: CalendarDate
    private let disputed: Double
    private let checked: Double
    private let praised: Double
    /// Ends of the last twelve months, and the as-at date.
    private let counted: [CalendarDate]
    /// Children of each officer on each of these days.
    private var cases: [String: [Int]] = [:]

    init(_ world: FeedWorld) throws {
        self.world = world
        since = world.since(months: 24)
        disputed = try world.share("reviews_disputed")
        checked = try world.share("midway_checks")
        praised = try world.share("compliments_a_year")
        let (year, month, _) = world.asAt.components
        let first = CalendarDate(year: year, month: month, day: 1) ?? world.asAt
        counted = (0..<12).reversed().map { first.addingMonths(-$0) - 1 }.filter { $0 < world.asAt } + [world.asAt]
    }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard life.outside == nil, !life.isShortBreak else { return }
        let officer = officer(of: life)
        for (place, day) in counted.enumerated() where life.isInCare(on: day) {
            cases[officer, default: Array(repeating: 0, count: counted.count)][place] += 1
        }
        let due = due(of: life)
        for review in due where review.due >= since || (review.held ?? since) > since {
            try write(review, officer, life, told, to: files)
        }
    }

    mutating func writeOthers(to files: FeedFiles) throws {
        for officer in cases.keys.sorted() {
            for (place, children) in (cases[officer] ?? []).enumerated() {
                let number = Int(officer.dropFirst(4)) ?? 0
                try files.add(
                    Self.caseload,
                    [
                        .text(officer), .text(WorkerName.of(930_000 + number)), .date(counted[place]), .decimal(Self.isPartTime(officer) ? 0.4 : 1, places: 1),
                        .number(children),
                    ])
            }
        }
        let number = Int(praised * Double(world.plan.children) * 2)
        for count in 0..<number {
            var random = world.random("compliment", count)
            try files.add(
                Self.compliments,
                [
                    .text("CP-\(count + 1)"), .date(world.calendar.workingDay(from: world.asAt - random.within(1...729))), .code(random.pick(Self.givers)),
                    .text(random.pick(Self.teams)), .text(random.pick(Self.praise)),
                ])
        }
    }

    /// A review by its due day; not held yet where `held` is nil.
    struct DueReview: Sendable {
        let number: Int
        let due: CalendarDate
        let held: CalendarDate?
        let participation: String?
    }

    /// Every review that was or is due: the first within 20 working days, the second within 3 months of it, then within 6 months of the
    /// one before; moving in with adopters starts again with 4 weeks.
    func due(of life: Life) -> [DueReview] {
        var made: [DueReview] = []
        for period in life.periods where period.start <= world.asAt {
            let movedIn = period.episodes.first { $0.placement.kind.isAdoption }?.start
            var last: CalendarDate?
            var rank = 0
            var number = 0
            var isRestarted = false
            for review in life.reviews where review.day >= period.start && review.day < period.end {
                var due = self.due(rank, after: last ?? period.start)
                if let movedIn, !isRestarted, review.day > movedIn {
                    isRestarted = true
                    rank = 0
                    due = min(due, movedIn + 28)
                }
                guard review.day <= world.asAt else {
                    made.append(DueReview(number: number + 1, due: due, held: nil, participation: nil))
                    last = nil
                    break
                }
                number += 1
                made.append(DueReview(number: number, due: due, held: review.day, participation: review.participation))
                last = review.day
                rank += 1
            }
            // Still in care, and no further review in the simulation: the next one is due all the same.
            if let last, period.end > world.asAt, !life.reviews.contains(where: { $0.day > world.asAt && $0.day < period.end }) {
                made.append(DueReview(number: number + 1, due: due(rank, after: last), held: nil, participation: nil))
            }
        }
        return made
    }

    private func due(_ rank: Int, after day: CalendarDate) -> CalendarDate {
        rank == 0 ? world.calendar.working.adding(20, to: day) : day + (rank == 1 ? 91 : 183)
    }

    private func write(_ review: DueReview, _ officer: String, _ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        var random = world.random(life, "review", Int(review.due.daysSince2000))
        let age = life.birth.returnAge(on: review.due)
        let held = review.held
        let planned = held ?? (review.due - world.asAt < 60 ? max(world.asAt + 1, review.due - random.within(0...10)) : nil)
        func sent(_ days: ClosedRange<Int>) -> CalendarDate? {
            let after = random.within(days)
            return held.map { $0 + after }.flatMap { $0 <= world.asAt ? $0 : nil }
        }
        try files.add(
            Self.tracker,
            [
                .text(told.localID), .text(told.fullName), .date(told.birth), .text(officer), .number(review.number), .date(review.due),
                .date(planned), .date(held), .number(held == nil ? nil : random.chance(0.07) ? 2 : 1), .code(review.participation),
                .code(held == nil ? nil : random.pick(Self.formats)), .yes(held == nil || age < 8 ? nil : random.chance(0.12)),
                .yes(held == nil ? nil : random.chance(0.94)), .code(held == nil ? nil : plan(life, review)), .date(sent(1...9)), .date(sent(8...30)),
            ])
        guard let held else { return }
        if random.chance(checked) {
            let day = world.calendar.workingDay(from: held + random.within(50...100))
            if day <= world.asAt, life.isInCare(on: day) {
                let isOnTrack = random.chance(0.86)
                try files.add(
                    Self.monitoring,
                    [
                        .text(told.localID), .date(told.birth), .date(day), .text(officer), .yes(random.chance(age < 4 ? 0.2 : 0.62)), .yes(isOnTrack),
                        .code(isOnTrack ? "Green" : random.chance(0.8) ? "Amber" : "Red"),
                    ])
            }
        }
        if random.chance(disputed) { try writeDispute(held, review.number, officer, life, told, &random, to: files) }
    }

    private func writeDispute(
        _ held: CalendarDate, _ number: Int, _ officer: String, _ life: Life, _ told: Spelling, _ random: inout RandomStream, to files: FeedFiles
    ) throws {
        let raised = world.calendar.workingDay(from: held + random.within(1...20))
        guard raised <= world.asAt else { return }
        let due = world.calendar.working.adding(5, to: raised)
        let answered = world.calendar.workingDay(from: raised + random.within(2...14))
        let resolved = world.calendar.workingDay(from: answered + random.within(0...25))
        let isOver = resolved <= world.asAt
        let level = random.pick(Self.levels)
        try files.add(
            Self.disputes,
            [
                .text("DR\(life.serial)-\(held.daysSince2000)"), .text(told.localID), .date(told.birth), .date(raised), .text(officer), .code(level.stage),
                .code(level.manager), .code(random.pick(Self.themes)), .text(random.pick(Self.teams)), .date(due),
                .date(answered <= world.asAt ? answered : nil), .date(isOver ? resolved : nil), .code(isOver ? "Closed - resolved" : "Awaiting response"),
                .yes(false), .yes(random.chance(0.02)), .number((isOver ? resolved : world.asAt) - raised),
            ])
    }

    /// Eleven officers for about seven hundred children, three of them part-time with a third of the cases.
    private func officer(of life: Life) -> String {
        let group = life.index / ProviderCatalogue.livesPerSet
        var random = world.random(life, "officer")
        let place = random.pick(Self.officers)
        return "IRO-\(group * 11 + place + 1)"
    }

    private static func isPartTime(_ officer: String) -> Bool { ((Int(officer.dropFirst(4)) ?? 1) - 1) % 11 >= 8 }

    private static let officers = Weighted(
        (0, 74.0), (1, 73), (2, 75), (3, 72), (4, 74), (5, 73), (6, 75), (7, 74), (8, 26), (9, 30), (10, 28))

    private func plan(_ life: Life, _ review: DueReview) -> String? {
        let day = review.held ?? review.due
        guard review.number > 1, let episode = life.episode(on: day) else { return "Assessment ongoing" }
        if episode.placement.kind.isAdoption || episode.legal == .placementOrder { return "Adoption" }
        if episode.placement.kind.isLongTermFoster { return "LTF" }
        if life.birth.returnAge(on: day) >= 16 { return "Independence" }
        if episode.placement.kind.isKin { return "SGO" }
        if episode.placement.kind == .childrensHome { return "Residential" }
        return episode.legal == .careOrder ? "LTF" : "Care proceedings"
    }

    private static let formats = Weighted(("F2F", 62.0), ("Hybrid", 20), ("Teams", 16), ("Phone", 2))
    private static let levels = Weighted<(stage: String, manager: String)>(
        (("Formal 1", "Team Manager"), 78), (("Formal 2", "Service Manager"), 20), (("Formal 3", "HoS"), 2))
    private static let themes = Weighted(
        ("Drift and delay", 26.0), ("Suitability of placement", 20), ("Changes of social workers", 14), ("Statutory visits not in timescale", 14),
        ("Health needs not met", 10), ("Late reports", 10), ("PEP", 4), ("Family contact", 2))
    private static let teams = Weighted(
        ("Children in Care North", 28.0), ("Children in Care South", 28), ("Court team", 20), ("Disabled children", 8), ("Fieldwork East", 16))
    private static let givers = Weighted(("IRO", 84.0), ("Foster carer", 6), ("Young person", 4), ("Court", 6))
    private static let praise = Weighted(
        ("Quality of the report", 30.0), ("Child's voice in the plan", 25), ("Life story work", 15), ("Persistence with a placement", 15), ("Swift action", 15))
}
