/// A table for people, as aligned text.
///
/// ```
/// feed      read    new
/// ──────  ──────  ─────
/// header   2,675  2,675
/// ──────  ──────  ─────
/// in all   2,675  2,675
/// ```
public struct TerminalTable: Sendable {
    /// On which side of its column a text stands.
    public enum Alignment: Sendable {
        /// Words.
        case left
        /// Numbers.
        case right
    }

    /// A column's title, and the side on which title and cells stand.
    public struct Column: Sendable {
        /// The heading.
        public var title: String
        /// On which side.
        public var alignment: Alignment

        /// A column.
        public init(_ title: String, _ alignment: Alignment = .left) {
            self.title = title
            self.alignment = alignment
        }
    }

    /// The columns, from left to right.
    public let columns: [Column]
    private var lines: [Line] = []

    private enum Line: Sendable {
        case row([String])
        case rule
    }

    /// A table without rows.
    public init(columns: [Column]) {
        self.columns = columns
    }

    /// Adds a row. Missing cells are empty; cells beyond the columns are left out; line ends and tabs become spaces.
    public mutating func add(_ cells: [String]) {
        let padded = columns.indices.map { $0 < cells.count ? cells[$0] : "" }
        lines.append(.row(padded.map { cell in String(cell.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }))
    }

    /// Adds a line across, above a total.
    public mutating func addRule() {
        lines.append(.rule)
    }

    /// The table as text, each line ended by a line feed.
    /// - Parameter unicode: draw lines with box characters; otherwise with hyphens.
    public func render(unicode: Bool = true) -> String {
        var widths = columns.map { DisplayWidth.of($0.title) }
        for case .row(let cells) in lines {
            for (i, cell) in cells.enumerated() { widths[i] = max(widths[i], DisplayWidth.of(cell)) }
        }
        let rule = widths.map { String(repeating: unicode ? "─" : "-", count: $0) }.joined(separator: "  ") + "\n"
        var text = line(columns.map(\.title), widths) + rule
        for entry in lines {
            switch entry {
            case .row(let cells): text += line(cells, widths)
            case .rule: text += rule
            }
        }
        return text
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = cells.indices.map { i in
            let space = String(repeating: " ", count: max(0, widths[i] - DisplayWidth.of(cells[i])))
            return columns[i].alignment == .left ? cells[i] + space : space + cells[i]
        }
        var text = padded.joined(separator: "  ")
        while text.last == " " { text.removeLast() }
        return text + "\n"
    }

    /// A whole number with commas between thousands: `1,234,567`.
    public static func thousands(_ number: some BinaryInteger) -> String {
        var text = ""
        let digits = String(number.magnitude)
        for (i, digit) in digits.enumerated() {
            if i > 0, (digits.count - i) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }
}
