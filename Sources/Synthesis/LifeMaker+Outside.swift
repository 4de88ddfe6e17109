import Vocabulary

extension LifeMaker {
    /// A child in need who never came into care. Two in five are siblings, some of them twins, of a child in care; they have the family's home.
    /// - Parameter number: 0 up
    func outside(_ number: Int) -> Life {
        // From the top of the numbers that ``Life/child`` spreads, so that the lives in care keep theirs.
        let index = 8_999_992 - number
        var random = RandomStream(seed: seed, index: index, purpose: .outside)
        if random.chance(0.4), let life = sibling(number, index, &random) { return life }
        let referred = lastDay - Self.daysAgo(&random)
        let birth = referred - random.within(random.pick(Self.ages))
        return life(index, number, sibling: nil, home: Postcode.random(ownShare: 0.97, &random), birth: birth, referred: referred, ethnicity: nil, &random)
    }

    /// Days since the first referral: most children in need are known for a short time, some for years.
    private static func daysAgo(_ random: inout RandomStream) -> Int { min(random.days(mean: 420), 2_500) }

    private static let ages = Weighted<ClosedRange<Int>>(
        (-120...364, 10), (365...1_825, 26), (1_826...3_651, 29), (3_652...5_843, 29), (5_844...6_500, 6))

    /// The sibling of one of a dozen children in care: the one who came in last, in the last three years.
    private func sibling(_ number: Int, _ index: Int, _ random: inout RandomStream) -> Life? {
        let candidates = (number * 4..<number * 4 + 12).filter { entry(of: $0) > lastDay - 1_100 }
        guard let latest = candidates.max(by: { entry(of: $0) < entry(of: $1) }) else { return nil }
        let elder = life(latest)
        guard !elder.isShortBreak, !elder.isUnaccompanied, !elder.isOnRemand else { return nil }
        let entered = elder.periods[0].start
        let twin = random.chance(0.06)
        let apart = random.within(330...2_600)
        let birth = twin ? elder.birth : random.chance(0.6) ? elder.birth + apart : elder.birth - apart
        let referred = max(entered - random.within(0...200), birth - 60)
        guard birth.addingYears(17) > referred, referred <= lastDay else { return nil }
        return life(
            index, number, sibling: elder.index, home: elder.periods[0].home, birth: birth, referred: referred, ethnicity: elder.ethnicity, &random)
    }

    private func life(
        _ index: Int, _ number: Int, sibling: Int?, home: Postcode, birth: CalendarDate, referred: CalendarDate, ethnicity: String?,
        _ random: inout RandomStream
    ) -> Life {
        var life = Life(
            index: index, sex: random.chance(0.53) ? .male : .female, birth: birth, ethnicity: ethnicity ?? random.pick(Shares.ethnicity),
            isUnaccompanied: false)
        life.outside = Outside(number: number, home: home, sibling: sibling, referred: referred)
        return life
    }
}
