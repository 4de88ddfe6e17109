import Foundation
import Postgres
import TestSupport
import Vocabulary

@testable import Rules

/// A small fictitious return, as CSV and as XML, and how to validate one.
enum SmallReturn {
    static let modules: [String: String] = [
        "header.csv": """
        CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
        a1,F,14/02/2012,WBRI,UN1,0,
        A2,3,14/02/2013,WBRI,UN1,,
        A3,M,31/02/2013,wbri,UN1,,
        """,
        "episodes.csv": """
        CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
        A1,06/05/2026,S,C1,N1,U6,PR1,,,,AB1 2CD,AB3 4EF,SC012345
        A2,06/05/2026,S,XX,N1,U6,PR1,01/06/2026,X1,CARPL,AB1 2CD,AB3 4EF,SC012345
        A2,01/06/2026,P,C1,N1,U6,PR1,,,,AB1 2CD,AB3 4EG,SC012345
        A4,soon,S,C1,N9,U6,PR1,,,,AB1 2CD,AB3 4EF,SC012345
        """,
        "uasc.csv": "CHILD,SEX,DOB,DUC\nA3,M,31/02/2013,\n",
        "reviews.csv": "CHILD,DOB,REVIEW,REVIEW_CODE\nA1,14/02/2012,03/06/2026,PN0\nA1,14/02/2012,,PN9\n",
        "oc2.csv":
            "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,"
            + "INTERVENTION_OFFERED\nA1,14/02/2012,41,,2,1,1,1,1,0,,\n",
        "oc3.csv": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n",
        "ad1.csv": "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n",
        "placed_for_adoption.csv": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n",
        "previous_permanence.csv": "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nA1,14/02/2012,P9,,\n",
        "missing.csv": "CHILD,DOB,MISSING,MIS_START,MIS_END\nA1,14/02/2012,X,01/06/2026,\n",
    ]

    /// The same children and rows in the XML layout.
    static let xml = """
        <?xml version="1.0"?>
        <EXPSSDA903>
          <CHILD><HEADER><CHILDID>a1</CHILDID><UPN>UN1</UPN><SEX>F</SEX><DOB>14/02/2012</DOB><ETHNIC>WBRI</ETHNIC><UASC>0</UASC>
            <AMISSING><MISSING>X</MISSING><MIS_START>01/06/2026</MIS_START></AMISSING>
            <AREVIEW><REVIEW>03/06/2026</REVIEW><REVIEW_CODE>PN0</REVIEW_CODE></AREVIEW>
            <AREVIEW><REVIEW/><REVIEW_CODE>PN9</REVIEW_CODE></AREVIEW>
            <MOTHER>0</MOTHER><MC_DOB/>
            <PERMANENCE><PREV_PERM>P9</PREV_PERM></PERMANENCE>
            <OC2><SDQ_SCORE>41</SDQ_SCORE><SDQ_REASON/><CONVICTED>2</CONVICTED><HEALTH_CHECK>1</HEALTH_CHECK><IMMUNISATIONS>1</IMMUNISATIONS>
              <TEETH_CHECK>1</TEETH_CHECK><HEALTH_ASSESSMENT>1</HEALTH_ASSESSMENT><SUBSTANCE_MISUSE>0</SUBSTANCE_MISUSE></OC2></HEADER>
            <EPISODE><DECOM>06/05/2026</DECOM><RNE>S</RNE><LS>C1</LS><CIN>N1</CIN><PL>U6</PL><PL_POST>AB3 4EF</PL_POST><HOME_POST>AB1 2CD</HOME_POST>
              <URN>SC012345</URN><PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC/><REC/></EPISODE></CHILD>
          <CHILD><HEADER><CHILDID>A2</CHILDID><UPN>UN1</UPN><SEX>3</SEX><DOB>14/02/2013</DOB><ETHNIC>WBRI</ETHNIC><UASC>0</UASC></HEADER>
            <EPISODE><DECOM>06/05/2026</DECOM><RNE>S</RNE><LS>XX</LS><CIN>N1</CIN><PL>U6</PL><PL_POST>AB3 4EF</PL_POST><HOME_POST>AB1 2CD</HOME_POST>
              <URN>SC012345</URN><PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>01/06/2026</DEC><REC>X1</REC><REASON_PLACE_CHANGE>CARPL</REASON_PLACE_CHANGE></EPISODE>
            <EPISODE><DECOM>01/06/2026</DECOM><RNE>P</RNE><LS>C1</LS><CIN>N1</CIN><PL>U6</PL><PL_POST>AB3 4EG</PL_POST><HOME_POST>AB1 2CD</HOME_POST>
              <URN>SC012345</URN><PLACE_PROVIDER>PR1</PLACE_PROVIDER></EPISODE></CHILD>
          <CHILD><HEADER><CHILDID>A3</CHILDID><UPN>UN1</UPN><SEX>M</SEX><DOB>31/02/2013</DOB><ETHNIC>wbri</ETHNIC><UASC>1</UASC><DUC/></HEADER></CHILD>
          <CHILD><HEADER><CHILDID>A4</CHILDID><UPN/><SEX/><DOB/><ETHNIC/><UASC/></HEADER>
            <EPISODE><DECOM>soon</DECOM><RNE>S</RNE><LS>C1</LS><CIN>N9</CIN><PL>U6</PL><PL_POST>AB3 4EF</PL_POST><HOME_POST>AB1 2CD</HOME_POST>
              <URN>SC012345</URN><PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC/><REC/></EPISODE></CHILD>
        </EXPSSDA903>
        """

    /// Writes the modules, or some of them.
    static func write(to folder: TemporaryFolder, without left: Set<String> = []) throws {
        for (name, text) in modules where !left.contains(name) { try folder.write(text + "\n", name) }
    }

    /// Validates a path; gives what the closure makes of the result.
    static func validate<T>(_ request: ValidationRequest, _ body: (Validation) throws -> T) async throws -> T {
        let url = try await TestServer.url
        let plan = try ValidationPlan(request, catalogue: try Repository.catalogue(), home: Repository.root)
        return try Validator(connections: 2) { try Connection(url: url) }.run(plan, body)
    }

    /// Each finding as `101 Header 2`.
    static func findings(_ path: String, previous: String? = nil, rules: [String] = []) async throws -> [String] {
        try await validate(ValidationRequest(year: .newest, path: path, previous: previous, authority: "892", rules: rules)) { validation in
            var found: [String] = []
            validation.forEachFinding { found.append("\(validation.outcomes[$0.rule].rule.code) \($0.table.name) \($0.row)") }
            return found
        }
    }
}
