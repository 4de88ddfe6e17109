import Formats
import Vocabulary

/// The files of one agency's delivery while they are written. Rows go out as they come; memory does not grow with their number.
final class FeedFiles {
    /// From so many children in care on, sheets are written as CSV files: a sheet ends at a million rows.
    static let mostChildrenInWorkbooks = 20_000

    let agency: String
    private let world: FeedWorld
    private let folder: String
    private let who: WhoIsWho
    private let habits: SpellingHabits
    private var outputs: [ObjectIdentifier: TableOutput] = [:]
    private var order: [TableOutput] = []
    private var workbooks: [(file: String, writer: XLSXWriter)] = []
    private var documents: [(document: ObjectIdentifier, writer: XMLWriter)] = []
    private var person: Spelling?
    private var isNoted = false

    init(_ feed: any AgencyFeed.Type, world: FeedWorld, folder: String, who: WhoIsWho, faults: FaultLog?) throws {
        agency = feed.agency
        habits = feed.habits
        self.world = world
        self.folder = folder
        self.who = who
        for table in feed.tables {
            let output = try output(of: table, faults: faults)
            outputs[ObjectIdentifier(table)] = output
            order.append(output)
        }
        for document in feed.documents {
            documents.append((ObjectIdentifier(document), try XMLWriter(path: "\(folder)/\(filled(document.file))", indent: 1)))
        }
    }

    /// Rows written so far, by table.
    var rowCounts: [(table: String, rows: Int)] { order.map { ($0.name, $0.rows) } }

    /// Writes a row about the person the feed was called for (or ``stranger(_:)``, or no person). The person is noted in the truth.
    /// - Parameter cells: in the order of the table's header, all of them
    func add(_ table: FeedTable, _ cells: [Cell]) throws {
        if !isNoted, let person {
            try who.note(person, agency: agency)
            isNoted = true
        }
        guard let output = outputs[ObjectIdentifier(table)] else {
            throw SynthesisError.plan(["\(agency): the table \(table.file) is not among the feed's tables"])
        }
        guard cells.count == table.header.count else {
            throw SynthesisError.plan(["\(agency): a row of \(table.file) has \(cells.count) cells, its header \(table.header.count)"])
        }
        try output.write(cells, child: person?.who.localID)
    }

    /// The writer of an XML document. Say ``mention()`` when something of a person goes in.
    func xml(_ document: FeedDocument) throws -> XMLWriter {
        guard let writer = documents.first(where: { $0.document == ObjectIdentifier(document) })?.writer else {
            throw SynthesisError.plan(["\(agency): the document \(document.file) is not among the feed's documents"])
        }
        return writer
    }

    /// Notes the person in the truth; ``add(_:_:)`` does so by itself.
    func mention() throws {
        if !isNoted, let person { try who.note(person, agency: agency) }
        isNoted = true
    }

    /// A person whom the authority does not know: another authority's child, or nobody's. What is added next is about them.
    /// - Parameter number: 0 up; the same number is the same person in every agency's files
    func stranger(_ number: Int) -> Spelling {
        let told = Spelling(world.identities.stranger(number), by: agency, habits: habits, seed: world.plan.seed)
        turn(to: told)
        return told
    }

    /// What is added next is about no person: a home, a household, a worker.
    func nobody() { turn(to: nil) }

    func turn(to told: Spelling?) {
        person = told
        isNoted = false
    }

    /// The agency's spelling of a person.
    func spelling(of identity: Identity) -> Spelling { Spelling(identity, by: agency, habits: habits, seed: world.plan.seed) }

    func close() throws {
        for output in order { try output.close() }
        for book in workbooks { try book.writer.finish() }
        for (_, writer) in documents { try writer.finish() }
    }

    private func output(of table: FeedTable, faults: FaultLog?) throws -> TableOutput {
        let file = filled(table.file)
        let title = table.title.map(filled)
        let name = table.sheet ?? file
        let planter = faults.map { FeedFaultPlanter(table: table, name: "\(agency)/\(name)", world: world, log: $0) }
        guard let sheet = table.sheet, world.plan.children < Self.mostChildrenInWorkbooks else {
            let path = table.sheet.map { "\(folder)/\($0).csv" } ?? "\(folder)/\(file)"
            return try TableOutput(name: name, table: table, csv: path, title: title, planter: planter)
        }
        let book: XLSXWriter
        if let open = workbooks.first(where: { $0.file == file }) {
            book = open.writer
        } else {
            book = try XLSXWriter(path: "\(folder)/\(file)", created: (Int(world.asAt.daysSince2000) + 10_957) * 86_400)
            workbooks.append((file, book))
        }
        return try TableOutput(name: name, table: table, sheet: try book.addSheet(sheet), title: title, planter: planter)
    }

    /// The name with its placeholders filled.
    private func filled(_ text: String) -> String {
        guard text.contains("{") else { return text }
        let (year, month, day) = world.asAt.components
        let quarter = FinancialQuarter(containing: world.asAt)
        let digits = String(year * 10_000 + month * 100 + day)
        return text.replacing("{date}", with: digits).replacing("{month}", with: "\(MonthName.long(month)) \(year)")
            .replacing("{quarter}", with: "\(quarter.year) Q\(quarter.number)")
    }
}

/// English names of months.
enum MonthName {
    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    static func long(_ month: Int) -> String { names[(month + 11) % 12] }
    static func short(_ month: Int) -> String { String(long(month).prefix(3)) }
}
