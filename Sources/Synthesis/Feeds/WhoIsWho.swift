import Vocabulary

/// The truth about who is who: for each agency the identifiers and spelling it used, and the child that it really is.
final class WhoIsWho {
    private let file: EncodedFile

    init(path: String) throws {
        file = try EncodedFile(path: path)
        try file.write(
            "agency,local_id,nhs_number,upn,former_upn,uln,reference,forename,surname,date_of_birth,sex,spelling,whose,authority,child\n")
    }

    func note(_ told: Spelling, agency: String) throws {
        let fields: [String] = [
            agency, told.localID ?? "", told.nhsNumber ?? "", told.upn ?? "", told.formerUPN ?? "", told.uln ?? "", told.reference ?? "",
            told.forename, told.surname, told.birth.description, told.who.sex.rawValue, told.variants.joined(separator: " "),
            told.who.belonging.rawValue, told.who.authority, told.who.localID.map(String.init) ?? "",
        ]
        try file.write(fields.joined(separator: ",") + "\n")
    }

    func close() throws { try file.close() }
}
