import Vocabulary

/// A module of the SSDA903 return as the rules see it: its name, its table in the sandbox, its columns.
///
/// The same columns stand in `config/collections/ssda903.yaml` and in the contracts of `etl/social-care`; a test holds them equal.
public struct ReturnModule: Sendable, Hashable {
    /// A column of the module's file.
    public struct Column: Sendable, Hashable {
        /// The name in the file: `DECOM`.
        public let name: String
        /// Holds a date; the sandbox then has the date, and the text beside it.
        public let isDate: Bool
        /// The name in the sandbox: `decom`.
        public var sqlName: String { name.lowercased() }
    }

    /// The publisher's name: `Episodes`.
    public let name: String
    /// The table of the sandbox: `episodes`.
    public let table: String
    /// In the publisher's order; the first is CHILD.
    public let columns: [Column]
    /// The first collection year that the rules know it in.
    public let firstYear: CollectionYear

    private init(_ name: String, _ table: String, since year: Int = 2000, _ columns: String) {
        self.name = name
        self.table = table
        self.columns = columns.split(separator: " ").map { Column(name: String($0), isDate: ReturnModule.dates.contains($0)) }
        firstYear = CollectionYear(startYear: year)
    }

    private static let dates: Set<Substring> = [
        "DOB", "MC_DOB", "DECOM", "DEC", "DUC", "REVIEW", "DATE_INT", "DATE_MATCH", "DATE_PLACED", "DATE_PLACED_CEASED", "DATE_PERM", "MIS_START", "MIS_END",
        "SW_DECOM", "SW_DEC", "DOLO_START", "DOLO_END",
    ]

    /// All modules, in the order of the collection.
    public static let all: [ReturnModule] = [
        ReturnModule("Header", "header", "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB"),
        ReturnModule("Episodes", "episodes", "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN"),
        ReturnModule("UASC", "uasc", "CHILD SEX DOB DUC"),
        ReturnModule("Reviews", "reviews", "CHILD DOB REVIEW REVIEW_CODE"),
        ReturnModule(
            "OC2", "oc2",
            "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED "
                + "INTERVENTION_OFFERED"),
        ReturnModule("OC3", "oc3", "CHILD DOB IN_TOUCH ACTIV ACCOM"),
        ReturnModule("AD1", "ad1", "CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR"),
        ReturnModule("PlacedAdoption", "placed_adoption", "CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED"),
        ReturnModule("PrevPerm", "prev_perm", "CHILD DOB PREV_PERM LA_PERM DATE_PERM"),
        ReturnModule("Missing", "missing", "CHILD DOB MISSING MIS_START MIS_END"),
        ReturnModule("SWEpisodes", "sw_episodes", since: 2023, "CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON"),
        ReturnModule("DoLo", "dolo", since: 2026, "CHILD DOB DOLO_START DOLO_END"),
    ]

    /// The modules that an XML return has.
    static let inXML = all.prefix(10)

    /// The module of that name; nil where there is none.
    public static func named(_ name: some StringProtocol) -> ReturnModule? { all.first { $0.name == name } }

    /// The place in ``all``.
    var index: Int { ReturnModule.all.firstIndex(of: self) ?? 0 }
}

/// A module of this year's return or of last year's: what a finding can be in.
public struct ModuleTable: Sendable, Hashable, Comparable {
    /// The place in the order of findings: this year's modules, then last year's.
    public let index: Int

    /// How many there are.
    public static let count = ReturnModule.all.count * 2
    /// All of them, in order.
    public static let all = (0..<count).map { ModuleTable(index: $0) }

    init(index: Int) { self.index = index }

    /// The table of a module.
    public init(_ module: ReturnModule, last: Bool = false) { index = module.index + (last ? ReturnModule.all.count : 0) }

    /// Reads `Episodes` or `Episodes_last`; nil for anything else.
    public init?(_ name: some StringProtocol) {
        let isLast = name.hasSuffix("_last")
        guard let module = ReturnModule.named(Substring(name).dropLast(isLast ? 5 : 0)) else { return nil }
        self.init(module, last: isLast)
    }

    /// The module.
    public var module: ReturnModule { ReturnModule.all[index % ReturnModule.all.count] }
    /// Last year's.
    public var isLast: Bool { index >= ReturnModule.all.count }
    /// `Episodes` or `Episodes_last`.
    public var name: String { isLast ? module.name + "_last" : module.name }
    /// `episodes` or `episodes_last`.
    public var table: String { isLast ? module.table + "_last" : module.table }

    /// The order of findings.
    public static func < (a: ModuleTable, b: ModuleTable) -> Bool { a.index < b.index }
}
