import Contracts
import Testing
import Vocabulary

@Suite("Rows as the contract reads them")
struct RowCheckerTests {
    private static let header = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\r\n"
    private static let good = "C1001,01/04/2025,S,C2,N1,U1,PR1,30/06/2025,X1,CARPL,AB1 2CD,EF3 4GH,SC123456"
    private let year = CollectionYear(startYear: 2025)

    private func episodes(_ lines: String...) throws -> RowCheck {
        try RowCheck(Repository.contract("ssda903_episodes"), year: year, Self.header + lines.joined(separator: "\r\n") + "\r\n")
    }

    /// The good row with one field changed.
    private func episode(_ column: Int, _ text: String) throws -> RowCheck {
        var fields = Self.good.split(separator: ",").map(String.init)
        fields[column] = text
        return try episodes(fields.joined(separator: ","))
    }

    private func oc2(_ score: String) throws -> RowCheck {
        try RowCheck(
            Repository.contract("ssda903_oc2"), year: year,
            "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,"
                + "INTERVENTION_RECEIVED,INTERVENTION_OFFERED\nC1001,01/01/2015,\(score),,0,,1,1,1,0,,\n")
    }

    @Test("A good row: typed cells, its key, and nothing raw")
    func goodRow() throws {
        let row = try episodes(Self.good).only()
        #expect(row.verdict == .good)
        #expect(
            row.cells == [
                "C1001", "2025-04-01", "S", "C2", "N1", "U1", "PR1", "2025-06-30", "X1", "CARPL", "AB1 2CD", "EF3 4GH", "SC123456",
            ])
        #expect(row.key == "C1001/2025-04-01")
        #expect(row.raw == "" && row.reason == "" && row.column == nil)
        let open = try episodes("C1001,01/04/2025,S,C2,N1,U1,PR1,,,,,,").only()
        #expect(open.verdict == .good && open.cells.suffix(6) == [nil, nil, nil, nil, nil, nil] && open.raw == "")
    }

    @Test("Raw holds just the texts that differ from their value's canonical form")
    func raw() throws {
        #expect(try episode(1, "1/4/2025").only().raw == #"{"DECOM":"1/4/2025"}"#)
        #expect(try episode(1, "2025-04-01 00:00:00").only().raw == #"{"DECOM":"2025-04-01 00:00:00"}"#)
        #expect(try episode(1, " 01/04/2025").only().raw == #"{"DECOM":" 01/04/2025"}"#)
        #expect(try episode(9, "  ").only().raw == #"{"REASON_PLACE_CHANGE":"  "}"#)
        let many = try episodes(#"C1001, 01/04/2025,s,Full care order,N1,U1,PR1,,,,"ab12cd","say ""so"" \",SC123456"#).only()
        #expect(many.raw == #"{"DECOM":" 01/04/2025","RNE":"s","LS":"Full care order","HOME_POST":"ab12cd"}"#)
        #expect(many.cells[11] == #"say "so" \"#)
        // What may stand in JSON only escaped.
        let control = try episode(9, "\"\u{1}\t\"\"\\é \"").only()
        #expect(control.raw == #"{"REASON_PLACE_CHANGE":"\u0001\u0009\"\\é "}"#)
    }

    @Test("Spellings of codes become the code; their text stays beside it")
    func aliases() throws {
        for (text, code) in [
            (" c2 ", "C2"), ("Full care order", "C2"), ("FULL  CARE-ORDER", "C2"), ("C2 - Full care order", "C2"), ("c1", "C1"),
        ] {
            let row = try episode(3, text).only()
            #expect(row.cells[3] == code && row.verdict == .good, "\(text)")
            #expect(row.raw == "{\"LS\":\"\(text)\"}", "\(text)")
        }
        let contract = try Repository.contract("ssda903_header")
        let header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
        for (year, male) in [("2023-24", "1"), ("2024-25", "M")] {
            let check = try RowCheck(
                contract, year: try ContractsTests.year(year),
                header + "C1,Male,01/01/2012,WBRI,,,\nC2,M,01/01/2012,WBRI,,,\nC3,1,01/01/2012,WBRI,,,\n")
            #expect(check.rows.map { $0.cells[1] } == [male, male, male])
            #expect(check.unknownCodes == [:])
        }
    }

    @Test("Codes that no list knows are loaded as given and counted by their spelling")
    func unknownCodes() throws {
        let check = try episodes(
            "C1,01/04/2025,S,Q9,N1,U1,PR1,,,,,,", "C2,01/04/2025,S,Q9 ,N1,U1,PR1,,,,,,", "C3,01/04/2025,S,Zz,N1,Caravan,PR1,,,,,,",
            "C4,01/04/2025,S,C2,N1,U1,PR1,,,,,,")
        #expect(check.rows.map(\.verdict) == [.good, .good, .good, .good])
        #expect(check.rows.map { $0.cells[3] } == ["Q9", "Q9", "Zz", "C2"])
        #expect(check.unknownCodes == ["LS": ["Q9": 2, "Zz": 1], "PLACE": ["Caravan": 1]])
        #expect(check.rows.map(\.raw) == ["", #"{"LS":"Q9 "}"#, "", ""])
    }

    @Test("So many unknown spellings are told apart, and no more")
    func manyUnknownCodes() throws {
        let lines = (0..<1500).map { "C\($0),01/04/2025,S,Q\($0)x,N1,U1,PR1,,,,,," } + ["D1,01/04/2025,S,Q3x,N1,U1,PR1,,,,,,"]
        let check = try RowCheck(Repository.contract("ssda903_episodes"), year: year, Self.header + lines.joined(separator: "\n") + "\n")
        let counts = try #require(check.unknownCodes["LS"])
        #expect(counts.count <= 1001 && counts["Q3x"] == 2)
        #expect(counts.values.reduce(0, +) == 1501)
    }

    @Test("A start or end that cannot be read makes the row unusable, never open")
    func unusable() throws {
        let end = try episode(7, "31/06/2025").only()
        #expect(end.verdict == .unusable && end.cells[7] == nil && end.raw == #"{"DEC":"31/06/2025"}"#)
        #expect(end.reason == "DEC is not a date (dd/mm/yyyy expected)" && end.key == "C1001/2025-04-01")
        let both = try episodes("C1001,last week,S,C2,N1,U1,PR1,soon,,,,,").only()
        #expect(both.verdict == .unusable && both.key == "C1001/last week")
        #expect(both.reason == "DECOM is not a date (dd/mm/yyyy expected); DEC is not a date (dd/mm/yyyy expected)")
        // The row after it has nothing of it.
        let next = try episodes("C1001,01/04/2025,S,C2,N1,U1,PR1,soon,,,,,", Self.good).rows
        #expect(next[1].verdict == .good && next[1].reason == "" && next[1].raw == "")
    }

    @Test("A part of the key that is blank or cannot be read sends the row to quarantine")
    func quarantine() throws {
        let contract = try Repository.contract("ssda903_reviews")
        let check = try RowCheck(
            contract, year: year,
            "CHILD,DOB,REVIEW,REVIEW_CODE\nC1,01/01/2012,31/06/2025,PN1\n,01/01/2012,01/06/2025,PN1\nC1,01/01/2012,  ,PN1\nC1,never,01/06/2025,PN1\n"
        )
        #expect(check.rows.map(\.verdict) == [.quarantine, .quarantine, .quarantine, .good])
        #expect(check.rows.map(\.column) == ["REVIEW", "CHILD", "REVIEW", nil])
        #expect(
            check.rows.map(\.reason) == ["is not a date (dd/mm/yyyy expected)", "is blank and may not be", "is blank and may not be", ""])
        #expect(check.rows[3].cells[1] == nil && check.rows[3].raw == #"{"DOB":"never"}"# && check.unreadable == ["DOB": 1])
        let long = try episode(0, String(repeating: "9", count: 21)).only()
        #expect(long.verdict == .quarantine && long.column == "CHILD" && long.reason == "is longer than 20 characters")
        #expect(try episode(0, String(repeating: "é", count: 20)).only().verdict == .good)
        #expect(try episode(0, String(repeating: "é", count: 21)).only().verdict == .quarantine)
    }

    @Test("A row with another number of fields, or with a NUL, is quarantined with its content")
    func ragged() throws {
        let short = try episodes("C1001,01/04/2025,S")
        #expect(try short.only().verdict == .quarantine && short.only().reason == "has 3 fields where the header has 13")
        #expect(short.json == [#"{"CHILD":"C1001","DECOM":"01/04/2025","RNE":"S"}"#])
        let long = try episodes(Self.good + ",more")
        #expect(try long.only().verdict == .quarantine && long.only().reason == "has 14 fields where the header has 13")
        #expect(long.json[0].hasSuffix(#""URN":"SC123456","+1":"more"}"#))
        #expect(try episodes("C1001").only().reason == "has 1 field where the header has 13")
        let nul = try episode(3, "C\u{0}2")
        #expect(try nul.only().verdict == .quarantine && nul.only().reason == "contains a NUL byte" && nul.only().column == nil)
        #expect(nul.json[0].contains("\"LS\":\"C\u{FFFD}2\""))
    }

    @Test("Bytes that are no characters send the row to quarantine, and show as such")
    func encoding() throws {
        let lines = Self.header + Self.good + "\r\n"
        let bytes = Array(lines.utf8) + Array("C1".utf8) + [0xFF] + Array(",01/04/2025,S,C2,N1,U1,PR1,,,,,,\r\n".utf8)
        let check = try RowCheck(Repository.contract("ssda903_episodes"), year: year, bytes: bytes)
        #expect(check.rows.map(\.verdict) == [.good, .quarantine])
        #expect(check.rows[1].reason == "holds bytes that are no characters in the file's encoding")
        #expect(check.json[1].hasPrefix("{\"CHILD\":\"C1\u{FFFD}\""))
    }

    @Test("A total line at the end is ignored")
    func footer() throws {
        let check = try episodes(Self.good, "Total,1,,,,,,,,,,,")
        #expect(check.rows.map(\.verdict) == [.good, .ignored])
    }

    @Test("Whole numbers as spreadsheets write them; out of range is unreadable")
    func integers() throws {
        for (text, value, raw) in [
            ("25", "25", ""), ("25.0", "25", #"{"SDQ_SCORE":"25.0"}"#), (" 07", "7", #"{"SDQ_SCORE":" 07"}"#), ("0", "0", ""),
            ("40", "40", ""),
        ] {
            let row = try oc2(text).only()
            #expect(row.cells[2] == value && row.raw == raw && row.verdict == .good, "\(text)")
        }
        for text in ["41", "-1", "25.5", "25.00.0", "x", "99999999999", "2 5", "0x10", "1e1", ".0"] {
            let check = try oc2(text)
            let row = try check.only()
            #expect(row.cells[2] == nil && row.raw == "{\"SDQ_SCORE\":\"\(text)\"}" && row.verdict == .good, "\(text)")
            #expect(check.unreadable == ["SDQ_SCORE": 1])
        }
        #expect(try oc2("").only().cells[2] == nil)
        #expect(try oc2("").unreadable == [:])
    }

    @Test("Postcodes are tidied; words that are none stay as they are")
    func postcodes() throws {
        for (text, tidy) in [("ab12cd", "AB1 2CD"), ("AB1  2CD", "AB1 2CD"), ("sw1a1aa", "SW1A 1AA"), (" AB1 2CD ", "AB1 2CD")] {
            let row = try episode(10, text).only()
            #expect(row.cells[10] == tidy && row.raw == "{\"HOME_POST\":\"\(text)\"}", "\(text)")
        }
        for text in ["UNKNOWN", "unknown", "NFA", "Not known", "ABCDEFG", "AB1"] {
            let row = try episode(10, text).only()
            #expect(row.cells[10] == text && row.raw == "" && row.verdict == .good, "\(text)")
        }
    }

    @Test("A slash inside a part of the key is escaped")
    func keyEscapes() throws {
        #expect(try episode(0, "C1/2").only().key == "C1%2F2/2025-04-01")
        // A text that looks like an escape is another key than what it would stand for.
        #expect(try episode(0, "C1%2F2").only().key == "C1%252F2/2025-04-01")
        #expect(try episode(0, " C1001 ").only().key == "C1001/2025-04-01")
        #expect(try episode(1, "2025-04-01").only().key == "C1001/2025-04-01")
    }

    @Test("The same texts have the same hash, whatever the order of the file's columns")
    func hash() throws {
        let contract = try Repository.contract("ssda903_reviews")
        let first = try RowCheck(contract, year: year, "CHILD,DOB,REVIEW,REVIEW_CODE\nC1,01/01/2012,01/06/2025,PN1\n").only()
        let second = try RowCheck(contract, year: year, "Review date,Participation,Date of birth,Child ID\n01/06/2025,PN1,01/01/2012,C1\n")
            .only()
        #expect(first.hash == second.hash && first.cells == second.cells && first.key == second.key)
        var seen = Set([first.hash])
        for line in [
            "C2,01/01/2012,01/06/2025,PN1", "C1,02/01/2012,01/06/2025,PN1", "C1,01/01/2012,02/06/2025,PN1", "C1,01/01/2012,01/06/2025,PN2",
            "C1,,01/06/2025,PN1", "C10,1/01/2012,01/06/2025,PN1", "C1,01/01/2012,01/06/2025,", "C1,01/01/2012,01/06/2025,PN1 ",
            "C1,1/1/2012,01/06/2025,PN1",
        ] {
            let row = try RowCheck(contract, year: year, "CHILD,DOB,REVIEW,REVIEW_CODE\n\(line)\n").only()
            #expect(seen.insert(row.hash).inserted, "\(line)")
        }
    }
}
