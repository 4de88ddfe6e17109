import CLibpq

/// What went wrong between Loxley and PostgreSQL.
///
/// `description` never holds a value of a row: PostgreSQL quotes values in messages of the classes 22 (data) and 23
/// (constraints), so for these it gives the condition and the names of table, column and constraint instead.
public enum PostgresError: Error, Sendable {
    /// No connection, or it was lost. The reason is libpq's and names no data.
    case connection(reason: String)
    /// The server refused a statement.
    case server(ServerError)
    /// A column was NULL or not of the type asked for.
    case decoding(column: String, expected: String)
    /// A result had no row where one was expected.
    case noRow
    /// The work failed, and the rollback after it failed too.
    case rollbackFailed(work: String, rollback: String)
    /// A statement inside `write` had failed and its error was not passed on, so the server rolled back instead of committing.
    case notCommitted
    /// A bound value holds a NUL character, which PostgreSQL's text cannot; sent on, the value would end there.
    case nulCharacter
    /// The connection was asked for what it cannot do at this point; the text is fixed and says what.
    case misuse(String)
    /// SIGINT or SIGTERM was received.
    case interrupted

    /// The SQLSTATE, where the server gave one.
    public var sqlState: String? {
        if case .server(let error) = self { return error.sqlState }
        return nil
    }
}

/// The fields of an error as the server sent them.
public struct ServerError: Error, Sendable {
    /// The five-character condition code.
    public let sqlState: String
    /// The server's primary message. May quote values of a row: never shown, see `description`.
    public let unsafeMessage: String
    /// The server's detail. May quote values of a row.
    public let unsafeDetail: String?
    /// The server's advice on what to do; nil where it gave none.
    public let hint: String?
    /// The schema concerned; nil where the server named none.
    public let schema: String?
    /// The table concerned; nil where the server named none.
    public let table: String?
    /// The column concerned; nil where the server named none.
    public let column: String?
    /// The constraint that was broken; nil where the server named none.
    public let constraint: String?
    /// The position in the statement, from 1.
    public let position: Int?

    init(result: OpaquePointer?) {
        // The field codes of postgres_ext.h are C character macros, which the importer does not carry over.
        func field(_ code: Character) -> String? {
            PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) }
        }
        sqlState = field("C") ?? "?????"
        unsafeMessage = field("M") ?? ""
        unsafeDetail = field("D")
        hint = field("H")
        schema = field("s")
        table = field("t")
        column = field("c")
        constraint = field("n")
        position = field("P").flatMap(Int.init)
    }
}

extension ServerError: CustomStringConvertible, CustomDebugStringConvertible {
    /// The condition and the names concerned; the server's own words only for classes that speak of names, not of values.
    public var description: String {
        var text = "PostgreSQL \(sqlState)"
        let place = [schema, table, column].compactMap { $0 }.joined(separator: ".")
        if !place.isEmpty { text += " in \(place)" }
        if let constraint { text += ", constraint \(constraint)" }
        switch sqlState.prefix(2) {
        case "22", "23", "P0", "44": text += ": a value was not accepted"
        default: text += ": \(unsafeMessage)"
        }
        return text
    }

    /// Everything the server said, values included. For a developer's own screen.
    public var debugDescription: String {
        [sqlState, unsafeMessage, unsafeDetail, hint, schema, table, column, constraint, position.map(String.init)]
            .compactMap { $0 }.joined(separator: " | ")
    }
}

extension PostgresError: CustomStringConvertible {
    /// What went wrong, without any value of a row.
    public var description: String {
        switch self {
        case .connection(let reason): return "no connection to PostgreSQL: \(reason)"
        case .server(let error): return error.description
        case .decoding(let column, let expected): return "column \(column) is not a \(expected)"
        case .noRow: return "the database returned no row where one was expected"
        case .rollbackFailed(let work, let rollback): return "\(work); the rollback failed as well: \(rollback)"
        case .notCommitted: return "nothing was stored: a statement of the transaction had failed, so the server rolled it back"
        case .nulCharacter: return "a value holds a NUL character, which PostgreSQL cannot store"
        case .misuse(let text): return text
        case .interrupted: return "interrupted"
        }
    }
}
