import Foundation
import Postgres
import Testing

@Suite("Parts of files")
struct PartsTests {
    let warehouse: TestWarehouse
    let clinic: ClinicHome
    init() throws {
        warehouse = try TestWarehouse()
        clinic = try ClinicHome(warehouse)
    }

    private func load(_ feed: String, _ path: String, _ more: String...) throws -> Outcome {
        try Loxley.run(["load", feed] + more + [path] + warehouse.options, environment: clinic.environment)
    }

    @Test("a workbook: each list landed for itself below its title block, other sheets named, a row set aside with its sheet; again: already loaded")
    func workbook() throws {
        let path = warehouse.folder + "/clinic.xlsx"
        try ClinicHome.workbook(
            path, [("Read me", [["About this workbook"]]), ("dental checks ", ClinicHome.checks), ("Sheet3", ClinicHome.visits), ("Empty", [])])
        let loaded = try load("clinic", path)
        #expect(loaded.code == 3, "\(loaded)")
        for words in [
            "clinic.xlsx, dental checks  row 3, checked_on: is not a date", "worksheets that are no list of clinic: clinic.xlsx, Empty, clinic.xlsx, Read me",
            "as at 2026-09-30",
        ] { #expect(loaded.out.contains(words), "\(words): \(loaded)") }
        let db = try warehouse.connect()
        #expect(
            try db.lines("select part, rows_read, rows_new, rows_quarantined from ops.load order by part") == [
                "Sheet3 | 2 | 2 | 0", "dental checks  | 3 | 2 | 1",
            ])
        #expect(
            try db.lines("select child, checked_on, tooth_count, file_row from source.clinic_checks order by child") == [
                "A1 | 2026-09-01 | 28 | 1", "A2 | 2026-09-02 | 20 | 2",
            ])
        #expect(try db.lines("select as_at from ops.delivery") == ["2026-09-30"])
        let list = CSVTable.read(try warehouse.loxley("quarantine", "list", "--format", "csv", environment: clinic.environment).out)
        #expect(list[1][1...4] == ["social-care/clinic_checks", "clinic.xlsx", "3", "checked_on"] && list[1].last == "dental checks ")
        let again = try load("clinic", path)
        #expect(again.code == 0 && again.out.contains("clinic.xlsx, Sheet3: already loaded"), "\(again)")
        #expect(try db.unequal() == [])
    }

    @Test("a sheet that came before is not loaded again, whatever its workbook is called; a list that does not fit refuses the workbook")
    func sheetByItself() throws {
        let path = warehouse.folder + "/clinic.xlsx"
        try ClinicHome.workbook(path, [("Checks", Array(ClinicHome.checks.dropLast()))])
        #expect(try load("social-care/clinic_checks", path, "--as-at", "2026-09-30").code == 3, "a column that no contract names")
        let copy = warehouse.folder + "/copy.xlsx"
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        #expect(try load("clinic", copy, "--as-at", "2026-09-30").out.contains("already loaded"))

        try ClinicHome.workbook(
            path, [("Visits", ClinicHome.visits), ("Checks", [["Child ref", "Day of check", "Tooth count"], ["A1", "2026-09-01", "3"]])])
        let misfit = try load("clinic", path, "--as-at", "2026-10-31")
        #expect(misfit.code == 4 && misfit.err.contains("clinic.xlsx, Checks: ") && misfit.err.contains("checked_on"), "\(misfit)")
        #expect(try warehouse.connect().value("select count(*) from source.clinic_visits") == 0)
    }

    @Test("columns and elements that no contract names are named, with the closest expected one; what the sender leaves out is named, too")
    func drift() throws {
        let sheet = warehouse.folder + "/clinic.xlsx"
        try ClinicHome.workbook(
            sheet, [("Checks", [["Child ref", "Date of check", "Tooth cuont", "Hygienist"], ["A1", "2026-09-01", "28", "secret of A1"]])])
        let list = try load("clinic", sheet, "--as-at", "2026-09-30")
        #expect(list.code == 3, "\(list)")
        for words in [
            "clinic.xlsx, Checks: column Tooth cuont is not known; closest: tooth_count",
            "clinic.xlsx, Checks: column Hygienist is not part of social-care/clinic_checks",
        ] { #expect(list.out.contains(words), "\(words): \(list)") }
        #expect(!list.text.contains("secret"))

        let short = warehouse.folder + "/short.csv"
        try Data("child,checked_on\nA7,2026-09-01\n".utf8).write(to: URL(fileURLWithPath: short))
        let left = try load("social-care/clinic_checks", short, "--as-at", "2026-10-31", "--accept-volume", "test")
        #expect(left.code == 0 && left.out.contains("short.csv: column tooth_count is missing; loaded as empty"), "\(left)")

        let path = warehouse.folder + "/census.xml"
        let census = ClinicHome.census.replacing("not yet", with: "2026-04-01")
        try Data(census.utf8).write(to: URL(fileURLWithPath: path))
        let plain = try load("census", path, "--as-at", "2026-03-31")
        #expect(plain.code == 0 && !plain.out.contains("no contract names"), "\(plain)")

        // Of a plan: an element of its own with another inside, and one that its contract knows and ignores.
        // Beside the plans: a name that a path leads to, misspelt. Of a review: an element in its text. Not named: the header, and the reviews,
        // which another contract takes.
        try clinic.home.edit("etl/social-care/census_plans.yaml") { $0.replacing("key: [child", with: "ignore: [Worker]\nkey: [child") }
        _ = try warehouse.loxley("migrate", environment: clinic.environment)
        let changed =
            census
            .replacing("<Year>2026</Year>", with: "<Year>2026</Year><Software>x</Software>")
            .replacing("<Plan><Start>2026-08-05</Start>", with: "<Plan><Start>2026-08-05</Start><Team><Name>secret of A1</Name></Team><Worker>W</Worker>")
            .replacing("<Referral>2026-01-02</Referral>", with: "<Refferal>2026-01-02</Refferal>")
            .replacing("<Review>2026-05-01</Review>", with: "<Review>2026-05-01<Place>home</Place></Review>")
        try Data(changed.utf8).write(to: URL(fileURLWithPath: path))
        let drifted = try load("census", path, "--as-at", "2026-04-30")
        #expect(drifted.code == 3, "\(drifted)")
        let named = drifted.out.split(separator: "\n").filter { $0.contains(": element ") }.map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(
            named == [
                "census.xml, Plan: element Team is not part of social-care/census_plans",
                "census.xml, Plan: element Census/Children/Child/Details/Refferal is not known; closest: Referral",
                "census.xml, Review: element Place is not part of social-care/census_reviews",
            ], "\(drifted)")
        #expect(!drifted.text.contains("secret"))
    }

    @Test("days that differ between lists are refused until one is declared")
    func days() throws {
        let path = warehouse.folder + "/clinic.xlsx"
        try ClinicHome.workbook(path, [("Visits", ClinicHome.visits + [["A3", "05/09/2026", "3", "01/10/2026"]])])
        let mixed = try load("clinic", path)
        #expect(mixed.code == 4 && mixed.err.contains("row 3, drawn_on: is another day than in the rows above"), "\(mixed)")
        #expect(try load("clinic", path, "--as-at", "2026-10-01").code == 0)
    }

    @Test("encrypted, old and damaged workbooks are refused with advice")
    func refused() throws {
        let path = warehouse.folder + "/clinic.xlsx"
        let damaged: [([UInt8], String)] = [
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "save it as XLSX without"), ([0x50, 0x4B, 3, 4, 20, 0, 1, 2, 3], "not a readable XLSX"),
        ]
        for (bytes, words) in damaged {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let outcome = try load("clinic", path)
            #expect(outcome.code == 4 && outcome.err.contains(words), "\(outcome)")
        }
    }

    @Test("a census in XML: two kinds of record at two depths, each with what stands around it; a row set aside with its element")
    func census() throws {
        let path = warehouse.folder + "/census.xml"
        try Data(ClinicHome.census.utf8).write(to: URL(fileURLWithPath: path))
        let loaded = try load("census", path, "--as-at", "2026-03-31")
        #expect(loaded.code == 3 && loaded.out.contains("census.xml, Review row 3, reviewed"), "\(loaded)")
        let db = try warehouse.connect()
        #expect(
            try db.lines("select child, started, referred from source.census_plans order by 1, 2") == [
                "A1 | 2026-01-05 | 2026-01-02", "A1 | 2026-08-05 | 2026-01-02", "A2 | 2026-03-05 | -",
            ])
        #expect(
            try db.lines("select child, reviewed, started from source.census_reviews order by 1, 2") == [
                "A1 | 2026-02-01 | 2026-01-05", "A1 | 2026-05-01 | 2026-01-05",
            ])
        #expect(try load("census", path, "--as-at", "2026-03-31").out.contains("census.xml, Plan: already loaded"))
        try Data(ClinicHome.census.dropLast(40).utf8).write(to: URL(fileURLWithPath: path))
        let cut = try load("census", path, "--as-at", "2026-04-30")
        #expect(cut.code == 4 && cut.err.contains("census.xml: line"), "\(cut)")

        // Rows set aside are read again as text once the contract can read them.
        try clinic.home.edit("etl/social-care/census_reviews.yaml") {
            $0.replacing("{ type: date, required: true, path: .,", with: "{ type: date, role: start, required: true, path: .,")
        }
        _ = try warehouse.loxley("migrate", environment: clinic.environment)
        _ = try warehouse.loxley("quarantine", "retry", environment: clinic.environment)
        #expect(try db.value("select count(*) from ops.quarantine where resolved_at is null") == 0)
        #expect(try db.value("select count(*) from source.census_reviews where unusable is not null") == 1)
    }
}
