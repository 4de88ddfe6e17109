import Foundation
import Postgres
import Testing

/// The same children told three times: by the case system's extract, the CIN census and the Annex A lists. Each event is one fact.
@Suite("Annex A, the CIN census and the top-up workbook", .serialized)
struct StatutoryFeedsTests {
    /// The inbox of a small authority, made once.
    private static let inbox = Result<String, any Error> {
        let folder = try TestServer.shared().folder + "/statutory"
        let made = try Loxley.run([
            "synthesise", "--children", "60", "--seed", "11", "--as-at", "2026-09-30", "--outside", "1", "--only", "ssd", "annex_a", "cin_census", "top-up",
            "--out", folder,
        ])
        guard made.code == 0 else { throw TestServer.Failed(description: "\(made)") }
        return folder + "/inbox"
    }

    let warehouse: TestWarehouse
    init() throws { warehouse = try TestWarehouse() }

    @discardableResult
    private func load(_ feed: String, _ options: String...) throws -> Outcome {
        let loaded = try Loxley.run(
            ["load", feed, "--la", "892"] + options + [try Self.inbox.get() + "/" + feed] + warehouse.options, timeout: 120)
        #expect(loaded.code == 0 || loaded.code == 3, "\(loaded)")
        return loaded
    }

    /// Events that the case system holds in full: a census and a list of the same day can tell no other.
    private static let shared = [
        "fact_contact", "fact_early_help", "fact_referral", "fact_assessment", "fact_section_47_enquiry", "fact_conference", "fact_cp_plan", "fact_cp_review",
        "fact_cin_plan", "fact_visit", "fact_legal_status_history", "fact_placed_for_adoption", "fact_care_leaver_position", "fact_episode", "fact_review",
    ]

    private func rows(_ db: Connection) throws -> [String] {
        try Self.shared.map { "\($0) \(try db.value("select count(*) from star.\(Identifier($0))", as: Int.self))" }
    }

    @Test("one fact for each event, by the case system's telling; why shows all three; nothing unknown, nothing lost")
    func oneFact() throws {
        try load("ssd", "--as-at", "2026-09-30")
        let db = try warehouse.connect()
        let before = try rows(db)
        #expect(!before.contains { $0.hasSuffix(" 0") }, "\(before)")
        try load("cin_census", "--year", "2025-26", "--as-at", "2026-03-31")
        #expect(try rows(db) == before)
        try load("annex_a", "--as-at", "2026-09-30")
        #expect(try rows(db) == before)
        #expect(try db.unequal() == [])
        #expect(
            try db.lines(
                """
                select d.name, c.column_name, c.value from ops.code_not_known as c join ops.load as l using (load_id) join ops.dataset as d using (dataset)
                where d.name ~ 'annex_a|cin_' order by 1, 2, 3
                """) == [])
        // All sheets and all groups of the census have rows.
        let empty = try db.lines(
            """
            select name from ops.dataset as d
            where name ~ 'annex_a_|cin_' and name !~ 'pre_proceedings|adopt' and not exists (select from ops.load as l where l.dataset = d.dataset and l.rows_read > 0)
            order by 1
            """)
        #expect(empty == [])

        // A child protection plan that all three tell.
        let plan = try #require(
            try db.rows(
                """
                select a.child_unique_id, a.plan_start_date from source.annex_a_child_protection as a
                join source.cin_protection_plans as c on c.lachildid = a.child_unique_id and c.cppstartdate = a.plan_start_date
                join source.ssd_cp_plans as s on s.cppl_person_id = a.child_unique_id and s.cppl_cp_plan_start_date = a.plan_start_date
                order by 1, 2 limit 1
                """
            ).first)
        let key = plan.compactMap(\.self).joined(separator: "/")
        let why = try warehouse.loxley("why", "fact_cp_plan", key)
        #expect(why.code == 0, "\(why)")
        for dataset in ["ssd_cp_plans", "cin_protection_plans", "annex_a_child_protection"] { #expect(why.out.contains(dataset), "\(why)") }
        #expect(why.out.contains("holds") && why.out.contains("outranked"), "\(why)")

        // Whoever has nothing but the census and the lists still has the facts.
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }

    @Test("without the case system's extract the census and the lists tell what they know, whichever comes first")
    func alone() throws {
        try load("annex_a", "--as-at", "2026-09-30")
        let db = try warehouse.connect()
        let listed = try db.value("select count(*) from star.fact_cp_plan", as: Int.self)
        #expect(listed > 0)
        #expect(try db.value("select count(*) from star.fact_episode", as: Int.self) > 0)
        #expect(try db.value("select bool_and(dob is not null or valid_from is not null) from star.dim_child", as: Bool.self))
        try load("cin_census", "--year", "2025-26", "--as-at", "2026-03-31")
        #expect(try db.value("select count(*) from star.fact_cp_plan", as: Int.self) >= listed)
        #expect(try db.value("select count(*) from star.fact_assessment where factors is not null", as: Int.self) > 0)
        let first = try warehouse.digest()

        let other = try TestWarehouse()
        let census = try Self.inbox.get() + "/cin_census", lists = try Self.inbox.get() + "/annex_a"
        #expect(try other.loxley("load", "cin_census", "--la", "892", "--year", "2025-26", "--as-at", "2026-03-31", census, timeout: 120).code != 1)
        #expect(try other.loxley("load", "annex_a", "--la", "892", "--as-at", "2026-09-30", lists, timeout: 120).code != 1)
        #expect(try other.digest() == first)
    }

    @Test("the top-up workbook answers the outcomes of a year for which no return told them; the blank template retires what was told, so it is refused")
    func topUp() throws {
        try load("ssd", "--as-at", "2026-09-30")
        try load("top_up", at: "top-up")
        let db = try warehouse.connect()
        #expect(try db.value("select count(*) from star.fact_health_surveillance", as: Int.self) > 0)
        #expect(try db.value("select count(*) from star.fact_deprivation_of_liberty", as: Int.self) > 0)
        #expect(
            try db.lines(
                """
                select count(*) > 0, bool_and(worked_out), count(health_check) > 0, count(*) filter (where intervention_offered is not null and intervention_received = '1')
                from concepts.yearly_outcomes('2025-26', date '2025-04-01', date '2026-03-31')
                """) == ["t | t | t | 0"])
        #expect(try warehouse.loxley("template", "top_up", "--out", warehouse.folder).code == 0)
        let blank = try warehouse.loxley("load", "top_up", "--la", "892", "--as-at", "2026-10-31", warehouse.folder + "/top_up.xlsx")
        #expect(blank.code == 4, "\(blank)")
    }

    private func load(_ feed: String, at place: String) throws {
        let loaded = try warehouse.loxley("load", feed, "--la", "892", "--as-at", "2026-09-30", try Self.inbox.get() + "/" + place, timeout: 120)
        #expect(loaded.code == 0 || loaded.code == 3, "\(loaded)")
    }
}
