import Foundation
import Testing
import Vocabulary

@testable import Synthesis

/// The world of a small plan, with the calendar and profiles of the repository.
struct TestWorld {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    static func plan(children: Int, seed: UInt64 = 1, profile: String = "nottingham-2021", feeds: Set<String> = ["ssda903"]) throws -> SynthesisPlan {
        SynthesisPlan(
            children: children, seed: seed, asAt: CalendarDate(year: 2026, month: 9, day: 30), feeds: feeds,
            calendar: try SynthesisCalendar(folder: root + "/config/calendars"), profile: try Profile(name: profile, folder: root + "/config/profiles"))
    }

    let world: FeedWorld
    /// Everyone of the plan: in care at some time, then never.
    let lives: [Life]

    init(children: Int, seed: UInt64 = 1) throws {
        let plan = try Self.plan(children: children, seed: seed)
        let maker = LifeMaker(plan: plan)
        let identities = IdentityMaker(seed: seed, authority: plan.authority, asAt: plan.asAtDate, lives: maker)
        world = FeedWorld(
            plan: plan, agency: "test", asAt: plan.asAtDate, calendar: plan.calendar, lives: maker, identities: identities, profile: plan.profile)
        var lives: [Life] = []
        var inCare = 0
        while inCare < children {
            let life = maker.life(lives.count)
            if !life.isShortBreak, life.isInCare(on: plan.asAtDate) { inCare += 1 }
            lives.append(life)
        }
        self.lives = lives + (0..<Int(Double(children) * plan.outsidePerChild)).map(maker.outside)
    }
}

/// Stories obey what the children in need census asks of a record, and their shares are those of the profile.
@Suite struct StoryTests {
    @Test func episodesOfNeedAreCoherent() throws {
        let made = try TestWorld(children: 250)
        let asAt = made.world.asAt
        var problems: [String: Int] = [:]
        func expect(_ holds: Bool, _ rule: String) { if !holds { problems[rule, default: 0] += 1 } }
        for life in made.lives {
            let story = SafeguardingStory(of: life, in: made.world)
            for (before, after) in zip(story.referrals, story.referrals.dropFirst()) {
                expect(before.closed.map { $0 <= after.day } ?? false, "episodes of need overlap")
            }
            for period in life.periods where period.start <= asAt {
                let holds = story.referrals.contains { $0.day <= period.start && $0.closed.map { $0 >= min(period.end, asAt) } ?? true }
                expect(holds, "a period of care lies in an episode of need")
            }
            for contact in story.contacts { expect(contact.day <= contact.decided && contact.decided <= asAt, "contact") }
            for referral in story.referrals {
                let closed = referral.closed ?? asAt
                expect(closed <= asAt && referral.day <= closed, "referral and closure")
                expect((referral.closed == nil) == (referral.closure == nil), "closure has a reason")
                expect(
                    !referral.noFurtherAction || referral.assessments.isEmpty && referral.enquiries.isEmpty && referral.protections.isEmpty,
                    "no further action")
                for assessment in referral.assessments {
                    expect(assessment.start >= referral.day && (assessment.end ?? asAt) <= closed, "assessment inside")
                    expect(assessment.end == nil || !assessment.factors.isEmpty, "factors")
                }
                for enquiry in referral.enquiries {
                    expect(enquiry.start >= referral.day && (enquiry.end ?? asAt) <= closed, "enquiry inside")
                    expect((enquiry.conference ?? enquiry.start) >= enquiry.start, "conference after strategy discussion")
                    expect(enquiry.conference.map(made.world.calendar.isWorking) ?? true, "conference on a working day")
                }
                var spans: [(CalendarDate, CalendarDate)] = []
                for plan in referral.protections {
                    expect(referral.enquiries.contains { $0.conference == plan.start }, "protection plan starts at the conference")
                    expect(plan.reviews.allSatisfy { $0 > plan.start && $0 <= plan.end ?? asAt }, "reviews inside")
                    expect(plan.visits.allSatisfy { $0.day >= plan.start && $0.day <= plan.end ?? asAt && $0.recorded <= asAt }, "visits inside")
                    spans.append((plan.start, plan.end ?? asAt))
                }
                for plan in referral.plans {
                    expect(plan.visits.allSatisfy { $0.day >= plan.start && $0.day <= plan.end ?? asAt }, "visits inside")
                    spans.append((plan.start, plan.end ?? asAt))
                }
                spans.sort { $0.0 < $1.0 }
                expect(spans.allSatisfy { $0.0 >= referral.day && $0.0 <= $0.1 && $0.1 <= closed }, "plans inside")
                expect(zip(spans, spans.dropFirst()).allSatisfy { $0.1 <= $1.0 }, "plans do not overlap")
            }
        }
        #expect(problems.isEmpty)
    }

    @Test func sharesAreThoseOfTheProfile() throws {
        let made = try TestWorld(children: 1_200, seed: 3)
        let world = made.world, asAt = world.asAt, yearAgo = asAt.addingYears(-1)
        var counts: [String: (top: Int, base: Int)] = [:]
        func count(_ title: String, _ holds: Bool) {
            let (top, base) = counts[title] ?? (0, 0)
            counts[title] = (top + (holds ? 1 : 0), base + 1)
        }
        var protected = 0
        for life in made.lives {
            let story = SafeguardingStory(of: life, in: world)
            if story.protection(on: asAt) != nil { protected += 1 }
            for referral in story.referrals where referral.day > yearAgo {
                count("repeat", story.referrals.contains { $0.day < referral.day && $0.day >= referral.day.addingYears(-1) })
            }
            for referral in story.referrals {
                for assessment in referral.assessments {
                    if let end = assessment.end, end > yearAgo {
                        count("assessed in time", world.calendar.working.count(after: referral.day, through: end) <= 45)
                    }
                }
                for plan in referral.protections {
                    if plan.start > yearAgo { count("second plan", plan.previous > 0) }
                    if let end = plan.end, end > yearAgo { count("two years", end - plan.start >= 730) }
                }
            }
            for contact in story.contacts where contact.day > yearAgo {
                count("decided", world.calendar.working.count(after: contact.day, through: contact.decided) <= 1)
            }
            if life.outside == nil, !life.isShortBreak, let stay = life.mainStay(on: asAt) {
                let last = CareVisit.of(life, in: world).last?.day ?? stay.start
                count("visited", asAt - max(last, stay.start) <= (last < stay.start ? 7 : CareVisit.interval(life, stay, on: last)))
                let plan = PermanencePlan.of(life, in: world).last
                let elsewhere: [PermanencePlan.Kind] = [.returnHome, .returnLater, .adoption, .relatives]
                if stay.last.kind.isFoster || life.placement(on: asAt)?.kind.isFoster == true {
                    count("fostered with a plan elsewhere", plan.map { elsewhere.contains($0.kind) } ?? true)
                    if asAt - (life.period(on: asAt)?.start ?? asAt) >= 183, let plan, !elsewhere.contains(plan.kind) {
                        count("long-term fostering", plan.kind == .fostering)
                    }
                }
            }
            if let leaver = LeavingCare(of: life, in: world) {
                let inTime = leaver.pathwayPlans.last.map { $0 > asAt.addingMonths(-6) } ?? false
                count(leaver.category == .eligible ? "pathway plan in care" : "pathway plan of leavers", inTime)
                if leaver.category != .eligible, !leaver.returned { count("leavers, for each child in care", false) }
                if leaver.inTouch == "YES" { count("seen in eight weeks", leaver.contacts.last.map { asAt - $0 <= 56 } ?? false) }
            }
        }
        func share(_ title: String) -> Double { counts[title].map { 100 * Double($0.top) / Double(max(1, $0.base)) } ?? -1 }
        for (title, range) in [
            "repeat": 15.0...28, "assessed in time": 78...88, "second plan": 17...29, "two years": 0.8...7, "decided": 80...91, "visited": 78...88,
            "pathway plan in care": 84...95, "pathway plan of leavers": 88...96, "seen in eight weeks": 48...62, "long-term fostering": 33...46,
            "fostered with a plan elsewhere": 12...40,
        ] {
            #expect(range.contains(share(title)), "\(title): \(share(title))")
        }
        let ratio = Double(protected) / Double(world.plan.children)
        #expect((0.5...0.72).contains(ratio), "\(ratio) protection plans for each child in care")
        let leavers = Double(counts["leavers, for each child in care"]?.base ?? 0) / Double(world.plan.children)
        #expect((0.3...0.6).contains(leavers), "\(leavers) care leavers for each child in care")
    }

    /// What is told on an earlier day is the beginning of what is told later.
    @Test func anEarlierDayTellsTheBeginning() throws {
        let made = try TestWorld(children: 120, seed: 4)
        let later = made.world
        let day = CalendarDate(year: 2026, month: 3, day: 31) ?? later.asAt
        let earlier = FeedWorld(
            plan: later.plan, agency: "test", asAt: day, calendar: later.calendar, lives: later.lives, identities: later.identities,
            profile: later.profile)
        var problems: [String: Int] = [:]
        func expect(_ holds: Bool, _ rule: String) { if !holds { problems[rule, default: 0] += 1 } }
        for life in made.lives {
            let (before, after) = (SafeguardingStory(of: life, in: earlier), SafeguardingStory(of: life, in: later))
            for (old, new) in zip(before.referrals, after.referrals) {
                expect(old.day == new.day && old.source == new.source && old.need == new.need, "referral")
                expect(old.closed == nil || old.closed == new.closed || new.closed == nil || life.periods.count > 1, "closure")
                expect(zip(old.assessments, new.assessments).allSatisfy { $0.start == $1.start && ($0.end == nil || $0.end == $1.end) }, "assessment")
                expect(zip(old.protections, new.protections).allSatisfy { $0.start == $1.start && $0.category == $1.category }, "protection plan")
                for (first, second) in zip(old.protections, new.protections) {
                    expect(second.visits.map(\.day).starts(with: first.visits.map(\.day)), "protection visits")
                    expect(second.reviews.starts(with: first.reviews), "protection reviews")
                }
            }
            expect(before.referrals.count == after.referrals.filter { $0.day <= day }.count, "referrals")
            let (visits, more) = (CareVisit.of(life, in: earlier), CareVisit.of(life, in: later))
            expect(
                more.map(\.day).starts(with: visits.map(\.day)) && zip(visits, more).allSatisfy { $0.seen == $1.seen && $0.alone == $1.alone }, "care visits")
            let (plans, further) = (PermanencePlan.of(life, in: earlier), PermanencePlan.of(life, in: later))
            expect(further.map(\.start).starts(with: plans.map(\.start)), "permanence plans")
            if let old = LeavingCare(of: life, in: earlier), let new = LeavingCare(of: life, in: later), life.periods.count == 1 {
                expect(new.pathwayPlans.starts(with: old.pathwayPlans), "pathway plans")
            }
        }
        #expect(problems.isEmpty)
    }
}
