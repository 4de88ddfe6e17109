import Foundation

/// Headless Chromium, where the machine has it.
enum Browser {
    /// The program; nil where there is none.
    static let program = ["chromium", "chromium-browser", "google-chrome"].lazy
        .flatMap { name in (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" } }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// The document after a page's scripts have run.
    static func document(_ address: String, folder: TemporaryFolder) throws -> String {
        guard let program else { return "" }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions", "--user-data-dir=\(folder.file("profile"))",
            "--virtual-time-budget=2000", "--dump-dom", address,
        ]
        let path = try folder.write("", "dom.html")
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return try String(contentsOfFile: path, encoding: .utf8)
    }
}
