import Testing
import Vocabulary

@testable import Synthesis

/// What is told of children's health and education is coherent with their time in care, and with the return.
@Suite("Health and education of fictitious children")
struct HealthEducationTests {
    private let world: FeedWorld
    private let lives: [Life]
    private var asAt: CalendarDate { world.asAt }

    init() throws {
        let made = try TestWorld(children: 160, seed: 11)
        world = made.world
        lives = made.lives.filter { $0.outside == nil }
    }

    private func inCare(_ life: Life, _ day: CalendarDate) -> Bool { life.periods.contains { $0.start <= day && $0.end > day } }

    @Test("what took place took place in care and up to the day; whole years are as the return says")
    func health() throws {
        let maker = try HealthStoryMaker(world)
        let year = CollectionYear(startYear: 2025)
        var told = 0
        for life in lives {
            guard let story = maker.story(of: life) else { continue }
            told += 1
            let days =
                story.assessments.compactMap(\.done) + (story.dental + story.optician + story.development).map(\.day)
                + story.questionnaires.compactMap(\.completed) + story.screenings.map(\.day) + story.referrals.map(\.referred)
            #expect(days.allSatisfy { $0 <= asAt && inCare(life, $0) })
            #expect(story.assessments.allSatisfy { $0.done == nil || $0.status == "Completed" })
            #expect(story.questionnaires.allSatisfy { $0.score == nil || $0.parts.dropLast().reduce(0, +) == $0.score })
            guard let outcomes = YearOutcomes(life: life, year: year, known: year.end, seed: 11) else { continue }
            let checked = story.dental.contains { $0.status == "Completed" && $0.day >= year.start && $0.day <= year.end }
            // Under one, teeth are not checked yet, whatever a yearly form says.
            if life.birth.addingYears(2) <= year.start { #expect(checked == outcomes.teethChecked) }
        }
        #expect(told > 150)
    }

    @Test("an initial assessment of a child who moved in the first weeks, if late, is late by the move")
    func moves() throws {
        let maker = try HealthStoryMaker(world)
        let late = lives.flatMap { life in
            (maker.story(of: life)?.assessments ?? []).filter { $0.isInitial && $0.lateReason != nil }.map { (life, $0) }
        }
        for (life, made) in late {
            let moved = life.mainStays.contains { stay in
                stay.start > (life.periods.last { $0.start <= made.notified }?.start ?? stay.start) && stay.start <= made.due
            }
            #expect(moved == (made.lateReason == "MOVE"))
        }
        #expect(!late.isEmpty)
    }

    @Test("plans stand in their term, suspensions on school days, and no register is kept out of care or without a school")
    func education() throws {
        let maker = try EducationStoryMaker(world)
        let term = try #require(maker.terms.last)
        var marks = 0
        for life in lives {
            guard let story = maker.story(of: life) else { continue }
            for plan in story.plans {
                if let held = plan.held { #expect(held <= asAt && inCare(life, held) && plan.term == world.calendar.term(on: held)) }
                #expect((plan.status == "CO") == (plan.signedOff != nil))
            }
            #expect(Set(story.plans.map { "\($0.term)\($0.isInitial)" }).count == story.plans.count)
            for exclusion in story.exclusions { #expect(maker.isSchoolDay(exclusion.start) && inCare(life, exclusion.start)) }
            for (place, next) in zip(story.places, story.places.dropFirst()) { #expect(place.start <= next.start) }
            for day in Registers(life, story, maker).days(of: term, until: asAt) {
                marks += 1
                #expect(inCare(life, day.day) && world.calendar.isSchoolDay(day.day) && story.place(on: day.day)?.school == day.school)
                let isSuspended = story.exclusions.contains { $0.start <= day.day && $0.end.map { $0 >= day.day } ?? false }
                #expect(!isSuspended || ["E", "#"].contains(day.morning))
            }
        }
        #expect(marks > 500)
    }
}
