import Vocabulary

/// How a file's header line fits a contract.
public struct HeaderMatch: Sendable {
    /// A column of the file that is probably a column of the contract under another name.
    public struct Rename: Sendable, Equatable {
        /// The name in the file.
        public let found: String
        /// The name in the contract.
        public let expected: String
    }

    /// The contract that the header was compared with.
    public let contract: Contract
    /// For each column of the year, its place in the file; nil where it is not there.
    public let places: [Int?]
    /// Expected and not found, without those that `renamed` explains.
    public let missing: [String]
    /// Found and not expected, without those that `renamed` explains.
    public let unexpected: [String]
    /// Expected columns that are not there, each with the unexpected one closest to it.
    public let renamed: [Rename]
    /// Columns that exist in the contract but were not collected in the year.
    public let notCollected: [String]
    /// Columns that stand twice.
    public let repeated: [String]

    /// Whether the file can be read: no column that is required or part of the key is missing.
    public var fits: Bool {
        let required = contract.columns.filter { $0.required || contract.key.contains($0.name) }.map(\.name)
        let lacksRequired = (missing + renamed.map(\.expected)).contains { required.contains($0) }
        if lacksRequired || !repeated.isEmpty || !notCollected.isEmpty { return false }
        return contract.columnsAreExact ? missing.isEmpty && unexpected.isEmpty && renamed.isEmpty : true
    }

    /// How many of the contract's columns were found, 0 to 1 over the union of both: the module a file most resembles.
    public let resemblance: Double

    /// A header's name without what does not matter: case, spaces, underscores, punctuation.
    public static func folded(_ name: String) -> String {
        String(name.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }).uppercased()
    }

    /// Compares.
    public init(_ contract: Contract, header: [String], year: CollectionYear?) {
        self.contract = contract
        let expected = contract.columns(in: year)
        let found = header.map(HeaderMatch.folded)
        var places: [Int?] = []
        var taken = Set<Int>()
        var missing: [String] = []
        var repeated: [String] = []
        for column in expected {
            let spellings = ([column.name] + column.aliases).map(HeaderMatch.folded)
            let hits = found.indices.filter { spellings.contains(found[$0]) }
            if hits.count > 1 { repeated.append(column.name) }
            if let place = hits.first {
                places.append(place)
                taken.formUnion(hits)
            } else {
                places.append(nil)
                missing.append(column.name)
            }
        }
        var unexpected: [String] = []
        var notCollected: [String] = []
        let others = contract.columns.filter { column in !expected.contains { $0.name == column.name } }
        for index in header.indices where !taken.contains(index) && !header[index].isEmpty {
            if let column = others.first(where: { ([$0.name] + $0.aliases).map(HeaderMatch.folded).contains(found[index]) }) {
                notCollected.append(column.name)
            } else if !contract.untakenColumns.contains(where: { HeaderMatch.folded($0) == found[index] }) {
                unexpected.append(header[index])
            }
        }
        var renamed: [Rename] = []
        for name in missing {
            let wanted = Array(HeaderMatch.folded(name))
            let closest =
                unexpected
                .map { ($0, EditDistance.between(wanted, Array(HeaderMatch.folded($0)))) }
                .filter { $0.1 <= max(1, wanted.count / 3) }
                .min { ($0.1, $0.0) < ($1.1, $1.0) }
            if let closest {
                renamed.append(Rename(found: closest.0, expected: name))
                unexpected.removeAll { $0 == closest.0 }
            }
        }
        missing.removeAll { name in renamed.contains { $0.expected == name } }
        self.places = places
        self.missing = missing
        self.unexpected = unexpected
        self.renamed = renamed
        self.notCollected = notCollected
        self.repeated = repeated
        let hits = places.compactMap { $0 }.count
        let union = expected.count + header.count - hits
        resemblance = union == 0 ? 0 : Double(hits) / Double(union)
    }

    /// Columns of the file that the contract does not name, one phrase each.
    public var unknown: [String] { misnamed + unexpected.map { "column \($0) is not part of \(contract.module ?? contract.dataset)" } }

    /// Columns of the contract that the file does not have, one phrase each.
    public var absent: [String] { missing.map { "column \($0) is missing" } }

    private var misnamed: [String] { renamed.map { "column \($0.found) is not known; closest: \($0.expected)" } }

    /// What does not fit, one phrase each: names of columns only.
    public var problems: [String] {
        unknown + absent
            + notCollected.map { "column \($0) was not collected in this year" }
            + repeated.map { "column \($0) stands twice" }
    }
}
