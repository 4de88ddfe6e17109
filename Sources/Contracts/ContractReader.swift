import Foundation
import Yams

/// A contract with mistakes: all of them, each naming where it stands.
public struct ContractMistakes: Error, CustomStringConvertible, Sendable {
    /// One line a mistake: `etl/social-care/x.yaml: columns.DECOM.type: …`.
    public let mistakes: [String]

    /// The number of mistakes, then one line each.
    public var description: String {
        "the contracts have \(mistakes.count) mistake\(mistakes.count == 1 ? "" : "s"):\n"
            + mistakes.map { "  " + $0 }.joined(separator: "\n")
    }
}

/// Reads the contracts of a folder `etl/`.
public enum ContractReader {
    /// Reads every `etl/<agency>/*.yaml`, in order of their names.
    /// - Parameters:
    ///   - folder: the folder `etl`
    ///   - codeSets: the code lists that contracts may name
    /// - Throws: ``ContractMistakes`` with every mistake of every file.
    public static func readAll(folder: String, codeSets: [String: CodeSet]) throws -> [Contract] {
        let agencies = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let files = agencies.flatMap { agency in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + agency)) ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
                .map { agency + "/" + $0 }
        }
        let read = files.mapOnAllCores { file in
            Result { parse(try String(contentsOfFile: folder + "/" + file, encoding: .utf8), place: "etl/\(file)", codeSets: codeSets) }
        }
        var contracts: [Contract] = []
        var mistakes: [String] = []
        for (file, read) in zip(files, read) {
            let parsed = try read.get()
            mistakes += parsed.mistakes
            guard let contract = parsed.contract else { continue }
            contracts.append(contract)
            if contract.dataset != file.dropLast(5) {
                mistakes.append("etl/\(file): dataset: is \(contract.dataset), but the file's place says \(file.dropLast(5))")
            }
        }
        mistakes += ContractParser.mistakes(between: contracts)
        guard mistakes.isEmpty else { throw ContractMistakes(mistakes: mistakes) }
        return contracts
    }

    /// Reads one contract.
    /// - Parameter place: what mistakes are named with
    /// - Returns: the contract where there are no mistakes, and the mistakes.
    public static func parse(_ yaml: String, place: String, codeSets: [String: CodeSet]) -> (contract: Contract?, mistakes: [String]) {
        var parser = ContractParser(place: place, codeSets: codeSets)
        let contract = parser.contract(yaml)
        return (parser.mistakes.isEmpty ? contract : nil, parser.mistakes)
    }
}
