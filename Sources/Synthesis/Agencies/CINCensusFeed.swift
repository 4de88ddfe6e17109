import Formats
import Vocabulary

/// The children in need census of the last year that is over, as the XML that goes to the Department: every child with an episode of need in the year.
///
/// It is of 31 March. What the case system learned since (``SSDFeed`` is of a later day) it does not know: what ended later is open.
struct CINCensusFeed: AgencyFeed {
    static let agency = "social-care"
    static let family: String? = "cin_census"
    static let tables: [FeedTable] = []
    static let census = FeedDocument(xml: "CIN_{date}.xml")
    static let documents = [census]
    static let habits = AnnexAFeed.habits

    private let world: FeedWorld
    private let year: CollectionYear
    private let disabled: Double
    private let system: SSDFeed

    init(_ world: FeedWorld) throws {
        self.world = world
        system = try SSDFeed(world)
        year = Self.year(asAt: world.asAt)
        disabled = try world.share("disabled")
    }

    /// The last year that is over.
    private static func year(asAt: CalendarDate) -> CollectionYear {
        let current = CollectionYear(containing: asAt)
        return current.end <= asAt ? current : current.previous
    }

    static func delivery(asAt: CalendarDate) -> (year: CollectionYear?, asAt: CalendarDate) {
        let year = year(asAt: asAt)
        return (year, year.end)
    }

    mutating func begin(_ files: FeedFiles) throws {
        let xml = try files.xml(Self.census)
        try xml.startElement("Message")
        try xml.startElement("Header")
        try xml.startElement("CollectionDetails")
        try xml.element("Collection", "CIN")
        try xml.element("Year", String(year.end.year))
        try xml.element("ReferenceDate", year.end.description)
        try xml.endElement()
        try xml.startElement("Source")
        try xml.element("SourceLevel", "L")
        try xml.element("LEA", world.plan.authority)
        try xml.element("SoftwareCode", "Loxley")
        try xml.element("Release", "1")
        try xml.element("SerialNo", "001")
        try xml.element("DateTime", "\(world.asAt)T09:00:00")
        try xml.endElement()
        try xml.endElement()
        try xml.startElement("Children")
    }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard system.isActive(life) else { return }
        let referrals = SafeguardingStory(of: life, in: world).known(on: year.end).referrals.filter { $0.closed.map { $0 >= year.start } ?? true }
        guard !referrals.isEmpty else { return }
        try files.mention()
        let xml = try files.xml(Self.census)
        try xml.startElement("Child")
        try child(life, xml)
        for referral in referrals { try write(referral, xml) }
        try xml.endElement()
    }

    private func child(_ life: Life, _ xml: XMLWriter) throws {
        let isBorn = life.birth <= year.end
        let pupil = PupilNumber.ofReturn(life, year: year, authority: world.plan.authority)
        try xml.startElement("ChildIdentifiers")
        try xml.element("LAchildID", String(life.child))
        try xml.element(pupil.hasPrefix("UN") ? "UPNunknown" : "UPN", pupil)
        try xml.element(isBorn ? "PersonBirthDate" : "ExpectedPersonBirthDate", life.birth.description)
        if year.startYear >= 2024 {
            try xml.element("Sex", isBorn ? life.sex.rawValue : "U")
        } else {
            try xml.element("GenderCurrent", isBorn ? (life.sex == .male ? "1" : "2") : "0")
        }
        if life.periods.last?.reasonCeased == .died, life.leftCare <= year.end { try xml.element("PersonDeathDate", life.leftCare.description) }
        try xml.endElement()
        try xml.startElement("ChildCharacteristics")
        try xml.element("Ethnicity", life.ethnicity)
        if isBorn {
            try xml.startElement("Disabilities")
            for code in Disabilities.of(life, share: disabled, world) { try xml.element("Disability", code) }
            try xml.endElement()
        }
        try xml.endElement()
    }

    /// Elements stand in the order of the schema: `ReferralNFA` after the enquiries, before the plans.
    private func write(_ referral: SafeguardingStory.Referral, _ xml: XMLWriter) throws {
        try xml.startElement("CINdetails")
        try xml.element("CINreferralDate", referral.day.description)
        try xml.element("ReferralSource", referral.source)
        if !referral.noFurtherAction { try xml.element("PrimaryNeedCode", referral.need) }
        if let closed = referral.closed {
            try xml.element("CINclosureDate", closed.description)
            try xml.element("ReasonForClosure", referral.closure ?? "RC7")
        }
        for assessment in referral.assessments where isOfYear(assessment.end) {
            try xml.startElement("Assessments")
            try xml.element("AssessmentActualStartDate", assessment.start.description)
            try xml.element("AssessmentInternalReviewDate", world.calendar.working.adding(10, to: assessment.start).description)
            if let end = assessment.end {
                try xml.element("AssessmentAuthorisationDate", end.description)
                try xml.startElement("FactorsIdentifiedAtAssessment")
                for factor in assessment.factors { try xml.element("AssessmentFactors", factor) }
                try xml.endElement()
            }
            try xml.endElement()
        }
        for plan in referral.plans where isOfYear(plan.end) {
            try xml.startElement("CINPlanDates")
            try xml.element("CINPlanStartDate", plan.start.description)
            if let end = plan.end { try xml.element("CINPlanEndDate", end.description) }
            try xml.endElement()
        }
        for enquiry in referral.enquiries where isOfYear(enquiry.end) || enquiry.conference.map({ $0 >= year.start }) ?? false {
            try xml.startElement("Section47")
            try xml.element("S47ActualStartDate", enquiry.start.description)
            try xml.element("InitialCPCtarget", enquiry.target.description)
            if let conference = enquiry.conference { try xml.element("DateOfInitialCPC", conference.description) }
            try xml.element("ICPCnotRequired", enquiry.outcome.map { $0 != .conference } ?? false ? "true" : "false")
            try xml.endElement()
        }
        try xml.element("ReferralNFA", referral.noFurtherAction ? "true" : "false")
        for plan in referral.protections where isOfYear(plan.end) {
            try xml.startElement("ChildProtectionPlans")
            try xml.element("CPPstartDate", plan.start.description)
            if let end = plan.end { try xml.element("CPPendDate", end.description) }
            try xml.element("InitialCategoryOfAbuse", plan.category)
            try xml.element("LatestCategoryOfAbuse", plan.latestCategory)
            try xml.element("NumberOfPreviousCPP", String(plan.previous))
            let reviews = plan.reviews.filter { $0 >= year.start }
            if !reviews.isEmpty {
                try xml.startElement("Reviews")
                for day in reviews { try xml.element("CPPreviewDate", day.description) }
                try xml.endElement()
            }
            try xml.endElement()
        }
        try xml.endElement()
    }

    /// Whether something that ended on the day, or is open, was open in the year.
    private func isOfYear(_ end: CalendarDate?) -> Bool { end.map { $0 >= year.start } ?? true }
}

extension SafeguardingStory {
    /// The story as it was known on an earlier day: what came later is not told, and what ended later is open.
    func known(on day: CalendarDate) -> SafeguardingStory {
        func past(_ end: CalendarDate?) -> CalendarDate? { end.flatMap { $0 <= day ? $0 : nil } }
        var story = SafeguardingStory()
        story.contacts = contacts.filter { $0.decided <= day }
        story.earlyHelp = earlyHelp.filter { $0.start <= day }.map { help in
            let end = past(help.end)
            return EarlyHelp(start: help.start, end: end, reason: help.reason, endReason: end == nil ? nil : help.endReason, organisation: help.organisation)
        }
        story.referrals = referrals.filter { $0.day <= day }.map { referral in
            var known = referral
            known.closed = past(referral.closed)
            known.closure = known.closed == nil ? nil : referral.closure
            known.assessments = referral.assessments.filter { $0.start <= day }.map { assessment in
                let end = past(assessment.end)
                return Assessment(start: assessment.start, end: end, factors: end == nil ? [] : assessment.factors, childSeen: assessment.childSeen)
            }
            known.enquiries = referral.enquiries.filter { $0.start <= day }.map { enquiry in
                let end = past(enquiry.end), conference = past(enquiry.conference)
                return Enquiry(
                    start: enquiry.start, end: end, target: enquiry.target, conference: conference, outcome: end == nil ? nil : enquiry.outcome,
                    planned: conference != nil && enquiry.planned)
            }
            known.plans = referral.plans.filter { $0.start <= day }.map { plan in
                NeedPlan(start: plan.start, end: past(plan.end), visits: plan.visits.filter { $0.day <= day })
            }
            known.protections = referral.protections.filter { $0.start <= day }.map { plan in
                ProtectionPlan(
                    start: plan.start, end: past(plan.end), category: plan.category, latestCategory: plan.latestCategory, previous: plan.previous,
                    reviews: plan.reviews.filter { $0 <= day }, visits: plan.visits.filter { $0.day <= day })
            }
            return known
        }
        return story
    }
}
