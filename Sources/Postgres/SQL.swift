/// A statement whose interpolated values are bound, never pasted into its text.
///
/// ```swift
/// try db.execute("insert into ops.delivery (feed, scope) values (\(feed), \(scope))")
/// ```
/// Identifiers are interpolated as ``Identifier``, lists as arrays (`= any(\(keys))`), and text that is already SQL
/// as `\(unsafeSQL: text)`.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text with `$1`, `$2` … where values are bound.
    public let text: String
    /// The bound values in order, in PostgreSQL's text form; nil is NULL.
    public let values: [String?]
    /// The text between the bound values: one piece more than there are values.
    private let pieces: [String]

    /// A statement without values.
    public init(stringLiteral value: String) { self.init(unsafeSQL: value) }

    /// A statement of known text, as read from a file of `sql/`.
    public init(unsafeSQL text: String) { self.init(pieces: [text], values: []) }

    /// A statement whose interpolated values are bound as `$1`, `$2` …
    public init(stringInterpolation: StringInterpolation) {
        self.init(pieces: stringInterpolation.pieces, values: stringInterpolation.values)
    }

    private init(pieces: [String], values: [String?]) {
        self.pieces = pieces
        self.values = values
        var text = pieces.first ?? ""
        for (index, piece) in pieces.dropFirst().enumerated() { text += "$\(index + 1)" + piece }
        self.text = text
    }

    /// Collects the text and the bound values of an interpolated statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces = [""]
        fileprivate var values: [String?] = []

        /// An empty statement with room for its interpolations.
        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        /// Adds text of the statement itself.
        public mutating func appendLiteral(_ literal: String) { pieces[pieces.count - 1] += literal }

        /// Binds a value.
        public mutating func appendInterpolation(_ value: (some PostgresEncodable)?) {
            values.append(value?.postgresText)
            pieces.append("")
        }

        /// Writes an identifier, quoted where it must be.
        public mutating func appendInterpolation(_ identifier: Identifier) { appendLiteral(identifier.quoted) }

        /// Writes text that is SQL already. Only for text of the product's own files.
        public mutating func appendInterpolation(unsafeSQL sql: String) { appendLiteral(sql) }

        /// Writes another statement in place, with its bound values.
        public mutating func appendInterpolation(_ sql: SQL) {
            appendLiteral(sql.pieces.first ?? "")
            pieces += sql.pieces.dropFirst()
            values += sql.values
        }
    }
}

/// The name of a schema, table or column, with its quoting.
public struct Identifier: Hashable, Sendable, CustomStringConvertible {
    /// The parts from the outermost in: schema, table.
    public let parts: [String]

    /// A name of one or more parts: `Identifier("star", "fact_episode")`.
    public init(_ parts: String...) { self.parts = parts }

    /// Every part in double quotes, inner quotes doubled.
    public var quoted: String {
        parts.map { "\"" + $0.escaped(["\""], with: "\"") + "\"" }.joined(separator: ".")
    }

    /// The parts joined by dots, without quotes: for messages, not for statements.
    public var description: String { parts.joined(separator: ".") }
}

/// A value that can be bound to a statement.
public protocol PostgresEncodable: Sendable {
    /// The value in PostgreSQL's text form.
    var postgresText: String { get }
}

extension String: PostgresEncodable {
    /// The text itself, without quoting.
    public var postgresText: String { self }
}

extension Substring: PostgresEncodable {
    /// The text itself, without quoting.
    public var postgresText: String { String(self) }
}

extension Int: PostgresEncodable {
    /// Decimal digits.
    public var postgresText: String { String(self) }
}

extension Int16: PostgresEncodable {
    /// Decimal digits.
    public var postgresText: String { String(self) }
}

extension Int32: PostgresEncodable {
    /// Decimal digits.
    public var postgresText: String { String(self) }
}

extension Int64: PostgresEncodable {
    /// Decimal digits.
    public var postgresText: String { String(self) }
}

extension Double: PostgresEncodable {
    /// The shortest decimal that reads back as the same number.
    public var postgresText: String { String(self) }
}

extension Bool: PostgresEncodable {
    /// `t` or `f`.
    public var postgresText: String { self ? "t" : "f" }
}

extension Array: PostgresEncodable where Element: PostgresEncodable {
    /// An array literal, every element quoted.
    public var postgresText: String {
        "{"
            + map { element in
                "\"" + element.postgresText.escaped(["\\", "\""], with: "\\") + "\""
            }.joined(separator: ",") + "}"
    }
}

extension String {
    /// Puts a character before each of the special ones. By Unicode scalar, as the server reads: a quote that a combining
    /// accent follows is one Swift `Character` with it, and comparing characters would miss it.
    fileprivate func escaped(_ special: Set<Unicode.Scalar>, with escape: Unicode.Scalar) -> String {
        guard unicodeScalars.contains(where: special.contains) else { return self }
        var out = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if special.contains(scalar) { out.append(escape) }
            out.append(scalar)
        }
        return String(out)
    }
}
