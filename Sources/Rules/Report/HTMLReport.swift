import Formats

/// The report as one page that opens without a network: head, counts, and the findings as data that the page's own script shows.
///
/// A page of more findings than ``most`` would be slow to open: it then has the counts by rule and by child and a sample of each rule's
/// findings, and the full list stands beside it as CSV.
public struct HTMLReport {
    private let report: Report
    private let most: Int
    private let samples: Int
    private let mostChildren: Int

    /// - Parameters:
    ///   - most: findings that a page holds in full
    ///   - samples: findings of each rule that a larger page holds
    ///   - mostChildren: children that a larger page names, those with the most findings
    public init(_ report: Report, most: Int = 20_000, samples: Int = 20, mostChildren: Int = 10_000) {
        self.report = report
        self.most = most
        self.samples = samples
        self.mostChildren = mostChildren
    }

    /// Writes the page; with it the CSV, where the page is not complete.
    /// - Returns: the path of the CSV, where one was written.
    /// - Throws: `FormatError` where a file cannot be written, `PostgresError`.
    @discardableResult public func write(to path: String) throws -> String? {
        let isComplete = report.validation.findings <= most
        let list = isComplete ? nil : (path.hasSuffix(".html") ? String(path.dropLast(5)) : path) + ".findings.csv"
        if let list { try FindingsList(report).write(to: list) }
        let page = String(decoding: PackageResources.page_html, as: UTF8.self)
        let file = try OutputFile(path: path)
        var data = PageData(report, isComplete: isComplete, samples: samples, mostChildren: mostChildren, list: list.map { Report.name(of: $0) })
        var rest = Substring(page)
        while let open = rest.firstRange(of: "{{"), let close = rest.firstRange(of: "}}") {
            try file.write(String(rest[..<open.lowerBound]))
            switch rest[open.upperBound..<close.lowerBound] {
            case "title": try file.write(HTMLReport.escaped(report.title))
            case "style": try file.write(PackageResources.page_css)
            case "script": try file.write(PackageResources.page_js)
            case "data": try data.write(to: file)
            default: throw RulesError.failed("the page's template names a place that is not known")
            }
            rest = rest[close.upperBound...]
        }
        try file.write(String(rest))
        try file.finish()
        return list
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}

extension Report {
    /// The last part of a path.
    static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
