import CXXHash
import Formats
import Vocabulary

/// A contract compiled for one year and one file's header: reads a row's texts into typed values.
///
/// The loop over columns touches plain memory only: a reference counted for each field would cost more than reading it.
public struct RowChecker {
    private enum Kind: UInt8 { case text, date, integer, code, postcode }

    /// What the loop needs of a column, without references.
    private struct Plan {
        let kind: Kind
        let required: Bool
        let isStartOrEnd: Bool
        /// Place in the file; -1 where the file has no such column.
        let place: Int
        let maximumLength: Int
        let minimum: Int
        let maximum: Int
        /// Where the column's codes lie in ``codeSlots``.
        let codes: Range<Int>
    }

    /// The columns of the year, in order.
    public let columns: [Contract.Column]
    private let plans: [Plan]
    private let codeSlots: [UInt64]
    private let codeTables: [CodeTable?]
    private let keyPlaces: [Int]
    private let header: [String]
    /// The file has exactly the contract's columns in the contract's order.
    private let isInOrder: Bool
    private var arranged: [UInt8] = []
    private var arrangedEnds: [Int] = []
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
        var plans: [Plan] = []
        var slots: [UInt64] = []
        var tables: [CodeTable?] = []
        for (column, place) in zip(columns, match.places) {
            var kind = Kind.text
            var range = (Int.min, Int.max)
            var codes = 0..<0
            var table: CodeTable?
            switch column.type {
            case .date: kind = .date
            case .postcode: kind = .postcode
            case .integer(let minimum, let maximum):
                kind = .integer
                range = (minimum ?? .min, maximum ?? .max)
            case .code(let name):
                if let set = codeSets[name] {
                    kind = .code
                    let made = CodeTable(set, year: year)
                    codes = slots.count..<(slots.count + made.slots.count)
                    slots += made.slots
                    table = made
                }
            case .text, .partialDate, .upn, .urn: break
            }
            tables.append(table)
            plans.append(
                Plan(
                    kind: kind, required: column.required, isStartOrEnd: column.role != nil, place: place ?? -1,
                    maximumLength: column.maximumLength ?? .max, minimum: range.0, maximum: range.1, codes: codes))
        }
        self.plans = plans
        codeSlots = slots
        codeTables = tables
        keyPlaces = match.contract.key.compactMap { key in columns.firstIndex { $0.name == key } }
        isInOrder = header.count == columns.count && plans.enumerated().allSatisfy { $0.offset == $0.element.place }
    }

    /// Checks one row.
    public mutating func check(_ row: borrowing FieldRow, into out: inout CheckedRow) -> CheckedRow.Verdict {
        out.number = row.number
        out.text.removeAll(keepingCapacity: true)
        out.key.removeAll(keepingCapacity: true)
        out.raw.removeAll(keepingCapacity: true)
        out.column = nil
        if !out.reason.isEmpty { out.reason = "" }
        if row.isFooter { return .ignored }
        if row.containsNUL { return setAside(&out, nil, "contains a NUL byte") }
        if !row.isValidUTF8 { return setAside(&out, nil, "holds bytes that are no characters in the file's encoding") }
        if row.count != header.count {
            return setAside(&out, nil, "has \(row.count) field\(row.count == 1 ? "" : "s") where the header has \(header.count)")
        }
        if out.cells.count != plans.count { out.cells = Array(repeating: .null, count: plans.count) }
        reasonsUnusable.removeAll(keepingCapacity: true)
        let verdict = row.bytes.withUnsafeBufferPointer { bytes in
            row.ends.withUnsafeBufferPointer { ends in
                var verdict = CheckedRow.Verdict.good
                for index in plans.indices {
                    let outcome = cell(index, bytes, ends, &out)
                    if outcome == .quarantine { return outcome }
                    if outcome == .unusable { verdict = .unusable }
                }
                hash(bytes, ends, &out)
                for position in keyPlaces.indices {
                    if position > 0 { out.key.append(UInt8(ascii: "/")) }
                    appendKey(keyPlaces[position], bytes, ends, &out)
                }
                return verdict
            }
        }
        if !out.raw.isEmpty { out.raw.append(UInt8(ascii: "}")) }
        if verdict == .unusable { out.reason = reasonsUnusable.joined(separator: "; ") }
        return verdict
    }

    /// Hashes the texts in the contract's order, so that the order of columns in a file does not matter.
    private mutating func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int>, _ out: inout CheckedRow) {
        if isInOrder {
            out.contentHash = RowChecker.hash(UnsafeRawBufferPointer(bytes), UnsafeRawBufferPointer(ends))
            return
        }
        arranged.removeAll(keepingCapacity: true)
        arrangedEnds.removeAll(keepingCapacity: true)
        for plan in plans {
            if plan.place >= 0 { arranged.append(contentsOf: bytes[(plan.place == 0 ? 0 : ends[plan.place - 1])..<ends[plan.place]]) }
            arrangedEnds.append(arranged.count)
        }
        out.contentHash = arranged.withUnsafeBytes { bytes in arrangedEnds.withUnsafeBytes { RowChecker.hash(bytes, $0) } }
    }

    /// XXH3-128 of the texts, seeded with their ends: `ab|c` and `a|bc` differ.
    private static func hash(_ bytes: UnsafeRawBufferPointer, _ ends: UnsafeRawBufferPointer) -> (high: UInt64, low: UInt64) {
        let hash = XXH3_128bits_withSeed(bytes.baseAddress, bytes.count, XXH3_64bits(ends.baseAddress, ends.count))
        return (hash.high64, hash.low64)
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

    /// Reads one field into its cell.
    @inline(__always)
    private mutating func cell(
        _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int>, _ out: inout CheckedRow
    ) -> CheckedRow.Verdict {
        let plan = plans[index]
        guard plan.place >= 0 else {
            out.cells[index] = .null
            return .good
        }
        let begin = plan.place == 0 ? 0 : ends[plan.place - 1]
        let finish = ends[plan.place]
        var start = begin
        var end = finish
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        if start == end {
            if plan.required { return setAside(&out, columns[index].name, "is blank and may not be") }
            out.cells[index] = .null
            if finish > begin { keep(bytes[begin..<finish], index, &out) }
            return .good
        }
        // Bytes that continue a character are not counted; they only matter to the few texts that look too long.
        if end - start > plan.maximumLength, bytes[start..<end].count(where: { $0 & 0xC0 != 0x80 }) > plan.maximumLength {
            return setAside(&out, columns[index].name, "is longer than \(plan.maximumLength) characters")
        }
        let untouched = end - start == finish - begin
        switch plan.kind {
        case .text:
            out.cells[index] = .field(start, end)
        case .date:
            guard let base = bytes.baseAddress, let days = DateText.canonical(base + start, end - start) else {
                return otherDate(index, bytes[begin..<finish], bytes[start..<end], &out)
            }
            out.cells[index] = .date(days)
        case .code:
            guard CodeTable.contains(bytes, start, end, codeSlots, plan.codes) else {
                return otherCode(index, bytes[begin..<finish], start, end, bytes, &out)
            }
            out.cells[index] = .field(start, end)
        case .postcode:
            if !isPostcode(bytes, start, end), let postcode = Postcode(String(decoding: bytes[start..<end], as: UTF8.self)) {
                setText(postcode.description, index, &out)
                keep(bytes[begin..<finish], index, &out)
                return .good
            }
            out.cells[index] = .field(start, end)
        case .integer:
            return integer(index, bytes[begin..<finish], bytes[start..<end], &out)
        }
        if !untouched { keep(bytes[begin..<finish], index, &out) }
        return .good
    }

    /// A date in another form, or none at all.
    private mutating func otherDate(
        _ index: Int, _ field: Slice<UnsafeBufferPointer<UInt8>>, _ trimmed: Slice<UnsafeBufferPointer<UInt8>>, _ out: inout CheckedRow
    ) -> CheckedRow.Verdict {
        keep(field, index, &out)
        if let days = DateText.tolerant(String(decoding: trimmed, as: UTF8.self)) {
            out.cells[index] = .date(days)
            return .good
        }
        out.cells[index] = .null
        let name = columns[index].name
        if plans[index].isStartOrEnd {
            reasonsUnusable.append("\(name) is not a date (dd/mm/yyyy expected)")
            return .unusable
        }
        if plans[index].required { return setAside(&out, name, "is not a date (dd/mm/yyyy expected)") }
        unreadable[name, default: 0] += 1
        return .good
    }

    private mutating func integer(
        _ index: Int, _ field: Slice<UnsafeBufferPointer<UInt8>>, _ trimmed: Slice<UnsafeBufferPointer<UInt8>>, _ out: inout CheckedRow
    ) -> CheckedRow.Verdict {
        let plan = plans[index]
        let text = String(decoding: trimmed, as: UTF8.self)
        // Spreadsheets write 25 as 25.0.
        let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        if let value = Int32(digits), Int(value) >= plan.minimum, Int(value) <= plan.maximum {
            out.cells[index] = .integer(value)
            if field.count != trimmed.count || String(value) != text { keep(field, index, &out) }
            return .good
        }
        out.cells[index] = .null
        keep(field, index, &out)
        if plan.required { return setAside(&out, columns[index].name, "is not a whole number in its range") }
        unreadable[columns[index].name, default: 0] += 1
        return .good
    }

    /// A spelling that is no code as it stands.
    private mutating func otherCode(
        _ index: Int, _ field: Slice<UnsafeBufferPointer<UInt8>>, _ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>,
        _ out: inout CheckedRow
    ) -> CheckedRow.Verdict {
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        guard let table = codeTables[index] else { return .good }
        if table.long.contains(text) {
            out.cells[index] = .field(start, end)
            if field.count != end - start { keep(field, index, &out) }
        } else if let code = table.folded[CodeSet.folded(text)] {
            setText(code, index, &out)
            keep(field, index, &out)
        } else {
            let name = columns[index].name
            let known = unknownCodes[name] ?? [:]
            let shown = known.count < 1000 || known[text] != nil ? text : "(further spellings)"
            unknownCodes[name, default: [:]][shown, default: 0] += 1
            out.cells[index] = .field(start, end)
            if field.count != end - start { keep(field, index, &out) }
        }
        return .good
    }

    @inline(__always)
    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    /// `AB1 2CD` in capitals with one space before the last three: the form that needs no change.
    @inline(__always)
    private func isPostcode(_ p: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let count = end - start
        guard count >= 6, count <= 8, p[end - 4] == 0x20 else { return false }
        for i in start..<end where i != end - 4 {
            let byte = p[i]
            guard (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x30 && byte <= 0x39) else { return false }
        }
        return true
    }

    private func setText(_ string: String, _ index: Int, _ out: inout CheckedRow) {
        let start = out.text.count
        out.text.append(contentsOf: string.utf8)
        out.cells[index] = .text(start, out.text.count)
    }

    /// Keeps a text that differs from the canonical rendering of its value.
    private func keep(_ field: Slice<UnsafeBufferPointer<UInt8>>, _ index: Int, _ out: inout CheckedRow) {
        out.raw.append(out.raw.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
        JSONText.append(columns[index].name, to: &out.raw)
        out.raw.append(UInt8(ascii: ":"))
        JSONText.append(UnsafeBufferPointer(rebasing: field), to: &out.raw)
    }

    @inline(__always)
    private func appendKey(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int>, _ out: inout CheckedRow) {
        func escaped(_ bytes: some Sequence<UInt8>, _ key: inout [UInt8]) {
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "/"): key.append(contentsOf: "%2F".utf8)
                case UInt8(ascii: "%"): key.append(contentsOf: "%25".utf8)
                default: key.append(byte)
                }
            }
        }
        switch out.cells[place] {
        case .field(let start, let end): escaped(bytes[start..<end], &out.key)
        case .text(let start, let end): escaped(out.text[start..<end], &out.key)
        case .integer(let value): out.key.append(contentsOf: String(value).utf8)
        case .date(let days): ISODate.append(days, to: &out.key)
        case .null:
            // An unreadable start: the key is the text as it stands.
            let column = plans[place].place
            escaped(bytes[(column == 0 ? 0 : ends[column - 1])..<ends[column]], &out.key)
        }
    }
}

/// A code list of one year, ready for look-ups by bytes.
struct CodeTable {
    /// Codes of up to eight bytes, packed, in an open-addressed table whose size is a power of two; 0 is an empty slot.
    let slots: [UInt64]
    /// Longer codes.
    let long: Set<String>
    let folded: [String: String]

    init(_ set: CodeSet, year: CollectionYear?) {
        let table = set.table(for: year)
        let short = table.exact.filter { (1...8).contains($0.utf8.count) }
        var size = 8
        while size < short.count * 3 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for code in short {
            let packed = code.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            var slot = CodeTable.slot(packed, size)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = packed
        }
        self.slots = slots
        long = table.exact.filter { $0.utf8.count > 8 }
        folded = table.folded
    }

    @inline(__always)
    private static func slot(_ packed: UInt64, _ size: Int) -> Int {
        Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 40) & (size - 1)
    }

    /// Whether the bytes are one of the short codes of a table that lies in a range of slots.
    @inline(__always)
    static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ slots: [UInt64], _ range: Range<Int>) -> Bool {
        guard end - start <= 8, !range.isEmpty else { return false }
        var packed: UInt64 = 0
        for i in start..<end { packed = packed << 8 | UInt64(bytes[i]) }
        var slot = CodeTable.slot(packed, range.count)
        while true {
            let found = slots[range.lowerBound + slot]
            if found == packed { return packed != 0 }
            if found == 0 { return false }
            slot = (slot + 1) & (range.count - 1)
        }
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
