import Contracts
import Foundation
import Postgres
import Testing
import Vocabulary
import Warehouse

/// Datasets that are a snapshot of everything, of a window of months, or no snapshot: the same deliveries in any order leave what a
/// simple replay in the order of their days leaves.
@Suite("Kinds of snapshot")
struct SnapshotKindTests {
    private enum Kind: String, CaseIterable {
        case whole = "{ authority: true }"
        case window = "{ authority: true, window: { column: EVENT, months: 6 } }"
        case delta = ""

        var dataset: String { "kind_\(self)" }
    }

    private struct Record: Hashable {
        let child: String
        let event: String
        let value: Int
        var key: String { "\(child)/\(event)" }
        var line: String { "\(child),\(event),\(value)" }
    }

    private struct Delivery {
        let asAt: CalendarDate
        let records: [Record]
    }

    private static let firstDay = CalendarDate(daysSince2000: 9_500)

    private func history(_ kind: Kind, _ random: inout SeededGenerator) -> [Delivery] {
        (0..<5).map { number in
            let asAt = Self.firstDay + number * 61 + Int.random(in: 0..<30, using: &random)
            var records: [String: Record] = [:]
            for child in ["A1", "B2", "C3"] {
                for month in 0..<12 where random.chance(45) {
                    // A file holds events of before its window, too.
                    let event = Self.firstDay - 240 + month * 40
                    if event <= asAt {
                        let record = Record(child: child, event: event.description, value: Int.random(in: 1...2, using: &random))
                        records[record.key] = record
                    }
                }
            }
            return Delivery(asAt: asAt, records: records.values.sorted { $0.key < $1.key })
        }
    }

    /// The second implementation: one delivery after the other.
    private func replay(_ kind: Kind, _ deliveries: [Delivery]) -> Set<Record> {
        var held: [String: Record] = [:]
        for delivery in deliveries.sorted(by: { $0.asAt < $1.asAt }) {
            let told = Set(delivery.records.map(\.key))
            for (key, record) in held where !told.contains(key) {
                switch kind {
                case .delta: continue
                case .window where record.event < monthsBefore(delivery.asAt, 6).description: continue
                default: held[key] = nil
                }
            }
            for record in delivery.records { held[record.key] = record }
        }
        return Set(held.values)
    }

    /// The same day of an earlier month, or its last day.
    private func monthsBefore(_ date: CalendarDate, _ months: Int) -> CalendarDate {
        let (year, month, day) = date.components
        let index = year * 12 + month - 1 - months
        for candidate in stride(from: day, through: 28, by: -1) {
            if let found = CalendarDate(year: index / 12, month: index % 12 + 1, day: candidate) { return found }
        }
        return CalendarDate(year: index / 12, month: index % 12 + 1, day: day) ?? date
    }

    @Test("random histories in random orders, against a simple replay")
    func property() throws {
        let warehouse = try TestWarehouse()
        let copy = try HomeCopy(in: warehouse.folder)
        for kind in Kind.allCases { try copy.addEvents(kind.dataset, snapshot: kind.rawValue.isEmpty ? nil : kind.rawValue) }
        let home = try Home(folder: copy.folder)
        let db = try warehouse.connect()
        let migrator = Migrator(home: home)
        try migrator.apply(try migrator.plan(db), db, recordedAt: "2026-01-01T00:00:00Z")
        try db.execute("set synchronous_commit = off")
        let loader = Loader(home: home, db: db, archive: Archive(folder: warehouse.folder + "/archive"), workMemory: "4MB")
        for number in 0..<(Loxley.torture ? 60 : 3) {
            for kind in Kind.allCases {
                let seed = Loxley.seed &* 1000 &+ UInt64(number)
                var random = SeededGenerator(seed: seed)
                let deliveries = history(kind, &random)
                var digests = Set<String>()
                for (index, order) in [deliveries, deliveries.reversed(), deliveries.shuffled(using: &random), deliveries.shuffled(using: &random)].enumerated()
                {
                    let place = "\(kind), seed \(seed), order \(index): \(order.map(\.asAt))"
                    try db.execute("truncate ops.attempt, ops.delivery, ops.load, ops.quarantine, ops.code_not_known, source.\(Identifier(kind.dataset))")
                    for (step, delivery) in order.enumerated() {
                        let path = "\(warehouse.folder)/\(kind.dataset)-\(step).csv"
                        let text = (["CHILD,EVENT,VALUE"] + delivery.records.map(\.line) + [""]).joined(separator: "\n")
                        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
                        let report = try loader.load(
                            LoadRequest(
                                feed: kind.dataset, authority: 892, year: nil, asAt: delivery.asAt, acceptVolume: nil, paths: [path],
                                recordedAt: "2026-01-01T00:00:0\(step)Z", today: delivery.asAt))
                        #expect(report.files.map(\.status) == [.loaded], "\(place)")
                    }
                    let held = try db.rows("select child, event, value from source.\(Identifier(kind.dataset)) where holds and not absent")
                        .map { Record(child: $0[0] ?? "", event: $0[1] ?? "", value: Int($0[2] ?? "") ?? 0) }
                    #expect(Set(held) == replay(kind, deliveries) && held.count == Set(held).count, "\(place)")
                    let digest = try db.read { try Digest.of($0, home: home, all: true) }
                    digests.insert(digest.lines.first { $0.table == "source.\(kind.dataset)" }?.hash ?? "no such table")
                }
                #expect(digests.count == 1, "\(kind), seed \(seed): the digest depends on the order of arrival")
            }
        }
    }
}
