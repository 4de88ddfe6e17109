import TestSupport
import Testing
import Vocabulary

@Suite("NHS number")
struct NHSNumberTests {
    /// The check by the table of the NHS Data Dictionary, digit by digit.
    private func obvious(_ digits: [Int]) -> Bool {
        let weights = [10, 9, 8, 7, 6, 5, 4, 3, 2]
        var total = 0
        for place in 0..<9 { total += digits[place] * weights[place] }
        let remainder = total % 11
        var check = 11 - remainder
        if check == 11 { check = 0 }
        return check != 10 && check == digits[9] && digits != Array(repeating: digits[0], count: 10)
    }

    @Test("Numbers published as examples", arguments: ["943 476 5919", "9434765919", "943-476-5919", "401 023 2137", " 9876543210 "])
    func examples(_ text: String) throws {
        let number = try #require(NHSNumber(text))
        #expect(number.description == text.filter(\.isNumber))
        #expect(NHSNumber(number.spaced) == number)
    }

    @Test("The form for people")
    func spaced() { #expect(NHSNumber("9434765919")?.spaced == "943 476 5919") }

    @Test(
        "What is none",
        arguments: [
            "", "943476591", "94347659190", "9434765918", "943476591A", "９434765919", "0000000000", "1111111111", "4444444444",
            "943.476.5919",
        ])
    func refused(_ text: String) { #expect(NHSNumber(text) == nil) }

    @Test("The same as the table, for 200,000 numbers; about one in eleven holds")
    func property() {
        var generator = SeededGenerator(seed: 5)
        var valid = 0
        for _ in 0..<200_000 {
            let digits = (0..<10).map { _ in Int.random(in: 0...9, using: &generator) }
            let number = NHSNumber(digits.map(String.init).joined())
            if (number != nil) != obvious(digits) { Issue.record("\(digits)") }
            if number != nil { valid += 1 }
        }
        #expect((16_000...20_500).contains(valid))
    }
}

@Suite("Unique pupil number")
struct UPNTests {
    private static let alphabet = [
        "A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "P", "Q", "R", "T", "U", "V", "W", "X", "Y", "Z",
    ]

    /// The check letter worked out as the guidance does it on paper.
    private func checkLetter(_ twelve: String) -> String {
        var sum = 0
        var weight = 2
        for character in twelve {
            sum += weight * (Int(String(character)) ?? Self.alphabet.firstIndex(of: String(character)) ?? 0)
            weight += 1
        }
        return Self.alphabet[sum % 23]
    }

    @Test("A number worked out by hand")
    func byHand() throws {
        // 8·2 + 0·3 + 1·4 + 2·5 + 0·6 + 0·7 + 0·8 + 0·9 + 1·10 + 0·11 + 0·12 + 1·13 = 53 = 2·23 + 7, and 7 is H.
        let number = try #require(UPN("H801200001001"))
        #expect(number.authority == "801")
        #expect(!number.isTemporary)
        #expect(UPN(" h801200001001 ") == number)
        #expect(UPN("G801200001001") == nil)
        // 8·2 + 1·4 + 2·5 + 1·10 = 40, and a final B is 1·13.
        #expect(UPN("H80120000100B")?.isTemporary == true)
    }

    @Test(
        "What is none",
        arguments: [
            "", "UN1", "UN5", "H80120000100", "H8012000010011", "H8O1200001001", "8801200001001", "I801200001001", "H80120000100I",
            "H80120000100O",
            "H80120000100S", "H801 200001001", "H80120000A001", "H80120000100é",
        ])
    func refused(_ text: String) { #expect(UPN(text) == nil) }

    @Test("Exactly one letter fits each twelve characters, and one changed digit is always noticed")
    func property() throws {
        var generator = SeededGenerator(seed: 6)
        for round in 0..<3000 {
            var twelve = (0..<12).map { _ in String(Int.random(in: 0...9, using: &generator)) }
            if round.isMultiple(of: 3) { twelve[11] = try #require(Self.alphabet.randomElement(using: &generator)) }
            let text = twelve.joined()
            let fitting = Self.alphabet.filter { UPN($0 + text) != nil }
            #expect(fitting == [checkLetter(text)])
            #expect(UPN(fitting.joined() + text)?.isTemporary == (Int(twelve[11]) == nil))
            let place = Int.random(in: 0..<11, using: &generator)
            let other = ((Int(twelve[place]) ?? 0) + Int.random(in: 1...9, using: &generator)) % 10
            twelve[place] = String(other)
            #expect(UPN(fitting.joined() + twelve.joined()) == nil)
        }
    }
}
