import Contracts
import Formats
import Foundation
import Vocabulary

/// Finds out which dataset each file of a delivery is: by its columns, never by its name.
struct Recogniser: Sendable {
    /// A file and the contract it fits.
    struct Recognised {
        let file: DeliveredFile
        let match: HeaderMatch
        let header: [String]
    }

    let contracts: [Contract]
    let feed: String
    let year: CollectionYear?

    /// Looks at each file's header line.
    /// - Returns: files that fit, and files that are no module of this feed at all.
    /// - Throws: ``WarehouseError/refused(reason:next:)`` with everything that does not fit.
    func recognise(_ files: [DeliveredFile]) throws -> (fitting: [Recognised], leftAside: [DeliveredFile]) {
        var fitting: [Recognised] = []
        var leftAside: [DeliveredFile] = []
        var problems: [String] = []
        for file in files {
            let header: [String]
            do {
                header = try open(file).header
            } catch let error as FormatError {
                let isDataFile = ["csv", "txt", "tsv"].contains((file.name as NSString).pathExtension.lowercased())
                if isDataFile || files.count == 1 { problems.append("\(file.name): \(error)") } else { leftAside.append(file) }
                continue
            }
            let matches = contracts.map { HeaderMatch($0, header: header, year: year) }
            let inYear = matches.filter { $0.contract.years.containsOrAny(year) }
            if let match = inYear.filter(\.fits).max(by: { $0.resemblance < $1.resemblance }) {
                fitting.append(Recognised(file: file, match: match, header: header))
            } else if let other = matches.first(where: { $0.resemblance == 1 || ($0.fits && !$0.contract.years.containsOrAny(year)) }),
                !other.contract.years.containsOrAny(year)
            {
                problems.append(
                    "\(file.name): \(other.contract.module ?? other.contract.dataset) was not collected in \(year?.description ?? "this year")"
                        + (other.contract.years.from.map { " (collected from \($0))" } ?? ""))
            } else if let closest = inYear.max(by: { $0.resemblance < $1.resemblance }), closest.resemblance >= 0.4 {
                problems.append(
                    "\(file.name): looks like \(closest.contract.module ?? closest.contract.dataset), but " + closest.problems.joined(separator: "; "))
            } else {
                leftAside.append(file)
            }
        }
        for (dataset, same) in Dictionary(grouping: fitting, by: { $0.match.contract.dataset }) where same.count > 1 {
            problems.append("\(same.map(\.file.name).joined(separator: " and ")) are both \(dataset): one delivery has one file of each module")
        }
        guard problems.isEmpty else {
            throw WarehouseError.refused(
                reason: problems.count == 1 ? problems[0] : "\(problems.count) files do not fit:\n  " + problems.sorted().joined(separator: "\n  "),
                next: ["Ask the sender for a corrected file, or correct the contract under etl/ if the feed has changed for good."])
        }
        return (fitting, leftAside)
    }

    /// Opens a file; the header line is the first that fits or resembles a contract.
    func open(_ file: DeliveredFile) throws -> DelimitedReader {
        let contracts = contracts
        let year = year
        do {
            return try DelimitedReader(
                path: file.path,
                options: DelimitedOptions(headerMatcher: { header in
                    contracts.contains { HeaderMatch($0, header: header, year: year).resemblance >= 0.4 }
                }))
        } catch FormatError.noHeader {
            // The first line then stands for what the file has, so that it can be said what does not fit.
            let reader = try DelimitedReader(path: file.path)
            let isText = reader.header.allSatisfy { name in
                name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0xFFFD && !(0x7F...0x9F).contains($0.value) }
            }
            guard isText else { throw FormatError.binary(kind: "file of other bytes") }
            return reader
        }
    }
}

extension YearSpan {
    /// Whether the year lies in the span; true where no year is declared.
    func containsOrAny(_ year: CollectionYear?) -> Bool { year.map(contains) ?? true }
}
