import CLibXML2

/// Checks XML files against an XML schema (XSD 1.0), as streams.
public enum XMLSchemaValidator {
    /// No more problems than so many are told.
    public static let maximumProblems = 1000

    /// Checks a file.
    /// - Parameters:
    ///   - path: the XML file.
    ///   - schemaPath: the schema, and beside it what it includes.
    /// - Returns: one line for each problem, with line number and element, without values; empty when the file is valid.
    /// - Throws: ``FormatError``: a file cannot be opened, the XML is not well-formed, or the schema is none.
    public static func validate(_ path: String, schemaPath: String) throws -> [String] {
        _ = try InputFile(path: schemaPath)
        let file = try InputFile(path: path)
        guard file.size > 0 else { throw FormatError.empty }
        let reader = try XMLNodeReader { try file.read(into: $0) }

        guard let parser = xmlSchemaNewParserCtxt(schemaPath) else {
            throw FormatError.badSchema(path: schemaPath, reason: "it cannot be read")
        }
        defer { xmlSchemaFreeParserCtxt(parser) }
        let firstProblem = Box<String?>(nil)
        xmlSchemaSetParserStructuredErrors(
            parser,
            { context, error in
                guard let context, let error else { return }
                let box = Unmanaged<Box<String?>>.fromOpaque(context).takeUnretainedValue()
                // A schema holds no values of people, so its parser may speak for itself.
                let message = error.pointee.message.map { String(cString: $0) } ?? "unknown"
                if box.value == nil { box.value = "line \(error.pointee.line): \(message.trimmingBlanks())" }
            }, Unmanaged.passUnretained(firstProblem).toOpaque())
        guard let schema = withExtendedLifetime(firstProblem, { xmlSchemaParse(parser) }) else {
            throw FormatError.badSchema(path: schemaPath, reason: firstProblem.value ?? "it is not an XML schema")
        }
        defer { xmlSchemaFree(schema) }

        let problems = Box<[String]>([])
        let isSet = reader.check(against: schema) { problem in
            if problems.value.count < maximumProblems { problems.value.append("line \(problem.line): \(problem.reason)") }
        }
        guard isSet else { throw FormatError.badSchema(path: schemaPath, reason: "it cannot be applied") }
        defer { reader.endCheck() }
        while try reader.next() != nil {}
        return problems.value
    }

    private final class Box<Value> {
        var value: Value
        init(_ value: Value) { self.value = value }
    }
}
