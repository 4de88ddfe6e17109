import Testing

@testable import Formats

@Suite("Terminal")
struct TerminalTests {
    @Test("A table is aligned, also with accents and wide characters")
    func table() {
        var table = TerminalTable(columns: [.init("feed"), .init("read", .right), .init("note")])
        table.add(["header", TerminalTable.thousands(2675), "é"])
        table.add(["漢字", "1"])
        table.addRule()
        table.add(["in all", TerminalTable.thousands(1_002_676), "a\nb", "beyond"])
        #expect(
            table.render(unicode: false) == """
                feed         read  note
                ------  ---------  ----
                header      2,675  é
                漢字            1
                ------  ---------  ----
                in all  1,002,676  a b

                """)
    }

    @Test(
        "Thousands",
        arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"), (Int.min, "-9,223,372,036,854,775,808")])
    func thousands(number: Int, text: String) {
        #expect(TerminalTable.thousands(number) == text)
    }

    private final class Recorder {
        var seconds = 0.0
        var written: [String] = []
    }

    @Test("On a terminal: silent for two seconds, then drawn ten times a second, and wiped")
    func terminal() {
        let recorder = Recorder()
        var line = ProgressLine(
            title: "loading episodes.csv", total: 200_000_000, unit: .bytes, isTerminal: true, elapsed: { recorder.seconds },
            output: { recorder.written.append($0) })
        line.update(1000)
        recorder.seconds = 1.9
        line.update(50_000_000)
        line.finish()
        #expect(recorder.written.isEmpty)
        recorder.seconds = 2
        line.update(84_000_000)
        recorder.seconds = 2.05
        line.update(85_000_000)
        line.finish()
        #expect(recorder.written == ["\rloading episodes.csv  42%  84.0 MB of 200.0 MB  42.0 MB/s  0:03 left\u{1B}[K", "\r\u{1B}[K"])
    }

    @Test("Elsewhere: a plain line every thirty seconds")
    func log() {
        let recorder = Recorder()
        var line = ProgressLine(
            title: "deriving", unit: .things("children"), isTerminal: false, elapsed: { recorder.seconds },
            output: { recorder.written.append($0) })
        for second in 0...65 {
            recorder.seconds = Double(second)
            line.update(second * 100)
        }
        line.finish()
        #expect(recorder.written == ["deriving  3,000 children  100 children/s\n", "deriving  6,000 children  100 children/s\n"])
        #expect(ProgressLine.clock(3723) == "1:02:03")
    }
}
