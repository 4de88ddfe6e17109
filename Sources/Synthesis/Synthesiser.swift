import Glibc
import Vocabulary

/// Makes fictitious children and writes the extracts that an authority and its partners would have of them.
public enum Synthesiser {
    /// Writes `ssda903/<year>/<module>.csv`, `inbox/<agency>/`, `reference/`, `truth/` and `README.txt` below `directory`, which is made where missing.
    ///
    /// Lives are simulated one by one until as many children as asked are in care on the last known day, and written as they
    /// are made: memory does not grow with their number.
    /// - Parameters:
    ///   - plan: what to make
    ///   - directory: folder for everything; files of an earlier run are replaced
    ///   - progress: called now and then with the number of children in care made so far
    /// - Returns: what came out, for a person to compare with the published figures
    /// - Throws: ``SynthesisError``, and `FormatError` where a file cannot be written
    public static func write(
        _ plan: SynthesisPlan, to directory: String, progress: (Int) -> Void = { _ in }
    ) throws -> SynthesisSummary {
        try plan.validate()
        try folder("\(directory)/truth")
        let faults = plan.mess > 0 ? try FaultLog(path: "\(directory)/truth/faults.csv") : nil
        var writers: [YearWriter] = []
        for year in plan.years where plan.feeds.contains("ssda903") {
            let path = "\(directory)/ssda903/\(year)"
            try folder(path)
            writers.append(try YearWriter(plan: plan, year: year, folder: path, faults: faults))
        }
        var truth = try TruthWriter(plan: plan, folder: "\(directory)/truth")
        var tally = Tally(plan: plan)
        let maker = LifeMaker(plan: plan)
        let feeds = plan.hasAgencies ? try FeedSet(plan: plan, lives: maker, directory: directory, faults: faults) : nil
        var index = 0
        while tally.inCare < plan.children {
            let life = maker.life(index)
            var seen: [CollectionYear] = []
            for writer in writers where try writer.write(life) { seen.append(writer.year) }
            if !seen.isEmpty { try truth.note(life, in: seen) }
            try feeds?.write(life)
            tally.count(life)
            index += 1
            if index % 4_000 == 0 { progress(tally.inCare) }
        }
        for writer in writers { try writer.close() }
        if let feeds { for number in 0..<Int(Double(plan.children) * plan.outsidePerChild) { try feeds.write(maker.outside(number)) } }
        let delivered = try feeds?.finish() ?? []
        if feeds != nil { for writer in writers { try deliver(writer, plan, directory) } }
        try truth.close(lives: index, hasFaults: faults != nil)
        try faults?.close()
        try folder("\(directory)/reference")
        try ReferenceWriter(plan: plan, folder: "\(directory)/reference").write(lives: index)
        try readMe(plan, directory)
        progress(tally.inCare)
        return tally.summary(
            rows: writers.map { ($0.year, $0.rowCounts) }, feeds: delivered, faults: faults?.counts ?? [:], children: truth.children)
    }

    /// The year's folder as a delivery of the inbox.
    private static func deliver(_ writer: YearWriter, _ plan: SynthesisPlan, _ directory: String) throws {
        let path = "\(directory)/inbox/ssda903-\(writer.year)"
        try folder(path)
        let delivery = Delivery(feed: "ssda903", year: writer.year, plan: plan, asAt: writer.known, files: "../../ssda903/\(writer.year)")
        try delivery.write(to: path)
    }

    /// Makes a folder, and those above it that are missing.
    static func folder(_ path: String) throws {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part + "/"
            if mkdir(made, 0o777) != 0, errno != EEXIST {
                throw SynthesisError.folder(path: made, reason: String(cString: strerror(errno)))
            }
        }
    }

    private static func readMe(_ plan: SynthesisPlan, _ directory: String) throws {
        let years = plan.years.map(\.description).joined(separator: ", ")
        let file = try EncodedFile(path: "\(directory)/README.txt")
        try file.write(
            """
            ALL PEOPLE IN THESE FILES ARE FICTITIOUS.

            Every child, young person, address, provider and social worker here was made up by a program (loxley synthesise).
            Any likeness to a real person is chance. Postcodes lie in areas that do not exist; registration numbers, pupil
            numbers and Ofsted numbers are invented.

            ssda903/<year>/   one file a module of the children-looked-after return, as the authority would extract it
            inbox/<agency>/   the agency's files of the newest day, with a delivery.yaml that says so
            reference/        what loxley validate needs to know of these places:
              postcodes.csv   the invented postcodes in the layout of the National Statistics Postcode Lookup (--postcodes); the districts
                              are real ones, so that authority and distance can be judged
              providers.csv   the invented providers in the layout of Ofsted's lists (--providers)
            truth/            what is true, in ISO dates:
              children.csv    the children in the returns; nothing after the last known day is told
              providers.csv   the providers that the Ofsted numbers in the returns belong to, with their addresses
              postcodes.csv   the invented postcodes, their authority and grid reference in metres
              faults.csv      the faults that were planted: year, file, data row counted from 1 (0: the file as a whole), child,
                              kind of fault, column, and what a clean file would say there. A quoted line break does not
                              start a row. The row of a duplicate is that of the second one. For another agency's table the year is
                              blank and the file is agency and table.
              who_is_who.csv  for each agency the identifiers and spelling it used of a person, and the child that it really is; blank for
                              another authority's child and for people whom nobody knows. Only where agencies' feeds were made.

            Authority \(plan.authority), collection years \(years), \(plan.children) children in care at the end,
            seed \(plan.seed), share of rows with a planted fault \(plan.mess).
            The same numbers give the same files, byte for byte.

            """)
        try file.close()
    }
}
