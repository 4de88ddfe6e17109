import Dispatch
import Foundation
import Synchronization

/// Rows that a thread of its own makes for a COPY; it begins at once and goes on as far as a few pieces of memory reach, so that
/// making and storing go on at the same time, and the rows of one COPY can be made while those of another are worked on.
public final class CopyProduction<T: Sendable>: Sendable {
    private let pipe = CopyPipe()
    private let box = ResultBox<T>()

    /// - Parameter produce: runs on the thread; what it throws ends the COPY and is thrown again
    public init(_ produce: @escaping @Sendable (borrowing CopyPipe.Entrance) throws -> T) {
        let thread = Thread { [pipe, box] in
            let made = Result { try produce(CopyPipe.Entrance(pipe: pipe)) }
            box.result.withLock { $0 = made }
            pipe.close()
        }
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Stops it where its rows are not wanted: it ends at its next piece. To be called once, unless it was sent.
    public func abandon() {
        pipe.abandon()
        while let piece = pipe.take() { pipe.giveBack(piece) }
    }

    fileprivate func send(to writer: borrowing CopyWriter, sent: () -> Void) throws {
        do {
            while let piece = pipe.take() {
                defer { pipe.giveBack(piece) }
                try writer.write(UnsafeRawBufferPointer(rebasing: piece.memory[0..<piece.count]))
                sent()
            }
        } catch {
            // The producer stops at its next piece; its memory must outlive it.
            abandon()
            throw error
        }
        _ = try box.result.withLock { $0 }?.get()
    }

    fileprivate func made() throws -> T {
        guard let made = box.result.withLock({ $0 }) else { throw PostgresError.noRow }
        return try made.get()
    }
}

extension Connection {
    /// Sends rows by COPY while another thread makes them.
    /// - Parameters:
    ///   - sql: `copy … from stdin (…)`
    ///   - production: makes the rows; where the COPY cannot begin, it is abandoned
    ///   - sent: called on this thread after each piece was sent
    /// - Returns: what the production returned, and how many rows the server took.
    public func copyIn<T: Sendable>(_ sql: SQL, _ production: CopyProduction<T>, sent: () -> Void = {}) throws -> (made: T, rows: Int) {
        var hasBegun = false
        let rows: Int
        do {
            rows = try copyIn(sql) { writer in
                hasBegun = true
                try production.send(to: writer, sent: sent)
            }
        } catch {
            // Once it has begun, sending has seen to that.
            if !hasBegun { production.abandon() }
            throw error
        }
        return (try production.made(), rows)
    }
}

/// Carries a result from the thread that makes it to the one that waits for it.
private final class ResultBox<T: Sendable>: Sendable {
    let result = Mutex<Result<T, any Error>?>(nil)
}

/// A queue of a few pieces of memory between the thread that makes rows and the one that sends them.
public final class CopyPipe: Sendable {
    /// The producer was told to stop, since sending failed.
    public struct Abandoned: Error {}

    /// A piece of memory with bytes to be sent.
    ///
    /// @unchecked: a piece is owned by one thread at a time; the queue hands it over.
    struct Piece: @unchecked Sendable {
        let memory: UnsafeMutableRawBufferPointer
        var count = 0
    }

    private struct State {
        var filled: [Piece] = []
        var free: [Piece]
        var closed = false
        var abandoned = false
    }

    private static let pieces = 6
    static let pieceSize = 1 << 18
    private let state: Mutex<State>
    private let filled = DispatchSemaphore(value: 0)
    private let free = DispatchSemaphore(value: CopyPipe.pieces)

    init() {
        state = Mutex(State(free: (0..<CopyPipe.pieces).map { _ in Piece(memory: .allocate(byteCount: CopyPipe.pieceSize, alignment: 16)) }))
    }

    deinit {
        state.withLock { state in for piece in state.free + state.filled { piece.memory.deallocate() } }
    }

    /// The producer's end.
    public struct Entrance: ~Copyable {
        let pipe: CopyPipe

        /// Hands bytes over to be sent; waits while the other end is behind.
        /// - Throws: ``CopyPipe/Abandoned`` where sending has failed.
        public func send(_ bytes: UnsafeRawBufferPointer) throws {
            var offset = 0
            while offset < bytes.count {
                let count = min(CopyPipe.pieceSize, bytes.count - offset)
                try pipe.put(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]))
                offset += count
            }
        }
    }

    private func put(_ bytes: UnsafeRawBufferPointer) throws {
        free.wait()
        let piece = state.withLock { state in state.abandoned ? nil : state.free.popLast() }
        guard var piece else {
            free.signal()
            throw Abandoned()
        }
        piece.memory.copyMemory(from: bytes)
        piece.count = bytes.count
        let full = piece
        state.withLock { $0.filled.append(full) }
        filled.signal()
    }

    func close() {
        state.withLock { $0.closed = true }
        filled.signal()
    }

    func abandon() { state.withLock { $0.abandoned = true } }

    /// The next piece, nil after the last.
    func take() -> Piece? {
        filled.wait()
        return state.withLock { $0.filled.isEmpty ? nil : $0.filled.removeFirst() }
    }

    func giveBack(_ piece: Piece) {
        state.withLock { $0.free.append(piece) }
        free.signal()
    }
}
