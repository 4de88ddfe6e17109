import Formats
import Vocabulary

/// One table being written, to a CSV file or a sheet.
final class TableOutput {
    let name: String
    /// Data rows written, planted ones included.
    private(set) var rows = 0

    private enum Target {
        case csv(EncodedFile)
        case sheet(XLSXWriter.Sheet)
    }

    private let table: FeedTable
    private let target: Target
    private let columns: Int
    private var line = 0
    private var bytes: [UInt8] = []
    private var planter: FeedFaultPlanter?

    init(name: String, table: FeedTable, csv path: String, title: [String], planter: FeedFaultPlanter?) throws {
        self.name = name
        self.table = table
        self.planter = planter
        columns = table.header.count
        let file = try EncodedFile(path: path)
        target = .csv(file)
        if table.style.encoding == .utf8WithMark { try file.write([0xEF, 0xBB, 0xBF]) }
        for words in title { try write([words]) }
        try write(table.header)
    }

    init(name: String, table: FeedTable, sheet: XLSXWriter.Sheet, title: [String], planter: FeedFaultPlanter?) throws {
        self.name = name
        self.table = table
        self.planter = planter
        columns = table.header.count
        target = .sheet(sheet)
        try sheet.setWidths(table.header.map { Double(max(11, min(40, $0.count + 2))) })
        for words in title {
            try sheet.write(words, row: line, column: 0, style: .title)
            line += 1
        }
        if !title.isEmpty { line += 1 }
        for (column, heading) in table.header.enumerated() { try sheet.write(heading, row: line, column: column, style: .heading) }
        line += 1
    }

    func write(_ cells: [Cell], child: Int?) throws {
        guard let planted = try planter?.rows(for: cells, child: child, row: rows + 1) else { return try put(cells) }
        for row in planted { try put(row) }
    }

    private func put(_ cells: [Cell]) throws {
        rows += 1
        switch target {
        case .csv: try write(cells.map(text))
        case .sheet(let sheet):
            for (column, cell) in cells.enumerated() { try put(cell, sheet, column) }
            line += 1
        }
    }

    private func put(_ cell: Cell, _ sheet: XLSXWriter.Sheet, _ column: Int) throws {
        let asNumbers = table.style.dates == .excel
        switch cell {
        case .blank: return
        case .whole(let number): try sheet.write(number, row: line, column: column, style: .plain)
        case .fraction(let number, _): try sheet.write(number, row: line, column: column)
        case .day(let day) where asNumbers: try sheet.writeDate(daysSince2000: Int(day.daysSince2000), row: line, column: column)
        case .clock(let day, let minute) where asNumbers: try sheet.writeDate(daysSince2000: Int(day.daysSince2000), minute: minute, row: line, column: column)
        default: try sheet.write(text(cell), row: line, column: column)
        }
    }

    private func text(_ cell: Cell) -> String {
        switch cell {
        case .blank: return ""
        case .words(let text), .choice(let text): return text
        case .whole(let number): return String(number)
        case .fraction(let number, let places): return Self.decimal(number, places)
        case .day(let day): return date(day)
        case .clock(let day, let minute):
            let time = "\(Self.two(minute / 60)):\(Self.two(minute % 60))"
            switch table.style.dates {
            case .iso: return "\(day)T\(time):00"
            case .isoMidnight: return "\(day) \(time):00"
            default: return "\(date(day)) \(time)"
            }
        case .flag(let value): return value ? table.style.yes : table.style.no
        }
    }

    private func date(_ day: CalendarDate) -> String {
        switch table.style.dates {
        case .iso: return day.description
        case .isoMidnight: return day.description + " 00:00:00"
        case .monthName:
            let (year, month, number) = day.components
            return "\(Self.two(number))-\(MonthName.short(month))-\(year)"
        case .dayMonthYear, .excel: return day.dayMonthYear
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// Rounded half away from zero, with so many places.
    private static func decimal(_ number: Double, _ places: Int) -> String {
        let scale = (0..<places).reduce(1) { power, _ in power * 10 }
        let whole = Int((abs(number) * Double(scale)).rounded())
        let sign = number < 0 && whole > 0 ? "-" : ""
        guard places > 0 else { return sign + String(whole) }
        let rest = String(whole % scale)
        return "\(sign)\(whole / scale).\(String(repeating: "0", count: places - rest.count))\(rest)"
    }

    private func write(_ fields: [String]) throws {
        guard case .csv(let file) = target else { return }
        bytes.removeAll(keepingCapacity: true)
        for (column, field) in fields.enumerated() {
            if column > 0 { bytes.append(table.style.delimiter) }
            append(field)
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
        try file.write(bytes)
    }

    private func append(_ field: String) {
        let special = field.utf8.contains { $0 == 0x22 || $0 == table.style.delimiter || $0 == 0x0A || $0 == 0x0D }
        let quoted = special || table.style.quotesAll
        if quoted { bytes.append(0x22) }
        if table.style.encoding == .windows1252 {
            // What Latin-1 has stands in Windows-1252 at the same place.
            for scalar in field.unicodeScalars {
                if scalar == "\"" { bytes.append(0x22) }
                bytes.append(scalar.value < 0x100 ? UInt8(scalar.value) : 0x3F)
            }
        } else if special {
            for byte in field.utf8 {
                if byte == 0x22 { bytes.append(0x22) }
                bytes.append(byte)
            }
        } else {
            bytes.append(contentsOf: field.utf8)
        }
        if quoted { bytes.append(0x22) }
    }

    func close() throws {
        if case .csv(let file) = target { try file.close() }
    }
}
