/// What a command of the warehouse can end with, other than success. The text always says what to do next and never
/// holds a value of a person.
public enum WarehouseError: Error, CustomStringConvertible, Sendable {
    /// The call itself was wrong: an unknown dataset, a year that is not one. Exit 2.
    case usage(String)
    /// Refused: contract, volume, unreadable file. Nothing was loaded. Exit 4.
    case refused(reason: String, next: [String])
    /// Refused by a command that loads nothing: what is asked for cannot be had here. Exit 4.
    case unavailable(reason: String, next: [String])
    /// Another run holds the lock. Exit 5.
    case busy(String)
    /// Something that should not be: a damaged installation, a schema of another version. Exit 1.
    case failed(String)

    /// What went wrong; for a refusal, the commands to try next, one a line.
    public var description: String {
        switch self {
        case .usage(let text), .busy(let text), .failed(let text): return text
        case .refused(let reason, let next), .unavailable(let reason, let next):
            return (["refused: " + reason] + next.map { "  " + $0 }).joined(separator: "\n")
        }
    }
}
