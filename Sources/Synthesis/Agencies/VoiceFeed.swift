import Vocabulary

/// Advocacy service, independent visitors, complaints, surveys: what children say, and to whom.
///
/// The advocates visit each children's home; a visit has a row for each child whom they met, and there are calls between the visits.
struct VoiceFeed: AgencyFeed {
    static let agency = "voice"

    static let visits = FeedTable(
        csv: "Advocacy visits {quarter}.csv", style: .init(dates: .monthName, yes: "Yes", no: "No", encoding: .windows1252),
        header: [
            "Visit ID", "YP Number", "LA ID", "Last Name", "First Name", "D.O.B", "Responsible LA", "Visit Date", "Provider URN", "Home Name", "Advocate",
            "Contact Method", "Contact Type", "YP Seen",
        ])
    static let issues = FeedTable(
        workbook: "Advocacy issues {quarter}.xlsx", sheet: "Advocacy referrals", title: ["Advocacy service", "Referrals to {quarter}"],
        style: .init(dates: .excel, yes: "Yes", no: "No"),
        header: [
            "Referral ID", "YP Number", "LA ID", "Last Name", "First Name", "DOB", "Responsible LA", "Referral Date", "Type of Advocacy", "Referred By",
            "Team", "Issue Theme", "Issue Detail", "Offer Accepted", "First Contact Date", "No of Meetings", "Date Closed", "Issue Outcome", "Feedback",
            "Ethnicity",
        ])
    static let visitors = FeedTable(
        csv: "Independent visitors {quarter}.csv", style: .init(),
        header: [
            "IV Referral ID", "Client ID", "LA ID", "Surname", "Forename", "DOB", "Eligible From Date", "Date Offered", "Consent Given", "Referral Date",
            "On Waiting List Since", "Date Matched", "Volunteer ID", "Match Ended", "Reason Ended", "Withdrawn Date", "Reason Withdrawn", "Match Status",
        ])
    static let visitorVisits = FeedTable(
        csv: "IV visits {quarter}.csv", style: .init(),
        header: [
            "Contact Sheet No", "Client ID", "LA ID", "Surname", "Forename", "DOB", "Volunteer ID", "IV Visit Date", "Type of Visit", "Missed Y/N",
            "Reason Missed", "Activity",
        ])
    static let complaints = FeedTable(
        workbook: "Complaints log {quarter}.xlsx", sheet: "Complaints log", title: ["Children's complaints, statutory procedure"],
        style: .init(dates: .excel, yes: "Yes", no: "No"),
        header: [
            "Complaint Ref", "Stage of Complaint", "Child ID", "Child Surname", "Child Forename", "Child DOB", "Date Received", "Complainant Type",
            "Service/Team", "Nature of Complaint", "Agreed Response Date", "Extension Date", "Date Responded", "Finding", "Advocate Used", "Learning Y/N",
        ])
    static let views = FeedTable(
        csv: "Child views {quarter}.csv", style: .init(dates: .iso, encoding: .utf8WithMark),
        header: ["Child ID", "Last Name", "First Name", "DOB", "Submitted", "App", "Question Text", "Response", "Rating"])
    static let answers = FeedTable(
        csv: "Survey answers {date}.csv", style: .init(dates: .iso, encoding: .utf8WithMark),
        header: ["Survey Name", "Response ID", "Item", "Survey Closed", "Answer Text", "Rating", "Age Group", "Where I Live"])

    static let tables = [visits, issues, visitors, visitorVisits, complaints, views, answers]

    /// Charities: a number of their own, the authority's identifier mostly, and names as the children give them.
    static let habits = SpellingHabits(localID: 0.85, reference: .own(prefix: "VC-"), staleLocalID: 0.03, misspelt: 0.03, nickname: 0.3)

    let world: FeedWorld
    let since: CalendarDate
    private let visitedInTime: Double
    private let calls: Double
    let referrals: Double
    let complaintRate: Double

    init(_ world: FeedWorld) throws {
        self.world = world
        since = world.since(months: 24)
        visitedInTime = try world.share("residential_visits_in_12_weeks")
        calls = try world.share("calls_a_year")
        issueRate = try world.share("issues_a_year")
        referrals = try world.share("independent_visitor_referrals_a_year")
        complaintRate = try world.share("complaints_a_year")
    }

    private let issueRate: Double

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard !life.isShortBreak, life.outside == nil else { return }
        for stay in life.stays where stay.placement.kind == .childrensHome && stay.end > since && stay.start <= world.asAt {
            try writeVisits(stay, life, told, to: files)
        }
        try writeIssues(life, told, to: files)
        try writeVisitor(life, told, to: files)
        try writeComplaints(life, told, to: files)
        try writeViews(life, told, to: files)
    }

    /// Children of other authorities live in the same homes. And the survey, which names nobody.
    mutating func writeOthers(to files: FeedFiles) throws {
        let home = ProviderID(number: 9)
        for (number, day) in visitDays(to: home).enumerated() where number % 3 == 0 && day >= world.since(months: 24) {
            let told = files.stranger(number)
            try writeVisit("RV9-\(day.daysSince2000)", home, day, "F2F", "Residential visit", told, to: files)
        }
        files.nobody()
        try writeSurvey(to: files)
    }

    private func writeVisits(_ stay: Life.PlacementStay, _ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        let home = stay.placement.urn
        let first = max(stay.start, since), last = min(stay.end - 1, world.asAt)
        for day in visitDays(to: home) where day >= first && day <= last {
            var random = world.random(life, "visit", Int(day.daysSince2000))
            // Out at school, or not in the mood: some are not met, and mostly rung up within days.
            let isMet = random.chance(0.78)
            let other = day + random.within(2...9)
            guard isMet || (random.chance(0.7) && other <= last) else { continue }
            try writeVisit(
                "RV\(home.number)-\(day.daysSince2000)", home, isMet ? day : other, isMet ? "F2F" : "Phone call", "Residential visit", told, to: files)
        }
        var random = world.random(life, "calls", Int(stay.start.daysSince2000))
        let days = Chance.days(life, from: first, until: last, &random) { $0 < 7 ? 0.5 : calls }
        for day in days {
            let method = random.pick(Self.methods)
            try writeVisit("RC\(life.serial)-\(day.daysSince2000)", home, day, method, random.chance(0.6) ? "Drop in session" : "Casework", told, to: files)
        }
    }

    private func writeVisit(
        _ reference: String, _ home: ProviderID, _ day: CalendarDate, _ method: String, _ kind: String, _ told: Spelling, to files: FeedFiles
    ) throws {
        try files.add(
            Self.visits,
            [
                .text(reference), .text(told.reference), .text(told.localID), .text(told.surname), .text(told.forename), .date(told.birth),
                .text(told.who.authority), .date(day), .text(home.text), .text(HomeName.of(home)), .text(advocate(Int(home.number))), .code(method),
                .code(kind), .yes(true),
            ])
    }

    /// Every 12 weeks, mostly.
    private func visitDays(to home: ProviderID) -> [CalendarDate] {
        var random = world.random("home", Int(home.number))
        let opened = CalendarDate(daysSince2000: Int32(5_500 + random.within(0...900)))
        return Rhythm.days(from: opened, until: world.asAt + 1, inTime: visitedInTime, calendar: world.calendar, &random) { _ in 84 }
    }

    private func advocate(_ number: Int) -> String { WorkerName.of(900_000 + number % 7) }

    private static let methods = Weighted(("Phone call", 45.0), ("Video call", 30), ("WhatsApp", 15), ("F2F", 10))

    /// Referrals: half of them by the young people themselves; the older, the more.
    private func writeIssues(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        var random = world.random(life, "issues")
        let days = Chance.days(life, from: since, until: world.asAt, &random) { age in
            issueRate * (age >= 16 ? 1.5 : age >= 11 ? 1 : age >= 8 ? 0.45 : age >= 5 ? 0.1 : 0)
        }
        for (number, day) in days.enumerated() {
            let accepted = random.chance(0.93)
            let contact = world.calendar.workingDay(from: day + random.within(0...6))
            let closed = contact + random.within(10...150)
            let isOver = accepted && closed <= world.asAt
            let theme = random.pick(Self.themes)
            try files.add(
                Self.issues,
                [
                    .text("AR\(life.serial)-\(number)"), .text(told.reference), .text(told.localID), .text(told.surname), .text(told.forename),
                    .date(told.birth), .text(told.who.authority), .date(day), .code(random.pick(Self.types)), .code(random.pick(Self.sources)),
                    .text(random.pick(Self.teams)), .code(theme.theme), .text(theme.detail), .yes(accepted),
                    .date(accepted && contact <= world.asAt ? contact : nil), .number(isOver ? random.within(0...4) : nil), .date(isOver ? closed : nil),
                    .code(isOver ? random.pick(Self.endings) : nil), .code(isOver ? random.pick(Self.feelings) : nil), .text(life.ethnicity),
                ])
        }
    }

    private static let types = Weighted(
        ("Issue based", 84.0), ("LAC review", 5), ("CP conference", 2), ("Non instructed", 6), ("Complaint support", 3))
    private static let sources = Weighted(
        ("Young person", 50.0), ("Social worker", 26), ("Parent/carer", 17), ("IRO", 3), ("Residential staff", 2), ("School", 1), ("Other professional", 1))
    private static let teams = Weighted(
        ("Children in Care North", 26.0), ("Children in Care South", 26), ("Leaving Care", 20), ("Fieldwork East", 14), ("Fieldwork West", 14))
    private static let themes = Weighted<(theme: String, detail: String)>(
        (("Care placement", "Support to challenge change of placement"), 14), (("Care placement", "Support to request change of placement"), 12),
        (("Care placement", "Issue with carer or staff"), 9), (("Personal relationships", "Family time"), 22), (("Education", "Accessing education"), 9),
        (("Social work", "Change of social worker"), 10), (("Leaving Care", "Pathway plan"), 8), (("Legal", "Immigration"), 5), (("Finance", "Allowances"), 5),
        (("Health issues", "Other"), 2), (("Homelessness", "Support to challenge homelessness"), 2), (("Formal complaint", "Making a complaint"), 2))
    private static let endings = Weighted(
        ("Fully achieved", 52.0), ("Partially achieved", 20), ("Views represented", 16), ("Disengaged", 6), ("Not achieved", 3), ("Complaint made", 2),
        ("Signposted", 1))
    private static let feelings = Weighted(("Happier", 38.0), ("Same", 2), ("No feedback", 60))
}
