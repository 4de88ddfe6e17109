import Contracts
import Testing
import Vocabulary

@Suite("The contracts and code lists of the repository")
struct RepositoryTests {
    private static let years = (2017...2026).map(CollectionYear.init(startYear:))

    @Test("All are read without a mistake; the twelve modules of the SSDA903 return are there")
    func all() throws {
        let modules = try Repository.contracts().filter { $0.family == "ssda903" }.compactMap(\.module)
        #expect(
            Set(modules) == [
                "Header", "Episodes", "UASC", "Reviews", "OC2", "OC3", "AD1", "PlacedAdoption", "PrevPerm", "Missing", "SWEpisodes", "DoLo",
            ])
        #expect(modules.count == 12)
    }

    @Test("Two modules have, year by year, the columns written here by hand")
    func columns() throws {
        let episodes = [
            "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST",
            "URN",
        ]
        let workers = ["CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"]
        let table: [(year: String, episodes: [String], workers: [String]?)] = [
            ("2017-18", episodes, nil), ("2018-19", episodes, nil), ("2019-20", episodes, nil), ("2020-21", episodes, nil),
            ("2021-22", episodes, nil),
            ("2022-23", episodes, nil), ("2023-24", episodes, workers), ("2024-25", episodes, workers), ("2025-26", episodes, workers),
            ("2026-27", episodes, workers),
        ]
        let first = try Repository.contract("ssda903_episodes"), second = try Repository.contract("ssda903_sw_episodes")
        for line in table {
            let year = try year(line.year)
            #expect(first.years.contains(year) && first.columns(in: year).map(\.name) == line.episodes, "\(year)")
            #expect(second.years.contains(year) == (line.workers != nil), "\(year)")
            if let workers = line.workers { #expect(second.columns(in: year).map(\.name) == workers, "\(year)") }
        }
    }

    @Test("Inside one year no spelling leads to two codes, and each code of the year stands for itself")
    func spellings() throws {
        for (name, set) in try Repository.codeSets() {
            #expect(!set.codes.isEmpty, "\(name)")
            for year in Self.years {
                let codes = set.codes.filter { $0.isValid(in: year) }
                #expect(Set(codes.map(\.code)).count == codes.count, "\(name) \(year)")
                var owners: [String: Set<String>] = [:]
                for code in codes {
                    for alias in code.aliases { owners[CodeSet.folded(alias), default: []].insert(code.code) }
                }
                for (spelling, codes) in owners where codes.count > 1 { Issue.record("\(name) \(year): \(spelling) is \(codes)") }
            }
        }
    }
}
