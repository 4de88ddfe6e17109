import CXLSXWriter
import Glibc

/// For workbooks that people fill in: the form of whole columns, and what may be typed into them.
extension XLSXWriter.Sheet {
    /// What is typed into a column.
    public enum Entry: Sendable {
        /// Kept as it is typed: a number keeps its leading zeros.
        case text
        /// Shown as dd/mm/yyyy.
        case date
        /// Shown as dd/mm/yyyy hh:mm.
        case moment
        /// As Excel takes it.
        case plain
    }

    /// Sets a column's width in characters, and what its cells make of what is typed into them.
    public func setColumn(_ column: Int, width: Double, entry: Entry) throws {
        let format = entry == .plain ? nil : workbook.workbook.flatMap { workbook_add_format($0) }
        switch entry {
        case .plain: break
        case .text: format_set_num_format(format, "@")
        case .date: format_set_num_format(format, "dd/mm/yyyy")
        case .moment: format_set_num_format(format, "dd/mm/yyyy hh:mm")
        }
        try check(worksheet_set_column(sheet, UInt16(column), UInt16(column), width, format))
    }

    /// Offers the cells of a column on another sheet as choices; anything else is refused.
    /// - Parameters:
    ///   - column: the column to fill in, below its heading
    ///   - rows: how many rows
    ///   - list: the sheet of the choices; they stand below a heading
    ///   - listColumn: their column there
    ///   - count: how many there are
    ///   - message: what is shown beside a cell, at most 255 characters
    public func offer(column: Int, rows: Int, of list: String, listColumn: Int, count: Int, message: String) throws {
        let letters = Self.letters(listColumn)
        try hold(column, rows, message) { rule in
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            try "='\(list)'!$\(letters)$2:$\(letters)$\(count + 1)".withCopy { formula in
                rule.value_formula = formula
                try apply(&rule, column, rows)
            }
        }
    }

    /// Offers a few choices; anything else is refused.
    /// - Parameter choices: together at most 255 characters
    public func offer(column: Int, rows: Int, choices: [String], message: String) throws {
        var list: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) } + [nil]
        defer { for pointer in list { free(pointer) } }
        try hold(column, rows, message) { rule in
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            try list.withUnsafeMutableBufferPointer { buffer in
                rule.value_list = buffer.baseAddress
                try apply(&rule, column, rows)
            }
        }
    }

    /// Takes dates only, from 1990 to 2099.
    public func holdToDates(column: Int, rows: Int, message: String) throws {
        try hold(column, rows, message) { rule in
            rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
            rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            rule.minimum_datetime = lxw_datetime(year: 1990, month: 1, day: 1, hour: 0, min: 0, sec: 0)
            rule.maximum_datetime = lxw_datetime(year: 2099, month: 12, day: 31, hour: 0, min: 0, sec: 0)
            try apply(&rule, column, rows)
        }
    }

    /// Takes whole numbers only.
    public func holdToWholeNumbers(column: Int, rows: Int, from lowest: Int, to highest: Int, message: String) throws {
        try hold(column, rows, message) { rule in
            rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
            rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            rule.minimum_number = Double(lowest)
            rule.maximum_number = Double(highest)
            try apply(&rule, column, rows)
        }
    }

    private func hold(_ column: Int, _ rows: Int, _ message: String, _ body: (inout lxw_data_validation) throws -> Void) throws {
        try String(message.prefix(255)).withCopy { text in
            var rule = lxw_data_validation()
            rule.input_message = text
            rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
            try body(&rule)
        }
    }

    private func apply(_ rule: inout lxw_data_validation, _ column: Int, _ rows: Int) throws {
        try check(worksheet_data_validation_range(sheet, 1, UInt16(column), UInt32(rows), UInt16(column), &rule))
    }

    /// A column's letters: 0 is A, 26 is AA.
    static func letters(_ column: Int) -> String {
        let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
        return column < 26 ? last : letters(column / 26 - 1) + last
    }
}

extension String {
    /// The text as C reads and may change it, while the body runs.
    fileprivate func withCopy<Result>(_ body: (UnsafeMutablePointer<CChar>?) throws -> Result) rethrows -> Result {
        let copy = strdup(self)
        defer { free(copy) }
        return try body(copy)
    }
}
