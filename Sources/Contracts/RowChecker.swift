import CXXHash
import Formats
import Vocabulary

/// A contract compiled for one year and one file's header: reads a row's texts into typed values.
public struct RowChecker {
    private struct Compiled {
        let name: String
        let type: Contract.ColumnType
        let required: Bool
        let role: Contract.Role?
        let maximumLength: Int
        let place: Int
        let codes: CodeTable?
    }

    /// The columns of the year, in order.
    public let columns: [Contract.Column]
    private let compiled: [Compiled]
    private let keyPlaces: [Int]
    private let header: [String]
    private var hashed: [UInt8] = []
    private var reasonsUnusable: [String] = []
    /// Spellings that no list knows, by column: how many rows. At most 1,000 spellings a column are told apart.
    public private(set) var unknownCodes: [String: [String: Int]] = [:]
    /// Optional values that could not be read, by column: the text is kept beside an empty value.
    public private(set) var unreadable: [String: Int] = [:]

    /// - Parameters:
    ///   - match: a match that fits
    ///   - header: the file's header line
    ///   - year: the collection year declared; decides which codes are valid
    ///   - codeSets: the lists the contract names
    public init(match: HeaderMatch, header: [String], year: CollectionYear?, codeSets: [String: CodeSet]) {
        let columns = match.contract.columns(in: year)
        self.columns = columns
        self.header = header
        compiled = zip(columns, match.places).map { column, place in
            var table: CodeTable?
            if case .code(let set) = column.type, let codes = codeSets[set] { table = CodeTable(codes, year: year) }
            return Compiled(
                name: column.name, type: column.type, required: column.required, role: column.role,
                maximumLength: column.maximumLength ?? .max, place: place ?? -1, codes: table)
        }
        keyPlaces = match.contract.key.compactMap { key in columns.firstIndex { $0.name == key } }
    }

    /// Checks one row.
    public mutating func check(_ row: borrowing FieldRow, into out: inout CheckedRow) -> CheckedRow.Verdict {
        out.number = row.number
        out.cells.removeAll(keepingCapacity: true)
        out.text.removeAll(keepingCapacity: true)
        out.key.removeAll(keepingCapacity: true)
        out.raw.removeAll(keepingCapacity: true)
        out.column = nil
        if row.isFooter { return .ignored }
        if row.containsNUL { return setAside(&out, nil, "contains a NUL byte") }
        if !row.isValidUTF8 { return setAside(&out, nil, "holds bytes that are no characters in the file's encoding") }
        if row.count != header.count {
            return setAside(&out, nil, "has \(row.count) field\(row.count == 1 ? "" : "s") where the header has \(header.count)")
        }
        hashed.removeAll(keepingCapacity: true)
        reasonsUnusable.removeAll(keepingCapacity: true)
        var verdict = CheckedRow.Verdict.good
        for index in compiled.indices {
            let outcome = cell(index, row, &out)
            if outcome == .quarantine { return .quarantine }
            if outcome == .unusable { verdict = .unusable }
        }
        hashed.withUnsafeBytes { bytes in
            let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
            out.contentHash = (hash.high64, hash.low64)
        }
        for (position, place) in keyPlaces.enumerated() {
            if position > 0 { out.key.append(UInt8(ascii: "/")) }
            appendKey(place, row, &out)
        }
        if !out.raw.isEmpty { out.raw.append(UInt8(ascii: "}")) }
        if verdict == .unusable { out.reason = reasonsUnusable.joined(separator: "; ") }
        return verdict
    }

    /// The row as JSON, column to text, for quarantine. Fields beyond the header are named `+1`, `+2` …
    public func json(_ row: borrowing FieldRow) -> String {
        var bytes: [UInt8] = []
        for index in 0..<row.count {
            bytes.append(index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
            JSONText.append(index < header.count ? header[index] : "+\(index - header.count + 1)", to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            // Bytes that are no characters become U+FFFD.
            JSONText.append(row.text(index), to: &bytes)
        }
        if bytes.isEmpty { bytes.append(UInt8(ascii: "{")) }
        bytes.append(UInt8(ascii: "}"))
        return String(decoding: bytes, as: UTF8.self)
    }

    private func setAside(_ out: inout CheckedRow, _ column: String?, _ reason: String) -> CheckedRow.Verdict {
        out.column = column
        out.reason = reason
        return .quarantine
    }

    /// Reads one field and appends its cell.
    private mutating func cell(_ index: Int, _ row: borrowing FieldRow, _ out: inout CheckedRow) -> CheckedRow.Verdict {
        let column = compiled[index]
        guard column.place >= 0 else {
            out.cells.append(.null)
            hashed.append(0x1F)
            return .good
        }
        return row.withField(column.place) { field -> CheckedRow.Verdict in
            hashed.append(contentsOf: field)
            hashed.append(0x1F)
            var start = 0
            var end = field.count
            while start < end, isBlank(field[start]) { start += 1 }
            while end > start, isBlank(field[end - 1]) { end -= 1 }
            if start == end {
                if column.required { return setAside(&out, column.name, "is blank and may not be") }
                out.cells.append(.null)
                if field.count > 0 { keep(field, column.name, &out) }
                return .good
            }
            if end - start > column.maximumLength {
                return setAside(&out, column.name, "is longer than \(column.maximumLength) characters")
            }
            let trimmed = UnsafeBufferPointer(rebasing: field[start..<end])
            let untouched = trimmed.count == field.count
            guard let base = trimmed.baseAddress else { return .good }
            switch column.type {
            case .date:
                if let days = DateText.canonical(base, trimmed.count) {
                    out.cells.append(.date(days))
                    if !untouched { keep(field, column.name, &out) }
                    return .good
                }
                keep(field, column.name, &out)
                if let days = DateText.tolerant(String(decoding: trimmed, as: UTF8.self)) {
                    out.cells.append(.date(days))
                    return .good
                }
                out.cells.append(.null)
                if column.role != nil {
                    reasonsUnusable.append("\(column.name) is not a date (dd/mm/yyyy expected)")
                    return .unusable
                }
                if column.required { return setAside(&out, column.name, "is not a date (dd/mm/yyyy expected)") }
                unreadable[column.name, default: 0] += 1
                return .good
            case .integer(let minimum, let maximum):
                let text = String(decoding: trimmed, as: UTF8.self)
                // Spreadsheets write 25 as 25.0.
                let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
                if let value = Int32(digits), Int(value) >= minimum ?? .min, Int(value) <= maximum ?? .max {
                    out.cells.append(.integer(value))
                    if !untouched || String(value) != text { keep(field, column.name, &out) }
                    return .good
                }
                out.cells.append(.null)
                keep(field, column.name, &out)
                if column.required { return setAside(&out, column.name, "is not a whole number in its range") }
                unreadable[column.name, default: 0] += 1
                return .good
            case .code:
                if let codes = column.codes {
                    if codes.isExact(trimmed) {
                        appendText(trimmed, &out)
                        if !untouched { keep(field, column.name, &out) }
                        return .good
                    }
                    let text = String(decoding: trimmed, as: UTF8.self)
                    if let code = codes.folded[CodeSet.folded(text)] {
                        appendText(code, &out)
                        keep(field, column.name, &out)
                        return .good
                    }
                    if unknownCodes[column.name, default: [:]].count < 1000 || unknownCodes[column.name]?[text] != nil {
                        unknownCodes[column.name, default: [:]][text, default: 0] += 1
                    } else {
                        unknownCodes[column.name, default: [:]]["(further spellings)", default: 0] += 1
                    }
                }
                appendText(trimmed, &out)
                if !untouched { keep(field, column.name, &out) }
                return .good
            case .postcode:
                if isPostcode(trimmed) {
                    appendText(trimmed, &out)
                    if !untouched { keep(field, column.name, &out) }
                } else if let tidy = PostcodeText.tidied(trimmed) {
                    appendText(tidy, &out)
                    keep(field, column.name, &out)
                } else {
                    appendText(trimmed, &out)
                    if !untouched { keep(field, column.name, &out) }
                }
                return .good
            case .text, .partialDate, .upn, .urn:
                appendText(trimmed, &out)
                if !untouched { keep(field, column.name, &out) }
                return .good
            }
        }
    }

    @inline(__always)
    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    /// `AB1 2CD` in capitals with one space before the last three: the form that needs no change.
    @inline(__always)
    private func isPostcode(_ p: UnsafeBufferPointer<UInt8>) -> Bool {
        guard p.count >= 6, p.count <= 8, p[p.count - 4] == 0x20 else { return false }
        for (i, byte) in p.enumerated() where i != p.count - 4 {
            guard (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x30 && byte <= 0x39) else { return false }
        }
        return true
    }

    @inline(__always)
    private func appendText(_ bytes: UnsafeBufferPointer<UInt8>, _ out: inout CheckedRow) {
        let start = out.text.count
        out.text.append(contentsOf: bytes)
        out.cells.append(.text(start, out.text.count))
    }

    private func appendText(_ string: String, _ out: inout CheckedRow) {
        let start = out.text.count
        out.text.append(contentsOf: string.utf8)
        out.cells.append(.text(start, out.text.count))
    }

    /// Keeps a text that differs from the canonical rendering of its value.
    private func keep(_ field: UnsafeBufferPointer<UInt8>, _ column: String, _ out: inout CheckedRow) {
        out.raw.append(out.raw.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
        JSONText.append(column, to: &out.raw)
        out.raw.append(UInt8(ascii: ":"))
        JSONText.append(field, to: &out.raw)
    }

    private func appendKey(_ place: Int, _ row: borrowing FieldRow, _ out: inout CheckedRow) {
        func escaped(_ bytes: some Sequence<UInt8>, _ key: inout [UInt8]) {
            for byte in bytes {
                if byte == UInt8(ascii: "/") { key.append(contentsOf: "%2F".utf8) } else { key.append(byte) }
            }
        }
        switch out.cells[place] {
        case .text(let start, let end): escaped(out.text[start..<end], &out.key)
        case .integer(let value): out.key.append(contentsOf: String(value).utf8)
        case .date(let days): ISODate.append(days, to: &out.key)
        case .null:
            // An unreadable start: the key is the text as it stands.
            row.withField(compiled[place].place) { escaped($0, &out.key) }
        }
    }
}

/// A code list of one year, ready for look-ups by bytes.
struct CodeTable {
    private let short: Set<UInt64>
    private let long: Set<String>
    let folded: [String: String]

    init(_ set: CodeSet, year: CollectionYear?) {
        let table = set.table(for: year)
        short = Set(table.exact.filter { $0.utf8.count <= 8 }.map { code in code.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
        long = table.exact.filter { $0.utf8.count > 8 }
        folded = table.folded
    }

    @inline(__always)
    func isExact(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 8 else { return long.contains(String(decoding: bytes, as: UTF8.self)) }
        var packed: UInt64 = 0
        for byte in bytes { packed = packed << 8 | UInt64(byte) }
        return short.contains(packed)
    }
}

/// A date in ISO form, as bytes.
enum ISODate {
    static func append(_ days: Int32, to out: inout [UInt8]) {
        let (y, m, d) = CalendarDate(daysSince2000: days).components
        func two(_ n: Int) {
            out.append(UInt8(truncatingIfNeeded: 0x30 + n / 10 % 10))
            out.append(UInt8(truncatingIfNeeded: 0x30 + n % 10))
        }
        two(y / 100)
        two(y % 100)
        out.append(UInt8(ascii: "-"))
        two(m)
        out.append(UInt8(ascii: "-"))
        two(d)
    }
}

/// Postcodes as people write them.
enum PostcodeText {
    /// Capitals and one space, where that makes a postcode of it.
    static func tidied(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let letters = String(decoding: bytes, as: UTF8.self).uppercased().filter { !$0.isWhitespace }
        guard (5...7).contains(letters.utf8.count), letters.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }) else { return nil }
        return letters.dropLast(3) + " " + letters.suffix(3)
    }
}

/// Text inside JSON.
enum JSONText {
    static func append(_ text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &out) }
    }

    /// Writes a quoted string. NUL, which PostgreSQL cannot store, becomes U+FFFD.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                out.append(UInt8(ascii: "\\"))
                out.append(byte)
            case 0: out.append(contentsOf: [0xEF, 0xBF, 0xBD])
            case 1..<0x20:
                out.append(contentsOf: "\\u00".utf8)
                out.append("0123456789abcdef".utf8[UInt8(byte >> 4)])
                out.append("0123456789abcdef".utf8[UInt8(byte & 15)])
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}

extension String.UTF8View {
    fileprivate subscript(_ offset: UInt8) -> UInt8 { self[index(startIndex, offsetBy: Int(offset))] }
}
