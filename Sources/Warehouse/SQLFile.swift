import Foundation
import Postgres

/// A file of `sql/` or `etl/`: its header's lines and its text.
struct SQLFile: Sendable {
    /// `sql/concepts/children_in_care.sql`
    let name: String
    /// All of it, header included.
    let text: String
    /// `title`, `purpose`, `inputs` … as the header gives them; continued lines joined by a space.
    let header: [String: String]

    /// Reads the header: comment lines at the top, `-- word: text`.
    init(name: String, text: String) {
        self.name = name
        self.text = text
        var header: [String: String] = [:]
        var current: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("--") else { break }
            let body = line.dropFirst(2)
            if let colon = body.firstIndex(of: ":"), body.hasPrefix(" "), !body.hasPrefix("  "),
                body[..<colon].dropFirst().allSatisfy({ $0.isLowercase })
            {
                let word = String(body[..<colon].dropFirst())
                header[word] = body[body.index(after: colon)...].trimmed
                current = word
            } else if let current {
                header[current] = [header[current] ?? "", body.trimmed].joined(separator: " ")
            }
        }
        self.header = header
    }

    /// The names after `inputs:`, and no other words.
    var inputs: [String] {
        (header["inputs"] ?? "").split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// The text with its `{{placeholders}}` filled.
    /// - Throws: ``WarehouseError/failed(_:)`` where one is left.
    func filled(_ values: [String: String]) throws -> SQL {
        var out = text
        for (name, value) in values { out = out.replacing("{{\(name)}}", with: value) }
        if let start = out.range(of: "{{"), let end = out[start.upperBound...].range(of: "}}") {
            throw WarehouseError.failed("\(name): nothing fills {{\(out[start.upperBound..<end.lowerBound])}}")
        }
        return SQL(unsafeSQL: out)
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmed: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    /// As an SQL literal. For words of the product's own files and for settings checked before; values of rows are bound.
    var sqlLiteral: String { "'" + String(self).replacing("'", with: "''") + "'" }
}
