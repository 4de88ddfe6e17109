import ArgumentParser
import Postgres
import Warehouse

struct DigestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest", abstract: "One hash per star table, and one over all on the last line.",
        discussion: "Free of order, surrogate keys, load ids and moments: two warehouses that know the same print the same.")
    @Flag(help: "with the source tables") var all = false
    @OptionGroup var known: AsRecordedOption
    @OptionGroup var options: Options

    func run() async throws {
        let home = try options.home()
        let digest = try await options.withWarehouse(home, known) { warehouse in
            try warehouse.db.read { try Digest.of($0, home: home, all: all) }
        }
        var output = Output(columns: [
            .init(title: "table", name: "table"), .init(title: "rows", name: "rows", number: true), .init(title: "hash", name: "hash"),
        ])
        output.rows = digest.lines.map { [.text($0.table), .number($0.rows), .text($0.hash)] }
        output.rows.append([.text("all"), .number(digest.lines.reduce(0) { $0 + $1.rows }), .text(digest.overall)])
        try output.print(options.format)
    }
}
