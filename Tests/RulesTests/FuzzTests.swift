import TestSupport
import Testing
import Vocabulary

@testable import Rules

@Suite("Any bytes as a return")
struct FuzzTests {
    private static let words = [",", "\"", "\n", "\r\n", "\0", "CHILD", "31/02/2013", "\u{FEFF}", "<", "</CHILD>", "<EPISODE>", "&amp;", "é", "=", ";", "\t"]

    /// Refused or judged; nothing else.
    private func judge(_ path: String) async throws {
        do {
            let findings = try await SmallReturn.validate(ValidationRequest(year: .newest, path: path, authority: "892")) { $0.findings }
            #expect(findings >= 0)
        } catch RulesError.refused {
        }
    }

    @Test("in a folder of CSV files", arguments: 0..<6)
    func csv(seed: Int) async throws {
        var mutator = Mutator(seed: UInt64(seed), words: Self.words)
        let folder = try TemporaryFolder()
        for (name, text) in SmallReturn.modules.sorted(by: { $0.key < $1.key }) {
            // The heading stays in two of three, so that the rows are read.
            let bytes = Array(text.utf8)
            let heading = Int.random(in: 0..<3, using: &mutator.generator) > 0 ? (bytes.firstIndex(of: 0x0A) ?? 0) + 1 : 0
            try folder.write(bytes[..<heading] + mutator.mutate(Array(bytes[heading...])), name)
        }
        try await judge(folder.path)
    }

    @Test("in an XML file", arguments: 0..<6)
    func xml(seed: Int) async throws {
        var mutator = Mutator(seed: UInt64(seed), words: Self.words)
        let folder = try TemporaryFolder()
        try folder.write(mutator.mutate(Array(SmallReturn.xml.utf8)), "return.xml")
        try await judge(folder.file("return.xml"))
    }

    @Test(
        "that are cut short, empty or something else are refused",
        arguments: [
            "<EXPSSDA903><CHILD>", "<OTHER/>", "<", "", "<!DOCTYPE x><EXPSSDA903/>", "<EXPSSDA903>\u{1}</EXPSSDA903>",
        ])
    func brokenXML(text: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(text, "return.xml")
        let error = await #expect(throws: RulesError.self) {
            try await SmallReturn.validate(ValidationRequest(year: .newest, path: folder.file("return.xml"))) { $0.findings }
        }
        #expect(error?.isRefusal == true, "\(String(describing: error))")
    }

    @Test(
        "of a CSV file that is cut short are refused",
        arguments: ["A1,14/02/2012,03/06/2026,PN0\nA1,14/0", "A1,14/02/2012,03/06/2026,PN0\n\"A1,14/02/2012,03/06/2026,PN0\n"])
    func cutShort(rows: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("CHILD,DOB,REVIEW,REVIEW_CODE\n" + rows, "reviews.csv")
        let error = await #expect(throws: RulesError.self) {
            try await SmallReturn.validate(ValidationRequest(year: .newest, path: folder.path)) { $0.findings }
        }
        #expect("\(try #require(error))".contains("cut short"))
    }

    @Test("of an XML return without a child are a return without rows")
    func emptyXML() async throws {
        let folder = try TemporaryFolder()
        try folder.write("<EXPSSDA903/>", "return.xml")
        #expect(try await SmallReturn.findings(folder.file("return.xml")).isEmpty)
    }
}
