import Vocabulary

/// The teams of the fictitious children's services: those of children's social workers, and the others that a council has.
struct Team: Sendable, Equatable {
    /// `T-1`: what systems know the team by.
    let code: String
    /// `Children's Team 1`
    let name: String
    /// The service it belongs to.
    let service: String

    /// The team of one of the social workers of ``Life/workers``.
    static func of(worker: Int) -> Team {
        let number = worker / (WorkerMaker.teamSize * 200) + 1
        return Team(code: "T-\(number)", name: "Children's Team \(number)", service: inCare)
    }

    /// The services, each with its code: they are the teams above the teams.
    static let services = [("S-ASM", assessment), ("S-CIC", inCare), ("S-PRO", provision), ("S-QA", quality)]

    static let inCare = "Children in Care and Leaving Care"
    static let assessment = "Assessment and Safeguarding"
    static let provision = "Provision and Permanence"
    static let quality = "Quality Assurance"

    /// Teams whose workers are not among ``Life/workers``: assessment, children in need, leaving care, fostering, adoption.
    /// - Parameter children: in care; a larger authority has more teams
    static func others(children: Int) -> [Team] {
        func several(_ stem: String, _ name: String, _ service: String, each: Int) -> [Team] {
            (1...max(1, children / each)).map { Team(code: stem + ($0 < 10 ? "0\($0)" : String($0)), name: "\(name) \($0)", service: service) }
        }
        return several("ASM", "Duty and Assessment Team", assessment, each: 230) + several("SAF", "Safeguarding Team", assessment, each: 120)
            + [Team(code: "T-LC", name: "Leaving Care Team", service: inCare)] + several("FOS", "Fostering Team", provision, each: 350)
            + several("ADP", "Permanence Team", provision, each: 700) + [Team(code: "T-IRO", name: "Independent Reviewing Service", service: quality)]
    }
}
