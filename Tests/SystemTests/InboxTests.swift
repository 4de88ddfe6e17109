import Foundation
import Postgres
import Testing

@Suite("An inbox of mixed files")
struct InboxTests {
    let warehouse: TestWarehouse
    let clinic: ClinicHome
    let inbox: String
    init() throws {
        warehouse = try TestWarehouse()
        clinic = try ClinicHome(warehouse)
        inbox = warehouse.folder + "/inbox"
    }

    private func file(_ name: String, _ text: String, changed: String? = nil) throws {
        let path = inbox + "/" + name
        try FileManager.default.createDirectory(atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        if let changed, let date = ISO8601DateFormatter().date(from: changed) {
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        }
    }

    private func take(_ arguments: String...) throws -> Outcome {
        try Loxley.run(["run", "--inbox", inbox, "--settle", "0"] + arguments + warehouse.options, environment: clinic.environment)
    }

    private let permits = "child,permit_no,permit_colour,drawn_on\n"

    @Test("each file is known by its columns, its sheets or its elements; names only break ties; days are declared, or said by the file; the rest is named")
    func mixed() throws {
        // Two contracts of the same columns: the name decides, and the day is that of the file or in it.
        try file("loose permits.csv", permits + "A1,P1,red,31/08/2026\nA2,P2,red,31/08/2026\n")
        try file("fines/fines.csv", "child,permit_no,permit_colour\nA1,F1,blue\n", changed: "2026-07-15T23:30:00Z")
        try file("two days/permits.csv", permits + "A1,P1,red,31/08/2026\nA2,P2,red,30/09/2026\n")
        try file("nobody.csv", "colour,shape\nred,round\n")
        try file("tie.csv", "child,permit_no,permit_colour\nA1,F1,blue\n")
        // A workbook with lists of two families, in a folder that declares the day for all in it.
        try file("clinic/delivery.yaml", "agency: social-care\nas_at: 2026-09-30\n")
        try ClinicHome.workbook(
            inbox + "/clinic/both.xlsx",
            [
                ("Checks", Array(ClinicHome.checks.dropLast())), ("Permits", [["child", "permit_no", "permit_colour"], ["A1", "P9", "green"]]),
                ("Notes", [["x"]]),
            ])
        try file("clinic/census/census.xml", ClinicHome.census.replacing("not yet", with: "2026-04-01"))
        try file("wrong/delivery.yaml", "agency: heath\n")
        try file("pointed/delivery.yaml", "feed: social-care/parking_permits\nas_at: 2026-06-30\nfiles: out/now\n")
        try file("pointed/out/now/x.csv", permits + "A5,P5,red,\n")

        let run = try take()
        #expect(run.code == 3, "\(run)")
        for words in [
            "two days/permits.csv: permits.csv row 2, drawn_on: is another day", "nobody.csv: no contract fits it",
            "not recognised  tie.csv: its columns are those of social-care/parking_", "wrong/delivery.yaml: there is no agency heath; agencies are",
            "both.xlsx, Checks", "both.xlsx, Permits", "census.xml, Review",
        ] { #expect(run.out.contains(words), "\(words): \(run)") }
        #expect(!run.out.contains("no list of social-care/parking_permits: both.xlsx, Checks"), "\(run)")
        let db = try warehouse.connect()
        #expect(
            try db.lines(
                "select d.feed, d.as_at, l.file_name, l.part, l.rows_new from ops.load as l join ops.delivery as d using (delivery_id) order by l.load_id")
                == [
                    "social-care/parking_permits | 2026-06-30 | x.csv | - | 1", "social-care/parking_fines | 2026-07-16 | fines.csv | - | 1",
                    "social-care/parking_permits | 2026-08-31 | loose permits.csv | - | 2", "census | 2026-09-30 | census.xml | Plan | 3",
                    "census | 2026-09-30 | census.xml | Review | 3", "clinic | 2026-09-30 | both.xlsx | Checks | 2",
                    "social-care/parking_permits | 2026-09-30 | both.xlsx | Permits | 1",
                ])
        let again = try take("--format", "json")
        let lines = try #require(JSONSerialization.jsonObject(with: Data(again.out.utf8)) as? [[String: Any]])
        #expect(lines.count(where: { $0["status"] as? String == "already loaded" }) == 7, "\(again)")
        #expect(lines.count(where: { $0["status"] as? String == "not recognised" }) == 4, "\(again)")
        #expect(try db.value("select count(*) from ops.load") == 7)
    }

    @Test("two lists of one day, each a snapshot of all, are not loaded one over the other")
    func twice() throws {
        try clinic.home.edit("etl/social-care/parking_permits.yaml") { $0 + "\nsnapshot_of: { authority: true }\n" }
        try file("permits/delivery.yaml", "as_at: 2026-09-30\n")
        try file("permits/north permits.csv", permits + "A1,P1,red,\n")
        try file("permits/south permits.csv", permits + "A2,P2,red,\n")
        let run = try take()
        #expect(run.code == 3 && run.out.contains("shows the same list on the same day"), "\(run)")
        #expect(try warehouse.connect().value("select count(*) from ops.load") == 0)
    }

    @Test("--due: only feeds whose file of this time is missing; after an outage all that waits, oldest first; overdue feeds are named")
    func due() throws {
        try file("a/permits.csv", permits + "A1,P1,red,2026-08-31\n")
        let first = try take("--due", "--today", "2026-09-02")
        #expect(first.code == 0 && first.out.contains("1 loaded"), "\(first)")

        // A correction of the same time waits: the file of September was loaded.
        try file("b/permits.csv", permits + "A1,P1,blue,2026-08-31\n")
        let early = try take("--due", "--today", "2026-09-09")
        #expect(early.code == 0 && early.out.contains("the next is due from 2026-10-01 on"), "\(early)")
        #expect(try warehouse.connect().value("select count(*) from ops.load") == 1)

        // Nothing came, and working day 5 is over: 1, 2, 5, 6, 7 October.
        let onTime = try take("--due", "--today", "2026-10-07")
        #expect(onTime.code == 0 && onTime.out.contains("1 loaded"), "the correction is taken: \(onTime)")
        let late = try take("--due", "--today", "2026-10-08")
        #expect(
            late.code == 3
                && late.out.contains("social-care/parking_permits is overdue since 2026-10-07 (monthly by working day 5); its newest file shows 2026-08-31"),
            "\(late)")
        let status = try Loxley.run(["status", "--on", "2026-10-08"] + warehouse.options, environment: clinic.environment)
        #expect(status.code == 3 && status.out.contains("overdue since 2026-10-07"), "\(status)")

        // Two months at once, after an outage.
        try file("c/permits.csv", permits + "A1,P1,green,2026-10-31\n")
        try file("d/permits.csv", permits + "A1,P1,white,2026-09-30\n")
        let catchUp = try take("--due", "--today", "2026-11-03")
        #expect(catchUp.code == 0, "\(catchUp)")
        #expect(
            try warehouse.connect().lines("select as_at from ops.delivery order by delivery_id")
                == ["2026-08-31", "2026-08-31", "2026-09-30", "2026-10-31"])
        #expect(try warehouse.connect().lines("select permit_colour from source.parking_permits where holds") == ["green"])
    }

    @Test("a feed that another run loads is busy and the others go on; exit 5 when all of it is busy, or the inbox is")
    func busy() throws {
        try file("permits/permits.csv", permits + "A1,P1,red,2026-08-31\n")
        let db = try warehouse.connect()
        #expect(try db.tryLock("social-care/parking_permits 892"))
        let all = try take("--due", "--today", "2026-09-02")
        #expect(all.code == 5 && all.out.contains("busy"), "\(all)")
        try file("fines/fines.csv", "child,permit_no,permit_colour\nA1,F1,blue\n")
        let others = try take("--due", "--today", "2026-09-02")
        #expect(others.code == 0 && others.out.contains("1 busy, 1 loaded"), "\(others)")
        try db.unlock("social-care/parking_permits 892")
        #expect(try db.tryLock("inbox"))
        let held = try take("--due", "--today", "2026-09-02")
        #expect(held.code == 5 && held.err.contains("another run is at work on the inbox"), "\(held)")
    }

    @Test("one feed that is refused does not stop the others; no value of a row is told")
    func refused() throws {
        try file("a permits.csv", permits + "A1,,CANARY,2026-08-31\n")
        try file("b permits.csv", permits + "A2,P2,red,2026-09-30\n")
        let run = try take("--due", "--today", "2026-10-02")
        #expect(run.code == 3 && run.out.contains("1 loaded, 1 refused") && !run.text.contains("CANARY"), "\(run)")
    }
}
