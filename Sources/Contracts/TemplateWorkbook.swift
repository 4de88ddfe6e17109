import Formats

/// A blank workbook for people to fill in, made from contracts: a sheet for each dataset, with the headings its contract knows, the choices of its
/// code lists and its dates held to their form; before them a sheet of guidance, behind them the lists. It holds no example row that could be
/// loaded by mistake: examples stand in the guidance.
///
/// ```swift
/// try TemplateWorkbook(contracts: home.datasets(of: "top_up"), codeSets: home.codeSets).write(to: "top_up.xlsx")
/// ```
public struct TemplateWorkbook {
    /// Rows that are prepared for filling in; the form of a row below them is not checked while it is typed.
    public static let preparedRows = 2_000
    /// The most choices that a list can offer: longer ones are for looking up, not for choosing.
    static let mostChoices = 200

    private let contracts: [Contract]
    private let codeSets: [String: CodeSet]
    /// The code lists that the contracts name, in the order of the sheet of lists.
    private let lists: [CodeSet]

    /// A workbook for these datasets.
    /// - Parameters:
    ///   - contracts: of one family, in the order of their sheets; none may be of an XML document
    ///   - codeSets: the code lists by name
    public init(contracts: [Contract], codeSets: [String: CodeSet]) {
        self.contracts = contracts
        self.codeSets = codeSets
        var names: [String] = []
        for contract in contracts {
            for case .code(let set) in contract.columns.map(\.type) where !names.contains(set) { names.append(set) }
        }
        lists = names.compactMap { codeSets[$0] }
    }

    /// The heading of a column: its name as a person would write it. The reader takes it for the column.
    static func heading(_ column: Contract.Column) -> String {
        let words = column.name.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// The name of a dataset's sheet.
    static func sheetName(_ contract: Contract) -> String { String((contract.sheets.first ?? contract.module ?? contract.table).prefix(31)) }

    /// Writes the workbook; the file appears when it is complete.
    /// - Parameter path: where; the folder must be there
    /// - Throws: `FormatError` where it cannot be written.
    public func write(to path: String) throws {
        let workbook = try XLSXWriter(path: path)
        try guidance(workbook.addSheet("Guidance"))
        for contract in contracts { try sheet(workbook.addSheet(Self.sheetName(contract)), contract) }
        if !lists.isEmpty { try lists(workbook.addSheet("Lists")) }
        try workbook.finish()
    }

    private func sheet(_ sheet: XLSXWriter.Sheet, _ contract: Contract) throws {
        for (place, column) in contract.columns.enumerated() {
            let heading = Self.heading(column)
            try sheet.setColumn(place, width: Double(max(14, heading.count + 4)), entry: entry(column))
            try sheet.write(heading, row: 0, column: place, style: .heading)
            try sheet.comment(Self.form(column, codeSets), row: 0, column: place)
            try hold(sheet, column, place)
        }
        sheet.freeze(rows: 1, columns: 1)
    }

    private func entry(_ column: Contract.Column) -> XLSXWriter.Sheet.Entry {
        switch column.type {
        case .date: return .date
        case .datetime: return .moment
        case .integer, .number, .boolean, .code: return .plain
        default: return .text
        }
    }

    /// Holds what is typed to the column's form.
    private func hold(_ sheet: XLSXWriter.Sheet, _ column: Contract.Column, _ place: Int) throws {
        let message = String(column.title.prefix(250))
        switch column.type {
        case .code(let name):
            guard let list = lists.firstIndex(where: { $0.name == name }), lists[list].codes.count <= Self.mostChoices else { return }
            try sheet.offer(column: place, rows: Self.preparedRows, of: "Lists", listColumn: list, count: lists[list].codes.count, message: message)
        case .boolean: try sheet.offer(column: place, rows: Self.preparedRows, choices: ["Yes", "No"], message: message)
        case .date: try sheet.holdToDates(column: place, rows: Self.preparedRows, message: message)
        case .integer(let minimum, let maximum):
            try sheet.holdToWholeNumbers(column: place, rows: Self.preparedRows, from: minimum ?? 0, to: maximum ?? 1_000_000, message: message)
        default: break
        }
    }

    private func guidance(_ sheet: XLSXWriter.Sheet) throws {
        try sheet.setWidths([30, 60, 44, 24])
        var row = 0
        func line(_ text: String, _ style: XLSXWriter.Style = .plain) throws {
            try sheet.write(text, row: row, column: 0, style: style)
            row += 1
        }
        try line("How to fill in this workbook", .title)
        try line("One row for each event; each sheet is about one kind of event. Leave a sheet empty that you have nothing for.")
        if contracts.allSatisfy({ $0.snapshot == .authority }) {
            try line("Keep the workbook: add rows, correct rows. Every file holds all rows, also those sent before; a row that is gone counts as taken back.")
        }
        try line("Do not change the headings or the names of the sheets. Columns of your own are not read.")
        try line("Dates as dd/mm/yyyy. What stands below are examples of people who do not exist.")
        for contract in contracts {
            row += 1
            try line("Sheet: \(Self.sheetName(contract))", .title)
            try line(contract.title)
            for (place, text) in ["Column", "What it is", "Form", "Example"].enumerated() { try sheet.write(text, row: row, column: place, style: .heading) }
            row += 1
            for column in contract.columns {
                try sheet.write(Self.heading(column), row: row, column: 0, style: .wrapped)
                try sheet.write(column.title, row: row, column: 1, style: .wrapped)
                try sheet.write(Self.form(column, codeSets), row: row, column: 2, style: .wrapped)
                try sheet.write(example(column), row: row, column: 3, style: .wrapped)
                row += 1
            }
        }
    }

    /// The sheet of lists: one column a list, its choices in words below its name.
    private func lists(_ sheet: XLSXWriter.Sheet) throws {
        try sheet.setWidths(lists.map { list in Double(min(60, max(14, (list.codes.map(\.label.count).max() ?? 0) + 2))) })
        for (place, list) in lists.enumerated() { try sheet.write(list.name.replacing("_", with: " "), row: 0, column: place, style: .heading) }
        for row in 0..<(lists.map(\.codes.count).max() ?? 0) {
            for (place, list) in lists.enumerated() where row < list.codes.count {
                try sheet.write(list.codes[row].label, row: row + 1, column: place)
            }
        }
    }

    /// What a column takes, in words.
    static func form(_ column: Contract.Column, _ codeSets: [String: CodeSet]) -> String {
        var words: String
        switch column.type {
        case .date: words = "A date, dd/mm/yyyy"
        case .datetime: words = "A date and time, dd/mm/yyyy hh:mm"
        case .partialDate: words = "A date, dd/mm/yyyy, with zz for a part that is not known"
        case .code(let set): words = "One of: " + (codeSets[set]?.codes.prefix(12).map(\.label).joined(separator: "; ") ?? set)
        case .boolean: words = "Yes or No"
        case .integer: words = "A whole number"
        case .number: words = "A number"
        case .nhsNumber: words = "An NHS number, ten digits"
        case .postcode: words = "A postcode"
        case .upn: words = "A unique pupil number"
        case .urn: words = "An Ofsted number"
        case .text: words = column.maximumLength.map { "Text of at most \($0) characters" } ?? "Text"
        }
        return column.required ? words + ". Always needed" : words + ". May be blank"
    }

    private func example(_ column: Contract.Column) -> String {
        switch column.type {
        case .date: return column.privacy == .identifier ? "03/02/2022" : column.role == .end ? "" : "14/05/2026"
        case .datetime: return "14/05/2026 10:30"
        case .partialDate: return "zz/05/2019"
        case .code(let set): return codeSets[set]?.codes.first?.label ?? ""
        case .boolean: return "Yes"
        case .integer, .number: return "1"
        case .nhsNumber: return "999 000 0018"
        case .text where column.required && column.privacy == .identifier: return "1234567"
        default: return ""
        }
    }
}
