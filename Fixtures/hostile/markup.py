"""Cases about XML that both formats share: what stands in a sheet is the same trait in each."""
from catalogue import DAMAGED, DOCTYPE, EITHER, ERROR, LIMIT, READS, add
from hosts import BOTH, FIRST, HEAD, XLSX, joined

MB64, GB = 64 << 20, 1 << 30
A1 = ["A1=number:42"]
# A file with this text lies beside the cases; no case may show it.
CANARY = "CANARY-4711-MUST-NOT-BE-READ"
CANARY_FILE = "canary.txt"

LAUGHS = "<!DOCTYPE x [<!ENTITY l0 \"ha\">" + "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
QUADRATIC = '<!DOCTYPE x [<!ENTITY a "' + "a" * 100_000 + '">]>'


def with_prolog(host, prolog, *rows):
    """A document type declaration before the root element."""
    return joined(HEAD, prolog, host.document(*rows).bytes()[len(HEAD):])


def in_code(host, text, code, label=None):
    """The document in another encoding, which its declaration names."""
    head = f'<?xml version="1.0" encoding="{label or code}"?>\n'
    body = host.document(FIRST[host], host.row(text)).bytes()[len(HEAD):].decode()
    return (head + body).encode(code)


def raw(host, *pieces):
    """Bytes as they are in the text of A2."""
    return host.sheet(FIRST[host], host.row(joined(*pieces)))


def attributes(count, form):
    return "".join(form % number for number in range(count))


for host in BOTH:
    def case(name, trait, outcome, make, cells=(), host=host):
        add(f"xml-{name}.{host.suffix}", trait, outcome, lambda: make(host), cells)

    # Document type declarations and entities.
    case("laughs", "a billion laughs", DOCTYPE, lambda h: h.file(
        with_prolog(h, LAUGHS, h.row("&l9;"))))
    case("laughs-quadratic", "one long entity, 100,000 times", DOCTYPE, lambda h: h.file(
        with_prolog(h, QUADRATIC, h.row((b"&a;", 100_000)))))
    case("external", "an external entity that is a file beside", DOCTYPE, lambda h: h.file(
        with_prolog(h, f'<!DOCTYPE x [<!ENTITY e SYSTEM "{CANARY_FILE}">]>', h.row("&e;"))),
        ["!" + CANARY])
    case("external-url", "an external entity that is a file by its address", DOCTYPE,
         lambda h: h.file(with_prolog(
             h, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', h.row("&e;"))),
         ["!root:"])
    case("external-dtd", "a DTD that is a file beside", DOCTYPE, lambda h: h.file(
        with_prolog(h, f'<!DOCTYPE x SYSTEM "{CANARY_FILE}">', h.row("x"))), ["!" + CANARY])
    case("parameter", "a parameter entity that is a file beside", DOCTYPE, lambda h: h.file(
        with_prolog(h, f'<!DOCTYPE x [<!ENTITY % e SYSTEM "{CANARY_FILE}"> %e;]>', h.row("x"))),
        ["!" + CANARY])
    case("doctype", "a document type declaration alone", DOCTYPE, lambda h: h.file(
        with_prolog(h, "<!DOCTYPE x>", h.row("x"))))
    case("doctype-inside", "a document type declaration in the text", DAMAGED, lambda h: raw(
        h, "<!DOCTYPE x>"))
    case("doctype-1gb", "an internal subset of 1 GB", ERROR, lambda h: h.file(
        with_prolog(h, joined("<!DOCTYPE x [", (b" ", GB), "]>"), h.row("x"))))
    case("entity", "an entity that nobody declared", DAMAGED, lambda h: raw(h, "&canary;"))
    case("include", "an XInclude of the file beside", EITHER, lambda h: h.sheet(
        FIRST[h], h.row('<i:include xmlns:i="http://www.w3.org/2001/XInclude" '
                        f'href="{CANARY_FILE}" parse="text"/>')), ["!" + CANARY])
    case("stylesheet", "an instruction that names a style sheet", READS, lambda h: h.file(
        with_prolog(h, f'<?xml-stylesheet href="{CANARY_FILE}"?>', FIRST[h])),
        [*A1, "!" + CANARY])

    # Depth and length.
    case("deep", "10^6 elements within one another", LIMIT, lambda h: h.sheet(
        (b"<x>", 10**6), (b"</x>", 10**6)))
    case("deep-open", "10^8 elements within one another, none closed", LIMIT, lambda h: h.file(
        joined(HEAD, h.opening, (b"<x>", 10**8))))
    case("deep-own", "10^6 cells within one another", LIMIT, lambda h: h.file(
        joined(HEAD, h.opening, (b"<row><c>" if h is XLSX else
                                 b"<table:table-row><table:table-cell>", 10**6))))
    for size, name in ((MB64, "64mb"), (GB, "1gb")):
        case(f"attribute-{name}", f"an attribute of {name}", LIMIT, lambda h, n=size: h.sheet(
            joined('<x a="', (b"a", n), '"/>')))
        case(f"text-{name}", f"a text of {name}", LIMIT, lambda h, n=size: raw(h, (b"a", n)))
        case(f"references-{name}", f"a text of {name} of references", LIMIT,
             lambda h, n=size: raw(h, (b"&amp;", n // 5)))
        case(f"cdata-{name}", f"a CDATA section of {name}", LIMIT, lambda h, n=size: raw(
            h, "<![CDATA[", (b"a", n), "]]>"))
        case(f"comment-{name}", f"a comment of {name}", LIMIT, lambda h, n=size: h.sheet(
            joined("<!--", (b"a", n), "-->")))
        case(f"instruction-{name}", f"an instruction of {name}", LIMIT, lambda h, n=size: h.sheet(
            joined("<?x ", (b"a", n), "?>")))
        case(f"tag-{name}", f"a tag of {name} of white space", LIMIT, lambda h, n=size: h.sheet(
            joined("<x", (b" ", n), "/>")))
        case(f"name-{name}", f"a name of {name}", ERROR, lambda h, n=size: h.sheet(
            joined("<", (b"a", n), "/>")))
        case(f"reference-{name}", f"a character reference of {name}", ERROR,
             lambda h, n=size: raw(h, "&#", (b"0", n), "65;"))
    case("attributes", "10^6 attributes of one element", LIMIT, lambda h: h.sheet(
        joined("<x ", attributes(10**6, 'a%d="" '), "/>")))
    case("attributes-20000", "20,000 attributes of one element, in 240 kB", LIMIT,
         lambda h: h.sheet(joined("<x ", attributes(20_000, 'a%d="" '), "/>")))
    case("attribute-twice", "10^5 attributes of one name", ERROR, lambda h: h.sheet(
        joined("<x ", (b'a="" ', 10**5), "/>")))
    case("namespaces", "10^6 namespaces of one element", LIMIT, lambda h: h.sheet(
        joined("<x ", attributes(10**6, 'xmlns:a%d="u" '), "/>")))
    case("namespaces-each", "10^6 elements, a namespace each", EITHER, lambda h: h.sheet(
        FIRST[h], attributes(10**6, '<x xmlns="u%d"/>')), A1)
    case("namespaces-deep", "200 elements within one another, 90 namespaces each", EITHER,
         lambda h: h.sheet(FIRST[h], *[joined("<x ", attributes(90, f'xmlns:a{n}b%d="u{n}" '), ">")
                                       for n in range(200)], (b"</x>", 200)), A1)
    case("names", "10^6 names of elements", EITHER, lambda h: h.sheet(
        FIRST[h], attributes(10**6, "<x%d/>")), A1)
    case("names-of-attributes", "10^6 names of attributes, 50 an element", EITHER,
         lambda h: h.sheet(FIRST[h], "".join(
             "<x " + attributes(50, f'a{n}b%d="" ') + "/>" for n in range(20_000))), A1)
    case("empty-texts", "10^7 empty elements of texts in one cell", EITHER, lambda h: raw(
        h, (b"<t></t>" if h is XLSX else b"<text:span></text:span>", 10**7 // 4)))

    # What is no XML.
    case("unclosed", "elements that never end", DAMAGED, lambda h: h.file(
        joined(HEAD, h.opening, FIRST[h])))
    case("crossed", "end tags in the wrong order", DAMAGED, lambda h: h.sheet(
        FIRST[h], "<a><b></a></b>"))
    case("two-roots", "a second root element", DAMAGED, lambda h: h.file(
        joined(h.document(FIRST[h]), "<x/>")))
    case("text-behind", "text behind the root element", DAMAGED, lambda h: h.file(
        joined(h.document(FIRST[h]), "text")))
    case("no-root", "a declaration and no element", ERROR, lambda h: h.file(HEAD))
    case("mark-only", "a byte order mark alone", ERROR, lambda h: h.file(b"\xef\xbb\xbf"))
    case("prefix", "a prefix that is not declared", EITHER, lambda h: h.sheet(
        FIRST[h], "<q:x/>"), A1)
    case("version", "XML of version 1.1", EITHER, lambda h: h.file(
        joined('<?xml version="1.1"?>', h.document(FIRST[h]).bytes()[len(HEAD):])), A1)
    case("version-9", "XML of version 9.9", EITHER, lambda h: h.file(
        joined('<?xml version="9.9"?>', h.document(FIRST[h]).bytes()[len(HEAD):])), A1)
    case("less", "a < in an attribute", DAMAGED, lambda h: h.sheet(FIRST[h], '<x a="<"/>'))
    case("quotes", "an attribute without quotes", DAMAGED, lambda h: h.sheet(FIRST[h], "<x a=1/>"))
    case("cdata-end", "]]> in a text", EITHER, lambda h: raw(h, "a]]>b"), A1)

    # Characters.
    case("utf8-broken", "bytes that are no UTF-8", DAMAGED, lambda h: raw(h, b"a\xff\xfeb"))
    case("utf8-overlong", "an overlong / in UTF-8", DAMAGED, lambda h: raw(h, b"a\xc0\xafb"))
    case("utf8-surrogate", "a surrogate in UTF-8", DAMAGED, lambda h: raw(h, b"a\xed\xa0\x80b"))
    case("utf8-beyond", "a character over U+10FFFF", DAMAGED, lambda h: raw(
        h, b"a\xf4\x90\x80\x80b"))
    case("utf8-cut", "a character that is cut by a tag", DAMAGED, lambda h: raw(h, b"a\xd0"))
    case("utf8-attribute", "an attribute that is no UTF-8", DAMAGED, lambda h: h.sheet(
        FIRST[h], b'<x a="\xff"/>'))
    case("utf8-name", "a name that is no UTF-8", DAMAGED, lambda h: h.sheet(FIRST[h], b"<\xffx/>"))
    case("utf16", "honest UTF-16", READS, lambda h: h.file(in_code(h, "Школа", "utf-16")),
         [*A1, "A2=text:Школа"])
    case("utf16-lone", "a lone surrogate in UTF-16", DAMAGED, lambda h: h.file(
        in_code(h, "QQ", "utf-16").replace(b"Q\0", b"\0\xd8")))
    case("utf16-odd", "UTF-16 of an odd number of bytes", ERROR, lambda h: h.file(
        in_code(h, "x", "utf-16")[:-1]))
    case("utf16-said", "UTF-8 that says it is UTF-16", EITHER, lambda h: h.file(
        in_code(h, "x", "utf-8", "UTF-16")), A1)
    case("utf16-unsaid", "UTF-16 that says it is UTF-8", EITHER, lambda h: h.file(
        in_code(h, "x", "utf-16", "UTF-8")))
    case("utf32", "UTF-32", EITHER, lambda h: h.file(in_code(h, "x", "utf-32")), A1)
    case("utf7", "UTF-7", EITHER, lambda h: h.file(in_code(h, "x", "utf-7")))
    case("cp1251", "windows-1251", READS, lambda h: h.file(
        in_code(h, "Школа", "windows-1251")), [*A1, "A2=text:Школа"])
    case("ebcdic", "EBCDIC", EITHER, lambda h: h.file(in_code(h, "x", "cp037", "IBM037")))
    case("encoding", "an encoding that there is none of", EITHER, lambda h: h.file(
        in_code(h, "x", "utf-8", "KLINGON-8")), A1)
    case("encoding-long", "an encoding's name of 100 kB", EITHER, lambda h: h.file(
        in_code(h, "x", "utf-8", "A" * 100_000)), A1)
    case("nul", "a NUL byte in a text", DAMAGED, lambda h: raw(h, b"a\0b"))
    case("nul-attribute", "a NUL byte in an attribute", DAMAGED, lambda h: h.sheet(
        FIRST[h], b'<x a="a\0b"/>'))
    case("nul-tag", "a NUL byte in a tag", DAMAGED, lambda h: h.sheet(FIRST[h], b"<x\0/>"))
    case("nul-behind", "NUL bytes behind the root element", DAMAGED, lambda h: h.file(
        joined(h.document(FIRST[h]), b"\0" * 100)))
    case("control", "control characters in a text", DAMAGED, lambda h: raw(h, b"a\1\2\x1b[2Jb"))
    for name, code in (("0", "0"), ("control", "x1B"), ("surrogate", "xD800"),
                       ("beyond", "x110000"), ("huge", "99999999999999999999"), ("ffff", "xFFFF"),
                       ("minus", "-1"), ("none", "")):
        case(f"character-{name}", f"a reference &#{code};", DAMAGED,
             lambda h, c=code: raw(h, f"a&#{c};b"))
    case("bidi", "characters that turn the direction of writing", READS, lambda h: raw(
        h, "\u202e\u2066x\u009b2J"), A1)
    case("marks", "10^5 combining marks on one letter", EITHER, lambda h: raw(
        h, ("\u0301".encode(), 10**5)), A1)
