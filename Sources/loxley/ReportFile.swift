import ArgumentParser
import Rules

/// A report that was asked for; its form is known by the file's ending.
struct ReportFile {
    private enum Form { case html, xlsx }
    private let path: String
    private let form: Form

    init(_ path: String) throws {
        switch path.lowercased().split(separator: ".").last {
        case "html", "htm": form = .html
        case "xlsx": form = .xlsx
        default: throw ValidationError("--report: a report is a file that ends in .html or .xlsx")
        }
        self.path = path
    }

    /// Writes it.
    /// - Returns: a file that was written beside it.
    func write(_ report: Report) throws -> String? {
        switch form {
        case .html: return try HTMLReport(report).write(to: path)
        case .xlsx:
            try XLSXReport(report).write(to: path)
            return nil
        }
    }
}
