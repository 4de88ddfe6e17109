import Vocabulary

/// Plants the faults of real extracts in any agency's table: it knows the kinds of cells, not what they mean.
struct FeedFaultPlanter {
    private let table: FeedTable
    private let name: String
    private let share: Double
    private let log: FaultLog
    private var random: RandomStream

    init(table: FeedTable, name: String, world: FeedWorld, log: FaultLog) {
        self.table = table
        self.name = name
        self.log = log
        share = world.plan.mess
        random = RandomStream(seed: world.plan.seed, index: 0, feed: "faults/\(name)/\(table.file)")
    }

    /// The rows to write in place of a clean one; nil to write it as it is.
    mutating func rows(for cells: [Cell], child: Int?, row: Int) throws -> [[Cell]]? {
        guard random.chance(share) else { return nil }
        for _ in 0..<8 {
            let fault = random.pick(Self.faults)
            switch fault {
            case .duplicate:
                try log.note(year: "", module: name, row: row + 1, child: child, fault: fault)
                return [cells, cells]
            case .conflict:
                guard let column = choose(cells, from: cells.count / 2, Self.isCode), let other = misspelt(cells[column]) else { continue }
                try note(fault, row + 1, child, column, cells[column])
                return [cells, replacing(cells, column, other)]
            default:
                guard let (column, cell) = changed(fault, cells) else { continue }
                try note(fault, row, child, column, cells[column])
                return [replacing(cells, column, cell)]
            }
        }
        return nil
    }

    private static let faults = Weighted<Fault>(
        (.misspelt, 18), (.lowerCase, 14), (.straySpaces, 16), (.impossibleDate, 8), (.twoDigitYear, 8), (.textDate, 8), (.duplicate, 12),
        (.conflict, 8), (.blankRequired, 8))

    private mutating func changed(_ fault: Fault, _ cells: [Cell]) -> (Int, Cell)? {
        switch fault {
        case .misspelt:
            return choose(cells, Self.isCode).flatMap { column in misspelt(cells[column]).map { (column, $0) } }
        case .lowerCase:
            guard let column = choose(cells, Self.isCode), case .choice(let text) = cells[column], text.lowercased() != text else { return nil }
            return (column, .choice(text.lowercased()))
        case .straySpaces:
            guard let column = choose(cells, Self.isText) else { return nil }
            return text(cells[column]).map { (column, .words(" \($0)  ")) }
        case .impossibleDate, .twoDigitYear, .textDate:
            guard let column = choose(cells, Self.isDate), let day = day(cells[column]) else { return nil }
            let (year, month, number) = day.components
            switch fault {
            case .impossibleDate: return (column, .words("31/02/\(year)"))
            case .twoDigitYear: return (column, .words("\(number)/\(month)/\(year % 100 < 10 ? "0" : "")\(year % 100)"))
            default: return (column, .words("not known"))
            }
        case .blankRequired: return choose(cells) { _ in true }.map { ($0, .blank) }
        default: return nil
        }
    }

    /// Two letters changed over.
    private mutating func misspelt(_ cell: Cell) -> Cell? {
        guard let text = text(cell), text.count >= 2 else { return nil }
        var letters = Array(text)
        let place = random.within(0...letters.count - 2)
        letters.swapAt(place, place + 1)
        return String(letters) == text ? nil : .choice(String(letters))
    }

    private mutating func choose(_ cells: [Cell], from first: Int = 0, _ fits: (Cell) -> Bool) -> Int? {
        let columns = cells.indices.filter { column in
            if column < first { return false }
            if case .blank = cells[column] { return false }
            return fits(cells[column])
        }
        return columns.isEmpty ? nil : columns[random.within(0...columns.count - 1)]
    }

    private static func isCode(_ cell: Cell) -> Bool { if case .choice = cell { true } else { false } }
    private static func isText(_ cell: Cell) -> Bool { if case .words = cell { true } else { isCode(cell) } }
    private static func isDate(_ cell: Cell) -> Bool {
        switch cell {
        case .day, .clock: return true
        default: return false
        }
    }

    private func text(_ cell: Cell) -> String? {
        switch cell {
        case .words(let text), .choice(let text): return text
        default: return nil
        }
    }

    private func day(_ cell: Cell) -> CalendarDate? {
        switch cell {
        case .day(let day), .clock(let day, _): return day
        default: return nil
        }
    }

    private func replacing(_ cells: [Cell], _ column: Int, _ cell: Cell) -> [Cell] {
        var changed = cells
        changed[column] = cell
        return changed
    }

    private func note(_ fault: Fault, _ row: Int, _ child: Int?, _ column: Int, _ was: Cell) throws {
        let clean: String
        switch was {
        case .blank: clean = ""
        case .words(let text), .choice(let text): clean = text
        case .whole(let number): clean = String(number)
        case .fraction(let number, _): clean = String(number)
        case .day(let day), .clock(let day, _): clean = day.description
        case .flag(let value): clean = value ? table.style.yes : table.style.no
        }
        try log.note(year: "", module: name, row: row, child: child, fault: fault, column: table.header[column], was: clean)
    }
}
