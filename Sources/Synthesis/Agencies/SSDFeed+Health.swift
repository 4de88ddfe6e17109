import Vocabulary

/// Health and offending of children in care. Health is what ``HealthStory`` tells, as far as social workers recorded it: the days are those of the nursing team.
extension SSDFeed {
    func health(_ life: Life, _ files: FeedFiles) throws {
        if let story = stories.story(of: life) {
            var random = world.random(life, "health")
            try checks(story, life, &random, files)
            try scores(story, life, &random, files)
            try misuse(story, life, files)
            if let (day, status) = story.immunisation, status != "U" {
                try files.add(SSDTables.claImmunisations, [child(life), .yes(status == "Y"), .date(day)])
            }
        }
        try convictions(life, files)
    }

    private func checks(_ story: HealthStory, _ life: Life, _ random: inout RandomStream, _ files: FeedFiles) throws {
        var rows: [(kind: String, day: CalendarDate, status: String)] = []
        for made in story.assessments where made.done != nil || made.due <= world.asAt {
            rows.append(("Health assessment", made.done ?? made.due, Self.status(made.status)))
        }
        rows += story.dental.map { ("Dental check", $0.day, Self.status($0.status)) }
        rows += story.optician.map { ("Optician check", $0.day, Self.status($0.status)) }
        rows += story.development.map { ("Health surveillance", $0.day, Self.status($0.status)) }
        for (number, row) in rows.enumerated() where random.chance(recorded) {
            try files.add(
                SSDTables.claHealth, [self.row("HC", life, number + 1), child(life), .code(row.kind), .date(row.day), .code(row.status)])
        }
    }

    /// The case system knows four endings; who did not come or was not brought had it cancelled.
    private static func status(_ status: String) -> String {
        ["WNB": "Cancelled", "DNA": "Cancelled", "Not done": "Cancelled"][status] ?? status
    }

    private func scores(_ story: HealthStory, _ life: Life, _ random: inout RandomStream, _ files: FeedFiles) throws {
        let carers = story.questionnaires.filter { $0.respondent == "C" && ($0.score != nil || $0.reason != nil) }
        for (number, asked) in carers.enumerated() where random.chance(recorded) {
            try files.add(
                SSDTables.sdqScores,
                [row("SQ", life, number + 1), child(life), .date(asked.completed ?? asked.due), .number(asked.score), .code(asked.reason)])
        }
    }

    private func misuse(_ story: HealthStory, _ life: Life, _ files: FeedFiles) throws {
        for (number, screening) in story.screenings.filter(\.identified).enumerated() {
            try files.add(
                SSDTables.claSubstanceMisuse,
                [
                    row("SM", life, number + 1), child(life), .date(screening.day), .code(Self.substances[screening.substance]),
                    .yes(screening.received ?? false),
                ])
        }
    }

    private func convictions(_ life: Life, _ files: FeedFiles) throws {
        var number = 0
        var year = CollectionYear(containing: world.since(months: 72))
        while year.start <= world.asAt {
            let last = min(year.end, world.asAt)
            if let outcomes = YearOutcomes(life: life, year: year, known: last, seed: world.plan.seed), outcomes.convicted == true {
                var random = world.random(life, "convictions", year.startYear)
                let day = year.start + random.within(0...max(0, last - year.start))
                number += 1
                try files.add(
                    SSDTables.claConvictions,
                    [row("CV", life, number), child(life), .date(day), .text(Self.offences[random.within(0...Self.offences.count - 1)])])
            }
            year = year.next
        }
    }

    private static let substances = [
        "CAN": "Cannabis", "ALC": "Alcohol", "COC": "Cocaine", "KET": "Ketamine", "NOX": "Nitrous oxide", "PRE": "Prescription drugs",
    ]
    private static let offences = [
        "Theft from shop", "Common assault", "Criminal damage", "Possession of cannabis", "Public order", "Possession of a bladed article",
    ]
}
