import Formats
import Vocabulary

/// Working days and school terms, as `config/calendars` has them.
public struct SynthesisCalendar: Sendable {
    /// A term of the schools.
    public struct Term: Sendable, Hashable {
        /// `2026-27`
        public let academicYear: String
        /// `autumn`, `spring` or `summer`
        public let name: String
        /// First day.
        public let start: CalendarDate
        /// Last day.
        public let end: CalendarDate
    }

    /// Working days.
    public let working: WorkingDays
    /// Terms, in order.
    public let terms: [Term]
    let bankHolidays: Set<CalendarDate>

    /// - Parameters:
    ///   - bankHolidays: of all years concerned
    ///   - terms: in order
    public init(bankHolidays: [CalendarDate], terms: [Term]) {
        working = WorkingDays(bankHolidays: bankHolidays)
        self.bankHolidays = Set(bankHolidays)
        self.terms = terms
    }

    /// Reads `bank_holidays_england.csv` and `school_terms.csv`.
    /// - Parameter folder: `config/calendars` of Loxley's folder
    /// - Throws: `FormatError` where a file cannot be read.
    public init(folder: String) throws {
        let holidays = try ConfigurationTable(path: folder + "/bank_holidays_england.csv").rows.compactMap { $0.first.flatMap { CalendarDate($0) } }
        let terms: [Term] = try ConfigurationTable(path: folder + "/school_terms.csv").rows.compactMap { row in
            guard row.count >= 4, let start = CalendarDate(row[2]), let end = CalendarDate(row[3]) else { return nil }
            return Term(academicYear: row[0], name: row[1], start: start, end: end)
        }
        self.init(bankHolidays: holidays, terms: terms)
    }

    /// Whether it is a working day.
    func isWorking(_ day: CalendarDate) -> Bool { working.contains(day) }

    /// The day itself, or the first working day after it.
    func workingDay(from day: CalendarDate) -> CalendarDate { working.contains(day) ? day : working.adding(1, to: day) }

    /// The term in which the day lies, holidays counting to the term before them.
    func term(on day: CalendarDate) -> Term? { terms.last { $0.start <= day } }

    /// Terms with a day between the two, both included.
    func terms(from: CalendarDate, to: CalendarDate) -> [Term] { terms.filter { $0.end >= from && $0.start <= to } }

    /// Whether it is a school day: a working day within a term. Half-terms are not known here.
    func isSchoolDay(_ day: CalendarDate) -> Bool { day.weekday < 5 && terms.contains { $0.start <= day && day <= $0.end } && working.contains(day) }
}

/// A small CSV file of the configuration: rows below the header.
struct ConfigurationTable {
    private(set) var rows: [[String]] = []

    init(path: String) throws {
        var reader = try DelimitedReader(path: path, options: DelimitedOptions(delimiter: UInt8(ascii: ","), encoding: .utf8))
        var row = FieldRow()
        while try reader.next(into: &row) { rows.append((0..<row.count).map(row.text)) }
    }
}
