/// A small random history of deliveries of two authorities' returns, and what it means: the second, simple implementation.
struct History {
    /// What a delivery is a snapshot of.
    struct Scope: Hashable, Comparable {
        let authority: Int
        let startYear: Int
        var text: String { "\(startYear)-\(startYear % 100 + 1)" }
        static func < (a: Scope, b: Scope) -> Bool { (a.authority, a.startYear) < (b.authority, b.startYear) }
    }

    /// Files that are loaded together.
    struct Delivery {
        let scope: Scope
        let asAt: String
        let extracts: [Extract]
    }

    private(set) var deliveries: [Delivery] = []

    static let children = ["1", "2", "3", "O/4"]
    private static let days = ["01/04/2021", "15/06/2021", "01/09/2021", "10/01/2022", "01/04/2022", "20/07/2022", "05/11/2022", "01/05/2023"]

    /// Snapshots of one to three scopes at three to five as-at dates each.
    init(random: inout SeededGenerator) {
        var scopes: Set<Scope> = []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            scopes.insert(Scope(authority: random.pick([892, 892, 891]), startYear: random.pick([2021, 2022, 2023])))
        }
        for scope in scopes.sorted() {
            var state: [Module: [[String]]] = [:]
            let modules: [Module] = [.header, .episodes, .reviews, .missing]
            var gone: [Module: [[String]]] = [:]
            let days = (0..<40).map { $0 }.shuffled(using: &random).prefix(Int.random(in: 3...5, using: &random)).sorted()
            for day in days {
                for module in modules { Self.change(&state[module, default: []], &gone[module, default: []], module, &random) }
                let asAt = "\(scope.startYear)-\(day < 20 ? "05" : "06")-\(day % 20 < 9 ? "0" : "")\(day % 20 + 1)"
                var told: [Extract] = []
                for module in modules where random.chance(module == .episodes ? 90 : 60) {
                    told.append(Extract(module, Self.file(state[module] ?? [], module, &random)))
                }
                if told.isEmpty { told.append(Extract(.episodes, Self.file(state[.episodes] ?? [], .episodes, &random))) }
                // Now and then the modules of a day come in two deliveries.
                let cut = random.chance(30) ? Int.random(in: 0...told.count, using: &random) : told.count
                for part in [Array(told[..<cut]), Array(told[cut...])] where !part.isEmpty {
                    deliveries.append(Delivery(scope: scope, asAt: asAt, extracts: part))
                }
            }
        }
    }

    /// Records appear, change, vanish and come back.
    private static func change(_ rows: inout [[String]], _ gone: inout [[String]], _ module: Module, _ random: inout SeededGenerator) {
        for _ in 0..<Int.random(in: 0...(rows.isEmpty ? 6 : 3), using: &random) { rows.append(row(module, &random)) }
        for index in rows.indices where random.chance(15) {
            let fresh = row(module, &random)
            // Another value in a column that is not part of the key.
            let column =
                module == .episodes ? Int.random(in: 2..<13, using: &random) : Int.random(in: (module == .missing ? 4 : 3)..<fresh.count, using: &random)
            rows[index][column] = fresh[column]
        }
        for index in rows.indices.reversed() where random.chance(15) { gone.append(rows.remove(at: index)) }
        if let back = gone.randomElement(using: &random), random.chance(50) { rows.append(back) }
    }

    /// A snapshot's rows in any order, some of them twice.
    private static func file(_ rows: [[String]], _ module: Module, _ random: inout SeededGenerator) -> [[String]] {
        var all = rows
        if let again = rows.randomElement(using: &random), random.chance(30) { all.append(again) }
        all.shuffle(using: &random)
        // A file of which not one row can be read is refused as a whole.
        return all.allSatisfy { Record(module, $0) == nil } ? [] : all
    }

    private static func row(_ module: Module, _ random: inout SeededGenerator) -> [String] {
        let child = random.pick(children) + (random.chance(10) ? " " : "")
        func day(_ random: inout SeededGenerator) -> String {
            let text = random.pick(days)
            let parts = text.split(separator: "/")
            switch Int.random(in: 0..<20, using: &random) {
            case 0: return "\(parts[2])-\(parts[1])-\(parts[0])"
            case 1: return "soon"
            default: return text
            }
        }
        switch module {
        case .header:
            return [
                child, random.pick(["1", "2", "M"]), day(&random), random.pick(["WBRI", "MWBC", "??"]), random.pick(["", "UN1"]), random.pick(["", "1"]),
                day(&random),
            ]
        case .episodes:
            let open = random.chance(40)
            return [
                child, day(&random), random.pick(["S", "L", "P", "T", "U", "B", ""]), random.pick(["C2", "V2", "E1"]), random.pick(["N1", "N4"]),
                random.pick(["U1", "U4", "T0", "T3", "K2", ""]), random.pick(["PR1", "PR4"]), open ? "" : day(&random),
                random.pick(["X1", "X1", "X1", "E11", ""]),
                random.pick(["", "CHILD"]), "AB1 2CD", random.pick(["AB1 2CD", "AB1 3CD"]), random.pick(["SC1", "SC2"]),
            ]
        case .missing:
            return [child, "01/02/2008", random.pick(["M", "A"]), day(&random), random.chance(50) ? "" : day(&random)]
        default: return [child, "01/02/2008", day(&random), random.pick(["PN1", "PN2", "PN3"])]
        }
    }

    /// What a row of a file says.
    struct Record: Hashable {
        let module: Module
        /// The texts as written.
        let fields: [String]
        /// What the record is about, canonical.
        let key: [String]
        /// Whether something may be derived from it.
        let usable: Bool

        /// Nil where no record can be made of the row: a key column that cannot be read and is no start.
        init?(_ module: Module, _ fields: [String]) {
            self.module = module
            self.fields = fields
            let child = fields[0].trimmed
            switch module {
            case .header:
                key = [child]
                usable = true
            case .episodes:
                key = [child, History.isoDay(fields[1]) ?? fields[1]]
                usable = History.isoDay(fields[1]) != nil && (fields[7].isEmpty || History.isoDay(fields[7]) != nil)
            case .missing:
                key = [child, fields[2], History.isoDay(fields[3]) ?? fields[3]]
                usable = History.isoDay(fields[3]) != nil && (fields[4].isEmpty || History.isoDay(fields[4]) != nil)
            default:
                guard let day = History.isoDay(fields[2]) else { return nil }
                key = [child, day]
                usable = true
            }
        }
    }

    /// `dd/mm/yyyy` or `yyyy-mm-dd` as ISO; nil for anything else.
    static func isoDay(_ text: String) -> String? {
        let parts = text.split { "/-".contains($0) }
        guard parts.count == 3 else { return nil }
        return parts[0].count == 4 ? parts.joined(separator: "-") : parts.reversed().joined(separator: "-")
    }

    /// The as-at dates at which a scope's module was told, oldest first.
    func days(_ scope: Scope, _ module: Module) -> [String] {
        deliveries.filter { $0.scope == scope && $0.extracts.contains { $0.module == module } }.map(\.asAt).sorted()
    }

    /// What is known of a scope's module on a day: what its latest snapshot up to then says. Rows that say the same are one.
    func known(_ scope: Scope, _ module: Module, on day: String) -> Set<Record> {
        let told = deliveries.filter { $0.scope == scope && $0.asAt <= day && $0.extracts.contains { $0.module == module } }
        guard let latest = told.max(by: { $0.asAt < $1.asAt }), let extract = latest.extracts.first(where: { $0.module == module }) else { return [] }
        return Set(extract.rows.compactMap { Record(module, $0) })
    }

    var scopes: [Scope] { Set(deliveries.map(\.scope)).sorted() }
    func modules(_ scope: Scope) -> Set<Module> { Set(deliveries.filter { $0.scope == scope }.flatMap { $0.extracts.map(\.module) }) }

    /// What is true of a record told by several scopes: what the latest scope says; of several tellings in one file, the first occurrence.
    /// - Parameter occurrence: numbers the tellings of one file, by what they say and not by when they came
    func truth(_ module: Module, occurrence: (Scope, Record) -> Int) -> [Int: [[String]: Record]] {
        var winners: [Int: [[String]: Record]] = [:]
        for scope in scopes {
            let usable = known(scope, module, on: "9999-12-31").filter(\.usable)
            for (key, records) in Dictionary(grouping: usable, by: \.key) {
                winners[scope.authority, default: [:]][key] = records.min { occurrence(scope, $0) < occurrence(scope, $1) }
            }
        }
        return winners
    }
}

extension String {
    var trimmed: String {
        var text = Substring(self)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
