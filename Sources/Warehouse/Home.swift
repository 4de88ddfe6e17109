import Contracts
import Foundation

/// Where Loxley's own files are: `sql/`, `etl/`, `config/`; and what contracts and code lists say.
public struct Home: Sendable {
    /// The folder that holds `sql`, `etl` and `config`.
    public let folder: String
    /// Every contract of `etl/`, in order of agency and file name.
    public let contracts: [Contract]
    /// Every code list of `config/codes/`, by name.
    public let codeSets: [String: CodeSet]
    /// The tables that are derived, once somebody has asked.
    let facts = Facts.Once()

    /// Finds the folder and reads contracts and code lists.
    /// - Parameter folder: the folder, or nil to look beside the program and above it, then in `/usr/share/loxley`.
    /// - Throws: ``WarehouseError`` where there is none, `ContractMistakes` where a contract or list is wrong.
    public init(folder: String? = ProcessInfo.processInfo.environment["LOXLEY_HOME"]) throws {
        let found = try Home.locate(folder)
        self.folder = found
        codeSets = try CodeSet.readAll(folder: found + "/config/codes")
        contracts = try ContractReader.readAll(folder: found + "/etl", codeSets: codeSets)
    }

    /// Finds the folder, and reads nothing.
    /// - Parameter folder: the folder, or nil to look for it, as ``init(folder:)`` does
    /// - Throws: ``WarehouseError`` where there is none.
    public static func locate(_ folder: String? = ProcessInfo.processInfo.environment["LOXLEY_HOME"]) throws -> String {
        guard let found = folder ?? Home.find() else {
            throw WarehouseError.failed("Loxley's folders sql, etl and config were not found beside the program; set LOXLEY_HOME")
        }
        return found
    }

    private static func find() -> String? {
        let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var candidates: [String] = []
        for start in [URL(fileURLWithPath: program).deletingLastPathComponent().path, FileManager.default.currentDirectoryPath] {
            var current = start
            while current != "/" && !current.isEmpty {
                candidates.append(current)
                current = (current as NSString).deletingLastPathComponent
            }
        }
        candidates.append("/usr/share/loxley")
        return candidates.first { FileManager.default.fileExists(atPath: $0 + "/sql/schema") && FileManager.default.fileExists(atPath: $0 + "/etl") }
    }

    /// The text of a file under the folder.
    /// - Throws: ``WarehouseError/failed(_:)`` where it cannot be read.
    public func text(_ name: String) throws -> String {
        guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else {
            throw WarehouseError.failed("\(name) is missing from Loxley's folder")
        }
        return text
    }

    /// Names of the files of a folder with an ending, sorted, without those of its subfolders.
    public func files(in name: String, ending: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + name)) ?? []).filter { $0.hasSuffix(ending) }.sorted()
    }

    /// The datasets a feed's name stands for: one dataset, or a family's modules.
    /// - Throws: ``WarehouseError/usage(_:)`` naming what there is.
    public func datasets(of feed: String) throws -> [Contract] {
        let found = contracts.filter { $0.family == feed || $0.dataset == feed || $0.table == feed }
        guard !found.isEmpty else {
            let known = Set(contracts.map(\.family)).sorted()
            let near = (known + contracts.map(\.table)).min {
                EditDistance.between(Array($0), Array(feed)) < EditDistance.between(Array($1), Array(feed))
            }
            throw WarehouseError.usage(
                "there is no feed of that name\(near.map { "; closest: \($0)" } ?? ""). Feeds: \(known.joined(separator: ", "))")
        }
        return found
    }
}
