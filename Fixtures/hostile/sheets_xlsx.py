"""Cases about what a sheet in SpreadsheetML says."""
from catalogue import EITHER, LIMIT, READS, add
from hosts import FIRST, HEAD, MAIN, OFFICE, XLSX, joined, relations
from streams import Stream

A1 = ["A1=number:42"]
MILLION = 10**6
GENERAL = '<xf numFmtId="0"/>'


def cell(address, value, more=""):
    return f'<c r="{address}"{more}><v>{value}</v></c>'


def rows(*cells):
    return FIRST[XLSX] + '<row r="2">' + "".join(cells) + "</row>"


def many(count, form):
    """The form with the numbers from 1 to the count, as often as it has places for them."""
    places = form.count("%d")
    return "".join(form % ((number,) * places) for number in range(1, count + 1))


def styles(formats="", cell_formats='<xf numFmtId="0"/><xf numFmtId="14"/>', before=""):
    return joined(HEAD, f'<styleSheet xmlns="{MAIN}"><numFmts>', formats, "</numFmts>", before,
                  "<cellXfs>", cell_formats, "</cellXfs></styleSheet>")


def strings(items, attributes=""):
    return joined(HEAD, f'<sst xmlns="{MAIN}" {attributes}>', items, "</sst>")


def letters(column):
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def case(name, trait, outcome, *sheet, cells=(), before="", after="", **others):
    add(f"{name}.xlsx", trait, outcome,
        lambda: XLSX.sheet(*sheet, before=before, after=after, **{
            key: value() if callable(value) else value for key, value in others.items()}), cells)


def lazy(name, trait, outcome, make, cells=()):
    """As `case`, for what is too large to be made before its turn."""
    add(f"{name}.xlsx", trait, outcome, make, cells)


# Places.
case("cell-far", "A1 and XFD1048576", READS, FIRST[XLSX],
     '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>',
     cells=[*A1, "XFD1048576=number:7"])
for name, address in (
        ("a0", "A0"), ("letters", "ZZZZZZ1"), ("empty", ""), ("digit-first", "1A"),
        ("beyond-column", "XFE1"), ("beyond-row", "A1048577"), ("huge", "A" + "9" * 40),
        ("long", "A" * MILLION), ("r1c1", "R2C3"), ("cyrillic", "А2"), ("dollars", "$B$2"),
        ("many-dollars", "$" * 100_000 + "B2"), ("range", "B2:C3"), ("sheet", "S!B2"),
        ("minus", "B-2"), ("zeros", "B" + "0" * 50_000 + "2"), ("fullwidth", "Ｂ２"),
        ("space", " B2 ")):
    case(f"address-{name}", f"a cell at «{address[:12]}»", EITHER, rows(cell(address, 5)),
         cells=A1)
for name, number in (
        ("0", "0"), ("minus", "-1"), ("2-31", str(2**31)), ("2-63", str(2**63)),
        ("2-64", str(2**64 + 2)), ("10-30", "1" + "0" * 30), ("text", "two"), ("empty", ""),
        ("fraction", "2.5"), ("plus", "+2"), ("max", str(2**63 - 1)), ("min", str(-2**63))):
    case(f"row-{name}", f"a row of the number {number[:22]}", EITHER, FIRST[XLSX],
         f'<row r="{number}"><c><v>5</v></c></row>', cells=A1)
case("row-after-last", "a row without a number behind the last one", EITHER, FIRST[XLSX],
     '<row r="1048576"/><row><c><v>5</v></c></row>', cells=A1)
case("cell-after-last", "a cell without an address behind the last column", EITHER,
     rows('<c r="XFD2"><v>5</v></c><c><v>6</v></c>'), cells=A1)
case("cell-max", "a row of 2^63 - 1 whose cell has no address", EITHER, FIRST[XLSX],
     f'<row r="{2**63 - 1}"/><row><c/></row>', cells=A1)
lazy("rows-descending", "200,000 rows in descending order", EITHER, lambda: XLSX.sheet("".join(
    f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(200_000, 0, -1))),
    ["A1=number:1"])
lazy("rows-ping-pong", "200,000 cells, from the ends to the middle", EITHER, lambda: XLSX.sheet(
    "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>'
            f'<row r="{400_000 - n}"><c r="A{400_000 - n}"><v>1</v></c></row>'
            for n in range(1, 100_000))))
case("cells-one-place", "500,000 cells at one address", EITHER, FIRST[XLSX],
     "<row>", (b'<c r="B7"><v>1</v></c>', 500_000), "</row>", cells=A1)
case("cells-styled", "10^8 styled cells without a value", EITHER, FIRST[XLSX],
     (b'<row><c s="1"/><c s="1"/><c s="1"/><c s="1"/></row>', 25 * MILLION))
case("cells-valued", "10^8 valued cells", LIMIT, FIRST[XLSX],
     (b"<row>" + b"<c><v>1</v></c>" * 1000 + b"</row>", 100_000))
case("cells-wide", "16,385 cells in a row", EITHER, FIRST[XLSX], "<row>",
     (b"<c><v>1</v></c>", 16_385), "</row>", cells=A1)
case("rows-empty", "10^7 rows without a cell", EITHER, FIRST[XLSX], (b"<row/>", 10**7), cells=A1)
case("rows-hidden", "10^6 hidden rows", EITHER, FIRST[XLSX], (b'<row hidden="1"/>', MILLION),
     cells=A1)
case("dimension-lies", "a dimension of a whole sheet around one cell", READS, FIRST[XLSX],
     before='<dimension ref="A1:XFD1048576"/>', cells=A1)
case("dimension-none", "a dimension that is none", READS, FIRST[XLSX],
     before='<dimension ref="&#9786;"/>', cells=A1)
for name, low, high in (("huge", 1, 10**17), ("2-63", 2**63, 2**63), ("minus", -5, 3),
                        ("zero", 0, 0), ("turned", 9, 2), ("beyond", 20_000, 30_000)):
    case(f"columns-{name}", f"hidden columns from {low} to {high}", EITHER, FIRST[XLSX],
         before=f'<cols><col min="{low}" max="{high}" hidden="1"/></cols>', cells=A1)
case("columns", "10^6 times all columns hidden", EITHER, FIRST[XLSX], cells=A1,
     before=Stream(b"<cols>", (b'<col min="1" max="16384" hidden="1"/>', MILLION), b"</cols>"))

# Structure.
case("cells-within", "a cell within a cell", EITHER, rows(
    '<c r="A2"><v>1</v><c r="B2"><v>2</v></c></c>'), cells=A1)
case("values-within", "a value within a value", EITHER, rows(
    '<c r="A2"><v>1<v>2</v>3</v></c>'), cells=A1)
case("rows-within", "a row within a cell", EITHER, rows(
    '<c r="A2"><row r="7"><c r="A7"><v>3</v></c></row></c>'), cells=A1)
case("data-twice", "the data of the sheet twice", EITHER, FIRST[XLSX],
     after='<sheetData><row r="1"><c r="A1"><v>43</v></c></row></sheetData>')
case("data-within", "the data within the data", EITHER, FIRST[XLSX],
     '<sheetData><row r="3"><c r="A3"><v>3</v></c></row></sheetData>'
     '<row r="4"><c r="A4"><v>4</v></c></row>', cells=A1)
case("phonetic-open", "a phonetic run around half a sheet", EITHER, FIRST[XLSX],
     '<row r="2"><rPh><c r="A2" t="inlineStr"><is><t>x</t></is></c></rPh></row>', cells=A1)
case("inline-many", "3 · 10^6 texts in one cell", EITHER,
     '<row r="1"><c r="A1" t="inlineStr"><is>', (b"<r><t>a</t></r>", 3 * MILLION),
     "</is></c></row>")
case("inline-empty", "10^7 empty texts in one cell", EITHER,
     '<row r="1"><c r="A1" t="inlineStr"><is>', (b"<t/>", 10**7), "</is></c></row>")
case("formulas-many", "10^7 formulas in one cell", EITHER,
     '<row r="1"><c r="A1">', (b"<f/>", 10**7), "<v>42</v></c></row>")
case("values-many", "10^7 values in one cell", EITHER,
     '<row r="1"><c r="A1">', (b"<v>42</v>", 10**7), "</c></row>")
case("alternate", "80 alternatives within one another", EITHER, FIRST[XLSX], after=(
    '<m:AlternateContent xmlns:m="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<m:Fallback>' * 80 + "</m:Fallback></m:AlternateContent>" * 80), cells=A1)

# Values.
for name, value in (
        ("digits", "9" * MILLION), ("fraction", "0." + "3" * 200_000), ("exponent", "1e999999999"),
        ("tiny", "1e-999999999"), ("minus", "-1e999999999"), ("zeros", "0" * 200_000 + "1"),
        ("exponent-long", "1e" + "9" * 100_000), ("zero-exponent", "0e999999999999"),
        ("infinity", "inf"), ("nan", "nan"), ("hexadecimal", "0x1F"), ("e", "e"), ("point", "."),
        ("sign", "-"), ("signs", "--5"), ("open", "1e"), ("open-sign", "1e+"), ("comma", "1,5"),
        ("arabic", "١٢"), ("spaces", " " * 100_000 + "5"), ("empty", ""), ("two", "1 2"),
        ("int-min", str(-2**63)), ("int-over", str(2**63)), ("most", "1.7976931348623157E+308"),
        ("least", "4.9E-324"), ("sum", "2+5"), ("points", "1.2.3")):
    case(f"number-{name}", f"the number «{value.strip()[:20]}»", EITHER, rows(cell("A2", value)),
         cells=A1)
for name, value in (("1e300", "1e300"), ("minus", "-1"), ("2958466", "2958466"), ("9e99", "9e99"),
                    ("tiny", "1e-300"), ("60", "60"), ("2-63", str(2**63)),
                    ("half", "0.99999999999"), ("minus-1e18", "-1e18"), ("3e11", "300000000000")):
    case(f"date-{name}", f"the date of serial {value}", EITHER,
         rows(cell("A2", value, ' s="1"'), '<c r="B2"><v>5</v></c>'), styles=styles(),
         cells=[*A1, "B2=number:5"])
    case(f"date-1904-{name}", f"the date of serial {value} since 1904", EITHER,
         rows(cell("A2", value, ' s="1"')), styles=styles(), workbook=HEAD + (
             f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="1"/><sheets>'
             '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>').encode(), cells=A1)
for name, value in (
        ("february-30", "2021-02-30"), ("year-99999", "99999-01-01"), ("year-0", "0000-01-01"),
        ("month-13", "2021-13-01"), ("minus", "-2021-01-01"), ("digits", "9" * 30 + "-01-01"),
        ("hours", "2021-01-01T25:61:61"), ("seconds", "2021-01-01T00:00:1e300"),
        ("duration", "PT" + "9" * 400 + "H"), ("duration-e", "PT1e300H"), ("p", "P"),
        ("dashes", "-" * 100_000), ("colons", ":" * 100_000), ("nan", "2021-01-01Tnan:00"),
        ("zone", "2021-01-01T00:00:00+99:99"), ("long", "P" + "1D" * 100_000)):
    case(f"iso-{name}", f"the date «{value[:24]}»", EITHER,
         rows(cell("A2", value, ' t="d"'), '<c r="B2"><v>5</v></c>'), cells=[*A1, "B2=number:5"])
for name, kind, value in (
        ("boolean", "b", "7"), ("boolean-long", "b", "1" * 100_000), ("error", "e", "#" * 100_000),
        ("unknown", "zzz", "5"), ("empty", "", "5"), ("long", "s" * 100_000, "5"),
        ("error-code", "e", "#SPILL!")):
    case(f"type-{name}", f"a cell of type «{kind[:10]}» with «{value[:10]}»", EITHER,
         rows(cell("A2", value, f' t="{kind}"'), '<c r="B2"><v>5</v></c>'),
         cells=[*A1, "B2=number:5"])
for name, text in (("nul", "_x0000_"), ("control", "_x001B_[2J"), ("surrogate", "_xD800_"),
                   ("turned", "_xDC00__xD800_"), ("half", "_x12"), ("chain", "_x005F_x000D_"),
                   ("many", "_x0041_" * 30_000)):
    case(f"escape-{name}", f"the escape «{text[:16]}»", READS, FIRST[XLSX],
         f'<row r="2"><c r="A2" t="inlineStr"><is><t>{text}</t></is></c></row>', cells=A1)

case("text-60mb", "300 texts of 200 kB in cells of their own", EITHER, FIRST[XLSX],
     (b'<row><c t="inlineStr"><is><t>' + b"a" * 200_000 + b"</t></is></c></row>", 300), cells=A1)
lazy("cells-400000", "400,000 cells, no two alike", EITHER, lambda: XLSX.sheet(
    FIRST[XLSX], many(40_000, "<row>" + "<c><v>%d.5</v></c>" * 10 + "</row>")),
    [*A1, "J40001=number:40000.5"])

# Shared strings.
for name, index in (("behind", "3"), ("minus", "-1"), ("2-31", str(2**31)), ("2-63", str(2**63)),
                    ("2-64", str(2**64)), ("text", "x"), ("empty", ""), ("fraction", "0.5")):
    case(f"shared-{name}", f"the shared string of index {index[:22]}", READS,
         rows(cell("A2", index, ' t="s"')), strings=strings("<si><t>one</t></si>"), cells=A1)
for name, count in (("2-31", 2**31), ("2-63", 2**63), ("minus", -1), ("10-30", 10**30),
                    ("billion", 10**9)):
    case(f"shared-count-{name}", f"shared strings that say they are {count}", READS,
         rows(cell("A2", 0, ' t="s"')), cells=[*A1, "A2=text:one"],
         strings=strings("<si><t>one</t></si>", f'count="{count}" uniqueCount="{count}"'))
case("shared-none", "shared strings that are not there", EITHER, rows(cell("A2", 0, ' t="s"')),
     cells=A1)
case("shared-within", "a shared string within another", EITHER, rows(cell("A2", 0, ' t="s"')),
     strings=strings("<si><t>a</t><si><t>b</t></si></si>"), cells=A1)
case("shared-phonetic", "phonetic ends without a start", EITHER, rows(cell("A2", 0, ' t="s"')),
     strings=strings("<si><rPh><rPh><t>a</t></rPh></rPh><t>b</t></si>"), cells=A1)
case("shared-runs", "10^7 runs in one shared string", EITHER, FIRST[XLSX],
     strings=lambda: strings(Stream(b"<si>", (b"<r><t>a</t></r>", 10**7), b"</si>")))
case("shared-many", "10^8 empty shared strings", EITHER, FIRST[XLSX],
     strings=lambda: strings((b"<si/>", 10**8)))
case("shared-texts", "4 · 10^6 shared strings of 100 bytes", LIMIT, FIRST[XLSX],
     strings=lambda: strings((b"<si><t>" + b"a" * 100 + b"</t></si>", 4 * MILLION)))
case("shared-long", "300 shared strings of 200 kB", EITHER, FIRST[XLSX],
     strings=lambda: strings((b"<si><t>" + b"a" * 200_000 + b"</t></si>", 300)), cells=A1)
lazy("shared-distinct", "450,000 shared strings, no two alike", EITHER, lambda: XLSX.sheet(
    rows(cell("A2", 449_999, ' t="s"')), strings=strings(
        many(450_000, "<si><t>%d of them</t></si>"))), [*A1, "A2=text:450000 of them"])
case("shared-amplified", "one shared string of 200 kB in 100,000 cells", EITHER, FIRST[XLSX],
     (b'<row><c t="s"><v>0</v></c></row>', 100_000), cells=A1,
     strings=lambda: strings(Stream(b"<si><t>" + b"a" * 200_000 + b"</t></si>")))

# Styles.
for name, index in (("behind", "9"), ("minus", "-1"), ("2-63", str(2**63)), ("text", "x")):
    case(f"style-{name}", f"a cell of style {index[:22]}", READS,
         rows(cell("A2", 5, f' s="{index}"')), styles=styles(), cells=[*A1, "A2=number:5"])
case("styles-cyclic", "styles that are one another's parents", READS,
     rows(cell("A2", 5, ' s="1"')), cells=[*A1, "A2=number:5"], styles=styles(
         cell_formats='<xf xfId="1"/><xf xfId="0"/>',
         before='<cellStyleXfs><xf xfId="1"/><xf xfId="0"/></cellStyleXfs>'))
case("styles", "10^6 styles", EITHER, FIRST[XLSX], styles=lambda: styles(
    cell_formats=many(MILLION, '<xf numFmtId="%d"/>')), cells=A1)
case("styles-10-8", "10^8 styles", LIMIT, FIRST[XLSX], styles=lambda: styles(
    cell_formats=(b'<xf numFmtId="14"/>', 10**8)))
case("formats", "10^6 number formats", EITHER, FIRST[XLSX], cells=A1, styles=lambda: styles(
    many(MILLION, '<numFmt numFmtId="%d" formatCode="0.0&quot;%d&quot;"/>')))
case("formats-one", "10^7 number formats of one identifier", EITHER, FIRST[XLSX], cells=A1,
     styles=lambda: styles((b'<numFmt numFmtId="164" formatCode="yyyy"/>', 10**7)))
for name, code in (
        ("long", "0" * 100_000), ("long-250", "[h]" * 83), ("brackets", "[" * 250),
        ("quotes", "&quot;" * 249), ("backslash", "yyyy\\"), ("sections", ";" * 250),
        ("general", "General" * 35), ("open", "[hhhh"), ("empty", ""), ("marks", "д\u0301" * 120),
        ("e", "E" * 250), ("colours", "[Red]" * 50), ("at", "@" * 250), ("conditions", "[>1e999]0"),
        ("dollar", "[$-"), ("fractions", "# ?/" + "9" * 200), ("commas", "0" + "," * 200)):
    case(f"format-{name}", f"the number format «{code[:16]}»", EITHER,
         rows(cell("A2", 5, ' s="1"')), cells=A1, styles=styles(
             f'<numFmt numFmtId="164" formatCode="{code}"/>', GENERAL + '<xf numFmtId="164"/>'))
for number in (-1, 2**31, 2**63, 10**30):
    case(f"format-id-{number if number < 9 else len(str(number))}", f"format number {number}",
         EITHER, rows(cell("A2", 5, ' s="1"')), cells=A1, styles=styles(
             f'<numFmt numFmtId="{number}" formatCode="yyyy"/>',
             GENERAL + f'<xf numFmtId="{number}"/>'))

# Beside the cells.
lazy("merges", "10^6 merged ranges", EITHER, lambda: XLSX.sheet(FIRST[XLSX], after=joined(
    "<mergeCells>", many(MILLION, '<mergeCell ref="C%d:D%d"/>'), "</mergeCells>")), A1)
lazy("merges-19000", "19,000 merged ranges over one another and 30,000 cells", EITHER,
     lambda: XLSX.sheet("".join(
         f'<row r="{n}"><c r="B{n}"><v>1</v></c></row>' for n in range(1, 30_001)), after=joined(
             "<mergeCells>", many(19_000, '<mergeCell ref="A%d:XFD1048576"/>'), "</mergeCells>")))
case("merges-same", "10^7 times the same merged range", EITHER, FIRST[XLSX], cells=A1,
     after=Stream(b"<mergeCells>", (b'<mergeCell ref="A1:XFD1048576"/>', 10**7), b"</mergeCells>"))
for name, range_ in (("turned", "C3:A1"), ("half", "A1:"), ("one", "A1"), ("three", "A1:B2:C3"),
                     ("outside", "A1:ZZZZ9999999"), ("colons", ":" * 100_000), ("empty", ""),
                     ("columns", "A:B"), ("rows", "1:2")):
    case(f"merge-{name}", f"the merged range «{range_[:16]}»", READS, FIRST[XLSX],
         after=f'<mergeCells><mergeCell ref="{range_}"/></mergeCells>', cells=A1)
lazy("names", "10^6 defined names", EITHER, lambda: XLSX.sheet(FIRST[XLSX], names=(
    "<definedNames>" + many(MILLION, '<definedName name="n%d">S!$A$%d</definedName>')
    + "</definedNames>")), A1)
case("name-long", "a defined name of 200 kB", EITHER, FIRST[XLSX], names=(
    "<definedNames><definedName name=\"" + "n" * 200_000 + '">S!A1</definedName></definedNames>'),
    cells=A1)
case("name-cycle", "defined names that are one another", READS, FIRST[XLSX], names=(
    '<definedNames><definedName name="a">b</definedName><definedName name="b">a</definedName>'
    "</definedNames>"), cells=A1)
lazy("sheets", "10^6 sheets", LIMIT, lambda: XLSX.sheet(FIRST[XLSX], workbook=HEAD + (
    f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    + many(MILLION, '<sheet name="S%d" sheetId="%d" r:id="rId1"/>') + "</sheets></workbook>"
).encode()))
case("sheets-none", "no sheets at all", EITHER, FIRST[XLSX], workbook=HEAD + (
    f'<workbook xmlns="{MAIN}"><sheets/></workbook>').encode())
case("sheet-name", "a sheet's name of 200 kB", EITHER, FIRST[XLSX], workbook=HEAD + (
    f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="{"S" * 200_000}" '
    'r:id="rId1"/></sheets></workbook>').encode())
case("sheets-one-name", "two sheets of one name", READS, FIRST[XLSX], workbook=HEAD + (
    f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="S" r:id="rId1"/>'
    '<sheet name="S" r:id="rId1"/></sheets></workbook>').encode(), cells=A1)
lazy("comments", "10^6 comments", EITHER, lambda: XLSX.sheet(FIRST[XLSX], more={
    "xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "comments", "../comments1.xml")),
    "xl/comments1.xml": joined(
        HEAD, f'<comments xmlns="{MAIN}"><authors><author>a</author></authors><commentList>',
        many(MILLION, '<comment ref="A%d" authorId="%d"><text><t>c</t></text></comment>'),
        "</commentList></comments>")}), A1)
lazy("validations", "10^6 validations", EITHER, lambda: XLSX.sheet(FIRST[XLSX], after=joined(
    "<dataValidations>", many(MILLION, '<dataValidation type="list" sqref="A%d">'
                              "<formula1>$A$%d</formula1></dataValidation>"),
    "</dataValidations>")), A1)
lazy("validation-ranges", "a validation of 20,000 ranges", EITHER, lambda: XLSX.sheet(
    FIRST[XLSX], after='<dataValidations><dataValidation type="list" sqref="'
    + many(20_000, "A%d ") + '"><formula1>"1,2"</formula1></dataValidation></dataValidations>'), A1)
lazy("hyperlinks", "10^6 links", EITHER, lambda: XLSX.sheet(FIRST[XLSX], after=joined(
    "<hyperlinks>", many(MILLION, '<hyperlink ref="A%d" location="S!A%d"/>'), "</hyperlinks>")), A1)
lazy("conditions", "10^6 conditional formats", EITHER, lambda: XLSX.sheet(FIRST[XLSX], after=many(
    MILLION, '<conditionalFormatting sqref="A%d"/>')), A1)
lazy("tables", "4,000 tables in parts of their own", EITHER, lambda: XLSX.sheet(
    FIRST[XLSX], more={
        "xl/worksheets/_rels/sheet1.xml.rels": relations(*[
            (f"rId{n}", "table", f"../tables/table{n}.xml") for n in range(1, 4_001)]),
        **{f"xl/tables/table{n}.xml": HEAD + (
            f'<table xmlns="{MAIN}" id="{n}" name="T" displayName="T" ref="A1:XFD1048576">'
            '<tableColumns count="99999999"/></table>').encode() for n in range(1, 4_001)}}), A1)
lazy("table-columns", "a table of 10^6 columns", EITHER, lambda: XLSX.sheet(FIRST[XLSX], more={
    "xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "table", "../tables/table1.xml")),
    "xl/tables/table1.xml": joined(
        HEAD, f'<table xmlns="{MAIN}" id="1" name="T" displayName="T" ref="A1:B2"><tableColumns>',
        many(MILLION, '<tableColumn id="%d" name="c%d"/>'), "</tableColumns></table>")}), A1)
case("comments-cycle", "a sheet whose comments are the sheet", READS, FIRST[XLSX], cells=A1, more={
    "xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "comments", "sheet1.xml"))})
case("properties-twice", "10^6 times who made it", EITHER, FIRST[XLSX], cells=A1, more={
    "docProps/app.xml": Stream(HEAD, b"<x>", (
        b"<Application>a</Application><AppVersion>1</AppVersion>", MILLION), b"</x>")})
case("properties-long", "a property of 200 kB", EITHER, FIRST[XLSX], cells=A1, more={
    "docProps/app.xml": HEAD + b"<x><Application>" + b"a" * 200_000 + b"</Application></x>"})
case("properties-broken", "properties that are no XML", READS, FIRST[XLSX], cells=A1, more={
    "docProps/app.xml": b"<<<", "docProps/core.xml": b"\0\1\2"})

# Formulas.
case("formula-shared", "a formula of 8 kB that 100,000 cells share", EITHER, FIRST[XLSX],
     '<row r="2"><c r="A2"><f t="shared" ref="A2:XFD1048576" si="0">' + "A1+" * 2_700
     + "A1</f><v>1</v></c></row>", (b'<row><c><f t="shared" si="0"/><v>1</v></c></row>', 100_000),
     cells=A1)
case("formula-shared-none", "shared formulas that nobody wrote", READS, rows(
    '<c r="A2"><f t="shared" si="999999999"/><v>5</v></c>'), cells=[*A1, "A2=number:5"])
case("formula-shared-many", "10^6 shared formulas of which each is the first", EITHER, FIRST[XLSX],
     (b'<row><c><f t="shared" ref="A1:XFD1048576" si="1">A1</f></c></row>', 500_000), cells=A1)
case("formula-array", "a formula over a whole sheet", READS, rows(
    '<c r="A2"><f t="array" ref="A1:XFD1048576">A1</f><v>5</v></c>'), cells=[*A1, "A2=number:5"])
case("formula-long", "a formula of 200 kB", EITHER, rows(
    '<c r="A2"><f>' + "(" * 200_000 + "</f><v>5</v></c>"), cells=A1)
case("formula-no-result", "200,000 formulas without results", EITHER, FIRST[XLSX],
     (b"<row><c><f>NOW()</f></c></row>", 200_000), cells=A1)
