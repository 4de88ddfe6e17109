import Vocabulary

/// Who works with children: allocations, workers, teams; and young people who left care.
extension SSDFeed {
    mutating func workers(of life: Life, _ files: FeedFiles) throws {
        var number = 0
        for allocation in life.workers where allocation.start <= world.asAt {
            number += 1
            workers.insert(.caseHolder(allocation.worker))
            try files.add(
                SSDTables.involvements,
                [
                    row("IN", life, number), .text(Self.worker(allocation.worker)), .text("CW"), .text(Self.team(of: allocation.worker)), child(life),
                    .date(allocation.start), .date(allocation.end.flatMap(known)), .code(allocation.reason), .blank,
                ])
        }
        for period in life.periods where period.start <= world.asAt && !life.isShortBreak {
            number += 1
            let officer = life.index / 60
            workers.insert(.officer(officer))
            try files.add(
                SSDTables.involvements,
                [
                    row("IN", life, number), .text(Worker.officer(officer).identifier), .text("IRO"), .text(Self.reviewingTeam), child(life),
                    .date(period.start),
                    .date(known(period.end)), .blank, .blank,
                ])
        }
    }

    /// The worker who holds the case of a child in need who never came into care.
    func allocations(_ story: SafeguardingStory, _ life: Life, _ files: FeedFiles) throws {
        guard life.outside != nil else { return }
        for referral in story.referrals where !referral.noFurtherAction {
            try files.add(
                SSDTables.involvements,
                [
                    row("IN", life, referral.number + 1), .text(Self.worker(referral.worker)), .text("CW"), .text(Self.team(of: referral.worker)), child(life),
                    .date(referral.day), .date(referral.closed), .code("FCONTA"), self.referral(referral.number, life),
                ])
        }
    }

    /// Someone who works with children. Numbers are those of ``WorkerMaker``, of reviewing officers, and of ``LeavingCare``.
    enum Worker: Hashable {
        case caseHolder(Int), officer(Int), adviser(Int)

        /// The worker's identifier in the case system.
        var identifier: String {
            switch self {
            case .caseHolder(let number): return "W\(number)"
            case .officer(let number): return "IRO\(number)"
            case .adviser(let number): return "PA\(number)"
            }
        }

        /// The number by which ``WorkerName`` knows them.
        var number: Int {
            switch self {
            case .caseHolder(let number), .adviser(let number): return number
            case .officer(let number): return 900_000 + number
            }
        }

        var team: String {
            switch self {
            case .caseHolder(let number): return SSDFeed.team(of: number)
            case .officer: return SSDFeed.reviewingTeam
            case .adviser: return SSDFeed.leavingCareTeam
            }
        }
    }

    static let reviewingTeam = "T-IRO"
    static let leavingCareTeam = "T-LC"

    static func worker(_ number: Int) -> String { Worker.caseHolder(number).identifier }
    /// Eight desks make a team (``WorkerMaker``), each held by 200 workers one after another.
    static func team(of worker: Int) -> String { "T-\(worker / 200 / WorkerMaker.teamSize + 1)" }

    /// Workers and teams, after all children.
    func workforce(_ files: FeedFiles) throws {
        var teams = Set<String>()
        for worker in workers.sorted(by: { $0.identifier < $1.identifier }) {
            var random = world.random("worker", worker.number)
            teams.insert(worker.team)
            let registration: String?
            let title: String
            var agency = 0.17
            switch worker {
            case .caseHolder(let number):
                registration = WorkerMaker.identifier(number)
                title = random.chance(0.25) ? "Senior Social Worker" : "Social Worker"
            case .officer(let number):
                registration = WorkerMaker.identifier(4_000_000_000 + number)
                title = "Independent Reviewing Officer"
                agency = 0.05
            case .adviser:
                registration = nil
                title = "Personal Adviser"
            }
            try files.add(
                SSDTables.professionals,
                [
                    .text(worker.identifier), .text("\(30_000 + worker.number % 60_000)"), .text(WorkerName.of(worker.number)), .text(registration),
                    .yes(random.chance(agency)), .text(title), .number(title.hasPrefix("Independent") ? random.within(50...75) : random.within(9...22)),
                    .text(worker.team), .decimal(random.chance(0.82) ? 1 : 0.6, places: 1),
                ])
        }
        try departments(teams, files)
    }

    private func departments(_ teams: Set<String>, _ files: FeedFiles) throws {
        let care = ("S-CIC", "Children in Care and Leaving Care")
        let quality = ("S-QA", "Quality Assurance")
        for team in teams.sorted() {
            let name =
                team == Self.reviewingTeam
                ? "Independent Reviewing Service" : team == Self.leavingCareTeam ? "Leaving Care Team" : "Children's Team \(team.dropFirst(2))"
            let parent = team == Self.reviewingTeam ? quality : care
            try files.add(SSDTables.department, [.text(team), .text(name), .text(parent.0), .text(parent.1)])
        }
        for service in [care, quality] {
            try files.add(SSDTables.department, [.text(service.0), .text(service.1), .text("D-CS"), .text("Children's Social Care")])
        }
        try files.add(SSDTables.department, [.text("D-CS"), .text("Children's Social Care"), .blank, .blank])
    }

    /// The latest position of a young person. Whom the service no longer serves is there to the end of the year, without a worker.
    mutating func leavingCare(_ life: Life, _ files: FeedFiles) throws {
        let service = LeavingCare(of: life, in: world)
        guard let told = service ?? LeavingCare(of: life, in: world, kept: true) else { return }
        let isInTouch = told.inTouch == "YES"
        let adviser = service.map { Worker.adviser($0.adviser) }
        if let adviser { workers.insert(adviser) }
        let place = isInTouch ? told.accommodation.flatMap { $0.count == 2 ? $0 : nil } ?? "" : ""
        try files.add(
            SSDTables.careLeavers,
            [
                row("CL", life, 1), child(life), .code(category(told.category)), .code(told.inTouch),
                .date(told.contacts.last), .code(String(place.prefix(1))), .code(String(place.suffix(1))), .code(isInTouch ? told.activity : nil),
                .date(service?.pathwayPlans.last), .text(adviser?.identifier), .text(Self.leavingCareTeam), .text(adviser?.identifier),
            ])
    }

    private func category(_ category: LeavingCare.Category) -> String {
        switch category {
        case .eligible: return "Eligible child"
        case .relevant: return "Relevant child"
        case .formerRelevant: return "Former relevant child"
        case .qualifying: return "Qualifying care leaver"
        }
    }
}
