import Vocabulary

/// Counts the lives by the measures that they are modelled on, at the end of the newest year.
struct Tally {
    private let year: CollectionYear
    private let known: CalendarDate
    private let seed: UInt64
    private(set) var inCare = 0
    private var counts: [Measure: (top: Int, base: Int)] = [:]

    init(plan: SynthesisPlan) {
        year = plan.years.last ?? CollectionYear(startYear: 2026)
        known = plan.lastKnownDay(of: year)
        seed = plan.seed
    }

    private enum Measure: String, CaseIterable {
        case started = "started in the year, % of children in care"
        case ceased = "ceased in the year, % of children in care"
        case adopted = "adopted, % of ceased"
        case guardianship = "special guardianship, % of ceased"
        case cameOfAge = "turned 18, % of ceased"
        case threePlacements = "3 or more placements in 12 months, %"
        case twoYears = "same placement 2 years, %"
        case foster = "foster care, %"
        case ownFoster = "own provision, % of foster care"
        case longTerm = "long-term, % of foster care"
        case homes = "children's homes, %"
        case supported = "supported accommodation, %"
        case parents = "with parents, %"
        case forAdoption = "placed for adoption, %"
        case careOrder = "full care order, %"
        case interim = "interim care order, %"
        case voluntary = "accommodated (section 20), %"
        case unaccompanied = "unaccompanied, %"
        case male = "male, %"
        case under1 = "aged under 1, %"
        case to4 = "aged 1 to 4, %"
        case to9 = "aged 5 to 9, %"
        case to15 = "aged 10 to 15, %"
        case from16 = "aged 16 and 17, %"
        case white = "white, %"
        case participation = "reviews of those aged 4 or over with their views, %"
        case teeth = "dental check, % of twelve-month cohort"
        case assessed = "health assessment, % of twelve-month cohort"
        case scored = "SDQ score, % of those aged 4 to 16"
        case convicted = "convicted, % of those aged 10 or over"
        case eet = "in education, employment or training, % of care leavers 19 to 21"
        case suitable = "suitable accommodation, % of care leavers 19 to 21"

        /// The published figure, or the aim.
        var target: String {
            switch self {
            case .started: return "about 30"
            case .ceased: return "31 to 33"
            case .adopted: return "10 to 12"
            case .guardianship: return "12 to 14"
            case .cameOfAge: return "about 30"
            case .threePlacements: return "6.6 to 8.3, target 9"
            case .twoYears: return "69 to 70.6"
            case .foster: return "67"
            case .ownFoster: return "53.8"
            case .longTerm: return "28.8"
            case .homes: return "about 12"
            case .supported: return "about 7"
            case .parents: return "about 6"
            case .forAdoption: return "about 4"
            case .careOrder: return "about 58"
            case .interim: return "about 17"
            case .voluntary: return "about 18"
            case .unaccompanied: return "about 9"
            case .male: return "about 56"
            case .under1: return "about 5"
            case .to4: return "about 14"
            case .to9: return "about 19"
            case .to15: return "about 38"
            case .from16: return "about 24"
            case .white: return "about 55"
            case .participation: return "91.7 to 93.2"
            case .teeth: return "61.5"
            case .assessed: return "80 to 83"
            case .scored: return "75"
            case .convicted: return "3"
            case .eet: return "57.5 to 60.1"
            case .suitable: return "91.2 to 92.3"
            }
        }
    }

    private mutating func add(_ measure: Measure, _ holds: Bool, when counted: Bool = true) {
        guard counted else { return }
        let (top, base) = counts[measure] ?? (0, 0)
        counts[measure] = (top + (holds ? 1 : 0), base + 1)
    }

    mutating func count(_ life: Life) {
        guard !life.isShortBreak else { return }
        flows(life)
        leaver(life)
        for review in life.reviews where review.day >= year.start && review.day <= known && review.participation != "PN0" {
            add(.participation, !["PN4", "PN7"].contains(review.participation))
        }
        guard let period = life.periods.first(where: { $0.start <= known && $0.end > known }),
            let episode = period.episodes.last(where: { $0.start <= known })
        else { return }
        inCare += 1
        stock(life, period, episode)
        health(life)
    }

    private mutating func flows(_ life: Life) {
        for period in life.periods {
            if period.start >= year.start, period.start <= known { counts[.started, default: (0, 0)].top += 1 }
            guard period.end >= year.start, period.end <= known else { continue }
            counts[.ceased, default: (0, 0)].top += 1
            add(.adopted, period.reasonCeased.isAdoption)
            add(.guardianship, period.reasonCeased.isGuardianship)
            add(.cameOfAge, period.end == life.adulthood)
        }
    }

    private mutating func stock(_ life: Life, _ period: Period, _ episode: Episode) {
        counts[.started, default: (0, 0)].base += 1
        counts[.ceased, default: (0, 0)].base += 1
        // Away for a few days, a child still lives at the placement left.
        let kind = (period.episodes.last { $0.start <= known && !$0.placement.kind.isTemporary } ?? episode).placement.kind
        let sector = period.episodes.last { $0.start <= known && !$0.placement.kind.isTemporary }?.placement.sector
        add(.foster, kind.isFoster)
        add(.ownFoster, sector == .own, when: kind.isFoster)
        add(.longTerm, kind.isLongTermFoster, when: kind.isFoster)
        add(.homes, kind == .childrensHome || kind == .secureHome)
        add(.supported, kind == .supported)
        add(.parents, kind == .parents)
        add(.forAdoption, kind.isAdoption)
        add(.careOrder, episode.legal == .careOrder)
        add(.interim, episode.legal == .interimCareOrder)
        add(.voluntary, episode.legal == .accommodated)
        add(.unaccompanied, life.isUnaccompanied)
        add(.male, life.sex == .male)
        let age = life.birth.legalAge(on: known)
        add(.under1, age < 1)
        add(.to4, (1...4).contains(age))
        add(.to9, (5...9).contains(age))
        add(.to15, (10...15).contains(age))
        add(.from16, age >= 16)
        add(.white, life.ethnicity.hasPrefix("W"))
        stability(period, age)
    }

    /// A placement counts once, however many episodes it has and whatever short stays away interrupt it.
    private mutating func stability(_ period: Period, _ age: Int) {
        var starts: [(day: CalendarDate, adoption: Bool)] = []
        var returning = false
        for episode in period.episodes where episode.start <= known {
            if episode.placement.kind.isTemporary {
                returning = true
                continue
            }
            let new = [.started, .placementAndCarer, .both].contains(episode.reasonNew) && !returning
            if new { starts.append((episode.start, episode.placement.kind.isAdoption)) }
            returning = false
        }
        let yearAgo = known.addingYears(-1)
        let recent = starts.filter { $0.day > yearAgo }.count + (starts.contains { $0.day <= yearAgo } ? 1 : 0)
        add(.threePlacements, recent >= 3)
        guard age < 16, known - period.start >= 913, let last = starts.last else { return }
        let twoYearsAgo = known.addingYears(-2)
        let since = last.adoption && starts.count > 1 ? starts[starts.count - 2].day : last.day
        add(.twoYears, since <= twoYearsAgo)
    }

    private mutating func health(_ life: Life) {
        guard let health = YearOutcomes(life: life, year: year, known: known, seed: seed) else { return }
        add(.teeth, health.teethChecked)
        add(.assessed, health.assessed)
        if health.score != nil || health.noScore != nil { add(.scored, health.score != nil) }
        if let convicted = health.convicted { add(.convicted, convicted) }
    }

    private mutating func leaver(_ life: Life) {
        guard (19...21).contains(life.birth.returnAge(on: known)), let leaver = CareLeaver(life: life, year: year, known: known, seed: seed) else {
            return
        }
        add(.eet, leaver.activity.hasPrefix("F") || leaver.activity.hasPrefix("P"))
        add(.suitable, leaver.accommodation.hasSuffix("1"))
    }

    func summary(
        rows: [(year: CollectionYear, modules: [(module: String, rows: Int)])], feeds: [(agency: String, tables: [(table: String, rows: Int)])],
        faults: [String: Int], children: Int
    ) -> SynthesisSummary {
        let figures = Measure.allCases.map { measure in
            let count = counts[measure] ?? (0, 0)
            return SynthesisSummary.Figure(
                title: measure.rawValue, value: count.base == 0 ? nil : 100 * Double(count.top) / Double(count.base), target: measure.target
            )
        }
        return SynthesisSummary(childrenInCare: inCare, childrenInReturns: children, rows: rows, feeds: feeds, figures: figures, faults: faults)
    }
}
