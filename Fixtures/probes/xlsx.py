"""Probes of SpreadsheetML, each of one trait. `expect` stands where the other readers disagree, with
the reason; elsewhere at least two of them decide."""
from hosts import MAIN, RELATIONS, STRICT, HEAD, packed, sixty_four, streamed, xlsx_parts
import zipfile

PROBES = []


def probe(name, data="", expect=None, why="", pack=packed, change=None, suffix="xlsx", **options):
    parts = xlsx_parts(data, **options)
    if change:
        parts = change(parts)
    PROBES.append((f"{name}.{suffix}", pack(parts), expect, why))


def row(cells, number=1, more=""):
    return f'<row r="{number}"{more}>{cells}</row>'


def renamed(**names):
    return lambda parts: {names.get(n.split("/")[-1].split(".")[0].lower(), n): c for n, c in parts.items()}


def with_parts(**changes):
    def change(parts):
        return {n: changes.get(n.split("/")[-1].split(".")[0], lambda c: c)(c) for n, c in parts.items()}
    return change


N = "<c><v>%s</v></c>"
T = '<c r="A1" t="inlineStr"><is>%s</is></c>'

# Places of rows and cells.
probe("place-no-r", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
probe("place-no-r-cells", row("<c><v>1</v></c><c><v>2</v></c>", 3))
probe("place-no-r-rows", '<row><c r="B1"><v>1</v></c></row><row><c r="C2"><v>2</v></c></row>')
probe("place-mixed-r", row('<c r="C1"><v>1</v></c><c><v>2</v></c><c r="F1"><v>3</v></c><c><v>4</v></c>'))
probe("place-mixed-rows", '<row r="4"><c><v>1</v></c></row><row><c><v>2</v></c></row>')
probe("place-cells-out-of-order", row('<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>'))
probe("place-rows-out-of-order", row('<c r="A3"><v>3</v></c>', 3) + row('<c r="A1"><v>1</v></c>', 1))
probe("place-row-twice", row('<c r="A1"><v>1</v></c>') + row('<c r="B1"><v>2</v></c>'))
probe("place-cell-twice", row('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'),
      {"S!A1": "n:2"}, "the later one counts in LibreOffice and openpyxl")
probe("place-lower-case", row('<c r="b1"><v>1</v></c>'), {"S!B1": "n:1"},
      "openpyxl and LibreOffice take a reference whatever its case")
probe("place-dollar", row('<c r="$B$1"><v>1</v></c>'), {"S!B1": "n:1"}, "LibreOffice reads the $")
probe("place-lying-dimension", row('<c r="C5"><v>1</v></c>', 5), before='<dimension ref="A1:B2"/>')
probe("place-huge-dimension", row('<c r="C5"><v>1</v></c>', 5), before='<dimension ref="A1:XFD1048576"/>')
probe("place-broken-dimension", row('<c r="C5"><v>1</v></c>', 5), before='<dimension ref="?"/>')
probe("place-far", row('<c r="A1"><v>1</v></c>') + row('<c r="XFD1048576"><v>2</v></c>', 1048576))
probe("place-row-against-cell", row('<c r="A7"><v>1</v></c>', 2), {"S!A7": "n:1"},
      "the cell's own reference counts in openpyxl, calamine and LibreOffice")
probe("place-spans", row('<c r="A1"><v>1</v></c>', 1, ' spans="1:99"'))
probe("place-row-zeros", '<row r="002"><c r="A002"><v>1</v></c></row>', {"S!A2": "n:1"},
      "xsd:unsignedInt may have zeros before it")

# Values and their types.
ERRORS = "#DIV/0! #N/A #NAME? #NULL! #NUM! #REF! #VALUE! #SPILL! #CALC! #GETTING_DATA".split()
probe("value-number", row(N % "1.5" + N % "-2E3" + N % "1e-5" + N % " 7 " + N % "+3" + N % ".5" + N % "5."))
probe("value-number-typed", row('<c t="n"><v>12</v></c>'))
probe("value-sum", row(N % "0.30000000000000004" + N % "0.10000000000000001" + N % "1.1000000000000001"))
probe("value-long", row(N % "12345678901234567890" + N % "1234567890123456" + N % "0.1234567890123456789"))
probe("value-huge", row(N % "1e308" + N % "1.7976931348623157E+308" + N % "5e-324" + N % "-0"))
probe("value-inline", row(T % "<t>a</t>"))
probe("value-inline-runs", row(T % "<r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r>"))
probe("value-inline-space", row(T % '<t xml:space="preserve"> a </t>'))
probe("value-inline-space-plain", row(T % "<t> a </t>"), {"S!A1": "s: a "},
      "openpyxl and calamine keep it; LibreOffice trims: nothing is trimmed, and the text stays whole")
probe("value-inline-empty", row(T % "<t/>"))
probe("value-inline-v", row('<c t="inlineStr"><v>a</v></c>'), {"S!A1": "s:a"},
      "LibreOffice and openpyxl take v where there is no is")
probe("value-str", row('<c t="str"><f>"a"</f><v>a</v></c>'))
probe("value-str-no-formula", row('<c t="str"><v>a</v></c>'))
probe("value-str-space", row('<c t="str"><v xml:space="preserve"> a </v></c>'), {"S!A1": "s: a "},
      "a text keeps its white space")
probe("value-str-number", row('<c t="str"><f>A2</f><v>12</v></c>'))
probe("value-str-escape", row('<c t="str"><f>A2</f><v>a_x000A_b</v></c>'), {"S!A1": "s:a\nb"},
      "ST_Xstring is escaped wherever it stands (22.9.2.19); LibreOffice does so")
probe("value-str-entities", row('<c t="str"><v>a&lt;b&gt;&amp;&quot;&apos;&#1078;&#x416;</v></c>'))
probe("value-str-cdata", row('<c t="str"><v>a<![CDATA[<b>&amp;]]>c</v></c>'))
probe("value-str-comment", row('<c t="str"><v>a<!-- x -->c</v></c>'), {"S!A1": "s:ac"},
      "a comment is no part of the text")
probe("value-str-instruction", row('<c t="str"><v>a<?x y?>c</v></c>'), {"S!A1": "s:ac"},
      "an instruction is no part of the text")
probe("value-number-comment", row("<c><v>1<!-- x -->2</v></c>"), {"S!A1": "n:12"},
      "a comment is no part of the text")
probe("value-str-newlines", row('<c t="str"><v>a\nb</v></c>'))
probe("value-str-crlf", row('<c t="str"><v>a\r\nb&#13;&#10;c&#10;d</v></c>'),
      {"S!A1": "s:a\nb\nc\nd"}, "ends of lines as XML has them; the comparison takes \\r\\n for \\n")
probe("value-date-iso", row('<c t="d" s="1"><v>2021-03-31</v></c><c t="d" s="1"><v>2021-03-31T14:30:00</v></c>'
                            '<c t="d"><v>2021-03-31T14:30:00Z</v></c>'), xfs=[14],
      expect={"S!A1": "d:3826310400", "S!B1": "d:3826362600", "S!C1": "d:3826362600"},
      why="18.17.4.2; openpyxl reads so, calamine gives the ISO text")
probe("value-date-iso-time", row('<c t="d" s="1"><v>14:30:00</v></c>'), xfs=[21],
      expect={"S!A1": "d:52200"}, why="a time alone")
probe("value-date-iso-fraction", row('<c t="d"><v>2021-03-31T14:30:00.250</v></c>'),
      expect={"S!A1": "d:3826362600"}, why="fractions of a second")
probe("value-bool", row('<c t="b"><v>1</v></c><c t="b"><v>0</v></c>'))
probe("value-bool-words", row('<c t="b"><v>true</v></c><c t="b"><v>FALSE</v></c>'),
      {"S!A1": "b:1", "S!B1": "b:0"}, "xsd:boolean has the words too")
probe("value-bool-empty", row('<c t="b"><v></v></c>'))
probe("value-error", row("".join(f'<c t="e"><v>{e}</v></c>' for e in
                                 ERRORS)),
      {f"S!{c}1": f"e:{e}" for c, e in zip("ABCDEFGHIJ", ERRORS)}, "any code is an error; LibreOffice knows the old ones only")
probe("value-empty-v", row("<c><v/></c><c><v></v></c><c/>"))
probe("value-formula", row("<c><f>1+1</f><v>2</v></c>"))
probe("value-formula-none", row('<c><f>1+1</f></c><c t="str"><f>""</f><v></v></c>'))
probe("value-formula-cdata", row("<c><f><![CDATA[1<2]]></f><v>5</v></c>"))
probe("value-v-before-f", row("<c><v>2</v><f>1+1</f></c>"))
probe("value-unknown-type", row('<c t="zzz"><v>5</v></c>'), {"S!A1": "n:5"}, "LibreOffice reads a number")
probe("value-text-as-number", row("<c><v>abc</v></c>"), {"S!A1": "s:abc"}, "other readers show the text")
probe("value-ext-in-cell", row('<c r="A1"><v>1</v><extLst><ext uri="x"><v>9</v></ext></extLst></c>'),
      {"S!A1": "n:1"}, "an extension is no value")
probe("value-foreign-v", row('<c r="A1"><v>1</v><q:v xmlns:q="urn:q">9</q:v></c>'), {"S!A1": "n:9"},
      "namespaces are not told apart, as calamine does not: any prefix and any vendor's namespace is read")

# Shared strings.
S = '<c r="%s1" t="s"><v>%d</v></c>'
def strings(name, shared, count, expect=None, why="", **options):
    probe(name, row("".join(S % ("ABCDEFGHIJ"[i], i) for i in range(count))), expect, why,
          shared=shared, **options)
strings("shared-plain", "<si><t>a</t></si><si><t>b</t></si>", 2)
strings("shared-runs", "<si><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></si>", 1)
strings("shared-runs-space", '<si><r><t xml:space="preserve">a </t></r><r><t> b</t></r></si>', 1,
        {"S!A1": "s:a  b"}, "runs are joined, not trimmed one by one")
strings("shared-space", '<si><t xml:space="preserve"> a </t></si><si><t> b </t></si>', 2,
        {"S!A1": "s: a ", "S!B1": "s: b "}, "nothing is trimmed")
strings("shared-only-space", '<si><t xml:space="preserve">  </t></si>', 1)
strings("shared-phonetic", '<si><t>課</t><rPh sb="0" eb="1"><t>か</t></rPh><phoneticPr fontId="1"/></si>', 1)
strings("shared-t-and-runs", "<si><t>a</t><r><t>b</t></r></si>", 1)
strings("shared-empty", "<si><t/></si><si/><si><t></t></si>", 3)
strings("shared-escapes", "".join(f"<si><t>{t}</t></si>" for t in (
    "a_x000A_b", "_x005F_x000A_", "_x0041_", "_x00e9_", "_X0041_", "_x41_", "_x0041", "__x0041__",
    "_x0009_", "_x005F_")), 10,
    {"S!A1": "s:a\nb", "S!B1": "s:_x000A_", "S!C1": "s:A", "S!D1": "s:é", "S!E1": "s:_X0041_",
     "S!F1": "s:_x41_", "S!G1": "s:_x0041", "S!H1": "s:_A_", "S!I1": "s:\t", "S!J1": "s:_"},
    "22.9.2.19: _x, four hexadecimal digits, _")
strings("shared-surrogates", "<si><t>_xD83D__xDE00_</t></si><si><t>&#x1F600;</t></si>", 2,
        {"S!A1": "s:😀", "S!B1": "s:😀"}, "two escapes make one character beyond the plane")
strings("shared-cr", "<si><t>a_x000D_&#10;b</t></si><si><t>a\r\nb</t></si><si><t>a&#13;b</t></si>", 3,
        {"S!A1": "s:a\nb", "S!B1": "s:a\nb", "S!C1": "s:a\rb"}, "the escape is U+000D; ends of lines as XML has them")
strings("shared-comment", "<si><t>a<!-- x -->b</t></si><!-- y --><si><t>c</t></si>", 2,
        {"S!A1": "s:ab", "S!B1": "s:c"}, "a comment is no part of the text")
strings("shared-cdata", "<si><t><![CDATA[a<b]]></t></si>", 1)
strings("shared-alternate", '<si><t>a</t></si><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/><si><t>b</t></si>', 2)
strings("shared-counts-lie", f'{HEAD}<sst xmlns="{MAIN}" count="4000000000" uniqueCount="4000000000"><si><t>a</t></si></sst>', 1)
strings("shared-pretty", "\n  <si>\n    <t>a</t>\n  </si>\n  <si>\n    <r>\n      <t>b</t>\n    </r>\n  </si>\n", 2)
strings("shared-index-beyond", "<si><t>a</t></si>", 2, {"S!A1": "s:a", "S!B1": "e:#VALUE!"},
        "a cell is lost, not the workbook")
strings("shared-missing", "", 1, {"S!A1": "e:#VALUE!"}, "the string is not there",
        change=lambda p: {n: c for n, c in p.items() if "shared" not in n})
strings("shared-ext", '<si><t>a</t><extLst><ext uri="x"><t>z</t></ext></extLst></si>', 1,
        {"S!A1": "s:a"}, "an extension is no text")
probe("shared-index-space", row('<c t="s"><v> 0 </v></c>'), shared="<si><t>a</t></si>")
probe("shared-default-ns", row('<c t="s"><v>0</v></c>'), shared=f'{HEAD}<q:sst xmlns:q="{MAIN}"><q:si><q:t>a</q:t></q:si></q:sst>')

# Namespaces and encodings.
probe("name-strict", row(N % "1" + '<c t="d"><v>2021-03-31</v></c>'), ns=STRICT,
      rel="http://purl.oclc.org/ooxml/officeDocument/relationships",
      expect={"S!A1": "n:1", "S!B1": "d:3826310400"}, why="the strict namespaces mean the same")
probe("name-prefixed", whole=f'{HEAD}<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>')
probe("name-single-quotes", whole=f"{HEAD}<worksheet xmlns='{MAIN}'><sheetData><row r='1'><c r='A1'  t='n' ><v >1</v ></c></row></sheetData></worksheet>")
probe("name-spaces-in-tags", whole=f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>\n<row\n r="1"\t><c\r\n r = "A1"><v\n>1</v\n></c></row></sheetData></worksheet>')
probe("name-ns-on-row", row('<c xmlns="%s" r="A1"><v>1</v></c>' % MAIN))
probe("name-attribute-order", row('<c t="b" s="0" r="B1"><v>1</v></c>'))
probe("name-foreign-r", row('<c q:r="Z9" xmlns:q="urn:q" r="B1"><v>1</v></c>'))
probe("name-pretty", whole=f'{HEAD}\n<worksheet xmlns="{MAIN}">\n  <sheetData>\n    <row r="1">\n      <c r="A1" t="str">\n        <v>a</v>\n      </c>\n    </row>\n  </sheetData>\n</worksheet>\n')
probe("name-comment-first", whole=f'{HEAD}<!-- made --><worksheet xmlns="{MAIN}"><sheetData>{row(N % 1)}</sheetData></worksheet>')
probe("name-no-declaration", whole=f'<worksheet xmlns="{MAIN}"><sheetData>{row(N % 1)}</sheetData></worksheet>')
probe("name-bom", whole=b"\xef\xbb\xbf" + f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{row(N % 1)}</sheetData></worksheet>'.encode())
TEXT = f'<worksheet xmlns="{MAIN}"><sheetData>{row(T % "<t>Жук</t>")}</sheetData></worksheet>'
probe("encoding-utf16-le", whole=b"\xff\xfe" + ('<?xml version="1.0" encoding="UTF-16"?>' + TEXT).encode("utf-16-le"))
probe("encoding-utf16-be", whole=b"\xfe\xff" + ('<?xml version="1.0" encoding="UTF-16"?>' + TEXT).encode("utf-16-be"))
probe("encoding-1251", whole=('<?xml version="1.0" encoding="windows-1251"?>' + TEXT).encode("cp1251"))
probe("encoding-latin1", whole=('<?xml version="1.0" encoding="ISO-8859-1"?>' + TEXT.replace("Жук", "é")).encode("latin1"))
probe("encoding-utf8-lower", whole="<?xml version='1.0' encoding='utf-8' standalone='yes'?>" + TEXT)
probe("encoding-utf16-workbook", row(N % 1), change=with_parts(
    workbook=lambda c: b"\xff\xfe" + c.replace("UTF-8", "UTF-16").encode("utf-16-le") if "<sheets>" in c else c))

# Parts and the archive.
REL = "xl/_rels/workbook.xml.rels"
def relation(old, new):
    def change(parts):
        parts = dict(parts)
        parts[REL] = parts[REL].replace(old, new)
        return parts
    return change
probe("part-absolute", row(N % 1), change=relation('"worksheets/', '"/xl/worksheets/'))
probe("part-dots", row(N % 1), change=relation('"worksheets/', '"./../xl/worksheets/'),
      expect={"S!A1": "n:1"}, why="a target is a relative reference (OPC, 6.5.3)")
probe("part-backslash-target", row(N % 1), change=relation('"worksheets/', '"worksheets\\'),
      expect={"S!A1": "n:1"}, why="programs on Windows write so")
probe("part-backslash-names", row(N % 1), expect={"S!A1": "n:1"}, why="programs on Windows write so",
      change=lambda p: {n.replace("/", "\\"): c for n, c in p.items()})
probe("part-other-case", expect={"S!A1": "s:a"}, why="names of parts are compared without regard to case (OPC, 6.2.2.3)", data=row('<c t="s"><v>0</v></c>'), shared="<si><t>a</t></si>",
      change=lambda p: {n.replace("sharedStrings", "SharedStrings").replace("sheet1", "Sheet1"): c for n, c in p.items()})
probe("part-other-names", row(N % 1),
      change=lambda p: {n.replace("xl/", "data/").replace("workbook.xml", "book.xml"): c.replace("xl/", "data/").replace("workbook.xml", "book.xml") for n, c in p.items()})
probe("part-no-types", row(N % 1), change=lambda p: {n: c for n, c in p.items() if "Types" not in n},
      expect={"S!A1": "n:1"}, why="nothing in it is needed")
probe("part-no-root-relations", row(N % 1), change=lambda p: {n: c for n, c in p.items() if n != "_rels/.rels"},
      expect={"S!A1": "n:1"}, why="the workbook is found by its name")
probe("part-slash-first", row(N % 1), expect={"S!A1": "n:1"}, why="a name may begin with a slash in careless archives",
      change=lambda p: {"/" + n: c for n, c in p.items()})
probe("part-sheet-missing", row(N % 1), sheets=[("S", ""), ("T", "")],
      change=lambda p: {n: c for n, c in p.items() if "sheet2" not in n},
      expect={"S!A1": "n:1"}, why="one sheet is lost, not the workbook")
probe("part-reversed-relations", row(N % 1), sheets=[("S", ""), ("T", "")],
      change=relation('Target="worksheets/sheet1.xml"', 'Target="worksheets/sheet2.xml" TargetMode="Internal"'),
      expect={"S!A1": "n:2", "T!A1": "n:2"}, why="the relation decides")
probe("part-stored", row(N % 1), pack=lambda p: packed(p, zipfile.ZIP_STORED))
probe("part-descriptors", row(N % 1), pack=streamed)
probe("part-zip64", row(N % 1), pack=sixty_four)
probe("part-prefix-junk", row(N % 1), pack=lambda p: b"junk" * 10 + packed(p))
probe("part-suffix-junk", row(N % 1), pack=lambda p: packed(p) + b"\r\n\r\n")
probe("part-folders", row(N % 1), change=lambda p: {"xl/": "", "xl/worksheets/": "", **p})
probe("part-xltx", row(N % 1), suffix="xltx", change=with_parts(**{"[Content_Types]": lambda c: c.replace("sheet.main", "template.main")}))
probe("part-xlsm", row(N % 1), suffix="xlsm", change=with_parts(**{"[Content_Types]": lambda c: c.replace(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", "application/vnd.ms-excel.sheet.macroEnabled.main")}))
probe("part-chartsheet", row(N % 1), sheets=[("S", ""), ("T", "")],
      change=relation('officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2', 'officeDocument/2006/relationships/chartsheet" Target="worksheets/sheet2'),
      expect={"S!A1": "n:1"}, why="a chart sheet has no cells")

# Sheets.
probe("sheet-hidden", row(N % 1), sheets=[("S", ' state="hidden"'), ("T", ""), ("U", ' state="veryHidden"')])
probe("sheet-names", row(N % 1), sheets=[("a&amp;b &lt;", ""), (" x ", ""), ("Лист №1", "")])
probe("sheet-name-escape", row(N % 1), sheets=[("a_x0020_b", "")],
      expect={"a_x0020_b!A1": "n:1"}, why="calamine and openpyxl leave the escape of a name as it is")
probe("sheet-empty", "", sheets=[("S", ""), ("T", "")])
probe("sheet-no-data", whole=f'{HEAD}<worksheet xmlns="{MAIN}"/>')
probe("sheet-alternate", row('<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><c r="A1"><v>1</v></c></mc:Choice><mc:Fallback><c r="A1"><v>2</v></c></mc:Fallback></mc:AlternateContent><c r="B1"><v>3</v></c>'),
      {"S!A1": "n:2", "S!B1": "n:3"}, "the last one stands; nobody writes cells so")
probe("sheet-ext-rows", row(N % 1), after='<extLst><ext uri="x"><x14:row xmlns:x14="urn:x14" r="9"><x14:c r="A9"><x14:v>9</x14:v></x14:c></x14:row></ext></extLst>')
probe("sheet-merge", row('<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>'), after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      expect={"S!A1": "n:1", "S!B1": "n:2"}, why="calamine and LibreOffice keep the covered value; it gets a notice")
probe("sheet-header-footer", row(N % 1), after='<headerFooter><oddHeader>&amp;C text</oddHeader></headerFooter>')
probe("sheet-two-data", whole=f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{row(N % 1)}</sheetData><sheetData><row r="2"><c r="B2"><v>2</v></c></row></sheetData></worksheet>',
      expect={"S!A1": "n:1", "S!B2": "n:2"}, why="the readers that read it read both")
probe("sheet-custom-view", row(N % 1), after='<customSheetViews><customSheetView guid="x"><selection sqref="A1"/></customSheetView></customSheetViews>')

# Dates by the number format.
def dates(name, serials, codes, expect=None, why="", workbook=""):
    built = [c for c in codes if isinstance(c, int)]
    custom = {c: 164 + i for i, c in enumerate(c for c in codes if not isinstance(c, int))}
    from xml.sax.saxutils import quoteattr
    formats = "".join(f'<numFmt numFmtId="{i}" formatCode={quoteattr(c)}/>' for c, i in custom.items())
    cells = "".join(f'<c s="{i}"><v>{s}</v></c>' for s in serials for i in range(1, len(codes) + 1))
    probe(name, row(cells), expect, why, xfs=[c if isinstance(c, int) else custom[c] for c in codes],
          formats=formats, workbook=workbook)
dates("date-built-in", [44286.25], [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 47])
dates("date-built-in-46", [1.5], [46])
dates("date-built-in-number", [44286.25], [1, 2, 3, 4, 9, 10, 11, 12, 13, 37, 38, 39, 40, 41, 42, 43, 44, 48, 49])
dates("date-east", [44286], [27, 30, 36, 50, 57])
dates("date-codes", [44286.25], ["dd.mm.yyyy", "yyyy-mm-dd", "d mmmm yyyy", "m/d/yy h:mm", "hh:mm", "mmm-yy", "dddd", "DD.MM.YYYY", "yyyy"])
dates("date-quoted", [44286], ['0" days"', '0 "руб."', '"d"0', '\\d0', '0_d', '0"г."', '#,##0\\ "дн."'])
dates("date-colour", [44286], ["[Red]0", "[Red]dd.mm.yyyy", "[Green]0;[Red]-0", "[Yellow]General", "[Color10]0", "[Magenta]#,##0"])
dates("date-locale", [44286], ["[$-419]dd.mm.yyyy", "[$-409]d-mmm-yy;@", "[$-FC19]dd mmmm yyyy г.", "[$-F800]dddd, mmmm dd, yyyy", "[$-x-sysdate]dddd, mmmm dd, yyyy"])
dates("date-currency", [44286], ["[$€-407]#,##0.00", '#,##0.00"$"', "#,##0\\ [$₽-419]", "[$USD] #,##0"])
dates("date-elapsed", [1.5], ["[h]:mm", "[h]:mm:ss", "[mm]:ss", "[ss]", "[hh]"])
dates("date-russian", [44286.25], ["ДД.ММ.ГГГГ"], {"S!A1": "d:3826332000"}, "Excel in Russian writes so")
dates("date-conditions", [44286], ["[>100]0.0;dd.mm.yyyy", "[<1]0%;0", "0;dd.mm.yyyy", "dd.mm.yyyy;0", ";;;", "@"],
      {"S!A1": "n:44286", "S!B1": "n:44286", "S!C1": "n:44286", "S!D1": "d:3826310400", "S!E1": "n:44286", "S!F1": "n:44286"},
      "the first section decides, as openpyxl takes it")
dates("date-general", [44286], ["General", "GENERAL", 'General" m"', "0.00E+00", "# ?/?"], None)
dates("date-general-german", [44286], ["Standard"], {"S!A1": "n:44286"},
      "the word that Excel in German shows for General; other readers find a d in it and take a date")
dates("date-seconds", [0.5], ["ss", "s.00", "mm:ss.0", "h AM/PM", "h:mm a/p"])
dates("date-percent", [0.5], ["0%", '0"%"', "0.0 %"])
dates("date-1904", [0, 1, 44286.5, 0.5], [22], workbook='<workbookPr date1904="1"/>')
dates("date-1904-true", [44286], [14], workbook='<workbookPr date1904="true"/>')
dates("date-1904-false", [44286], [14], workbook='<workbookPr date1904="0"/>')
dates("date-early", [0, 1, 59, 60, 61, 62], [14],
      {"S!A1": "d:0", "S!B1": "d:172800", "S!C1": "d:5184000", "S!D1": "d:5184000", "S!E1": "d:5270400", "S!F1": "d:5356800"},
      "serial 1 is 1900-01-01 in Excel; 60 is the day that never was and is taken as the calendar's 60")
dates("date-negative", [-1, -0.5], [14, "[h]:mm"],
      {"S!A1": "d:-86400", "S!B1": "d:-86400", "S!C1": "d:-43200", "S!D1": "d:-43200"}, "as openpyxl has it")
dates("date-huge", [2958465, 2958466, 1e10], [14],
      {"S!A1": "d:255611376000", "S!B1": "d:255611462400", "S!C1": "d:864000000000000"}, "the serial stays what it is")
dates("date-fraction", [44286.999988425926, 44286.123456789, 0.99999], [22, 21])
probe("style-missing", row('<c s="7"><v>1</v></c><c s="-1"><v>2</v></c><c s="x"><v>3</v></c>'),
      expect={"S!A1": "n:1", "S!B1": "n:2", "S!C1": "n:3"}, why="a style that is not there is the general one")
probe("style-on-row", '<row r="1" s="1" customFormat="1"><c r="A1"><v>44286</v></c></row>', xfs=[14])
probe("style-cellStyleXfs", row('<c s="1"><v>44286</v></c>'), styles=f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0" xfId="0"/><xf numFmtId="0" xfId="1"/></cellXfs></styleSheet>')
probe("style-no-apply", row('<c s="1"><v>44286</v></c>'), styles=f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" xfId="0"/><xf numFmtId="14" applyNumberFormat="0" xfId="0"/></cellXfs></styleSheet>')
probe("style-formats-after", row('<c s="1"><v>44286</v></c>'), styles=f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts></styleSheet>',
      expect={"S!A1": "d:3826310400"}, why="the number format is named wherever it stands")
probe("style-format-overrides-built-in", row('<c s="1"><v>44286</v></c>'), xfs=[14], formats='<numFmt numFmtId="14" formatCode="0.00"/>',
      expect={"S!A1": "n:44286"}, why="a code in the file goes before the built-in one (LibreOffice, Excel)")
probe("style-dxf", row('<c s="1"><v>44286</v></c>'), styles=f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></dxf></dxfs></styleSheet>',
      expect={"S!A1": "n:44286"}, why="a number format of a conditional style is none of the cell's")
probe("formula-shared", row('<c r="A1"><f t="shared" ref="A1:B1" si="0">1+1</f><v>2</v></c><c r="B1"><f t="shared" si="0"/><v>3</v></c>'))
probe("formula-array", row('<c r="A1"><f t="array" ref="A1:B1">{1,2}</f><v>1</v></c><c r="B1"><v>2</v></c>'))
probe("row-hidden", row('<c r="A1"><v>1</v></c>', 1, ' hidden="1"') + row('<c r="A2"><v>2</v></c>', 2))
