import CLibpq

/// A row of a result. Valid only inside the closure or loop that receives it.
public struct Row {
    let result: OpaquePointer
    let index: Int32

    /// How many columns the row has.
    public var count: Int { Int(PQnfields(result)) }

    /// The text form of a column by position; nil is NULL.
    public subscript(_ column: Int) -> String? {
        guard PQgetisnull(result, index, Int32(column)) == 0, let value = PQgetvalue(result, index, Int32(column)) else { return nil }
        return String(cString: value)
    }

    /// A column by position, decoded.
    /// - Throws: ``PostgresError/decoding(column:expected:)`` where it is NULL or not of the type.
    public func decode<T: PostgresDecodable>(_ column: Int, as type: T.Type = T.self) throws -> T {
        guard let text = self[column], let value = T(postgresText: text) else {
            throw PostgresError.decoding(column: name(of: column), expected: "\(T.self)")
        }
        return value
    }

    /// A column by position, nil where it is NULL.
    /// - Throws: ``PostgresError/decoding(column:expected:)`` where it is not of the type.
    public func decodeIfPresent<T: PostgresDecodable>(_ column: Int, as type: T.Type = T.self) throws -> T? {
        guard let text = self[column] else { return nil }
        guard let value = T(postgresText: text) else {
            throw PostgresError.decoding(column: name(of: column), expected: "\(T.self)")
        }
        return value
    }

    /// The column's name.
    public func name(of column: Int) -> String {
        PQfname(result, Int32(column)).map { String(cString: $0) } ?? "?"
    }
}

/// A value that can be read from PostgreSQL's text form.
public protocol PostgresDecodable {
    /// Nil where the text is not of the type.
    init?(postgresText: String)
}

extension String: PostgresDecodable {
    /// The text as it is.
    public init?(postgresText: String) { self = postgresText }
}

extension Int: PostgresDecodable {
    /// Reads a whole number; nil where it is none or does not fit.
    public init?(postgresText: String) { self.init(postgresText) }
}

extension Int64: PostgresDecodable {
    /// Reads a whole number; nil where it is none or does not fit.
    public init?(postgresText: String) { self.init(postgresText) }
}

extension Double: PostgresDecodable {
    /// Reads a number, `NaN` and `Infinity` included; nil where it is none.
    public init?(postgresText: String) { self.init(postgresText) }
}

extension Bool: PostgresDecodable {
    /// Reads `t`, `true`, `f` or `false`; nil for anything else.
    public init?(postgresText: String) {
        switch postgresText {
        case "t", "true": self = true
        case "f", "false": self = false
        default: return nil
        }
    }
}
