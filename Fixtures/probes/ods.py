"""Probes of OpenDocument spreadsheets, each of one trait; `expect` as in xlsx.py."""
from hosts import HEAD, ODF, SPACES, bindings, content, flat, manifest, ods_parts, packed, streamed
import zipfile

PROBES = []


def probe(name, rows="", expect=None, why="", pack=packed, change=None, suffix="ods", **options):
    parts = ods_parts(rows, **options)
    if change:
        parts = change(parts)
    PROBES.append((f"{name}.{suffix}", pack(parts), expect, why))


def row(cells, more=""):
    return f"<table:table-row{more}>{cells}</table:table-row>"


def cell(kind="", more="", text=None):
    typed = f' office:value-type="{kind}"' if kind else ""
    inside = "" if text is None else f"<text:p>{text}</text:p>"
    return f"<table:table-cell{typed}{more}>{inside}</table:table-cell>"


def number(value, text=None, kind="float", more=""):
    return cell(kind, f' office:value="{value}"{more}', text if text is not None else str(value))


def string(inside):
    return f'<table:table-cell office:value-type="string">{inside}</table:table-cell>'


ONE, TWO = number(1), number(2)
EMPTY = "<table:table-cell/>"

# Repeats and structure.
probe("repeat-columns", row(number(1, more=' table:number-columns-repeated="3"') + TWO))
probe("repeat-rows", row(ONE, ' table:number-rows-repeated="3"') + row(TWO))
probe("repeat-both", row(number(1, more=' table:number-columns-repeated="2"'), ' table:number-rows-repeated="2"'))
probe("repeat-empty-between", row(ONE + '<table:table-cell table:number-columns-repeated="5"/>' + TWO))
probe("repeat-empty-rows", row(ONE) + row(EMPTY, ' table:number-rows-repeated="1000"') + row(TWO))
probe("repeat-tail", row(ONE + '<table:table-cell table:number-columns-repeated="16383"/>')
      + row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048575"'))
probe("repeat-tail-styled", row(ONE + '<table:table-cell table:style-name="x" table:number-columns-repeated="16383"/>')
      + row('<table:table-cell table:style-name="x" table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048575"'))
probe("repeat-zero", row(number(1, more=' table:number-columns-repeated="0"') + TWO), {"S!A1": "n:1", "S!B1": "n:2"},
      "a positive integer is asked for; the cell is there once")
probe("row-empty-element", "<table:table-row/>" + row(ONE))
probe("row-header", f"<table:table-header-rows>{row(ONE)}</table:table-header-rows>{row(TWO)}")
probe("row-groups", f"<table:table-row-group><table:table-row-group>{row(ONE)}</table:table-row-group>{row(TWO)}</table:table-row-group>{row(ONE)}")
probe("row-rows", f"<table:table-rows>{row(ONE)}</table:table-rows>{row(TWO)}")
probe("row-hidden", row(ONE, ' table:visibility="collapse"') + row(TWO, ' table:visibility="filter"'))
probe("column-groups", row(ONE + TWO), columns='<table:table-column-group><table:table-columns><table:table-column table:visibility="collapse"/></table:table-columns></table:table-column-group><table:table-header-columns><table:table-column/></table:table-header-columns>')
probe("cell-covered", row('<table:table-cell office:value-type="float" office:value="1" table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>1</text:p></table:table-cell><table:covered-table-cell office:value-type="float" office:value="9"><text:p>9</text:p></table:covered-table-cell>' + TWO),
      {"S!A1": "n:1", "S!C1": "n:2"}, "what a merge covers is not shown")
probe("cell-covered-repeat", row('<table:table-cell table:number-columns-spanned="3"/><table:covered-table-cell table:number-columns-repeated="2"/>' + TWO))
probe("cell-covered-rows", row('<table:table-cell office:value-type="float" office:value="1" table:number-columns-spanned="1" table:number-rows-spanned="2"><text:p>1</text:p></table:table-cell>' + ONE) + row("<table:covered-table-cell/>" + TWO))
probe("table-soft-page-break", row(ONE) + "<text:soft-page-break/>" + row("<text:soft-page-break/>" + TWO))
probe("table-title", '<table:title>t</table:title><table:desc>d</table:desc>' + row(ONE))
probe("table-forms", '<office:forms form:automatic-focus="false" xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"/>' + row(ONE))
probe("table-shapes", '<table:shapes><draw:frame svg:width="1cm" svg:height="1cm"><draw:text-box><text:p>shape</text:p></draw:text-box></draw:frame></table:shapes>' + row(ONE))
probe("table-named-inside", row(ONE) + '<table:named-expressions><table:named-range table:name="n" table:base-cell-address="$S.$A$1" table:cell-range-address="$S.$A$1"/></table:named-expressions>')
probe("table-conditional", row(ONE) + '<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="S.A1:S.A1"><calcext:condition calcext:apply-style-name="x" calcext:value="=1" calcext:base-cell-address="S.A1"/></calcext:conditional-format></calcext:conditional-formats>')
probe("table-filtered", row(ONE) + row(TWO, ' table:visibility="filter"'), after='<table:database-ranges><table:database-range table:name="d" table:target-range-address="S.A1:S.A2" table:display-filter-buttons="true"><table:filter><table:filter-condition table:field-number="0" table:value="1" table:operator="="/></table:filter></table:database-range></table:database-ranges>')
probe("table-hidden", tables='<table:table table:name="S" table:style-name="h">' + row(ONE) + '</table:table><table:table table:name="T">' + row(TWO) + "</table:table>",
      styles='<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>')
probe("table-two", tables='<table:table table:name="A &amp; B">' + row(ONE) + '</table:table><table:table table:name=" x ">' + row(TWO) + "</table:table>")
probe("table-no-name", tables="<table:table>" + row(ONE) + "</table:table>", expect={"!A1": "n:1"}, why="a name is not made up")
probe("table-sub", row('<table:table-cell office:value-type="string"><text:p>a</text:p><table:table table:name="sub" table:is-sub-table="true"><table:table-row><table:table-cell office:value-type="float" office:value="9"><text:p>9</text:p></table:table-cell></table:table-row></table:table></table:table-cell>' + TWO),
      {"S!A1": "s:a", "S!B1": "n:2"}, "the cells of a table within a cell are none of the sheet's")
probe("table-tracked", before='<table:tracked-changes><table:cell-content-change table:id="ct1"><table:cell-address table:column="0" table:row="0" table:table="0"/><office:change-info><dc:creator>a</dc:creator></office:change-info><table:previous><table:change-track-table-cell office:value-type="float" office:value="9"><text:p>9</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>', rows=row(ONE))
probe("table-tracked-deletion", before='<table:tracked-changes><table:deletion table:id="ct1" table:type="row" table:position="0" table:table="0"><table:deletions><table:cell-content-deletion><table:cell-address table:column="0" table:row="0" table:table="0"/><table:change-track-table-cell office:value-type="string"><text:p>old</text:p></table:change-track-table-cell></table:cell-content-deletion></table:deletions></table:deletion></table:tracked-changes>', rows=row(ONE))
probe("table-external", tables='<table:table table:name="S">' + row(ONE) + "</table:table><table:table table:name=\"'file:///home/u/b.ods'#T\" table:style-name=\"e\"><table:table-source xlink:type=\"simple\" xlink:href=\"b.ods\" table:table-name=\"T\" table:mode=\"copy-results-only\"/>" + row(TWO) + "</table:table>",
      expect={"S!A1": "n:1"}, why="what formulas take from another file is no sheet of this one")
probe("table-source-linked", tables='<table:table table:name="S"><table:table-source xlink:type="simple" xlink:href="../b.ods" table:table-name="T" table:mode="copy-all"/><table:table-column/>' + row(ONE) + "</table:table>",
      expect={"S!A1": "n:1"}, why="a sheet that is linked to another file is shown with its copy")
probe("table-scenario", tables='<table:table table:name="S">' + row(ONE) + '</table:table><table:table table:name="Sc"><table:scenario table:scenario-ranges="S.A1" table:is-active="true"/>' + row(TWO) + "</table:table>",
      expect={"S!A1": "n:1", "Sc!A1": "n:2"}, why="calamine; LibreOffice saves no scenarios to XLSX")
probe("table-dde", row(ONE), after='<table:dde-links><table:dde-link><office:dde-source office:dde-application="a" office:dde-topic="b" office:dde-item="c"/><table:table><table:table-column/>' + row(TWO) + "</table:table></table:dde-link></table:dde-links>",
      expect={"S!A1": "n:1"}, why="cached results of a DDE link are no sheet (OpenDocument 9.7)")
probe("table-detective", row('<table:table-cell office:value-type="float" office:value="1"><table:detective><table:operation table:name="trace-precedents" table:index="0"/></table:detective><text:p>1</text:p></table:table-cell>'))
probe("table-pretty", "\n    ".join(["", "<table:table-row>", "  <table:table-cell office:value-type=\"string\">", "    <text:p>a</text:p>", "  </table:table-cell>", "  <table:table-cell/>", "  " + TWO, "</table:table-row>", ""]))
probe("table-page", row(ONE), before='<table:calculation-settings table:null-year="1930"><table:iteration table:maximum-difference="1"/></table:calculation-settings><table:content-validations><table:content-validation table:name="v" table:condition="of:cell-content()&gt;0"><table:error-message table:message-type="stop"><text:p>no</text:p></table:error-message></table:content-validation></table:content-validations>')

# Types.
probe("type-float", row("".join(number(v) for v in ("1.5", "-2E3", "1e-5", "0.30000000000000004", "0.10000000000000001", "12345678901234567890", "1e308", "-0"))))
probe("type-float-long", row(number("123456789012.34567890123")))
probe("type-percentage", row(number("0.375", "37,5%", "percentage") + number("1", "100%", "percentage")))
probe("type-currency", row(number("100", "100,00 ₽", "currency", ' office:currency="RUB"')))
probe("type-boolean", row(cell("boolean", ' office:boolean-value="true"', "ИСТИНА") + cell("boolean", ' office:boolean-value="false"', "TRUE")))
probe("type-boolean-digit", row(cell("boolean", ' office:boolean-value="1"', "TRUE")), {"S!A1": "b:1"}, "xsd has 1 as well")
probe("type-date", row(cell("date", ' office:date-value="2021-03-31"', "31.03.21") + cell("date", ' office:date-value="2021-03-31T14:30:00"', "x")))
probe("type-date-zone", row(cell("date", ' office:date-value="2021-03-31T14:30:00Z"', "x")), {"S!A1": "d:3826362600"}, "the zone is not applied")
probe("type-date-fraction", row(cell("date", ' office:date-value="2021-03-31T14:30:00.250000000"', "x")), {"S!A1": "d:3826362600"}, "fractions of a second")
probe("type-date-comma", row(cell("date", ' office:date-value="2021-03-31T14:30:00,25"', "x")), {"S!A1": "d:3826362600"}, "LibreOffice takes the comma of ISO 8601 as well")
probe("type-date-early", row("".join(cell("date", f' office:date-value="{d}"', "x") for d in ("1899-12-30", "1899-12-31", "1900-01-01", "1900-02-28", "1900-03-01", "1850-01-01"))),
      {"S!A1": "d:0", "S!B1": "d:86400", "S!C1": "d:172800", "S!D1": "d:5184000", "S!E1": "d:5270400", "S!F1": "d:-1577664000"},
      "days of the proleptic Gregorian calendar since 1899-12-30")
probe("type-date-broken", row(cell("date", ' office:date-value="31.03.2021"', "31.03.2021") + TWO), {"S!A1": "e:#VALUE!", "S!B1": "n:2"}, "a value that is none of its type")
probe("type-date-midnight", row(cell("date", ' office:date-value="2021-03-31T00:00:00"', "x")))
probe("type-date-24", row(cell("date", ' office:date-value="2021-03-31T24:00:00"', "x")), {"S!A1": "d:3826396800"}, "24:00:00 is the end of the day (ISO 8601)")
probe("type-time", row("".join(cell("time", f' office:time-value="{t}"', "x") for t in ("PT14H30M00S", "PT00H00M00S", "PT30H00M00S", "PT14H30M15.25S", "PT14H30M15,25S", "PT1M", "PT36H"))),
      {f"S!{c}1": f"d:{s}" for c, s in zip("ABCDEFG", (52200, 0, 108000, 52215, 52215, 60, 129600))}, "xsd:duration; calamine gives the text of some")
probe("type-time-negative", row(cell("time", ' office:time-value="-PT01H00M00S"', "x")), {"S!A1": "d:-3600"}, "a negative duration")
probe("type-time-days", row(cell("time", ' office:time-value="P1DT2H"', "x")), {"S!A1": "d:93600"}, "xsd:duration may have days")
probe("type-time-date", row(cell("date", ' office:date-value="T14:30:00"', "x")), {"S!A1": "e:#VALUE!"}, "a date has a day")
probe("type-string", row(string("<text:p>a</text:p>")))
probe("type-string-value", row(cell("string", ' office:string-value="v"', "t") + cell("string", ' office:string-value="v"')), {"S!A1": "s:v", "S!B1": "s:v"},
      "19.385: the attribute goes before the text")
probe("type-string-value-empty", row(cell("string", ' office:string-value=""', "t")), {"S!A1": "s:t"}, "LibreOffice shows the text where the attribute is empty")
probe("type-none-text", row(cell("", "", "a") + cell("", "", "12")), {"S!A1": "s:a", "S!B1": "s:12"}, "a text without a type is a text")
probe("type-none-value", row(cell("", ' office:value="5"', "5")), {"S!A1": "s:5"}, "a value without a type is none; LibreOffice shows the text as text")
probe("type-void", row(cell("void") + TWO))
probe("type-float-no-text", row('<table:table-cell office:value-type="float" office:value="5"/>'))
probe("type-float-no-value", row(cell("float", "", "5")), {"S!A1": "e:#VALUE!"}, "a value that is none of its type; the notice says so")
probe("type-float-space", row(number(" 5 ", "5")), {"S!A1": "n:5"}, "white space around a number of XML Schema")
probe("type-float-against-text", row(number("5", "six")))
probe("type-calcext-only", row(cell("", ' calcext:value-type="float" office:value="5"', "5")), None)
probe("type-prefix-on-both", row(cell("float", ' calcext:value-type="float" office:value="5"', "5")))
probe("type-error-float", row("".join(number("0", e, more=' table:formula="of:=1/0"') for e in ("#DIV/0!", "Err:502", "#REF!", "#N/A", "#VALUE!", "#NAME?"))),
      {f"S!{c}1": f"e:{e}" for c, e in zip("ABCDEF", ("#DIV/0!", "Err:502", "#REF!", "#N/A", "#VALUE!", "#NAME?"))},
      "Excel and old LibreOffice store an error so; the person sees an error")
probe("type-error-calcext", row('<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'),
      {"S!A1": "e:#DIV/0!"}, "LibreOffice's own mark")
probe("type-error-nan", row(cell("float", ' office:value="NaN" table:formula="of:=1/0"', "#DIV/0!") + cell("float", ' office:value="1.#NAN" table:formula="of:=1/0"', "#DIV/0!")),
      {"S!A1": "e:#DIV/0!", "S!B1": "e:#DIV/0!"}, "OpenOffice 2 and Gnumeric write so")
probe("type-error-text", row(string("<text:p>#DIV/0!</text:p>")))
probe("type-formula-empty", row(cell("", ' table:formula="of:=&quot;&quot;"') + cell("string", ' table:formula="of:=&quot;&quot;" office:string-value=""')), None)
probe("type-formula", row(number("3", more=' table:formula="of:=1+2"')))
probe("type-matrix", row(number("3", more=' table:formula="of:={1;2}" table:number-matrix-columns-spanned="2" table:number-matrix-rows-spanned="1"') + number("2")), {"S!A1": "n:3", "S!B1": "n:2"}, "the stored result; LibreOffice reckons anew")

# Texts.
for name, inside, expect, why in [
    ("spans", "<text:p>a<text:span>b<text:span>c</text:span></text:span>d</text:p>", {"S!A1": "s:abcd"}, "LibreOffice 7.4 loses a span in a span; calamine and the standard do not"),
    ("s", '<text:p>a<text:s/>b<text:s text:c="3"/>c</text:p>', None, ""),
    ("tab", "<text:p>a<text:tab/>b</text:p>", {"S!A1": "s:ab"}, "Documentation/Decisions/0004"),
    ("tab-character", "<text:p>a\tb&#9;c</text:p>", {"S!A1": "s:a\tb\tc"}, "a character that stands in the file"),
    ("line-break", "<text:p>a<text:line-break/>b</text:p>", {"S!A1": "s:a\nb"}, "6.1.5: U+000A; LibreOffice 7.4 and calamine leave it out"),
    ("paragraphs", "<text:p>a</text:p><text:p>b</text:p>", None, ""),
    ("paragraph-empty", "<text:p>a</text:p><text:p/><text:p>b</text:p>", None, ""),
    ("paragraph-empty-first", "<text:p/><text:p>b</text:p>", None, ""),
    ("paragraph-empty-last", "<text:p>a</text:p><text:p/>", {"S!A1": "s:a\n"}, "a paragraph of its own; LibreOffice and calamine keep it"),
    ("heading", '<text:h text:outline-level="1">a</text:h>', {"S!A1": "s:a"}, "a heading is a paragraph with a level"),
    ("link", '<text:p>a <text:a xlink:href="http://x">b</text:a> c</text:p>', None, ""),
    ("annotation", "<office:annotation><dc:creator>u</dc:creator><dc:date>2021-01-01T00:00:00</dc:date><text:p>note</text:p></office:annotation><text:p>a</text:p>", None, ""),
    ("annotation-after", "<text:p>a</text:p><office:annotation><text:p>note</text:p></office:annotation>", {"S!A1": "s:a"}, "a note is no value"),
    ("ruby", "<text:p><text:ruby><text:ruby-base>課</text:ruby-base><text:ruby-text>か</text:ruby-text></text:ruby></text:p>", {"S!A1": "s:課"}, "ruby text is a hint"),
    ("frame", '<text:p>a</text:p><draw:frame svg:width="1cm" svg:height="1cm"><draw:text-box><text:p>shape</text:p></draw:text-box></draw:frame>', {"S!A1": "s:a"}, "a shape is no value"),
    ("custom-shape", '<text:p>a</text:p><draw:custom-shape svg:width="1cm" svg:height="1cm"><text:p>shape</text:p></draw:custom-shape>', {"S!A1": "s:a"}, "a shape is no value"),
    ("object", '<draw:frame svg:width="1cm" svg:height="1cm"><draw:object xlink:href="./O"/><svg:title>t</svg:title></draw:frame><text:p>a</text:p>', {"S!A1": "s:a"}, "an object is no value"),
    ("note", '<text:p>a<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>b</text:p>', {"S!A1": "s:ab"}, "a footnote is none of the cell's text"),
    ("bookmark", '<text:p>a<text:bookmark text:name="x"/>b</text:p>', None, ""),
    ("field-date", '<text:p>a <text:date text:date-value="2021-03-31">31.03.21</text:date></text:p>', {"S!A1": "s:a 31.03.21"}, "what a field shows is stored in it; LibreOffice reckons it anew"),
    ("field-sheet", "<text:p><text:sheet-name>S</text:sheet-name></text:p>", {"S!A1": "s:S"}, "as above"),
    ("field-page", '<text:p>a <text:page-number>1</text:page-number></text:p>', {"S!A1": "s:a 1"}, "as above"),
    ("meta", '<text:p>a<text:meta>b</text:meta>c</text:p>', {"S!A1": "s:abc"}, "6.1.9: it is part of the paragraph"),
    ("comment", "<text:p>a<!-- x -->b</text:p><!-- y -->", {"S!A1": "s:ab"}, "a comment is no text"),
    ("cdata", "<text:p>a<![CDATA[<b>&]]>c</text:p>", {"S!A1": "s:a<b>&c"}, "CDATA is text; calamine loses it"),
    ("instruction", "<text:p>a<?x y?>b</text:p>", {"S!A1": "s:ab"}, "an instruction is no text"),
    ("entities", "<text:p>&lt;&amp;&gt;&quot;&apos;&#1078;&#x1F600;</text:p>", None, ""),
    ("crlf", "<text:p>a\r\nb\rc</text:p>", {"S!A1": "s:a\nb\nc"}, "ends of lines as XML has them; nothing is collapsed"),
    ("spaces", "<text:p>a  b   c</text:p>", {"S!A1": "s:a  b   c"}, "6.1.2 would collapse; other readers do not, LibreOffice keeps them too"),
    ("spaces-around", "<text:p> a </text:p>", {"S!A1": "s: a "}, "as above"),
    ("pretty", "\n  <text:p>\n    a\n  </text:p>\n", {"S!A1": "s:\n    a\n  "}, "LibreOffice; white space between paragraphs is none of theirs"),
    ("pretty-spans", "<text:p><text:span>a</text:span> <text:span>b</text:span></text:p>", None, ""),
    ("space-preserve", '<text:p xml:space="preserve"> a </text:p>', {"S!A1": "s: a "}, "as it stands"),
    ("no-paragraph", "loose", {}, "text stands in paragraphs"),
    ("unknown-inline", '<text:p>a<q:x xmlns:q="urn:q">b</q:x>c</text:p>', {"S!A1": "s:abc"}, "22.3.2: the content of an unknown element is processed"),
    ("unknown-block", '<q:x xmlns:q="urn:q"><text:p>b</text:p></q:x><text:p>a</text:p>', None, ""),
    ("list", "<text:list><text:list-item><text:p>a</text:p></text:list-item><text:list-item><text:p>b</text:p></text:list-item></text:list>", {"S!A1": "s:a\nb"}, "9.1.4 lets lists stand in cells; calamine"),
    ("deleted-hidden", '<text:p>a<text:hidden-text text:condition="x" text:string-value="h">h</text:hidden-text></text:p>', {"S!A1": "s:ah"}, "calamine"),
    ("s-zero", '<text:p>a<text:s text:c="0"/>b</text:p>', {"S!A1": "s:ab"}, "6.1.3: the count is a nonNegativeInteger"),
    ("soft-hyphen", "<text:p>a\u00adb\u00a0c</text:p>", None, ""),
    ("soft-page-break", "<text:p>a<text:soft-page-break/>b</text:p>", {"S!A1": "s:ab"}, "a break of the page is no text"),
]:
    probe("text-" + name, row(string(inside) + TWO), None if expect is None else {**expect, "S!B1": "n:2"}, why)

# Prefixes, encodings and parts.
OTHER = dict(o="office", t="table", x="text", q="style")
def reprefixed(rows):
    body = content(rows)
    for new, old in OTHER.items():
        body = body.replace(f"<{old}:", f"<{new}:").replace(f"</{old}:", f"</{new}:").replace(f" {old}:", f" {new}:").replace(f"xmlns:{old}=", f"xmlns:{new}=")
    return body
probe("name-other-prefixes", expect={"S!A1": "n:1", "S!A2": "s:a b"}, why="LibreOffice; calamine knows the usual prefixes only", body=reprefixed(row(ONE) + row(string("<text:p>a<text:s/>b</text:p>"))))
probe("name-default-table", expect={"S!A1": "n:1"}, why="as above", body=content(row(ONE)).replace("<table:", "<").replace("</table:", "</").replace("<office:spreadsheet>", f'<office:spreadsheet xmlns="{SPACES["table"]}">'))
probe("name-default-office", expect={"S!A1": "n:1"}, why="as above", body=content(row(ONE)).replace("<office:", "<").replace("</office:", "</").replace("xmlns:office=", f'xmlns="{SPACES["office"]}" xmlns:office='))
probe("name-inner-bindings", body=content(row(f'<t:table-cell xmlns:t="{SPACES["table"]}" xmlns:o="{SPACES["office"]}" o:value-type="float" o:value="1"><x:p xmlns:x="{SPACES["text"]}">1</x:p></t:table-cell>' + TWO)))
probe("name-inner-p", body=content(row(string(f'<p xmlns="{SPACES["text"]}">a</p>') + TWO)))
probe("encoding-utf16", expect={"S!A1": "s:Жук"}, why="LibreOffice", body=b"\xff\xfe" + content(row(string("<text:p>Жук</text:p>"))).replace("UTF-8", "UTF-16").encode("utf-16-le"))
probe("encoding-1251", body=content(row(string("<text:p>Жук</text:p>"))).replace("UTF-8", "windows-1251").encode("cp1251"))
probe("encoding-bom", body=b"\xef\xbb\xbf" + content(row(string("<text:p>Жук</text:p>"))).encode())
probe("part-no-mimetype", row(ONE), change=lambda p: {n: c for n, c in p.items() if n != "mimetype"})
probe("part-mimetype-last", row(ONE), change=lambda p: {**{n: c for n, c in p.items() if n != "mimetype"}, "mimetype": p["mimetype"]})
probe("part-mimetype-newline", row(ONE), change=lambda p: {**p, "mimetype": p["mimetype"] + "\n"})
probe("part-mimetype-only-manifest", row(ONE), change=lambda p: {n: c for n, c in p.items() if n != "mimetype"})
probe("part-no-manifest", row(ONE), change=lambda p: {n: c for n, c in p.items() if "manifest" not in n}, expect={"S!A1": "n:1"}, why="nothing in it is needed")
probe("part-template", row(ONE), kind="application/vnd.oasis.opendocument.spreadsheet-template", suffix="ots")
probe("part-descriptors", row(ONE), pack=streamed)
probe("part-stored", row(ONE), pack=lambda p: packed(p, zipfile.ZIP_STORED))
probe("part-named-xlsx", row(ONE), suffix="xlsx", expect={"S!A1": "n:1"}, why="told by its content")
PROBES.append(("flat.fods", flat(row(ONE) + row(string("<text:p>a</text:p>"))), None, ""))
PROBES.append(("flat-pretty.fods", flat(row(ONE)).replace(b"><", b">\n <"), None, ""))
PROBES.append(("flat-named-ods.ods", flat(row(ONE)), {"S!A1": "n:1"}, "told by its content"))
PROBES.append(("flat-comment.fods", flat(row(ONE), head=HEAD + "<!-- a -->"), {"S!A1": "n:1"}, "a comment may stand first"))

# Formats that tell the kind.
PERCENT = '<number:percentage-style style:name="P"><number:number number:decimal-places="0"/><number:text>%</number:text></number:percentage-style>'
DATE = '<number:date-style style:name="D"><number:day/><number:text>.</number:text><number:month/><number:text>.</number:text><number:year/></number:date-style>'
def styled(format, style):
    return format + f'<style:style style:name="c" style:family="table-cell" style:data-style-name="{style}"/>'
probe("format-percent-float", row(number("0.5", "50%", more=' table:style-name="c"')), styles=styled(PERCENT, "P"))
probe("format-date-float", row(number("44286", "31.03.21", more=' table:style-name="c"')), styles=styled(DATE, "D"), expect={"S!A1": "n:44286"},
      why="the type of the cell is float; LibreOffice would show a date by its format")
probe("format-date-text", row(cell("string", ' table:style-name="c"', "31.03.21")), styles=styled(DATE, "D"))
