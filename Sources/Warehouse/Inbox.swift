import Contracts
import Foundation
import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

/// What waits in the inbox: files, and folders of files that belong together.
///
/// A folder with a `delivery.yaml` that names a feed is one delivery. In any other folder, and in the inbox itself, each file is known by its
/// columns: files of one family, in one folder and of one day, are one delivery, each other file is its own. Their day is declared by the
/// folder, or their contract says where it comes from (`as_at:`).
public struct Inbox {
    /// A delivery that waits.
    public struct Waiting: Sendable {
        /// The folder or file, from the inbox on.
        public let name: String
        /// What is to be loaded.
        public let request: LoadRequest
        /// When its newest file last changed, in seconds since 1970.
        let modified: Int
        /// The size of its files.
        let bytes: Int
    }

    /// A file or folder that is not taken now.
    public struct Left: Sendable {
        /// Its name, from the inbox on.
        public let name: String
        /// ``FileReport/Status/stillArriving`` or ``FileReport/Status/notRecognised``
        public let status: FileReport.Status
        /// Why, and what to do.
        public let reason: String
    }

    private let folder: String
    private let home: Home
    private let settleSeconds: Int
    private let authority: Int
    private let recordedAt: String
    private let today: CalendarDate
    private let now: Int

    private var only: [String] = []
    private var ready: [Waiting] = []
    private var left: [Left] = []

    /// - Parameters:
    ///   - settleSeconds: files are taken when they have not changed for so long
    ///   - authority: DfE number of the authority, where a delivery does not name it
    ///   - recordedAt: the moment of recording, ISO 8601 with zone
    ///   - now: seconds since 1970
    public init(
        folder: String, home: Home, settleSeconds: Int = 60, authority: Int, recordedAt: String, today: CalendarDate, secondsSince1970 now: Int
    ) {
        self.folder = folder
        self.home = home
        self.settleSeconds = settleSeconds
        self.authority = authority
        self.recordedAt = recordedAt
        self.today = today
        self.now = now
    }

    /// Looks into the inbox.
    /// - Parameter only: feeds or datasets to look for; empty for all
    /// - Returns: what can be loaded, oldest as-at first, and what cannot.
    public func look(only: [String] = []) -> (ready: [Waiting], left: [Left]) {
        var work = self
        work.only = only
        guard isFolder(folder) else {
            return ([], [Left(name: folder, status: .notRecognised, reason: "there is no such folder; name the inbox with --inbox, or in config/loxley.yaml")])
        }
        work.scan("", DeliveryDeclaration(), isInbox: true)
        let inbox = work
        work.ready.sort { a, b in
            let (dayA, dayB) = (a.request.asAt?.daysSince2000 ?? .max, b.request.asAt?.daysSince2000 ?? .max)
            return (dayA, inbox.turn(a.request.feed), a.request.feed, a.modified, a.name) < (
                dayB, inbox.turn(b.request.feed), b.request.feed, b.modified, b.name
            )
        }
        return (work.ready, work.left)
    }

    /// Of one day's files, reference data come first, then those of social care, whose children the others' records are tied to: any order
    /// ends in the same warehouse, but in this one hardly anything has to be derived twice.
    private func turn(_ feed: String) -> Int {
        let contracts = home.contracts.filter { $0.family == feed || $0.dataset == feed }
        return contracts.contains(where: \.isNational) ? 0 : contracts.contains(where: \.isSpine) ? 1 : 2
    }

    private func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private func path(_ name: String) -> String { name.isEmpty ? folder : folder + "/" + name }

    /// Names in a folder, from the inbox on, in order; hidden ones and the declaration left out.
    private func entries(_ name: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).filter { !$0.hasPrefix(".") && $0 != "delivery.yaml" }.sorted()
            .map { name.isEmpty ? $0 : name + "/" + $0 }
    }

    /// When a file last changed, in seconds since 1970.
    private func modified(_ name: String) -> Int { status(name)?.st_mtim.tv_sec ?? 0 }

    private func bytes(_ name: String) -> Int { status(name).map { Int($0.st_size) } ?? 0 }

    private func status(_ name: String) -> stat? {
        var status = stat()
        return stat(path(name), &status) == 0 ? status : nil
    }

    private func waiting(_ name: String, _ request: LoadRequest, _ files: [String]) -> Waiting {
        Waiting(name: name, request: request, modified: files.map(modified).max() ?? 0, bytes: files.map(bytes).reduce(0, +))
    }

    /// Whether a file may still be growing. One with a time far in the future, of a clock gone wrong, is not.
    private func isArriving(_ name: String) -> Bool { abs(now - modified(name)) < settleSeconds }

    private mutating func leave(_ name: String, _ status: FileReport.Status, _ reason: String) { left.append(Left(name: name, status: status, reason: reason)) }

    /// Looks into a folder and those in it.
    private mutating func scan(_ name: String, _ outer: DeliveryDeclaration, isInbox: Bool = false) {
        var declared = outer
        if let yaml = try? String(contentsOfFile: path(name) + "/delivery.yaml", encoding: .utf8) {
            do {
                declared = try DeliveryDeclaration(yaml: yaml, outer: outer)
                if let agency = declared.agency, !home.contracts.contains(where: { $0.agency == agency }) {
                    throw DeliveryDeclaration.Mistake(
                        text: "there is no agency \(agency); agencies are \(Set(home.contracts.map(\.agency)).sorted().joined(separator: ", "))")
                }
            } catch let mistake as DeliveryDeclaration.Mistake {
                return leave(name + "/delivery.yaml", .notRecognised, mistake.text)
            } catch {
                return leave(name + "/delivery.yaml", .notRecognised, "cannot be read")
            }
        }
        let place = declared.files.map { name.isEmpty ? $0 : name + "/" + $0 } ?? name
        guard isFolder(path(place)) else { return leave(name + "/delivery.yaml", .notRecognised, "files: names no folder") }
        if let feed = declared.feed { return deliver(feed, name, declared, entries(place)) }
        let inside = entries(place)
        recognise(inside.filter { !isFolder(path($0)) }, in: name, declared, isInbox: isInbox)
        for folder in inside where isFolder(path(folder)) { scan(folder, declared) }
    }

    /// A folder that names its feed: one delivery.
    private mutating func deliver(_ feed: String, _ name: String, _ declared: DeliveryDeclaration, _ files: [String]) {
        if !only.isEmpty, !only.contains(feed) { return }
        if files.isEmpty { return leave(name, .stillArriving, "holds no file yet; left for the next run") }
        if files.contains(where: isArriving) { return leave(name, .stillArriving, "still arriving; left for the next run") }
        ready.append(waiting(name, request(feed, declared, declared.asAt, files, year: declared.year), files))
    }

    private func request(_ feed: String, _ declared: DeliveryDeclaration, _ asAt: CalendarDate?, _ files: [String], year: CollectionYear?) -> LoadRequest {
        var request = LoadRequest(
            feed: feed, authority: declared.authority ?? authority, year: year, asAt: asAt, acceptVolume: nil, paths: files.map(path),
            recordedAt: recordedAt, today: today)
        request.agency = declared.agency
        return request
    }

    /// A part of a file that was recognised in a folder without a feed.
    private struct Found {
        let file: String
        let part: Recogniser.Part
        let day: CalendarDate
    }

    /// Files of a folder that names no feed: each is known by its columns.
    private mutating func recognise(_ files: [String], in folder: String, _ declared: DeliveryDeclaration, isInbox: Bool) {
        let arriving = files.filter(isArriving)
        if !arriving.isEmpty, !isInbox {
            // Files of one family may be among those that have not come yet.
            return leave(folder, .stillArriving, "still arriving; left for the next run")
        }
        for file in arriving { leave(file, .stillArriving, "still arriving; left for the next run") }
        let contracts = home.contracts.filter { declared.agency == nil || $0.agency == declared.agency }
        let recogniser = Recogniser(contracts: contracts, year: declared.year)
        var found: [Found] = []
        for file in files where !arriving.contains(file) {
            let finding = recogniser.look(path(file), isAlone: true)
            let wanted = finding.parts.filter { only.isEmpty || only.contains($0.match.contract.family) || only.contains($0.match.contract.dataset) }
            if only.isEmpty {
                for problem in finding.problems { leave(file, .notRecognised, problem) }
                if finding.isUnknown {
                    leave(
                        file, .notRecognised,
                        "no contract\(declared.agency.map { " of \($0)" } ?? "") fits it; name its feed in a delivery.yaml beside it, or write its contract (etl/)"
                    )
                }
            }
            do {
                for part in wanted { found.append(Found(file: file, part: part, day: try day(of: part, file, declared, recogniser))) }
            } catch {
                found.removeAll { $0.file == file }
                let reason = if case WarehouseError.refused(let reason, _) = error { reason } else { "\(error)" }
                leave(file, .notRecognised, "\(reason). Put it into a folder with a delivery.yaml that says as_at: 2026-09-30")
            }
        }
        gather(found, declared, folder, families: arriving.isEmpty)
    }

    private func day(of part: Recogniser.Part, _ file: String, _ declared: DeliveryDeclaration, _ recogniser: Recogniser) throws -> CalendarDate {
        if let day = declared.asAt { return day }
        let title = FileReport.title((file as NSString).lastPathComponent, part.place.name)
        guard let day = try DayShown(recogniser: recogniser).day(of: part, path: path(file), title: title) else {
            throw WarehouseError.refused(reason: "nothing says which day \(title) shows", next: [])
        }
        return day
    }

    /// Makes deliveries of what was recognised in one folder.
    /// - Parameter families: whether all files of the folder have come, so that a family can be taken
    private mutating func gather(_ found: [Found], _ declared: DeliveryDeclaration, _ folder: String, families: Bool) {
        struct Key: Hashable {
            let family: String
            let day: CalendarDate
            /// Files of one family come together; another file is a delivery of its own.
            let file: String?
        }
        var groups: [Key: [Found]] = [:]
        for item in found {
            let contract = item.part.match.contract
            let isFamily = contract.family != contract.dataset
            groups[Key(family: contract.family, day: item.day, file: isFamily ? nil : item.file), default: []].append(item)
        }
        for (key, items) in groups.sorted(by: { ($0.key.family, $0.key.file ?? "") < ($1.key.family, $1.key.file ?? "") }) {
            let files = Set(items.map(\.file)).sorted()
            let name = key.file ?? (files.count == 1 ? files[0] : folder.isEmpty ? key.family : folder)
            let contracts = items.map(\.part.match.contract)
            if key.file == nil, !families {
                for file in files { leave(file, .stillArriving, "other files are still arriving; left for the next run") }
                continue
            }
            let byYear = home.contracts.contains { $0.family == key.family && $0.snapshot == .collectionYear }
            if byYear, declared.year == nil {
                for file in files {
                    leave(
                        file, .notRecognised,
                        "\(key.family) is a snapshot of a collection year: put it into a folder with a delivery.yaml that says year: 2026-27")
                }
                continue
            }
            let rivals = found.filter { other in
                other.part.match.contract.dataset == contracts[0].dataset && other.day == key.day && other.file != items[0].file
            }
            if key.file != nil, declared.asAt != nil, contracts[0].snapshot != .delta, !rivals.isEmpty {
                leave(
                    name, .notRecognised,
                    "\(rivals[0].file) shows the same list on the same day, and each would retire what the other has; leave one of them here")
                continue
            }
            var request = request(key.family, declared, key.day, files, year: byYear ? declared.year : nil)
            request.elsewhere = Set(
                found.filter { item in files.contains(item.file) && item.part.match.contract.family != key.family }
                    .map { FileReport.title(($0.file as NSString).lastPathComponent, $0.part.place.name) })
            ready.append(waiting(name, request, files))
        }
    }
}
