/// Reads an XML file event by event, in constant memory.
///
/// No network, no entities: a document type declaration is refused. Names come without their namespace prefix.
///
/// ```swift
/// let reader = try XMLPullReader(path: "return.xml")
/// while let event = try reader.next() {
///     if case .startElement("CHILD", _) = event { … }
/// }
/// ```
public final class XMLPullReader {
    /// What stands next in a document.
    public enum Event: Sendable, Equatable {
        /// An element begins. An empty element begins and ends.
        case startElement(name: String, attributes: [String: String])
        /// Text inside an element, in one piece; text of nothing but white space is left out, unless it was asked for.
        case text(String)
        /// An element ends.
        case endElement(name: String)
    }

    private let reader: XMLNodeReader
    private let keepsBlankText: Bool
    private var queue: [Event] = []
    private var text = ""
    private var isDone = false

    /// Opens a file.
    /// - Parameters:
    ///   - path: a regular file.
    ///   - keepsBlankText: hand out text of nothing but white space too.
    /// - Throws: ``FormatError``: it cannot be opened, or is empty.
    public convenience init(path: String, keepsBlankText: Bool = false) throws {
        let file = try InputFile(path: path)
        guard file.size > 0 else { throw FormatError.empty }
        try self.init(keepsBlankText: keepsBlankText) { try file.read(into: $0) }
    }

    /// Reads from a closure that fills a buffer and returns how many bytes it filled; 0 at the end.
    init(keepsBlankText: Bool = false, read: @escaping XMLNodeReader.Read) throws {
        self.keepsBlankText = keepsBlankText
        reader = try XMLNodeReader(read: read)
    }

    /// The line, counted from 1, to which the file has been read; it may be a little ahead of the event.
    public var line: Int { reader.line }

    /// The next event; nil at the end.
    /// - Throws: ``FormatError/badXML(line:reason:)``; after an error it is thrown again.
    public func next() throws -> Event? {
        while queue.isEmpty {
            if isDone { return nil }
            guard let node = try reader.next() else {
                isDone = true
                break
            }
            switch node {
            case .text, .blank: reader.withText { text += String(decoding: $0, as: UTF8.self) }
            case .start(let isEmpty):
                endText()
                let name = reader.localName
                var attributes: [String: String] = [:]
                reader.forEachAttribute { _, name, value in attributes[String(cString: name)] = String(decoding: value, as: UTF8.self) }
                queue.append(.startElement(name: name, attributes: attributes))
                if isEmpty { queue.append(.endElement(name: name)) }
            case .end:
                endText()
                queue.append(.endElement(name: reader.localName))
            }
        }
        return queue.isEmpty ? nil : queue.removeFirst()
    }

    private func endText() {
        if keepsBlankText ? !text.isEmpty : !text.allSatisfy(\.isWhitespace) { queue.append(.text(text)) }
        text = ""
    }
}
