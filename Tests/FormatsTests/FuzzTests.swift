import Foundation
import TestSupport
import Testing

@testable import Formats

/// The fuzz targets in short form, with fixed seeds. `LOXLEY_FUZZ_ROUNDS=100` makes it a hundred times as long, with further inputs.
@Suite("Fuzz: no bytes crash or hang a reader", .timeLimit(.minutes(30)))
struct FuzzTests {
    private let folder: TemporaryFolder
    private let rounds = ProcessInfo.processInfo.environment["LOXLEY_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 1

    init() throws { folder = try TemporaryFolder() }

    @Test("Tokeniser: 24,000 inputs")
    func tokeniser() {
        let seeds = [
            "A,B,C\r\n1,\"x\"\"y\",3\r\n\"multi\nline\",,\r\n", "a;b\n\"\";\"\n", "é,ü\r\r\n\n,,,\n\"a\"b,c\"d\n",
            String(repeating: "abcdefgh,", count: 20),
        ]
        var mutator = Mutator(seed: 1, words: ["\"", "\"\"", ",", "\r\n", "\n", "\r", "\0", ",\"", "\",", "\"\n", "é", ";"])
        let sizes = [1, 2, 3, 5, 8, 13, 64, 1000]
        for i in 0..<24_000 * rounds {
            let bytes = mutator.mutate(Array(seeds[i % seeds.count].utf8))
            if let problem = FuzzTargets.tokenise(bytes, delimiter: i % 5 == 0 ? 0x3B : 0x2C, bufferSize: sizes[i / 7 % sizes.count]) {
                Issue.record("\(problem): \(bytes)")
                return
            }
        }
    }

    @Test("Delimited files: 2,000 inputs in any encoding")
    func delimited() throws {
        let text = "sep=;\r\nTitle\n\nA;B;C\n1;\"é\";3\n;;\nTotal;1\n"
        let seeds: [[UInt8]] = [
            Array(text.utf8), [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
        ]
        var mutator = Mutator(seed: 2, words: ["\"", "\0", "\r", "\u{FEFF}", "total", ";", ",", "é"])
        for i in 0..<2000 * rounds {
            let bytes = mutator.mutate(seeds[i % seeds.count])
            let path = try folder.write(bytes)
            let encoding = i % 3 == 0 ? TextEncoding.allCases[i / 3 % 4] : nil
            if let problem = FuzzTargets.delimited(path, encoding: encoding) { Issue.record("\(problem): \(bytes)") }
        }
    }

    private static let words = [
        "<row>", "</row>", "<c t=\"s\">", "<v>", "</v>", "-1", "99999999999", "r=\"A1\"", "r=\"ZZZZZZZZ9\"", "t=\"d\"", "s=\"7\"",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;",
        "&#0;", "<![CDATA[", "]]>", "<!--", "xmlns:x=\"\"", "<is>", "<rPh>", "_x0000_", "_xD800_", "1e308", "-0", "NaN",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "\u{0}",
        "yyyy[hh]\\", "\"", "[",
    ]

    static var sample: WorkbookBuilder {
        let rows = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>B</t></r><rPh><t>p</t></rPh></is></c></row>
            <row r="2"><c r="A2" s="1"><v>43921.75</v></c><c r="C2" s="2"><v>1E-3</v></c></row>
            <row r="3"><c t="b"><v>1</v></c><c t="d"><v>2020-03-31T10:00:00</v></c><c s="3"><v>12</v></c></row>
            <row r="4"><c t="str"><v>Total</v></c><c t="e"><v>#N/A</v></c></row>
            """
        var builder = WorkbookBuilder(sheets: [.init(name: "Data", rows: rows)])
        builder.sharedStrings = ["<t>A_x000D_</t>", "<r><t>x</t></r>"]
        builder.formats = ["0", "22", "[h]:mm:ss", "000000", "d/m/yy;@"]
        return builder
    }

    @Test("Workbooks: 2,400 with a part changed, 600 with the archive changed")
    func workbooks() throws {
        var mutator = Mutator(seed: 3, words: Self.words)
        let parts = Self.sample.parts.map { ($0.path, Array($0.xml.utf8)) }
        let path = folder.file("book.xlsx")
        for i in 0..<2400 * rounds {
            var changed = parts
            changed[i % parts.count].1 = mutator.mutate(parts[i % parts.count].1)
            try WorkbookBuilder.write(changed, path)
            if let problem = FuzzTargets.workbook(path) { Issue.record("\(problem): \(changed[i % parts.count])") }
        }
        try WorkbookBuilder.write(parts, path)
        #expect(try XLSXReader(path: path).header == ["A\r", "B"].map { $0.trimmingBlanks() })
        let archive = try folder.bytes("book.xlsx")
        for _ in 0..<600 * rounds {
            let bytes = mutator.mutate(archive)
            if let problem = FuzzTargets.workbook(try folder.write(bytes, "changed.xlsx")) { Issue.record("\(problem): \(bytes)") }
        }
    }

    @Test("XML: 4,000 documents")
    func xml() {
        var mutator = Mutator(seed: 4, words: Self.words)
        let seeds = Self.sample.parts.map { Array($0.xml.utf8) }
        for i in 0..<4000 * rounds {
            let bytes = mutator.mutate(seeds[i % seeds.count])
            if let problem = FuzzTargets.xml(bytes) { Issue.record("\(problem): \(bytes)") }
        }
    }
}
