import Foundation

/// The modules of the return and their columns, written down once more so that the tests do not lean on the contracts.
enum Module: String, CaseIterable {
    case header, episodes, uasc, reviews, oc2, oc3, ad1, placed_for_adoption, previous_permanence, missing, sw_episodes

    var columns: [String] {
        let text: String
        switch self {
        case .header: text = "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB"
        case .episodes: text = "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN"
        case .uasc: text = "CHILD SEX DOB DUC"
        case .reviews: text = "CHILD DOB REVIEW REVIEW_CODE"
        case .oc2:
            text =
                "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED"
        case .oc3: text = "CHILD DOB IN_TOUCH ACTIV ACCOM"
        case .ad1: text = "CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR"
        case .placed_for_adoption: text = "CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED"
        case .previous_permanence: text = "CHILD DOB PREV_PERM LA_PERM DATE_PERM"
        case .missing: text = "CHILD DOB MISSING MIS_START MIS_END"
        case .sw_episodes: text = "CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON"
        }
        return text.split(separator: " ").map(String.init)
    }

    /// The table's name after `source.`.
    var table: String { "ssda903_" + rawValue }
}

/// A module's file: tables in.
struct Extract: Equatable {
    var module: Module
    var rows: [[String]] = []

    init(_ module: Module, _ rows: [[String]] = []) {
        self.module = module
        self.rows = rows
    }

    /// Rows written as texts between commas, blank fields at the end left out.
    init(_ module: Module, lines: String...) {
        self.module = module
        rows = lines.map { line in
            let fields = line.components(separatedBy: ",")
            return fields + Array(repeating: "", count: max(0, module.columns.count - fields.count))
        }
    }

    var text: String { Extract.csv([module.columns] + rows) }

    static func csv(_ rows: [[String]], lineEnd: String = "\r\n") -> String {
        rows.map { row in
            row.map { field in
                field.contains { ",\"\r\n".contains($0) } ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
            }.joined(separator: ",") + lineEnd
        }.joined()
    }

    /// Writes the files into a folder, which is made.
    /// - Returns: the folder.
    @discardableResult
    static func write(_ extracts: [Extract], to folder: String) throws -> String {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for extract in extracts { try Data(extract.text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(extract.module.rawValue).csv")) }
        return folder
    }

    /// A return of so many children of 2021-22 with an open episode and a review each.
    static func small(children: Int, from first: Int = 1) -> [Extract] {
        let ids = (first..<(first + children)).map { String(100_000 + $0) }
        return [
            Extract(.header, ids.map { [$0, "1", "02/03/2010", "WBRI", "", "", ""] }),
            Extract(.episodes, ids.map { [$0, "01/05/2021", "S", "C2", "N1", "U1", "PR1", "", "", "", "AB1 2CD", "AB1 3CD", "SC123456"] }),
            Extract(.reviews, ids.map { [$0, "02/03/2010", "10/09/2021", "PN1"] }),
        ]
    }
}

/// A table that came out: CSV text read simply.
struct CSVTable {
    let header: [String]
    let rows: [[String]]

    init(path: String) throws {
        let lines = CSVTable.read(try String(contentsOfFile: path, encoding: .utf8))
        header = lines.first ?? []
        rows = Array(lines.dropFirst())
    }

    /// RFC 4180, character by character.
    static func read(_ text: String) -> [[String]] {
        var lines: [[String]] = []
        var fields: [String] = []
        var field = ""
        var quoted = false
        var characters = Array(text.unicodeScalars)[...]
        while let character = characters.popFirst() {
            switch character {
            case "\"" where quoted && characters.first == "\"":
                field += "\""
                characters.removeFirst()
            case "\"": quoted.toggle()
            case _ where quoted: field.unicodeScalars.append(character)
            case ",":
                fields.append(field)
                field = ""
            case "\r": break
            case "\n":
                lines.append(fields + [field])
                fields = []
                field = ""
            default: field.unicodeScalars.append(character)
            }
        }
        if !fields.isEmpty || !field.isEmpty { lines.append(fields + [field]) }
        return lines
    }
}

/// A multiset.
func counted<T: Hashable>(_ items: some Sequence<T>) -> [T: Int] {
    items.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}
