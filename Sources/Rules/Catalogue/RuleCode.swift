/// The order of rule codes: by number, then by what follows it; codes that begin with letters come last.
enum RuleCode {
    static func precedes(_ a: String, _ b: String) -> Bool {
        let (first, second) = (key(a), key(b))
        return first.number != second.number ? first.number < second.number : first.rest.lexicographicallyPrecedes(second.rest)
    }

    private static func key(_ code: String) -> (number: Int, rest: [UInt8]) {
        let digits = code.utf8.prefix { (0x30...0x39).contains($0) }
        let number = Int(String(Substring(digits))) ?? Int.max
        return (number, Array(code.utf8.dropFirst(digits.count)))
    }
}
