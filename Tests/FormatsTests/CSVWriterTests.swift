import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite("CSV writer")
struct CSVWriterTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("Quotes only where it must, and ends rows with CRLF")
    func quoting() throws {
        let writer = try CSVWriter(path: folder.file("out.csv"))
        try writer.write(["CHILD", "NOTE"])
        try writer.write(["1", "a,b"])
        try writer.write(["2", "say \"so\""])
        try writer.write(["", "x\ny"])
        try writer.write([""])
        try writer.append(Array("3,raw\r\n".utf8))
        try writer.finish()
        #expect(try folder.text("out.csv") == "CHILD,NOTE\r\n1,\"a,b\"\r\n2,\"say \"\"so\"\"\"\r\n,\"x\ny\"\r\n\"\"\r\n3,raw\r\n")
        #expect(writer.rowsWritten == 5)
    }

    @Test("Nothing stands at the path before it is finished, and nothing is left when it is not")
    func atomic() throws {
        try folder.write("old", "out.csv")
        do {
            let writer = try CSVWriter(path: folder.file("out.csv"), lineEnd: .lf, bufferSize: 4)
            try writer.write(["abcdefgh", "ijkl"])
            #expect(try folder.text("out.csv") == "old")
        }
        #expect(try folder.names() == ["out.csv"])
        let error = #expect(throws: FormatError.self) { try CSVWriter(path: folder.file("absent/out.csv")) }
        #expect(error?.description.contains("No such file") == true)
    }

    @Test("A symbolic link is followed; a device is written directly; a folder is refused")
    func places() throws {
        try folder.write("old", "real.csv")
        try FileManager.default.createSymbolicLink(atPath: folder.file("link.csv"), withDestinationPath: folder.file("real.csv"))
        let writer = try CSVWriter(path: folder.file("link.csv"))
        try writer.write(["new"])
        try writer.finish()
        #expect(try folder.text("real.csv") == "new\r\n")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link.csv")) == folder.file("real.csv"))
        let device = try CSVWriter(path: "/dev/null")
        try device.write(["x"])
        try device.finish()
        #expect(try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType == .typeCharacterSpecial)
        #expect(throws: FormatError.self) { try CSVWriter(path: folder.path) }
    }

    @Test("What is written is read back the same")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 3)
        let alphabet = Array("ab,;\"\n\r é€\t|")
        let rows = (0..<500).map { _ in
            (0..<3).map { _ in
                String((0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in alphabet.randomElement(using: &generator) })
            }
        }
        let writer = try CSVWriter(path: folder.file("out.csv"), delimiter: 0x3B, bufferSize: 50)
        try writer.write(["A", "B", "C"])
        for row in rows { try writer.write(row) }
        try writer.finish()
        var reader = try DelimitedReader(path: folder.file("out.csv"), options: DelimitedOptions(delimiter: 0x3B), bufferSize: 13)
        let copy = try CSVWriter(path: folder.file("copy.csv"), delimiter: 0x3B)
        try copy.write(reader.header)
        var row = FieldRow()
        var read: [[String]] = []
        while try reader.next(into: &row) {
            read.append((0..<row.count).map(row.text))
            try copy.write(row)
        }
        try copy.finish()
        #expect(read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
        #expect(try folder.bytes("copy.csv") == folder.bytes("out.csv"))
    }
}
