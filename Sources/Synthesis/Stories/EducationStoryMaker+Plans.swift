import Vocabulary

extension EducationStoryMaker {
    /// One plan a term: the first within ten working days of entering care, then a review each term in which the child is in care long enough.
    func plans(_ life: Life, _ period: Period) -> [EducationStory.Plan] {
        var made: [EducationStory.Plan] = []
        let first = initial(life, period)
        if let first { made.append(first) }
        for term in terms where term.start <= asAt {
            let from = max(term.start + 8, period.start + 40)
            let to = min(term.end - 14, period.end - 1)
            let group = Self.yearGroup(life, on: term.start)
            guard from <= to, to - from >= 14, group >= -1, group <= 13, first?.term != term else { continue }
            var random = stream(life, "pep", Int(term.start.daysSince2000))
            let share = group < 1 ? shares.pepEarly : group > 11 ? shares.pepAfter16 : shares.pep
            let happens = random.chance(share)
            let meeting = min(schoolDay(from: from + random.within(0...(to - from))) ?? to, to)
            var review = EducationStory.Plan(term: term, isInitial: false, due: term.end, status: "NS")
            if happens {
                hold(&review, on: meeting, &random)
            } else {
                miss(&review, meeting, &random)
            }
            made.append(review)
        }
        return made
    }

    private func initial(_ life: Life, _ period: Period) -> EducationStory.Plan? {
        let group = Self.yearGroup(life, on: period.start)
        guard period.start >= since, group >= -1, group <= 13 else { return nil }
        var random = stream(life, "initial pep", Int(period.start.daysSince2000))
        let due = calendar.working.adding(10, to: period.start)
        let wanted = calendar.working.adding(random.chance(shares.initialPEP) ? random.within(5...10) : random.within(11...28), to: period.start)
        // In the holidays it waits for the school.
        guard let meeting = schoolDay(from: wanted) ?? (wanted > asAt ? wanted : nil), let term = calendar.term(on: meeting) else { return nil }
        guard meeting < period.end else { return nil }
        var made = EducationStory.Plan(term: term, isInitial: true, due: due, status: "NS")
        hold(&made, on: meeting, &random)
        return made
    }

    /// The meeting is held, if its day has come; papers follow.
    private func hold(_ made: inout EducationStory.Plan, on meeting: CalendarDate, _ random: inout RandomStream) {
        guard meeting <= asAt else {
            if meeting - asAt < 35 || random.chance(0.6) { (made.booked, made.status) = (meeting, random.chance(0.3) ? "IP" : "NS") }
            return
        }
        (made.booked, made.held) = (meeting, meeting)
        let submitted = calendar.working.adding(random.within(1...6), to: meeting)
        guard submitted <= asAt else { return made.status = random.chance(0.5) ? "IP" : "RS" }
        made.submitted = submitted
        let signed = calendar.working.adding(random.within(1...7), to: submitted)
        guard signed <= asAt else { return made.status = "SU" }
        (made.signedOff, made.status, made.quality) = (signed, "CO", random.pick(Self.grades))
    }

    /// No plan was completed in the term: never booked, booked and not held, held and never sent, or sent back.
    private func miss(_ made: inout EducationStory.Plan, _ meeting: CalendarDate, _ random: inout RandomStream) {
        switch random.within(0...9) {
        case 0...4: return
        case 5...6: (made.booked, made.status) = (meeting, meeting <= asAt ? "IP" : "NS")
        case 7...8 where meeting <= asAt: (made.booked, made.held, made.status) = (meeting, meeting, "IP")
        default:
            guard meeting + 12 <= asAt else { return }
            (made.booked, made.held, made.submitted, made.status) = (meeting, meeting, calendar.working.adding(4, to: meeting), "RE")
        }
    }

    private static let grades = Weighted<String?>(("G", 58), ("A", 33), ("R", 9))

    /// Suspensions by term, and once in a while a permanent exclusion.
    func exclusions(_ life: Life, _ period: Period, _ story: EducationStory) -> [EducationStory.Exclusion] {
        var made: [EducationStory.Exclusion] = []
        for term in terms where term.start <= asAt {
            let group = Self.yearGroup(life, on: term.start)
            let from = max(term.start, period.start)
            let to = min(term.end, period.end - 1, asAt)
            guard (1...11).contains(group), to - from > 5 else { continue }
            var random = stream(life, "exclusion", Int(term.start.daysSince2000))
            // A few children have most of them.
            var lasting = stream(life, "exclusions")
            let prone = lasting.chance(0.25) ? 3.1 : 0.3
            let share = shares.suspended * (group >= 7 ? 1.5 : 0.45) * prone
            guard random.chance(share) else { continue }
            for _ in 0...(random.chance(0.35) ? 1 : 0) {
                guard let start = schoolDay(from: from + random.within(0...(to - from))), start <= to, let place = story.place(on: start),
                    let school = place.school,
                    !made.contains(where: { $0.start <= start && ($0.end ?? start) >= start - 3 && $0.start + 14 > start })
                else { continue }
                let permanent = group >= 7 && random.chance(0.02)
                let days = random.pick(Weighted((1, 44), (2, 27), (3, 14), (5, 15)))
                var end = start
                for _ in 1..<max(days, 2) where days > 1 { end = schoolDay(from: end + 1) ?? end }
                made.append(
                    EducationStory.Exclusion(
                        start: start, end: permanent ? nil : end, category: permanent ? "PERM" : "SUSP", sessions: days * 2,
                        reasons: random.chance(0.2) ? [random.pick(Self.reasons), "DB"] : [random.pick(Self.reasons)], school: school))
            }
        }
        return made.sorted { $0.start < $1.start }
    }

    private static let reasons = Weighted(
        ("DB", 42.0), ("VA", 18), ("PP", 14), ("PA", 8), ("VP", 5), ("DA", 4), ("DM", 3), ("OW", 2), ("BU", 1), ("SM", 1), ("TH", 1), ("RA", 1))

    /// Results of the summers that are known, for those who were in care in them.
    func results(_ life: Life, _ story: EducationStory) -> [EducationStory.Result] {
        var ability = stream(life, "ability")
        // Roughly normal: three numbers of 0 to 1, less their mean, over their spread.
        let talent = (ability.unit() + ability.unit() + ability.unit() - 1.5) / 0.5
        let last = Self.academicYear(asAt) - (asAt.month == 9 || asAt.month > 9 ? 1 : asAt.month == 8 && asAt.day >= 25 ? 0 : 1)
        return ((last - 2)...last).compactMap { year in
            guard let summer = CalendarDate(year: year + 1, month: 6, day: 1), life.isInCare(on: summer) else { return nil }
            var random = stream(life, "results", year)
            let support = story.provision(on: summer)
            let level = talent - (support == "E" ? 1.1 : support == "K" ? 0.4 : 0) + (random.unit() - 0.5) * 0.6
            return result(Self.yearGroup(life, on: summer), year, level, story.place(on: summer)?.school, &random)
        }
    }

    private func result(
        _ group: Int, _ year: Int, _ level: Double, _ school: School?, _ random: inout RandomStream
    ) -> EducationStory.Result? {
        switch group {
        case 0:
            return EducationStory.Result(stage: "EYFSP", academicYear: year, school: school, goodLevel: level > 0.0)
        case 1:
            return EducationStory.Result(stage: "PHON", academicYear: year, school: school, phonics: max(0, min(40, Int(31 + level * 9))))
        case 6:
            let scores = (0..<3).map { _ in max(80, min(120, Int(101 + level * 7.5 + (random.unit() - 0.5) * 6))) }
            let writing = level > 1.4 ? "GDS" : level > -0.2 ? "EXS" : level > -1.6 ? "WTS" : "PKS"
            return EducationStory.Result(
                stage: "KS2", academicYear: year, school: school, outcomes: [scores[0] >= 100 ? "AS" : "NS", writing, scores[1] >= 100 ? "AS" : "NS"],
                scores: scores)
        case 11:
            // Nobody who ended year 11 in 2025 or 2026 sat key stage 2 tests: they were cancelled in 2020 and 2021.
            let baseline = ![2024, 2025].contains(year)
            let points = max(0, 23.5 + level * 13)
            func grade(_ random: inout RandomStream) -> String {
                let value = Int((2.9 + level * 1.7 + (random.unit() - 0.5) * 1.4).rounded())
                return value < 1 ? "U" : String(min(9, value))
            }
            let english = grade(&random), maths = grade(&random)
            return EducationStory.Result(
                stage: "KS4", academicYear: year, school: school, english: english, maths: maths, attainment8: points,
                progress8: baseline ? level * 0.9 - 0.75 : nil, noProgress8: baseline ? nil : "NB")
        default: return nil
        }
    }
}
