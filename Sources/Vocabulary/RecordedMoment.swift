/// A moment at which something was recorded: ISO 8601 with its zone, to the microsecond, as PostgreSQL keeps it.
///
/// A clock time without a zone is no moment: in the hour that the clocks show twice it is two.
public struct RecordedMoment: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Microseconds since 2000-01-01 00:00 UTC.
    public let microsecondsSince2000: Int64

    /// How a moment is written.
    public static let example = "2026-06-30T12:00:00Z"

    private static let day: Int64 = 86_400_000_000

    /// Reads `2026-06-30T12:00:00Z`, `2026-06-30T13:00+01:00`, or as psql shows it, `2026-06-30 12:00:00.123456+00`; nil for anything else.
    public init?(_ text: String) {
        var rest = Substring(text)
        guard let year = Self.digits(4...4, &rest), Self.sign("-", &rest), let month = Self.digits(2...2, &rest), Self.sign("-", &rest),
            let day = Self.digits(2...2, &rest), let date = CalendarDate(year: year, month: month, day: day), Self.sign("Tt ", &rest),
            let hour = Self.digits(2...2, &rest), hour < 24, Self.sign(":", &rest), let minute = Self.digits(2...2, &rest), minute < 60
        else { return nil }
        var microseconds = (Int64(hour) * 60 + Int64(minute)) * 60_000_000
        if Self.sign(":", &rest) {
            guard let second = Self.digits(2...2, &rest), second < 60 else { return nil }
            microseconds += Int64(second) * 1_000_000
            if Self.sign(".", &rest) {
                let places = rest.prefix { $0.isASCII && $0.isNumber }.count
                guard let fraction = Self.digits(1...6, &rest) else { return nil }
                microseconds += Int64(fraction) * (0..<(6 - places)).reduce(1) { value, _ in value * 10 }
            }
        }
        guard let offset = Self.offset(rest) else { return nil }
        microsecondsSince2000 = Int64(date.daysSince2000) * Self.day + microseconds - offset * 60_000_000
    }

    /// Minutes east of Greenwich: `Z`, `+01`, `+0100` or `+01:00`.
    private static func offset(_ text: Substring) -> Int64? {
        if ["Z", "z"].contains(text) { return 0 }
        var rest = text
        let isWest = text.first == "-"
        guard sign("+-", &rest), let hours = digits(2...2, &rest), hours <= 15 else { return nil }
        if rest.isEmpty { return Int64(isWest ? -hours : hours) * 60 }
        _ = sign(":", &rest)
        guard let minutes = digits(2...2, &rest), minutes < 60, rest.isEmpty else { return nil }
        let all = Int64(hours * 60 + minutes)
        return isWest ? -all : all
    }

    private static func sign(_ allowed: String, _ rest: inout Substring) -> Bool {
        guard let first = rest.first, allowed.contains(first) else { return false }
        rest.removeFirst()
        return true
    }

    private static func digits(_ count: ClosedRange<Int>, _ rest: inout Substring) -> Int? {
        let found = rest.prefix { $0.isASCII && $0.isNumber }.prefix(count.upperBound + (count.lowerBound == count.upperBound ? 0 : 1))
        guard count.contains(found.count) else { return nil }
        rest.removeFirst(found.count)
        return Int(found)
    }

    /// In universal time, ISO 8601: `2026-06-30T12:00:00Z`, with the fraction of the second where there is one.
    public var description: String {
        let days = (microsecondsSince2000 >= 0 ? microsecondsSince2000 : microsecondsSince2000 - Self.day + 1) / Self.day
        let time = microsecondsSince2000 - days * Self.day
        func padded(_ value: Int64, _ width: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let seconds = time / 1_000_000
        var fraction = padded(time % 1_000_000, 6)
        while fraction.last == "0" { fraction.removeLast() }
        return "\(CalendarDate(daysSince2000: Int32(days)))T\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
            + (fraction.isEmpty ? "" : "." + fraction) + "Z"
    }

    /// Whether `a` is the earlier moment.
    public static func < (a: RecordedMoment, b: RecordedMoment) -> Bool { a.microsecondsSince2000 < b.microsecondsSince2000 }
}
