/// A statement whose interpolated values are bound, never pasted into its text.
///
/// ```swift
/// try db.execute("insert into ops.delivery (feed, scope) values (\(feed), \(scope))")
/// ```
/// Identifiers are interpolated as ``Identifier``, lists as arrays (`= any(\(keys))`), and text that is already SQL
/// as `\(unsafeSQL: text)`.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text with `$1`, `$2` … where values are bound.
    public private(set) var text: String
    /// The bound values in order, in PostgreSQL's text form; nil is NULL.
    public private(set) var values: [String?]

    /// A statement without values.
    public init(stringLiteral value: String) {
        text = value
        values = []
    }

    /// A statement of known text, as read from a file of `sql/`.
    public init(unsafeSQL text: String) {
        self.text = text
        values = []
    }

    public init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    /// Collects the text and the bound values of an interpolated statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var values: [String?] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 4)
        }

        public mutating func appendLiteral(_ literal: String) { text += literal }

        /// Binds a value.
        public mutating func appendInterpolation(_ value: (some PostgresEncodable)?) {
            values.append(value?.postgresText)
            text += "$\(values.count)"
        }

        /// Writes an identifier, quoted where it must be.
        public mutating func appendInterpolation(_ identifier: Identifier) { text += identifier.quoted }

        /// Writes text that is SQL already. Only for text of the product's own files.
        public mutating func appendInterpolation(unsafeSQL sql: String) { text += sql }

        /// Writes another statement in place, with its bound values.
        public mutating func appendInterpolation(_ sql: SQL) {
            // Renumber from the highest down, so that $1 is not found inside $10.
            var inner = sql.text
            for index in stride(from: sql.values.count, to: 0, by: -1) {
                inner = inner.replacing("$\(index)", with: "$\u{0}\(index + values.count)")
            }
            text += inner.replacing("\u{0}", with: "")
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
        parts.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ".")
    }

    public var description: String { parts.joined(separator: ".") }
}

/// A value that can be bound to a statement.
public protocol PostgresEncodable: Sendable {
    /// The value in PostgreSQL's text form.
    var postgresText: String { get }
}

extension String: PostgresEncodable { public var postgresText: String { self } }
extension Substring: PostgresEncodable { public var postgresText: String { String(self) } }
extension Int: PostgresEncodable { public var postgresText: String { String(self) } }
extension Int16: PostgresEncodable { public var postgresText: String { String(self) } }
extension Int32: PostgresEncodable { public var postgresText: String { String(self) } }
extension Int64: PostgresEncodable { public var postgresText: String { String(self) } }
extension Double: PostgresEncodable { public var postgresText: String { String(self) } }
extension Bool: PostgresEncodable { public var postgresText: String { self ? "t" : "f" } }

extension Array: PostgresEncodable where Element: PostgresEncodable {
    /// An array literal, every element quoted.
    public var postgresText: String {
        "{"
            + map { element in
                "\"" + element.postgresText.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
            }.joined(separator: ",") + "}"
    }
}
