import Testing
import Vocabulary

@testable import Contracts

@Suite("Header lines")
struct HeaderMatchTests {
    private static func contract(mode: String) throws -> Contract {
        let yaml = """
            dataset: health/checks
            module: Checks
            title: Checks
            columns_mode: \(mode)
            key: [CHILD]
            person: { local_id: CHILD }
            columns:
              CHILD: { type: text, required: true, aliases: [Child ID, "Child's number"] }
              SEEN_ON: { type: date, aliases: [Date seen] }
              OUTCOME: { type: text }
              TEETH: { type: integer, years: { from: 2022-23 }, aliases: [Number of teeth] }
            """
        return try #require(ContractReader.parse(yaml, place: "x", codeSets: [:]).contract)
    }

    private func match(_ header: [String], _ year: String = "2026-27", mode: String = "exact") throws -> HeaderMatch {
        HeaderMatch(try Self.contract(mode: mode), header: header, year: try ContractsTests.year(year))
    }

    @Test(
        "Order, case, spaces, punctuation and aliases do not matter",
        arguments: [
            ["CHILD", "SEEN_ON", "OUTCOME", "TEETH"], ["child", "seen on", "Outcome", "teeth"],
            ["Child ID", "Date Seen", " OUTCOME ", "Number  of teeth"],
            ["CHILD'S NUMBER", "SeenOn", "out-come", "NUMBER_OF_TEETH"],
        ])
    func fits(_ header: [String]) throws {
        #expect(try match(header).fits)
        #expect(try match(header).places == [0, 1, 2, 3])
        #expect(try match(header.reversed()).places == [3, 2, 1, 0])
        #expect(try match(header).problems == [])
        #expect(try match(header).resemblance == 1)
    }

    @Test("A missing column is named; without a required one no file fits")
    func missing() throws {
        let header = ["CHILD", "SEEN_ON", "TEETH"]
        #expect(try match(header).missing == ["OUTCOME"])
        #expect(try match(header).places == [0, 1, nil, 2])
        #expect(try !match(header).fits)
        #expect(try match(header, mode: "open").fits)
        #expect(try match(header).problems == ["column OUTCOME is missing"])
        #expect(try match(header).resemblance == 0.75)
        #expect(try !match(["SEEN_ON", "OUTCOME", "TEETH"], mode: "open").fits)
    }

    @Test("A renamed column is named with the closest expected one")
    func renamed() throws {
        let found = try match(["CHILD", "SEN_ON", "OUTCOMES", "TEETH"])
        #expect(found.renamed == [.init(found: "SEN_ON", expected: "SEEN_ON"), .init(found: "OUTCOMES", expected: "OUTCOME")])
        #expect(found.missing == [] && found.unexpected == [] && !found.fits)
        #expect(found.problems.first == "column SEN_ON is not known; closest: SEEN_ON")
        // Of two, the closer one; the other is merely extra.
        let two = try match(["CHILD", "SEEN_ON", "OUTCOM", "OTCOM", "TEETH"])
        #expect(two.renamed == [.init(found: "OUTCOM", expected: "OUTCOME")] && two.unexpected == ["OTCOM"])
        // A required column under another name is not read as if it were there.
        #expect(try !match(["CHILDD", "SEEN_ON", "OUTCOME", "TEETH"], mode: "open").fits)
        // Too different to be the same.
        let other = try match(["CHILD", "SEEN_ON", "NOTES", "TEETH"])
        #expect(other.renamed == [] && other.missing == ["OUTCOME"] && other.unexpected == ["NOTES"])
    }

    @Test("Extra columns: refused where the contract is exact, passed over where it is open; a blank one is none")
    func extra() throws {
        let header = ["CHILD", "SEEN_ON", "OUTCOME", "TEETH", "Notes"]
        #expect(try match(header).unexpected == ["Notes"])
        #expect(try !match(header).fits)
        #expect(try match(header).problems == ["column Notes is not part of Checks"])
        #expect(try match(header, mode: "open").fits)
        #expect(try match(["CHILD", "", "SEEN_ON", "OUTCOME", "TEETH"]).fits)
        #expect(try match(["CHILD", "", "SEEN_ON", "OUTCOME", "TEETH"]).places == [0, 2, 3, 4])
    }

    @Test("A column that stands twice, be it by an alias, is refused")
    func repeated() throws {
        for header in [["CHILD", "SEEN_ON", "OUTCOME", "TEETH", "child"], ["CHILD", "SEEN_ON", "OUTCOME", "TEETH", "Child ID"]] {
            let found = try match(header, mode: "open")
            #expect(found.repeated == ["CHILD"] && !found.fits)
            #expect(found.problems == ["column CHILD stands twice"])
        }
    }

    @Test("A column that the year did not collect is refused")
    func notCollected() throws {
        let found = try match(["CHILD", "SEEN_ON", "OUTCOME", "Number of teeth"], "2021-22", mode: "open")
        #expect(found.notCollected == ["TEETH"] && found.unexpected == [] && !found.fits)
        #expect(found.problems == ["column TEETH was not collected in this year"])
        #expect(try match(["CHILD", "SEEN_ON", "OUTCOME"], "2021-22").fits)
        #expect(try !match(["CHILD", "SEEN_ON", "OUTCOME"], "2022-23").fits)
    }

    @Test("Each dataset resembles its own header most; a module of the return takes no other's")
    func resemblance() throws {
        let contracts = try Repository.contracts()
        for year in (2017...2026).map(CollectionYear.init(startYear:)) {
            // Only the return's columns change from year to year.
            let collected = contracts.filter { $0.years.contains(year) && (year.startYear == 2026 || $0.family == "ssda903") }
            let index = HeaderIndex(collected, year: year)
            for contract in collected {
                let header = contract.columns(in: year).map(\.name)
                let best = index.candidates(header).map { HeaderMatch($0, header: header, year: year) }.sorted { $0.resemblance > $1.resemblance }
                let own = try #require(best.first { $0.contract.dataset == contract.dataset })
                #expect(own.fits && own.resemblance == 1, "\(contract.dataset)")
                for other in best where other.contract.dataset != contract.dataset {
                    // Two lists of one publisher may have the same columns: then the worksheet's name tells them apart.
                    let hasOtherSheet = !contract.sheets.isEmpty && Set(contract.sheets).isDisjoint(with: other.contract.sheets)
                    #expect(other.resemblance < 1 || hasOtherSheet, "\(other.contract.dataset) takes \(contract.dataset)")
                    // A module of the return is exact: no other module takes its file.
                    let isTaken = other.fits && contract.family == "ssda903" && other.contract.family == "ssda903"
                    #expect(!isTaken, "\(other.contract.dataset) takes \(contract.dataset)")
                }
            }
        }
    }
}
