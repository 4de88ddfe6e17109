import Foundation
import Vocabulary

/// What `loxley load` is asked to do.
public struct LoadRequest: Sendable {
    /// A dataset or a family.
    public var feed: String
    /// DfE number of the authority.
    public var authority: Int
    /// The collection year the files are of; nil where the feed has none.
    public var year: CollectionYear?
    /// The day whose position the files show; nil: what their contract says (`as_at:`), or the earlier of the day of receipt and the
    /// year's last day.
    public var asAt: CalendarDate?
    /// The reason for more retirements than the guard allows.
    public var acceptVolume: String?
    /// Files and folders.
    public var paths: [String]
    /// Rows out of quarantine tried again: says nothing of what it leaves out.
    var partial = false
    /// The agency among whose contracts the files were recognised; nil for all.
    var agency: String?
    /// Worksheets that another delivery takes, by file and name; they are not told as left aside.
    var elsewhere: Set<String> = []
    /// The moment of recording, ISO 8601 with zone.
    public var recordedAt: String
    /// The day of receipt.
    public var today: CalendarDate

    /// A request; the parameters are those of the properties.
    public init(
        feed: String, authority: Int, year: CollectionYear?, asAt: CalendarDate?, acceptVolume: String?, paths: [String], recordedAt: String,
        today: CalendarDate
    ) {
        self.feed = feed
        self.authority = authority
        self.year = year
        self.asAt = asAt
        self.acceptVolume = acceptVolume
        self.paths = paths
        self.recordedAt = recordedAt
        self.today = today
    }

    /// The command line that repeats this request with a further option.
    func command(_ option: String) -> String {
        var words = ["loxley load", feed, "--la \(authority)"]
        if let year { words.append("--year \(year)") }
        if let asAt { words.append("--as-at \(asAt)") }
        words.append(option)
        let quoted = paths.map { path in path.contains { " '\"$&();".contains($0) } ? "'" + path.replacing("'", with: "'\\''") + "'" : path }
        return (words + quoted).joined(separator: " ")
    }
}
