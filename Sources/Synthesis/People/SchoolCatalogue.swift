import Vocabulary

/// A fictitious school, college or other provision of education.
struct School: Sendable, Equatable {
    /// 0 up.
    let number: Int
    let slot: SchoolCatalogue.Slot

    /// Six digits, from a range that the Department does not use.
    var urn: String { String(980_000 + number) }
    var name: String { "\(HomeName.number(number + 11).split(separator: " ").first.map(String.init) ?? "Larch") \(slot.title)" }
    /// The authority in which it lies, by DfE number.
    func authority(own: String) -> String { postcode.authority(own: own) }

    /// An address of a provider's, in the area of the slot.
    var postcode: Postcode {
        let sector = number * 37 % (Postcode.perArea / 20)
        return Postcode(index: UInt16(slot.area * Postcode.perArea + sector * 20 + 15 + number % 5))
    }

    static func == (a: School, b: School) -> Bool { a.number == b.number }
}

/// The fictitious schools. Each 6,400 lives share a set, as with ``ProviderCatalogue``, so that a school has several children in care however
/// many children are made.
struct SchoolCatalogue: Sendable {
    /// What kind of school stands in which places of a set.
    struct Slot: Sendable {
        /// Code list school_phase.
        let phase: String
        /// Code list provision_type.
        let kind: String
        let title: String
        /// ``Postcode/areas``: 0 is the authority's own.
        let area: Int
        let places: Range<Int>
    }

    static let slots: [Slot] = {
        var slots: [Slot] = []
        var next = 0
        func add(_ phase: String, _ kind: String, _ title: String, _ area: Int, _ count: Int) {
            slots.append(Slot(phase: phase, kind: kind, title: title, area: area, places: next..<next + count))
            next += count
        }
        for area in 0...5 {
            let own = area == 0
            add("NUR", "EY", "Nursery School", area, own ? 8 : 2)
            add("PRI", "MS", "Primary School", area, own ? 40 : 9)
            add("SEC", "MS", "Academy", area, own ? 14 : 4)
            add("ALL", "SP", "Special School", area, own ? 4 : 1)
            add("SEC", "PR", "Learning Centre", area, own ? 2 : 1)
            add("SEC", "AP", "Alternative Provision Academy", area, 1)
            add("ALL", "IS", "School", area, own ? 3 : 1)
            add("P16", "FE", "College", area, own ? 2 : 1)
        }
        return slots
    }()

    static let perSet = slots.last?.places.upperBound ?? 0

    /// All schools of so many lives, by number.
    static func all(lives: Int) -> [School] {
        (0...(lives / ProviderCatalogue.livesPerSet)).flatMap { set in
            slots.flatMap { slot in slot.places.map { School(number: set * perSet + $0, slot: slot) } }
        }
    }

    /// A school of the kind and phase near a place, for a life.
    static func school(_ phase: String, _ kind: String, near: Postcode, life: Int, _ random: inout RandomStream) -> School? {
        let fits = slots.filter { $0.kind == kind && ($0.phase == phase || $0.phase == "ALL" || phase == "") }
        guard let slot = fits.first(where: { $0.area == near.area }) ?? fits.first else { return nil }
        let place = random.between(slot.places.lowerBound, slot.places.upperBound - 1)
        return School(number: life % 8_000_000 / ProviderCatalogue.livesPerSet * perSet + place, slot: slot)
    }
}
