import Vocabulary

/// What a synthesis made: counts, and the figures beside those that the lives were modelled on.
public struct SynthesisSummary: Sendable, CustomStringConvertible {
    /// A figure of the made children beside the published one.
    public struct Figure: Sendable {
        /// What is measured.
        public let title: String
        /// As it came out; nil where there was nobody to measure.
        public let value: Double?
        /// As published for a city authority around 2021 (see the measure catalogue), or the aim where nothing is published.
        public let target: String
    }

    /// Children in care on the last known day, short breaks left out.
    public let childrenInCare: Int
    /// Children who are in at least one of the returns.
    public let childrenInReturns: Int
    /// Data rows by collection year and file, in the order of the return.
    public let rows: [(year: CollectionYear, modules: [(module: String, rows: Int)])]
    /// Data rows by agency and table.
    public let feeds: [(agency: String, tables: [(table: String, rows: Int)])]
    /// Shares in per cent, and numbers.
    public let figures: [Figure]
    /// Faults planted, by kind.
    public let faults: [String: Int]

    /// All data rows written.
    public var totalRows: Int {
        rows.reduce(0) { $0 + $1.modules.reduce(0) { $0 + $1.rows } } + feeds.reduce(0) { $0 + $1.tables.reduce(0) { $0 + $1.rows } }
    }

    /// The value of a figure by its title.
    public func figure(_ title: String) -> Double? { figures.first { $0.title == title }?.value }

    /// Counts, rows and figures as lines of text, each figure beside the published one.
    public var description: String {
        var lines = ["\(childrenInCare) children in care at the end, \(childrenInReturns) in the returns, \(totalRows) rows"]
        for (year, modules) in rows {
            lines.append("\(year)  " + modules.map { "\($0.module) \($0.rows)" }.joined(separator: ", "))
        }
        for (agency, tables) in feeds {
            lines.append("\(agency)  " + tables.map { "\($0.table) \($0.rows)" }.joined(separator: ", "))
        }
        for figure in figures {
            let value = figure.value.map { String(Double(Int($0 * 10 + 0.5)) / 10) } ?? "none"
            lines.append("\(figure.title): \(value) (published or aimed at: \(figure.target))")
        }
        if !faults.isEmpty {
            lines.append("planted: " + faults.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        }
        return lines.joined(separator: "\n")
    }
}
