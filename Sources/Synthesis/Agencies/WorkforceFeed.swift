import Vocabulary

/// Human resources and the case system's count of cases: who works where, for how many children.
///
/// The social workers of the children in care are those of ``Life/workers``, so that caseloads are those that the return's allocations give; other teams
/// have workers of their own.
struct WorkforceFeed: AgencyFeed {
    static let agency = "workforce"

    static let teams = FeedTable(
        csv: "teams_{date}.csv", style: .init(delimiter: UInt8(ascii: ";")), header: ["Team code", "Team name", "Service area", "Reports to"])

    static let posts = FeedTable(
        csv: "staff_list_{date}.csv", style: .init(dates: .isoMidnight, yes: "Yes", no: "No", encoding: .utf8WithMark, quotesAll: true),
        header: [
            "SWE number", "Worker name", "Team code", "Post title", "Post start date", "Leaving date", "WTE", "Contract type", "Years of experience",
            "Case holder?",
            "Reason for leaving",
        ])

    static let caseloads = FeedTable(
        workbook: "Caseloads {month}.xlsx", sheet: "Caseloads", title: ["Caseloads by worker", "Run on {date}"],
        header: ["SWE number", "Position at", "Team code", "Job role", "WTE", "Total children", "CIN", "CPP", "CLA", "Care leavers", "Caseload limit"])

    static let vacancies = FeedTable(
        workbook: "Vacancies and agency {month}.xlsx", sheet: "Vacancies", title: ["Establishment, vacancies and agency cover (WTE)"],
        header: ["Team code", "Job role", "As at", "Budgeted FTE", "Substantive FTE", "Agency FTE", "Vacant FTE", "Leavers 12m"])

    static let absences = FeedTable(
        csv: "absence_{date}.csv", header: ["SWE number", "Absence start", "Absence end", "Absence category", "Days lost"])

    static let tables = [teams, posts, caseloads, vacancies, absences]

    /// It says nothing of children.
    static let habits = SpellingHabits()

    private let world: FeedWorld
    private let agencyShare: Double
    private let vacancyShare: Double
    private let sickness: Double
    /// The days of the counts: the as-at day and the ends of five months before it, newest first.
    private let days: [CalendarDate]
    private var spells: [Int: Spell] = [:]
    /// Care leavers, by the number of their personal adviser (``LeavingCare``).
    private var leavers: [Int: Int] = [:]

    /// A social worker's allocations.
    private struct Spell {
        var first: CalendarDate
        var last: CalendarDate
        /// Children in care on each of the days.
        var children: [Int]
    }

    /// A post that a worker holds or held.
    private struct Post {
        let worker: String
        let name: String
        let team: Team
        let role: String
        let fte: Double
        let isAgency: Bool
        let experience: String
        let start: CalendarDate
        let end: CalendarDate?
        let reason: String?
        /// On each of the days: children in need, with a protection plan, in care, care leavers.
        var cases: [(need: Int, protection: Int, care: Int, leavers: Int)] = []
    }

    init(_ world: FeedWorld) throws {
        self.world = world
        agencyShare = try world.share("agency_workers")
        vacancyShare = try world.share("vacancies")
        sickness = try world.share("sickness_spells_in_12_months")
        let (year, month, _) = world.asAt.components
        let first = CalendarDate(year: year, month: month, day: 1) ?? world.asAt
        let ends = (0..<6).map { min(world.asAt, first.addingMonths(1 - $0) - 1) }
        days = ends
    }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        for allocation in life.workers where allocation.start <= world.asAt {
            var spell = spells[allocation.worker] ?? Spell(first: allocation.start, last: allocation.start, children: days.map { _ in 0 })
            spell.first = min(spell.first, allocation.start)
            let ended = min(allocation.end ?? life.leftCare, life.leftCare)
            spell.last = max(spell.last, min(ended, world.asAt))
            for (place, day) in days.enumerated()
            where allocation.start <= day && (allocation.end.map { $0 > day } ?? true) && life.isInCare(on: day) && !life.isShortBreak {
                spell.children[place] += 1
            }
            spells[allocation.worker] = spell
        }
        if let service = LeavingCare(of: life, in: world) { leavers[service.adviser, default: 0] += 1 }
    }

    mutating func writeOthers(to files: FeedFiles) throws {
        var staff = socialWorkers()
        for (number, team) in others.enumerated() { staff += posts(of: team, number) }
        try writeTeams(Set(staff.map(\.team.code)), staff, files)
        for (number, post) in staff.enumerated() { try write(post, number, files) }
        try writeVacancies(staff, files)
    }

    private var others: [Team] { Team.others(children: world.plan.children) }

    // MARK: - Posts

    /// Those who have, or had, children in care; each holds the desk for forty months (``WorkerMaker``).
    private func socialWorkers() -> [Post] {
        spells.sorted { $0.key < $1.key }.compactMap { worker, spell in
            var random = world.random("worker", worker)
            let desk = worker / 200 % WorkerMaker.teamSize
            let (year, month, _) = spell.first.components
            let begins = (year * 12 + month + desk * 5) / 40 * 40 - desk * 5
            let start = min(CalendarDate(year: begins / 12, month: 1, day: 1)?.addingMonths(begins % 12) ?? spell.first, spell.first) - random.within(0...20)
            let leaves = start.addingMonths(40) + random.within(0...25)
            let stays = leaves > world.asAt || (spell.children.first ?? 0) > 0
            let end = stays ? nil : max(leaves, spell.last)
            guard end.map({ $0 > world.since(months: 24) }) ?? true else { return nil }
            let experience = experience(start, &random)
            let role = experience == "NQSW" ? "NQSW" : random.chance(0.25) ? "Senior Social Worker" : "Social Worker"
            let isAgency = random.chance(agencyShare)
            return Post(
                worker: WorkerMaker.identifier(worker), name: WorkerName.of(worker), team: Team.of(worker: worker), role: role,
                fte: random.pick(Self.hours), isAgency: isAgency, experience: experience, start: start, end: end.map { min($0, world.asAt) },
                reason: end == nil ? nil : isAgency ? "Assignment ended" : random.pick(Self.reasons), cases: spell.children.map { (0, 0, $0, 0) })
        }
    }

    /// The posts of a team that has nothing to do with ``Life/workers``: a manager, and as many workers as it takes.
    private func posts(of team: Team, _ number: Int) -> [Post] {
        let prefix = String(team.code.prefix(3))
        let roles: [(role: String, count: Int)] =
            switch prefix {
            case "ASM", "SAF": [("Team Manager", 1), ("Senior practitioner", 2), ("Social Worker", 5), ("NQSW", 2), ("FSW", 2)]
            case "T-L": [("Team Manager", 1), ("Social Worker", 2)]
            case "FOS": [("Team Manager", 1), ("Fostering social worker", 8)]
            case "ADP": [("Team Manager", 1), ("Family finder", 5)]
            default: [("Team Manager", 1), ("Independent Reviewing Officer", 11)]
            }
        var made: [Post] = []
        var desk = 0
        for (role, count) in roles {
            for place in 0..<count {
                let worker = Self.number(team: number, desk: desk)
                desk += 1
                var random = world.random("other-worker", worker)
                let isVacant = random.chance(vacancyShare)
                let covered = random.chance(0.8)
                if random.chance(0.3) { made.append(leaver(worker + 20_000, team, role, &random)) }
                guard !isVacant || covered else { continue }
                let start = world.asAt - (isVacant ? random.within(20...500) : 90 + random.days(mean: 1_300))
                let isQualified = role != "FSW"
                let fte = role == "Independent Reviewing Officer" && place >= 8 ? 0.4 : random.pick(Self.hours)
                made.append(
                    Post(
                        worker: isQualified ? WorkerMaker.identifier(worker) : "E\(worker)", name: WorkerName.of(worker), team: team, role: role, fte: fte,
                        isAgency: isVacant, experience: role == "NQSW" ? "NQSW" : experience(start, &random), start: start, end: nil, reason: nil,
                        cases: cases(prefix, role, fte: fte, &random)))
            }
        }
        return prefix == "T-L" ? made + advisers(of: team) : made
    }

    /// The personal advisers of the care leavers.
    private func advisers(of team: Team) -> [Post] {
        leavers.sorted { $0.key < $1.key }.map { number, children in
            var random = world.random("adviser", number)
            let start = world.asAt - 200 - random.days(mean: 1_300)
            return Post(
                worker: "PA\(number)", name: WorkerName.of(number), team: team, role: "Leaving care PA", fte: 1, isAgency: random.chance(agencyShare / 2),
                experience: experience(start, &random), start: start, end: nil, reason: nil, cases: days.map { _ in (0, 0, 0, children) })
        }
    }

    private func leaver(_ worker: Int, _ team: Team, _ role: String, _ random: inout RandomStream) -> Post {
        let end = world.calendar.workingDay(from: world.asAt - 1 - random.within(0...700))
        let start = end - 120 - random.days(mean: 900)
        let isAgency = random.chance(agencyShare)
        return Post(
            worker: role == "FSW" ? "E\(worker)" : WorkerMaker.identifier(worker), name: WorkerName.of(worker), team: team, role: role,
            fte: random.pick(Self.hours), isAgency: isAgency, experience: experience(start, &random), start: start, end: min(end, world.asAt),
            reason: isAgency ? "Assignment ended" : random.pick(Self.reasons))
    }

    private func cases(
        _ prefix: String, _ role: String, fte: Double, _ random: inout RandomStream
    ) -> [(need: Int, protection: Int, care: Int, leavers: Int)] {
        let most: Int
        switch (prefix, role) {
        case ("ASM", "Social Worker"), ("SAF", "Social Worker"): most = 17
        case ("ASM", "NQSW"), ("SAF", "NQSW"): most = 11
        case ("ASM", "Senior practitioner"), ("SAF", "Senior practitioner"): most = 14
        default: return []
        }
        let usual = Double(most) * fte
        return days.map { _ in
            let children = Int((usual * (0.75 + 0.5 * random.unit())).rounded())
            let protected = prefix == "SAF" ? Int((Double(children) * (0.25 + 0.3 * random.unit())).rounded()) : Int((Double(children) * 0.08).rounded())
            return (children - protected, protected, 0, 0)
        }
    }

    private func experience(_ start: CalendarDate, _ random: inout RandomStream) -> String {
        world.asAt - start < 365 && random.chance(0.35) ? "NQSW" : random.pick(Self.years)
    }

    private static let hours = Weighted((1.0, 76.0), (0.8, 12), (0.6, 9), (0.5, 3))
    private static let years = Weighted(("2-5 years", 42.0), ("5-10 years", 33), ("10+", 25))
    private static let reasons = Weighted(("Resignation", 62.0), ("Internal move", 22), ("Retirement", 10), ("End of contract", 6))

    /// Number of a worker of the other teams, for name and identifier.
    private static func number(team: Int, desk: Int) -> Int { 920_000 + team * 40 + desk }

    /// The worker of a fostering team who supervises a household.
    static func supervising(_ household: Int, children: Int) -> String {
        let teams = Team.others(children: children).enumerated().filter { $0.element.code.hasPrefix("FOS") }
        guard !teams.isEmpty else { return "" }
        return WorkerMaker.identifier(number(team: teams[household % teams.count].offset, desk: 1 + household / teams.count % 8))
    }

    // MARK: - Rows

    private func writeTeams(_ codes: Set<String>, _ staff: [Post], _ files: FeedFiles) throws {
        try files.add(Self.teams, ["D-CS", "Children's Social Care", "Children's Social Care", .blank])
        for (code, name) in Team.services { try files.add(Self.teams, [.text(code), .text(name), .text(name), "D-CS"]) }
        var seen = Set<String>()
        for post in staff where seen.insert(post.team.code).inserted {
            let above = Team.services.first { $0.1 == post.team.service }?.0
            try files.add(Self.teams, [.text(post.team.code), .text(post.team.name), .text(post.team.service), .text(above)])
        }
    }

    private func write(_ post: Post, _ number: Int, _ files: FeedFiles) throws {
        let holdsCases = !post.cases.isEmpty
        try files.add(
            Self.posts,
            [
                .text(post.worker), .text(post.name), .text(post.team.code), .code(post.role), .date(post.start), .date(post.end),
                .decimal(post.fte, places: 1),
                .code(post.isAgency ? "Locum" : "Permanent"), .code(post.experience), .yes(holdsCases), .code(post.reason),
            ])
        for (place, day) in days.enumerated() where place < post.cases.count && post.start <= day && (post.end.map { $0 > day } ?? true) {
            let cases = post.cases[place]
            let limit = post.role == "Leaving care PA" ? 25.0 : post.role == "NQSW" ? 12 : post.role.hasPrefix("Senior") ? 15 : 18
            try files.add(
                Self.caseloads,
                [
                    .text(post.worker), .date(day), .text(post.team.code), .code(post.role), .decimal(post.fte, places: 1),
                    .number(cases.need + cases.protection + cases.care + cases.leavers), .number(cases.need), .number(cases.protection), .number(cases.care),
                    .number(cases.leavers), .number(Int((limit * post.fte).rounded())),
                ])
        }
        try writeAbsences(post, number, files)
    }

    private func writeAbsences(_ post: Post, _ number: Int, _ files: FeedFiles) throws {
        guard !post.isAgency else { return }
        var random = world.random("absence", number)
        var day = max(post.start, world.since(months: 24)) + random.days(mean: 365 / max(0.1, sickness))
        while day < min(post.end ?? world.asAt, world.asAt) {
            let first = world.calendar.workingDay(from: day)
            let kind = random.pick(Self.kinds)
            let length =
                kind == "Maternity leave"
                ? random.within(180...300) : kind == "Sick leave" ? 1 + random.days(mean: random.chance(0.12) ? 70 : 4) : random.within(1...6)
            let last = first + length - 1
            let isOver = last <= world.asAt
            guard first <= world.asAt else { return }
            let lost = max(1, world.calendar.working.count(after: first - 1, through: min(last, world.asAt)))
            try files.add(
                Self.absences,
                [.text(post.worker), .date(first), .date(isOver ? last : nil), .code(kind), .decimal(Double(lost) * post.fte, places: 1)])
            day = last + 10 + random.days(mean: 365 / max(0.1, sickness))
        }
    }

    private static let kinds = Weighted(("Sick leave", 86.0), ("Compassionate leave", 8), ("Maternity leave", 3), ("Study leave", 3))

    private func writeVacancies(_ staff: [Post], _ files: FeedFiles) throws {
        struct Line: Hashable {
            let team: String
            let role: String
        }
        var lines: [Line] = []
        var groups: [Line: [Post]] = [:]
        for post in staff {
            // Newly qualified and senior social workers hold social workers' posts.
            let role = ["NQSW", "Senior Social Worker", "Senior practitioner"].contains(post.role) ? "Social Worker" : post.role
            let line = Line(team: post.team.code, role: role)
            if groups[line] == nil { lines.append(line) }
            groups[line, default: []].append(post)
        }
        for line in lines {
            let posts = groups[line] ?? []
            var random = world.random("posts-\(line.team)", posts.count)
            let uncovered = posts.first?.isAgency == false && random.chance(vacancyShare) ? 1.0 : 0
            for day in days {
                let held = posts.filter { $0.start <= day && ($0.end.map { $0 > day } ?? true) }
                let permanent = held.filter { !$0.isAgency }.reduce(0) { $0 + $1.fte }
                let agency = held.filter(\.isAgency).reduce(0) { $0 + $1.fte }
                let left = posts.filter { !$0.isAgency && ($0.end.map { $0 <= day && $0 > day - 365 } ?? false) }.reduce(0) { $0 + $1.fte }
                try files.add(
                    Self.vacancies,
                    [
                        .text(line.team), .code(line.role), .date(day), .decimal(permanent + agency + uncovered, places: 1), .decimal(permanent, places: 1),
                        .decimal(agency, places: 1), .decimal(agency + uncovered, places: 1), .decimal(left, places: 1),
                    ])
            }
        }
    }
}
