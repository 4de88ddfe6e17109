import Vocabulary

extension EducationStoryMaker {
    /// School places through a period of care: a school may change with the phase and with the placement, at times with a gap between.
    func places(_ life: Life, _ period: Period, _ story: EducationStory) -> [EducationStory.Place] {
        var random = stream(life, "places", Int(period.start.daysSince2000))
        let until = min(period.end, asAt)
        var day = max(period.start, Self.start(of: -1, life))
        guard day <= until, Self.yearGroup(life, on: day) <= 13 else { return [] }
        var made: [EducationStory.Place] = []
        if life.isUnaccompanied {
            let wait = random.within(15...70)
            made.append(EducationStory.Place(start: day, end: day + wait, school: nil, kind: "NO", phase: "NA"))
            day = day + wait + 1
        }
        if day <= until {
            // The school they were at: since the phase began, or since a move of the family.
            let began = life.isUnaccompanied ? day : max(Self.start(of: phase(life, on: day).first, life) + 1, day - random.within(60...1_400))
            made.append(place(life, story, from: began, on: day, &random))
        }
        for (change, reason) in changes(life, period, &random) where change > day && change <= until {
            guard Self.yearGroup(life, on: change) <= 13, var last = made.popLast() else { break }
            let gap = reason == "MOVE" && random.chance(0.3) ? random.within(6...40) : 0
            last.end = change - 1
            last.leaving = reason
            made.append(last)
            if gap > 0 { made.append(EducationStory.Place(start: change, end: change + gap - 1, school: nil, kind: "NO", phase: "NA")) }
            made.append(place(life, story, from: change + gap, on: change + gap, &random))
        }
        return made.compactMap { place in
            guard place.start <= asAt else { return nil }
            var known = place
            if let end = known.end, end > asAt { (known.end, known.leaving) = (nil, nil) }
            return known
        }
    }

    /// Days on which a place ends: at the end of a phase, and with some moves.
    private func changes(_ life: Life, _ period: Period, _ random: inout RandomStream) -> [(CalendarDate, String)] {
        var made = [0, 7, 12].map { (Self.start(of: $0, life) + 1, "END") }
        let stays = life.stays.filter { !$0.placement.kind.isTemporary && $0.start > period.start && $0.start < period.end }
        for stay in stays {
            let before = life.whereabouts(on: stay.start - 1)
            if random.chance(before?.area == stay.placement.postcode.area ? 0.1 : 0.5) { made.append((stay.start + 1, "MOVE")) }
        }
        return made.filter { $0.0 > period.start + 30 }.sorted { $0.0 < $1.0 }
    }

    private func phase(_ life: Life, on day: CalendarDate) -> (first: Int, code: String) {
        switch Self.yearGroup(life, on: day) {
        case ..<0: return (-1, "NUR")
        case 0...6: return (0, "PRI")
        case 7...11: return (7, "SEC")
        default: return (12, "P16")
        }
    }

    private func place(
        _ life: Life, _ story: EducationStory, from start: CalendarDate, on day: CalendarDate, _ random: inout RandomStream
    ) -> EducationStory.Place {
        let phase = phase(life, on: day).code
        let near = life.whereabouts(on: day) ?? Postcode(index: 0)
        let held = life.episode(on: day)?.placement.kind
        var kind: String
        if held == .youngOffenders || held == .secureHome {
            kind = "SE"
        } else {
            switch (phase, story.provision(on: day)) {
            case ("NUR", _): kind = "EY"
            case ("P16", "E"): kind = random.pick(Weighted(("SP", 30), ("FE", 60), ("NO", 10)))
            case ("P16", _): kind = random.pick(Weighted(("FE", 62), ("MS", 16), ("NO", 22)))
            case ("SEC", "E"): kind = random.pick(Weighted(("MS", 38), ("SP", 36), ("IS", 14), ("AP", 4), ("PR", 3), ("TU", 3), ("EO", 2)))
            case ("SEC", _): kind = random.pick(Weighted(("MS", 89), ("PR", 4), ("AP", 4), ("TU", 2), ("NO", 1)))
            case (_, "E"): kind = random.pick(Weighted(("MS", 52), ("SP", 38), ("IS", 8), ("TU", 2)))
            default: kind = random.pick(Weighted(("MS", 98), ("PR", 1), ("TU", 1)))
            }
        }
        let held16 = phase == "P16" && kind == "MS" ? "SEC" : phase
        let school = ["SE", "NO", "TU", "EO"].contains(kind) ? nil : SchoolCatalogue.school(held16, kind, near: near, life: life.index, &random)
        if school == nil, !["SE", "NO", "TU", "EO"].contains(kind) { kind = "TU" }
        var made = EducationStory.Place(start: start, end: nil, school: school, kind: kind, phase: phase)
        if school != nil, phase == "SEC" || phase == "PRI", random.chance(phase == "SEC" ? 0.05 : 0.015) {
            let from = start + random.within(0...200)
            made.partTime = (from, from + 42)
        }
        return made
    }

    /// Special educational needs: nearly six in ten have some, half of these a plan.
    func needs(_ life: Life) -> [EducationStory.Need] {
        var random = stream(life, "needs")
        let kind = random.pick(Weighted(("N", 43.0), ("K", 26), ("E", 31)))
        let atSchool = Self.start(of: 0, life) + 2
        guard kind != "N" else { return atSchool <= asAt ? [EducationStory.Need(start: atSchool, provision: "N")] : [] }
        let primary = random.pick(Self.needTypes)
        let other = random.pick(Self.needTypes)
        let second = random.chance(0.4) && other != primary ? other : nil
        let support = Self.start(of: random.within(0...5), life) + random.within(2...200)
        var made = [EducationStory.Need(start: support, provision: "K", primary: primary, secondary: second)]
        if kind == "E" {
            let issued = support + random.within(250...1_300)
            if issued <= asAt { made[0].end = issued - 1 }
            let review = issued + (asAt - issued) / 365 * 365 + random.within(-40...20)
            let reviewed = review > issued && review <= asAt ? review : nil
            made.append(EducationStory.Need(start: issued, provision: "E", primary: primary, secondary: second, reviewed: reviewed))
        }
        return made.filter { $0.start <= asAt }
    }

    /// What follows year 11: courses and training by the September, with some who leave early.
    func activities(_ life: Life, _ period: Period) -> [EducationStory.Activity] {
        var made: [EducationStory.Activity] = []
        let until = min(period.end - 1, asAt)
        for group in 12...13 {
            let start = max(Self.start(of: group, life) + 4, period.start + (life.isUnaccompanied ? 45 : 10))
            guard start <= until, Self.yearGroup(life, on: start) == group else { continue }
            var random = stream(life, "activity", Int(start.daysSince2000))
            let held = life.episode(on: start)?.placement.kind == .youngOffenders
            let kind = held ? "CUS" : random.pick(life.isUnaccompanied ? Self.activitiesOfArrivals : Self.activityKinds)
            let near = life.whereabouts(on: start) ?? Postcode(index: 0)
            var activity = EducationStory.Activity(start: start, kind: kind)
            switch kind {
            case "FEC": activity.school = SchoolCatalogue.school("P16", "FE", near: near, life: life.index, &random)
            case "SSF": activity.school = SchoolCatalogue.school("SEC", "MS", near: near, life: life.index, &random)
            case "SPI": activity.school = SchoolCatalogue.school("", "SP", near: near, life: life.index, &random)
            case "NEET": activity.whyNone = random.pick(life.isUnaccompanied ? Weighted(("UASC", 70), ("START", 30)) : Self.reasonsNone)
            default: break
            }
            if activity.school != nil || kind == "TRN" || kind == "APP" { activity.level = random.pick(life.isUnaccompanied ? Self.levelsOfArrivals : Self.levels) }
            let left = start + random.within(30...230)
            if activity.school != nil, random.chance(0.15), left <= until {
                (activity.end, activity.outcome) = (left, "LEFT")
                made.append(activity)
                made.append(EducationStory.Activity(start: left + 1, kind: "NEET", whyNone: random.pick(Self.reasonsNone)))
            } else {
                made.append(activity)
            }
            if group == 13, made.count > 1, var before = made.dropLast().last, before.end == nil {
                before.end = start - 1
                before.outcome = before.kind == "NEET" ? nil : "PROG"
                made[made.count - 2] = before
            }
        }
        return made
    }

    private static let needTypes = Weighted(
        ("SEMH", 44.0), ("SLCN", 15), ("MLD", 14), ("ASD", 12), ("SPLD", 6), ("SLD", 3), ("PD", 2), ("HI", 1), ("VI", 1), ("PMLD", 1), ("OTH", 1))
    private static let activityKinds = Weighted(
        ("FEC", 47.0), ("SSF", 12), ("SPI", 4), ("TRN", 9), ("APP", 3), ("EMP", 4), ("NEET", 19), ("NKN", 2))
    private static let activitiesOfArrivals = Weighted(("FEC", 78.0), ("SSF", 4), ("TRN", 4), ("NEET", 14))
    private static let reasonsNone = Weighted(("SEEK", 34.0), ("REF", 30), ("ILL", 16), ("START", 8), ("PREG", 6), ("MISS", 3), ("OTH", 3))
    private static let levels = Weighted<String?>(("1", 33), ("2", 31), ("3", 22), ("E", 14))
    private static let levelsOfArrivals = Weighted<String?>(("E", 72), ("1", 20), ("2", 8))
}
