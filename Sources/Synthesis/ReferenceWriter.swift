/// Writes the reference data of the fictitious places, as their publishers would: what a validator needs beside the return.
struct ReferenceWriter {
    let plan: SynthesisPlan
    let folder: String

    /// Writes both files.
    /// - Parameter lives: how many lives were made; each ``ProviderCatalogue/livesPerSet`` have providers of their own
    func write(lives: Int) throws {
        try postcodes()
        try providers(lives: lives)
    }

    /// The columns of the National Statistics Postcode Lookup that rules read: postcode, district, national grid reference in metres.
    private func postcodes() throws {
        let own = plan.districts
        let list = try EncodedFile(path: "\(folder)/postcodes.csv")
        try list.write("pcds,laua,oseast1m,osnrth1m\n")
        for index in 0..<Postcode.count {
            let postcode = Postcode(index: UInt16(index))
            let authority = postcode.authority(own: plan.authority)
            let districts = authority == plan.authority ? own : Districts.of(authority)
            let district = districts.isEmpty ? "" : districts[postcode.district % districts.count]
            let (east, north) = postcode.grid
            try list.write("\(postcode.text),\(district),\(east),\(north)\n")
        }
        try list.close()
    }

    /// Ofsted's list of social care providers: none has closed.
    private func providers(lives: Int) throws {
        let catalogue = ProviderCatalogue(seed: plan.seed)
        let list = try EncodedFile(path: "\(folder)/providers.csv")
        try list.write("URN,Placement code,Placement provider code,Deregistration date,Postcode\n")
        for set in 0...(lives / ProviderCatalogue.livesPerSet) {
            for group in ProviderCatalogue.slots {
                for slot in group.range where set == 0 || slot > 2 {
                    let provider = catalogue.provider(slot: slot, life: set * ProviderCatalogue.livesPerSet)
                    let codes = Self.placementCodes(group.kinds)
                    try list.write("\(provider.text),\"\(codes)\",\(group.sector.rawValue),,\(catalogue.address(of: provider).text)\n")
                }
            }
        }
        try list.close()
    }

    /// The PLACE codes for which a provider of the kind is registered. A fostering service also approves carers who go on to adopt.
    static func placementCodes(_ kinds: String) -> String {
        switch kinds {
        case "U": return "U1,U2,U3,U4,U5,U6,A3,A5"
        case "A": return "A3,A4,A5,A6"
        default: return kinds.replacing("/", with: ",")
        }
    }
}
