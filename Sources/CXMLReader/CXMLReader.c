#include "CXMLReader.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/dict.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A name that was seen: pointers into the parser's dictionary, so that equal names are equal
   pointers. */
typedef struct {
  const xmlChar *local, *prefix, *uri;
  int32_t token;
} seen_name;

struct cxml_reader {
  xmlParserCtxtPtr parser;
  xmlSAXHandler sax;
  cxml_status status;
  int line;
  char message[256];
  int depth, deepest;
  size_t longest, since; /* bytes fed since the last start or end of an element */
  int most_attributes, namespaces;
  size_t most_names, name_bytes;
  int silent; /* starts and ends to come that were reported before */
  int line_shift; /* of this parser's lines to those of the document */

  cxml_event *events;
  size_t event_count, event_room;
  cxml_attribute *attributes;
  size_t attribute_count, attribute_room;
  uint8_t *bytes;
  size_t byte_count, byte_room;

  cxml_known_name *known; /* strings from the dictionary */
  size_t known_count;
  seen_name *names;
  size_t name_count, name_room;
  uint32_t *slots; /* open addressing: place in `names` plus 1 */
  size_t slot_count;
};

/* Of all distinct names together. */
static const size_t most_name_bytes = 4 << 20;

static pthread_once_t once = PTHREAD_ONCE_INIT;

/* libxml2 prints what it cannot tell a structured handler: broken encodings. */
static void say_nothing(void *context, const char *format, ...) { (void)context, (void)format; }

static void start_libxml(void) {
  xmlInitParser();
  xmlThrDefSetGenericErrorFunc(NULL, say_nothing);
}

static int line_now(const cxml_reader *r) {
  return r->parser && r->parser->input ? r->parser->input->line + r->line_shift : 0;
}

static void stop(cxml_reader *r, cxml_status status, const char *message) {
  if (r->status != CXML_OK) return;
  r->status = status;
  r->line = line_now(r);
  snprintf(r->message, sizeof r->message, "%s", message);
  if (r->parser) xmlStopParser(r->parser);
}

/* Room for one more of `size` bytes each; 0 without memory. */
static int grow(void **items, size_t count, size_t *room, size_t size, size_t more) {
  if (count + more <= *room) return 1;
  size_t next = *room ? *room * 2 : 256;
  while (next < count + more) next *= 2;
  void *moved = realloc(*items, next * size);
  if (!moved) return 0;
  *items = moved;
  *room = next;
  return 1;
}

static size_t slot_of(const cxml_reader *r, const xmlChar *local, const xmlChar *prefix,
                      const xmlChar *uri) {
  uint64_t hash = (uint64_t)(uintptr_t)local * 0x9E3779B97F4A7C15u;
  hash ^= (uint64_t)(uintptr_t)uri * 0xC2B2AE3D27D4EB4Fu;
  hash ^= (uint64_t)(uintptr_t)prefix * 0x165667B19E3779F9u;
  hash ^= hash >> 29;
  return (size_t)hash & (r->slot_count - 1);
}

static int rehash(cxml_reader *r) {
  size_t count = r->slot_count ? r->slot_count * 2 : 512;
  uint32_t *slots = calloc(count, sizeof *slots);
  if (!slots) return 0;
  free(r->slots);
  r->slots = slots;
  r->slot_count = count;
  for (size_t i = 0; i < r->name_count; i++) {
    seen_name *n = &r->names[i];
    size_t at = slot_of(r, n->local, n->prefix, n->uri);
    while (r->slots[at]) at = (at + 1) & (count - 1);
    r->slots[at] = (uint32_t)i + 1;
  }
  return 1;
}

static uint32_t intern(cxml_reader *r, const xmlChar *local, const xmlChar *prefix,
                       const xmlChar *uri) {
  size_t at = slot_of(r, local, prefix, uri);
  while (r->slots[at]) {
    seen_name *n = &r->names[r->slots[at] - 1];
    if (n->local == local && n->prefix == prefix && n->uri == uri) return r->slots[at] - 1;
    at = (at + 1) & (r->slot_count - 1);
  }
  size_t length = strlen((const char *)local) + (prefix ? strlen((const char *)prefix) : 0);
  r->name_bytes += length;
  if (r->name_count >= r->most_names || r->name_bytes > most_name_bytes) {
    stop(r, CXML_TOO_MANY_NAMES, "too many distinct names");
    return 0;
  }
  if (!grow((void **)&r->names, r->name_count, &r->name_room, sizeof *r->names, 1)) {
    stop(r, CXML_NO_MEMORY, "no memory for names");
    return 0;
  }
  seen_name *n = &r->names[r->name_count];
  n->local = local;
  n->prefix = prefix;
  n->uri = uri;
  n->token = 0;
  for (size_t i = 0; i < r->known_count; i++) {
    const cxml_known_name *k = &r->known[i];
    if ((const xmlChar *)k->local != local) continue;
    if (k->uri == (const char *)uri || (k->uri && strcmp(k->uri, "*") == 0)) {
      n->token = k->token;
      break;
    }
  }
  r->slots[at] = (uint32_t)++r->name_count;
  uint32_t place = (uint32_t)r->name_count - 1;
  if (r->name_count * 2 > r->slot_count && !rehash(r)) stop(r, CXML_NO_MEMORY, "no memory");
  return place;
}

static cxml_event *add_event(cxml_reader *r, uint32_t kind) {
  /* A text does not count: one without an end would never be cut. */
  if (kind != CXML_TEXT) r->since = 0;
  if (!grow((void **)&r->events, r->event_count, &r->event_room, sizeof *r->events, 1)) {
    stop(r, CXML_NO_MEMORY, "no memory for events");
    return NULL;
  }
  cxml_event *e = &r->events[r->event_count++];
  e->kind = kind;
  e->token = 0;
  e->name = e->first = e->count = 0;
  e->line = (uint32_t)line_now(r);
  return e;
}

/* The offset of the bytes; 0 and a stop without memory. */
static uint32_t add_bytes(cxml_reader *r, const xmlChar *bytes, size_t count) {
  if (!grow((void **)&r->bytes, r->byte_count, &r->byte_room, 1, count)) {
    stop(r, CXML_NO_MEMORY, "no memory for text");
    return 0;
  }
  size_t at = r->byte_count;
  if (count) memcpy(r->bytes + at, bytes, count);
  r->byte_count += count;
  return (uint32_t)at;
}

static void add_attribute(cxml_reader *r, cxml_event *e, uint32_t name, const xmlChar *value,
                          size_t length) {
  if (r->status != CXML_OK) return;
  if (!grow((void **)&r->attributes, r->attribute_count, &r->attribute_room,
            sizeof *r->attributes, 1)) {
    stop(r, CXML_NO_MEMORY, "no memory for attributes");
    return;
  }
  uint32_t offset = add_bytes(r, value, length);
  if (r->status != CXML_OK) return;
  cxml_attribute *a = &r->attributes[r->attribute_count++];
  a->token = r->names[name].token;
  a->name = name;
  a->offset = offset;
  a->length = (uint32_t)length;
  e->count++;
}

static void on_start(void *context, const xmlChar *local, const xmlChar *prefix,
                     const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                     int attribute_count, int defaulted, const xmlChar **attributes) {
  cxml_reader *r = context;
  (void)defaulted;
  if (r->status != CXML_OK) return;
  if (++r->depth > r->deepest) {
    stop(r, CXML_TOO_DEEP, "elements are nested too deep");
    return;
  }
  if (namespace_count > r->most_attributes ||
      attribute_count > r->most_attributes - namespace_count) {
    stop(r, CXML_TOO_MANY, "too many attributes of an element");
    return;
  }
  if (r->silent > 0) {
    r->silent--;
    r->since = 0;
    return;
  }
  uint32_t name = intern(r, local, prefix, uri);
  if (r->status != CXML_OK) return;
  cxml_event *e = add_event(r, CXML_START);
  if (!e) return;
  e->name = name;
  e->token = r->names[name].token;
  e->first = (uint32_t)r->attribute_count;
  if (r->namespaces) {
    const xmlChar *xmlns = xmlDictLookup(r->parser->dict, BAD_CAST "xmlns", -1);
    const xmlChar *home =
        xmlDictLookup(r->parser->dict, BAD_CAST "http://www.w3.org/2000/xmlns/", -1);
    for (int i = 0; i < namespace_count; i++) {
      const xmlChar *bound = namespaces[2 * i], *value = namespaces[2 * i + 1];
      uint32_t declared = bound ? intern(r, bound, xmlns, home) : intern(r, xmlns, NULL, home);
      add_attribute(r, e, declared, value, value ? strlen((const char *)value) : 0);
    }
  }
  for (int i = 0; i < attribute_count; i++) {
    const xmlChar **a = attributes + 5 * i;
    add_attribute(r, e, intern(r, a[0], a[1], a[2]), a[3], (size_t)(a[4] - a[3]));
  }
  /* An element without all of its attributes is not reported. */
  if (r->status != CXML_OK) r->event_count--;
}

static void on_end(void *context, const xmlChar *local, const xmlChar *prefix,
                   const xmlChar *uri) {
  cxml_reader *r = context;
  if (r->status != CXML_OK) return;
  r->depth--;
  if (r->silent > 0) {
    r->silent--;
    r->since = 0;
    return;
  }
  uint32_t name = intern(r, local, prefix, uri);
  if (r->status != CXML_OK) return;
  cxml_event *e = add_event(r, CXML_END);
  if (!e) return;
  e->name = name;
  e->token = r->names[name].token;
}

static void on_text(void *context, const xmlChar *text, int count) {
  cxml_reader *r = context;
  if (r->status != CXML_OK || count <= 0) return;
  /* Pieces of one text are one event, as far as they come in one feed. */
  if (r->event_count && r->events[r->event_count - 1].kind == CXML_TEXT) {
    add_bytes(r, text, (size_t)count);
    if (r->status != CXML_OK) return;
    r->events[r->event_count - 1].count += (uint32_t)count;
    return;
  }
  uint32_t offset = add_bytes(r, text, (size_t)count);
  if (r->status != CXML_OK) return;
  cxml_event *e = add_event(r, CXML_TEXT);
  if (!e) return;
  e->first = offset;
  e->count = (uint32_t)count;
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id,
                       const xmlChar *system_id) {
  (void)name, (void)public_id, (void)system_id;
  stop(context, CXML_DOCTYPE, "a document type declaration is not read");
}

static void on_error(void *context, xmlErrorPtr error) {
  cxml_reader *r = context;
  if (!r || r->status != CXML_OK || error->level != XML_ERR_FATAL) return;
  char message[200];
  snprintf(message, sizeof message, "%s", error->message ? error->message : "not well formed");
  message[strcspn(message, "\r\n")] = 0;
  stop(r, CXML_NOT_WELL_FORMED, message);
  if (error->line > 0) r->line = error->line + r->line_shift;
}

cxml_reader *cxml_reader_new(const cxml_known_name *names, size_t count, int deepest,
                             size_t longest, int most_attributes, size_t most_names,
                             int namespaces) {
  pthread_once(&once, start_libxml);
  /* The handler is each thread's own; a thread that was there before has the old one. */
  xmlSetGenericErrorFunc(NULL, say_nothing);
  cxml_reader *r = calloc(1, sizeof *r);
  if (!r) return NULL;
  r->deepest = deepest;
  r->longest = longest;
  r->most_attributes = most_attributes;
  r->most_names = most_names;
  r->namespaces = namespaces;
  r->sax.initialized = XML_SAX2_MAGIC;
  r->sax.startElementNs = on_start;
  r->sax.endElementNs = on_end;
  r->sax.characters = on_text;
  r->sax.ignorableWhitespace = on_text;
  r->sax.cdataBlock = on_text;
  r->sax.internalSubset = on_doctype;
  r->sax.serror = on_error;
  r->parser = xmlCreatePushParserCtxt(&r->sax, r, NULL, 0, NULL);
  r->known = count ? calloc(count, sizeof *r->known) : NULL;
  if (!r->parser || (count && !r->known) || !rehash(r)) {
    cxml_reader_free(r);
    return NULL;
  }
  /* Without a DTD there are the five predefined entities only: NOENT makes &amp; in an attribute
     a character instead of &#38;. */
  xmlCtxtUseOptions(r->parser, XML_PARSE_HUGE | XML_PARSE_NONET | XML_PARSE_NOENT);
  for (size_t i = 0; i < count; i++) {
    const char *uri = names[i].uri;
    r->known[i].local = (const char *)xmlDictLookup(r->parser->dict, BAD_CAST names[i].local, -1);
    r->known[i].uri = uri ? (const char *)xmlDictLookup(r->parser->dict, BAD_CAST uri, -1) : NULL;
    r->known[i].token = names[i].token;
  }
  r->known_count = count;
  return r;
}

void cxml_reader_free(cxml_reader *r) {
  if (!r) return;
  if (r->parser) xmlFreeParserCtxt(r->parser);
  free(r->events);
  free(r->attributes);
  free(r->bytes);
  free(r->known);
  free(r->names);
  free(r->slots);
  free(r);
}

/* Bytes that are none of the document's encoding halt libxml2 without a word to any handler: what
   follows would be lost, and the document would seem to end there. */
static void stop_if_halted(cxml_reader *r) {
  if (r->status == CXML_OK && r->parser->disableSAX)
    stop(r, CXML_NOT_WELL_FORMED, "bytes that are none of the document's encoding");
}

cxml_status cxml_reader_feed(cxml_reader *r, const uint8_t *bytes, size_t count, int last) {
  /* libxml2 may look at a long text anew with every feed, so feeds of it are bounded. */
  static const size_t piece = 64 << 10;
  r->event_count = r->attribute_count = r->byte_count = 0;
  if (r->status != CXML_OK) return r->status;
  size_t done = 0;
  while (done < count && r->status == CXML_OK) {
    size_t now = count - done < piece ? count - done : piece;
    r->since += now;
    xmlParseChunk(r->parser, (const char *)bytes + done, (int)now, 0);
    stop_if_halted(r);
    done += now;
    if (r->since > r->longest) stop(r, CXML_TOO_LONG, "too many bytes without an element's end");
  }
  if (last && r->status == CXML_OK) {
    xmlParseChunk(r->parser, NULL, 0, 1);
    stop_if_halted(r);
    if (r->status == CXML_OK && r->depth > 0)
      stop(r, CXML_NOT_WELL_FORMED, "the document ends too early");
  }
  return r->status;
}

cxml_status cxml_reader_take_over(cxml_reader *r, const uint8_t *opening, size_t count, int known,
                                  int line) {
  r->silent = known;
  r->line_shift = line - 1;
  for (size_t i = 0; i < count; i++) r->line_shift -= opening[i] == '\n';
  cxml_status status = cxml_reader_feed(r, opening, count, 0);
  r->since = 0;
  return status;
}

const cxml_event *cxml_reader_events(const cxml_reader *r, size_t *count) {
  *count = r->event_count;
  return r->events;
}
const cxml_attribute *cxml_reader_attributes(const cxml_reader *r) { return r->attributes; }
const uint8_t *cxml_reader_bytes(const cxml_reader *r) { return r->bytes; }

const char *cxml_reader_local(const cxml_reader *r, uint32_t name) {
  return name < r->name_count ? (const char *)r->names[name].local : "";
}
const char *cxml_reader_prefix(const cxml_reader *r, uint32_t name) {
  return name < r->name_count && r->names[name].prefix ? (const char *)r->names[name].prefix : "";
}
const char *cxml_reader_uri(const cxml_reader *r, uint32_t name) {
  return name < r->name_count && r->names[name].uri ? (const char *)r->names[name].uri : "";
}

int cxml_reader_line(const cxml_reader *r) { return r->line; }
const char *cxml_reader_message(const cxml_reader *r) { return r->message; }
