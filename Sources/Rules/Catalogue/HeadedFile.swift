import Vocabulary

/// An SQL file with a header of `-- word: text` lines, and the sections that follow it.
struct HeadedFile {
    /// A part of the file that begins with `-- version: 2024-25 what changed`; a file without such lines has one.
    struct Section {
        let year: String?
        let change: String
        let query: String
    }

    /// `sql/rules/ssda903/101.sql`
    let name: String
    /// `title`, `reads` …; continued lines joined by a space.
    private(set) var header: [String: String] = [:]
    private(set) var sections: [Section] = []

    init(name: String, text: String) {
        self.name = name
        var word: String?
        var inHeader = true
        var year: String?
        var change = ""
        var body = ""
        func section() -> Section {
            var query = body.trimmed
            while query.hasSuffix(";") { query = query.dropLast().trimmed }
            return Section(year: year, change: change, query: query)
        }
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map({ Substring($0) }) {
            if line.hasPrefix("-- version:") {
                if !inHeader, year != nil { sections.append(section()) }
                inHeader = false
                let rest = line.dropFirst("-- version:".count).trimmed
                let end = rest.firstIndex(of: " ") ?? rest.endIndex
                year = String(rest[..<end])
                change = rest[end...].trimmed
                body = ""
                continue
            }
            if inHeader, line.hasPrefix("--") {
                let rest = line.dropFirst(2)
                if let colon = rest.utf8.firstIndex(of: 0x3A), rest.hasPrefix(" "),
                    rest[..<colon].utf8.dropFirst().allSatisfy({ (0x61...0x7A).contains($0) }), rest[..<colon].utf8.count > 1
                {
                    let name = String(rest[..<colon].dropFirst())
                    header[name] = rest[rest.utf8.index(after: colon)...].trimmed
                    word = name
                } else if let word {
                    header[word] = ((header[word] ?? "") + " " + rest.trimmed).trimmed
                }
                continue
            }
            inHeader = false
            if line.trimmed.hasPrefix("--") { continue }
            body += line + "\n"
        }
        sections.append(section())
    }

    /// The names in a list, separated by commas or blanks.
    func names(_ word: String) -> [String] {
        (header[word] ?? "").split { $0 == "," || $0 == " " }.map(String.init)
    }
}
