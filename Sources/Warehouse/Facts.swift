import Contracts
import Postgres
import Synchronization

/// One derived table and what it is made from.
struct Fact: Sendable {
    /// With its schema: `star.fact_review`, `identity.known_as`.
    let name: String
    let mappings: [(contract: Contract, file: SQLFile)]
    /// The last step from `told` (or from other facts) to the table; nil: told as it is.
    let finish: SQLFile?
    /// Files that put right, after the insert, what one pass cannot see.
    let adjustments: [SQLFile]
    /// Not by child: made anew as a whole.
    let whole: Bool
    /// What its files say they read, beside the datasets it is told by.
    let inputs: Set<String>

    init(name: String, mappings: [(contract: Contract, file: SQLFile)], finish: SQLFile?, adjustments: [SQLFile], whole: Bool) {
        self.name = name
        self.mappings = mappings
        self.finish = finish
        self.adjustments = adjustments
        self.whole = whole
        inputs = Set(mappings.flatMap(\.file.inputs) + (finish?.inputs ?? []) + adjustments.flatMap(\.inputs)).subtracting([name])
    }

    /// Without its schema.
    var table: String { String(name.split(separator: ".").last ?? "") }
    var identifier: Identifier { Identifier(String(name.split(separator: ".").first ?? ""), table) }

    /// Whether it is made from a source table: told by its dataset, or with it as an input of a mapping or of the last step.
    func reads(_ contract: Contract) -> Bool {
        mappings.contains { $0.contract.dataset == contract.dataset }
            || !inputs.isDisjoint(with: ["source.\(contract.table)", "source.\(contract.table)_held"])
    }
}

/// Every table that is derived, as the files of `etl/` and `sql/` say.
struct Facts: Sendable {
    /// Tables of the star, those that others are made from first.
    let star: [Fact]
    /// What social care knows its children by: tables of identity.
    let known: [Fact]
    /// Columns and primary key of every table of the star and of identity, each in its order, by the table's quoted name.
    let shapes: [String: (columns: [Identifier], key: [Identifier])]

    /// The derived tables of a warehouse of that folder's version. The files are read once.
    /// - Throws: ``WarehouseError/failed(_:)`` where a file does not say into which table, or says one that is not there.
    static func of(_ home: Home, _ db: Connection) throws -> Facts { try home.facts.get { try Facts(home: home, db) } }

    /// Read once, whoever asks.
    final class Once: Sendable {
        private let facts = Mutex<Facts?>(nil)

        func get(_ make: () throws -> Facts) throws -> Facts {
            try facts.withLock { held in
                if let held { return held }
                let made = try make()
                held = made
                return made
            }
        }
    }

    private init(home: Home, _ db: Connection) throws {
        var mappings: [String: [(Contract, SQLFile)]] = [:]
        let files = Dictionary(uniqueKeysWithValues: Set(home.contracts.map(\.agency)).map { ($0, home.files(in: "etl/" + $0, ending: ".sql")) })
        for contract in home.contracts {
            let names = (files[contract.agency] ?? []).filter { $0 == contract.table + ".sql" || $0.hasPrefix(contract.table + ".") }
            for name in names {
                let file = SQLFile(name: "etl/\(contract.agency)/\(name)", text: try home.text("etl/\(contract.agency)/\(name)"))
                mappings[try Facts.into(file), default: []].append((contract, file))
            }
        }
        var finishes: [String: SQLFile] = [:]
        var adjustments: [String: [SQLFile]] = [:]
        for folder in ["sql/star", "sql/identity"] {
            for name in home.files(in: folder, ending: ".sql") {
                let file = SQLFile(name: "\(folder)/\(name)", text: try home.text("\(folder)/\(name)"))
                if let adjusted = file.header["adjusts"] {
                    adjustments[adjusted, default: []].append(file)
                } else if folder == "sql/star" || (file.header["into"].map { mappings[$0] != nil } ?? false) {
                    finishes[try Facts.into(file)] = file
                }
            }
        }
        let byPerson = Dictionary(
            try db.query(
                """
                select n.nspname || '.' || c.relname, exists (select from pg_attribute as a where a.attrelid = c.oid and a.attname = 'person_key')
                from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where n.nspname in ('star', 'identity') and c.relkind = 'r'
                """, { (try $0.decode(0, as: String.self), try $0.decode(1, as: Bool.self)) }), uniquingKeysWith: { a, _ in a })
        let all = try Set(mappings.keys).union(finishes.keys).sorted().map { name in
            guard let isByPerson = byPerson[name] else {
                throw WarehouseError.failed("\((mappings[name]?.first?.1 ?? finishes[name])?.name ?? name): there is no table \(name)")
            }
            return Fact(
                name: name, mappings: (mappings[name] ?? []).map { ($0.0, $0.1) }, finish: finishes[name], adjustments: adjustments[name] ?? [],
                whole: !isByPerson)
        }
        known = all.filter { $0.name.hasPrefix("identity.") }
        // What another agency says would tie itself.
        if let wrong = known.flatMap(\.mappings).first(where: { !$0.contract.isSpine }) {
            throw WarehouseError.failed("\(wrong.file.name): only datasets that found persons say what social care knows its children by")
        }
        star = try Facts.inOrder(all.filter { $0.name.hasPrefix("star.") })
        shapes = try Facts.shapes(db)
    }

    private static func shapes(_ db: Connection) throws -> [String: (columns: [Identifier], key: [Identifier])] {
        var shapes: [String: (columns: [Identifier], key: [Identifier])] = [:]
        let places = try db.query(
            """
            select n.nspname, c.relname, a.attname, array_position(i.indkey::smallint[], a.attnum)
            from pg_class as c
            join pg_namespace as n on n.oid = c.relnamespace
            join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_index as i on i.indrelid = c.oid and i.indisprimary
            where n.nspname in ('star', 'identity') and c.relkind = 'r'
            order by 1, 2, a.attnum
            """,
            { row in
                (
                    table: Identifier(try row.decode(0, as: String.self), try row.decode(1, as: String.self)).quoted,
                    column: Identifier(try row.decode(2, as: String.self)), place: try row.decodeIfPresent(3, as: Int.self)
                )
            })
        for (table, rows) in Dictionary(grouping: places, by: \.table) {
            let key = rows.compactMap { row in row.place.map { (place: $0, column: row.column) } }.sorted { $0.place < $1.place }
            shapes[table] = (rows.map(\.column), key.map(\.column))
        }
        return shapes
    }

    /// Those that others are made from first, as their inputs say.
    private static func inOrder(_ facts: [Fact]) throws -> [Fact] {
        var order: [Fact] = []
        var left = facts
        while !left.isEmpty {
            let names = Set(left.map(\.name))
            let ready = left.filter { $0.inputs.isDisjoint(with: names.subtracting([$0.name])) }
            guard !ready.isEmpty else { throw WarehouseError.failed("facts need one another in a circle: \(left.map(\.table).joined(separator: ", "))") }
            order += ready
            left.removeAll { fact in ready.contains { $0.name == fact.name } }
        }
        return order
    }

    private static func into(_ file: SQLFile) throws -> String {
        guard let into = file.header["into"], into.hasPrefix("star.") || into.hasPrefix("identity.") else {
            throw WarehouseError.failed("\(file.name): the header does not say into: star.<table>")
        }
        return into
    }

    /// Tables of the star that come out otherwise when these datasets change.
    func affected(by contracts: [Contract]) -> [Fact] {
        var tables = Set<String>()
        return star.filter { fact in
            let isAffected = contracts.contains { fact.reads($0) } || !fact.inputs.isDisjoint(with: tables)
            if isAffected { tables.insert(fact.name) }
            return isAffected
        }
    }
}
