import Foundation
import Postgres
import Testing
import Warehouse

/// Households, homes, costs, adoption and the workforce, end to end: in the spellings of the services, into the star.
@Suite("Carers, adoption and the workforce")
struct CarersAndAdoptionTests {
    let warehouse: TestWarehouse
    init() throws { warehouse = try TestWarehouse() }

    private func load(_ dataset: String, asAt: String = "2026-09-30", _ lines: String...) throws -> Outcome {
        let path = warehouse.folder + "/\(dataset.replacing("/", with: "-"))-\(asAt).csv"
        try Data((lines.joined(separator: "\r\n") + "\r\n").utf8).write(to: URL(fileURLWithPath: path))
        return try warehouse.loxley("load", dataset, "--la", "892", "--as-at", asAt, path)
    }

    private func care() throws {
        let folder = warehouse.folder + "/care"
        try Extract.write(
            [
                Extract(.header, lines: "100001,M,02/03/2022,WBRI,,,", "100002,F,04/07/2021,WBRI,,,"),
                Extract(
                    .episodes, lines: "100001,01/05/2023,S,C1,N1,U6,PR1,,,,AB1 2CD,AB1 3CD,SC123456",
                    "100002,01/05/2023,S,C1,N1,U6,PR1,,,,AB1 2CD,AB1 3CD,SC123456"),
            ], to: folder)
        let loaded = try warehouse.loxley("load", "ssda903", "--year", "2026-27", "--la", "892", "--as-at", "2026-09-30", folder)
        #expect(loaded.code == 0, "\(loaded)")
    }

    @Test("a household: terms of approval in the service's words, checks overdue on any day, a carer recorded twice, places that are counted")
    func fostering() throws {
        #expect(
            try load(
                "carers/foster_approvals", "Household Ref,Approved from,Approved to,Type of approval,Approved number", "FH1,01/04/2024,31/03/2025,Reg 24,1",
                "FH1,01/04/2025,,Connected person,2"
            )
            .code == 0)
        #expect(
            try load(
                "carers/foster_checks", "Check ref,Household Ref,Carer Ref,Type of check,Next due,Date completed", "1,FH1,FC1,Enhanced DBS,01/06/2026,",
                "2,FH1,,Annual review,01/07/2026,15/08/2026", "3,FH1,FC1,AH medical,01/12/2026,"
            ).code == 0)
        #expect(
            try load(
                "carers/foster_carers", "Carer Ref,Household Ref,First name,Surname,DOB,Gender,Ethnic origin", "FC1,FH1,Ann,Lane,03/04/1980,2,White British",
                "FC9,,Ann,Lane,1980-04-03,Female,WBRI"
            ).code == 0)
        #expect(
            try load(
                "carers/foster_capacity", "Household Ref,Position at,Approved places,Filled,Vacancies,Unavailable,Reason unavailable",
                "FH1,30/09/2026,2,1,0,1,Medical reasons"
            ).code == 0)
        let db = try warehouse.connect()
        #expect(
            try db.lines("select approved_from, approved_to, carer_type, places from star.fact_foster_approval order by 1") == [
                "2024-04-01 | 2025-03-31 | TEMPORARY | 1", "2025-04-01 | - | CONNECTED | 2",
            ])
        let overdue = { (day: String) in
            try db.lines(SQL(unsafeSQL: "select kind from star.fact_carer_check where due < '\(day)' and (done is null or done > '\(day)') order by 1"))
        }
        #expect(try overdue("2026-05-31") == [] && overdue("2026-07-31") == ["ANNUAL_REVIEW", "DBS"] && overdue("2026-09-30") == ["DBS"])
        #expect(
            try db.lines("select forename, surname, dob, sex, count(*) from star.dim_foster_carer group by 1, 2, 3, 4") == ["Ann | Lane | 1980-04-03 | F | 2"])
        #expect(try db.lines("select approved, filled, vacant, on_hold, hold_reason from star.fact_foster_capacity") == ["2 | 1 | 0 | 1 | HEALTH"])
        // The next month adds its day, and a snapshot without a check retires it.
        #expect(try load("carers/foster_capacity", asAt: "2026-10-31", "Household Ref,Position at,Approved places,Filled", "FH1,31/10/2026,2,2").code == 0)
        #expect(
            try load(
                "carers/foster_checks", asAt: "2026-10-31", "Check ref,Household Ref,Carer Ref,Type of check,Next due,Date completed",
                "1,FH1,FC1,Enhanced DBS,01/06/2026,05/10/2026"
            ).code == 0)
        #expect(try db.lines("select count(*) from star.fact_foster_capacity") == ["2"])
        #expect(try db.lines("select kind, done from star.fact_carer_check") == ["DBS | 2026-10-05"])
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }

    @Test("two agencies tell one way to adoption; another begins after the reversal; the family is one")
    func adoption() throws {
        try care()
        let header =
            "LA ref,Child DOB,SHOBPA date,PO granted,Match (ADM),Date placed,EP placement,AO granted,SHOBPA rescinded,Reason plan changed,Matched family"
        let tracker = try load(
            "adoption/adoption_children", header, "100001,02/03/2022,10/09/2023,20/10/2023,,,,,01/06/2024,RD3,",
            "100001,02/03/2022,01/03/2025,,05/09/2025,01/10/2025,,,,,AF7",
            "100002,04/07/2021,12/09/2023,22/10/2023,01/02/2024,20/02/2024,01/06/2023,,,,AF8", "999999,01/01/2020,12/09/2023,,,,,,,,")
        #expect(tracker.code == 0, "\(tracker)")
        #expect(
            try load(
                "adoption/placement_orders", "LA reference,Date of birth,Issued,PO made,Hearing court,Order revoked",
                "100001,2022-03-02,2023-08-01,2023-10-20,Family Court,2024-07-01",
                "100002,2020-01-01,2023-08-01,2023-10-22,Family Court,"
            ).code == 0)
        #expect(
            try load(
                "adoption/adopters",
                "Adopter Ref,Adoptive family,Gender,Date enquiry received,Date application approved,Date child/children placed with adopter(s),No. of children placed",
                "A1,AF7,Female,01/02/2024,01/08/2025,01/10/2025,1", "A2,AF7,Male,05/02/2024,03/08/2025,01/10/2025,1", "A3,AF9,Female,01/06/2026,,,",
                "A4,AF9,Male,01/06/2026,01/09/2026,,"
            ).code == 0)
        // List 10 of Annex A, three days off: the same way.
        #expect(
            try load(
                "social-care/annex_a_adoption",
                "Child Unique ID,Family identifier,Gender,Ethnicity,Date of Birth,Date the Child Entered Care,Date of Decision that Child Should be Placed for Adoption,"
                    + "Date of Placement Order,Date of Matching Child and Prospective Adopters,Date Placed for Adoption,Date of Adoption Order",
                "100001,AF7,Male,WBRI,02/03/2022,01/05/2023,04/03/2025,,05/09/2025,01/10/2025,"
            ).code == 0)
        let db = try warehouse.connect()
        #expect(
            try db.lines(
                """
                select child, decision, entered_care, placement_order, matched, moved_in, fostered_for_adoption, reversed, reversed_reason, adopter_household
                from star.fact_adoption_process join (select distinct person_key, child from star.dim_child) as c using (person_key) order by 1, 2
                """) == [
                    "100001 | 2023-09-10 | 2023-05-01 | 2023-10-20 | - | - | - | 2024-06-01 | RD3 | -",
                    "100001 | 2025-03-01 | 2023-05-01 | - | 2025-09-05 | 2025-10-01 | - | - | - | AF7",
                    "100002 | 2023-09-12 | 2023-05-01 | 2023-10-22 | 2024-02-01 | 2024-02-20 | 2023-06-01 | - | - | AF8",
                ])
        // The second order waits: another day of birth.
        #expect(try db.lines("select made, revoked from star.fact_placement_order") == ["2023-10-20 | 2024-07-01"])
        #expect(
            try db.lines("select household, adopters, enquired, approved, placed, children_placed from star.fact_adopter_household order by 1") == [
                "AF7 | 2 | 2024-02-01 | 2025-08-03 | 2025-10-01 | 1", "AF9 | 2 | 2026-06-01 | - | - | -",
            ])
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }

    @Test("prices of a placement add up; a worker's team is found over the post; absence leaves the window")
    func costsAndWorkforce() throws {
        try care()
        #expect(
            try load(
                "carers/placement_costs", "Identifier,Price from,Price to,Cost element,Primary registration type,Total weekly cost,Contribution from Health",
                "100001,01/04/2026,,Core fee,Ofsted,\"£1,010.00\",0", "100001,01/04/2026,,1:1,,780,100", "100001,01/04/2025,31/03/2026,Core fee,Ofsted,970,0",
                "100002,31/02/2026,,Core fee,,1,0"
            ).code == 3)
        #expect(
            try load(
                "workforce/workers", "SWE number,Worker name,Team code,Post title,Post start date,Leaving date,WTE,Contract type",
                "SW1,Sam Lane,T-1,NQSW,2025-09-01 00:00:00,,0.8,Locum"
            ).code == 0)
        #expect(
            try load(
                "workforce/teams", "Team code,Team name,Service area,Reports to", "T-1,Children's Team 1,Children in Care,S-CIC",
                "S-CIC,Children in Care,Children in Care,"
            ).code == 0)
        #expect(
            try load(
                "workforce/worker_absence", "SWE number,Absence start,Absence end,Absence category,Days lost", "SW1,01/10/2024,05/10/2024,Sick leave,5",
                "SW1,01/03/2026,,Sick,10.5"
            ).code == 0)
        // In a file of a month later the first has left the window of two years: it is not retired.
        #expect(
            try load(
                "workforce/worker_absence", asAt: "2026-10-31", "SWE number,Absence start,Absence end,Absence category,Days lost",
                "SW1,01/03/2026,20/03/2026,Sick,15"
            ).code == 0)
        let db = try warehouse.connect()
        #expect(
            try db.lines("select sum(weekly_cost), sum(health) from star.fact_placement_cost where cost_from <= '2026-09-30' and cost_to is null") == [
                "1790.00 | 100"
            ])
        #expect(try db.lines("select role, fte, employment from star.fact_worker_post") == ["ASYE | 0.8 | AGENCY"])
        #expect(
            try db.lines("select team, name, parent, parent_name from star.dim_team order by 1") == [
                "S-CIC | Children in Care | - | -", "T-1 | Children's Team 1 | S-CIC | Children in Care",
            ])
        #expect(
            try db.lines("select started, ended, working_days from star.fact_worker_absence order by 1") == [
                "2024-10-01 | 2024-10-05 | 5", "2026-03-01 | 2026-03-20 | 15",
            ])
        try db.execute(
            "insert into star.fact_social_worker_episode select person_key, 892, '2026-01-01', null, 'SW1', null, 1, 1 from star.dim_child where child = '100001'"
        )
        #expect(try db.lines("select worker, team, team_name from concepts.children_with_team(array[date '2026-09-30'])") == ["SW1 | T-1 | Children's Team 1"])
    }
}
