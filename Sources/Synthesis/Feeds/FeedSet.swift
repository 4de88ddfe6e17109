import Vocabulary

/// The feeds that a plan asks for, each with its open files.
final class FeedSet {
    private var feeds: [(feed: any AgencyFeed, files: FeedFiles)] = []
    private let who: WhoIsWho
    private let identities: IdentityMaker
    private let seed: UInt64

    init(plan: SynthesisPlan, lives: LifeMaker, directory: String, faults: FaultLog?) throws {
        let asAt = plan.feedsAsAt ?? plan.asAtDate
        identities = IdentityMaker(seed: plan.seed, authority: plan.authority, asAt: asAt, lives: lives)
        seed = plan.seed
        who = try WhoIsWho(path: "\(directory)/truth/who_is_who.csv")
        for type in AgencyFeeds.all where plan.feeds.contains(type.name) {
            let world = FeedWorld(
                plan: plan, agency: type.agency, asAt: asAt, calendar: plan.calendar, lives: lives, identities: identities, profile: plan.profile)
            let folder = "\(directory)/inbox/\(type.name)"
            try Synthesiser.folder(folder)
            let files = try FeedFiles(type, world: world, folder: folder, who: who, faults: faults)
            var feed = try type.init(world)
            try feed.begin(files)
            feeds.append((feed, files))
            let delivered = type.delivery(asAt: asAt)
            try Delivery(feed: type.family, agency: type.family == nil ? type.agency : nil, year: delivered.year, plan: plan, asAt: delivered.asAt)
                .write(to: folder)
        }
    }

    func write(_ life: Life) throws {
        let identity = identities.identity(of: life)
        for place in feeds.indices {
            let files = feeds[place].files
            let told = files.spelling(of: identity)
            files.turn(to: told)
            try feeds[place].feed.write(life, told, to: files)
        }
    }

    /// Writes what is left and closes all files.
    /// - Returns: rows by agency and table
    func finish() throws -> [(agency: String, tables: [(table: String, rows: Int)])] {
        for place in feeds.indices {
            feeds[place].files.nobody()
            try feeds[place].feed.writeOthers(to: feeds[place].files)
            try feeds[place].files.close()
        }
        try who.close()
        return feeds.map { (type(of: $0.feed).name, $0.files.rowCounts) }
    }
}

/// The `delivery.yaml` of a folder of the inbox: what lies there, and of which day.
struct Delivery {
    /// The feed, where the folder is one delivery of it; nil where each file is known by its columns.
    let feed: String?
    var agency: String?
    var year: CollectionYear?
    let plan: SynthesisPlan
    let asAt: CalendarDate
    /// Where the files lie, seen from the folder, if not in it.
    var files: String?

    init(feed: String?, agency: String? = nil, year: CollectionYear? = nil, plan: SynthesisPlan, asAt: CalendarDate, files: String? = nil) {
        (self.feed, self.agency, self.year, self.plan, self.asAt, self.files) = (feed, agency, year, plan, asAt, files)
    }

    func write(to folder: String) throws {
        var lines: [String] = []
        if let feed { lines.append("feed: \(feed)") }
        if let agency { lines.append("agency: \(agency)") }
        if let year { lines.append("year: \(year)") }
        lines.append("as_at: \(asAt)")
        lines.append("authority: \(plan.authority)")
        if let files { lines.append("files: \(files)") }
        let file = try EncodedFile(path: "\(folder)/delivery.yaml")
        try file.write(lines.joined(separator: "\n") + "\n")
        try file.close()
    }
}
