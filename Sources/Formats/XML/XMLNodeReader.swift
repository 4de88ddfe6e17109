import CLibXML2

/// libxml2's streaming reader over any source of bytes. What it hands out by pointer is valid until the next step.
///
/// No network, no external entities, no document type declarations: a file with one is refused, and with it every entity trick.
final class XMLNodeReader {
    /// Fills a buffer and returns how many bytes; 0 at the end.
    typealias Read = (UnsafeMutableRawBufferPointer) throws -> Int

    /// What the reader stands on.
    enum Node {
        case start(isEmpty: Bool)
        case end
        case text
        case blank
    }

    private let handle: xmlTextReaderPtr
    private let input: Input
    private var failure: FormatError?

    /// What the C callbacks see.
    private final class Input {
        let read: Read
        var readError: (any Error)?
        var problem: (line: Int, reason: String)?
        var onProblem: ((XMLProblem) -> Void)?

        init(read: @escaping Read) { self.read = read }
    }

    /// Once for the process: schemas and the hints in documents (`xsi:schemaLocation`) must not reach the network either.
    private static let initialised: Void = {
        xmlInitParser()
        xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
    }()

    init(read: @escaping Read) throws {
        _ = Self.initialised
        let input = Input(read: read)
        self.input = input
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_COMPACT.rawValue)
        let context = Unmanaged.passUnretained(input).toOpaque()
        let handle = xmlReaderForIO(
            { context, buffer, count in
                guard let context, let buffer else { return -1 }
                let input = Unmanaged<Input>.fromOpaque(context).takeUnretainedValue()
                do {
                    return Int32(try input.read(UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))))
                } catch {
                    input.readError = error
                    return -1
                }
            }, { _ in 0 }, context, nil, nil, options)
        guard let handle else { throw input.readError ?? FormatError.badXML(line: 0, reason: "the XML parser cannot begin") }
        self.handle = handle
        xmlTextReaderSetStructuredErrorHandler(
            handle,
            { context, error in
                guard let context, let error else { return }
                let input = Unmanaged<Input>.fromOpaque(context).takeUnretainedValue()
                let problem = XMLProblem(error.pointee)
                if let report = input.onProblem, problem.isAboutSchema {
                    report(problem)
                } else if input.problem == nil, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue {
                    input.problem = (problem.line, problem.reason)
                }
            }, context)
    }

    deinit {
        xmlFreeTextReader(handle)
    }

    /// The line that the parser has come to; it may be a little ahead of the node.
    var line: Int { Int(xmlTextReaderGetParserLineNumber(handle)) }

    /// How many elements stand around this node.
    var depth: Int { Int(xmlTextReaderDepth(handle)) }

    /// Steps to the next element or text; nil at the end.
    func next() throws -> Node? {
        if let failure { throw failure }
        while true {
            let result = xmlTextReaderRead(handle)
            if let error = input.readError { throw error }
            if let problem = input.problem { throw fail(problem.line, problem.reason) }
            guard result >= 0 else { throw fail(line, "not well-formed XML") }
            guard result == 1 else { return nil }
            switch xmlReaderTypes(rawValue: UInt32(max(0, xmlTextReaderNodeType(handle)))) {
            case XML_READER_TYPE_ELEMENT: return .start(isEmpty: xmlTextReaderIsEmptyElement(handle) == 1)
            case XML_READER_TYPE_END_ELEMENT: return .end
            case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA: return .text
            case XML_READER_TYPE_WHITESPACE, XML_READER_TYPE_SIGNIFICANT_WHITESPACE: return .blank
            case XML_READER_TYPE_DOCUMENT_TYPE: throw fail(line, "a document type declaration (DOCTYPE) is refused")
            case XML_READER_TYPE_ENTITY_REFERENCE: throw fail(line, "an entity reference is refused")
            default: continue
            }
        }
    }

    /// Whether the element has this name, namespace prefix aside.
    func isNamed(_ name: StaticString) -> Bool {
        guard let actual = xmlTextReaderConstLocalName(handle) else { return false }
        return Self.equal(actual, name)
    }

    /// The element's name, namespace prefix aside.
    var localName: String { xmlTextReaderConstLocalName(handle).map { String(cString: $0) } ?? "" }

    /// The text of the node.
    func withText<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        Self.withBytes(xmlTextReaderConstValue(handle), body)
    }

    /// Calls a closure for each attribute of the element: whether it has a prefix, its name without it, and its value.
    func forEachAttribute(_ body: (_ prefixed: Bool, _ name: UnsafePointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Void) {
        var result = xmlTextReaderMoveToFirstAttribute(handle)
        guard result == 1 else { return }
        while result == 1 {
            if xmlTextReaderIsNamespaceDecl(handle) != 1, let name = xmlTextReaderConstLocalName(handle) {
                let prefixed = xmlTextReaderConstPrefix(handle) != nil
                Self.withBytes(xmlTextReaderConstValue(handle)) { body(prefixed, name, $0) }
            }
            result = xmlTextReaderMoveToNextAttribute(handle)
        }
        xmlTextReaderMoveToElement(handle)
    }

    /// The value of an attribute without a prefix.
    func attribute(_ wanted: StaticString) -> String? {
        var found: String?
        forEachAttribute { prefixed, name, value in
            if !prefixed, Self.equal(name, wanted) { found = String(decoding: value, as: UTF8.self) }
        }
        return found
    }

    /// Checks the document against a schema while it is read. Must be called before the first step.
    /// - Parameter report: receives each deviation.
    func check(against schema: xmlSchemaPtr, report: @escaping (XMLProblem) -> Void) -> Bool {
        input.onProblem = report
        return xmlTextReaderSetSchema(handle, schema) == 0
    }

    /// Ends the check; must be called before the schema is freed.
    func endCheck() {
        xmlTextReaderSetSchema(handle, nil)
        input.onProblem = nil
    }

    /// Whether a name is this one.
    static func equal(_ name: UnsafePointer<UInt8>, _ wanted: StaticString) -> Bool {
        let bytes = wanted.utf8Start
        var i = 0
        while i < wanted.utf8CodeUnitCount {
            guard name[i] == bytes[i] else { return false }
            i += 1
        }
        return name[i] == 0
    }

    private static func withBytes<R>(_ text: UnsafePointer<UInt8>?, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        body(UnsafeBufferPointer(start: text, count: text.map { Int(xmlStrlen($0)) } ?? 0))
    }

    private func fail(_ line: Int, _ reason: String) -> FormatError {
        let error = FormatError.badXML(line: line, reason: reason)
        failure = error
        return error
    }
}
