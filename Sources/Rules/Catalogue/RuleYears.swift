import Vocabulary
import Yams

/// Which rules are active in which collection year: a base year in full, then what each year adds, changes and withdraws.
public struct RuleYears: Sendable {
    /// What a year does to the rules of the year before.
    public struct Difference: Sendable {
        /// The collection year.
        public let year: CollectionYear
        /// Rules that are new.
        public let adds: [String]
        /// Rules whose condition is another from this year on.
        public let changes: [String]
        /// Rules that are no longer active. One that is added and withdrawn in the same year was never active.
        public let withdraws: [String]
    }

    /// In order; the first is the base year, which adds all its rules.
    public let differences: [Difference]

    /// The years that the rules are known for.
    public var years: [CollectionYear] { differences.map(\.year) }

    /// Codes of the rules that are active in a year, in the order of codes.
    public func active(in year: CollectionYear) -> [String] {
        var active = Set<String>()
        for difference in differences where difference.year <= year {
            active.formUnion(difference.adds)
            active.subtract(difference.withdraws)
        }
        return active.sorted(by: RuleCode.precedes)
    }

    /// Every code there ever was, in the order of codes.
    public var all: [String] { Set(differences.flatMap(\.adds)).sorted(by: RuleCode.precedes) }

    /// The years of a rule's versions: the one that added it, and each that changed it.
    func versions(of code: String) -> [CollectionYear] {
        differences.filter { $0.adds.contains(code) || $0.changes.contains(code) }.map(\.year)
    }

    /// The year that withdrew a rule; nil where none did.
    public func withdrawn(_ code: String) -> CollectionYear? { differences.first { $0.withdraws.contains(code) }?.year }

    /// Reads `config/collections/ssda903_rules.yaml`.
    /// - Parameter mistakes: receives what is wrong, one phrase each.
    init(yaml: String, name: String, mistakes: inout [String]) {
        var found: [Difference] = []
        func list(_ node: Node?) -> [String] { node?.sequence?.compactMap(\.string) ?? [] }
        func year(_ node: Node?, _ place: String) -> CollectionYear? {
            let year = node?.string.flatMap { CollectionYear($0) }
            if year == nil { mistakes.append("\(name): \(place): expected a collection year such as 2026-27") }
            return year
        }
        let root = (try? Yams.compose(yaml: yaml))?.mapping
        if root == nil { mistakes.append("\(name): is not a mapping of names to values") }
        if let base = year(root?["base"]?.mapping?["year"], "base.year") {
            found.append(Difference(year: base, adds: list(root?["base"]?.mapping?["rules"]), changes: [], withdraws: []))
        }
        for (index, node) in (root?["years"]?.sequence ?? []).enumerated() {
            guard let entry = node.mapping, let year = year(entry["year"], "years[\(index)].year") else { continue }
            for (key, _) in entry where !["year", "adds", "changes", "withdraws"].contains(key.string ?? "") {
                mistakes.append("\(name): \(year): \(key.string ?? "?") is not a word of a year (year, adds, changes, withdraws)")
            }
            if let last = found.last, last.year.next != year { mistakes.append("\(name): \(year) does not follow \(last.year)") }
            found.append(Difference(year: year, adds: list(entry["adds"]), changes: list(entry["changes"]), withdraws: list(entry["withdraws"])))
        }
        differences = found
        var known = Set<String>()
        for difference in differences {
            for code in difference.adds where !known.insert(code).inserted {
                mistakes.append("\(name): \(difference.year) adds \(code), which is there already")
            }
            for code in difference.changes + difference.withdraws where !known.contains(code) {
                mistakes.append("\(name): \(difference.year) changes or withdraws \(code), which no year added")
            }
        }
    }
}
