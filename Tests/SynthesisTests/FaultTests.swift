import Foundation
import Testing
import Vocabulary

@testable import Synthesis

/// Each planted fault is where the list says, and nothing else differs from the clean files.
@Suite struct FaultTests {
    private struct Noted {
        let year: String
        let module: String
        let row: Int
        let child: String
        let fault: String
        let column: String
        let was: String
    }

    /// Records of a file in its own encoding, each a list of fields; a quoted line break does not end one.
    private func records(_ path: String, utf16: Bool, windows: Bool) throws -> [[String]] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let encoding: String.Encoding = utf16 ? .utf16 : windows ? .windowsCP1252 : .utf8
        let text = try #require(String(data: data, encoding: encoding))
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var quoted = false
        for character in text.unicodeScalars {
            switch character {
            case "\"": quoted.toggle()
            case _ where !quoted && (character == "," || character == "\n"):
                row.append(field)
                field = ""
                if character == "\n" {
                    rows.append(row)
                    row = []
                }
            default: field.unicodeScalars.append(character)
            }
        }
        return rows
    }

    private func noted(_ folder: String) throws -> [Noted] {
        try String(contentsOfFile: folder + "/truth/faults.csv", encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Noted(
                year: parts[0], module: parts[1], row: Int(parts[2]) ?? -1, child: parts[3], fault: parts[4], column: parts[5],
                was: parts[6])
        }
    }

    @Test func everyNotedFaultIsThere() throws {
        try withFolder { folder in
            let summary = try Synthesiser.write(SynthesisPlan(children: 400, seed: 21, mess: 0.06), to: folder)
            let faults = try noted(folder)
            #expect(faults.count == summary.faults.values.reduce(0, +))
            for kind in Fault.allCases where kind != .misspelt { #expect(summary.faults[kind.rawValue, default: 0] > 0, "\(kind)") }
            let share = Double(faults.count) / Double(summary.totalRows)
            #expect((0.04...0.08).contains(share))
            let encodings = Dictionary(
                faults.filter { $0.row == 0 }.map { ("\($0.year)/\($0.module)", $0.fault) }, uniquingKeysWith: { first, _ in first })
            for (file, list) in Dictionary(grouping: faults.filter { $0.row > 0 }, by: { "\($0.year)/\($0.module)" }) {
                let rows = try records(
                    "\(folder)/ssda903/\(file)", utf16: encodings[file] == "utf_16", windows: encodings[file] == "windows_1252")
                let columns = try #require(rows.first)
                for fault in list {
                    #expect(holds(fault, rows, columns), "\(file) row \(fault.row) \(fault.fault)")
                }
            }
        }
    }

    /// Taking the noted rows back to what they were gives the clean file.
    @Test func allElseIsClean() throws {
        try withFolder { folder in
            _ = try Synthesiser.write(SynthesisPlan(children: 150, seed: 22, mess: 0.05), to: folder + "/messy")
            _ = try Synthesiser.write(SynthesisPlan(children: 150, seed: 22), to: folder + "/clean")
            let faults = try noted(folder + "/messy").filter { $0.module == "episodes.csv" && $0.year == "2025-26" }
            var rows = try records(folder + "/messy/ssda903/2025-26/episodes.csv", utf16: false, windows: false)
            let clean = try records(folder + "/clean/ssda903/2025-26/episodes.csv", utf16: false, windows: false)
            let columns = try #require(clean.first)
            for fault in faults.reversed() {
                switch fault.fault {
                case "exact_duplicate", "conflicting_duplicate": rows.remove(at: fault.row)
                case "trailing_delimiter": rows[fault.row].removeLast()
                case "long_row": rows[fault.row].removeLast(2)
                case "short_row": rows[fault.row].append(fault.was)
                default:
                    let column = try #require(columns.firstIndex(of: fault.column))
                    rows[fault.row][column] = fault.was
                }
            }
            #expect(rows == clean)
        }
    }

    private func holds(_ fault: Noted, _ rows: [[String]], _ columns: [String]) -> Bool {
        guard fault.row < rows.count else { return false }
        let row = rows[fault.row]
        if fault.fault == "total_line" { return row.first == "Total" && fault.row == rows.count - 1 }
        guard row.first?.trimmingCharacters(in: .whitespaces) == fault.child else { return false }
        let value = columns.firstIndex(of: fault.column).flatMap { $0 < row.count ? row[$0] : nil } ?? ""
        switch fault.fault {
        case "exact_duplicate": return row == rows[fault.row - 1]
        case "conflicting_duplicate": return zip(row, rows[fault.row - 1]).filter { $0 != $1 }.count == 1 && value != fault.was
        case "trailing_delimiter": return row.count == columns.count + 1 && row.last == ""
        case "short_row": return row.count == columns.count - 1
        case "long_row": return row.count == columns.count + 2
        case "lower_case_code": return value != fault.was && value.uppercased() == fault.was
        case "stray_spaces": return value != fault.was && value.trimmingCharacters(in: .whitespaces) == fault.was
        case "quoted_newline": return value == fault.was + "\n"
        case "excel_decimal": return value == fault.was + ".0"
        case "blank_required": return value.isEmpty && !fault.was.isEmpty
        case "impossible_date": return value.hasPrefix("31/02/")
        case "two_digit_year": return value.count == 8 && value.prefix(6) == fault.was.prefix(6)
        case "iso_date": return CalendarDate(value)?.dayMonthYear == fault.was
        case "text_date": return value == "not known"
        case "overlapping_episode": return overlaps(rows[fault.row - 1], row, columns, was: fault.was)
        default: return value != fault.was && !value.isEmpty
        }
    }

    /// Same child, and the start lies before the clean one. (The row before may have a fault of its own, so its end is not read.)
    private func overlaps(_ before: [String], _ row: [String], _ columns: [String], was: String) -> Bool {
        guard before.first?.trimmingCharacters(in: .whitespaces) == row.first, let column = columns.firstIndex(of: "DECOM") else {
            return false
        }
        func day(_ text: String) -> CalendarDate? {
            let parts = text.split(separator: "/").compactMap { Int($0) }
            return parts.count == 3 ? CalendarDate(year: parts[2], month: parts[1], day: parts[0]) : nil
        }
        guard let start = day(row[column]), let clean = day(was) else { return false }
        return start < clean
    }
}
