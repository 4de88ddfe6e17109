import Vocabulary

/// A permanence plan in force for a time: where the child is to grow up.
struct PermanencePlan: Sendable {
    /// Raw values are the names that Annex A and the standard safeguarding dataset have for them.
    enum Kind: String, Sendable {
        case support = "REMAINSUP", returnHome = "RETURN6M", returnLater = "RETURNEV", relatives = "LTRELFR", fostering = "LTFOST18"
        case residential = "RESPLMT", supported = "SUPPLIV", adoption = "ADOPTION", other = "OTHERPLN"
    }

    let kind: Kind
    let start: CalendarDate
    /// The day on which another took its place, or care ended; nil while it is in force.
    let end: CalendarDate?
}

extension PermanencePlan {
    /// The plans of a child's periods of care, up to the as-at date. First the return home, then what the courts and reviews settle on.
    static func of(_ life: Life, in world: FeedWorld) -> [PermanencePlan] {
        guard !life.isShortBreak else { return [] }
        var random = RandomStream(seed: world.plan.seed, index: life.index, purpose: .plans)
        var made: [PermanencePlan] = []
        for period in life.periods where period.start <= world.asAt {
            var steps: [(kind: Kind, day: CalendarDate)] = [(first(life, period), period.start + random.within(1...9))]
            let settled = period.start + random.within(90...200)
            switch period.reasonCeased {
            case let ceased where ceased.isAdoption: steps.append((.adoption, life.decision?.day ?? settled))
            case let ceased where ceased.isGuardianship || ceased == .arrangementsOrder:
                steps += decided(.relatives, period, settled, &random)
            case .homePlanned, .homeUnplanned: steps += decided(.returnLater, period, settled, &random)
            default: steps += stayingOn(life, period, settled, &random)
            }
            var known = steps.filter { $0.day <= world.asAt && $0.day < period.end }.sorted { $0.day < $1.day }
            known = known.enumerated().filter { $0.offset == 0 || known[$0.offset - 1].kind != $0.element.kind }.map(\.element)
            for (place, step) in known.enumerated() {
                let end = place + 1 < known.count ? known[place + 1].day : period.end
                made.append(PermanencePlan(kind: step.kind, start: step.day, end: end <= world.asAt ? end : nil))
            }
        }
        return made
    }

    /// Often more than one plan is followed until shortly before the child leaves.
    private static func decided(
        _ kind: Kind, _ period: Period, _ settled: CalendarDate, _ random: inout RandomStream
    ) -> [(kind: Kind, day: CalendarDate)] {
        let late = max(settled + 1, period.end - random.within(60...150))
        return random.chance(0.6) ? [(.other, settled), (kind, late)] : [(kind, settled)]
    }

    private static func first(_ life: Life, _ period: Period) -> Kind {
        if life.isUnaccompanied { return life.birth.returnAge(on: period.start) >= 16 ? .supported : .other }
        return life.birth.returnAge(on: period.start) >= 16 ? .supported : .returnHome
    }

    /// Plans of a child who stays until 18: fostering where the placement lasts, otherwise by age and kind of placement.
    private static func stayingOn(_ life: Life, _ period: Period, _ settled: CalendarDate, _ random: inout RandomStream) -> [(kind: Kind, day: CalendarDate)] {
        var steps: [(kind: Kind, day: CalendarDate)] = []
        if let decision = life.decision, decision.day >= period.start {
            steps.append((.adoption, decision.day))
            if let back = decision.reversed { steps.append((.fostering, back)) }
        } else {
            steps.append((random.chance(0.08) ? .returnLater : .other, settled))
        }
        for stay in life.mainStays where stay.start >= period.start && stay.end <= period.end && stay.end - stay.start > 150 {
            let day = stay.start + random.within(60...140)
            guard day > settled else { continue }
            let kind = stay.last.kind
            if kind.isLongTermFoster, let since = longTerm(life, stay) {
                steps.append((.fostering, random.chance(0.78) ? since - random.within(0...40) : since + random.within(30...200)))
            } else if kind.isFoster {
                if random.chance(0.1) { steps.append((.fostering, day + 90)) }
            } else if kind == .parents {
                steps.append((.returnLater, stay.start))
            } else {
                steps.append((life.birth.returnAge(on: day) >= 16 ? .supported : kind == .childrensHome ? .residential : .other, day))
            }
        }
        return steps
    }

    private static func longTerm(_ life: Life, _ stay: Life.PlacementStay) -> CalendarDate? {
        life.periods.flatMap(\.episodes).first { $0.start >= stay.start && $0.start < stay.end && $0.placement.kind.isLongTermFoster }?.start
    }
}
