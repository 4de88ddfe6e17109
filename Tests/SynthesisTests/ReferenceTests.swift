import Foundation
import Testing
import Vocabulary

@testable import Synthesis

/// Placements agree with the lists that come with them, as placements of a real return do with those of Ofsted and ONS.
@Suite struct ReferenceTests {
    private func table(_ path: String) throws -> [[String]] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func placementsAgreeWithProvidersAndPostcodes() throws {
        try withFolder { folder in
            let plan = SynthesisPlan(children: 900, seed: 31, years: [CollectionYear](from: 2022, to: 2026))
            _ = try Synthesiser.write(plan, to: folder)
            let providers = Dictionary(uniqueKeysWithValues: try table(folder + "/truth/providers.csv").map { ($0[0], $0) })
            let postcodes = Dictionary(uniqueKeysWithValues: try table(folder + "/truth/postcodes.csv").map { ($0[0], $0) })
            var problems: [String: Int] = [:]
            func expect(_ holds: Bool, _ rule: String) { if !holds { problems[rule, default: 0] += 1 } }
            for year in plan.years {
                for row in try ReturnFolder(folder, year)["episodes.csv"] {
                    let place = row["PLACE"]
                    let address = postcodes[row["PL_POST"]]
                    if !row["PL_POST"].isEmpty { expect(address != nil, "392c place") }
                    if let home = postcodes[row["HOME_POST"]], let address { expect(miles(home, address) < 350, "454 distance") }
                    if !row["HOME_POST"].isEmpty { expect(postcodes[row["HOME_POST"]] != nil, "392c home") }
                    if row["PLACE_PROVIDER"] == "PR1", !["A", "U"].contains(place.prefix(1)) {
                        expect(row["PL_POST"].isEmpty || address?[1] == plan.authority, "1015 own provision")
                    }
                    guard !row["URN"].isEmpty, row["URN"] != "XXXXXXX" else { continue }
                    let provider = try #require(providers[row["URN"]])
                    let kinds = provider[1].split(separator: "/").map(String.init)
                    expect(kinds.contains { place.hasPrefix($0) } || place.hasPrefix("A") && ["U", "A"].contains(provider[1]), "219 kind")
                    expect(provider[2] == row["PLACE_PROVIDER"], "224 sector")
                    expect(row["PLACE_PROVIDER"] != "PR1" || provider[4] == plan.authority, "229 own")
                    expect(row["PLACE_PROVIDER"] != "PR2" || provider[4] != plan.authority, "229 other authority")
                    if ["H5", "K1", "K2", "K3", "R3", "S1"].contains(place) { expect(row["PL_POST"] == provider[3], "221 address") }
                }
            }
            #expect(problems.isEmpty)
        }
    }

    /// The lists in the layout of their publishers say the same as the truth, and the districts lie in the authorities that they are of.
    @Test func publishedListsAgreeWithTheTruth() throws {
        try withFolder { folder in
            _ = try Synthesiser.write(SynthesisPlan(children: 60, seed: 33), to: folder)
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
            let counties = Dictionary(uniqueKeysWithValues: try table(root + "/config/districts.csv").map { ($0[0], $0[1]) })
            let numbers = try table(root + "/config/local_authorities.csv").reduce(into: [:]) { $0[$1[1]] = $1[0] }
            let truth = try table(folder + "/truth/postcodes.csv"), published = try table(folder + "/reference/postcodes.csv")
            #expect(truth.count == published.count && zip(truth, published).allSatisfy { $0[0] == $1[0] && $0[2...] == $1[2...] })
            #expect(zip(truth, published).allSatisfy { numbers[counties[$1[1]] ?? $1[1]] == $0[1] })
            let homes = try table(folder + "/truth/providers.csv"), listed = try String(contentsOfFile: folder + "/reference/providers.csv", encoding: .utf8)
            for home in homes { #expect(listed.contains("\n\(home[0]),") && listed.contains(",\(home[2]),,\(home[3])\n")) }
        }
    }

    /// Every authority around another has districts, whichever is in the middle.
    @Test func neighboursHaveDistricts() {
        for own in Districts.authorities + ["204", "301"] {
            #expect(Postcode.neighbours(of: own).count == 5 && Postcode.neighbours(of: own).allSatisfy { !Districts.of($0).isEmpty })
        }
    }

    private func miles(_ a: [String], _ b: [String]) -> Double {
        let east = Double((Int(a[2]) ?? 0) - (Int(b[2]) ?? 0))
        let north = Double((Int(a[3]) ?? 0) - (Int(b[3]) ?? 0))
        return (east * east + north * north).squareRoot() / 1_609.3
    }

    /// UPN: the check letter is that of the twelve digits.
    @Test func pupilNumbersHaveTheirCheckLetter() throws {
        try withFolder { folder in
            _ = try Synthesiser.write(SynthesisPlan(children: 60, seed: 32), to: folder)
            let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
            for row in try ReturnFolder(folder, CollectionYear(startYear: 2026))["header.csv"] where !row["UPN"].hasPrefix("UN") {
                let digits = row["UPN"].dropFirst().compactMap(\.wholeNumberValue)
                let sum = zip(digits, 2...).reduce(0) { $0 + $1.0 * $1.1 }
                #expect(row["UPN"].first == letters[sum % 23])
            }
        }
    }
}
