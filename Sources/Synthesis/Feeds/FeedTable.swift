/// A table of an agency's feed: a CSV file, or a sheet of a workbook.
///
/// A class, so that a table is known by what it is and not by its name: declare each once, as a `static let` of the feed.
final class FeedTable: Sendable {
    /// How values are written.
    struct Style: Sendable {
        enum Dates: Sendable {
            /// `03/09/2026`, and `03/09/2026 14:05`
            case dayMonthYear
            /// `2026-09-03`, and `2026-09-03T14:05:00`
            case iso
            /// `2026-09-03 00:00:00`, as databases unload dates
            case isoMidnight
            /// `03-Sep-2026`
            case monthName
            /// Workbooks only: a number that Excel shows as a date.
            case excel
        }

        var dates = Dates.dayMonthYear
        var yes = "Y"
        var no = "N"
        /// CSV only.
        var delimiter = UInt8(ascii: ",")
        var encoding = Encoding.utf8
        /// Every field in quotes, as some systems unload.
        var quotesAll = false

        enum Encoding: Sendable { case utf8, utf8WithMark, windows1252 }
    }

    /// The file's name. `{date}` stands for the as-at date as `20260930`, `{month}` for `September 2026`, `{quarter}` for `2026-27 Q2`.
    let file: String
    /// The sheet of a workbook; nil for CSV.
    let sheet: String?
    /// Rows above the header: the name of the report, whose it is. The same placeholders as ``file``.
    let title: [String]
    let header: [String]
    let style: Style

    /// A CSV file.
    init(csv file: String, title: [String] = [], style: Style = Style(), header: [String]) {
        (self.file, self.title, self.header, self.style) = (file, title, header, style)
        sheet = nil
    }

    /// A sheet of a workbook; tables that name the same file are sheets of one workbook, in the order of ``AgencyFeed/tables``.
    ///
    /// A sheet ends at a million rows: from ``FeedFiles/mostChildrenInWorkbooks`` children on, each sheet is a CSV file named after it.
    init(workbook file: String, sheet: String, title: [String] = [], style: Style = Style(dates: .excel), header: [String]) {
        (self.file, self.title, self.header, self.style) = (file, title, header, style)
        self.sheet = sheet
    }
}

/// An XML document of an agency's feed, written by the feed itself as a stream.
final class FeedDocument: Sendable {
    let file: String
    init(xml file: String) { self.file = file }
}
