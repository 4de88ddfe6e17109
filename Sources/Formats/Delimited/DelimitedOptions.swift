/// How a delimited file is to be read; everything left out is found out from the file.
public struct DelimitedOptions: Sendable {
    /// The byte between fields; nil finds it among comma, semicolon, tab and bar.
    public var delimiter: UInt8?
    /// The encoding; nil finds it by ``TextEncodingDetector``. A byte order mark in the file is always believed.
    public var encoding: TextEncoding?
    /// The largest field accepted, in bytes of UTF-8. A row may have sixteen times as many.
    public var maximumFieldBytes: Int
    /// Recognises the header by its trimmed names, so that a title block above it is passed over.
    /// Asked for each of the first ``DelimitedReader/linesSearchedForHeader`` lines; without it the first line with text is the header.
    public var headerMatcher: (@Sendable ([String]) -> Bool)?

    /// Options; the defaults find out everything.
    public init(
        delimiter: UInt8? = nil, encoding: TextEncoding? = nil, maximumFieldBytes: Int = 1 << 20,
        headerMatcher: (@Sendable ([String]) -> Bool)? = nil
    ) {
        self.delimiter = delimiter
        self.encoding = encoding
        self.maximumFieldBytes = maximumFieldBytes
        self.headerMatcher = headerMatcher
    }
}
