import Formats
import Foundation
import Testing
import Vocabulary

@testable import Synthesis

/// Rows of a delimited file or a sheet, by column name.
func feedRows(_ path: String, sheet: String? = nil, header first: String? = nil) throws -> [[String: String]] {
    func rows(_ reader: inout some RowReader) throws -> [[String: String]] {
        var row = FieldRow()
        var made: [[String: String]] = []
        let header = reader.header
        while try reader.next(into: &row) {
            made.append(Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0 < row.count ? row.text($0) : "") }))
        }
        return made
    }
    let matcher: (@Sendable ([String]) -> Bool)? = if let first { { names in names.first == first } } else { nil }
    if let sheet {
        var reader = try XLSXReader(path: path, sheet: .named(sheet), headerMatcher: matcher)
        return try rows(&reader)
    }
    var options = DelimitedOptions()
    options.headerMatcher = matcher
    var reader = try DelimitedReader(path: path, options: options)
    return try rows(&reader)
}

/// A feed of every kind of file.
private struct EveryKind: AgencyFeed {
    static let agency = "test"
    static let first = FeedTable(
        workbook: "Book {date}.xlsx", sheet: "First", title: ["Report for {month}"], header: ["Ref", "Name", "Day", "When", "Amount", "Yes"])
    static let second = FeedTable(workbook: "Book {date}.xlsx", sheet: "Second", style: .init(dates: .iso), header: ["Number", "Day"])
    static let old = FeedTable(
        csv: "old.csv", title: ["Made on {date}"],
        style: .init(dates: .monthName, yes: "Yes", no: "No", delimiter: UInt8(ascii: ";"), encoding: .windows1252), header: ["Name", "Day", "Yes"])
    static let quoted = FeedTable(
        csv: "quoted.csv", style: .init(dates: .isoMidnight, encoding: .utf8WithMark, quotesAll: true), header: ["Name", "Day", "Amount"])
    static let tables = [first, second, old, quoted]
    static let census = FeedDocument(xml: "census.xml")
    static let documents = [census]
    static let habits = SpellingHabits(localID: 1, nhsNumber: 1)

    init(_ world: FeedWorld) {}
    mutating func begin(_ files: FeedFiles) throws { try files.xml(Self.census).startElement("Children") }

    mutating func write(_ life: Life, _ told: Spelling, to files: FeedFiles) throws {
        let day = CalendarDate(year: 2026, month: 2, day: 3)
        try files.add(Self.first, [.text(told.localID), "Zoë; \"Zo\"", .date(day), .moment(day, minute: 605), .decimal(-2.5), .yes(true)])
        try files.add(Self.second, [.number(life.index), .date(day)])
        try files.add(Self.old, ["Zoë", .date(day), .yes(false)])
        try files.add(Self.quoted, [.text("a \"b\""), .date(day), .decimal(1.005, places: 1)])
        try files.xml(Self.census).element("Child", told.localID ?? "")
    }
}

/// Files of a feed: what is written comes back, the same every time.
@Suite struct FeedTests {
    private func write(_ folder: String, mess: Double = 0) throws -> [(table: String, rows: Int)] {
        var plan = try TestWorld.plan(children: 10)
        plan.mess = mess
        let lives = LifeMaker(plan: plan)
        let identities = IdentityMaker(seed: plan.seed, authority: plan.authority, asAt: plan.asAtDate, lives: lives)
        let world = FeedWorld(
            plan: plan, agency: "test", asAt: plan.asAtDate, calendar: plan.calendar, lives: lives, identities: identities, profile: plan.profile)
        try Synthesiser.folder(folder)
        let who = try WhoIsWho(path: folder + "/who.csv")
        let log = mess > 0 ? try FaultLog(path: folder + "/faults.csv") : nil
        let files = try FeedFiles(EveryKind.self, world: world, folder: folder, who: who, faults: log)
        var feed = EveryKind(world)
        try feed.begin(files)
        for index in 0..<50 {
            let life = lives.life(index)
            let told = files.spelling(of: identities.identity(of: life))
            files.turn(to: told)
            try feed.write(life, told, to: files)
        }
        try files.close()
        try who.close()
        try log?.close()
        return files.rowCounts
    }

    @Test func everyKindOfFileComesBack() throws {
        try withFolder { folder in
            #expect(try write(folder).map(\.rows) == [50, 50, 50, 50])
            let first = try feedRows(folder + "/Book 20260930.xlsx", sheet: "First", header: "Ref")
            #expect(first.count == 50)
            let row = try #require(first.first)
            #expect(row["Name"] == "Zoë; \"Zo\"" && row["Day"] == "03/02/2026" && row["When"] == "03/02/2026 10:05")
            #expect(row["Amount"] == "-2.5" && row["Yes"] == "Y")
            let second = try feedRows(folder + "/Book 20260930.xlsx", sheet: "Second")
            #expect(second.map { $0["Number"] } == (0..<50).map { String($0) } && second[0]["Day"] == "2026-02-03")
            let old = try feedRows(folder + "/old.csv", header: "Name")
            #expect(old.count == 50 && old[7] == ["Name": "Zoë", "Day": "03-Feb-2026", "Yes": "No"])
            let quoted = try feedRows(folder + "/quoted.csv")
            #expect(quoted[49] == ["Name": "a \"b\"", "Day": "2026-02-03 00:00:00", "Amount": "1.0"])
            let xml = try String(contentsOfFile: folder + "/census.xml", encoding: .utf8)
            #expect(xml.components(separatedBy: "<Child>").count == 51 && xml.hasSuffix("</Children>\n"))
            #expect(try feedRows(folder + "/who.csv").count == 50)
        }
    }

    @Test(arguments: [0, 0.2]) func theSameBytesEveryTime(mess: Double) throws {
        try withFolder { folder in
            #expect(try write(folder + "/a", mess: mess).map(\.rows) == (try write(folder + "/b", mess: mess).map(\.rows)))
            for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/a") {
                let a = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a/\(name)"))
                #expect(a == (try Data(contentsOf: URL(fileURLWithPath: "\(folder)/b/\(name)"))), "\(name)")
            }
        }
    }

    /// Every fault that is noted stands in the row that it names.
    @Test func faultsAreNoted() throws {
        try withFolder { folder in
            _ = try write(folder, mess: 0.3)
            let faults = try feedRows(folder + "/faults.csv").filter { $0["module"] == "test/quoted.csv" }
            #expect(faults.count > 5)
            let rows = try feedRows(folder + "/quoted.csv")
            for fault in faults where fault["column"]?.isEmpty == false && !(fault["fault"] ?? "").contains("space") {
                let place = try #require(fault["row"].flatMap { Int($0) })
                #expect(rows[place - 1][fault["column"] ?? ""]?.hasPrefix(fault["was"] ?? "?") == false, "\(fault)")
            }
        }
    }

    @Test func profilesNameTheirMistakesTogether() throws {
        try withFolder { folder in
            try Synthesiser.folder(folder)
            try "health:\n  dental: 0.5\n".write(toFile: folder + "/base.yaml", atomically: true, encoding: .utf8)
            try "based_on: base\nhealth:\n  dentel: 0.5\n  dental: many\npolice: 3\n".write(
                toFile: folder + "/own.yaml", atomically: true, encoding: .utf8)
            #expect(try Profile(name: "base", folder: folder).numbers == ["health.dental": 0.5])
            #expect {
                try Profile(name: "own", folder: folder)
            } throws: { error in
                guard case SynthesisError.plan(let mistakes) = error else { return false }
                return mistakes.count == 3
            }
            #expect(throws: SynthesisError.self) { try Profile(name: "none", folder: folder) }
        }
    }

    @Test func profilesOfTheRepositoryAreReadable() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: TestWorld.root + "/config/profiles") {
            #expect(try !Profile(name: String(name.dropLast(5)), folder: TestWorld.root + "/config/profiles").numbers.isEmpty)
        }
    }
}

/// Names and numbers of people.
@Suite struct IdentityTests {
    @Test func numbersAreValidAndNobodyElses() throws {
        let made = try TestWorld(children: 300, seed: 5)
        let all = made.lives.map(made.world.identities.identity) + (0..<500).map(made.world.identities.stranger)
        for who in all {
            #expect(NHSNumber(who.nhsNumber) != nil && who.nhsNumber.hasPrefix("999"))
            #expect(who.upn.map { UPN($0) != nil } ?? true)
            #expect(who.formerUPN.map { UPN($0) != nil && $0 != who.upn } ?? true)
        }
        func unique(_ values: [String]) -> Bool { Set(values).count == values.count }
        #expect(unique(all.map(\.nhsNumber)) && unique(all.compactMap(\.upn) + all.compactMap(\.formerUPN)))
        #expect(unique(all.compactMap(\.uln)) && unique(all.compactMap(\.policeNominal)) && unique(all.compactMap(\.youthJusticeCase)))
        #expect(unique(all.compactMap { $0.localID.map(String.init) }))
        #expect(all.contains { $0.upn?.last?.isLetter == true } && all.contains { $0.formerUPN != nil })
        // Numbers of people far along, too.
        for serial in [0, 879_999, 880_000, 5_000_000] { #expect(NHSNumber(TestNHSNumber.number(serial)) != nil) }
        #expect(Set((0..<20_000).map(TestNHSNumber.number)).count == 20_000)
    }

    /// Children of a family share name and mother; those outside care their home, too. Some are twins.
    @Test func siblingsShareANameAndAHome() throws {
        let made = try TestWorld(children: 400, seed: 6)
        let known = Dictionary(uniqueKeysWithValues: made.lives.map { ($0.index, made.world.identities.identity(of: $0)) })
        var shared = 0
        var twins = 0
        for life in made.lives {
            guard let sibling = life.outside?.sibling, let elder = known[sibling], let younger = known[life.index] else { continue }
            shared += 1
            if elder.birth == younger.birth { twins += 1 }
            #expect(elder.surname == younger.surname && elder.mother?.localID == younger.mother?.localID)
            #expect(elder.home == younger.home)
        }
        #expect(shared > 100 && twins > 3)
        let surnames = Dictionary(grouping: made.lives.prefix(3_000).compactMap { known[$0.index]?.mother?.localID }, by: { $0 })
        #expect(surnames.values.contains { $0.count > 1 })
    }

    /// An agency spells a person the same way every time, another one differently; most as they are.
    @Test func spellingsVary() throws {
        let made = try TestWorld(children: 300, seed: 7)
        let habits = SpellingHabits(localID: 0.9, nhsNumber: 0.95, upn: 0.8, reference: .own(prefix: "A-"), staleLocalID: 0.05)
        var variants: [String: Int] = [:]
        var references: Set<String> = []
        for life in made.lives {
            let who = made.world.identities.identity(of: life)
            let told = Spelling(who, by: "one", habits: habits, seed: 7)
            #expect(told.surname == Spelling(who, by: "one", habits: habits, seed: 7).surname)
            references.insert(told.reference ?? "")
            for variant in told.variants { variants[variant, default: 0] += 1 }
            if told.variants.isEmpty { #expect(told.birth == who.birth && told.surname == who.surname && told.forename == who.forename) }
        }
        #expect(references.count == made.lives.count)
        for variant in ["nickname", "former_surname", "swapped_date", "plain_letters", "misspelt", "stale_local_id", "no_nhs_number", "former_upn"] {
            #expect(variants[variant, default: 0] > 0, "\(variant)")
            #expect(variants[variant, default: 0] < made.lives.count / 4, "\(variant)")
        }
    }
}

/// The feeds of all agencies as the command writes them.
@Suite struct DeliveryTests {
    /// Every file below a folder, by its path in it.
    private func contents(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder), !isFolder.boolValue else { continue }
            files[path] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
        }
        return files
    }

    @Test(arguments: [0, 0.05]) func allFeedsAreDeliveredTheSameEveryTime(mess: Double) throws {
        try withFolder { folder in
            var plan = try TestWorld.plan(children: 60, seed: 8, feeds: Set(SynthesisPlan.knownFeeds))
            plan.mess = mess
            let summary = try Synthesiser.write(plan, to: folder + "/a")
            _ = try Synthesiser.write(plan, to: folder + "/b")
            let first = try contents(folder + "/a")
            let second = try contents(folder + "/b")
            #expect(Set(first.keys) == Set(second.keys))
            for (path, data) in first { #expect(second[path] == data, "\(path)") }
            #expect(Set(summary.feeds.map(\.agency)) == Set(AgencyFeeds.all.map { $0.name }))
            for feed in AgencyFeeds.all {
                let delivery = String(decoding: first["inbox/\(feed.name)/delivery.yaml"] ?? Data(), as: UTF8.self)
                // The census is of the last 31 March.
                let day = feed.name == "cin_census" ? "2026-03-31" : "2026-09-30"
                #expect(delivery.contains("as_at: \(day)\nauthority: 892\n"), "\(feed.name)")
            }
            #expect(first["inbox/ssda903-2026-27/delivery.yaml"].map { String(decoding: $0, as: UTF8.self).contains("files: ../../ssda903/2026-27") } == true)
        }
    }

    /// The 903 is the same with and without the others, and an earlier day's files say what the later ones say of that time.
    @Test func feedsLeaveTheReturnAlone() throws {
        try withFolder { folder in
            let alone = try TestWorld.plan(children: 60, seed: 9)
            var all = alone
            all.feeds = Set(SynthesisPlan.knownFeeds)
            all.feedsAsAt = CalendarDate(year: 2026, month: 6, day: 30)
            _ = try Synthesiser.write(alone, to: folder + "/alone")
            _ = try Synthesiser.write(all, to: folder + "/all")
            #expect(try contents(folder + "/alone/ssda903") == (try contents(folder + "/all/ssda903")))
            let delivery = try String(contentsOfFile: folder + "/all/inbox/voice/delivery.yaml", encoding: .utf8)
            #expect(delivery.contains("as_at: 2026-06-30"))
        }
    }

    @Test func unknownFeedsAreRefused() throws {
        let plan = try TestWorld.plan(children: 10, feeds: ["ssda903", "nobody"])
        #expect(throws: SynthesisError.self) { try Synthesiser.write(plan, to: "/nowhere") }
    }
}
