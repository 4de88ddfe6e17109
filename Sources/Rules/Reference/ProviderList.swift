import Formats
import Postgres
import Vocabulary

/// Reads Ofsted's lists of children's homes and social care providers, as CSV or XLSX, of one or several files and sheets.
///
/// The lists name their columns differently: in that of children's homes "Provider Placement Code" holds the codes of the provider and "Provider Code"
/// those of the placement; a sheet of supported accommodation has neither, and stands for K3 and PR4. (Shared definitions of the validation
/// rules: provider list.)
struct ProviderList {
    /// One listing.
    struct Provider {
        let urn: String
        let placeCodes: String?
        let providerCodes: String?
        let closed: Int32?
        let postcode: String?
    }

    let paths: [String]

    /// Calls the closure with every listing of every file.
    /// - Throws: ``RulesError/refused(reason:next:)`` for a file without a list.
    func forEach(_ body: (Provider) throws -> Void) throws {
        for path in paths {
            do {
                var lists = 0
                if Self.isWorkbook(path) {
                    for name in try XLSXReader.sheetNames(path: path) {
                        guard let reader = try? XLSXReader(path: path, sheet: .named(name), headerMatcher: Self.isList) else { continue }
                        lists += 1
                        try read(reader, sheet: name, body)
                    }
                } else {
                    lists = 1
                    try read(try DelimitedReader(path: path, options: DelimitedOptions(headerMatcher: Self.isList)), sheet: path, body)
                }
                if lists == 0 { throw FormatError.noHeader(linesSearched: DelimitedReader.linesSearchedForHeader) }
            } catch let error as FormatError {
                throw RulesError.refused(
                    reason: "the provider list \(path): \(error)",
                    next: ["Give Ofsted's list of children's homes or social care providers, with its column URN."])
            }
        }
    }

    /// Copies the listings into `providers` and adds their postcodes to those wanted.
    /// - Returns: how many there are.
    func load(_ db: Connection, postcodes: PostcodesWanted?) throws -> Int {
        var buffer = BinaryCopyBuffer()
        defer { buffer.deallocate() }
        return try db.copyIn("copy providers (urn, place_codes, provider_codes, reg_end, postcode) from stdin (format binary)") { writer in
            try forEach { provider in
                buffer.startRow(fields: 5)
                buffer.append(text: provider.urn)
                if let codes = provider.placeCodes { buffer.append(text: codes) } else { buffer.appendNull() }
                if let codes = provider.providerCodes { buffer.append(text: codes) } else { buffer.appendNull() }
                if let day = provider.closed { buffer.append(int32: day) } else { buffer.appendNull() }
                if let postcode = provider.postcode { buffer.append(text: postcode) } else { buffer.appendNull() }
                if let postcode = provider.postcode { postcodes?.add(Array(postcode.utf8)) }
                if buffer.count > 1 << 16 { try buffer.flush(to: writer) }
            }
            buffer.finish()
            try buffer.flush(to: writer)
        }
    }

    private static func isWorkbook(_ path: String) -> Bool { path.lowercased().hasSuffix(".xlsx") || path.lowercased().hasSuffix(".xlsm") }

    private static func folded(_ name: String) -> String {
        String(decoding: name.lowercased().utf8.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }, as: UTF8.self)
    }

    private static let isList: @Sendable ([String]) -> Bool = { header in header.contains { folded($0) == "urn" } }

    private func read(_ reader: some RowReader, sheet: String, _ body: (Provider) throws -> Void) throws {
        var reader = reader
        let names = reader.header.map(Self.folded)
        func place(_ wanted: String...) -> Int? { wanted.lazy.compactMap { names.firstIndex(of: $0) }.first }
        let urn = place("urn")
        // "Provider Code" is the placement's code where there is no other column for it.
        let placeNamed = place("placementcode", "placementcodes", "placecodes")
        let placeCodes = placeNamed ?? place("providercode")
        let providerCodes =
            place("placementprovidercode", "placementprovidercodes", "providerplacementcode", "providercodes")
            ?? (placeNamed == nil ? nil : place("providercode"))
        let closed = place("closeddate", "deregistrationdate", "regend", "dateclosed", "dateofclosure")
        let postcode = place("postcode", "settingpostcode", "providerpostcode", "setupaddresspostcode")
        let isSupported = Self.folded(sheet).contains("supportedaccommodation") || (placeCodes == nil && names.contains("closeddate"))
        var row = FieldRow()
        while try reader.next(into: &row) {
            func text(_ place: Int?) -> String? {
                guard let place, place < row.count else { return nil }
                let text = row.text(place).trimmed.uppercased().replacing("\0", with: "")
                return text.isEmpty ? nil : text
            }
            guard let number = text(urn) else { continue }
            try body(
                Provider(
                    urn: number, placeCodes: text(placeCodes) ?? (isSupported ? "K3" : nil),
                    providerCodes: (text(providerCodes) ?? (isSupported ? "PR4" : nil))?.replacing("/", with: ","), closed: text(closed).flatMap(Self.date),
                    postcode: text(postcode).map { PostcodesWanted.key($0.utf8) }))
        }
    }

    /// `31/03/2026` or `2026-03-31`, with or without a time after it.
    private static func date(_ text: String) -> Int32? {
        let day = text.split(whereSeparator: { $0 == " " || $0 == "T" }).first.map(String.init) ?? ""
        if let date = CalendarDate(day) { return date.daysSince2000 }
        return Array(day.utf8).withUnsafeBufferPointer { CellText.date($0) }
    }
}
