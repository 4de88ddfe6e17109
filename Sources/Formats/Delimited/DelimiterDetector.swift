/// Finds the delimiter of a text from its beginning.
enum DelimiterDetector {
    /// In the order in which they win a tie.
    static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
    private static let recordsLookedAt = 50

    /// The delimiter that an Excel "sep=;" line at the beginning names.
    static func declared(in beginning: [UInt8]) -> UInt8? {
        guard beginning.count >= 5, beginning.starts(with: Array("sep=".utf8)) else { return nil }
        guard beginning[4] != 0x22, beginning[4] != 0x0A, beginning[4] != 0x0D else { return nil }
        return beginning.count == 5 || beginning[5] == 0x0A || beginning[5] == 0x0D ? beginning[4] : nil
    }

    /// The delimiter by which the matcher finds a header; else the one that splits the most records into the same number of fields, more
    /// than one; else a comma.
    /// - Parameters:
    ///   - beginning: UTF-8, perhaps cut in the middle of a record.
    ///   - headerMatcher: recognises the header by its names.
    static func detect(_ beginning: [UInt8], headerMatcher: (([String]) -> Bool)?) -> UInt8 {
        var best = (delimiter: candidates[0], records: 0, fields: 0)
        for candidate in candidates {
            let records = self.records(beginning, delimiter: candidate)
            if let headerMatcher,
                records.prefix(DelimitedReader.linesSearchedForHeader).contains(where: { headerMatcher(DelimitedReader.names($0)) })
            {
                return candidate
            }
            let counts = Dictionary(records.map { ($0.count, 1) }, uniquingKeysWith: +)
            let usual = counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
            if let usual, (usual.value, usual.key) > (best.records, best.fields) {
                best = (candidate, usual.value, usual.key)
            }
        }
        return best.delimiter
    }

    private static func records(_ beginning: [UInt8], delimiter: UInt8) -> [FieldRow] {
        let tokeniser = DelimitedTokeniser(source: ByteSource(beginning), delimiter: delimiter, maximumFieldBytes: beginning.count + 1)
        var records: [FieldRow] = []
        var row = FieldRow()
        while records.count < recordsLookedAt, (try? tokeniser.next(into: &row, rowNumber: 0)) == true {
            records.append(row)
        }
        // The last record may be cut off by the end of the sample.
        if records.count > 1, let last = records.last, !last.terminated { records.removeLast() }
        return records
    }
}
