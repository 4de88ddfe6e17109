// xxHash: the 128-bit content hash of a row (Debian: libxxhash-dev).
#include <xxhash.h>
