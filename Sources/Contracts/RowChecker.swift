import CXXHash
import Formats
import Vocabulary

/// A contract compiled for one year and one file's header: reads a row's texts into typed values.
///
/// The loop over columns touches plain memory only: a reference counted for each field would cost more than reading it.
public struct RowChecker {
    enum Kind: UInt8 { case text, date, datetime, integer, number, boolean, code, postcode, nhsNumber }

    /// What the loop needs of a column, without references.
    struct Plan {
        let kind: Kind
        let required: Bool
        let isStartOrEnd: Bool
        /// Place in the file; -1 where the file has no such column.
        let place: Int
        let maximumLength: Int
        let minimum: Double
        let maximum: Double
        /// What a blank means in a column of yes and no.
        let blank: Bool?
        /// Where the column's codes lie in ``codeSlots``.
        let codes: Range<Int>
    }

    /// The columns of the year, in order.
    public let columns: [Contract.Column]
    let plans: [Plan]
    /// How the system writes days and times.
    let dates: Contract.DateForm
    private let codeSlots: [UInt64]
    private let codeTables: [CodeTable?]
    private let keyPlaces: [Int]
    /// The column that says whose record it is, and what it says where it is ours.
    private let population: (column: Int, own: String)?
    private let header: [String]
    /// Nil where records are not about persons as another agency knows them.
    private let subjectMaker: SubjectMaker?
    /// The file has exactly the contract's columns in the contract's order.
    private let isInOrder: Bool
    private var arranged: [UInt8] = []
    private var arrangedEnds: [Int] = []
    var reasonsUnusable: [String] = []
    /// Spellings that no list knows, by column: how many rows. At most 1,000 spellings a column are told apart.
    public private(set) var unknownCodes: [String: [String: Int]] = [:]
    /// Optional values that could not be read, by column: the text is kept beside an empty value.
    public internal(set) var unreadable: [String: Int] = [:]

    /// - Parameters:
    ///   - match: a match that fits
    ///   - header: the file's header line
    ///   - year: the collection year declared; decides which codes are valid
    ///   - codeSets: the lists the contract names
    ///   - authority: DfE number of the authority whose delivery it is: rows of another one's children are ignored, where the contract
    ///     names the column
    public init(match: HeaderMatch, header: [String], year: CollectionYear?, codeSets: [String: CodeSet], authority: Int? = nil) {
        let columns = match.contract.columns(in: year)
        self.columns = columns
        self.header = header
        var plans: [Plan] = []
        var slots: [UInt64] = []
        var tables: [CodeTable?] = []
        for (column, place) in zip(columns, match.places) {
            var kind = Kind.text
            var range = (-Double.infinity, Double.infinity)
            var blank: Bool?
            var codes = 0..<0
            var table: CodeTable?
            switch column.type {
            case .date: kind = .date
            case .postcode: kind = .postcode
            case .integer(let minimum, let maximum):
                kind = .integer
                range = (minimum.map(Double.init) ?? range.0, maximum.map(Double.init) ?? range.1)
            case .number(let minimum, let maximum):
                kind = .number
                range = (minimum ?? range.0, maximum ?? range.1)
            case .datetime: kind = .datetime
            case .nhsNumber: kind = .nhsNumber
            case .boolean(let meaning):
                kind = .boolean
                blank = meaning
            case .code(let name):
                if let set = codeSets[name] {
                    kind = .code
                    let made = set.lookup(year)
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
                    maximumLength: column.maximumLength ?? .max, minimum: range.0, maximum: range.1, blank: blank, codes: codes))
        }
        self.plans = plans
        dates = match.contract.dates
        codeSlots = slots
        codeTables = tables
        keyPlaces = match.contract.key.compactMap { key in columns.firstIndex { $0.name == key } }
        population = match.contract.population.flatMap { name in
            columns.firstIndex { $0.name == name }.flatMap { index in authority.map { (index, String($0)) } }
        }
        subjectMaker = SubjectMaker(match.contract, columns)
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
        if population != nil, isOfAnother(row, &out) { return .ignored }
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
        if verdict != .quarantine { subjectMaker?.make(row, &out) }
        if verdict == .unusable { out.reason = reasonsUnusable.joined(separator: "; ") }
        return verdict
    }

    /// Whether the row names another authority, so that it is not ours to keep. A spelling that is no authority's stays: it is found later.
    private mutating func isOfAnother(_ row: borrowing FieldRow, _ out: inout CheckedRow) -> Bool {
        guard let population, row.count == header.count else { return false }
        if out.cells.count != plans.count { out.cells = Array(repeating: .null, count: plans.count) }
        let place = plans[population.column].place
        guard place >= 0, let table = codeTables[population.column] else { return false }
        let text = row.text(place).trimmingBlanks()
        guard !text.isEmpty, let named = table.exact.contains(text) ? text : table.folded[CodeSet.folded(text)] else { return false }
        return named != population.own
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

    func setAside(_ out: inout CheckedRow, _ column: String?, _ reason: String) -> CheckedRow.Verdict {
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
            out.cells[index] = plan.blank.map { .boolean($0) } ?? .null
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
        case .date where dates == .database:
            guard let stamp = DateText.stamp(UnsafeBufferPointer(rebasing: bytes[start..<end])), stamp.microseconds == 0 else {
                return otherDate(index, bytes[begin..<finish], bytes[start..<end], &out)
            }
            out.cells[index] = .date(stamp.days)
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
        case .datetime where dates == .database:
            guard let stamp = DateText.stamp(UnsafeBufferPointer(rebasing: bytes[start..<end])) else {
                return value(index, bytes[begin..<finish], bytes[start..<end], &out)
            }
            let moment = EnglishTime.moment(CalendarDate(daysSince2000: stamp.days), microseconds: stamp.microseconds)
            out.cells[index] = .datetime(moment)
            // An hour that the clocks left out is told as another.
            if EnglishTime.local(moment).microseconds != stamp.microseconds {
                keep(bytes[begin..<finish], index, &out)
                return .good
            }
        case .datetime, .number, .boolean, .nhsNumber:
            return value(index, bytes[begin..<finish], bytes[start..<end], &out)
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
        if let value = Int32(digits), Double(value) >= plan.minimum, Double(value) <= plan.maximum {
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

    func setText(_ string: String, _ index: Int, _ out: inout CheckedRow) {
        let start = out.text.count
        out.text.append(contentsOf: string.utf8)
        out.cells[index] = .text(start, out.text.count)
    }

    /// Keeps a text that differs from the canonical rendering of its value.
    func keep(_ field: Slice<UnsafeBufferPointer<UInt8>>, _ index: Int, _ out: inout CheckedRow) {
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
        case .datetime, .number, .boolean: out.key.append(contentsOf: (out.cells[place].canonicalText ?? "").utf8)
        case .null:
            // An unreadable start: the key is the text as it stands. A blank says nothing, and is a value of the key all the same.
            let column = plans[place].place
            guard column >= 0 else { return }
            escaped(bytes[(column == 0 ? 0 : ends[column - 1])..<ends[column]], &out.key)
        }
    }
}
