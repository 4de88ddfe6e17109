import Vocabulary

/// From the first contact to the child protection plan, and visits and plans in care: what ``SafeguardingStory``, ``CareVisit`` and ``PermanencePlan`` tell
/// to every agency.
extension SSDFeed {
    mutating func safeguarding(_ story: SafeguardingStory, _ life: Life, _ files: FeedFiles) throws {
        try frontDoor(story, life, files)
        var rows = StoryRows()
        for referral in story.referrals {
            workers.insert(.caseHolder(referral.worker))
            let id = self.referral(referral.number, life)
            let team = Cell.text(Self.team(of: referral.worker))
            let worker = Cell.text(Self.worker(referral.worker))
            var outcomes: Set<String> = referral.noFurtherAction ? ["NFA_FLAG"] : ["SINGLE_ASSESSMENT_FLAG"]
            if !referral.enquiries.isEmpty { outcomes.insert("STRATEGY_DISCUSSION_FLAG") }
            try files.add(
                SSDTables.cinEpisodes,
                [
                    id, child(life), .date(referral.day), .code(referral.need), .code(referral.source), .blank, Self.flags(Self.referralFlags, set: outcomes),
                    .yes(referral.noFurtherAction), .code(referral.closure), .date(referral.closed), team, worker,
                ])
            try assessments(referral, id, team, worker, &rows, life, files)
            try enquiries(referral, id, team, worker, &rows, life, files)
            try protections(referral, id, &rows, life, files)
            for plan in referral.plans {
                rows.plans += 1
                try files.add(
                    SSDTables.cinPlans, [row("CN", life, rows.plans), id, child(life), .date(plan.start), .date(plan.end), team, worker])
                for visit in plan.visits {
                    rows.needVisits += 1
                    try files.add(
                        SSDTables.cinVisits,
                        [
                            row("NV", life, rows.needVisits), child(life), .moment(visit.day, minute: minute(life, rows.needVisits)), .yes(visit.seen),
                            .yes(visit.alone), .yes(visit.seen && (life.index + rows.needVisits) % 3 > 0),
                        ])
                }
            }
        }
    }

    /// The identifier of a referral; referrals are counted from 0.
    func referral(_ number: Int, _ life: Life) -> Cell { row("RF", life, number + 1) }

    /// Numbers of the rows written of a child.
    struct StoryRows {
        var assessments = 0
        var enquiries = 0
        var conferences = 0
        var protections = 0
        var reviews = 0
        var visits = 0
        var plans = 0
        var needVisits = 0
    }

    private func frontDoor(_ story: SafeguardingStory, _ life: Life, _ files: FeedFiles) throws {
        for (number, contact) in story.contacts.enumerated() {
            let outcome: String
            switch contact.outcome {
            case .referral: outcome = "NEW_REFERRAL_FLAG"
            case .earlyHelp: outcome = "OTHER_OUTCOMES_EXIST_FLAG"
            case .advice: outcome = "ADVICE_FLAG"
            case .none: outcome = "NFA_FLAG"
            }
            try files.add(
                SSDTables.contacts,
                [
                    row("CT", life, number + 1), child(life), .moment(contact.day, minute: minute(life, number)), .code(contact.source), .blank,
                    Self.flags(Self.contactFlags, set: [outcome]),
                ])
        }
        for (number, help) in story.earlyHelp.enumerated() {
            try files.add(
                SSDTables.earlyHelpEpisodes,
                [
                    row("EH", life, number + 1), child(life), .date(help.start), .date(help.end), .text(help.reason), .text(help.endReason),
                    .text(help.organisation), .blank,
                ])
        }
    }

    private func assessments(
        _ referral: SafeguardingStory.Referral, _ id: Cell, _ team: Cell, _ worker: Cell, _ rows: inout StoryRows, _ life: Life, _ files: FeedFiles
    ) throws {
        for assessment in referral.assessments {
            rows.assessments += 1
            let assessmentID = row("AS", life, rows.assessments)
            let nothing = referral.closure == "RC8" || referral.closure == "RC9"
            let outcome = nothing ? "NFA_FLAG" : referral.protections.isEmpty ? "CIN_PLAN_FLAG" : "STRATEGY_DISCUSSION_FLAG"
            let isDone = assessment.end != nil
            try files.add(
                SSDTables.cinAssessments,
                [
                    assessmentID, child(life), id, .date(assessment.start), .yes(assessment.childSeen), .date(assessment.end),
                    isDone ? Self.flags(Self.assessmentFlags, set: [outcome]) : .blank, .yes(isDone ? nothing : nil), team, worker,
                ])
            if !assessment.factors.isEmpty {
                let factors = "[" + assessment.factors.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
                try files.add(SSDTables.assessmentFactors, [row("AF", life, rows.assessments), assessmentID, .text(factors)])
            }
        }
    }

    private func enquiries(
        _ referral: SafeguardingStory.Referral, _ id: Cell, _ team: Cell, _ worker: Cell, _ rows: inout StoryRows, _ life: Life, _ files: FeedFiles
    ) throws {
        var planned = rows.protections
        for enquiry in referral.enquiries {
            rows.enquiries += 1
            let enquiryID = row("SE", life, rows.enquiries)
            let outcome = enquiry.outcome.map { $0 == .conference ? "CP_CONFERENCE_FLAG" : $0 == .support ? "PROV_OF_SERVICES_FLAG" : "NFA_FLAG" }
            try files.add(
                SSDTables.s47Enquiry,
                [
                    enquiryID, id, child(life), .date(enquiry.start), .date(enquiry.end), .yes(enquiry.outcome.map { $0 == .none }),
                    outcome.map { Self.flags(Self.enquiryFlags, set: [$0]) } ?? .blank, team, worker,
                ])
            guard enquiry.outcome == .conference || enquiry.conference != nil else { continue }
            rows.conferences += 1
            if enquiry.planned { planned += 1 }
            try files.add(
                SSDTables.initialCpConference,
                [
                    row("IC", life, rows.conferences), .text("M\(enquiry.target.daysSince2000)-\(life.serial / 3)"), enquiryID, child(life),
                    enquiry.planned ? row("CP", life, planned) : .blank, id, .yes(false), .date(enquiry.target), .date(enquiry.conference),
                    .yes(enquiry.conference == nil ? nil : enquiry.planned),
                    enquiry.conference == nil
                        ? .blank : Self.flags(["CP_PLAN_FLAG", "CIN_PLAN_FLAG", "NFA_FLAG"], set: enquiry.planned ? ["CP_PLAN_FLAG"] : ["CIN_PLAN_FLAG"]),
                    team, worker,
                ])
        }
    }

    private func protections(
        _ referral: SafeguardingStory.Referral, _ id: Cell, _ rows: inout StoryRows, _ life: Life, _ files: FeedFiles
    ) throws {
        for plan in referral.protections {
            rows.protections += 1
            let planID = row("CP", life, rows.protections)
            try files.add(
                SSDTables.cpPlans,
                [
                    planID, id, row("IC", life, rows.conferences), child(life), .date(plan.start), .date(plan.end), .yes(false), .code(plan.category),
                    .code(plan.latestCategory),
                ])
            var due = plan.start + 91
            for day in plan.reviews {
                rows.reviews += 1
                try files.add(
                    SSDTables.cpReviews,
                    [
                        row("CR", life, rows.reviews), child(life), planID, .date(due), .date(day), .text("M\(day.daysSince2000)-\(life.serial / 3)"),
                        .yes(plan.end != day), .text("Y"), .blank,
                    ])
                due = day + 183
            }
            if plan.end == nil {
                rows.reviews += 1
                try files.add(
                    SSDTables.cpReviews, [row("CR", life, rows.reviews), child(life), planID, .date(due), .blank, .blank, .blank, .blank, .blank])
            }
            for visit in plan.visits {
                rows.visits += 1
                try files.add(
                    SSDTables.cpVisits,
                    [
                        row("PV", life, rows.visits), child(life), planID, .moment(visit.day, minute: minute(life, rows.visits)), .yes(visit.seen),
                        .yes(visit.alone), .yes(visit.seen && (life.index + rows.visits) % 2 > 0),
                    ])
            }
        }
    }

    /// Visits to the child in care, and the plans for where they are to grow up.
    func visitsAndPlans(_ life: Life, _ files: FeedFiles) throws {
        for (number, visit) in CareVisit.of(life, in: world).enumerated() {
            let period = life.periods.lastIndex { $0.start <= visit.day } ?? 0
            try files.add(
                SSDTables.claVisits,
                [
                    row("CV", life, number + 1), row("PC", life, period + 1), child(life), .moment(visit.day, minute: minute(life, number)),
                    .yes(visit.seen), .yes(visit.alone),
                ])
        }
        for (number, plan) in PermanencePlan.of(life, in: world).enumerated() {
            try files.add(
                SSDTables.claCarePlan,
                [
                    row("CA", life, number + 1), child(life), .date(plan.start), .date(plan.end), Self.flags(Self.planFlags, set: [plan.kind.rawValue]),
                ])
        }
    }

    /// A time of day between nine and six.
    private func minute(_ life: Life, _ number: Int) -> Int { 9 * 60 + (life.index * 37 + number * 101) % 540 }

    private static let contactFlags = [
        "NEW_REFERRAL_FLAG", "EXISTING_REFERRAL_FLAG", "CP_ENQUIRY_FLAG", "NFA_FLAG", "NON_AGENCY_ADOPTION_FLAG", "PRIVATE_FOSTERING_FLAG", "ADVICE_FLAG",
        "MISSING_FLAG", "OLA_CP_FLAG", "OTHER_OUTCOMES_EXIST_FLAG",
    ]
    private static let referralFlags = [
        "SINGLE_ASSESSMENT_FLAG", "NFA_FLAG", "STRATEGY_DISCUSSION_FLAG", "CLA_REQUEST_FLAG", "PRIVATE_FOSTERING_FLAG", "OTHER_OUTCOMES_EXIST_FLAG",
    ]
    private static let assessmentFlags = [
        "NFA_FLAG", "CIN_PLAN_FLAG", "STRATEGY_DISCUSSION_FLAG", "CLA_REQUEST_FLAG", "SPECIALIST_ASSESSMENT_FLAG", "OTHER_ACTIONS_FLAG",
    ]
    private static let enquiryFlags = [
        "CP_CONFERENCE_FLAG", "NFA_FLAG", "LEGAL_ACTION_FLAG", "PROV_OF_SERVICES_FLAG", "MONITOR_FLAG", "OTHER_OUTCOMES_EXIST_FLAG",
    ]
    private static let planFlags = [
        "REMAINSUP", "RETURN1M", "RETURN6M", "RETURNEV", "LTRELFR", "LTFOST18", "RESPLMT", "SUPPLIV", "ADOPTION", "OTHERPLN",
    ]
}
