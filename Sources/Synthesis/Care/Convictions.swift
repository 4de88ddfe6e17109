import Vocabulary

/// Convictions and cautions that the yearly return counts: the courts' days, which social care and the youth justice service both know.
enum Convictions {
    /// One working day in each collection year in which the return says that the child was convicted or cautioned.
    /// - Parameters:
    ///   - from: years that end before it are left out
    ///   - world: its as-at date is the last day known
    static func days(of life: Life, from: CalendarDate, in world: FeedWorld) -> [CalendarDate] {
        var made: [CalendarDate] = []
        var year = CollectionYear(containing: from)
        while year.start <= world.asAt {
            defer { year = year.next }
            let known = min(year.end, world.asAt)
            guard YearOutcomes(life: life, year: year, known: known, seed: world.plan.seed)?.convicted == true else { continue }
            // From ten, and while in care: a court sits on working days.
            let first = max(year.start + 5, life.birth.addingYears(10) + 30)
            let last = min(known, life.periods.last { $0.start <= known }?.end ?? known)
            guard first <= last else { continue }
            var random = RandomStream(seed: world.plan.seed, index: life.index, feed: "care/conviction", detail: year.startYear)
            let day = world.calendar.workingDay(from: first + random.within(0...(last - first)))
            if day <= known { made.append(day) }
        }
        return made
    }
}
