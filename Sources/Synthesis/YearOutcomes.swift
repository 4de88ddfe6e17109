import Vocabulary

/// The twelve-month outcomes (OC2) of a child in care through the whole year, in short breaks at no time in it.
struct YearOutcomes {
    let score: Int?
    let noScore: String?
    let convicted: Bool?
    let healthCheck: Bool?
    let immunised: Bool
    let teethChecked: Bool
    let assessed: Bool
    let substanceMisuse: Bool
    let helped: Bool?
    let offered: Bool?

    /// Nil for a child who was not in care on 1 April, or left before 31 March.
    init?(life: Life, year: CollectionYear, known: CalendarDate, seed: UInt64) {
        // Care that ends on 31 March itself has lasted the year.
        guard !life.isShortBreak,
            life.periods.contains(where: { $0.start <= year.start && ($0.end > known || $0.end == year.end) })
        else { return nil }
        var random = RandomStream(seed: seed, index: life.index, purpose: .outcomes, detail: year.startYear)
        // What is lasting about the child: the same number every year.
        var lasting = RandomStream(seed: seed, index: life.index, purpose: .outcomes)
        let usual = 3 + lasting.within(0...11) + lasting.within(0...11)
        let age = life.birth.returnAge(on: year.end)

        let turnedFour = life.birth.addingYears(4)
        let turnedSeventeen = life.birth.addingYears(17)
        if turnedFour <= year.end, turnedSeventeen >= year.start {
            // A score is due from 4 to 16; those who turned 4 or 17 in the year may have been out of range when assessed.
            let edge = turnedFour > year.start || turnedSeventeen <= year.end
            let reached = random.chance(edge ? 0.5 : 0.79)
            score = reached ? max(0, min(40, usual + random.within(-3...3))) : nil
            noScore = reached ? nil : edge && random.chance(0.6) ? "SDQ1" : random.pick(Self.noScores)
        } else {
            score = nil
            noScore = nil
        }
        convicted = age >= 10 ? random.chance(age >= 14 ? 0.048 : 0.01) : nil
        healthCheck = age < 5 ? random.chance(0.89) : nil
        immunised = random.chance(0.87)
        teethChecked = random.chance(age < 2 ? 0.3 : 0.64)
        assessed = random.chance(0.84)
        substanceMisuse = age >= 11 && random.chance(age >= 15 ? 0.07 : 0.02)
        helped = substanceMisuse ? random.chance(0.45) : nil
        offered = helped == false ? random.chance(0.75) : nil
    }

    private static let noScores = Weighted(("SDQ2", 32.0), ("SDQ3", 8), ("SDQ4", 38), ("SDQ5", 22))
}
