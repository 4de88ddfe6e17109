import Foundation
import Postgres
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite("Connecting")
struct ConnectTests {
    private func reason(_ body: () throws -> Void) -> String {
        do { try body() } catch { return "\(error)" }
        return "connected"
    }

    @Test("What a connection says of itself")
    func about() async throws {
        let db = try await TestServer.connect()
        #expect(db.serverVersion >= 150_000)
        #expect(try db.value("select pg_backend_pid()", as: Int.self) == db.backendPID)
        #expect(try db.value("select application_name from pg_stat_activity where pid = pg_backend_pid()", as: String.self) == "tests")
        let settings = try db.query("select current_setting(s) from unnest(array['timezone', 'datestyle', 'client_encoding', 'jit']) as s") { $0[0] }
        #expect(settings == ["UTC", "ISO, DMY", "UTF8", "off"])
    }

    @Test("No server there: the text names the socket, on one line")
    func noSocket() {
        let text = reason { _ = try Connection(url: "postgresql://x@/x?host=%2Ftmp%2Floxley-no-such-folder") }
        #expect(
            text.hasPrefix(
                "no connection to PostgreSQL: connection to server on socket \"/tmp/loxley-no-such-folder/.s.PGSQL.5432\" failed: No such file"
            ))
        #expect(!text.contains { $0.isNewline || $0 == "\t" })
    }

    @Test("No such database, no such user: the text says so")
    func refused() async throws {
        let database = try await TestServer.url(database: "no_such_database")
        #expect(reason { _ = try Connection(url: database) }.hasSuffix("database \"no_such_database\" does not exist"))
        let user = try await TestServer.url.replacingOccurrences(of: "loxley@", with: "nobody_here@")
        #expect(reason { _ = try Connection(url: user) }.contains("nobody_here"))
        #expect(reason { _ = try Connection(url: "postgresql://[") }.hasPrefix("no connection to PostgreSQL: "))
    }

    @Test("A server that never answers is given up when the time is over")
    func silence() throws {
        let server = try FakeServer(answer: nil)
        let clock = ContinuousClock()
        let start = clock.now
        let text = reason { _ = try Connection(url: server.url, connectTimeout: 2) }
        #expect(text.contains("timeout expired"))
        #expect(clock.now - start < .seconds(6))
    }

    @Test("A server older than 15 is refused, and its handle closed once")
    func oldServer() throws {
        // Authentication passed; server_version; a key for cancelling; ready.
        func message(_ kind: String, _ body: [UInt8]) -> [UInt8] {
            Array(kind.utf8) + withUnsafeBytes(of: UInt32(body.count + 4).bigEndian, Array.init) + body
        }
        let answer =
            message("R", [0, 0, 0, 0]) + message("S", Array("server_version\u{0}14.9\u{0}".utf8))
            + message("S", Array("client_encoding\u{0}UTF8\u{0}".utf8)) + message("K", [0, 0, 0, 1, 0, 0, 0, 2])
            + message("Z", Array("I".utf8))
        for _ in 0..<20 {
            let server = try FakeServer(answer: answer)
            #expect(
                reason { _ = try Connection(url: server.url) }
                    == "no connection to PostgreSQL: the server is older than PostgreSQL 15 (140009)")
        }
    }
}

/// A socket that takes one connection and says what it is told to, or nothing.
private final class FakeServer {
    private let folder: String
    private let listener: Int32
    var url: String { "postgresql://x@/x?host=\(folder.replacingOccurrences(of: "/", with: "%2F"))&sslmode=disable&gssencmode=disable" }

    init(answer: [UInt8]?) throws {
        folder = "/tmp/lx-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array((folder + "/.s.PGSQL.5432").utf8)) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, length) } }
        guard bound == 0, listen(listener, 4) == 0 else { throw Stop(number: Int(errno)) }
        guard let answer else { return }
        let descriptor = listener
        Thread.detachNewThread {
            let client = accept(descriptor, nil, nil)
            var request = [UInt8](repeating: 0, count: 1024)
            _ = read(client, &request, request.count)
            _ = write(client, answer, answer.count)
            // Until the other side has gone.
            while read(client, &request, request.count) > 0 {}
            close(client)
        }
    }

    deinit {
        close(listener)
        try? FileManager.default.removeItem(atPath: folder)
    }
}
