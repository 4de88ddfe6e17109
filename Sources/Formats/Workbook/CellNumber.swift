/// Writes the number of a cell as the text that a person sees, or would type.
enum CellNumber {
    /// The last day that Excel knows: 31 December 9999.
    private static let lastSerial = 2_958_465.0

    /// - Parameters:
    ///   - value: the number as it stands in the workbook.
    ///   - format: the format of the cell.
    ///   - epoch1904: day 0 is 1 January 1904, as on old Macintoshes; otherwise day 1 is 1 January 1900.
    /// - Returns: dates as `dd/mm/yyyy`, with `hh:mm` or `hh:mm:ss` when the format has a time; whole numbers without decimals; else the
    ///   shortest decimal number that is the same; nil when the text is no number.
    static func text(_ value: String, format: CellFormat, epoch1904: Bool) -> String? {
        guard let number = Double(value), number.isFinite else { return nil }
        switch format {
        case .general: return decimal(number)
        case .padded(let width):
            let text = decimal(number)
            guard number >= 0, !text.contains("."), text.count < width else { return text }
            return String(repeating: "0", count: width - text.count) + text
        case .date(let time, let seconds):
            guard number >= 0, number <= lastSerial + 0.999_99 else { return decimal(number) }
            guard time else { return date(Int(number), epoch1904) }
            let (day, clock) = split(number, toSeconds: seconds)
            return date(day, epoch1904) + " " + clockText(clock, seconds: seconds)
        case .time(let seconds, let elapsed):
            guard number >= 0, number <= lastSerial else { return decimal(number) }
            let (day, clock) = split(number, toSeconds: seconds)
            // A whole day or more without a format for elapsed time is a date whose date is not shown.
            return clockText(elapsed ? day * 86_400 + clock : clock, seconds: seconds)
        }
    }

    /// Whole days, and the seconds of the day, rounded to what is shown.
    private static func split(_ number: Double, toSeconds: Bool) -> (day: Int, seconds: Int) {
        let unit = toSeconds ? 1.0 : 60.0
        let all = Int((number * 86_400 / unit).rounded()) * Int(unit)
        return (all / 86_400, all % 86_400)
    }

    private static func clockText(_ clock: Int, seconds: Bool) -> String {
        two(clock / 3600) + ":" + two(clock / 60 % 60) + (seconds ? ":" + two(clock % 60) : "")
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// A day as `dd/mm/yyyy`. Excel believes in a 29 February 1900 (day 60) and shows day 0 as 0 January 1900; so do we, and neither is read
    /// as a date later.
    private static func date(_ serial: Int, _ epoch1904: Bool) -> String {
        if !epoch1904 {
            if serial == 0 { return "00/01/1900" }
            if serial == 60 { return "29/02/1900" }
        }
        // Days since 1 March 0000 (H. Hinnant, "chrono-compatible low-level date algorithms").
        let days = serial + (epoch1904 ? 695_361 : serial < 60 ? 693_900 : 693_899)
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let digits = String(year)
        return two(day) + "/" + two(month) + "/" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// The shortest decimal number that is this one, without an exponent.
    static func decimal(_ number: Double) -> String {
        if number == number.rounded(), abs(number) < 9e15 { return String(Int(number)) }
        let text = "\(number)"
        guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) else { return text }
        let isNegative = text.hasPrefix("-")
        let mantissa = text[..<mark].drop { $0 == "-" }
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        var digits = String(parts.joined())
        if parts.count > 1, parts[1] == "0" { digits = String(parts[0]) }
        let point = (parts.first?.count ?? 0) + exponent
        let plain: String
        if point <= 0 {
            plain = "0." + String(repeating: "0", count: -point) + digits
        } else if point >= digits.count {
            plain = digits + String(repeating: "0", count: point - digits.count)
        } else {
            plain = digits.prefix(point) + "." + digits.dropFirst(point)
        }
        return isNegative ? "-" + plain : plain
    }

    /// An ISO 8601 date or date and time (cells of type `d`) as `dd/mm/yyyy` or `dd/mm/yyyy hh:mm:ss`; anything else as it is.
    static func isoDate(_ text: String) -> String {
        let bytes = Array(text.utf8)
        func digits(_ range: Range<Int>) -> Bool {
            range.upperBound <= bytes.count && bytes[range].allSatisfy { (0x30...0x39).contains($0) }
        }
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        guard digits(0..<4), bytes.count >= 10, bytes[4] == 0x2D, digits(5..<7), bytes[7] == 0x2D, digits(8..<10) else { return text }
        let date = part(8..<10) + "/" + part(5..<7) + "/" + part(0..<4)
        if bytes.count == 10 { return date }
        guard bytes.count >= 16, bytes[10] == 0x54, digits(11..<13), bytes[13] == 0x3A, digits(14..<16) else { return text }
        if bytes.count >= 19, bytes[16] == 0x3A, digits(17..<19) { return date + " " + part(11..<19) }
        return date + " " + part(11..<16)
    }
}
