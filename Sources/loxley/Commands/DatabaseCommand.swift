import ArgumentParser
import Cluster
import Postgres
import Warehouse

struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database", abstract: "The private PostgreSQL server.",
        subcommands: [Start.self, Stop.self, Status.self, URL.self, Backup.self, Restore.self])

    struct Start: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Start it, making it first where there is none.")
        @OptionGroup var options: Options
        func run() async throws {
            let files = try options.files()
            try await PrivateServer(files: files, logger: options.logger).start()
            print(files.url)
        }
    }

    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Stop it; work that runs is rolled back.")
        @OptionGroup var options: Options
        func run() async throws {
            try await PrivateServer(files: try options.files(), logger: options.logger).stop()
            options.note("stopped")
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say whether it runs.")
        @OptionGroup var options: Options
        func run() async throws {
            let files = try options.files()
            let state: String
            switch try PrivateServer(files: files, logger: options.logger).state() {
            case .absent: state = "not made yet"
            case .stopped: state = "stopped"
            case .running(let pid): state = "running, process \(pid)"
            }
            try Output(
                columns: [.init(title: "state", name: "state"), .init(title: "folder", name: "folder"), .init(title: "url", name: "url")],
                rows: [[.text(state), .text(files.folder), .text(files.url)]]
            ).print(options.format)
        }
    }

    struct URL: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "url", abstract: "Print its URL, for psql and other clients.")
        @OptionGroup var options: Options
        func run() async throws { print(try options.givenURL ?? options.files().url) }
    }

    struct Backup: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write a dump of the database (pg_dump, custom format).")
        @Argument var file: String
        @OptionGroup var options: Options
        func run() async throws {
            _ = try await options.connect()
            let files = try options.files()
            try await PrivateServer(files: files, logger: options.logger).backup(url: options.givenURL ?? files.url, to: file)
            options.note("written: \(file)")
        }
    }

    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Replace the database's content by a dump's.")
        @Argument var file: String
        @OptionGroup var options: Options
        func run() async throws {
            _ = try await options.connect()
            let files = try options.files()
            try await PrivateServer(files: files, logger: options.logger).restore(url: options.givenURL ?? files.url, from: file)
            options.note("restored from \(file)")
        }
    }
}
