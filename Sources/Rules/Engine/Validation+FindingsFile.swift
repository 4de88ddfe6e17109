import Formats

extension Validation {
    /// The columns of the findings file.
    public static let findingsColumns = ["rule", "module", "row", "child", "fields", "title"]

    /// Writes every finding as CSV, by rule, module and row, in constant memory.
    /// - Throws: `FormatError` where the file cannot be written; what stood there is then unharmed.
    public func writeFindings(to path: String) throws {
        let writer = try CSVWriter(path: path)
        try writer.write(Validation.findingsColumns)
        var line: [UInt8] = []
        for (index, flags) in flags.enumerated() {
            let rule = plan.rules[index]
            let end = Array(",\(Validation.quoted(rule.fields.joined(separator: " "))),\(Validation.quoted(rule.title))\r\n".utf8)
            for table in flags.tables {
                let beginning = Array("\(Validation.quoted(rule.code)),\(table.name),".utf8)
                let children = childOfRow[table.index]
                try flags.sets[table.index]?.forEach { row in
                    line.removeAll(keepingCapacity: true)
                    line += beginning
                    Validation.append(row, to: &line)
                    line.append(0x2C)
                    withText(of: children[row - 1]) { Validation.append(field: $0, to: &line) }
                    line += end
                    try writer.append(line)
                }
            }
        }
        try writer.finish()
    }

    private static func append(_ number: Int, to line: inout [UInt8]) {
        let start = line.count
        var rest = number
        repeat {
            line.append(0x30 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        line[start...].reverse()
    }

    private static func append(field: ArraySlice<UInt8>, to line: inout [UInt8]) {
        guard field.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return line += field }
        line.append(0x22)
        for byte in field {
            if byte == 0x22 { line.append(0x22) }
            line.append(byte)
        }
        line.append(0x22)
    }

    private static func quoted(_ text: String) -> String {
        text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
