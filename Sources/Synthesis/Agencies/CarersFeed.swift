import Vocabulary

/// Fostering service, own children's homes and commissioning: who cares for the children, and what it costs.
///
/// Households are made for the children who live with the authority's own foster carers on the as-at day; how many places are filled is so
/// true of the children, while who lives with whom is the case system's to say.
struct CarersFeed: AgencyFeed {
    static let agency = "carers"

    static let costs = FeedTable(
        csv: "commissioning placement costs {date}.csv", style: .init(encoding: .windows1252),
        header: [
            "Identifier", "Placement ref", "Price from", "Price to", "Cost element", "Organisation", "Provider (Ofsted or equivalent) URN",
            "How the placement was sourced", "Primary registration type", "Total weekly cost", "Contribution from Social Care",
            "Contribution from Education", "Contribution from Health",
        ])

    static let tables = [
        costs, households, carers, approvals, checks, capacity, enquiries, homes, inspections, independentVisits,
    ]

    /// The council's own systems: the local identifier and no names.
    static let habits = SpellingHabits(localID: 1, misspelt: 0, nickname: 0, otherSurname: 0, plainLetters: 0, swappedDate: 0)

    let world: FeedWorld
    let shares: Shares
    /// Children with own foster carers on the as-at day, relatives and friends apart: where each lives, and since when.
    var fostered: [Fostered] = []
    var withKin: [Fostered] = []
    /// Children in own homes on the as-at day, by home.
    var residents: [UInt32: Int] = [:]

    /// A child in foster care.
    struct Fostered: Sendable {
        let postcode: Postcode
        let since: CalendarDate
    }

    /// The profile's numbers.
    struct Shares: Sendable {
        let approvedInHalfYear: Double
        let inProcess: Double
        let enquiries: Double
        let checkInTime: Double
        let withoutChildren: Double
        let onHold: Double
        let recordedTwice: Double
        let visitMade: Double
    }

    init(_ world: FeedWorld) throws {
        self.world = world
        // Numbers for 700 children in care grow with the authority.
        let size = Double(world.plan.children) / 700
        shares = Shares(
            approvedInHalfYear: try world.share("households_approved_in_6_months") * size, inProcess: try world.share("applications_in_process") * size,
            enquiries: try world.share("enquiries_in_12_months") * size, checkInTime: try world.share("checks_in_time"),
            withoutChildren: try world.share("households_without_children"), onHold: try world.share("households_on_hold"),
            recordedTwice: try world.share("carers_recorded_twice"), visitMade: try world.share("regulation_44_visits_made"))
    }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        guard life.outside == nil, !life.isShortBreak else { return }
        for (number, stay) in life.stays.enumerated() where stay.start <= world.asAt && !stay.placement.kind.isTemporary {
            if stay.end > world.asAt { count(stay) }
            if stay.end > world.since(months: 24) { try price(stay, number, life, told, files) }
        }
    }

    mutating func writeOthers(to files: FeedFiles) throws {
        try writeHouseholds(files)
        try writeHomes(files)
    }

    private mutating func count(_ stay: Life.PlacementStay) {
        guard stay.last.sector == .own else { return }
        let child = Fostered(postcode: stay.last.postcode, since: stay.start)
        if stay.last.kind.isKin {
            withKin.append(child)
        } else if stay.last.kind.isFoster {
            fostered.append(child)
        } else if stay.last.kind == .childrensHome {
            residents[stay.last.urn.number, default: 0] += 1
        }
    }

    // MARK: - What placements cost

    /// The price of a stay, with a new one each 1 April.
    private func price(_ stay: Life.PlacementStay, _ number: Int, _ life: Life, _ told: Spelling, _ files: FeedFiles) throws {
        guard let tariff = Tariff.of(stay.last) else { return }
        var random = world.random(life, "cost", number)
        let first = tariff.weekly * (0.82 + 0.36 * random.unit())
        let sourcing = tariff.isOwn ? "In-house" : random.pick(Self.sourcing)
        let extra: (element: String, weekly: Double)? = random.chance(tariff.extra) ? random.pick(Self.extras) : nil
        let isShared = random.chance(tariff.shared)
        var day = stay.start
        while day < stay.end, day <= world.asAt {
            let (year, month, _) = day.components
            let april = CalendarDate(year: month >= 4 ? year + 1 : year, month: 4, day: 1) ?? stay.end
            let end = min(april, stay.end)
            if end > world.since(months: 24) {
                // Prices of 2024, and four per cent a year.
                let growth = 1 + 0.04 * Double((month >= 4 ? year : year - 1) - 2024)
                let lasts = end <= world.asAt ? end - 1 : nil
                for line in [(tariff.element, first), extra.map { ($0.element, $0.weekly) }].compactMap(\.self) {
                    let weekly = (line.1 * growth / 5).rounded() * 5
                    let health = isShared ? (weekly * 0.15).rounded() : 0
                    let education = isShared ? (weekly * 0.2).rounded() : 0
                    // Now and then the shares do not add up to what is paid.
                    let slip = random.chance(0.01) ? 50.0 : 0
                    try files.add(
                        Self.costs,
                        [
                            .text(told.localID), .text("PL\(life.serial)-\(number + 1)"), .date(day), .date(lasts), .code(line.0),
                            .text(tariff.isOwn ? "Own fostering and residential services" : HomeName.of(stay.last.urn) + " Care"),
                            .text(stay.last.urn.number == 0 ? nil : stay.last.urn.text), .code(sourcing), .code(tariff.registration),
                            .decimal(weekly), .decimal(weekly - health - education - slip), .decimal(education), .decimal(health),
                        ])
                }
            }
            day = end
        }
    }

    private static let sourcing = Weighted(("Framework", 52.0), ("Spot", 31), ("Block", 17))
    private static let extras = Weighted((("1:1", 780.0), 55.0), (("Therapeutic input", 240.0), 30), (("Taxi", 150.0), 15))

    /// What a kind of placement costs, in pounds a week, before what is particular to it.
    private struct Tariff {
        let element: String
        let weekly: Double
        let isOwn: Bool
        let registration: String
        /// How often something more is paid for, and how often health and education share the cost.
        let extra: Double
        let shared: Double

        /// Nothing is paid where a child lives with parents or adopters, or is in custody.
        static func of(_ placement: Placement) -> Tariff? {
            let isOwn = placement.sector == .own
            switch placement.kind {
            case .kin, .kinLongTerm, .kinToAdopt:
                return Tariff(element: "Carer allowance", weekly: 265, isOwn: true, registration: "Ofsted", extra: 0.02, shared: 0)
            case .foster, .fosterLongTerm, .fosterToAdopt:
                return Tariff(
                    element: isOwn ? "Carer allowance" : "Core fee", weekly: isOwn ? 480 : 1_010, isOwn: isOwn, registration: "Ofsted", extra: 0.05,
                    shared: 0.01)
            case .childrensHome:
                return Tariff(
                    element: "Core fee", weekly: isOwn ? 4_300 : 5_400, isOwn: isOwn, registration: "Ofsted", extra: isOwn ? 0.03 : 0.22, shared: 0.14)
            case .secureHome: return Tariff(element: "Core fee", weekly: 8_900, isOwn: false, registration: "Ofsted", extra: 0.1, shared: 0.05)
            case .supported:
                return Tariff(element: "Core fee", weekly: isOwn ? 890 : 1_350, isOwn: isOwn, registration: "Ofsted", extra: 0.12, shared: 0.01)
            case .independent: return Tariff(element: "Core fee", weekly: 420, isOwn: false, registration: "Not required", extra: 0, shared: 0)
            case .school: return Tariff(element: "Core fee", weekly: 4_700, isOwn: false, registration: "Ofsted", extra: 0.1, shared: 0.8)
            case .familyCentre: return Tariff(element: "Core fee", weekly: 4_100, isOwn: false, registration: "Ofsted", extra: 0, shared: 0)
            case .careHome: return Tariff(element: "Core fee", weekly: 5_200, isOwn: false, registration: "CQC only", extra: 0.1, shared: 0.7)
            case .other11, .other12, .other13, .other14:
                return Tariff(element: "Core fee", weekly: 9_300, isOwn: false, registration: "Unregistered", extra: 0.6, shared: 0.1)
            default: return nil
            }
        }
    }
}
