import Vocabulary

/// The register codes of a child's school days.
///
/// Coherent with what else happened: no marks without a school, suspended days are coded so, days missing from care are absences, and a part-time timetable
/// leaves afternoons out.
struct Registers {
    struct Day {
        let day: CalendarDate
        let morning: String
        let afternoon: String
        var minutesLate: Int?
        let school: School
    }

    private let life: Life
    private let story: EducationStory
    private let maker: EducationStoryMaker
    /// Share of sessions that the child misses, lasting over the terms.
    private let missed: Double
    private let authorisedShare: Double

    init(_ life: Life, _ story: EducationStory, _ maker: EducationStoryMaker) {
        (self.life, self.story, self.maker) = (life, story, maker)
        var lasting = maker.stream(life, "attendance")
        let secondary = EducationStoryMaker.yearGroup(life, on: maker.asAt) >= 7
        // Most are hardly ever away; some are away for a tenth to a third of the time; a few hardly ever there.
        switch lasting.unit() {
        case ..<(secondary ? 0.77 : 0.90): missed = 0.002 + lasting.unit() * 0.055
        case ..<(secondary ? 0.955 : 0.99): missed = 0.10 + lasting.unit() * 0.22
        default: missed = 0.45 + lasting.unit() * 0.45
        }
        authorisedShare = missed < 0.1 ? 0.78 : 0.45
    }

    /// The days of a term on which the child is in care and on a roll.
    func days(of term: SynthesisCalendar.Term, until: CalendarDate) -> [Day] {
        var random = maker.stream(life, "register", Int(term.start.daysSince2000))
        var made: [Day] = []
        var away: (left: Int, code: String)?
        guard var day = maker.schoolDay(from: term.start) else { return [] }
        while day <= min(term.end, until) {
            let next = maker.schoolDay(from: day + 1)
            let group = EducationStoryMaker.yearGroup(life, on: day)
            if (0...11).contains(group), life.isInCare(on: day), let place = story.place(on: day), let school = place.school {
                made.append(mark(day, place, school, isFirst: day - term.start < 2, &away, &random))
            }
            guard let next else { break }
            day = next
        }
        return made
    }

    private func mark(
        _ day: CalendarDate, _ place: EducationStory.Place, _ school: School, isFirst: Bool, _ away: inout (left: Int, code: String)?,
        _ random: inout RandomStream
    ) -> Day {
        // Training day of the staff.
        if isFirst, school.number % 2 == 0 { return Day(day: day, morning: "#", afternoon: "#", school: school) }
        if story.exclusions.contains(where: { $0.start <= day && ($0.end ?? $0.start + 7) >= day }) {
            return Day(day: day, morning: "E", afternoon: "E", school: school)
        }
        if life.absences.contains(where: { $0.start <= day && $0.end >= day && $0.kind == "M" && $0.end > $0.start }) {
            let code = random.chance(0.3) ? "N" : "O"
            return Day(day: day, morning: code, afternoon: code, school: school)
        }
        if let spell = away {
            away = spell.left > 1 ? (spell.left - 1, spell.code) : nil
            return Day(day: day, morning: spell.code, afternoon: spell.code, school: school)
        }
        let reduced = place.partTime.map { $0.from <= day && day <= $0.review + 60 } ?? false
        let afternoon = reduced ? "C2" : "\\"
        // Spells of 1.9 days on average: as many begin as come out at the share missed.
        if random.chance(missed / (1.9 - 0.9 * missed)) {
            let code = random.chance(authorisedShare) ? random.pick(Self.authorised) : random.pick(Self.unauthorised)
            if code == "M" {
                let isMorning = random.chance(0.5)
                return Day(day: day, morning: isMorning ? "M" : "/", afternoon: isMorning ? afternoon : "M", school: school)
            }
            let length = random.pick(Weighted((1, 55), (2, 22), (3, 12), (5, 11)))
            away = length > 1 ? (length - 1, code) : nil
            return Day(day: day, morning: code, afternoon: code, school: school)
        }
        if random.chance(0.025) { return Day(day: day, morning: "L", afternoon: afternoon, minutesLate: random.within(3...28), school: school) }
        if random.chance(0.004) { return Day(day: day, morning: "U", afternoon: afternoon, minutesLate: random.within(35...120), school: school) }
        if random.chance(0.012) {
            let code = random.pick(Self.elsewhere)
            return Day(day: day, morning: code, afternoon: reduced ? "C2" : code, school: school)
        }
        return Day(day: day, morning: "/", afternoon: afternoon, school: school)
    }

    private static let authorised = Weighted(("I", 66.0), ("M", 22), ("C", 8), ("R", 3), ("J1", 1))
    private static let unauthorised = Weighted(("O", 80.0), ("N", 14), ("G", 3), ("U", 3))
    private static let elsewhere = Weighted(("V", 40.0), ("B", 30), ("P", 10), ("K", 14), ("W", 6))
}
