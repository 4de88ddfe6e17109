import Testing
import Vocabulary

@testable import Synthesis

/// Clean files obey the rules of the return, by a reading of them that shares nothing with what made them.
@Suite struct CoherenceTests {
    @Test(arguments: [UInt64(1), 2, 3])
    func everyYearIsCoherent(seed: UInt64) throws {
        try withFolder { folder in
            let years = [CollectionYear](from: 2017, to: 2026)
            _ = try Synthesiser.write(SynthesisPlan(children: 260, seed: seed, years: years), to: folder)
            try check(folder, years)
        }
    }

    @Test func aYearStillRunningIsCoherent() throws {
        try withFolder { folder in
            let plan = SynthesisPlan(children: 150, seed: 4, asAt: CalendarDate(year: 2026, month: 9, day: 30))
            _ = try Synthesiser.write(plan, to: folder)
            try check(folder, plan.years, known: plan.asAt)
        }
    }

    private func check(_ folder: String, _ years: [CollectionYear], known: CalendarDate? = nil) throws {
        var last: ReturnFolder?
        for year in years {
            let now = try ReturnFolder(folder, year, known: known)
            var episodes = EpisodeCheck(now)
            episodes.run()
            #expect(episodes.problems.isEmpty, "\(year)")
            var modules = ModuleCheck(now, last: last)
            modules.run()
            #expect(modules.problems.isEmpty, "\(year)")
            #expect(now["episodes.csv"].count > 200)
            last = now
        }
    }

    /// A return made as at a day says nothing that happened after it, and agrees with the full one on what came before.
    @Test func theFutureIsUnknown() throws {
        try withFolder { folder in
            let day = try #require(CalendarDate(year: 2026, month: 9, day: 30))
            _ = try Synthesiser.write(SynthesisPlan(children: 120, seed: 9, asAt: day), to: folder)
            let now = try ReturnFolder(folder, CollectionYear(startYear: 2026))
            for (file, columns) in [
                ("episodes.csv", ["DECOM", "DEC"]), ("reviews.csv", ["REVIEW"]), ("missing.csv", ["MIS_START", "MIS_END"]),
                ("sw_episodes.csv", ["SW_DECOM", "SW_DEC"]), ("placed_for_adoption.csv", ["DATE_PLACED", "DATE_PLACED_CEASED"]),
            ] {
                for row in now[file] { for column in columns { #expect((row.date(column) ?? day) <= day) } }
            }
        }
    }

    /// Layouts as DfE has them: files of the year, columns and their order.
    @Test func filesAndColumnsOfTheYear() throws {
        try withFolder { folder in
            let years = [CollectionYear](from: 2021, to: 2026)
            _ = try Synthesiser.write(SynthesisPlan(children: 30, seed: 5, years: years), to: folder)
            for year in years {
                let files = try ReturnFolder(folder, year)
                #expect((files.columns["sw_episodes.csv"] != nil) == (year.startYear >= 2023))
                #expect((files.columns["DoLo.csv"] != nil) == (year.startYear >= 2026))
                #expect(files.columns["header.csv"] == ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"])
                #expect(
                    files.columns["episodes.csv"] == [
                        "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE", "HOME_POST",
                        "PL_POST", "URN",
                    ])
                #expect(
                    files.columns["oc2.csv"] == [
                        "CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK",
                        "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED",
                    ])
                for (file, rows) in files.tables {
                    #expect(rows.allSatisfy { $0.values.count == files.columns[file]?.count }, "\(file)")
                }
            }
        }
    }
}
