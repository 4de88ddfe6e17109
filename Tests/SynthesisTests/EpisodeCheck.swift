import Vocabulary

/// An independent reading of the rules on episodes; each problem is named by the DfE rule that it breaks, and counted.
struct EpisodeCheck {
    let now: ReturnFolder
    private(set) var problems: [String: Int] = [:]
    private let temporary: Set = ["T0", "T1", "T2", "T3", "T4"]
    private let fostering: Set = ["U1", "U2", "U3", "U4", "U5", "U6"]
    private let adoptive: Set = ["A3", "A4", "A5", "A6"]

    init(_ now: ReturnFolder) { self.now = now }

    mutating func expect(_ holds: Bool, _ rule: String) {
        if !holds { problems[rule, default: 0] += 1 }
    }

    mutating func run() {
        let births = Dictionary(now["header.csv"].map { ($0["CHILD"], $0.date("DOB")) }, uniquingKeysWith: { first, _ in first })
        for (child, rows) in now.episodes {
            guard let birth = births[child] ?? nil else {
                expect(false, "INT03 header")
                continue
            }
            for row in rows { each(row, birth, isUnaccompanied: now.unaccompanied.contains(child[...])) }
            for (before, row) in zip(rows, rows.dropFirst()) { pair(before, row) }
            for (first, (away, back)) in zip(rows, zip(rows.dropFirst(), rows.dropFirst(2))) where temporary.contains(away["PLACE"]) {
                expect(
                    back["RNE"] == "P" && ["PLACE", "PL_POST", "URN", "PLACE_PROVIDER"].allSatisfy { back[$0] == first[$0] }, "383 return")
            }
            whole(rows, birth)
        }
    }

    private mutating func each(_ row: Row, _ birth: CalendarDate, isUnaccompanied: Bool) {
        let place = row["PLACE"]
        let year = now.year.startYear
        guard let start = row.date("DECOM") else { return expect(false, "141 DECOM") }
        let end = row.date("DEC")
        expect((end == nil) == row["REC"].isEmpty && (end == nil) == row["DEC"].isEmpty, "148 DEC and REC")
        expect(start <= now.known && (end ?? now.known) <= now.known && (end ?? now.known) >= now.year.start, "354 385 year")
        expect(end.map { $0 > start } ?? true, "355 length")
        expect(start >= birth, "302 birth")
        let adult = birth.addingYears(18)
        expect(row["RNE"] != "S" || start < adult, "352 adult at start")
        expect((end ?? now.known) <= adult, "359 adult in care")
        let short = ["V3", "V4"].contains(row["LS"])
        expect(["V3", "V4", "V2", "C1", "C2", "E1", "L1", "L2", "J1"].contains(row["LS"]), "144 LS")
        expect(["S", "L", "P", "T", "B", "U"].contains(row["RNE"]), "143 RNE")
        expect(row["CIN"].count == 2 && row["CIN"].hasPrefix("N"), "145 CIN")
        expect(place != "K3" || year >= 2024, "146 K3")
        expect(place != "H5" && place != "P2" || year <= 2023, "146 H5 P2")
        expect(place != "Z1" || year <= 2024, "146 Z1")
        expect(!["Z11", "Z12", "Z13", "Z14"].contains(place) || year >= 2025, "146 Z11")
        expect(!["E43", "E44"].contains(row["REC"]) || year == 2017, "149 E43")
        expect(!["E45", "E46", "E47", "E48"].contains(row["REC"]) || year >= 2018, "149 E45")
        expect(row["REASON_PLACE_CHANGE"] != "CUSTOD" || year >= 2018, "1009 CUSTOD")
        expect(row["REC"] == "X1" || row["REASON_PLACE_CHANGE"].isEmpty, "233 reason")
        expect(!temporary.contains(place) || row["REASON_PLACE_CHANGE"].isEmpty, "226 reason")
        // Provider and URN.
        let noProvider = temporary.contains(place) || place.hasPrefix("Z1")
        expect(noProvider == row["PLACE_PROVIDER"].isEmpty, "526 provider")
        expect((place == "P1") == (row["PLACE_PROVIDER"] == "PR0"), "550 parents")
        expect(!["R2", "R5"].contains(place) || !["PR1", "PR2"].contains(row["PLACE_PROVIDER"]), "527 own")
        expect(row["PLACE_PROVIDER"] != "PR3" || !(adoptive.union(fostering).union(["P1", "K1", "K2"]).contains(place)), "529 public")
        let never = temporary.union(["P1", "P2", "P3", "R1", "R2", "R5"]).contains(place) || place.hasPrefix("Z1")
        let registration = CalendarDate(year: 2023, month: 10, day: 28)
        let before = place == "H5" && registration.map { start < $0 } == true
        expect((never || before) == row["URN"].isEmpty, "218 222 URN")
        expect(row["URN"] != "XXXXXXX" || adoptive.contains(place), "242 URN")
        if let registration, place == "P2" || before {
            expect(end.map { $0 <= registration } ?? (now.year.end < registration), "217t P2 H5")
        }
        // Addresses.
        expect(row["HOME_POST"].isEmpty == (short || isUnaccompanied), "392b home")
        expect(row["PL_POST"].isEmpty == short, "392b 398 place")
        expect(row["HOME_POST"].isEmpty || place == "P1" || row["HOME_POST"] != row["PL_POST"], "392d same")
        ages(row, birth, start)
        limits(row, start, end ?? now.year.end)
    }

    private mutating func ages(_ row: Row, _ birth: CalendarDate, _ start: CalendarDate) {
        let age = birth.returnAge(on: start)
        let place = row["PLACE"]
        expect(!["K3", "H5", "P2"].contains(place) || age >= 16, "371 age")
        expect(place != "R5" || age >= 10, "372 age")
        expect(place != "S1" || age >= 4, "373 age")
        expect(row["LS"] != "J1" || age >= 10, "358 age")
        expect(row["REASON_PLACE_CHANGE"] != "CUSTOD" || age >= 10, "234 age")
        if let end = row.date("DEC") {
            expect(row["REC"] != "E17" || birth.addingYears(18) <= end, "460 E17")
            expect(!["E5", "E6"].contains(row["REC"]) || birth.returnAge(on: end) >= 14, "387 E5")
            expect(row["REC"] != "E7" || birth.returnAge(on: end) >= 16, "389 E7")
        }
    }

    private mutating func limits(_ row: Row, _ start: CalendarDate, _ end: CalendarDate) {
        expect(row["LS"] != "L1" || end - start <= 3, "361 L1")
        expect(row["LS"] != "L2" || end - start <= 21, "362 L2")
        expect(row["LS"] != "V3" || end - start <= 17 && row["RNE"] == "S", "365 366 V3")
        expect(row["PLACE"] != "T1" || end - start <= 42, "375 T1")
        expect(row["PLACE"] != "T3" || end - start <= 21, "376 T3")
        expect(row["PLACE"] != "T4" || end - start <= 7, "379 T4")
        expect(!(row["PLACE"] == "P1" && row["LS"] == "V2"), "378 P1")
        expect(!["A5", "A6"].contains(row["PLACE"]) || row["LS"] == "E1", "408 A5 A6")
        expect(!["A3", "A5"].contains(row["PLACE"]) || ["S", "T", "U"].contains(row["RNE"]), "217 A3 A5")
        expect(!["E11", "E12"].contains(row["REC"]) || adoptive.contains(row["PLACE"]), "390 adopted")
        expect(!["E45", "E46"].contains(row["REC"]) || fostering.contains(row["PLACE"]), "516 guardian")
        expect(!temporary.contains(row["PLACE"]) || row["RNE"] != "S" && ["X1", ""].contains(row["REC"]), "380 381 temporary")
        expect(!(["V3", "V4"].contains(row["LS"]) && !["R1"].contains(row["PLACE"])), "384 short break")
    }

    private mutating func pair(_ before: Row, _ row: Row) {
        guard let ended = before.date("DEC"), let start = row.date("DECOM") else { return expect(false, "142 open before") }
        expect(start >= ended, "501 overlap")
        let same = ["PLACE", "PL_POST", "URN", "PLACE_PROVIDER"].allSatisfy { before[$0] == row[$0] }
        let legal = before["LS"] == row["LS"]
        if row["RNE"] == "S" {
            expect(start > ended && before["REC"] != "X1", "431 start")
        } else {
            expect(start == ended && before["REC"] == "X1", "388 433 continues")
            expect(before["CIN"] == row["CIN"], "504 CIN")
            expect(before["HOME_POST"] == row["HOME_POST"], "home within a period of care")
        }
        switch row["RNE"] {
        case "L": expect(!legal && same, "434 L")
        case "P", "T": expect(legal && !same, "435 P T")
        case "B", "U": expect(!legal && !same, "436 B U")
        default: break
        }
        let moves = ["P", "T", "B", "U"].contains(row["RNE"])
        let away = temporary.contains(before["PLACE"]) || temporary.contains(row["PLACE"])
        expect(before["REASON_PLACE_CHANGE"].isEmpty == !(moves && !away), "225 reason for change")
        expect(!["A3", "A5"].contains(row["PLACE"]) || fostering.union(adoptive).contains(before["PLACE"]), "336 carer")
        expect(!["E2", "E15", "E11", "E12"].contains(before["REC"]), "437 199 the end")
    }

    private mutating func whole(_ rows: [Row], _ birth: CalendarDate) {
        let statuses = Set(rows.map { $0["LS"] })
        expect(!statuses.isSuperset(of: ["V3", "V4"]), "426 V3 V4")
        let breaks = rows.filter { $0["LS"] == "V3" }.reduce(0) { sum, row in
            sum + ((row.date("DEC") ?? now.year.end) - (row.date("DECOM") ?? now.year.end))
        }
        expect(breaks <= 75, "367 V3 days")
        expect(rows.filter { $0["PLACE"] == "T3" }.count <= 2, "377 T3")
        if let first = rows.first, let start = first.date("DECOM"), start > now.year.start { expect(first["RNE"] == "S", "357 first") }
    }
}
