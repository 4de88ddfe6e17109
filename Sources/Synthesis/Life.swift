import Vocabulary

/// One fictitious child: everything that ever happens to them in care, simulated to the end. A yearly return is a view of it.
struct Life: Sendable {
    let index: Int
    let sex: Sex
    let birth: CalendarDate
    let ethnicity: String
    let isUnaccompanied: Bool
    /// Day on which unaccompanied status ended, where that was before the 18th birthday.
    var statusEnded: CalendarDate?
    /// Birth date of the young mother's first child, who was born before she came into care.
    var motherSince: CalendarDate?
    /// Gets only short breaks (V3 or V4), and is left out of most counts.
    var isShortBreak = false
    var periods: [Period] = []
    var reviews: [Review] = []
    var absences: [Absence] = []
    var workers: [Allocation] = []
    var orders: [LibertyOrder] = []
    var decision: AdoptionDecision?
    var adoption: Adoption?
    var earlierPermanence = EarlierPermanence.none
    /// Day on which a care leaver died.
    var died: CalendarDate?
    /// For a child who was never in care: what the authority knows them for. Nil for everyone else.
    var outside: Outside?

    var adulthood: CalendarDate { birth.addingYears(18) }
    /// End of the last period of care.
    var leftCare: CalendarDate { periods.last?.end ?? birth }

    /// The authority's identifier of the child: seven digits, scattered, never used twice.
    var child: Int { 1_000_000 + (index * 7_368_787 + 4_711) % 8_999_993 }

    /// A number without gaps over all lives, in care and outside: four of the former to one of the latter.
    var serial: Int { outside.map { $0.number * 5 + 4 } ?? index / 4 * 5 + index % 4 }

    /// Where the family lives: of a child in care, before they came in.
    var home: Postcode? { outside?.home ?? periods.first?.home }

    /// Whether a court ever remanded the child to the authority's accommodation.
    var isOnRemand: Bool { periods.contains { $0.episodes.contains { $0.legal == .remand } } }

    /// Whether a period of care was open at the END of the day; a period that ends on the day is over.
    func isInCare(on day: CalendarDate) -> Bool { periods.contains { $0.start <= day && $0.end > day } }
}

/// A child in need who never came into care.
struct Outside: Sendable {
    /// 0 up.
    let number: Int
    let home: Postcode
    /// Index of the life in care whose sibling the child is.
    let sibling: Int?
    /// Day of the first referral.
    let referred: CalendarDate
}

/// An unbroken time in care: the first episode starts it, the last one ends it.
struct Period: Sendable {
    let need: String
    let home: Postcode
    let reasonCeased: ReasonCeased
    var episodes: [Episode]

    var start: CalendarDate { episodes.first?.start ?? CalendarDate(daysSince2000: 0) }
    var end: CalendarDate { episodes.last?.end ?? CalendarDate(daysSince2000: 0) }
}

/// A stretch of care in which neither legal status nor placement changes.
struct Episode: Sendable {
    let start: CalendarDate
    let end: CalendarDate
    let reasonNew: ReasonNewEpisode
    let legal: LegalStatus
    let placement: Placement
    let ceased: ReasonCeased
    /// Why the placement ended, where it did and neither it nor the next is temporary.
    let change: ReasonPlaceChange?
}

/// Where a child lives, with whom it is arranged, and at which address.
struct Placement: Sendable, Equatable {
    var kind: PlacementKind
    var sector: ProviderSector?
    var urn: ProviderID
    var postcode: Postcode
}

struct Review: Sendable {
    let day: CalendarDate
    let participation: String
}

/// A time missing ("M") or away without authorisation ("A").
struct Absence: Sendable {
    let start: CalendarDate
    let end: CalendarDate
    let kind: String
}

/// A social worker's time with the child; open-ended while `end` is nil.
struct Allocation: Sendable {
    let worker: Int
    let start: CalendarDate
    let end: CalendarDate?
    let reason: String
}

struct LibertyOrder: Sendable {
    let start: CalendarDate
    let end: CalendarDate
}

/// The decision that a child should be placed for adoption.
struct AdoptionDecision: Sendable {
    let day: CalendarDate
    let reversed: CalendarDate?
    let reversalReason: String
}

struct Adoption: Sendable {
    let matched: CalendarDate
    let byCarer: Bool
    let adopters: String
    let adopterSex: String
    let adopterStatus: String
}

/// An adoption or order that had ended before the child came into care.
enum EarlierPermanence: Sendable {
    case none
    /// Code P1 to P4, the authority that arranged it, its day, and how much of the day is known.
    case known(code: String, authority: String, day: CalendarDate, precision: Precision)

    enum Precision: Sendable { case day, month, year, nothing }
}
