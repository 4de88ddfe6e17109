import Vocabulary

/// Who a person truly is: names, numbers and home. A pure function of seed and index, so every agency can be told of the same person.
struct Identity: Sendable {
    /// Whose child it is.
    enum Belonging: String, Sendable {
        /// A child of the authority: in its own systems under ``localID``.
        case own = "child"
        /// Another authority's child, who lives or was found in the area.
        case otherAuthority = "other_authority"
        /// Someone whom no one at the authority knows.
        case unknown
    }

    let belonging: Belonging
    /// DfE number of the authority responsible.
    let authority: String
    /// Number by which the person's streams are drawn: the life's index, or the stranger's number.
    let index: Int
    /// The authority's own identifier of the child; nil for a stranger.
    let localID: Int?
    let sex: Sex
    let birth: CalendarDate
    /// DfE ethnic category.
    let ethnicity: String
    let isUnaccompanied: Bool
    let forename: String
    let middleName: String?
    let surname: String
    /// The surname by which some still know the person: the other parent's, or the one before an adoption.
    let otherSurname: String?
    let home: Address
    /// Ten digits; everyone has one, though not every agency knows it.
    let nhsNumber: String
    /// Thirteen characters; nil where the child never had one in the authority's knowledge (not yet of school age).
    let upn: String?
    let formerUPN: String?
    /// Unique learner number, from 14.
    let uln: String?
    /// The force's number of the person; only some are known to the police.
    let policeNominal: String?
    /// The youth justice service's case number; only a few have one.
    let youthJusticeCase: String?
    /// The mother, who shares ``home`` or did; nil for a child who came alone.
    let mother: Parent?

    /// A parent: name and age are all that files say of them.
    struct Parent: Sendable {
        let localID: Int
        let forename: String
        let surname: String
        let birth: CalendarDate
    }
}

/// Makes identities. The only place in which names and numbers are drawn.
struct IdentityMaker: Sendable {
    let seed: UInt64
    let authority: String
    let asAt: CalendarDate
    let lives: LifeMaker

    /// The identity of a life.
    func identity(of life: Life) -> Identity {
        var random = RandomStream(seed: seed, index: life.index, purpose: .identity)
        let kin = family(of: life)
        let pool = Names.Pool.of(ethnicity: life.ethnicity, unaccompanied: life.isUnaccompanied, turn: kin?.turn ?? random.unit())
        let surname = kin?.surname ?? self.surname(pool, &random)
        let names = pool.forenames(life.sex)
        let forename = random.one(of: names, else: "Alex")
        let middle = random.chance(0.55) ? random.one(of: names, else: "Lee") : nil
        let parted = random.chance(life.adoption != nil ? 0.5 : 0.09)
        let other = parted ? self.surname(pool, &random) : nil
        let age = life.birth.returnAge(on: asAt)
        let atSchool = age >= 5 || life.birth.addingYears(4) <= asAt && asAt.month >= 9
        let temporary = random.chance(0.015) || life.isUnaccompanied
        let stillTemporary = random.chance(0.6)
        let serial = life.serial
        let standsIn = temporary && age < 17 && stillTemporary
        let number =
            standsIn
            ? PupilNumber.temporary(serial, authority: authority, birth: life.birth) : PupilNumber.permanent(life, authority: authority)
        let upn = atSchool ? number : nil
        let moved = random.chance(0.05) && atSchool && age >= 7
        let before = random.one(of: Postcode.neighbours(of: authority), else: authority)
        let former = moved ? PupilNumber.elsewhere(serial, authority: before, birth: life.birth) : nil
        let (stopped, charged) = (random.unit(), random.unit())
        let police = age >= 10 && (life.absences.contains { $0.start <= asAt } || stopped < (age >= 14 ? 0.3 : 0.08))
        let offender = age >= 10 && (life.isOnRemand || charged < (age >= 13 ? 0.07 : 0.01))
        let home = life.home ?? Postcode.random(ownShare: 1, &random)
        return Identity(
            belonging: .own, authority: authority, index: life.index, localID: life.child, sex: life.sex, birth: life.birth,
            ethnicity: life.ethnicity, isUnaccompanied: life.isUnaccompanied, forename: forename, middleName: middle, surname: surname,
            otherSurname: other == surname ? nil : other, home: Address(postcode: home, door: kin?.door ?? serial),
            nhsNumber: TestNHSNumber.number(serial), upn: upn, formerUPN: former, uln: age >= 14 ? PupilNumber.learner(serial) : nil,
            policeNominal: police || offender ? String(2_000_000 + (serial * 7_919 + 31) % 7_999_993) : nil,
            youthJusticeCase: offender ? "YJ" + String(10_000 + serial % 9_990_000) : nil,
            mother: life.isUnaccompanied ? nil : mother(of: life, kin?.eldest ?? life, surname: surname, pool))
    }

    /// A person of other agencies' files whom the authority does not know: another authority's child, or nobody's.
    /// - Parameter number: 0 up; the same number is the same person in every agency's files
    func stranger(_ number: Int) -> Identity {
        var random = RandomStream(seed: seed, index: number, purpose: .strangers)
        let other = random.chance(0.7)
        let ethnicity = random.pick(Shares.ethnicity)
        let pool = Names.Pool.of(ethnicity: ethnicity, unaccompanied: false, turn: random.unit())
        let sex: Sex = random.chance(0.55) ? .male : .female
        let birth = lives.lastDay - random.within(800...6_500)
        let home = Postcode.random(ownShare: 0.8, &random)
        let place = other ? random.one(of: Postcode.neighbours(of: authority), else: authority) : authority
        return Identity(
            belonging: other ? .otherAuthority : .unknown, authority: place, index: number, localID: nil, sex: sex, birth: birth,
            ethnicity: ethnicity, isUnaccompanied: false, forename: random.one(of: pool.forenames(sex), else: "Alex"), middleName: nil,
            surname: surname(pool, &random), otherSurname: nil, home: Address(postcode: home, door: number),
            nhsNumber: TestNHSNumber.stranger(number), upn: PupilNumber.stranger(number, authority: other ? place : "999", birth: birth),
            formerUPN: nil, uln: nil, policeNominal: String(1_000_000 + (number * 7_919 + 31) % 999_983),
            youthJusticeCase: "YJ" + String(9_990_000 + number % 9_999), mother: nil)
    }

    /// What a child has from an older sibling: the name, the mother and, for a sibling who was never in care, the home.
    private struct Family {
        let eldest: Life
        let surname: String
        let turn: Double
        let door: Int
    }

    /// The older sibling, where there is one: a child in care of the index before, or the child in care of whom someone outside care is the sibling.
    private func family(of life: Life) -> Family? {
        guard !life.isUnaccompanied, let elder = elder(of: life) else { return nil }
        let eldest = self.elder(of: elder) ?? elder
        var random = RandomStream(seed: seed, index: eldest.index, purpose: .identity)
        let turn = random.unit()
        let pool = Names.Pool.of(ethnicity: eldest.ethnicity, unaccompanied: false, turn: turn)
        return Family(eldest: eldest, surname: surname(pool, &random), turn: turn, door: eldest.serial)
    }

    private func elder(of life: Life) -> Life? {
        if let sibling = life.outside?.sibling { return lives.newcomer(sibling) }
        guard life.outside == nil, life.index % 2 == 1 else { return nil }
        var random = RandomStream(seed: seed, index: life.index, purpose: .family)
        guard random.chance(0.35), let elder = lives.newcomer(life.index - 1), !elder.isUnaccompanied else { return nil }
        let apart = abs(life.birth - elder.birth)
        let alike = elder.ethnicity.first == life.ethnicity.first
        return alike && (300...4_700).contains(apart) ? elder : nil
    }

    private func surname(_ pool: Names.Pool, _ random: inout RandomStream) -> String {
        let name = random.one(of: pool.surnames, else: "Lane")
        guard pool == .british || pool == .caribbean, random.chance(0.07) else { return name }
        let second = random.one(of: pool.surnames, else: "Lane")
        return second == name ? name : "\(name)-\(second)"
    }

    private func mother(of life: Life, _ eldest: Life, surname: String, _ pool: Names.Pool) -> Identity.Parent {
        var random = RandomStream(seed: seed, index: eldest.index, purpose: .family, detail: 1)
        let birth = min(eldest.birth, life.birth) - random.within(17 * 365...36 * 365)
        let own = random.chance(0.6) ? surname : self.surname(pool, &random)
        return Identity.Parent(
            localID: 1_000_000 + ((eldest.serial + 4_500_000) * 7_368_787 + 4_711) % 8_999_993, forename: random.one(of: pool.forenames(.female), else: "Ann"),
            surname: own,
            birth: birth)
    }
}
