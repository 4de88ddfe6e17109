import Vocabulary

/// What every feed draws on: the plan, the day, the calendar, the shares, and streams of chance.
struct FeedWorld: Sendable {
    let plan: SynthesisPlan
    /// The agency whose feed it is.
    let agency: String
    /// The day on which the files were made: nothing later is known.
    let asAt: CalendarDate
    let calendar: SynthesisCalendar
    let lives: LifeMaker
    let identities: IdentityMaker
    let profile: Profile

    /// A number of the profile: `share("dental_check_in_date")` is that of the agency's own section, `share("core.visits_in_time")` of another.
    /// - Throws: ``SynthesisError/plan(_:)`` where no profile has it: add it to `config/profiles/england.yaml`.
    func share(_ name: String) throws -> Double {
        let key = name.contains(".") ? name : "\(agency).\(name)"
        guard let number = profile.numbers[key] else { throw SynthesisError.plan(["the profile does not say \(key)"]) }
        return number
    }

    /// The agency's own stream for a life and a purpose, always the same.
    func random(_ life: Life, _ purpose: String, _ detail: Int = 0) -> RandomStream {
        RandomStream(seed: plan.seed, index: life.index, feed: "\(agency)/\(purpose)", detail: detail)
    }

    /// The agency's own stream for something that is not a life: a home, a household, a worker.
    func random(_ purpose: String, _ number: Int) -> RandomStream {
        RandomStream(seed: plan.seed, index: number, feed: "\(agency)/\(purpose)/other")
    }

    /// As-at date so many years and months back: the first day of "the last 24 months".
    func since(months: Int) -> CalendarDate { asAt.addingMonths(-months) }
}

extension CalendarDate {
    /// The same day `months` later, or the last day of a shorter month.
    func addingMonths(_ months: Int) -> CalendarDate {
        let (year, month, day) = components
        let count = year * 12 + month - 1 + months
        let (y, m) = (count / 12, count % 12 + 1)
        return CalendarDate(year: y, month: m, day: min(day, CalendarDate.days(inMonth: m, year: y))) ?? self
    }
}

/// Events that should come at least so often, and mostly do.
enum Rhythm {
    /// Days of events from one day until another, of which at any later time a share `inTime` of the people has had the last within its interval.
    ///
    /// Gaps that keep to the time are three quarters of the interval to all of it; the others overrun by one interval on average. From the share that
    /// is wanted follows how often that may be.
    /// - Parameters:
    ///   - from: the day from which the first is due within one interval
    ///   - until: no event on or after it
    ///   - every: the interval in days that holds on a day
    ///   - inTime: 0.5 to 1
    ///   - working: moves events to working days
    static func days(
        from: CalendarDate, until: CalendarDate, inTime share: Double, calendar: SynthesisCalendar?, _ random: inout RandomStream,
        every interval: (CalendarDate) -> Int
    ) -> [CalendarDate] {
        let overdue = min(max(1 - share, 0), 0.45)
        let late = min(1, 0.875 * overdue / (1 - 1.125 * overdue))
        var made: [CalendarDate] = []
        var day = from
        while true {
            let span = interval(day)
            let isFirst = made.isEmpty
            var gap = isFirst ? random.within(span * 2 / 5...span) : random.within(span * 3 / 4...max(span * 3 / 4, span))
            if random.chance(late) { gap = span + 1 + random.days(mean: Double(span)) }
            var next = day + max(1, gap)
            // Back to the working day before, so that what was in time stays so.
            if let calendar { while !calendar.isWorking(next), next - 1 > day { next = next - 1 } }
            guard next < until else { return made }
            made.append(next)
            day = next
        }
    }
}
