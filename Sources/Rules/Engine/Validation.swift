import Postgres
import Vocabulary

/// The result of a validation: the answer of every rule and the rows they flag. Valid while the sandbox stands, inside ``Validator/run(_:_:)``.
public struct Validation {
    /// What one piece of the work took.
    public struct Timing: Sendable {
        /// `rule 118`, `read episodes`, `52 one-row rules of episodes`.
        public let name: String
        /// Seconds.
        public let seconds: Double
    }

    /// A module that was read.
    public struct ModuleRows: Sendable {
        /// The module, of this year or the last.
        public let table: ModuleTable
        /// Its rows.
        public let rows: Int
    }

    /// What was validated.
    public let plan: ValidationPlan
    /// The answer of each rule, in the order of codes.
    public let outcomes: [RuleOutcome]
    /// The modules that were read, in the order of the collection, last year's after this year's.
    public let modules: [ModuleRows]
    /// Rows of the years before last year.
    public let rowsOfEarlierYears: Int
    /// What was passed over or looks wrong in the files, one sentence each.
    public let warnings: [String]
    /// Where the time went, in the order of the work.
    public let timings: [Timing]

    let flags: [Flags]
    let childOfRow: [[Int32]]
    let marks: [[RowMark]]
    let children: (texts: [UInt8], ends: [Int])
    let db: Connection

    init(plan: ValidationPlan, run: ValidationRun, timings: [Timing], db: Connection) {
        self.plan = plan
        self.timings = timings
        self.db = db
        flags = run.flagsOfRules
        childOfRow = run.loaded.childOfRow
        marks = run.loaded.marks
        children = run.children.all()
        rowsOfEarlierYears = run.loaded.rowsOfEarlierYears
        let flags = flags
        outcomes = plan.rules.enumerated().map { index, rule in
            let count = flags[index].count
            return RuleOutcome(
                rule: rule, severity: plan.catalogue.severity(rule.code), answer: plan.settled[index] ?? (count == 0 ? .passed : .failed(rows: count)))
        }
        let rows = run.loaded.rows
        modules = run.loaded.tables.map { ModuleRows(table: $0, rows: rows[$0.index]) }
        func named(_ files: ReturnFiles, _ year: CollectionYear) -> [String] { files.warnings.map { "\(year): \($0)" } }
        warnings =
            plan.files.warnings + (plan.previous.map { named($0, plan.request.year.previous) } ?? []) + plan.earlier.flatMap { named($0.files, $0.year) }
            + run.loaded.warnings
    }

    /// Rows flagged, over all rules.
    public var findings: Int { outcomes.reduce(0) { $0 + $1.findings } }

    /// Rules with an answer of that name.
    public func count(_ answer: String) -> Int { outcomes.count { $0.answer.name == answer } }
}
