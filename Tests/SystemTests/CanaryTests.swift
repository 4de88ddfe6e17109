import Foundation
import Postgres
import Testing

/// A value of a person never appears in any log, error or exit text.
@Suite("Values of people stay out of what is said")
struct CanaryTests {
    /// Words that stand for values of a person, planted in columns of every kind; each is known by the letters KANARI.
    static let canary = "KANARI"

    private static let planted: [Extract] = [
        Extract(.header, lines: "KANARI1,KANARISEX,KANARIDOB,KANARIETH,KANARIUPN,KANARIMOT,32/01/KANARI", "KANARI2,1,01/02/2010,WBRI,,,"),
        Extract(
            .episodes, lines: "KANARI1,01/05/2021,KANARIRNE,C2,N1,U1,PR1,,,,KANARI 1AA,KANARI 2BB,KANARIURN",
            "KANARI1,01/06/KANARI,S,C2,N1,U1,PR1,,", "KANARI2,01/05/2021,S,C2,N1,U1,PR1,99/KANARI,E11,,ka nari,,",
            ",01/05/2021,KANARI,C2", "KANARI2,01/05/2021,S,KANARILS,N1,U1,PR1,,", "KANARI2,01/05/2021,S,KANARILS,N1,U1,PR1,,"),
        Extract(
            .reviews, lines: "KANARI1,KANARIDOB,soon KANARI,PN1", "KANARI1,01/02/2010,10/09/2021,KANARICODE",
            "KANARI9999999999999999999999999,01/02/2010,10/09/2021,PN1"),
    ]

    /// Runs a command and looks at all it says.
    private func quiet(_ outcome: Outcome, _ what: String, code: Int32, at place: SourceLocation = #_sourceLocation) {
        #expect(outcome.code == code, "\(what): \(outcome)", sourceLocation: place)
        #expect(!outcome.text.uppercased().contains(Self.canary), "\(what) says a value: \(outcome)", sourceLocation: place)
    }

    private func expectSilentLedger(_ warehouse: TestWarehouse) throws {
        let db = try warehouse.connect()
        let said = try db.lines("select reason from ops.attempt union all select reason from ops.quarantine union all select column_name from ops.quarantine")
        #expect(!said.joined().uppercased().contains(Self.canary), "\(said)")
        #expect(!warehouse.server.log.uppercased().contains(Self.canary))
    }

    @Test("in a load with faults of every kind, and every command after it", arguments: ["text", "json", "csv"])
    func loaded(format: String) throws {
        let warehouse = try TestWarehouse()
        let folder = try Extract.write(Self.planted, to: warehouse.folder + "/in")
        try Data("CHILD,SEX,DOB,DUC\nKANARI1,1,01/02/2010\nKAN\u{0}KANARI,1,01/02/2010,\nKANARI2,1,01/02/2010,KANARI\n".utf8).write(
            to: URL(fileURLWithPath: folder + "/uasc.csv"))
        quiet(try warehouse.loxley("load", "ssda903", "--year", "2021-22", "--format", format, "--verbose", "--timings", folder), "load", code: 3)
        quiet(try warehouse.loxley("load", "ssda903", "--year", "2021-22", "--format", format, folder), "load again", code: 0)
        quiet(try warehouse.loxley("status", "--format", format), "status", code: 3)
        quiet(try warehouse.loxley("quarantine", "list", "--format", format), "quarantine list", code: 0)
        quiet(try warehouse.loxley("quarantine", "retry", "--format", format), "quarantine retry", code: 0)
        quiet(try warehouse.loxley("migrate", "--format", format), "migrate", code: 0)
        quiet(try warehouse.loxley("digest", "--all", "--format", format), "digest", code: 0)
        quiet(try warehouse.loxley("rebuild", "--check", "--format", format), "rebuild --check", code: 0)
        quiet(try warehouse.loxley("doctor", "--format", format), "doctor", code: 0)
        // The key asked for is said back, and nothing else of the child.
        let why = try warehouse.loxley("why", "star.fact_review", "KANARI1/2021-09-10", "--format", format)
        #expect(why.code == 0, "\(why)")
        #expect(!why.text.replacing("KANARI1/2021-09-10", with: "").contains(Self.canary), "\(why)")
        quiet(try warehouse.loxley("why", "star.fact_review", "1/2021-09-11", "--format", format), "why of a row that is not there", code: 2)
        try expectSilentLedger(warehouse)

        // The restricted places do show it.
        let db = try warehouse.connect()
        let id: Int = try db.value("select min(quarantine_id) from ops.quarantine")
        #expect(try warehouse.loxley("quarantine", "show", "\(id)").out.contains(Self.canary))
        #expect(try db.value("select count(*) from source.ssda903_episodes where child like 'KANARI%'") == 4)
    }

    static let refusedFiles: [String: String] = [
        "cut short": "CHILD,DOB,REVIEW,REVIEW_CODE\nKANARI1,01/02/2010,10/09/2021,PN1\nKANARI2,01/02",
        "open quote": "CHILD,DOB,REVIEW,REVIEW_CODE\nKANARI1,01/02/2010,10/09/2021,PN1\n\"KANARI2,01/02/2010,10/09/2021,KANARI",
        "no header": "KANARI1,01/02/2010,10/09/2021,PN1\nKANARI2,01/02/2010,10/09/2021,PN1\n",
        "no row readable": "CHILD,DOB,REVIEW,REVIEW_CODE\nKANARI1,01/02/2010,KANARI,PN1\n",
        "columns missing": "CHILD,DOB,REVIEW\nKANARI1,01/02/2010,KANARI\n",
        "huge field": "CHILD,DOB,REVIEW,REVIEW_CODE\n\"KANARI" + String(repeating: "KANARI\n", count: 400_000),
    ]

    @Test("in files that are refused", arguments: refusedFiles.keys.sorted())
    func refused(kind: String) throws {
        let text = try #require(Self.refusedFiles[kind])
        let warehouse = try TestWarehouse()
        let path = warehouse.folder + "/reviews.csv"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        quiet(try warehouse.loxley("load", "ssda903", "--year", "2021-22", "--verbose", path), kind, code: 4)
        quiet(try warehouse.loxley("status"), "status", code: 3)
        try expectSilentLedger(warehouse)
    }

    @Test("when the server itself refuses a value")
    func serverRefuses() throws {
        let warehouse = try TestWarehouse()
        // A constraint of the analyst's own, whose message quotes the row.
        try warehouse.connect().execute("alter table source.ssda903_reviews add check (child not like 'KANARI%')")
        let path = warehouse.folder + "/reviews.csv"
        try Data(Extract(.reviews, lines: "KANARI1,01/02/2010,10/09/2021,PN1").text.utf8).write(to: URL(fileURLWithPath: path))
        quiet(try warehouse.loxley("load", "ssda903", "--year", "2021-22", "--verbose", path), "load", code: 1)
        #expect(try warehouse.connect().lines("select outcome, exit_code from ops.attempt") == ["failed | 1"])
        try expectSilentLedger(warehouse)
    }
}
