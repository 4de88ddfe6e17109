import Testing
import Vocabulary

@Suite("Postcode")
struct PostcodeTests {
    @Test(
        "The six forms, in any spelling, become one",
        arguments: [
            ("m11aa", "M1 1AA"), ("M60 1NW", "M60 1NW"), (" cr2 6xh ", "CR2 6XH"), ("DN551PT", "DN55 1PT"), ("w1a1hq", "W1A 1HQ"),
            ("EC1A  1BB", "EC1A 1BB"),
            ("S W1A 1AA", "SW1A 1AA"), ("gir0aa", "GIR 0AA"), ("bfpo 801", "BFPO 801"), ("BFPO0801", nil), ("BF1 2AT", "BF1 2AT"),
            ("zz993vz", "ZZ99 3VZ"), ("ab12cd", "AB1 2CD"), ("M1\u{a0}1AA\t", "M1 1AA"),
        ] as [(String, String?)])
    func forms(_ text: String, _ normal: String?) {
        #expect(Postcode(text)?.description == normal)
    }

    @Test(
        "What is none",
        arguments: [
            "", "UNKNOWN", "N/A", "NFA", "AB1", "ABCDEFG", "1AA 1AA", "AI1 1AA", "AZ1 1AA", "M1 AAA", "M1 11A", "M1 1A1", "M 1AA",
            "M111 1AA", "ABC1 1AA",
            "SW1A-1AA", "SW1A 1AAA", "BFPO", "BFPO 12345", "BFPO A1", "M1 1Aé", "GIR 0AB", "ZZ98 1AA", "XXXXXXX",
        ])
    func refused(_ text: String) { #expect(Postcode(text) == nil) }

    @Test("The normal form is read as itself; the part before the space")
    func normalForm() throws {
        let postcode = try #require(Postcode("sw1a1aa"))
        #expect(Postcode(postcode.description) == postcode)
        #expect(postcode.outward == "SW1A")
        #expect(Postcode("BFPO 57")?.outward == "BFPO")
    }
}
