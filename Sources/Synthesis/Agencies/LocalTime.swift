import Vocabulary

/// A time of the clock on the wall: a day, and minutes since its midnight.
struct LocalTime: Sendable, Comparable {
    let day: CalendarDate
    /// 0 to 1,439.
    let minute: Int

    static func < (a: LocalTime, b: LocalTime) -> Bool { (a.day, a.minute) < (b.day, b.minute) }

    /// So many minutes later.
    static func + (time: LocalTime, minutes: Int) -> LocalTime {
        let all = time.minute + minutes
        let days = all >= 0 ? all / 1_440 : (all - 1_439) / 1_440
        return LocalTime(day: time.day + days, minute: all - days * 1_440)
    }

    /// Minutes from `b` to `a`.
    static func - (a: LocalTime, b: LocalTime) -> Int { (a.day - b.day) * 1_440 + a.minute - b.minute }

    var cell: Cell { .moment(day, minute: minute) }
}

extension Cell {
    static func time(_ value: LocalTime?) -> Cell { value?.cell ?? .blank }
}

/// Things that happen to a child in care at random, at a rate that depends on age.
enum Chance {
    /// Days on which it happens.
    /// - Parameters:
    ///   - life: only days in care count
    ///   - from: not before
    ///   - until: not after
    ///   - rate: how often in a year, at an age in completed years; below 8 a year
    static func days(
        _ life: Life, from: CalendarDate, until: CalendarDate, _ random: inout RandomStream, rate: (Int) -> Double
    ) -> [CalendarDate] {
        let fastest = 8.0
        var made: [CalendarDate] = []
        var day = from
        while true {
            // Thinned out: drawn at the fastest rate, and kept as the rate of the day is to it.
            day = day + 1 + random.days(mean: 365 / fastest)
            let kept = random.unit()
            guard day <= until else { return made }
            if life.isInCare(day), kept * fastest < rate(life.birth.returnAge(on: day)) { made.append(day) }
        }
    }
}

extension Life {
    fileprivate func isInCare(_ day: CalendarDate) -> Bool { !isShortBreak && isInCare(on: day) }
}
