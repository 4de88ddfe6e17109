/// The number by which the National Health Service in England, Wales and the Isle of Man knows a person.
///
/// Ten digits; the last is a check digit by modulus 11. Source: NHS Data Model and Dictionary, attribute NHS NUMBER.
public struct NHSNumber: Hashable, Sendable, CustomStringConvertible, LosslessStringConvertible {
    /// The ten digits as one number.
    private let number: UInt64

    /// Reads ten digits, with spaces or hyphens between them or without.
    ///
    /// Nil where there are not ten, where the check digit is another, or where all ten are the same: these pass the check,
    /// but they are what systems hold for "not known", and would make one person of many.
    public init?(_ text: String) {
        var digits: [UInt64] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39: digits.append(UInt64(byte - 0x30))
            case UInt8(ascii: " "), UInt8(ascii: "-"): continue
            default: return nil
            }
            if digits.count > 10 { return nil }
        }
        guard digits.count == 10, Set(digits).count > 1, let check = NHSNumber.checkDigit(digits.dropLast()), check == digits[9] else {
            return nil
        }
        number = digits.reduce(0) { $0 * 10 + $1 }
    }

    /// Weights 10 down to 2 on the first nine digits; what the sum lacks to a multiple of 11. Ten means that the number is not issued.
    private static func checkDigit(_ nine: ArraySlice<UInt64>) -> UInt64? {
        let sum = zip(nine, stride(from: UInt64(10), through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
        let check = (11 - sum % 11) % 11
        return check == 10 ? nil : check
    }

    /// Ten digits without spaces.
    public var description: String {
        let digits = String(number)
        return String(repeating: "0", count: 10 - digits.count) + digits
    }

    /// As it is printed for people: `943 476 5919`.
    public var spaced: String {
        let digits = description
        return "\(digits.prefix(3)) \(digits.dropFirst(3).prefix(3)) \(digits.suffix(4))"
    }
}
