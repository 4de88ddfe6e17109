import Contracts
import Foundation
import Postgres

extension Loader {
    /// The parts of the files that are to be loaded; what was loaded before or fits nothing is reported.
    func recognise(
        _ files: [DeliveredFile], _ request: LoadRequest, _ report: inout LoadReport, by recogniser: Recogniser
    ) throws -> [Recogniser.Recognised] {
        var recognised: [Recogniser.Recognised] = []
        var problems: [String] = []
        var isNothingElse = true
        for file in files {
            func note(_ status: FileReport.Status, dataset: String = "", part: String? = nil) {
                report.files.append(FileReport(feed: report.feed, dataset: dataset, file: file.name, part: part, sha256: file.sha256, status: status))
            }
            let before = try alreadyLoaded(file, request, feed: report.feed, scope: report.scope)
            if let whole = before.first(where: { $0.part == nil }) {
                note(.alreadyLoaded, dataset: whole.dataset)
                continue
            }
            isNothingElse = false
            let finding = recogniser.look(file.path, isAlone: files.count == 1)
            problems += finding.problems
            if finding.isUnknown { note(.leftAside) }
            for part in finding.parts {
                let dataset = part.match.contract.dataset
                if before.contains(where: { $0 == (dataset, part.place.name) }) {
                    note(.alreadyLoaded, dataset: dataset, part: part.place.name)
                } else {
                    recognised.append(Recogniser.Recognised(file: file, part: part))
                }
            }
            if !finding.isUnknown {
                for sheet in finding.otherSheets where !request.elsewhere.contains(FileReport.title(file.name, sheet.name)) {
                    note(sheet.isExpected ? .leftAside : .otherSheet, part: sheet.name)
                }
            }
        }
        if isNothingElse { return [] }
        for (dataset, same) in Dictionary(grouping: recognised, by: { $0.match.contract.dataset }) where same.count > 1 {
            problems.append("\(same.map(\.title).joined(separator: " and ")) are both \(dataset): one delivery has one file of each module")
        }
        guard problems.isEmpty else {
            throw WarehouseError.refused(
                reason: problems.count == 1 ? problems[0] : "\(problems.count) files do not fit:\n  " + problems.sorted().joined(separator: "\n  "),
                next: ["Ask the sender for a corrected file, or correct the contract under etl/ if the feed has changed for good."])
        }
        guard !recognised.isEmpty || report.files.contains(where: { $0.status == .alreadyLoaded }) else {
            let names = report.files.map(\.title).prefix(5).joined(separator: ", ")
            throw WarehouseError.refused(
                reason: "no file here is a module of \(report.feed): \(names)",
                next: ["Files are known by their columns; the expected ones are in etl/\(recogniser.contracts[0].agency)/."])
        }
        return recognised
    }

    /// What of a file has been loaded, where the same bytes came for the same authority and scope. A declared as-at date that differs
    /// makes it another statement: the same position on a later day.
    private func alreadyLoaded(
        _ file: DeliveredFile, _ request: LoadRequest, feed: String, scope: String
    ) throws -> [(dataset: String, part: String?)] {
        try db.query(
            """
            select distinct s.name, l.part
            from ops.load as l join ops.delivery as d using (delivery_id) join ops.dataset as s on s.dataset = l.dataset
            where l.file_sha256 = \(file.sha256) and d.feed = \(feed) and d.authority = \(request.authority)::smallint and d.scope = \(scope)
              and (\(request.asAt?.description)::date is null or d.as_at = \(request.asAt?.description)::date)
            order by 1
            """, { (dataset: try $0.decode(0, as: String.self), part: try $0.decodeIfPresent(1, as: String.self)) })
    }
}
