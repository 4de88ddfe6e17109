import Foundation
import Postgres
import Returns
import Rules
import Vocabulary
import Warehouse

/// Validates a return that was just built, with every earlier year that the warehouse knows beside it: rules that others can only run on two
/// years run on all.
struct ReturnValidation {
    let options: Options
    let home: Home
    /// A postcode directory.
    let postcodes: String?
    /// Ofsted's lists of providers.
    let providers: [String]
    /// Where every finding is written as CSV.
    let findings: String?
    /// Reports to write.
    let reports: [String]
    /// The moment of recording, ISO 8601.
    let recordedAt: String

    /// Validates and prints the summary.
    /// - Returns: what the exit text says of findings; nil where there are none, or no rules for the year.
    /// - Throws: `RulesError`, `ReturnError`, `PostgresError`.
    func run(_ request: ReturnRequest, from warehouse: WarehouseInUse) throws -> String? {
        let catalogue = try Catalogue(home: home.folder)
        let known = catalogue.years.years
        guard known.contains(request.year) else {
            options.note("not validated: the rules of \(request.year) are not known; known are \(known.map(\.description).joined(separator: ", "))")
            return nil
        }
        let history = NSTemporaryDirectory() + "loxley-return-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: history) }
        let returns = SSDA903Return(contracts: home.contracts)
        var folders: [(year: CollectionYear, path: String)] = []
        for year in try returns.yearsHeld(authority: request.authority, from: warehouse.db) where year < request.year {
            let folder = "\(history)/\(year)"
            _ = try returns.write(ReturnRequest(authority: request.authority, year: year, directory: folder), from: warehouse.db)
            folders.append((year, folder))
        }
        let plan = try ValidationPlan(
            ValidationRequest(
                year: request.year, path: request.directory, previous: folders.first { $0.year == request.year.previous }?.path,
                earlier: folders.filter { $0.year != request.year.previous }.reversed(), authority: String(request.authority),
                postcodes: postcodes, providers: providers),
            catalogue: catalogue, home: home.folder)
        let validator = Validator(connect: warehouse.connect)
        let delivery = ValidationDelivery(
            options: options, home: home.folder, findings: findings, reports: reports, prints: options.format == .text, recordedAt: recordedAt)
        if options.format == .text { print("") }
        return ValidationDelivery.attention(try validator.run(plan, delivery.deliver))
    }
}
