import Vocabulary

/// Contracts ready to be compared with many lines of text: which of them a line could be the header of.
///
/// Comparing a line with a contract in full (``HeaderMatch``) also looks for renamed columns, which is too slow for every line at the top
/// of every worksheet against every contract there is.
public struct HeaderIndex: Sendable {
    private struct Entry: Sendable {
        let contract: Contract
        let expected: Int
        let required: Int
    }

    /// A line resembles a contract when so much of the union of both is shared.
    public static let resembles = 0.4

    private let entries: [Entry]
    private let spellings: [String: [(entry: Int, isRequired: Bool)]]

    /// - Parameter year: the collection year declared; decides which columns are expected
    public init(_ contracts: [Contract], year: CollectionYear?) {
        var entries: [Entry] = []
        var spellings: [String: [(entry: Int, isRequired: Bool)]] = [:]
        for contract in contracts {
            let columns = contract.columns(in: year)
            for column in columns {
                for spelling in Set(([column.name] + column.aliases).map(HeaderMatch.folded)) {
                    spellings[spelling, default: []].append((entries.count, column.required))
                }
            }
            entries.append(Entry(contract: contract, expected: columns.count, required: columns.count(where: \.required)))
        }
        self.entries = entries
        self.spellings = spellings
    }

    private struct Hits {
        var all = 0
        var required = 0
    }

    private func hits(_ names: [String]) -> [Int: Hits] {
        var hits: [Int: Hits] = [:]
        for name in names {
            for place in spellings[HeaderMatch.folded(name)] ?? [] {
                hits[place.entry, default: Hits()].all += 1
                if place.isRequired { hits[place.entry, default: Hits()].required += 1 }
            }
        }
        return hits
    }

    private func resemblance(_ entry: Entry, _ hits: Hits, _ names: [String]) -> Double {
        Double(hits.all) / Double(max(1, entry.expected + names.count - hits.all))
    }

    private func hasRequired(_ entry: Entry, _ hits: Hits) -> Bool { entry.required > 0 && hits.required >= entry.required }

    /// Whether the names are a header: they resemble that of a contract, or have all that one requires and are mostly known to it.
    public func isHeader(_ names: [String]) -> Bool {
        hits(names).contains { number, hits in
            let entry = entries[number]
            return resemblance(entry, hits, names) >= HeaderIndex.resembles || (hasRequired(entry, hits) && hits.all * 2 >= names.count)
        }
    }

    /// The contracts that the names may be the header of, or a header gone wrong, most alike first.
    public func candidates(_ names: [String]) -> [Contract] {
        let alike = hits(names).compactMap { number, hits -> (number: Int, resemblance: Double)? in
            let entry = entries[number]
            let resemblance = resemblance(entry, hits, names)
            return resemblance >= HeaderIndex.resembles / 2 || hasRequired(entry, hits) ? (number, resemblance) : nil
        }
        return alike.sorted { ($1.resemblance, $0.number) < ($0.resemblance, $1.number) }.prefix(24).map { entries[$0.number].contract }
    }
}
