import Contracts
import Postgres

/// Finds out which children other agencies' records are about: ties subjects to persons, by what holds in source alone.
///
/// One idea per file of `sql/identity/`. Nothing is done, and nothing is derived of what social care knows its children by, while no
/// other agency has delivered.
struct Resolver {
    let home: Home
    let db: Connection
    /// Fewer ties than this change no plan.
    private static let manyTies = 500

    /// Whether any agency outside social care has named a person.
    func hasSubjects() throws -> Bool { try db.value("select exists (select from identity.subject)") }

    /// Resolves what a delivery changed, and adds to `touched` the persons it touched by subject, or who lost or gained one.
    ///
    /// The caller's transaction has the tables of `sql/identity/touched.sql` and `touched_subject`.
    /// - Parameters:
    ///   - delivered: contracts of the files of the delivery
    ///   - recordedAt: the moment noted with decisions, ISO 8601
    /// - Returns: the agencies of which a subject changed its person.
    func resolve(_ deriver: Deriver, delivered: [Contract], recordedAt: String) throws -> Set<String> {
        // The first agency to deliver finds nothing that social care knows its children by.
        let isFirst = try db.value("select not exists (select from identity.known_as) and not exists (select from identity.known_name)", as: Bool.self)
        try run("known_before")
        if isFirst || deriver.facts.known.contains(where: { delivered.contains(where: $0.reads) }) { try deriver.deriveKnown(all: isFirst) }
        try run(isFirst ? "resolving_all" : "resolving")
        let agencies = try tie(recordedAt: recordedAt)
        try run("touched_subjects")
        return agencies
    }

    /// Resolves every subject anew. The caller's transaction has the tables of `sql/identity/touched_all.sql`.
    func resolveAll(_ deriver: Deriver, recordedAt: String) throws {
        try deriver.deriveKnown(all: true)
        try run("resolving_all")
        _ = try tie(recordedAt: recordedAt)
    }

    private func tie(recordedAt: String) throws -> Set<String> {
        try run("resolve")
        try run("ties", ["recorded_at": "\(recordedAt.sqlLiteral)::timestamptz"])
        // What was made with the first persons knows of no subjects, and plans for none.
        if try db.value("select count(*) from tie_changed", as: Int.self) >= Resolver.manyTies { try db.execute("analyze identity.node") }
        return Set(try db.query("select distinct system from tie_changed", { try $0.decode(0, as: String.self) }))
    }

    /// Executes a file of `sql/identity/`.
    @discardableResult
    func run(_ name: String, _ values: [String: String] = [:]) throws -> Int {
        let path = "sql/identity/\(name).sql"
        return try db.execute(try SQLFile(name: path, text: try home.text(path)).filled(values))
    }
}
