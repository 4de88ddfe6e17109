import Contracts
import Postgres

/// Follows the links by which records that are about no child touch the facts of children: `touches` of their contracts.
struct Links {
    let home: Home
    let db: Connection

    /// Makes the temporary table that takes the records touched of a dataset which is about no child and touches others.
    /// - Returns: false where files of the dataset touch nobody in particular.
    @discardableResult
    func prepare(_ contract: Contract) throws -> Bool {
        guard contract.subject == .none, !contract.touches.isEmpty else { return contract.subject != .none }
        try db.execute(
            "create temporary table if not exists \(unsafeSQL: SourceTables.touched(contract)) (authority smallint, business_key text) on commit drop")
        return true
    }

    /// Adds to `touched_local` and `touched_subject` whom the records of these datasets touch, over chains of links if need be.
    func follow(_ contracts: [Contract]) throws {
        let path = "sql/identity/touched_over_link.sql"
        let file = SQLFile(name: path, text: try home.text(path))
        var waiting = contracts.filter { $0.subject == .none && !$0.touches.isEmpty }
        while let mine = waiting.popLast() {
            for touch in mine.touches {
                guard let theirs = home.contracts.first(where: { $0.dataset == touch.dataset }), try prepare(theirs) else {
                    throw WarehouseError.failed(
                        "\(mine.dataset): touches \(touch.dataset), which has no contract, or is about no child and touches nobody itself")
                }
                let link = touch.columns.map {
                    "mine.\(Identifier($0.mine.lowercased()).quoted)::text = theirs.\(Identifier($0.theirs.lowercased()).quoted)::text"
                }
                let values = [
                    "mine": mine.table, "touched_mine": SourceTables.touched(mine), "theirs": theirs.table, "touched": SourceTables.touched(theirs),
                    "who": SourceTables.who(theirs), "link": link.joined(separator: " and "),
                ]
                // What is there already was or will be followed; so a circle of links ends.
                let added = try db.execute(try file.filled(values))
                if added > 0, theirs.subject == .none, !waiting.contains(where: { $0.dataset == theirs.dataset }) { waiting.append(theirs) }
            }
        }
    }
}
