/// The real districts on which the invented postcodes are laid, so that rules on authority and distance have something to say.
/// Codes are those of the Office for National Statistics, as a postcode directory gives them (laua); `config/districts.csv` tells in
/// which county a district lies.
enum Districts {
    /// By the authority's DfE number: an authority that is its own district, or the districts of a county.
    private static let known: [String: [String]] = [
        "892": ["E06000018"],
        "891": ["E07000170", "E07000171", "E07000172", "E07000173", "E07000174", "E07000175", "E07000176"],
        "831": ["E06000015"],
        "830": ["E07000032", "E07000033", "E07000034", "E07000035", "E07000036", "E07000037", "E07000038", "E07000039"],
        "925": ["E07000136", "E07000137", "E07000138", "E07000139", "E07000140", "E07000141", "E07000142"],
        "855": ["E07000129", "E07000130", "E07000131", "E07000132", "E07000133", "E07000134", "E07000135"],
        "857": ["E06000017"],
    ]

    /// The districts of an authority; none where they are not known here.
    static func of(_ authority: String) -> [String] { known[authority] ?? [] }

    /// The authorities whose districts are known.
    static var authorities: [String] { known.keys.sorted() }
}
