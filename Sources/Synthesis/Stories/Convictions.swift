import Vocabulary

/// Days of the convictions and cautions that the return counts: one in each year of which it says so (``YearOutcomes``).
enum Convictions {
    /// - Parameter since: years that ended before are left out
    static func days(of life: Life, since: CalendarDate, in world: FeedWorld) -> [CalendarDate] {
        var made: [CalendarDate] = []
        var year = CollectionYear(containing: since)
        while year.start <= world.asAt {
            defer { year = year.next }
            guard YearOutcomes(life: life, year: year, known: min(year.end, world.asAt), seed: world.plan.seed)?.convicted == true else { continue }
            var random = RandomStream(seed: world.plan.seed, index: life.index, feed: "youth-justice/conviction", detail: year.startYear)
            let last = min(year.end, world.asAt, (life.periods.last { $0.start <= year.end }?.end ?? year.end))
            let tenth = max(year.start + 5, life.birth.addingYears(10) + 30)
            guard tenth <= last else { continue }
            // Courts sit on working days; one after the year's end would be counted in the next.
            var day = tenth + random.within(0...(last - tenth))
            while !world.calendar.isWorking(day), day - 1 >= tenth { day = day - 1 }
            made.append(day)
        }
        return made
    }
}
