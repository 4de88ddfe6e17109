import Vocabulary

/// A fictitious school; each ``ProviderCatalogue/livesPerSet`` lives share a set of them.
struct School: Sendable, Equatable {
    enum Phase: String, Sendable { case nursery, primary, secondary, special, alternative, college }

    /// 0 up over all sets.
    let number: Int
    let phase: Phase
    let postcode: Postcode

    /// Six digits.
    var urn: String { String(700_000 + number) }
    /// The four digits after the authority's in `892/2001`.
    var establishment: String {
        switch phase {
        case .nursery: return String(1_000 + number % 100)
        case .primary: return String(2_000 + number % 1_000)
        case .secondary: return String(4_000 + number % 1_000)
        case .college: return String(8_000 + number % 500)
        case .special: return String(7_000 + number % 1_000)
        case .alternative: return String(1_100 + number % 100)
        }
    }
    var name: String {
        let base = HomeName.number(number * 5 + 3).split(separator: " ").first.map(String.init) ?? "Larch"
        switch phase {
        case .nursery: return "\(base) Nursery School"
        case .primary: return "\(base) \(number % 3 == 0 ? "Church of England Primary School" : number % 3 == 1 ? "Primary School" : "Primary Academy")"
        case .secondary: return "\(base) \(number % 2 == 0 ? "Academy" : "School")"
        case .special: return "\(base) Special School"
        case .alternative: return "\(base) Learning Centre"
        case .college: return "\(base) College"
        }
    }
}

/// The fictitious schools and who goes to which.
struct SchoolCatalogue: Sendable {
    let seed: UInt64
    static let perSet = 100
    /// Slots of a set by phase; the first of each lie in the authority, the last in others.
    static let slots: [(range: ClosedRange<Int>, phase: School.Phase)] = [
        (0...3, .nursery), (4...63, .primary), (64...83, .secondary), (84...91, .special), (92...94, .alternative), (95...99, .college),
    ]

    /// The sets that so many lives use.
    static func sets(lives: Int) -> Int { lives / ProviderCatalogue.livesPerSet + 1 }

    func school(_ number: Int) -> School {
        let slot = number % Self.perSet
        let group = Self.slots.first { $0.range.contains(slot) } ?? Self.slots[1]
        var random = RandomStream(seed: seed, index: number, feed: "schools")
        let isNear = slot - group.range.lowerBound < (group.range.count * 7 + 5) / 10
        return School(number: number, phase: group.phase, postcode: Postcode.provider(ownShare: isNear ? 1 : 0.1, &random))
    }

    /// School places of a life from nursery to the end of year 13, up to `asAt`: start, last day or nil while it goes on.
    ///
    /// A child changes school between the phases, in September, and with some moves of placement.
    func places(of life: Life, asAt: CalendarDate) -> [(school: School, start: CalendarDate, end: CalendarDate?)] {
        var random = RandomStream(seed: seed, index: life.index, feed: "school places")
        let set = (life.outside.map { $0.number * 4 } ?? life.index) / ProviderCatalogue.livesPerSet
        // The September after the fourth birthday is that of the reception year.
        let fourth = life.birth.addingYears(4)
        let reception = fourth.month >= 9 ? fourth.year + 1 : fourth.year
        let special = random.chance(0.12)
        let excluded = random.chance(0.05)
        func september(_ year: Int) -> CalendarDate { CalendarDate(year: year, month: 9, day: 3) ?? life.birth }
        var steps: [(phase: School.Phase, start: CalendarDate)] = []
        if random.chance(0.7) { steps.append((.nursery, september(reception - 1))) }
        steps.append((special ? .special : .primary, september(reception)))
        if !special { steps.append((.secondary, september(reception + 7))) }
        if excluded { steps.append((.alternative, september(reception + 10) + 60)) }
        if random.chance(0.8) { steps.append((.college, september(reception + 12))) }
        let end = september(reception + 14) - 40
        // Moves of placement after which the school could not be kept.
        for stay in life.mainStays.dropFirst() where stay.start < end {
            guard random.chance(0.3), let phase = steps.last(where: { $0.start <= stay.start })?.phase, phase != .college else { continue }
            steps.append((phase, stay.start + random.within(1...20)))
        }
        steps.sort { $0.start < $1.start }
        var made: [(school: School, start: CalendarDate, end: CalendarDate?)] = []
        for (place, step) in steps.enumerated() where step.start <= asAt && step.start < end {
            let last = (place + 1 < steps.count ? min(steps[place + 1].start, end) : end) - 1
            let range = Self.slots.first { $0.phase == step.phase }?.range ?? 4...63
            let slot = range.lowerBound + Int(random.unit() * random.unit() * Double(range.count))
            if last > step.start { made.append((school(set * Self.perSet + slot), step.start, last <= asAt ? last : nil)) }
        }
        return made
    }

    /// National curriculum year on a day: 0 in reception, negative before, 12 and 13 after compulsory school age.
    static func curriculumYear(_ birth: CalendarDate, on day: CalendarDate) -> Int {
        let start = day.month >= 9 ? day.year : day.year - 1
        let fourth = birth.addingYears(4)
        return start - (fourth.month >= 9 ? fourth.year + 1 : fourth.year)
    }
}
