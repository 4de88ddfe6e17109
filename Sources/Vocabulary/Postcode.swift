/// A United Kingdom postcode in its normal form: capitals, one space before the inward part.
///
/// Source of the forms: the pattern that government publishes for validation (Bulk data transfer: additional validation, on GOV.UK).
/// It is wider than the letters in use, and so takes the made-up postcodes of test data. Whether a postcode exists is not known here.
public struct Postcode: Hashable, Sendable, CustomStringConvertible, LosslessStringConvertible {
    /// `SW1A 1AA`
    public let description: String

    /// Reads a postcode; letter case and spaces do not matter. Nil where the text has not the form of one.
    ///
    /// Taken as well: `GIR 0AA`, forces' numbers of the older form (`BFPO 801`), and the `ZZ99` codes that stand for no fixed abode
    /// or a country abroad (Office for National Statistics).
    public init?(_ text: String) {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            guard let byte = UInt8(exactly: scalar.value), byte < 0x80 else { return nil }
            switch byte {
            case 0x30...0x39, 0x41...0x5A: bytes.append(byte)
            case 0x61...0x7A: bytes.append(byte - 0x20)
            default: return nil
            }
            if bytes.count > 8 { return nil }
        }
        if bytes.starts(with: "BFPO".utf8) {
            let number = bytes.dropFirst(4)
            guard (1...4).contains(number.count), number.allSatisfy(Postcode.isDigit), number.first != 0x30 else { return nil }
            description = "BFPO " + String(decoding: number, as: UTF8.self)
            return
        }
        guard (5...7).contains(bytes.count) else { return nil }
        let outward = bytes.dropLast(3), inward = Array(bytes.suffix(3))
        guard Postcode.isDigit(inward[0]), Postcode.isLetter(inward[1]), Postcode.isLetter(inward[2]) else { return nil }
        let isPlace = Postcode.isOutward(Array(outward))
        let isSpecial = bytes.elementsEqual("GIR0AA".utf8) || outward.elementsEqual("ZZ99".utf8)
        guard isPlace || isSpecial else { return nil }
        description = String(decoding: outward, as: UTF8.self) + " " + String(decoding: inward, as: UTF8.self)
    }

    /// The part before the space: `SW1A`.
    public var outward: String { String(description.prefix { $0 != " " }) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    /// A9, A99, AA9, AA99, A9A or AA9A; no second letter I or Z.
    private static func isOutward(_ part: [UInt8]) -> Bool {
        guard let first = part.first, isLetter(first) else { return false }
        var rest = part.dropFirst()
        if let second = rest.first, isLetter(second) {
            if second == UInt8(ascii: "I") || second == UInt8(ascii: "Z") { return false }
            rest = rest.dropFirst()
        }
        guard let digit = rest.first else { return false }
        return isDigit(digit) && rest.count <= 2
    }
}
