/// Takes the findings of the last run against those of this one, rule by rule.
struct Comparison {
    private let validation: Validation
    private let places: [String: Int]
    private var fresh: [Flags?]
    private var fixed: [Int]
    private var fixedChildren: [UInt64: Int] = [:]

    /// - Parameter judged: codes of the rules that ran before on this return
    init(_ validation: Validation, judged: Set<String>) {
        self.validation = validation
        places = Dictionary(validation.outcomes.enumerated().map { ($1.rule.code, $0) }, uniquingKeysWith: { first, _ in first })
        // What the last run flagged is taken out as it is read.
        fresh = validation.outcomes.enumerated().map { judged.contains($1.rule.code) ? validation.flags[$0] : nil }
        fixed = [Int](repeating: 0, count: fresh.count)
    }

    /// The place of a rule that ran in this validation; nil for another, whose share of the last run is left alone.
    func place(of code: String) -> Int? { places[code].flatMap { validation.outcomes[$0].answer.reason == nil ? $0 : nil } }

    /// Compares the rows of a module that the last run of a rule flagged. Of rows with the same key, as many stand as there were.
    mutating func compare(rule: Int, _ table: ModuleTable, keys: [UInt64], children: [UInt64]) {
        var counts = KeyCounts(keys)
        if let set = validation.flags[rule].sets[table.index] {
            var left = RowSet(limit: set.limit)
            let marks = validation.marks[table.index]
            set.forEach { row in if !counts.take(marks[row - 1].key) { _ = left.insert(row) } }
            fresh[rule]?.replace(left, of: table)
            if set.count - left.count == keys.count { return }
        }
        for (key, child) in zip(keys, children) where counts.take(key) {
            fixed[rule] += 1
            fixedChildren[child, default: 0] += 1
        }
    }

    /// How every finding stands.
    func states(lastRun: String?, acceptances: [Acceptance]) -> FindingStates {
        let (applied, accepted) = apply(acceptances)
        var counts = validation.outcomes.indices.map { rule -> FindingStates.Counts in
            var counts = FindingStates.Counts()
            let all = validation.flags[rule].count
            if let fresh = fresh[rule] { (counts.new, counts.standing) = (fresh.count, all - fresh.count) } else { counts.firstJudged = all }
            counts.fixed = fixed[rule]
            return counts
        }
        for place in accepted.keys {
            counts[place.rule].accepted += 1
            if let fresh = fresh[place.rule] {
                if fresh.sets[place.table]?.contains(place.row) == true { counts[place.rule].new -= 1 } else { counts[place.rule].standing -= 1 }
            } else {
                counts[place.rule].firstJudged -= 1
            }
        }
        return FindingStates(
            lastRun: lastRun, rules: counts, acceptances: applied, fixedByChild: fixedByChild(), fresh: fresh, accepted: accepted)
    }

    /// Of children that the return no longer has, nothing is known but their hash: they stand under the empty text.
    private func fixedByChild() -> [String: Int] {
        guard !fixedChildren.isEmpty else { return [:] }
        var left = fixedChildren
        var found: [String: Int] = [:]
        for (number, hash) in validation.childHashes.enumerated() {
            if let count = left.removeValue(forKey: hash) { found[validation.text(of: Int32(number)), default: 0] += count }
        }
        let gone = left.values.reduce(0, +)
        if gone > 0 { found["", default: 0] += gone }
        return found
    }

    /// Finds the rows that acceptances are about.
    private func apply(_ acceptances: [Acceptance]) -> ([FindingStates.AppliedAcceptance], [FindingStates.Place: Int]) {
        var accepted: [FindingStates.Place: Int] = [:]
        var standings = [FindingStates.AppliedAcceptance.Standing](repeating: .resolved, count: acceptances.count)
        // One pass over the flagged rows of a rule and module, however many acceptances they have.
        var groups: [FindingStates.Place: [UInt64: [Int]]] = [:]
        for (index, acceptance) in acceptances.enumerated() {
            guard let rule = place(of: acceptance.rule), let table = ModuleTable(acceptance.module) else {
                standings[index] = .notJudged
                continue
            }
            groups[FindingStates.Place(rule: rule, table: table.index, row: 0), default: [:]][acceptance.mark.key, default: []].append(index)
        }
        for (group, byKey) in groups {
            let marks = validation.marks[group.table]
            validation.flags[group.rule].sets[group.table]?.forEach { row in
                for index in byKey[marks[row - 1].key] ?? [] {
                    if marks[row - 1].content == acceptances[index].mark.content {
                        standings[index] = .holds
                        accepted[FindingStates.Place(rule: group.rule, table: group.table, row: row)] = index
                    } else if standings[index] != .holds {
                        standings[index] = .expired
                    }
                }
            }
        }
        return (zip(acceptances, standings).map { FindingStates.AppliedAcceptance(acceptance: $0, standing: $1) }, accepted)
    }
}
