import Formats
import Warehouse

/// Prints a run: one line for each file, and what it came to.
struct RunPrinter {
    let options: Options

    /// The files of one delivery, when it has ended.
    func tell(_ files: [FileReport], _ report: LoadReport?) {
        guard options.format == .text else {
            for file in files { if let reason = file.reason { options.note("\(file.file): \(file.status.rawValue): \(reason)") } }
            return
        }
        if files.count == 1, files[0].feed.isEmpty, let reason = files[0].reason {
            // What a reader of the file says names it already.
            let words = reason.hasPrefix(files[0].file + ": ") ? String(reason.dropFirst(files[0].file.count + 2)) : reason
            return print(" \(RunPrinter.padded(files[0].status.rawValue, 15)) \(files[0].title): \(words)")
        }
        if let first = files.first, let reason = first.reason, files.allSatisfy({ $0.status == .notDue }) {
            return print(
                " \(RunPrinter.padded(first.status.rawValue, 15)) \(RunPrinter.padded(first.feed, 44)) \(RunPrinter.number(files.count, "file")): \(reason)")
        }
        let width = files.map(\.title.count).max() ?? 0
        for file in files {
            let name = file.dataset.isEmpty ? file.feed : file.dataset
            let words = [
                RunPrinter.padded(file.status.rawValue, 15), RunPrinter.padded(name, 44), RunPrinter.padded(file.title, width), RunPrinter.counts(file),
            ]
            print(" " + words.joined(separator: " ").trimmingBlanks())
        }
        // The same reason for all files of a delivery is said once.
        for reason in Set(files.compactMap(\.reason)).sorted() {
            print("   \(reason)".replacing("\n", with: "\n   "))
        }
        if let report { LoadPrinter(options: options).attention(report, report.total) }
    }

    /// What the run came to.
    func finish(_ summary: InboxRun.Summary) throws {
        if options.format != .text { try LoadPrinter.print(files: summary.files, options.format) }
        var lines: [String] = []
        let feeds = Set(summary.files.map(\.feed).filter { !$0.isEmpty }).count
        let byStatus = Dictionary(grouping: summary.files, by: \.status.rawValue).mapValues(\.count).sorted { $0.key < $1.key }
        let total = summary.files.reduce(into: RowCounts()) { $0 += $1.counts }
        lines.append(
            "\(RunPrinter.number(feeds, "feed")), \(RunPrinter.number(summary.files.count, "file"))"
                + (byStatus.isEmpty ? "" : " (\(byStatus.map { "\($0.value) \($0.key)" }.joined(separator: ", ")))")
                + ", \(RunPrinter.number(total.read, "row")) read, \(TerminalTable.thousands(total.new + total.changed + total.conflict)) new or changed")
        var attention: [String] = []
        for (count, words) in [(total.quarantined, "in quarantine"), (total.unusable, "unusable"), (total.waiting, "waiting for their person")] where count > 0
        {
            attention.append("\(RunPrinter.number(count, "row")) \(words)")
        }
        for feed in summary.overdue {
            guard case .overdue(let since) = feed.state else { continue }
            attention.append("\(feed.feed) is overdue since \(since) (\(feed.due)); its newest file shows \(feed.lastAsAt)")
        }
        if !attention.isEmpty { lines.append("attention: " + attention.joined(separator: "; ")) }
        if options.format == .text { print("\n" + lines.joined(separator: "\n")) } else { for line in lines { options.note(line) } }
    }

    /// `700 rows: 690 new, 10 quarantined`
    private static func counts(_ file: FileReport) -> String {
        guard file.status == .loaded else { return "" }
        let parts: [(String, KeyPath<RowCounts, Int>)] = [
            ("new", \.new), ("changed", \.changed), ("unchanged", \.unchanged), ("duplicate", \.duplicate), ("conflict", \.conflict), ("stale", \.stale),
            ("ignored", \.ignored), ("quarantined", \.quarantined),
        ]
        var words = parts.compactMap { word, path in
            file.counts[keyPath: path] > 0 ? "\(TerminalTable.thousands(file.counts[keyPath: path])) \(word)" : nil
        }
        if file.counts.retired > 0 { words.append("\(TerminalTable.thousands(file.counts.retired)) retired") }
        return number(file.counts.read, "row") + (words.isEmpty ? "" : ": " + words.joined(separator: ", "))
    }

    private static func number(_ count: Int, _ word: String) -> String { "\(TerminalTable.thousands(count)) \(word)\(count == 1 ? "" : "s")" }

    private static func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
}
