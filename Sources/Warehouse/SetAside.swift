import Foundation
import Postgres

/// Rows of a file that no record could be made of, on their way to quarantine: they wait while the others are sent, in memory or, where
/// they are many, in a file that has no name and goes with the process.
///
/// @unchecked: the reading thread fills it; it is sent after that thread has ended.
final class SetAside: @unchecked Sendable {
    private static let inMemory = 1 << 20
    private let loadID: Int
    private var buffer = BinaryCopyBuffer()
    private var file: UnsafeMutablePointer<FILE>?
    private var isEmpty = true

    init(loadID: Int) { self.loadID = loadID }

    deinit {
        buffer.deallocate()
        if let file { fclose(file) }
    }

    /// - Parameter fields: the row as it stood in the file, as JSON
    /// - Throws: ``WarehouseError/failed(_:)`` where there is no room for it.
    func add(row: Int, column: String?, reason: String, fields: String) throws {
        isEmpty = false
        buffer.startRow(fields: 5)
        buffer.append(int64: Int64(loadID))
        buffer.append(int32: Int32(truncatingIfNeeded: row))
        if let column { buffer.append(text: column) } else { buffer.appendNull() }
        buffer.append(text: reason)
        var fields = fields
        fields.withUTF8 { buffer.append(jsonb: UnsafeRawBufferPointer($0)) }
        if buffer.count > SetAside.inMemory { try spill() }
    }

    private func spill() throws {
        let noRoom = WarehouseError.failed("rows to be set aside could not be kept: no room in the folder for temporary files")
        guard let file = file ?? tmpfile() else { throw noRoom }
        self.file = file
        try buffer.flush { bytes in
            guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else { throw noRoom }
        }
    }

    /// Sends them to `ops.quarantine`.
    /// - Throws: `PostgresError`
    func send(_ db: Connection) throws {
        if isEmpty { return }
        try db.copyIn("copy ops.quarantine (load_id, file_row, column_name, reason, fields) from stdin (format binary)") { writer in
            if let file {
                rewind(file)
                let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
                defer { piece.deallocate() }
                while case let count = fread(piece.baseAddress, 1, piece.count, file), count > 0 {
                    try writer.write(UnsafeRawBufferPointer(rebasing: piece[..<count]))
                }
            }
            buffer.finish()
            try buffer.flush(to: writer)
        }
    }
}
