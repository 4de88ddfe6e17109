import Formats
import Foundation

/// A code list as a file that people keep: changed line by line, so that what else stands in it stays as it is.
public struct CodeSetFile: Sendable {
    /// Why a line could not be added.
    public enum Problem: Error, Equatable, CustomStringConvertible {
        case noList(String, closest: String?)
        case noCode(String, list: String, closest: [String])
        case taken(list: String, code: String)
        case reserved(Character)
        case notWritten(path: String, reason: String)

        /// What is wrong and what to do.
        public var description: String {
            switch self {
            case .noList(let name, let closest):
                return "there is no code list config/codes/\(name).csv" + (closest.map { "; closest: \($0)" } ?? "")
            case .noCode(let code, let list, let closest):
                return "\(code) is no code of config/codes/\(list).csv; closest: \(closest.joined(separator: ", "))"
            case .taken(let list, let code):
                return "that spelling means \(code) already in config/codes/\(list).csv: correct the list by hand if that is wrong"
            case .reserved(let character):
                return "a spelling with \(character) in it cannot be an alias: aliases are separated by it"
            case .notWritten(let path, let reason): return "\(path) cannot be written (\(reason))"
            }
        }
    }

    private let folder: String

    /// The lists of a folder `config/codes`.
    public init(folder: String) { self.folder = folder }

    /// Makes a spelling an alias of a code.
    /// - Parameter sets: the lists as they were read
    /// - Returns: the line as it stands now.
    /// - Throws: ``Problem``; then the file is as it was.
    public func add(alias: String, of code: String, to list: String, sets: [String: CodeSet]) throws -> String {
        let alias = alias.trimmingBlanks()
        if alias.contains("|") { throw Problem.reserved("|") }
        guard let set = sets[list], list != CodeSet.authorities else {
            let near = sets.keys.min { (EditDistance.between(Array($0), Array(list)), $0) < (EditDistance.between(Array($1), Array(list)), $1) }
            throw Problem.noList(list, closest: near)
        }
        guard set.codes.contains(where: { $0.code == code }) else { throw Problem.noCode(code, list: list, closest: set.closest(to: code)) }
        if let meaning = set.code(for: alias) { throw Problem.taken(list: list, code: meaning) }
        let path = "\(folder)/\(list).csv"
        var reader = try DelimitedReader(path: path, options: DelimitedOptions(delimiter: UInt8(ascii: ","), encoding: .utf8))
        // A code that changed its meaning has a line for each: the newest is the last.
        var place: Int?
        var fields: [String] = []
        var row = FieldRow()
        while try reader.next(into: &row) {
            guard row.count == 5, row.text(0) == code else { continue }
            place = row.number
            fields = (0..<5).map { row.text($0) }
        }
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let place, lines.indices.contains(place) else { throw Problem.noCode(code, list: list, closest: set.closest(to: code)) }
        fields[2] += (fields[2].isEmpty ? "" : "|") + alias
        let line = fields.map(CodeSetFile.field).joined(separator: ",")
        lines[place] = line
        do {
            try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw Problem.notWritten(path: "config/codes/\(list).csv", reason: (error as NSError).localizedDescription)
        }
        return line
    }

    /// Quoted where it must be: RFC 4180.
    private static func field(_ text: String) -> String {
        text.contains { ",\"\n\r".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
