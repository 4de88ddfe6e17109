/// How a number in a cell is to be read, by the format that its style gives it.
enum CellFormat: Equatable {
    /// A plain number.
    case general
    /// A number of days; shown with its time of day when the format has one.
    case date(time: Bool, seconds: Bool)
    /// A part of a day: a time of day, or an elapsed time of perhaps more than 24 hours.
    case time(seconds: Bool, elapsed: Bool)
    /// A whole number with leading zeros, as identifiers have them.
    case padded(Int)

    /// A format that every workbook has without saying so (ECMA-376 part 1, 18.8.30, with the East Asian dates).
    init(builtIn id: Int) {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: self = .date(time: false, seconds: false)
        case 22: self = .date(time: true, seconds: false)
        case 18, 20, 32, 34, 55: self = .time(seconds: false, elapsed: false)
        case 19, 21, 33, 35, 45, 47, 56: self = .time(seconds: true, elapsed: false)
        case 46: self = .time(seconds: true, elapsed: true)
        default: self = .general
        }
    }

    /// A format by its code, such as `dd/mm/yyyy hh:mm;@`. Only the first section, for positive numbers, counts.
    init(code: String) {
        var letters: Set<Character> = []
        var elapsed = false
        var zeros = 0
        var other = false
        var characters = code.lowercased()[...]
        scan: while let character = characters.popFirst() {
            switch character {
            case ";": break scan
            case "\"":
                while let next = characters.popFirst(), next != "\"" {}
                other = true
            case "\\", "_", "*":
                _ = characters.popFirst()
                other = true
            case "[":
                var inside = ""
                while let next = characters.popFirst(), next != "]" { inside.append(next) }
                if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
                    elapsed = true
                    letters.insert(first)
                }
            case "a" where characters.hasPrefix("m/pm"): characters.removeFirst(4)
            case "a" where characters.hasPrefix("/p"): characters.removeFirst(2)
            case "g" where characters.hasPrefix("eneral"):
                characters.removeFirst(6)
                other = true
            case "y", "d", "h", "m", "s": letters.insert(character)
            case "0": zeros += 1
            default: other = true
            }
        }
        let hasTime = !letters.isDisjoint(with: ["h", "s"])
        if !letters.isDisjoint(with: ["y", "d"]) || letters == ["m"] && !elapsed {
            self = .date(time: hasTime, seconds: letters.contains("s"))
        } else if hasTime || elapsed {
            self = .time(seconds: letters.contains("s"), elapsed: elapsed)
        } else if zeros > 1, !other {
            self = .padded(zeros)
        } else {
            self = .general
        }
    }
}
