import Foundation
import Testing

/// The rule codes stand in three places, in the function that decides, in the view with their words, and in the reference page.
@Suite struct CohortRulesTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let folder = root.appendingPathComponent("sql/returns/ssda903")

    private func codes(_ text: String, quote: Character) -> [String] {
        text.split(separator: quote).map(String.init).filter { $0.wholeMatch(of: /[A-Z][A-Z0-9]{1,3}-[A-Z0-9-]+/) != nil }
    }

    @Test func theSameCodesEverywhere() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        var decided: Set<String> = []
        for file in files where file.hasSuffix("_considered.sql") || file == "left_out.sql" {
            decided.formUnion(codes(try String(contentsOf: Self.folder.appendingPathComponent(file), encoding: .utf8), quote: "'"))
        }
        let view = codes(try String(contentsOf: Self.folder.appendingPathComponent("cohort_rules.sql"), encoding: .utf8), quote: "'")
        let page = codes(
            try String(contentsOf: Self.root.appendingPathComponent("docs/reference/ssda903-cohorts.md"), encoding: .utf8), quote: "`")
        #expect(decided == Set(view))
        #expect(view.count == Set(view).count)
        #expect(page == view)
    }

    @Test func everyFileNamesItsObject() throws {
        for file in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path) where file.hasSuffix(".sql") {
            let text = try String(contentsOf: Self.folder.appendingPathComponent(file), encoding: .utf8)
            let name = "returns.ssda903_\(file.dropLast(4))"
            #expect(text.contains("create function \(name)(") || text.contains("create view \(name) as"), "\(file)")
        }
    }
}
