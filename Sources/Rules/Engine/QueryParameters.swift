import Vocabulary

/// What a rule's query asks of the call: `:year_start`, `:year_end`, `:year` and `:la`.
public struct QueryParameters: Sendable, Hashable {
    /// The collection year.
    public let year: CollectionYear
    /// The nine-character code of the returning authority; nil where it is not known.
    public let authority: String?

    /// The parameters of a year and an authority.
    public init(year: CollectionYear, authority: String?) {
        self.year = year
        self.authority = authority
    }

    /// A query with its parameters written in place.
    func fill(_ query: String) -> String {
        let bytes = Array(query.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 64)
        var i = 0
        while i < bytes.count {
            let isParameter = bytes[i] == 0x3A && (i == 0 || bytes[i - 1] != 0x3A)
            guard isParameter else {
                out.append(bytes[i])
                i += 1
                continue
            }
            var end = i + 1
            while end < bytes.count, (0x61...0x7A).contains(bytes[end]) || bytes[end] == 0x5F { end += 1 }
            if let value = value(of: String(decoding: bytes[i + 1..<end], as: UTF8.self)) {
                out += Array(value.utf8)
            } else {
                out += bytes[i..<end]
            }
            i = end
        }
        return String(decoding: out, as: UTF8.self)
    }

    private func value(of name: String) -> String? {
        switch name {
        case "year_start": return "date '\(year.start)'"
        case "year_end": return "date '\(year.end)'"
        case "year": return String(year.startYear + 1)
        case "la": return authority.map(\.sqlLiteral) ?? "null::text"
        default: return nil
        }
    }
}
