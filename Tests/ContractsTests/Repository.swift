import Contracts
import Foundation
import Testing
import Vocabulary

/// The contracts and code lists of this repository.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path

    static func codeSets() throws -> [String: CodeSet] { try CodeSet.readAll(folder: root + "/config/codes") }

    static func contracts() throws -> [Contract] { try ContractReader.readAll(folder: root + "/etl", codeSets: codeSets()) }

    static func contract(_ table: String) throws -> Contract { try #require(try contracts().first { $0.table == table }) }
}

/// The collection year of a text, for arguments of tests.
func year(_ text: String) throws -> CollectionYear { try #require(CollectionYear(text)) }
