import Foundation
import TestSupport
import Testing

@testable import Rules

@Suite("The report as a page")
struct HTMLReportTests {
    private static let hostile = "</script><img src=x onerror=alert(1)>&\u{2028}'\""

    /// Writes the page of a small return with a hostile value.
    private func page(_ authority: String, most: Int = 20_000, samples: Int = 20) async throws -> (
        text: String, path: String, list: String?, compared: Compared
    ) {
        let compared = try Compared(authority: authority)
        let quoted = "\"" + HTMLReportTests.hostile.replacing("\"", with: "\"\"") + "\""
        try compared.edit("header.csv", "A3,M,31/02/2013,wbri", "A3,M,31/02/2013,\(quoted)")
        let path = compared.folder.file("out/report.html")
        try compared.folder.write("", "out/.keep")
        let list = try await compared.run { try HTMLReport($0, most: most, samples: samples).write(to: path) }
        return (try String(contentsOfFile: path, encoding: .utf8), path, list, compared)
    }

    private func data(_ page: String) throws -> [String: Any] {
        let start = try #require(page.firstRange(of: "type=\"application/json\">")).upperBound
        let end = try #require(page[start...].firstRange(of: "</script>")).lowerBound
        return try #require(try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8)) as? [String: Any])
    }

    @Test("holds every finding with what was submitted")
    func complete() async throws {
        let (text, _, list, _) = try await page("330")
        #expect(list == nil)
        let data = try data(text)
        #expect(data["complete"] as? Bool == true && data["recorded"] as? String == "2026-06-12 09:14 UTC")
        let findings = try #require(data["findings"] as? [[Int]])
        #expect(findings.count == data["total"] as? Int)
        let rules = try #require(data["rules"] as? [[String: Any]]), rows = try #require(data["rows"] as? [[Any]])
        let modules = try #require(data["modules"] as? [[String: Any]]), children = try #require(data["children"] as? [String])
        let sex = try #require(findings.first { rules[$0[0]]["code"] as? String == "101" })
        let row = rows[sex[1]]
        #expect(row[1] as? Int == 2 && children[row[2] as? Int ?? 0] == "A2")
        let columns = modules[row[0] as? Int ?? 0]["columns"] as? [String] ?? []
        #expect(columns[row[3] as? Int ?? 0] == "SEX" && row[4] as? String == "3")
        #expect((rules[sex[0]]["fix"] as? String)?.isEmpty == false)
    }

    @Test("values never become markup, and nothing is fetched")
    func hostile() async throws {
        let (text, _, _, _) = try await page("331")
        #expect(!text.lowercased().contains("<img"))
        // The page's own two scripts end, and nothing else does.
        #expect(text.lowercased().ranges(of: "</script").count == 2)
        #expect(text.contains("default-src 'none'"))
        #expect(!text.contains("http://") && !text.contains("https://") && !text.contains("@import") && !text.contains("url("))
        let values = try #require(try data(text)["rows"] as? [[Any]]).flatMap { $0.compactMap { $0 as? String } }
        #expect(values.contains(HTMLReportTests.hostile.uppercased()))
    }

    @Test("beyond the limit: counts of all, samples of each rule, and the list beside it")
    func large() async throws {
        let (text, path, list, compared) = try await page("332", most: 5, samples: 1)
        #expect(list == path.replacing(".html", with: ".findings.csv"))
        let data = try data(text)
        let total = try #require(data["total"] as? Int), rules = try #require(data["rules"] as? [[String: Any]])
        #expect(data["complete"] as? Bool == false && data["csv"] as? String == "report.findings.csv")
        let counted = rules.flatMap { ($0["modules"] as? [[Int]] ?? []).map { $0.dropFirst().reduce(0, +) } }.reduce(0, +)
        #expect(counted == total)
        let byChild = try #require(data["childRows"] as? [[Any]]).map { $0[1...4].reduce(0) { $0 + ($1 as? Int ?? 0) } }
        #expect(data["childTotal"] as? Int == byChild.count)
        #expect(byChild.reduce(0, +) == total && byChild == byChild.sorted(by: >))
        let lines = try withExtendedLifetime(compared) { try String(contentsOfFile: try #require(list), encoding: .utf8) }.split(separator: "\r\n")
        #expect(lines.count == total + 1 && lines.first == "rule,severity,state,module,row,child,fields,title,fix,accepted")
        let findings = try #require(data["findings"] as? [[Int]])
        #expect(findings.count < total && Set(findings.map { $0[0] }).count == rules.count)
    }

    @Test("says how findings stand against the last run, and why one is accepted")
    func standing() async throws {
        let compared = try Compared(authority: "333")
        try await compared.run { _ in }
        let key = ReturnKey(authority: try Authorities(home: Repository.root).authority("333").code, year: .newest)
        _ = try AcceptanceBook(home: Repository.root).accept(
            .init(rule: "101", child: "A2"), of: key, reason: "<b>seen</b>", by: "me", recordedAt: "2026-06-13T10:00:00Z", try await TestServer.connect())
        try compared.edit("header.csv", "a1,F", "a1,?")
        let path = compared.folder.file("report.html.tmp")
        try await compared.run { _ = try HTMLReport($0).write(to: path) }
        let data = try data(try String(contentsOfFile: path, encoding: .utf8))
        let counts = try #require(data["counts"] as? [String: Int])
        #expect(counts["new"] == 1 && counts["accepted"] == 1 && counts["fixed"] == 0 && (counts["standing"] ?? 0) > 5)
        let accepted = try #require((data["findings"] as? [[Int]])?.first { $0[2] == 2 })
        let acceptances = try #require(data["acceptances"] as? [[String: Any]])
        #expect(accepted.count == 4 && acceptances[accepted[3]]["reason"] as? String == "<b>seen</b>")
    }

    @Test("sorts, filters and opens in a browser", .enabled(if: Browser.program != nil, "no Chromium on this machine: the page's behaviour was not checked"))
    func browser() async throws {
        let (_, path, _, compared) = try await page("334")
        // A frame would need rights that a local page has not: the check is a script in a copy of the page.
        let check = """
            <script>addEventListener("load", () => {
              const out = [], q = (s) => [...document.querySelectorAll(s)], text = (s) => q(s).map((e) => e.textContent.trim());
              const say = (...words) => out.push(words.join(" "));
              const wait = (ms) => new Promise((done) => setTimeout(done, ms));
              (async () => {
                say("h1", text("h1"));
                say("tabs", text("[role=tab]").join("|"));
                const codes = () => text("#p-rules tbody > tr:not(.more) > th");
                const numbers = () => q("#p-rules tbody > tr:not(.more)").map((r) => +r.children[4].textContent);
                say("sorted", numbers().every((n, i, all) => !i || all[i - 1] >= n));
                q("#p-rules thead button")[0].click();
                say("first", codes()[0], q("#p-rules thead th")[0].getAttribute("aria-sort"));
                q("#p-rules thead button")[0].click();
                say("last", codes().at(-1), q("#p-rules thead th")[0].getAttribute("aria-sort"));
                q("#p-rules .fold")[0].click();
                say("fold", q("#p-rules tr.more:not([hidden]) dt").length, q("#p-rules .fold")[0].getAttribute("aria-expanded"));
                const select = document.getElementById("f-rule");
                select.value = [...select.options].find((o) => o.textContent.startsWith("101 ")).value;
                select.dispatchEvent(new Event("change"));
                say("filtered", text("#shown"), text("#t-findings"), text("#p-findings tbody th"));
                say("values", text("#p-findings .vals .f"));
                document.querySelector("form button[type=reset]").click();
                const search = document.getElementById("q");
                search.value = "a2 dob"; search.dispatchEvent(new Event("input")); await wait(300);
                say("search", +text("#shown")[0].match(/Showing ([0-9,]+)/)[1] > 0, text("#p-children tbody th").join());
                search.value = "onerror"; search.dispatchEvent(new Event("input")); await wait(300);
                say("hostile", text("#p-findings .vals .f").some((t) => t.includes("<IMG SRC")), q("#panels img").length);
                say("labels", q("input, select").every((e) => e.closest("label")), q("th").every((e) => e.scope));
                say("end");
              })().catch((error) => say("error", error.message)).finally(() =>
                document.body.replaceChildren(Object.assign(document.createElement("pre"), { id: "out", textContent: out.join("\\n") })));
            });</script>
            """
        let page = try String(contentsOfFile: path, encoding: .utf8).replacing("</body>", with: check + "</body>")
        try compared.folder.write(page, "checked.html")
        let dom = try Browser.document("file://\(compared.folder.file("checked.html"))", folder: compared.folder)
        let lines = dom.split(separator: "\n").map(String.init)
        #expect(dom.contains("h1 SSDA903 return 2026-27"), "\(dom.suffix(600))")
        for line in [
            "sorted true", "first 101 ascending", "fold 3 true", "hostile true 0", "labels true true", "values SEX3",
        ] { #expect(lines.contains { $0.hasSuffix(line) }, "\(line) in \(dom.suffix(600))") }
        #expect(lines.contains { $0.hasPrefix("last ") && $0.hasSuffix("descending") && $0.contains("101") })
        #expect(lines.contains { $0.hasPrefix("filtered Showing 1 of ") && $0.hasSuffix("(1) 101") })
        #expect(lines.contains("search true A2"))
    }
}
