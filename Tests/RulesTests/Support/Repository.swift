import Foundation
import Rules
import Vocabulary

/// The rules of this repository.
enum Repository {
    /// The folder of Package.swift.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Read once for all tests.
    static func catalogue() throws -> Catalogue { try result.get() }

    private static let result = Result<Catalogue, any Error> { try Catalogue(home: root) }

    static func text(_ name: String) throws -> String { try String(contentsOfFile: root + "/" + name, encoding: .utf8) }
}

extension CollectionYear {
    /// The newest year of the rules.
    static let newest = CollectionYear(startYear: 2026)
}

extension RulesError {
    /// Whether it ends a command with exit code 4.
    var isRefusal: Bool { if case .refused = self { true } else { false } }
}
