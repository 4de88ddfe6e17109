import Vocabulary

/// The youth justice service: offences and their outcomes, orders, remands and custody, restorative work.
///
/// A child whom the return counts as convicted in a year has a proven offence with an outcome in that year.
struct YouthJusticeFeed: AgencyFeed {
    static let agency = "youth-justice"

    static let offences = FeedTable(
        csv: "Youth justice offences {quarter}.csv", style: .init(dates: .isoMidnight, yes: "Yes", no: "No"),
        header: [
            "Offence ID", "YOT ID", "Social Care ID", "Surname", "Forename", "DOB", "Home LA", "Offence Description", "Offence Category", "Gravity Score",
            "Offence Date", "Outcome Date", "Legal Outcome", "Disposal Tier", "Court Type", "FTE", "Case Worker",
        ])
    static let interventions = FeedTable(
        csv: "Youth justice caseload {quarter}.csv", style: .init(dates: .isoMidnight, yes: "Yes", no: "No"),
        header: [
            "Programme ID", "YOT ID", "Social Care ID", "Surname", "Forename", "DOB", "Home LA", "Intervention Type", "Intervention Start",
            "Intervention End", "Successfully Completed", "Case Manager ID",
        ])
    static let custody = FeedTable(
        csv: "Youth justice custody {quarter}.csv", style: .init(dates: .isoMidnight),
        header: [
            "Custody ID", "YOT ID", "Social Care ID", "Surname", "Forename", "DOB", "Designated Authority", "Custody Type", "Custody Start", "Release Date",
            "Establishment Type", "Establishment Name", "Nights",
        ])
    static let restorative = FeedTable(
        csv: "Restorative work {quarter}.csv", style: .init(dates: .isoMidnight, yes: "Yes", no: "No"),
        header: [
            "Activity ID", "YOT ID", "Social Care ID", "Surname", "Forename", "DOB", "Home LA", "Offence Ref", "Date Offered", "RJ Type", "Date Held",
            "Victim Participated", "RJ Outcome",
        ])

    static let tables = [offences, interventions, custody, restorative]

    /// A council's service: it mostly has the authority's identifier beside its own number.
    static let habits = SpellingHabits(localID: 0.85, reference: .youthJustice, staleLocalID: 0.01, misspelt: 0.01, nickname: 0.08)

    private let world: FeedWorld
    private let since: CalendarDate
    private let resolutions: Double
    private let restored: Double

    init(_ world: FeedWorld) throws {
        self.world = world
        since = world.since(months: 36)
        resolutions = try world.share("community_resolution_a_year")
        restored = try world.share("restorative_work_offered")
    }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard !life.isShortBreak, life.outside == nil, life.birth.addingYears(10) < world.asAt else { return }
        for day in Convictions.days(of: life, since: since, in: world) { try writeProven(day, life, told, to: files) }
        try writeResolutions(life, told, to: files)
        try writeRemands(life, told, to: files)
    }

    /// One young person of another authority, whom the service supervises for it.
    mutating func writeOthers(to files: FeedFiles) throws {
        for number in 0..<max(2, world.plan.children / 300) {
            let told = files.stranger(number)
            guard told.birth.legalAge(on: world.asAt) >= 11 else { continue }
            var random = world.random("stranger", number)
            let day = world.asAt - random.within(10...300)
            try writeOffence("OF9\(number)", day - 40, day, Self.outcomes.value(at: random.unit()), told, false, &random, to: files)
        }
    }

    private func writeProven(_ day: CalendarDate, _ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        var random = world.random(life, "proven", Int(day.daysSince2000))
        let outcome = random.pick(Self.outcomes)
        let id = "OF\(life.serial)-\(day.daysSince2000)"
        let committed = day - random.within(30...200)
        try writeOffence(id, committed, day, outcome, told, random.chance(0.6), &random, to: files)
        // Sentenced on one day for more than one offence.
        if outcome.tier != "Pre-court", random.chance(0.3) {
            try writeOffence(id + "b", committed + 3, day, outcome, told, false, &random, to: files)
        }
        try writeIntervention("IV\(life.serial)-\(day.daysSince2000)", outcome.intervention, day, outcome.months, told, &random, to: files)
        try writeRestorative("RW\(life.serial)-\(day.daysSince2000)", id, day, told, &random, to: files)
    }

    /// Out of court, and no conviction: community resolutions and diversion; some offences have no outcome yet.
    private func writeResolutions(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard told.reference != nil else { return }
        var random = world.random(life, "resolutions")
        let days = Chance.days(life, from: since, until: world.asAt, &random) { $0 < 10 ? 0 : $0 < 13 ? resolutions / 2 : resolutions }
        for (number, day) in days.enumerated() {
            let id = "OF\(life.serial)-C\(number)"
            let isPending = day > world.asAt - 90 && random.chance(0.4)
            let outcome = random.chance(0.55) ? Self.resolution : random.chance(0.8) ? Self.diversion : Self.dropped
            try writeOffence(id, day - random.within(5...60), isPending ? nil : day, outcome, told, false, &random, to: files)
            guard !isPending, outcome.months > 0 else { continue }
            try writeIntervention("IV\(life.serial)-C\(number)", outcome.intervention, day, outcome.months, told, &random, to: files)
            try writeRestorative("RW\(life.serial)-C\(number)", id, day, told, &random, to: files)
        }
    }

    private func writeOffence(
        _ id: String, _ committed: CalendarDate, _ decided: CalendarDate?, _ outcome: Outcome, _ told: Spelling, _ isFirst: Bool,
        _ random: inout RandomStream, to files: FeedFiles
    ) throws {
        let offence = random.pick(Self.offenceKinds)
        // The system leaves the tier out where a panel decided.
        let tier = random.chance(0.9) ? outcome.tier : nil
        try files.add(
            Self.offences,
            [
                .text(id), .text(told.reference), .text(told.localID), .text(told.surname), .text(told.forename), .date(told.birth),
                .text(told.who.authority), .text(offence.words), .code(offence.group), .number(offence.gravity), .date(committed), .date(decided),
                .code(decided == nil ? nil : outcome.name), .code(decided == nil ? nil : tier), .code(decided == nil ? nil : outcome.court),
                .yes(decided == nil ? nil : isFirst), .text(WorkerName.of(920_000 + random.within(0...9))),
            ])
    }

    private func writeIntervention(
        _ id: String, _ kind: String, _ start: CalendarDate, _ months: Int, _ told: Spelling, _ random: inout RandomStream, to files: FeedFiles
    ) throws {
        let end = start.addingMonths(months)
        let isOver = end <= world.asAt
        try files.add(
            Self.interventions,
            [
                .text(id), .text(told.reference), .text(told.localID), .text(told.surname), .text(told.forename), .date(told.birth),
                .text(told.who.authority), .code(kind), .date(start), .date(isOver ? end : nil), .yes(isOver ? random.chance(0.86) : nil),
                .text("YW\(random.within(1...9))"),
            ])
    }

    private func writeRestorative(
        _ id: String, _ offence: String, _ day: CalendarDate, _ told: Spelling, _ random: inout RandomStream, to files: FeedFiles
    ) throws {
        guard random.chance(restored), day + 14 <= world.asAt else { return }
        let held = day + random.within(20...90)
        let isHeld = random.chance(0.72) && held <= world.asAt
        let result = isHeld ? "Completed" : held > world.asAt ? "Planned" : random.pick(Self.refusals)
        try files.add(
            Self.restorative,
            [
                .text(id), .text(told.reference), .text(told.localID), .text(told.surname), .text(told.forename), .date(told.birth),
                .text(told.who.authority), .text(offence), .date(day + 10), .code(random.pick(Self.works)), .date(isHeld ? held : nil),
                .yes(isHeld ? random.chance(0.3) : nil), .code(result),
            ])
    }

    /// Remands that made the child looked after, and nights at the police station before them.
    private func writeRemands(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        for status in life.legalStatuses where status.status == .remand && status.end > since && status.start <= world.asAt {
            var random = world.random(life, "remand", Int(status.start.daysSince2000))
            let kind = life.episode(on: status.start)?.placement.kind
            let isSecure = kind == .youngOffenders || kind == .secureHome
            let end = status.end <= world.asAt ? status.end : nil
            try files.add(
                Self.custody,
                [
                    .text("CS\(life.serial)-\(status.start.daysSince2000)"), .text(told.reference), .text(told.localID), .text(told.surname),
                    .text(told.forename), .date(told.birth), .text(told.who.authority), .code(isSecure ? "RYDA" : "RLAA"), .date(status.start),
                    .date(end), .code(kind == .youngOffenders ? "YOI" : kind == .secureHome ? "Secure unit" : "LA accommodation"),
                    .text(isSecure ? HomeName.number(700 + random.within(0...5)) : nil), .number(end.map { $0 - status.start }),
                ])
        }
    }

    /// An outcome as the service words it, with what follows.
    struct Outcome: Sendable {
        let name: String
        let tier: String
        let court: String?
        let intervention: String
        let months: Int
    }

    private static let caution = Outcome(name: "Youth Caution", tier: "Pre-court", court: nil, intervention: "YC", months: 3)
    private static let resolution = Outcome(name: "Community Resolution", tier: "Pre-court", court: nil, intervention: "CR", months: 2)
    private static let diversion = Outcome(name: "OC22", tier: "Pre-court", court: nil, intervention: "Outcome 22", months: 4)
    private static let dropped = Outcome(name: "NFA", tier: "No disposal", court: nil, intervention: "Prevention", months: 0)
    private static let outcomes = Weighted<Outcome>(
        (caution, 30), (Outcome(name: "YCC", tier: "Pre-court", court: nil, intervention: "YCC", months: 4), 16),
        (Outcome(name: "Referral Order", tier: "First-tier", court: "Youth court", intervention: "Referral Order", months: 9), 26),
        (Outcome(name: "Conditional discharge", tier: "First-tier", court: "Youth court", intervention: "Prevention", months: 6), 8),
        (Outcome(name: "YRO", tier: "Community penalty", court: "Youth court", intervention: "YRO", months: 12), 14),
        (Outcome(name: "YRO ISS", tier: "Community penalty", court: "Crown", intervention: "YRO ISS", months: 12), 3),
        (Outcome(name: "DTO", tier: "Custodial", court: "Youth court", intervention: "DTO", months: 8), 3))
    private static let offenceKinds = Weighted<(words: String, group: String, gravity: Int)>(
        (("Common assault", "Violence", 3), 24), (("Assault on an emergency worker", "Violence against person", 3), 12),
        (("Criminal damage", "Damage to property", 2), 16), (("Theft from shop", "Shoplifting", 2), 12), (("Possession of cannabis", "Drugs possession", 2), 8),
        (("Having a bladed article", "Knife possession", 4), 9), (("Robbery", "Robbery", 6), 6), (("Aggravated vehicle taking", "TWOC", 4), 6),
        (("Threatening behaviour", "Public order offences", 3), 7))
    private static let works = Weighted(
        ("Letter of apology", 26.0), ("Victim awareness", 34), ("Indirect reparation", 22), ("Face to face", 8), ("Shuttle mediation", 10))
    private static let refusals = Weighted(("Young person declined", 40.0), ("Victim declined", 45), ("Unsuitable", 15))
}
