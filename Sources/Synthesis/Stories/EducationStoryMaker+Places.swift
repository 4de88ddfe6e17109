import Vocabulary

extension EducationStoryMaker {
    /// School places while in care, each from its first day, which may lie before. Between two there is a gap at times, and those who came alone
    /// wait for the first.
    func places(_ life: Life) -> [EducationStory.Place] {
        var random = stream(life, "places")
        let periods = life.periods.filter { $0.start <= asAt && $0.end > since }
        guard let first = periods.first, let last = periods.last else { return [] }
        let arrived = life.isUnaccompanied ? first.start + random.within(15...70) : nil
        var made: [EducationStory.Place] = []
        if let arrived, arrived > since, Self.yearGroup(life, on: first.start) <= 13 {
            made.append(EducationStory.Place(start: first.start, end: arrived - 1, school: nil, kind: "NO", phase: "NA"))
        }
        let attended = SchoolCatalogue(seed: plan.seed).places(of: life, asAt: asAt)
        for (number, place) in attended.enumerated() where place.start < last.end && place.end.map({ $0 >= max(arrived ?? since, since) }) ?? true {
            let next = number + 1 < attended.count ? attended[number + 1] : nil
            let (kind, phase) = kind(of: place.school, life, on: max(place.start, since))
            var known = EducationStory.Place(start: max(place.start, arrived ?? place.start), end: place.end, school: place.school, kind: kind, phase: phase)
            // A gap takes the first weeks of a place that came about by a move.
            if let before = made.last?.end, before == known.start - 1, made.last?.leaving == "MOVE", random.chance(0.3) {
                let gap = random.within(6...40)
                if known.end.map({ $0 > known.start + gap }) ?? true, known.start + gap <= asAt {
                    made.append(EducationStory.Place(start: known.start, end: known.start + gap - 1, school: nil, kind: "NO", phase: "NA"))
                    known.start = known.start + gap
                }
            }
            if known.end != nil {
                known.leaving = next.map { $0.start.month == 9 && $0.start.day == 3 ? "END" : $0.school.phase == .alternative ? "EXCL" : "MOVE" } ?? "END"
            }
            if phase == "SEC" || phase == "PRI", random.chance(phase == "SEC" ? 0.05 : 0.015) {
                let from = max(known.start, since) + random.within(0...300)
                if known.end.map({ $0 >= from }) ?? true { known.partTime = (from, from + 42) }
            }
            made.append(known)
        }
        for stay in life.mainStays where [.youngOffenders, .secureHome].contains(stay.placement.kind) && stay.start <= asAt && stay.end > since {
            let end = stay.end <= asAt ? stay.end - 1 : nil
            made.append(EducationStory.Place(start: stay.start + 1, end: end, school: nil, kind: "SE", phase: "SEC"))
        }
        return made.filter { $0.start <= asAt }.sorted { $0.start < $1.start }.map { place in
            var known = place
            if let end = known.end, end > asAt { (known.end, known.leaving) = (nil, nil) }
            return known
        }
    }

    /// The provision and phase of a school, as the portal has them.
    private func kind(of school: School, _ life: Life, on day: CalendarDate) -> (String, String) {
        let phase = Self.yearGroup(life, on: day) < 7 ? "PRI" : "SEC"
        switch school.phase {
        case .nursery: return ("EY", "NUR")
        case .primary: return ("MS", "PRI")
        case .secondary: return ("MS", "SEC")
        case .special: return (school.number % 3 == 0 ? "IS" : "SP", phase)
        case .alternative: return (school.number % 3 == 0 ? "AP" : "PR", phase)
        case .college: return ("FE", "P16")
        }
    }

    /// Special educational needs: nearly six in ten have some, half of these a plan.
    func needs(_ life: Life) -> [EducationStory.Need] {
        var random = stream(life, "needs")
        // Who goes to a special school has a plan.
        let special = SchoolCatalogue(seed: plan.seed).places(of: life, asAt: asAt).contains { $0.school.phase == .special }
        let drawn = random.pick(Weighted(("N", 49.0), ("K", 30), ("E", 21)))
        let kind = special ? "E" : drawn
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
    func activities(_ life: Life, _ period: Period, _ story: EducationStory) -> [EducationStory.Activity] {
        var made: [EducationStory.Activity] = []
        let until = min(period.end - 1, asAt)
        for group in 12...13 {
            let start = max(Self.start(of: group, life) + 4, period.start + (life.isUnaccompanied ? 45 : 10))
            guard start <= until, Self.yearGroup(life, on: start) == group else { continue }
            var random = stream(life, "activity", Int(start.daysSince2000))
            let held = life.episode(on: start)?.placement.kind == .youngOffenders
            let school = story.place(on: start)?.school
            let kind = held ? "CUS" : school?.phase == .college ? "FEC" : school?.phase == .special ? "SPI" : random.pick(Self.activityKinds)
            var activity = EducationStory.Activity(start: start, kind: kind)
            if kind == "FEC" || kind == "SPI" { activity.school = school }
            if kind == "NEET" { activity.whyNone = random.pick(life.isUnaccompanied ? Weighted(("UASC", 70), ("START", 30)) : Self.reasonsNone) }
            if activity.school != nil || kind == "TRN" || kind == "APP" {
                activity.level = random.pick(life.isUnaccompanied ? Self.levelsOfArrivals : Self.levels)
            }
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
        ("TRN", 24.0), ("APP", 9), ("EMP", 12), ("NEET", 50), ("NKN", 5))
    private static let reasonsNone = Weighted(("SEEK", 34.0), ("REF", 30), ("ILL", 16), ("START", 8), ("PREG", 6), ("MISS", 3), ("OTH", 3))
    private static let levels = Weighted<String?>(("1", 33), ("2", 31), ("3", 22), ("E", 14))
    private static let levelsOfArrivals = Weighted<String?>(("E", 72), ("1", 20), ("2", 8))
}
