import Vocabulary

/// How Annex A writes codes: mostly a letter before them. A code that the list has no words for stands alone.
enum AnnexAWords {
    static func sex(_ life: Life, on day: CalendarDate) -> String { life.birth > day ? "c) Not stated/recorded" : life.sex == .male ? "a) Male" : "b) Female" }
    static func ethnicity(_ code: String) -> String { ethnicities[code] ?? code }
    static func source(_ code: String) -> String { sources[code] ?? code }
    static func need(_ code: String) -> String { needs[code] ?? code }
    static func closure(_ code: String) -> String { closures[code] ?? code }
    static func ceased(_ code: String) -> String { reasons[code] ?? code }
    static func placement(_ code: String) -> String { placements[code] ?? code }
    static func provider(_ code: String) -> String { providers[code] ?? code }
    static func accommodation(_ letter: String) -> String { homes[letter] ?? letter }
    static func abuse(_ code: String) -> String { abuses[code] ?? code }
    static func status(_ status: LegalStatus) -> String { statuses[status.rawValue] ?? status.rawValue }
    static func touch(_ code: String) -> String { touches[code] ?? code }
    static func eligibility(_ category: LeavingCare.Category) -> String {
        switch category {
        case .relevant: return "a) Relevant child"
        case .formerRelevant: return "b) Former relevant child"
        case .qualifying: return "c) Qualifying care leaver"
        case .eligible: return "d) Eligible child"
        }
    }
    static func plan(_ kind: PermanencePlan.Kind) -> String {
        switch kind {
        case .support, .returnHome, .returnLater: return "a) Return to family"
        case .adoption: return "b) Adoption"
        case .relatives: return "c) SGO/CAO"
        case .supported: return "d) Supported living in the community"
        case .residential: return "e) Long-term residential placement"
        case .fostering: return "f) Long-term fostering"
        case .other: return "g) Other"
        }
    }

    static func yes(_ value: Bool?) -> Cell { .code(value.map { $0 ? "a) Yes" : "b) No" }) }
    static func yesOrUnknown(_ value: Bool?) -> Cell { .code(value.map { $0 ? "a) Yes" : "b) No" } ?? "c) Unknown") }

    private static let touches = ["YES": "a) Yes", "NO": "b) No", "DIED": "c) Died", "REFU": "d) Refu", "NREQ": "e) NREQ", "RHOM": "f) Rhom"]
    private static let abuses = [
        "NEG": "a) Neglect", "PHY": "b) Physical abuse", "SAB": "c) Sexual abuse", "EMO": "d) Emotional abuse", "MUL": "e) Multiple/not recommended",
    ]
    private static let statuses = [
        "C1": "C1: ICO", "C2": "C2: FCO", "E1": "E1: Placement order", "V2": "V2: S20", "L1": "L1: PPO", "L2": "L2: EPO", "J1": "J1: Remand",
    ]
    /// Letters run on through the list, in an order of their own.
    private static let ethnicities: [String: String] = [
        "WBRI": "a) WBRI", "WIRI": "b) WIRI", "WIRT": "c) WIRT", "WOTH": "d) WOTH", "WROM": "e) WROM", "MWBC": "f) MWBC", "MWBA": "g) MWBA",
        "MWAS": "h) MWAS", "MOTH": "i) MOTH", "AIND": "j) AIND", "APKN": "k) APKN", "ABAN": "l) ABAN", "AOTH": "m) AOTH", "BCRB": "n) BCRB",
        "BAFR": "o) BAFR", "BOTH": "p) BOTH", "CHNE": "q) CHNE", "OOTH": "r) OOTH", "REFU": "s) REFU", "NOBT": "t) NOBT",
    ]
    /// Contacts and referrals.
    private static let sources: [String: String] = [
        "1A": "a) 1A: Individual", "1B": "b) 1B: Individual", "1C": "c) 1C: Individual", "1D": "d) 1D: Individual", "2A": "e) 2A: Schools",
        "2B": "f) 2B: Education services", "3A": "g) 3A: Health services", "3B": "h) 3B: Health services", "3C": "i) 3C: Health services",
        "3D": "j) 3D: Health services", "3E": "k) 3E: Health services", "3F": "l) 3F: Health services", "4": "m) 4: Housing",
        "5A": "n) 5A: LA services", "5B": "o) 5B: LA services", "5C": "p) 5C: LA services", "5D": "p1) 5D: LA services", "6": "q) 6: Police",
        "7": "r) 7: Other legal agency", "8": "s) 8: Other", "9": "t) 9: Anonymous", "10": "u) 10: Unknown",
    ]
    /// Children in need, and category of need in care.
    private static let needs: [String: String] = [
        "N1": "N1 - Abuse or neglect", "N2": "N2 - Child's disability", "N3": "N3 - Parental disability or illness",
        "N4": "N4 - Family in acute stress", "N5": "N5 - Family dysfunction", "N6": "N6 - Socially unacceptable behaviour", "N7": "N7 - Low income",
        "N8": "N8 - Absent parenting", "N9": "N9 - Cases other than children in need", "N0": "N0 - Not stated",
    ]
    /// Why an episode of need closed.
    private static let closures: [String: String] = [
        "RC1": "RC1 - Adopted", "RC2": "RC2 - Died", "RC3": "RC3 - Child arrangements order", "RC4": "RC4 - Special guardianship order",
        "RC5": "RC5 - Transferred to services of another local authority", "RC6": "RC6 - Transferred to adult social care services",
        "RC7": "RC7 - Services ceased for any other reason, including child no longer in need",
        "RC8": "RC8 - Case closed after assessment, no further action", "RC9": "RC9 - Case closed after assessment, referred to early help",
    ]
    /// Why care ceased.
    private static let reasons: [String: String] = [
        "E11": "a) E11: Adopted - application unopposed", "E12": "b) E12: Adopted - consent dispensed", "E2": "c) E2: Died",
        "E3": "d) E3: Care taken by another LA", "E4A": "e) E4A: Returned home to live with parents or relatives - part of planning",
        "E4B": "f) E4B: Returned home to live with parents or relatives - not part of planning",
        "E13": "g) E13: Parents, relatives or other with no parental responsibility", "E41": "h) E41: Residence order granted",
        "E45": "i) E45: Special Guardianship Orders - former carer relative/friend",
        "E46": "j) E46: Special Guardianship Orders - former carer other", "E47": "k) E47: Special Guardianship Orders - relative/friend",
        "E48": "l) E48: Special Guardianship Orders - other", "E5": "m) E5: Moved into independent living - supported",
        "E6": "n) E6: Moved into independent living - no support", "E7": "o) E7: Transferred to residential care funded by adult social services",
        "E9": "p) E9: Sentenced to custody", "E14": "q) E14: Accommodation on remand ended",
        "E15": "r) E15: Age assessment determined child was 18 or over", "E16": "s) E16: Child moved abroad",
        "E8": "t) E8: Care ceased for any other reason", "E17": "v) E17: Aged 18+ and remained with current carers",
    ]
    /// Placement types; those of later years have no words in the list.
    private static let placements: [String: String] = [
        "U1": "a) U1: Foster placement - relatives - long term", "U2": "b) U2: Foster placement - relative - FFA",
        "U3": "c) U3: Foster placement - relative - not FFA", "U4": "d) U4: Foster placement - long term", "U5": "e) U5: Foster placement - FFA",
        "U6": "f) U6: Foster placement - not FFA", "A3": "g) A3: Placed for adoption - consent - current foster",
        "A4": "h) A4: Placed for adoption - consent - not foster", "A5": "i) A5: Placed for adoption - order - foster",
        "A6": "j) A6: Placed for adoption - order - not foster", "P1": "k) P1: Placed with parents", "P2": "l) P2: Independent living",
        "P3": "m) P3: Residential employment", "H5": "n) H5: Residential accommodation", "K1": "o) K1: Secure Children's Homes",
        "K2": "p) K2: Children's Homes", "R1": "q) R1: Residential Care Home", "R2": "r) R2: NHS/Health Trust",
        "R3": "s) R3: Family Centre or Mother and Baby Unit", "R5": "t) R5: Young Offender Institution", "S1": "u) S1: Residential school",
        "Z1": "v) Z1: Other placements", "T0": "w) T0: Temporary placement", "T1": "x) T1: Temporary placement - hospital",
        "T2": "y) T2: Temporary placement - holiday", "T3": "z) T3: Temporary placement - carer holiday",
        "T4": "zz) T4: Temporary placement - seven days or less",
    ]
    /// Who provides the placement.
    private static let providers: [String: String] = [
        "PR0": "a) PR0: Parents/Parental responsibility", "PR1": "b) PR1: Own provision", "PR2": "c) PR2: Other LA provision",
        "PR3": "d) PR3: Other public provision", "PR4": "e) PR4: Private provision", "PR5": "f) PR5: Voluntary/third sector",
    ]
    /// Care leavers.
    private static let homes: [String: String] = [
        "B": "B: Parents/relatives", "C": "C: Community home / residential care", "D": "D: Semi-independent, transitional accommodation",
        "E": "E: Supported lodgings", "G": "G: Abroad", "H": "H: Deported", "K": "K: Ordinary lodgings, without formal support",
        "R": "R: Residence not known", "S": "S: No fixed abode / homeless", "T": "T: Foyers", "U": "U: Independent living",
        "V": "V: Emergency accommodation", "W": "W: Bed and breakfast", "X": "X: In custody", "Y": "Y: Other accommodation",
        "Z": "Z: With former foster carers",
    ]
}
