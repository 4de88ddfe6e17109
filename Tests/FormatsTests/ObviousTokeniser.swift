/// The tokeniser said again, slowly and byte by byte, to be compared with the real one.
struct ObviousTokeniser {
    struct Record: Equatable {
        var fields: [[UInt8]]
        var terminated: Bool
    }

    var records: [Record] = []
    var endedInsideQuotes = false

    init(_ bytes: [UInt8], delimiter: UInt8) {
        var i = 0
        while i < bytes.count {
            if bytes[i] == 10 || bytes[i] == 13 {
                i += 1
                continue
            }
            var record = Record(fields: [], terminated: false)
            var endOfRecord = false
            while !endOfRecord {
                var field: [UInt8] = []
                if i < bytes.count, bytes[i] == 34 {
                    i += 1
                    var closed = false
                    while i < bytes.count, !closed {
                        if bytes[i] != 34 {
                            field.append(bytes[i])
                            i += 1
                        } else if i + 1 < bytes.count, bytes[i + 1] == 34 {
                            field.append(34)
                            i += 2
                        } else {
                            closed = true
                            i += 1
                        }
                    }
                    endedInsideQuotes = !closed
                }
                while i < bytes.count, bytes[i] != delimiter, bytes[i] != 10, bytes[i] != 13 {
                    field.append(bytes[i])
                    i += 1
                }
                record.fields.append(field)
                if i == bytes.count {
                    endOfRecord = true
                } else {
                    endOfRecord = bytes[i] != delimiter
                    record.terminated = endOfRecord
                    i += 1
                }
            }
            records.append(record)
        }
    }
}
