import Vocabulary

/// A stay in one placement. Its end is the start of the next stay, or the end of care.
struct Stay: Sendable {
    let start: CalendarDate
    let placement: Placement
    /// The carer is that of the stay before; only the status or registration of the placement changed.
    var sameCarer = false
    /// Why the stay before ended.
    var reason: ReasonPlaceChange?
}

/// Cuts a period of care into episodes: a new one whenever legal status or placement changes.
enum EpisodeMaker {
    static func episodes(legal: [LegalPath.Step], stays: [Stay], end: CalendarDate, ceased: ReasonCeased) -> [Episode] {
        guard let firstStatus = legal.first, let firstStay = stays.first else { return [] }
        var made: [Episode] = []
        made.reserveCapacity(legal.count + stays.count)
        var status = firstStatus.status
        var stay = firstStay
        var since = firstStay.start
        var reasonNew = ReasonNewEpisode.started
        var nextLegal = 1
        var nextStay = 1
        while nextLegal < legal.count || nextStay < stays.count {
            let legalDay = nextLegal < legal.count ? legal[nextLegal].start : end
            let stayDay = nextStay < stays.count ? stays[nextStay].start : end
            let day = min(legalDay, stayDay)
            if day >= end { break }
            let newStay = stayDay == day ? stays[nextStay] : nil
            let change = newStay.flatMap { temporary($0) || temporary(stay) ? nil : $0.reason ?? .other }
            made.append(
                Episode(
                    start: since, end: day, reasonNew: reasonNew, legal: status, placement: stay.placement, ceased: .continues,
                    change: change))
            switch (legalDay == day, newStay) {
            case (true, .some(let new)): reasonNew = new.sameCarer ? .bothSameCarer : .both
            case (false, .some(let new)): reasonNew = new.sameCarer ? .placementSameCarer : .placementAndCarer
            case (_, .none): reasonNew = .legalStatus
            }
            if legalDay == day {
                status = legal[nextLegal].status
                nextLegal += 1
            }
            if let newStay {
                stay = newStay
                nextStay += 1
            }
            since = day
        }
        made.append(
            Episode(start: since, end: end, reasonNew: reasonNew, legal: status, placement: stay.placement, ceased: ceased, change: nil))
        return made
    }

    private static func temporary(_ stay: Stay) -> Bool { stay.placement.kind.isTemporary }
}
