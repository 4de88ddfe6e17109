/// A United Kingdom postcode in its normal form: capitals, one space before the inward part.
///
/// Source of the forms and letters: BS 7666, as in the Royal Mail Programmers' Guide. Whether the postcode is in use is not known here.
public struct Postcode: Hashable, Sendable, CustomStringConvertible, LosslessStringConvertible {
    /// `SW1A 1AA`
    public let description: String

    /// Reads a postcode; letter case and spaces do not matter. Nil where the text has not the form of one.
    ///
    /// Taken as well: `GIR 0AA`, forces' numbers of the older form (`BFPO 801`), and the `ZZ99` codes that stand for no fixed abode
    /// or a country abroad (Office for National Statistics).
    public init?(_ text: String) {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A: bytes.append(byte)
            case 0x61...0x7A: bytes.append(byte - 0x20)
            case 0x20: continue
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
        let isPlace = Postcode.isOutward(Array(outward)) && Postcode.isDigit(inward[0]) && inward[1...].allSatisfy(Postcode.isInwardLetter)
        let isSpecial = bytes.elementsEqual("GIR0AA".utf8)
        let isNoPlace = outward.elementsEqual("ZZ99".utf8) && Postcode.isDigit(inward[0]) && inward[1...].allSatisfy(Postcode.isLetter)
        guard isPlace || isSpecial || isNoPlace else { return nil }
        description = String(decoding: outward, as: UTF8.self) + " " + String(decoding: inward, as: UTF8.self)
    }

    /// The part before the space: `SW1A`.
    public var outward: String { String(description.prefix { $0 != " " }) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    private static func isInwardLetter(_ byte: UInt8) -> Bool { isLetter(byte) && !"CIKMOV".utf8.contains(byte) }

    /// A9, A99, AA9, AA99, A9A or AA9A, each letter of those used in its place.
    private static func isOutward(_ part: [UInt8]) -> Bool {
        guard let first = part.first, isLetter(first), !"QVX".utf8.contains(first), part.count >= 2 else { return false }
        var rest = part.dropFirst()
        var lastLetters = "ABCDEFGHJKPSTUW"
        if isLetter(part[1]) {
            if "IJZ".utf8.contains(part[1]) { return false }
            lastLetters = "ABEHMNPRVWXY"
            rest = rest.dropFirst()
        }
        guard let digit = rest.first, isDigit(digit), rest.count <= 2 else { return false }
        guard rest.count == 2, let last = rest.last else { return true }
        return isDigit(last) || lastLetters.utf8.contains(last)
    }
}
