import Vocabulary

/// Statutory reviews: within 20 working days of becoming looked after, within 3 months of the first, then every 6 months;
/// moving in with adopters starts the rhythm again (4 weeks, 3 months, 6 months). About one in seventeen is late.
enum ReviewMaker {
    static func reviews(of life: Life, seed: UInt64) -> [Review] {
        var random = RandomStream(seed: seed, index: life.index, purpose: .reviews)
        var made: [Review] = []
        for period in life.periods {
            let movedIn = period.episodes.first { $0.placement.kind.isAdoption }?.start
            var day = period.start
            var number = 0
            var restarted = false
            while true {
                // 20 working days are at least 28 days; half a year is at least 181.
                var next = day + (number == 0 ? random.within(13...26) : number == 1 ? random.within(62...88) : random.within(150...179))
                if random.chance(0.06) { next = next + random.within(12...50) }
                if let movedIn, !restarted, next > movedIn {
                    restarted = true
                    number = 0
                    next = max(movedIn + random.within(10...25), day + 3)
                }
                if next.weekday > 4 { next = next - (next.weekday - 4) }
                if next <= day { next = day + 4 }
                guard next < period.end else { break }
                // On the fourth birthday itself either code could be argued for: a review is never on that day.
                if next == life.birth.addingYears(4) { next = next + 1 }
                guard next < period.end else { break }
                made.append(Review(day: next, participation: participation(life.birth.returnAge(on: next), &random)))
                day = next
                number += 1
            }
        }
        return made
    }

    private static let codes = Weighted(("PN1", 52.0), ("PN2", 9), ("PN3", 2), ("PN5", 13), ("PN6", 16), ("PN4", 2.7), ("PN7", 4.8))

    private static func participation(_ age: Int, _ random: inout RandomStream) -> String {
        age < 4 ? "PN0" : random.pick(codes)
    }
}
