import Contracts
import Vocabulary

/// A delivery on its way into the warehouse.
final class Delivery {
    let request: LoadRequest
    /// The datasets that its files may be of.
    let contracts: [Contract]
    let feed: String
    /// What it is a snapshot of: a collection year, or empty.
    let scope: String
    let paths: [String]
    /// The first folder among the paths that holds no file.
    let emptyFolder: String?
    /// The name under which its feed is locked.
    let lock: String
    /// Its number in the ledger of attempts.
    let attempt: Int
    private let declared: CalendarDate

    /// The day whose position the files show.
    var asAt: CalendarDate { didSet { report.asAt = asAt.description } }
    var recogniser: Recogniser
    /// The parts of its files that are new, in the order in which they are merged.
    var order: [Recogniser.Recognised] = []
    var report: LoadReport
    /// Why it was not loaded, while others that wait with it may be.
    var failure: (any Error)?
    /// Whether its transaction has ended.
    var hasEnded = false

    init(
        request: LoadRequest, contracts: [Contract], feed: String, scope: String, asAt: CalendarDate, paths: [String], emptyFolder: String?, lock: String,
        attempt: Int
    ) {
        self.request = request
        self.contracts = contracts
        self.feed = feed
        self.scope = scope
        self.asAt = asAt
        self.paths = paths
        self.emptyFolder = emptyFolder
        self.lock = lock
        self.attempt = attempt
        declared = asAt
        recogniser = Recogniser(contracts: contracts, year: request.year)
        report = LoadReport(feed: feed, authority: request.authority, scope: scope, asAt: asAt.description)
    }

    /// As it was before anything of it was read.
    func reset() {
        asAt = declared
        order = []
        report = LoadReport(feed: feed, authority: request.authority, scope: scope, asAt: declared.description)
        failure = nil
        hasEnded = false
    }

    /// Adds to the time that a step took.
    func timing(_ step: String, _ seconds: Double) {
        if let index = report.timings.firstIndex(where: { $0.step == step }) {
            report.timings[index].seconds += seconds
        } else {
            report.timings.append((step, seconds))
        }
    }
}
