import Vocabulary

/// The schools, as Get Information about Schools unloads them.
extension ReferenceFeed {
    static let schools = FeedTable(
        csv: "edubasealldata{date}.csv", style: .init(dates: .dayMonthYear, encoding: .windows1252),
        header: [
            "URN", "LA (code)", "LA (name)", "EstablishmentNumber", "EstablishmentName", "TypeOfEstablishment (code)", "TypeOfEstablishment (name)",
            "EstablishmentStatus (code)", "EstablishmentStatus (name)", "OpenDate", "CloseDate", "PhaseOfEducation (code)", "PhaseOfEducation (name)",
            "StatutoryLowAge", "StatutoryHighAge", "NumberOfPupils", "Street", "Town", "Postcode",
        ])

    func writeSchools(lives: Int, _ files: FeedFiles) throws {
        let catalogue = SchoolCatalogue(seed: world.plan.seed)
        for set in 0..<SchoolCatalogue.sets(lives: lives) {
            for slot in 0..<SchoolCatalogue.perSet {
                try write(catalogue.school(set * SchoolCatalogue.perSet + slot), files)
            }
        }
    }

    private func write(_ school: School, _ files: FeedFiles) throws {
        var random = world.random("school", school.number)
        let authority = school.postcode.authority(own: world.plan.authority)
        let address = Address(postcode: school.postcode, door: school.number)
        let (kind, phase, ages, pupils): (String, String, (Int, Int), ClosedRange<Int>) =
            switch school.phase {
            case .nursery: ("Local authority nursery school", "Nursery", (2, 5), 40...110)
            case .primary: (school.number % 3 == 2 ? "Academy converter" : "Community school", "Primary", (3, 11), 180...460)
            case .secondary: (school.number % 2 == 0 ? "Academy sponsor led" : "Community school", "Secondary", (11, 16), 700...1_500)
            case .special: ("Community special school", "Not applicable", (3, 19), 80...200)
            case .alternative: ("Pupil referral unit", "Not applicable", (11, 16), 30...120)
            case .college: ("Further education", "16 plus", (16, 99), 1_500...9_000)
            }
        try files.add(
            Self.schools,
            [
                .text(school.urn), .text(authority), .text(Area.known[authority]?.name), .text(school.establishment), .text(school.name), .blank, .text(kind),
                "1",
                .code("Open"), .date(random.chance(0.4) ? CalendarDate(year: random.within(2006...2019), month: 9, day: 1) : nil), .blank, .blank, .text(phase),
                .number(ages.0), .number(ages.1), .number(random.within(pupils)), .text(address.line), .text(address.town), .text(school.postcode.text),
            ])
    }
}
