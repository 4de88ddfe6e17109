import Vocabulary

/// The authority's own children's homes: one workbook of three sheets.
extension CarersFeed {
    private static let file = "Residential service own_homes {month}.xlsx"

    static let homes = FeedTable(
        workbook: file, sheet: "Own homes", title: ["Residential service: our homes"],
        header: ["Ofsted URN", "Home name", "Type of home", "Registered places", "Post code", "Date opened", "Date closed"])

    static let inspections = FeedTable(
        workbook: file, sheet: "Ofsted inspections", title: ["Residential service: inspections"],
        header: ["Ofsted URN", "Date of inspection", "Type of inspection", "Overall grade", "Helped and protected", "Leaders and managers", "Report published"])

    static let independentVisits = FeedTable(
        workbook: file, sheet: "Reg 44", title: ["Independent person's visits (regulation 44)"],
        header: [
            "Ofsted URN", "For month", "Date of visit", "Reg 44 visitor", "Announced?", "Children spoken to", "Children safeguarded", "Promotes wellbeing",
            "No. of actions", "Sent to Ofsted",
        ])

    func writeHomes(_ files: FeedFiles) throws {
        let catalogue = ProviderCatalogue(seed: world.plan.seed)
        let own = ProviderCatalogue.slots.first { $0.kinds == "K2" && $0.sector == .own }?.range ?? 3...8
        // As many sets as lives need; a home of a set in which nobody lives has not been opened.
        let sets = (residents.keys.max().map { Int($0) / ProviderCatalogue.perSet } ?? 0)
        for set in 0...sets {
            for slot in own {
                let provider = catalogue.provider(slot: slot, life: set * ProviderCatalogue.livesPerSet)
                try write(provider, kind: Self.kinds[slot % Self.kinds.count], catalogue.address(of: provider), files)
            }
        }
    }

    private static let kinds = ["Residential", "Small group home", "Residential", "Short breaks", "Residential", "Assessment"]

    private func write(_ home: ProviderID, kind: String, _ postcode: Postcode, _ files: FeedFiles) throws {
        var random = world.random("home", Int(home.number))
        let living = residents[home.number] ?? 0
        let opened = world.asAt - random.within(1_500...7_000)
        try files.add(
            Self.homes,
            [
                .text(home.text), .text(HomeName.of(home)), .code(kind), .number(max(living, random.within(3...6))), .text(postcode.text), .date(opened),
                .blank,
            ])
        for inspection in ProviderInspections.of(home, from: world.since(months: 36), to: world.asAt, world: world) {
            let words = inspection.isFull ? ProviderInspections.words : { _ in "Not judged" }
            try files.add(
                Self.inspections,
                [
                    .text(home.text), .date(inspection.day), .code(inspection.isFull ? "Full" : "Assurance"), .code(words(inspection.overall)),
                    .code(words(inspection.protection)), .code(words(inspection.leadership)),
                    .date(inspection.published <= world.asAt ? inspection.published : nil),
                ])
        }
        let visitor = WorkerName.of(910_000 + Int(home.number) % 3)
        let (year, month, _) = world.asAt.components
        for back in stride(from: 23, through: 0, by: -1) {
            guard let first = CalendarDate(year: year, month: month, day: 1)?.addingMonths(-back) else { continue }
            let day = world.calendar.workingDay(from: first + random.within(2...24))
            let isMade = random.chance(shares.visitMade)
            guard day <= world.asAt else { continue }
            let isGood = random.chance(0.96)
            let sent = world.calendar.workingDay(from: day + random.within(8...26))
            try files.add(
                Self.independentVisits,
                [
                    .text(home.text), .date(first), .date(isMade ? day : nil), .text(isMade ? visitor : nil), .yes(isMade ? random.chance(0.15) : nil),
                    .number(isMade ? random.within(0...max(1, living)) : nil), .yes(isMade ? isGood : nil), .yes(isMade ? random.chance(0.94) : nil),
                    .number(isMade ? random.within(0...6) : nil), .date(isMade && sent <= world.asAt ? sent : nil),
                ])
        }
    }
}
