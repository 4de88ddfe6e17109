import Vocabulary

extension VoiceFeed {
    /// A referral for an independent visitor, its wait and its match; and the visits of the last two years.
    func writeVisitor(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        var random = world.random(life, "independent visitor")
        let oldest = world.since(months: 90)
        let days = Chance.days(life, from: oldest, until: world.asAt, &random) { (8...16).contains($0) ? referrals : 0 }
        // One at a time: who has or had a visitor is not referred anew.
        guard let referred = days.first(where: { day in life.period(on: day).map { day - $0.start > 180 } ?? false }) else { return }
        let leaves = min(life.period(on: referred)?.end ?? life.leftCare, life.adulthood)
        let wait = 45 + random.days(mean: 300)
        let lost = referred + random.days(mean: 520)
        let matched = referred + wait
        let isMatched = matched < min(lost, leaves)
        var withdrawn: CalendarDate?
        var ended: CalendarDate?
        if isMatched {
            let over = matched + 90 + random.days(mean: 1_000)
            ended = min(over, leaves)
        } else {
            withdrawn = min(lost, leaves)
        }
        let matchDay = isMatched && matched <= world.asAt ? matched : nil
        if let day = ended, day > world.asAt { ended = nil }
        if let day = withdrawn, day > world.asAt { withdrawn = nil }
        if matchDay == nil { ended = nil }
        // What was over more than two years ago has left the service's list.
        if let over = ended ?? withdrawn, over < since { return }
        let visitor = "IV\(random.within(100...899))"
        let status = ended != nil ? "Ended" : withdrawn != nil ? "Referral withdrawn" : matchDay != nil ? "Ongoing" : "Waiting list"
        let isGrown = { (day: CalendarDate) in day == life.adulthood }
        try files.add(
            Self.visitors,
            [
                .text("IVR\(life.serial)"), .text(told.reference), .text(told.localID), .text(told.surname), .text(told.forename), .date(told.birth),
                .date(referred - random.within(10...90)), .date(referred - random.within(1...9)), .yes(true), .date(referred),
                .date(matchDay == nil && withdrawn == nil ? referred : nil), .date(matchDay), .text(matchDay == nil ? nil : visitor), .date(ended),
                .code(ended.map { isGrown($0) ? "18th birthday" : random.pick(Self.partings) }), .date(withdrawn),
                .code(withdrawn.map { isGrown($0) ? "18th birthday" : random.pick(Self.partings) }), .code(status),
            ])
        guard let matchDay else { return }
        let last = ended.map { $0 - 1 } ?? world.asAt
        var day = max(matchDay + 7, since)
        while day <= last {
            let isMissed = random.chance(0.12)
            try files.add(
                Self.visitorVisits,
                [
                    .text("CS\(life.serial)-\(day.daysSince2000)"), .text(told.reference), .text(told.localID), .text(told.surname), .text(told.forename),
                    .date(told.birth), .text(visitor), .date(day), .code(isMissed ? nil : random.chance(0.85) ? "F2F" : "Video call"),
                    .text(isMissed ? "Y" : nil), .code(isMissed ? random.pick(Self.misses) : nil), .text(isMissed ? nil : "Day out"),
                ])
            day = day + random.within(24...38)
        }
    }

    private static let partings = Weighted(
        ("Moved area", 22.0), ("Returned home", 22), ("Outgrown service", 22), ("Volunteer circumstances", 24), ("Change in circumstances", 10))
    private static let misses = Weighted(("Child cancelled", 45.0), ("Volunteer unavailable", 35), ("Carer cancelled", 15), ("Weather", 5))

    /// Complaints by children, or an advocate for them: most about the behaviour of staff, few of them upheld, nearly all answered in time.
    func writeComplaints(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        var random = world.random(life, "complaints")
        let days = Chance.days(life, from: since, until: world.asAt, &random) { $0 >= 14 ? complaintRate * 1.5 : $0 >= 10 ? complaintRate * 0.6 : 0 }
        for (number, received) in days.enumerated() {
            let calendar = world.calendar
            let due = calendar.working.adding(10, to: received)
            let isLong = random.chance(0.6)
            let limit = calendar.working.adding(20, to: received)
            let answered = calendar.workingDay(from: random.chance(0.96) ? received + random.within(2...(isLong ? 26 : 13)) : limit + random.within(2...15))
            let reference = "CO\(life.serial)-\(number + 1)"
            let nature = random.pick(Self.natures)
            let hasAdvocate = random.chance(0.3)
            try complaint(
                reference, "Stage 1", received, due, answered > due ? limit : nil, answered, nature, hasAdvocate, random.pick(Self.findings), told, &random,
                to: files)
            guard random.chance(0.09), answered + 15 <= world.asAt else { continue }
            let taken = answered + random.within(5...15)
            let report = calendar.workingDay(from: taken + random.within(28...80))
            try complaint(
                reference, "Stage 2", taken, calendar.working.adding(25, to: taken), calendar.working.adding(65, to: taken), report, nature, hasAdvocate,
                random.pick(Self.findings), told, &random, to: files)
        }
    }

    private func complaint(
        _ reference: String, _ stage: String, _ received: CalendarDate, _ due: CalendarDate, _ extended: CalendarDate?, _ answered: CalendarDate,
        _ nature: String, _ hasAdvocate: Bool, _ finding: String, _ told: Spelling, _ random: inout RandomStream, to files: FeedFiles
    ) throws {
        let isOver = answered <= world.asAt
        try files.add(
            Self.complaints,
            [
                .text(reference), .code(stage), .text(told.localID), .text(told.surname), .text(told.forename), .date(told.birth), .date(received),
                .code(hasAdvocate && random.chance(0.5) ? "Advocate" : "YP"), .text(random.pick(Self.services)), .code(nature), .date(due), .date(extended),
                .date(isOver ? answered : nil), .code(isOver ? finding : nil), .yes(hasAdvocate), .yes(isOver ? random.chance(0.35) : nil),
            ])
    }

    private static let natures = Weighted(
        ("Attitude of staff", 69.0), ("Quality of service", 18), ("Unwelcome decision", 7), ("Delay", 3), ("Poor communication", 3))
    private static let findings = Weighted(
        ("Not upheld", 42.0), ("No Finding", 20), ("Mainly not upheld", 17), ("Mainly upheld", 6), ("Upheld", 8), ("Partially upheld", 4), ("Declined", 3))
    private static let services = Weighted(("Children in Care North", 30.0), ("Children in Care South", 30), ("Leaving Care", 25), ("Residential services", 15))

    /// Answers under a name, by an app: few children use it.
    func writeViews(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard told.localID != nil else { return }
        var random = world.random(life, "views")
        for day in Chance.days(life, from: since, until: world.asAt, &random, rate: { $0 >= 8 ? 0.09 : 0 }) {
            for question in Self.questions {
                let score = random.pick(Self.scores)
                try files.add(
                    Self.views,
                    [
                        .text(told.localID), .text(told.surname), .text(told.forename), .date(told.birth), .date(day), "My say", .text(question),
                        .text(Self.words[score - 1]), .number(score),
                    ])
            }
        }
    }

    /// The yearly survey: about one child in six answers, without a name.
    func writeSurvey(to files: FeedFiles) throws {
        for back in 0...1 {
            guard let closed = CalendarDate(year: world.asAt.year - back, month: 3, day: 20), closed <= world.asAt else { continue }
            for reply in 1...max(3, world.plan.children / 6) {
                var random = world.random("survey \(closed.year)", reply)
                let band = random.pick(Self.bands)
                let home = random.pick(Self.homes)
                for question in Self.questions {
                    let score = random.pick(Self.scores)
                    try files.add(
                        Self.answers,
                        [
                            .text("Have your say \(closed.year)"), .number(reply), .text(question), .date(closed), .text(Self.words[score - 1]), .number(score),
                            .code(band), .text(home),
                        ])
                }
            }
        }
    }

    private static let questions = [
        "I feel safe where I live", "I am listened to", "I know who my social worker is", "I see my family as much as I want", "I know how to complain",
        "I know what an advocate is",
    ]
    private static let words = ["Never", "Hardly ever", "Sometimes", "Most of the time", "All of the time"]
    private static let scores = Weighted((5, 44.0), (4, 28), (3, 16), (2, 7), (1, 5))
    private static let bands = Weighted(("4-7 yrs", 12.0), ("8-11 yrs", 26), ("11-18 yrs", 62))
    private static let homes = Weighted(("Foster home", 66.0), ("Children's home", 14), ("With family", 14), ("Somewhere else", 6))
}
