/// Reads the rows of one sheet as a stream.
final class SheetReader {
    private let reader: XMLNodeReader
    private let part: ZipPart
    private let strings: SharedStrings
    private let formats: [CellFormat]
    private let epoch1904: Bool
    private var isDone = false
    private var value: [UInt8] = []

    /// The type of a cell's value (ECMA-376 part 1, 18.18.11).
    private enum CellType { case number, shared, inline, text, boolean, date }

    private struct Cell {
        var column: Int?
        var type = CellType.number
        var style = 0
    }

    init(_ part: ZipPart, strings: SharedStrings, formats: [CellFormat], epoch1904: Bool) throws {
        self.part = part
        self.strings = strings
        self.formats = formats
        self.epoch1904 = epoch1904
        reader = try XMLNodeReader { try part.read(into: $0) }
    }

    /// Unpacked bytes of the sheet taken so far.
    var bytesRead: Int { part.bytesRead }

    /// Reads the next row that has a text in any cell, from the first column on; cells that are missing are empty fields.
    /// - Returns: false at the end of the sheet.
    func next(into row: inout FieldRow) throws -> Bool {
        while !isDone {
            row.removeAll()
            guard let node = try reader.next() else {
                isDone = true
                break
            }
            switch node {
            case .start(let isEmpty):
                guard !isEmpty, reader.isNamed("row") else { continue }
                try readCells(into: &row)
                if !row.bytes.isEmpty {
                    row.inspect()
                    return true
                }
            case .end: if reader.isNamed("sheetData") { isDone = true }
            case .text, .blank: break
            }
        }
        row.removeAll()
        return false
    }

    private func readCells(into row: inout FieldRow) throws {
        while let node = try reader.next() {
            switch node {
            case .start(let isEmpty):
                guard reader.isNamed("c") else { continue }
                let cell = cell()
                let column = cell.column ?? row.count
                guard column >= row.count else { throw FormatError.notAWorkbook(reason: "the cells of a row are not in order") }
                guard column < DelimitedTokeniser.maximumFields else { throw FormatError.tooManyFields(row: 0) }
                while row.count < column { row.append([]) }
                value.removeAll(keepingCapacity: true)
                if !isEmpty { try readValue(cell) }
                render(cell, into: &row)
            case .end: if reader.isNamed("row") { return }
            case .text, .blank: break
            }
        }
    }

    /// The attributes of a cell.
    private func cell() -> Cell {
        var cell = Cell()
        reader.forEachAttribute { prefixed, name, value in
            guard !prefixed else { return }
            if XMLNodeReader.equal(name, "r") {
                cell.column = Self.column(value)
            } else if XMLNodeReader.equal(name, "s") {
                cell.style = Self.number(value) ?? 0
            } else if XMLNodeReader.equal(name, "t") {
                switch String(decoding: value, as: UTF8.self) {
                case "s": cell.type = .shared
                case "inlineStr": cell.type = .inline
                case "str", "e": cell.type = .text
                case "b": cell.type = .boolean
                case "d": cell.type = .date
                default: cell.type = .number
                }
            }
        }
        return cell
    }

    /// The bytes of `v` or `is` into `value`, up to the end of the cell.
    private func readValue(_ cell: Cell) throws {
        var inValue = false
        while let node = try reader.next() {
            switch node {
            case .start(let isEmpty):
                if isEmpty { break }
                if reader.isNamed("v") { inValue = true }
                if reader.isNamed("is") { try RichText.read(reader, until: "is", into: &value) }
            case .text, .blank: if inValue { reader.withText { value.append(contentsOf: $0) } }
            case .end:
                if reader.isNamed("c") { return }
                if reader.isNamed("v") { inValue = false }
            }
        }
    }

    private func render(_ cell: Cell, into row: inout FieldRow) {
        switch cell.type {
        case .inline: row.append(value)
        case .text:
            RichText.unescape(&value, from: 0)
            row.append(value)
        case .shared:
            let index = value.withUnsafeBufferPointer { Self.number($0) }
            row.append(index.flatMap { strings[$0] } ?? [])
        case .boolean: row.append(value.isEmpty ? "".utf8 : value == [0x31] || value == Array("true".utf8) ? "TRUE".utf8 : "FALSE".utf8)
        case .date: row.append(CellNumber.isoDate(String(decoding: value, as: UTF8.self)).utf8)
        case .number:
            let format = formats.indices.contains(cell.style) ? formats[cell.style] : .general
            let isPlain = value.count < 16 && value.allSatisfy { (0x30...0x39).contains($0) } && (value.count == 1 || value.first != 0x30)
            if format == .general, isPlain || value.isEmpty {
                row.append(value)
            } else {
                let text = String(decoding: value, as: UTF8.self)
                row.append((CellNumber.text(text, format: format, epoch1904: epoch1904) ?? text).utf8)
            }
        }
    }

    /// The column of a reference such as `AB12`, counted from 0.
    private static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        for byte in reference.prefix(8) {
            let letter = byte & 0xDF
            guard (0x41...0x5A).contains(letter) else { break }
            column = column * 26 + Int(letter) - 0x40
        }
        return column > 0 ? column - 1 : nil
    }

    private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count < 12 else { return nil }
        var number = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte) - 0x30
        }
        return number
    }
}
