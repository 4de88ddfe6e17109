import Contracts
import Postgres
import Vocabulary

/// The rows of one module of a return, as SQL: asserted ones from source, derived ones from the function of the module.
///
/// COPY binds no values, so the authority and the year stand in the text; both come from value types that hold digits only.
struct ModuleQuery: Sendable {
    let contract: Contract
    let columns: [Contract.Column]
    let asserted: Bool
    /// An SQL expression of type text for each column.
    let expressions: [String]
    /// What follows `from`.
    let source: String
    /// What follows `order by`: unique, and free of the order in which deliveries arrived.
    let order: String

    /// The publisher's name of the module.
    var module: String { contract.module ?? contract.table }
    /// The name of the file that the return gives to the module.
    var file: String { contract.files.first ?? "\(contract.table).csv" }
    /// The header line, without its end.
    var headerLine: String { columns.map(\.name).joined(separator: ",") }

    /// The rows as CSV.
    var copy: SQL {
        SQL(unsafeSQL: "copy (select \(expressions.joined(separator: ", ")) from \(source) order by \(order)) to stdout (format csv)")
    }

    /// The text of the column with the child's identifier.
    var child: String {
        columns.firstIndex { $0.name == contract.localID }.map { expressions[$0] } ?? "null"
    }

    /// Rows that the authority asserted for the year: every occurrence, unusable ones too, in the words of the file.
    static func asserted(_ contract: Contract, authority: Int, year: CollectionYear) -> ModuleQuery {
        let columns = contract.columns(in: year)
        let keys = contract.key.compactMap { name in columns.first { $0.name == name } }
        let order =
            keys.map { "s.\(Identifier($0.sqlName).quoted)\(collation(of: $0))" }
            + [#"s.business_key collate "C""#, "s.occurrence", "s.content_hash"]
        return ModuleQuery(
            contract: contract, columns: columns, asserted: true,
            expressions: columns.map { "nullif(coalesce(s.raw ->> \(literal($0.name)), \(text(of: $0))), '')" },
            source: """
                \(Identifier("source", contract.table).quoted) s \
                where s.authority = \(authority) and s.scope = \(literal(year.description)) and s.holds and s.absent is not true
                """,
            order: order.joined(separator: ", "))
    }

    /// Rows that the cohort rules of the collection select from the star.
    static func derived(_ contract: Contract, authority: Int, year: CollectionYear) -> ModuleQuery {
        let columns = contract.columns(in: year)
        return ModuleQuery(
            contract: contract, columns: columns, asserted: false,
            expressions: columns.map { "d.\(Identifier($0.sqlName).quoted)" },
            source: "\(Identifier("returns", contract.table).quoted)(\(arguments(authority: authority, year: year))) d",
            order: #"d.child collate "C", d.sort_date, d.sort_text collate "C", d.person_key"#)
    }

    /// The arguments that every function of the return takes: authority, year, its first and its last day.
    static func arguments(authority: Int, year: CollectionYear) -> String {
        "\(authority)::smallint, \(literal(year.description)), date \(literal(year.start.description)), date \(literal(year.end.description))"
    }

    /// The text of a typed value in the form of the return.
    private static func text(of column: Contract.Column) -> String {
        let name = "s.\(Identifier(column.sqlName).quoted)"
        switch column.type {
        case .date: return "to_char(\(name), 'DD/MM/YYYY')"
        case .integer: return "\(name)::text"
        default: return name
        }
    }

    private static func collation(of column: Contract.Column) -> String {
        column.type.sqlType == "text" ? #" collate "C""# : ""
    }

    private static func literal(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}
