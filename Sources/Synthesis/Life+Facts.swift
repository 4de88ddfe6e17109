import Vocabulary

extension Life {
    /// A stay in one placement, however many episodes it spans: changes of status with the same carer keep it going.
    struct PlacementStay: Sendable {
        let start: CalendarDate
        /// The day on which the child left; of the future where they are still there.
        let end: CalendarDate
        /// As it was at the start.
        let placement: Placement
        /// As it became: a foster placement that was made long-term.
        let last: Placement
    }

    /// All stays, in order, with the short ones away (T1 to T4) among them.
    var stays: [PlacementStay] {
        var made: [PlacementStay] = []
        for period in periods {
            var isFirst = true
            for episode in period.episodes {
                let keeps = [.legalStatus, .placementSameCarer, .bothSameCarer].contains(episode.reasonNew)
                if keeps, !isFirst, let before = made.popLast() {
                    made.append(PlacementStay(start: before.start, end: episode.end, placement: before.placement, last: episode.placement))
                } else {
                    made.append(PlacementStay(start: episode.start, end: episode.end, placement: episode.placement, last: episode.placement))
                }
                isFirst = false
            }
        }
        return made
    }

    /// Legal statuses in force one after another, each with its first day and the day on which the next began or care ended.
    var legalStatuses: [(status: LegalStatus, start: CalendarDate, end: CalendarDate)] {
        var made: [(status: LegalStatus, start: CalendarDate, end: CalendarDate)] = []
        for period in periods {
            var isFirst = true
            for episode in period.episodes {
                if !isFirst, let before = made.last, before.status == episode.legal {
                    made[made.count - 1].end = episode.end
                } else {
                    made.append((episode.legal, episode.start, episode.end))
                }
                isFirst = false
            }
        }
        return made
    }

    /// The period of care that is open at the end of the day.
    func period(on day: CalendarDate) -> Period? { periods.last { $0.start <= day && $0.end > day } }

    /// The episode that is open at the end of the day.
    func episode(on day: CalendarDate) -> Episode? { period(on: day)?.episodes.last { $0.start <= day } }

    /// Where the child lives at the end of the day: the placement, or the family's home.
    func whereabouts(on day: CalendarDate) -> Postcode? { episode(on: day)?.placement.postcode ?? home }

    /// Homes of the family, and of the young person after care, up to a day: each with the day from which it is known.
    ///
    /// The family's home is that of each period of care; a care leaver has one of their own.
    func homes(asAt: CalendarDate, serial: Int) -> [(address: Address, start: CalendarDate, end: CalendarDate?)] {
        var steps: [(postcode: Postcode, start: CalendarDate, door: Int)] = []
        if let outside { steps.append((outside.home, min(outside.referred, asAt), serial)) }
        for period in periods where period.start <= asAt {
            if let before = steps.last, before.postcode == period.home { continue }
            steps.append((period.home, steps.isEmpty ? max(birth, period.start - 400) : period.start - 30, serial))
        }
        if leftCare == adulthood, leftCare <= asAt, let last = periods.last {
            let own = Postcode(index: UInt16((Int(last.home.index) / 20 * 20 + 20 * (1 + index % 7)) % Postcode.perArea + index % 15))
            steps.append((own, leftCare, serial + 7))
        }
        return steps.enumerated().map { place, step in
            (Address(postcode: step.postcode, door: step.door), step.start, place + 1 < steps.count ? steps[place + 1].start : nil)
        }
    }
}
