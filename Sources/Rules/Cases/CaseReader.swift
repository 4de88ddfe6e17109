import Vocabulary
import Yams

/// Reads the cases of a rule.
struct CaseReader {
    private(set) var mistakes: [String] = []

    /// The cases of a file.
    /// - Parameters:
    ///   - newest: the newest year in which the rule is active, for cases that name none
    ///   - name: the file's name, for mistakes
    mutating func cases(yaml: String, name: String, newest: CollectionYear) -> [RuleCase] {
        guard let list = (try? Yams.compose(yaml: yaml))?.sequence else {
            mistakes.append("\(name): is not a list of cases")
            return []
        }
        return list.enumerated().compactMap { index, node in
            guard let mapping = node.mapping, let sentence = mapping["it"]?.string else {
                mistakes.append("\(name): case \(index + 1) has no sentence (it: …)")
                return nil
            }
            var reader = Single(place: "\(name): \(sentence)")
            defer { mistakes += reader.mistakes }
            return reader.read(mapping, sentence, newest)
        }
    }

    /// One case.
    private struct Single {
        let place: String
        var mistakes: [String] = []

        mutating func read(_ mapping: Node.Mapping, _ sentence: String, _ newest: CollectionYear) -> RuleCase? {
            var year = newest
            var authority: String?
            var isXML = false
            var answer: String?
            var tables: [RuleCase.Table] = []
            for (key, value) in mapping {
                let text = value.string ?? ""
                switch key.string ?? "" {
                case "it", "why": break
                case "year":
                    if let given = CollectionYear(text) { year = given } else { mistakes.append("\(place): \(text) is not a collection year") }
                case "la": authority = text
                case "format":
                    if text != "xml", text != "csv" { mistakes.append("\(place): format is xml or csv") }
                    isXML = text == "xml"
                case "answer":
                    if !["could not run", "not applicable"].contains(text) { mistakes.append("\(place): answer is could not run or not applicable") }
                    answer = text
                case let name: if let table = table(name, text) { tables.append(table) }
                }
            }
            return mistakes.isEmpty ? RuleCase(sentence: sentence, year: year, authority: authority, isXML: isXML, answer: answer, tables: tables) : nil
        }

        private mutating func table(_ name: String, _ text: String) -> RuleCase.Table? {
            let known: Set<String>
            switch name {
            case "Postcodes", "Providers":
                let columns = SandboxTables.reference.first { $0.name == name.lowercased() }?.columns ?? ""
                known = Set(columns.parts(by: ",").map { $0.prefix { $0 != " " }.uppercased() })
            default:
                let module = name.hasSuffix("_earlier") ? ReturnModule.named(name.dropLast("_earlier".count)) : ModuleTable(name)?.module
                guard let module else {
                    mistakes.append("\(place): there is no table \(name)")
                    return nil
                }
                known = Set(module.columns.map(\.name)).union(module.name == "Header" ? ["UASC"] : []).union(name.hasSuffix("_earlier") ? ["COLLECTION"] : [])
            }
            let lines = text.split(separator: "\n").filter { !$0.trimmed.isEmpty }
            guard let first = lines.first else {
                mistakes.append("\(place): \(name) has no line of columns")
                return nil
            }
            let columns = values(first).compactMap { $0?.uppercased() }
            for column in columns where !known.contains(column) { mistakes.append("\(place): \(name) has no column \(column)") }
            var rows: [[String?]] = []
            var flagged = Set<Int>()
            for line in lines.dropFirst() {
                let values = values(line)
                if values.count != columns.count {
                    mistakes.append("\(place): \(name) row \(rows.count + 1) has \(values.count) values for \(columns.count) columns")
                }
                rows.append(values)
                if let mark = line.firstIndex(of: "#"), line[line.index(after: mark)...].trimmed.hasPrefix("flagged") { flagged.insert(rows.count) }
            }
            return RuleCase.Table(name: name, columns: columns, rows: rows, flagged: flagged)
        }

        /// Values separated by blanks, `-` for none, those with blanks in quotes; what follows `#` is a comment.
        private func values(_ line: Substring) -> [String?] {
            var values: [String?] = []
            var current = ""
            var quote: Character?
            var isValue = false, wasQuoted = false
            func end() {
                if isValue { values.append(current == "-" && !wasQuoted ? nil : current) }
                (current, isValue, wasQuoted) = ("", false, false)
            }
            for character in line.prefix(while: { $0 != "#" }) {
                if let open = quote {
                    if character == open { quote = nil } else { current.append(character) }
                } else if character == "\"" || character == "'" {
                    (quote, isValue, wasQuoted) = (character, true, true)
                } else if character == " " || character == "\t" {
                    end()
                } else {
                    current.append(character)
                    isValue = true
                }
            }
            end()
            return values
        }
    }
}
