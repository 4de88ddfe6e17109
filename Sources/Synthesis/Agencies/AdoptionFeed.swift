import Vocabulary

/// The regional adoption agency's tracker of children and adopters, legal services' placement orders, and support after special guardianship.
struct AdoptionFeed: AgencyFeed {
    static let agency = "adoption"

    private static let tracker = "RAA adoption tracker {quarter}.xlsx"

    static let children = FeedTable(
        workbook: tracker, sheet: "Child tracker", title: ["Regional adoption agency: children", "To {date}"],
        header: [
            "LA ref", "Child DOB", "SHOBPA date", "PO granted", "Match (ADM)", "Date placed", "EP placement", "Carer adoption - placed", "AO granted",
            "SHOBPA rescinded", "Reason plan changed", "Matched family", "Siblings?", "Siblings placed together", "Siblings placed apart", "RAA URN",
        ])

    static let adopters = FeedTable(
        workbook: tracker, sheet: "Adopters", title: ["Regional adoption agency: adopters", "To {date}"],
        header: [
            "Adopter Ref", "Adoptive family", "Gender", "Ethnic origin", "Disabled", "Early permanence", "Date enquiry received", "Date Stage 1 started",
            "Date Stage 1 ended", "Date Stage 2 started", "Date Stage 2 ended", "Date application submitted", "Date application approved",
            "Date adopter matched with child(ren)", "Date child/children placed with adopter(s)", "No. of children placed", "AO date",
            "Date of leaving adoption process", "Reason for leaving adoption process",
        ])

    static let orders = FeedTable(
        csv: "placement_orders_{date}.csv", style: .init(dates: .iso),
        header: ["LA reference", "Date of birth", "Issued", "PO made", "Hearing court", "Order revoked"])

    static let guardianship = FeedTable(
        csv: "sgo_support_{date}.csv", style: .init(yes: "Yes", no: "No", encoding: .windows1252),
        header: [
            "Child ID", "DOB", "SGO granted", "Relationship to child", "Previously LAC", "Support assessed", "Support type", "Support start", "Support end",
            "Allowance per week", "Next review",
        ])

    static let tables = [children, adopters, orders, guardianship]

    /// Children are known by the authority's identifier; some copies are wrong.
    static let habits = SpellingHabits(localID: 1, staleLocalID: 0.01, swappedDate: 0.005)

    private let world: FeedWorld
    private let allowance: Double
    private let panelDays: Double
    private let inProcess: Double

    init(_ world: FeedWorld) throws {
        self.world = world
        allowance = try world.share("guardians_with_allowance")
        panelDays = try world.share("matches_told_by_panel_day")
        inProcess = try world.share("adopters_in_process") * Double(world.plan.children) / 700
    }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard life.outside == nil else { return }
        if let decision = life.decision { try write(decision, of: life, told, files) }
        for period in life.periods where period.reasonCeased.isGuardianship && period.end <= world.asAt {
            try writeGuardianship(period, of: life, told, files)
        }
    }

    /// What ended before the returns begin is in no system that is loaded.
    private var since: CalendarDate { world.plan.years.first?.start ?? world.since(months: 36) }

    private func known(_ day: CalendarDate?) -> CalendarDate? { day.flatMap { $0 <= world.asAt ? $0 : nil } }

    // MARK: - Children

    private func write(_ decision: AdoptionDecision, of life: Life, _ told: Spelling, _ files: FeedFiles) throws {
        let adopted = life.periods.last { $0.reasonCeased.isAdoption }.map(\.end)
        guard decision.day <= world.asAt, max(adopted ?? world.asAt, decision.day) >= since else { return }
        var random = world.random(life, "tracker")
        let order = life.legalStatuses.first { $0.status == .placementOrder }
        let stays = life.stays
        let moved = known(stays.first { $0.placement.kind.isAdoption && $0.start >= decision.day }?.start)
        let early = known(stays.first { $0.placement.kind == .fosterToAdopt || $0.placement.kind == .kinToAdopt }?.start)
        let carer = life.adoption?.byCarer == true ? stays.last { $0.placement.kind.isFoster && $0.end <= (moved ?? world.asAt) }?.start : nil
        // The agency's tracker often has the day of the panel, and social care that of the decision a few days later.
        let panel = random.chance(panelDays) ? random.within(3...9) : 0
        let matched = known(life.adoption?.matched).map { max(decision.day + 1, $0 - panel) }
        let together = random.chance(0.22) ? random.within(2...3) : 1
        let reversed = known(decision.reversed)
        try files.add(
            Self.children,
            [
                .text(told.localID), .date(told.birth), .date(decision.day), .date(known(order?.start)), .date(matched), .date(moved), .date(early),
                .date(moved == nil ? nil : carer), .date(known(adopted)), .date(reversed), .code(reversed == nil ? nil : decision.reversalReason),
                .text(matched == nil ? nil : family(of: life)), .yes(together > 1), .number(together > 1 && matched != nil ? together : nil),
                .number(random.chance(0.1) ? 1 : 0), .text(agencyURN(of: life)),
            ])
        if let order, let made = known(order.start) { try write(order: made, revoked: reversed, of: life, told, files) }
        for adopter in adopters(of: life) { try add(adopter, files) }
    }

    private func write(order: CalendarDate, revoked: CalendarDate?, of life: Life, _ told: Spelling, _ files: FeedFiles) throws {
        var random = world.random(life, "court")
        let issued = world.calendar.workingDay(from: order - random.within(35...90))
        let revocation = revoked.map { world.calendar.workingDay(from: $0 + random.within(20...80)) }
        try files.add(
            Self.orders,
            [
                .text(told.localID), .date(told.birth), .date(issued), .date(order),
                .text(random.chance(0.9) ? "Family Court at Loxborough" : "Family Court at Nettleworth"),
                .date(known(revocation)),
            ])
    }

    /// The number of the family that adopts a child.
    func family(of life: Life) -> String { "AF\(10_000 + life.serial)" }

    /// The agency that placed the child: its number as Ofsted knows it, or the seven X of an agency it does not register.
    private func agencyURN(of life: Life) -> String? {
        life.stays.last { $0.placement.kind.isAdoption && $0.start <= world.asAt }.flatMap { $0.placement.urn.number == 0 ? nil : $0.placement.urn.text }
    }

    // MARK: - Adopters

    /// An adult on the way to adopt, with the steps reached by the as-at date: the inspectorate's list has the same people.
    struct Adopter: Sendable {
        let identifier: String
        let family: String
        /// `F` or `M`
        let sex: String
        let ethnicity: String
        let isDisabled: Bool
        /// Also approved to foster, so that a child can move in before the placement order.
        let isEarly: Bool
        /// Enquiry, start and end of stage 1, start and end of stage 2, application, approval.
        let steps: [CalendarDate?]
        var matched: CalendarDate?
        var moved: CalendarDate?
        var order: CalendarDate?
        var left: CalendarDate?
        var reason: String?
    }

    /// Those who adopt a child of the authority: every step lies before the match.
    func adopters(of life: Life) -> [Adopter] {
        guard let decision = life.decision, decision.day <= world.asAt, let adoption = life.adoption, let matched = known(adoption.matched) else { return [] }
        let stays = life.stays
        let isEarly = known(stays.first { $0.placement.kind == .fosterToAdopt || $0.placement.kind == .kinToAdopt }?.start) != nil
        let moved = known(stays.first { $0.placement.kind.isAdoption && $0.start >= decision.day }?.start)
        let order = known(life.periods.last { $0.reasonCeased.isAdoption }.map(\.end))
        var random = world.random(life, "adopters")
        let approved = world.calendar.workingDay(from: matched - random.within(40...420))
        let steps = Self.steps(approved: approved, world, &random)
        let ethnicity = random.pick(Self.ethnicities)
        return Self.sexes(adoption.adopterSex).enumerated().map { place, sex in
            Adopter(
                identifier: "AD\(40_000 + life.serial * 2 + place)", family: family(of: life), sex: sex, ethnicity: ethnicity, isDisabled: random.chance(0.06),
                isEarly: isEarly, steps: steps, matched: matched, moved: moved, order: order)
        }
    }

    /// Prospective adopters who have no child yet: in stage 1 or 2, approved and waiting, or gone.
    func prospectiveAdopters() -> [Adopter] {
        var made: [Adopter] = []
        for number in 0..<Int((inProcess * 2.2).rounded()) {
            var random = world.random("prospective", number)
            let hasLeft = Double(number) >= inProcess
            let steps: [CalendarDate?]
            if hasLeft || random.chance(0.55) {
                // Somewhere on the way, or gone from it.
                let all = Self.steps(approved: world.asAt + random.within(5...280) - (hasLeft ? random.within(30...500) : 0), world, &random)
                steps = all.map { known($0) }
            } else {
                steps = Self.steps(approved: world.calendar.workingDay(from: world.asAt - random.within(10...400)), world, &random).map { known($0) }
            }
            guard let last = steps.compactMap(\.self).max() else { continue }
            let left = hasLeft ? known(world.calendar.workingDay(from: last + random.within(5...60))) : nil
            let ethnicity = random.pick(Self.ethnicities)
            let sexes = random.pick(Weighted((["F", "M"], 62.0), (["F", "F"], 10), (["M", "M"], 12), (["F"], 14), (["M"], 2)))
            for (place, sex) in sexes.enumerated() {
                let isEarly = random.chance(0.3)
                let reason = left == nil ? nil : random.pick(Self.leaving)
                made.append(
                    Adopter(
                        identifier: "AD\(10_000 + number * 2 + place)", family: "AF\(1_000 + number)", sex: sex, ethnicity: ethnicity,
                        isDisabled: random.chance(0.06), isEarly: isEarly, steps: steps, left: left, reason: reason))
            }
        }
        return made
    }

    mutating func writeOthers(to files: FeedFiles) throws {
        for adopter in prospectiveAdopters() { try add(adopter, files) }
    }

    private func add(_ adopter: Adopter, _ files: FeedFiles) throws {
        try files.add(
            Self.adopters,
            [
                .text(adopter.identifier), .text(adopter.family), .code(adopter.sex == "F" ? "Female" : "Male"), .code(adopter.ethnicity),
                .code(adopter.isDisabled ? "a) Yes" : "b) No"), .yes(adopter.isEarly),
            ] + adopter.steps.map { .date($0) } + [
                .date(adopter.matched), .date(adopter.moved), .number(adopter.moved == nil ? nil : 1), .date(adopter.order), .date(adopter.left),
                .code(adopter.reason),
            ])
    }

    /// Enquiry, start and end of the two stages, application, approval.
    private static func steps(approved: CalendarDate, _ world: FeedWorld, _ random: inout RandomStream) -> [CalendarDate?] {
        func before(_ day: CalendarDate, _ gap: ClosedRange<Int>) -> CalendarDate { world.calendar.workingDay(from: day - random.within(gap)) }
        let secondEnd = before(approved, 8...30)
        let second = before(secondEnd, 80...150)
        let firstEnd = before(second, 6...60)
        let first = before(firstEnd, 50...95)
        let enquired = before(first, 15...120)
        return [enquired, first, firstEnd, second, secondEnd, first, approved]
    }

    private static func sexes(_ code: String) -> [String] {
        switch code {
        case "M1": return ["M"]
        case "F1": return ["F"]
        case "MM": return ["M", "M"]
        case "FF": return ["F", "F"]
        default: return ["F", "M"]
        }
    }

    private static let ethnicities = Weighted(
        ("White British", 84.0), ("Any other White background", 5), ("Indian", 4), ("Black Caribbean", 4), ("Pakistani", 3))
    private static let leaving = Weighted(("a) Withdrew", 72.0), ("b) Process on hold", 16), ("c) Application refused", 12))

    // MARK: - Special guardianship

    private func writeGuardianship(_ period: Period, of life: Life, _ told: Spelling, _ files: FeedFiles) throws {
        guard period.end >= since else { return }
        var random = world.random(life, "guardianship", Int(period.end.daysSince2000))
        let guardian: String
        switch period.reasonCeased {
        case .guardianFosterKin: guardian = "Kinship foster carer"
        case .guardianFoster: guardian = "Former foster carer"
        case .guardianKin: guardian = random.pick(Weighted(("Grandparent", 60.0), ("Aunt or uncle", 30), ("Relative", 10)))
        default: guardian = "Other person"
        }
        let isPaid = random.chance(allowance)
        let support =
            isPaid ? "SGO allowance" : random.pick(Weighted(("Therapeutic", 18.0), ("Contact support", 22), ("Support group", 20), ("No support required", 40)))
        let none = support == "No support required"
        let until = min(life.adulthood, period.end + random.within(700...4_000))
        var review = period.end.addingYears(1)
        while review <= world.asAt { review = review.addingYears(1) }
        try files.add(
            Self.guardianship,
            [
                .text(told.localID), .date(told.birth), .date(period.end), .code(guardian), .yes(true),
                .date(world.calendar.workingDay(from: period.end - random.within(20...120))),
                .code(support), .date(none ? nil : period.end), .date(none ? nil : known(until)), .decimal(isPaid ? Double(random.within(24...46) * 5) : nil),
                .date(none || until <= world.asAt ? nil : review),
            ])
    }
}
