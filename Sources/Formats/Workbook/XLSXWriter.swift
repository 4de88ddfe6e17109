import CXLSXWriter
import Glibc

/// Writes an XLSX workbook, sheet after sheet and row after row, in constant memory but for comments. The file appears at its path when it is finished.
///
/// ```swift
/// let workbook = try XLSXWriter(path: "report.xlsx")
/// let sheet = try workbook.addSheet("Header")
/// try sheet.write("CHILD", row: 0, column: 0, style: .heading)
/// try workbook.finish()
/// ```
public final class XLSXWriter {
    /// How a cell looks.
    public enum Style: Int, CaseIterable, Sendable {
        case plain, title, heading, note, number, wrapped, flagged, accepted, date, moment
    }

    /// Rows that a sheet can have.
    public static let mostRows = 1_048_576
    /// Characters that a cell can have.
    public static let mostCharacters = 32_767

    private let path: String
    private let temporaryPath: String
    var workbook: UnsafeMutablePointer<lxw_workbook>?
    private let styles: [UnsafeMutablePointer<lxw_format>?]

    /// Begins a workbook.
    /// - Parameters:
    ///   - path: where it will stand; its folder must exist.
    ///   - created: the moment that the workbook says it was made, in seconds since 1970; nil: the library's own, the moment of
    ///     writing. Given it, the same cells make the same bytes.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    public init(path: String, created: Int? = nil) throws {
        self.path = path
        let slash = path.lastIndex(of: "/")
        temporaryPath = "\(slash.map { path[...$0] } ?? "").\(slash.map { path[path.index(after: $0)...] } ?? path[...]).\(getpid()).partial"
        // The library opens the file only at the end: whether it can be written is better known now.
        let descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FormatError.cannotWrite(path: path, reason: systemErrorText()) }
        close(descriptor)
        var options = lxw_workbook_options()
        options.constant_memory = 1
        options.use_zip64 = 1
        guard let workbook = workbook_new_opt(temporaryPath, &options) else {
            unlink(temporaryPath)
            throw FormatError.cannotWrite(path: path, reason: "out of memory")
        }
        self.workbook = workbook
        if let created {
            var properties = lxw_doc_properties()
            properties.created = time_t(created)
            workbook_set_properties(workbook, &properties)
        }
        styles = Style.allCases.map { style in XLSXWriter.format(style, workbook) }
    }

    private static func format(_ style: Style, _ workbook: UnsafeMutablePointer<lxw_workbook>) -> UnsafeMutablePointer<lxw_format>? {
        guard style != .plain, let format = workbook_add_format(workbook) else { return nil }
        switch style {
        case .plain: break
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 14)
        case .heading:
            format_set_bold(format)
            format_set_bg_color(format, 0xEEF2F6)
            format_set_bottom(format, 1)
        case .note:
            format_set_italic(format)
            format_set_font_color(format, 0x51606F)
        case .number: format_set_num_format(format, "#,##0")
        case .wrapped:
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        case .flagged: format_set_bg_color(format, 0xFFE08A)
        case .accepted: format_set_bg_color(format, 0xDCD5F0)
        case .date: format_set_num_format(format, "dd/mm/yyyy")
        case .moment: format_set_num_format(format, "dd/mm/yyyy hh:mm")
        }
        return format
    }

    deinit {
        guard let workbook else { return }
        // Given up: the library frees its memory only by writing.
        workbook_close(workbook)
        unlink(temporaryPath)
    }

    /// Adds a sheet; the one before is then complete.
    /// - Parameter name: at most 31 characters, without `[ ] : * ? / \`
    /// - Throws: ``FormatError/cannotWrite(path:reason:)`` for a name that cannot be.
    public func addSheet(_ name: String) throws -> Sheet {
        guard let workbook, let sheet = workbook_add_worksheet(workbook, name) else {
            throw FormatError.cannotWrite(path: path, reason: "a workbook cannot have a sheet named \(name)")
        }
        return Sheet(workbook: self, sheet: sheet)
    }

    /// Writes the file and puts it in its place.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``; nothing is then left of the file.
    public func finish() throws {
        guard let workbook else { return }
        self.workbook = nil
        let result = workbook_close(workbook)
        guard result == LXW_NO_ERROR else {
            unlink(temporaryPath)
            throw FormatError.cannotWrite(path: path, reason: String(cString: lxw_strerror(result)))
        }
        guard rename(temporaryPath, path) == 0 else {
            let reason = systemErrorText()
            unlink(temporaryPath)
            throw FormatError.cannotWrite(path: path, reason: reason)
        }
    }

    /// A sheet of the workbook. Its rows are written from the top down.
    public struct Sheet {
        let workbook: XLSXWriter
        let sheet: UnsafeMutablePointer<lxw_worksheet>

        init(workbook: XLSXWriter, sheet: UnsafeMutablePointer<lxw_worksheet>) {
            self.workbook = workbook
            self.sheet = sheet
        }

        func check(_ result: lxw_error) throws {
            if result != LXW_NO_ERROR { throw FormatError.cannotWrite(path: workbook.path, reason: String(cString: lxw_strerror(result))) }
        }

        /// Writes text, as text whatever it looks like; longer than a cell can hold, it is cut.
        public func write(_ text: String, row: Int, column: Int, style: Style = .plain) throws {
            let format = workbook.styles[style.rawValue]
            if text.isEmpty { return try check(worksheet_write_blank(sheet, UInt32(row), UInt16(column), format)) }
            // A control character is no part of XML; the library escapes those it must.
            let shown = text.utf16.count > XLSXWriter.mostCharacters ? String(text.prefix(XLSXWriter.mostCharacters / 2)) : text
            try check(worksheet_write_string(sheet, UInt32(row), UInt16(column), shown, format))
        }

        /// Writes a number.
        public func write(_ number: Int, row: Int, column: Int, style: Style = .number) throws {
            try check(worksheet_write_number(sheet, UInt32(row), UInt16(column), Double(number), workbook.styles[style.rawValue]))
        }

        /// Writes a number that need not be whole.
        public func write(_ number: Double, row: Int, column: Int, style: Style = .plain) throws {
            try check(worksheet_write_number(sheet, UInt32(row), UInt16(column), number, workbook.styles[style.rawValue]))
        }

        /// Writes a day, or a moment of it by local time, as Excel holds them: days since the end of 1899 and a fraction.
        /// - Parameters:
        ///   - daysSince2000: the day
        ///   - minute: minutes since midnight; nil for the day alone
        public func writeDate(daysSince2000: Int, minute: Int? = nil, row: Int, column: Int) throws {
            let serial = Double(36_526 + daysSince2000) + Double(minute ?? 0) / 1_440
            try write(serial, row: row, column: column, style: minute == nil ? .date : .moment)
        }

        /// Adds a comment to a cell; comments are held in memory until the workbook is finished.
        public func comment(_ text: String, row: Int, column: Int) throws {
            var options = lxw_comment_options()
            options.width = 380
            options.height = UInt16(min(400, 40 + 20 * (text.utf8.count / 50 + text.count { $0 == "\n" })))
            try check(worksheet_write_comment_opt(sheet, UInt32(row), UInt16(column), String(text.prefix(4000)), &options))
        }

        /// Sets the widths of columns, in characters.
        public func setWidths(_ widths: [Double]) throws {
            for (column, width) in widths.enumerated() { try check(worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)) }
        }

        /// Keeps rows and columns in sight while the rest moves.
        public func freeze(rows: Int, columns: Int) { worksheet_freeze_panes(sheet, UInt32(rows), UInt16(columns)) }

        /// Puts filters on the headings.
        public func addFilters(row: Int, lastRow: Int, columns: Int) throws {
            try check(worksheet_autofilter(sheet, UInt32(row), 0, UInt32(max(lastRow, row)), UInt16(columns - 1)))
        }
    }
}
