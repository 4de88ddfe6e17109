import Foundation
import Postgres
import Testing
import Vocabulary
import Warehouse

/// The virtual school's way into the star, end to end.
@Suite("Education of children in care")
struct VirtualSchoolTests {
    let warehouse: TestWarehouse
    init() throws {
        warehouse = try TestWarehouse()
        let folder = warehouse.folder + "/care"
        try Extract.write(
            [
                Extract(.header, lines: "100001,M,02/03/2011,WBRI,D892200115001,,", "100002,F,04/07/2013,WBRI,W892200113002,0,"),
                Extract(
                    .episodes, lines: "100001,01/05/2021,S,C2,N1,U4,PR1,,,,AB1 2CD,AB1 3CD,SC123456",
                    "100002,01/05/2021,S,C2,N1,U4,PR1,,,,AB1 2CD,AB1 3CD,SC123456"),
            ], to: folder)
        let loaded = try warehouse.loxley("load", "ssda903", "--year", "2026-27", "--la", "892", "--as-at", "2026-09-30", folder)
        #expect(loaded.code == 0, "\(loaded)")
    }

    private func load(_ dataset: String, asAt: String = "2026-09-30", _ lines: String...) throws -> Outcome {
        let path = warehouse.folder + "/\(dataset)-\(asAt).csv"
        try Data((lines.joined(separator: "\r\n") + "\r\n").utf8).write(to: URL(fileURLWithPath: path))
        return try warehouse.loxley("load", "virtual-school/" + dataset, "--la", "892", "--as-at", asAt, path)
    }

    private static let first = "D892200115001,Ash,Robin,2011-03-02,Nottingham"
    private static let second = "W892200113002,Oak,Kit,2013-07-04,Nottingham"

    @Test("a day's registers: spellings, two schools, another authority's pupil, a pupil whom nobody knows, a code that does not exist; a mark put right")
    func attendance() throws {
        let header = "UPN,Surname,Forename,DOB,Caring Authority,URN,Session Date,AM Mark,PM Mark,Mins late"
        let loaded = try load(
            "daily_attendance", header,
            Self.first + ",700070,2026-09-21,Present (AM),\\,", Self.first + ",700070,2026-09-22,Suspended,e,", Self.first + ",700070,2026-09-23,N,Y9,",
            Self.first + ",700070,2026-09-24,L,C2,12", Self.first + ",700070,2026-09-25,#,#,",
            Self.second + ",700071,2026-09-21,D,D,", Self.second + ",700093,2026-09-21,/,O,",
            "H831200115003,Fir,Sam,2015-01-01,Derby City Council,700070,2026-09-21,/,\\,", "G892200116004,Elm,Jo,2016-05-05,892,700070,2026-09-21,/,\\,")
        #expect(loaded.code == 3, "\(loaded)")
        let db = try warehouse.connect()
        #expect(
            try db.lines("select rows_read, rows_new, rows_conflict, rows_ignored, rows_waiting from ops.load order by load_id desc limit 1") == [
                "9 | 7 | 1 | 1 | 1"
            ])
        let days = SQL(
            """
            select child, day, am, pm, possible, present, authorised, unauthorised, f.urn
            from star.fact_attendance as f join star.dim_child as c using (person_key) order by 1, 2
            """)
        #expect(
            try db.lines(days) == [
                "100001 | 2026-09-21 | / | \\ | 2 | 2 | 0 | 0 | 700070", "100001 | 2026-09-22 | E | E | 2 | 0 | 2 | 0 | 700070",
                "100001 | 2026-09-23 | N | Y9 | 1 | 0 | 0 | 1 | 700070", "100001 | 2026-09-24 | L | C2 | 2 | 1 | 1 | 0 | 700070",
                "100001 | 2026-09-25 | # | # | 0 | 0 | 0 | 0 | 700070", "100002 | 2026-09-21 | / | O | 2 | 1 | 0 | 1 | 700093",
            ])
        let review = CSVTable.read(try warehouse.loxley("codes", "review", "--format", "csv").out)
        let unknown = try #require(review.first { $0.contains("Y9") })
        #expect(unknown[0...1] == ["attendance_code", "pm"] && unknown[4].split(separator: ", ").first == "Y", "\(unknown)")

        // The next day's file says why the child was away, and what the code should have been.
        #expect(try load("daily_attendance", asAt: "2026-10-01", header, Self.first + ",700070,2026-09-23,I,Y4,").code == 0)
        #expect(try db.lines(days).contains("100001 | 2026-09-23 | I | Y4 | 1 | 0 | 1 | 0 | 700070"))
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }

    @Test("plans: years and terms as they are written, the one of several in a term that came furthest, an initial plan beside the review")
    func plans() throws {
        let person = "L1,D892200115001,100001,Ash,Robin,02/03/2011,892"
        let loaded = try load(
            "peps",
            "PEP ID,Learner ID,UPN,LA Child ID,Legal Surname,Legal Forename,DOB,Responsible LA,NCY,School URN,Academic Year,PEP term,PEP Type,"
                + "Meeting booked for,Meeting date,Date signed off,PEP Status,QA RAG,SW attended,Young person present,PP+ agreed",
            "P1,\(person),Year 10,700070,2025/26,Autumn 1,Termly,10/10/2025,10/10/2025,,Returned to school,,Y,N,",
            "P2,\(person),10,700071,2025-26,Autumn term,Termly,20/11/2025,20/11/2025,04/12/2025,Signed off,Green,Yes,No,\"£1,250.50\"",
            "P3,\(person),10,700071,2025/2026,Spring 2,Termly,,,,Not started,,,,",
            "P4,\(person),10,700071,this year,Summer term,Review,,12/06/2026,,In progress,,Y,Y,",
            "P5,\(person),10,700071,202526,AUT,Initial,,12/09/2025,20/09/2025,Complete,2 - Good,Y,Y,",
            "P6,L9,H831200115003,,Fir,Sam,01/01/2015,Derby,6,700071,2025/26,Autumn,Termly,,,,Not started,,,,")
        #expect(loaded.code == 0, "\(loaded)")
        #expect(
            try warehouse.connect().lines(
                """
                select academic_year, term, pep_type, status, meeting_booked, meeting_held, signed_off, quality, social_worker_attended,
                    young_person_attended, pupil_premium_agreed, urn, year_group
                from star.fact_pep order by academic_year, term, pep_type
                """) == [
                    "2025-26 | autumn | initial | CO | - | 2025-09-12 | 2025-09-20 | 2 | t | t | - | 700071 | 10",
                    "2025-26 | autumn | review | CO | 2025-11-20 | 2025-11-20 | 2025-12-04 | G | t | f | 1250.50 | 700071 | 10",
                    "2025-26 | spring | review | NS | - | - | - | - | - | - | - | 700071 | 10",
                    "2025-26 | summer | review | IP | - | 2026-06-12 | - | - | t | t | - | 700071 | 10",
                ])
    }

    @Test("places, suspensions, needs, what follows at 16, and results: not available is not the same as not recorded")
    func rest() throws {
        let person = "L1,D892200115001,100001,Ash,Robin,02/03/2011,892"
        let base = "Learner ID,UPN,LA Child ID,Legal Surname,Legal Forename,DOB,Responsible LA"
        #expect(
            try load(
                "school_places",
                base
                    + ",On roll date,Off roll date,Enrol status,School URN,School phase,Provision,NCY,On roll Y/N,Hours per week,Part-time timetable,PT review date",
                person + ",03/09/2022,12/05/2026,Current,700070,Secondary,Mainstream,10,Yes,32.5,No,", person + ",13/05/2026,,,,N/A,No school place,10,No,,,",
                person + ",14/09/2026,,Main dual registration,700071,High,PRU,11,Y,12.5,Y,26/10/2026"
            ).code == 0)
        #expect(
            try load(
                "exclusions", base + ",School URN,Start date,End date,Exclusion type,Sessions lost,Reason 1,Reason 2,SEN status",
                person + ",700070,10/03/2026,12/03/2026,FIXD,6,Persistent disruption,VA,K", person + ",700070,12/05/2026,,PEX,,Assault on pupil,,EHCP"
            ).code == 0)
        #expect(
            try load(
                "special_educational_needs", base + ",Start date,End date,SEN status,Primary need,Secondary need,EHCP issued,Last annual review",
                person + ",03/09/2019,19/01/2026,SEN support,Speech and language,,,",
                person + ",20/01/2026,,EHCP,Social emotional and mental health,Autism,20/01/2026,"
            ).code == 0)
        #expect(
            try load(
                "attainment",
                "UPN,Surname,Forename,DOB,LA,AY,Key Stage,Reading TA,Writing TA,Maths TA,Reading scaled score,Maths scaled score,English,GCSE Maths,Attainment 8,Progress 8,P8 reason",
                Self.second + ",2024/25,KS2,AS,EXS,NS,104,97,,,,,", Self.first + ",2025/26,GCSE,,,,,,4.0,5,38.5,,No KS2 baseline",
                Self.second + ",2025/26,Phonics,,,,,,,,,,"
            ).code == 0)
        #expect(
            try load(
                "post_16", base + ",Start date,End date,Destination,Provider URN,Course level,September guarantee,Reason NEET",
                person + ",01/09/2026,18/09/2026,College,700095,Level 2,Yes,", person + ",19/09/2026,,Not in EET,,,Yes,Looking for work"
            ).code == 0)
        let db = try warehouse.connect()
        #expect(
            try db.lines(
                "select started, ended, enrolment, urn, provision_type, year_group, part_time, part_time_reviewed from star.fact_school_place order by 1") == [
                    "2022-09-03 | 2026-05-12 | C | 700070 | MS | 10 | f | -", "2026-05-13 | - | NO | - | NO | 10 | - | -",
                    "2026-09-14 | - | M | 700071 | PR | 11 | t | 2026-10-26",
                ])
        #expect(
            try db.lines("select started, category, ended, sessions, reason, reason_2, sen_provision from star.fact_exclusion order by 1") == [
                "2026-03-10 | SUSP | 2026-03-12 | 6 | DB | VA | K", "2026-05-12 | PERM | - | - | PP | - | E",
            ])
        #expect(
            try db.lines("select started, provision, primary_need, secondary_need, ehcp_issued from star.fact_sen order by 1") == [
                "2019-09-03 | K | SLCN | - | -", "2026-01-20 | E | SEMH | ASD | 2026-01-20",
            ])
        #expect(
            try db.lines(
                """
                select academic_year, stage, reading_expected, writing_expected, maths_expected, all_expected, english_grade, english_maths_4, english_maths_5,
                    attainment_8, progress_8, no_progress_8
                from star.fact_attainment order by 1, 2
                """) == [
                    "2024-25 | KS2 | t | t | f | f | - | - | - | - | - | -", "2025-26 | KS4 | - | - | - | - | 4 | t | f | 38.5 | - | NB",
                    "2025-26 | PHON | - | - | - | - | - | - | - | - | - | -",
                ])
        #expect(
            try db.lines("select started, ended, activity, level, neet_reason from star.fact_post16 order by 1") == [
                "2026-09-01 | 2026-09-18 | FEC | 2 | -", "2026-09-19 | - | NEET | - | SEEK",
            ])
        #expect(
            try db.lines("select count(*), sum(rows_waiting) from ops.load join ops.dataset using (dataset) where name like 'virtual-school/%'") == ["5 | 0"])
    }
}
