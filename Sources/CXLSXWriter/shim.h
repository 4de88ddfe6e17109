// libxlsxwriter: XLSX workbooks out, with colours and comments (Debian: libxlsxwriter-dev).
#include <xlsxwriter.h>
