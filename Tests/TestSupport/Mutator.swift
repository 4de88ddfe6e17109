/// Changes bytes a little, as a fuzzer does.
package struct Mutator {
    package var generator: SeededGenerator
    /// Pieces to put in.
    package let words: [[UInt8]]

    package init(seed: UInt64, words: [String]) {
        generator = SeededGenerator(seed: seed)
        self.words = words.map { Array($0.utf8) }
    }

    package mutating func mutate(_ original: [UInt8]) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let at = Int.random(in: 0...bytes.count, using: &generator)
            let end = min(bytes.count, at + Int.random(in: 0...20, using: &generator))
            switch Int.random(in: 0...6, using: &generator) {
            case 0: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &generator) }
            case 1: if at < bytes.count { bytes[at] ^= 1 << UInt8.random(in: 0...7, using: &generator) }
            case 2: bytes.removeSubrange(at..<end)
            case 3: bytes.insert(contentsOf: Array(bytes[at..<end]), at: Int.random(in: 0...bytes.count, using: &generator))
            case 4: bytes.insert(contentsOf: words.randomElement(using: &generator) ?? [], at: at)
            case 5: bytes.insert(contentsOf: [UInt8](repeating: UInt8.random(in: 0...255, using: &generator), count: 9), at: at)
            default: if Int.random(in: 0...4, using: &generator) == 0 { bytes.removeSubrange(at...) }
            }
        }
        return bytes
    }
}
