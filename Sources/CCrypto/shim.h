// OpenSSL's digests: SHA-256 of original files (Debian: libssl-dev).
#include <openssl/evp.h>
