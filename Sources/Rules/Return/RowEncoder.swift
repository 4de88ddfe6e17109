import Postgres

/// Writes the rows of one module in the form of the sandbox's table: values in capitals, dates beside their text, CHILD as a number.
struct RowEncoder {
    let module: ReturnModule
    /// The collection that the rows are of, for the table of earlier years: 2025 is 2024-25; nil for the other tables.
    let collection: Int32?
    let children: ChildNumbers
    /// Collects postcodes, where they are to be looked up.
    var postcodes: PostcodesWanted?
    /// The child of each row so far; 0 is none.
    private(set) var childOfRow: [Int32] = []
    /// What each row so far is known by from one run to the next; none for the table of earlier years.
    private(set) var marks: [RowMark] = []
    private(set) var buffer = BinaryCopyBuffer(capacity: 1 << 17)

    private var scratch: [UInt8] = []
    private var lastChild: [UInt8] = []
    private var lastNumber: Int32 = 0
    private let postcodeColumns: Set<Int>
    private var marker: RowMarker

    init(_ module: ReturnModule, collection: Int32?, children: ChildNumbers, postcodes: PostcodesWanted?) {
        self.module = module
        self.collection = collection
        self.children = children
        self.postcodes = postcodes
        marker = RowMarker(module)
        postcodeColumns = Set(module.columns.indices.filter { ["HOME_POST", "PL_POST"].contains(module.columns[$0].name) })
    }

    /// Rows so far.
    var rows: Int { childOfRow.count }

    /// The columns of the sandbox's table, with their types.
    static func columns(_ module: ReturnModule, withCollection: Bool) -> [(name: String, type: String)] {
        var columns: [(String, String)] = withCollection ? [("collection", "int")] : []
        columns += [("row_id", "int"), ("child", "int")]
        for column in module.columns.dropFirst() {
            columns.append((column.sqlName, column.isDate ? "date" : "text"))
            if column.isDate { columns.append((column.sqlName + "_text", "text")) }
        }
        if module.name == "Header" { columns.append(("uasc", "text")) }
        return columns
    }

    /// Adds a row.
    /// - Parameters:
    ///   - value: calls its closure with the bytes of a column of the module, in order; no bytes are null
    ///   - unaccompanied: Header only: what `uasc` says, given the child's number
    mutating func add(
        value: (_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Void, unaccompanied: (Int32) -> Unaccompanied = { _ in .unknown }
    ) {
        let isHeader = module.name == "Header"
        let dates = module.columns.count { $0.isDate }
        buffer.startRow(fields: module.columns.count + 1 + dates + (collection == nil ? 0 : 1) + (isHeader ? 1 : 0))
        if let collection { buffer.append(int32: collection) }
        marker.start()
        buffer.append(int32: Int32(childOfRow.count + 1))
        var child: Int32 = 0
        value(0) { bytes in
            guard !bytes.isEmpty else { return }
            CellText.capitals(bytes, into: &scratch)
            if scratch != lastChild {
                lastChild = scratch
                lastNumber = children.number(of: scratch)
            }
            child = lastNumber
            marker.add(scratch, column: 0)
        }
        if child == 0 { buffer.appendNull() } else { buffer.append(int32: child) }
        childOfRow.append(child)
        for index in module.columns.indices.dropFirst() {
            value(index) { bytes in append(bytes, index) }
        }
        if collection == nil { marks.append(marker.mark()) }
        if isHeader {
            switch unaccompanied(child) {
            case .unknown: buffer.appendNull()
            case .derived(let is1): buffer.append(text: is1 ? "1" : "0")
            case .given(let text):
                scratch = Array(text.utf8)
                scratch.withUnsafeBufferPointer { bytes in
                    var upper: [UInt8] = []
                    CellText.capitals(bytes, into: &upper)
                    upper.withUnsafeBytes { buffer.append(text: $0) }
                }
            }
        }
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
        let isDate = module.columns[index].isDate
        guard !bytes.isEmpty else {
            buffer.appendNull()
            if isDate { buffer.appendNull() }
            return
        }
        if isDate { if let day = CellText.date(bytes) { buffer.append(int32: day) } else { buffer.appendNull() } }
        CellText.capitals(bytes, into: &scratch)
        scratch.withUnsafeBytes { buffer.append(text: $0) }
        if collection == nil { marker.add(scratch, column: index) }
        if postcodes != nil, postcodeColumns.contains(index) { postcodes?.add(scratch) }
    }

    /// Sends what is held, if it is at least that much.
    mutating func flush(to writer: borrowing CopyWriter, beyond size: Int = 1 << 16) throws {
        if buffer.count > size { try buffer.flush(to: writer) }
    }

    /// Ends the COPY.
    mutating func finish(to writer: borrowing CopyWriter) throws {
        buffer.finish()
        try buffer.flush(to: writer)
    }

    /// Begins another COPY of the same table.
    mutating func restart() {
        buffer.deallocate()
        buffer = BinaryCopyBuffer(capacity: 1 << 17)
    }

    /// Frees the memory of the buffer; the counts stay.
    mutating func release() { buffer.deallocate() }
}

/// What a header row says of the child's being unaccompanied.
enum Unaccompanied {
    /// CSV without the UASC module.
    case unknown
    /// CSV: whether the child is in the UASC module.
    case derived(Bool)
    /// XML: the element's text.
    case given(String)
}
