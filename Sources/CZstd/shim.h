// Zstandard: compression of the archive of original files (Debian: libzstd-dev).
#include <zstd.h>
