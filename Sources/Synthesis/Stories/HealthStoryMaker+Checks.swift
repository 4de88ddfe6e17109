import Vocabulary

extension HealthStoryMaker {
    /// A dental check a year, from the first birthday.
    func dental(_ life: Life, _ period: Period, _ number: Int) -> [HealthStory.Check] {
        checks(life, period, number, "dental", from: life.birth.addingYears(1), until: life.adulthood, outcomes: Self.dentalOutcomes) { day, random in
            outcomes(life, day)?.teethChecked ?? random.chance(shares.dental)
        }
    }

    /// A sight test a year, from the fourth birthday.
    func optician(_ life: Life, _ period: Period, _ number: Int) -> [HealthStory.Check] {
        checks(life, period, number, "optician", from: life.birth.addingYears(4), until: life.adulthood, outcomes: Self.opticianOutcomes) { _, random in
            random.chance(shares.optician)
        }
    }

    /// Health surveillance of those under 5, once a year and by age.
    func development(_ life: Life, _ period: Period) -> [HealthStory.Check] {
        let made = checks(life, period, 0, "development", from: life.birth + 40, until: life.birth.addingYears(5), outcomes: Weighted((nil, 1))) {
            day, random in
            outcomes(life, day)?.healthCheck ?? random.chance(shares.development)
        }
        return made.map { check in
            let months = (check.day - life.birth) / 30
            let kind = months < 4 ? "6W" : months < 8 ? "OT" : months < 18 ? "1Y" : months < 36 ? "2Y" : months < 48 ? "OT" : "PS"
            return HealthStory.Check(day: check.day, status: check.status, outcome: kind)
        }
    }

    /// Yearly checks on a day of the year that is the child's own; the year's outcome, where the return tells it, decides whether there was one.
    private func checks(
        _ life: Life, _ period: Period, _ number: Int, _ purpose: String, from youngest: CalendarDate, until oldest: CalendarDate,
        outcomes: Weighted<String?>, happens: (CalendarDate, inout RandomStream) -> Bool
    ) -> [HealthStory.Check] {
        var lasting = stream(life, purpose, number)
        let first = max(period.start, youngest) + lasting.within(15...200)
        var made: [HealthStory.Check] = []
        for due in days(from: first, period, every: { _ in 365 }) where due < oldest {
            var random = stream(life, purpose, Int(due.daysSince2000))
            if happens(due, &random) {
                guard let day = day(near: due, period, &random) else { continue }
                made.append(HealthStory.Check(day: day, status: "Completed", outcome: random.pick(outcomes)))
            } else if random.chance(0.2), let day = day(near: due, period, &random) {
                made.append(HealthStory.Check(day: day, status: random.pick(Self.missed), outcome: nil))
            }
        }
        return made
    }

    /// The newest look at the immunisations: in the last year of care that is told of.
    func immunisation(_ life: Life, _ random: inout RandomStream) -> (day: CalendarDate, status: String)? {
        guard let period = life.periods.last(where: { $0.start <= asAt }) else { return nil }
        let last = min(asAt, period.end - 1)
        let year = CollectionYear(containing: last)
        let from = max(year.start, period.start)
        let day = from + random.within(0...max(0, last - from))
        let good = outcomes(life, last)?.immunised ?? random.chance(shares.immunised)
        return (day, good ? "Y" : random.pick(Self.notImmunised))
    }

    /// Questionnaires of carers, yearly from 4 to 16; for some of the teacher and the young person as well.
    func questionnaires(_ life: Life, _ period: Period, _ number: Int) -> [HealthStory.Questionnaire] {
        // The same lasting number that the return's scores come from.
        var lasting = RandomStream(seed: plan.seed, index: life.index, purpose: .outcomes)
        let usual = 3 + lasting.within(0...11) + lasting.within(0...11)
        var own = stream(life, "sdq", number)
        let first = max(period.start, life.birth.addingYears(4)) + own.within(25...120)
        var made: [HealthStory.Questionnaire] = []
        for due in days(from: first, period, every: { _ in 365 }) where due < life.birth.addingYears(17) {
            var random = stream(life, "sdq", Int(due.daysSince2000))
            var asked = HealthStory.Questionnaire(due: due, respondent: "C")
            let told = outcomes(life, due)
            let score = told.map { $0.noScore == nil ? $0.score : nil } ?? (random.chance(shares.sdq) ? max(0, min(40, usual + random.within(-3...3))) : nil)
            if let score, let day = day(near: due, period, &random) {
                (asked.completed, asked.score, asked.parts) = (day, score, Self.parts(of: score, &random))
            } else if due < asAt {
                asked.reason = told?.noScore ?? random.pick(Self.noScores)
            }
            made.append(asked)
            for (respondent, share) in [("T", 0.25), ("S", life.birth.addingYears(11) <= due ? 0.2 : 0)] where random.chance(share) {
                guard let day = day(near: due, period, &random) else { continue }
                let theirs = max(0, min(40, usual + random.within(-6...6)))
                made.append(
                    HealthStory.Questionnaire(
                        due: due, respondent: respondent, completed: day, score: theirs, parts: Self.parts(of: theirs, &random)))
            }
        }
        return made
    }

    /// The total shared out to the four difficulties, none over 10, and a prosocial score that falls with it.
    private static func parts(of score: Int, _ random: inout RandomStream) -> [Int] {
        var parts = [0, 0, 0, 0]
        for _ in 0..<score {
            var place = random.within(0...3)
            while parts[place] == 10 { place = (place + 1) % 4 }
            parts[place] += 1
        }
        return parts + [max(0, min(10, 10 - score / 6 - random.within(0...2)))]
    }

    /// A screening a year from 11.
    func screenings(_ life: Life, _ period: Period) -> [HealthStory.Screening] {
        var own = stream(life, "substance", Int(period.start.daysSince2000))
        let first = max(period.start, life.birth.addingYears(11)) + own.within(20...150)
        return days(from: first, period, every: { _ in 365 }).compactMap { due in
            var random = stream(life, "substance", Int(due.daysSince2000))
            let told = outcomes(life, due)
            let identified = told?.substanceMisuse ?? random.chance(life.birth.addingYears(15) <= due ? 0.07 : 0.02)
            guard identified || random.chance(shares.screened), let day = day(near: due, period, &random) else { return nil }
            var made = HealthStory.Screening(day: day, identified: identified, substance: identified ? random.pick(Self.substances) : "NONE")
            if identified {
                let received = told?.helped ?? random.chance(0.45)
                let offered = received || (told?.offered ?? random.chance(0.75))
                (made.received, made.offered) = (received, offered)
                if offered { made.referred = Optional(day + random.within(1...20)).flatMap { $0 <= asAt ? $0 : nil } }
            }
            return made
        }
    }

    /// Referrals to mental health services from 5, at most one a year.
    func referrals(_ life: Life, _ period: Period) -> [HealthStory.Referral] {
        let first = max(period.start, life.birth.addingYears(5)) + 30
        return days(from: first, period, every: { _ in 365 }).compactMap { start in
            var random = stream(life, "camhs", Int(start.daysSince2000))
            guard random.chance(shares.referred) else { return nil }
            let day = working.adding(random.within(0...200), to: start)
            guard day <= asAt, day < period.end else { return nil }
            let waiting = asAt - day < 15
            let outcome = waiting && random.chance(0.6) ? "PEND" : random.pick(Self.decisions)
            func known(_ day: CalendarDate) -> CalendarDate? { day <= asAt ? day : nil }
            guard outcome == "ACC" else { return HealthStory.Referral(referred: day, reason: random.pick(Self.troubles), outcome: outcome) }
            let accepted = working.adding(random.within(2...12), to: day)
            let assessed = working.adding(random.within(10...70), to: accepted)
            let treated = working.adding(random.within(10...60), to: assessed)
            let discharged = treated + random.within(60...500)
            return HealthStory.Referral(
                referred: day, reason: random.pick(Self.troubles), outcome: known(accepted) == nil ? "PEND" : "ACC", accepted: known(accepted),
                assessed: known(assessed), treated: known(treated), discharged: known(discharged))
        }
    }

    private static let dentalOutcomes = Weighted<String?>(("NT", 58), ("TC", 14), ("TR", 12), ("PV", 10), ("RF", 4), (nil, 2))
    private static let opticianOutcomes = Weighted<String?>(("NG", 62), ("GL", 22), ("SP", 11), ("RF", 3), (nil, 2))
    private static let missed = Weighted(("WNB", 40.0), ("Refused", 28), ("Cancelled", 20), ("DNA", 12))
    private static let notImmunised = Weighted(("P", 48.0), ("N", 30), ("D", 12), ("U", 10))
    private static let noScores = Weighted(("SDQ2", 32.0), ("SDQ3", 8), ("SDQ4", 38), ("SDQ5", 22))
    private static let substances = Weighted(("CAN", 52.0), ("ALC", 24), ("NOX", 7), ("COC", 5), ("KET", 4), ("PRE", 3), ("NS", 5))
    private static let decisions = Weighted(("ACC", 56.0), ("CONS", 16), ("SIGN", 13), ("REJ", 10), ("WITH", 5))
    private static let troubles = Weighted(("TRA", 30.0), ("ANX", 19), ("BEH", 16), ("LOW", 12), ("SH", 11), ("NDD", 9), ("EAT", 2), ("OTH", 1))
}
