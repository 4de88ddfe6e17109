import Foundation
import Postgres
import Testing
import Vocabulary
import Warehouse

/// Every feed at once: what all agencies say of the same children, delivered on three days, in any order, gives the same warehouse.
@Suite("Order of arrival of every agency's files")
struct AgencyArrivalTests {
    /// The rows of a delimited file as they stood on an earlier day: some not there yet, some with a field that was written otherwise.
    private func earlier(_ text: String, _ random: inout SeededGenerator) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count > 2 else { return text }
        var kept = [lines[0]]
        for line in lines.dropFirst().dropLast() where !random.chance(15) {
            // Only lines without quotes are taken apart, so that every field stays one.
            var fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if !line.contains("\""), fields.count > 4, random.chance(10) {
                let last = fields.count - 1
                fields[last] = fields[last].isEmpty ? fields[last] : ""
            }
            kept.append(line.contains("\"") ? line : fields.joined(separator: ","))
        }
        return kept.joined(separator: "\n") + "\n"
    }

    /// The deliveries of an inbox, each besides as it stood before.
    private func deliveries(of inbox: Inbox, folder: String, _ random: inout SeededGenerator) throws -> [LoadRequest] {
        let (ready, left) = inbox.look()
        #expect(left.map(\.name) == [])
        var deliveries: [LoadRequest] = []
        for (number, waiting) in ready.enumerated() {
            deliveries.append(waiting.request)
            let day = try #require(waiting.request.asAt)
            let delimited = waiting.request.paths.filter { $0.hasSuffix(".csv") }
            guard !delimited.isEmpty, delimited.count == waiting.request.paths.count else { continue }
            for back in 1...2 {
                let place = "\(folder)/earlier-\(number)-\(back)"
                try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
                var request = waiting.request
                request.asAt = day - 40 * back
                request.paths = try delimited.map { path in
                    let copy = "\(place)/\((path as NSString).lastPathComponent)"
                    // As Latin-1, so that bytes of any encoding come out as they went in.
                    let text = try String(contentsOfFile: path, encoding: .isoLatin1)
                    try earlier(text, &random).data(using: .isoLatin1)?.write(to: URL(fileURLWithPath: copy))
                    return copy
                }
                deliveries.append(request)
            }
        }
        return deliveries
    }

    @Test("every feed, three days, several orders: one digest, and a rebuild finds no difference", .timeLimit(.minutes(15)))
    func everyFeed() throws {
        let warehouse = try TestWarehouse()
        let home = try Home(folder: Loxley.packageFolder)
        var random = SeededGenerator(seed: Loxley.seed)
        let made = warehouse.folder + "/made"
        let synthesis = try Loxley.run(["synthesise", "--children", "12", "--seed", String(Loxley.seed), "--out", made])
        try #require(synthesis.code == 0, "\(synthesis)")
        let today = try #require(CalendarDate(year: 2027, month: 4, day: 30))
        let inbox = Inbox(
            folder: made + "/inbox", home: home, settleSeconds: 0, authority: 892, recordedAt: "2027-04-30T02:00:00Z", today: today,
            secondsSince1970: .max)
        let all = try deliveries(of: inbox, folder: warehouse.folder, &random)
        #expect(Set(all.map(\.feed)).count > 40)

        var orders = [all.sorted { ($0.asAt?.daysSince2000 ?? 0, $0.feed) < ($1.asAt?.daysSince2000 ?? 0, $1.feed) }, all.shuffled(using: &random)]
        if Loxley.torture { orders += [Array(orders[0].reversed())] + (0..<6).map { _ in all.shuffled(using: &random) } }
        var digests: [Digest] = []
        for (index, order) in orders.enumerated() {
            let other = try TestWarehouse()
            let db = try other.connect()
            try db.execute("set synchronous_commit = off")
            let loader = Loader(home: home, db: db, archive: Archive(folder: other.folder + "/archive"), workMemory: "16MB")
            // One by one in the first order; in the others as an inbox has them, several in one transaction.
            var left = order[...]
            var step = 0
            while !left.isEmpty {
                let together = left.prefix(index == 0 ? 1 : 1 + Int(random.next() % 12))
                left = left.dropFirst(together.count)
                let requests = together.map { delivery in
                    var request = delivery
                    request.acceptVolume = "test"
                    request.recordedAt = "2027-04-30T02:\(step / 60 < 10 ? "0" : "")\(step / 60):\(step % 60 < 10 ? "0" : "")\(step % 60)Z"
                    step += 1
                    return request
                }
                for (request, result) in zip(requests, try loader.load(together: requests)) {
                    #expect(try result.get().files.allSatisfy { $0.status == .loaded }, "\(request.feed), order \(index)")
                }
            }
            digests.append(try db.read { try Digest.of($0, home: home, all: true) })
            #expect(try db.unequal() == [])
            #expect(try Rebuild(home: home, db: db).check().map(\.table) == [], "order \(index)")

            if index == 0 {
                // The same bytes under another name say nothing new.
                let first = try #require(all.first { $0.paths.count == 1 })
                let renamed = other.folder + "/another name.\((first.paths[0] as NSString).pathExtension)"
                try FileManager.default.copyItem(atPath: first.paths[0], toPath: renamed)
                var request = first
                request.paths = [renamed]
                let report = try loader.load(request)
                #expect(report.files.allSatisfy { $0.status == .alreadyLoaded }, "\(report.files.map { "\($0.dataset) \($0.part ?? "") \($0.status)" })")
            }
        }
        for digest in digests.dropFirst() {
            let differing = zip(digests[0].lines, digest.lines).filter { $0 != $1 }.map { "\($0.table) \($0.rows) \($1.rows)" }
            #expect(differing == [])
        }
    }
}
