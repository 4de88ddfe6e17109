import Formats
import Vocabulary

extension RowChecker {
    /// Reads a value that is seldom enough to be read as a string: a moment, a decimal number, yes or no, an NHS number.
    mutating func value(
        _ index: Int, _ field: Slice<UnsafeBufferPointer<UInt8>>, _ trimmed: Slice<UnsafeBufferPointer<UInt8>>, _ out: inout CheckedRow
    ) -> CheckedRow.Verdict {
        let plan = plans[index]
        let text = String(decoding: trimmed, as: UTF8.self)
        switch plan.kind {
        case .datetime:
            if let moment = DateText.moment(text) {
                out.cells[index] = .datetime(moment.microseconds)
                if dates == .database || !moment.isCanonical || field.count != trimmed.count { keep(field, index, &out) }
                return .good
            }
        case .number:
            if let number = NumberText.read(text), isInRange(number.digits, number.scale, plan) {
                out.cells[index] = .number(number.digits, scale: number.scale)
                if field.count != trimmed.count || NumberText.text(number.digits, scale: number.scale) != text { keep(field, index, &out) }
                return .good
            }
        case .boolean:
            if let answer = YesNo.read(text) {
                out.cells[index] = .boolean(answer)
                if text != (answer ? "Y" : "N") || field.count != trimmed.count { keep(field, index, &out) }
                return .good
            }
        case .nhsNumber:
            // One whose check digit is another is kept as it stands: it ties nobody, and is found.
            if let number = NHSNumber(text) {
                setText(number.description, index, &out)
                if text != number.description || field.count != trimmed.count { keep(field, index, &out) }
            } else {
                setText(text, index, &out)
                if field.count != trimmed.count { keep(field, index, &out) }
                unreadable[columns[index].name, default: 0] += 1
            }
            return .good
        default: break
        }
        out.cells[index] = .null
        keep(field, index, &out)
        return isNot(readable: plan.kind, index, plan, &out)
    }

    private mutating func isNot(readable kind: Kind, _ index: Int, _ plan: Plan, _ out: inout CheckedRow) -> CheckedRow.Verdict {
        let name = columns[index].name
        let reason: String
        switch kind {
        case .datetime: reason = "is not a date with a time (dd/mm/yyyy hh:mm expected)"
        case .number: reason = "is not a number in its range"
        default: reason = "is neither yes nor no (Y or N expected)"
        }
        if plan.isStartOrEnd {
            reasonsUnusable.append("\(name) \(reason)")
            return .unusable
        }
        if plan.required { return setAside(&out, name, reason) }
        unreadable[name, default: 0] += 1
        return .good
    }

    private func isInRange(_ digits: Int64, _ scale: Int, _ plan: Plan) -> Bool {
        let value = Double(digits) / (0..<scale).reduce(1.0) { power, _ in power * 10 }
        return value >= plan.minimum && value <= plan.maximum
    }
}

/// Yes and no as extracts write them.
enum YesNo {
    private static let yes: Set<String> = ["y", "yes", "true", "t", "1", "a yes", "x"]
    private static let no: Set<String> = ["n", "no", "false", "f", "0", "b no"]

    static func read(_ text: String) -> Bool? {
        if text == "✓" || text == "✔" { return true }
        let folded = CodeSet.folded(text)
        if yes.contains(folded) { return true }
        return no.contains(folded) ? false : nil
    }
}
