/// One child of the XML return, gathered from all modules and then written in the order of the schema.
///
/// A module with one row a child has its values flat in HEADER. Where faulty data hold several, each further one goes into a
/// further CHILD element, so that nothing is lost.
struct ChildElement {
    typealias Fields = [(name: String, value: String?)]

    let identifier: String
    private var rows: [String: [Fields]] = [:]

    init(identifier: String) { self.identifier = identifier }

    mutating func add(_ module: String, _ fields: Fields) { rows[module, default: []].append(fields) }

    /// How many CHILD elements the child needs: more than one only where a module repeats it.
    var elements: Int {
        max(1, ["Header", "UASC", "AD1", "OC3", "PrevPerm", "OC2"].map { rows[$0]?.count ?? 0 }.max() ?? 1)
    }

    /// Adds the element, or elements, one a line.
    func append(to buffer: inout [UInt8]) {
        for index in 0..<elements {
            var xml = XMLText()
            xml.element("CHILD") { xml in
                xml.element("HEADER") { header(index, &$0) }
                if index == 0 { for episode in rows["Episodes"] ?? [] { xml.element("EPISODE") { Self.episode(episode, &$0) } } }
            }
            buffer.append(contentsOf: xml.bytes)
            buffer.append(0x0A)
        }
    }

    private func header(_ index: Int, _ xml: inout XMLText) {
        let header = row("Header", index) ?? []
        let unaccompanied = row("UASC", index)
        xml.element("CHILDID", identifier)
        for name in ["UPN", "SEX", "DOB", "ETHNIC"] { xml.element(name, Self.value(name, header)) }
        xml.element("UASC", unaccompanied == nil ? "0" : "1")
        if let unaccompanied { xml.element("DUC", Self.value("DUC", unaccompanied)) }
        flat("AD1", ["DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"], index, &xml)
        flat("OC3", ["IN_TOUCH", "ACTIV", "ACCOM"], index, &xml)
        if index == 0 {
            groups("Missing", "AMISSING", ["MISSING", "MIS_START", "MIS_END"], &xml)
            groups("Reviews", "AREVIEW", ["REVIEW", "REVIEW_CODE"], &xml)
        }
        for name in ["MOTHER", "MC_DOB"] { xml.element(name, Self.value(name, header)) }
        group(row("PrevPerm", index), "PERMANENCE", ["PREV_PERM", "LA_PERM", "DATE_PERM"], &xml)
        group(
            row("OC2", index), "OC2",
            [
                "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT",
                "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED",
            ], &xml)
        if index == 0 {
            groups("PlacedAdoption", "AD_PLACED", ["DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"], &xml)
        }
    }

    /// The schema has another order than the CSV file, and its own name for the placement.
    private static func episode(_ fields: Fields, _ xml: inout XMLText) {
        for name in ["DECOM", "RNE", "LS", "CIN"] { xml.element(name, value(name, fields)) }
        xml.element("PL", value("PLACE", fields))
        for name in ["PL_POST", "HOME_POST", "URN", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE"] {
            xml.element(name, value(name, fields))
        }
    }

    private func flat(_ module: String, _ names: [String], _ index: Int, _ xml: inout XMLText) {
        guard let fields = row(module, index) else { return }
        for name in names { xml.element(name, Self.value(name, fields)) }
    }

    private func groups(_ module: String, _ element: String, _ names: [String], _ xml: inout XMLText) {
        for fields in rows[module] ?? [] { group(fields, element, names, &xml) }
    }

    private func group(_ fields: Fields?, _ element: String, _ names: [String], _ xml: inout XMLText) {
        guard let fields else { return }
        xml.element(element) { xml in for name in names { xml.element(name, Self.value(name, fields)) } }
    }

    private func row(_ module: String, _ index: Int) -> Fields? {
        guard let rows = rows[module], rows.indices.contains(index) else { return nil }
        return rows[index]
    }

    private static func value(_ name: String, _ fields: Fields) -> String? { fields.first { $0.name == name }?.value }
}
