import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// A program that is run and waited for: posix_spawn and waitpid, nothing between.
///
/// It reads nothing, what it prints is dropped, and no file of ours stays open in it: a server that it leaves behind holds nothing.
struct ChildProcess {
    /// How it ended.
    struct Ending {
        /// The exit code; nil where a signal ended it.
        let code: Int32?
        /// What it wrote on standard error, up to 64 KB.
        let message: String
    }

    /// The program's path.
    let program: String
    let arguments: [String]
    /// The folder it runs in; nil for ours.
    var folder: String?
    /// Variables beside ours; ours win.
    var environment: [String: String] = [:]

    /// Runs it in a session of its own, so that a terminal's ^C does not reach it.
    /// - Parameter keepsErrors: read its standard error. Not for a program that leaves a server behind, which would write there for ever.
    /// - Throws: ``ClusterError/program(name:log:)`` where it cannot be started.
    func run(keepsErrors: Bool) throws -> Ending {
        // A file without a name, not a pipe: nothing has to be read while the program runs.
        var name = Array((NSTemporaryDirectory() + "/loxley-XXXXXX").utf8CString)
        let errors = keepsErrors ? mkstemp(&name) : -1
        defer { if errors >= 0 { close(errors) } }
        if errors >= 0 { unlink(name) }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        if errors >= 0 {
            posix_spawn_file_actions_adddup2(&actions, errors, 2)
        } else {
            posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }
        let open = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []).compactMap { Int32($0) }
        for file in open where file > 2 { posix_spawn_file_actions_addclose(&actions, file) }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var usual = sigset_t()
        sigemptyset(&usual)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&usual, signal) }
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        let ownSession = 0x80  // POSIX_SPAWN_SETSID of glibc
        posix_spawnattr_setflags(&attributes, Int16(ownSession) | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

        // posix_spawn of POSIX cannot change the folder; the shell can, and then becomes the program.
        let line = folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] } ?? []
        let all = line + [program] + arguments
        var words: [UnsafeMutablePointer<CChar>?] = all.map { strdup($0) } + [nil]
        let variables = ProcessInfo.processInfo.environment.merging(self.environment, uniquingKeysWith: { own, _ in own })
        var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + environment { free(text) } }
        var pid = pid_t()
        let failure = posix_spawn(&pid, all[0], &actions, &attributes, &words, &environment)
        guard failure == 0 else { throw ClusterError.program(name: program, log: String(cString: strerror(failure))) }

        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        let exited = status & 0x7f == 0
        return Ending(code: exited ? (status >> 8) & 0xff : nil, message: errors >= 0 ? read(errors) : "")
    }

    private func read(_ file: Int32) -> String {
        lseek(file, 0, SEEK_SET)
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(file, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
