import Glibc

/// Shows how far a long work has come, on standard error.
///
/// On a terminal: nothing for two seconds, then one line that is drawn again ten times a second and wiped at the end. Elsewhere: a plain
/// line every thirty seconds, so that a log of a scheduled run shows where the time went, and none for short work.
public struct ProgressLine {
    /// What the amounts count.
    public enum Unit: Sendable {
        /// Bytes, shown as kB, MB and GB.
        case bytes
        /// Things with a name in the plural, such as `rows`.
        case things(String)
    }

    /// Silent for so many seconds.
    public static let delay = 2.0
    private static let terminalInterval = 0.1
    private static let logInterval = 30.0

    private let title: String
    private let total: Int?
    private let unit: Unit
    private let since: Double
    private let isTerminal: Bool
    private let elapsed: () -> Double
    private let output: (String) -> Void
    private var lastShown: Double?
    private var isDrawn = false

    /// A progress line that has shown nothing yet.
    /// - Parameters:
    ///   - title: what is being done; never a value of a person.
    ///   - total: the amount at the end, when it is known.
    ///   - unit: what the amounts count.
    ///   - since: seconds after which this work began, where it is part of a longer one: what it is measured from.
    ///   - isTerminal: whether to draw; by default whether standard error is a terminal.
    ///   - elapsed: seconds since the work began, from a monotonic clock.
    ///   - output: where the text goes; by default standard error.
    public init(
        title: String, total: Int? = nil, unit: Unit, since: Double = 0, isTerminal: Bool = isatty(STDERR_FILENO) == 1, elapsed: @escaping () -> Double,
        output: @escaping (String) -> Void = ProgressLine.writeToStandardError
    ) {
        self.title = title
        self.total = total
        self.unit = unit
        self.since = since
        self.isTerminal = isTerminal
        self.elapsed = elapsed
        self.output = output
    }

    /// Tells how much is done so far; shows it when it is time to.
    public mutating func update(_ done: Int) {
        let seconds = elapsed()
        let wait = isTerminal ? Self.terminalInterval : Self.logInterval
        let due = lastShown.map { $0 + wait } ?? (isTerminal ? Self.delay : Self.logInterval)
        guard seconds >= due else { return }
        lastShown = seconds
        output(isTerminal ? "\r" + text(done, seconds) + "\u{1B}[K" : text(done, seconds) + "\n")
        isDrawn = isTerminal
    }

    /// Ends the progress: wipes the line from the terminal.
    public mutating func finish() {
        if isDrawn { output("\r\u{1B}[K") }
        isDrawn = false
    }

    /// `loading episodes.csv  42%  84.0 of 200.0 MB  61.2 MB/s  0:02 left`
    func text(_ done: Int, _ seconds: Double) -> String {
        var parts = [title]
        let rate = seconds > since ? Double(done) / (seconds - since) : 0
        if let total, total > 0 {
            let share = min(1, Double(done) / Double(total))
            parts.append("\(Int(share * 100))%")
            parts.append("\(amount(Double(done))) of \(amount(Double(total)))")
        } else {
            parts.append(amount(Double(done)))
        }
        if rate > 0 { parts.append(amount(rate) + "/s") }
        if let total, rate > 0, done < total { parts.append(Self.clock(Double(total - done) / rate) + " left") }
        return parts.joined(separator: "  ")
    }

    private func amount(_ value: Double) -> String {
        switch unit {
        case .things(let name): return "\(TerminalTable.thousands(Int(value.rounded()))) \(name)"
        case .bytes:
            for (size, name) in [(1e9, "GB"), (1e6, "MB"), (1e3, "kB")] where value >= size {
                let tenths = Int((value / size * 10).rounded())
                return "\(tenths / 10).\(tenths % 10) \(name)"
            }
            return "\(Int(value)) B"
        }
    }

    /// `0:07`, `12:30`, `1:02:03`
    static func clock(_ seconds: Double) -> String {
        let whole = Int(min(max(seconds, 0), 359_999).rounded())
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
    }

    /// Writes to standard error at once.
    public static func writeToStandardError(_ text: String) {
        var text = text
        text.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
    }
}
