import Formats
import Foundation
import Synchronization
import Vocabulary

/// A code list of `config/codes/`: codes with the days between which they could be used, and the spellings extracts use.
public struct CodeSet: Sendable {
    /// One code.
    public struct Code: Sendable, Equatable {
        /// As it is stored, and written to a return: `C1`.
        public let code: String
        /// What the code stands for, in words.
        public let label: String
        /// Other spellings that extracts use for it.
        public let aliases: [String]
        /// First day the code could be used; nil for always.
        public let validFrom: CalendarDate?
        /// Last day; nil for still.
        public let validTo: CalendarDate?

        /// Whether the code could be used at any time of a collection year.
        public func isValid(in year: CollectionYear?) -> Bool {
            guard let year else { return true }
            return (validFrom.map { $0 <= year.end } ?? true) && (validTo.map { $0 >= year.start } ?? true)
        }
    }

    /// The file's name without its ending.
    public let name: String
    /// In the file's order.
    public let codes: [Code]
    /// Made for a year when it is first asked for: every file of a run asks again.
    private let tables = Tables()

    private final class Tables: Sendable {
        let made = Mutex<[CollectionYear?: CodeTable]>([:])
    }

    /// A list made of known codes.
    public init(name: String, codes: [Code]) {
        self.name = name
        self.codes = codes
    }

    /// The list as it is looked up in a year.
    func lookup(_ year: CollectionYear?) -> CodeTable {
        tables.made.withLock { made in
            if let table = made[year] { return table }
            let table = CodeTable(self, year: year)
            made[year] = table
            return table
        }
    }

    /// A spelling without what does not matter: case, punctuation, runs of spaces.
    public static func folded(_ text: some StringProtocol) -> String {
        var out = ""
        var pendingSpace = false
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if pendingSpace, !out.isEmpty { out.unicodeScalars.append(" ") }
                pendingSpace = false
                out.unicodeScalars.append(scalar)
            } else {
                pendingSpace = true
            }
        }
        return out
    }

    /// The codes of one year and every spelling of them.
    ///
    /// A spelling belongs to a code of the year before it belongs to one of another year, and to a code before an alias: `M` is read as
    /// `1` in 2023-24 and stands as `M` in 2024-25. A code of another year that no code of this year claims is known, too: it is
    /// loaded and found later.
    /// - Returns: the codes that stand as they are, and folded spellings with their codes.
    func table(for year: CollectionYear?) -> (exact: Set<String>, folded: [String: String]) {
        var folded: [String: String] = [:]
        for group in [codes.filter { $0.isValid(in: year) }, codes.filter { !$0.isValid(in: year) }] {
            for spelling in [{ [$0.code] }, { $0.aliases + [$0.label] }] as [(Code) -> [String]] {
                for code in group {
                    for text in spelling(code) {
                        let key = CodeSet.folded(text)
                        if folded[key] == nil, !key.isEmpty { folded[key] = code.code }
                    }
                }
            }
        }
        let exact = codes.map(\.code).filter { folded[CodeSet.folded($0)] ?? $0 == $0 }
        return (Set(exact), folded)
    }

    /// The code that a spelling means, whatever the year; nil where no list line knows it.
    public func code(for spelling: String) -> String? { lookup(nil).folded[CodeSet.folded(spelling)] }

    /// The codes closest to an unknown spelling, nearest first, at most three.
    public func closest(to text: String) -> [String] {
        let wanted = Array(CodeSet.folded(text))
        return
            codes
            .map { code in (code.code, ([code.code, code.label] + code.aliases).map { EditDistance.between(wanted, Array(CodeSet.folded($0))) }.min() ?? .max) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            .prefix(3).map(\.0)
    }

    /// The list made of `config/local_authorities.csv`: DfE number, with name and ONS codes as spellings.
    public static let authorities = "local_authority"

    /// Every authority by its DfE number; known as well by its ONS codes and the forms its name is given in.
    private static func authorities(path: String) throws -> CodeSet {
        var reader = try DelimitedReader(path: path, options: DelimitedOptions(delimiter: UInt8(ascii: ","), encoding: .utf8))
        let places = Dictionary(reader.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var codes: [Code] = []
        var row = FieldRow()
        while try reader.next(into: &row) {
            func field(_ name: String) -> String { places[name].map { $0 < row.count ? row.text($0) : "" } ?? "" }
            let name = field("name")
            let titles = ["City Council", "County Council", "Borough Council", "Metropolitan Borough Council", "Council", "City"].map { "\(name) \($0)" }
            let codesOfONS = ([field("ons_code")] + field("earlier_ons_codes").split(whereSeparator: { " ;|".contains($0) }).map(String.init))
            codes.append(
                Code(
                    code: field("dfe_number"), label: name,
                    aliases: codesOfONS.filter { !$0.isEmpty } + titles + ["London Borough of \(name)", "Royal Borough of \(name)"],
                    validFrom: CalendarDate(field("valid_from")), validTo: CalendarDate(field("valid_to"))))
        }
        // A name that two have had is, where no year is told, that of the one there is now.
        return CodeSet(name: authorities, codes: codes.filter { $0.validTo == nil } + codes.filter { $0.validTo != nil })
    }

    /// Reads every list of a folder, and the list of authorities beside it.
    /// - Throws: ``ContractMistakes`` where a file's columns are not `code,label,aliases,valid_from,valid_to`.
    public static func readAll(folder: String) throws -> [String: CodeSet] {
        var sets: [String: CodeSet] = [:]
        var mistakes: [String] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where file.hasSuffix(".csv") {
            var reader = try DelimitedReader(path: folder + "/" + file, options: DelimitedOptions(delimiter: UInt8(ascii: ","), encoding: .utf8))
            guard reader.header == ["code", "label", "aliases", "valid_from", "valid_to"] else {
                mistakes.append("config/codes/\(file): expected the columns code,label,aliases,valid_from,valid_to")
                continue
            }
            var codes: [Code] = []
            var row = FieldRow()
            while try reader.next(into: &row) {
                guard row.count == 5 else {
                    mistakes.append("config/codes/\(file) row \(row.number): \(row.count) fields, expected 5")
                    continue
                }
                for column in [3, 4] where !row.text(column).isEmpty && CalendarDate(row.text(column)) == nil {
                    mistakes.append("config/codes/\(file) row \(row.number): \(reader.header[column]) is not a date yyyy-mm-dd")
                }
                codes.append(
                    Code(
                        code: row.text(0), label: row.text(1), aliases: row.text(2).split(separator: "|").map(String.init),
                        validFrom: CalendarDate(row.text(3)), validTo: CalendarDate(row.text(4))))
            }
            let name = String(file.dropLast(4))
            sets[name] = CodeSet(name: name, codes: codes)
        }
        let list = (folder as NSString).deletingLastPathComponent + "/local_authorities.csv"
        if FileManager.default.fileExists(atPath: list) { sets[authorities] = try authorities(path: list) }
        guard mistakes.isEmpty else { throw ContractMistakes(mistakes: mistakes) }
        return sets
    }
}

/// How many single edits lie between two spellings.
public enum EditDistance {
    /// Levenshtein's distance.
    public static func between(_ a: [Character], _ b: [Character]) -> Int {
        var previous = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var current = [i + 1]
            for (j, y) in b.enumerated() {
                current.append(min(previous[j + 1] + 1, current[j] + 1, previous[j] + (x == y ? 0 : 1)))
            }
            previous = current
        }
        return previous[b.count]
    }
}
