import Vocabulary

/// A fictitious address: a house in a street of a town that does not exist, under a fictitious postcode.
struct Address: Sendable, Equatable {
    let house: Int
    let street: String
    let town: String
    let postcode: Postcode

    /// The house `door` of the postcode: 0 is a household of its own, so that several homes can share a postcode.
    init(postcode: Postcode, door: Int) {
        self.postcode = postcode
        let place = Int(postcode.index)
        house = 1 + (place * 7 + door * 13) % 160
        street = "\(Self.firsts[place % Self.firsts.count]) \(Self.seconds[place / Self.firsts.count % Self.seconds.count])"
        town = Self.towns[min(postcode.area, Self.towns.count - 1)]
    }

    /// `12 Larch Lane`
    var line: String { "\(house) \(street)" }
    /// `12 Larch Lane, Loxborough`
    var lineAndTown: String { "\(line), \(town)" }
    /// `12 Larch Lane, Loxborough, LX3 4AB`
    var text: String { "\(line), \(town), \(postcode.text)" }

    /// One town an area of ``Postcode/areas``.
    private static let towns = ["Loxborough", "Nettleworth", "Marlingham", "Wexholme", "Farrowby", "Redmarsh"]
    private static let firsts = [
        "Larch", "Alder", "Rowan", "Hazel", "Bramble", "Thistle", "Heron", "Kestrel", "Plover", "Mill", "Tanner", "Weaver", "Fuller", "Quarry",
        "Orchard", "Meadow", "Harebell", "Teasel", "Foxglove", "Linden", "Juniper", "Cobbler", "Lantern",
    ]
    private static let seconds = ["Lane", "Road", "Street", "Close", "Drive", "Avenue", "Way", "Gardens", "Rise", "Crescent", "Walk", "Court"]
}
