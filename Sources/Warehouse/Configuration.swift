import Foundation
import Yams

/// Settings of this warehouse: `config/loxley.yaml`, or the file named with `--config`.
public struct Configuration: Sendable {
    /// DfE number of the authority whose deliveries these are.
    public var authority = 892
    /// Where `loxley run` looks for files.
    public var inbox = "inbox"
    /// Days for which original files are kept.
    public var archiveKeepDays = 400
    /// PostgreSQL's memory for one sort or hash while loading, such as `256MB`.
    public var workMemory = "256MB"
    /// The postcode directory that validation rules look places up in: a CSV file; nil where there is none.
    public var postcodes: String?
    /// Ofsted's lists of providers, CSV or XLSX.
    public var providers: [String] = []

    /// Reads a file.
    /// - Throws: ``WarehouseError/failed(_:)`` with every mistake.
    public init(path: String) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw WarehouseError.failed("the settings \(path) cannot be read")
        }
        guard let root = try? Yams.compose(yaml: text)?.mapping else { throw WarehouseError.failed("\(path) is not a mapping of names to values") }
        var mistakes: [String] = []
        for (key, value) in root {
            switch key.string ?? "" {
            case "authority":
                if let number = value.string.flatMap({ Int($0) }), (1...999).contains(number) {
                    authority = number
                } else {
                    mistakes.append("authority: expected a DfE number of three digits")
                }
            case "inbox": inbox = value.string ?? inbox
            case "archive":
                if let days = value.mapping?["keep_days"]?.int, days > 0 {
                    archiveKeepDays = days
                } else {
                    mistakes.append("archive: expected { keep_days: 400 }")
                }
            case "work_mem":
                let text = value.string ?? ""
                let digits = text.prefix { $0.isNumber }
                if !digits.isEmpty, ["kB", "MB", "GB"].contains(String(text.dropFirst(digits.count))) {
                    workMemory = text
                } else {
                    mistakes.append("work_mem: expected a size such as 256MB")
                }
            case "postcodes": postcodes = value.string.flatMap { $0.isEmpty ? nil : $0 }
            case "providers": providers = value.sequence?.compactMap(\.string) ?? value.string.flatMap { $0.isEmpty ? nil : [$0] } ?? []
            default: mistakes.append("\(key.string ?? "?"): is not a setting")
            }
        }
        guard mistakes.isEmpty else { throw WarehouseError.failed("\(path):\n" + mistakes.map { "  " + $0 }.joined(separator: "\n")) }
    }
}
