"""What each fuzzer starts from: small parts of our own making, and the kept inputs of Fuzz/corpus.

usage: seeds.py FOLDER
"""
import hashlib
import pathlib
import sys

import corpus

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here.parent / "Fixtures" / "hostile"))

from hosts import FIRST, HEAD, MAIN, ODF, ODS, XLSX, joined  # noqa: E402

CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
SHEETS = [
    ('<row r="2" hidden="1"><c r="A2" s="3"><v>44286.5</v></c><c t="s"><v>1</v></c>'
     '<c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c><c t="d"><v>2021-03-31T09:30:00Z</v></c>'
     '<c t="str"><f>A1</f><v>x_x000D_y</v></c><c><f>NOW()</f></c><c s="1"/>'
     '<c t="inlineStr"><is><r><t xml:space="preserve"> a</t></r><rPh><t>b</t></rPh></is></c></row>',
     '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
     '<dataValidations><dataValidation type="list" sqref="A1:A9 C1"><formula1>"a,b"</formula1>'
     '</dataValidation></dataValidations><sheetProtection sheet="1"/>'),
    ('<row><c><v>0.30000000000000004</v></c><c s="6"><v>1.125</v></c><c s="5"><v>-1e3</v></c>'
     '<c s="4"><v>60</v></c><c t="s"><v>9</v></c></row>',
     '<x14:a xmlns:x14="u"><mc:AlternateContent xmlns:mc="v"><mc:Fallback><mergeCell ref="A1"/>'
     '</mc:Fallback></mc:AlternateContent></x14:a>'),
]
TABLES = [
    '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    '<table:table-row table:number-rows-repeated="3" table:visibility="filter">'
    '<table:table-cell table:style-name="ce1" office:value-type="percentage" office:value="0.5"'
    ' table:number-columns-repeated="2"/><table:covered-table-cell/>'
    '<table:table-cell office:value-type="date" office:date-value="2021-03-31T09:30:00"'
    ' table:number-columns-spanned="2" table:number-rows-spanned="2"/>'
    '<table:table-cell office:value-type="time" office:time-value="PT27H30M0.5S"/>'
    '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
    '<table:table-cell office:value-type="string" table:formula="of:=A1"><office:annotation>'
    '<text:p>n</text:p></office:annotation><text:p>a<text:s text:c="3"/>b<text:tab/>'
    '<text:line-break/><text:span>c</text:span></text:p><text:p>d</text:p></table:table-cell>'
    "</table:table-row>",
    '<table:table-row-group><table:table-row><table:table-cell><table:table><table:table-row>'
    "<table:table-cell/></table:table-row></table:table><text:h>x</text:h></table:table-cell>"
    '<table:table-cell office:value-type="float" office:value="0" table:formula="of:=1/0">'
    "<text:p>#DIV/0!</text:p></table:table-cell>"
    f'<table:table-cell xmlns:calcext="{CALC}" calcext:value-type="error"'
    ' office:value-type="string" office:string-value=""/>'
    "</table:table-row></table:table-row-group>",
]
STYLES = (
    '<office:automatic-styles><number:percentage-style style:name="N1"/><style:style '
    'style:name="ta1" style:family="table"><style:table-properties table:display="false"/>'
    '</style:style><style:style style:name="ce1" style:family="table-cell" '
    'style:data-style-name="N1"/></office:automatic-styles>')

SEEDS = {
    "xlsx-sheet": [XLSX.document(rows, after=after) for rows, after in SHEETS],
    "ods-content": [ODS.document(FIRST[ODS], rows, before=STYLES) for rows in TABLES],
    "xlsx-strings": [HEAD + (
        f'<sst xmlns="{MAIN}" count="3" uniqueCount="3"><si><t>one</t></si><si><r><t> a </t></r>'
        '<r><rPr><b/></rPr><t>b</t></r><rPh sb="0"><t>c</t></rPh></si><si><t>_x000D_1</t></si>'
        "<si/></sst>").encode()],
    "xlsx-styles": [HEAD + (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/><numFmt '
        'numFmtId="165" formatCode="ДД.ММ.ГГГГ"/></numFmts><cellStyleXfs><xf numFmtId="0"/>'
        '</cellStyleXfs><cellXfs><xf numFmtId="164" xfId="0"/><xf numFmtId="165"/><xf '
        'numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>').encode()],
    "formats": [code.encode() for code in (
        "General", "0.00%", "[h]:mm:ss", "ДД.ММ.ГГГГ", "dd/mm/yyyy hh:mm", '#,##0.00 "₽"',
        "[Red][<0]-0;[$-419]d mmmm yyyy;@", "# ?/?", "0.00E+00", "[$₽-419]0", "Основной", "_-* 0",
        "yyyy\\-mm", "mm:ss.0", "AM/PM", "0.00\n-1234.565", "dddd mmmmm\n0.5", "# ??/??\n1.25",
        "[>100]0;[<=1]0.0;@\n1e18")],
    "formulas": [text.encode() for text in (
        "SUM(A1:$B$2)*Sheet1!C3", "'Лист 1'!A1&\"A1\"", "[.A1]+[$'Лист 1'.$B$2:.C3]", "A:C+1:3",
        "Table1[[#This Row],[a]]", "of:=SUM([.A1:.B2];{1;2|3})", "[1]Sheet!A1", "A1#", "msoxl:=A1",
        "'file:///x.ods'#$S.A1", "LOG10(A1)", "#REF!+1E+3")],
    "addresses": [b"A1", b"$C$14", b"XFD1048576", b"A1:C3", b"$A$1:$B$2", b"zz99"],
    "numbers": [b"0", b"-12.50", b"1e-7", b"185.76E+2", b"999999999999999999", b"0.0000",
                b"1.7976931348623157e308", b"4.9E-324", b"100000000000000000000"],
    "dates": [text.encode() for text in (
        "2021-03-31", "2021-03-31T09:30:00.5Z", "09:30:00", "PT27H30M0S", "-P1DT2H", "PT0.5S",
        "9999-12-31T23:59:59", "0001-01-01", "2021-03-31T09:30:00+03:00")],
}
SEEDS["workbook"] = [
    XLSX.file(SEEDS["xlsx-sheet"][0], strings=SEEDS["xlsx-strings"][0],
              styles=SEEDS["xlsx-styles"][0]),
    ODS.file(SEEDS["ods-content"][0]),
    SEEDS["ods-content"][1].bytes().replace(b"document-content", b"document"),
    b"PK", b"\xd0\xcf\x11\xe0", "Школа;5\n".encode(), b"<html>"]
SEEDS["markup"] = [
    *SEEDS["xlsx-sheet"], *SEEDS["ods-content"], *SEEDS["xlsx-strings"],
    HEAD + b'<r a="1&amp;2&#65;" xmlns:x="u"><x:c><![CDATA[a]]></x:c><!-- b --><?c d?>&lt;</r>',
    '<?xml version="1.0" encoding="UTF-16"?><r>Ш</r>'.encode("utf-16"),
    '<?xml version="1.0" encoding="windows-1251"?><r>Ш</r>'.encode("windows-1251"),
    b"<!DOCTYPE r><r/>", b"\xef\xbb\xbf<r>\r\n\t<c a='b'/></r>\n",
    joined("<r>", *[f'<row r="{n}"/>' for n in range(3)], "</r>")]


def main():
    folder = pathlib.Path(sys.argv[1])
    for target, seeds in SEEDS.items():
        (folder / target).mkdir(parents=True, exist_ok=True)
        for seed in seeds:
            content = seed if isinstance(seed, bytes) else seed.bytes()
            (folder / target / hashlib.sha1(content).hexdigest()).write_bytes(content)
        kept = here / "corpus" / f"{target}.xz"
        if kept.exists():
            corpus.unpack(kept, folder / target)


main()
