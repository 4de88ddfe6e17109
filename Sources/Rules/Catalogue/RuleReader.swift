import Vocabulary

/// Makes rules and concepts of their files, and notes everything that is wrong with them.
struct RuleReader {
    let years: RuleYears
    private(set) var mistakes: [String] = []
    /// Codes of the files read, good or bad.
    private(set) var seen = Set<String>()
    private var conceptNames = Set<String>()

    private static let required = ["rule", "title", "fields", "reports", "reads", "needs", "source", "found", "fix"]
    private static let optional = ["notes", "applies"]

    /// Tables that a query may read besides the concepts.
    static let tables: Set<String> = {
        var names: Set<String> = ["children", "uploaded", "postcodes", "providers"]
        for module in ReturnModule.all { names.formUnion([module.table, module.table + "_last", module.table + "_earlier"]) }
        return names
    }()

    init(years: RuleYears) { self.years = years }

    /// Must be called before any ``rule(_:code:)``: rules read concepts.
    mutating func concepts(_ files: [HeadedFile]) -> [String: Concept] {
        var found: [String: Concept] = [:]
        conceptNames = Set(files.map(\.objectName))
        for file in files {
            for word in ["title", "purpose", "grain", "reads", "rules"] where (file.header[word] ?? "").isEmpty {
                mistakes.append("\(file.name): the header has no \(word)")
            }
            let reads = file.names("reads")
            let query = file.sections.first?.query ?? ""
            checkReads(file.name, reads, queries: [query])
            found[file.objectName] = Concept(name: file.objectName, title: file.header["title"] ?? "", reads: reads, query: query)
        }
        for name in found.keys.sorted() where reaches(name, name, found, []) { mistakes.append("the concept \(name) rests on itself") }
        return found
    }

    private func reaches(_ start: String, _ goal: String, _ concepts: [String: Concept], _ passed: Set<String>) -> Bool {
        (concepts[start]?.reads ?? []).contains { read in
            read == goal || (!passed.contains(read) && reaches(read, goal, concepts, passed.union([read])))
        }
    }

    /// The rule of a file; nil where it is too broken to be one.
    mutating func rule(_ file: HeadedFile, code: String) -> Rule? {
        let before = mistakes.count
        seen.insert(code)
        for word in RuleReader.required where (file.header[word] ?? "").isEmpty { mistakes.append("\(file.name): the header has no \(word)") }
        for word in file.header.keys.sorted() where !(RuleReader.required + RuleReader.optional).contains(word) {
            mistakes.append("\(file.name): \(word) is not a word of a rule's header")
        }
        if let named = file.header["rule"], named != code { mistakes.append("\(file.name): the header says rule \(named)") }
        let reports = file.names("reports").compactMap { name -> ModuleTable? in
            let table = ModuleTable(name)
            if table == nil { mistakes.append("\(file.name): reports: there is no module \(name)") }
            return table
        }
        let needs = needs(file)
        if let applies = file.header["applies"], applies != "xml" { mistakes.append("\(file.name): applies: expected xml or nothing, not \(applies)") }
        let versions = versions(file, code)
        let reads = file.names("reads")
        checkReads(file.name, reads, queries: versions.map(\.query))
        guard mistakes.count == before else { return nil }
        return Rule(
            code: code, title: file.header["title"] ?? "", fields: file.names("fields"), reports: reports, reads: reads, needs: needs,
            onlyXML: file.header["applies"] == "xml", source: file.header["source"] ?? "", found: file.header["found"] ?? "", fix: file.header["fix"] ?? "",
            notes: file.header["notes"], versions: versions)
    }

    private mutating func needs(_ file: HeadedFile) -> [Need] {
        let text = file.header["needs"] ?? ""
        if text == "nothing" || text == "none" || text.isEmpty { return [] }
        return text.parts(by: ",").compactMap { part in
            let need = Need(part)
            if need == nil { mistakes.append("\(file.name): needs: \(part) is neither a module nor postcodes, providers or la") }
            return need
        }
    }

    private mutating func versions(_ file: HeadedFile, _ code: String) -> [Rule.Version] {
        var found: [Rule.Version] = []
        for section in file.sections {
            guard let text = section.year else {
                mistakes.append("\(file.name): there is no line \"-- version: \(years.years.first?.description ?? "2022-23")\"")
                continue
            }
            guard let year = CollectionYear(text) else {
                mistakes.append("\(file.name): version \(text): expected a collection year such as 2026-27")
                continue
            }
            if section.query.isEmpty { mistakes.append("\(file.name): version \(year) has no query") }
            found.append(Rule.Version(year: year, change: section.change, query: section.query))
        }
        let expected = years.versions(of: code)
        if expected.isEmpty {
            mistakes.append("\(file.name): \(Catalogue.yearsFile) does not name \(code)")
        } else if found.map(\.year) != expected, found.count == file.sections.count {
            func list(_ years: [CollectionYear]) -> String { years.map(\.description).joined(separator: ", ") }
            mistakes.append("\(file.name): versions \(list(found.map(\.year))); \(Catalogue.yearsFile) says \(list(expected))")
        }
        return found
    }

    /// The header's `reads` names what the queries read, and nothing else.
    private mutating func checkReads(_ name: String, _ reads: [String], queries: [String]) {
        let known = RuleReader.tables.union(conceptNames)
        for read in reads where !known.contains(read) { mistakes.append("\(name): reads: there is no table or concept \(read)") }
        let used = queries.reduce(into: Set<String>()) { $0.formUnion(RelationNames.read(by: $1, known: known)) }
        for read in Set(reads).subtracting(used).intersection(known).sorted() { mistakes.append("\(name): reads names \(read), which no query reads") }
        for read in used.subtracting(reads).sorted() { mistakes.append("\(name): a query reads \(read), which reads does not name") }
    }
}

extension HeadedFile {
    /// The file's name without folder and ending.
    var objectName: String {
        let last = name.utf8.lastIndex(of: 0x2F).map { name[name.utf8.index(after: $0)...] } ?? name[...]
        return String(last.dropLast(4))
    }
}
