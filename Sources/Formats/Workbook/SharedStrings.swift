/// The texts that the cells of a workbook share, held back to back.
struct SharedStrings {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// No texts.
    init() {}

    /// Reads `xl/sharedStrings.xml`. Of a rich text the runs are joined; phonetic hints are left out.
    init(_ part: ZipPart) throws {
        let reader = try XMLNodeReader { try part.read(into: $0) }
        while let node = try reader.next() {
            if case .start(let isEmpty) = node, reader.isNamed("si") {
                if !isEmpty { try RichText.read(reader, until: "si", into: &bytes) }
                ends.append(bytes.count)
            }
        }
    }

    /// How many texts there are.
    var count: Int { ends.count }

    /// The bytes of a text, in UTF-8; nil when there is no such text.
    subscript(index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }
}
