import Foundation
import Postgres
import Testing

@Suite("The demonstration")
struct DemoTests {
    @Test(
        "whenever it is run, nothing lies in the future: not in a year that is running, not when the newest known one is over",
        arguments: [("2026-02-28", "2025-26"), ("2027-10-31", "2026-27")])
    func whenever(asAt: String, newest: String) throws {
        let folder = try TestServer.shared().folder + "-demo-" + asAt
        defer {
            stopServer(folder + "/data")
            try? FileManager.default.removeItem(atPath: folder)
        }
        let environment = [
            "LOXLEY": Loxley.program, "LOXLEY_DEMO": folder, "LOXLEY_DATA": folder + "/data", "LOXLEY_CHILDREN": "12", "LOXLEY_AS_AT": asAt,
        ]
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let first = try demo(environment)
        #expect(first.code == 0, "\(first)")
        // The newest year whose layout is known is complete by then.
        let known = min(asAt, "2027-03-31")
        for words in ["as at      \(known)", "return     \(folder)/return/\(newest)", "written"] { #expect(first.text.contains(words), "\(words): \(first)") }
        #expect(first.text.contains("The year is still running") == !known.hasSuffix("-03-31"), "\(first)")

        let options = ["--data", folder + "/data"]
        let db = try Connection(url: try Loxley.run(["database", "url"] + options).out.trimmingCharacters(in: .whitespacesAndNewlines))
        #expect(try db.unequal() == [])
        #expect(try db.lines("select max(as_at) from ops.delivery") == [known])
        #expect(try db.value("select count(*) from concepts.children_in_care(array[\(known)::date])") == 12)
        #expect(try db.value("select count(*) from star.fact_episode where decom > \(known)::date or dec > \(known)::date") == 0)
        #expect(try db.value("select count(*) from star.fact_review where review > \(known)::date") == 0)
        let status = try Loxley.run(["status", "--on", asAt, "--format", "json"] + options)
        let lines = try #require(JSONSerialization.jsonObject(with: Data(status.out.utf8)) as? [[String: Any]])
        let ages = lines.compactMap { $0["age_days"] as? Int }
        #expect(ages.count > 50 && ages.allSatisfy { $0 >= 0 }, "\(ages)")

        let again = try demo(environment)
        #expect(again.code == 0 && again.text.contains("already loaded") && !again.text.contains("written"), "\(again)")
    }

    /// Runs `Tests/Demo/demo.sh`.
    private func demo(_ environment: [String: String]) throws -> (code: Int32, text: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: Loxley.packageFolder + "/Tests/Demo/demo.sh")
        let inherited = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "LD_LIBRARY_PATH", "LANG"].contains($0.key) }
        process.environment = inherited.merging(environment) { $1 }
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
