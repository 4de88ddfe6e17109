import Formats
import Postgres

/// Reads a postcode directory (the National Statistics Postcode Lookup, CSV) and keeps the postcodes that the return mentions.
struct PostcodeDirectory {
    let path: String
    private let delimiter: UInt8
    /// Places of postcode, laua, oseast1m and osnrth1m.
    private let places: [Int]
    private let header: [String]

    private static let names: [[String]] = [
        ["PCDS", "PCD", "PCD2", "PCD7", "PCD8"], ["LAUA", "OSLAUA"], ["OSEAST1M", "EAST1M"], ["OSNRTH1M", "NORTH1M"],
    ]

    /// - Throws: ``RulesError/refused(reason:next:)`` for a file without the columns.
    init(path: String) throws {
        self.path = path
        do {
            let reader = try DelimitedReader(path: path, options: DelimitedOptions(encoding: .utf8), bufferSize: 1 << 14)
            header = reader.header
            delimiter = reader.delimiter
        } catch let error as FormatError {
            throw RulesError.refused(reason: "the postcode directory \(path): \(error)", next: [])
        }
        let folded = header.map { $0.uppercased() }
        places = PostcodeDirectory.names.compactMap { names in names.lazy.compactMap { folded.firstIndex(of: $0) }.first }
        guard places.count == 4 else {
            throw RulesError.refused(
                reason: "the postcode directory \(path) does not have the columns pcds (or pcd), laua, oseast1m and osnrth1m",
                next: ["Give the National Statistics Postcode Lookup as the Office for National Statistics publishes it, as CSV."])
        }
    }

    /// Copies the postcodes wanted into `postcodes`.
    /// - Returns: how many were found.
    func load(_ db: Connection, wanted: Set<String>, authorities: Authorities) throws -> Int {
        var left = wanted
        var buffer = BinaryCopyBuffer()
        defer { buffer.deallocate() }
        try db.copyIn("copy postcodes (postcode, laua, la, east, north) from stdin (format binary)") { writer in
            do {
                var reader = try DelimitedReader(path: path, options: DelimitedOptions(delimiter: delimiter, encoding: .utf8))
                var row = FieldRow()
                while !left.isEmpty, try reader.next(into: &row) {
                    guard row.count > (places.max() ?? 0) else { continue }
                    let key = row.withField(places[0]) { PostcodesWanted.key($0) }
                    guard left.remove(key) != nil || left.remove(key.uppercased()) != nil else { continue }
                    let district = row.text(places[1])
                    buffer.startRow(fields: 5)
                    buffer.append(text: key.uppercased())
                    if district.isEmpty { buffer.appendNull() } else { buffer.append(text: district) }
                    if let tier = authorities.upperTier(of: district) { buffer.append(text: tier) } else { buffer.appendNull() }
                    for place in places[2...] {
                        if let metres = Int32(row.text(place)) { buffer.append(int32: metres) } else { buffer.appendNull() }
                    }
                    if buffer.count > 1 << 16 { try buffer.flush(to: writer) }
                }
            } catch let error as FormatError {
                throw RulesError.refused(reason: "the postcode directory \(path): \(error)", next: [])
            }
            buffer.finish()
            try buffer.flush(to: writer)
        }
        return wanted.count - left.count
    }
}
