import Synchronization

/// The children of a return and of the years before it, each with a number: equal text, equal number, across all files.
final class ChildNumbers: Sendable {
    private struct State {
        /// The texts back to back; the child with number n ends at `ends[n]`. Number 0 is nobody.
        var texts: [UInt8] = []
        var ends = [0]
        /// Open addressing: numbers, 0 where free.
        var slots = [Int32](repeating: 0, count: 1 << 12)
        var hashes: [UInt32] = [0]
    }

    private let state = Mutex(State())

    /// How many children there are.
    var count: Int { state.withLock { $0.ends.count - 1 } }

    /// The number of a child, given the first time it is asked for.
    /// - Parameter text: the identifier in capitals, not empty
    func number(of text: [UInt8]) -> Int32 {
        // FNV-1a.
        var hash = UInt32(0x811C_9DC5)
        for byte in text { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        hash ^= hash >> 15
        return state.withLock { state in
            var slot = Int(hash) & (state.slots.count - 1)
            while case let number = state.slots[slot], number != 0 {
                if state.hashes[Int(number)] == hash, ChildNumbers.equal(state, Int(number), text) { return number }
                slot = (slot + 1) & (state.slots.count - 1)
            }
            let number = Int32(state.ends.count)
            state.texts.append(contentsOf: text)
            state.ends.append(state.texts.count)
            state.hashes.append(hash)
            state.slots[slot] = number
            if state.ends.count * 2 > state.slots.count { ChildNumbers.grow(&state) }
            return number
        }
    }

    private static func equal(_ state: borrowing State, _ number: Int, _ text: [UInt8]) -> Bool {
        let start = state.ends[number - 1], end = state.ends[number]
        guard end - start == text.count else { return false }
        for i in 0..<text.count where state.texts[start + i] != text[i] { return false }
        return true
    }

    private static func grow(_ state: inout State) {
        var slots = [Int32](repeating: 0, count: state.slots.count * 2)
        for number in 1..<state.ends.count {
            var slot = Int(state.hashes[number]) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
        state.slots = slots
    }

    /// Every text in order of numbers, so that the text of number n is `texts[ends[n - 1]..<ends[n]]`.
    func all() -> (texts: [UInt8], ends: [Int]) { state.withLock { ($0.texts, $0.ends) } }
}
