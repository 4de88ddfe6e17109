/// Reads one sheet of an XLSX workbook row by row. The sheet is streamed; the texts that its cells share are held in memory.
///
/// Every cell becomes the text that a CSV of it would hold: dates by their number format as `dd/mm/yyyy` (with `hh:mm` or `hh:mm:ss` when the
/// format has a time), whole numbers without decimals, other numbers as short as they can be, booleans as `TRUE` and `FALSE`. Rows that are
/// hidden, by a filter say, are read like any other; rows without text are not.
///
/// A copy of a reader shares its place in the file.
public struct XLSXReader: RowReader {
    /// Which sheet is wanted.
    public enum SheetChoice: Sendable, Equatable {
        /// The first visible one that has the header that is looked for.
        case any
        /// By its name, in any case.
        case named(String)
        /// By its place among the worksheets, counted from 0.
        case at(Int)
    }

    /// How much a workbook may hold; more is refused, so that a small file cannot unpack to fill memory or time.
    public struct Limits: Sendable {
        /// Bytes of any part, unpacked.
        public var partBytes: Int
        /// Bytes of the part with the shared texts, unpacked; they are held in memory.
        public var sharedStringsBytes: Int

        /// Limits; by default 4 GiB, and 512 MiB for shared texts.
        public init(partBytes: Int = 4 << 30, sharedStringsBytes: Int = 512 << 20) {
            self.partBytes = partBytes
            self.sharedStringsBytes = sharedStringsBytes
        }
    }

    /// The column names as written, trimmed; empty names at the end are left out.
    public let header: [String]
    /// The name of the sheet that is read.
    public let sheetName: String
    /// The names of all worksheets, in the order of their tabs.
    public let sheetNames: [String]

    private let sheet: SheetReader
    private var rowNumber = 0
    private var failure: FormatError?
    /// The row after one that says total, read to know whether there is one.
    private var pending: FieldRow?

    /// Unpacked bytes of the sheet taken so far.
    public var bytesRead: Int { sheet.bytesRead }

    /// Opens a workbook and reads up to the header of a sheet.
    /// - Parameters:
    ///   - path: a regular file.
    ///   - sheet: which sheet.
    ///   - headerMatcher: recognises the header by its trimmed names, within the first ``DelimitedReader/linesSearchedForHeader`` rows;
    ///     without it the first row with text is the header.
    ///   - limits: how much the workbook may hold.
    /// - Throws: ``FormatError``: it is encrypted, no workbook, damaged, or has no such sheet or header.
    public init(path: String, sheet: SheetChoice = .any, headerMatcher: (([String]) -> Bool)? = nil, limits: Limits = Limits()) throws {
        let workbook = try Workbook(path: path, limit: limits.partBytes)
        let strings = try workbook.sharedStrings(limit: limits.sharedStringsBytes)
        sheetNames = workbook.sheets.map(\.name)
        var failure: FormatError?
        for candidate in try Self.candidates(workbook, sheet) {
            let reader = try SheetReader(
                try workbook.open(candidate), strings: strings, formats: workbook.formats, epoch1904: workbook.epoch1904)
            do {
                header = try Self.findHeader(reader, headerMatcher)
                sheetName = candidate.name
                self.sheet = reader
                return
            } catch FormatError.empty {
                failure = failure ?? .empty
            } catch FormatError.noHeader(let lines) {
                failure = .noHeader(linesSearched: lines)
            }
        }
        throw failure ?? FormatError.empty
    }

    /// Reads the next row. It has at least as many fields as the header; empty ones beyond are dropped.
    /// - Parameter row: filled with the row.
    /// - Returns: false at the end of the sheet.
    /// - Throws: ``FormatError``; after an error it is thrown again.
    public mutating func next(into row: inout FieldRow) throws -> Bool {
        if let failure { throw failure }
        do {
            if let held = pending {
                row = held
                pending = nil
            } else {
                guard try sheet.next(into: &row) else { return false }
            }
            rowNumber += 1
            row.number = rowNumber
            row.dropEmptyFields(beyond: header.count)
            while row.count < header.count { row.append([]) }
            if row.saysTotal {
                var following = FieldRow()
                if try sheet.next(into: &following) { pending = following } else { row.isFooter = true }
            }
            return true
        } catch {
            failure = Self.located(error, row: rowNumber + 1)
            throw failure ?? error
        }
    }

    /// How a worksheet begins.
    public struct SheetBeginning: Sendable {
        /// The sheet's name.
        public let name: String
        /// Its place among the worksheets, counted from 0: ``SheetChoice/at(_:)``.
        public let place: Int
        /// False for a sheet that is hidden.
        public let isVisible: Bool
        /// The trimmed texts of its first rows with text, among which the header is looked for; none of a hidden sheet.
        public let lines: [[String]]
    }

    /// How a workbook's worksheets begin, in the order of their tabs.
    /// - Parameters:
    ///   - path: a regular file.
    ///   - limits: how much the workbook may hold.
    /// - Throws: ``FormatError``: it is encrypted, no workbook, or damaged.
    public static func beginnings(path: String, limits: Limits = Limits()) throws -> [SheetBeginning] {
        let workbook = try Workbook(path: path, limit: limits.partBytes)
        guard !workbook.sheets.isEmpty else { throw FormatError.notAWorkbook(reason: "it has no worksheet") }
        let strings = try workbook.sharedStrings(limit: limits.sharedStringsBytes)
        var row = FieldRow()
        return try workbook.sheets.enumerated().map { place, sheet in
            var lines: [[String]] = []
            if sheet.isVisible {
                let reader = try SheetReader(try workbook.open(sheet), strings: strings, formats: workbook.formats, epoch1904: workbook.epoch1904)
                while lines.count < DelimitedReader.linesSearchedForHeader, try reader.next(into: &row) { lines.append(DelimitedReader.names(row)) }
            }
            return SheetBeginning(name: sheet.name, place: place, isVisible: sheet.isVisible, lines: lines)
        }
    }

    /// The names of a workbook's worksheets, in the order of their tabs.
    /// - Throws: ``FormatError``.
    public static func sheetNames(path: String) throws -> [String] {
        try Workbook(path: path, limit: Limits().partBytes).sheets.map(\.name)
    }

    private static func candidates(_ workbook: Workbook, _ choice: SheetChoice) throws -> [Workbook.Sheet] {
        let names = workbook.sheets.map(\.name)
        guard !names.isEmpty else { throw FormatError.notAWorkbook(reason: "it has no worksheet") }
        switch choice {
        case .any:
            let visible = workbook.sheets.filter(\.isVisible)
            return visible.isEmpty ? workbook.sheets : visible
        case .named(let name):
            let wanted = name.trimmingBlanks().lowercased()
            guard let sheet = workbook.sheets.first(where: { $0.name.trimmingBlanks().lowercased() == wanted }) else {
                throw FormatError.noSuchSheet(wanted: name, names: names)
            }
            return [sheet]
        case .at(let index):
            guard workbook.sheets.indices.contains(index) else {
                throw FormatError.noSuchSheet(wanted: "number \(index + 1)", names: names)
            }
            return [workbook.sheets[index]]
        }
    }

    private static func findHeader(_ sheet: SheetReader, _ matcher: (([String]) -> Bool)?) throws -> [String] {
        var row = FieldRow()
        var lines = 0
        while lines < DelimitedReader.linesSearchedForHeader, try sheet.next(into: &row) {
            lines += 1
            let names = DelimitedReader.names(row)
            if names.isEmpty { continue }
            if matcher?(names) ?? true { return names }
        }
        throw lines == 0 ? FormatError.empty : FormatError.noHeader(linesSearched: lines)
    }

    private static func located(_ error: any Error, row: Int) -> FormatError? {
        if case FormatError.tooManyFields = error { return .tooManyFields(row: row) }
        return error as? FormatError
    }
}
