import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Kills the postmaster and every process it started, and waits until they are gone.
func killServer(_ folder: String) throws {
    let text = try String(contentsOfFile: folder + "/postgres/postmaster.pid", encoding: .utf8)
    let postmaster = try #require(text.split(separator: "\n").first.flatMap { pid_t($0) })
    kill(postmaster, SIGSTOP)
    var all = [postmaster]
    for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
        guard let pid = pid_t(name), let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let fields = stat.split(separator: ")").last?.split(separator: " "), fields.count > 1, pid_t(fields[1]) == postmaster
        else { continue }
        all.append(pid)
    }
    for pid in all { kill(pid, SIGKILL) }
    let deadline = ContinuousClock.now + .seconds(20)
    func isAnyLeft() -> Bool { all.contains { FileManager.default.fileExists(atPath: "/proc/\($0)") } }
    while isAnyLeft(), ContinuousClock.now < deadline { usleep(2_000) }
    #expect(!isAnyLeft(), "a process of the server outlived SIGKILL")
}
