import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// The results of a closure for each element, in the elements' order, worked out on all cores.
    func mapOnAllCores<T: Sendable>(_ body: @Sendable (Element) -> T) -> [T] {
        let results = Mutex<[Int: T]>([:])
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = body(self[index])
            results.withLock { $0[index] = result }
        }
        return results.withLock { found in indices.compactMap { found[$0] } }
    }
}
