import Foundation
import Testing

@testable import Contracts

/// A column of the key that may be blank: the region of a row about the whole country.
@Suite("Blank in the key")
struct BlankInKeyTests {
    private static func contract(_ region: String) -> String {
        """
        dataset: reference/figures
        title: Figures
        key: [level, region]
        person: none
        national: true
        columns:
          level:  { type: text, required: true, title: Level }
          region: { type: text, \(region), title: Region }
          number: { type: integer, title: Number }
        """
    }

    @Test("it is said in the contract, for a column of the key that is not required")
    func contract() throws {
        let (read, mistakes) = ContractReader.parse(Self.contract("blank_in_key: true"), place: "x", codeSets: [:])
        #expect(mistakes == [])
        let contract = try #require(read)
        #expect(contract.columns.map(\.blankInKey) == [false, true, false])
        #expect(ContractReader.parse(Self.contract("privacy: none"), place: "x", codeSets: [:]).mistakes.contains { $0.contains("blank_in_key") })
        #expect(ContractReader.parse(Self.contract("required: true, blank_in_key: true"), place: "x", codeSets: [:]).mistakes.count == 1)
        #expect(
            ContractReader.parse(Self.contract("blank_in_key: true").replacing("key: [level, region]", with: "key: [level]"), place: "x", codeSets: [:])
                .mistakes.count == 1)
    }

    @Test("the column must be in the file")
    func header() throws {
        let contract = try #require(ContractReader.parse(Self.contract("blank_in_key: true"), place: "x", codeSets: [:]).contract)
        #expect(HeaderMatch(contract, header: ["level", "region", "number"], year: nil).fits)
        #expect(HeaderMatch(contract, header: ["level", "region"], year: nil).fits)
        #expect(!HeaderMatch(contract, header: ["level", "number"], year: nil).fits)
    }
}
