import CLibXML2

/// What libxml2 found wrong, in words of our own: its messages may hold text of the document.
struct XMLProblem {
    let line: Int
    let reason: String
    /// A deviation from the schema, not from XML.
    let isAboutSchema: Bool

    init(_ error: xmlError) {
        line = Int(error.line)
        isAboutSchema = error.domain == Int32(XML_FROM_SCHEMASV.rawValue)
        if isAboutSchema {
            let place = error.message.map { Self.place(in: String(cString: $0)) } ?? ""
            reason = place + (Self.schemaReasons[error.code] ?? "is not as the schema has it (code \(error.code))")
        } else {
            reason = Self.parserReasons[error.code] ?? "not well-formed XML (libxml2 code \(error.code))"
        }
    }

    /// `element CHILD, attribute ID: ` from the beginning of a schema message, which names them before the first colon and space.
    private static func place(in message: String) -> String {
        guard message.hasPrefix("Element '") else { return "" }
        let parts = message.split(separator: "'", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return "" }
        let element = parts[1].split(separator: "}").last.map(String.init) ?? ""
        if parts.count >= 5, parts[2] == ", attribute " { return "element \(element), attribute \(parts[3]): " }
        return "element \(element): "
    }

    private static let parserReasons: [Int32: String] = [
        Int32(XML_ERR_DOCUMENT_EMPTY.rawValue): "the document is empty",
        Int32(XML_ERR_DOCUMENT_END.rawValue): "there is more after the end of the document, or it ends too early",
        Int32(XML_ERR_INVALID_CHAR.rawValue): "a character that XML does not allow",
        Int32(XML_ERR_UNDECLARED_ENTITY.rawValue): "an entity that is not declared",
        Int32(XML_ERR_ENTITY_LOOP.rawValue): "an entity that holds itself",
        Int32(XML_ERR_UNKNOWN_ENCODING.rawValue): "an unknown encoding",
        Int32(XML_ERR_UNSUPPORTED_ENCODING.rawValue): "an encoding that is not supported",
        Int32(XML_ERR_INVALID_ENCODING.rawValue): "bytes that are not in the declared encoding",
        Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue): "an end tag that does not match its start tag",
        Int32(XML_ERR_TAG_NOT_FINISHED.rawValue): "the document ends inside an element; is the file truncated?",
        Int32(XML_ERR_LT_IN_ATTRIBUTE.rawValue): "a < inside an attribute",
        Int32(XML_ERR_LTSLASH_REQUIRED.rawValue): "an end tag is missing",
        Int32(XML_ERR_GT_REQUIRED.rawValue): "a > is missing",
        Int32(XML_ERR_NAME_REQUIRED.rawValue): "a name is missing; is there a bare & or < in a text?",
        Int32(XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue): "a ; is missing after an entity; is there a bare & in a text?",
        Int32(XML_ERR_ATTRIBUTE_REDEFINED.rawValue): "an attribute stands twice",
        Int32(XML_ERR_INTERNAL_ERROR.rawValue): "the document is beyond the parser's limits",
    ]

    private static let schemaReasons: [Int32: String] = [
        Int32(XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1.rawValue): "the value is not of its type",
        Int32(XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2.rawValue): "a value in the list is not of its type",
        Int32(XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3.rawValue): "the value is of none of the allowed types",
        Int32(XML_SCHEMAV_CVC_TYPE_3_1_1.rawValue): "an attribute is not allowed here",
        Int32(XML_SCHEMAV_CVC_TYPE_3_1_2.rawValue): "an element is not allowed inside this one",
        Int32(XML_SCHEMAV_CVC_ELT_1.rawValue): "the element is not declared in the schema",
        Int32(XML_SCHEMAV_ELEMENT_CONTENT.rawValue): "this element is not expected here, or one is missing",
        Int32(XML_SCHEMAV_CVC_LENGTH_VALID.rawValue): "the value has the wrong length",
        Int32(XML_SCHEMAV_CVC_MINLENGTH_VALID.rawValue): "the value is too short",
        Int32(XML_SCHEMAV_CVC_MAXLENGTH_VALID.rawValue): "the value is too long",
        Int32(XML_SCHEMAV_CVC_MININCLUSIVE_VALID.rawValue): "the value is too small",
        Int32(XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID.rawValue): "the value is too small",
        Int32(XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID.rawValue): "the value is too large",
        Int32(XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID.rawValue): "the value is too large",
        Int32(XML_SCHEMAV_CVC_TOTALDIGITS_VALID.rawValue): "the value has too many digits",
        Int32(XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID.rawValue): "the value has too many decimals",
        Int32(XML_SCHEMAV_CVC_PATTERN_VALID.rawValue): "the value does not have its pattern",
        Int32(XML_SCHEMAV_CVC_ENUMERATION_VALID.rawValue): "the value is none of the allowed ones",
        Int32(XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1.rawValue): "the element must be empty",
        Int32(XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2.rawValue): "the element may hold only a value",
        Int32(XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3.rawValue): "the element may hold only elements",
        Int32(XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1.rawValue): "the attribute is not allowed",
        Int32(XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2.rawValue): "the attribute is not allowed",
        Int32(XML_SCHEMAV_CVC_COMPLEX_TYPE_4.rawValue): "a required attribute is missing",
        Int32(XML_SCHEMAV_CVC_IDC.rawValue): "a key is missing or stands twice",
    ]
}
