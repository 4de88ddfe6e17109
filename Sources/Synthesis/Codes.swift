import Vocabulary

// Codes of the SSDA903 return that lives are made of. Raw values are the codes as written; where a code changed
// between collection years, a function of the year gives the one in force.

enum LegalStatus: String, Sendable {
    case interimCareOrder = "C1", careOrder = "C2", placementOrder = "E1", accommodated = "V2"
    case shortBreaks = "V3", shortBreakAgreement = "V4"
    case policeProtection = "L1", emergencyProtection = "L2", remand = "J1"

    var isShortBreak: Bool { self == .shortBreaks || self == .shortBreakAgreement }
}

enum ReasonNewEpisode: String, Sendable {
    case started = "S", legalStatus = "L", placementAndCarer = "P", placementSameCarer = "T", both = "B", bothSameCarer = "U"
}

enum PlacementKind: UInt8, Sendable {
    case consentWithCarer, consentWithOther, orderWithCarer, orderWithOther
    case secureHome, childrensHome, supported, parents, independent
    case careHome, medical, familyCentre, youngOffenders, school
    case hospitalStay, holiday, carerHoliday, otherTemporary
    case kinLongTerm, kinToAdopt, kin, fosterLongTerm, fosterToAdopt, foster
    case other11, other12, other13, other14

    /// The PLACE code in a collection year: supported accommodation is H5 up to 2023-24 and K3 after; Z1 was split in 2025-26.
    func code(in year: CollectionYear) -> String {
        switch self {
        case .consentWithCarer: return "A3"
        case .consentWithOther: return "A4"
        case .orderWithCarer: return "A5"
        case .orderWithOther: return "A6"
        case .secureHome: return "K1"
        case .childrensHome: return "K2"
        case .supported: return year.startYear <= 2023 ? "H5" : "K3"
        case .parents: return "P1"
        case .independent: return "P2"
        case .careHome: return "R1"
        case .medical: return "R2"
        case .familyCentre: return "R3"
        case .youngOffenders: return "R5"
        case .school: return "S1"
        case .hospitalStay: return "T1"
        case .holiday: return "T2"
        case .carerHoliday: return "T3"
        case .otherTemporary: return "T4"
        case .kinLongTerm: return "U1"
        case .kinToAdopt: return "U2"
        case .kin: return "U3"
        case .fosterLongTerm: return "U4"
        case .fosterToAdopt: return "U5"
        case .foster: return "U6"
        case .other11: return year.startYear <= 2024 ? "Z1" : "Z11"
        case .other12: return year.startYear <= 2024 ? "Z1" : "Z12"
        case .other13: return year.startYear <= 2024 ? "Z1" : "Z13"
        case .other14: return year.startYear <= 2024 ? "Z1" : "Z14"
        }
    }

    var isTemporary: Bool { (Self.hospitalStay.rawValue...Self.otherTemporary.rawValue).contains(rawValue) }
    var isFoster: Bool { (Self.kinLongTerm.rawValue...Self.foster.rawValue).contains(rawValue) }
    var isKin: Bool { (Self.kinLongTerm.rawValue...Self.kin.rawValue).contains(rawValue) }
    var isLongTermFoster: Bool { self == .kinLongTerm || self == .fosterLongTerm }
    var isAdoption: Bool { rawValue <= Self.orderWithOther.rawValue }
    var isOther: Bool { rawValue >= Self.other11.rawValue }
}

enum ProviderSector: String, Sendable {
    case parent = "PR0", own = "PR1", otherAuthority = "PR2", publicBody = "PR3", privateSector = "PR4", voluntary = "PR5"
}

enum ReasonCeased: String, Sendable {
    case continues = "X1"
    case adoptedUnopposed = "E11", adoptedDispensed = "E12"
    case died = "E2", otherAuthority = "E3", homePlanned = "E4A", homeUnplanned = "E4B", withoutResponsibility = "E13"
    case arrangementsOrder = "E41"
    case guardianFosterKin = "E45", guardianFoster = "E46", guardianKin = "E47", guardianOther = "E48"
    case independentSupported = "E5", independent = "E6", adultResidential = "E7"
    case custody = "E9", remandEnded = "E14", foundAdult = "E15", abroad = "E16", stayedPut = "E17", other = "E8"

    /// Special guardianship was split by relationship in 2018-19 (E45 to E48); before it was E43 and E44.
    func code(in year: CollectionYear) -> String {
        guard year.startYear <= 2017 else { return rawValue }
        switch self {
        case .guardianFosterKin, .guardianFoster: return "E43"
        case .guardianKin, .guardianOther: return "E44"
        default: return rawValue
        }
    }

    var isAdoption: Bool { self == .adoptedUnopposed || self == .adoptedDispensed }
    var isGuardianship: Bool {
        self == .guardianFosterKin || self == .guardianFoster || self == .guardianKin || self == .guardianOther
    }
}

enum ReasonPlaceChange: String, Sendable {
    case carePlan = "CARPL", closed = "CLOSE", allegation = "ALLEG", standards = "STAND", approvalRemoved = "APPRR"
    case behaviour = "CREQB", carerOther = "CREQO", child = "CHILD", authority = "LAREQ", statusOnly = "PLACE"
    case custody = "CUSTOD", other = "OTHER"

    /// CUSTOD exists from 2018-19.
    func code(in year: CollectionYear) -> String {
        self == .custody && year.startYear <= 2017 ? "OTHER" : rawValue
    }
}

enum Sex: String, Sendable {
    case male = "M", female = "F"

    /// 1 and 2 up to 2023-24, M and F after.
    func code(in year: CollectionYear) -> String {
        if year.startYear >= 2024 { return rawValue }
        return self == .male ? "1" : "2"
    }
}
