import Contracts
import Formats
import Foundation
import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

/// The day whose position a file shows, where its delivery does not declare it: by the contract's `as_at:`.
struct DayShown {
    let recogniser: Recogniser

    /// The day of files that come together.
    /// - Returns: nil where no contract says where the day comes from.
    /// - Throws: ``WarehouseError/refused(reason:next:)`` where they show different days, or a file has none or several.
    func day(of files: [Recogniser.Recognised]) throws -> CalendarDate? {
        var first: (day: CalendarDate, title: String)?
        for file in files {
            guard let day = try day(of: file.part, path: file.file.path, title: file.title) else { continue }
            if let first, first.day != day {
                throw refusal("\(first.title) shows \(first.day), and \(file.title) \(day)")
            }
            first = first ?? (day, file.title)
        }
        return first?.day
    }

    /// The day of one part of a file.
    /// - Parameter title: what the part is called in messages
    func day(of part: Recogniser.Part, path: String, title: String) throws -> CalendarDate? {
        switch part.match.contract.asAt {
        case nil: return nil
        case .received:
            var status = stat()
            guard stat(path, &status) == 0 else { throw refusal("\(title) cannot be read") }
            return CalendarDate(secondsSince1970: status.st_mtim.tv_sec)
        case .column(let name): return try day(inColumn: name, part, path, title)
        }
    }

    private func day(inColumn name: String, _ part: Recogniser.Part, _ path: String, _ title: String) throws -> CalendarDate {
        let contract = part.match.contract
        let spellings = Set(([name] + (contract.columns.first { $0.name == name }?.aliases ?? [])).map(HeaderMatch.folded))
        guard let place = part.header.firstIndex(where: { spellings.contains(HeaderMatch.folded($0)) }) else {
            throw refusal("\(title) has no column \(name), which says the day it shows")
        }
        do {
            return try day(at: place, name, try recogniser.open(part, of: path), title)
        } catch let error as FormatError {
            throw WarehouseError.refused(reason: "\(title): \(error)", next: ["Ask the sender for a corrected file."])
        }
    }

    private func day(at place: Int, _ name: String, _ reader: some PartReader, _ title: String) throws -> CalendarDate {
        var reader = reader
        var row = FieldRow()
        var found: (text: [UInt8], day: CalendarDate)?
        while try reader.next(into: &row) {
            guard !row.isFooter, row.count > place else { continue }
            let field = row.bytes[row.range(place)]
            // Nearly every row repeats the text of the one before.
            if let found, found.text.elementsEqual(field) { continue }
            let text = row.text(place).trimmingBlanks()
            if text.isEmpty { continue }
            guard let day = DateText.day(text) else {
                throw refusal("\(title) row \(row.number), \(name): is not a date, and should say the day the file shows")
            }
            if let found, found.day != day { throw refusal("\(title) row \(row.number), \(name): is another day than in the rows above") }
            found = (Array(field), day)
        }
        guard let found else { throw refusal("\(title) has no date in \(name), which says the day it shows") }
        return found.day
    }

    private func refusal(_ reason: String) -> WarehouseError {
        .refused(reason: reason, next: ["Declare the day: --as-at on the command line, or as_at: in the folder's delivery.yaml."])
    }
}

extension CalendarDate {
    /// The day that it was in England.
    init(secondsSince1970 seconds: Int) {
        // 2000-01-01 00:00 UTC
        self = EnglishTime.local(Int64(seconds - 946_684_800) * 1_000_000).date
    }
}
