import Vocabulary

extension PoliceFeed {
    /// Incidents at the children's homes that the child lived in, with what came of them.
    func writeIncidents(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        for (number, stay) in life.stays.enumerated() where stay.placement.kind == .childrensHome && stay.end > since && stay.start < world.asAt {
            var random = world.random(life, "incidents", number)
            let until = min(stay.end - 1, world.asAt)
            let days = Chance.days(life, from: max(stay.start, since), until: until, &random) { $0 < 8 ? 0 : $0 < 11 ? shares.incidents / 3 : shares.incidents }
            for (count, day) in days.enumerated() where day <= until {
                try writeIncident("\(life.serial)-\(number)\(count)", day, stay.placement, life, told, &random, to: files)
            }
        }
    }

    private func writeIncident(
        _ id: String, _ day: CalendarDate, _ home: Placement, _ life: Life, _ told: Spelling, _ random: inout RandomStream, to files: FeedFiles
    ) throws {
        let event = random.pick(Self.events)
        let isCalled = random.chance(event.crime == nil ? 0.4 : 0.82)
        let isCrime = event.crime != nil && isCalled && random.chance(0.4)
        let isRestored = random.chance(isCrime ? 0.25 : 0.4)
        let outcome = isCrime ? (isRestored ? "8" : random.pick(Self.outcomes)) : nil
        let time = LocalTime(day: day, minute: random.within(480...1_430))
        let screened = isCalled && random.chance(0.88) ? day + random.within(0...3) : nil
        try files.add(
            Self.incidents,
            [
                .text("HI\(id)"), time.cell, .text(home.urn.text), .text(HomeName.of(home.urn)), .text(home.postcode.text), .code(event.name), .yes(isCalled),
                .text(isCalled ? "L\(day.daysSince2000)-\(random.within(100...999))" : nil), .yes(isRestored), .yes(isCrime), .code(outcome),
                .number(random.within(1...3)), .yes(random.chance(0.12)), .yes(random.chance(0.08)), .date(screened.flatMap { $0 <= world.asAt ? $0 : nil }),
            ])
        try files.add(
            Self.incidentChildren,
            [
                .text("HI\(id)"), .text(told.reference), .text(told.surname), .text(told.forename), .date(told.birth), .text(told.who.authority),
                .code(event.crime == nil ? "Subject" : random.chance(0.75) ? "Suspect" : "Aggrieved"),
            ])
        guard isCrime, let crime = event.crime, life.birth.legalAge(on: day) >= 10 else { return }
        let decided = day + random.within(10...70)
        let known = decided <= world.asAt ? decided : nil
        try writeCrime("CR\(id)", day, crime, home, known == nil ? nil : outcome, known, told, to: files)
        if random.chance(0.14) { try writeArrest("CU\(id)", LocalTime(day: day, minute: time.minute) + 50, crime, home, told, &random, to: files) }
    }

    /// Arrests away from the home: of those the police know, mostly from 13.
    func writeArrests(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        var random = world.random(life, "arrests")
        let known = shares.arrests * (told.who.youthJusticeCase == nil ? 1 : 3.5)
        let days = Chance.days(life, from: since, until: world.asAt - 1, &random) { $0 < 10 ? 0 : $0 < 13 ? known / 5 : known }
        for (number, day) in days.enumerated() {
            let id = "\(life.serial)-A\(number)"
            let crime = random.pick(Self.crimeKinds)
            let time = LocalTime(day: day, minute: random.within(540...1_400))
            try writeArrest("CU\(id)", time, crime, nil, told, &random, to: files)
            let decided = day + random.within(15...120)
            let isOver = decided <= world.asAt
            try writeCrime(
                "CR\(id)", day - random.within(0...9), crime, nil, isOver ? random.pick(Self.outcomes) : nil, isOver ? decided : nil, told, to: files)
        }
    }

    private func writeCrime(
        _ reference: String, _ day: CalendarDate, _ crime: Crime, _ home: Placement?, _ outcome: String?, _ decided: CalendarDate?, _ told: Spelling,
        to files: FeedFiles
    ) throws {
        try files.add(
            Self.crimes,
            [
                .text(reference), .text(told.reference), .text(told.surname), .text(told.forename), .date(told.birth), .text(told.who.authority),
                .date(day), .text(crime.words), .code(crime.group), .text(home?.urn.text), .yes(home != nil), .code(outcome.map { "Outcome \($0)" }),
                .date(decided), .text(home == nil ? "Public" : "Staff"),
            ])
    }

    private func writeArrest(
        _ reference: String, _ time: LocalTime, _ crime: Crime, _ home: Placement?, _ told: Spelling, _ random: inout RandomStream, to files: FeedFiles
    ) throws {
        let isScreened = random.chance(shares.screened) && time.day + 2 <= world.asAt
        let decision = isScreened ? random.pick(Self.decisions) : nil
        let decided = time.day + random.within(1...60)
        let outcome: String
        switch decision {
        case _ where decided > world.asAt: outcome = random.chance(0.5) ? "RUI" : "Pre-charge bail"
        case "Suitable for diversion", "RJ": outcome = random.pick(Self.diverted)
        case "Not suitable": outcome = random.pick(Self.prosecuted)
        default: outcome = random.pick(Self.usual)
        }
        let isOvernight = time.minute > 1_080 && random.chance(0.4)
        let isAsked = isOvernight && random.chance(0.5)
        try files.add(
            Self.arrests,
            [
                .text(reference), .text(told.reference), .text(told.localID), .text(told.surname), .text(told.forename), .date(told.birth),
                .text(told.who.authority), time.cell, .text(crime.words), .code(crime.group), .text(home?.urn.text), .yes(home != nil),
                .date(isScreened ? time.day + random.within(0...2) : nil), .code(decision), .code(outcome), .date(decided <= world.asAt ? decided : nil),
                .yes(true), .yes(isOvernight), .yes(isOvernight ? isAsked : nil), .yes(isAsked ? random.chance(0.3) : nil),
                .text(WorkerName.of(910_000 + random.within(0...30))),
            ])
    }

    /// A kind of crime: its group, and the words that the police have for it.
    struct Crime: Sendable {
        let group: String
        let words: String
    }

    /// A kind of incident at a home, and the crime that it may be.
    struct Event: Sendable {
        let name: String
        let crime: Crime?
    }

    private static let damage = Crime(group: "Criminal damage", words: "Criminal damage under £5,000")
    private static let assault = Crime(group: "Violence", words: "Common assault")
    private static let harm = Crime(group: "VAP", words: "Assault occasioning actual bodily harm")
    private static let affray = Crime(group: "Public order", words: "Threatening behaviour (section 4A)")
    private static let drugs = Crime(group: "Drug offences", words: "Possession of cannabis")

    private static let events = Weighted<Event>(
        (Event(name: "Damage to property", crime: damage), 27), (Event(name: "Assault - staff", crime: assault), 19),
        (Event(name: "Peer assault", crime: assault), 11), (Event(name: "Missing from home", crime: nil), 16),
        (Event(name: "Threatening behaviour", crime: affray), 10), (Event(name: "Possession of drugs", crime: drugs), 4),
        (Event(name: "Self harm", crime: nil), 6), (Event(name: "Restraint", crime: nil), 5), (Event(name: "Fire setting", crime: nil), 1),
        (Event(name: "Allegation against staff", crime: nil), 1))
    private static let crimeKinds = Weighted<Crime>(
        (assault, 22), (harm, 14), (damage, 12), (Crime(group: "Shoplifting", words: "Theft from shop"), 14), (affray, 10),
        (Crime(group: "TWOC", words: "Taking a vehicle without consent"), 6), (Crime(group: "Robbery", words: "Robbery"), 6), (drugs, 8),
        (Crime(group: "Bladed article", words: "Having a bladed article in a public place"), 8))
    private static let outcomes = Weighted(
        ("16", 28.0), ("15", 17), ("22", 15), ("8", 14), ("1", 9), ("21", 7), ("10", 4), ("2", 3), ("20", 3))
    private static let decisions = Weighted(
        ("Suitable for diversion", 55.0), ("RJ", 15), ("Not suitable", 20), ("No further action recommended", 8), ("Pending", 2))
    private static let diverted = Weighted(("Community resolution", 40.0), ("OC22", 34), ("NFA", 18), ("Youth caution", 8))
    private static let prosecuted = Weighted(("Charged to court", 66.0), ("Youth conditional caution", 10), ("NFA", 24))
    private static let usual = Weighted(("NFA", 60.0), ("Charged to court", 16), ("Community resolution", 16), ("Youth caution", 8))
}
