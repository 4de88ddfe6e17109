/// What elements an XML document has.
public enum XMLSurvey {
    /// More different places of elements than this are not told apart: a document of records has far fewer.
    private static let mostPlaces = 20_000

    /// Reads a document to its end.
    /// - Parameter path: a regular file.
    /// - Returns: every place at which an element stands, from the root on: `Message/Children/Child`.
    /// - Throws: ``FormatError``: it cannot be opened, is empty, or is not well-formed.
    public static func elements(path: String) throws -> Set<String> {
        let file = try InputFile(path: path)
        guard file.size > 0 else { throw FormatError.empty }
        let reader = try XMLNodeReader { try file.read(into: $0) }
        var children: [[String: Int]] = [[:]]
        var paths = [""]
        var around = [0]
        while let node = try reader.next() {
            switch node {
            case .start(let isEmpty):
                let parent = around[around.count - 1]
                let name = reader.localName
                var place = parent < 0 ? -1 : children[parent][name] ?? -1
                if place < 0, parent >= 0, children.count < mostPlaces {
                    place = children.count
                    children.append([:])
                    children[parent][name] = place
                    paths.append(parent == 0 ? name : paths[parent] + "/" + name)
                }
                if !isEmpty { around.append(place) }
            case .end: around.removeLast()
            case .text, .blank: break
            }
        }
        return Set(paths.dropFirst())
    }
}
