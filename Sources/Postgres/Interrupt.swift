import CLibpq
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// SIGINT and SIGTERM: the statement that runs is cancelled on the server, and the work unwinds as from any error.
///
/// A second signal ends the process at once.
public enum Interrupt {
    private static let requested = Atomic<Bool>(false)
    // Addresses of PGcancel objects of open connections; a signal handler may only read atomics. Loxley opens six at most.
    fileprivate static let slot0 = Atomic<UInt>(0)
    fileprivate static let slot1 = Atomic<UInt>(0)
    fileprivate static let slot2 = Atomic<UInt>(0)
    fileprivate static let slot3 = Atomic<UInt>(0)
    fileprivate static let slot4 = Atomic<UInt>(0)
    fileprivate static let slot5 = Atomic<UInt>(0)

    /// Whether a signal has come.
    public static var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// Whether a handler may be at work on another thread. After a slot was emptied, false means that no handler has its address.
    fileprivate static var mayBeAtWork: Bool { requested.load(ordering: .sequentiallyConsistent) }

    /// Handles SIGINT and SIGTERM from now on.
    public static func install() {
        // Touch the statics, so that the handler never runs their lazy initialisers.
        _ = (isRequested, slot0.load(ordering: .relaxed), slot1.load(ordering: .relaxed))
        _ = (slot2.load(ordering: .relaxed), slot3.load(ordering: .relaxed))
        _ = (slot4.load(ordering: .relaxed), slot5.load(ordering: .relaxed))
        let handler: @convention(c) (Int32) -> Void = { Interrupt.handle($0) }
        signal(SIGINT, handler)
        signal(SIGTERM, handler)
    }

    private static func handle(_ number: Int32) {
        if requested.exchange(true, ordering: .sequentiallyConsistent) {
            signal(number, SIG_DFL)
            raise(number)
            return
        }
        // PQcancel is documented as safe in a signal handler.
        cancel(slot0)
        cancel(slot1)
        cancel(slot2)
        cancel(slot3)
        cancel(slot4)
        cancel(slot5)
    }

    private static func cancel(_ slot: borrowing Atomic<UInt>) {
        guard let address = OpaquePointer(bitPattern: slot.load(ordering: .sequentiallyConsistent)) else { return }
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
            _ = PQcancel(address, message.baseAddress, 256)
        }
    }
}

/// A connection's place in the list of what a signal cancels.
final class InterruptSlot {
    private let canceller: OpaquePointer?
    private var silent = false

    init(_ handle: OpaquePointer) {
        canceller = PQgetCancel(handle)
        let bits = UInt(bitPattern: canceller)
        _ =
            InterruptSlot.swap(Interrupt.slot0, 0, bits) || InterruptSlot.swap(Interrupt.slot1, 0, bits)
            || InterruptSlot.swap(Interrupt.slot2, 0, bits) || InterruptSlot.swap(Interrupt.slot3, 0, bits)
            || InterruptSlot.swap(Interrupt.slot4, 0, bits) || InterruptSlot.swap(Interrupt.slot5, 0, bits)
    }

    private static func swap(_ slot: borrowing Atomic<UInt>, _ old: UInt, _ new: UInt) -> Bool {
        slot.compareExchange(expected: old, desired: new, ordering: .sequentiallyConsistent).exchanged
    }

    /// Throws ``PostgresError/interrupted`` when a signal has come.
    func check() throws {
        if !silent, Interrupt.isRequested { throw PostgresError.interrupted }
    }

    /// Runs the closure although a signal has come: for the rollback after it.
    func withoutChecks<T>(_ body: () throws -> T) rethrows -> T {
        silent = true
        defer { silent = false }
        return try body()
    }

    /// Cancels the statement that runs.
    func cancel() {
        guard let canceller else { return }
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
            _ = PQcancel(canceller, message.baseAddress, 256)
        }
    }

    /// Gives the place back. Once only, before the connection is closed.
    func release() {
        guard let canceller else { return }
        let bits = UInt(bitPattern: canceller)
        _ =
            InterruptSlot.swap(Interrupt.slot0, bits, 0) || InterruptSlot.swap(Interrupt.slot1, bits, 0)
            || InterruptSlot.swap(Interrupt.slot2, bits, 0) || InterruptSlot.swap(Interrupt.slot3, bits, 0)
            || InterruptSlot.swap(Interrupt.slot4, bits, 0) || InterruptSlot.swap(Interrupt.slot5, bits, 0)
        // A handler on another thread may just be using it; the process ends soon, so the few bytes are left to it.
        if !Interrupt.mayBeAtWork { PQfreeCancel(canceller) }
    }
}
