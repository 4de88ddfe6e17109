import ArgumentParser
import Cluster
import Foundation
import Postgres
import Warehouse

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "doctor", abstract: "Check the installation, and say what to do about what is wrong.")
    @OptionGroup var options: Options

    func run() async throws {
        var output = Output(columns: [
            .init(title: "check", name: "check"), .init(title: "result", name: "result"), .init(title: "what was found", name: "found"),
        ])
        var bad = 0
        func check(_ name: String, _ body: () async throws -> String) async {
            do { output.rows.append([.text(name), .text("ok"), .text(try await body())]) } catch {
                bad += 1
                output.rows.append([.text(name), .text("wrong"), .text(Ending(of: error).text ?? "")])
            }
        }
        await check("folders, contracts and code lists") {
            let home = try options.home()
            _ = try options.configuration(home)
            return "\(home.contracts.count) contracts, \(home.codeSets.count) code lists"
        }
        await check("server") {
            let db = try await options.connect()
            return "PostgreSQL \(try db.value("show server_version", as: String.self))"
        }
        await check("extensions") {
            let db = try await options.connect()
            let wanted = ["pg_trgm", "fuzzystrmatch", "btree_gist", "pgcrypto"]
            let there = Set(try db.query("select name from pg_available_extensions", { try $0.decode(0, as: String.self) }))
            let missing = wanted.filter { !there.contains($0) }
            guard missing.isEmpty else { throw WarehouseError.failed("missing \(missing.joined(separator: ", ")): install PostgreSQL's contrib package") }
            return wanted.joined(separator: ", ")
        }
        await check("schema") {
            let home = try options.home()
            let db = try await options.connect()
            let plan = try db.read { try Migrator(home: home).plan($0) }
            guard plan.isEmpty else { throw WarehouseError.failed("\(plan.lines.count) steps behind this version. Run: loxley migrate") }
            return "of this version"
        }
        await check("room on the disk") {
            let folder = try options.files().folder
            let values = try FileManager.default.attributesOfFileSystem(forPath: FileManager.default.fileExists(atPath: folder) ? folder : "/")
            let free = (values[.systemFreeSize] as? NSNumber)?.intValue ?? 0
            guard free > 2_000_000_000 else { throw WarehouseError.failed("less than 2 GB free where \(folder) is: make room") }
            return "\(free / 1_000_000_000) GB free"
        }
        try output.print(options.format)
        if bad > 0 { throw Ending(code: 1, text: nil) }
    }
}
