import Vocabulary

extension LifeMaker {
    /// A disabled child who lives at home and has short breaks: a break at a time (V3), or an agreement for a year or more (V4).
    /// Breaks last a few days, never 17, and come to well under 75 days in any year.
    func shortBreakLife(_ index: Int, _ entry: CalendarDate, _ random: inout RandomStream) -> Life {
        let birth = entry - random.within(1_500...5_000)
        var life = Life(
            index: index, sex: random.chance(0.66) ? .male : .female, birth: birth, ethnicity: random.pick(Shares.ethnicity),
            isUnaccompanied: false)
        life.isShortBreak = true
        let last = min(entry + random.within(300...1_600), life.adulthood - 10)
        let sector = random.pick(Weighted<ProviderSector>((.privateSector, 50), (.voluntary, 50)))
        // Residential short-break units of the CQC kind have no Ofsted number; addresses are not collected for short breaks.
        let place = Placement(kind: .careHome, sector: sector, urn: .none, postcode: .none)
        if random.chance(0.25) {
            life.periods = [period(entry, last, .shortBreakAgreement, place, .other)]
            return life
        }
        var day = entry
        while true {
            let end = day + random.within(1...4)
            guard end < last else { break }
            life.periods.append(period(day, end, .shortBreaks, place, .homePlanned))
            day = end + random.within(20...60)
        }
        return life
    }

    private func period(
        _ start: CalendarDate, _ end: CalendarDate, _ legal: LegalStatus, _ place: Placement, _ ceased: ReasonCeased
    ) -> Period {
        let episode = Episode(
            start: start, end: end, reasonNew: .started, legal: legal, placement: place, ceased: ceased, change: nil)
        return Period(need: "N2", home: .none, reasonCeased: ceased, episodes: [episode])
    }
}
