import Testing
import Vocabulary

@testable import Rules

@Suite("The files of a return")
struct ReturnFilesTests {
    private func files(_ folder: TemporaryFolder, year: CollectionYear = .newest) throws -> ReturnFiles {
        try ReturnFiles(path: folder.path, year: year, what: "the return")
    }

    @Test("are known by their columns, in any order and under any name")
    func recognised() throws {
        let folder = try TemporaryFolder()
        try folder.write("DOB,CHILD,DUC,SEX\n", "a.txt")
        try folder.write("\u{FEFF}child;dob;review;review_code\r\n1;;;\r\n", "whatever")
        let files = try files(folder)
        #expect(files.modules.map(\.name) == ["UASC", "Reviews"])
        #expect(files.warnings.isEmpty)
    }

    @Test("that are no module are passed over, with what they lack")
    func passedOver() throws {
        let folder = try TemporaryFolder()
        try folder.write("CHILD,DOB,REVIEW,REVIEW_CODE\n", "reviews.csv")
        try folder.write("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER\n", "header.csv")
        try folder.write("CHILD,DOB,DOLO_START,DOLO_END,MORE\n", "dolo.csv")
        try folder.write("a,b,c\n", "notes.csv")
        try folder.write([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 7, count: 500), "book.xlsx")
        try folder.write("", "empty.csv")
        try folder.write("x", "below/header.csv")
        let warnings = try files(folder).warnings
        #expect(warnings.count == 5, "\(warnings)")
        #expect(warnings.contains("header.csv is passed over: it looks like Header, but has no MC_DOB"), "\(warnings)")
        #expect(warnings.contains("dolo.csv is passed over: it looks like DoLo, but has 1 other column"), "\(warnings)")
        #expect(warnings.contains { $0.hasPrefix("book.xlsx is passed over: this is not text but a ZIP archive") }, "\(warnings)")
    }

    @Test("of a module that the year did not collect are passed over")
    func notCollected() throws {
        let folder = try TemporaryFolder()
        try folder.write("CHILD,DOB,REVIEW,REVIEW_CODE\n", "reviews.csv")
        try folder.write("CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n", "sw.csv")
        let old = try files(folder, year: CollectionYear(startYear: 2022))
        #expect(old.modules.map(\.name) == ["Reviews"])
        #expect(old.warnings == ["sw.csv is passed over: SWEpisodes is collected from 2023-24, not in 2022-23"])
        #expect(try files(folder).modules.map(\.name) == ["Reviews", "SWEpisodes"])
    }

    @Test("refuse to be two of one module")
    func twice() throws {
        let folder = try TemporaryFolder()
        try folder.write("CHILD,DOB,REVIEW,REVIEW_CODE\n", "a.csv")
        try folder.write("CHILD,DOB,REVIEW,REVIEW_CODE\n", "b.csv")
        let error = #expect(throws: RulesError.self) { try files(folder) }
        #expect("\(try #require(error))".contains("a.csv and b.csv are both Reviews"))
    }

    @Test("refuse to be nothing")
    func nothing() throws {
        let empty = try TemporaryFolder()
        #expect(#expect(throws: RulesError.self) { try files(empty) }?.isRefusal == true)
        let binary = try TemporaryFolder()
        try binary.write((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ ($0 >> 3)) }, "header.csv")
        #expect(#expect(throws: RulesError.self) { try files(binary) }?.isRefusal == true)
        let error = #expect(throws: RulesError.self) { try ReturnFiles(path: empty.file("x"), year: .newest, what: "the return") }
        guard case .usage = error else {
            Issue.record("not a wrong call: \(String(describing: error))")
            return
        }
    }
}
