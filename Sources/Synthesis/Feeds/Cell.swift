import Vocabulary

/// A value of a row. How it is written is the table's matter (``FeedTable/Style``).
enum Cell: Sendable, ExpressibleByStringLiteral {
    case blank
    case words(String)
    /// One of a list of values: what mess misspells.
    case choice(String)
    case whole(Int)
    /// A number with so many places after the point.
    case fraction(Double, places: Int)
    case day(CalendarDate)
    /// A day and the minutes since midnight, by local time.
    case clock(CalendarDate, minute: Int)
    case flag(Bool)

    init(stringLiteral value: String) { self = value.isEmpty ? .blank : .words(value) }

    static func text(_ value: String?) -> Cell { value.map { $0.isEmpty ? .blank : .words($0) } ?? .blank }
    static func code(_ value: String?) -> Cell { value.map { $0.isEmpty ? .blank : .choice($0) } ?? .blank }
    static func number(_ value: Int?) -> Cell { value.map { .whole($0) } ?? .blank }
    static func decimal(_ value: Double?, places: Int = 2) -> Cell { value.map { .fraction($0, places: places) } ?? .blank }
    static func date(_ value: CalendarDate?) -> Cell { value.map { .day($0) } ?? .blank }
    static func moment(_ day: CalendarDate?, minute: Int) -> Cell { day.map { .clock($0, minute: minute) } ?? .blank }
    static func yes(_ value: Bool?) -> Cell { value.map { .flag($0) } ?? .blank }
}
