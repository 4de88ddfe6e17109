import Vocabulary

/// What the return says of a care leaver (OC3): from 17 to 21 the position around the birthday in the year, from 22 to 25 the latest one of those
/// who are still served.
struct CareLeaver {
    let inTouch: String
    let activity: String
    let accommodation: String

    /// Nil for anyone who is not a care leaver of the year.
    ///
    /// From 22 on the return asks since 2022-23, and of those alone who came back for help and are served on a day of the year: until they turn 25.
    /// Whoever died by the birthday, or in the year from 22 on, is told as that.
    init?(life: Life, year: CollectionYear, known: CalendarDate, seed: UInt64) {
        guard let turned = Self.birthday(of: life, year: year, known: known), turned <= 21 || year.startYear >= 2022, life.birth.addingYears(25) > year.start,
            let last = Self.care(of: life, turning: turned, known: known, seed: seed)
        else { return nil }
        if let died = life.died, turned <= 21 ? died <= life.birth.addingYears(turned) : died <= known {
            guard turned <= 21 || died >= year.start else { return nil }
            self = Self.died
            return
        }
        self.init(drawnFor: life, turning: min(turned, 24), after: last, seed: seed)
    }

    private init(inTouch: String, activity: String, accommodation: String) {
        (self.inTouch, self.activity, self.accommodation) = (inTouch, activity, accommodation)
    }

    static let died = CareLeaver(inTouch: "DIED", activity: "0", accommodation: "0")

    /// The position around a birthday from 17 to 24, whatever year it lies in; nil for anyone who was no care leaver, or not alive, on it.
    init?(life: Life, turning turned: Int, seed: UInt64) {
        let birthday = life.birth.addingYears(turned)
        guard let last = Self.care(of: life, turning: turned, known: birthday, seed: seed), life.died.map({ $0 > birthday }) ?? true else { return nil }
        self.init(drawnFor: life, turning: turned, after: last, seed: seed)
    }

    private init(drawnFor life: Life, turning turned: Int, after last: Period, seed: UInt64) {
        var random = RandomStream(seed: seed, index: life.index, purpose: .leaving, detail: turned)
        let touch = random.pick(turned <= 21 ? Self.touch : Self.touchOfServed)
        inTouch = touch == "RHOM" && !(last.reasonCeased == .homePlanned || last.reasonCeased == .homeUnplanned) ? "YES" : touch
        guard inTouch == "YES" else {
            (activity, accommodation) = ("0", "0")
            return
        }
        let year = CollectionYear(containing: life.birth.addingYears(turned))
        activity = random.pick(year.startYear <= 2020 ? Self.activityBefore2021 : turned <= 18 ? Self.activityYoung : Self.activity)
        let staying = last.reasonCeased == .stayedPut && random.chance(turned == 19 ? 0.6 : turned == 20 ? 0.4 : 0.15)
        accommodation = staying ? "Z1" : random.pick(turned == 17 ? Self.homesAtSeventeen : Self.homes)
    }

    /// Whether a young person asks for help again between 21 and 24.
    static func comesBack(_ life: Life, seed: UInt64) -> Bool {
        var random = RandomStream(seed: seed, index: life.index, purpose: .pathway)
        return random.chance(0.17)
    }

    /// The last time in care of a care leaver; nil for anyone who is none. A care leaver was in care for 13 weeks or more since 14, some of it
    /// since 16, and has left; at 17 and 18 they count only when they left before that birthday, and from 22 on when they came back for help.
    private static func care(of life: Life, turning turned: Int, known: CalendarDate, seed: UInt64) -> Period? {
        guard !life.isShortBreak, let last = life.periods.last(where: { $0.start <= known }), last.end <= known else { return nil }
        if turned <= 18, last.end >= life.birth.addingYears(turned) { return nil }
        if turned >= 22, !comesBack(life, seed: seed) { return nil }
        if last.reasonCeased.isAdoption || [.died, .otherAuthority, .foundAdult].contains(last.reasonCeased) { return nil }
        guard days(of: life, since: 14, known) >= 91, days(of: life, since: 16, known) >= 1 else { return nil }
        return last
    }

    /// The birthday from 17 to 25 that lies in the known part of the year.
    private static func birthday(of life: Life, year: CollectionYear, known: CalendarDate) -> Int? {
        let age = life.birth.returnAge(on: known)
        return (17...25).contains(age) && life.birth.addingYears(age) >= year.start ? age : nil
    }

    static func days(of life: Life, since age: Int, _ known: CalendarDate) -> Int {
        let from = life.birth.addingYears(age)
        return life.periods.reduce(0) { $0 + max(0, min($1.end, known) - max($1.start, from)) }
    }

    private static let touch = Weighted(("YES", 95.0), ("NO", 2.0), ("REFU", 1.2), ("NREQ", 0.3), ("RHOM", 1.5))
    private static let touchOfServed = Weighted(("YES", 97.0), ("NO", 2.0), ("REFU", 1.0))
    private static let activity = Weighted(
        ("F1", 8.0), ("P1", 0.5), ("F2", 21), ("P2", 3), ("F4", 3.5), ("P4", 0.5), ("F5", 21), ("P5", 6), ("G4", 9), ("G5", 21), ("G6", 6.5)
    )
    private static let activityYoung = Weighted(
        ("F2", 46.0), ("P2", 6), ("F4", 3), ("P4", 1), ("F5", 10), ("P5", 4), ("G4", 4), ("G5", 23), ("G6", 3))
    private static let activityBefore2021 = Weighted(
        ("F1", 8.0), ("P1", 0.5), ("F2", 25), ("P2", 3), ("F3", 22), ("P3", 6), ("G4", 8), ("G5", 21), ("G6", 6.5))
    private static let homes = Weighted(
        ("U1", 36.0), ("D1", 23), ("B1", 13), ("E1", 5), ("C1", 3), ("K1", 3), ("Y1", 3), ("G1", 0.6),
        ("X2", 2.4), ("S2", 0.8), ("V2", 0.4), ("W2", 0.2), ("D2", 0.3), ("U2", 0.2))
    private static let homesAtSeventeen = Weighted(("D1", 40.0), ("B1", 36), ("E1", 8), ("C1", 7), ("Y1", 3), ("X2", 5), ("S2", 1))
}
