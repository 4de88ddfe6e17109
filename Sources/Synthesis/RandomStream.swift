import Glibc

/// A small deterministic generator (SplitMix64), one per life and purpose.
struct RandomStream {
    private var state: UInt64

    /// What a stream is drawn for, so that two purposes of one child never share numbers.
    enum Purpose: UInt64 {
        case life = 1, shortBreaks, reviews, absences, workers, temporary, liberty, provider, outcomes, leaving, faults
        case identity, family, strangers, outside, story, visits, plans, pathway, feed
    }

    /// - Parameters:
    ///   - seed: of the plan
    ///   - index: of the child or file
    ///   - purpose: what the numbers decide
    ///   - detail: a further distinction, such as the collection year
    init(seed: UInt64, index: Int, purpose: Purpose, detail: Int = 0) {
        var mixed = Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15)
        mixed = Self.mix(mixed ^ UInt64(truncatingIfNeeded: index) &* 0xD1B5_4A32_D192_ED03)
        state = Self.mix(mixed ^ (purpose.rawValue << 32 | UInt64(truncatingIfNeeded: detail)) &* 0x2545_F491_4F6C_DD1D)
    }

    /// A stream for a purpose named in words, such as `health/dental`: agencies' feeds need no number of their own.
    init(seed: UInt64, index: Int, feed purpose: String, detail: Int = 0) {
        self.init(seed: seed ^ Self.hash(purpose), index: index, purpose: .feed, detail: detail)
    }

    /// The 64-bit hash FNV-1a of a text.
    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mix(state)
    }

    /// 0 up to, not including, 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// True with this probability.
    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// A whole number from the range, both ends included; its lower bound when the range is a single number.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// As `within`, for bounds that may cross: then the lower one.
    mutating func between(_ low: Int, _ high: Int) -> Int { high <= low ? low : within(low...high) }

    /// Days until an event that happens at random, `mean` days apart on average.
    mutating func days(mean: Double) -> Int { Int(-log(1 - unit()) * mean) }

    /// One of the values, by weight.
    mutating func pick<Value>(_ weighted: Weighted<Value>) -> Value { weighted.value(at: unit()) }
}

/// Values with weights, to draw from. Never empty.
struct Weighted<Value: Sendable>: Sendable {
    private let first: Value
    private let rest: [(value: Value, from: Double)]

    init(_ first: (Value, Double), _ others: (Value, Double)...) {
        self.first = first.0
        let total = others.reduce(first.1) { $0 + $1.1 }
        var reached = first.1 / total
        var rest: [(value: Value, from: Double)] = []
        for (value, weight) in others {
            rest.append((value, reached))
            reached += weight / total
        }
        self.rest = rest
    }

    /// The value whose share of 0..<1 holds `point`.
    func value(at point: Double) -> Value {
        var chosen = first
        for (value, from) in rest {
            if point < from { break }
            chosen = value
        }
        return chosen
    }
}
