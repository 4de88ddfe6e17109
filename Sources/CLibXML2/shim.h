// libxml2: pull reader, writer and schema validation (Debian: libxml2-dev).
// Without ICU: its headers clash with those Foundation carries.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlschemas.h>
