import Vocabulary

extension Life {
    /// Placements as stability is measured: short stays away (T1 to T4) are left out, and the placement returned to goes on.
    var mainStays: [PlacementStay] {
        var made: [PlacementStay] = []
        var wasAway = false
        for stay in stays {
            if stay.placement.kind.isTemporary {
                wasAway = true
                continue
            }
            if wasAway, let before = made.last, before.last.postcode == stay.placement.postcode, before.last.urn == stay.placement.urn {
                made.removeLast()
                made.append(PlacementStay(start: before.start, end: stay.end, placement: before.placement, last: stay.last))
            } else {
                made.append(stay)
            }
            wasAway = false
        }
        return made
    }

    /// The main placement at the end of a day.
    func mainStay(on day: CalendarDate) -> PlacementStay? { mainStays.last { $0.start <= day && $0.end > day } }

    /// The status of a placement on a day: a foster placement may have become long-term since it began.
    func placement(on day: CalendarDate) -> Placement? { episode(on: day)?.placement }
}
