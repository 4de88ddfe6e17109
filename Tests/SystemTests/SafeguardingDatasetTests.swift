import Foundation
import Postgres
import Testing

/// Tables of the Standard Safeguarding Dataset in, rows of the star out.
@Suite("The Standard Safeguarding Dataset")
struct SafeguardingDatasetTests {
    /// Writes tables as files, each as lines between commas, the header first.
    private func write(_ tables: [String: [String]], to folder: String) throws {
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, lines) in tables {
            try (lines.joined(separator: "\r\n") + "\r\n").write(toFile: "\(folder)/ssd_\(name).csv", atomically: true, encoding: .utf8)
        }
    }

    private func load(_ tables: [String: [String]], asAt: String, _ warehouse: TestWarehouse) throws {
        let folder = warehouse.folder + "/ssd-" + asAt
        try write(tables, to: folder)
        let loaded = try warehouse.loxley("load", "ssd", "--la", "892", "--as-at", asAt, "--accept-volume", "test", folder, timeout: 120)
        // 3: tables of these few columns miss optional ones, and it says so.
        #expect([0, 3].contains(loaded.code), "\(loaded)")
    }

    private static let people = [
        "pers_person_id,pers_upn,pers_forename,pers_surname,pers_sex,pers_ethnicity,pers_dob,pers_common_child_id",
        "C1,,Ada,Larch,F,WBRI,2009-05-03 00:00:00,999 000 0018",
        "C2,,Ben,Alder,M,MWBC,2014-01-20 00:00:00,",
    ]

    @Test("what is reserved in most systems is loaded where a system fills it: plans for special needs, proceedings, the child's own answers")
    func reserved() throws {
        let warehouse = try TestWarehouse()
        try load(
            [
                "person": Self.people,
                "send": ["send_table_id,send_person_id,send_upn,send_uln,send_upn_unknown", "S1,C1,H892100001234,1000000008,"],
                "ehcp_requests": [
                    "ehcr_ehcp_request_id,ehcr_send_table_id,ehcr_ehcp_req_date,ehcr_ehcp_req_outcome_date,ehcr_ehcp_req_outcome",
                    "R1,S1,2020-01-10,2020-02-20,Y",
                ],
                "ehcp_assessment": [
                    "ehca_ehcp_assessment_id,ehca_ehcp_request_id,ehca_ehcp_assessment_outcome_date,ehca_ehcp_assessment_outcome,"
                        + "ehca_ehcp_assessment_exceptions",
                    "A1,R1,2020-05-29,Y,0",
                ],
                "ehcp_named_plan": [
                    "ehcn_named_plan_id,ehcn_ehcp_asmt_id,ehcn_named_plan_start_date,ehcn_named_plan_ceased_date,ehcn_named_plan_ceased_reason",
                    "N1,A1,2020-06-01,,",
                ],
                "ehcp_active_plans": ["ehcp_active_ehcp_id,ehcp_ehcp_request_id,ehcp_active_ehcp_last_review_date", "P1,R1,2026-06-14"],
                "sen_need": [
                    "senn_table_id,senn_active_ehcp_id,senn_active_ehcp_need_type,senn_active_ehcp_need_rank", "Z1,P1,SEMH,1", "Z2,P1,Speech and language,2",
                ],
                "voice_of_child": [
                    "voch_table_id,voch_person_id,voch_explained_worries,voch_story_help_understand,voch_agree_worker,voch_plan_safe,"
                        + "voch_tablet_help_explain",
                    "V1,C1,Y,N,Y,,Y",
                ],
                "pre_proceedings": [
                    "prep_table_id,prep_person_id,prep_plo_family_id,prep_pre_pro_decision_date,prep_pre_pro_letter_date,prep_initial_pre_pro_meeting_date,"
                        + "prep_pre_pro_outcome,prep_pre_pro_meetings_num,prep_pre_pro_parents_legal_rep",
                    "Q1,C2,F7,2026-02-03,2026-02-10,2026-02-24,Decision to issue,2,Y",
                ],
                "s251_finance": [
                    "s251_table_id,s251_cla_placement_id,s251_placeholder_1,s251_placeholder_2,s251_placeholder_3,s251_placeholder_4", "F1,PL1,,,,",
                ],
            ], asAt: "2026-09-30", warehouse)
        let db = try warehouse.connect()
        #expect(
            try db.lines("select started, ended, provision, primary_need, secondary_need, ehcp_reviewed from star.fact_sen")
                == ["2020-06-01 | - | E | SEMH | SLCN | 2026-06-14"])
        #expect(
            try db.lines("select response, worries_explained, story_helped, agrees_with_worker, plan_clear, tablet_helped from star.fact_voice_of_child")
                == ["V1 | t | f | t | - | t"])
        #expect(
            try db.lines("select decided, family, letter_sent, first_meeting, review_meetings, outcome, parents_represented from star.fact_pre_proceedings")
                == ["2026-02-03 | F7 | 2026-02-10 | 2026-02-24 | 2 | Decision to issue | t"])
        #expect(
            try db.lines("select kind, identifier from star.fact_identifier order by 1, 2")
                == ["nhs_number | 9990000018", "uln | 1000000008", "upn | H892100001234"])
        // A need that is corrected changes the plan of the child it hangs on.
        try load(
            ["sen_need": ["senn_table_id,senn_active_ehcp_id,senn_active_ehcp_need_type,senn_active_ehcp_need_rank", "Z1,P1,MLD,1"]],
            asAt: "2026-10-07", warehouse)
        #expect(try db.lines("select primary_need, secondary_need from star.fact_sen") == ["MLD | -"])
        #expect(try warehouse.loxley("rebuild", "--check").code == 0)
    }

    @Test("two events of one kind on one day are one fact, or numbered")
    func sameDay() throws {
        let warehouse = try TestWarehouse()
        try load(
            [
                "person": Self.people,
                "cin_episodes": [
                    "cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_date,"
                        + "cine_close_reason,cine_referral_outcome_json",
                    "R1,C1,2026-05-04 09:12:00,N0,6,Y,2026-05-05,RC7,\"{\"\"NFA_FLAG\"\": \"\"Y\"\"}\"",
                    "R2,C1,2026-05-04 16:40:00,N1 - Abuse or neglect,q) 6: Police,N,,,"
                        + "\"{\"\"OUTCOME_SINGLE_ASSESSMENT_FLAG\"\": \"\"Y\"\", \"\"NFA_FLAG\"\": \"\"N\"\"}\"",
                ],
                "cin_assessments": [
                    "cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_child_seen,cina_assessment_auth_date",
                    "A1,C1,R2,2026-05-05,Y,2026-06-12",
                ],
                "assessment_factors": [
                    "cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json", "F1,A1,\"[\"\"4B\"\", \"\"1A\"\"]\"", "F2,A1,\"[\"\"4B\"\"]\"",
                ],
                "cla_visits": [
                    "clav_cla_visit_id,clav_cla_id,clav_person_id,clav_cla_visit_date,clav_cla_visit_seen,clav_cla_visit_seen_alone",
                    "V1,P1,C1,2026-07-01 10:00:00,N,N", "V2,P1,C1,2026-07-01 15:30:00,Y,N",
                ],
                "missing": [
                    "miss_table_id,miss_person_id,miss_missing_episode_start_date,miss_missing_episode_type,miss_missing_episode_end_date,"
                        + "miss_missing_rhi_offered,miss_missing_rhi_accepted",
                    "M1,C1,2026-07-10 08:00:00,Missing,2026-07-10 12:00:00,Y,N", "M2,C1,2026-07-10 22:30:00,M,2026-07-11 01:00:00,,",
                ],
            ], asAt: "2026-09-30", warehouse)
        let db = try warehouse.connect()
        #expect(
            try db.lines("select referred, source, primary_need, no_further_action, closed, outcomes from star.fact_referral")
                == ["2026-05-04 | 6 | N1 | f | - | {single_assessment}"])
        #expect(try db.lines("select started, referred, factors from star.fact_assessment") == ["2026-05-05 | 2026-05-04 | {1A,4B}"])
        #expect(try db.lines("select visited, purpose, seen, seen_alone from star.fact_visit") == ["2026-07-01 | cla | t | f"])
        #expect(
            try db.lines("select mis_start, mis_end, number_on_day from star.fact_missing order by 3") == [
                "2026-07-10 | 2026-07-10 | 1", "2026-07-10 | 2026-07-11 | 2",
            ])
        #expect(try db.lines("select number_on_day, offered, accepted from star.fact_return_interview") == ["1 | Y | N"])
    }

    @Test("a position and a name of the past stay of their time, whatever the order of arrival")
    func history() throws {
        let leavers =
            "clea_table_id,clea_person_id,clea_care_leaver_eligibility,clea_care_leaver_in_touch,clea_care_leaver_accommodation,"
            + "clea_care_leaver_accom_suitable,clea_care_leaver_activity"
        func tables(_ surname: String, _ position: String?) -> [String: [String]] {
            [
                "person": [Self.people[0], "C1,,Ada,\(surname),F,WBRI,2006-05-03 00:00:00,"],
                "care_leavers": [leavers] + (position.map { [$0] } ?? []),
            ]
        }
        let extracts = [
            ("2026-04-07", tables("Larch", "L1,C1,Former relevant child,YES,U,1,F2")),
            ("2026-06-30", tables("Larch", "L1,C1,Former relevant child,YES,U,1,F2")),
            ("2026-09-30", tables("Rowan", "L1,C1,Former relevant child,YES,D,2,G5")),
            ("2027-05-31", tables("Rowan", nil)),
        ]
        var digests: [String] = []
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
            let warehouse = try TestWarehouse()
            for place in order { try load(extracts[place].1, asAt: extracts[place].0, warehouse) }
            let db = try warehouse.connect()
            #expect(
                try db.lines("select told_on, accommodation, suitable, activity, ended from star.fact_care_leaver_position order by 1")
                    == ["2026-04-07 | U | t | F2 | f", "2026-09-30 | D | f | G5 | f", "2027-05-31 | - | - | - | t"], "order \(order)")
            #expect(
                try db.lines("select surname, valid_from, valid_to from star.dim_child order by 2")
                    == ["Larch | 2026-04-07 | 2026-09-29", "Rowan | 2026-09-30 | -"], "order \(order)")
            // The extract of 7 April still tells the year that ended a week before; and what it told stood on the birthday in May.
            #expect(
                try db.lines("select collection_year, activ, accom from star.fact_care_leaver order by 1")
                    == ["2025-26 | F2 | U1", "2026-27 | F2 | U1"], "order \(order)")
            digests.append(try warehouse.digest())
        }
        #expect(Set(digests).count == 1)
    }

    @Test("of two records of one young person the later contact stands, whatever the order of arrival")
    func twoRecords() throws {
        let leavers =
            "clea_table_id,clea_person_id,clea_care_leaver_eligibility,clea_care_leaver_in_touch,clea_care_leaver_latest_contact,"
            + "clea_care_leaver_accommodation,clea_care_leaver_accom_suitable,clea_care_leaver_activity"
        let people = [Self.people[0], "C1,,Ada,Larch,F,WBRI,2006-07-12 00:00:00,"]
        let other = "L2,C1,Former relevant child,YES,2026-05-20,D,1,G5"
        let extracts = [
            ("2026-05-31", ["L1,C1,Former relevant child,YES,2026-05-10,U,1,F2", other]),
            ("2026-06-30", ["L1,C1,Former relevant child,YES,2026-06-15,K,2,F4", other]),
            ("2026-07-31", [other]),
        ]
        var digests: [String] = []
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
            let warehouse = try TestWarehouse()
            for place in order {
                try load(["person": people, "care_leavers": [leavers] + extracts[place].1], asAt: extracts[place].0, warehouse)
            }
            let db = try warehouse.connect()
            #expect(
                try db.lines("select told_on, latest_contact, accommodation, activity, ended from star.fact_care_leaver_position order by 1") == [
                    "2026-05-31 | 2026-05-20 | D | G5 | f", "2026-06-30 | 2026-06-15 | K | F4 | f", "2026-07-31 | 2026-05-20 | D | G5 | f",
                ], "order \(order)")
            #expect(
                try db.lines("select collection_year, activ, accom from star.fact_care_leaver where collection_year = '2026-27'") == ["2026-27 | F4 | K2"],
                "order \(order)")
            #expect(try warehouse.loxley("rebuild", "--check").code == 0)
            digests.append(try warehouse.digest())
        }
        #expect(Set(digests).count == 1)
    }

    @Test("the position of the year is that of the birthday, found in the three months before it or the month after; from 22 on the latest")
    func birthdays() throws {
        let leavers =
            "clea_table_id,clea_person_id,clea_care_leaver_eligibility,clea_care_leaver_in_touch,clea_care_leaver_latest_contact,"
            + "clea_care_leaver_accommodation,clea_care_leaver_accom_suitable,clea_care_leaver_activity"
        // The birth date, and of each extract: contact, whether in touch, activity; nothing where the extract has no record.
        let cases: [(who: String, born: String, told: [String?], expected: [String])] = [
            // 20 on 15 September. Found the day before it, and told a fortnight after it; moved on in December.
            ("A", "2006-09-15", ["2026-06-02,YES,F2", "2026-09-14,YES,F5", "2026-12-03,YES,G5"], ["2026-27 YES F5"]),
            // Found before it; what was found ten days after is not asked for.
            ("B", "2006-09-15", ["2026-06-20,YES,F2", "2026-09-25,YES,F5", "2026-12-03,YES,G5"], ["2026-27 YES F2"]),
            // The contact before it was more than three months old.
            ("C", "2006-09-15", ["2026-06-10,YES,F2", "2026-09-25,YES,F5", "2026-12-03,YES,G5"], ["2026-27 YES F5"]),
            // Not found again until more than a month after it.
            ("D", "2006-08-15", ["2026-05-10,YES,F2", "2026-09-25,YES,F5", "2026-12-03,YES,G5"], ["2026-27 YES F2"]),
            // Lost, and found within the month after.
            ("E", "2006-09-15", ["2026-02-01,NO,", "2026-10-01,YES,F5", "2026-10-01,YES,F5"], ["2026-27 YES F5"]),
            // Lost, and not found.
            ("F", "2006-09-15", ["2026-02-01,NO,", "2026-02-01,NO,", "2026-12-03,YES,G5"], ["2026-27 NO 0"]),
            // 22 in the year: the latest of it.
            ("G", "2004-09-15", ["2026-06-20,YES,F2", "2026-09-14,YES,F5", "2026-12-03,YES,G5"], ["2026-27 YES G5"]),
            // 25 in the year, and served until then.
            ("H", "2001-09-15", ["2026-06-20,YES,F2", nil, nil], ["2026-27 YES F2"]),
            // Known first after it, and before the next.
            ("I", "2006-05-01", [nil, nil, "2026-12-03,YES,G5"], ["2026-27 YES G5"]),
            // No longer told of since before the year.
            ("J", "2005-11-20", [nil, nil, nil], []),
        ]
        let days = ["2026-06-30", "2026-10-05", "2026-12-31"]
        func tables(_ place: Int) -> [String: [String]] {
            [
                "person": [Self.people[0]] + cases.map { "\($0.who),,Ada,Larch,F,WBRI,\($0.born) 00:00:00," },
                "care_leavers": [leavers]
                    + cases.compactMap { one in
                        one.told[place].map { told in
                            let fields = told.split(separator: ",", omittingEmptySubsequences: false)
                            return "L\(one.who),\(one.who),Former relevant child,\(fields[1]),\(fields[0]),U,1,\(fields[2])"
                        }
                    },
            ]
        }
        var digests: [String] = []
        for order in [[0, 1, 2], [2, 0, 1]] {
            let warehouse = try TestWarehouse()
            for place in order { try load(tables(place), asAt: days[place], warehouse) }
            let db = try warehouse.connect()
            for one in cases {
                let told = try db.lines(
                    """
                    select concat_ws(' ', f.collection_year, f.in_touch, f.activ) from star.fact_care_leaver as f
                    join identity.node as n on n.person_key = f.person_key and n.identifier = \(one.who)
                    where f.collection_year = '2026-27'
                    """)
                #expect(told == one.expected, "\(one.who), order \(order)")
            }
            #expect(try warehouse.loxley("rebuild", "--check").code == 0)
            digests.append(try warehouse.digest())
        }
        #expect(Set(digests).count == 1)
    }
}
