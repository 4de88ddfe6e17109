import Formats
import Vocabulary
import Yams

/// Reads one contract, and notes every mistake.
struct ContractParser {
    let place: String
    let codeSets: [String: CodeSet]
    var mistakes: [String] = []

    mutating func fault(_ path: String, _ text: String) { mistakes.append("\(place): \(path): \(text)") }

    mutating func contract(_ yaml: String) -> Contract? {
        let root: Node.Mapping
        do {
            guard let node = try Yams.compose(yaml: yaml), let mapping = node.mapping else {
                fault("file", "is not a mapping of names to values")
                return nil
            }
            root = mapping
        } catch {
            fault("file", "is not YAML: \(error)")
            return nil
        }
        refuseUnknown(
            root, path: "",
            known: [
                "dataset", "family", "module", "title", "purpose", "files", "years", "sheet", "xml", "snapshot_of", "columns_mode", "dates", "key",
                "person", "touches", "population", "national", "as_at", "wait", "precedence", "guard", "fresh", "due", "ignore", "columns",
            ])
        let dataset = string(root, "dataset", "") ?? ""
        if dataset.split(separator: "/").count != 2 { fault("dataset", "expected agency/name") }
        let columns = self.columns(root["columns"])
        let names = Set(columns.map(\.name))
        let key = strings(root["key"], "key")
        if key.isEmpty { fault("key", "names no column") }
        for name in key where !names.contains(name) { fault("key", "\(name) is not a column") }
        if Set(key).count < key.count { fault("key", "names a column twice") }
        refuseSharedSpellings(columns)
        for column in columns where key.contains(column.name) && !column.required && !column.blankInKey && column.role == nil {
            fault("columns.\(column.name)", "is part of the key and must be required, or blank_in_key: true where a blank is a value of its own")
        }
        for column in columns where column.blankInKey && (!key.contains(column.name) || column.required) {
            fault("columns.\(column.name).blank_in_key", "is for a column of the key that is not required")
        }
        let subject = self.subject(root, agency: dataset.split(separator: "/").first.map(String.init) ?? "", names)
        if case .spine(let id) = subject, key.first != id { fault("key", "must begin with the person's column \(id)") }
        let snapshot = self.snapshot(root["snapshot_of"])
        if case .window(let column, _) = snapshot {
            if !key.contains(column) {
                fault("snapshot_of.window.column", "\(column) must be part of the key, so that a record cannot leave the window")
            }
            if let found = columns.first(where: { $0.name == column }), found.type != .date, found.type != .datetime {
                fault("snapshot_of.window.column", "\(column) must be a date or a datetime")
            }
        }
        let exact = root["columns_mode"]?.string ?? "open"
        if !["exact", "open"].contains(exact) { fault("columns_mode", "expected exact or open") }
        let dates = root["dates"]?.string ?? Contract.DateForm.people.rawValue
        if Contract.DateForm(rawValue: dates) == nil {
            fault("dates", "expected \(Contract.DateForm.allCases.map(\.rawValue).joined(separator: " or "))")
        }
        if let due = root["due"], due.string.flatMap({ Schedule($0) }) == nil { fault("due", "expected \(Schedule.expected)") }
        checkPaths(columns, record: root["xml"]?.string)
        let touches = self.touches(root["touches"], names)
        if subject != .none, !touches.isEmpty { fault("touches", "is for records that are about no child (person: none)") }
        return Contract(
            dataset: dataset, family: root["family"]?.string ?? dataset, module: root["module"]?.string,
            title: string(root, "title", "") ?? "", files: strings(root["files"], "files"), years: years(root["years"], "years"),
            snapshot: snapshot, columnsAreExact: exact == "exact", dates: Contract.DateForm(rawValue: dates) ?? .people, key: key, subject: subject, touches: touches,
            population: population(root["population"], columns), isNational: truth(root, "national", "") ?? false,
            asAt: asAt(root["as_at"], columns), waitDays: days(root["wait"], "wait"),
            sheets: root["sheet"]?.string.map { [$0] } ?? strings(root["sheet"], "sheet"),
            xmlRecord: root["xml"]?.string, ignoredColumns: strings(root["ignore"], "ignore"),
            precedence: integer(root, "precedence", "") ?? 100, guardLimit: guardLimit(root["guard"]), freshness: freshness(root["fresh"]),
            due: root["due"]?.string, columns: columns)
    }

    /// Paths are for records of XML, and must lead to somewhere in the document.
    private mutating func checkPaths(_ columns: [Contract.Column], record: String?) {
        for column in columns {
            guard let record else {
                if column.path != nil { fault("columns.\(column.name).path", "is for XML, and the contract names no element (xml:)") }
                continue
            }
            if !XMLRecordReader.canFollow(column.path ?? column.name, from: record) {
                fault("columns.\(column.name).path", "cannot be followed from \(record)")
            }
        }
    }

    private mutating func snapshot(_ node: Node?) -> Contract.Snapshot {
        guard let node else { return .delta }
        guard let mapping = node.mapping else {
            fault("snapshot_of", "expected { authority: true }, with collection_year: true or window: { column: …, months: 24 }")
            return .delta
        }
        refuseUnknown(mapping, path: "snapshot_of.", known: ["authority", "collection_year", "window"])
        if truth(mapping, "authority", "snapshot_of.") != true {
            fault("snapshot_of.authority", "expected true: a snapshot is at most all that one authority holds")
        }
        if let window = self.mapping(mapping["window"], "snapshot_of.window", "expected { column: …, months: 24 }") {
            refuseUnknown(window, path: "snapshot_of.window.", known: ["column", "months"])
            let column = string(window, "column", "snapshot_of.window.") ?? ""
            guard let months = integer(window, "months", "snapshot_of.window."), months > 0 else {
                fault("snapshot_of.window.months", "expected a number of months")
                return .authority
            }
            return .window(column: column, months: months)
        }
        return truth(mapping, "collection_year", "snapshot_of.") == true ? .collectionYear : .authority
    }

    private mutating func guardLimit(_ node: Node?) -> Contract.Guard {
        guard let mapping = mapping(node, "guard", "expected { retire_at_most: 20%, floor: 10 }") else {
            return Contract.Guard(share: 0.2, floor: 10)
        }
        refuseUnknown(mapping, path: "guard.", known: ["retire_at_most", "floor"])
        let text = mapping["retire_at_most"]?.string ?? "20%"
        guard text.hasSuffix("%"), let percent = Double(text.dropLast()), (0...100).contains(percent) else {
            fault("guard.retire_at_most", "expected a percentage such as 20%")
            return Contract.Guard(share: 0.2, floor: 10)
        }
        return Contract.Guard(share: percent / 100, floor: integer(mapping, "floor", "guard.") ?? 10)
    }

    private mutating func freshness(_ node: Node?) -> Contract.Freshness {
        guard let mapping = mapping(node, "fresh", "expected { warn: 40 days, stop: 100 days }") else {
            return Contract.Freshness(warnDays: 40, stopDays: 100)
        }
        refuseUnknown(mapping, path: "fresh.", known: ["warn", "stop"])
        guard let warn = ContractParser.days(mapping["warn"]), let stop = ContractParser.days(mapping["stop"]), warn <= stop else {
            fault("fresh", "expected { warn: 40 days, stop: 100 days } with warn not after stop")
            return Contract.Freshness(warnDays: 40, stopDays: 100)
        }
        return Contract.Freshness(warnDays: warn, stopDays: stop)
    }

    /// Columns that every landing or source table has beside those of its contract (sql/load/source_table.sql), and those the loader reads by.
    private static let taken: Set<String> = [
        "assertion_id", "load_id", "as_at", "authority", "occurrence", "absent", "holds", "content_hash", "file_row", "scope", "business_key",
        "subject", "subject_says", "unusable", "raw", "row_no", "duplicate", "person_key",
    ]

    private mutating func columns(_ node: Node?) -> [Contract.Column] {
        guard let mapping = node?.mapping, !mapping.isEmpty else {
            fault("columns", "names no column")
            return []
        }
        var columns: [Contract.Column] = []
        for (nameNode, definition) in mapping {
            let name = nameNode.string ?? "?"
            let path = "columns.\(name)"
            if ContractParser.taken.contains(name.lowercased()) {
                fault(path, "is a name the warehouse uses itself: give it another, and this spelling as an alias")
            }
            guard let fields = definition.mapping else {
                fault(path, "expected { type: … }")
                continue
            }
            refuseUnknown(
                fields, path: path + ".",
                known: [
                    "type", "required", "role", "codes", "aliases", "privacy", "years", "max_length", "min", "max", "blank", "blank_in_key", "path", "title",
                ])
            var privacy = Contract.Privacy.personal
            if let text = fields["privacy"]?.string {
                if let known = Contract.Privacy(rawValue: text) {
                    privacy = known
                } else {
                    fault(path + ".privacy", "expected identifier, personal, special or none")
                }
            }
            var role: Contract.Role?
            if let text = fields["role"]?.string {
                role = Contract.Role(rawValue: text)
                if role == nil { fault(path + ".role", "expected start or end") }
            }
            columns.append(
                Contract.Column(
                    name: name, title: fields["title"]?.string ?? "", type: type(fields, path),
                    required: truth(fields, "required", path + ".") ?? false, blankInKey: truth(fields, "blank_in_key", path + ".") ?? false,
                    role: role, aliases: strings(fields["aliases"], path + ".aliases"), privacy: privacy,
                    years: years(fields["years"], path + ".years"), maximumLength: integer(fields, "max_length", path + "."),
                    path: fields["path"]?.string))
        }
        return columns
    }

    private mutating func type(_ fields: Node.Mapping, _ path: String) -> Contract.ColumnType {
        switch fields["type"]?.string {
        case "text": return .text
        case "date": return .date
        case "partial_date": return .partialDate
        case "integer":
            let minimum = integer(fields, "min", path + "."), maximum = integer(fields, "max", path + ".")
            if let minimum, let maximum, minimum > maximum { fault(path + ".min", "is more than max") }
            return .integer(minimum: minimum, maximum: maximum)
        case "datetime": return .datetime
        case "number":
            let minimum = decimal(fields, "min", path + "."), maximum = decimal(fields, "max", path + ".")
            if let minimum, let maximum, minimum > maximum { fault(path + ".min", "is more than max") }
            return .number(minimum: minimum, maximum: maximum)
        case "boolean": return .boolean(blank: truth(fields, "blank", path + "."))
        case "nhs_number": return .nhsNumber
        case "postcode": return .postcode
        case "upn": return .upn
        case "urn": return .urn
        case "code":
            guard let set = fields["codes"]?.string else {
                fault(path, "a code needs codes: the name of its list")
                return .text
            }
            if codeSets[set] == nil { fault(path + ".codes", "there is no config/codes/\(set).csv") }
            return .code(set: set)
        default:
            fault(path + ".type", "expected text, date, datetime, partial_date, code, integer, number, boolean, nhs_number, postcode, upn or urn")
            return .text
        }
    }

    private mutating func years(_ node: Node?, _ path: String) -> YearSpan {
        guard let mapping = mapping(node, path, "expected { from: 2017-18, to: 2026-27 }, or one of the two") else { return .all }
        refuseUnknown(mapping, path: path + ".", known: ["from", "to"])
        var bounds: [String: CollectionYear] = [:]
        for side in ["from", "to"] {
            guard let text = mapping[side]?.string else { continue }
            bounds[side] = CollectionYear(text)
            if bounds[side] == nil { fault("\(path).\(side)", "expected a collection year such as 2026-27") }
        }
        if let from = bounds["from"], let to = bounds["to"], from > to { fault(path, "from is later than to") }
        return YearSpan(from: bounds["from"], to: bounds["to"])
    }

    /// A header that two columns of one year claim could not be placed.
    private mutating func refuseSharedSpellings(_ columns: [Contract.Column]) {
        for (index, column) in columns.enumerated() {
            let spellings = Set(([column.name] + column.aliases).map(HeaderMatch.folded))
            for other in columns[..<index] where other.years.overlaps(column.years) {
                for spelling in [other.name] + other.aliases where spellings.contains(HeaderMatch.folded(spelling)) {
                    fault("columns.\(column.name)", "shares the header \(spelling) with \(other.name)")
                }
            }
        }
    }

    /// A mapping, nil where there is nothing; anything else is a mistake.
    private mutating func mapping(_ node: Node?, _ path: String, _ expected: String) -> Node.Mapping? {
        guard let node else { return nil }
        if node.mapping == nil { fault(path, expected) }
        return node.mapping
    }

    private mutating func integer(_ mapping: Node.Mapping, _ key: String, _ prefix: String) -> Int? {
        guard let node = mapping[key] else { return nil }
        if node.int == nil { fault(prefix + key, "expected a whole number") }
        return node.int
    }

    private mutating func decimal(_ mapping: Node.Mapping, _ key: String, _ prefix: String) -> Double? {
        guard let node = mapping[key] else { return nil }
        let value = node.float ?? node.int.map(Double.init)
        if value == nil { fault(prefix + key, "expected a number") }
        return value
    }

    /// `35 days`, as a number of days.
    private static func days(_ node: Node?) -> Int? {
        let parts = node?.string?.split(separator: " ") ?? []
        return parts.count == 2 && parts[1].hasPrefix("day") ? Int(parts[0]) : nil
    }

    private mutating func days(_ node: Node?, _ path: String) -> Int? {
        guard let node else { return nil }
        let days = ContractParser.days(node)
        if days == nil { fault(path, "expected a number of days such as 365 days") }
        return days
    }

    private mutating func truth(_ mapping: Node.Mapping, _ key: String, _ prefix: String) -> Bool? {
        guard let node = mapping[key] else { return nil }
        if node.bool == nil { fault(prefix + key, "expected true or false") }
        return node.bool
    }

    private mutating func string(_ mapping: Node.Mapping, _ key: String, _ prefix: String) -> String? {
        guard let text = mapping[key]?.string, !text.isEmpty else {
            fault(prefix + key, "is missing")
            return nil
        }
        return text
    }

    private mutating func strings(_ node: Node?, _ path: String) -> [String] {
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            fault(path, "expected a list")
            return []
        }
        return sequence.compactMap(\.string)
    }

    mutating func refuseUnknown(_ mapping: Node.Mapping, path: String, known: Set<String>) {
        for (node, _) in mapping {
            let name = node.string ?? "?"
            if !known.contains(name) { fault(path + name, "is not a word of a contract") }
        }
    }
}
