import Foundation
import Testing

@testable import Contracts

/// Whom an agency says a record is about: one subject for every way of writing the same.
@Suite("Subjects")
struct SubjectTests {
    @Test(
        "names are folded",
        arguments: [
            ("O'Neill", "ONEILL"), ("o neill", "ONEILL"), ("Anne-Marie", "ANNEMARIE"), ("Šimić", "SIMIC"), ("S\u{030C}imic\u{0301}", "SIMIC"),
            ("Søren", "SOREN"), ("Weiß", "WEISS"), ("Ægir", "AEGIR"), ("St. John", "STJOHN"), ("", ""), ("’", ""), ("Łukasz", "LUKASZ"),
        ])
    func folded(name: String, expected: String) { #expect(FoldedName.of(name) == expected) }

    private let contract = """
        dataset: health/test_checks
        title: Checks
        files: [checks.csv]
        key: [nhs]
        person: { nhs_number: nhs, upn: upn, reference: number, date_of_birth: born, forename: forename, surname: surname }
        columns:
          nhs:      { type: nhs_number, required: true, title: NHS number }
          upn:      { type: upn, title: UPN }
          number:   { type: text, title: Number }
          born:     { type: date, title: Date of birth }
          forename: { type: text, title: Forename }
          surname:  { type: text, title: Surname }
        """

    private func subjects(_ lines: String...) throws -> [String] {
        let parsed = ContractReader.parse(contract, place: "test", codeSets: [:])
        let contract = try #require(parsed.contract, "\(parsed.mistakes)")
        return try RowCheck(contract, year: nil, (["nhs,upn,number,born,forename,surname"] + lines).joined(separator: "\n") + "\n").rows.map(\.subject)
    }

    @Test("spaces, case, accents and forms of a date do not matter")
    func same() throws {
        let found = try subjects(
            "9000000017,Q892123420001,pn 7,01/02/2010,Ann,O'Neill", "900 000 0017,q892123420001 ,PN7,2010-02-01, ANN ,o neill",
            "900-000-0017,Q892123420001,P N 7,1/2/2010,Änn,ONEILL")
        #expect(Set(found).count == 1)
        #expect(found.allSatisfy { $0.hasPrefix("health:") && $0.utf8.count == 39 })
    }

    @Test("anything else that is said makes another subject; why there is no UPN says nothing")
    func other() throws {
        let found = try subjects(
            "9000000017,,,01/02/2010,Ann,Ash", "9000000025,,,01/02/2010,Ann,Ash", "9000000018,,,01/02/2010,Ann,Ash", "9000000019,,,01/02/2010,Ann,Ash",
            "9000000017,,,01/02/2011,Ann,Ash", "9000000017,,,01/02/2010,Ash,Ann", "9000000017,,Ash,01/02/2010,Ann,", "9000000017,UN1,,01/02/2010,Ann,Ash")
        #expect(Set(found).count == 7)
        #expect(found.first == found.last)
    }
}
