import Vocabulary

/// Which return it is: runs of the same one are compared.
public struct ReturnKey: Sendable, Hashable {
    /// `ssda903`
    public let collection: String
    /// The nine-character code of the returning authority; empty where it is not known.
    public let authority: String
    /// The collection year.
    public let year: CollectionYear

    /// The return of an authority for a year.
    public init(collection: String = "ssda903", authority: String?, year: CollectionYear) {
        self.collection = collection
        self.authority = authority ?? ""
        self.year = year
    }
}

extension ValidationPlan {
    /// Which return it is.
    public var key: ReturnKey { ReturnKey(authority: authority?.code, year: request.year) }
}
