import Vocabulary

/// What publishers say of the fictitious places, in their own layouts: the postcode directory, Ofsted's lists and grades, schools, residents, and figures
/// to compare with.
struct ReferenceFeed: AgencyFeed {
    static let agency = "reference"

    static let postcodes = FeedTable(
        csv: "NSPL_{date}_UK.csv", style: .init(quotesAll: true),
        header: [
            "pcd7", "pcd8", "pcds", "dointr", "doterm", "cty25cd", "lad25cd", "wd25cd", "usertypeind", "east1m", "north1m", "gridind", "ctry25cd", "rgn25cd",
            "lsoa21cd", "lat", "long", "imd20ind",
        ])

    private static let provider = [
        "URN", "Setting name", "Provider type", "Sector", "Owner name", "Local authority", "Region", "Places", "Registration date", "Registration status",
    ]

    static let childrensHomes = FeedTable(
        workbook: "Childrens homes list {month}.xlsx", sheet: "Provider information",
        title: ["Registered children's homes as at {date}", "All settings are fictitious"],
        header: provider + ["Provider Code", "Provider Placement Code", "Closed Date", "Setting Address Postcode"])

    static let providers = FeedTable(
        workbook: "Social care providers list {month}.xlsx", sheet: "Providers",
        title: ["Children's social care providers as at {date}", "All providers are fictitious"],
        header: provider + ["Placement code", "Placement provider code", "Deregistration date", "Setting postcode"])

    static let closed = FeedTable(
        workbook: "Social care providers list {month}.xlsx", sheet: "Closed", title: ["Providers that have closed"],
        header: provider + ["Placement code", "Placement provider code", "Deregistration date", "Setting postcode"])

    static let supported = FeedTable(
        workbook: "Social care providers list {month}.xlsx", sheet: "SA providers", title: ["Supported accommodation"],
        header: provider + ["Closed date", "Setting postcode", "Category of supported accommodation"])

    static let inspections = FeedTable(
        csv: "Childrens_social_care_inspections_outcomes_{date}.csv", style: .init(encoding: .windows1252),
        header: [
            "Web link", "URN", "Provision type", "Inspection type", "Inspection date", "Publication date",
            "Overall experiences and progress of children and young people", "How well children and young people are helped and protected",
            "The effectiveness of leaders and managers",
        ])

    static let population = FeedTable(
        csv: "nomis_population_{date}.csv", style: .init(quotesAll: true),
        header: ["DATE", "GEOGRAPHY_NAME", "GEOGRAPHY_CODE", "GENDER_NAME", "C_AGE_NAME", "MEASURES_NAME", "OBS_VALUE", "OBS_STATUS_NAME"])

    static let neighbours = FeedTable(
        csv: "statistical_neighbours_{date}.csv",
        header: ["LA number", "LA name"] + (1...10).flatMap { ["SN\($0)", "SN\($0) Prox"] })

    static let figures = FeedTable(
        csv: "cla_on_31_march_by_characteristics_{date}.csv",
        header: [
            "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name", "old_la_code", "new_la_code",
            "la_name", "cla_group", "characteristic", "number", "percentage",
        ])

    static let tables = [postcodes, childrensHomes, providers, closed, supported, inspections, schools, population, neighbours, figures]

    /// It says nothing of people.
    static let habits = SpellingHabits()

    let world: FeedWorld
    private var lives = 0

    init(_ world: FeedWorld) throws { self.world = world }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        if life.outside == nil { lives = max(lives, life.index + 1) }
    }

    mutating func writeOthers(to files: FeedFiles) throws {
        try writePostcodes(files)
        try writeProviders(files)
        try writeSchools(lives: lives, files)
        try writeFigures(files)
    }

    // MARK: - Postcodes

    private func writePostcodes(_ files: FeedFiles) throws {
        for index in 0..<Postcode.count {
            let postcode = Postcode(index: UInt16(index))
            let authority = postcode.authority(own: world.plan.authority)
            let districts = authority == world.plan.authority ? world.plan.districts : Districts.of(authority)
            let district = districts.isEmpty ? nil : districts[postcode.district % districts.count]
            let (east, north) = postcode.grid
            let text = postcode.text
            let compact = text.replacing(" ", with: "")
            var random = world.random("postcode", index)
            let ended = random.chance(0.01) ? 201_000 + random.within(0...14) * 100 + random.within(1...12) : nil
            try files.add(
                Self.postcodes,
                [
                    .text(compact.count == 6 ? compact.prefix(3) + " " + compact.suffix(3) : compact),
                    .text(text.count == 7 ? text.prefix(3) + "  " + text.suffix(3) : text),
                    .text(text), .number(198_001), .number(ended), .text(district?.hasPrefix("E07") == true ? Area.known[authority]?.code : "E99999999"),
                    .text(district), .text("E05\(String(1_000_000 + index / 40 % 9_999).dropFirst())"), .number(0), .number(east), .number(north), .number(1),
                    "E92000001", "E12000004", .text("E01\(String(1_000_000 + index / 8).dropFirst())"),
                    .decimal(50.0 + Double(north - 30_000) / 111_200, places: 6), .decimal(-2.0 + Double(east - 400_000) / 67_900, places: 6),
                    .number(1 + (index / 8 * 7_919) % 32_844),
                ])
        }
    }

    // MARK: - Providers

    private func writeProviders(_ files: FeedFiles) throws {
        let catalogue = ProviderCatalogue(seed: world.plan.seed)
        for set in 0...(lives / ProviderCatalogue.livesPerSet) {
            for group in ProviderCatalogue.slots {
                for slot in group.range where set == 0 || slot > 2 {
                    let provider = catalogue.provider(slot: slot, life: set * ProviderCatalogue.livesPerSet)
                    try write(provider, group.kinds, group.sector, at: catalogue.address(of: provider), files)
                }
            }
            // A few that have closed; nobody lives there any more.
            for slot in 122..<ProviderCatalogue.perSet {
                let provider = catalogue.provider(slot: slot, life: set * ProviderCatalogue.livesPerSet)
                let postcode = catalogue.address(of: provider)
                try files.add(
                    Self.closed,
                    facts(provider, "K2", .privateSector, postcode, isOpen: false) + [
                        "K2", "PR4", .date(world.asAt - 200 - Int(provider.number) % 900), .text(postcode.text),
                    ])
            }
        }
    }

    private func write(_ provider: ProviderID, _ kinds: String, _ sector: ProviderSector, at postcode: Postcode, _ files: FeedFiles) throws {
        let facts = facts(provider, kinds, sector, postcode, isOpen: true)
        switch kinds {
        case "K2", "K1": try files.add(Self.childrensHomes, facts + [.text(kinds), .text(sector.rawValue), .blank, .text(postcode.text)])
        case "H5/K3": try files.add(Self.supported, facts + [.blank, .text(postcode.text), .text("Single occupancy")])
        default:
            try files.add(
                Self.providers,
                facts + [.text(ReferenceWriter.placementCodes(kinds)), .text(sector == .own ? "PR1,PR2" : sector.rawValue), .blank, .text(postcode.text)])
        }
        for inspection in ProviderInspections.of(provider, from: world.since(months: 36), to: world.asAt, world: world) where inspection.published <= world.asAt
        {
            let words = inspection.isFull ? ProviderInspections.words : { _ in "Not judged" }
            try files.add(
                Self.inspections,
                [
                    .blank, .text(provider.text), .text(Self.kind(kinds, sector)), .code(inspection.isFull ? "Full inspection" : "Assurance inspection"),
                    .date(inspection.day), .date(inspection.published), .code(words(inspection.overall)), .code(words(inspection.protection)),
                    .code(words(inspection.leadership)),
                ])
        }
    }

    private func facts(_ provider: ProviderID, _ kinds: String, _ sector: ProviderSector, _ postcode: Postcode, isOpen: Bool) -> [Cell] {
        var random = world.random("provider", Int(provider.number))
        let place = postcode.authority(own: world.plan.authority)
        let registered = world.asAt - random.within(1_200...6_000)
        let places: Int? = kinds == "K2" ? random.within(2...6) : kinds == "K1" ? 12 : kinds.hasPrefix("H5") ? random.within(3...14) : kinds == "S1" ? 40 : nil
        return [
            .text(provider.text), .text(HomeName.of(provider)), .code(Self.kind(kinds, sector)),
            .code(sector == .own || sector == .otherAuthority ? "Local Authority" : sector == .voluntary ? "Voluntary" : "Private"),
            .text(sector == .own ? Area.known[world.plan.authority]?.name ?? "The council" : HomeName.of(provider) + " Care"), .text(Area.known[place]?.name),
            "East Midlands",
            .number(places), .date(registered), .code(isOpen ? "Active" : "Closed"),
        ]
    }

    /// What Ofsted calls it.
    private static func kind(_ kinds: String, _ sector: ProviderSector) -> String {
        switch kinds {
        case "K2": return "Children's home"
        case "K1": return "Secure children's home"
        case "U": return sector == .own || sector == .otherAuthority ? "Local authority fostering agency" : "Independent fostering agency"
        case "A": return sector == .own ? "Local authority adoption agency" : "Voluntary adoption agency"
        case "R3": return "Residential family centre"
        case "S1": return "Residential special school"
        default: return "Supported accommodation"
        }
    }
}

/// An authority as statistics name it.
struct Area: Sendable {
    /// Nine characters, of the Office for National Statistics.
    let code: String
    let name: String

    /// Authority 892 and those around it, by DfE number.
    static let known: [String: Area] = [
        "892": Area(code: "E06000018", name: "Nottingham"), "891": Area(code: "E10000024", name: "Nottinghamshire"),
        "831": Area(code: "E06000015", name: "Derby"), "830": Area(code: "E10000007", name: "Derbyshire"),
        "925": Area(code: "E10000019", name: "Lincolnshire"), "855": Area(code: "E10000018", name: "Leicestershire"),
        "857": Area(code: "E06000017", name: "Rutland"),
    ]
}
