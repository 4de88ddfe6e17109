import Foundation

/// A copy of Loxley's folders that a test may change; chosen with LOXLEY_HOME.
struct HomeCopy {
    let folder: String
    var environment: [String: String] { ["LOXLEY_HOME": folder] }

    init(in parent: String) throws {
        folder = parent + "/home"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["sql", "etl", "config"] {
            try FileManager.default.copyItem(atPath: "\(Loxley.packageFolder)/\(name)", toPath: "\(folder)/\(name)")
        }
    }

    /// Changes a file.
    func edit(_ name: String, _ change: (String) -> String) throws {
        let path = folder + "/" + name
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let changed = change(text)
        guard changed != text else { throw TestServer.Failed(description: "\(name) was not changed") }
        try changed.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
