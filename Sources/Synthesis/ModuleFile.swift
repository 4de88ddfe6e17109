import Vocabulary

/// One file of the return being written, with the faults that the plan asks for.
final class ModuleFile {
    let module: Module
    private let file: EncodedFile
    private var planter: FaultPlanter?
    private var row = RowBuffer()
    /// Data rows written, planted ones included.
    private(set) var rows = 0

    init(module: Module, year: CollectionYear, folder: String, plan: SynthesisPlan, faults: FaultLog?) throws {
        self.module = module
        let newest = year == plan.years.last
        let encoding = faults != nil && newest ? module.messyEncoding : .utf8
        file = try EncodedFile(path: "\(folder)/\(module.fileName)", encoding: encoding)
        if let faults {
            planter = FaultPlanter(module: module, year: year, plan: plan, encoding: encoding, log: faults)
            try planter?.noteEncoding()
        }
        try file.write(module.columns.map(\.name).joined(separator: ",") + "\n")
    }

    /// Writes a row: the child's identifier, then the fields that `fill` adds.
    func write(child: Int, _ fill: (inout RowBuffer) -> Void) throws {
        row.clear()
        row.number(child)
        fill(&row)
        if planter?.strikes() == true, let lines = try planter?.plant(row.fields, child: child, row: rows + 1) {
            for line in lines {
                try file.write(line)
                rows += 1
            }
            return
        }
        planter?.pass(row, child: child)
        try file.write(row.line)
        try file.write(CollectionOfOne(0x0A))
        rows += 1
    }

    func close() throws {
        if let total = try planter?.totalLine(rows: rows) {
            try file.write(total)
            rows += 1
        }
        try file.close()
    }
}
