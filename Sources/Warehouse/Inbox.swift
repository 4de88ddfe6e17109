import Foundation
import Postgres
import Vocabulary
import Yams

/// Deliveries that wait in the inbox: one folder each, with a `delivery.yaml` that says what it is.
///
/// ```yaml
/// feed: ssda903
/// year: 2026-27
/// as_at: 2026-09-30
/// authority: 892          # when it is not that of config/loxley.yaml
/// ```
/// Year and day are declared there, never guessed from the name of a file.
public struct Inbox: Sendable {
    /// A delivery that waits.
    public struct Waiting: Sendable {
        /// The delivery's own folder.
        public let folder: String
        /// What its `delivery.yaml` asks to be loaded.
        public let request: LoadRequest
    }

    private let folder: String
    private let settleSeconds: Int

    /// - Parameter settleSeconds: a delivery is taken when none of its files has changed for so long
    public init(folder: String, settleSeconds: Int = 60) {
        self.folder = folder
        self.settleSeconds = settleSeconds
    }

    /// What waits, oldest as-at first, and what is wrong with the rest: one line each.
    /// - Parameter only: feeds or datasets to look for; empty for all
    public func waiting(
        only: [String], authority: Int, recordedAt: String, today: CalendarDate, secondsSince1970 now: Int
    ) -> (ready: [Waiting], problems: [String]) {
        var ready: [Waiting] = []
        var problems: [String] = []
        for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() where !name.hasPrefix(".") {
            let path = folder + "/" + name
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                problems.append("\(name): a delivery is a folder with a delivery.yaml in it")
                continue
            }
            guard let text = try? String(contentsOfFile: path + "/delivery.yaml", encoding: .utf8) else {
                problems.append("\(name): has no delivery.yaml, so its feed, year and day are not declared")
                continue
            }
            guard let root = try? Yams.compose(yaml: text)?.mapping, let feed = root["feed"]?.string else {
                problems.append("\(name)/delivery.yaml: does not say feed")
                continue
            }
            if !only.isEmpty, !only.contains(feed) { continue }
            let year = root["year"]?.string.flatMap { CollectionYear($0) }
            let asAt = root["as_at"]?.string.flatMap { CalendarDate($0) }
            guard root["year"] == nil || year != nil, root["as_at"] == nil || asAt != nil else {
                problems.append("\(name)/delivery.yaml: expected year: 2026-27 and as_at: 2026-09-30")
                continue
            }
            let files = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
                .filter { !$0.hasPrefix(".") && $0 != "delivery.yaml" }.sorted().map { path + "/" + $0 }
            let newest =
                files.compactMap { (try? FileManager.default.attributesOfItem(atPath: $0))?[.modificationDate] as? Date }
                .map { Int($0.timeIntervalSince1970) }.max() ?? 0
            guard !files.isEmpty, now - newest >= settleSeconds else {
                problems.append("\(name): still arriving; left for the next run")
                continue
            }
            ready.append(
                Waiting(
                    folder: path,
                    request: LoadRequest(
                        feed: feed, authority: root["authority"]?.int ?? authority, year: year, asAt: asAt, acceptVolume: nil, paths: files,
                        recordedAt: recordedAt, today: today)))
        }
        ready.sort { ($0.request.asAt?.daysSince2000 ?? .max, $0.folder) < ($1.request.asAt?.daysSince2000 ?? .max, $1.folder) }
        return (ready, problems)
    }
}
