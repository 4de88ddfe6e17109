import Vocabulary

/// Health and offending of children in care: the events of ``HealthStory`` and ``Convictions``, which the nursing team and the youth justice service tell, too.
///
/// The story reaches thirty months back. Of the years before only the yearly outcomes (``YearOutcomes``) are known: they are told as a check in the year.
extension SSDFeed {
    func health(_ life: Life, _ files: FeedFiles) throws {
        var rows = HealthRows()
        let story = stories.story(of: life)
        var year = CollectionYear(containing: world.since(months: 72))
        while year.end < stories.since {
            if let outcomes = YearOutcomes(life: life, year: year, known: year.end, seed: world.plan.seed) {
                try yearly(outcomes, life, year, &rows, files)
            }
            year = year.next
        }
        for (number, day) in Convictions.days(of: life, since: world.since(months: 72), in: world).enumerated() {
            try files.add(
                SSDTables.claConvictions,
                [row("CV", life, number + 1), child(life), .date(day), .text(Self.offences[(life.index + number) % Self.offences.count])])
        }
        guard let story else { return }
        var counted: [CollectionYear: Int] = [:]
        for made in story.assessments where made.status != "Planned" || made.due > world.asAt {
            if let day = made.done {
                let year = CollectionYear(containing: day)
                let isRecorded = returned(life, year).map { $0.assessed || counted[year, default: 0] < (life.birth.addingYears(5) > year.end ? 1 : 0) } ?? true
                guard isRecorded else { continue }
                counted[year, default: 0] += 1
            }
            try check("Health assessment", made.done ?? made.due, made.status, life, &rows, files)
        }
        for made in story.dental where made.status != "Completed" || returned(life, CollectionYear(containing: made.day))?.teethChecked ?? true {
            try check("Dental check", made.day, made.status, life, &rows, files)
        }
        for made in story.optician { try check("Optician check", made.day, made.status, life, &rows, files) }
        var asked: [CalendarDate] = []
        for made in story.questionnaires where made.respondent == "C" && (made.score != nil || made.reason != nil) {
            asked.append(made.completed ?? made.due)
            try score(made.completed ?? made.due, made.score, made.reason, life, &rows, files)
        }
        try answers(of: life, from: year, beside: story, asked, &rows, files)
        for screening in story.screenings where screening.identified {
            rows.misuse += 1
            try files.add(
                SSDTables.claSubstanceMisuse,
                [
                    row("SM", life, rows.misuse), child(life), .date(screening.day), .code(Self.substances[screening.substance]),
                    .yes(screening.received ?? false),
                ])
        }
        // What is not known is not up to date, to a system that asks yes or no.
        if let (day, status) = story.immunisation {
            try files.add(SSDTables.claImmunisations, [child(life), .yes(status == "Y"), .date(day)])
        }
    }

    /// What the return says of a year that is over. It was made from the case system, so a check that it does not count was never recorded there, though
    /// the nursing team may tell of it.
    private func returned(_ life: Life, _ year: CollectionYear) -> YearOutcomes? {
        year.end <= world.asAt ? YearOutcomes(life: life, year: year, known: year.end, seed: world.plan.seed) : nil
    }

    /// Numbers of the rows written of a child.
    struct HealthRows {
        var scores = 0
        var checks = 0
        var misuse = 0
    }

    private func check(_ kind: String, _ day: CalendarDate, _ status: String, _ life: Life, _ rows: inout HealthRows, _ files: FeedFiles) throws {
        rows.checks += 1
        // The case system knows four endings; who did not come or was not brought had it cancelled.
        let ending = ["WNB": "Cancelled", "DNA": "Cancelled", "Not done": "Cancelled"][status] ?? status
        try files.add(SSDTables.claHealth, [row("HC", life, rows.checks), child(life), .code(kind), .date(day), .code(ending)])
    }

    private func score(_ day: CalendarDate, _ score: Int?, _ reason: String?, _ life: Life, _ rows: inout HealthRows, _ files: FeedFiles) throws {
        rows.scores += 1
        try files.add(SSDTables.sdqScores, [row("SQ", life, rows.scores), child(life), .date(day), .number(score), .code(score == nil ? reason : nil)])
    }

    /// What the return counts in a year and the nursing team's story has not: questionnaires of those who turned 17, a baby's first look at the teeth.
    private func answers(
        of life: Life, from first: CollectionYear, beside story: HealthStory, _ asked: [CalendarDate], _ rows: inout HealthRows, _ files: FeedFiles
    ) throws {
        var year = first
        while year.end <= world.asAt {
            defer { year = year.next }
            guard let outcomes = YearOutcomes(life: life, year: year, known: year.end, seed: world.plan.seed) else { continue }
            func isInYear(_ day: CalendarDate) -> Bool { day >= year.start && day <= year.end }
            if outcomes.score != nil || outcomes.noScore != nil, !asked.contains(where: isInYear) {
                let seventeen = life.birth.addingYears(17)
                let last = seventeen > year.start ? min(seventeen - 1, year.end) : year.end
                try score(year.start + (last - year.start) / 2, outcomes.score, outcomes.noScore, life, &rows, files)
            }
            if outcomes.teethChecked, !story.dental.contains(where: { $0.status == "Completed" && isInYear($0.day) }) {
                try check("Dental check", year.start + 200 + life.index % 150, "Completed", life, &rows, files)
            }
            let done = story.assessments.filter { $0.done.map(isInYear) ?? false }.count
            let due = life.birth.addingYears(5) > year.end ? 2 : 1
            if outcomes.assessed {
                for number in 0..<max(0, due - done) {
                    try check("Health assessment", year.start + 150 + number * 100 + life.index % 90, "Completed", life, &rows, files)
                }
            }
        }
    }

    private func yearly(_ outcomes: YearOutcomes, _ life: Life, _ year: CollectionYear, _ rows: inout HealthRows, _ files: FeedFiles) throws {
        var random = world.random(life, "health", year.startYear)
        if outcomes.score != nil || outcomes.noScore != nil {
            try score(year.start + random.within(0...360), outcomes.score, outcomes.noScore, life, &rows, files)
        }
        if outcomes.assessed {
            let isYoung = life.birth.addingYears(5) > year.end
            if isYoung { try check("Health assessment", year.start + random.within(0...170), "Completed", life, &rows, files) }
            try check("Health assessment", year.start + random.within(180...360), "Completed", life, &rows, files)
        }
        if outcomes.teethChecked { try check("Dental check", year.start + random.within(0...360), "Completed", life, &rows, files) }
        if outcomes.substanceMisuse {
            rows.misuse += 1
            try files.add(
                SSDTables.claSubstanceMisuse,
                [
                    row("SM", life, rows.misuse), child(life), .date(year.start + random.within(0...360)), .code("Cannabis"), .yes(outcomes.helped ?? false),
                ])
        }
    }

    private static let substances = [
        "CAN": "Cannabis", "ALC": "Alcohol", "COC": "Cocaine", "KET": "Ketamine", "NOX": "Nitrous oxide", "PRE": "Prescription drugs",
        "NS": "Not stated",
    ]
    private static let offences = [
        "Theft from shop", "Common assault", "Criminal damage", "Possession of cannabis", "Public order", "Possession of a bladed article",
    ]
}
