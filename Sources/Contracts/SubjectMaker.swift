import CXXHash
import Formats
import Vocabulary

/// Makes the subject of a record: whom its agency says it is about, as one text that is the same for every way of writing the same.
///
/// The subject is the agency and the XXH3-128 of the canonical texts; the texts themselves go into `identity.subject`. Two rows that
/// say the same of their person have one subject, whatever file or dataset of the agency they stand in. It is longer than any local id.
struct SubjectMaker {
    /// Between the texts. No text holds it.
    static let separator: UInt8 = 0x1F

    private enum Part { case localID, nhsNumber, upn, reference, dateOfBirth, name }

    private let agency: [UInt8]
    /// In the order of `sql/identity/subjects.sql`; the place of the column among those of the year, nil where the contract names none.
    private let parts: [(part: Part, place: Int?)]
    /// Whether the contract gives neither dates of birth nor names.
    private let isBare: Bool

    /// - Returns: nil where records are not about persons as another agency knows them.
    init?(_ contract: Contract, _ columns: [Contract.Column]) {
        guard case .person(let person) = contract.subject else { return nil }
        func place(_ name: String?) -> Int? { name.flatMap { name in columns.firstIndex { $0.name == name } } }
        agency = Array(contract.agency.utf8) + [UInt8(ascii: ":")]
        parts = [
            (.localID, place(person.localID)), (.nhsNumber, place(person.nhsNumber)), (.upn, place(person.upn)), (.upn, place(person.formerUPN)),
            (.reference, place(person.reference)), (.dateOfBirth, place(person.dateOfBirth)), (.name, place(person.forename)),
            (.name, place(person.surname)),
        ]
        isBare = person.dateOfBirth == nil && person.surname == nil
    }

    /// Writes subject and texts of a row that has been read.
    func make(_ row: borrowing FieldRow, _ out: inout CheckedRow) {
        out.subject.removeAll(keepingCapacity: true)
        out.subjectSays.removeAll(keepingCapacity: true)
        for (part, place) in parts {
            if let place, let text = out.canonicalText(place, row) { out.subjectSays.append(contentsOf: canonical(text, part, out.cells[place]).utf8) }
            out.subjectSays.append(SubjectMaker.separator)
        }
        if isBare { out.subjectSays.append(contentsOf: "bare".utf8) }
        let hash = out.subjectSays.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
        out.subject.append(contentsOf: agency)
        for half in [hash.high64, hash.low64] {
            for shift in stride(from: 60, through: 0, by: -4) { out.subject.append(SubjectMaker.hex[Int(half >> UInt64(shift) & 15)]) }
        }
    }

    private static let hex = Array("0123456789abcdef".utf8)

    /// The text without what does not matter. An identifier that fails its check keeps what was written after a `?`: it ties nobody,
    /// but two that differ are two subjects.
    private func canonical(_ text: String, _ part: Part, _ cell: CheckedRow.Cell) -> String {
        switch part {
        case .localID: return SubjectMaker.printed(text, spaces: true)
        case .nhsNumber: return NHSNumber(text)?.description ?? SubjectMaker.failing(text)
        case .upn:
            if let upn = UPN(text) { return upn.description }
            // UN1 to UN5 say why there is none.
            return text.utf8.count <= 3 ? "" : SubjectMaker.failing(text)
        case .reference: return SubjectMaker.printed(text, spaces: false).uppercased()
        case .dateOfBirth:
            if case .date = cell { return text }
            return DateText.tolerant(text).map { CalendarDate(daysSince2000: $0).description } ?? ""
        case .name: return FoldedName.of(text)
        }
    }

    private static func failing(_ text: String) -> String {
        let left = printed(text, spaces: false).uppercased()
        return left.isEmpty ? "" : "?" + left
    }

    /// Without control characters and blanks at both ends; without any blanks where `spaces` is false.
    private static func printed(_ text: String, spaces: Bool) -> String {
        let kept = String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F && (spaces || !$0.properties.isWhitespace) })
        return spaces ? kept.trimmingBlanks() : kept
    }
}
