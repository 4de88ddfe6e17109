import Vocabulary

/// The eleven lists of Annex A: their sheets, headed as the inspectorate words them. List 8 has a title above its headings, as copies for ChAT have.
enum AnnexATables {
    private static let file = "Annex A {month}.xlsx"

    private static func list(_ number: Int, title: [String] = [], _ header: [String]) -> FeedTable {
        FeedTable(workbook: file, sheet: "List \(number)", title: title, header: header)
    }

    private static let child = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)"]
    private static let disability = "Does the Child have a Disability"
    private static let held = ["Allocated Team", "Allocated Worker"]

    static let contacts = list(1, child + ["Date of Contact", "Contact Source"])
    static let earlyHelp = list(2, child + ["Assessment start date", "Assessment completion date", "Organisation completing assessment"])
    static let referrals = list(3, child + ["Date of referral", "Referral Source", "Referral NFA?", "Number of Referrals in Last 12 Months"] + held)
    static let assessments = list(
        4,
        child + [
            disability, "Continuous Assessment Start Date", "Child Seen During Continuous Assessment", "Continuous Assessment Date of Authorisation",
            "Was the child assessed as requiring LA children's social care support?",
        ] + held)
    static let enquiries = list(
        5,
        child + [
            disability, "Strategy discussion initiating Section 47 Enquiry Start Date",
            "Was an Initial Child Protection Conference deemed unnecessary?", "Date of Initial Child Protection Conference",
            "Did the Initial Child Protection Conference Result in a Child Protection Plan", "Number of Section 47 Enquiries in the last 12 months",
            "Number of ICPCs in the last 12 months",
        ] + held)
    static let childrenInNeed = list(
        6,
        child + [
            disability, "CIN Start Date", "Primary Need Code", "Date Child Was Last Seen", "CIN Closure Date", "Reason for Closure", "Case Status",
        ] + held)
    static let childProtection = list(
        7,
        child + [
            disability, "Child Protection Plan Start Date", "Initial Category of Abuse", "Latest Category of Abuse",
            "Date of the Last Statutory Visit", "Was the Child Seen Alone?", "Date of latest review conference", "Child Protection Plan End Date",
            "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
            "Number of Previous Child Protection Plans",
        ] + held)
    static let childrenInCare = list(
        8, title: ["Children in care, with all that is latest, at {date}"],
        child + [
            "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)", disability, "Date Started to be Looked After",
            "Child's Category of Need", "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
            "Start date of current legal status", "Child's Legal Status", "Date of Latest Statutory Review", "Date of Last Social Work Visit",
            "What is the permanence plan for this child?", "Date of Last IRO Visit / Contact to the Child", "Date of Last Health Assessment",
            "Date of Last Dental Check", "Number of Placements in the Last 12 months", "Date Ceased to be Looked After",
            "Reason Ceased to be Looked After", "Start Date of Most Recent Placement", "Placement Type", "Placement Provider", "Placement postcode",
            "URN of Placement", "Placement Location", "LA of Placement",
            "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months",
            "Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months",
            "Was the child offered a Return Interview after their last missing episode (Y/N)?",
            "Did the child accept a Return Interview after their last missing episode (Y/N)?",
        ] + held)
    static let careLeavers = list(
        9,
        child + [
            "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)", disability, "Allocated Team", "Allocated Worker",
            "Allocated Personal Advisor", "Eligibility Category", "Latest Pathway Plan Review Date", "LA in Touch", "Latest Date of Contact",
            "Type of Accommodation", "Suitability of Accommodation", "Activity Status",
        ])
    static let adoption = list(
        10,
        [
            "Child Unique ID", "Family identifier", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", disability,
            "Date the Child Entered Care", "Date of Decision that Child Should be Placed for Adoption", "Date of Placement Order",
            "Date of Matching Child and Prospective Adopters", "Date Placed for Adoption", "Date of Adoption Order",
            "Date of Decision that Child Should No Longer be Placed for Adoption", "Reason Why Child No Longer Placed for Adoption",
            "Date the child was placed for fostering in FFA or concurrent planning placement",
        ])
    static let adopters = list(
        11,
        [
            "Individual adopter identifier", "Family identifier", "Gender", "Ethnicity", "Disability",
            "Is the (prospective) adopter fostering for adoption?", "Date enquiry received", "Date Stage 1 started", "Date Stage 1 ended",
            "Date Stage 2 started", "Date Stage 2 ended", "Date application submitted", "Date application approved",
            "Date adopter matched with child(ren)", "Date child/children placed with adopter(s)", "No. of children placed", "Date of Adoption Order",
            "Date of leaving adoption process", "Reason for leaving adoption process",
        ])

    static let all = [
        contacts, earlyHelp, referrals, assessments, enquiries, childrenInNeed, childProtection, childrenInCare, careLeavers, adoption, adopters,
    ]
}
