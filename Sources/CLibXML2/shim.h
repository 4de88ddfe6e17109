// libxml2: pull reader, writer and schema validation (Debian: libxml2-dev).
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlschemas.h>
