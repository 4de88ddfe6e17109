import Testing
import Vocabulary

@testable import Synthesis

/// The figures lie near those of a city authority, within bounds wide enough for chance.
@Suite struct ShareTests {
    @Test func sharesAreLikeThePublishedOnes() throws {
        try withFolder { folder in
            let summary = try Synthesiser.write(SynthesisPlan(children: 3_000, seed: 11), to: folder)
            #expect(summary.childrenInCare == 3_000)
            for (title, range) in [
                "started in the year, % of children in care": 26.0...40,
                "ceased in the year, % of children in care": 26...40,
                "adopted, % of ceased": 7...15,
                "special guardianship, % of ceased": 8...20,
                "3 or more placements in 12 months, %": 5.5...11,
                "same placement 2 years, %": 63...76,
                "foster care, %": 61...73,
                "own provision, % of foster care": 48...60,
                "long-term, % of foster care": 22...35,
                "unaccompanied, %": 6...12,
                "male, %": 51...61,
                "aged under 1, %": 3...7,
                "aged 10 to 15, %": 32...43,
                "reviews of those aged 4 or over with their views, %": 89...96,
                "suitable accommodation, % of care leavers 19 to 21": 87...96,
            ] {
                let value = try #require(summary.figure(title), "\(title)")
                #expect(range.contains(value), "\(title): \(value)")
            }
        }
    }

    /// The summary counts what is in the files.
    @Test func theSummaryCountsTheFiles() throws {
        try withFolder { folder in
            let plan = SynthesisPlan(children: 200, seed: 12)
            let summary = try Synthesiser.write(plan, to: folder)
            for (year, modules) in summary.rows {
                let files = try ReturnFolder(folder, year)
                for (module, rows) in modules { #expect(files[module].count == rows) }
            }
            let newest = try ReturnFolder(folder, try #require(plan.years.last))
            let open = newest.episodes.values.compactMap(\.last).filter { $0["DEC"].isEmpty && !["V3", "V4"].contains($0["LS"]) }
            #expect(open.count == 200)
        }
    }
}
