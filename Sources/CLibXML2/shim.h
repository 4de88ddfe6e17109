// libxml2: pull reader, writer and schema validation (Debian: libxml2-dev).
#include <libxml/xmlversion.h>
// Without this the headers draw in the system's ICU, whose types clash with the ICU inside Foundation. The only declarations
// that change are the last two fields of xmlCharEncodingHandler, which the library allocates itself.
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlschemas.h>
