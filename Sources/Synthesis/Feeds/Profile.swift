import Foundation
import Yams

/// The shares that decide what the agencies' files come out with: `config/profiles/<name>.yaml`.
///
/// ```yaml
/// based_on: england
/// health:
///   dental_check_in_date: 0.615
/// ```
/// A share is asked for as `health.dental_check_in_date`. A profile based on another says only what differs.
public struct Profile: Sendable {
    /// Every number, by section and name.
    public let numbers: [String: Double]

    /// - Parameter numbers: by section and name, as `health.dental_check_in_date`
    public init(numbers: [String: Double]) { self.numbers = numbers }

    /// Reads a profile, and the one that it is based on.
    /// - Parameters:
    ///   - name: of the file, without its ending
    ///   - folder: `config/profiles` of Loxley's folder
    /// - Throws: ``SynthesisError/plan(_:)`` with every mistake.
    public init(name: String, folder: String) throws {
        var mistakes: [String] = []
        let (base, own) = Self.read(name, folder, &mistakes)
        var numbers: [String: Double] = [:]
        if let base {
            let (further, values) = Self.read(base, folder, &mistakes)
            if further != nil { mistakes.append("profile \(base): is based on another, and another is based on it") }
            numbers = values
            for key in own.keys.sorted() where values[key] == nil { mistakes.append("profile \(name): \(key) is not in \(base)") }
        }
        guard mistakes.isEmpty else { throw SynthesisError.plan(mistakes) }
        self.numbers = numbers.merging(own) { $1 }
    }

    /// The profile with another number in one place; nil leaves it.
    public func saying(_ number: Double?, _ key: String) -> Profile {
        guard let number else { return self }
        return Profile(numbers: numbers.merging([key: number]) { $1 })
    }

    private static func read(_ name: String, _ folder: String, _ mistakes: inout [String]) -> (base: String?, numbers: [String: Double]) {
        guard let text = try? String(contentsOfFile: "\(folder)/\(name).yaml", encoding: .utf8) else {
            let known = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
            mistakes.append("there is no profile \(name); there are: " + known.map { String($0.dropLast(5)) }.joined(separator: ", "))
            return (nil, [:])
        }
        guard let root = try? Yams.compose(yaml: text)?.mapping else {
            mistakes.append("profile \(name): is not a mapping of sections")
            return (nil, [:])
        }
        var base: String?
        var numbers: [String: Double] = [:]
        for (section, values) in root {
            let title = section.string ?? "?"
            if title == "based_on" {
                base = values.string
                continue
            }
            for (key, value) in values.mapping ?? [:] {
                let place = "\(title).\(key.string ?? "?")"
                if let number = value.float { numbers[place] = number } else { mistakes.append("profile \(name): \(place) is not a number") }
            }
            if values.mapping == nil { mistakes.append("profile \(name): \(title) is not a section of names and numbers") }
        }
        return (base, numbers)
    }
}
