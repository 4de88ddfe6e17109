import Foundation
import Testing

@Suite("What calls the run")
struct TimerTests {
    static let analyser = ["/usr/bin/systemd-analyze", "/bin/systemd-analyze"].first { FileManager.default.isExecutableFile(atPath: $0) }

    private func text(_ name: String) throws -> String { try String(contentsOfFile: Loxley.packageFolder + "/etc/" + name, encoding: .utf8) }

    /// Runs a command line of the shell.
    private func shell(_ line: String) throws -> (code: Int32, out: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory(), "LOXLEY_HOME": Loxley.packageFolder]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test("systemd knows every word of the units", .enabled(if: analyser != nil, "systemd-analyze is not installed"))
    func units() throws {
        let folder = NSTemporaryDirectory() + "loxley-units-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["loxley.service", "loxley.timer"] {
            let unit = try text("systemd/" + name)
            // The program stands there only on the machine that it is installed on.
            try unit.replacing("/usr/bin/loxley", with: Loxley.program).write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        }
        let verified = try shell("\(Self.analyser ?? "") verify --man=no \(folder)/loxley.service \(folder)/loxley.timer")
        #expect(verified.code == 0 && !verified.out.contains("loxley"), "\(verified)")
        let next = try shell("\(Self.analyser ?? "") calendar --iterations=1 '*-*-* 02:00:00'")
        #expect(try text("systemd/loxley.timer").contains("OnCalendar=*-*-* 02:00:00") && next.code == 0, "\(next)")
        #expect(try text("systemd/loxley.timer").contains("Persistent=true"))
    }

    @Test("the commands of the unit and of the cron line load what waits, with the settings file as it ships")
    func commands() throws {
        let warehouse = try TestWarehouse()
        let inbox = warehouse.folder + "/inbox"
        try Extract.write([Extract(.reviews, lines: "1,02/03/2010,10/05/2021,PN1")], to: inbox + "/june")
        try Data("feed: ssda903\nyear: 2021-22\nas_at: 2021-06-30\n".utf8).write(to: URL(fileURLWithPath: inbox + "/june/delivery.yaml"))
        let settings = warehouse.folder + "/loxley.env"
        try text("loxley/loxley.env").replacing("'postgresql://loxley@/loxley?host=/run/postgresql'", with: "'\(warehouse.url)'")
            .replacing("/var/lib/loxley", with: warehouse.folder + "/data").write(toFile: settings, atomically: true, encoding: .utf8)
        func here(_ command: String) -> String {
            command.replacing("/etc/loxley/loxley.env", with: settings).replacing("/usr/bin/loxley", with: Loxley.program)
                .replacing("/etc/loxley/loxley.yaml", with: Loxley.packageFolder + "/config/loxley.yaml") + " --settle 0 --inbox '\(inbox)' --today 2021-07-01"
        }
        let unit = try text("systemd/loxley.service").split(separator: "\n")
        #expect(unit.contains("EnvironmentFile=/etc/loxley/loxley.env"))
        let start = try #require(unit.first { $0.hasPrefix("ExecStart=") }).dropFirst("ExecStart=".count)
        let first = try shell("set -a; . \(settings); " + here(String(start)))
        #expect(first.code == 0 && first.out.contains("1 loaded"), "\(first)")

        let line = try #require(try text("cron.d/loxley").split(separator: "\n").first { $0.hasPrefix("0 2 * * * loxley ") })
        #expect(!line.contains("%"), "cron takes it for a line end")
        let second = try shell(here(String(line.dropFirst("0 2 * * * loxley ".count))))
        #expect(second.code == 0 && second.out.contains("1 not due"), "\(second)")
    }
}
