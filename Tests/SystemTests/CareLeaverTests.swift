import Foundation
import Postgres
import Testing

/// Who is a care leaver of the year (OC3) is decided by the episodes, at 17 and 18 by when they ended.
@Suite("Care leavers of a derived return")
struct CareLeaverTests {
    /// A young person born on the day, with episodes `DECOM,LS,DEC,REC`.
    struct YoungPerson {
        let child: String
        let born: String
        let episodes: [String]
        /// The rule that leaves the row out of OC3 in 2022-23 and in 2023-24, a year later; nil where it is in.
        let rule: (before2023: String?, since2023: String?)
    }

    /// All turn 17 in the year, on 10 June, but for `adult`, who turns 19.
    static func people(_ year: Int) -> [YoungPerson] {
        let born = "10/06/\(year - 17)", at = { (day: String, offset: Int) in "\(day)/\(year + offset)" }
        return [
            // Left at 16, after a year.
            .init(child: "left", born: born, episodes: ["\(at("01/02", -1)),C2,\(at("01/02", 0)),E8"], rule: (nil, nil)),
            // The gap: came after the 17th birthday, for more than 13 weeks, and left in the same year.
            .init(child: "late", born: born, episodes: ["\(at("20/06", 0)),V2,\(at("20/12", 0)),E8"], rule: (nil, "OC3-STILL-IN-CARE")),
            // Left at 16, came again after the birthday and left again.
            .init(
                child: "again", born: born,
                episodes: ["\(at("01/02", -1)),C2,\(at("01/02", 0)),E8", "\(at("20/06", 0)),V2,\(at("20/12", 0)),E8"], rule: (nil, "OC3-STILL-IN-CARE")),
            // The birthday itself, and the day before it.
            .init(child: "on-the-day", born: born, episodes: ["\(at("01/02", -1)),C2,\(at("10/06", 0)),E8"], rule: (nil, "OC3-STILL-IN-CARE")),
            .init(child: "day-before", born: born, episodes: ["\(at("01/02", -1)),C2,\(at("09/06", 0)),E8"], rule: (nil, nil)),
            // Over the birthday; and open at the end of the year. Looked after for less than twelve months, or OC2 were asked.
            .init(
                child: "over-it", born: born, episodes: ["\(at("01/02", 0)),C2,\(at("01/11", 0)),E8"], rule: ("OC3-STILL-IN-CARE", "OC3-STILL-IN-CARE")),
            .init(child: "open", born: born, episodes: ["\(at("20/06", 0)),C2,,"], rule: ("OC3-STILL-IN-CARE", "OC3-STILL-IN-CARE")),
            // What ended after the year is open in it.
            .init(
                child: "next-year", born: born, episodes: ["\(at("20/06", 0)),C2,\(at("01/05", 1)),E8"], rule: ("OC3-STILL-IN-CARE", "OC3-STILL-IN-CARE")),
            // Short breaks make nobody a care leaver, but rule 1016 asks after every episode.
            .init(child: "breaks", born: born, episodes: ["\(at("01/02", -1)),V4,\(at("01/02", 0)),E8"], rule: ("OC3-NOT-13-WEEKS", "OC3-NOT-13-WEEKS")),
            .init(
                child: "one-break", born: born,
                episodes: ["\(at("01/02", -1)),C2,\(at("01/02", 0)),E8", "\(at("20/06", 0)),V3,\(at("24/06", 0)),E8"], rule: (nil, "OC3-STILL-IN-CARE")),
            // From 19 on it does not matter when care ended.
            .init(child: "adult", born: "10/06/\(year - 19)", episodes: ["\(at("01/02", -4)),C2,\(at("10/06", -1)),E8"], rule: (nil, nil)),
        ]
    }

    @Test("at 17 and 18 only those whose care ended before that birthday; nobody whom the rules of the year would find", arguments: [2022, 2023])
    func derived(year: Int) throws {
        let warehouse = try TestWarehouse()
        let people = Self.people(year)
        let name = "\(year)-\(year - 1999)"
        let folder = try Extract.write(
            [
                Extract(.header, people.map { [$0.child, "1", $0.born, "WBRI", "", "", ""] }),
                Extract(
                    .episodes,
                    people.flatMap { person in
                        person.episodes.map { episode in
                            let field = episode.components(separatedBy: ",")
                            return [person.child, field[0], "S", field[1], "N1", "U1", "PR1", field[2], field[3], "", "AB1 2CD", "AB1 3CD", "SC123456"]
                        }
                    }),
                Extract(.oc3, people.map { [$0.child, $0.born, "YES", "F2", "B1"] }),
            ], to: warehouse.folder + "/in")
        let loaded = try warehouse.loxley("load", "ssda903", "--year", name, folder)
        #expect(loaded.code == 0, "\(loaded)")
        let out = warehouse.folder + "/return"
        let made = try warehouse.loxley(
            "return", "ssda903", "--year", name, "--derive", "--out", out, "--explain", warehouse.folder + "/left-out.csv", "--findings",
            warehouse.folder + "/findings.csv")
        #expect(made.code == 0 || made.code == 3, "\(made)")

        let leftOut = try CSVTable(path: warehouse.folder + "/left-out.csv").rows.filter { $0[0] == "OC3" }
        let rules = Dictionary(leftOut.map { ($0[1], $0[3]) }, uniquingKeysWith: { first, _ in first })
        let back = Set(try CSVTable(path: out + "/oc3.csv").rows.map { $0[0] })
        for person in people {
            let rule = year < 2023 ? person.rule.before2023 : person.rule.since2023
            #expect(rules[person.child] == rule && back.contains(person.child) == (rule == nil), "\(person.child): \(rules[person.child] ?? "in")")
        }
        // The concept says the same of those whose care it knows.
        let leavers = try warehouse.connect().lines(
            """
            select n.identifier from concepts.care_leavers(\("\(year)-04-01")::date, \("\(year + 1)-03-31")::date) as l
            join identity.node as n on n.person_key = l.person_key order by 1
            """)
        #expect(leavers == back.sorted())
        let found = try CSVTable(path: warehouse.folder + "/findings.csv").rows.filter { ["1007", "1016"].contains($0[0]) }
        #expect(found.isEmpty, "\(found)")
    }
}
