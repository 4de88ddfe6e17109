/// Finds the tables that a query reads, by its words: names after `from`, `join` and a comma of a `from` list, without the query's own `with` names.
enum RelationNames {
    private enum Token: Equatable {
        case word(String)
        case symbol(UInt8)
    }

    /// The names of `known` that the query reads.
    static func read(by query: String, known: Set<String>) -> Set<String> {
        let tokens = tokens(of: query)
        var own = Set<String>()
        var found = Set<String>()
        for (index, token) in tokens.enumerated() {
            guard case .word(let word) = token else { continue }
            if word == "as", index > 0, index + 1 < tokens.count, ownName(before: index, tokens).map({ own.insert($0) }) != nil { continue }
            if word == "from" || word == "join" {
                if index > 0, tokens[index - 1] == .word("distinct") { continue }
                collect(tokens, from: index + 1, isList: word == "from", known: known, into: &found)
            }
        }
        return found.subtracting(own)
    }

    /// `name as (` or `name (columns) as (`, also with `materialized`.
    private static func ownName(before index: Int, _ tokens: [Token]) -> String? {
        var next = index + 1
        if tokens[next] == .word("not") { next += 1 }
        if next < tokens.count, tokens[next] == .word("materialized") { next += 1 }
        guard next < tokens.count, tokens[next] == .symbol(0x28) else { return nil }
        var before = index - 1
        if tokens[before] == .symbol(0x29) {
            while before > 0, tokens[before] != .symbol(0x28) { before -= 1 }
            before -= 1
        }
        guard before >= 0, case .word(let name) = tokens[before] else { return nil }
        return name
    }

    /// The items of a `from` list, or the one of a `join`.
    private static func collect(_ tokens: [Token], from start: Int, isList: Bool, known: Set<String>, into found: inout Set<String>) {
        var index = start
        while index < tokens.count {
            if tokens[index] == .word("lateral") || tokens[index] == .word("only") { index += 1 }
            guard index < tokens.count, case .word(let name) = tokens[index] else { return }
            let isQualified = index + 1 < tokens.count && tokens[index + 1] == .symbol(0x2E)
            if known.contains(name), !isQualified { found.insert(name) }
            guard isList else { return }
            index += 1
            // An alias, with or without "as".
            if index < tokens.count, tokens[index] == .word("as") { index += 1 }
            if index < tokens.count, case .word = tokens[index] { index += 1 }
            guard index < tokens.count, tokens[index] == .symbol(0x2C) else { return }
            index += 1
        }
    }

    /// Words in lower case and symbols; comments and quoted texts are left out.
    private static func tokens(of query: String) -> [Token] {
        var tokens: [Token] = []
        let bytes = Array(query.utf8)
        var i = 0
        while i < bytes.count {
            let byte = bytes[i]
            if byte == 0x2D, i + 1 < bytes.count, bytes[i + 1] == 0x2D {
                while i < bytes.count, bytes[i] != 0x0A { i += 1 }
            } else if byte == 0x27 {
                i += 1
                while i < bytes.count, bytes[i] != 0x27 { i += 1 }
                i += 1
            } else if isWord(byte) {
                let start = i
                while i < bytes.count, isWord(bytes[i]) { i += 1 }
                tokens.append(.word(String(decoding: bytes[start..<i], as: UTF8.self).lowercased()))
            } else {
                if byte > 0x20 { tokens.append(.symbol(byte)) }
                i += 1
            }
        }
        return tokens
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
}
