import Foundation
import Postgres
import Testing

/// Extracts of the police, the youth justice service, advocates and the reviewing service beside the return: tables in, tables out.
@Suite("Police, youth justice, voice and reviewing")
struct PoliceAndVoiceTests {
    /// Three children of 2021-22; the absences of the first two are told by the return, too.
    private static let care: [Extract] = [
        Extract(.header, lines: "A1,1,05/06/2008,WBRI,,,", "B2,2,09/09/2007,WBRI,,,", "C3,1,01/02/2009,MWBC,,,"),
        Extract(
            .episodes, lines: "A1,01/05/2020,S,C2,N1,K2,PR1,,,,AB1 2CD,AB1 3CD,SC123456", "B2,01/05/2020,S,C2,N1,U6,PR1,,,,AB1 2CD,AB1 4CD,SC123457",
            "C3,01/05/2020,S,C2,N1,U6,PR1,,,,AB1 2CD,AB1 4CD,SC123457"),
        Extract(.missing, lines: "A1,05/06/2008,M,30/10/2021,31/10/2021", "B2,09/09/2007,M,31/10/2021,31/10/2021", "B2,09/09/2007,A,02/11/2021,02/11/2021"),
        Extract(.reviews, lines: "A1,05/06/2008,10/09/2021,PN6", "B2,09/09/2007,12/09/2021,PN1"),
    ]

    private static let reports = [
        "MISPER Ref,Nominal ID,LA ID,Family Name,First Name,DOB,Placing LA,Report Type,Report Status,Last Seen,Reported,Returned,Initial Risk",
        // Over the end of summer time: 23:30 to 09:00 is ten hours and a half.
        "MP1,501,A1,ASH,JO,05/06/2008,Nottingham,Missing,Located,30/10/2021 23:30,31/10/2021 00:40,31/10/2021 09:00,Med",
        // Back by evening, and gone again.
        "MP2,501,A1,ASH,JO,05/06/2008,892,Missing,Located,10/11/2021 12:00,10/11/2021 13:00,10/11/2021 16:00,Low",
        "MP3,501,A1,ASH,JO,05/06/2008,892,Missing,Located,10/11/2021 20:00,10/11/2021 20:30,10/11/2021 23:00,High",
        // Last seen the evening before; the return has the day of the report.
        "MP4,502,B2,OAK,SAM,09/09/2007,,,Closed,30/10/2021 23:50,31/10/2021 01:30,31/10/2021 05:00,Standard",
        "MP5,502,B2,OAK,SAM,09/09/2007,,Missing,Created in error,01/12/2021 10:00,01/12/2021 11:00,,Low",
        // Over the beginning of summer time: 00:30 to 03:30 is two hours.
        "MP6,502,B2,OAK,SAM,09/09/2007,,Missing,Located,28/03/2021 00:30,28/03/2021 00:45,28/03/2021 03:30,Low",
        // Nobody knows this child; that one is another authority's; of the third a date cannot be read.
        "MP7,999,,ELM,KIM,01/01/2010,892,Missing,Located,01/11/2021 10:00,01/11/2021 11:00,01/11/2021 12:00,Low",
        "MP8,777,,YEW,LOU,01/01/2010,Derby,Missing,Located,01/11/2021 10:00,01/11/2021 11:00,01/11/2021 12:00,Low",
        "MP9,501,A1,ASH,JO,05/06/2008,892,Missing,Located,01/12/2021 10:00,01/12/2021 11:00,sometime,Low",
    ]

    private static let absences = """
        select n.identifier, f.missing, f.mis_start, f.mis_end, f.number_on_day, (extract(epoch from f.returned_at - f.last_seen_at) / 60)::integer, f.risk,
            d.name
        from star.fact_missing as f join ops.dataset as d using (dataset)
        join identity.node as n on n.person_key = f.person_key and n.system = 'social-care'
        order by 1, 3, 5
        """
    private static let expected = [
        "A1|M|2021-10-30|2021-10-31|1|630|medium|police/police_missing", "A1|M|2021-11-10|2021-11-10|1|240|low|police/police_missing",
        "A1|M|2021-11-10|2021-11-10|2|180|high|police/police_missing", "B2|M|2021-03-28|2021-03-28|1|120|low|police/police_missing",
        "B2|M|2021-10-30|2021-10-31|1|370|low|police/police_missing", "B2|A|2021-11-02|2021-11-02|1|||social-care/ssda903_missing",
    ]

    private func loadCare(_ warehouse: TestWarehouse) throws {
        let folder = try Extract.write(Self.care, to: warehouse.folder + "/care")
        let outcome = try warehouse.loxley("load", "ssda903", "--year", "2021-22", "--as-at", "2022-03-31", folder)
        #expect(outcome.code == 0, "\(outcome)")
    }

    @discardableResult
    private func load(_ dataset: String, _ lines: [String], _ warehouse: TestWarehouse, code: Int32 = 0, at place: SourceLocation = #_sourceLocation) throws
        -> Outcome
    {
        let path = "\(warehouse.folder)/\(dataset.split(separator: "/").last ?? "file").csv"
        try Data((lines.joined(separator: "\r\n") + "\r\n").utf8).write(to: URL(fileURLWithPath: path))
        let outcome = try warehouse.loxley("load", dataset, "--as-at", "2022-03-31", path)
        #expect(outcome.code == code, "\(outcome)", sourceLocation: place)
        return outcome
    }

    @Test("an absence told by the return and by the police is one fact with the times of the police, in whatever order they came", arguments: [true, false])
    func absence(returnFirst: Bool) throws {
        let warehouse = try TestWarehouse()
        if returnFirst { try loadCare(warehouse) }
        // An unreadable return time needs attention.
        try load("police/police_missing", Self.reports, warehouse, code: 3)
        if !returnFirst { try loadCare(warehouse) }
        let db = try warehouse.connect()
        expectSame(try db.compact(SQL(unsafeSQL: Self.absences)), Self.expected)
        let counts = "select rows_read, rows_new, rows_ignored, rows_unusable, rows_waiting from ops.load where file_name = 'police_missing.csv'"
        // Where nobody is known yet, all wait: also the one that is unusable.
        #expect(try db.compact(SQL(unsafeSQL: counts)).first?.hasPrefix(returnFirst ? "9|8|1|1|1" : "9|8|1|1|") == true)

        let why = try warehouse.loxley("why", "star.fact_missing", "A1/2021-10-30/M/1")
        #expect(why.code == 0 && why.out.contains("police/police_missing") && why.out.contains("social-care/ssda903_missing"), "\(why)")
        #expect(why.out.contains("outranked"), "\(why)")
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }

    @Test("a child of whom nobody knew waits, and is there when social care tells of them")
    func waiting() throws {
        let warehouse = try TestWarehouse()
        try loadCare(warehouse)
        let line = "MP20,600,D4,FIR,MAX,03/03/2009,892,Missing,Located,05/11/2021 10:00,05/11/2021 11:00,05/11/2021 12:00,Low"
        try load("police/police_missing", [Self.reports[0], line], warehouse)
        let db = try warehouse.connect()
        let count = "select count(*) from star.fact_missing where reference = 'MP20'"
        #expect(try db.value(SQL(unsafeSQL: count)) == 0)
        var care = Self.care
        care[0].rows.append(["D4", "1", "03/03/2009", "WBRI", "", "", ""])
        let folder = try Extract.write(care, to: warehouse.folder + "/later")
        let outcome = try warehouse.loxley("load", "ssda903", "--year", "2021-22", "--as-at", "2022-03-31", folder)
        #expect(outcome.code == 0, "\(outcome)")
        #expect(try db.value(SQL(unsafeSQL: count)) == 1)
    }

    @Test("one interview for two absences; 72 hours by the clock, also when the clocks change")
    func interviews() throws {
        let warehouse = try TestWarehouse()
        try loadCare(warehouse)
        try load("police/police_missing", Self.reports, warehouse, code: 3)
        try load(
            "police/return_interviews",
            [
                "RHI ID,Child ID,DOB,Police Ref(s),Date Missing,Date Returned,RHI Offered,RHI Accepted,Interview Date/Time,Reason Not Held",
                // For two absences of one day: of the first after 67 hours, of the second after 60.
                "R1,A1,05/06/2008,mp2; MP3,10/11/2021,10/11/2021 23:00,Yes,Yes,13/11/2021 11:00,",
                // The clock shows 71 and a half hours; 72 and a half have passed.
                "R2,B2,09/09/2007,,02/11/2021,30/10/2021 10:00,Y,Y,02/11/2021 09:30,", "R3,A1,05/06/2008,MP1,30/10/2021,31/10/2021 09:00,Y,N,,YP refused",
            ], warehouse)
        let db = try warehouse.connect()
        expectSame(
            try db.compact(
                """
                select n.identifier, f.mis_start, f.missing, f.number_on_day, f.reference, f.offered, f.accepted, f.within_72_hours, f.episodes_covered,
                    f.not_held_reason
                from star.fact_return_interview as f join identity.node as n on n.person_key = f.person_key and n.system = 'social-care'
                """),
            [
                "A1|2021-11-10|M|1|R1|Y|Y|t|2|", "A1|2021-11-10|M|2|R1|Y|Y|t|2|", "B2|2021-11-02|A|1|R2|Y|Y|f|1|", "A1|2021-10-30|M|1|R3|Y|N||1|declined",
            ])
        // A correction of the police's report is a correction of the interview's clock.
        try load("police/police_missing", [Self.reports[0], Self.reports[2].replacing("16:00", with: "10:30").replacing("12:00", with: "09:00")], warehouse)
        #expect(try db.compact("select within_72_hours from star.fact_return_interview where reference = 'R1' order by number_on_day") == ["f", "t"])
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }

    @Test("incidents are about homes; the children involved, arrests and offences about children")
    func incidents() throws {
        let warehouse = try TestWarehouse()
        try loadCare(warehouse)
        try load(
            "police/home_incidents",
            [
                "Incident Number,Date Time of Incident,Home URN,Incident Type,Police Called Y/N,RJ Used,Crimed,Outcome Code,Number of Children",
                "H1,2021-07-01T21:10:00,SC123456,Staff assault,Y,Y,N,Outcome 8,2", "H2,2021-07-02T21:10:00,SC123456,Self harm,N,N,N,,1",
            ], warehouse)
        try load(
            "police/home_incident_children",
            ["Incident Number,Nominal ID,Surname,Forename,DOB,Role in Incident", "H1,501,Ash,Jo,05/06/2008,Alleged perpetrator"], warehouse)
        try load(
            "police/arrests",
            [
                "Custody Ref,Nominal ID,LA ID,DOB,Arrested,Screened,Screening Outcome,Outcome,Offence Category",
                "C1,501,A1,05/06/2008,01/07/2021 22:00,02/07/2021,Suitable for diversion,OC22,VAP", "C2,501,A1,05/06/2008,01/08/2021 22:00,,,RUI,Robbery",
                "C3,501,A1,05/06/2008,01/09/2021 22:00,02/09/2021,Not suitable,Charged,Robbery",
            ], warehouse)
        try load(
            "youth-justice/youth_justice_offences",
            [
                "Offence ID,YOT ID,LA ID,DOB,Offence,Offence Date,Outcome Date,Disposal,Disposal Tier",
                "O1,YJ1,A1,05/06/2008,Common assault,01/07/2021,01/10/2021,CR,",
                "O2,YJ1,A1,05/06/2008,Robbery,01/09/2021,05/01/2022,Referral Order,First-tier",
                "O3,YJ1,A1,05/06/2008,Theft,01/09/2021,05/01/2022,RO,", "O4,YJ1,A1,05/06/2008,Theft,01/03/2022,,,",
            ], warehouse)
        let db = try warehouse.connect()
        expectSame(
            try db.compact("select reference, urn, category, police_called, restorative, crime_recorded, crime_outcome, children from star.fact_home_incident"),
            ["H1|SC123456|assault_on_staff|t|t|t|8|2", "H2|SC123456|self_harm|f|f|f||1"])
        // Neither name nor number of the police is known to social care: the child involved waits.
        #expect(try db.compact("select role from star.fact_home_incident_child") == [])
        expectSame(try db.compact("select reference, diverted, outcome from star.fact_arrest"), ["C1|t|outcome_22", "C2||under_investigation", "C3|f|charged"])
        expectSame(
            try db.compact("select outcome_on, number_on_day, reference, outcome, tier, proven from star.fact_offence"),
            [
                "2021-10-01|1|O1|community_resolution|out_of_court|f", "2022-01-05|1|O2|referral_order|first_tier|t",
                "2022-01-05|2|O3|referral_order|first_tier|t",
            ])
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }

    @Test("anonymous answers are kept without a child; answers under a name belong to the child")
    func survey() throws {
        let warehouse = try TestWarehouse()
        try loadCare(warehouse)
        try load(
            "voice/survey_answers",
            [
                "Survey Name,Response ID,Question,Completed,Answer Text,Rating,Age Group", "My life 2022,1,I feel safe,2022-03-01,Always,5,11-18 yrs",
                "My life 2022,2,I feel safe,2022-03-01,Sometimes,3,8-11 yrs",
            ], warehouse)
        try load(
            "voice/child_views",
            ["Child ID,DOB,Submitted,App,Question,Response", "A1,05/06/2008,01/03/2022,My say,I feel safe,Always"], warehouse)
        let db = try warehouse.connect()
        expectSame(
            try db.compact("select respondent, question, score, age_band from star.fact_survey_answer"), ["1|I feel safe|5|11-18", "2|I feel safe|3|8-11"])
        #expect(try db.compact("select answer from star.fact_child_view") == ["Always"])
        #expect(try db.value("select sum(rows_waiting)::integer from ops.load") == 0)
        #expect(
            try db.compact(
                """
                select column_name from information_schema.columns
                where table_name in ('survey_answers', 'fact_survey_answer') and column_name in ('subject', 'person_key')
                """) == [])
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }

    @Test("a review told by the return and the tracker is one fact; the next one is due until it is held")
    func reviews() throws {
        let warehouse = try TestWarehouse()
        try loadCare(warehouse)
        let header = "LA Child ID,DOB,IRO ID,Review No,Review Due Date,Date Booked,Date Held,Participation Code,Decisions Sent Date"
        try load(
            "reviewing/review_tracker",
            [
                header, "A1,05/06/2008,I1,3,12/09/2021,10/09/2021,10/09/2021,Attends and speaks for self,15/09/2021",
                "A1,05/06/2008,I1,4,11/03/2022,20/04/2022,,,", "B2,09/09/2007,I2,3,01/09/2021,,12/09/2021,PN1,",
            ], warehouse)
        try load("voice/complaints", ["Complaint ID,Stage,Child ID,DOB,Received,Outcome", "K1,Stage 1,A1,05/06/2008,24/12/2021,Mainly not upheld"], warehouse)
        let db = try warehouse.connect()
        let reviews = """
            select n.identifier, f.review, f.review_code, f.due, f.iro from star.fact_review as f
            join identity.node as n on n.person_key = f.person_key and n.system = 'social-care'
            """
        expectSame(try db.compact(SQL(unsafeSQL: reviews)), ["A1|2021-09-10|PN1|2021-09-12|I1", "B2|2021-09-12|PN1|2021-09-01|I2"])
        #expect(try db.compact("select due, planned from star.fact_review_due") == ["2022-03-11|2022-04-20"])
        // Ten working days from Christmas Eve 2021, without 27 and 28 December and 3 January.
        #expect(try db.compact("select due, outcome from star.fact_complaint") == ["2022-01-12|mostly_not_upheld"])
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }
}

extension Connection {
    /// A query's rows as lines, fields joined by `|`, NULL as nothing.
    fileprivate func compact(_ sql: SQL) throws -> [String] { try rows(sql).map { $0.map { $0 ?? "" }.joined(separator: "|") } }
}
