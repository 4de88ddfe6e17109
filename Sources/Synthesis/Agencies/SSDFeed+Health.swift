import Vocabulary

/// Health and offending of children in care, as the yearly outcomes (OC2) ask of them.
extension SSDFeed {
    func health(_ life: Life, _ files: FeedFiles) throws {
        var rows = Rows()
        var immunised: (status: Bool, day: CalendarDate)?
        let from = world.since(months: 72)
        var year = CollectionYear(containing: from)
        while year.start <= world.asAt {
            let last = min(year.end, world.asAt)
            if let outcomes = YearOutcomes(life: life, year: year, known: last, seed: world.plan.seed) {
                var random = world.random(life, "health", year.startYear)
                func day(_ random: inout RandomStream) -> CalendarDate { year.start + random.within(0...max(0, last - year.start)) }
                try scores(outcomes, life, day(&random), &rows, files)
                try checks(outcomes, life, year, last, &random, &rows, files)
                if outcomes.convicted == true {
                    rows.convictions += 1
                    try files.add(
                        SSDTables.claConvictions,
                        [row("CV", life, rows.convictions), child(life), .date(day(&random)), .text(Self.offences[random.within(0...Self.offences.count - 1)])])
                }
                if outcomes.substanceMisuse {
                    rows.misuse += 1
                    try files.add(
                        SSDTables.claSubstanceMisuse,
                        [
                            row("SM", life, rows.misuse), child(life), .date(day(&random)), .code(random.pick(Self.substances)), .yes(outcomes.helped ?? false),
                        ])
                }
                immunised = (outcomes.immunised, day(&random))
            }
            year = year.next
        }
        if let immunised {
            try files.add(SSDTables.claImmunisations, [child(life), .yes(immunised.status), .date(immunised.day)])
        }
    }

    /// Numbers of the rows written of a child.
    struct Rows {
        var scores = 0
        var checks = 0
        var convictions = 0
        var misuse = 0
    }

    private func scores(_ outcomes: YearOutcomes, _ life: Life, _ day: CalendarDate, _ rows: inout Rows, _ files: FeedFiles) throws {
        guard outcomes.score != nil || outcomes.noScore != nil else { return }
        rows.scores += 1
        try files.add(
            SSDTables.sdqScores, [row("SQ", life, rows.scores), child(life), .date(day), .number(outcomes.score), .code(outcomes.noScore)])
    }

    /// Under 5 a child is assessed twice a year; who was not assessed has one assessment too few, refused or put off.
    private func checks(
        _ outcomes: YearOutcomes, _ life: Life, _ year: CollectionYear, _ last: CalendarDate, _ random: inout RandomStream, _ rows: inout Rows,
        _ files: FeedFiles
    ) throws {
        let length = max(1, last - year.start)
        let wanted = life.birth.addingYears(5) > year.end ? 2 : 1
        func add(_ kind: String, _ day: CalendarDate, _ status: String) throws {
            rows.checks += 1
            try files.add(SSDTables.claHealth, [row("HC", life, rows.checks), child(life), .code(kind), .date(day), .code(status)])
        }
        for number in 0..<wanted {
            let day = year.start + min(length, length * number / wanted + random.within(0...max(0, length / wanted - 1)))
            let done = outcomes.assessed || number < wanted - 1
            if done {
                try add("Health assessment", day, "Completed")
            } else if random.chance(0.6) {
                try add("Health assessment", day, random.chance(0.5) ? "Refused" : "Cancelled")
            }
        }
        let day = year.start + random.within(0...length)
        if outcomes.teethChecked {
            try add("Dental check", day, "Completed")
        } else if random.chance(0.3) {
            try add("Dental check", day, random.chance(0.6) ? "Refused" : "Cancelled")
        }
    }

    private static let substances = Weighted(("Cannabis", 70.0), ("Alcohol", 20), ("Cocaine", 5), ("Ketamine", 3), ("Nitrous oxide", 2))
    private static let offences = ["Theft from shop", "Common assault", "Criminal damage", "Possession of cannabis", "Public order", "Possession of a bladed article"]
}
