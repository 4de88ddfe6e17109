import Formats
import Vocabulary

/// Elements of an XML document that no contract names, each in the record that it stands in.
///
/// Of an element that is not known, those inside it are not named as well. What stands in no record (a header of the document) matters only where
/// it is nearly the name of an element that a path leads to and that is nowhere.
public struct UntakenElements: Sendable {
    private let elements: Set<String>
    private let year: CollectionYear?
    /// By record element, "" for none; paths from the root on, in alphabetical order.
    private var untaken: [String: [String]] = [:]

    /// - Parameters:
    ///   - elements: every place at which an element stands, from the root on
    ///   - contracts: all that may read the document, whether asked for or not
    ///   - year: the collection year declared
    public init(of elements: Set<String>, contracts: [Contract], year: CollectionYear?) {
        self.elements = elements
        self.year = year
        let records = Set(contracts.compactMap(\.xmlRecord))
        var known = Set<String>()
        for contract in contracts {
            guard let record = contract.xmlRecord else { continue }
            // A record, what a path names, and what stands around them. Columns of other years, too: they are known.
            for path in [record] + contract.columns.compactMap({ contract.element(of: $0) }) {
                known.formUnion(sequence(first: path, next: \.around))
            }
        }
        for element in elements.sorted() where !known.contains(element) {
            guard let parent = element.around, known.contains(parent) else { continue }
            untaken[sequence(first: parent, next: \.around).first(where: records.contains) ?? "", default: []].append(element)
        }
    }

    /// What of a contract's record it does not take, one phrase each: names only, with the closest expected one.
    public func phrases(for contract: Contract) -> [String] {
        guard let record = contract.xmlRecord else { return [] }
        let taken = Set(contract.columns(in: year).compactMap { contract.element(of: $0) })
        let absent = taken.subtracting(elements).sorted()
        let ignored = contract.untakenColumns.map(HeaderMatch.folded)
        let ofRecord = (untaken[record] ?? []).filter { !ignored.contains(HeaderMatch.folded($0.ownName)) }.map { element in
            let path = element.dropFirst(record.count + 1)
            return closest(to: element, of: absent).map { "element \(path) is not known; closest: \($0)" }
                ?? "element \(path) is not part of \(contract.module ?? contract.dataset)"
        }
        let beside = (untaken[""] ?? []).compactMap { element in
            closest(to: element, of: absent.filter { $0.around == element.around }).map { "element \(element) is not known; closest: \($0)" }
        }
        let ofOtherYears = contract.columns.compactMap { column -> String? in
            guard let element = contract.element(of: column), element.hasPrefix(record + "/"), elements.contains(element), !taken.contains(element) else {
                return nil
            }
            return "element \(element.ownName) was not collected in this year"
        }
        return ofRecord + beside + ofOtherYears
    }

    /// The name most like that of an element, where one is like it at all.
    private func closest(to element: String, of others: [String]) -> String? {
        let name = Array(HeaderMatch.folded(element.ownName))
        return others.map(\.ownName)
            .map { (name: $0, edits: EditDistance.between(Array(HeaderMatch.folded($0)), name)) }
            .filter { $0.edits <= max(1, HeaderMatch.folded($0.name).count / 3) }
            .min { ($0.edits, $0.name) < ($1.edits, $1.name) }?.name
    }
}

extension String {
    /// Of a path the element around it; nil for the root.
    fileprivate var around: String? { lastIndex(of: "/").map { String(self[..<$0]) } }

    /// Of a path the element's own name.
    fileprivate var ownName: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }
}

extension Contract {
    /// The element of an XML document that a column's text is in, from the root on.
    fileprivate func element(of column: Column) -> String? {
        xmlRecord.flatMap { XMLRecordReader.element(of: column.path ?? column.name, from: $0) }
    }
}
