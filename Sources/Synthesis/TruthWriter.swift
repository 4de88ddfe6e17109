import Vocabulary

/// Writes what is true: the children, and the reference lists that their placements point to.
struct TruthWriter {
    private let file: EncodedFile
    private let folder: String
    private let plan: SynthesisPlan
    private let known: CalendarDate
    /// Children written.
    private(set) var children = 0

    init(plan: SynthesisPlan, folder: String) throws {
        self.plan = plan
        self.folder = folder
        known = plan.years.last.map { plan.lastKnownDay(of: $0) } ?? CalendarDate(daysSince2000: 0)
        file = try EncodedFile(path: "\(folder)/children.csv")
        try file.write(
            "child,date_of_birth,sex,ethnicity,unaccompanied,short_breaks,first_entry,left_care,periods_of_care,in_care_at_end,years\n")
    }

    /// Notes a child who is in the returns of `years`. Dates are ISO; nothing after the last known day is told.
    mutating func note(_ life: Life, in years: [CollectionYear]) throws {
        children += 1
        let periods = life.periods.filter { $0.start <= known }
        let inCare = life.isInCare(on: known)
        let left = inCare ? "" : periods.last?.end.description ?? ""
        let first = periods.first?.start.description ?? ""
        let list = years.map(\.description).joined(separator: " ")
        try file.write(
            "\(life.child),\(life.birth),\(life.sex.rawValue),\(life.ethnicity),\(life.isUnaccompanied ? 1 : 0),"
                + "\(life.isShortBreak ? 1 : 0),\(first),\(left),\(periods.count),\(inCare ? 1 : 0),\(list)\n")
    }

    /// Closes the list of children and writes providers, postcodes and, where nothing was planted, an empty list of faults.
    func close(lives: Int, hasFaults: Bool) throws {
        try file.close()
        try providers(lives: lives)
        try postcodes()
        if !hasFaults { try FaultLog(path: "\(folder)/faults.csv").close() }
    }

    /// Like the lists of Ofsted: number, placement codes, sector, address.
    private func providers(lives: Int) throws {
        let catalogue = ProviderCatalogue(seed: plan.seed)
        let list = try EncodedFile(path: "\(folder)/providers.csv")
        try list.write("urn,placement_codes,provider_code,postcode,local_authority\n")
        for set in 0...(lives / ProviderCatalogue.livesPerSet) {
            for slot in ProviderCatalogue.slots.flatMap({ group in group.range.map { (slot: $0, group: group) } }) {
                if set > 0, slot.slot <= 2 { continue }
                let provider = catalogue.provider(slot: slot.slot, life: set * ProviderCatalogue.livesPerSet)
                let address = catalogue.address(of: provider)
                try list.write(
                    "\(provider.text),\(slot.group.kinds),\(slot.group.sector.rawValue),\(address.text),\(address.authority(own: plan.authority))\n"
                )
            }
        }
        try list.close()
    }

    /// Postcode, authority (DfE number), and national grid reference in metres.
    private func postcodes() throws {
        let list = try EncodedFile(path: "\(folder)/postcodes.csv")
        try list.write("pcd,local_authority,oseast1m,osnrth1m\n")
        for index in 0..<Postcode.count {
            let postcode = Postcode(index: UInt16(index))
            let (east, north) = postcode.grid
            try list.write("\(postcode.text),\(postcode.authority(own: plan.authority)),\(east),\(north)\n")
        }
        try list.close()
    }
}
