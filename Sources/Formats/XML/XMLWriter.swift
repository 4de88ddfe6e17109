/// Writes an XML file as a stream (XML 1.0, UTF-8). The file appears at its path when it is finished.
///
/// Written by hand and not with libxml2's writer, which would let characters through that XML does not allow.
///
/// ```swift
/// let writer = try XMLWriter(path: "return.xml")
/// try writer.startElement("Message")
/// try writer.element("ReferenceDate", "2026-03-31")
/// try writer.finish()
/// ```
public final class XMLWriter {
    private let file: OutputFile
    private let indent: Int
    private var open: [Element] = []
    private var hasRoot = false

    private struct Element {
        let name: String
        var hasElements = false
        var hasText = false
        var isEmpty: Bool { !hasElements && !hasText }
    }

    /// Begins a file with the XML declaration.
    /// - Parameters:
    ///   - path: where it will stand; its folder must exist.
    ///   - indent: spaces by which an element stands further in than the one around it.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``.
    public init(path: String, indent: Int = 2) throws {
        file = try OutputFile(path: path)
        self.indent = max(0, indent)
        try file.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    }

    /// Begins an element.
    /// - Parameters:
    ///   - name: its name.
    ///   - attributes: names and values, in the order in which they are written.
    /// - Throws: ``FormatError``: the name is none in XML, the document has its root already, or the file cannot be written.
    public func startElement(_ name: String, attributes: [(name: String, value: String)] = []) throws {
        guard Self.isName(name), attributes.allSatisfy({ Self.isName($0.name) }) else {
            throw FormatError.cannotWrite(path: file.path, reason: "an element or attribute has a name that XML does not allow")
        }
        guard !(open.isEmpty && hasRoot) else { throw FormatError.cannotWrite(path: file.path, reason: "an XML document has one root") }
        try closeStartTag()
        let insideText = open.last?.hasText ?? false
        if !open.isEmpty { open[open.count - 1].hasElements = true }
        try file.withBuffer { buffer in
            if !insideText { newLine(&buffer) }
            buffer.append(0x3C)
            buffer.append(contentsOf: name.utf8)
            for (name, value) in attributes {
                buffer.append(0x20)
                buffer.append(contentsOf: name.utf8)
                buffer.append(contentsOf: "=\"".utf8)
                Self.escape(value, inAttribute: true, &buffer)
                buffer.append(0x22)
            }
        }
        hasRoot = true
        open.append(Element(name: name))
    }

    /// Adds text to the element that is open. A character that XML does not allow becomes U+FFFD.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``, also when no element is open.
    public func text(_ text: String) throws {
        guard !open.isEmpty else { throw FormatError.cannotWrite(path: file.path, reason: "text outside of an element") }
        guard !text.isEmpty else { return }
        try closeStartTag()
        open[open.count - 1].hasText = true
        try file.withBuffer { Self.escape(text, inAttribute: false, &$0) }
    }

    /// Ends the element that is open.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``, also when no element is open.
    public func endElement() throws {
        guard let element = open.popLast() else { throw FormatError.cannotWrite(path: file.path, reason: "no element is open") }
        try file.withBuffer { buffer in
            if element.isEmpty {
                buffer.append(contentsOf: "/>".utf8)
            } else {
                if !element.hasText { newLine(&buffer) }
                buffer.append(contentsOf: "</".utf8)
                buffer.append(contentsOf: element.name.utf8)
                buffer.append(0x3E)
            }
        }
    }

    /// Writes an element that holds only text.
    /// - Throws: as ``startElement(_:attributes:)``.
    public func element(_ name: String, _ text: String, attributes: [(name: String, value: String)] = []) throws {
        try startElement(name, attributes: attributes)
        try self.text(text)
        try endElement()
    }

    /// Ends all elements that are open, writes the rest and puts the file in its place.
    /// - Throws: ``FormatError/cannotWrite(path:reason:)``, also when there is no root.
    public func finish() throws {
        guard hasRoot else { throw FormatError.cannotWrite(path: file.path, reason: "an XML document needs a root") }
        while !open.isEmpty { try endElement() }
        try file.write("\n")
        try file.finish()
    }

    /// The `>` of a start tag waits until it is known whether the element is empty.
    private func closeStartTag() throws {
        if let last = open.last, last.isEmpty { try file.write(">") }
    }

    private func newLine(_ buffer: inout [UInt8]) {
        buffer.append(0x0A)
        buffer.append(contentsOf: repeatElement(0x20, count: indent * open.count))
    }

    private static func escape(_ text: String, inAttribute: Bool, _ buffer: inout [UInt8]) {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x3C && $0 != 0x3E && $0 != 0x26 && $0 != 0x22 && $0 != 0xEF }
        if isPlain {
            buffer.append(contentsOf: text.utf8)
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": buffer.append(contentsOf: "&lt;".utf8)
            case ">": buffer.append(contentsOf: "&gt;".utf8)
            case "&": buffer.append(contentsOf: "&amp;".utf8)
            case "\"" where inAttribute: buffer.append(contentsOf: "&quot;".utf8)
            case "\t" where inAttribute, "\n" where inAttribute, "\r": buffer.append(contentsOf: "&#\(scalar.value);".utf8)
            case "\t", "\n": buffer.append(UInt8(truncatingIfNeeded: scalar.value))
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": buffer.append(contentsOf: "\u{FFFD}".utf8)
            default: buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    /// A name by the rules of XML 1.0, of ASCII letters, digits, `_`, `-`, `.` and `:`, or any letter beyond ASCII.
    private static func isName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return false }
        func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar == "_" || scalar == ":" }
        return isLetter(first)
            && name.unicodeScalars.allSatisfy { isLetter($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "." }
    }
}
