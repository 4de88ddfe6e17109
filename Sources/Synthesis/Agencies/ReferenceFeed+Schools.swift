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
        for school in SchoolCatalogue.all(lives: lives) { try write(school, files) }
    }

    private func write(_ school: School, _ files: FeedFiles) throws {
        var random = world.random("school", school.number)
        let authority = school.postcode.authority(own: world.plan.authority)
        let address = Address(postcode: school.postcode, door: school.number)
        let (kind, phase, ages, pupils): (String, String, (Int, Int), ClosedRange<Int>) =
            switch (school.slot.kind, school.slot.phase) {
            case ("EY", _): ("Local authority nursery school", "Nursery", (2, 5), 40...110)
            case ("MS", "PRI"): (school.number % 3 == 2 ? "Academy converter" : "Community school", "Primary", (3, 11), 180...460)
            case ("MS", _): (school.number % 2 == 0 ? "Academy sponsor led" : "Community school", "Secondary", (11, 16), 700...1_500)
            case ("SP", _): ("Community special school", "Not applicable", (3, 19), 80...200)
            case ("PR", _): ("Pupil referral unit", "Not applicable", (11, 16), 30...120)
            case ("AP", _): ("Academy alternative provision sponsor led", "Not applicable", (11, 16), 30...120)
            case ("IS", _): ("Other independent school", "Not applicable", (5, 18), 60...400)
            default: ("Further education", "16 plus", (16, 99), 1_500...9_000)
            }
        try files.add(
            Self.schools,
            [
                .text(school.urn), .text(authority), .text(Area.known[authority]?.name), .text(String(2_000 + school.number % 7_000)), .text(school.name), .blank, .text(kind), "1",
                .code("Open"), .date(random.chance(0.4) ? CalendarDate(year: random.within(2006...2019), month: 9, day: 1) : nil), .blank, .blank, .text(phase),
                .number(ages.0), .number(ages.1), .number(random.within(pupils)), .text(address.line), .text(address.town), .text(school.postcode.text),
            ])
    }
}
