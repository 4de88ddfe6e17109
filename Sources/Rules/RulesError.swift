/// What a validation can end with, other than an answer. No case holds a value of a person.
public enum RulesError: Error, Sendable, CustomStringConvertible {
    /// The call itself was wrong: a path that does not exist, an unknown rule. Exit 2.
    case usage(String)
    /// The return cannot be judged: no module can be read, or one stands twice. Exit 4.
    case refused(reason: String, next: [String])
    /// The rules' own files are wrong; everything that is. Exit 4.
    case catalogue([String])
    /// A rule's query failed. Exit 1.
    case rule(code: String, reason: String)
    /// Something that should not be. Exit 1.
    case failed(String)

    /// What went wrong and what to do next.
    public var description: String {
        switch self {
        case .usage(let text), .failed(let text): return text
        case .refused(let reason, let next): return (["refused: " + reason] + next.map { "  " + $0 }).joined(separator: "\n")
        case .catalogue(let mistakes):
            return "\(mistakes.count) mistake\(mistakes.count == 1 ? "" : "s") in the rules:\n" + mistakes.map { "  " + $0 }.joined(separator: "\n")
        case .rule(let code, let reason): return "\(code): \(reason)"
        }
    }
}
