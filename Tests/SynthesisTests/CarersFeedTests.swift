import Foundation
import Testing
import Vocabulary

@testable import Synthesis

/// Carers, adoption, workforce and reference data agree with one another, and with the children.
@Suite struct CarersFeedTests {
    @Test func filesAgree() throws {
        try withFolder { folder in
            var plan = try TestWorld.plan(children: 300)
            plan.feeds = ["adoption", "carers", "reference", "workforce"]
            _ = try Synthesiser.write(plan, to: folder)
            let inbox = folder + "/inbox"
            let fostering = inbox + "/carers/Fostering service September 2026.xlsx"
            func sheet(_ name: String, _ first: String = "Household Ref") throws -> [[String: String]] { try feedRows(fostering, sheet: name, header: first) }
            let households = try sheet("Households")
            let approved = Set(households.filter { $0["Date left"] == "" }.compactMap { $0["Household Ref"] })
            #expect(approved.count > 50 && Set(households.compactMap { $0["Household Ref"] }).count == households.count)
            // Places are filled, vacant or on hold, and each approved household is counted on the day.
            let capacity = try sheet("Capacity")
            for row in capacity {
                #expect(Int(row["Approved places"] ?? "") == ["Filled", "Vacancies", "Unavailable"].reduce(0) { $0 + (Int(row[$1] ?? "") ?? 0) })
            }
            let now = capacity.filter { $0["Position at"]?.contains("2026-09-30") == true || $0["Position at"]?.hasPrefix("30/09/2026") == true }
            #expect(Set(now.compactMap { $0["Household Ref"] }) == approved)
            for row in try sheet("Approvals") { #expect(households.contains { $0["Household Ref"] == row["Household Ref"] }) }
            // Of the enquiries those that were approved name an approved household.
            let enquiries = try sheet("Enquiries", "Enquiry No")
            let decided = enquiries.filter { $0["Outcome of enquiry"] == "Approved by ADM" }
            #expect(!decided.isEmpty && decided.allSatisfy { approved.contains($0["Household Ref"] ?? "") })

            // Whoever supervises a household is on the staff list, and so is everybody with a caseload.
            let staff = try String(contentsOfFile: inbox + "/workforce/staff_list_20260930.csv", encoding: .utf8)
            let caseloads = try feedRows(inbox + "/workforce/Caseloads September 2026.xlsx", sheet: "Caseloads", header: "SWE number")
            #expect(caseloads.allSatisfy { staff.contains("\"\($0["SWE number"] ?? "nobody")\",") })
            // Children in care are counted once each.
            let inCare = caseloads.filter { $0["Position at"]?.contains("2026-09-30") == true || $0["Position at"]?.hasPrefix("30/09/2026") == true }
                .reduce(0) { $0 + (Int($1["CLA"] ?? "") ?? 0) }
            #expect(inCare == 300)

            // Own homes are on Ofsted's list, and their published inspections are Ofsted's.
            let homes = try feedRows(inbox + "/carers/Residential service own_homes September 2026.xlsx", sheet: "Own homes", header: "Ofsted URN")
            let listed = try feedRows(inbox + "/reference/Childrens homes list September 2026.xlsx", sheet: "Provider information", header: "URN")
            #expect(homes.allSatisfy { home in listed.contains { $0["URN"] == home["Ofsted URN"] && $0["Setting Address Postcode"] == home["Post code"] } })

            // Every placed child has a family that is on the list of adopters.
            let tracker = inbox + "/adoption/RAA adoption tracker 2026-27 Q2.xlsx"
            let families = Set(try feedRows(tracker, sheet: "Adopters", header: "Adopter Ref").compactMap { $0["Adoptive family"] })
            let children = try feedRows(tracker, sheet: "Child tracker", header: "LA ref")
            #expect(!children.isEmpty && children.allSatisfy { $0["Matched family"] == "" || families.contains($0["Matched family"] ?? "") })
            #expect(children.allSatisfy { ($0["Date placed"] == "") || $0["Matched family"] != "" })
        }
    }
}
