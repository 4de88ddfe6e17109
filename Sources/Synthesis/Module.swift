import Vocabulary

/// A file of the return.
enum Module: Int, CaseIterable, Sendable {
    case header, episodes, uasc, reviews, oc2, oc3, ad1, placedForAdoption, previousPermanence, missing, workers, liberty

    var fileName: String {
        switch self {
        case .header: return "header.csv"
        case .episodes: return "episodes.csv"
        case .uasc: return "uasc.csv"
        case .reviews: return "reviews.csv"
        case .oc2: return "oc2.csv"
        case .oc3: return "oc3.csv"
        case .ad1: return "ad1.csv"
        case .placedForAdoption: return "placed_for_adoption.csv"
        case .previousPermanence: return "previous_permanence.csv"
        case .missing: return "missing.csv"
        case .workers: return "sw_episodes.csv"
        case .liberty: return "DoLo.csv"
        }
    }

    /// Social worker episodes are collected from 2023-24, deprivation of liberty orders from 2026-27.
    func isCollected(in year: CollectionYear) -> Bool {
        switch self {
        case .workers: return year.startYear >= 2023
        case .liberty: return year.startYear >= 2026
        default: return true
        }
    }

    /// What a column holds, and so which faults it can have.
    enum Role: Sendable { case key, code, date, number, text }

    struct Column: Sendable {
        let name: String
        let role: Role
        var required = false

        static func key(_ name: String) -> Column { Column(name: name, role: .key, required: true) }
        static func code(_ name: String, required: Bool = false) -> Column { Column(name: name, role: .code, required: required) }
        static func date(_ name: String, required: Bool = false) -> Column { Column(name: name, role: .date, required: required) }
        static func text(_ name: String) -> Column { Column(name: name, role: .text) }
        static func number(_ name: String) -> Column { Column(name: name, role: .number) }
    }

    /// The columns, in DfE's order; the same in every year in which the module is collected.
    var columns: [Column] { Self.layouts[rawValue] }

    private static let layouts: [[Column]] = [
        [
            .key("CHILD"), .code("SEX", required: true), .date("DOB", required: true), .code("ETHNIC", required: true), .text("UPN"),
            .number("MOTHER"), .date("MC_DOB"),
        ],
        [
            .key("CHILD"), .date("DECOM", required: true), .code("RNE", required: true), .code("LS", required: true),
            .code("CIN", required: true), .code("PLACE", required: true), .code("PLACE_PROVIDER"), .date("DEC"), .code("REC"),
            .code("REASON_PLACE_CHANGE"), .text("HOME_POST"), .text("PL_POST"), .text("URN"),
        ],
        [.key("CHILD"), .code("SEX", required: true), .date("DOB", required: true), .date("DUC")],
        [.key("CHILD"), .date("DOB", required: true), .date("REVIEW", required: true), .code("REVIEW_CODE", required: true)],
        [
            .key("CHILD"), .date("DOB", required: true), .number("SDQ_SCORE"), .code("SDQ_REASON"), .number("CONVICTED"),
            .number("HEALTH_CHECK"), .number("IMMUNISATIONS"), .number("TEETH_CHECK"), .number("HEALTH_ASSESSMENT"),
            .number("SUBSTANCE_MISUSE"), .number("INTERVENTION_RECEIVED"), .number("INTERVENTION_OFFERED"),
        ],
        [
            .key("CHILD"), .date("DOB", required: true), .code("IN_TOUCH", required: true), .code("ACTIV", required: true),
            .code("ACCOM", required: true),
        ],
        [
            .key("CHILD"), .date("DOB", required: true), .date("DATE_INT", required: true), .date("DATE_MATCH", required: true),
            .number("FOSTER_CARE"), .number("NB_ADOPTR"), .code("SEX_ADOPTR", required: true), .code("LS_ADOPTR", required: true),
        ],
        [
            .key("CHILD"), .date("DOB", required: true), .date("DATE_PLACED", required: true), .date("DATE_PLACED_CEASED"),
            .code("REASON_PLACED_CEASED"),
        ],
        [.key("CHILD"), .date("DOB", required: true), .code("PREV_PERM", required: true), .code("LA_PERM"), .text("DATE_PERM")],
        [
            .key("CHILD"), .date("DOB", required: true), .code("MISSING", required: true), .date("MIS_START", required: true),
            .date("MIS_END"),
        ],
        [
            .key("CHILD"), .date("DOB", required: true), .text("SW_ID"), .date("SW_DECOM", required: true), .date("SW_DEC"),
            .code("SW_REASON", required: true),
        ],
        [.key("CHILD"), .date("DOB", required: true), .date("DOLO_START", required: true), .date("DOLO_END")],
    ]
}
