import Contracts
import Testing

@Suite("Elements of the census in XML that no contract names")
struct UntakenElementsTests {
    private func phrases(_ module: String, _ year: String, more: String..., less: String...) throws -> [String] {
        let contracts = try Repository.contracts()
        let child = "Message/Children/Child"
        let found: Set<String> = [
            "Message", "Message/Header", "Message/Header/Collection", "Message/Children", child, "\(child)/ChildIdentifiers",
            "\(child)/ChildIdentifiers/LAchildID", "\(child)/ChildIdentifiers/PersonBirthDate", "\(child)/ChildIdentifiers/Sex",
            "\(child)/ChildCharacteristics", "\(child)/ChildCharacteristics/Ethnicity", "\(child)/ChildCharacteristics/Disabilities",
            "\(child)/ChildCharacteristics/Disabilities/Disability", "\(child)/CINdetails", "\(child)/CINdetails/CINreferralDate",
            "\(child)/CINdetails/Assessments", "\(child)/CINdetails/Assessments/AssessmentActualStartDate",
        ]
        let elements = found.union(more.map { "\(child)/\($0)" }).subtracting(less.map { "\(child)/\($0)" })
        let contract = try #require(contracts.first { $0.module == module && $0.xmlRecord != nil })
        return UntakenElements(of: elements, contracts: contracts, year: try ContractsTests.year(year)).phrases(for: contract)
    }

    @Test("nothing is named that some contract takes, wherever it stands")
    func known() throws {
        for module in ["Children", "CINdetails", "Assessments", "Disabilities"] { #expect(try phrases(module, "2025-26") == [], "\(module)") }
    }

    @Test("an element belongs to the innermost record around it; what is inside it is not named as well")
    func placed() throws {
        let more = ["CINdetails/Assessments/Setting", "CINdetails/Assessments/Setting/Kind"]
        #expect(try phrases("Assessments", "2025-26", more: more[0], more[1]) == ["element Setting is not part of Assessments"])
        #expect(try phrases("CINdetails", "2025-26", more: more[0], more[1]) == [])
        #expect(try phrases("Children", "2025-26", more: "ChildIdentifiers/Nickname") == ["element ChildIdentifiers/Nickname is not part of Children"])
    }

    @Test("a name that changed is put beside the one that is nowhere")
    func renamed() throws {
        #expect(
            try phrases("Children", "2025-26", more: "ChildIdentifiers/PersonBirthDay", less: "ChildIdentifiers/PersonBirthDate")
                == ["element ChildIdentifiers/PersonBirthDay is not known; closest: PersonBirthDate"])
        // Where the old name is still there, it is another element.
        #expect(
            try phrases("Children", "2025-26", more: "ChildIdentifiers/EthnicitY2")
                == ["element ChildIdentifiers/EthnicitY2 is not part of Children"])
    }

    @Test("what another year asked for is said to be of another year")
    func otherYears() throws {
        #expect(try phrases("Children", "2025-26", more: "ChildIdentifiers/GenderCurrent") == ["element GenderCurrent was not collected in this year"])
        #expect(try phrases("Children", "2023-24", more: "ChildIdentifiers/GenderCurrent") == ["element Sex was not collected in this year"])
    }
}
