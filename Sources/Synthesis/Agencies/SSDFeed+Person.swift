import Vocabulary

/// Who the child is: names, numbers, family, addresses, disability, immigration status.
extension SSDFeed {
    func person(_ life: Life, _ told: Spelling, _ files: FeedFiles) throws {
        let isBorn = life.birth <= world.asAt
        let pupil = PupilNumber.ofReturn(life, year: year, authority: world.plan.authority)
        let hasNumber = !pupil.hasPrefix("UN")
        let died = life.died.flatMap(known) ?? (life.periods.last?.reasonCeased == .died ? known(life.leftCare) : nil)
        try files.add(
            SSDTables.person,
            [
                .text(told.who.index % 5 == 0 ? String(10_000 + life.child % 83_000) : nil), child(life), .text(hasNumber ? pupil : nil),
                .text(told.forename), .text(told.surname), .code(isBorn ? life.sex.code(in: year) : "U"), .text(life.sex == .male ? "01" : "02"),
                .code(life.ethnicity), .date(isBorn ? life.birth : nil), .blank, .text(hasNumber ? nil : pupil), .yes(false),
                .date(isBorn ? nil : life.birth), .date(died), .yes(life.sex == .female ? life.motherSince.flatMap(known) != nil : nil),
                .text(nationality(life)), .text(told.nhsNumber),
            ])
        if let mother = told.who.mother {
            try files.add(SSDTables.family, [row("FM", life, 1), .text("F\(mother.localID)"), child(life)])
        }
        if let born = life.motherSince.flatMap(known), life.sex == .female {
            try files.add(SSDTables.mother, [row("MO", life, 1), child(life), .text("M\(life.child)"), .date(born)])
        }
        try identifiers(life, told, pupil, files)
        try addresses(life, files)
        try disabilities(life, files)
        try immigration(life, files)
    }

    /// Numbers that other systems know the child by, where a worker wrote them down.
    private func identifiers(_ life: Life, _ told: Spelling, _ pupil: String, _ files: FeedFiles) throws {
        var random = world.random(life, "identifiers")
        var numbers: [(kind: String, value: String, ended: Bool)] = []
        if let upn = told.upn, upn != pupil { numbers.append(("Unique Pupil Number", upn, false)) }
        if let former = told.who.formerUPN { numbers.append(("Former Unique Pupil Number", former, true)) }
        if let nominal = told.who.policeNominal, random.chance(0.9) { numbers.append(("Police Nominal Number", nominal, false)) }
        if let number = told.who.youthJusticeCase, random.chance(0.95) { numbers.append(("YOT Number", number, false)) }
        if life.isUnaccompanied { numbers.append(("Home Office Registration", "H\(1_000_000 + life.child % 8_999_993)", false)) }
        for (place, number) in numbers.enumerated() {
            let ended = number.ended ? world.since(months: 12 + life.index % 36) : nil
            try files.add(
                SSDTables.linkedIdentifiers,
                [row("LI", life, place + 1), child(life), .code(number.kind), .text(number.value), .blank, .date(ended)])
        }
    }

    private func nationality(_ life: Life) -> String? {
        guard life.isUnaccompanied else { return nil }
        let countries: [String]
        switch life.ethnicity {
        case "BAFR", "BOTH": countries = ["Eritrea", "Sudan", "Ethiopia", "Somalia"]
        case "AOTH": countries = ["Afghanistan", "Vietnam"]
        case "WOTH": countries = ["Albania", "Turkey"]
        default: countries = ["Iran", "Iraq", "Syria", "Kuwait"]
        }
        return countries[life.index % countries.count]
    }

    /// The family's home before each period of care, and every placement.
    private func addresses(_ life: Life, _ files: FeedFiles) throws {
        var number = 0
        func add(_ kind: String, _ start: CalendarDate, _ end: CalendarDate?, _ postcode: Postcode, _ parts: String?) throws {
            number += 1
            try files.add(
                SSDTables.address,
                [row("AD", life, number), child(life), .code(kind), .date(start), .date(end), .text(postcode.text), .text(parts)])
        }
        // The home of a child who came alone is not known; that of a care leaver is.
        for home in life.homes(asAt: world.asAt, serial: life.serial) where home.start <= world.asAt && !(life.isUnaccompanied && home.start < life.adulthood) {
            let address = home.address
            try add(
                "Home", home.start, home.end.flatMap(known), address.postcode,
                "{\"HOUSE\": \"\(address.house)\", \"STREET\": \"\(address.street)\", \"TOWN\": \"\(address.town)\"}")
        }
        for stay in life.stays where stay.start <= world.asAt && stay.placement.postcode != .none {
            try add("Placement", stay.start, known(stay.end), stay.placement.postcode, nil)
        }
    }

    private func disabilities(_ life: Life, _ files: FeedFiles) throws {
        for (number, code) in Disabilities.of(life, share: disabled, world).enumerated() {
            try files.add(SSDTables.disability, [row("DI", life, number + 1), child(life), .code(code)])
        }
    }

    private func immigration(_ life: Life, _ files: FeedFiles) throws {
        guard life.isUnaccompanied, let arrived = life.periods.first?.start else { return }
        // Systems write the 18th birthday while the status goes on.
        let ended = life.statusEnded.flatMap(known) ?? life.adulthood
        try files.add(
            SSDTables.immigrationStatus,
            [row("IM", life, 1), child(life), .date(arrived), .date(ended), .code("UASC - Unaccompanied asylum seeking child")])
        guard ended <= world.asAt else { return }
        let after = ["Limited leave to remain", "Refugee status", "Indefinite leave to remain", "Appeal rights exhausted"]
        try files.add(
            SSDTables.immigrationStatus,
            [row("IM", life, 2), child(life), .date(ended), .blank, .code(after[life.index / 3 % after.count])])
    }
}

/// Disabilities of a child, by the codes of the children in need census: the same in every file of social care.
enum Disabilities {
    private static let codes = Weighted(
        ("LD", 26.0), ("AUT", 24), ("BEH", 16), ("COMM", 11), ("MOB", 7), ("VIS", 3), ("HEAR", 3), ("PC", 4), ("INC", 2), ("CON", 2), ("HAND", 1), ("DDA", 3))

    /// One to three codes; `NONE` where there is none, and nothing for who is not born yet.
    static func of(_ life: Life, share: Double, _ world: FeedWorld) -> [String] {
        guard life.birth <= world.asAt else { return [] }
        var random = RandomStream(seed: world.plan.seed, index: life.index, feed: "social-care/disability")
        guard random.chance(share) else { return ["NONE"] }
        var made: [String] = []
        for _ in 0..<random.pick(Weighted((1, 70.0), (2, 22), (3, 8))) {
            let code = random.pick(codes)
            if !made.contains(code) { made.append(code) }
        }
        return made
    }
}
