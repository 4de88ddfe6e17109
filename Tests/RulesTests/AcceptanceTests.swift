import Postgres
import TestSupport
import Testing
import Vocabulary

@testable import Rules

@Suite("Accepted findings")
struct AcceptanceTests {
    private let book = AcceptanceBook(home: Repository.root)

    private func accept(
        _ compared: Compared, _ choice: AcceptanceBook.Choice, reason: String = "as the social worker confirmed", by: String = "A. Officer"
    ) async throws -> [String] {
        let key = ReturnKey(authority: try Authorities(home: Repository.root).authority(compared.authority).code, year: .newest)
        return try book.accept(choice, of: key, reason: reason, by: by, recordedAt: "2026-06-13T10:00:00Z", try await TestServer.connect())
            .map { "\($0.module) \($0.row)" }
    }

    private func standings(_ compared: Compared) async throws -> [String] {
        try await compared.run { $0.states.acceptances.map { "\($0.acceptance.rule) \($0.standing.rawValue)" } }
    }

    @Test("count apart, and hold until the row changes")
    func life() async throws {
        let compared = try Compared(authority: "310")
        let before = try await compared.counts()
        #expect(try await accept(compared, .init(rule: "101", child: "a2")) == ["Header 2"])
        #expect(try await accept(compared, .init(rule: "101", child: "A2")) == [])
        let after = try await compared.counts()
        #expect(after.accepted == 1 && after.open == before.open - 1)
        #expect(try await compared.states(["101"]) == ["accepted 101 Header 2"])
        #expect(try await standings(compared) == ["101 holds"])
        // Another row is no change of this one.
        try compared.edit("header.csv", "a1,F", "a1,M")
        #expect(try await standings(compared) == ["101 holds"])
        // Another column of the row is.
        try compared.edit("header.csv", "A2,3,14/02/2013", "A2,3,15/02/2013")
        #expect(try await standings(compared) == ["101 expired"])
        #expect(try await compared.states(["101"]) == ["standing 101 Header 2"])
        try compared.edit("header.csv", "A2,3,", "A2,F,")
        #expect(try await standings(compared) == ["101 resolved"])
        // Back as it was accepted, it holds again.
        try compared.edit("header.csv", "A2,F,15/02/2013", "A2,3,14/02/2013")
        #expect(try await standings(compared) == ["101 holds"])
    }

    @Test("are for one rule: others still flag the row")
    func oneRule() async throws {
        let compared = try Compared(authority: "311")
        try compared.edit("header.csv", "A3,M,", "A3,9,")
        try await compared.run { _ in }
        #expect(try await accept(compared, .init(rule: "102", child: "A3")) == ["Header 3"])
        #expect(try await compared.states(["101", "102"]) == ["standing 101 Header 2", "standing 101 Header 3", "accepted 102 Header 3"])
        #expect(try await compared.run(rules: ["101"]) { $0.states.acceptances.map(\.standing) } == [.notJudged])
    }

    @Test("are listed with what became of them, and can be withdrawn")
    func withdraw() async throws {
        let compared = try Compared(authority: "312")
        try await compared.run { _ in }
        _ = try await accept(compared, .init(rule: "101", child: "A2"))
        let db = try await TestServer.connect()
        let key = ReturnKey(authority: try Authorities(home: Repository.root).authority("312").code, year: .newest)
        let line = try #require(try book.list(key, db).first)
        #expect(line.standing == "holds" && line.acceptance.reason == "as the social worker confirmed" && line.acceptance.acceptedBy == "A. Officer")
        #expect(line.acceptance.recordedAt == "2026-06-13T10:00:00Z" && line.acceptance.row == 2 && line.acceptance.child == "A2")
        try book.withdraw(line.acceptance.id, by: "B. Officer", recordedAt: "2026-06-14T10:00:00Z", db)
        #expect(try book.list(key, db).map(\.standing) == ["withdrawn"])
        #expect(try await compared.states(["101"]) == ["standing 101 Header 2"])
        #expect(throws: RulesError.self) { try book.withdraw(line.acceptance.id, by: "B", recordedAt: "2026-06-14T10:00:00Z", db) }
    }

    @Test("need one finding, a reason and somebody; what is refused names no child")
    func refused() async throws {
        let compared = try Compared(authority: "313")
        let child = "SECRET9"
        try compared.edit("reviews.csv", "A1,14/02/2012,,PN9", "\(child),x,,PN9\n\(child),x,,PN8")
        let never = await #expect(throws: RulesError.self) { try await accept(compared, .init(rule: "166", child: child)) }
        #expect("\(try #require(never))".contains("has not run on this return yet"))
        try await compared.run { _ in }
        let many = await #expect(throws: RulesError.self) { try await accept(compared, .init(rule: "166", child: child)) }
        #expect("\(try #require(many))".contains("2 findings match, in rows Reviews 2, Reviews 3"))
        let none = await #expect(throws: RulesError.self) { try await accept(compared, .init(rule: "166", child: child, row: 99)) }
        #expect("\(try #require(none))".contains("no finding of rule 166 matches"))
        for error in [never, many, none] { #expect(!"\(try #require(error))".contains(child)) }
        await #expect(throws: RulesError.self) { try await accept(compared, .init(rule: "166", child: child, row: 2), reason: "  ") }
        await #expect(throws: RulesError.self) { try await accept(compared, .init(rule: "166", child: child, row: 2), by: "") }
        #expect(try await accept(compared, .init(rule: "166", child: child, module: "Reviews", row: 3)) == ["Reviews 3"])
        #expect(try await accept(compared, .init(rule: "166", child: child, all: true)) == ["Reviews 2"])
    }
}
