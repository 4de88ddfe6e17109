import Vocabulary

/// The virtual school: the ePEP portal's exports, the results, and the attendance collector's daily file of the present term.
///
/// What happened is ``EducationStory``; here is how the portal and the collector write it down.
struct VirtualSchoolFeed: AgencyFeed {
    static let agency = "virtual-school"

    static let plans = FeedTable(
        csv: "ePEP export {date}.csv", style: .init(yes: "Yes", no: "No", encoding: .utf8WithMark),
        header: [
            "PEP ID", "Learner ID", "UPN", "LA Child ID", "Legal Surname", "Legal Forename", "DOB", "Responsible LA", "NCY", "School URN", "Academic Year",
            "PEP term",
            "PEP Type", "PEP due date", "Meeting booked for", "Meeting date", "Date submitted", "Date signed off", "PEP Status", "QA RAG", "QA date",
            "Young person present", "SW attended", "Carer present", "DT attended", "Pupil voice", "PP+ requested", "PP+ agreed", "PP+ spent",
        ])
    static let places = FeedTable(
        csv: "School places {date}.csv", style: .init(yes: "Yes", no: "No", encoding: .utf8WithMark),
        header: [
            "Learner ID", "UPN", "LA Child ID", "Legal Surname", "Legal Forename", "DOB", "Responsible LA", "On roll date", "Off roll date", "Enrol status",
            "School URN", "School phase", "Provision", "NCY", "On roll Y/N", "Hours per week", "Part-time timetable", "PT start date", "PT review date",
            "Reason for leaving",
        ])
    static let attendance = FeedTable(
        csv: "Daily attendance {date}.csv", style: .init(dates: .iso, quotesAll: true),
        header: ["UPN", "Surname", "Forename", "DOB", "Caring Authority", "URN", "Session Date", "AM Mark", "PM Mark", "Mins late"])
    static let exclusions = FeedTable(
        csv: "Suspensions and exclusions {date}.csv", style: .init(yes: "Yes", no: "No", encoding: .utf8WithMark),
        header: [
            "Learner ID", "UPN", "LA Child ID", "Legal Surname", "Legal Forename", "DOB", "Responsible LA", "School URN", "Start date", "End date",
            "Exclusion type", "Sessions lost", "Reason 1", "Reason 2", "SEN status", "Governors review date", "Governor outcome", "Day 6 provision",
        ])
    static let results = FeedTable(
        csv: "Attainment {date}.csv", style: .init(encoding: .windows1252),
        header: [
            "UPN", "Surname", "Forename", "DOB", "LA", "URN", "AY", "Key Stage", "GLD", "Phonics", "Reading TA", "Writing TA", "Maths TA",
            "Reading scaled score", "Maths scaled score", "GPS scaled score", "GCSE English", "GCSE Maths", "Attainment 8", "Progress 8", "P8 reason",
        ])
    static let needs = FeedTable(
        csv: "SEN and EHCP {date}.csv", style: .init(yes: "Yes", no: "No", encoding: .utf8WithMark),
        header: [
            "Learner ID", "UPN", "LA Child ID", "Legal Surname", "Legal Forename", "DOB", "Responsible LA", "Start date", "End date", "SEN status",
            "Primary need", "Secondary need", "EHCP issued", "Last annual review", "Annual review due", "EHCP LA",
        ])
    static let activities = FeedTable(
        csv: "Post 16 destinations {date}.csv", style: .init(yes: "Yes", no: "No", encoding: .utf8WithMark),
        header: [
            "Learner ID", "UPN", "LA Child ID", "Legal Surname", "Legal Forename", "DOB", "Responsible LA", "Start date", "End date", "Destination",
            "Provider URN", "Course level", "September guarantee", "Reason NEET", "Course outcome",
        ])

    static let tables = [plans, places, attendance, exclusions, results, needs, activities]

    /// The portal's own number of everyone, the pupil number of all who have one, no NHS number.
    static let habits = SpellingHabits(
        localID: 0.97, upn: 1, reference: .own(prefix: "L"), staleLocalID: 0.01, misspelt: 0.005, nickname: 0.05, otherSurname: 0.35)

    private let world: FeedWorld
    private let stories: EducationStoryMaker
    /// Terms of which the attendance file tells, the present one last.
    private let terms: [SynthesisCalendar.Term]

    init(_ world: FeedWorld) throws {
        self.world = world
        stories = try EducationStoryMaker(world)
        let wanted = Int(try world.share("attendance_terms"))
        terms = Array(stories.terms.filter { $0.start <= world.asAt }.suffix(max(0, wanted)))
    }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard let story = stories.story(of: life) else { return }
        for plan in story.plans { try files.add(Self.plans, row(plan, life, story, told)) }
        for place in story.places { try files.add(Self.places, portal(told) + row(place, life)) }
        for exclusion in story.exclusions { try files.add(Self.exclusions, portal(told) + row(exclusion, life, story)) }
        for need in story.needs { try files.add(Self.needs, portal(told) + row(need)) }
        for activity in story.activities { try files.add(Self.activities, portal(told) + row(activity)) }
        if told.upn != nil {
            for result in story.results { try files.add(Self.results, pupil(told) + row(result)) }
            try attendance(life, story, told, to: files)
        }
    }

    private func attendance(_ life: Life, _ story: EducationStory, _ told: Spelling, to files: FeedFiles) throws {
        let registers = Registers(life, story, stories)
        let person = pupil(told)
        for term in terms {
            for marks in registers.days(of: term, until: world.asAt) {
                try files.add(
                    Self.attendance,
                    person + [
                        .text(marks.school.urn), .date(marks.day), .code(marks.morning), .code(marks.afternoon), .number(marks.minutesLate),
                    ])
            }
        }
    }

    /// Children of other authorities who go to school here, and a few whom nobody knows.
    mutating func writeOthers(to files: FeedFiles) throws {
        guard let term = stories.terms.last(where: { $0.start <= world.asAt }) else { return }
        for number in 0..<max(4, world.plan.children / 100) {
            let told = files.stranger(number)
            let school = SchoolCatalogue(seed: world.plan.seed).school(4 + number % 60)
            let held = min(term.start + 20, world.asAt)
            try files.add(
                Self.plans,
                [.text("PEP-9\(10_000 + number)")] + portal(told)
                    + [
                        "4", .text(school.urn), .text(Self.academicYear(term)), .code("Spring term"), .code("Review"), .date(term.end), .date(held),
                        .date(held),
                        .blank, .blank, .code("In progress"), .blank, .blank, .yes(true), .yes(true), .yes(true), .yes(true), .yes(true), .blank, .blank,
                        .blank,
                    ])
            var next = stories.schoolDay(from: term.start + 2)
            for _ in 0..<3 {
                guard let day = next, day <= world.asAt else { break }
                next = stories.schoolDay(from: day + 1)
                try files.add(Self.attendance, pupil(told) + [.text(school.urn), .date(day), .code("/"), .code("\\"), .blank])
            }
        }
    }

    // MARK: Rows

    private func portal(_ told: Spelling) -> [Cell] {
        [
            .text(told.reference), .text(told.upn), .text(told.localID), .text(told.surname), .text(told.forename), .date(told.birth),
            .text(told.who.authority),
        ]
    }

    private func pupil(_ told: Spelling) -> [Cell] {
        [.text(told.upn), .text(told.surname), .text(told.forename), .date(told.birth), .text(AuthorityName.of(told.who.authority))]
    }

    private static func academicYear(_ term: SynthesisCalendar.Term) -> String { term.academicYear.replacing("-", with: "/") }
    private static func academicYear(_ year: Int) -> String { "\(year)/\(String((year + 1) % 100 + 100).suffix(2))" }

    private func row(_ plan: EducationStory.Plan, _ life: Life, _ story: EducationStory, _ told: Spelling) -> [Cell] {
        let day = plan.held ?? plan.booked ?? min(plan.term.end, world.asAt)
        var random = stories.stream(life, "pep row", Int(plan.term.start.daysSince2000))
        let held = plan.held != nil
        let group = EducationStoryMaker.yearGroup(life, on: plan.term.start)
        let asked: Int? = held && group >= -1 && group <= 11 && random.chance(0.7) ? random.within(4...18) * 50 : nil
        let agreed = plan.signedOff == nil ? nil : asked.map { random.chance(0.8) ? $0 : $0 / 2 }
        let spent = agreed.flatMap { plan.term.end < world.asAt ? max(0, $0 - (random.chance(0.3) ? random.within(0...60) : 0)) : nil }
        let kind = plan.isInitial ? "Initial" : group > 11 ? "Post 16" : group < 1 ? "EYFS" : "Termly"
        let id = "PEP-\(life.child)-\(plan.term.academicYear.dropFirst(2).prefix(2))\(plan.term.name.prefix(2).uppercased())\(plan.isInitial ? "I" : "")"
        let attended: [Cell] = [0.62, 0.9, 0.86, 0.97, 0.93].map { held ? .yes(random.chance($0)) : .blank }
        let money: [Cell] = [asked, agreed, spent].map { .decimal($0.map(Double.init)) }
        return [.text(id)] + portal(told)
            + [
                .code(EducationStoryMaker.name(ofYearGroup: group)), .text(story.place(on: day)?.school?.urn), .text(Self.academicYear(plan.term)),
                .code(Self.words["term " + plan.term.name, default: plan.term.name]), .code(kind), .date(plan.due), .date(plan.booked), .date(plan.held),
                .date(plan.submitted), .date(plan.signedOff), .code(Self.words["pep " + plan.status, default: plan.status]),
                .code(plan.quality.map { Self.words["rag " + $0, default: $0] }), .date(plan.signedOff),
            ] + attended + money
    }

    private func row(_ place: EducationStory.Place, _ life: Life) -> [Cell] {
        let group = EducationStoryMaker.yearGroup(life, on: min(place.end ?? world.asAt, world.asAt))
        let isPartTime = place.partTime.map { $0.from <= world.asAt } ?? false
        let hours = place.kind == "NO" ? nil : isPartTime ? 12.5 : place.school == nil ? 15.0 : 32.5
        return [
            .date(place.start), .date(place.end), .code(Self.words["roll " + place.kind, default: "Current"]),
            .text(place.school?.urn), .code(Self.words["phase " + place.phase, default: place.phase]),
            .code(Self.words["kind " + place.kind, default: place.kind]),
            .code(EducationStoryMaker.name(ofYearGroup: group)), .yes(place.school != nil), .decimal(hours, places: 1), .yes(isPartTime),
            .date(isPartTime ? place.partTime?.from : nil), .date(isPartTime ? place.partTime?.review : nil),
            .code(place.leaving.map { Self.words["left " + $0, default: $0] }),
        ]
    }

    private func row(_ exclusion: EducationStory.Exclusion, _ life: Life, _ story: EducationStory) -> [Cell] {
        let isPermanent = exclusion.category == "PERM"
        let reviewed = isPermanent && exclusion.start + 20 <= world.asAt ? exclusion.start + 20 : nil
        return [
            .text(exclusion.school?.urn), .date(exclusion.start), .date(exclusion.end.flatMap { $0 <= world.asAt ? $0 : nil }),
            .code(isPermanent ? "Permanent" : "Fixed term"), isPermanent ? .blank : .whole(exclusion.sessions), .code(exclusion.reasons.first),
            .code(exclusion.reasons.dropFirst().first), .code(Self.words["sen " + story.provision(on: exclusion.start)]), .date(reviewed),
            .code(reviewed == nil ? nil : "Upheld by governors"), isPermanent ? .yes(true) : .blank,
        ]
    }

    private func row(_ need: EducationStory.Need) -> [Cell] {
        let issued = need.provision == "E" ? need.start : nil
        let due = issued.map { (need.reviewed ?? $0) + 365 }
        return [
            .date(need.start), .date(need.end), .code(Self.words["sen " + need.provision, default: need.provision]),
            .code(need.primary.map { Self.words["need " + $0, default: $0] }), .code(need.secondary.map { Self.words["need " + $0, default: $0] }),
            .date(issued),
            .date(need.reviewed), .date(due), .text(issued == nil ? nil : AuthorityName.of(world.plan.authority)),
        ]
    }

    private func row(_ result: EducationStory.Result) -> [Cell] {
        let outcomes = (0..<3).map { Cell.code($0 < result.outcomes.count ? result.outcomes[$0] : nil) }
        let scores = (0..<3).map { Cell.number($0 < result.scores.count ? result.scores[$0] : nil) }
        return [.text(result.school?.urn), .text(Self.academicYear(result.academicYear)), .code(Self.words["stage " + result.stage, default: result.stage])]
            + [.yes(result.goodLevel), .number(result.phonics)] + outcomes + scores
            + [
                .text(result.english), .text(result.maths), .decimal(result.attainment8), .decimal(result.progress8),
                .code(result.noProgress8 == nil ? nil : "No KS2 baseline"),
            ]
    }

    private func row(_ activity: EducationStory.Activity) -> [Cell] {
        [
            .date(activity.start), .date(activity.end), .code(Self.words["do " + activity.kind, default: activity.kind]), .text(activity.school?.urn),
            .code(activity.level.map { Self.words["level " + $0, default: $0] }), .yes(activity.school != nil || activity.kind == "TRN"),
            .code(activity.whyNone.map { Self.words["none " + $0, default: $0] }), .code(activity.outcome.map { Self.words["end " + $0, default: $0] }),
        ]
    }

    /// The portal's words for the codes.
    private static let words: [String: String] = [
        "term autumn": "Autumn term", "term spring": "Spring term", "term summer": "Summer term",
        "pep NS": "Not started", "pep IP": "In progress", "pep RS": "Ready to submit", "pep SU": "Submitted", "pep CO": "Signed off",
        "pep RE": "Returned to school",
        "rag G": "Green", "rag A": "Amber", "rag R": "Red",
        "phase NUR": "Nursery", "phase PRI": "Primary", "phase SEC": "Secondary", "phase P16": "Post-16", "phase NA": "N/A",
        "kind EY": "Early years", "kind MS": "Mainstream", "kind SP": "Special", "kind IS": "Independent special school", "kind PR": "PRU",
        "kind AP": "Alternative provision", "kind TU": "Tuition only", "kind EO": "EOTAS", "kind SE": "Secure", "kind FE": "FE college",
        "kind NO": "No provision in place",
        "roll NO": "Not on roll", "roll FE": "FE college", "roll SE": "Other provider",
        "left END": "End of phase", "left MOVE": "Placement move", "left EXCL": "Permanently excluded",
        "sen N": "No SEN", "sen K": "SEN support", "sen E": "EHC plan",
        "need SEMH": "Social, emotional and mental health", "need SLCN": "Speech, language and communication needs", "need MLD": "Moderate learning difficulty",
        "need ASD": "Autism spectrum disorder", "need SPLD": "Specific learning difficulty", "need SLD": "Severe learning difficulty",
        "need PD": "Physical disability", "need HI": "Hearing impairment", "need VI": "Visual impairment",
        "need PMLD": "Profound & multiple learning difficulty", "need OTH": "Other difficulty/disability",
        "stage PHON": "Phonics screening",
        "do SSF": "School sixth form", "do FEC": "Further education college", "do SPI": "Specialist college", "do TRN": "Training", "do APP": "Apprenticeship",
        "do EMP": "Full time employment", "do NEET": "NEET", "do CUS": "Custody", "do NKN": "Unknown",
        "level E": "Entry level", "level 1": "Level 1", "level 2": "Level 2", "level 3": "Level 3",
        "none SEEK": "Looking for work", "none REF": "Not ready", "none ILL": "Illness", "none START": "Awaiting start date", "none PREG": "Young parent",
        "none MISS": "Missing from care", "none UASC": "ESOL waiting list", "none OTH": "Other",
        "end LEFT": "Dropped out", "end PROG": "Progressed to next level",
    ]
}
