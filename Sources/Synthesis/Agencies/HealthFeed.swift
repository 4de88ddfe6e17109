import Vocabulary

/// The tracker of the nursing team for children in care: one workbook a month, a sheet for each kind of record, of the last 24 months.
///
/// What happened is ``HealthStory``; here is how the team writes it down.
struct HealthFeed: AgencyFeed {
    static let agency = "health"

    static let assessments = sheet(
        "Health Assessments",
        [
            "HA Type", "Health notified of CLA date", "Consent requested date", "Consent received date", "Due date", "Appt 1", "Appt 2", "Date seen",
            "Report returned to LA date", "Outcome", "Reason late", "Assessor type",
        ])
    static let dental = sheet("Dental checks", ["Dentist registered Y/N", "Dental check date", "Status", "Dental outcome"])
    static let optician = sheet("Opticians", ["Eye test date", "Attendance", "Result"])
    static let development = sheet("Under 5s", ["Health surveillance date", "HCP review", "Attended"])
    static let immunisations = sheet("Immunisations", ["Date checked", "Imms up to date"])
    static let questionnaires = sheet(
        "SDQ",
        [
            "SDQ due", "Completed by", "SDQ completed date", "SDQ score", "Emotional", "Conduct", "Hyperactivity", "Peer problems", "Pro-social",
            "SDQ not done reason",
        ])
    static let screenings = sheet(
        "Substance misuse", ["Screen date", "Problem identified", "Substance", "Date referred", "Intervention offered", "Accepted"])
    static let referrals = sheet(
        "CAMHS", ["Referral received", "Presenting problem", "Decision", "Date accepted", "Date assessed", "Treatment start", "Date discharged"])

    static let tables = [assessments, dental, optician, development, immunisations, questionnaires, screenings, referrals]

    /// The clinical system's own number of everyone; the NHS number of most; the authority's identifier as it was copied.
    static let habits = SpellingHabits(localID: 0.94, nhsNumber: 0.97, reference: .own(prefix: "RV"), staleLocalID: 0.04, misspelt: 0.008)

    private static let people = ["RiO number", "NHS No", "Mosaic ID", "Surname", "Forename", "DOB", "Placing LA"]

    private static func sheet(_ name: String, _ header: [String]) -> FeedTable {
        FeedTable(
            workbook: "Looked After Children Health {month}.xlsx", sheet: name,
            title: ["Looked After Children Health Team", "\(name), last 24 months, extract of {month}"], style: .init(dates: .excel, yes: "Yes", no: "No"),
            header: people + header)
    }

    private let world: FeedWorld
    private let since: CalendarDate
    private let stories: HealthStoryMaker

    init(_ world: FeedWorld) throws {
        self.world = world
        since = world.since(months: 24)
        stories = try HealthStoryMaker(world)
    }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard life.periods.contains(where: { $0.start <= world.asAt && $0.end > since }), let story = stories.story(of: life) else { return }
        let person = person(told, authority: world.plan.authority)
        try write(story, person, to: files)
    }

    private func write(_ story: HealthStory, _ person: [Cell], to files: FeedFiles) throws {
        for made in story.assessments where made.due >= since { try files.add(Self.assessments, person + row(made)) }
        let checked = story.dental.filter { $0.day >= since }
        for check in checked {
            let status = check.status == "Completed" ? nil : check.status
            try files.add(
                Self.dental, person + [.yes(story.hasDentist), .date(check.day), .code(status), .code(check.outcome.map { Self.words[$0, default: $0] })])
        }
        // Registered, or not, and never checked: a row without a day.
        if checked.isEmpty { try files.add(Self.dental, person + [.yes(story.hasDentist), .blank, .blank, .blank]) }
        for check in story.optician where check.day >= since {
            try files.add(
                Self.optician,
                person + [.date(check.day), .code(Self.attended(check.status)), .code(check.outcome.map { Self.words["eye " + $0, default: $0] })])
        }
        for check in story.development where check.day >= since {
            try files.add(
                Self.development, person + [.date(check.day), .code(check.outcome.map { Self.words[$0, default: $0] }), .code(Self.attended(check.status))])
        }
        if let (day, status) = story.immunisation {
            try files.add(Self.immunisations, person + [.date(day), .code(Self.words["imms " + status, default: status])])
        }
        for asked in story.questionnaires where asked.due >= since { try files.add(Self.questionnaires, person + row(asked)) }
        for screening in story.screenings where screening.day >= since {
            try files.add(
                Self.screenings,
                person + [
                    .date(screening.day), .yes(screening.identified), .code(Self.words["use " + screening.substance, default: screening.substance]),
                    .date(screening.referred), .yes(screening.offered), .yes(screening.received),
                ])
        }
        for referral in story.referrals where referral.referred >= since {
            try files.add(
                Self.referrals,
                person + [
                    .date(referral.referred), .code(Self.words[referral.reason, default: referral.reason]),
                    .code(Self.words["camhs " + referral.outcome, default: referral.outcome]), .date(referral.accepted), .date(referral.assessed),
                    .date(referral.treated), .date(referral.discharged),
                ])
        }
    }

    /// Children whom other authorities placed in the area, and a few whom nobody knows: the team looks after them as well.
    mutating func writeOthers(to files: FeedFiles) throws {
        for number in 0..<max(6, world.plan.children / 60) {
            let told = files.stranger(number)
            var random = world.random("stranger", number)
            let person = person(told, authority: told.who.authority)
            let started = world.asAt - random.within(40...600)
            let due = world.calendar.working.adding(20, to: started)
            var made = HealthStory.Assessment(isInitial: true, notified: started + 2, due: due)
            if due - 4 <= world.asAt { (made.done, made.status, made.assessor) = (due - 4, "Completed", "PAED") }
            try files.add(Self.assessments, person + row(made))
            try files.add(Self.dental, person + [.yes(true), .date(world.asAt - random.within(10...360)), .blank, "No treatment required"])
            try files.add(Self.immunisations, person + [.date(world.asAt - random.within(10...200)), "Up to date"])
        }
    }

    private func person(_ told: Spelling, authority: String) -> [Cell] {
        [
            .text(told.reference), .text(told.nhsNumber.map(Self.spaced)), .text(told.localID), .text(told.surname), .text(told.forename), .date(told.birth),
            .text(AuthorityName.of(authority)),
        ]
    }

    /// As it is printed for people: `943 476 5919`.
    private static func spaced(_ number: String) -> String { NHSNumber(number)?.spaced ?? number }

    private func row(_ made: HealthStory.Assessment) -> [Cell] {
        let kind = made.isInitial ? "IHA" : "RHA"
        let first = made.offered.first
        let second = made.offered.count > 1 ? made.offered.last : nil
        // An outcome is often left as it was when the day is filled in.
        let outcome = made.status == "Completed" ? "Completed" : made.status == "Planned" && first != nil ? "Appointment booked" : Self.attended(made.status)
        return [
            .code(kind), .date(made.notified), .date(made.consentRequested), .date(made.consentReceived), .date(made.due), .date(first), .date(second),
            .date(made.done), .date(made.reportReturned), .code(outcome), .code(made.lateReason.map { Self.words["late " + $0, default: $0] }),
            .code(made.assessor.map { Self.words["by " + $0, default: $0] }),
        ]
    }

    private func row(_ asked: HealthStory.Questionnaire) -> [Cell] {
        let parts = asked.parts.isEmpty ? Array(repeating: Cell.blank, count: 5) : asked.parts.map { .whole($0) }
        return [.date(asked.due), .code(Self.words["sdq " + asked.respondent, default: asked.respondent]), .date(asked.completed), .number(asked.score)]
            + parts + [.code(asked.reason.map { Self.words[$0, default: $0] })]
    }

    private static func attended(_ status: String) -> String { words["check " + status, default: status] }

    /// The team's words for the codes.
    private static let words: [String: String] = [
        "check Completed": "Attended", "check WNB": "Was not brought", "check DNA": "Did not attend", "check Refused": "Declined by young person",
        "check Cancelled": "Cancelled by carer", "check Planned": "Awaiting appointment", "check Not done": "Not done",
        "late NOTIF": "Late notification from LA", "late CONSENT": "Late consent", "late CAPACITY": "No capacity", "late MOVE": "Placement move",
        "late AREA": "Out of area", "late DNA": "Was not brought", "late REFUSED": "YP declined", "late MISSING": "Missing from care",
        "late CARER": "Cancelled by carer", "late OTHER": "Other",
        "by PAED": "Community paediatrician", "by DOC": "Specialty doctor", "by GP": "GP", "by SPN": "LAC nurse", "by HV": "Health visitor",
        "by SCN": "School nurse", "by FN": "Family nurse", "by OTH": "Other professional",
        "NT": "No treatment required", "TC": "Treatment complete", "TR": "Requires treatment", "PV": "Fluoride varnish", "RF": "Referred",
        "eye NG": "Glasses not required", "eye GL": "Glasses prescribed", "eye SP": "No change", "eye RF": "Referred to orthoptist",
        "6W": "6-8 weeks", "1Y": "9-12 months", "2Y": "2-2.5 years", "PS": "School entry review", "OT": "Additional review",
        "imms Y": "Up to date", "imms P": "Partially up to date", "imms N": "Outstanding", "imms D": "Consent declined", "imms U": "Awaiting records",
        "sdq C": "Main carer", "sdq T": "Teacher", "sdq S": "Self-report",
        "SDQ1": "Age out of range", "SDQ2": "Carer refused", "SDQ3": "Severity of disability", "SDQ4": "Other", "SDQ5": "Young person refused",
        "use NONE": "None", "use CAN": "Cannabis", "use ALC": "Alcohol", "use NOX": "Nitrous oxide", "use COC": "Cocaine", "use KET": "Ketamine",
        "use PRE": "Prescription drugs", "use NS": "Not stated",
        "TRA": "Attachment difficulties", "ANX": "Anxiety", "BEH": "Emotional dysregulation", "LOW": "Low mood/depression", "SH": "Self-harm",
        "NDD": "ADHD assessment", "EAT": "Eating difficulties", "OTH": "Other",
        "camhs PEND": "Awaiting triage", "camhs ACC": "Accepted", "camhs CONS": "Consultation only", "camhs SIGN": "Signposted",
        "camhs REJ": "Did not meet threshold", "camhs WITH": "YP declined service",
    ]
}

/// Names of the authorities around the fictitious one, as partners write them.
enum AuthorityName {
    private static let names = [
        "892": "Nottingham City", "891": "Nottinghamshire County Council", "831": "Derby City Council", "830": "Derbyshire",
        "925": "Lincolnshire County Council",
        "855": "Leicestershire", "857": "Rutland",
    ]

    /// The name, or the DfE number where it is not one of those.
    static func of(_ authority: String) -> String { names[authority] ?? authority }
}
