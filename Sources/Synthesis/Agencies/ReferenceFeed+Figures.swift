import Vocabulary

/// Residents, neighbours and published figures. The layouts are the publishers'; every figure is made up.
extension ReferenceFeed {
    func writeFigures(_ files: FeedFiles) throws {
        let own = Area.known[world.plan.authority] ?? Area(code: world.plan.districts.first ?? "", name: "The authority")
        let around = Postcode.neighbours(of: world.plan.authority).compactMap { number in Area.known[number].map { (number, $0) } }
        let areas = [(world.plan.authority, own)] + around
        // The estimates of a year come out in the July after it.
        let newest = world.asAt.year - (world.asAt.month >= 8 ? 1 : 2)
        for year in (newest - 7)...newest {
            // About 101 children in care for each 10,000 children, as in a city.
            try writePopulation(of: own, year, residents: Double(world.plan.children) * 99 * (1 - 0.004 * Double(newest - year)), files)
            for (place, (_, area)) in around.enumerated() {
                try writePopulation(of: area, year, residents: Double([168_000, 61_000, 154_000, 147_000, 139_000, 8_000][place % 6]), files)
            }
            try writePopulation(of: Area(code: "E92000001", name: "England"), year, residents: 11_950_000, files)
        }
        for (number, area) in areas { try writeNeighbours(of: number, area, files) }
        try writeComparators(own: own, files)
    }

    private func writePopulation(of area: Area, _ year: Int, residents: Double, _ files: FeedFiles) throws {
        guard !area.code.isEmpty else { return }
        for age in 0...17 {
            // Fewer of the youngest than of those born about 2012.
            let share = (1 - 0.012 * abs(Double(age - 12))) / 18 / 0.933
            let all = Int((residents * share).rounded())
            let boys = Int((Double(all) * 0.512).rounded())
            for (sex, persons) in [("Total", all), ("Male", boys), ("Female", all - boys)] {
                try files.add(
                    Self.population,
                    [
                        .number(year), .text(area.name), .text(area.code), .text(sex), .text("Age \(age)"), "Value", .number(persons), "Normal Value",
                    ])
            }
        }
    }

    /// Ten cities, those nearest to the authority first. Which they are is not the Department's model.
    private func writeNeighbours(of number: String, _ area: Area, _ files: FeedFiles) throws {
        let cities = ["856", "861", "831", "810", "852", "336", "333", "331", "355", "806", "801"].filter { $0 != number }
        let turn = (Int(number) ?? 0) % 3
        var cells: [Cell] = [.text(number), .text(area.name)]
        for rank in 0..<10 {
            cells.append(.text(cities[(rank + turn) % cities.count]))
            cells.append(.text(rank < 4 ? "Close" : rank < 8 ? "Somewhat close" : "Not close"))
        }
        try files.add(Self.neighbours, cells)
    }

    /// A figure of England: per cent, and how far authorities differ from one another.
    private struct Figure {
        let group: String
        let characteristic: String
        let percent: Double
        let spread: Double
    }

    private static let figureList = [
        Figure(group: "Children looked after at 31 March", characteristic: "Rate per 10,000 children aged under 18 years", percent: 70, spread: 22),
        Figure(group: "Children looked after at 31 March", characteristic: "Male", percent: 56, spread: 3),
        Figure(group: "Children looked after at 31 March", characteristic: "Female", percent: 44, spread: 3),
        Figure(group: "Children looked after at 31 March", characteristic: "Under 1 year", percent: 5, spread: 2),
        Figure(group: "Children looked after at 31 March", characteristic: "1 to 4 years", percent: 13, spread: 3),
        Figure(group: "Children looked after at 31 March", characteristic: "5 to 9 years", percent: 18, spread: 3),
        Figure(group: "Children looked after at 31 March", characteristic: "10 to 15 years", percent: 39, spread: 4),
        Figure(group: "Children looked after at 31 March", characteristic: "16 years and over", percent: 25, spread: 5),
        Figure(group: "Children looked after at 31 March", characteristic: "Foster placements", percent: 68, spread: 6),
        Figure(group: "Placement stability", characteristic: "Three or more placements in the year", percent: 10, spread: 2.5),
        Figure(group: "Placement stability", characteristic: "Same placement for at least two years", percent: 69, spread: 5),
        Figure(group: "Children looked after for at least 12 months", characteristic: "Annual health assessment up to date", percent: 89, spread: 6),
        Figure(group: "Children looked after for at least 12 months", characteristic: "Teeth checked by a dentist", percent: 76, spread: 10),
        Figure(group: "Children looked after for at least 12 months", characteristic: "Immunisations up to date", percent: 82, spread: 8),
        Figure(group: "Children looked after for at least 12 months", characteristic: "Convicted or subject to a youth caution", percent: 2, spread: 1),
        Figure(group: "Children who ceased to be looked after", characteristic: "Adopted", percent: 10, spread: 3),
        Figure(group: "Children who ceased to be looked after", characteristic: "Special guardianship", percent: 13, spread: 4),
        Figure(group: "Care leavers aged 19 to 21", characteristic: "In education, employment or training", percent: 56, spread: 7),
        Figure(group: "Care leavers aged 19 to 21", characteristic: "In suitable accommodation", percent: 88, spread: 5),
    ]

    private func writeComparators(own: Area, _ files: FeedFiles) throws {
        let cities: [(number: String, area: Area)] = [
            ("856", Area(code: "E06000016", name: "Leicester")), ("861", Area(code: "E06000021", name: "Stoke-on-Trent")),
            ("831", Area(code: "E06000015", name: "Derby")),
            ("810", Area(code: "E06000010", name: "Kingston upon Hull, City of")), ("852", Area(code: "E06000045", name: "Southampton")),
            ("336", Area(code: "E08000031", name: "Wolverhampton")), ("333", Area(code: "E08000028", name: "Sandwell")),
            ("331", Area(code: "E08000026", name: "Coventry")),
            ("355", Area(code: "E08000006", name: "Salford")), ("806", Area(code: "E06000002", name: "Middlesbrough")),
        ]
        // The figures for a 31 March come out in the November after it.
        let newest = world.asAt.year - (world.asAt.month >= 11 ? 0 : 1)
        for year in (newest - 6)...newest {
            try write(year, level: "National", region: nil, authority: nil, number: 0, files)
            try write(year, level: "Regional", region: Area(code: "E12000004", name: "East Midlands"), authority: nil, number: 4, files)
            for (number, area) in [(world.plan.authority, own)] + cities {
                try write(
                    year, level: "Local authority", region: Area(code: "E12000004", name: "East Midlands"), authority: (number, area), number: Int(number) ?? 1,
                    files)
            }
        }
    }

    private func write(_ year: Int, level: String, region: Area?, authority: (number: String, area: Area)?, number: Int, _ files: FeedFiles) throws {
        for (place, figure) in Self.figureList.enumerated() {
            var random = world.random("figure-\(place)", number)
            let base = figure.percent + (number == 0 ? 0 : (random.unit() * 2 - 1) * figure.spread)
            let percent = max(0.4, base + 0.2 * Double(year - world.asAt.year) * (random.chance(0.5) ? 1 : -1))
            let isRate = figure.characteristic.hasPrefix("Rate")
            let cohort = number == 0 ? 84_000.0 : level == "Regional" ? 6_400 : 380 + Double(number % 7) * 60
            let count = Int((isRate ? cohort : cohort * percent / 100).rounded())
            // An authority's small figures are not published.
            let isHidden = level == "Local authority" && count < 6
            try files.add(
                Self.figures,
                [
                    .number(year), "Reporting year", .text(level), "E92000001", "England", .text(region?.code), .text(region?.name), .text(authority?.number),
                    .text(authority?.area.code), .text(authority?.area.name), .text(figure.group), .text(figure.characteristic),
                    isHidden ? "c" : .number(number == 0 ? count / 10 * 10 : count), isHidden ? "c" : .decimal(percent, places: isRate ? 0 : 1),
                ])
        }
    }
}
