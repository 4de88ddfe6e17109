import Formats
import Foundation
import Testing

@testable import Contracts

@Suite("Blank workbooks for feeds that people fill in")
struct TemplateWorkbookTests {
    @Test("Each sheet has the headings of its contract and no row; guidance and lists stand beside them")
    func topUp() throws {
        let codeSets = try Repository.codeSets()
        let contracts = try Repository.contracts().filter { $0.family == "top_up" }
        #expect(contracts.count == 3)
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("template-\(UUID().uuidString).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try TemplateWorkbook(contracts: contracts, codeSets: codeSets).write(to: path)
        for contract in contracts {
            var reader = try XLSXReader(path: path, sheet: .named(TemplateWorkbook.sheetName(contract)))
            let match = HeaderMatch(contract, header: reader.header, year: nil)
            #expect(match.fits && match.problems.isEmpty, "\(contract.dataset): \(match.problems)")
            var row = FieldRow()
            #expect(try !reader.next(into: &row), "\(contract.dataset) has a row")
        }
        var lists = try XLSXReader(path: path, sheet: .named("Lists"))
        #expect(lists.header.count == 3)
        var row = FieldRow()
        // What is chosen from a list is read as its code.
        while try lists.next(into: &row) {
            for (place, name) in lists.header.enumerated() where !row.text(place).isEmpty {
                let set = try #require(codeSets[name.replacing(" ", with: "_")])
                #expect(set.table(for: nil).folded[CodeSet.folded(row.text(place))] != nil, "\(name)")
            }
        }
        #expect(try XLSXReader(path: path, sheet: .named("Guidance")).header.first == "How to fill in this workbook")
    }
}
