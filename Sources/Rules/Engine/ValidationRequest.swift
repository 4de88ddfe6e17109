import Vocabulary

/// What is to be validated, and with what beside it.
public struct ValidationRequest: Sendable {
    /// The collection year.
    public var year: CollectionYear
    /// A folder of CSV modules, or one XML file.
    public var path: String
    /// Last year's folder.
    public var previous: String?
    /// Folders of years before that one.
    public var earlier: [(year: CollectionYear, path: String)]
    /// The returning authority: a DfE number or a nine-character code; nil where it is not known.
    public var authority: String?
    /// Codes of the rules to run; empty for all of the year.
    public var rules: [String]
    /// A postcode directory.
    public var postcodes: String?
    /// Ofsted's lists of providers.
    public var providers: [String]

    /// A request; the defaults give nothing beside the return.
    public init(
        year: CollectionYear, path: String, previous: String? = nil, earlier: [(year: CollectionYear, path: String)] = [], authority: String? = nil,
        rules: [String] = [], postcodes: String? = nil, providers: [String] = []
    ) {
        self.year = year
        self.path = path
        self.previous = previous
        self.earlier = earlier
        self.authority = authority
        self.rules = rules
        self.postcodes = postcodes
        self.providers = providers
    }
}
