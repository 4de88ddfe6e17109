import Foundation
import Testing
import Vocabulary

@testable import Synthesis

/// The figures that a city authority published for 2021, counted from the files that the profile of that name makes, by a reading of them that
/// shares nothing with what made them. They are counted as simply as the files allow; the measures themselves are the warehouse's.
@Suite struct FiguresTests {
    @Test func figuresAreLikeThePublishedOnes() throws {
        try withFolder { folder in
            var plan = try TestWorld.plan(children: 700, feeds: ["ssda903", "ssd", "health", "virtual-school", "reviewing", "voice"])
            plan.years = [CollectionYear](from: 2022, to: 2026)
            _ = try Synthesiser.write(plan, to: folder)
            var figures = Figures(folder, plan)
            try figures.placements()
            try figures.visitsAndReviews()
            try figures.health()
            try figures.education()
            try figures.leavingCare()
            try figures.others()
            for (title, published, range) in [
                ("children in care", 700.0, 700.0...700), ("foster care", 67, 62...74), ("own provision of foster care", 53.8, 47...61),
                ("long-term of foster care", 28.8, 23...35), ("3 or more placements", 6.6, 4...9.5), ("same placement 2 years", 70.6, 62...78),
                ("visits in time", 83, 78...88), ("reviews in time", 93.5, 90...98), ("views reached the review", 93.2, 88...96),
                ("health assessment", 80, 75...88), ("dental check", 61.5, 55...68), ("SDQ", 75, 68...88), ("PEP in the term", 88, 83...95),
                ("in education, employment or training", 60.1, 52...67), ("suitable accommodation", 92.3, 87...97),
                ("pathway plan, in care", 89.3, 81...95), ("pathway plan, leavers", 92.2, 82...96), ("leavers seen in 8 weeks", 55, 45...64),
                ("protection plans", 426, 340...510), ("advocacy contacts", 641, 450...850),
            ] as [(String, Double, ClosedRange<Double>)] {
                let value = try #require(figures.values[title], "\(title)")
                #expect(range.contains(value), "\(title): \(value), published \(published)")
            }
        }
    }
}

/// Counts figures from files.
private struct Figures {
    private(set) var values: [String: Double] = [:]

    private typealias Stay = (start: CalendarDate, adoption: Bool)
    private struct Child {
        let start: CalendarDate
        let stays: [Stay]
        let place: String
        let provider: String
    }

    private let folder: String
    private let plan: SynthesisPlan
    private let asAt: CalendarDate
    private let yearAgo: CalendarDate
    private var stock: [String: Child] = [:]
    private var births: [String: CalendarDate] = [:]

    init(_ folder: String, _ plan: SynthesisPlan) {
        (self.folder, self.plan, asAt) = (folder, plan, plan.asAtDate)
        yearAgo = plan.asAtDate.addingYears(-1)
    }

    private mutating func share(_ title: String, _ holds: [Bool]) {
        values[title] = holds.isEmpty ? -1 : 100 * Double(holds.filter { $0 }.count) / Double(holds.count)
    }

    private func age(_ child: String) -> Int { births[child].map { $0.legalAge(on: asAt) } ?? -1 }

    /// A day written in any of the ways of the files.
    private func day(_ text: String?) -> CalendarDate? {
        guard let text, text.count >= 10 else { return nil }
        if let iso = CalendarDate(String(text.prefix(10))) { return iso }
        let parts = text.prefix(text.contains("-") ? 11 : 10).split(whereSeparator: { $0 == "/" || $0 == "-" })
        guard parts.count == 3, let number = Int(parts[0]), let year = Int(parts[2]) else { return nil }
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return CalendarDate(year: year, month: Int(parts[1]) ?? (names.firstIndex(of: String(parts[1])) ?? -1) + 1, day: number)
    }

    private func path(_ feed: String, _ start: String) throws -> String {
        let name = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/inbox/\(feed)").first { $0.hasPrefix(start) }
        return "\(folder)/inbox/\(feed)/\(try #require(name, "\(feed)/\(start)"))"
    }

    /// From the returns: the newest row of each episode, the period of care that is open, and its placements.
    mutating func placements() throws {
        var episodes: [String: [String: Row]] = [:]
        for year in plan.years {
            let files = try ReturnFolder(folder, year, known: asAt)
            for row in files["episodes.csv"] { episodes[row["CHILD"], default: [:]][row["DECOM"]] = row }
            for row in files["header.csv"] { births[row["CHILD"]] = row.date("DOB") }
        }
        for (child, rows) in episodes {
            let all = rows.values.sorted { ($0.date("DECOM") ?? asAt) < ($1.date("DECOM") ?? asAt) }
            guard let last = all.last, last["DEC"].isEmpty, !["V3", "V4"].contains(last["LS"]) else { continue }
            let period = all[(all.lastIndex { $0["RNE"] == "S" } ?? 0)...]
            var stays: [Stay] = []
            var returning = false
            for row in period {
                if row["PLACE"].hasPrefix("T") {
                    returning = true
                    continue
                }
                let moved = ["S", "P", "B"].contains(row["RNE"]) && !returning
                if moved || stays.isEmpty { stays.append((row.date("DECOM") ?? asAt, row["PLACE"].hasPrefix("A"))) }
                returning = false
            }
            let main = period.last { !$0["PLACE"].hasPrefix("T") } ?? last
            stock[child] = Child(
                start: period.first?.date("DECOM") ?? asAt, stays: stays, place: main["PLACE"], provider: main["PLACE_PROVIDER"])
        }
        values["children in care"] = Double(stock.count)
        let fostered = stock.values.filter { $0.place.hasPrefix("U") }
        share("foster care", stock.values.map { $0.place.hasPrefix("U") })
        share("own provision of foster care", fostered.map { $0.provider == "PR1" })
        share("long-term of foster care", fostered.map { ["U1", "U4"].contains($0.place) })
        share(
            "3 or more placements",
            stock.values.map { child in
                child.stays.filter { $0.start > yearAgo }.count + (child.stays.contains { $0.start <= yearAgo } ? 1 : 0) >= 3
            })
        let long = stock.filter { age($0.key) < 16 && asAt - $0.value.start >= 913 }.values
        share(
            "same placement 2 years",
            long.map { child in
                let place = child.stays.count - (child.stays.last?.adoption == true && child.stays.count > 1 ? 2 : 1)
                return child.stays[place].start <= asAt.addingYears(-2)
            })
    }

    mutating func visitsAndReviews() throws {
        var visited: [String: CalendarDate] = [:]
        for row in try feedRows(path("ssd", "ssd_cla_visits.csv")) {
            let child = row["clav_person_id"] ?? ""
            visited[child] = max(visited[child] ?? asAt - 9_000, day(row["clav_cla_visit_date"]) ?? asAt - 9_000)
        }
        share(
            "visits in time",
            stock.map { child, now in
                let start = now.stays.last?.start ?? now.start
                guard let last = visited[child], last >= start else { return asAt - start <= 7 }
                return asAt - last <= (["U1", "U4"].contains(now.place) && last - start > 365 ? 91 : 42)
            })
        let tracker = try feedRows(path("reviewing", "Review tracker"), sheet: "Review tracker", header: "LA Child ID")
        let due = tracker.compactMap { row in day(row["Review Due Date"]).map { (due: $0, held: day(row["Date Held"])) } }
        share("reviews in time", due.filter { $0.due > yearAgo && $0.due <= asAt }.map { review in review.held.map { $0 <= review.due } ?? false })
        let newest = try ReturnFolder(folder, try #require(plan.years.last), known: asAt)["reviews.csv"].map { $0["REVIEW_CODE"] }
        share("views reached the review", newest.filter { $0 != "PN0" }.map { !["PN4", "PN7"].contains($0) })
    }

    /// The newest of an agency's days for each child, by the truth about who is who.
    private func latest(_ sheet: String, _ column: String, where fits: ([String: String]) -> Bool = { _ in true }) throws -> [String: CalendarDate] {
        var children: [String: String] = [:]
        for row in try feedRows("\(folder)/truth/who_is_who.csv") where row["agency"] == "health" { children[row["reference"] ?? ""] = row["child"] }
        var days: [String: CalendarDate] = [:]
        for row in try feedRows(path("health", "Looked After"), sheet: sheet, header: "RiO number") where fits(row) {
            guard let child = children[row["RiO number"] ?? ""], let found = day(row[column]) else { continue }
            days[child] = max(days[child] ?? found, found)
        }
        return days
    }

    mutating func health() throws {
        let year = stock.filter { asAt - $0.value.start >= 365 }.keys
        let assessed = try latest("Health Assessments", "Date seen")
        share("health assessment", year.map { child in assessed[child].map { $0 >= asAt.addingMonths(age(child) < 5 ? -6 : -12) } ?? false })
        let teeth = try latest("Dental checks", "Dental check date") { $0["Status"]?.isEmpty ?? true }
        share("dental check", year.map { child in teeth[child].map { $0 >= yearAgo } ?? false })
        let scored = try latest("SDQ", "SDQ completed date") { $0["SDQ score"]?.isEmpty == false }
        share("SDQ", year.filter { (4...16).contains(age($0)) }.map { child in scored[child].map { $0 >= yearAgo } ?? false })
    }

    mutating func education() throws {
        let plans = try feedRows(path("virtual-school", "ePEP")).filter { row in
            row["Academic Year"] == "2025/26" && row["PEP term"] == "Summer term" && row["NCY"].flatMap { Int($0) }.map { (1...11).contains($0) } == true
        }
        share("PEP in the term", plans.map { $0["Meeting date"]?.isEmpty == false })
    }

    mutating func leavingCare() throws {
        var births: [String: CalendarDate] = [:]
        for row in try feedRows(path("ssd", "ssd_person.csv")) { births[row["pers_person_id"] ?? ""] = day(row["pers_dob"]) }
        let all = try feedRows(path("ssd", "ssd_care_leavers.csv"))
        func isInCare(_ row: [String: String]) -> Bool { row["clea_care_leaver_eligibility"]?.hasPrefix("Eligible") ?? false }
        let leavers = all.filter { !isInCare($0) }
        let aged = leavers.filter { row in births[row["clea_person_id"] ?? ""].map { (19...21).contains($0.legalAge(on: asAt)) } ?? false }
        share("in education, employment or training", aged.map { ["F", "P"].contains($0["clea_care_leaver_activity"]?.prefix(1) ?? "") })
        share("suitable accommodation", aged.map { $0["clea_care_leaver_accom_suitable"] == "1" })
        func planned(_ row: [String: String]) -> Bool { day(row["clea_pathway_plan_review_date"]).map { $0 >= asAt.addingMonths(-6) } ?? false }
        share("pathway plan, in care", all.filter(isInCare).map(planned))
        share("pathway plan, leavers", leavers.filter { $0["clea_care_leaver_eligibility"]?.contains("elevant") ?? false }.map(planned))
        let reached = leavers.filter { $0["clea_care_leaver_in_touch"] == "YES" }
        share("leavers seen in 8 weeks", reached.map { row in day(row["clea_care_leaver_latest_contact"]).map { asAt - $0 <= 56 } ?? false })
    }

    mutating func others() throws {
        let open = try feedRows(path("ssd", "ssd_cp_plans.csv")).filter { $0["cppl_cp_plan_end_date"]?.isEmpty ?? true }
        values["protection plans"] = Double(open.count)
        let visits = try feedRows(path("voice", "Advocacy visits"))
        values["advocacy contacts"] = Double(visits.filter { row in day(row["Visit Date"]).map { $0 > yearAgo } ?? false }.count)
    }
}
