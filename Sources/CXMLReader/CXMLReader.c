#include "CXMLReader.h"
#include <libxml/parser.h>
int cxmlreader_version(void) { return LIBXML_VERSION; }
