import Foundation
import Postgres
import Testing
import Warehouse

/// A spelling that no list knows becomes an alias by a person's decision, and what was loaded with it is read again.
@Suite("Decisions on spellings")
struct CodesTests {
    private func extracts(_ place: String) -> [Extract] {
        [
            Extract(.header, ["C1", "C2"].map { [$0, "1", "02/03/2010", "WBRI", "", "", ""] }),
            Extract(
                .episodes,
                [
                    ["C1", "01/05/2021", "S", "C2", "N1", place, "PR1", "", "", "", "AB1 2CD", "AB1 3CD", "SC123456"],
                    ["C2", "01/06/2021", "S", "C2", "N1", "U1", "PR1", "", "", "", "AB1 2CD", "AB1 3CD", "SC123456"],
                ]),
        ]
    }

    @Test("a decision reads the records as if the list had known the spelling when they came")
    func decision() throws {
        let warehouse = try TestWarehouse()
        let home = try HomeCopy(in: warehouse.folder)
        let folder = try Extract.write(extracts(" Kinship   carers, Long term "), to: warehouse.folder + "/delivery")
        let load = ["load", "ssda903", "--la", "892", "--year", "2021-22", folder]
        #expect(try warehouse.loxley(load[0], load[1], load[2], load[3], load[4], load[5], load[6], environment: home.environment).code == 3)

        let listed = try warehouse.loxley("codes", "review", "--format", "csv", environment: home.environment)
        #expect(listed.code == 0 && listed.out.contains("placement_type,PLACE,") && listed.out.contains("U1"))

        let unknown = try warehouse.loxley("codes", "review", "--accept", "placement_type:kinship carers long term=U99", environment: home.environment)
        #expect(unknown.code == 2 && unknown.err.contains("U99 is no code of config/codes/placement_type.csv"))
        let noList = try warehouse.loxley("codes", "review", "--accept", "placement_typ:kinship carers long term=U1", environment: home.environment)
        #expect(noList.code == 2 && noList.err.contains("closest: placement_type"))

        let taken = try warehouse.loxley("codes", "review", "--accept", "placement_type:kinship carers long term=U1", environment: home.environment)
        #expect(taken.code == 0 && taken.err.contains("1 record read again"), "\(taken.err)")
        let left = try warehouse.loxley("codes", "review", "--format", "csv", environment: home.environment)
        #expect(left.out.split(separator: "\n").count == 1, "\(left)")
        let again = try warehouse.loxley("codes", "review", "--accept", "placement_type:kinship carers long term=U4", environment: home.environment)
        #expect(again.code == 2 && again.err.contains("means U1 already"))

        let db = try warehouse.connect()
        #expect(try db.lines("select place, raw ->> 'PLACE' from source.ssda903_episodes where child = 'C1'") == ["U1 |  Kinship   carers, Long term "])
        let other = try TestWarehouse()
        #expect(try other.loxley("migrate", environment: home.environment).code == 0)
        #expect(try other.loxley(load[0], load[1], load[2], load[3], load[4], load[5], load[6], environment: home.environment).code == 0)
        let changed = try Home(folder: home.folder)
        let digests = try [db, other.connect()].map { try $0.read { try Digest.of($0, home: changed, all: true) }.overall }
        #expect(digests[0] == digests[1])
        #expect(try warehouse.loxley("rebuild", "--check", environment: home.environment).code == 0)
    }
}
