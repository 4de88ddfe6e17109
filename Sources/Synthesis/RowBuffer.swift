import Vocabulary

/// One row being built: its fields as bytes, each followed by a comma. Reused, so that a clean row costs no allocation.
/// Values of the return never hold a delimiter or a quote.
struct RowBuffer {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [Int] = []

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    private mutating func endField() {
        ends.append(bytes.count)
        bytes.append(0x2C)
    }

    mutating func blank() { endField() }

    mutating func text(_ value: String?) {
        if let value { bytes.append(contentsOf: value.utf8) }
        endField()
    }

    mutating func number(_ value: Int) {
        digits(value, width: 1)
        endField()
    }

    mutating func flag(_ value: Bool?) {
        if let value { bytes.append(value ? 0x31 : 0x30) }
        endField()
    }

    mutating func postcode(_ value: Postcode) {
        value.append(to: &bytes)
        endField()
    }

    mutating func urn(_ value: ProviderID) {
        value.append(to: &bytes)
        endField()
    }

    /// `dd/mm/yyyy`, or blank.
    mutating func date(_ value: CalendarDate?) {
        if let value {
            let (year, month, day) = value.components
            digits(day, width: 2)
            bytes.append(0x2F)
            digits(month, width: 2)
            bytes.append(0x2F)
            digits(year, width: 4)
        }
        endField()
    }

    private mutating func digits(_ value: Int, width: Int) {
        var power = 1
        var places = 1
        while places < width || value / power >= 10 {
            power *= 10
            places += 1
        }
        while power > 0 {
            bytes.append(UInt8(0x30 + value / power % 10))
            power /= 10
        }
    }

    /// The row without its last comma.
    var line: ArraySlice<UInt8> { bytes.dropLast() }

    /// The fields as text, for the rows that get a fault.
    var fields: [String] {
        var start = 0
        return ends.map { end in
            defer { start = end + 1 }
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
    }
}
