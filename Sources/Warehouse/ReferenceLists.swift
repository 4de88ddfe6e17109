import Contracts
import Formats
import Foundation
import Postgres

/// Code lists, calendars and authorities of `config/`, as dimensions.
struct ReferenceLists {
    let home: Home

    static let calendarFiles = [
        "config/calendars/bank_holidays_england.csv", "config/calendars/school_terms.csv", "config/local_authorities.csv", "config/districts.csv",
    ]
    /// The list that the government publishes, as it is: optional, and beside the list of all years.
    static let publishedHolidays = "config/calendars/bank-holidays.json"

    /// Replaces what stands.
    func load(_ db: Connection) throws {
        try db.execute(
            "delete from star.dim_code; delete from star.bank_holiday; delete from star.school_term; delete from star.dim_local_authority; delete from star.district"
        )
        var position = 0
        var buffer = BinaryCopyBuffer()
        defer { buffer.deallocate() }
        try db.copyIn("copy star.dim_code (code_set, code, label, valid_from, valid_to, position) from stdin (format binary)") { writer in
            for set in home.codeSets.values.sorted(by: { $0.name < $1.name }) {
                for code in set.codes {
                    position += 1
                    buffer.startRow(fields: 6)
                    buffer.append(text: set.name)
                    buffer.append(text: code.code)
                    buffer.append(text: code.label)
                    if let day = code.validFrom { buffer.append(int32: day.daysSince2000) } else { buffer.appendNull() }
                    if let day = code.validTo { buffer.append(int32: day.daysSince2000) } else { buffer.appendNull() }
                    buffer.append(int32: Int32(position))
                }
            }
            buffer.finish()
            try buffer.flush(to: writer)
        }
        try rows(ReferenceLists.calendarFiles[0]) { field in
            try db.execute("insert into star.bank_holiday (date, title) values (\(field("date"))::date, \(field("title")))")
        }
        for holiday in try published() {
            try db.execute(
                """
                insert into star.bank_holiday (date, title) values (\(holiday.date)::date, \(holiday.title))
                on conflict (date) do update set title = excluded.title
                """)
        }
        try rows(ReferenceLists.calendarFiles[1]) { field in
            try db.execute(
                """
                insert into star.school_term (academic_year, term, starts, ends)
                values (\(field("academic_year")), \(field("term")), \(field("starts"))::date, \(field("ends"))::date)
                """)
        }
        try rows(ReferenceLists.calendarFiles[2]) { field in
            try db.execute(
                """
                insert into star.dim_local_authority (authority, ons_code, name, valid_from, valid_to, succeeded_by)
                values (\(field("dfe_number"))::smallint, nullif(\(field("ons_code")), ''), \(field("name")),
                    nullif(\(field("valid_from")), '')::date, nullif(\(field("valid_to")), '')::date,
                    nullif(\(field("succeeded_by")), '')::smallint)
                """)
        }
        // A district lies in a county; a code that an authority had before is taken for a district of the authority of now.
        try rows(ReferenceLists.calendarFiles[3]) { field in
            try db.execute("insert into star.district (district, upper_tier) values (\(field("district")), \(field("upper_tier")))")
        }
        try rows(ReferenceLists.calendarFiles[2]) { field in
            for earlier in field("earlier_ons_codes").split(whereSeparator: { " ;|".contains($0) }) {
                try db.execute(
                    """
                    insert into star.district (district, upper_tier) values (\(String(earlier)), \(field("ons_code")))
                    on conflict (district) do update set upper_tier = excluded.upper_tier
                    """)
            }
        }
        try db.execute("delete from star.dim_date")
        try db.execute(SQL(unsafeSQL: try home.text("sql/reference/calendar.sql")))
    }

    /// One holiday of the published list.
    private struct Holiday: Decodable {
        let title: String
        let date: String
    }

    /// The holidays of England and Wales in the published list: each of its divisions is `{"division": …, "events": [{"title": …, "date": …}]}`.
    private func published() throws -> [Holiday] {
        struct Division: Decodable { let events: [Holiday] }
        let path = home.folder + "/" + ReferenceLists.publishedHolidays
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            let divisions = try JSONDecoder().decode([String: Division].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
            return divisions["england-and-wales"]?.events ?? []
        } catch {
            throw WarehouseError.failed(
                "\(ReferenceLists.publishedHolidays) is not the published list: expected england-and-wales with events, each with title and date")
        }
    }

    private func rows(_ name: String, _ body: ((String) -> String) throws -> Void) throws {
        var reader = try DelimitedReader(path: home.folder + "/" + name)
        let places = Dictionary(reader.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
        var row = FieldRow()
        while try reader.next(into: &row) {
            try body { column in places[column].map { $0 < row.count ? row.text($0) : "" } ?? "" }
        }
    }
}
