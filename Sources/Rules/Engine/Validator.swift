import Postgres
import Synchronization
import Vocabulary

/// Runs a validation: reads the files into a sandbox, makes the concepts, asks the rules, each piece as soon as what it needs is there.
public struct Validator: Sendable {
    /// Makes a connection to the server that does the work.
    let connect: @Sendable () throws -> Connection
    /// How many connections work at once.
    let connections: Int
    /// Told how much of the work is done.
    let progress: @Sendable (_ done: Int, _ of: Int) -> Void

    /// A validator on a server.
    /// - Parameters:
    ///   - connections: how many work at once; another one holds the sandbox
    ///   - progress: told after each piece of the work, on the thread that did it
    ///   - connect: makes a connection, on the thread that will use it
    public init(
        connections: Int = 3, progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
        connect: @escaping @Sendable () throws -> Connection
    ) {
        self.connections = connections
        self.progress = progress
        self.connect = connect
    }

    /// Validates, and hands the result over while the rows are still there.
    /// - Throws: ``RulesError``, `PostgresError`, and what the closure throws. The sandbox is gone in any case.
    public func run<T>(_ plan: ValidationPlan, _ body: (Validation) throws -> T) throws -> T {
        let db = try connect()
        let sandbox = try Sandbox(db)
        let result = Result { try body(try validate(plan, sandbox, db)) }
        do { try sandbox.drop(db) } catch {
            // The error that ended the work says more than that of cleaning up; the next run removes what is left.
            if case .success = result { throw error }
        }
        return try result.get()
    }

    private func validate(_ plan: ValidationPlan, _ sandbox: Sandbox, _ db: Connection) throws -> Validation {
        let run = ValidationRun(plan: plan)
        let works = run.works()
        let (connect, progress) = (connect, progress)
        let seconds = try WorkGraph(works).run(connections: connections, progress: { progress($0, works.count) }) {
            let db = try connect()
            try db.execute(Sandbox.settings(sandbox.name))
            return db
        }
        return Validation(plan: plan, run: run, timings: zip(works, seconds).map { Validation.Timing(name: $0.name, seconds: $1) }, db: db)
    }
}
