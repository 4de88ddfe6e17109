import Vocabulary

/// Times missing or away without authorisation: rare under 11, some teenagers again and again, mostly back within two days.
enum AbsenceMaker {
    static func absences(of life: Life, seed: UInt64) -> [Absence] {
        var random = RandomStream(seed: seed, index: life.index, purpose: .absences)
        let point = random.unit()
        // Days between two absences, for those who go missing at all.
        let apart: Double = point < 0.68 ? 0 : point < 0.90 ? 420 : point < 0.98 ? 90 : 30
        guard apart > 0 else { return [] }
        let eleven = life.birth.addingYears(11)
        var made: [Absence] = []
        for period in life.periods {
            for episode in period.episodes {
                let kind = episode.placement.kind
                if kind.isTemporary || kind == .secureHome || kind == .youngOffenders || episode.legal == .policeProtection { continue }
                var day = max(episode.start, eleven) + 1 + random.days(mean: apart)
                while episode.end - day > 2 {
                    let length = random.chance(0.9) ? random.within(0...2) : random.within(3...14)
                    let back = min(day + length, episode.end - 1)
                    made.append(Absence(start: day, end: back, kind: random.chance(0.8) ? "M" : "A"))
                    day = back + 2 + random.days(mean: apart)
                }
            }
        }
        return made
    }
}

/// Deprivation of liberty orders: rare, for children from ten in a children's home or an unregistered setting.
enum LibertyMaker {
    static func orders(of life: Life, seed: UInt64) -> [LibertyOrder] {
        var random = RandomStream(seed: seed, index: life.index, purpose: .liberty)
        let likely = random.chance(0.06)
        var made: [LibertyOrder] = []
        for episode in life.periods.flatMap(\.episodes) {
            let kind = episode.placement.kind
            let unregistered = kind == .other12 || kind == .other13
            guard unregistered || likely && kind == .childrensHome, life.birth.returnAge(on: episode.start) >= 10 else { continue }
            var day = episode.start + random.within(1...30)
            for _ in 0..<random.within(1...3) {
                // An order lasts up to three months and is renewed, or not.
                let end = day + random.within(28...90)
                guard episode.end - end > 1 else { break }
                made.append(LibertyOrder(start: day, end: end))
                day = end + 1
            }
        }
        return made
    }
}
