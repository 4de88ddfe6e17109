import Vocabulary

/// The register of the fostering service: one workbook of six sheets.
extension CarersFeed {
    private static let file = "Fostering service {month}.xlsx"

    static let households = FeedTable(
        workbook: file, sheet: "Households", title: ["Fostering service: register of households", "Position at {date}"],
        header: ["Household Ref", "Post code", "Supervising SW", "Date first approved", "Date left", "Reason left"])

    static let carers = FeedTable(
        workbook: file, sheet: "Carers", title: ["Fostering service: foster carers"],
        header: ["Carer Ref", "Household Ref", "First name", "Surname", "DOB", "Gender", "Ethnic origin"])

    static let approvals = FeedTable(
        workbook: file, sheet: "Approvals", title: ["Fostering service: terms of approval"],
        header: [
            "Household Ref", "Approved from", "Approved to", "Type of approval", "Approved number", "Min age", "Max age", "Terms of approval", "Panel date",
            "Reason ended",
        ])

    static let checks = FeedTable(
        workbook: file, sheet: "Checks due", title: ["Fostering service: checks and reviews", "Done in the last two years, and next due"],
        header: ["Check ref", "Household Ref", "Carer Ref", "Type of check", "Next due", "Date completed", "Result"])

    static let capacity = FeedTable(
        workbook: file, sheet: "Capacity", title: ["Fostering service: places"],
        header: ["Household Ref", "Position at", "Approved places", "Filled", "Vacancies", "Unavailable", "Reason unavailable"])

    static let enquiries = FeedTable(
        workbook: file, sheet: "Enquiries", title: ["Fostering recruitment"],
        header: [
            "Enquiry No", "Date of enquiry", "How heard", "Type of fostering", "Initial visit date", "Application received", "Stage 1 start", "Stage 1 end",
            "Stage 2 start", "Stage 2 end", "Panel date", "ADM decision", "Outcome of enquiry", "Date closed", "Reason closed", "Household Ref",
        ])

    /// A household that is approved on the as-at day.
    private struct Household {
        let number: Int
        let isKin: Bool
        let postcode: Postcode
        let filled: Int
        let approved: CalendarDate

        var reference: String { "FH\(10_000 + number)" }
    }

    mutating func writeHouseholds(_ files: FeedFiles) throws {
        var made = gathered(withKin, isKin: true, sizes: Self.kinSizes, from: 0)
        made += gathered(fostered, isKin: false, sizes: Self.sizes, from: made.count)
        let empty = Int((Double(made.count) * shares.withoutChildren).rounded())
        for number in made.count..<(made.count + empty) { made.append(household(number, isKin: false, children: [])) }
        // The newest of the mainstream households came through the pipeline of the last two years.
        let recent = Int(shares.approvedInHalfYear.rounded())
        let newest = made.filter { !$0.isKin }.sorted { ($0.approved, $0.number) > ($1.approved, $1.number) }.prefix(recent * 4)
        var decided: [Int: CalendarDate] = [:]
        for (rank, household) in newest.enumerated() {
            // So many each half-year, spread over it.
            let half = rank / max(1, recent)
            let place = rank % max(1, recent)
            decided[household.number] = world.calendar.workingDay(from: world.asAt - half * 182 - 6 - place * 170 / max(1, recent))
        }
        for household in made { try write(household, approved: decided[household.number], files) }
        try writeLeavers(after: made.count, files)
        try writeEnquiries(decided, files)
    }

    private static let kinSizes = Weighted((1, 70.0), (2, 22), (3, 8))
    private static let sizes = Weighted((1, 36.0), (2, 40), (3, 24))

    /// Children put together into households, in the order in which they were met.
    private func gathered(_ children: [Fostered], isKin: Bool, sizes: Weighted<Int>, from first: Int) -> [Household] {
        var made: [Household] = []
        var left = children[...]
        while !left.isEmpty {
            var random = world.random("household-size", first + made.count)
            let together = left.prefix(random.pick(sizes))
            left = left.dropFirst(together.count)
            made.append(household(first + made.count, isKin: isKin, children: Array(together)))
        }
        return made
    }

    private func household(_ number: Int, isKin: Bool, children: [Fostered]) -> Household {
        var random = world.random("household", number)
        let oldest = children.map(\.since).min() ?? world.asAt
        // A relative is approved for the child; others were approved before their first placement, some long before.
        let before = isKin ? random.within(0...40) : 60 + random.days(mean: 1_500)
        let postcode = children.first?.postcode ?? Postcode.random(ownShare: 0.85, &random)
        return Household(number: number, isKin: isKin, postcode: postcode, filled: children.count, approved: oldest - before)
    }

    private func write(_ household: Household, approved decided: CalendarDate?, _ files: FeedFiles) throws {
        var random = world.random("household-file", household.number)
        let approved = min(decided ?? household.approved, world.asAt)
        try files.add(
            Self.households,
            [.text(household.reference), .text(household.postcode.text), .text(worker(household.number)), .date(approved), .blank, .blank])

        let spare = household.isKin ? 0 : random.within(0...2)
        let places = max(1, household.filled + (household.filled == 0 ? random.within(1...2) : min(spare, max(0, 3 - household.filled))))
        try write(approvalsOf: household, from: approved, places: places, files, &random)
        let carers = try write(carersOf: household.reference, household.number, files, &random)
        for (place, carer) in carers.enumerated() {
            try write(check: .dbs, household, carer, place, from: approved, files)
            try write(check: .medical, household, carer, place, from: approved, files)
            try write(check: .training, household, carer, place, from: approved, files)
        }
        try write(check: .review, household, nil, 0, from: approved, files)
        try write(check: .visit, household, nil, 1, from: approved, files)
        try write(check: .safety, household, nil, 2, from: approved, files)
        try write(capacityOf: household, places: places, from: approved, files, &random)
    }

    private func write(approvalsOf household: Household, from approved: CalendarDate, places: Int, _ files: FeedFiles, _ random: inout RandomStream) throws {
        let kind = household.isKin ? "Connected person" : random.pick(Self.kinds)
        let ages = household.isKin ? (0, 17) : random.pick(Self.ages)
        func add(_ from: CalendarDate, _ to: CalendarDate?, _ type: String, _ number: Int, panel: CalendarDate?, reason: String? = nil) throws {
            try files.add(
                Self.approvals,
                [
                    .text(household.reference), .date(from), .date(to), .code(type), .number(number), .number(ages.0), .number(ages.1),
                    .text(household.isKin ? "Named child only" : "\(number) child\(number == 1 ? "" : "ren"), \(ages.0) to \(ages.1)"), .date(panel),
                    .code(reason),
                ])
        }
        // Relatives and friends are first approved for up to sixteen weeks (regulation 24), then by the panel.
        if household.isKin, world.asAt - approved < 112, random.chance(0.7) {
            try add(approved, nil, "Reg 24", places, panel: nil)
        } else if household.isKin, world.asAt - approved > 160 {
            let panel = world.calendar.workingDay(from: approved + random.within(70...140))
            try add(approved, panel + 6, "Reg 24", places, panel: nil)
            try add(panel + 7, nil, kind, places, panel: panel)
        } else if !household.isKin, world.asAt - approved > 500, random.chance(0.35) {
            // A review changed the terms.
            let changed = world.calendar.workingDay(from: approved + random.within(330...max(331, world.asAt - approved - 30)))
            try add(approved, changed - 1, kind, max(1, places - 1), panel: world.calendar.workingDay(from: approved - 12))
            try add(changed, nil, kind, places, panel: changed - 9)
        } else {
            try add(approved, nil, kind, places, panel: world.calendar.workingDay(from: approved - 12))
        }
    }

    private static let kinds = Weighted(
        ("Task centred", 46.0), ("Long term", 22), ("Mainstream fostering", 14), ("Respite", 7), ("Emergency carer", 4), ("P&C", 4), ("Concurrent", 3))
    private static let ages = Weighted(((0, 18), 40.0), ((0, 5), 18), ((5, 12), 22), ((10, 18), 20))

    /// One or two carers; some stand in the register twice.
    private func write(carersOf reference: String, _ number: Int, _ files: FeedFiles, _ random: inout RandomStream) throws -> [String] {
        var made: [String] = []
        let pool = random.pick(Weighted<Names.Pool>((.british, 62), (.caribbean, 13), (.southAsian, 13), (.african, 8), (.european, 4)))
        let surname = random.one(of: pool.surnames, else: "Lane")
        let count = random.chance(0.66) ? 2 : 1
        for place in 0..<count {
            let sex: Sex = place == 0 ? .female : random.chance(0.93) ? .male : .female
            let forename = random.one(of: pool.forenames(sex), else: "Sam")
            let birth = world.asAt - random.within(28 * 365...68 * 365)
            let carer = "FC\(20_000 + number * 4 + place)"
            let row: [Cell] = [
                .text(carer), .text(reference), .text(forename), .text(surname), .date(birth), .code(sex == .female ? "Female" : "Male"),
                .code(random.pick(Self.ethnicities(pool))),
            ]
            try files.add(Self.carers, row)
            if random.chance(shares.recordedTwice) {
                // The same person under another number, from the time of an earlier application.
                try files.add(Self.carers, [.text("FC\(20_000 + number * 4 + place + 2)"), .blank] + row.dropFirst(2))
            }
            made.append(carer)
        }
        return made
    }

    private static func ethnicities(_ pool: Names.Pool) -> Weighted<String> {
        switch pool {
        case .caribbean: return Weighted(("Black Caribbean", 80.0), ("WBRI", 20))
        case .southAsian: return Weighted(("Pakistani", 60.0), ("Indian", 40))
        case .african: return Weighted(("Black African", 95.0), ("MWBA", 5))
        case .european: return Weighted(("Any other White background", 100.0))
        default: return Weighted(("White British", 96.0), ("White Irish", 4))
        }
    }

    // MARK: - Checks

    private enum Check: String {
        case dbs = "DBS renewal", medical = "Carer medical", training = "TSDS", review = "Annual review", visit = "Unannounced visit", safety = "H&S check"

        /// Days after which it is due again; training standards are met once, within a year of approval.
        var interval: Int { self == .dbs ? 1_096 : self == .medical ? 731 : 365 }
        var isOnce: Bool { self == .training }
    }

    private func write(check: Check, _ household: Household, _ carer: String?, _ place: Int, from approved: CalendarDate, _ files: FeedFiles) throws {
        var random = world.random("check-" + check.rawValue, household.number * 4 + place)
        var due = approved + check.interval
        var turn = 0
        while due - world.asAt <= check.interval {
            let late = random.chance(1 - shares.checkInTime)
            let done = world.calendar.workingDay(from: late ? due + 1 + random.days(mean: 110) : due - random.within(0...35))
            let isDone = done <= world.asAt
            if due > world.since(months: 26) {
                try files.add(
                    Self.checks,
                    [
                        .text("\(check.rawValue.prefix(2).uppercased())\(household.number * 8 + place)-\(turn)"), .text(household.reference), .text(carer),
                        .code(check.rawValue), .date(due), .date(isDone ? done : nil), .text(isDone ? "Satisfactory" : nil),
                    ])
            }
            guard isDone, !check.isOnce else { return }
            due = done + check.interval
            turn += 1
        }
    }

    // MARK: - Places

    private func write(capacityOf household: Household, places: Int, from approved: CalendarDate, _ files: FeedFiles, _ random: inout RandomStream) throws {
        let (year, month, _) = world.asAt.components
        for back in 0..<6 {
            // The last day of the month, and for the newest the day itself.
            let first = CalendarDate(year: year, month: month, day: 1)?.addingMonths(1 - back) ?? world.asAt
            let day = min(first - 1, world.asAt)
            guard day >= approved else { break }
            let filled = back == 0 || random.chance(0.95) ? household.filled : max(0, household.filled - 1)
            let free = places - min(filled, places)
            let held = free > 0 && (household.isKin || random.chance(household.filled == 0 ? min(0.9, shares.onHold * 5) : shares.onHold)) ? free : 0
            try files.add(
                Self.capacity,
                [
                    .text(household.reference), .date(day), .number(places), .number(filled), .number(free - held), .number(held),
                    .code(held > 0 ? (household.isKin ? "Other" : random.pick(Self.holds)) : nil),
                ])
        }
    }

    private static let holds = Weighted(
        ("Health reasons", 28.0), ("Family circumstances", 24), ("Matching", 22), ("Taking a break", 12), ("Under investigation", 5), ("House move", 9))

    // MARK: - Those who left, and those who may come

    private func writeLeavers(after number: Int, _ files: FeedFiles) throws {
        let count = max(1, number * 3 / 10)
        for place in 0..<count {
            let household = number + place
            var random = world.random("household-left", household)
            let left = world.calendar.workingDay(from: world.asAt - 3 - random.within(0...1_000))
            guard left <= world.asAt else { continue }
            let approved = left - 150 - random.days(mean: 1_400)
            let reference = "FH\(10_000 + household)"
            let isKin = random.chance(0.45)
            let reason = random.pick(isKin ? Self.kinReasons : Self.reasons)
            let postcode = Postcode.random(ownShare: 0.85, &random)
            try files.add(
                Self.households, [.text(reference), .text(postcode.text), .text(worker(household)), .date(approved), .date(left), .code(reason)])
            try files.add(
                Self.approvals,
                [
                    .text(reference), .date(approved), .date(left), .code(isKin ? "Connected person" : "Task centred"), .number(random.within(1...2)),
                    .number(0),
                    .number(18), .blank, .date(world.calendar.workingDay(from: approved - 12)), .code(reason),
                ])
            _ = try write(carersOf: reference, household, files, &random)
        }
    }

    private static let reasons = Weighted(
        ("Resignation", 44.0), ("Retirement", 19), ("Transferred to IFA", 8), ("De-registered", 5), ("Staying put", 12), ("Adopted foster child", 5),
        ("Other", 7))
    private static let kinReasons = Weighted(("SGO granted", 52.0), ("Child left", 26), ("Reg 24 expired", 12), ("Resignation", 10))

    /// Enquiries of two years: most end early, some are in process, and the newest households came out of them.
    private func writeEnquiries(_ decided: [Int: CalendarDate], _ files: FeedFiles) throws {
        var number = 0
        for (household, day) in decided.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            try write(enquiry: number, way: Way(decided: day, world: world, number: number), household: "FH\(10_000 + household)", files)
            number += 1
        }
        for _ in 0..<Int(shares.inProcess.rounded()) {
            try write(enquiry: number, way: Way(openOn: world.asAt, world: world, number: number), household: nil, files)
            number += 1
        }
        for _ in 0..<Int((shares.enquiries * 2).rounded()) {
            try write(enquiry: number, way: Way(endedBefore: world.asAt, world: world, number: number), household: nil, files)
            number += 1
        }
    }

    private func write(enquiry number: Int, way: Way, household: String?, _ files: FeedFiles) throws {
        var random = world.random("enquiry", number)
        let steps = (0..<8).map { way.day($0) }
        let ended = way.ended
        let outcome = household != nil ? "Approved by ADM" : ended == nil ? nil : way.reached == 7 ? "Not approved" : random.pick(Self.outcomes)
        try files.add(
            Self.enquiries,
            [
                .text("ENQ\(3_000 + number)"), .date(steps[0]), .code(random.pick(Self.sources)),
                .code(random.chance(0.9) ? "General fostering" : "Short breaks"),
            ]
                + [
                    steps[1], steps[2], steps[2].map { world.calendar.workingDay(from: $0 + 5) }.flatMap { $0 <= world.asAt ? $0 : nil }, steps[3], steps[4],
                    steps[5], steps[6],
                ].map { .date($0) }
                + [
                    .date(way.reached == 7 ? steps[7] : nil), .code(outcome), .date(way.reached == 7 ? nil : ended),
                    .code(ended != nil && way.reached < 7 ? random.pick(Self.endings) : nil), .text(household),
                ])
    }

    private static let outcomes = Weighted(("Withdrawn by applicant", 62.0), ("Closed by service", 38))
    private static let endings = Weighted(
        ("No spare bedroom", 22.0), ("Work", 14), ("Personal reasons", 21), ("Went to IFA", 12), ("No response", 20), ("Health", 4), ("Checks", 3),
        ("Financial", 4))
    private static let sources = Weighted(
        ("Council website", 34.0), ("Facebook", 25), ("Word of mouth", 19), ("Information evening", 8), ("Radio", 4), ("Transfer", 6), ("Other", 4))

    /// The days of the steps: enquiry, visit, application, end of stage 1, start and end of stage 2, panel, decision.
    private struct Way {
        private let days: [CalendarDate]
        /// The last step that was reached.
        let reached: Int
        let ended: CalendarDate?

        func day(_ step: Int) -> CalendarDate? { step <= reached ? days[step] : nil }

        /// One that ended with a decision on the day.
        init(decided: CalendarDate, world: FeedWorld, number: Int) {
            var random = world.random("way", number)
            var day = decided
            var made = [decided]
            for gap in [7...12, 10...24, 60...115, 2...12, 35...62, 8...30, 6...20] {
                day = world.calendar.workingDay(from: day - random.within(gap) - 2)
                made.append(day)
            }
            days = made.reversed()
            reached = 7
            ended = nil
        }

        /// One that is in stage 1 or 2, or before the panel, on the day.
        init(openOn asAt: CalendarDate, world: FeedWorld, number: Int) {
            var random = world.random("way", number)
            days = Self.forward(from: world.calendar.workingDay(from: asAt - random.within(70...180)), world, &random)
            reached = max(2, days.lastIndex { $0 <= asAt } ?? 2) > 6 ? 6 : max(2, days.lastIndex { $0 <= asAt } ?? 2)
            ended = nil
        }

        /// One that ended without approval, mostly before the application.
        init(endedBefore asAt: CalendarDate, world: FeedWorld, number: Int) {
            var random = world.random("way", number)
            let wanted = random.pick(Weighted((0, 58.0), (1, 26), (2, 7), (3, 5), (5, 3), (7, 1)))
            // Whoever applied has had time to leave again: those still in process are counted apart.
            days = Self.forward(from: world.calendar.workingDay(from: asAt - random.within(wanted < 2 ? 5...725 : 330...725)), world, &random)
            reached = min(wanted, days.lastIndex { $0 <= asAt } ?? 0)
            let end = world.calendar.workingDay(from: days[reached] + random.within(6...30))
            ended = end <= asAt ? end : nil
        }

        private static func forward(from: CalendarDate, _ world: FeedWorld, _ random: inout RandomStream) -> [CalendarDate] {
            var made = [from]
            for gap in [6...20, 8...30, 35...62, 2...12, 60...115, 10...24, 7...12] {
                made.append(world.calendar.workingDay(from: (made.last ?? from) + random.within(gap)))
            }
            return made
        }
    }

    private func worker(_ household: Int) -> String { WorkforceFeed.supervising(household, children: world.plan.children) }
}
