extension StringProtocol {
    /// Without white space at both ends (no-break spaces and byte order marks included).
    public func trimmingBlanks() -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}" }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(self[first..<scalars.index(after: last)])
    }
}
