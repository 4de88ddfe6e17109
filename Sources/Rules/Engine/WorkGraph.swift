import Dispatch
import Foundation
import Postgres
import Synchronization

/// A piece of work on the database, and what must be done before it.
struct Work: Sendable {
    /// What a list of timings calls it.
    let name: String
    /// Names of the tables that must stand first.
    let needs: [String]
    /// The table that stands afterwards; nil where it makes none.
    let makes: String?
    let run: @Sendable (Connection) throws -> Void

    /// The same work, to be done after another one too.
    func needing(_ other: Work) -> Work { Work(name: name, needs: needs + [other.makes].compactMap { $0 }, makes: makes, run: run) }
}

/// Runs pieces of work on a few connections at once, each as soon as what it needs is there; of those that could run, the first listed.
final class WorkGraph: Sendable {
    private struct State {
        var waiting: [Int: Int] = [:]
        var ready: [Int] = []
        var unfinished: Int
        var failure: (any Error)?
        var seconds: [Double]
    }

    private let works: [Work]
    private let needers: [String: [Int]]
    private let state: Mutex<State>
    private let available = DispatchSemaphore(value: 0)

    /// - Parameter works: what a work needs and no work makes counts as there
    init(_ works: [Work]) {
        self.works = works
        let made = Set(works.compactMap(\.makes))
        var needers: [String: [Int]] = [:]
        var state = State(unfinished: works.count, seconds: [Double](repeating: 0, count: works.count))
        for (index, work) in works.enumerated() {
            let open = Set(work.needs).intersection(made)
            for name in open { needers[name, default: []].append(index) }
            if open.isEmpty { state.ready.append(index) } else { state.waiting[index] = open.count }
        }
        self.needers = needers
        self.state = Mutex(state)
    }

    /// Runs all of it; the first error ends it and is thrown, once every thread has stopped.
    /// - Parameters:
    ///   - connections: how many at once
    ///   - progress: told how many are done
    ///   - connect: makes a connection, on the thread that will use it
    /// - Returns: the seconds of each work, in the order given.
    func run(
        connections: Int, progress: @escaping @Sendable (Int) -> Void, connect: @escaping @Sendable () throws -> Connection
    ) throws -> [Double] {
        let ended = DispatchSemaphore(value: 0)
        let ready = state.withLock { $0.ready.count }
        for _ in 0..<ready { available.signal() }
        if works.isEmpty { return [] }
        for _ in 0..<connections {
            let thread = Thread {
                do { try self.work(on: connect(), progress) } catch { self.fail(error) }
                // Wakes the next thread, which finds nothing left either.
                self.available.signal()
                ended.signal()
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
        for _ in 0..<connections { ended.wait() }
        return try state.withLock { state in
            if let failure = state.failure { throw failure }
            return state.seconds
        }
    }

    private func work(on db: Connection, _ progress: (Int) -> Void) throws {
        while true {
            available.wait()
            let next = state.withLock { state -> Int? in
                guard state.failure == nil, let first = state.ready.min() else { return nil }
                state.ready.removeAll { $0 == first }
                return first
            }
            guard let next else { return }
            let started = ContinuousClock.now
            try works[next].run(db)
            let passed = (ContinuousClock.now - started).components
            progress(finish(next, Double(passed.seconds) + Double(passed.attoseconds) / 1e18))
        }
    }

    /// Notes that a work is done, and lets go what waited for it.
    /// - Returns: how many are done.
    private func finish(_ index: Int, _ seconds: Double) -> Int {
        let (signals, done) = state.withLock { state -> (Int, Int) in
            state.seconds[index] = seconds
            state.unfinished -= 1
            var freed = 0
            for other in works[index].makes.flatMap({ needers[$0] }) ?? [] {
                let left = (state.waiting[other] ?? 1) - 1
                state.waiting[other] = left
                if left == 0 {
                    state.ready.append(other)
                    freed += 1
                }
            }
            // The last one lets the threads go.
            return (state.unfinished == 0 ? freed + 1 : freed, works.count - state.unfinished)
        }
        for _ in 0..<signals { available.signal() }
        return done
    }

    private func fail(_ error: any Error) { state.withLock { $0.failure = $0.failure ?? error } }
}
