import Vocabulary

/// Work before care proceedings, and what children said of the work for their safety.
extension SSDFeed {
    /// Where care began under an interim care order, or came to one, the council had told the parents by letter before it asked the court, unless it
    /// could not wait.
    func proceedings(_ life: Life, _ files: FeedFiles) throws {
        var number = 0
        for period in life.periods where !life.isShortBreak {
            guard let order = period.episodes.first(where: { $0.legal == .interimCareOrder })?.start, order <= world.asAt else { continue }
            number += 1
            var random = world.random(life, "proceedings", number)
            let isSudden = random.chance(0.35)
            let decided = world.calendar.workingDay(from: order - (isSudden ? random.within(1...5) : random.within(60...190)))
            let letter = isSudden ? nil : world.calendar.working.adding(random.within(2...10), to: decided)
            let first = letter.map { world.calendar.workingDay(from: $0 + random.within(7...21)) }
            let final = period.episodes.first { $0.start > order && ($0.legal == .careOrder || $0.legal == .placementOrder) }
            let ended = final.flatMap { known($0.start) }
            let finalPlan: String? = ended == nil ? nil : final?.legal == .placementOrder ? "D" : "E"
            try files.add(
                SSDTables.preProceedings,
                [
                    row("PP", life, number), child(life), .text("PF\(life.child)"), .date(decided), .date(first), .code("Issue"),
                    .date(world.calendar.workingDay(from: order - random.within(1...4))), .number(random.within(0...2)), .code(isSudden ? "C" : "B"),
                    .number(0),
                    .number(number - 1), .date(letter), .date(order), .number(isSudden ? nil : random.within(1...4)), .yes(isSudden ? nil : random.chance(0.8)),
                    .yes(random.chance(0.85)), .text("NG\(order.year % 100)C\(10_000 + life.index % 89_999)"), .number(random.within(1...6)), .yes(isSudden),
                    .code(isSudden ? random.pick(Self.noticeReasons) : nil), .yes(random.chance(0.8)), .code("C"),
                    .yes(ended == nil ? nil : random.chance(0.85)),
                    .code(finalPlan),
                ])
        }
    }

    private static let noticeReasons = Weighted<String>(("A", 5), ("B", 3), ("C", 2))

    /// Asked of children from 6 on whose social worker uses words and pictures with them.
    func voice(_ life: Life, _ files: FeedFiles) throws {
        guard life.isInCare(on: world.asAt), !life.isShortBreak, life.birth.addingYears(6) <= world.asAt else { return }
        var random = world.random(life, "voice of the child")
        guard random.chance(0.15) else { return }
        try files.add(
            SSDTables.voiceOfChild,
            [
                row("VC", life, 1), child(life), .yes(random.chance(0.85)), .yes(random.chance(0.75)), .yes(random.chance(0.6)), .yes(random.chance(0.7)),
                .yes(random.chance(0.65)),
            ])
    }
}
