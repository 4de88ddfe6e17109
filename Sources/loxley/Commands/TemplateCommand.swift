import ArgumentParser
import Contracts
import Warehouse

struct TemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "A blank workbook for a feed that people fill in by hand.",
        discussion: """
            Writes a workbook with a sheet for each dataset of the feed, headed as its contract asks, with lists to choose from, and a sheet of guidance. \
            The feed top_up is for what no system holds.
            """)
    @Argument(help: ArgumentHelp("a feed: top_up, or any other that comes as tables", valueName: "feed")) var feed = "top_up"
    @Option(help: ArgumentHelp("folder for the workbook", valueName: "folder")) var out: String
    @OptionGroup var options: Options

    func run() async throws {
        let home = try options.home()
        let contracts = try home.datasets(of: feed)
        if let document = contracts.first(where: { $0.xmlRecord != nil }) {
            throw WarehouseError.usage("\(document.dataset) comes as XML, which nobody fills in by hand")
        }
        let path = out + "/" + contracts[0].family + ".xlsx"
        try TemplateWorkbook(contracts: contracts, codeSets: home.codeSets).write(to: path)
        print(path)
    }
}
