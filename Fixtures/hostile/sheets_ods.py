"""Cases about what a table in OpenDocument says."""
from catalogue import EITHER, ERROR, LIMIT, READS, add
from hosts import FIRST, HEAD, ODF, ODS, joined
from markup import CANARY, CANARY_FILE, LAUGHS
from streams import Stream

A1 = ["A1=number:42"]
MILLION = 10**6
ROW, CELL = "table:table-row", "table:table-cell"


def row(*cells, more=""):
    return joined(f"<{ROW}{more}>", *cells, f"</{ROW}>")


def number(value, more=""):
    return f'<{CELL} office:value-type="float" office:value="{value}"{more}/>'


def text(content, more=""):
    return joined(f'<{CELL} office:value-type="string"{more}><text:p>', content,
                  f"</text:p></{CELL}>")


def many(count, form):
    places = form.count("%d")
    return "".join(form % ((each,) * places) for each in range(1, count + 1))


def case(name, trait, outcome, *rows, cells=A1, first=True, before="", after="", **others):
    head = [FIRST[ODS]] if first else []
    add(f"{name}.ods", trait, outcome, lambda: ODS.sheet(
        *head, *rows, before=before, after=after, **others), cells)


def lazy(name, trait, outcome, rows="", before="", after="", cells=A1):
    add(f"{name}.ods", trait, outcome, lambda: ODS.sheet(
        FIRST[ODS], rows() if rows else "", before=before() if before else "",
        after=after() if after else ""), cells)


# Repeats.
HUGE = (("10-9", 10**9), ("2-31", 2**31), ("2-63", 2**63), ("2-64", 2**64), ("10-30", 10**30),
        ("max", 2**63 - 1))
for name, times in HUGE:
    rows_more = f' table:number-rows-repeated="{times}"'
    columns_more = f' table:number-columns-repeated="{times}"'
    outcome = LIMIT if times < 10**18 else EITHER
    case(f"rows-valued-{name}", f"a valued row {times} times", outcome, row(
        number(5), more=rows_more), cells=())
    case(f"rows-empty-{name}", f"an empty row {times} times", READS, row(
        f"<{CELL}/>", more=rows_more))
    case(f"rows-styled-{name}", f"a styled row {times} times", READS, row(
        f'<{CELL} table:style-name="ce1"/>', more=rows_more))
    case(f"rows-hidden-{name}", f"a hidden row {times} times", EITHER, row(
        f"<{CELL}/>", more=rows_more + ' table:visibility="collapse"'))
    case(f"cells-valued-{name}", f"a valued cell {times} times", outcome, row(
        number(5, columns_more)), cells=())
    case(f"cells-empty-{name}", f"an empty cell {times} times", READS, row(
        f"<{CELL}{columns_more}/>"))
    case(f"cells-covered-{name}", f"a covered cell {times} times", READS, row(
        f'<table:covered-table-cell{columns_more} office:value-type="float" office:value="1"/>'))
    case(f"columns-hidden-{name}", f"hidden columns {times} times", READS,
         f'<table:table-column table:visibility="collapse"{columns_more}/>')
    case(f"spans-{name}", f"a cell over {times} rows and columns", EITHER, row(number(
        5, f' table:number-columns-spanned="{times}" table:number-rows-spanned="{times}"')))
    case(f"matrix-{name}", f"a formula over {times} rows and columns", EITHER, row(number(
        5, f' table:number-matrix-columns-spanned="{times}"'
           f' table:number-matrix-rows-spanned="{times}" table:formula="of:=1"')))
    case(f"spaces-{name}", f"{times} spaces in a text", EITHER, row(
        text(f'a<text:s text:c="{times}"/>b')))
for name, times in (("0", "0"), ("minus", "-5"), ("text", "many"), ("empty", ""),
                    ("fraction", "2.5"), ("min", str(-2**63)), ("plus", "+2")):
    case(f"rows-repeated-{name}", f"a row «{times}» times", EITHER, row(
        number(5), more=f' table:number-rows-repeated="{times}"'))
    case(f"cells-repeated-{name}", f"a cell «{times}» times", EITHER, row(
        number(5, f' table:number-columns-repeated="{times}"')))
case("rows-and-cells", "a row of 16,384 cells, 1,048,575 times", LIMIT, row(
    number(5, ' table:number-columns-repeated="16384"'),
    more=' table:number-rows-repeated="1048575"'), cells=())
case("rows-and-cells-500", "1,000 rows of 1,000 cells 1,000 times", LIMIT, (row(
    number(5, ' table:number-columns-repeated="1000"'),
    more=' table:number-rows-repeated="1000"').bytes(), 1_000), cells=())
case("rows-and-cells-450000", "450,000 cells by repeats", EITHER, row(
    number(5, ' table:number-columns-repeated="450"'), more=' table:number-rows-repeated="1000"'))
case("text-repeated", "a text of 200 kB in 450,000 cells by repeats", EITHER, row(
    text(b"a" * 200_000, ' table:number-columns-repeated="450"'),
    more=' table:number-rows-repeated="1000"'))
case("string-repeated", "an attribute of 200 kB in 450,000 cells by repeats", EITHER, row(
    f'<{CELL} office:value-type="string" office:string-value="{"a" * 200_000}"'
    ' table:number-columns-repeated="450"/>', more=' table:number-rows-repeated="1000"'))
case("rows-empty-many", "10^7 empty rows, 10^9 times each", READS, (
    f'<{ROW} table:number-rows-repeated="999999999"/>'.encode(), 10**6))
case("rows-max-many", "100 rows, 2^59 times each", READS, (
    f'<{ROW} table:number-rows-repeated="576460752303423488"/>'.encode(), 100))
case("cells-max-many", "1,000 cells, 2^59 times each", READS, row((
    f'<{CELL} table:number-columns-repeated="576460752303423488"/>'.encode(), 1_000)))
case("columns-many", "10^6 hidden columns, 10^9 times each", EITHER, (
    b'<table:table-column table:visibility="collapse" '
    b'table:number-columns-repeated="999999999"/>', MILLION))
case("covered-many", "10^7 covered cells", EITHER, row((
    b"<table:covered-table-cell/>", 10**7)))
case("covered-valued", "10^6 covered cells with values", EITHER, row((
    b'<table:covered-table-cell office:value-type="float" office:value="1"/>', MILLION)))
case("cells-valued", "3 · 10^7 valued cells", LIMIT, (row(*[number(1)] * 500).bytes(), 60_000),
     cells=())
case("cells-styled", "3 · 10^7 styled cells", EITHER, (
    row(*[f'<{CELL} table:style-name="a"/>'] * 500).bytes(), 60_000), cells=())
case("rows-empty", "10^7 empty rows", EITHER, (f"<{ROW}/>".encode(), 10**7))
case("rows-hidden", "10^6 hidden rows", EITHER, (
    f'<{ROW} table:visibility="collapse"/>'.encode(), MILLION))
case("spaces-many", "30 times 10,000 spaces in each of 2,000 cells", EITHER, (row(text(
    b'<text:s text:c="10000"/>' * 30)).bytes(), 2_000))
case("spaces-10-6", "10^6 times 10^9 spaces in a cell", EITHER, row(text(
    (b'<text:s text:c="999999999"/>', MILLION))), cells=())
case("tabs", "10^7 tabs in a cell", EITHER, row(text((b"<text:tab/>", 10**7))), cells=())
case("breaks", "10^7 line breaks in a cell", EITHER, row(text((b"<text:line-break/>", 10**7))),
     cells=())
case("paragraphs", "10^7 paragraphs in a cell", EITHER, row(
    f"<{CELL}>", (b"<text:p/>", 10**7), f"</{CELL}>"), cells=())

case("text-60mb", "300 texts of 200 kB in cells of their own", EITHER, (
    row(text(b"a" * 200_000)).bytes(), 300))
lazy("cells-400000", "400,000 cells, no two alike", EITHER, lambda: many(
    40_000, f"<{ROW}>" + f'<{CELL} office:value-type="float" office:value="%d.5"/>' * 10
    + f"</{ROW}>"), cells=[*A1, "J40001=number:40000.5"])

# Structure.
NESTED = f'<{ROW}><{CELL}><table:table table:name="n">'
case("tables-deep", "10^5 tables within one another", LIMIT, (NESTED.encode(), 10**5), (
    f"</table:table></{CELL}></{ROW}>".encode(), 10**5), cells=())
case("tables-60", "60 tables within one another", READS, NESTED * 60,
     f"</table:table></{CELL}></{ROW}>" * 60)
case("groups-deep", "120 groups of rows within one another", EITHER,
     "<table:table-row-group>" * 120, row(number(7)), "</table:table-row-group>" * 120,
     cells=[*A1, "A2=number:7"])
case("cells-within", "a cell within a cell", EITHER, row(
    f'<{CELL} office:value-type="float" office:value="1">' + number(2) + f"</{CELL}>"))
case("rows-within", "a row within a row", EITHER, row(row(number(3)), number(4)))
case("cell-without-row", "a cell without a row", EITHER, number(3))
case("row-in-cell", "a row within a cell", EITHER, row(f"<{CELL}>", row(number(3)), f"</{CELL}>"))
case("paragraphs-within", "a paragraph within a paragraph", EITHER, row(text(
    "a<text:p>b</text:p>c")))
case("note-within", "a note within a note", READS, row(text(
    "a<office:annotation><text:p>x<office:annotation><text:p>y</text:p></office:annotation>"
    "</text:p></office:annotation>b")), cells=[*A1, "A2=text:ab"])
case("spreadsheet-twice", "a second spreadsheet", EITHER, after=(
    "</office:spreadsheet><office:spreadsheet>" + '<table:table table:name="T">'
    + FIRST[ODS] + "</table:table>"))
lazy("sheets", "10^6 sheets", LIMIT, after=lambda: many(
    MILLION, '<table:table table:name="s%d"/>'), cells=())
case("sheet-name", "a sheet's name of 200 kB", EITHER, after=(
    f'<table:table table:name="{"S" * 200_000}"/>'))
case("sheets-linked", "10^6 copies of sheets of other files", EITHER, after=Stream((
    b"<table:table table:name=\"'file:///x'#S\"/>", MILLION)), cells=())

# Values.
for name, value in (
        ("digits", "9" * 200_000), ("exponent", "1e999999999"), ("tiny", "1e-999999999"),
        ("exponent-long", "1e" + "9" * 100_000), ("infinity", "INF"), ("nan", "NaN"),
        ("hexadecimal", "0x1F"), ("empty", ""), ("sign", "-"), ("point", "."), ("comma", "1,5"),
        ("two", "1 2"), ("int-min", str(-2**63)), ("int-over", str(2**63)), ("sum", "2+5")):
    case(f"number-{name}", f"the number «{value[:20]}»", EITHER, row(number(value), number(5)),
         cells=[*A1, "B2=number:5"])
    case(f"percent-{name}", f"the percentage «{value[:20]}»", EITHER, row(
        f'<{CELL} office:value-type="percentage" office:value="{value}"/>', number(5)),
        cells=[*A1, "B2=number:5"])
for name, kind, value in (
        ("february-30", "date", "2021-02-30"), ("year-99999", "date", "99999-01-01"),
        ("year-0", "date", "0000-12-31"), ("month-13", "date", "2021-13-01"),
        ("digits", "date", "9" * 30 + "-01-01"), ("minus", "date", "-0001-01-01"),
        ("hours", "date", "2021-01-01T25:61:61"), ("seconds", "date", "2021-01-01T00:00:1e300"),
        ("seconds-long", "date", "2021-01-01T00:00:00." + "9" * 100_000),
        ("dashes", "date", "-" * 100_000), ("duration", "time", "PT" + "9" * 400 + "H"),
        ("duration-max", "time", "PT99999999999999999999H"), ("p", "time", "P"),
        ("pt", "time", "PT"),
        ("duration-minus", "time", "-PT" + "9" * 30 + "S"), ("duration-e", "time", "PT1e300H"),
        ("points", "time", "PT1.2.3S"), ("arabic", "time", "PT١٢H"),
        ("boolean", "boolean", "maybe"), ("boolean-long", "boolean", "true" * 50_000),
        ("type", "zzz", "5"), ("type-long", "z" * 100_000, "5"), ("type-empty", "", "5")):
    attribute = f"{kind}-value" if kind in ("date", "time", "boolean") else "value"
    case(f"value-{name}", f"a {kind[:8]} of «{value[:24]}»", EITHER, row(
        f'<{CELL} office:value-type="{kind}" office:{attribute}="{value}"/>', number(5)),
        cells=[*A1, "B2=number:5"])
case("value-none", "every type without its value", READS, row(*[
    f'<{CELL} office:value-type="{kind}"/>' for kind in (
        "float", "percentage", "currency", "date", "time", "boolean", "string")]))
case("formula-long", "a formula of 200 kB", EITHER, row(number(
    5, f' table:formula="of:={"(" * 200_000}"')))
case("formula-prefix", "a formula of an unknown language", EITHER, row(number(
    5, ' table:formula="zz:=1"')), cells=[*A1, "A2=number:5"])

# Styles.
def styles(content):
    return joined("<office:automatic-styles>", content, "</office:automatic-styles>")


def style(name, parent, more=""):
    return (f'<style:style style:name="{name}" style:family="table-cell" '
            f'style:parent-style-name="{parent}"{more}/>')


case("styles-cyclic", "styles that are one another's parents", READS, row(
    number(5, ' table:style-name="a"')), before=styles(style("a", "b") + style("b", "a")),
    cells=[*A1, "A2=number:5"])
case("style-own-parent", "a style that is its own parent", READS, row(
    number(5, ' table:style-name="a"')), before=styles(style("a", "a")),
    cells=[*A1, "A2=number:5"])
lazy("styles-chain", "10^5 styles, each the parent of the next", EITHER, lambda: row(
    number(5, ' table:style-name="s100000"')), before=lambda: styles("".join(
        style(f"s{n}", f"s{n - 1}") for n in range(1, 100_001))), cells=[*A1, "A2=number:5"])
case("formats-cyclic", "formats that map to one another", READS, row(
    number(5, ' table:style-name="c"')), before=styles(
        '<number:number-style style:name="N1"><style:map style:condition="value()&gt;0" '
        'style:apply-style-name="N2"/></number:number-style><number:number-style '
        'style:name="N2"><style:map style:condition="value()&gt;0" style:apply-style-name="N1"/>'
        "</number:number-style>" + style("c", "Default", ' style:data-style-name="N1"')),
    cells=[*A1, "A2=number:5"])
lazy("styles", "10^6 styles", EITHER, before=lambda: styles(many(
    MILLION, '<style:style style:name="ce%d" style:family="table-cell"/>')))
lazy("styles-percent", "10^6 percentage styles", EITHER, before=lambda: styles(
    '<number:percentage-style style:name="N1"/>' + many(
        MILLION, '<style:style style:name="c%d" style:family="table-cell" '
                 'style:data-style-name="N1"/>')))
lazy("formats", "10^6 number formats", EITHER, before=lambda: styles(many(
    MILLION, '<number:percentage-style style:name="N%d"/>')))
lazy("styles-hiding", "10^6 styles that hide a sheet", EITHER, before=lambda: styles(many(
    MILLION, '<style:style style:name="ta%d" style:family="table"><style:table-properties '
             'table:display="false"/></style:style>')))
lazy("style-names", "1,000 styles whose names have 200 kB", EITHER, before=lambda: styles(Stream((
    b'<style:style style:name="' + b"a" * 200_000 + b'" style:family="table"/>', 1_000))))
lazy("format-parts", "a number format of 3 · 10^6 parts", EITHER, before=lambda: styles(Stream(
    b'<number:date-style style:name="N1">', (b"<number:year/>", 3 * MILLION),
    b"</number:date-style>")))

# Beside the cells.
lazy("merges", "10^6 merged ranges", EITHER, lambda: Stream((row(number(
    5, ' table:number-columns-spanned="2"')).bytes(), MILLION)), cells=())
lazy("names", "10^6 named ranges", EITHER, after=lambda: (
    "<table:named-expressions>" + many(
        MILLION, '<table:named-range table:name="n%d" table:cell-range-address="$S.$A$%d"/>')
    + "</table:named-expressions>"))
lazy("databases", "10^6 database ranges", EITHER, after=lambda: (
    "<table:database-ranges>" + many(
        MILLION, '<table:database-range table:name="n%d" table:target-range-address="S.A%d"/>')
    + "</table:database-ranges>"))
lazy("validations", "10^6 validations", EITHER, after=lambda: (
    "<table:content-validations>" + many(
        MILLION, '<table:content-validation table:name="v%d" table:condition="of:1=1"/>')
    + "</table:content-validations>"))
lazy("comments", "10^6 comments", EITHER, lambda: Stream((row(
    f"<{CELL}><office:annotation><text:p>c</text:p></office:annotation></{CELL}>").bytes(),
    MILLION)), cells=())
lazy("shapes", "10^6 shapes in a cell", EITHER, lambda: row(f"<{CELL}>", Stream((
    b"<draw:frame><draw:text-box/></draw:frame>", MILLION)), f"</{CELL}>"))
lazy("changes", "10^6 tracked changes", EITHER, lambda: Stream(
    b"<table:tracked-changes>", (b"<table:deletion/>", MILLION), b"</table:tracked-changes>"))
case("properties-long", "a producer of 200 kB", EITHER, more={"meta.xml": joined(
    HEAD, f'<m:x xmlns:m="{ODF}meta:1.0"><m:generator>', b"a" * 200_000,
    "</m:generator></m:x>")})
case("properties-broken", "properties that are no XML", READS, more={"meta.xml": b"<<<"})
case("mimetype-lies", "a mimetype of a text document", EITHER, more={
    "mimetype": b"application/vnd.oasis.opendocument.text"}, cells=())
case("mimetype-xlsx", "a mimetype that is none", EITHER, more={"mimetype": b"\0" * 100}, cells=())


# Flat files: the same document without an archive around it.
MIMETYPE = (b' office:version="1.3" office:mimetype='
            b'"application/vnd.oasis.opendocument.spreadsheet"')


def flat(name, trait, outcome, document, cells=()):
    add(f"flat-{name}.fods", trait, outcome, lambda: document().bytes().replace(
        b"office:document-content", b"office:document").replace(
            b' office:version="1.3"', MIMETYPE), cells)


def flat_document(*rows, prolog="", **others):
    document = ODS.document(*rows, **others).bytes()
    return joined(HEAD, prolog, document[len(HEAD):])


flat("honest", "a flat file", READS, lambda: flat_document(FIRST[ODS]), A1)
flat("laughs", "a billion laughs in a flat file", ERROR, lambda: flat_document(
    FIRST[ODS], row(text("&l9;")), prolog=LAUGHS))
flat("external", "an external entity in a flat file", ERROR, lambda: flat_document(
    row(text("&e;")), prolog=f'<!DOCTYPE x [<!ENTITY e SYSTEM "{CANARY_FILE}">]>'),
    ["!" + CANARY])
flat("deep", "10^6 elements within one another in a flat file", ERROR, lambda: flat_document(
    (b"<x>", MILLION), (b"</x>", MILLION)))
flat("rows-valued", "a valued row 10^9 times in a flat file", LIMIT, lambda: flat_document(
    row(number(5), more=' table:number-rows-repeated="1000000000"')))
flat("nul", "a NUL byte in a flat file", ERROR, lambda: flat_document(
    FIRST[ODS], row(text(b"a\0b"))))
flat("text", "a text of 4 MB in a flat file", LIMIT, lambda: flat_document(
    row(text((b"a", 4 << 20)))))
flat("picture", "a picture of 4 MB in a flat file", EITHER, lambda: flat_document(
    FIRST[ODS], row("<draw:frame><draw:image><office:binary-data>", (b"QUFB", 1 << 20),
                    "</office:binary-data></draw:image></draw:frame>")), A1)
flat("utf16", "a flat file in UTF-16", EITHER, lambda: Stream(
    flat_document(FIRST[ODS]).bytes().decode().replace("UTF-8", "UTF-16").replace(
        "document-content", "document").encode("utf-16")), A1)
