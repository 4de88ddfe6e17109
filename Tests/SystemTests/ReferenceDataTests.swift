import Foundation
import Postgres
import Testing
import Warehouse

/// The publishers' own files, as the samples of `config/samples/reference` have them.
@Suite("Reference data")
struct ReferenceDataTests {
    let warehouse: TestWarehouse
    init() throws { warehouse = try TestWarehouse() }

    private static let samples = "\(Loxley.packageFolder)/config/samples/reference"

    private func load(_ feed: String, _ sample: String) throws -> Outcome {
        try warehouse.loxley("load", feed, "--as-at", "2026-09-30", "\(Self.samples)/\(sample).csv")
    }

    @Test(
        "every sample loads whole, and no column of it is unknown",
        arguments: [
            ("reference/postcode_directory", "NSPL_sample"), ("reference/gias_establishments", "edubasealldata_sample"),
            ("reference/population_estimates", "nomis_population_sample"), ("reference/statistical_neighbours", "statistical_neighbours_sample"),
            ("reference/ees_children_looked_after", "cla_on_31_march_by_characteristics_sample"),
            ("reference/ofsted_childrens_homes", "childrens_homes_list_sample"), ("ofsted_providers", "social_care_providers_sample"),
            ("reference/ofsted_inspections", "childrens_social_care_inspections_outcomes_sample"),
        ])
    func loads(feed: String, sample: String) throws {
        let loaded = try load(feed, sample)
        #expect(loaded.code == 0, "\(loaded)")
        #expect(!(loaded.out + loaded.err).contains("not part of"), "\(loaded)")
        let db = try warehouse.connect()
        #expect(try db.lines("select rows_read = rows_new and rows_read > 0, authority from ops.load join ops.delivery using (delivery_id)") == ["t | 0"])
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }

    @Test("a postcode lies in the authority that has the children's services")
    func postcodes() throws {
        #expect(try load("reference/postcode_directory", "NSPL_sample").code == 0)
        let db = try warehouse.connect()
        #expect(
            try db.lines(
                "select postcode, district, local_authority, deprivation_rank, terminated from star.dim_postcode where postcode ~ '^(LX1 0BJ|WX4)' order by 1")
                == ["LX1 0BJ | E06000018 | E06000018 | 801 | -", "WX4 7FR | E07000034 | E10000007 | 12000 | 2015-12-01"])
    }

    @Test("providers of several lists; inspections that the service and Ofsted both tell are one")
    func providers() throws {
        #expect(try load("reference/ofsted_childrens_homes", "childrens_homes_list_sample").code == 0)
        #expect(try load("ofsted_providers", "social_care_providers_sample").code == 0)
        #expect(try load("reference/ofsted_inspections", "childrens_social_care_inspections_outcomes_sample").code == 0)
        let own = warehouse.folder + "/inspections.csv"
        try "Ofsted URN,Date of inspection,Type of inspection,Overall grade\nSC400004,18/06/2025,Full,Good\n".write(
            toFile: own, atomically: true, encoding: .utf8)
        #expect(try warehouse.loxley("load", "carers/home_inspections", "--la", "892", "--as-at", "2026-09-30", own).code == 0)
        let db = try warehouse.connect()
        #expect(
            try db.lines(
                "select urn, provider_kind, sector, registration_status, placement_codes, provider_codes from star.dim_placement_provider order by urn") == [
                    "1040063 | CHILDRENS_HOME | PRIVATE | ACTIVE | K2 | PR4", "1040077 | CHILDRENS_HOME | PRIVATE | CLOSED | K2 | PR4",
                    "1040343 | IFA | PRIVATE | ACTIVE | U1,U2,U3,U4,U5,U6 | PR4", "SC400004 | CHILDRENS_HOME | LA | ACTIVE | K2 | PR1,PR2",
                ])
        #expect(
            try db.lines("select urn, inspected, kind, overall, authority from star.fact_provider_inspection order by urn") == [
                "1040063 | 2026-02-03 | ASSURANCE | NO_JUDGEMENT | 0", "SC400004 | 2025-06-18 | FULL | GOOD | 892",
            ])
    }

    @Test("figures: single years of age, ten neighbours, what was withheld is not zero")
    func figures() throws {
        #expect(try load("reference/population_estimates", "nomis_population_sample").code == 0)
        #expect(try load("reference/statistical_neighbours", "statistical_neighbours_sample").code == 0)
        #expect(try load("reference/ees_children_looked_after", "cla_on_31_march_by_characteristics_sample").code == 0)
        let db = try warehouse.connect()
        #expect(
            try db.lines(
                "select year, area_authority, count(*), sum(persons) from star.population where sex = 'T' and area_authority is not null group by 1, 2 order by 1"
            ) == [
                "2024 | 892 | 18 | 69300", "2025 | 892 | 18 | 69570",
            ])
        #expect(
            try db.lines("select count(*), min(rank), max(rank), min(neighbour) from star.statistical_neighbour where area_authority = 892") == [
                "10 | 1 | 10 | 331"
            ])
        #expect(
            try db.lines(
                "select level, area, area_authority, number, percentage, withheld from star.comparator where time_period = '2025' and characteristic = 'Under 1 year' order by 1, 2"
            ) == [
                "Local authority | E06000017 | 857 | - | - | c", "Local authority | E06000018 | 892 | 35 | 5 | -", "National | E92000001 | - | 4200 | 5 | -",
                "Regional | E12000004 | - | 320 | 5 | -",
            ])
    }

    @Test("bank holidays as the government publishes them are added to the list of all years")
    func bankHolidays() throws {
        let home = try HomeCopy(in: warehouse.folder)
        let published = """
            {"england-and-wales": {"division": "england-and-wales", "events": [
              {"title": "A day of the future", "date": "2031-05-02", "notes": "", "bunting": true},
              {"title": "New Year's Day", "date": "2026-01-01", "notes": "", "bunting": true}]},
             "scotland": {"division": "scotland", "events": [{"title": "2nd January", "date": "2031-01-02", "notes": "", "bunting": true}]}}
            """
        try published.write(toFile: home.folder + "/config/calendars/bank-holidays.json", atomically: true, encoding: .utf8)
        #expect(try warehouse.loxley("migrate", environment: home.environment).code == 0)
        let db = try warehouse.connect()
        #expect(
            try db.lines(
                "select date, working_day, bank_holiday from star.dim_date where date in ('2031-05-02', '2031-01-02', '2026-01-01', '2016-12-26') order by 1")
                == [
                    "2016-12-26 | f | Boxing Day", "2026-01-01 | f | New Year's Day", "2031-01-02 | t | -", "2031-05-02 | f | A day of the future",
                ])
        try "[]".write(toFile: home.folder + "/config/calendars/bank-holidays.json", atomically: true, encoding: .utf8)
        let refused = try warehouse.loxley("migrate", environment: home.environment)
        #expect(refused.code == 1 && (refused.out + refused.err).contains("bank-holidays.json is not the published list"), "\(refused)")
    }
}
