import Vocabulary

extension HealthStoryMaker {
    /// The assessment that every period of care begins with; nil where the child left before anyone was asked.
    func initial(_ life: Life, _ period: Period) -> HealthStory.Assessment? {
        var random = stream(life, "initial", Int(period.start.daysSince2000))
        let inTime = random.chance(shares.requestedInTime)
        let notified = working.adding(inTime ? random.within(0...5) : random.within(6...17), to: period.start)
        guard notified < period.end, notified <= asAt else { return nil }
        let due = working.adding(20, to: period.start)
        var made = HealthStory.Assessment(isInitial: true, notified: notified, due: due)
        let asked = working.adding(random.within(0...3), to: period.start)
        made.consentRequested = min(asked, notified)
        let lateConsent = random.chance(0.1)
        made.consentReceived = known(working.adding(lateConsent ? random.within(18...35) : random.within(0...5), to: asked))
        // Late requests, late consent and moves make late assessments: the others are in time the oftener for it.
        let moved = life.mainStays.contains { $0.start > period.start && $0.start <= due }
        let hindered = lateConsent || !inTime || moved
        let share = hindered ? shares.initialInTime * 0.35 : min(1, shares.initialInTime * (1 - 0.36 * 0.35) / 0.64)
        let soonest = max(working.count(after: period.start, through: notified) + 2, lateConsent ? 18 : 6)
        if random.chance(share), soonest < 20 {
            finish(&made, on: working.adding(random.within(soonest...20), to: period.start), period, &random)
        } else {
            made.lateReason = moved ? "MOVE" : lateConsent ? "CONSENT" : inTime ? nil : "NOTIF"
            finish(&made, on: working.adding(1 + min(random.days(mean: 18), 70), to: due), period, &random)
            if made.lateReason == nil { made.lateReason = lateReason(life, from: period.start, to: due, &random) }
        }
        made.assessor = made.done == nil ? nil : random.pick(Self.doctors)
        return made
    }

    /// Reviews: every six months under 5, every twelve from then, counted from the first due day.
    func reviews(_ life: Life, _ period: Period, after first: CalendarDate) -> [HealthStory.Assessment] {
        let fifth = life.birth.addingYears(5)
        func interval(_ day: CalendarDate) -> Int { day < fifth ? 182 : 365 }
        return days(from: first + interval(first), period, every: interval).map { review(life, period, due: $0, isYoung: $0 < fifth) }
    }

    private func review(_ life: Life, _ period: Period, due: CalendarDate, isYoung: Bool) -> HealthStory.Assessment {
        var random = stream(life, "review", Int(due.daysSince2000))
        var made = HealthStory.Assessment(isInitial: false, notified: working.adding(-random.within(20...40), to: due), due: due)
        if life.birth.addingYears(16) > due { made.consentRequested = made.notified }
        made.consentReceived = made.consentRequested.flatMap { known($0 + random.within(0...12)) }
        let told = outcomes(life, due)
        let happens = told?.assessed ?? random.chance(shares.assessed)
        // Under 5 at its end two are due in a year: where the return says no, the first of them may have taken place.
        let year = CollectionYear(containing: due)
        let mayHappen = isYoung && (told == nil || due < year.start + 182 && life.birth.addingYears(5) > year.end)
        // Who moved in the weeks before is seen late more often than not.
        let moved = life.mainStays.contains { $0.start > due - 45 && $0.start <= due }
        if happens || mayHappen && random.chance(0.3), let day = day(near: due, period, &random, late: moved ? 0.6 : 0.08) {
            finish(&made, on: day, period, &random)
            made.assessor = random.pick(isYoung ? Self.forTheYoung : Self.nurses)
        } else if due <= asAt {
            let old = life.birth.addingYears(15) <= due
            made.status = random.pick(old ? Self.endingsOfTheOld : Self.endings)
        }
        if made.done.map({ $0 > due }) ?? (due < asAt) {
            made.lateReason = ["Refused": "REFUSED", "WNB": "DNA", "Cancelled": "CARER"][made.status] ?? lateReason(life, from: due - 60, to: due, &random)
        }
        return made
    }

    /// What stood in the way: a move, a time missing, or else the team's own reasons.
    private func lateReason(_ life: Life, from: CalendarDate, to: CalendarDate, _ random: inout RandomStream) -> String {
        if life.mainStays.contains(where: { $0.start > from && $0.start <= to }) { return "MOVE" }
        if life.absences.contains(where: { $0.kind == "M" && $0.start <= to && $0.end >= from }) { return "MISSING" }
        if let place = life.whereabouts(on: to), place.area != 0, random.chance(0.6) { return "AREA" }
        return random.pick(Self.otherReasons)
    }

    private func finish(_ made: inout HealthStory.Assessment, on day: CalendarDate, _ period: Period, _ random: inout RandomStream) {
        let earlier = random.chance(0.12) ? working.adding(-random.within(4...12), to: day) : nil
        made.offered = [earlier, day].compactMap { $0 }.filter { $0 > made.notified }
        guard day <= asAt, day < period.end else { return }
        made.done = day
        made.status = "Completed"
        made.reportReturned = known(working.adding(random.within(3...18), to: day))
    }

    private func known(_ day: CalendarDate) -> CalendarDate? { day <= asAt ? day : nil }

    private static let doctors = Weighted<String?>(("PAED", 74), ("DOC", 18), ("GP", 8))
    private static let forTheYoung = Weighted<String?>(("HV", 52), ("SPN", 36), ("PAED", 8), ("FN", 4))
    private static let nurses = Weighted<String?>(("SPN", 58), ("SCN", 36), ("PAED", 4), ("OTH", 2))
    private static let endings = Weighted(("Planned", 46.0), ("WNB", 22), ("Cancelled", 14), ("Refused", 8), ("Not done", 10))
    private static let endingsOfTheOld = Weighted(("Refused", 44.0), ("Planned", 30), ("DNA", 12), ("Cancelled", 8), ("Not done", 6))
    private static let otherReasons = Weighted(("CAPACITY", 44.0), ("DNA", 20), ("CARER", 16), ("NOTIF", 12), ("OTHER", 8))
}
