import Vocabulary

/// What an extract must look like, and how its records are kept: one file of `etl/<agency>/`.
public struct Contract: Sendable {
    /// `social-care/ssda903_episodes`: the agency's folder and the file's name.
    public let dataset: String
    /// The feed it is delivered with (`ssda903`); the dataset's own name where it comes alone.
    public let family: String
    /// The publisher's name of the module, where the family has modules: `Episodes`.
    public let module: String?
    /// What the dataset holds, in words.
    public let title: String
    /// File names seen; the first is the one Loxley writes.
    public let files: [String]
    /// The collection years in which the dataset exists; nil bounds are open.
    public let years: YearSpan
    /// What a file is a snapshot of; `.delta` where a file says only what changed.
    public let snapshot: Snapshot
    /// Whether every column must be there and no other.
    public let columnsAreExact: Bool
    /// How the system writes days and times: what is written so needs no note.
    public let dates: DateForm
    /// Names of the columns of the business key, in order.
    public let key: [String]
    /// Whom a record is about.
    public let subject: Subject
    /// For records that are about no child: whose star rows they change.
    public let touches: [Touch]
    /// Rows whose value in this column names another authority are counted and not stored; nil: every row is ours.
    public let population: String?
    /// Reference data of the whole country, which belongs to no authority.
    public let isNational: Bool
    /// Where the day comes from that the delivery does not declare.
    public let asAt: AsAtSource?
    /// Days after which a record whose person is still not known is deleted; nil for never.
    public let waitDays: Int?
    /// Names of the worksheet it is on, in workbooks; empty: any sheet whose columns fit.
    public let sheets: [String]
    /// The path of the element that is a record, in XML: `Message/Children/Child`; nil where it is not XML.
    public let xmlRecord: String?
    /// Columns that files have and that are not taken, by agreement.
    public let ignoredColumns: [String]
    /// Lower wins, where two datasets tell the same event.
    public let precedence: Int
    /// How many records one delivery may retire.
    public let guardLimit: Guard
    /// Days after which a feed is stale: attention, and no more use.
    public let freshness: Freshness
    /// When files are due: `monthly by working day 5`.
    public let due: String?
    /// In the publisher's order.
    public let columns: [Column]

    /// Whether its records are about children by social care's own identifier, and found persons.
    public var isSpine: Bool { !localID.isEmpty }

    /// Whether its records are about persons as another agency knows them: their tables have a column `subject`.
    public var isAboutSubjects: Bool {
        if case .person = subject { return true }
        return false
    }

    /// The table of this dataset in the schemas `landing` and `source`.
    public var table: String { dataset.split(separator: "/").last.map(String.init) ?? dataset }
    /// The folder under `etl/`.
    public var agency: String { dataset.split(separator: "/").first.map(String.init) ?? dataset }

    /// The column with social care's identifier of the child, where the dataset founds persons; empty elsewhere.
    public var localID: String {
        if case .spine(let column) = subject { return column }
        return ""
    }

    /// Columns of a file that are known and not kept: those of `ignore:`, and the one that says the file's day.
    var untakenColumns: [String] {
        if case .column(let name) = asAt { return ignoredColumns + [name] }
        return ignoredColumns
    }

    /// The columns collected in a year, in the publisher's order.
    public func columns(in year: CollectionYear?) -> [Column] {
        columns.filter { year.map($0.years.contains) ?? true }
    }

    /// How days and times are written.
    public enum DateForm: String, Sendable, CaseIterable {
        /// `dd/mm/yyyy`, with a time `dd/mm/yyyy hh:mm`, as people and DfE write them.
        case people = "dd/mm/yyyy"
        /// `yyyy-mm-dd hh:mm:ss`, a day with the time 00:00:00, as databases do.
        case database = "yyyy-mm-dd hh:mm:ss"
    }

    /// What a delivery is a snapshot of.
    public enum Snapshot: Sendable, Equatable {
        /// A file says only what changed.
        case delta
        /// All of an authority's records of one collection year.
        case collectionYear
        /// All of an authority's records.
        case authority
        /// All of an authority's records of the last months: those whose date in the column, which is part of the key, is not
        /// before the as-at date less so many months. A row before it says what it says, as in a delta.
        case window(column: String, months: Int)

        /// Whether a record that a file leaves out is no longer there, whatever its date.
        public var isWhole: Bool { self == .collectionYear || self == .authority }
    }

    /// Whom a record is about.
    public enum Subject: Sendable, Equatable {
        /// A child by social care's own identifier: the spine, which founds persons.
        case spine(localID: String)
        /// A person as another agency knows them; found out, or waited for.
        case person(PersonColumns)
        /// No child: a household, a home, a worker, a place.
        case none
    }

    /// The columns by which an agency says who a record is about; nil for what it does not say.
    public struct PersonColumns: Sendable, Equatable {
        /// Social care's identifier, as the agency copied it.
        public var localID: String?
        /// NHS number.
        public var nhsNumber: String?
        /// Unique pupil number.
        public var upn: String?
        /// A unique pupil number the child had before.
        public var formerUPN: String?
        /// The agency's own number of the person.
        public var reference: String?
        /// Date of birth.
        public var dateOfBirth: String?
        /// Given name.
        public var forename: String?
        /// Family name.
        public var surname: String?
    }

    /// A link by which a record that is about no child changes the facts of children.
    public struct Touch: Sendable, Equatable {
        /// A dataset whose records are about children, or touch such a dataset in turn.
        public let dataset: String
        /// Columns of this dataset, each with the one of the other that it equals.
        public let columns: [Pair]

        /// Two columns that are equal where the records belong together.
        public struct Pair: Sendable, Equatable {
            /// A column of the dataset that touches.
            public let mine: String
            /// A column of the one that is touched.
            public let theirs: String
        }
    }

    /// Where the as-at day comes from that a delivery does not declare.
    public enum AsAtSource: Sendable, Equatable {
        /// A column of the file, which has the same date in every row.
        case column(String)
        /// The day the file last changed.
        case received
    }

    /// The most records a delivery may retire: more than both the share and the floor is refused.
    public struct Guard: Sendable, Equatable {
        /// 0 to 1.
        public let share: Double
        /// A number of records that is always allowed.
        public let floor: Int
    }

    /// Days since the newest as-at date.
    public struct Freshness: Sendable, Equatable {
        /// Older than so many days is `stale`.
        public let warnDays: Int
        /// Older than so many days is `stopped`.
        public let stopDays: Int
    }

    /// A column of the extract and of its source table.
    public struct Column: Sendable {
        /// As the publisher writes it: `DECOM`.
        public let name: String
        /// What the column holds, in words.
        public let title: String
        /// What its text must be readable as.
        public let type: ColumnType
        /// Cannot be blank or unreadable: such a row goes to quarantine.
        public let required: Bool
        /// Belongs to the business key and may be blank all the same: the column must be there, its cells need not say anything.
        public let blankInKey: Bool
        /// Whether it is the start or the end of the record's period; nil for neither.
        public let role: Role?
        /// Other spellings of the header.
        public let aliases: [String]
        /// How closely the column must be kept.
        public let privacy: Privacy
        /// The collection years in which the column is collected.
        public let years: YearSpan
        /// The most Unicode scalars a value may have, nil for no limit: a row with a longer one goes to quarantine.
        public let maximumLength: Int?
        /// Where the value is in an XML record, from the record's element: `PersonBirthDate`, `../ChildIdentifiers/LAchildID`, `@code`;
        /// nil: the element of the column's name.
        public let path: String?

        /// The name in the database: lower case.
        public var sqlName: String { name.lowercased() }
    }

    /// What a column's text must be readable as.
    public enum ColumnType: Sendable, Equatable {
        case text
        /// dd/mm/yyyy
        case date
        /// dd/mm/yyyy with `zz` for unknown parts; kept as text.
        case partialDate
        /// A code of the named list under `config/codes`; kept as text.
        case code(set: String)
        /// dd/mm/yyyy hh:mm, the time of England where it names no zone.
        case datetime
        /// A whole number.
        case integer(minimum: Int?, maximum: Int?)
        /// A decimal number.
        case number(minimum: Double?, maximum: Double?)
        /// Y or N; `blank`: what a blank means, nil for not said.
        case boolean(blank: Bool?)
        /// National Health Service number; ten digits where they are valid, else as written; kept as text.
        case nhsNumber
        /// A United Kingdom postcode; kept as text with one space.
        case postcode
        /// Unique pupil number; kept as text.
        case upn
        /// Ofsted's unique reference number; kept as text.
        case urn

        /// The type of the column in the source table.
        public var sqlType: String {
            switch self {
            case .date: return "date"
            case .datetime: return "timestamptz"
            case .integer: return "integer"
            case .number: return "numeric"
            case .boolean: return "boolean"
            default: return "text"
            }
        }
    }

    /// Start or end of a period: where it cannot be read, nothing may be derived from the row.
    public enum Role: String, Sendable { case start, end }

    /// How carefully a column must be handled.
    public enum Privacy: String, Sendable, CaseIterable { case identifier, personal, special, none }
}

/// Collection years from one to another; a nil bound is open.
public struct YearSpan: Sendable, Equatable {
    /// The first year; nil for no lower bound.
    public let from: CollectionYear?
    /// The last year, included; nil for no upper bound.
    public let to: CollectionYear?

    /// Every year.
    public static let all = YearSpan(from: nil, to: nil)

    /// Whether the year lies in the span.
    public func contains(_ year: CollectionYear) -> Bool {
        (from.map { year >= $0 } ?? true) && (to.map { year <= $0 } ?? true)
    }

    /// Whether there is a year in both spans.
    public func overlaps(_ other: YearSpan) -> Bool {
        func startsInTime(_ from: CollectionYear?, _ to: CollectionYear?) -> Bool {
            guard let from, let to else { return true }
            return from <= to
        }
        return startsInTime(from, other.to) && startsInTime(other.from, to)
    }
}
