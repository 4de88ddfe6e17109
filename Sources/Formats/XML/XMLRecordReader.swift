/// Reads one kind of record of an XML document as rows: an element is a record, and paths from it are the columns.
///
/// A path names elements from the record on: `CINPlanStartDate`, `Factors/Factor`; `.` is the record's own text, `@name` an attribute,
/// and `..` the element around it, so that `../../ChildIdentifiers/LAchildID` is the child that an assessment is of, wherever in the child
/// it stands. A path that begins with `/` counts from the document's root. Texts of elements that repeat are joined by a blank.
///
/// Records are held back until the outermost element that a path reaches has ended, so memory holds the records of one such element at a
/// time. What paths reach in the root itself (a header) is known from where it has been read on: it must stand before the records.
public final class XMLRecordReader: RowReader {
    /// A column: its name in the header, and the path of its text from the record on.
    public struct Column: Sendable {
        /// As it stands in ``XMLRecordReader/header``.
        public let name: String
        /// `LAchildID`, `../ChildIdentifiers/LAchildID`, `@id`, `.`
        public let path: String

        /// A column.
        public init(name: String, path: String) {
            self.name = name
            self.path = path
        }
    }

    /// The names of the columns.
    public let header: [String]

    /// Where in the document a column's text stands.
    private struct Place {
        /// Of how many elements of the record's path the text is a part: the record itself has them all.
        let level: Int
        /// From the root on.
        let elements: [String]
        let attribute: String?
    }

    /// An element that matters, by its place in the document.
    private struct Node {
        var children: [String: Int] = [:]
        var texts: [Int] = []
        var attributes: [(name: String, column: Int)] = []
        /// How many elements of the record's path end here; 0 where it is beside the path.
        var level = 0
    }

    private final class Counter { var bytes = 0 }

    private let reader: XMLNodeReader
    private let counter: Counter
    private let places: [Place]
    private let recordLevel: Int
    /// Rows are complete when an element of this level ends.
    private let flushLevel: Int
    private var nodes: [Node] = [Node()]
    /// The elements around the reader; -1 for one that does not matter.
    private var around: [Int] = []
    /// The text of the element that stands open, by column.
    private var open: [[UInt8]]
    /// The texts of the columns, each since its element of the record's path began.
    private var captured: [[UInt8]]
    /// Records that have ended, in cells, of which the first ``complete`` are complete and the first ``handed`` were handed out.
    private var rows: [[[UInt8]]] = []
    private var complete = 0
    private var handed = 0
    /// Where the records of the element of each level begin in ``rows``.
    private var begins: [Int]
    private var rowNumber = 0
    private var failure: (any Error)?

    /// How much of the file has been taken, in bytes.
    public var bytesRead: Int { counter.bytes }

    /// How many records are held back.
    var held: Int { rows.count - handed }

    /// Opens a file.
    /// - Parameters:
    ///   - path: a regular file.
    ///   - record: the element that is a record, from the root on: `Message/Children/Child`.
    ///   - columns: what is read of it.
    /// - Throws: ``FormatError``: it cannot be opened, is empty, or a column's path leads out of the document.
    public convenience init(path: String, record: String, columns: [Column]) throws {
        let file = try InputFile(path: path)
        guard file.size > 0 else { throw FormatError.empty }
        try self.init(record: record, columns: columns) { try file.read(into: $0) }
    }

    /// Reads from a closure that fills a buffer and returns how many bytes it filled; 0 at the end.
    init(record: String, columns: [Column], read: @escaping XMLNodeReader.Read) throws {
        let elements = record.split(separator: "/").map(String.init)
        recordLevel = elements.count
        header = columns.map(\.name)
        places = try columns.map { column in
            guard let place = Self.place(column.path, elements) else {
                throw FormatError.badXML(line: 0, reason: "the path \(column.path) leads out of the document")
            }
            return place
        }
        flushLevel = places.map(\.level).filter { $0 > 1 }.min() ?? elements.count
        open = Array(repeating: [], count: columns.count)
        captured = open
        begins = Array(repeating: 0, count: elements.count + 1)
        let counter = Counter()
        self.counter = counter
        reader = try XMLNodeReader {
            let count = try read($0)
            counter.bytes += count
            return count
        }
        for level in elements.indices { nodes[add(Array(elements[...level]))].level = level + 1 }
        for (column, place) in places.enumerated() {
            let node = add(place.elements)
            if let attribute = place.attribute { nodes[node].attributes.append((attribute, column)) } else { nodes[node].texts.append(column) }
        }
    }

    /// Whether a column's path can be followed from a record.
    public static func canFollow(_ path: String, from record: String) -> Bool {
        place(path, record.split(separator: "/").map(String.init)) != nil
    }

    /// The element that a column's path leads to, from the root on; nil where it leads out of the document.
    public static func element(of path: String, from record: String) -> String? {
        place(path, record.split(separator: "/").map(String.init))?.elements.joined(separator: "/")
    }

    private static func place(_ path: String, _ record: [String]) -> Place? {
        var steps = path.split(separator: "/").map(String.init)
        guard !record.isEmpty, !steps.isEmpty else { return nil }
        var base = path.hasPrefix("/") ? [] : record
        while steps.first == ".." {
            steps.removeFirst()
            guard !base.isEmpty else { return nil }
            base.removeLast()
        }
        if steps.first == "." { steps.removeFirst() }
        var attribute: String?
        if let last = steps.last, last.hasPrefix("@") {
            attribute = String(last.dropFirst())
            steps.removeLast()
        }
        guard attribute != "", !base.isEmpty || steps.first == record[0], !steps.contains(where: { $0 == ".." || $0 == "." || $0.hasPrefix("@") }) else {
            return nil
        }
        return Place(level: max(1, base.count), elements: base + steps, attribute: attribute)
    }

    private func add(_ elements: [String]) -> Int {
        var node = 0
        for element in elements {
            if let next = nodes[node].children[element] {
                node = next
            } else {
                nodes.append(Node())
                nodes[node].children[element] = nodes.count - 1
                node = nodes.count - 1
            }
        }
        return node
    }

    /// Reads the next record.
    /// - Parameter row: filled with the row; a column whose element is not there is an empty field.
    /// - Returns: false at the end of the document.
    /// - Throws: ``FormatError``; after an error it is thrown again.
    public func next(into row: inout FieldRow) throws -> Bool {
        row.removeAll()
        if let failure { throw failure }
        do {
            while handed == complete {
                if complete > 0 {
                    rows.removeFirst(complete)
                    for level in begins.indices { begins[level] = max(0, begins[level] - complete) }
                    (complete, handed) = (0, 0)
                }
                guard try step() else { return false }
            }
        } catch {
            failure = error
            throw error
        }
        for cell in rows[handed] { row.append(cell) }
        handed += 1
        rowNumber += 1
        row.number = rowNumber
        row.inspect()
        return true
    }

    /// Takes the next node of the document.
    private func step() throws -> Bool {
        guard let node = try reader.next() else { return false }
        switch node {
        case .start(let isEmpty):
            begin()
            if isEmpty { end() }
        case .end: end()
        case .text, .blank:
            guard let node = around.last, node >= 0, !nodes[node].texts.isEmpty else { break }
            for column in nodes[node].texts { reader.withText { open[column].append(contentsOf: $0) } }
        }
        return true
    }

    private func begin() {
        let parent = around.isEmpty ? 0 : around[around.count - 1]
        let node = parent < 0 ? -1 : nodes[parent].children[reader.localName] ?? -1
        around.append(node)
        guard node >= 0 else { return }
        let level = nodes[node].level
        if level > 0 {
            begins[level] = rows.count
            for column in places.indices where places[column].level == level { captured[column].removeAll(keepingCapacity: true) }
        }
        for column in nodes[node].texts { open[column].removeAll(keepingCapacity: true) }
        guard !nodes[node].attributes.isEmpty else { return }
        let wanted = nodes[node].attributes
        reader.forEachAttribute { _, name, value in
            let name = String(cString: name)
            for attribute in wanted where attribute.name == name { capture(value, attribute.column) }
        }
    }

    private func end() {
        guard let node = around.popLast(), node >= 0 else { return }
        for column in nodes[node].texts { open[column].withUnsafeBufferPointer { capture($0, column) } }
        let level = nodes[node].level
        guard level > 0 else { return }
        if level == recordLevel { rows.append(captured) }
        for index in begins[level]..<max(begins[level], rows.count) {
            for column in places.indices where places[column].level == level { rows[index][column] = captured[column] }
        }
        if level == flushLevel {
            for index in complete..<max(complete, rows.count) {
                for column in places.indices where places[column].level == 1 { rows[index][column] = captured[column] }
            }
            complete = rows.count
        }
    }

    /// Takes a text without the white space around it; a further one of the same column after a blank.
    private func capture(_ text: UnsafeBufferPointer<UInt8>, _ column: Int) {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
        var text = text[...]
        while let byte = text.first, isBlank(byte) { text = text.dropFirst() }
        while let byte = text.last, isBlank(byte) { text = text.dropLast() }
        if text.isEmpty { return }
        if !captured[column].isEmpty { captured[column].append(0x20) }
        captured[column].append(contentsOf: text)
    }
}
