/// Decimal numbers as extracts write them.
enum NumberText {
    /// The text without superfluous zeros before the point; those behind it are kept, as PostgreSQL's numeric does.
    static func text(_ digits: Int64, scale: Int) -> String {
        guard scale > 0 else { return String(digits) }
        let sign = digits < 0 ? "-" : ""
        var text = String(digits.magnitude)
        if text.count <= scale { text = String(repeating: "0", count: scale + 1 - text.count) + text }
        return sign + text.dropLast(scale) + "." + text.suffix(scale)
    }

    /// Reads `1234.5`, `1,234.50`, `£1,234.50`, `-3`, `12%`; nil for anything else, or more than 18 digits.
    static func read(_ text: String) -> (digits: Int64, scale: Int)? {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest = rest.dropFirst() }
        if rest.first == "£" { rest = rest.dropFirst() }
        if rest.last == "%" { rest = rest.dropLast() }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        // A comma stands before three digits, or it is no thousands separator.
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.count == 1 || (1...3).contains(groups[0].count) else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        let digits = groups.joined() + fraction
        guard !digits.isEmpty, digits.count <= 18, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int64(digits) else { return nil }
        return (isNegative ? -value : value, fraction.count)
    }
}
