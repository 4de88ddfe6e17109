import Contracts
import Formats
import Foundation
import Vocabulary

/// Finds out which datasets a file holds: by its columns, its worksheets' names or its elements. Its own name only breaks ties.
struct Recogniser: Sendable {
    /// A part of a file and the contract it fits.
    struct Part: Sendable {
        let place: PartPlace
        let match: HeaderMatch
        let header: [String]
        /// Columns or elements of it that no contract names, one phrase each.
        let unknown: [String]
        /// Columns that the contract names and it does not have, one phrase each.
        let absent: [String]

        init(place: PartPlace, match: HeaderMatch, header: [String]) {
            (self.place, self.match, self.header, unknown, absent) = (place, match, header, match.unknown, match.absent)
        }

        /// Records of an XML document: an element that does not occur is no sign of anything, an optional one is left out where it has no value.
        init(element: String, match: HeaderMatch, header: [String], unknown: [String]) {
            (place, self.match, self.header, self.unknown, absent) = (.records(element: element), match, header, unknown, [])
        }
    }

    /// A part of a file that is to be loaded.
    struct Recognised: Sendable {
        let file: DeliveredFile
        let part: Part

        var match: HeaderMatch { part.match }
        var header: [String] { part.header }
        /// `dental.xlsx`, or `health.xlsx, Dental checks`
        var title: String { FileReport.title(file.name, part.place.name) }
    }

    /// What a file holds.
    struct Finding {
        var parts: [Part] = []
        /// Worksheets that fit no contract, by name; `isExpected` where a contract has that name for its own.
        var otherSheets: [(name: String, isExpected: Bool)] = []
        /// What does not fit, one line each, with the file's name.
        var problems: [String] = []

        /// Nothing of it is known.
        var isUnknown: Bool { parts.isEmpty && problems.isEmpty }
    }

    let contracts: [Contract]
    let year: CollectionYear?
    private let index: HeaderIndex
    private let rivals: [Contract]
    private let rivalIndex: HeaderIndex

    /// - Parameters:
    ///   - contracts: those that are asked for
    ///   - rivals: others, whose worksheets lie in the same workbooks: a sheet that fits one of them better is not ours
    init(contracts: [Contract], rivals: [Contract] = [], year: CollectionYear?) {
        self.contracts = contracts
        self.year = year
        index = HeaderIndex(contracts, year: year)
        let asked = Set(contracts.map(\.dataset))
        self.rivals = rivals.filter { !asked.contains($0.dataset) }
        rivalIndex = HeaderIndex(self.rivals, year: year)
    }

    /// Files of these kinds are data; another file that cannot be read may be a letter that came with them.
    private static let dataEndings = ["csv", "txt", "tsv", "xlsx", "xlsm", "xls", "xml"]

    /// Looks at a file.
    /// - Parameter isAlone: it is the only one, so it must be data
    func look(_ path: String, isAlone: Bool) -> Finding {
        let name = (path as NSString).lastPathComponent
        do {
            switch try FileKind(path: path) {
            case .workbook: return try lookAtSheets(path, name)
            case .xml: return try lookAtElements(path)
            case .text:
                var finding = Finding()
                let header = try openText(path).header
                // Where only one dataset is asked for, what it requires is enough; otherwise most of the columns must be known, too.
                switch judge(header, contracts, index, isSure: contracts.count == 1, file: name) {
                case .fits(let match): finding.parts.append(Part(place: .whole, match: match, header: header))
                case .misfit(let problem): finding.problems.append("\(name): \(problem)")
                case .unknown: break
                }
                return finding
            }
        } catch {
            let isData = isAlone || Recogniser.dataEndings.contains((name as NSString).pathExtension.lowercased())
            return Finding(problems: isData ? ["\(name): \(error)"] : [])
        }
    }

    private func lookAtSheets(_ path: String, _ name: String) throws -> Finding {
        var finding = Finding()
        for sheet in try XLSXReader.beginnings(path: path) where sheet.isVisible {
            let expected = contracts.filter { $0.namesSheet(sheet.name) }
            let title = FileReport.title(name, sheet.name)
            // First the contracts that know the sheet by its name; where it is none of them after all, all others.
            var (verdict, header) = judge(sheet, expected, HeaderIndex(expected, year: year), isSure: expected.count == 1, file: name)
            if case .unknown = verdict {
                (verdict, header) = judge(sheet, contracts, index, isSure: false, file: name)
                if isOfRival(sheet, than: verdict, file: name) { verdict = .unknown }
            }
            switch verdict {
            case .fits(let match): finding.parts.append(Part(place: .sheet(place: sheet.place, name: sheet.name), match: match, header: header))
            case .misfit(let problem): finding.problems.append("\(title): \(problem)")
            case .unknown: finding.otherSheets.append((sheet.name, !expected.isEmpty && sheet.lines.contains { !$0.isEmpty }))
            }
        }
        return finding
    }

    private func judge(
        _ sheet: XLSXReader.SheetBeginning, _ contracts: [Contract], _ index: HeaderIndex, isSure: Bool, file: String
    ) -> (verdict: Verdict, header: [String]) {
        guard !contracts.isEmpty, let header = sheet.lines.first(where: { !$0.isEmpty && index.isHeader($0) }) else { return (.unknown, []) }
        return (judge(header, contracts, index, isSure: isSure, file: file), header)
    }

    /// Whether a sheet is that of another feed: it has its name, or its columns more than those of a contract asked for.
    private func isOfRival(_ sheet: XLSXReader.SheetBeginning, than verdict: Verdict, file: String) -> Bool {
        if case .unknown = verdict { return false }
        guard case .fits(let rival) = judge(sheet, rivals, rivalIndex, isSure: false, file: file).verdict else { return false }
        if case .fits(let match) = verdict { return rival.resemblance > match.resemblance || rival.contract.namesSheet(sheet.name) }
        return true
    }

    private func lookAtElements(_ path: String) throws -> Finding {
        let inYear = contracts.filter { $0.xmlRecord != nil && $0.years.containsOrAny(year) }
        if inYear.isEmpty { return Finding() }
        let elements = try XMLSurvey.elements(path: path)
        let untaken = UntakenElements(of: elements, contracts: contracts + rivals, year: year)
        return Finding(
            parts: inYear.compactMap { contract in
                guard let record = contract.xmlRecord, elements.contains(record) else { return nil }
                let header = contract.columns(in: year).map(\.name)
                return Part(
                    element: record, match: HeaderMatch(contract, header: header, year: year), header: header, unknown: untaken.phrases(for: contract))
            })
    }

    private enum Verdict {
        case fits(HeaderMatch)
        case misfit(String)
        case unknown
    }

    /// Which of the contracts a header is that of.
    /// - Parameter isSure: it is known to be one of them, so that having what is required is enough
    private func judge(_ header: [String], _ contracts: [Contract], _ index: HeaderIndex, isSure: Bool, file: String) -> Verdict {
        let candidates = isSure ? contracts : index.candidates(header)
        let matches = candidates.map { HeaderMatch($0, header: header, year: year) }
        let inYear = matches.filter { $0.contract.years.containsOrAny(year) }
        let fitting = inYear.filter { $0.fits && (isSure || $0.isLikely) }
        if let best = fitting.map(\.resemblance).max() {
            let equal = fitting.filter { $0.resemblance == best }
            let named = equal.count == 1 ? equal : equal.filter { $0.contract.isNamed(file) }
            if let match = named.first, named.count == 1 { return .fits(match) }
            return .misfit("its columns are those of \(equal.map(\.contract.dataset).joined(separator: " and of ")); load it as one of them")
        }
        if let other = matches.first(where: { $0.resemblance == 1 || ($0.fits && !$0.contract.years.containsOrAny(year)) }),
            !other.contract.years.containsOrAny(year)
        {
            return .misfit(
                "\(other.contract.module ?? other.contract.dataset) was not collected in \(year?.description ?? "this year")"
                    + (other.contract.years.from.map { " (collected from \($0))" } ?? ""))
        }
        if let closest = inYear.max(by: { $0.resemblance < $1.resemblance }), closest.resemblance >= HeaderIndex.resembles {
            return .misfit("looks like \(closest.contract.module ?? closest.contract.dataset), but " + closest.problems.joined(separator: "; "))
        }
        return .unknown
    }

    /// Opens a part for reading.
    func open(_ part: Part, of path: String) throws -> any PartReader {
        switch part.place {
        case .whole: return try openText(path)
        case .sheet(let place, _):
            let header = part.header
            return try XLSXReader(path: path, sheet: .at(place), headerMatcher: { $0 == header })
        case .records(let element):
            return try XMLRecordReader(
                path: path, record: element, columns: part.match.contract.columns(in: year).map { .init(name: $0.name, path: $0.path ?? $0.name) })
        }
    }

    /// Opens a text file; the header line is the first that fits or resembles a contract.
    private func openText(_ path: String) throws -> DelimitedReader {
        let index = index
        do {
            return try DelimitedReader(path: path, options: DelimitedOptions(headerMatcher: { index.isHeader($0) }))
        } catch FormatError.noHeader {
            // The first line then stands for what the file has, so that it can be said what does not fit.
            let reader = try DelimitedReader(path: path)
            let isText = reader.header.allSatisfy { name in
                name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0xFFFD && !(0x7F...0x9F).contains($0.value) }
            }
            guard isText else { throw FormatError.binary(kind: "file of other bytes") }
            return reader
        }
    }
}

extension HeaderMatch {
    /// Whether the header is more likely this contract's than that of something else.
    var isLikely: Bool { resemblance >= HeaderIndex.resembles || places.count { $0 != nil } >= unexpected.count + renamed.count }
}

extension Contract {
    /// Whether a worksheet has one of the names of `sheet:`, in any case.
    func namesSheet(_ name: String) -> Bool {
        let name = name.trimmingBlanks().lowercased()
        return sheets.contains { $0.trimmingBlanks().lowercased() == name }
    }

    /// Whether a file's name is one of the patterns of `files:`, in any case.
    func isNamed(_ file: String) -> Bool { files.contains { fnmatch($0, file, 1 << 4) == 0 } }  // FNM_CASEFOLD of glibc's fnmatch.h
}

extension YearSpan {
    /// Whether the year lies in the span; true where no year is declared.
    func containsOrAny(_ year: CollectionYear?) -> Bool { year.map(contains) ?? true }
}
