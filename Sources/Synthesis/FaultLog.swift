import Vocabulary

/// The record of what was planted, `truth/faults.csv`.
final class FaultLog {
    private let file: EncodedFile
    private(set) var counts: [String: Int] = [:]

    init(path: String) throws {
        file = try EncodedFile(path: path)
        try file.write("year,module,row,child,fault,column,was\n")
    }

    /// - Parameters:
    ///   - row: data row, counted from 1; 0 for the file as a whole
    ///   - column: the column at fault; blank where it is the row
    ///   - was: what a clean file would say there
    func note(year: CollectionYear, module: Module, row: Int, child: Int?, fault: Fault, column: String = "", was: String = "") throws {
        try note(year: year.description, module: module.fileName, row: row, child: child, fault: fault, column: column, was: was)
    }

    /// As above; for another agency's table the year is blank and `module` is agency and table.
    func note(year: String, module: String, row: Int, child: Int?, fault: Fault, column: String = "", was: String = "") throws {
        counts[fault.rawValue, default: 0] += 1
        let who = child.map(String.init) ?? ""
        try file.write("\(year),\(Self.quoted(module)),\(row),\(who),\(fault.rawValue),\(Self.quoted(column)),\(Self.quoted(was))\n")
    }

    private static func quoted(_ text: String) -> String {
        text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }

    func close() throws { try file.close() }
}

/// The faults that real extracts have.
enum Fault: String, CaseIterable, Sendable {
    case spelledOut = "spelled_out_code"
    case lowerCase = "lower_case_code"
    case straySpaces = "stray_spaces"
    case impossibleDate = "impossible_date"
    case twoDigitYear = "two_digit_year"
    case isoDate = "iso_date"
    case textDate = "text_date"
    case duplicate = "exact_duplicate"
    case conflict = "conflicting_duplicate"
    case blankRequired = "blank_required"
    case overlap = "overlapping_episode"
    case withdrawnCode = "withdrawn_code"
    case trailingDelimiter = "trailing_delimiter"
    case shortRow = "short_row"
    case longRow = "long_row"
    case quotedNewline = "quoted_newline"
    case decimal = "excel_decimal"
    /// Feeds of other agencies only: two letters of a code or of its words changed over.
    case misspelt = "misspelt_code"
    /// Faults of a whole file.
    case totalLine = "total_line"
    case windows1252 = "windows_1252"
    case utf16 = "utf_16"

    /// Those that strike a row, with how often they do compared with one another.
    static let ofRows = Weighted<Fault>(
        (.spelledOut, 14), (.lowerCase, 9), (.straySpaces, 9), (.impossibleDate, 5), (.twoDigitYear, 6), (.isoDate, 8), (.textDate, 5),
        (.duplicate, 8), (.conflict, 6), (.blankRequired, 7), (.overlap, 20), (.withdrawnCode, 6), (.trailingDelimiter, 4),
        (.shortRow, 2), (.longRow, 2), (.quotedNewline, 3), (.decimal, 5))
}

extension Module {
    /// With mess, one file of the newest year comes in Windows-1252 (with a no-break space in it) and one in UTF-16.
    var messyEncoding: EncodedFile.Encoding {
        switch self {
        case .previousPermanence: return .windows1252
        case .missing: return .utf16
        default: return .utf8
        }
    }

    /// Two values between which a conflicting duplicate differs, in a column outside the module's key.
    var conflict: (column: String, values: [String]) {
        switch self {
        case .header: return ("ETHNIC", ["WBRI", "MOTH"])
        case .episodes: return ("CIN", ["N1", "N5"])
        case .uasc: return ("DUC", ["31/12/2030", ""])
        case .reviews: return ("REVIEW_CODE", ["PN1", "PN6"])
        case .oc2: return ("TEETH_CHECK", ["0", "1"])
        case .oc3: return ("ACCOM", ["U1", "D1"])
        case .ad1: return ("FOSTER_CARE", ["0", "1"])
        case .placedForAdoption: return ("DOB", ["01/06/2019", "01/07/2020"])
        case .previousPermanence: return ("PREV_PERM", ["Z1", "P4"])
        case .missing: return ("MIS_END", ["", "31/03/2018"])
        case .workers: return ("SW_REASON", ["LEFTRL", "TSPROC"])
        case .liberty: return ("DOLO_END", ["", "31/03/2027"])
        }
    }
}

/// How people write codes, and codes that are no longer in force.
enum Misspelling {
    /// Words used instead of the code in a column, or nil where none are known.
    static func words(column: String, code: String) -> String? {
        switch (column, code) {
        case ("SEX", "M"), ("SEX", "1"): return "Male"
        case ("SEX", "F"), ("SEX", "2"): return "Female"
        case ("ETHNIC", "WBRI"): return "White British"
        case ("ETHNIC", "MWBC"): return "White and Black Caribbean"
        case ("ETHNIC", "APKN"): return "Pakistani"
        case ("ETHNIC", "BAFR"): return "Black African"
        case ("LS", "C1"): return "Interim care order"
        case ("LS", "C2"): return "Full care order"
        case ("LS", "E1"): return "Placement order"
        case ("LS", "V2"): return "Section 20"
        case ("CIN", "N1"): return "Abuse or neglect"
        case ("CIN", "N5"): return "Family dysfunction"
        case ("PLACE", "K2"): return "Children's home"
        case ("PLACE", "P1"): return "Placed with parents"
        case ("PLACE", "U6"), ("PLACE", "U4"): return "Foster placement"
        case ("PLACE_PROVIDER", "PR1"): return "Own provision"
        case ("PLACE_PROVIDER", "PR4"): return "Private"
        case ("RNE", "S"): return "Started to be looked after"
        case ("RNE", "P"): return "Change of placement"
        case ("REC", "X1"): return "Episode ceases"
        case ("REVIEW_CODE", "PN1"): return "Attended and spoke for self"
        case ("REVIEW_CODE", "PN0"): return "Under 4"
        case ("IN_TOUCH", "YES"): return "In touch"
        case ("MISSING", "M"): return "Missing"
        case ("MISSING", "A"): return "Away"
        default: return nil
        }
    }

    /// A code that was withdrawn before the year, in place of the one in force; nil where there is none.
    static func withdrawn(column: String, code: String, year: CollectionYear) -> String? {
        switch (column, code) {
        case ("PLACE", "K3"): return "H5"
        case ("PLACE", let code) where code.hasPrefix("Z1") && year.startYear >= 2025: return "Z1"
        case ("PLACE", "U4"), ("PLACE", "U6"): return "F2"
        case ("SEX", "M") where year.startYear >= 2024: return "1"
        case ("SEX", "F") where year.startYear >= 2024: return "2"
        case ("REC", "E45") where year.startYear >= 2018: return "E43"
        case ("REC", "E47") where year.startYear >= 2018: return "E44"
        case ("REC", "E4A"): return "E4"
        case ("ACTIV", "F5") where year.startYear >= 2021: return "F3"
        case ("ACTIV", "P5") where year.startYear >= 2021: return "P3"
        default: return nil
        }
    }
}
