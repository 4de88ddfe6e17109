import Vocabulary

/// An independent reading of the rules that tie the other modules to the episodes, and a year to the year before.
struct ModuleCheck {
    let now: ReturnFolder
    let last: ReturnFolder?
    private(set) var problems: [String: Int] = [:]

    init(_ now: ReturnFolder, last: ReturnFolder?) {
        self.now = now
        self.last = last
    }

    mutating func expect(_ holds: Bool, _ rule: String) {
        if !holds { problems[rule, default: 0] += 1 }
    }

    mutating func run() {
        let episodes = now.episodes
        let headers = Dictionary(now["header.csv"].map { ($0["CHILD"], $0) }, uniquingKeysWith: { first, _ in first })
        for file in ["header.csv", "ad1.csv", "oc2.csv", "oc3.csv", "previous_permanence.csv", "uasc.csv"] {
            expect(Set(now[file].map { $0["CHILD"] }).count == now[file].count, "INT31-36 \(file) once")
        }
        expect(
            Set(now["header.csv"].map { $0["UPN"] }.filter { !$0.hasPrefix("UN") }).count
                == now["header.csv"].filter { !$0["UPN"].hasPrefix("UN") }.count, "444 UPN")
        let leavers = Set(now["oc3.csv"].map { $0["CHILD"] })
        for (file, rows) in now.tables where file != "header.csv" {
            for row in rows {
                guard let header = headers[row["CHILD"]] else {
                    expect(false, "INT \(file) header")
                    continue
                }
                if now.columns[file]?.contains("DOB") == true { expect(row["DOB"] == header["DOB"], "INT11-18 DOB") }
                if now.columns[file]?.contains("SEX") == true { expect(row["SEX"] == header["SEX"], "INT21 SEX") }
                if file != "oc3.csv", file != "episodes.csv" { expect(episodes[row["CHILD"]] != nil, "1012 \(file)") }
            }
        }
        for row in now["header.csv"] { header(row, episodes[row["CHILD"]], isLeaver: leavers.contains(row["CHILD"])) }
        for row in now["uasc.csv"] { expect(row.date("DUC").map { $0 >= now.year.start } == true, "104 DUC") }
        outcomes(episodes, headers, leavers)
        adoption(episodes)
        events(episodes)
        if let last { continuity(episodes, last) }
    }

    private mutating func header(_ row: Row, _ episodes: [Row]?, isLeaver: Bool) {
        let male = now.year.startYear >= 2024 ? "M" : "1"
        let female = now.year.startYear >= 2024 ? "F" : "2"
        expect([male, female].contains(row["SEX"]), "101 SEX")
        expect(row.date("DOB").map { $0 <= now.year.end } == true, "102 301 DOB")
        expect(episodes != nil || isLeaver, "EPI")
        let shortOnly = episodes?.allSatisfy { ["V3", "V4"].contains($0["LS"]) } ?? true
        expect(row["MOTHER"].isEmpty == (row["SEX"] == male || shortOnly), "165 393 399 MOTHER")
        expect((row["MOTHER"] == "1") == (row.date("MC_DOB") != nil), "611 612 MC_DOB")
        let upn = row["UPN"]
        let full = upn.utf8.count == 13 && !"IOS".contains(upn.prefix(1)) && upn.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
        expect(full || ["UN1", "UN2", "UN3"].contains(upn), "168 UPN")
        if upn == "UN1", let birth = row.date("DOB"), let before = CalendarDate(year: now.year.startYear - 1, month: 8, day: 31) {
            expect(birth.addingYears(4) > before, "209 UN1")
        }
    }

    private mutating func outcomes(_ episodes: [String: [Row]], _ headers: [String: Row], _ leavers: Set<String>) {
        let cohort = Set(
            episodes.filter { _, rows in
                rows.allSatisfy { row in
                    let enters = row["RNE"] == "S" && (row.date("DECOM") ?? now.year.start) > now.year.start
                    let leaves = row["REC"] != "X1" && (row.date("DEC") ?? now.year.end) < now.year.end
                    return !enters && !leaves && !["V3", "V4"].contains(row["LS"])
                }
            }.keys)
        expect(cohort == Set(now["oc2.csv"].map { $0["CHILD"] }), "190 191 OC2 cohort")
        expect(leavers.isDisjoint(with: cohort), "215 OC2 OC3")
        expect(Set(now["ad1.csv"].map { $0["CHILD"] }).isDisjoint(with: cohort.union(leavers)), "134 187 AD1")
        for row in now["oc2.csv"] {
            guard let birth = row.date("DOB") else { continue }
            let four = birth.addingYears(4), seventeen = birth.addingYears(17)
            let due = four <= now.year.end && seventeen >= now.year.start
            expect(row["SDQ_SCORE"].isEmpty || row["SDQ_REASON"].isEmpty, "197a SDQ")
            expect(due == !(row["SDQ_SCORE"] + row["SDQ_REASON"]).isEmpty, "186 188 189 197B SDQ")
            expect(Int(row["SDQ_SCORE"]).map { (0...40).contains($0) } ?? true, "180 SDQ")
            expect(!(row["SDQ_REASON"] == "SDQ1" && four <= now.year.start && birth.addingYears(16) >= now.year.end), "157 SDQ1")
            expect(row["CONVICTED"].isEmpty == (birth.addingYears(10) > now.year.end), "542 543 CONVICTED")
            expect(row["HEALTH_CHECK"].isEmpty == (birth.addingYears(5) <= now.year.end), "545 546 HEALTH_CHECK")
            for column in ["IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE"] {
                expect(["0", "1"].contains(row[column]), "191 \(column)")
            }
            expect((row["SUBSTANCE_MISUSE"] == "1") == !row["INTERVENTION_RECEIVED"].isEmpty, "192 193 intervention")
            expect((row["INTERVENTION_RECEIVED"] == "0") == !row["INTERVENTION_OFFERED"].isEmpty, "158 159 offered")
        }
        let lists: Set<String> =
            now.year.startYear <= 2020
            ? ["F1", "P1", "F2", "P2", "F3", "P3", "G4", "G5", "G6", "0"]
            : ["F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5", "G4", "G5", "G6", "0"]
        for row in now["oc3.csv"] {
            guard let birth = row.date("DOB") else { continue }
            let ages = (17...(now.year.startYear >= 2022 ? 25 : 21)).filter { (now.year.start...now.year.end).contains(birth.addingYears($0)) }
            expect(ages.count == 1, "391 age")
            expect(lists.contains(row["ACTIV"]), "132 ACTIV")
            expect((row["IN_TOUCH"] == "YES") == (row["ACTIV"] != "0" && row["ACCOM"] != "0"), "344 345 in touch")
            expect(!(ages == [17] && row["ACCOM"].hasPrefix("Z")), "3001 staying put")
            for episode in episodes[row["CHILD"]] ?? [] {
                let limit = ages.first.map { birth.addingYears(min($0, 18)) } ?? now.year.end
                expect((episode.date("DEC") ?? now.year.end) < limit && !["E2", "E3"].contains(episode["REC"]), "1007 1016 still in care")
            }
        }
    }

    private mutating func adoption(_ episodes: [String: [Row]]) {
        let decisions = Dictionary(grouping: now["placed_for_adoption.csv"], by: { $0["CHILD"] })
        for (child, rows) in episodes {
            let decision = decisions[child]?.first
            for row in rows {
                let placed = ["A3", "A4", "A5", "A6"].contains(row["PLACE"])
                guard placed || row["LS"] == "E1" else { continue }
                expect(decision?.date("DATE_PLACED").flatMap { day in row.date("DECOM").map { day <= $0 } } == true, "551-554 decision")
                let ends = !["X1", "E11", "E12", ""].contains(row["REC"])
                expect(!ends || decision?["DATE_PLACED_CEASED"].isEmpty == false, "557 reversed")
            }
            if rows.last?["LS"] == "E1", rows.last?.date("DEC") == nil { expect(decision?["DATE_PLACED_CEASED"] == "", "553 ceased") }
        }
        let adopted = episodes.filter { ["E11", "E12"].contains($0.value.last?["REC"] ?? "") }
        expect(Set(adopted.keys) == Set(now["ad1.csv"].map { $0["CHILD"] }), "601 602 AD1")
        for row in now["ad1.csv"] {
            guard let last = adopted[row["CHILD"]]?.last, let match = row.date("DATE_MATCH"), let start = last.date("DECOM"),
                let decided = row.date("DATE_INT")
            else { continue }
            expect(match <= start && decided <= match, "331 333 match")
            expect(decisions[row["CHILD"]]?.first?["DATE_PLACED"] == row["DATE_INT"], "523 decision")
            expect((row["FOSTER_CARE"] == "1") == ["A3", "A5"].contains(last["PLACE"]), "335 carer")
            expect((row["NB_ADOPTR"] == "1") == (row["LS_ADOPTR"] == "L0"), "511 514 adopters")
            expect(!["L11", "L3"].contains(row["LS_ADOPTR"]) || row["SEX_ADOPTR"] == "MF", "517 520 adopters")
            expect(!["L12", "L4"].contains(row["LS_ADOPTR"]) || ["MM", "FF"].contains(row["SEX_ADOPTR"]), "518 524 adopters")
        }
    }

    private mutating func events(_ episodes: [String: [Row]]) {
        func inside(_ row: Row, _ start: CalendarDate?, _ end: CalendarDate?) -> Bool {
            guard let start else { return false }
            return (episodes[row["CHILD"]] ?? []).contains { episode in
                guard let from = episode.date("DECOM") else { return false }
                return start >= from && (episode.date("DEC").map { start < $0 && (end.map { e in e <= now.year.end } ?? false) } ?? true)
            }
        }
        for row in now["reviews.csv"] {
            guard let day = row.date("REVIEW"), let birth = row.date("DOB") else { return expect(false, "166 review") }
            expect((now.year.start...now.year.end).contains(day), "review in year")
            expect((row["REVIEW_CODE"] == "PN0") == (birth.addingYears(4) > day), "440 441 review")
            expect(inside(row, day, day), "review in care")
        }
        for rows in Dictionary(grouping: now["missing.csv"], by: { $0["CHILD"] }).values {
            for row in rows { expect(inside(row, row.date("MIS_START"), row.date("MIS_END")), "575 577 578 581 missing") }
            for (before, row) in zip(rows, rows.dropFirst()) {
                expect(before.date("MIS_END").flatMap { end in row.date("MIS_START").map { $0 > end } } == true, "574 missing")
            }
        }
        for row in now["DoLo.csv"] {
            let places = (episodes[row["CHILD"]] ?? []).filter { episode in
                (episode.date("DECOM") ?? now.year.end) <= (row.date("DOLO_END") ?? now.year.end)
                    && (episode.date("DEC") ?? now.year.end) >= (row.date("DOLO_START") ?? now.year.end)
            }
            expect(!places.isEmpty && places.allSatisfy { ["K2", "Z12", "Z13"].contains($0["PLACE"]) }, "707 709 710 liberty")
        }
        let started = Set(
            now["episodes.csv"].filter { $0["RNE"] == "S" && ($0.date("DECOM") ?? now.year.end) >= now.year.start }.map { $0["CHILD"] })
        expect(started == Set(now["previous_permanence.csv"].map { $0["CHILD"] }), "630 permanence")
        for row in now["previous_permanence.csv"] {
            expect(
                (row["PREV_PERM"] == "Z1") == row["LA_PERM"].isEmpty && row["LA_PERM"].isEmpty == row["DATE_PERM"].isEmpty,
                "630 635 permanence")
        }
        workers(episodes)
    }

    private mutating func workers(_ episodes: [String: [Row]]) {
        guard now.year.startYear >= 2023 else { return }
        let inCare = Set(episodes.filter { !["V3", "V4"].contains($0.value.last?["LS"] ?? "") }.keys)
        let allocated = Dictionary(grouping: now["sw_episodes.csv"], by: { $0["CHILD"] })
        expect(inCare == Set(allocated.keys), "SW01 SW12 cohort")
        for (child, rows) in allocated {
            let since = now.year.startYear >= 2024 ? now.year.start - 365 : now.year.start
            for row in rows {
                expect(row.date("SW_DEC").map { $0 >= since && $0 <= now.year.end } ?? true, "SW07 ends")
                expect(row["SW_ID"].hasPrefix("SW") && row["SW_ID"].count == 12 && !row["SW_REASON"].isEmpty, "SW02 SW13 worker")
                if let end = row.date("SW_DEC"), let start = row.date("SW_DECOM") { expect(end - start >= 3, "SW09 length") }
            }
            for (before, row) in zip(rows, rows.dropFirst()) { expect(before["SW_DEC"] == row["SW_DECOM"], "SW10 gap") }
            expect(rows.last?["SW_DEC"] == "", "SW17 open")
            let begins = rows.first?.date("SW_DECOM") ?? now.year.end
            let entered = episodes[child]?.first?.date("DECOM") ?? now.year.start
            expect(begins <= max(entered, now.year.start), "SW cover")
        }
    }

    /// The last year's open episode goes on as this year's first; nothing lasting about the child changes.
    private mutating func continuity(_ episodes: [String: [Row]], _ last: ReturnFolder) {
        let before = last.episodes
        for (child, rows) in before {
            guard let open = rows.last, open["DEC"].isEmpty else { continue }
            guard let first = episodes[child]?.first else {
                expect(false, "NoE goes on")
                continue
            }
            for column in ["DECOM", "RNE", "LS", "CIN", "PLACE_PROVIDER", "URN", "HOME_POST", "PL_POST"] {
                expect(first[column] == open[column], "502 503 \(column)")
            }
            let recoded = open["PLACE"] == "H5" && first["PLACE"] == "K3" || open["PLACE"] == "Z1" && first["PLACE"].hasPrefix("Z1")
            expect(first["PLACE"] == open["PLACE"] || recoded, "503D PLACE")
        }
        for (child, rows) in episodes where (rows.first?.date("DECOM") ?? now.year.end) < now.year.start {
            expect(before[child]?.last?["DECOM"] == rows.first?["DECOM"], "562 first episode")
        }
        let headers = Dictionary(last["header.csv"].map { ($0["CHILD"], $0) }, uniquingKeysWith: { first, _ in first })
        for row in now["header.csv"] {
            guard let old = headers[row["CHILD"]] else { continue }
            expect(row["DOB"] == old["DOB"] && row["ETHNIC"] == old["ETHNIC"], "203 204 lasting")
            expect(row["UPN"] == old["UPN"] || old["UPN"] == "UN1", "208 UPN")
        }
        let decisions = Dictionary(last["placed_for_adoption.csv"].map { ($0["CHILD"], $0) }, uniquingKeysWith: { first, _ in first })
        for row in now["placed_for_adoption.csv"] {
            if let day = row.date("DATE_PLACED"), day < now.year.start {
                expect(decisions[row["CHILD"]]?["DATE_PLACED"] == row["DATE_PLACED"], "559 560 decision")
                expect(decisions[row["CHILD"]]?["DATE_PLACED_CEASED"] == "", "561 decision")
            }
        }
        let died = Set(last["oc3.csv"].filter { $0["IN_TOUCH"] == "DIED" }.map { $0["CHILD"] })
        for row in now["oc3.csv"] where died.contains(row["CHILD"]) { expect(row["IN_TOUCH"] == "DIED", "348 died") }
    }
}
