import Foundation
import Postgres

/// The re-appliable SQL: functions, concepts, measures, returns, audits. Dropped and made again as one layer.
struct Layer {
    let home: Home
    static let schemas = ["functions", "concepts", "measures", "returns", "audits"]
    /// What each schema of the layer holds: its comment in the database.
    static let meanings = [
        "functions": "Rules that concepts, measures and returns share, each a function of its arguments alone",
        "concepts": "Words of the field, one view or function each: who or what counts, on which day or in which year",
        "measures": "Indicators: numerator and denominator by area, period and breakdown",
        "returns": "What is sent to the Department for Education, module by module, and why a record is in it or left out",
        "audits": "Queries that must find nothing: each names the records that break a rule",
    ]

    /// The layer made of the SQL of that folder.
    init(home: Home) { self.home = home }

    /// One file and the object it makes.
    struct Item {
        let object: String
        let file: SQLFile
    }

    /// The files in the order in which they can be built, from the `inputs:` of their headers.
    /// - Throws: ``WarehouseError/failed(_:)`` naming a circle.
    func items() throws -> [Item] {
        var left: [Item] = []
        for schema in Layer.schemas {
            let folder = "sql/" + schema
            let enumerator = FileManager.default.enumerator(atPath: home.folder + "/" + folder)
            let names = (enumerator?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".sql") }.sorted()
            for name in names {
                let object = schema + "." + name.dropLast(4).replacing("/", with: "_")
                left.append(Item(object: object, file: SQLFile(name: folder + "/" + name, text: try home.text(folder + "/" + name))))
            }
        }
        let all = Set(left.map(\.object))
        var built = Set<String>()
        var order: [Item] = []
        while !left.isEmpty {
            let ready = left.filter { item in item.file.inputs.allSatisfy { built.contains($0) || !all.contains($0) } }
            guard !ready.isEmpty else {
                throw WarehouseError.failed("these files of sql/ need one another in a circle: \(left.map(\.file.name).joined(separator: ", "))")
            }
            order += ready
            built.formUnion(ready.map(\.object))
            left.removeAll { built.contains($0.object) }
        }
        return order
    }

    /// A digest of all files: whether what stands is what the files say.
    func checksum() throws -> String {
        Checksum.of(try items().map { $0.file.name + $0.file.text }.joined(separator: "\u{1}"))
    }

    /// Drops the layer and makes it anew, with its comments. Inside the caller's transaction.
    /// - Throws: ``WarehouseError/refused(reason:next:)`` naming objects of others that depend on the layer.
    func apply(_ db: Connection) throws {
        let schemas = Layer.schemas.map(\.sqlLiteral).joined(separator: ", ")
        let dependents = try db.query(
            """
            select distinct n.nspname || '.' || c.relname
            from pg_depend as d
            join pg_rewrite as r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
            join pg_class as c on c.oid = r.ev_class
            join pg_namespace as n on n.oid = c.relnamespace
            left join pg_class as rc on d.refclassid = 'pg_class'::regclass and rc.oid = d.refobjid
            left join pg_proc as rp on d.refclassid = 'pg_proc'::regclass and rp.oid = d.refobjid
            join pg_namespace as rn on rn.oid = coalesce(rc.relnamespace, rp.pronamespace)
            where rn.nspname in (\(unsafeSQL: schemas)) and n.nspname not in (\(unsafeSQL: schemas))
            order by 1
            """, { try $0.decode(0, as: String.self) })
        guard dependents.isEmpty else {
            throw WarehouseError.refused(
                reason: "objects of your own depend on the layer that is to be made anew: \(dependents.joined(separator: ", "))",
                next: ["Save their definitions (\\d+ in psql), drop them, run loxley migrate, and make them again."])
        }
        for schema in Layer.schemas { try db.execute("drop schema if exists \(Identifier(schema)) cascade") }
        let items = try items()
        for schema in Layer.schemas {
            try db.execute("create schema \(Identifier(schema))")
            if let meaning = Layer.meanings[schema] {
                try db.execute("comment on schema \(Identifier(schema)) is \(unsafeSQL: meaning.sqlLiteral)")
            }
        }
        for item in items {
            do {
                try db.execute(SQL(unsafeSQL: item.file.text))
            } catch let PostgresError.server(error) {
                throw WarehouseError.failed("\(item.file.name): \(error)\(error.position.map { " at character \($0)" } ?? "")")
            }
            try comment(item, db)
        }
    }

    private func comment(_ item: Item, _ db: Connection) throws {
        let parts = item.object.split(separator: ".").map(String.init)
        let text = ["title", "purpose", "grain", "rules", "edges"].compactMap { word in item.file.header[word].map { word == "title" ? $0 : "\(word): \($0)" } }
            .joined(separator: "\n")
        let kinds = try db.query(
            """
            select 'view' from pg_class where oid = to_regclass(\(item.object))
            union all
            select 'function' from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace where n.nspname = \(parts[0]) and p.proname = \(parts[1])
            """, { try $0.decode(0, as: String.self) })
        guard let kind = kinds.first else {
            throw WarehouseError.failed("\(item.file.name) does not make \(item.object), which its place says it does")
        }
        try db.execute("comment on \(unsafeSQL: kind) \(Identifier(parts[0], parts[1])) is \(unsafeSQL: text.sqlLiteral)")
    }
}
