import Testing
import Vocabulary

@testable import Contracts

@Suite("Contracts of agencies other than social care")
struct AgencyContractTests {
    private static let checks = """
        dataset: health/checks
        title: Checks
        files: ["*checks*.xlsx"]
        sheet: [Checks, Dental]
        snapshot_of: { authority: true, window: { column: seen, months: 24 } }
        key: [nhs_number, seen]
        person: { nhs_number: nhs_number, date_of_birth: dob, surname: surname }
        population: { responsible: own }
        as_at: { column: extracted }
        wait: 365 days
        ignore: [Dentist]
        columns:
          nhs_number: { type: nhs_number, required: true }
          dob: { type: date }
          surname: { type: text }
          responsible: { type: code, codes: local_authority }
          seen: { type: datetime, role: start }
          attended: { type: boolean }
          reminded: { type: boolean, blank: false }
          cost: { type: number, min: 0, max: 1000 }
          extracted: { type: date, required: true }
        """
    private static let header = "NHS Number,DOB,Surname,Responsible,Seen,Attended,Reminded,Cost,Extracted,Dentist\n"

    private func contract(_ changed: (String) -> String = { $0 }) throws -> (contract: Contract?, mistakes: [String]) {
        ContractReader.parse(changed(Self.checks), place: "x", codeSets: try Repository.codeSets())
    }

    private func rows(_ lines: String...) throws -> RowCheck {
        let read = try #require(try contract().contract)
        return try RowCheck(read, year: nil, authority: 892, Self.header + lines.joined(separator: "\n") + "\n")
    }

    @Test("every word of the grammar is read")
    func words() throws {
        let (read, mistakes) = try contract()
        #expect(mistakes == [])
        let contract = try #require(read)
        #expect(contract.sheets == ["Checks", "Dental"] && contract.waitDays == 365 && contract.ignoredColumns == ["Dentist"])
        #expect(contract.snapshot == .window(column: "seen", months: 24) && contract.population == "responsible")
        #expect(contract.subject == .person(Contract.PersonColumns(nhsNumber: "nhs_number", dateOfBirth: "dob", surname: "surname")))
        #expect(contract.asAt == .column("extracted") && !contract.isNational && contract.localID == "")
        #expect(contract.columns.map(\.type.sqlType) == ["text", "date", "text", "text", "timestamptz", "boolean", "boolean", "numeric", "date"])
    }

    @Test("days and times as a database writes them need no note; other forms are read and noted, and so is an hour the clocks left out")
    func databaseDates() throws {
        let read = try #require(try contract { "dates: yyyy-mm-dd hh:mm:ss\n" + $0 }.contract)
        #expect(read.dates == .database)
        let lines = [
            ("2016-05-04 00:00:00,2026-03-28 13:45:10", "2016-05-04", "2026-03-28T13:45:10+00:00", ""),
            ("2016-05-04,2026-06-28T13:45:10", "2016-05-04", "2026-06-28T13:45:10+01:00", #"{"dob":"2016-05-04","seen":"2026-06-28T13:45:10"}"#),
            ("04/05/2016,28/06/2026 13:45", "2016-05-04", "2026-06-28T13:45:00+01:00", #"{"dob":"04/05/2016","seen":"28/06/2026 13:45"}"#),
            ("2016-05-04 00:00:00,2026-03-29 01:30:00", "2016-05-04", "2026-03-29T02:30:00+01:00", #"{"seen":"2026-03-29 01:30:00"}"#),
            ("2016-05-04 07:00:00,", nil, nil, #"{"dob":"2016-05-04 07:00:00"}"#),
        ]
        let fields = lines.map { line in
            let parts = line.0.split(separator: ",", omittingEmptySubsequences: false)
            return "9434765919,\(parts[0]),Sample,892,\(parts[1]),Y,N,10,2026-07-01 00:00:00,"
        }
        let rows = try RowCheck(read, year: nil, authority: 892, Self.header + fields.joined(separator: "\n") + "\n").rows
        #expect(rows.map(\.cells).map { $0[1] } == lines.map(\.1))
        #expect(rows.map(\.cells).map { $0[4] } == lines.map(\.2))
        #expect(rows.map(\.raw) == lines.map(\.3))
        #expect(try contract { "dates: yyyy/mm/dd\n" + $0 }.mistakes == ["x: dates: expected dd/mm/yyyy or yyyy-mm-dd hh:mm:ss"])
    }

    @Test("mistakes are named all together")
    func mistakes() throws {
        let found = try contract {
            $0.replacing("column: seen, months: 24", with: "column: dob, months: 0").replacing("surname: surname }", with: "post_code: x }")
                .replacing("responsible: own", with: "surname: own").replacing("column: extracted", with: "column: cost").replacing("365 days", with: "a year")
                .replacing("min: 0, max: 1000", with: "min: 9, max: 1")
        }.mistakes
        #expect(
            found == [
                "x: columns.cost.min: is more than max", "x: person.post_code: is not a word of a contract",
                "x: snapshot_of.window.months: expected a number of months",
                "x: population: surname must be { type: code, codes: local_authority }: it names an authority by number, ONS code or name",
                "x: as_at.column: cost is not a column of type date", "x: wait: expected a number of days such as 365 days",
            ])
        let nobody = try contract {
            $0.replacing("person: { nhs_number: nhs_number, date_of_birth: dob, surname: surname }", with: "person: { surname: surname }")
        }
        #expect(nobody.mistakes == ["x: person: names neither an identifier nor date_of_birth and surname: nobody could be found by it"])
        let alone = try contract { $0.replacing("date_of_birth: dob, surname: surname", with: "reference: surname") }
        #expect(alone.mistakes == ["x: person: an identifier of another system ties only where date_of_birth or the names agree: name their columns"])
    }

    @Test("moments, numbers, yes and no, NHS numbers: typed, and raw where they were written otherwise")
    func values() throws {
        let row = try rows("943 476 5919,01/02/2015,Ash,892,01/07/2026 14:05,Yes,,\"£1,2.50\",01/10/2026,x").only()
        #expect(row.verdict == .good)
        #expect(row.cells == ["9434765919", "2015-02-01", "Ash", "892", "2026-07-01T14:05:00+01:00", "Y", "N", nil, "2026-10-01"])
        #expect(row.raw == #"{"nhs_number":"943 476 5919","attended":"Yes","cost":"£1,2.50"}"#)
        let plain = try rows("9434765919,01/02/2015,Ash,,2026-01-05T09:30:15Z,N,Y,12.50,01/10/2026,x").only()
        #expect(plain.cells[4] == "2026-01-05T09:30:15+00:00" && plain.cells[5] == "N" && plain.cells[6] == "Y" && plain.cells[7] == "12.50")
        #expect(plain.raw == #"{"seen":"2026-01-05T09:30:15Z"}"#)
        #expect(plain.key == "9434765919/2026-01-05T09:30:15+00:00")
        let wrong = try rows("9434765918,,,,05/01/2026 25:00,maybe,Y,1001,01/10/2026,x")
        #expect(try wrong.only().verdict == .unusable && wrong.only().cells == ["9434765918", nil, nil, nil, nil, nil, "Y", nil, "2026-10-01"])
        #expect(wrong.unreadable == ["nhs_number": 1, "attended": 1, "cost": 1])
    }

    @Test("rows of another authority's children are ignored, whatever else is wrong with them; an unknown spelling stays")
    func population() throws {
        let read = try rows(
            "9434765919,01/02/2015,Ash,Nottingham City Council,05/01/2026,,,,01/10/2026,", "9434765919,01/02/2015,Ash,E06000018,05/02/2026,,,,01/10/2026,",
            ",,,Derby,never,,,,,", "9434765919,,,831,05/01/2026,,,,01/10/2026,", "9434765919,,,Atlantis,05/03/2026,,,,01/10/2026,")
        #expect(read.rows.map(\.verdict) == [.good, .good, .ignored, .ignored, .good])
        #expect(read.unknownCodes == ["responsible": ["Atlantis": 1]])
    }

    @Test(
        "forms of moments",
        arguments: [
            ("01/07/2026 14:05", "2026-07-01T14:05:00+01:00"), ("1/7/2026 2:05 pm", "2026-07-01T14:05:00+01:00"),
            ("2026-07-01 14:05:09.25", "2026-07-01T14:05:09+01:00"),
            ("2026-07-01T14:05:00+02:00", "2026-07-01T13:05:00+01:00"), ("01-Jul-2026 00:00:00", "2026-07-01T00:00:00+01:00"),
            ("01/07/2026", "2026-07-01T00:00:00+01:00"),
            ("01/07/2026 12:00 am", "2026-07-01T00:00:00+01:00"), ("2026-07-01T14:05:00-0130", "2026-07-01T16:35:00+01:00"),
        ])
    func moments(_ text: String, _ expected: String) throws {
        let moment = try #require(DateText.moment(text))
        #expect(EnglishTime.text(microsecondsSince2000: moment.microseconds) == expected)
    }

    @Test(
        "what is no moment",
        arguments: ["", "14:05", "01/07/2026 24:00", "01/07/2026 1405", "01/07/26 14:05", "01/07/2026 14:5", "32/07/2026 14:05", "01/07/2026 13:00 pm"])
    func noMoment(_ text: String) { #expect(DateText.moment(text) == nil) }

    @Test("forms of numbers")
    func numbers() {
        for (text, expected) in [("12", "12"), ("1,234.50", "1234.50"), ("£1,234", "1234"), ("-0.05", "-0.05"), ("12%", "12"), (".5", "0.5"), ("007", "7")] {
            #expect(NumberText.read(text).map { NumberText.text($0.digits, scale: $0.scale) } == expected)
        }
        for text in ["", "-", "1,23", "1.2.3", "12a", "1234567890123456789", "£", ","] { #expect(NumberText.read(text) == nil) }
    }
}
