import Vocabulary

/// Plants faults in the rows of one file and notes each of them. Its stream belongs to the file, so a clean row costs one number.
struct FaultPlanter {
    let module: Module
    let year: CollectionYear
    let share: Double
    let encoding: EncodedFile.Encoding
    let log: FaultLog
    private let columns: [Module.Column]
    private let isNewest: Bool
    private var random: RandomStream
    private var needsSpace: Bool
    /// Child and DECOM of the last episode that went through as it was.
    private var before: (child: Int, started: String) = (0, "")

    init(module: Module, year: CollectionYear, plan: SynthesisPlan, encoding: EncodedFile.Encoding, log: FaultLog) {
        self.module = module
        self.year = year
        self.encoding = encoding
        self.log = log
        share = plan.mess
        columns = module.columns
        needsSpace = encoding == .windows1252
        isNewest = year == plan.years.last
        random = RandomStream(seed: plan.seed, index: year.startYear * 16 + module.rawValue, purpose: .faults)
    }

    func noteEncoding() throws {
        switch encoding {
        case .utf8: break
        case .windows1252: try log.note(year: year, module: module, row: 0, child: nil, fault: .windows1252)
        case .utf16: try log.note(year: year, module: module, row: 0, child: nil, fault: .utf16)
        }
    }

    /// Whether the next row gets a fault. The first row of a file in Windows-1252 does: without a no-break space in it the
    /// file could be anything.
    mutating func strikes() -> Bool { random.chance(share) || needsSpace }

    /// A row went out as it was.
    mutating func pass(_ row: RowBuffer, child: Int) {
        if module == .episodes { before = (child, row.fields[1]) }
    }

    /// The bytes of the row with a fault in it (and of the duplicate, where that is the fault), one element a data row.
    /// Nil when no fault fits the row.
    mutating func plant(_ fields: [String], child: Int, row: Int) throws -> [[UInt8]]? {
        defer { if module == .episodes { before = (child, fields[1]) } }
        if needsSpace {
            needsSpace = false
            return try apply(.straySpaces, fields, child: child, row: row)
        }
        for _ in 0..<12 {
            let fault = random.pick(Fault.ofRows)
            if let lines = try apply(fault, fields, child: child, row: row) { return lines }
        }
        return nil
    }

    /// The line that spreadsheets leave below: reviews of the newest year have one.
    func totalLine(rows: Int) throws -> [UInt8]? {
        guard module == .reviews, isNewest else { return nil }
        try log.note(year: year, module: module, row: rows + 1, child: nil, fault: .totalLine)
        return Array("Total,,,\(rows)\n".utf8)
    }

    private mutating func apply(_ fault: Fault, _ fields: [String], child: Int, row: Int) throws -> [[UInt8]]? {
        switch fault {
        case .duplicate:
            try note(fault, row + 1, child)
            return [line(fields), line(fields)]
        case .conflict:
            guard let column = columns.firstIndex(where: { $0.name == module.conflict.column }),
                let other = module.conflict.values.first(where: { $0 != fields[column] })
            else { return nil }
            try note(fault, row + 1, child, column, fields[column])
            return [line(fields), line(replacing(fields, column, other))]
        case .trailingDelimiter:
            try note(fault, row, child)
            return [line(fields + [""])]
        case .shortRow:
            guard let last = fields.indices.last else { return nil }
            try note(fault, row, child, last, fields[last])
            return [line(Array(fields.dropLast()))]
        case .longRow:
            try note(fault, row, child)
            return [line(fields + ["", "see file"])]
        case .quotedNewline:
            guard let column = choose(where: { $0.role == .code || $0.role == .text }, fields) else { return nil }
            try note(fault, row, child, column, fields[column])
            return [line(replacing(fields, column, "\"\(fields[column])\n\""))]
        case .overlap: return try overlap(fields, child: child, row: row)
        default:
            guard let (column, value) = changed(fault, fields) else { return nil }
            try note(fault, row, child, column, fields[column])
            return [line(replacing(fields, column, value))]
        }
    }

    /// A column and the faulty value for it.
    private mutating func changed(_ fault: Fault, _ fields: [String]) -> (column: Int, value: String)? {
        switch fault {
        case .spelledOut:
            guard let column = choose(where: { $0.role == .code }, fields),
                let words = Misspelling.words(column: columns[column].name, code: fields[column])
            else { return nil }
            return (column, words)
        case .withdrawnCode:
            for (column, field) in fields.enumerated() {
                if let old = Misspelling.withdrawn(column: columns[column].name, code: field, year: year) { return (column, old) }
            }
            return nil
        case .lowerCase:
            guard let column = choose(where: { $0.role == .code }, fields) else { return nil }
            let lower = fields[column].lowercased()
            return lower == fields[column] ? nil : (column, lower)
        case .straySpaces:
            guard let column = choose(where: { $0.role != .number }, fields) else { return nil }
            // A no-break space is what a copy from a web page leaves; Windows-1252 has it as one byte.
            let space = encoding == .windows1252 ? "\u{A0}" : " "
            return (column, random.chance(0.5) ? fields[column] + space : space + fields[column] + space)
        case .decimal:
            guard let column = choose(where: { $0.role == .number || $0.name == "SEX" }, fields), Int(fields[column]) != nil else {
                return nil
            }
            return (column, fields[column] + ".0")
        case .blankRequired:
            return choose(where: { $0.required && $0.role != .key }, fields).map { ($0, "") }
        case .impossibleDate, .twoDigitYear, .isoDate, .textDate:
            guard let column = choose(where: { $0.role == .date }, fields) else { return nil }
            return (column, badDate(fault, fields[column]))
        default: return nil
        }
    }

    private func badDate(_ fault: Fault, _ date: String) -> String {
        let day = date.prefix(2)
        let month = date.dropFirst(3).prefix(2)
        let year = date.suffix(4)
        switch fault {
        case .impossibleDate: return "31/02/\(year)"
        case .twoDigitYear: return "\(day)/\(month)/\(year.suffix(2))"
        case .isoDate: return "\(year)-\(month)-\(day)"
        default: return "not known"
        }
    }

    /// An episode that starts before the one before it has ended.
    private mutating func overlap(_ fields: [String], child: Int, row: Int) throws -> [[UInt8]]? {
        guard module == .episodes, before.child == child, fields[2] != "S", let start = date(fields[1]), let last = date(before.started)
        else { return nil }
        let earlier = start - random.within(2...9)
        guard earlier > last else { return nil }
        try note(.overlap, row, child, 1, fields[1])
        return [line(replacing(fields, 1, earlier.dayMonthYear))]
    }

    private func date(_ text: String) -> CalendarDate? {
        CalendarDate("\(text.suffix(4))-\(text.dropFirst(3).prefix(2))-\(text.prefix(2))")
    }

    /// One of the filled columns that fit.
    private mutating func choose(where fits: (Module.Column) -> Bool, _ fields: [String]) -> Int? {
        let candidates = fields.indices.filter { !fields[$0].isEmpty && fits(columns[$0]) }
        guard !candidates.isEmpty else { return nil }
        return candidates[random.within(0...candidates.count - 1)]
    }

    private func replacing(_ fields: [String], _ column: Int, _ value: String) -> [String] {
        var changed = fields
        changed[column] = value
        return changed
    }

    private func line(_ fields: [String]) -> [UInt8] {
        let text = fields.joined(separator: ",") + "\n"
        guard encoding == .windows1252 else { return Array(text.utf8) }
        return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    private func note(_ fault: Fault, _ row: Int, _ child: Int, _ column: Int? = nil, _ was: String = "") throws {
        try log.note(
            year: year, module: module, row: row, child: child, fault: fault, column: column.map { columns[$0].name } ?? "", was: was)
    }
}
