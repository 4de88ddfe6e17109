import Vocabulary

/// Who works with children: allocations, workers, teams; and young people who left care.
extension SSDFeed {
    mutating func workers(of life: Life, _ files: FeedFiles) throws {
        var number = 0
        for allocation in life.workers where allocation.start <= world.asAt {
            number += 1
            workers.insert(allocation.worker)
            try files.add(
                SSDTables.involvements,
                [
                    row("IN", life, number), .text(Self.worker(allocation.worker)), .text("CW"), .text(Self.team(of: allocation.worker)), child(life),
                    .date(allocation.start), .date(allocation.end.flatMap(known)), .code(allocation.reason), .blank,
                ])
        }
        for period in life.periods where period.start <= world.asAt && !life.isShortBreak {
            number += 1
            let officer = Self.officers + life.index / 60 % 90_000
            workers.insert(officer)
            try files.add(
                SSDTables.involvements,
                [
                    row("IN", life, number), .text(Self.worker(officer)), .text("IRO"), .text(Self.reviewingTeam), child(life), .date(period.start),
                    .date(known(period.end)), .blank, .blank,
                ])
        }
    }

    /// Numbers of workers who are no case holders start here: reviewing officers, then personal advisers.
    static let officers = 900_000
    static let advisers = 990_000
    static let reviewingTeam = "T-IRO"
    static let leavingCareTeam = "T-LC"

    static func worker(_ number: Int) -> String { "W\(number)" }
    /// Eight desks make a team (``WorkerMaker``), each held by 200 workers one after another.
    static func team(of worker: Int) -> String { "T-\(worker / 200 / WorkerMaker.teamSize + 1)" }

    /// Workers and teams, after all children.
    func workforce(_ files: FeedFiles) throws {
        var teams = Set<String>()
        for number in workers.sorted() {
            var random = world.random("worker", number)
            let isOfficer = number >= Self.officers && number < Self.advisers
            let isAdviser = number >= Self.advisers
            let team = isOfficer ? Self.reviewingTeam : isAdviser ? Self.leavingCareTeam : Self.team(of: number)
            teams.insert(team)
            try files.add(
                SSDTables.professionals,
                [
                    .text(Self.worker(number)), .text("\(30_000 + number % 60_000)"), .text(WorkerName.of(number)),
                    .text(isAdviser ? nil : WorkerMaker.identifier(number)), .yes(random.chance(isOfficer ? 0.05 : 0.17)),
                    .text(isOfficer ? "Independent Reviewing Officer" : isAdviser ? "Personal Adviser" : random.chance(0.25) ? "Senior Social Worker" : "Social Worker"),
                    .number(isOfficer ? random.within(50...75) : random.within(9...22)), .text(team), .decimal(random.chance(0.82) ? 1 : 0.6, places: 1),
                ])
        }
        let parents = [Self.reviewingTeam: ("S-QA", "Quality Assurance"), Self.leavingCareTeam: ("S-CIC", "Children in Care and Leaving Care")]
        for team in teams.sorted() {
            let parent = parents[team] ?? ("S-CIC", "Children in Care and Leaving Care")
            let name = team == Self.reviewingTeam ? "Independent Reviewing Service" : team == Self.leavingCareTeam ? "Leaving Care Team" : "Children in Care Team \(team.dropFirst(2))"
            try files.add(SSDTables.department, [.text(team), .text(name), .text(parent.0), .text(parent.1)])
        }
        for service in [("S-CIC", "Children in Care and Leaving Care"), ("S-QA", "Quality Assurance")] {
            try files.add(SSDTables.department, [.text(service.0), .text(service.1), .text("D-CS"), .text("Children's Social Care")])
        }
        try files.add(SSDTables.department, [.text("D-CS"), .text("Children's Social Care"), .blank, .blank])
    }

    /// The latest position of a young person: that of the birthday, unless something changed since.
    mutating func leavingCare(_ life: Life, _ files: FeedFiles) throws {
        let age = life.birth.returnAge(on: world.asAt)
        guard (16...21).contains(age), let category = eligibility(life, age) else { return }
        var random = world.random(life, "leaving")
        let latest = CareLeaver(life: life, year: year, known: world.asAt, seed: world.plan.seed)
        // Whose birthday is still to come in the year has the position of the last one.
        let before = CareLeaver(life: life, year: year.previous, known: year.previous.end, seed: world.plan.seed)
        var touch = latest?.inTouch ?? before?.inTouch ?? "YES"
        var activity = latest?.activity ?? before?.activity ?? (age < 18 ? "F2" : "F5")
        var home = latest?.accommodation ?? before?.accommodation ?? "D1"
        if latest != nil, touch == "YES", random.chance(movedOn) {
            activity = activity == "G5" ? "F5" : "G5"
            if random.chance(0.5) { home = home == "U1" ? "D1" : "U1" }
        }
        if category == "Eligible child" { (touch, activity, home) = ("YES", "F2", "") }
        let isInTouch = touch == "YES"
        let adviser = Self.advisers + life.index / 25 % 9_000
        workers.insert(adviser)
        let digit = home.last.map(String.init) ?? ""
        try files.add(
            SSDTables.careLeavers,
            [
                row("CL", life, 1), child(life), .code(category), .code(touch), .date(isInTouch ? max(world.asAt - random.within(1...75), life.birth) : nil),
                .code(isInTouch && home.count == 2 ? String(home.prefix(1)) : nil), .code(isInTouch && home.count == 2 ? digit : nil),
                .code(isInTouch ? activity : nil), .date(world.asAt - random.within(5...210)), .text(Self.worker(adviser)), .text(Self.leavingCareTeam),
                .text(Self.worker(adviser)),
            ])
    }

    /// What the Leaving Care Act calls the young person; nil for who is none of it.
    private func eligibility(_ life: Life, _ age: Int) -> String? {
        guard !life.isShortBreak, life.died.flatMap(known) == nil || age >= 17, let last = life.periods.last(where: { $0.start <= world.asAt }) else { return nil }
        if last.reasonCeased == .died, last.end <= world.asAt { return nil }
        if last.end <= world.asAt, last.reasonCeased.isAdoption || last.reasonCeased == .otherAuthority || last.reasonCeased == .foundAdult { return nil }
        let (fourteen, sixteen) = (life.birth.addingYears(14), life.birth.addingYears(16))
        let since14 = life.periods.reduce(0) { $0 + max(0, min($1.end, world.asAt) - max($1.start, fourteen)) }
        let since16 = life.periods.reduce(0) { $0 + max(0, min($1.end, world.asAt) - max($1.start, sixteen)) }
        guard since16 >= 1 else { return nil }
        guard since14 >= 91 else { return last.end <= world.asAt && life.isInCare(on: world.asAt) == false ? "Qualifying care leaver" : nil }
        if age >= 18 { return "Former relevant child" }
        return life.isInCare(on: world.asAt) ? "Eligible child" : "Relevant child"
    }
}
