import Vocabulary

/// Why a return cannot be made, with what to do next. No case holds a value of a person.
public enum ReturnError: Error, Sendable, Equatable, CustomStringConvertible {
    /// No contract collects the year.
    case yearNotCollected(year: CollectionYear, first: CollectionYear?, last: CollectionYear?)
    /// No return was loaded for the authority and year; `othersTell`: another feed tells of children looked after in it.
    case nothingHeld(year: CollectionYear, authority: Int, yearsHeld: [String], othersTell: Bool)
    /// An authority's number is out of range.
    case badAuthority(Int)
    /// The folder for the files cannot be made or is no folder.
    case badDirectory(path: String, reason: String)

    /// What is wrong and what to do next.
    public var description: String {
        switch self {
        case .yearNotCollected(let year, let first, let last):
            let span = [first.map { "from \($0)" }, last.map { "to \($0)" }].compactMap { $0 }.joined(separator: " ")
            return "no contract of ssda903 collects \(year); the contracts in etl/ collect the years \(span)"
        case .nothingHeld(let year, let authority, let yearsHeld, let othersTell):
            let held =
                yearsHeld.isEmpty && othersTell
                ? "other feeds tell of children looked after then: add --derive to select the return from them"
                : yearsHeld.isEmpty
                    ? "nothing is held for this authority; load a return first: loxley load ssda903 --la \(authority) --year \(year) FOLDER"
                    : "years held: \(yearsHeld.joined(separator: ", ")). Load this one first (loxley load ssda903 --la \(authority) --year \(year) FOLDER), "
                        + "or add --derive to select it from what other years say"
            return "nothing was asserted for authority \(authority) and \(year); \(held)"
        case .badAuthority(let authority):
            return "\(authority) is not a DfE number of an authority (100 to 999); give it with --la"
        case .badDirectory(let path, let reason):
            return "cannot write to the folder \(path): \(reason); give another with --out"
        }
    }
}
