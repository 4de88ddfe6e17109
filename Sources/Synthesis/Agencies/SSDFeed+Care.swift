import Vocabulary

/// Care as the return asks of it: episodes, legal statuses, placements, reviews, absences, permanence.
extension SSDFeed {
    func care(_ life: Life, _ story: SafeguardingStory, _ files: FeedFiles) throws {
        for (number, status) in life.legalStatuses.enumerated() where status.start <= world.asAt {
            try files.add(
                SSDTables.legalStatus,
                [row("LS", life, number + 1), child(life), .code(status.status.rawValue), .date(status.start), .date(known(status.end))])
        }
        var episodes = 0
        var placements = 0
        for (place, period) in life.periods.enumerated() where period.start <= world.asAt {
            let care = row("PC", life, place + 1)
            var run: [Episode] = []
            for episode in period.episodes where episode.start <= world.asAt {
                // A change of legal status alone keeps the placement; everything else begins another.
                if let last = run.last, episode.reasonNew != .legalStatus || episode.placement != last.placement {
                    try placement(run, placements, care, life, files)
                    run = []
                }
                if run.isEmpty { placements += 1 }
                run.append(episode)
                episodes += 1
                let open = episode.end > world.asAt
                try files.add(
                    SSDTables.claEpisodes,
                    [
                        row("EP", life, episodes), child(life), row("PL", life, placements), .date(episode.start), .code(episode.reasonNew.rawValue),
                        .code(period.need), .date(open ? nil : episode.end), .code(open ? nil : episode.ceased.code(in: year)), care,
                        story.referral(on: period.start).map { referral($0.number, life) } ?? .blank, .date(open ? reviewingContact(life, episode) : nil),
                        .date(period.start),
                    ])
            }
            if !run.isEmpty { try placement(run, placements, care, life, files) }
            try earlierPermanence(life, place, files)
        }
    }

    /// One row for the episodes of a placement.
    private func placement(_ run: [Episode], _ number: Int, _ care: Cell, _ life: Life, _ files: FeedFiles) throws {
        guard let first = run.first, let last = run.last else { return }
        let place = first.placement
        let unregistered = place.kind == .supported && first.start < PlacementPath.registration
        let open = last.end > world.asAt
        try files.add(
            SSDTables.claPlacement,
            [
                row("PL", life, number), care, child(life), .date(first.start), .code(place.kind.code(in: year)),
                .text(unregistered || place.urn == .none ? nil : place.urn.text), .decimal(miles(life, place), places: 1), .code(place.sector?.rawValue),
                .text(place.postcode == .none ? nil : place.postcode.text), .date(open ? nil : last.end),
                .code(open ? nil : last.change?.code(in: year)),
            ])
    }

    private func miles(_ life: Life, _ place: Placement) -> Double? {
        guard !life.isUnaccompanied, let home = life.home, home != .none, place.postcode != .none else { return nil }
        let (from, to) = (home.grid, place.postcode.grid)
        let (east, north) = (Double(from.east - to.east), Double(from.north - to.north))
        return (east * east + north * north).squareRoot() / 1_609.344
    }

    /// The reviewing officer speaks with the child about midway between two reviews.
    private func reviewingContact(_ life: Life, _ episode: Episode) -> CalendarDate? {
        let last = life.reviews.last { $0.day <= world.asAt - 60 && $0.day >= episode.start }?.day
        return last.flatMap { known($0 + 75) }
    }

    /// The answer is kept once, with the first period.
    private func earlierPermanence(_ life: Life, _ period: Int, _ files: FeedFiles) throws {
        guard period == 0 else { return }
        guard case .known(let code, let authority, let day, let precision) = life.earlierPermanence else {
            return try files.add(SSDTables.claPreviousPermanence, [row("PP", life, 1), child(life), .code("Z1"), .blank, .blank])
        }
        let date: String
        switch precision {
        case .day: date = day.dayMonthYear
        case .month: date = "zz/" + day.dayMonthYear.dropFirst(3)
        case .year: date = "zz/zz/" + day.dayMonthYear.dropFirst(6)
        case .nothing: date = "zz/zz/zzzz"
        }
        try files.add(SSDTables.claPreviousPermanence, [row("PP", life, 1), child(life), .code(code), .code(authority), .text(date)])
    }

    func reviewsAndAbsences(_ life: Life, _ files: FeedFiles) throws {
        var number = 0
        for (place, period) in life.periods.enumerated() where period.start <= world.asAt {
            var due = world.calendar.working.adding(20, to: period.start)
            let held = life.reviews.filter { $0.day >= period.start && $0.day < period.end && $0.day <= world.asAt }
            for (order, review) in held.enumerated() {
                number += 1
                try files.add(
                    SSDTables.claReviews,
                    [
                        row("RV", life, number), row("PC", life, place + 1), child(life), .date(due), .date(review.day), .yes(false),
                        .code(review.participation),
                    ])
                due = review.day + (order == 0 ? 91 : 183)
            }
            if period.end > world.asAt {
                number += 1
                try files.add(
                    SSDTables.claReviews,
                    [row("RV", life, number), row("PC", life, place + 1), child(life), .date(due), .blank, .yes(false), .blank])
            }
        }
        for (number, absence) in life.absences.enumerated() where absence.start <= world.asAt {
            var random = world.random(life, "absence", number)
            let left = random.within(15 * 60...23 * 60)
            let back = absence.end == absence.start ? random.within(left + 1...23 * 60 + 50) : random.within(5 * 60...22 * 60)
            let isMissing = absence.kind == "M"
            let ended = known(absence.end)
            let offered = isMissing && ended != nil ? random.chance(interviewOffered) : nil
            let accepted = offered == true ? random.chance(interviewAccepted) : nil
            try files.add(
                SSDTables.missing,
                [
                    row("MI", life, number + 1), child(life), .moment(absence.start, minute: left), .code(absence.kind), .moment(ended, minute: back),
                    .code(offered.map { $0 ? "Y" : "N" } ?? (isMissing ? nil : "NA")), .code(accepted.map { $0 ? "Y" : "N" } ?? (isMissing ? nil : "NA")),
                ])
        }
    }

    /// Adoption, special guardianship and child arrangements: the days that have come.
    func permanence(_ life: Life, _ files: FeedFiles) throws {
        let last = life.periods.last
        let order: (kind: String, day: CalendarDate)? = last.flatMap { period in
            guard period.end <= world.asAt else { return nil }
            if period.reasonCeased.isAdoption { return ("Adoption order", period.end) }
            if period.reasonCeased.isGuardianship { return ("SGO", period.end) }
            return period.reasonCeased == .arrangementsOrder ? ("Child arrangements order", period.end) : nil
        }
        let decision = life.decision.flatMap { $0.day <= world.asAt ? $0 : nil }
        guard decision != nil || order != nil else { return }
        let reversed = decision?.reversed.flatMap(known)
        let adoption = decision == nil ? nil : life.adoption.flatMap { $0.matched <= world.asAt ? $0 : nil }
        let episodes = life.periods.flatMap(\.episodes).filter { $0.start <= world.asAt }
        let placed = episodes.first { $0.placement.kind.isAdoption }
        let placement = decision == nil ? nil : episodes.first { $0.legal == .placementOrder }
        let early = decision == nil ? nil : episodes.first { $0.placement.kind == .kinToAdopt || $0.placement.kind == .fosterToAdopt }
        let carer = adoption?.byCarer == true ? life.stays.last { $0.start < (placed?.start ?? world.asAt) && !$0.placement.kind.isAdoption } : nil
        var random = world.random(life, "siblings")
        let group = decision != nil && random.chance(0.4)
        try files.add(
            SSDTables.permanence,
            [
                row("PE", life, 1), child(life), row("PC", life, life.periods.count), .date(decision?.day), .yes(decision == nil ? nil : group),
                .number(group ? random.within(2...3) : nil), .number(group ? random.within(0...1) : nil), .date(early.map { $0.start - 7 }),
                .date(placement?.start), .date(adoption?.matched), .code(adoption?.adopterSex), .code(adoption?.adopterStatus),
                .code(adoption?.adopters), .date(placed?.start), .yes(adoption?.byCarer), .date(carer?.start), .date(early?.start),
                .text(placed.flatMap { $0.placement.urn == .none ? nil : $0.placement.urn.text }), .date(reversed),
                .code(reversed == nil ? nil : decision?.reversalReason), .date(order?.day), .code(order?.kind), .blank,
            ])
    }
}
