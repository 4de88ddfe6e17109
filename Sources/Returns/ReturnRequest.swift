import Vocabulary

/// Which return to make, and how.
public struct ReturnRequest: Sendable {
    /// The authority by its DfE number, for example 892.
    public let authority: Int
    /// The collection year.
    public let year: CollectionYear
    /// The folder that receives the files; made where it does not exist.
    public let directory: String
    /// Select every module from the star by its cohort rules, also where the authority asserted it.
    public let derive: Bool
    /// A CSV file that receives every record left out, with its rule; nil for none.
    public let explain: String?
    /// Write the return as one XML file too.
    public let xml: Bool

    /// A request for the return of one authority and year.
    public init(authority: Int, year: CollectionYear, directory: String, derive: Bool = false, explain: String? = nil, xml: Bool = false) {
        self.authority = authority
        self.year = year
        self.directory = directory
        self.derive = derive
        self.explain = explain
        self.xml = xml
    }
}
