import Formats

/// The local authorities of England, and the districts that lie in a county.
public struct Authorities: Sendable {
    /// An authority with children's services.
    public struct Authority: Sendable, Hashable {
        /// The Department's number: 892.
        public let number: String
        /// The nine-character code of the Office for National Statistics.
        public let code: String
        /// Its name.
        public let name: String
        /// Codes that the authority had before.
        let earlierCodes: [String]
    }

    private let authorities: [Authority]
    private let counties: [String: String]

    static let authoritiesFile = "config/local_authorities.csv"
    static let districtsFile = "config/districts.csv"

    /// Reads `config/local_authorities.csv` and `config/districts.csv`.
    /// - Throws: ``RulesError/failed(_:)`` where one is missing.
    public init(home: String) throws {
        var authorities: [Authority] = []
        try Authorities.rows(home, Authorities.authoritiesFile, ["dfe_number", "ons_code", "name", "earlier_ons_codes"]) {
            let earlier = $0[3].split { $0 == " " || $0 == ";" }.map(String.init)
            authorities.append(Authority(number: $0[0], code: $0[1], name: $0[2], earlierCodes: earlier))
        }
        self.authorities = authorities
        var counties: [String: String] = [:]
        try Authorities.rows(home, Authorities.districtsFile, ["district", "upper_tier"]) { counties[$0[0]] = $0[1] }
        for authority in authorities { for code in authority.earlierCodes { counties[code] = authority.code } }
        self.counties = counties
    }

    /// The authority of a DfE number or an ONS code.
    /// - Throws: ``RulesError/usage(_:)`` where there is none.
    public func authority(_ text: String) throws -> Authority {
        let wanted = text.trimmed.uppercased()
        guard let found = authorities.first(where: { $0.number == wanted || $0.code == wanted || $0.earlierCodes.contains(wanted) }), !found.code.isEmpty else {
            throw RulesError.usage(
                "there is no authority \(wanted.prefix(12)); give its DfE number (892) or its nine-character code (E06000018), as in \(Authorities.authoritiesFile)"
            )
        }
        return found
    }

    /// The districts of an authority, by code: those of a county, otherwise the authority itself.
    public func districts(of authority: Authority) -> [String] {
        let districts = counties.filter { $0.value == authority.code && $0.key.hasPrefix("E07") }.keys.sorted()
        return districts.isEmpty ? [authority.code] : districts
    }

    /// The authority with children's services in which a district lies: the county of a district, the present code of an authority that
    /// had another one, otherwise the district itself.
    /// - Parameter district: a code of the postcode directory's `laua`
    /// - Returns: nil where it is no district of England, or one whose county is not known.
    func upperTier(of district: String) -> String? {
        if let county = counties[district] { return county }
        return ["E06", "E08", "E09", "E10"].contains { district.hasPrefix($0) } ? district : nil
    }

    private static func rows(_ home: String, _ name: String, _ columns: [String], _ body: ([String]) -> Void) throws {
        do {
            var reader = try DelimitedReader(path: home + "/" + name, options: DelimitedOptions(delimiter: 0x2C, encoding: .utf8), bufferSize: 1 << 15)
            let places = columns.compactMap { reader.header.firstIndex(of: $0) }
            guard places.count == columns.count else { throw RulesError.failed("\(name): expected the columns \(columns.joined(separator: ", "))") }
            var row = FieldRow()
            while try reader.next(into: &row) { body(places.map { $0 < row.count ? row.text($0) : "" }) }
        } catch let error as FormatError {
            throw RulesError.failed("\(name): \(error)")
        }
    }
}
