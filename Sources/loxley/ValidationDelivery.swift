import Foundation
import Postgres
import Rules

/// What is done with the result of a validation: compared with the last run, written, printed, kept for the next one.
struct ValidationDelivery {
    let options: Options
    /// Loxley's own folder.
    let home: String
    /// Where every finding is written as CSV.
    let findings: String?
    /// Reports to write.
    let reports: [String]
    var withFindings = false
    var timings = false
    /// Whether the summary is printed.
    var prints = true
    /// The moment of recording, ISO 8601.
    let recordedAt: String

    /// - Returns: findings that nobody accepted, and how many rules have such.
    /// - Throws: `RulesError`, `FormatError`, `PostgresError`.
    func deliver(_ validation: Validation) throws -> (open: Int, rules: Int) {
        let history = FindingHistory(home: home)
        let clock = ContinuousClock()
        let started = clock.now
        let states = try compare(validation, history)
        let compared = clock.now
        let report = Report(validation, states: states.0, recordedAt: recordedAt)
        if let findings { try validation.writeFindings(to: findings) }
        let lists = try reports.compactMap { try ReportFile($0).write(report) }
        if prints {
            try ValidationPrinter(options: options, findingsFile: findings, reports: reports + lists, withFindings: withFindings, timings: timings)
                .print(report)
        }
        // Last: a run whose reports could not be written was no run to compare with.
        let written = clock.now
        if states.isKept { try history.keep(validation, recordedAt: recordedAt) }
        if timings {
            func seconds(_ duration: Duration) -> String { String(format: "%8.4f", duration.seconds) }
            options.note(
                """
                  \(seconds(compared - started))  comparing with the last run
                  \(seconds(written - compared))  findings file, reports and summary
                  \(seconds(clock.now - written))  keeping the findings for the next run
                """)
        }
        return (states.0.counts.open, states.0.rules.count { $0.open > 0 })
    }

    /// How the exit text counts them; nil where there are none.
    static func attention(_ found: (open: Int, rules: Int)) -> String? {
        found.open > 0 ? "\(ValidationPrinter.count(found.open, "finding")) of \(ValidationPrinter.count(found.rules, "rule"))" : nil
    }

    /// Compares with the last run; without the right to do so, says it and goes on.
    private func compare(_ validation: Validation, _ history: FindingHistory) throws -> (FindingStates, isKept: Bool) {
        do { return (try history.compare(validation), true) } catch let error as PostgresError where error.sqlState == "42501" {
            options.note("warning: nothing is compared with the last run, and no acceptance applies: no right to use the schema validation")
            return (FindingStates.uncompared(validation), false)
        }
    }
}
