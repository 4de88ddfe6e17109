import Testing

@testable import Returns

/// One child as XML: the order of the schema of 2020-21, the names of its elements, and what is escaped.
@Suite struct ChildElementTests {
    private func text(_ child: ChildElement) -> String {
        var bytes: [UInt8] = []
        child.append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func headerThenEpisodesInTheOrderOfTheSchema() {
        var child = ChildElement(identifier: "10001")
        child.add(
            "Header",
            [("CHILD", "10001"), ("SEX", "F"), ("DOB", "14/02/2023"), ("ETHNIC", "WBRI"), ("UPN", "UN1"), ("MOTHER", "0"), ("MC_DOB", nil)])
        child.add("Reviews", [("CHILD", "10001"), ("DOB", "14/02/2023"), ("REVIEW", "03/06/2025"), ("REVIEW_CODE", "PN0")])
        child.add("PrevPerm", [("CHILD", "10001"), ("DOB", "14/02/2023"), ("PREV_PERM", "Z1"), ("LA_PERM", nil), ("DATE_PERM", nil)])
        child.add(
            "Episodes",
            [
                ("CHILD", "10001"), ("DECOM", "06/05/2025"), ("RNE", "S"), ("LS", "C1"), ("CIN", "N1"), ("PLACE", "U6"),
                ("PLACE_PROVIDER", "PR1"), ("DEC", nil), ("REC", nil), ("REASON_PLACE_CHANGE", nil), ("HOME_POST", "AB3 4EF"),
                ("PL_POST", "AB1 2CD"), ("URN", "SC012345"),
            ])
        #expect(
            text(child)
                == "<CHILD><HEADER><CHILDID>10001</CHILDID><UPN>UN1</UPN><SEX>F</SEX><DOB>14/02/2023</DOB><ETHNIC>WBRI</ETHNIC>"
                + "<UASC>0</UASC><AREVIEW><REVIEW>03/06/2025</REVIEW><REVIEW_CODE>PN0</REVIEW_CODE></AREVIEW><MOTHER>0</MOTHER><MC_DOB/>"
                + "<PERMANENCE><PREV_PERM>Z1</PREV_PERM><LA_PERM/><DATE_PERM/></PERMANENCE></HEADER>"
                + "<EPISODE><DECOM>06/05/2025</DECOM><RNE>S</RNE><LS>C1</LS><CIN>N1</CIN><PL>U6</PL><PL_POST>AB1 2CD</PL_POST>"
                + "<HOME_POST>AB3 4EF</HOME_POST><URN>SC012345</URN><PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC/><REC/><REASON_PLACE_CHANGE/>"
                + "</EPISODE></CHILD>\n")
    }

    @Test func aRowOfUASCIsAFlagAndADate() {
        var child = ChildElement(identifier: "1")
        child.add("UASC", [("CHILD", "1"), ("SEX", "1"), ("DOB", "01/01/2004"), ("DUC", nil)])
        #expect(text(child).contains("<UASC>1</UASC><DUC/>"))
    }

    @Test func aCareLeaverHasAHeaderOnly() {
        var child = ChildElement(identifier: "1")
        child.add("Header", [("CHILD", "1"), ("SEX", "2")])
        child.add("OC3", [("CHILD", "1"), ("DOB", "01/01/2001"), ("IN_TOUCH", "YES"), ("ACTIV", "F1"), ("ACCOM", "B1")])
        #expect(text(child).contains("<UASC>0</UASC><IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>B1</ACCOM><MOTHER/>"))
        #expect(!text(child).contains("EPISODE"))
    }

    @Test func aSecondRowOfASingleModuleGetsAFurtherElement() {
        var child = ChildElement(identifier: "1")
        child.add("Header", [("CHILD", "1"), ("SEX", "1")])
        child.add("Header", [("CHILD", "1"), ("SEX", "2")])
        child.add("Episodes", [("DECOM", "01/04/2020")])
        #expect(child.elements == 2)
        let lines = text(child).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].contains("<SEX>1</SEX>") && lines[0].contains("<EPISODE>"))
        #expect(lines[1].contains("<SEX>2</SEX>") && !lines[1].contains("<EPISODE>"))
    }

    @Test func markupAndImpossibleCharactersAreReplaced() {
        var xml = XMLText()
        xml.element("A", "x<y & z>\u{1}é")
        #expect(String(decoding: xml.bytes, as: UTF8.self) == "<A>x&lt;y &amp; z&gt;\u{FFFD}é</A>")
    }
}
