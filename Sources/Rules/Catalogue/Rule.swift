import Vocabulary

/// One rule of the Department for Education: a file `sql/rules/ssda903/CODE.sql` with its header and the query of each version.
public struct Rule: Sendable {
    /// `101`, `197a`, `SW05STG1`.
    public let code: String
    /// What it says, without a full stop.
    public let title: String
    /// The columns that it is about.
    public let fields: [String]
    /// The modules whose rows it may flag.
    public let reports: [ModuleTable]
    /// Tables and concepts that its queries read.
    public let reads: [String]
    /// What must be there for it to run.
    public let needs: [Need]
    /// Applies to XML returns only.
    public let onlyXML: Bool
    /// Where it comes from.
    public let source: String
    /// For the data officer: what was found.
    public let found: String
    /// For the data officer: what would put it right.
    public let fix: String
    /// Other readings, and where the publisher's own implementation differs.
    public let notes: String?
    /// Oldest first.
    public let versions: [Version]

    /// The query that holds from a collection year on.
    public struct Version: Sendable {
        /// The first collection year in which it holds.
        public let year: CollectionYear
        /// What changed then; empty for the first.
        public let change: String
        /// One query, as it stands in the file.
        public let query: String
    }

    /// The version that holds in a year; nil before the first.
    public func version(in year: CollectionYear) -> Version? { versions.last { $0.year <= year } }
}

/// What a rule cannot do without: one of several modules, or reference data.
public enum Need: Sendable, Hashable {
    /// At least one of these modules.
    case anyOf([ModuleTable])
    /// A postcode directory.
    case postcodes
    /// Ofsted's lists of providers.
    case providers
    /// The returning authority.
    case authority

    /// What is absent, in words.
    public var absence: String {
        switch self {
        case .anyOf(let tables):
            let names = tables.map { $0.isLast ? "last year's \($0.module.name)" : $0.name }
            return "no \(names.joined(separator: " or "))"
        case .postcodes: return "no postcode directory"
        case .providers: return "no list of providers"
        case .authority: return "the returning authority is not known"
        }
    }

    /// Reads a word of the header's `needs`; nil where it is none.
    init?(_ text: String) {
        switch text {
        case "postcodes": self = .postcodes
        case "providers": self = .providers
        case "la": self = .authority
        default:
            let names = text.parts(by: " or ")
            let tables = names.compactMap { ModuleTable($0) }
            guard tables.count == names.count else { return nil }
            self = .anyOf(tables)
        }
    }
}

extension String {
    /// The parts between a separator, blanks at their ends removed.
    func parts(by separator: String) -> [String] {
        var parts: [String] = []
        var rest = Substring(self)
        while let range = rest.firstRange(of: separator) {
            parts.append(rest[..<range.lowerBound].trimmed)
            rest = rest[range.upperBound...]
        }
        parts.append(rest.trimmed)
        return parts
    }
}

extension StringProtocol {
    /// Without blanks, tabs and line ends at both ends.
    var trimmed: String {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        var rest = Substring(self)
        while let first = rest.utf8.first, isBlank(first) { rest = rest.dropFirst() }
        while let last = rest.utf8.last, isBlank(last) { rest = rest.dropLast() }
        return String(rest)
    }

    /// As an SQL literal. For words of the product's own files, and for settings that were checked before.
    var sqlLiteral: String { "'" + String(self).replacing("'", with: "''") + "'" }
}
