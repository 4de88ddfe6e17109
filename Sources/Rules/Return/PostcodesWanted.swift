import Synchronization

/// The postcodes that a return mentions, without blanks: only these are kept of a directory.
final class PostcodesWanted: Sendable {
    private let postcodes = Mutex(Set<String>())

    /// Adds a postcode in capitals.
    func add(_ text: [UInt8]) {
        let key = PostcodesWanted.key(text)
        postcodes.withLock { _ = $0.insert(key) }
    }

    /// The postcodes so far.
    var all: Set<String> { postcodes.withLock { $0 } }

    /// Without blanks.
    static func key(_ text: some Sequence<UInt8>) -> String { String(decoding: text.filter { $0 != 0x20 }, as: UTF8.self) }
}
