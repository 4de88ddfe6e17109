import Foundation
import Postgres
import Testing

@Suite("loxley validate")
struct ValidateTests {
    /// A folder of the test run with files in it.
    private func folder(_ files: [String: String]) throws -> String {
        let folder = try TestServer.shared().folder + "/tries/validate-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
        return folder
    }

    private func validate(_ arguments: String...) throws -> Outcome {
        let server = try TestServer.shared()
        return try Loxley.run(["validate", "ssda903"] + arguments + ["--database", server.url("loxley"), "--data", server.folder])
    }

    private static let header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
    private static let reviews = "CHILD,DOB,REVIEW,REVIEW_CODE\n"

    @Test("ends with 3 when something is found, with 0 when nothing is")
    func findings() throws {
        let bad = try folder(["header.csv": Self.header + "1,X,01/02/2015,WBRI,UN1,,\n"])
        let found = try validate("--year", "2026-27", bad, "--rule", "101", "102", "--findings", bad + "/out")
        #expect(found.code == 3, "\(found)")
        #expect(found.err.contains("exit 3: 1 finding of 1 rule"), "\(found)")
        let file = try String(contentsOfFile: bad + "/out", encoding: .utf8)
        #expect(file == "rule,module,row,child,fields,title\r\n101,Header,1,1,SEX,\"Sex code is missing or not one of M, F, U\"\r\n")
        let good = try folder(["header.csv": Self.header + "1,M,01/02/2015,WBRI,UN1,,\n"])
        let passed = try validate("--year", "2026-27", "--rule", "101", "--rule", "102", good)
        #expect(passed.code == 0, "\(passed)")
        #expect(passed.out.contains("    2  passed"), "\(passed)")
    }

    @Test("ends with 2 for a call that is wrong")
    func wrongUse() throws {
        let path = try folder(["header.csv": Self.header])
        for (arguments, text) in [
            (["--year", "2026-27", path + "/nothing"], "there is no file or folder"),
            (["--year", "2027-28", path], "the rules are known for 2022-23 to 2026-27"),
            (["--year", "2026", path], "year"), (["--year", "2026-27", path, "--rule", "9999"], "there is no rule 9999"),
            (["--year", "2026-27", path, "--la", "7"], "there is no authority 7"),
            (["--year", "2026-27", path, "--previous", path + "/no"], "the previous year"),
            (["--year", "2026-27", path, "--postcodes", path + "/no"], "there is no file"),
            (["--year", "2026-27", path, "--earlier", "2025-26=\(path)"], "--previous"), (["--year", "2026-27"], "path"),
        ] {
            let server = try TestServer.shared()
            let outcome = try Loxley.run(["validate", "ssda903"] + arguments + ["--database", server.url("loxley"), "--data", server.folder])
            #expect(outcome.code == 2, "\(arguments): \(outcome)")
            #expect(outcome.err.contains(text), "\(arguments): \(outcome)")
        }
    }

    @Test("ends with 4 for files that cannot be judged")
    func refused() throws {
        let cases: [([String: String], String)] = [
            ([:], "no file of"), (["notes.txt": "hello\n"], "no file of"),
            (["a.csv": Self.reviews, "b.csv": Self.reviews], "a.csv and b.csv are both Reviews"),
            (["r.csv": Self.reviews + "1,01/02/2015,01/05/2026,PN1\n1,01/0"], "cut short"),
            (["r.csv": Self.reviews + "1,01/02/2015,\"01/05/2026,PN1\n"], "cut short"),
        ]
        for (files, text) in cases {
            let outcome = try validate("--year", "2026-27", try folder(files))
            #expect(outcome.code == 4 && outcome.err.contains(text) && outcome.err.contains("exit 4: nothing was judged"), "\(outcome)")
        }
        let xml = try folder(["return.xml": "<EXPSSDA903><CHILD>"])
        let outcome = try validate("--year", "2026-27", xml + "/return.xml")
        #expect(outcome.code == 4, "\(outcome)")
    }

    @Test("takes a module that has only its heading as present and empty")
    func headingOnly() throws {
        let path = try folder(["header.csv": Self.header])
        let outcome = try validate("--year", "2026-27", path, "--rule", "101", "--rule", "166", "--format", "csv")
        #expect(outcome.code == 0, "\(outcome)")
        #expect(outcome.out.contains("101,unknown,passed,0"), "\(outcome)")
        let line = try #require(outcome.out.split(separator: "\n").first { $0.hasPrefix("166,") })
        #expect(line.hasPrefix("166,unknown,could not run,0,") && line.contains(",no Reviews,"), "\(outcome)")
    }

    @Test("tells programs each rule's answer, as JSON")
    func json() throws {
        let path = try folder(["header.csv": Self.header + "1,X,01/02/2015,WBRI,UN1,,\n"])
        let outcome = try validate("--year", "2026-27", path, "--format", "json")
        #expect(outcome.code == 3, "\(outcome)")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
        let rules = try #require(object["rules"] as? [[String: Any]])
        #expect(rules.count == 327)
        let first = try #require(rules.first { $0["rule"] as? String == "101" })
        #expect(first["answer"] as? String == "failed" && first["findings"] as? Int == 1 && first["severity"] as? String == "unknown")
        let answers = try #require(object["answers"] as? [String: Int])
        #expect(answers.values.reduce(0, +) == 327)
        #expect(answers["could not run"] ?? 0 > 100)
    }

    @Test("counts the previous year and years before it")
    func years() throws {
        let path = try folder(["header.csv": Self.header + "1,M,01/02/2015,WBRI,UN1,,\n"])
        let outcome = try validate(
            "--year", "2026-27", path, "--previous", path, "--earlier", path, "--earlier", "2020-21=\(path)", "--rule", "202", "--la", "E06000018")
        #expect(outcome.code == 0, "\(outcome)")
        #expect(outcome.out.contains("2025-26: 1 module, 1 row") && outcome.out.contains("2024-25, 2020-21"), "\(outcome)")
    }

    @Test("says no value of a person", arguments: ["text", "json", "csv"])
    func canary(format: String) throws {
        let path = try folder([
            "header.csv": Self.header + "KANARI1,KANARI,KANARI,KANARI,KANARI,KANARI,KANARI\nKANARI1,KANARI\n", "KANARI.csv": "KANARI,CHILD\n",
            "reviews.csv": Self.reviews + "KANARI1,KANARI,KANARI,KANARI\n",
        ])
        let outcome = try validate("--year", "2026-27", path, "--previous", path, "--format", format, "--timings", "--verbose")
        #expect(outcome.code == 3, "\(outcome)")
        // The name of a file is the caller's own.
        #expect(!outcome.text.replacing("KANARI.csv", with: "").contains("KANARI"), "\(outcome)")
        let cut = try folder(["header.csv": Self.header + "KANARI1,M,KANARI,WBRI,KANARI,,\nKANARI2,\"KANARI"])
        let refused = try validate("--year", "2026-27", cut, "--format", format)
        #expect(refused.code == 4 && !refused.text.contains("KANARI"), "\(refused)")
        #expect(!(try TestServer.shared().log.contains("KANARI")))
    }

    @Test("judges a return that nobody here wrote by the rules of every year, and twice alike", .enabled(if: Fixture.ssda903 != nil))
    func fixture() throws {
        let path = try #require(Fixture.ssda903)
        let out = try folder([:])
        for year in ["2022-23", "2023-24", "2024-25", "2025-26", "2026-27"] {
            var files: [String] = []
            for name in year == "2026-27" ? ["a", "b"] : ["a"] {
                let outcome = try validate("--year", year, path, "--previous", path, "--findings", "\(out)/\(name)")
                #expect(outcome.code == 3, "\(outcome)")
                files.append(try String(contentsOfFile: "\(out)/\(name)", encoding: .utf8))
            }
            #expect(files.first == files.last && (files.first?.utf8.count ?? 0) > 1_000_000, "\(year)")
        }
    }

    @Test("stops when it is told to, and leaves no schema and no half a file")
    func interrupted() throws {
        let warehouse = try TestWarehouse()
        let path = try Synthetic.large()
        let out = warehouse.folder + "/findings.csv"
        let running = try Running(["validate", "ssda903", "--year", "2024-25", path, "--previous", path, "--findings", out] + warehouse.options)
        let watcher = try warehouse.connect()
        let sandboxes: SQL = "select count(*) from pg_namespace where nspname like 'loxley\\_validate\\_%'"
        var seen = false
        while !seen, !running.hasEnded { seen = try watcher.value(sandboxes, as: Int.self) > 0 }
        #expect(seen, "its schema was never seen")
        running.signal(SIGTERM)
        let outcome = try running.wait()
        #expect(outcome.code == 1, "\(outcome)")
        #expect(outcome.err.contains("interrupted"), "\(outcome)")
        #expect(!FileManager.default.fileExists(atPath: out))
        #expect(try watcher.value(sandboxes, as: Int.self) == 0)
    }

    @Test("has rules that can be listed and tested")
    func rules() throws {
        let server = try TestServer.shared()
        let list = try Loxley.run(["rules", "list", "--year", "2026-27", "--format", "csv"])
        #expect(list.code == 0 && list.out.split(separator: "\n").count == 328, "\(list)")
        let tested = try Loxley.run(["rules", "test", "101", "303", "--database", server.url("loxley"), "--data", server.folder])
        #expect(tested.code == 0 && tested.err.contains("2 rules, "), "\(tested)")
        #expect(try Loxley.run(["rules", "test", "9999", "--database", server.url("loxley"), "--data", server.folder]).code == 2)
    }

    @Test("compares with the last run, and ends with 0 when every finding is accepted; no message names a child or a value")
    func accepted() throws {
        let server = try TestServer.shared()
        let path = try folder(["header.csv": Self.header + "CANARY51,X9Q,01/02/2015,WBRI,UN1,,\n"])
        func run(_ words: String...) throws -> Outcome {
            try Loxley.run(words + ["--year", "2026-27", "--la", "894", "--database", server.url("loxley"), "--data", server.folder])
        }
        let first = try run("validate", "ssda903", path, "--rule", "101")
        #expect(first.code == 3 && first.out.contains("the first run of this return"), "\(first)")
        let second = try run("validate", "ssda903", path, "--rule", "101", "--report", path + "/out.html", "--report", path + "/out.xlsx")
        #expect(second.code == 3 && second.out.contains("0 new, 0 fixed, 1 standing"), "\(second)")
        #expect(try String(contentsOfFile: path + "/out.html", encoding: .utf8).contains("X9Q"))
        #expect(FileManager.default.fileExists(atPath: path + "/out.xlsx"))
        let none = try run("findings", "accept", "ssda903", "--rule", "101", "--child", "CANARY52", "--reason", "seen")
        #expect(none.code == 2 && none.err.contains("no finding of rule 101 matches"), "\(none)")
        let accepted = try run("findings", "accept", "ssda903", "--rule", "101", "--child", "canary51", "--reason", "seen on paper", "--by", "me")
        #expect(accepted.code == 0 && accepted.out.contains("accepted: rule 101, Header row 1, by me"), "\(accepted)")
        let third = try run("validate", "ssda903", path, "--rule", "101")
        #expect(third.code == 0 && third.out.contains("101 Header row 1: seen on paper (me, "), "\(third)")
        let list = try run("findings", "list", "ssda903")
        #expect(list.code == 0 && list.out.contains("holds") && list.out.contains("CANARY51"), "\(list)")
        for outcome in [first, second, none, accepted, third] { #expect(!outcome.text.contains("CANARY5") && !outcome.text.contains("X9Q"), "\(outcome)") }
    }

    @Test("refuses a report of an unknown form before any work")
    func unknownReport() throws {
        let path = try folder(["header.csv": Self.header])
        let outcome = try validate("--year", "2026-27", path, "--report", path + "/out.pdf")
        #expect(outcome.code == 2 && outcome.err.contains(".html or .xlsx"), "\(outcome)")
    }
}
