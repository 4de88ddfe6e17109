import Foundation
import Testing
import Vocabulary

@testable import Synthesis

/// Every code in a clean file is in the product's code list, and valid in the year of the file.
@Suite struct CodeListTests {
    private static let lists = [
        ("header.csv", "SEX", "sex"), ("header.csv", "ETHNIC", "ethnic"), ("header.csv", "MOTHER", "mother"), ("uasc.csv", "SEX", "sex"),
        ("episodes.csv", "RNE", "rne"), ("episodes.csv", "LS", "legal_status"), ("episodes.csv", "CIN", "category_of_need"),
        ("episodes.csv", "PLACE", "placement_type"), ("episodes.csv", "PLACE_PROVIDER", "place_provider"),
        ("episodes.csv", "REC", "reason_episode_ceased"), ("episodes.csv", "REASON_PLACE_CHANGE", "reason_place_change"),
        ("reviews.csv", "REVIEW_CODE", "review_code"), ("oc2.csv", "SDQ_REASON", "sdq_reason"), ("oc2.csv", "TEETH_CHECK", "yes_no"),
        ("oc3.csv", "IN_TOUCH", "in_touch"), ("oc3.csv", "ACTIV", "activ"), ("oc3.csv", "ACCOM", "accom"),
        ("ad1.csv", "NB_ADOPTR", "nb_adoptr"), ("ad1.csv", "SEX_ADOPTR", "sex_adoptr"), ("ad1.csv", "LS_ADOPTR", "ls_adoptr"),
        ("placed_for_adoption.csv", "REASON_PLACED_CEASED", "reason_placed_ceased"), ("previous_permanence.csv", "PREV_PERM", "prev_perm"),
        ("previous_permanence.csv", "LA_PERM", "la_perm"), ("missing.csv", "MISSING", "missing"),
        ("sw_episodes.csv", "SW_REASON", "sw_reason"),
    ]

    /// Codes of a list that are valid on the first day of the year. Only the first and the last two fields are read.
    private func codes(_ list: String, in year: CollectionYear) throws -> Set<String> {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("config/codes/\(list).csv"), encoding: .utf8)
        var valid: Set<String> = []
        for line in text.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard let code = fields.first, let until = fields.last, let from = fields.dropLast().last else { continue }
            let first = CalendarDate(String(from)), last = CalendarDate(String(until))
            if (first ?? year.start) <= year.start, (last ?? year.end) >= year.end { valid.insert(String(code)) }
        }
        return valid
    }

    @Test func codesAreValidInTheirYear() throws {
        try withFolder { folder in
            let plan = SynthesisPlan(children: 500, seed: 41, years: [CollectionYear](from: 2017, to: 2026))
            _ = try Synthesiser.write(plan, to: folder)
            for year in plan.years {
                let files = try ReturnFolder(folder, year)
                for (file, column, list) in Self.lists {
                    let unknown = Set(files[file].map { $0[column] }).subtracting([""]).subtracting(try codes(list, in: year))
                    #expect(unknown.isEmpty, "\(year) \(file) \(column)")
                }
            }
        }
    }
}
