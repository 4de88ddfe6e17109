/// A unique pupil number, by which schools in England know a pupil.
///
/// Thirteen characters: a check letter, the DfE number of the authority that gave it (3 digits), of the school (4), the year (2) and
/// a serial number (3). A temporary number ends in a letter instead of its last digit. `UN1` to `UN5` say why there is none;
/// they are codes of a list, not numbers. Source: DfE, Unique Pupil Numbers: guidance, "How UPNs are made up".
public struct UPN: Hashable, Sendable, CustomStringConvertible, LosslessStringConvertible {
    /// Thirteen characters, in capitals.
    public let description: String

    /// The letters used, in the order of their values 0 to 22: without I, O and S, which look like digits.
    private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

    /// Reads a number; small letters and blanks around it do not matter. Nil where it is not thirteen characters of the right kind, or
    /// where the check letter is another.
    public init?(_ text: String) {
        let characters = Array(text.uppercased().utf8.drop { $0 == 0x20 })
        let trimmed = characters.prefix { $0 != 0x20 }
        guard trimmed.count == 13, characters.dropFirst(13).allSatisfy({ $0 == 0x20 }) else { return nil }
        var sum = 0
        for (index, byte) in trimmed.enumerated().dropFirst() {
            let value: Int
            if (0x30...0x39).contains(byte) {
                value = Int(byte) - 0x30
            } else if index == 12, let place = UPN.letters.firstIndex(of: byte) {
                value = place
            } else {
                return nil
            }
            // Weights 2 to 13 on the second to the thirteenth character.
            sum += value * (index + 1)
        }
        guard trimmed[0] == UPN.letters[sum % 23] else { return nil }
        description = String(decoding: trimmed, as: UTF8.self)
    }

    /// Whether the number stands in until the pupil's permanent one is known.
    public var isTemporary: Bool { description.utf8.last.map { $0 > 0x39 } ?? false }

    /// The DfE number of the authority that gave it.
    public var authority: String { String(description.dropFirst().prefix(3)) }
}
