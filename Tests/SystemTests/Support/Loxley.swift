import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// How a run of the executable ended.
struct Outcome: CustomStringConvertible {
    /// The exit code; 128 and the signal's number where a signal ended it.
    let code: Int32
    let out: String
    let err: String
    let seconds: Double

    var text: String { out + err }
    var description: String { "exit \(code) after \(String(format: "%.1f", seconds)) s\n\(out)\(err)" }
}

/// The executable under test.
enum Loxley {
    /// The built program: it stands beside the test bundle.
    static let program: String = {
        let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let beside = URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("loxley").path
        return FileManager.default.isExecutableFile(atPath: beside) ? beside : packageFolder + "/.build/debug/loxley"
    }()

    /// The folder of Package.swift.
    static let packageFolder: String = {
        var url = URL(fileURLWithPath: #filePath)
        while url.path != "/", !FileManager.default.fileExists(atPath: url.appendingPathComponent("Package.swift").path) { url.deleteLastPathComponent() }
        return url.path
    }()

    /// Random tests run twenty times as long.
    static let torture = ProcessInfo.processInfo.environment["LOXLEY_TORTURE"] == "1"

    /// The first seed of random tests; LOXLEY_SEED repeats a run.
    static let seed = ProcessInfo.processInfo.environment["LOXLEY_SEED"].flatMap { UInt64($0) } ?? 1

    /// Whether the program has a command.
    static func has(_ command: String) -> Bool {
        (try? run([command, "--help"]))?.code == 0
    }

    /// Runs the program to its end, with nothing on standard input.
    static func run(_ arguments: [String], environment: [String: String] = [:], timeout: Double = 60) throws -> Outcome {
        try Running(arguments, environment: environment).wait(timeout: timeout)
    }
}

/// A run of the executable that has not ended yet.
final class Running {
    struct CannotStart: Error { let reason: String }

    let pid: pid_t
    private let started = ContinuousClock.now
    private let output: String
    private var outcome: Outcome?

    /// Files that other tests have open in this moment must not be inherited. The importer leaves the function out: it is GNU's own.
    private static let closeRest: (@convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32)? =
        dlsym(nil, "posix_spawn_file_actions_addclosefrom_np").map {
            unsafeBitCast($0, to: (@convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32).self)
        }

    /// Starts the program. Of the environment it gets PATH, HOME and what is given.
    init(_ arguments: [String], environment: [String: String] = [:]) throws {
        output = NSTemporaryDirectory() + "loxley-run-" + UUID().uuidString
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output + ".out", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, output + ".err", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        _ = Running.closeRest?(&actions, 3)
        // A thread of a pool has its signals blocked, and what it starts would inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let inherited = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "LD_LIBRARY_PATH", "LANG"].contains($0.key) }
        let words = ([Loxley.program] + arguments).map { strdup($0) } + [nil]
        let settings = inherited.merging(environment) { $1 }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var pid: pid_t = 0
        let result = posix_spawn(&pid, Loxley.program, &actions, &attributes, words, settings)
        guard result == 0 else { throw CannotStart(reason: "\(Loxley.program): \(String(cString: strerror(result)))") }
        self.pid = pid
    }

    /// Whether it has ended.
    var hasEnded: Bool {
        if outcome != nil { return true }
        var status: Int32 = 0
        guard waitpid(pid, &status, WNOHANG) == pid else { return false }
        let signal = status & 0x7F
        let code = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
        func take(_ ending: String) -> String {
            defer { unlink(output + ending) }
            return FileManager.default.contents(atPath: output + ending).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        let elapsed = (ContinuousClock.now - started).components
        outcome = Outcome(
            code: code, out: take(".out"), err: take(".err"), seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18)
        return true
    }

    /// Sends a signal.
    func signal(_ number: Int32) { if outcome == nil { kill(pid, number) } }

    /// Waits for its end; after the time-out it is killed.
    func wait(timeout: Double = 60) throws -> Outcome {
        let deadline = ContinuousClock.now + .seconds(timeout)
        var pause: UInt32 = 500
        while !hasEnded {
            if ContinuousClock.now > deadline { signal(SIGKILL) }
            usleep(pause)
            pause = min(pause * 2, 10_000)
        }
        guard let outcome else { throw CannotStart(reason: "no outcome") }
        return outcome
    }
}
