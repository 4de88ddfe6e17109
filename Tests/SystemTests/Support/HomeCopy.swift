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

    /// Adds a dataset of social care: events by child and day, each with a value.
    /// - Parameter snapshot: its `snapshot_of`; nil for a delta
    func addEvents(_ dataset: String, snapshot: String?) throws {
        try """
        dataset: social-care/\(dataset)
        title: Events of a test
        files: [\(dataset).csv]
        \(snapshot.map { "snapshot_of: \($0)\n" } ?? "")key: [CHILD, EVENT]
        person: { local_id: CHILD }
        guard: { retire_at_most: 100%, floor: 0 }
        columns:
          CHILD: { type: text, required: true, title: Child }
          EVENT: { type: date, role: start, required: true, title: Day }
          VALUE: { type: integer, title: Value }
        """.write(toFile: "\(folder)/etl/social-care/\(dataset).yaml", atomically: true, encoding: .utf8)
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
