import Glibc

/// The entry of libFuzzer: the first byte chooses the target, the rest is its input. Built and run by `Tests/Fuzz/run`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let choice = Int(start[0])
    let problem: String?
    switch choice % 8 {
    case 0...3: problem = FuzzTargets.tokenise(bytes, delimiter: [0x2C, 0x3B, 0x09, 0x7C][choice % 4], bufferSize: 1 + choice / 8)
    case 4: problem = FuzzTargets.xml(bytes)
    case 5: problem = withFile(bytes) { FuzzTargets.delimited($0) }
    case 6:
        var parts = seed.parts.map { ($0.path, Array($0.xml.utf8)) }
        parts[choice / 8 % parts.count].1 = bytes
        let path = "/tmp/loxley-fuzz-\(getpid()).xlsx"
        problem = (try? WorkbookBuilder.write(parts, path)).flatMap { FuzzTargets.workbook(path) }
    default: problem = withFile(bytes) { FuzzTargets.workbook($0) }
    }
    if let problem { fatalError(problem) }
    return 0
}

private let seed = {
    let rows = """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>B</t></is></c></row>
        <row r="2"><c r="A2" s="1"><v>43921.75</v></c></row>
        """
    var builder = WorkbookBuilder(sheets: [.init(name: "Data", rows: rows)])
    builder.sharedStrings = ["<t>A</t>"]
    builder.formats = ["0", "22"]
    return builder
}()

private func withFile(_ bytes: [UInt8], _ body: (String) -> String?) -> String? {
    let path = "/tmp/loxley-fuzz-\(getpid()).bin"
    guard let file = fopen(path, "w") else { return nil }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    return body(path)
}
