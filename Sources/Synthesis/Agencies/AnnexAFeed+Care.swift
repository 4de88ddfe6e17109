import Vocabulary

/// Lists 8 to 11: children in care, care leavers, adoption.
extension AnnexAFeed {
    /// Whoever is in care, or left it in the last six months: the latest period.
    func inCare(_ life: Life, _ person: [Cell], _ files: FeedFiles) throws {
        guard !life.isShortBreak, let place = life.periods.lastIndex(where: { $0.start <= world.asAt }) else { return }
        let period = life.periods[place]
        let ended = known(period.end)
        guard wasOpen(until: ended), let stay = life.stays.last(where: { $0.start <= world.asAt && $0.start >= period.start }) else { return }
        let placement = life.placement(on: world.asAt) ?? stay.last
        let status = life.legalStatuses.last { $0.start <= world.asAt && $0.start >= period.start }
        let review = life.reviews.last { $0.day <= world.asAt && $0.day >= period.start }
        let again = place > 0 && life.periods[place - 1].end >= yearAgo
        let unaccompanied = life.isUnaccompanied && (life.statusEnded.map { $0 >= yearAgo } ?? true)
        let visit = CareVisit.of(life, in: world).last { $0.day >= period.start }
        let story = health.story(of: life)
        let assessed = story?.assessments.compactMap(\.done).filter { $0 <= world.asAt }.max()
        let dental = story?.dental.filter { $0.status == "Completed" && $0.day <= world.asAt }.map(\.day).max()
        let plan = PermanencePlan.of(life, in: world).last { $0.start >= period.start }
        let isRegistered = placement.urn != .none && !(placement.kind == .supported && stay.start < PlacementPath.registration)
        try files.add(
            AnnexATables.childrenInCare,
            person + [
                AnnexAWords.yes(unaccompanied), disability(life), .date(period.start), .code(AnnexAWords.need(period.need)), AnnexAWords.yes(again),
                .date(status?.start), .code(status.map { AnnexAWords.status($0.status) }), .date(review?.day), .date(visit?.day),
                .code(plan.map { AnnexAWords.plan($0.kind) }), .date(officerContact(life, period)), .date(assessed), .date(dental),
                .number(placements(life)), .date(ended), .code(ended == nil ? nil : AnnexAWords.ceased(period.reasonCeased.code(in: year))),
                .date(stay.start), .code(AnnexAWords.placement(placement.kind.code(in: year))),
                .code(placement.sector.map { AnnexAWords.provider($0.rawValue) }),
                .text(placement.postcode == .none ? nil : placement.postcode.text), .text(isRegistered ? placement.urn.text : nil),
                .code(placement.postcode == .none ? nil : placement.postcode.area == 0 ? "a) In" : "b) Out"),
                .text(placement.postcode == .none ? nil : placement.postcode.authority(own: world.plan.authority)),
            ] + absences(life) + held(by: life.worker(on: world.asAt)))
    }

    /// The reviewing officer speaks with the child about midway between two reviews, as ``SSDFeed`` has it.
    private func officerContact(_ life: Life, _ period: Period) -> CalendarDate? {
        guard period.end > world.asAt, let start = life.episode(on: world.asAt)?.start else { return nil }
        return life.reviews.last { $0.day <= world.asAt - 60 && $0.day >= start }.flatMap { known($0.day + 75) }
    }

    /// Placements of the last twelve months, the one with which they began included.
    private func placements(_ life: Life) -> Int { life.mainStays.count { $0.start <= world.asAt && $0.end > yearAgo } }

    /// Times missing and away in the last twelve months, and the return interview after the last.
    private func absences(_ life: Life) -> [Cell] {
        let recent = life.absences.filter { $0.start <= world.asAt && $0.start >= yearAgo }
        let missing = recent.filter { $0.kind == "M" }
        let last = missing.last { $0.end <= world.asAt }
        var random = world.random(life, "interview", Int(last?.start.daysSince2000 ?? 0))
        let offered = last == nil ? nil : random.chance(0.9)
        let accepted = offered == true ? random.chance(0.62) : nil
        return [.number(missing.count), .number(recent.count - missing.count)]
            + (last == nil ? [.blank, .blank] : [AnnexAWords.yesOrUnknown(offered), offered == true ? AnnexAWords.yesOrUnknown(accepted) : .blank])
    }

    func leavingCare(_ life: Life, _ person: [Cell], _ files: FeedFiles) throws {
        guard let service = LeavingCare(of: life, in: world) else { return }
        let touch = service.inTouch ?? "YES"
        let isInTouch = touch == "YES"
        let home = isInTouch ? service.accommodation.flatMap { $0.count == 2 ? $0 : nil } : nil
        let adviser = WorkerName.of(service.adviser)
        try files.add(
            AnnexATables.careLeavers,
            person + [
                AnnexAWords.yes(life.isUnaccompanied), disability(life), "Leaving Care Team", .text(adviser), .text(adviser),
                .code(AnnexAWords.eligibility(service.category)), .date(service.pathwayPlans.last), .code(AnnexAWords.touch(touch)),
                .date(service.contacts.last), .code(home.map { AnnexAWords.accommodation(String($0.prefix(1))) }),
                .code(home.map { $0.hasSuffix("1") ? "a) Suitable" : "b) Unsuitable" }), .code(isInTouch ? service.activity : nil),
            ])
    }

    /// Adopted in the last twelve months, waiting, or with a decision that was reversed in them.
    func adoption(_ life: Life, _ person: [Cell], _ files: FeedFiles) throws {
        guard let decision = life.decision, decision.day <= world.asAt, let period = life.periods.last(where: { $0.start <= decision.day }) else { return }
        let adopted = known(life.periods.last { $0.reasonCeased.isAdoption }?.end)
        let reversed = known(decision.reversed)
        let isWaiting = adopted == nil && reversed == nil && life.isInCare(on: world.asAt)
        guard isWaiting || (adopted ?? reversed).map({ $0 >= yearAgo }) ?? false else { return }
        let episodes = life.periods.flatMap(\.episodes).filter { $0.start <= world.asAt }
        let matched = known(life.adoption?.matched)
        let early = episodes.first { $0.placement.kind == .kinToAdopt || $0.placement.kind == .fosterToAdopt }
        try files.add(
            AnnexATables.adoption,
            [person[0], .text(matched == nil ? nil : adopters.family(of: life))] + person.dropFirst() + [
                disability(life), .date(period.start), .date(decision.day), .date(episodes.first { $0.legal == .placementOrder }?.start), .date(matched),
                .date(episodes.first { $0.placement.kind.isAdoption }?.start), .date(adopted), .date(reversed),
                .code(reversed == nil ? nil : decision.reversalReason), .date(early?.start),
            ])
        for adopter in adopters.adopters(of: life) { try add(adopter, files) }
    }

    func add(_ adopter: AdoptionFeed.Adopter, _ files: FeedFiles) throws {
        // In contact with the agency in the last twelve months: an adopter whose last step lies further back is not listed.
        let last = ([adopter.matched, adopter.moved, adopter.order, adopter.left] + adopter.steps).compactMap(\.self).max()
        let isOnTheWay = adopter.left == nil && adopter.order == nil
        guard let enquired = adopter.steps.first.flatMap(\.self), isOnTheWay || last.map({ $0 >= yearAgo }) ?? false else { return }
        try files.add(
            AnnexATables.adopters,
            [
                .text(adopter.identifier), .text(adopter.family), .code(adopter.sex == "F" ? "b) Female" : "a) Male"), .code(adopter.ethnicity),
                AnnexAWords.yesOrUnknown(adopter.isDisabled), AnnexAWords.yes(adopter.isEarly), .date(enquired),
            ] + adopter.steps.dropFirst().map { .date($0) } + [
                .date(adopter.matched), .date(adopter.moved), .number(adopter.moved == nil ? nil : 1), .date(adopter.order), .date(adopter.left),
                .code(adopter.reason),
            ])
    }
}
