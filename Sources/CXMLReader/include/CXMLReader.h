#ifndef CXMLREADER_H
#define CXMLREADER_H

#include <stddef.h>
#include <stdint.h>

/* An opaque wall around libxml2's SAX2 push parser. Its headers are seen by CXMLReader.c alone,
   because they pull ICU in, which clashes with the one inside Foundation.

   Bytes are fed in chunks. Each feed fills a plain buffer of events, which its owner drains before
   the next feed: no callback crosses the wall. */

typedef struct cxml_reader cxml_reader;

typedef enum {
  CXML_START = 1,
  CXML_END = 2,
  CXML_TEXT = 3
} cxml_kind;

typedef enum {
  CXML_OK = 0,
  CXML_NOT_WELL_FORMED = 1,
  CXML_DOCTYPE = 2,        /* a document type declaration: never read */
  CXML_TOO_DEEP = 3,
  CXML_TOO_LONG = 4,       /* too many bytes between two events */
  CXML_NO_MEMORY = 5,
  CXML_TOO_MANY = 6,       /* too many attributes of one element */
  CXML_TOO_MANY_NAMES = 7  /* too many distinct names */
} cxml_status;

typedef struct {
  uint32_t kind;           /* cxml_kind */
  int32_t token;           /* of the name table, 0 for a name that is not in it */
  uint32_t name;           /* place in the table of all names seen */
  uint32_t first;          /* START: first attribute; TEXT: offset of the bytes */
  uint32_t count;          /* START: how many attributes; TEXT: how many bytes */
  uint32_t line;
} cxml_event;

typedef struct {
  int32_t token;
  uint32_t name;
  uint32_t offset;         /* of the value's bytes */
  uint32_t length;
} cxml_attribute;

/* A name to be known by its token. Several names may have one token: two spellings of a namespace.
   A NULL uri is "no namespace"; "*" is any. */
typedef struct {
  const char *uri;
  const char *local;
  int32_t token;
} cxml_known_name;

/* `longest`: bytes between two starts or ends of elements; `most_attributes`: of one element,
   declarations of namespaces counted; `most_names`: distinct names of elements and attributes;
   `namespaces`: nonzero to report declarations as attributes. NULL without memory. */
cxml_reader *cxml_reader_new(const cxml_known_name *names, size_t count, int deepest,
                             size_t longest, int most_attributes, size_t most_names,
                             int namespaces);
void cxml_reader_free(cxml_reader *reader);

/* Forgets the events of the feed before. When it fails, the events before the fault are whole and
   may be drained. `last` nonzero: no more bytes come. */
cxml_status cxml_reader_feed(cxml_reader *reader, const uint8_t *bytes, size_t count, int last);

/* Takes a document over in its middle: `opening` is what opens the elements that are open, whose
   `known` starts and ends are not reported; what is fed then stands from `line` on. Before the
   first feed only. */
cxml_status cxml_reader_take_over(cxml_reader *reader, const uint8_t *opening, size_t count,
                                  int known, int line);

const cxml_event *cxml_reader_events(const cxml_reader *reader, size_t *count);
const cxml_attribute *cxml_reader_attributes(const cxml_reader *reader);
const uint8_t *cxml_reader_bytes(const cxml_reader *reader);

/* Parts of a name, "" where there is none; they live as long as the reader. */
const char *cxml_reader_local(const cxml_reader *reader, uint32_t name);
const char *cxml_reader_prefix(const cxml_reader *reader, uint32_t name);
const char *cxml_reader_uri(const cxml_reader *reader, uint32_t name);

/* Where and why it stopped; the message is libxml2's, without a line's end. */
int cxml_reader_line(const cxml_reader *reader);
const char *cxml_reader_message(const cxml_reader *reader);

#endif
