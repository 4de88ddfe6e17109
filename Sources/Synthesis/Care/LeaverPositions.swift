import Vocabulary

/// A care leaver's contact, activity and home from day to day, as the case system shows them: it keeps the latest alone.
///
/// What the return says of a birthday (``CareLeaver``) is found at a contact from 80 days before it to 25 days after, which is the latest contact
/// then; some move on before the next. Who is not in touch is known as that two months before the birthday. Whatever is found stands long enough
/// for monthly extracts to show it.
struct LeaverPositions: Sendable {
    struct Position: Sendable {
        /// First day on which it is known.
        let from: CalendarDate
        let inTouch: String
        let activity: String
        let accommodation: String

        var isInTouch: Bool { inTouch == "YES" }

        init(from: CalendarDate, inTouch: String, activity: String, accommodation: String) {
            (self.from, self.inTouch, self.activity, self.accommodation) = (from, inTouch, activity, accommodation)
        }

        init(from: CalendarDate, _ found: CareLeaver) {
            self.init(from: from, inTouch: found.inTouch, activity: found.activity, accommodation: found.accommodation)
        }
    }

    /// In the order of their first days; each stands until the next.
    private(set) var all: [Position] = []
    /// Stretches without any contact but those at which positions were found.
    private var quiet: [ClosedRange<CalendarDate>] = []

    /// - Parameters:
    ///   - life: a young person who left care by `asAt`
    ///   - asAt: the latest day that is asked after: of birthdays after it only the next is looked at
    ///   - seed: of the plan
    ///   - movedOn: share of those in touch at 17 to 21 who move on before the next birthday
    init(of life: Life, asAt: CalendarDate, seed: UInt64, movedOn: Double) {
        for age in 17...24 where life.birth.addingYears(age - 1) <= asAt {
            guard let found = CareLeaver(life: life, turning: age, seed: seed) else { continue }
            add(found, life, age, movedOn, seed)
        }
        if let died = life.died, died <= asAt {
            all.removeAll { $0.from >= died }
            all.append(Position(from: died, CareLeaver.died))
        }
    }

    private mutating func add(_ found: CareLeaver, _ life: Life, _ age: Int, _ movedOn: Double, _ seed: UInt64) {
        // A stream of its own beside that of what is found (``CareLeaver``), which has the age alone.
        var random = RandomStream(seed: seed, index: life.index, purpose: .leaving, detail: 100 + age)
        let birthday = life.birth.addingYears(age)
        let year = CollectionYear(containing: birthday)
        let left = life.periods.last { $0.start <= birthday }?.end ?? life.leftCare
        let lead = random.within(age >= 22 ? 0...80 : -25...80)
        var from = max(found.inTouch == "YES" ? birthday - lead : birthday - 62 - random.within(0...20), left + 1)
        // The year's return is made after its end, and knows of a contact by then. From 22 on it asks for the latest position of the year.
        from = min(from, year.end)
        if age >= 22 { from = max(from, year.start) }
        let position = Position(from: from, found)
        all.append(position)
        guard position.isInTouch else {
            // No contact that the return would count (three months before the birthday) either.
            quiet.append(min(from, birthday - 93)...from)
            return
        }
        quiet.append(min(from - 35, from > birthday ? birthday - 93 : from)...(from + 35))
        guard age <= 21, random.chance(movedOn) else { return }
        let moved = Position(
            from: birthday + random.within(40...240), inTouch: "YES", activity: found.activity == "G5" ? "F5" : "G5",
            accommodation: !random.chance(0.5) ? found.accommodation : found.accommodation == "U1" ? "D1" : "U1")
        all.append(moved)
        quiet.append((moved.from - 35)...(moved.from + 35))
    }

    /// The position that is known on a day. Before the first birthday after care it is the one that will be found then, where it is in touch.
    func position(on day: CalendarDate) -> Position? {
        all.last { $0.from <= day } ?? all.first.flatMap { $0.isInTouch ? $0 : nil }
    }

    /// Days of contact up to a day: those on which positions were found, and of `others` those that fit between.
    func contacts(_ others: [CalendarDate], until day: CalendarDate) -> [CalendarDate] {
        let found = all.filter { $0.isInTouch && $0.from <= day }.map(\.from)
        let fitting = others.filter { other in
            other <= day && !quiet.contains { $0.contains(other) } && (all.last { $0.from <= other }?.isInTouch ?? true)
        }
        return (fitting + found).sorted()
    }
}
