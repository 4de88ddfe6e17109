import Yams

extension ContractParser {
    /// Whom a record is about: `person:`.
    mutating func subject(_ root: Node.Mapping, agency: String, _ names: Set<String>) -> Contract.Subject {
        if root["person"]?.string == "none" { return .none }
        guard let person = root["person"]?.mapping else {
            fault("person", "expected local_id: the column that says which child; or nhs_number, upn, date_of_birth …; or none")
            return .none
        }
        let words = ["local_id", "nhs_number", "upn", "former_upn", "reference", "date_of_birth", "forename", "surname"]
        refuseUnknown(person, path: "person.", known: Set(words))
        for word in words {
            if let column = person[word]?.string, !names.contains(column) { fault("person.\(word)", "\(column) is not a column") }
        }
        if agency == "social-care", let id = person["local_id"]?.string { return .spine(localID: id) }
        let columns = Contract.PersonColumns(
            localID: person["local_id"]?.string, nhsNumber: person["nhs_number"]?.string, upn: person["upn"]?.string,
            formerUPN: person["former_upn"]?.string, reference: person["reference"]?.string, dateOfBirth: person["date_of_birth"]?.string,
            forename: person["forename"]?.string, surname: person["surname"]?.string)
        let identified = [columns.localID, columns.nhsNumber, columns.upn, columns.formerUPN, columns.reference].contains { $0 != nil }
        if !identified, columns.dateOfBirth == nil || columns.surname == nil {
            fault("person", "names neither an identifier nor date_of_birth and surname: nobody could be found by it")
        }
        if columns.localID == nil, identified, columns.dateOfBirth == nil, columns.surname == nil {
            fault("person", "an identifier of another system ties only where date_of_birth or the names agree: name their columns")
        }
        return .person(columns)
    }

    /// Whose star rows a record changes that is about no child: `touches:`.
    mutating func touches(_ node: Node?, _ names: Set<String>) -> [Contract.Touch] {
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            fault("touches", "expected a list of { dataset: agency/name, on: { my_column: their_column } }")
            return []
        }
        var touches: [Contract.Touch] = []
        for item in sequence {
            guard let mapping = item.mapping, let dataset = mapping["dataset"]?.string, let on = mapping["on"]?.mapping, !on.isEmpty else {
                fault("touches", "expected { dataset: agency/name, on: { my_column: their_column } }")
                continue
            }
            refuseUnknown(mapping, path: "touches.", known: ["dataset", "on"])
            var pairs: [Contract.Touch.Pair] = []
            for (mine, theirs) in on {
                let pair = Contract.Touch.Pair(mine: mine.string ?? "", theirs: theirs.string ?? "")
                if !names.contains(pair.mine) { fault("touches.on", "\(pair.mine) is not a column") }
                pairs.append(pair)
            }
            touches.append(Contract.Touch(dataset: dataset, columns: pairs))
        }
        return touches
    }

    /// The column that says whose record it is: `population: { column: own }`.
    mutating func population(_ node: Node?, _ columns: [Contract.Column]) -> String? {
        guard let node else { return nil }
        guard let mapping = node.mapping, mapping.count == 1, let (column, meaning) = mapping.first.map({ ($0.key.string ?? "", $0.value.string) }),
            meaning == "own"
        else {
            fault("population", "expected { responsible_authority: own }")
            return nil
        }
        guard let found = columns.first(where: { $0.name == column }) else {
            fault("population", "\(column) is not a column")
            return nil
        }
        if found.type != .code(set: CodeSet.authorities) {
            fault("population", "\(column) must be { type: code, codes: \(CodeSet.authorities) }: it names an authority by number, ONS code or name")
        }
        return column
    }

    /// Where the as-at day comes from: `as_at: { column: … }` or `as_at: received`.
    mutating func asAt(_ node: Node?, _ columns: [Contract.Column]) -> Contract.AsAtSource? {
        guard let node else { return nil }
        if node.string == "received" { return .received }
        guard let column = node.mapping?["column"]?.string else {
            fault("as_at", "expected received, or { column: … }")
            return nil
        }
        // It need not be kept: a column that is the same in every row of a file would make every record a changed one with each file.
        if let found = columns.first(where: { $0.name == column }), found.type != .date, found.type != .datetime {
            fault("as_at.column", "\(column) is not a column of type date")
        }
        return .column(column)
    }

    /// What the contracts say of one another: datasets whose names are one table, links to datasets and columns that are not there.
    static func mistakes(between contracts: [Contract]) -> [String] {
        var mistakes: [String] = []
        var tables: [String: String] = [:]
        for contract in contracts {
            if let other = tables.updateValue(contract.dataset, forKey: contract.table) {
                mistakes.append("etl/\(contract.dataset).yaml: dataset: \(other) has the same name: the two would share a table")
            }
        }
        let known = Dictionary(contracts.map { ($0.dataset, $0) }, uniquingKeysWith: { first, _ in first })
        for contract in contracts {
            for touch in contract.touches {
                guard let other = known[touch.dataset] else {
                    mistakes.append("etl/\(contract.dataset).yaml: touches: there is no dataset \(touch.dataset)")
                    continue
                }
                for pair in touch.columns where !other.columns.contains(where: { $0.name == pair.theirs }) {
                    mistakes.append("etl/\(contract.dataset).yaml: touches: \(pair.theirs) is not a column of \(touch.dataset)")
                }
            }
        }
        return mistakes
    }
}
