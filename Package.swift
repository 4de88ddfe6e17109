// swift-tools-version: 6.0
import PackageDescription

// Targets stand in the order of the data's way; a target imports only targets listed before it.
let package = Package(
    name: "loxley",
    products: [.executable(name: "loxley", targets: ["loxley"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // System libraries: a module map each, nothing else.
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        // Value types of the domain.
        .target(name: "Vocabulary"),
        // Readers and writers of file formats. No database, no domain.
        .target(name: "Formats", dependencies: ["CLibXML2", "CLibZip", "CXLSXWriter"]),
        // libpq: connection, bound values, rows, COPY, transactions, errors. No domain.
        .target(name: "Postgres", dependencies: ["CLibpq"]),
        // The private PostgreSQL server.
        .target(
            name: "Cluster",
            dependencies: [
                "Postgres",
                .product(name: "Logging", package: "swift-log"),
            ]),
        // What an extract must look like; compiles to a row checker.
        .target(name: "Contracts", dependencies: ["Vocabulary", "Formats", "CXXHash", "Yams"]),
        // Migrations, load (land, resolve, merge), ledger, quarantine, lineage.
        .target(
            name: "Warehouse",
            dependencies: [
                "Vocabulary", "Formats", "Postgres", "Cluster", "Contracts", "CCrypto", "CZstd", "CXXHash", "Yams",
                .product(name: "Logging", package: "swift-log"),
            ]),
        // The DfE validation rules: read, run on a return in a sandbox of its own, tested by their cases.
        .target(
            name: "Rules", dependencies: ["Vocabulary", "Formats", "Postgres", "CXXHash", "Yams"],
            resources: [.embedInCode("Report/Page/page.html"), .embedInCode("Report/Page/page.css"), .embedInCode("Report/Page/page.js")]),
        // Build and write the DfE returns.
        .target(name: "Returns", dependencies: ["Vocabulary", "Formats", "Postgres", "Contracts", "Warehouse"]),
        // Fictitious children across all agencies, with the truth table.
        .target(name: "Synthesis", dependencies: ["Vocabulary", "Formats", "Yams"]),
        // The command line: words, progress and exit codes only.
        .executableTarget(
            name: "loxley",
            dependencies: [
                "Vocabulary", "Formats", "Postgres", "Cluster", "Contracts", "Warehouse", "Rules", "Returns", "Synthesis",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),

        // What several test targets need: a server, random numbers that can be repeated, bytes with faults.
        .target(
            name: "TestSupport", dependencies: ["Postgres", "Cluster", .product(name: "Logging", package: "swift-log")], path: "Tests/TestSupport"),
        .testTarget(name: "VocabularyTests", dependencies: ["TestSupport", "Vocabulary"]),
        .testTarget(name: "FormatsTests", dependencies: ["TestSupport", "Formats"]),
        .testTarget(name: "PostgresTests", dependencies: ["TestSupport", "Postgres"]),
        .testTarget(name: "ContractsTests", dependencies: ["TestSupport", "Contracts", "Vocabulary", "Formats"]),
        .testTarget(name: "WarehouseTests", dependencies: ["Warehouse", "Contracts", "Vocabulary"]),
        .testTarget(name: "RulesTests", dependencies: ["TestSupport", "Rules", "Synthesis", "Formats", "Postgres", "Vocabulary", "Yams"]),
        .testTarget(name: "ReturnsTests", dependencies: ["Returns", "Contracts", "Postgres", "Vocabulary"]),
        .testTarget(name: "SynthesisTests", dependencies: ["Synthesis", "Vocabulary", "Formats"]),
        // The whole system, through the executable: files in, tables and files out.
        .testTarget(
            name: "SystemTests",
            dependencies: ["TestSupport", "loxley", "Warehouse", "Returns", "Synthesis", "Cluster", "Postgres", "Contracts", "Formats", "Vocabulary"]),
    ]
)
