import Vocabulary

/// Unique pupil numbers: check letter, authority (3 digits), school and serial number around the year.
enum PupilNumber {
    private static let letters = "ABCDEFGHJKLMNPQRTUVWXYZ".map(String.init)

    /// What the return has: UN1 until the September after the fourth birthday, then a number that never changes; UN2 for most who came alone.
    static func ofReturn(_ life: Life, year: CollectionYear, authority: String) -> String {
        if life.isUnaccompanied { return life.index % 3 == 0 ? "UN3" : "UN2" }
        let school = CalendarDate(year: year.startYear, month: 8, day: 31) ?? year.start
        if life.birth.addingYears(4) > school { return "UN1" }
        return permanent(life, authority: authority)
    }

    /// The number that never changes.
    static func permanent(_ life: Life, authority: String) -> String {
        let serial = 1_000 + life.index
        return checked(authority + String(1_000_000 + serial % 9_000_000) + String(10 + life.birth.year % 90))
    }

    /// A number of one's own that another authority gave, for those who came from there.
    static func elsewhere(_ serial: Int, authority: String, birth: CalendarDate) -> String {
        checked(authority + String(1_000_000 + (serial * 613 + 77) % 8_000_000) + String(10 + birth.year % 90))
    }

    /// The number of a child who is not the authority's.
    static func stranger(_ number: Int, authority: String, birth: CalendarDate) -> String {
        checked(authority + String(9_000_000 + number % 1_000_000) + String(10 + birth.year % 90))
    }

    /// A number that stands in until the permanent one is known: a letter in the last place.
    static func temporary(_ serial: Int, authority: String, birth: CalendarDate) -> String {
        let digits = authority + String(1_000_000 + (serial * 389 + 31) % 9_000_000) + String((10 + birth.year % 90) / 10)
        let last = (serial * 7 + 3) % 23
        let sum = zip(digits.utf8, 2...).reduce(last * 13) { $0 + Int($1.0 - 0x30) * $1.1 }
        return letters[sum % 23] + digits + letters[last]
    }

    /// Weights 2 to 13 on the twelve digits, modulo 23.
    private static func checked(_ digits: String) -> String {
        letters[zip(digits.utf8, 2...).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 } % 23] + digits
    }

    /// A unique learner number: ten digits; weights 10 to 2 on the first nine, ten less the sum modulo 11 is the last. A nine-digit stem that
    /// has no check digit is not used.
    static func learner(_ serial: Int) -> String {
        var stem = 100_000_000 + (serial * 1_009) % 890_000_000
        while true {
            let weighted: [Int] = zip(String(stem).utf8, stride(from: 10, through: 2, by: -1)).map { Int($0 - 0x30) * $1 }
            let remainder = weighted.reduce(0, +) % 11
            if remainder != 0 { return String(stem) + String(10 - remainder) }
            stem += 1
        }
    }
}

/// NHS numbers of the range 999 000 0000 to 999 999 9999, which is kept free for tests; beyond 880,000 people numbers of the next lower blocks.
enum TestNHSNumber {
    /// Numbers of a block that lives use; the last 20,000 are for ``Identity/stranger``.
    static let perBlock = 880_000

    /// The number of person `serial`, always another, always with a right check digit.
    static func number(_ serial: Int) -> String { make(block: serial / perBlock, place: serial % perBlock) }

    /// The number of a child who is not the authority's.
    static func stranger(_ number: Int) -> String { make(block: 0, place: perBlock + number % 20_000) }

    /// Of the ten last digits before the check digit, at most one has no check digit; so nine of each ten can be used.
    private static func make(block: Int, place: Int) -> String {
        // Scattered, so that neighbours do not look alike: 389,171 shares no factor with 900,000.
        let scattered = place * 389_171 % 900_000
        let stem = String(999 - block) + String(100_000 + scattered / 9).dropFirst()
        let sum = zip(stem.utf8, stride(from: 10, through: 3, by: -1)).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        let usable = (0...9).filter { (sum + $0 * 2) % 11 != 1 }
        let last = usable[scattered % 9]
        return "\(stem)\(last)\((11 - (sum + last * 2) % 11) % 11)"
    }
}
