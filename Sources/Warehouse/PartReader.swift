import Formats

/// What of a file is loaded at a time.
enum PartPlace: Sendable, Equatable {
    /// All of a text file.
    case whole
    /// A worksheet by its place among those of the workbook, counted from 0.
    case sheet(place: Int, name: String)
    /// The records of an XML document that an element is, by its path from the root.
    case records(element: String)

    /// The worksheet's name, or the element's; nil for a text file.
    var name: String? {
        switch self {
        case .whole: return nil
        case .sheet(_, let name): return name
        case .records(let element): return element.split(separator: "/").last.map(String.init)
        }
    }
}

/// Rows of a part of a file.
protocol PartReader: RowReader {
    /// How much has been taken, in bytes; of a worksheet unpacked ones.
    var bytesRead: Int { get }
    /// A quote was opened and not closed when the part ended.
    var endedInsideQuotes: Bool { get }
}

extension DelimitedReader: PartReader {}

extension XLSXReader: PartReader {
    var endedInsideQuotes: Bool { false }
}

extension XMLRecordReader: PartReader {
    var endedInsideQuotes: Bool { false }
}
