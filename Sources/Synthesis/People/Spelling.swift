import Vocabulary

/// How an agency's system holds a person: the identifiers it has, and its own spelling of name and date of birth. One agency spells a person
/// the same way in all its files.
struct Spelling: Sendable {
    /// Who it truly is.
    let who: Identity
    /// The authority's identifier as the agency copied it: seven digits, or the number of an older system without its leading zeros.
    var localID: String?
    var nhsNumber: String?
    var upn: String?
    var formerUPN: String?
    var uln: String?
    /// The agency's own number of the person.
    var reference: String?
    var forename: String
    var surname: String
    var birth: CalendarDate
    /// What is not as it should be, for the truth: `nickname`, `former_surname`, `swapped_date`...
    var variants: [String] = []

    /// `Forename SURNAME`, as many sheets have it in one column.
    var fullName: String { "\(forename) \(surname)" }
    /// `SURNAME, Forename`
    var listName: String { "\(surname.uppercased()), \(forename)" }
}

/// What an agency knows of people, and how carefully it writes it down: shares from 0 to 1 of the people in its files.
struct SpellingHabits: Sendable {
    /// The identifier is there at all.
    var localID = 0.0
    var nhsNumber = 0.0
    var upn = 0.0
    var uln = 0.0
    /// The agency's own number; which one it is says ``reference``.
    var reference = Reference.none
    /// The local identifier is that of an older system, of those that have one.
    var staleLocalID = 0.0
    /// A wrong character in the surname.
    var misspelt = 0.01
    /// Where the person has a short form or a second name to go by.
    var nickname = 0.12
    var otherSurname = 0.5
    /// Hyphen, apostrophe and accents lost.
    var plainLetters = 0.3
    /// Day and month of birth changed over, where both are 12 or less.
    var swappedDate = 0.01
    /// The whole name in capitals, always or never.
    var capitals = false

    enum Reference: Sendable {
        case none, policeNominal, youthJustice
        /// A letter code and a number that is the agency's own: `ADV-10473`.
        case own(prefix: String)
    }
}

extension Spelling {
    /// - Parameters:
    ///   - agency: whose system it is: the same person is spelled anew by each
    ///   - seed: of the plan
    init(_ who: Identity, by agency: String, habits: SpellingHabits, seed: UInt64) {
        var random = RandomStream(seed: seed, index: who.index, feed: "\(agency)/spelling/\(who.belonging == .own ? "" : "stranger")")
        var variants: [String] = []
        var localID = random.chance(habits.localID) ? who.localID.map { String($0) } : nil
        if random.chance(habits.staleLocalID), localID != nil, let id = who.localID {
            localID = String(10_000 + id % 83_000)
            variants.append("stale_local_id")
        }
        // The numbers of those who came alone, and of the newly born, reach other agencies late.
        let late = who.isUnaccompanied ? 0.45 : 0
        nhsNumber = random.chance(habits.nhsNumber) && !random.chance(late) ? who.nhsNumber : nil
        if nhsNumber == nil, habits.nhsNumber > 0 { variants.append("no_nhs_number") }
        upn = random.chance(habits.upn) ? who.upn : nil
        let knowsOldUPN = random.chance(0.15)
        formerUPN = nil
        if let former = who.formerUPN, upn != nil {
            formerUPN = former
            if knowsOldUPN {
                // The school never changed over: the former number stands where the present one should.
                upn = former
                formerUPN = nil
                variants.append("former_upn")
            }
        }
        if upn?.last?.isLetter == true { variants.append("temporary_upn") }
        uln = random.chance(habits.uln) ? who.uln : nil
        switch habits.reference {
        case .none: reference = nil
        case .policeNominal: reference = who.policeNominal
        case .youthJustice: reference = who.youthJusticeCase
        case .own(let prefix):
            let hash = Int(RandomStream.hash(agency) % 50_000)
            reference = prefix + String(who.localID.map { 10_000 + ($0 * 37 + hash) % 9_989_999 } ?? 10_000_000 + who.index * 37 + hash)
        }
        var forename = who.forename
        var surname = who.surname
        if random.chance(habits.nickname) {
            if let short = Names.nickname(of: forename) {
                forename = short
                variants.append("nickname")
            } else if let middle = who.middleName, random.chance(0.3) {
                forename = middle
                variants.append("middle_name")
            }
        }
        if random.chance(habits.otherSurname), let other = who.otherSurname {
            surname = other
            variants.append("former_surname")
        }
        if random.chance(habits.plainLetters) {
            let plain = (Self.plain(forename), Self.plain(surname))
            if plain != (forename, surname) { variants.append("plain_letters") }
            (forename, surname) = plain
        }
        if random.chance(habits.misspelt), surname.count > 4 {
            var letters = Array(surname)
            let place = 1 + Int(random.unit() * Double(letters.count - 3))
            letters.swapAt(place, place + 1)
            if String(letters) != surname { variants.append("misspelt") }
            surname = String(letters)
        }
        if habits.capitals { (forename, surname) = (forename.uppercased(), surname.uppercased()) }
        let (year, month, day) = who.birth.components
        if random.chance(habits.swappedDate), day <= 12, day != month, let swapped = CalendarDate(year: year, month: day, day: month) {
            birth = swapped
            variants.append("swapped_date")
        } else {
            birth = who.birth
        }
        self.who = who
        self.localID = localID
        self.forename = forename
        self.surname = surname
        self.variants = variants
    }

    /// Without hyphen, apostrophe and accents.
    private static func plain(_ name: String) -> String {
        var made = ""
        for character in name {
            switch character {
            case "-": made.append(" ")
            case "'": continue
            case "é": made.append("e")
            case "ë": made.append("e")
            case "á": made.append("a")
            default: made.append(character)
            }
        }
        return made
    }
}
