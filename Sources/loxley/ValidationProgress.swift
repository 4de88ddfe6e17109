import Formats
import Synchronization

/// Shows how far a validation has come; its pieces end on several threads.
final class ValidationProgress: Sendable {
    private let line = Mutex<ProgressLine?>(nil)
    private let started = ContinuousClock.now

    /// Tells how many pieces of the work are done.
    func update(_ done: Int, of total: Int) {
        let started = started
        line.withLock { line in
            if line == nil {
                line = ProgressLine(title: "validating", total: total, unit: .things("steps"), elapsed: { (ContinuousClock.now - started).seconds })
            }
            if done == total { line?.finish() } else { line?.update(done) }
        }
    }

    /// Wipes the line, where the work ended early.
    func finish() { line.withLock { $0?.finish() } }
}
