import Formats
import Foundation
import Testing

@testable import Rules

@Suite("Reports for spreadsheets and programs")
struct ReportTests {
    private func sheet(_ path: String, _ name: String) throws -> [[String]] {
        var reader = try XLSXReader(path: path, sheet: .named(name), headerMatcher: { $0.first == "Row" || $0.first == "Rule" })
        var row = FieldRow(), rows: [[String]] = [reader.header]
        while try reader.next(into: &row) { rows.append((0..<row.count).map(row.text)) }
        return rows
    }

    @Test("a workbook has a sheet for each module with every submitted row, and its findings")
    func workbook() async throws {
        let compared = try Compared(authority: "340")
        try compared.edit("header.csv", "A3,M,31/02/2013,wbri", "A3,M,31/02/2013,=1+1")
        let path = compared.folder.file("out.xlsx")
        let counted = try await compared.run { report in
            try XLSXReport(report).write(to: path)
            return (report.validation.findings, report.validation.modules.map(\.table.name))
        }
        let names = try XLSXReader(path: path, sheet: .at(0)).sheetNames
        #expect(names == ["Summary"] + counted.1)
        let header = try sheet(path, "Header")
        #expect(header[0] == ["Row", "CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB", "Findings"])
        #expect(header.count == 4 && Array(header[1].prefix(5)) == ["1", "A1", "F", "14/02/2012", "WBRI"])
        #expect(header[2][8].contains("101 Sex code is missing"))
        // Text whatever it looks like: no formula.
        #expect(header[3][4] == "=1+1")
        let findings = try sheet(path, "Summary").dropFirst().compactMap { $0.count > 4 ? Int($0[4].replacing(",", with: "")) : nil }.reduce(0, +)
        #expect(findings == counted.0)
    }

    @Test("a workbook of a large return has the rows with findings only, and says so")
    func large() async throws {
        let compared = try Compared(authority: "341")
        let path = compared.folder.file("out.xlsx")
        try await compared.run { try XLSXReport($0, mostRows: 3, mostComments: 2).write(to: path) }
        #expect(try sheet(path, "Header").dropFirst().allSatisfy { $0.count == 9 && !$0[8].isEmpty })
        let first = try XLSXReader(path: path, sheet: .named("Header")).header
        #expect(first.first?.hasPrefix("Rows with findings only") == true)
    }

    @Test("a workbook that cannot be written leaves nothing and says why")
    func cannotWrite() async throws {
        let compared = try Compared(authority: "342")
        let path = compared.folder.file("missing-folder/out.xlsx")
        await #expect(throws: FormatError.self) { try await compared.run { try XLSXReport($0).write(to: path) } }
        #expect(try FileManager.default.contentsOfDirectory(atPath: compared.folder.path).allSatisfy { !$0.contains("partial") })
    }

    @Test("JSON gives answers, counts and every finding, as one object")
    func json() async throws {
        let compared = try Compared(authority: "343")
        func object(_ withFindings: Bool) async throws -> [String: Any] {
            var bytes: [UInt8] = []
            try await compared.run { try JSONReport($0, withFindings: withFindings).write { bytes += $0 } }
            return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        }
        let first = try await object(false)
        #expect(first["list"] == nil && (first["against_last_run"] as? [String: Any])?["recorded_at"] is NSNull)
        try compared.edit("header.csv", "a1,F", "a1,?")
        let second = try await object(true)
        #expect((second["rules"] as? [Any])?.count == 327)
        let list = try #require(second["list"] as? [[String: Any]])
        #expect(list.count == second["findings"] as? Int)
        let new = list.filter { $0["state"] as? String == "new" }
        #expect(new.count == 1 && new[0]["rule"] as? String == "101" && new[0]["module"] as? String == "Header" && new[0]["row"] as? Int == 1)
        #expect(new[0]["child"] as? String == "A1")
        let counts = try #require(second["against_last_run"] as? [String: Any])
        #expect(counts["new"] as? Int == 1 && counts["fixed"] as? Int == 0)
        let rule = try #require((second["rules"] as? [[String: Any]])?.first { $0["rule"] as? String == "101" })
        #expect(rule["answer"] as? String == "failed" && rule["new"] as? Int == 1 && rule["severity"] as? String == "unknown")
    }

    @Test("JSON text can stand in a page", arguments: ["<", ">", "&", "\"", "\\", "\u{0}", "\u{1F}", "\u{7F}", "é", "👩‍👧", "\u{2028}", "</script>"])
    func jsonText(_ text: String) throws {
        let quoted = JSONText.quoted(text)
        #expect(try JSONSerialization.jsonObject(with: Data(quoted.utf8), options: .fragmentsAllowed) as? String == text)
        #expect(!quoted.contains("<") && !quoted.contains("&"))
    }

    @Test("derived fields are shown by the columns they come from")
    func derived() throws {
        let rule = try #require(try Repository.catalogue().rules.first { $0.fields.contains("PL_DISTANCE") })
        let episodes = try #require(ReturnModule.named("Episodes"))
        let names = Report.shown(rule, in: episodes).map { episodes.columns[$0].name }
        #expect(names.contains("PL_POST") && names.contains("HOME_POST"))
    }
}
