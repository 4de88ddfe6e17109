import Vocabulary

/// The child's social workers, one after another without gaps, from the first day of care on.
enum WorkerMaker {
    /// Lives that share a team of ``teamSize`` workers: about a hundred children in care at a time.
    static let livesPerTeam = 800
    static let teamSize = 8

    static func allocations(of life: Life, seed: UInt64) -> [Allocation] {
        guard !life.isShortBreak, let first = life.periods.first else { return [] }
        var random = RandomStream(seed: seed, index: life.index, purpose: .workers)
        let end = life.leftCare
        var made: [Allocation] = []
        var day = first.start
        var worker = pick(life, day, &random)
        var reason = "FCONTA"
        var returns = life.periods.dropFirst().map(\.start)[...]
        while true {
            var next = day + 40 + random.days(mean: 430)
            var why = random.pick(reasons)
            // Whoever comes back into care gets a new worker on that day, or soon after.
            if let back = returns.first, next > back - 5 {
                next = max(back, day + 4)
                why = "TSPROC"
                returns = returns.dropFirst()
            }
            // Nobody hands over in the last days of March: a check of the return asks what follows such an end.
            if next.month == 3, next.day >= 26 { next = next + 7 }
            guard end - next > 5 else { break }
            made.append(Allocation(worker: worker, start: day, end: next, reason: reason))
            day = next
            reason = why
            var other = pick(life, day, &random)
            while other == worker { other = pick(life, day, &random) }
            worker = other
        }
        // The last allocation goes on after care has ended: the worker sees the child home, or hands over to an adviser later.
        made.append(Allocation(worker: worker, start: day, end: nil, reason: reason))
        return made
    }

    private static let reasons = Weighted(
        ("LEFTRL", 34.0), ("TSPROC", 28), ("MANAGE", 16), ("ABSENC", 10), ("ORGRST", 6), ("CHCHAN", 2), ("PCCHAN", 1.5), ("OTHERS", 2.5))

    /// A worker of the team at the time: about a third of a team is new every two years.
    private static func pick(_ life: Life, _ day: CalendarDate, _ random: inout RandomStream) -> Int {
        holder(team: life.index / livesPerTeam, desk: random.within(0...teamSize - 1), on: day)
    }

    /// Who sits at a desk of a team on a day.
    static func holder(team: Int, desk: Int, on day: CalendarDate) -> Int {
        let holder = (day.year * 12 + day.month + desk * 5) / 40
        return (team * teamSize + desk) * 200 + holder % 200
    }

    /// Registration number: SW and ten digits.
    static func identifier(_ worker: Int) -> String {
        let digits = String(1_000_000_000 + (worker * 7_919 + 104_729) % 8_999_999_993)
        return "SW" + digits
    }
}
