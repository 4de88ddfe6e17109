import Foundation

/// A person's name without what differs between spellings of it: case, accents, spaces, hyphens, apostrophes, full stops.
///
/// The database folds the names that social care holds in the same way: `identity.folded_name` (sql/schema/0005_agencies.sql).
enum FoldedName {
    /// Letters that are written otherwise where they are not available, and do not come apart into a letter and an accent.
    private static let others: [Unicode.Scalar: String] = [
        "Ø": "O", "ø": "O", "Ł": "L", "ł": "L", "Đ": "D", "đ": "D", "Ð": "D", "ð": "D", "ı": "I", "ß": "SS", "Æ": "AE", "æ": "AE", "Œ": "OE",
        "œ": "OE", "Þ": "TH", "þ": "TH",
    ]

    /// Folds a name: `O'Neill-Šimić` is `ONEILLSIMIC`.
    static func of(_ name: String) -> String {
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return ascii(name) }
        var folded = ""
        for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
            if let other = others[scalar] {
                folded += other
            } else if scalar.properties.isAlphabetic, scalar.properties.canonicalCombiningClass == .notReordered {
                folded += scalar.properties.uppercaseMapping
            }
        }
        return folded
    }

    private static func ascii(_ name: String) -> String {
        var folded = ""
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "a")...UInt8(ascii: "z"): folded.unicodeScalars.append(Unicode.Scalar(byte - 0x20))
            default: continue
            }
        }
        return folded
    }
}
