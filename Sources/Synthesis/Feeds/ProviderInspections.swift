import Vocabulary

/// Ofsted's inspections of a fictitious provider: what the provider's own authority records, and what Ofsted publishes later.
enum ProviderInspections {
    /// One inspection. Grades run from 1, outstanding, to 4, inadequate.
    struct Inspection: Sendable {
        let day: CalendarDate
        /// Nothing is graded at an assurance or monitoring visit.
        let isFull: Bool
        let overall: Int
        let protection: Int
        let leadership: Int
        /// Day of the report: three to nine weeks later.
        let published: CalendarDate
    }

    /// The inspections in a time, oldest first. The same for whoever asks.
    static func of(_ provider: ProviderID, from: CalendarDate, to: CalendarDate, world: FeedWorld) -> [Inspection] {
        var random = RandomStream(seed: world.plan.seed, index: Int(provider.number), feed: "inspections")
        var grade = random.pick(grades)
        // Counted from a fixed day, so that a later as-at day adds inspections and changes none.
        var day = origin + random.within(0...330)
        var made: [Inspection] = []
        while day <= to {
            let isFull = grade == 4 || random.chance(0.84)
            let protection = shifted(grade, &random)
            let leadership = shifted(grade, &random)
            let report = world.calendar.workingDay(from: day + random.within(22...60))
            if day >= from, world.calendar.isWorking(day) {
                made.append(
                    Inspection(
                        day: day, isFull: isFull, overall: max(grade, protection == 4 ? 4 : grade), protection: protection, leadership: leadership,
                        published: report))
            }
            day = day + (grade == 4 ? random.within(60...120) : random.within(250...420))
            if !world.calendar.isWorking(day) { day = world.calendar.workingDay(from: day) }
            if random.chance(0.3) { grade = grade == 4 ? 3 : random.pick(grades) }
        }
        return made
    }

    /// The words in which Ofsted publishes a grade.
    static func words(_ grade: Int) -> String { ["Outstanding", "Good", "Requires improvement to be good", "Inadequate"][min(max(grade, 1), 4) - 1] }

    private static let origin = CalendarDate(year: 2020, month: 1, day: 6) ?? CalendarDate(daysSince2000: 7_310)
    /// Of children's homes at their latest full inspection.
    private static let grades = Weighted((1, 13.0), (2, 68), (3, 16), (4, 3))

    private static func shifted(_ grade: Int, _ random: inout RandomStream) -> Int {
        let by = random.chance(0.85) ? 0 : random.chance(0.5) ? 1 : -1
        return min(4, max(1, grade + by))
    }
}
