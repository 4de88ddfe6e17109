import Foundation
import Postgres
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A warehouse that holds a small return of 2021-22 as it stood on 30 November 2021.
final class HeldReturn {
    let warehouse: TestWarehouse
    let children: Int
    private let before: String
    private let attempts: Int

    init(children: Int = 40) throws {
        warehouse = try TestWarehouse()
        self.children = children
        let folder = try Extract.write(Extract.small(children: children), to: warehouse.folder + "/held")
        let loaded = try warehouse.loxley("load", "ssda903", "--year", "2021-22", "--as-at", "2021-11-30", folder)
        guard loaded.code == 0 else { throw TestServer.Failed(description: "\(loaded)") }
        before = try warehouse.digest()
        attempts = try warehouse.connect().value("select count(*) from ops.attempt")
    }

    /// Writes a file into a folder of the test.
    @discardableResult
    func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let folder = warehouse.folder + "/new"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        return "\(folder)/\(name)"
    }

    /// The folder of ``file(_:_:)``.
    var folder: String { warehouse.folder + "/new" }

    /// Loads paths as the position of 31 December 2021.
    func load(_ paths: String..., more: [String] = []) throws -> Outcome {
        try Loxley.run(["load", "ssda903", "--year", "2021-22", "--as-at", "2021-12-31"] + more + paths + warehouse.options)
    }

    /// Nothing was loaded, the text says so much, and (for refusals) the attempt was recorded with its reason.
    func expectUntouched(_ outcome: Outcome, code: Int32, says texts: [String], recorded: Bool = true, at place: SourceLocation = #_sourceLocation) throws {
        #expect(outcome.code == code, "\(outcome)", sourceLocation: place)
        for text in texts { #expect(outcome.err.contains(text), "expected \"\(text)\" in: \(outcome)", sourceLocation: place) }
        #expect(try warehouse.digest() == before, "something was loaded", sourceLocation: place)
        let db = try warehouse.connect()
        #expect(try db.value("select count(*) from ops.delivery") == 1, sourceLocation: place)
        let newest = try db.rows("select outcome, exit_code, reason from ops.attempt where attempt_id > 1 order by attempt_id")
        if recorded {
            #expect(newest.count == 1 && newest.first?[0] == "refused" && newest.first?[1] == "4", "\(newest)", sourceLocation: place)
            let reason = newest.first?[2] ?? ""
            #expect(texts.isEmpty || reason.contains(texts[0]), "the reason is recorded: \(reason)", sourceLocation: place)
        } else {
            #expect(newest.isEmpty, "\(newest)", sourceLocation: place)
        }
    }
}

@Suite("Files that cannot be loaded")
struct RefusedInputTests {
    let held: HeldReturn
    init() throws { held = try HeldReturn() }

    private func small(_ module: Module) throws -> Extract {
        try #require(Extract.small(children: held.children).first { $0.module == module })
    }

    @Test("a folder without readable modules")
    func noModules() throws {
        try held.file("notes.txt", "The return\nis not here\n".utf8)
        try held.file("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3])
        try held.expectUntouched(try held.load(held.folder), code: 4, says: ["notes.txt", "exit 4"])
    }

    @Test("a folder of files that are no data files")
    func nothingKnown() throws {
        try held.file("readme.md", "The return\nis not here\n".utf8)
        try held.file("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3])
        try held.expectUntouched(try held.load(held.folder), code: 4, says: ["no file here is a module of ssda903", "Files are known by their columns"])
    }

    @Test("an empty folder")
    func emptyFolder() throws {
        try FileManager.default.createDirectory(atPath: held.folder, withIntermediateDirectories: true)
        try held.expectUntouched(try held.load(held.folder), code: 4, says: ["holds no file", "Name the folder that holds the module files"])
    }

    @Test("a path that is not there")
    func noPath() throws {
        try held.expectUntouched(try held.load(held.folder + "/nowhere"), code: 2, says: ["there is no file or folder"], recorded: false)
    }

    @Test("an unknown dataset names the closest and all feeds")
    func unknownDataset() throws {
        let outcome = try held.warehouse.loxley("load", "ssda930", "--year", "2021-22", held.warehouse.folder)
        try held.expectUntouched(outcome, code: 2, says: ["closest: ssda903", "Feeds: "], recorded: false)
    }

    @Test("a missing --year, a year that is none, a year no contract knows")
    func year() throws {
        let path = try held.file("reviews.csv", try small(.reviews).text.utf8)
        try held.expectUntouched(try held.warehouse.loxley("load", "ssda903", path), code: 2, says: ["--year 20"], recorded: false)
        try held.expectUntouched(try held.warehouse.loxley("load", "ssda903", "--year", "2021", path), code: 2, says: ["--year"], recorded: false)
        try held.expectUntouched(try held.warehouse.loxley("load", "ssda903", "--year", "2015-16", path), code: 2, says: ["2015-16"], recorded: false)
    }

    @Test("an authority that is none")
    func authority() throws {
        let path = try held.file("reviews.csv", try small(.reviews).text.utf8)
        try held.expectUntouched(try held.load(path, more: ["--la", "7"]), code: 2, says: ["not the DfE number of an authority"], recorded: false)
    }

    @Test("a file cut inside a row")
    func cutInsideRow() throws {
        let text = try small(.episodes).text
        try held.file("episodes.csv", text.utf8.prefix(text.utf8.count - 40))
        try held.expectUntouched(try held.load(held.folder), code: 4, says: ["episodes.csv is cut short", "Ask the sender for the whole file"])
    }

    @Test("a file cut inside quotes")
    func cutInsideQuotes() throws {
        var text = try small(.reviews).text
        text += "\"100041\",\"02/03/2010\",\"10/09/20"
        try held.file("reviews.csv", text.utf8)
        try held.expectUntouched(try held.load(held.folder), code: 4, says: ["reviews.csv is cut short", "quote"])
    }

    @Test("a binary file, an archive and an empty file named .csv", arguments: ["random", "ELF", "ZIP", "empty", "blank"])
    func binary(kind: String) throws {
        var random = SeededGenerator(seed: Loxley.seed)
        let noise = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }
        let (bytes, said): ([UInt8], String) =
            switch kind {
            case "random": (noise, "Ask the sender")
            case "ELF": ([0x7F, 0x45, 0x4C, 0x46] + noise, "ELF program")
            case "ZIP": ([0x50, 0x4B, 0x03, 0x04] + noise, "not a readable XLSX workbook")
            case "empty": ([], "the file is empty")
            default: (Array("\r\n\r\n  \r\n".utf8), "Ask the sender")
            }
        try held.file("episodes.csv", bytes)
        try held.file("reviews.csv", try small(.reviews).text.utf8)
        try held.expectUntouched(try held.load(held.folder), code: 4, says: ["episodes.csv: ", said, "Ask the sender"])
    }

    @Test("a file that is still being written")
    func stillWritten() throws {
        let path = try held.file("reviews.csv", try small(.reviews).text.utf8)
        let writer = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        defer { close(writer) }
        try held.expectUntouched(try held.load(path), code: 4, says: ["reviews.csv is still being written", "Load it again when the transfer has ended"])
    }

    @Test("a delivery over the volume guard; --accept-volume loads it and is recorded")
    func volume() throws {
        try Extract.write(Extract.small(children: 20), to: held.folder)
        let refused = try held.load(held.folder)
        try held.expectUntouched(
            refused, code: 4,
            says: [
                "would retire 20 of 40 records (50%)", "this feed allows 20% and at least 10",
                "loxley load ssda903 --la 892 --year 2021-22 --as-at 2021-12-31 --accept-volume \"REASON\" \(held.folder)",
            ])
        let accepted = try held.load(held.folder, more: ["--accept-volume", "twenty children moved"])
        #expect(accepted.code == 0, "\(accepted)")
        let db = try held.warehouse.connect()
        #expect(try db.lines("select guard_override from ops.delivery order by delivery_id") == ["-", "twenty children moved"])
        #expect(
            try db.lines(
                "select distinct rows_read, rows_unchanged, rows_retired from ops.load where delivery_id = (select max(delivery_id) from ops.delivery)") == [
                    "20 | 20 | 20"
                ])
        #expect(try db.value("select count(*) from star.fact_episode") == 20)
    }

    @Test("the guard lets ten go, and a fifth")
    func withinGuard() throws {
        try Extract.write(Extract.small(children: 30), to: held.folder)
        #expect(try held.load(held.folder).code == 0)
        #expect(try held.warehouse.connect().value("select count(*) from star.fact_review") == 30)
    }

    @Test("another run holds the feed's lock")
    func busy() throws {
        let path = try held.file("reviews.csv", try small(.reviews).text.utf8)
        let other = try held.warehouse.connect()
        #expect(try other.tryLock("ssda903 892"))
        try held.expectUntouched(try held.load(path), code: 5, says: ["busy: another run is loading ssda903", "try again"], recorded: false)
        // Another authority's feed is another feed.
        #expect(try held.load(path, more: ["--la", "891"]).code == 0)
        try other.unlock("ssda903 892")
        #expect(try held.load(path).code == 0)
    }

    @Test("two processes at once: one after the other or one refused as busy, never both half")
    func twoAtOnce() throws {
        try Extract.write(Extract.small(children: 45), to: held.folder)
        let command = ["load", "ssda903", "--year", "2021-22", "--as-at", "2021-12-31", held.folder] + held.warehouse.options
        let both = [try Running(command), try Running(command)]
        let codes = try both.map { try $0.wait().code }.sorted()
        #expect(codes == [0, 0] || codes == [0, 5], "\(codes)")
        #expect(try held.warehouse.connect().value("select count(*) from ops.delivery") == 2)
    }

    @Test("a module that the year did not collect")
    func notCollected() throws {
        try held.file("reviews.csv", try small(.reviews).text.utf8)
        try held.file("sw_episodes.csv", Extract(.sw_episodes, lines: "100001,02/03/2010,AB123456,01/05/2021,,ALLOC").text.utf8)
        try held.expectUntouched(
            try held.load(held.folder), code: 4, says: ["sw_episodes.csv: SWEpisodes was not collected in 2021-22 (collected from 2023-24)"])
    }

    @Test(
        "missing, renamed, extra and repeated columns are named, with the closest",
        arguments: [
            (",REVIEW_CODE", "", "column REVIEW_CODE is missing"),
            (",REVIEW_CODE", ",REVIEW_CODES", "column REVIEW_CODES is not known; closest: REVIEW_CODE"),
            ("REVIEW_CODE", "REVIEW_CODE,COLOUR", "column COLOUR is not part of Reviews"),
            (",DOB", ",REVIEW_CODE", "column REVIEW_CODE stands twice"),
        ])
    func columns(replace: String, by other: String, says: String) throws {
        let text = try small(.reviews).text
        let header = text.prefix { !$0.isNewline }
        try held.file("reviews.csv", (header.replacing(replace, with: other) + text.dropFirst(header.count)).utf8)
        try held.expectUntouched(try held.load(held.folder), code: 4, says: ["reviews.csv: looks like Reviews, but", says, "Ask the sender"])
    }

    @Test("two files of one module")
    func twice() throws {
        try held.file("reviews.csv", try small(.reviews).text.utf8)
        try held.file("reviews_2.csv", try small(.reviews).text.replacing("PN1", with: "PN2").utf8)
        try held.expectUntouched(try held.load(held.folder), code: 4, says: ["are both social-care/ssda903_reviews"])
    }

    @Test("one bad file among good ones: nothing of the delivery is loaded")
    func wholeOrNothing() throws {
        try Extract.write(Extract.small(children: 45), to: held.folder)
        try held.file("reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\n100001,02/03/2010,10/0".utf8)
        try held.expectUntouched(try held.load(held.folder), code: 4, says: ["reviews.csv is cut short"])
    }

    @Test("not one row can be read")
    func allQuarantined() throws {
        try held.file("reviews.csv", Extract(.reviews, lines: "100001,,soon,PN1", "100002,,later,PN1").text.utf8)
        try held.expectUntouched(try held.load(held.folder), code: 4, says: ["not one row of reviews.csv can be read", "REVIEW", "Ask the sender"])
    }
}

@Suite("Files with faults that are loaded and found")
struct FaultyInputTests {
    let warehouse: TestWarehouse
    init() throws { warehouse = try TestWarehouse() }

    /// Loads one file as a return of 2021-22.
    private func load(_ name: String, _ bytes: some Sequence<UInt8>) throws -> Outcome {
        let path = warehouse.folder + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try warehouse.loxley("load", "ssda903", "--year", "2021-22", path)
    }

    private let counts: SQL =
        "select rows_read, rows_new, rows_duplicate, rows_conflict, rows_ignored, rows_quarantined, rows_unusable from ops.load"

    @Test("a start or end that cannot be read: kept, and nothing is derived from it")
    func unreadableEnd() throws {
        let outcome = try load(
            "episodes.csv",
            Extract(
                .episodes, lines: "1,01/05/2021,S,C2,N1,U1,PR1,31/02/2022,E11", "2,40/05/2021,S,C2,N1,U1,PR1,,", "3,01/05/2021,S,C2,N1,U1,PR1,,",
                "4,01/05/2021,S,C2,N1,U1,PR1,not yet,"
            ).text.utf8)
        #expect(outcome.code == 3, "\(outcome)")
        let db = try warehouse.connect()
        #expect(try db.lines(counts) == ["4 | 4 | 0 | 0 | 0 | 0 | 3"])
        #expect(
            try db.lines("select child, dec, raw ->> 'DEC', unusable from source.ssda903_episodes where child in ('1', '4') order by child") == [
                "1 | - | 31/02/2022 | DEC is not a date (dd/mm/yyyy expected)", "4 | - | not yet | DEC is not a date (dd/mm/yyyy expected)",
            ])
        #expect(try db.lines("select c.identifier, dec from star.fact_episode join identity.node as c using (person_key)") == ["3 | -"])
    }

    @Test("an end that a later year tells unreadably: the year before's open episode does not stand for it, until the end is corrected")
    func unreadableEndOfALaterYear() throws {
        func load(_ year: String, asAt: String, _ end: String) throws -> Int32 {
            let path = warehouse.folder + "/episodes-\(asAt).csv"
            let extract = Extract(.episodes, lines: "1,01/05/2021,S,C2,N1,U1,PR1,\(end)", "2,01/06/2021,S,C2,N1,U1,PR1,,")
            try Data(extract.text.utf8).write(to: URL(fileURLWithPath: path))
            return try warehouse.loxley("load", "ssda903", "--year", year, "--as-at", asAt, path).code
        }
        let db = try warehouse.connect()
        func star() throws -> [String] {
            try db.lines("select n.identifier, f.dec from star.fact_episode as f join identity.node as n using (person_key) order by 1")
        }
        #expect(try load("2021-22", asAt: "2022-03-31", ",") == 0)
        #expect(try star() == ["1 | -", "2 | -"])
        #expect(try load("2022-23", asAt: "2022-09-30", "31/06/2022,E11") == 3)
        #expect(try star() == ["2 | -"])
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
        #expect(try load("2022-23", asAt: "2022-10-31", "30/06/2022,E11") == 0)
        #expect(try star() == ["1 | 2022-06-30", "2 | -"])
    }

    @Test("a first file of many children: indexes are made after the rows, all of them, and the star is what a rebuild makes")
    func bulkFill() throws {
        let db = try warehouse.connect()
        let indexes: SQL = "select indexdef from pg_indexes where schemaname in ('source', 'star', 'identity') order by 1"
        let before = try db.lines(indexes)
        let rows = (1...10_500).map { n in ["B\(n)", "01/05/2021", "S", "C2", "N1", n % 7 == 0 ? "T2" : "U1", "PR1", "", "", "", "", "", ""] }
        #expect(try load("episodes.csv", Extract(.episodes, rows).text.utf8).code == 0)
        #expect(try db.lines(indexes) == before)
        #expect(try db.value("select count(*) from star.fact_placement") == 10_500)
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }

    @Test("a key date that cannot be read goes to quarantine; another date is kept raw")
    func unreadableOthers() throws {
        let reviews = try load(
            "reviews.csv", Extract(.reviews, lines: "1,02/03/2010,soon,PN1", "2,02/03/10,10/09/2021,PN1", ",02/03/2010,10/09/2021,PN1").text.utf8)
        #expect(reviews.code == 3)
        let header = try load("header.csv", Extract(.header, lines: "1,2,02/03/2006,WBRI,,1,32/01/2021", "2,1,02/03/2006,WBRI,,,").text.utf8)
        #expect(header.code == 3)
        let db = try warehouse.connect()
        #expect(
            try db.lines("select file_name, rows_read, rows_new, rows_quarantined, rows_unusable from ops.load order by load_id") == [
                "reviews.csv | 3 | 1 | 2 | 0", "header.csv | 2 | 2 | 0 | 0",
            ])
        #expect(
            try db.lines("select file_row, column_name, reason from ops.quarantine order by 1") == [
                "1 | REVIEW | is not a date (dd/mm/yyyy expected)", "3 | CHILD | is blank and may not be",
            ])
        #expect(try db.lines("select review, dob, raw from source.ssda903_reviews") == ["2021-09-10 | - | {\"DOB\": \"02/03/10\"}"])
        #expect(try db.lines("select mc_dob, raw ->> 'MC_DOB' from source.ssda903_header where child = '1'") == ["- | 32/01/2021"])
        #expect(try db.lines("select mother, mc_dob from star.fact_mother") == ["1 | -"])
    }

    @Test("ragged rows, NUL bytes, too long ids and bytes that are not text: set aside, the rest is loaded")
    func ragged() throws {
        var text = Array("CHILD,DOB,REVIEW,REVIEW_CODE\n".utf8)
        let names = (0..<30).map { "1\($0)é,02/03/2010,10/09/2021,PN1\n" }.joined()
        text += Array(names.utf8)
        text += Array("2,02/03/2010,10/09/2021\n3,02/03/2010,10/09/2021,PN1,more\n".utf8)
        text += Array("4\u{0},02/03/2010,10/09/2021,PN1\n".utf8)
        text += [0x35, 0xE9] + Array(",02/03/2010,10/09/2021,PN1\n".utf8)
        text += Array("\(String(repeating: "6", count: 21)),02/03/2010,10/09/2021,PN1\n\n7,02/03/2010,10/09/2021,PN1,\n".utf8)
        let outcome = try load("reviews.csv", text)
        #expect(outcome.code == 3, "\(outcome)")
        let db = try warehouse.connect()
        #expect(try db.lines(counts) == ["36 | 31 | 0 | 0 | 0 | 5 | 0"])
        let reasons = try db.lines("select file_row, reason from ops.quarantine order by 1")
        #expect(reasons.count == 5)
        #expect(reasons.first == "31 | has 3 fields where the header has 4")
        #expect(reasons.contains("33 | contains a NUL byte"))
        #expect(try db.unequal() == [])
        let id: Int = try db.value("select quarantine_id from ops.quarantine where file_row = 32")
        #expect(try warehouse.loxley("quarantine", "show", "\(id)").out.contains("more"))
    }

    @Test("Windows-1252, UTF-16 with and without mark, UTF-8 with mark", arguments: ["1252", "16le", "16be", "16", "8"])
    func encodings(encoding: String) throws {
        let text = "CHILD,DOB,REVIEW,REVIEW_CODE\r\nZoë,02/03/2010,10/09/2021,PN1\r\nÉmile–2,02/03/2010,11/09/2021,PN2\r\n"
        let bytes: [UInt8]
        switch encoding {
        case "1252":
            bytes = text.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8(truncatingIfNeeded: $0.value) }
        case "16le": bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case "16be": bytes = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case "16": bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        default: bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        }
        let outcome = try load("reviews.csv", bytes)
        #expect(outcome.code == 0, "\(outcome)")
        #expect(
            try warehouse.connect().lines("select child, review, review_code from source.ssda903_reviews order by review") == [
                "Zoë | 2021-09-10 | PN1", "Émile–2 | 2021-09-11 | PN2",
            ])
    }

    @Test("a title block above and a total line below; other delimiters and column titles")
    func titleAndTotal() throws {
        let outcome = try load(
            "report.txt",
            """
            Statutory reviews;;;
            run on 2 December 2021

            Child ID;Date of birth;Review date;Participation
            1;02/03/2010;10/09/2021;PN1
            2;02/03/2010;10/09/2021;pn2
            1;02/03/2010;10/09/2021;PN1
            2;02/03/2010;10/09/2021;PN3
            Total;4;;
            """.utf8)
        #expect(outcome.code == 0, "\(outcome)")
        let db = try warehouse.connect()
        #expect(try db.lines(counts) == ["5 | 2 | 1 | 1 | 1 | 0 | 0"])
        #expect(try db.value("select count(*) from star.fact_review") == 2)
    }

    @Test("codes written in words are read; codes nobody knows are loaded as given, and reviewed with the closest")
    func codes() throws {
        let outcome = try load("reviews.csv", Extract(.reviews, lines: "1,02/03/2010,10/09/2021,PN1", "2,02/03/2010,10/09/2021,PN77").text.utf8)
        #expect(outcome.code == 3, "\(outcome)")
        #expect(outcome.out.contains("REVIEW_CODE: 1 spelling, 1 row"))
        #expect(!outcome.text.contains("PN77"))
        #expect(try warehouse.connect().lines("select review_code from star.fact_review order by 1") == ["PN1", "PN77"])
        let review = try warehouse.loxley("codes", "review")
        #expect(review.out.contains("PN77") && review.out.contains("PN7"), "\(review)")
    }
}
