import ArgumentParser
import Cluster
import Contracts
import Formats
import Postgres
import Returns
import Rules
import Synthesis
import Warehouse

/// How a command ends: its exit code, and what is said on standard error.
struct Ending: Error {
    let code: Int32
    let text: String?

    static let done = Ending(code: 0, text: nil)

    /// Done, and a person should look.
    static func attention(_ text: String) -> Ending { Ending(code: 3, text: "exit 3: " + text) }

    init(code: Int32, text: String?) {
        self.code = code
        self.text = text
    }

    /// The ending that an error stands for.
    init(of error: any Error) {
        switch error {
        case let ending as Ending: self = ending
        case let error as WarehouseError:
            switch error {
            case .usage: self.init(code: 2, text: "\(error)")
            case .refused: self.init(code: 4, text: "\(error)\nexit 4: nothing was loaded")
            case .unavailable: self.init(code: 4, text: "\(error)\nexit 4: nothing was done")
            case .busy: self.init(code: 5, text: "\(error)")
            case .failed: self.init(code: 1, text: "failed: \(error)")
            }
        case let error as ContractMistakes: self.init(code: 4, text: "refused: \(error)")
        case let error as PostgresError: self.init(code: 1, text: "failed: \(error)")
        case let error as ClusterError: self.init(code: 1, text: "failed: \(error)")
        case let error as FormatError: self.init(code: 1, text: "failed: \(error)")
        case let error as ReturnError:
            switch error {
            case .nothingHeld: self.init(code: 4, text: "refused: \(error)\nexit 4: nothing was written")
            default: self.init(code: 2, text: "\(error)")
            }
        case let error as RulesError:
            switch error {
            case .usage: self.init(code: 2, text: "\(error)")
            case .refused: self.init(code: 4, text: "\(error)\nexit 4: nothing was judged")
            case .catalogue: self.init(code: 4, text: "refused: \(error)\nexit 4: nothing was judged")
            case .rule: self.init(code: 1, text: "failed: rule \(error)")
            case .failed: self.init(code: 1, text: "failed: \(error)")
            }
        case let error as SynthesisError: self.init(code: 2, text: "\(error)")
        default:
            let code = Loxley.exitCode(for: error)
            if code == .success {
                self.init(code: 0, text: Loxley.fullMessage(for: error))
            } else if code == .validationFailure {
                self.init(code: 2, text: Loxley.fullMessage(for: error))
            } else {
                // An error of a library below may quote what it worked on: only its kind is told.
                self.init(code: 1, text: "failed: \(type(of: error))")
            }
        }
    }
}
