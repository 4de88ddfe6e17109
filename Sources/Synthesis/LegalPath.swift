import Vocabulary

/// The legal statuses of a period of care, and the dates of an adoption that hang on them.
struct LegalPath {
    struct Step: Sendable, Equatable {
        let start: CalendarDate
        let status: LegalStatus
    }

    let plan: CarePlan
    let start: CalendarDate
    let end: CalendarDate
    let age: Int
    var random: RandomStream
    private(set) var steps: [Step] = []
    /// Decision that the child should be placed for adoption, and its reversal.
    private(set) var decided: CalendarDate?
    private(set) var reversed: CalendarDate?
    /// Match with adopters, and the day of moving in with them.
    private(set) var matched: CalendarDate?
    private(set) var movedIn: CalendarDate?

    init(plan: CarePlan, start: CalendarDate, end: CalendarDate, age: Int, random: RandomStream) {
        self.plan = plan
        self.start = start
        self.end = end
        self.age = age
        self.random = random
    }

    mutating func build() {
        switch plan {
        case .remand: step(start, .remand)
        case .unaccompanied: unaccompanied()
        case .consentAdoption: consent()
        case .shortStay: shortStay()
        case .home, .guardianship, .arrangements: court(voluntary: plan == .home ? 0.5 : 0.08)
        case .majority: court(voluntary: age >= 16 ? 0.7 : age >= 13 ? 0.22 : 0.06)
        case .adoption, .reversedAdoption: placementOrder()
        }
    }

    /// Adds a status from `day`, unless care has ended by then or the status is in force already.
    private mutating func step(_ day: CalendarDate, _ status: LegalStatus) {
        guard day < end - 1, steps.last.map({ $0.start < day && $0.status != status }) ?? true else { return }
        steps.append(Step(start: day, status: status))
    }

    /// First days: police protection (72 hours at most), an emergency protection order (8 days, extended to at most 15), an
    /// agreement with the parents, or straight to court. Gives the day of the interim care order.
    private mutating func arrival() -> CalendarDate {
        switch random.unit() {
        // Police protection ends after three days, so it is not all there is.
        case ..<0.10 where end - start > 8:
            step(start, .policeProtection)
            let next = start + random.within(1...3)
            if random.chance(0.3) {
                step(next, .emergencyProtection)
                return next + random.within(5...14)
            }
            if random.chance(0.5) {
                step(next, .accommodated)
                return next + random.within(7...60)
            }
            return next
        case ..<0.14:
            step(start, .emergencyProtection)
            return start + random.within(5...14)
        case ..<0.50:
            step(start, .accommodated)
            return start + random.within(14...150)
        default:
            return start
        }
    }

    private mutating func shortStay() {
        let first = random.unit()
        // Police protection ends after three days, so it is not all there is.
        if first < 0.15, end - start > 8 {
            step(start, .policeProtection)
            step(start + random.within(1...3), .accommodated)
        } else {
            step(start, first > 0.8 && age < 16 ? .interimCareOrder : .accommodated)
        }
    }

    private mutating func unaccompanied() {
        step(start, .accommodated)
        if random.chance(0.05) {
            let order = start + random.within(60...200)
            step(order, .interimCareOrder)
            step(order + random.within(90...200), .careOrder)
        }
    }

    /// Agreement with the parents throughout, or care proceedings: interim order, then the full order after 24 to 48 weeks.
    private mutating func court(voluntary: Double) {
        if random.chance(voluntary) {
            step(start, .accommodated)
            return
        }
        let interim = arrival()
        step(interim, .interimCareOrder)
        step(interim + random.within(190...460), .careOrder)
    }

    /// Care proceedings that end in a placement order; the decision comes two to six weeks before it.
    private mutating func placementOrder() {
        let interim = arrival()
        step(interim, .interimCareOrder)
        let order = interim + random.within(130...220)
        let day = order - random.within(14...42)
        step(order, .placementOrder)
        guard steps.last?.status == .placementOrder else { return }
        decided = day
        if plan == .reversedAdoption {
            let back = order + random.within(150...600)
            step(back, .careOrder)
            if steps.last?.status == .careOrder { reversed = back }
            return
        }
        let latest = end - 75
        movedIn = order + 25 + random.between(0, min(latest - order - 25, 520))
        matched = movedIn.map { max(day + 1, $0 - random.within(10...35)) }
    }

    /// A baby whose parents agree to adoption: accommodated throughout, no court order before the adoption itself.
    private mutating func consent() {
        step(start, .accommodated)
        let day = start + random.within(50...90)
        decided = day
        let moved = day + random.within(60...200)
        movedIn = moved
        matched = moved - random.within(10...30)
    }
}
