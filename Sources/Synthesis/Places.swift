import Vocabulary

/// A fictitious but well-formed postcode in an area that Royal Mail does not use. Nobody lives there.
struct Postcode: Sendable, Equatable {
    /// 0 to ``count`` - 1; one more stands for no postcode.
    let index: UInt16

    static let areas: [String] = ["LX", "NX", "MX", "WX", "FX", "RX"]
    static let perArea = 1_800
    static let count = 10_800
    static let none = Postcode(index: UInt16(count))
    /// The letters of the inward code leave out C, I, K, M, O and V, as real ones do.
    private static let units: [UInt8] = Array("ABDEFGHJLNPQRSTUWXYZ".utf8)

    /// A family's postcode in the authority's own area, or in a neighbour's. Of the 20 in a sector, families have the first
    /// 15 and homes and offices the others, so that nobody's home has the postcode of a children's home.
    static func random(ownShare: Double, _ random: inout RandomStream) -> Postcode {
        anywhere(ownShare: ownShare, units: 0...14, &random)
    }

    /// A provider's postcode.
    static func provider(ownShare: Double, _ random: inout RandomStream) -> Postcode {
        anywhere(ownShare: ownShare, units: 15...19, &random)
    }

    private static func anywhere(ownShare: Double, units: ClosedRange<Int>, _ random: inout RandomStream) -> Postcode {
        let area = random.chance(ownShare) ? 0 : random.within(1...5)
        let sector = random.within(0...perArea / 20 - 1)
        return Postcode(index: UInt16(area * perArea + sector * 20 + random.within(units)))
    }

    var area: Int { Int(index) / Self.perArea }

    /// Puts the text at the end of `bytes`: `LX3 4AB`.
    func append(to bytes: inout [UInt8]) {
        guard index < Self.count else { return }
        var rest = Int(index) % Self.perArea
        bytes.append(contentsOf: Self.areas[area].utf8)
        bytes.append(UInt8(0x31 + rest / 200))
        rest %= 200
        bytes.append(0x20)
        bytes.append(UInt8(0x30 + rest / 20))
        rest %= 20
        bytes.append(Self.units[rest])
        bytes.append(Self.units[(rest * 7 + area * 3) % 20])
    }

    var text: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// National grid metres: each area is a square of 18 km; the authority's own in the middle, the others 20 to 110 km away.
    var grid: (east: Int, north: Int) {
        let corner = [
            (450_000, 340_000), (472_000, 340_000), (450_000, 364_000), (405_000, 330_000), (520_000, 380_000), (440_000, 270_000),
        ][area]
        let rest = Int(index) % Self.perArea
        let district = rest / 200
        let inside = rest % 200
        return (corner.0 + district % 3 * 6_000 + inside % 14 * 400, corner.1 + district / 3 * 6_000 + inside / 14 * 400)
    }

    /// The number after the area's letters, counted from 0: 2 for `LX3 4AB`.
    var district: Int { Int(index) % Self.perArea / 200 }

    /// DfE number of the authority in which the postcode lies.
    func authority(own: String) -> String {
        area == 0 ? own : Self.neighbours(of: own)[area - 1]
    }

    /// Five authorities around `own`.
    static func neighbours(of own: String) -> [String] {
        Array(["891", "831", "830", "925", "855", "857"].filter { $0 != own }.prefix(5))
    }
}

/// A registered provider of the fictitious catalogue, by number; it is known by its URN.
struct ProviderID: Sendable, Equatable {
    /// 0 where there is no URN.
    let number: UInt32

    static let none = ProviderID(number: 0)
    /// `XXXXXXX`: a regional adoption agency, which Ofsted does not register as such.
    static let unregistered = ProviderID(number: .max)

    func append(to bytes: inout [UInt8]) {
        if number == 0 { return }
        if self == .unregistered {
            bytes.append(contentsOf: "XXXXXXX".utf8)
        } else if number % 2 == 0 {
            bytes.append(contentsOf: "SC".utf8)
            bytes.append(contentsOf: String(400_000 + number % 500_000).utf8)
        } else {
            bytes.append(contentsOf: String(1_040_000 + number * 7).utf8)
        }
    }

    var text: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The fictitious providers. Each 6,400 lives (about 800 children in care) share a set, so that homes have several children
/// however many children are made.
struct ProviderCatalogue: Sendable {
    static let livesPerSet = 6_400
    static let perSet = 128

    /// What the slots of a set are: PLACE codes, sector, and whether the address lies in the authority's own area.
    static let slots: [(range: ClosedRange<Int>, kinds: String, sector: ProviderSector, own: Bool)] = [
        (1...1, "U", .own, true), (2...2, "A", .own, true),
        (3...8, "K2", .own, true), (9...40, "K2", .privateSector, false), (41...46, "K2", .voluntary, false),
        (47...48, "K1", .otherAuthority, false),
        (49...68, "U", .privateSector, false), (69...74, "U", .voluntary, false), (75...78, "U", .otherAuthority, false),
        (79...82, "R3", .privateSector, false), (83...88, "S1", .voluntary, false),
        (89...108, "H5/K3", .privateSector, false), (109...116, "H5/K3", .voluntary, false), (117...118, "H5/K3", .own, true),
        (119...121, "A", .voluntary, false),
    ]

    let seed: UInt64

    /// The provider in `slot` of the set of a life. The authority's own services are the same in every set.
    func provider(slot: Int, life: Int) -> ProviderID {
        let set = slot <= 2 ? 0 : life / Self.livesPerSet
        return ProviderID(number: UInt32(set * Self.perSet + slot))
    }

    /// The registered address of a provider.
    func address(of provider: ProviderID) -> Postcode {
        let slot = Int(provider.number) % Self.perSet
        let group = Self.slots.first { $0.range.contains(slot) }
        var random = RandomStream(seed: seed, index: Int(provider.number), purpose: .provider)
        // Own provision lies in the authority, another authority's outside it, supported accommodation mostly near.
        let share: Double
        switch group?.sector {
        case _ where group?.own == true: share = 1
        case .otherAuthority: share = 0
        default: share = (89...116).contains(slot) ? 0.8 : 0.4
        }
        return Postcode.provider(ownShare: share, &random)
    }
}
