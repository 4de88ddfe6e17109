import Vocabulary

/// The police and the services beside them: reports of missing children, return home interviews, incidents at children's homes, arrests,
/// recorded crimes, and the tracker of the exploitation panel.
///
/// The police know times, the return only days; they are not told of every absence, and know of some that social care does not.
struct PoliceFeed: AgencyFeed {
    static let agency = "police"

    static let missing = FeedTable(
        csv: "Police missing reports {date}.csv", style: .init(yes: "Yes", no: "No", encoding: .windows1252),
        header: [
            "MISPER Ref", "Force", "Nominal ID", "LA ID", "Family Name", "First Name", "DOB", "Placing LA", "Report Type", "Report Status",
            "Last Seen Date/Time", "Reported Date/Time", "Return Date/Time", "Initial Risk", "Final Risk", "Informant Role", "Missing From Type",
            "Missing From Postcode", "Circumstances", "How Returned", "Found At", "Safe and Well", "Philomena", "Strategy Discussion Date", "Officer",
            "Hours Missing",
        ])
    static let interviews = FeedTable(
        workbook: "RHI return {month}.xlsx", sheet: "RHI", title: ["Return home interviews to {month}"], style: .init(dates: .excel, yes: "Yes", no: "No"),
        header: [
            "RHI ID", "Child ID", "Nominal Number", "Surname", "First Name", "D.O.B.", "Responsible LA", "Police Ref(s)", "Date Missing",
            "Returned Date and Time", "RHI Offered", "Offered Date/Time", "RHI Accepted", "Reason Declined", "Interview Date/Time", "Interviewer Agency",
            "Independent Y/N", "Reason for Going Missing", "Disclosure of Harm", "Exploitation Indicators", "Info Shared with Police",
        ])
    static let incidents = FeedTable(
        csv: "Home incidents {month}.csv", style: .init(dates: .iso, encoding: .utf8WithMark),
        header: [
            "Incident Number", "Date Time of Incident", "Home URN", "Home Name", "Home Postcode", "Incident Type", "Police Called Y/N", "Police Ref",
            "RJ Used", "Crimed", "Outcome Code", "Number of Children", "Injury Y/N", "Reg 40", "Date Screened",
        ])
    static let incidentChildren = FeedTable(
        csv: "Incident children {month}.csv", style: .init(dates: .iso, encoding: .utf8WithMark),
        header: ["Incident Number", "Nominal ID", "Last Name", "First Name", "Date of Birth", "Placing LA", "Role in Incident"])
    static let arrests = FeedTable(
        csv: "Arrests and screening {month}.csv", style: .init(yes: "Y", no: "N"),
        header: [
            "Custody Ref", "Nominal ID", "LA ID", "Surname", "Forename", "DOB", "Placing LA", "Date Time of Arrest", "Offence Description", "Offence Type",
            "Home URN", "Offence in Placement", "Date Screened", "Screening Outcome", "Arrest Outcome", "Outcome Date", "AA Attended", "Overnight",
            "LA Bed Requested", "LA Bed Provided", "Officer",
        ])
    static let crimes = FeedTable(
        csv: "Crimes suspect {date}.csv", style: .init(dates: .monthName),
        header: [
            "Crime Number", "Nominal ID", "Surname", "Forename", "DOB", "Placing LA", "Committed Date", "Offence Description", "Offence Type", "Home URN",
            "In Placement Y/N", "Outcome", "Outcome Date", "Victim",
        ])
    static let flags = FeedTable(
        workbook: "Exploitation tracker {month}.xlsx", sheet: "Exploitation tracker", title: ["MACE tracker", "Position at {month}"],
        style: .init(dates: .excel, yes: "Yes", no: "No"),
        header: [
            "Tracker ID", "Child ID", "Nominal Number", "Surname", "First Name", "DOB", "Responsible LA", "Type of Exploitation", "Risk Level",
            "Date Opened", "Last Reviewed", "Date Closed", "Reason Closed", "NRM Referral Date", "RG Decision", "CG Decision", "MACE Date",
        ])

    static let tables = [missing, interviews, incidents, incidentChildren, arrests, crimes, flags]

    /// Known by nominal number; the authority's identifier is copied now and then; names in capitals, as custody records have them.
    static let habits = SpellingHabits(localID: 0.35, reference: .policeNominal, staleLocalID: 0.05, misspelt: 0.02, swappedDate: 0.01, capitals: true)

    let world: FeedWorld
    let since: CalendarDate
    private let flagged: Double

    init(_ world: FeedWorld) throws {
        self.world = world
        since = world.since(months: 24)
        flagged = try world.share("exploitation_flag")
        shares = try Shares(world)
    }

    let shares: Shares

    /// What decides how much the police know, and what follows.
    struct Shares: Sendable {
        let missingKnown, awayKnown, goneAgain, offered, accepted, held, inTime, incidents, arrests, screened: Double

        init(_ world: FeedWorld) throws {
            missingKnown = try world.share("missing_reported")
            awayKnown = try world.share("away_reported")
            goneAgain = try world.share("gone_again_same_day")
            offered = try world.share("interview_offered")
            accepted = try world.share("interview_accepted")
            held = try world.share("interview_held")
            inTime = try world.share("interview_in_72_hours")
            incidents = try world.share("incidents_per_resident")
            arrests = try world.share("arrests_of_known")
            screened = try world.share("arrests_screened")
        }
    }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard !life.isShortBreak, life.outside == nil else { return }
        let reports = reports(of: life)
        for report in reports where report.reported.day >= since { try write(report, life, told, to: files) }
        try writeInterviews(reports, life, told, to: files)
        try writeFlag(life, reports.count, told, to: files)
        guard told.reference != nil else { return }
        try writeIncidents(life, told, to: files)
        try writeArrests(life, told, to: files)
    }

    /// Reports of children of other authorities who live in the area, and of some whom nobody knows.
    mutating func writeOthers(to files: FeedFiles) throws {
        for number in 0..<max(4, world.plan.children / 60) {
            let told = files.stranger(number)
            guard told.birth.returnAge(on: world.asAt) >= 10 else { continue }
            var random = world.random("stranger", number)
            let day = world.asAt - random.within(3...500)
            let seen = LocalTime(day: day, minute: random.within(900...1_300))
            let report = Report(
                reference: "MP9\(number)", kind: "M", lastSeen: seen, reported: seen + random.within(30...90), returned: seen + random.within(120...900),
                cancelled: false)
            try write(report, nil, told, to: files)
        }
    }

    /// Flags of risk of exploitation: the more often away, the more likely.
    private func writeFlag(_ life: Life, _ absences: Int, _ told: Spelling, to files: FeedFiles) throws {
        // The panel knows a child by one of the two numbers.
        guard told.localID != nil || told.reference != nil else { return }
        var random = world.random(life, "exploitation")
        let likely = flagged * (absences > 8 ? 9 : absences > 2 ? 5 : absences > 0 ? 2 : 0.55)
        guard random.chance(likely) else { return }
        let twelve = life.birth.addingYears(12)
        guard let period = life.periods.last(where: { $0.start <= world.asAt }) else { return }
        let first = max(twelve, period.start)
        let last = min(life.adulthood, world.asAt)
        guard first < last else { return }
        var opened = random.chance(0.5) ? max(first, last - random.within(5...400)) : first + random.within(0...(last - first))
        if opened >= last { opened = first }
        let isOver = random.chance(0.3) || opened < world.asAt - 900
        let closed = min(opened + random.within(60...420), life.adulthood)
        let ended = isOver && closed <= world.asAt ? closed : world.asAt >= life.adulthood ? life.adulthood : nil
        // What was closed more than two years ago has left the tracker.
        if let ended, ended < since { return }
        let referred = random.chance(0.35) ? opened + random.within(2...20) : nil
        let known = referred.flatMap { $0 <= world.asAt ? $0 : nil }
        let decided = known.map { $0 + 30 <= world.asAt } ?? false
        let reviewed = min(ended ?? world.asAt, opened + max(0, ((ended ?? world.asAt) - opened) / 90 * 90))
        try files.add(
            Self.flags,
            [
                .text("EX\(life.serial)"), .text(told.localID), .text(told.reference), .text(told.surname), .text(told.forename), .date(told.birth),
                .text(told.who.authority), .code(random.pick(Self.kinds)), .code(random.pick(Self.levels)), .date(opened),
                .date(reviewed > opened ? reviewed : nil), .date(ended), .code(ended.map { $0 == life.adulthood ? "Turned 18" : random.pick(Self.reasons) }),
                .date(known), .code(known == nil ? nil : decided ? random.pick(Self.reasonable) : "Pending"),
                .code(decided ? random.pick(Self.conclusive) : nil), .date(random.chance(0.7) ? min(opened + 14, world.asAt) : nil),
            ])
    }

    private static let kinds = Weighted(
        ("CSE", 30.0), ("CCE", 36), ("County lines", 20), ("Modern slavery", 4), ("Gang affiliation", 5), ("Online grooming", 5))
    private static let levels = Weighted(("Emerging", 36.0), ("Moderate", 42), ("Significant", 22))
    private static let reasons = Weighted(("Risk reduced", 70.0), ("Moved out of area", 12), ("No evidence", 18))
    private static let reasonable = Weighted(("Positive RG", 88.0), ("Negative RG", 12))
    private static let conclusive = Weighted(("Awaiting decision", 70.0), ("Positive CG", 25), ("Negative CG", 5))
}
