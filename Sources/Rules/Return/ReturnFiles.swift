import Formats
import Foundation
import Vocabulary

/// The files of one return: a folder with a CSV file for each module, each known by its columns and not by its name, or one XML file.
public struct ReturnFiles: Sendable {
    /// A module's file.
    struct ModuleFile: Sendable {
        let path: String
        let delimiter: UInt8
        let encoding: TextEncoding
        let header: [String]

        var name: String { (path as NSString).lastPathComponent }

        /// Opens it where it was recognised.
        func open() throws -> DelimitedReader {
            let header = header
            return try DelimitedReader(
                path: path, options: DelimitedOptions(delimiter: delimiter, encoding: encoding, headerMatcher: { $0 == header }), bufferSize: 1 << 18)
        }
    }

    /// What was given.
    public let path: String
    /// One XML file, which has all ten modules of the XML layout.
    public let isXML: Bool
    let files: [ReturnModule: ModuleFile]
    /// What was passed over, one sentence each.
    public let warnings: [String]

    /// The modules that are there, in the order of the collection.
    public var modules: [ReturnModule] { isXML ? Array(ReturnModule.inXML) : ReturnModule.all.filter { files[$0] != nil } }

    /// The bytes of all files.
    public var size: Int {
        (isXML ? [path] : files.values.map(\.path)).reduce(0) { sum, path in
            sum + (((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber)?.intValue ?? 0)
        }
    }

    /// Looks at the files of a folder, or at one file.
    /// - Parameters:
    ///   - path: the folder or file
    ///   - year: the collection year; a module that it did not collect is passed over
    ///   - what: how errors call it: "the return", "the previous year"
    /// - Throws: ``RulesError``: no such path, two files of one module, nothing that can be read.
    public init(path: String, year: CollectionYear, what: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw RulesError.usage("\(what): there is no file or folder \(path)")
        }
        self.path = path
        var paths = [path]
        if isFolder.boolValue {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                throw RulesError.refused(reason: "the folder \(path) cannot be read", next: [])
            }
            paths = names.filter { !$0.hasPrefix(".") }.sorted().map { path + "/" + $0 }.filter { ReturnFiles.isFile($0) }
        } else if ReturnFiles.looksLikeXML(path) {
            isXML = true
            files = [:]
            warnings = []
            return
        }
        isXML = false
        var found: [ReturnModule: ModuleFile] = [:]
        var warnings: [String] = []
        var twice: [String] = []
        for path in paths {
            let name = (path as NSString).lastPathComponent
            switch ReturnFiles.recognise(path) {
            case .other(let reason): warnings.append("\(name) is passed over: \(reason)")
            case .module(let module, let file):
                if module.firstYear > year {
                    warnings.append("\(name) is passed over: \(module.name) is collected from \(module.firstYear), not in \(year)")
                } else if let other = found[module] {
                    twice.append("\(other.name) and \(name) are both \(module.name)")
                } else {
                    found[module] = file
                }
            }
        }
        guard twice.isEmpty else {
            throw RulesError.refused(
                reason: "\(what): \(twice.joined(separator: "; "))", next: ["A return has one file for each module: take the others out of \(path)."])
        }
        guard !found.isEmpty else {
            let seen = paths.isEmpty ? ["The folder holds no file."] : warnings.prefix(12).map { $0 }
            throw RulesError.refused(
                reason: "\(what): no file of \(path) is a module of the return",
                next: seen + ["A module is known by its columns: Header has \(ReturnModule.all[0].columns.map(\.name).joined(separator: ","))."])
        }
        files = found
        self.warnings = warnings
    }

    private enum Recognised {
        case module(ReturnModule, ModuleFile)
        case other(reason: String)
    }

    private static func recognise(_ path: String) -> Recognised {
        do {
            let reader = try DelimitedReader(path: path, options: DelimitedOptions(headerMatcher: { module(of: $0) != nil }), bufferSize: 1 << 14)
            guard let module = module(of: reader.header) else { return .other(reason: "its columns are those of no module") }
            return .module(module, ModuleFile(path: path, delimiter: reader.delimiter, encoding: reader.encoding, header: reader.header))
        } catch FormatError.noHeader {
            return .other(reason: closest(path))
        } catch let error as FormatError {
            return .other(reason: "\(error)")
        } catch {
            return .other(reason: "it cannot be read")
        }
    }

    /// The module with exactly these columns, in any order.
    private static func module(of header: [String]) -> ReturnModule? {
        let names = header.map { $0.uppercased() }
        return ReturnModule.all.first { module in
            module.columns.count == names.count && module.columns.allSatisfy { names.contains($0.name) }
        }
    }

    /// What keeps a file from being a module: names of columns of modules, nothing of the file's own.
    private static func closest(_ path: String) -> String {
        let other = "its columns are those of no module"
        guard let reader = try? DelimitedReader(path: path, bufferSize: 1 << 14) else { return other }
        let names = Set(reader.header.map { $0.uppercased() })
        func share(_ module: ReturnModule) -> Double {
            Double(module.columns.count { names.contains($0.name) }) / Double(module.columns.count)
        }
        guard let module = ReturnModule.all.max(by: { share($0) < share($1) }), share(module) > 0.5 else { return other }
        let missing = module.columns.map(\.name).filter { !names.contains($0) }
        let more = reader.header.count - (module.columns.count - missing.count)
        var faults: [String] = []
        if !missing.isEmpty { faults.append("has no \(missing.joined(separator: ", "))") }
        if more > 0 { faults.append("has \(more) other column\(more == 1 ? "" : "s")") }
        return "it looks like \(module.name), but \(faults.joined(separator: " and "))"
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    /// By its ending, or by a first character that no CSV file begins with.
    private static func looksLikeXML(_ path: String) -> Bool {
        if path.lowercased().hasSuffix(".xml") { return true }
        guard let file = FileHandle(forReadingAtPath: path), let beginning = try? file.read(upToCount: 64) else { return false }
        return beginning.first { ![0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) } == 0x3C
    }
}
