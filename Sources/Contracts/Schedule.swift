/// When files of a dataset are due: the word `due:` of its contract.
public enum Schedule: Sendable, Equatable {
    case daily
    /// `weekday`: 0 is Monday, 6 is Sunday
    case weekly(weekday: Int)
    /// By so many working days into the month after.
    case monthly(workingDay: Int)
    /// By the first day of the term after.
    case termly
    /// By so many working days into the financial quarter after.
    case quarterly(workingDay: Int)
    /// By a day of the collection year after.
    case yearly(month: Int, day: Int)

    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]
    /// Days of a month in a leap year, in which 29 February is a day.
    private static let lastDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    /// What a contract may say, for messages.
    public static let expected =
        "daily, weekly on monday, monthly by working day 5, termly, quarterly by working day 10 or yearly by 31 May"

    /// Reads `monthly by working day 5`; nil for anything that is not ``expected``.
    public init?(_ text: String) {
        let words = text.lowercased().split(separator: " ").map(String.init)
        func workingDay() -> Int? {
            guard words.count == 5, words[1...3] == ["by", "working", "day"], let day = Int(words[4]), (1...60).contains(day) else { return nil }
            return day
        }
        switch words.first {
        case "daily" where words.count == 1: self = .daily
        case "termly" where words.count == 1: self = .termly
        case "weekly":
            guard words.count == 3, words[1] == "on", let weekday = Schedule.weekdays.firstIndex(of: words[2]) else { return nil }
            self = .weekly(weekday: weekday)
        case "monthly":
            guard let day = workingDay(), day <= 20 else { return nil }
            self = .monthly(workingDay: day)
        case "quarterly":
            guard let day = workingDay() else { return nil }
            self = .quarterly(workingDay: day)
        case "yearly":
            guard words.count == 4, words[1] == "by", let day = Int(words[2]), let month = Schedule.months.firstIndex(of: words[3]),
                (1...Schedule.lastDays[month]).contains(day)
            else { return nil }
            self = .yearly(month: month + 1, day: day)
        default: return nil
        }
    }
}

extension Contract {
    /// ``due`` as a schedule; nil where files come when they come.
    public var schedule: Schedule? { due.flatMap { Schedule($0) } }
}
