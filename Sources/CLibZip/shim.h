// libzip: the container of XLSX workbooks (Debian: libzip-dev).
#include <zip.h>
