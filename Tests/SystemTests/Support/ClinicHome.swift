import Formats
import Foundation

/// Contracts of a make-believe clinic: two lists that come as sheets of one workbook, a list of its own, and a census in XML.
struct ClinicHome {
    let home: HomeCopy
    var environment: [String: String] { home.environment }

    init(_ warehouse: TestWarehouse) throws {
        home = try HomeCopy(in: warehouse.folder)
        func contract(_ name: String, _ head: String, _ columns: String) throws {
            let text = """
                dataset: social-care/\(name)
                title: \(name) of the tests
                person: { local_id: child }
                precedence: 90
                \(head)
                columns:
                  child: { type: text, required: true, aliases: [Child ref], path: "../Identifiers/ID", title: Child }
                \(columns)
                """
            let plain = name.hasPrefix("census") ? text : text.replacing(", path: \"../Identifiers/ID\"", with: "")
            try plain.write(toFile: "\(home.folder)/etl/social-care/\(name).yaml", atomically: true, encoding: .utf8)
        }
        try contract(
            "clinic_checks",
            "family: clinic\nsheet: [Checks, Dental checks]\nkey: [child, checked_on]\nsnapshot_of: { authority: true }\ndue: monthly by working day 5",
            "  checked_on: { type: date, required: true, aliases: [Date of check], title: Day }\n  tooth_count: { type: integer, min: 0, max: 32, title: Teeth }"
        )
        try contract(
            "clinic_visits", "family: clinic\nkey: [child, visited_on]\nas_at: { column: drawn_on }\ndue: monthly by working day 5",
            "  visited_on: { type: date, required: true, title: Day }\n  clinic_room: { type: text, title: Room }")
        try contract(
            "parking_permits",
            "files: [\"*permits*.csv\"]\nsheet: [Permits]\nkey: [child, permit_no]\nas_at: { column: drawn_on }\ndue: monthly by working day 5",
            "  permit_no: { type: text, required: true, title: Permit }\n  permit_colour: { type: text, title: Colour }")
        try contract(
            "parking_fines", "files: [\"*fines*.csv\"]\nkey: [child, permit_no]\nas_at: received",
            "  permit_no: { type: text, required: true, title: Permit }\n  permit_colour: { type: text, title: Colour }")
        try contract(
            "census_plans", "family: census\nxml: Census/Children/Child/Details/Plan\nkey: [child, started]",
            "  started: { type: date, required: true, path: Start, title: Start }\n  referred: { type: date, path: ../Referral, title: Referral }"
        )
        try contract(
            "census_reviews", "family: census\nxml: Census/Children/Child/Details/Plan/Review\nkey: [child, reviewed]",
            "  reviewed: { type: date, required: true, path: ., title: Review }\n  started: { type: date, path: ../Start, title: Start }")
        try home.edit("etl/social-care/census_plans.yaml") { $0.replacing("../Identifiers", with: "../../Identifiers") }
        try home.edit("etl/social-care/census_reviews.yaml") { $0.replacing("../Identifiers", with: "../../../Identifiers") }
        let migrated = try warehouse.loxley("migrate", environment: environment)
        guard migrated.code == 0 else { throw TestServer.Failed(description: "\(migrated)") }
    }

    /// Writes a workbook: sheets with their rows.
    static func workbook(_ path: String, _ sheets: [(name: String, rows: [[String]])]) throws {
        let writer = try XLSXWriter(path: path)
        for sheet in sheets {
            let page = try writer.addSheet(sheet.name)
            for (number, row) in sheet.rows.enumerated() {
                for (column, text) in row.enumerated() where !text.isEmpty { try page.write(text, row: number, column: column) }
            }
        }
        try writer.finish()
    }

    static let checks = [
        ["Health team"], ["Dental checks", "", "as at 30 September 2026"], [], ["Child ref", "Date of check", "Tooth count", "Hygienist"],
        ["A1", "2026-09-01", "28", "x"], ["A2", "02/09/2026", "20", ""], ["A3", "soon", "20", ""],
    ]
    static let visits = [
        ["child", "visited_on", "clinic_room", "drawn_on"], ["A1", "03/09/2026", "2", "30/09/2026"], ["A2", "04/09/2026", "3", "2026-09-30"],
    ]

    static let census = """
        <?xml version="1.0" encoding="utf-8"?>
        <Census><Header><Year>2026</Year></Header><Children>
          <Child><Details><Plan><Start>2026-01-05</Start><Review>2026-02-01</Review><Review>2026-05-01</Review></Plan>
            <Plan><Start>2026-08-05</Start></Plan><Referral>2026-01-02</Referral></Details><Identifiers><ID>A1</ID></Identifiers></Child>
          <Child><Identifiers><ID>A2</ID></Identifiers><Details><Plan><Start>2026-03-05</Start><Review>not yet</Review></Plan></Details></Child>
        </Children></Census>
        """
}
