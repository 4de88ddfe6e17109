import CCrypto

/// SHA-256, from OpenSSL.
struct Checksum: ~Copyable {
    private let context: OpaquePointer?

    /// The digest of no bytes yet.
    init() {
        context = EVP_MD_CTX_new()
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Takes further bytes in.
    func update(_ bytes: UnsafeRawBufferPointer) { EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) }

    /// The digest of all bytes so far, as 64 hexadecimal digits. Once only.
    consuming func finish() -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        EVP_DigestFinal_ex(context, &digest, nil)
        return digest.map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }.joined()
    }

    /// The digest of a text.
    static func of(_ text: String) -> String {
        let sum = Checksum()
        var text = text
        text.withUTF8 { sum.update(UnsafeRawBufferPointer($0)) }
        return sum.finish()
    }
}
