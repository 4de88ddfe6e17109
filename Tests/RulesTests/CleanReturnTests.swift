import Foundation
import Synthesis
import Testing
import Vocabulary

@testable import Rules

/// Returns of fictitious children without planted faults, under every rule of every year, with last year's return and reference data.
/// What is found is what the notes of the rules explain, finding by finding, and nothing else.
@Suite("A return without faults")
struct CleanReturnTests {
    /// Ten years, so that all that a rule of the last five can ask of the past is there.
    private static let years = (2017...2026).map { CollectionYear(startYear: $0) }
    private static let judged = years.suffix(5)

    @Test("has no finding that the notes do not explain", arguments: [UInt64(1), 6])
    func previousYear(seed: UInt64) async throws {
        let synthetic = try Synthetic(seed: seed, years: Self.years)
        var all: Set<String> = []
        for year in Self.judged {
            let found = try await synthetic.validate(year)
            for finding in found where !synthetic.explains(finding, in: year, history: false) { Issue.record("\(year): \(finding)") }
            all.formUnion(found.map(\.rule))
        }
        #expect(all.isSuperset(of: ["202", "1001", "1002"]), "the notes of these say that any return is likely to have findings")
    }

    @Test("has no finding about the past when the whole past is there")
    func wholeHistory() async throws {
        let synthetic = try Synthetic(seed: 2, years: Self.years)
        for year in Self.judged {
            let found = try await synthetic.validate(year, history: true)
            for finding in found where !synthetic.explains(finding, in: year, history: true) { Issue.record("\(year): \(finding)") }
        }
    }

    @Test("is judged by every rule of its year, but for what did not exist")
    func everyRuleRuns() async throws {
        let synthetic = try Synthetic(seed: 3, children: 60, years: Self.years)
        for year in Self.judged {
            let unable = try await SmallReturn.validate(synthetic.request(year, history: false)) { validation in
                validation.outcomes.filter { ["could not run", "not applicable"].contains($0.answer.name) }.map(\.rule.code)
            }
            // 105 is about XML. 706 compares with last year's deprivation of liberty orders, which 2026-27 is the first to collect.
            #expect(Set(unable) == (year.startYear == 2026 ? ["105", "706"] : ["105"]), "\(year)")
        }
    }
}

/// Synthesised returns in a folder of their own.
private struct Synthetic {
    struct Finding: Hashable, CustomStringConvertible {
        let rule, module, child: String
        let row: Int
        var description: String { "rule \(rule), \(module) row \(row)" }
    }

    let folder: TemporaryFolder
    let years: [CollectionYear]

    init(seed: UInt64, children: Int = 250, years: [CollectionYear]) throws {
        folder = try TemporaryFolder()
        self.years = years
        _ = try Synthesiser.write(SynthesisPlan(children: children, seed: seed, years: years), to: folder.path)
    }

    func request(_ year: CollectionYear, history: Bool) -> ValidationRequest {
        let before = years.filter { $0 < year.previous }
        return ValidationRequest(
            year: year, path: path(year), previous: path(year.previous), earlier: history ? before.map { ($0, path($0)) } : [], authority: "892",
            postcodes: folder.file("reference/postcodes.csv"), providers: [folder.file("reference/providers.csv")])
    }

    func validate(_ year: CollectionYear, history: Bool = false) async throws -> [Finding] {
        try await SmallReturn.validate(request(year, history: history)) { validation in
            var found: [Finding] = []
            validation.forEachFinding {
                found.append(Finding(rule: validation.outcomes[$0.rule].rule.code, module: $0.table.name, child: $0.child, row: $0.row))
            }
            return found
        }
    }

    /// Whether the notes of a rule explain a finding on what is in order.
    /// - Parameter history: all earlier returns were given, not last year's alone
    func explains(_ finding: Finding, in year: CollectionYear, history: Bool) -> Bool {
        let episodes = rows(year, "episodes.csv").filter { $0[0] == finding.child }
        switch finding.rule {
        // 1 and 2 became M and F; the codes are compared as they stand.
        case "202": return year.startYear == 2024
        // Police protection (L1) or an emergency protection order (L2) twice in a year, with another status following the first without a gap:
        // the rules count the time in between.
        case "361": return episodes.count { $0[3] == "L1" } > 1
        case "362": return episodes.count { $0[3] == "L2" } > 1
        // A mother who is a care leaver only: 612 and 628 want both items blank, and the rule misses last year's date.
        case "624": return episodes.isEmpty && rows(year, "oc3.csv").contains { $0[0] == finding.child }
        // The young person's time in care lies before last year's return; or, from 22 on, before the oldest that there is.
        case "1001", "1002":
            if finding.rule == "1002", turnedSixteenBefore(finding.child, year) { return true }
            return !history && years.contains { $0 < year.previous && rows($0, "episodes.csv").contains { $0[0] == finding.child } }
        default: return false
        }
    }

    /// Whether a care leaver of 22 or more turned 16, since when they were in care for a day or more, before the first day of the oldest return.
    private func turnedSixteenBefore(_ child: String, _ year: CollectionYear) -> Bool {
        guard let oldest = years.first, let told = rows(year, "oc3.csv").first(where: { $0[0] == child }),
            let birth = CalendarDate(told[1].split(separator: "/").reversed().joined(separator: "-"))
        else { return false }
        return birth.returnAge(on: year.end) >= 22 && birth.addingYears(16) < oldest.start
    }

    private func path(_ year: CollectionYear) -> String { folder.file("ssda903/\(year)") }

    private func rows(_ year: CollectionYear, _ name: String) -> [[String]] {
        let text = (try? String(contentsOfFile: path(year) + "/" + name, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
}
