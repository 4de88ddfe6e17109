import Testing
import Vocabulary

@Suite("A moment of recording")
struct RecordedMomentTests {
    @Test(
        "one moment, however it is written",
        arguments: [
            ("2026-06-30T12:00:00Z", "2026-06-30T12:00:00Z"), ("2026-06-30T13:00:00+01:00", "2026-06-30T12:00:00Z"),
            ("2026-06-30 12:00:00.120000+00", "2026-06-30T12:00:00.12Z"), ("2026-06-30t12:00z", "2026-06-30T12:00:00Z"),
            ("2026-01-01T00:30:00.000001+0130", "2025-12-31T23:00:00.000001Z"), ("1999-12-31T19:29:59.5-05:30", "2000-01-01T00:59:59.5Z"),
            ("1999-12-31T23:59:59.999999Z", "1999-12-31T23:59:59.999999Z"), ("2024-02-29T00:00:00-02", "2024-02-29T02:00:00Z"),
        ])
    func reads(_ text: String, _ universal: String) throws {
        let moment = try #require(RecordedMoment(text))
        #expect(moment.description == universal)
        #expect(RecordedMoment(moment.description) == moment)
    }

    @Test(
        "no moment without its zone, and none that never was",
        arguments: [
            "", "2026-06-30", "2026-06-30T12:00:00", "2026-06-30T12Z", "2026-02-29T12:00:00Z", "2026-06-30T24:00:00Z", "2026-06-30T12:60:00Z",
            "2026-06-30T12:00:60Z", "2026-06-30T12:00:00.Z", "2026-06-30T12:00:00.1234567Z", "2026-06-30T12:00:00+1", "2026-06-30T12:00:00+01:0",
            "2026-06-30T12:00:00+01:60", "2026-06-30T12:00:00 Europe/London", "30/06/2026 12:00Z", "2026-06-30T12:00:00ZZ", " 2026-06-30T12:00:00Z",
            "now", "20260630T120000Z", "2026-06-30T12:00:00.+1Z", "٢٠٢٦-06-30T12:00:00Z",
        ])
    func refuses(_ text: String) { #expect(RecordedMoment(text) == nil) }

    @Test("in the order of time")
    func order() throws {
        let earlier = try #require(RecordedMoment("2026-06-30T13:00:00+02:00"))
        let later = try #require(RecordedMoment("2026-06-30T12:00:00Z"))
        #expect(earlier < later && RecordedMoment(RecordedMoment.example) == later)
    }
}
