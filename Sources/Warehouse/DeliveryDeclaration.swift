import Foundation
import Vocabulary
import Yams

/// What a folder of the inbox says of its files: its `delivery.yaml`.
///
/// ```yaml
/// feed: ssda903           # all files are one delivery of this feed; without it each file is known by its columns
/// agency: health          # among the contracts of this agency
/// year: 2026-27           # for what is a snapshot of a collection year
/// as_at: 2026-09-30       # the day whose position the files show
/// authority: 892          # when it is not that of config/loxley.yaml
/// files: extracts/now     # where the files are, from this folder on
/// ```
/// Year and day are declared here, never guessed from the name of a file.
struct DeliveryDeclaration: Sendable {
    var feed: String?
    var agency: String?
    var year: CollectionYear?
    var asAt: CalendarDate?
    var authority: Int?
    var files: String?

    /// Nothing is declared.
    init() {}

    /// What is wrong with a declaration.
    struct Mistake: Error { let text: String }

    /// Reads a declaration.
    /// - Parameter outer: that of the folder around, which holds where this one says nothing
    /// - Throws: ``Mistake``.
    init(yaml: String, outer: DeliveryDeclaration) throws {
        self = outer
        files = nil
        guard let root = try? Yams.compose(yaml: yaml)?.mapping else { throw Mistake(text: "is not a mapping of names to values") }
        for (key, value) in root {
            let text = value.string ?? ""
            switch key.string ?? "?" {
            case "feed": feed = text
            case "agency": agency = text
            case "files": files = text
            case "year":
                year = CollectionYear(text)
                if year == nil { throw Mistake(text: "expected year: 2026-27") }
            case "as_at":
                asAt = CalendarDate(text)
                if asAt == nil { throw Mistake(text: "expected as_at: 2026-09-30") }
            case "authority":
                authority = Int(text)
                if authority == nil { throw Mistake(text: "expected authority: a DfE number such as 892") }
            case let word: throw Mistake(text: "\(word) is not one of feed, agency, year, as_at, authority, files")
            }
        }
    }
}
