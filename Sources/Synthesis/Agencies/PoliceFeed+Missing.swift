import Vocabulary

extension PoliceFeed {
    /// An absence as the police have it.
    struct Report: Sendable {
        let reference: String
        /// M or A.
        let kind: String
        let lastSeen: LocalTime?
        let reported: LocalTime
        /// Nil while the child is missing.
        let returned: LocalTime?
        let cancelled: Bool
    }

    /// What was reported of a life up to the as-at date, in order.
    func reports(of life: Life) -> [Report] {
        var made: [Report] = []
        for (number, absence) in life.absences.enumerated() where absence.start < world.asAt && absence.end >= since {
            var random = world.random(life, "missing", number)
            guard random.chance(absence.kind == "M" ? shares.missingKnown : shares.awayKnown) else { continue }
            let reference = "MP\(life.serial)-\(number + 1)"
            let report = report(absence, reference, &random)
            made.append(report)
            if random.chance(0.012) {
                made.append(
                    Report(
                        reference: reference + "X", kind: "M", lastSeen: report.lastSeen, reported: report.reported + 9, returned: nil, cancelled: true))
            }
            // Back, and gone again the same evening.
            if let back = report.returned, back.day == absence.start, back.minute < 1_140, back.day < world.asAt, random.chance(shares.goneAgain) {
                let again = LocalTime(day: back.day, minute: random.within(1_170...1_290))
                made.append(
                    Report(
                        reference: reference + "B", kind: absence.kind, lastSeen: again, reported: again + random.within(15...60),
                        returned: again + random.within(70...140), cancelled: false))
            }
        }
        return made
    }

    private func report(_ absence: Absence, _ reference: String, _ random: inout RandomStream) -> Report {
        let isShort = absence.end == absence.start
        var evening = LocalTime(day: absence.start, minute: isShort ? random.within(560...1_020) : random.within(960...1_400))
        var reported = evening + random.within(25...(isShort ? 110 : 240))
        // Social care writes down the day of the report, after midnight; or simply the day after.
        let slip = random.unit()
        if slip < 0.05 {
            evening = LocalTime(day: absence.start - 1, minute: random.within(1_260...1_380))
            reported = slip < 0.03 ? LocalTime(day: absence.start, minute: random.within(5...120)) : evening + 40
        }
        let returned: LocalTime
        if isShort {
            returned = LocalTime(day: absence.end, minute: random.between(reported.day < absence.end ? 200 : reported.minute + 30, 1_430))
        } else {
            let back = LocalTime(day: absence.end, minute: random.within(70...1_420))
            returned = back > reported ? back : reported + random.within(20...90)
        }
        // The duty officer sometimes has only the report's own time.
        let isSeenTold = reported.day > absence.start || random.chance(0.85)
        return Report(
            reference: reference, kind: absence.kind, lastSeen: isSeenTold ? evening : nil, reported: reported,
            returned: returned.day <= world.asAt ? returned : nil, cancelled: false)
    }

    func write(_ report: Report, _ life: Life?, _ told: Spelling, to files: FeedFiles) throws {
        var random = world.random("report/" + report.reference, 0)
        let placement = life?.episode(on: report.reported.day)?.placement
        let risk = random.pick(Self.risks)
        let isRaised = random.chance(0.12)
        let hours = report.returned.map { ($0 - report.reported) / 60 }
        let returned = report.returned
        try files.add(
            Self.missing,
            [
                .text(report.reference), "East Wold", .text(told.reference), .text(told.localID), .text(told.surname), .text(told.forename),
                .date(told.birth), .text(told.who.authority), .code(report.kind == "M" ? "Missing" : "Away"),
                .code(report.cancelled ? "Cancelled - error" : returned == nil ? "Live" : "Located"), .time(report.lastSeen), report.reported.cell,
                .time(returned), .code(risk), .code(isRaised ? "High" : risk), .code(random.pick(Self.informants)),
                .code(Self.place(placement)), .text(placement?.postcode.text), .code(random.pick(Self.circumstances)),
                .code(returned == nil ? nil : random.pick(Self.ways)), .code(returned == nil ? nil : random.pick(Self.found)),
                .time(returned.flatMap { random.chance(0.8) && $0.day < world.asAt ? $0 + random.within(40...900) : nil }),
                .yes(random.chance(0.4)), .date(isRaised && report.reported.day + 3 < world.asAt ? report.reported.day + 2 : nil),
                .text(WorkerName.of(910_000 + random.within(0...30))), .number(hours),
            ])
    }

    private static func place(_ placement: Placement?) -> String {
        guard let kind = placement?.kind else { return "Home address" }
        if kind.isFoster { return "Foster care" }
        switch kind {
        case .childrensHome, .secureHome, .school: return "Care home"
        case .supported, .independent: return "Semi-independent"
        case .parents: return "Home address"
        default: return "Other"
        }
    }

    private static let risks = Weighted(("Low", 22.0), ("Medium", 62), ("High", 14), ("No apparent risk", 2))
    private static let informants = Weighted(("Care home", 46.0), ("Foster carer", 34), ("EDT", 8), ("Parent", 7), ("School", 3), ("Friend", 2))
    private static let circumstances = Weighted(
        ("Failed to return", 48.0), ("Left without permission", 22), ("Argument", 12), ("Family contact", 6), ("Not at school", 4),
        ("Suspected exploitation", 5), ("Unknown", 3))
    private static let ways = Weighted(
        ("Returned of own accord", 55.0), ("Located by police", 24), ("Returned by staff", 12), ("Returned by family", 5), ("Found in custody", 2),
        ("Not known", 2))
    private static let found = Weighted(
        ("Care home", 30.0), ("Foster", 22), ("Friends address", 16), ("Family address", 12), ("Street", 12), ("Railway station", 5), ("Other", 3))

    /// Interviews: offered after a return, accepted, held; one for several absences where the child was gone again within days.
    func writeInterviews(_ reports: [Report], _ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        let ended = reports.filter { !$0.cancelled && $0.returned != nil && $0.reported.day >= since }
        var place = 0
        while place < ended.count {
            var random = world.random("interview/" + ended[place].reference, 0)
            var group = [ended[place]]
            while place + group.count < ended.count, let back = group.last?.returned, ended[place + group.count].reported.day - back.day <= 4,
                random.chance(0.7)
            {
                group.append(ended[place + group.count])
            }
            place += group.count
            guard let back = group.last?.returned, random.chance(0.97) else { continue }
            try writeInterview(group, back, life, told, &random, to: files)
        }
    }

    private func writeInterview(
        _ group: [Report], _ back: LocalTime, _ life: Life, _ told: Spelling, _ random: inout RandomStream, to files: FeedFiles
    ) throws {
        let isOffered = random.chance(shares.offered)
        let offeredAt = LocalTime(day: back.day + random.within(0...1), minute: random.within(545...1_050))
        let isAccepted = isOffered && random.chance(shares.accepted)
        let isInTime = random.chance(shares.inTime)
        // Within two days and a bit is within 72 hours whatever the hour; the others come later in the week.
        let heldAt = LocalTime(day: back.day + (isInTime ? random.within(1...2) : random.within(4...11)), minute: random.within(600...1_100))
        let isHeld = isAccepted && random.chance(shares.held) && heldAt.day <= world.asAt
        let namesPolice = random.chance(0.85)
        let first = group[0]
        try files.add(
            Self.interviews,
            [
                .text("RHI-" + first.reference), .text(told.localID), .text(told.reference), .text(told.surname), .text(told.forename), .date(told.birth),
                .text(told.who.authority), .text(namesPolice ? group.map(\.reference).joined(separator: "; ") : nil),
                .date((first.lastSeen ?? first.reported).day), back.cell, .code(isOffered ? "Yes" : "No"),
                .time(isOffered ? max(offeredAt, back + 15) : nil), .code(isOffered ? (isAccepted ? "Yes" : "No") : "N/A"),
                .code(isHeld ? nil : isAccepted ? random.pick(Self.lapsed) : isOffered ? random.pick(Self.declined) : random.pick(Self.lapsed)),
                .time(isHeld ? heldAt : nil), .code(isHeld ? random.pick(Self.interviewers) : nil), .yes(isHeld ? true : nil),
                .code(isHeld ? random.pick(Self.causes) : nil), .yes(isHeld ? random.chance(0.11) : nil), .yes(isHeld ? random.chance(0.16) : nil),
                .date(isHeld && random.chance(0.75) && heldAt.day + 1 <= world.asAt ? heldAt.day + 1 : nil),
            ])
    }

    private static let declined = Weighted(("Young person declined", 86.0), ("Did not engage", 14))
    private static let lapsed = Weighted(
        ("Unable to contact", 40.0), ("Went missing again", 22), ("Late referral", 18), ("Placement move", 10), ("No capacity", 10))
    private static let interviewers = Weighted(("Commissioned charity", 78.0), ("LA missing team", 17), ("YJS", 3), ("Host LA", 2))
    private static let causes = Weighted(
        ("Friends", 34.0), ("Family", 15), ("Unhappy in placement", 11), ("Argument with staff", 9), ("Curfew", 12), ("Criminal exploitation", 4),
        ("Sexual exploitation", 2), ("Drugs", 3), ("Low mood", 4), ("Would not say", 6))
}
