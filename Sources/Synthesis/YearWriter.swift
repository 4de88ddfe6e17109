import Vocabulary

/// Writes the view that one year's return has of a life. It knows nothing that happened after its last known day.
struct YearWriter {
    let year: CollectionYear
    /// Last day that is known: 31 March, or earlier where the year is still running.
    let known: CalendarDate
    let seed: UInt64
    let authority: String
    private let files: [ModuleFile?]

    init(plan: SynthesisPlan, year: CollectionYear, folder: String, faults: FaultLog?) throws {
        self.year = year
        known = plan.lastKnownDay(of: year)
        seed = plan.seed
        authority = plan.authority
        files = try Module.allCases.map { module in
            guard module.isCollected(in: year) else { return nil }
            return try ModuleFile(module: module, year: year, folder: folder, plan: plan, faults: faults)
        }
    }

    /// Rows written so far, by file name.
    var rowCounts: [(module: String, rows: Int)] { files.compactMap { $0.map { ($0.module.fileName, $0.rows) } } }

    func close() throws { for file in files { try file?.close() } }

    /// Writes the rows of the life; none where the return has nothing to do with the child.
    /// - Returns: whether the child is in the return
    func write(_ life: Life) throws -> Bool {
        let hasEpisode = life.periods.contains { $0.start <= known && $0.end >= year.start }
        let leaver = hasEpisode && life.isInCare(on: known) ? nil : CareLeaver(life: life, year: year, known: known, seed: seed)
        guard hasEpisode || leaver != nil else { return false }
        try header(life, hasEpisode: hasEpisode)
        if let leaver { try careLeaver(life, leaver) }
        guard hasEpisode else { return true }
        try episodes(life)
        try events(life)
        try adoption(life)
        try outcomes(life)
        return true
    }

    private func emit(_ module: Module, _ life: Life, _ fill: (inout RowBuffer) -> Void) throws {
        try files[module.rawValue]?.write(child: life.child, fill)
    }

    private func header(_ life: Life, hasEpisode: Bool) throws {
        let mother: Bool? = life.sex == .female && hasEpisode && !life.isShortBreak ? life.motherSince != nil : nil
        try emit(.header, life) { row in
            row.text(life.sex.code(in: year))
            row.date(life.birth)
            row.text(life.ethnicity)
            row.text(PupilNumber.ofReturn(life, year: year, authority: authority))
            row.flag(mother)
            row.date(mother == true ? life.motherSince : nil)
        }
        if life.isUnaccompanied, hasEpisode {
            // Systems write the 18th birthday while the status goes on.
            let ended = life.statusEnded.flatMap { $0 <= known ? $0 : nil } ?? life.adulthood
            guard ended >= year.start else { return }
            try emit(.uasc, life) { row in
                row.text(life.sex.code(in: year))
                row.date(life.birth)
                row.date(ended)
            }
        }
    }

    private func episodes(_ life: Life) throws {
        for period in life.periods where period.start <= known && period.end >= year.start {
            for episode in period.episodes where episode.start <= known && episode.end >= year.start {
                let open = episode.end > known
                let place = episode.placement
                let unregistered = place.kind == .supported && episode.start < PlacementPath.registration
                try emit(.episodes, life) { row in
                    row.date(episode.start)
                    row.text(episode.reasonNew.rawValue)
                    row.text(episode.legal.rawValue)
                    row.text(period.need)
                    row.text(place.kind.code(in: year))
                    row.text(place.sector?.rawValue)
                    row.date(open ? nil : episode.end)
                    row.text(open ? nil : episode.ceased.code(in: year))
                    row.text(open ? nil : episode.change?.code(in: year))
                    // Home is not known, and not asked for, where a child came alone.
                    row.postcode(life.isUnaccompanied ? .none : period.home)
                    row.postcode(place.postcode)
                    row.urn(unregistered ? .none : place.urn)
                }
            }
            if period.start >= year.start, period.start == firstStart(life) { try earlierPermanence(life) }
        }
    }

    /// The first period of care that starts in the year: the module has one row a child.
    private func firstStart(_ life: Life) -> CalendarDate? {
        life.periods.first { $0.start >= year.start }?.start
    }

    private func earlierPermanence(_ life: Life) throws {
        try emit(.previousPermanence, life) { row in
            row.date(life.birth)
            guard case .known(let code, let authority, let day, let precision) = life.earlierPermanence else {
                row.text("Z1")
                row.blank()
                row.blank()
                return
            }
            row.text(code)
            row.text(authority)
            switch precision {
            case .day: row.date(day)
            case .month: row.text("zz/" + day.dayMonthYear.dropFirst(3))
            case .year: row.text("zz/zz/" + day.dayMonthYear.dropFirst(6))
            case .nothing: row.text("zz/zz/zzzz")
            }
        }
    }

    /// Reviews, absences, social workers and deprivation of liberty orders.
    private func events(_ life: Life) throws {
        for review in life.reviews where review.day >= year.start && review.day <= known {
            try emit(.reviews, life) { row in
                row.date(life.birth)
                row.date(review.day)
                row.text(review.participation)
            }
        }
        for absence in life.absences where absence.start <= known && absence.end >= year.start {
            try emit(.missing, life) { row in
                row.date(life.birth)
                row.text(absence.kind)
                row.date(absence.start)
                row.date(absence.end > known ? nil : absence.end)
            }
        }
        // From 2024-25 the return keeps allocations that ended up to a year before it.
        let since = year.startYear >= 2024 ? year.start - 365 : year.start
        for worker in life.workers where worker.start <= known && (worker.end ?? known) >= since {
            try emit(.workers, life) { row in
                row.date(life.birth)
                row.text(WorkerMaker.identifier(worker.worker))
                row.date(worker.start)
                row.date(worker.end.flatMap { $0 > known ? nil : $0 })
                row.text(worker.reason)
            }
        }
        for order in life.orders where order.start <= known && order.end >= year.start {
            try emit(.liberty, life) { row in
                row.date(life.birth)
                row.date(order.start)
                row.date(order.end > known ? nil : order.end)
            }
        }
    }

    private func adoption(_ life: Life) throws {
        if let decision = life.decision, decision.day <= known {
            let reversed = decision.reversed.flatMap { $0 <= known ? $0 : nil }
            if reversed.map({ $0 >= year.start }) ?? true {
                try emit(.placedForAdoption, life) { row in
                    row.date(life.birth)
                    row.date(decision.day)
                    row.date(reversed)
                    row.text(reversed == nil ? nil : decision.reversalReason)
                }
            }
        }
        guard let adoption = life.adoption, let decision = life.decision, let last = life.periods.last, last.reasonCeased.isAdoption,
            last.end >= year.start, last.end <= known
        else { return }
        try emit(.ad1, life) { row in
            row.date(life.birth)
            row.date(decision.day)
            row.date(adoption.matched)
            row.flag(adoption.byCarer)
            row.text(adoption.adopters)
            row.text(adoption.adopterSex)
            row.text(adoption.adopterStatus)
        }
    }

    private func outcomes(_ life: Life) throws {
        guard let health = YearOutcomes(life: life, year: year, known: known, seed: seed) else { return }
        try emit(.oc2, life) { row in
            row.date(life.birth)
            row.text(health.score.map(String.init))
            row.text(health.noScore)
            row.flag(health.convicted)
            row.flag(health.healthCheck)
            row.flag(health.immunised)
            row.flag(health.teethChecked)
            row.flag(health.assessed)
            row.flag(health.substanceMisuse)
            row.flag(health.helped)
            row.flag(health.offered)
        }
    }

    private func careLeaver(_ life: Life, _ leaver: CareLeaver) throws {
        try emit(.oc3, life) { row in
            row.date(life.birth)
            row.text(leaver.inTouch)
            row.text(leaver.activity)
            row.text(leaver.accommodation)
        }
    }
}
