/// Names of fictitious homes, schools and providers, always the same for a number.
enum HomeName {
    private static let firsts = [
        "Oakfield", "Rowan", "Heron", "Larkhill", "Meadow", "Birchwood", "Hollins", "Westfield", "Ferndale", "Ashgrove", "Kestrel", "Riverside",
        "Sycamore", "Thornbury", "Maple", "Cedar", "Willowbank", "Hazel", "Stonebridge", "Beech", "Millbrook", "Fairway", "Highfield", "Linden",
    ]
    private static let lasts = ["House", "Lodge", "View", "Place", "Court", "Grange", "Cottage", "Rise"]

    /// The name of a provider's home, school or service.
    static func of(_ provider: ProviderID) -> String { number(Int(provider.number)) }

    static func number(_ number: Int) -> String {
        "\(firsts[number * 7 % firsts.count]) \(lasts[(number / firsts.count + number) % lasts.count])"
    }
}

/// Names of fictitious workers: social workers by ``Allocation/worker``, and others by any number of one's own from 900,000 up.
enum WorkerName {
    static func of(_ worker: Int) -> String {
        var random = RandomStream(seed: 7, index: worker, feed: "worker")
        let pool = random.pick(Weighted<Names.Pool>((.british, 70), (.african, 10), (.southAsian, 10), (.caribbean, 6), (.european, 4)))
        let sex: Sex = random.chance(0.8) ? .female : .male
        return "\(random.one(of: pool.forenames(sex), else: "Sam")) \(random.one(of: pool.surnames, else: "Lane"))"
    }
}
