import Foundation

/// The return that nobody here wrote. It is not part of the package; tests of it are skipped where it is absent.
enum Fixture {
    /// `LOXLEY_FIXTURES`, or `shared/fixtures` in a folder above the package.
    static let ssda903: String? = {
        var candidates: [String] = []
        if let given = ProcessInfo.processInfo.environment["LOXLEY_FIXTURES"] { candidates.append(given) }
        var url = URL(fileURLWithPath: Loxley.packageFolder)
        while url.path != "/" {
            url.deleteLastPathComponent()
            candidates.append(url.appendingPathComponent("shared/fixtures").path)
        }
        return candidates.map { $0 + "/ssda903-2017-18" }.first { FileManager.default.fileExists(atPath: $0 + "/episodes.csv") }
    }()
}

/// Fictitious returns as files, made once for the whole run.
enum Synthetic {
    /// The return of 2024-25 with 2,000 children in care at its end and faults of every kind, as a folder of modules.
    static func large() throws -> String { try result.get() }

    private static let result = Result<String, any Error> {
        let folder = try TestServer.shared().folder + "/synthetic"
        let made = try Loxley.run([
            "synthesise", "--children", "2000", "--years", "1", "--year", "2024-25", "--mess", "0.02", "--seed", "7", "--only", "ssda903", "--out", folder,
        ])
        guard made.code == 0 else { throw TestServer.Failed(description: "\(made)") }
        return folder + "/ssda903/2024-25"
    }

    /// The same return some months later: every twentieth line of each file is gone, every thirtieth says something else.
    static func largeLater() throws -> String { try later.get() }

    private static let later = Result<String, any Error> {
        let folder = try TestServer.shared().folder + "/synthetic-later"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for module in Module.allCases {
            guard let data = FileManager.default.contents(atPath: try large() + "/" + module.rawValue + ".csv"),
                let text = String(data: data, encoding: .utf8)
            else { continue }
            var lines: [String] = []
            // A record whose quoted field holds a line end is left as it is.
            var isInside = false
            for (number, line) in text.components(separatedBy: "\r\n").joined(separator: "\n").components(separatedBy: "\n").enumerated() {
                let breaks = !line.count(where: { $0 == "\"" }).isMultiple(of: 2)
                let isWhole = !isInside && !breaks
                if breaks { isInside.toggle() }
                if isWhole, number > 0, number % 20 == 0 { continue }
                lines.append(number > 0 && number % 30 == 7 ? line.replacing("2024,", with: "2024 ,") : line)
            }
            try lines.joined(separator: "\n").write(toFile: folder + "/" + module.rawValue + ".csv", atomically: true, encoding: .utf8)
        }
        return folder
    }
}
