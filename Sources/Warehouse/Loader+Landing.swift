import Formats
import Foundation
import Postgres

extension Loader {
    /// A file, or a part of one, on its way into source.
    struct Incoming {
        let item: Recogniser.Recognised
        let merger: Merger
        var way: Merger.Way
        /// Whether it fills an empty table of many rows: without indexes, which are made afterwards.
        var isBulk = false
        var reading: Lander.Reading
    }

    /// Finds what a file is to be compared with, and begins to read it.
    func open(_ item: Recogniser.Recognised, of delivery: Delivery, _ db: Connection) throws -> Incoming {
        let started = ContinuousClock.now
        let contract = item.match.contract
        let merger = Merger(
            home: home, contract: contract, authority: delivery.request.authority, scope: delivery.scope, asAt: delivery.asAt.description,
            loadID: try db.value("select nextval(pg_get_serial_sequence('ops.load', 'load_id'))", as: Int.self),
            override: delivery.request.acceptVolume, retires: contract.snapshot != .delta && !delivery.request.partial)
        let way = try merger.way(most: comparedWhileRead, db)
        delivery.timing("what holds", (ContinuousClock.now - started).seconds)
        guard case .straight = way else {
            var held: HeldContents?
            if case .told(let contents) = way { held = contents }
            return Incoming(item: item, merger: merger, way: way, reading: read(item, of: delivery, to: .landing(held), merger.loadID))
        }
        let isBulk =
            try item.file.bytes >= Lander.smallBytes
            && db.value("select not exists (select from source.\(Identifier(contract.table)))", as: Bool.self)
        let file = Lander.Destination.File(
            loadID: merger.loadID, asAt: delivery.asAt, authority: delivery.request.authority, scope: delivery.scope)
        return Incoming(
            item: item, merger: merger, way: way, isBulk: isBulk,
            reading: read(item, of: delivery, to: .source(file, isFrozen: isBulk), merger.loadID))
    }

    func read(_ item: Recogniser.Recognised, of delivery: Delivery, to destination: Lander.Destination, _ loadID: Int) -> Lander.Reading {
        lander(item, delivery.request).read(
            file: item.title, bytes: item.file.bytes, to: destination, setAside: SetAside(loadID: loadID),
            open: { [recogniser = delivery.recogniser] in try recogniser.open(item.part, of: item.file.path) })
    }

    func land(_ incoming: Incoming, of delivery: Delivery, _ db: Connection, progress: (Int) -> Void) throws -> Lander.Outcome {
        var hasBegun = false
        func land() throws -> Lander.Outcome {
            hasBegun = true
            let started = ContinuousClock.now
            defer { delivery.timing("read, check, land", (ContinuousClock.now - started).seconds) }
            return try lander(incoming.item, delivery.request).land(incoming.reading, db, progress: progress)
        }
        do {
            guard incoming.isBulk else { return try land() }
            var outcome = Lander.Outcome()
            var landed = ContinuousClock.now
            try BulkFill.fill([Identifier("source", incoming.item.match.contract.table)], db) {
                outcome = try land()
                landed = ContinuousClock.now
            }
            delivery.timing("make indexes", (ContinuousClock.now - landed).seconds)
            return outcome
        } catch {
            if !hasBegun { incoming.reading.abandon() }
            guard let error = error as? FormatError else { throw error }
            throw WarehouseError.refused(reason: "\(incoming.item.title): \(error)", next: ["Ask the sender for a corrected file."])
        }
    }

    func lander(_ item: Recogniser.Recognised, _ request: LoadRequest) -> Lander {
        Lander(
            contract: item.match.contract, match: item.match, header: item.header, year: request.year, authority: request.authority, codeSets: home.codeSets)
    }
}
