import Foundation
import Testing
import Vocabulary

@testable import Synthesis

@Suite struct DeterminismTests {
    /// Every file below a folder, by its path in it.
    private func contents(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder), !isFolder.boolValue else { continue }
            files[path] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
        }
        return files
    }

    @Test(arguments: [0, 0.05])
    func sameSeedSameBytes(mess: Double) throws {
        try withFolder { folder in
            let plan = SynthesisPlan(children: 60, seed: 77, mess: mess)
            _ = try Synthesiser.write(plan, to: folder + "/a")
            _ = try Synthesiser.write(plan, to: folder + "/b")
            let first = try contents(folder + "/a")
            #expect(first == (try contents(folder + "/b")))
            #expect(first.count == 2 * 11 + 12 + 4 + 2 + 1)
            _ = try Synthesiser.write(SynthesisPlan(children: 60, seed: 78, mess: mess), to: folder + "/c")
            #expect(first != (try contents(folder + "/c")))
        }
    }

    /// More children come after the earlier ones, whose rows stay as they are.
    @Test func moreChildrenLeaveTheEarlierOnesAlone() throws {
        try withFolder { folder in
            _ = try Synthesiser.write(SynthesisPlan(children: 40, seed: 5), to: folder + "/few")
            _ = try Synthesiser.write(SynthesisPlan(children: 90, seed: 5), to: folder + "/many")
            for (path, few) in try contents(folder + "/few") where path.hasPrefix("ssda903") {
                let many = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/many/\(path)"))
                #expect(many.starts(with: few), "\(path)")
            }
        }
    }

    /// The years asked for do not change the rows of a year, as long as the newest is the same.
    @Test func aYearIsTheSameWhateverYearsStandBesideIt() throws {
        try withFolder { folder in
            _ = try Synthesiser.write(SynthesisPlan(children: 50, seed: 6), to: folder + "/three")
            _ = try Synthesiser.write(SynthesisPlan(children: 50, seed: 6, years: [CollectionYear(startYear: 2026)]), to: folder + "/one")
            let one = try contents(folder + "/one/ssda903/2026-27")
            #expect(one == (try contents(folder + "/three/ssda903/2026-27")))
        }
    }

    @Test func mistakesAreNamedTogether() {
        let plan = SynthesisPlan(
            children: 0, seed: 1, years: [CollectionYear(startYear: 2016), CollectionYear(startYear: 2018)], mess: 2, authority: "x")
        #expect {
            try Synthesiser.write(plan, to: "/nowhere")
        } throws: { error in
            guard case SynthesisError.plan(let mistakes) = error else { return false }
            return mistakes.count == 5
        }
    }
}
