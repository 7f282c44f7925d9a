"""Writes shown.tsv: what LibreOffice shows for values under number formats, and data-styles.json:
what it shows for the data styles of OpenDocument that it made of them.

A workbook of every code (a row) and every value (a column) is converted to flat ODS by
`soffice --headless`, once under the locale en-US and once under ru-RU; the paragraphs of the cells
hold what is shown (CSV "as shown" of LibreOffice 7.4 drops the formats when run so). Only the Python standard
library is needed. Run it here: `python3 shown.py`; a new version of LibreOffice may answer a little
differently, so read the difference before it is committed.

Rows where LibreOffice knowingly differs from Excel, whose text the reader gives, are left out by
`differs`, each with its reason.
"""

import json
import pathlib
import subprocess
import tempfile
import zipfile
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

NUMBERS = [
    "0", "1", "-1", "5", "0.5", "-0.3", "0.05", "12", "99.95", "-1234.5", "1234.5678", "1234567.891",
    "-1234567.891", "1.005", "2.675", "0.125", "0.3333333333", "12345678901", "0.00012", "1e-7",
    "1e15", "0.999", "7.0625",
]
MOMENTS = [
    "61", "44286", "44317.395833333333", "44561.999999", "36526.75", "45000.5", "0.25", "0.0006",
    "43890.520833333336", "2958465", "44291.100000011574", "44348.63888888889",
]
ELAPSED = ["0", "0.5", "1", "1.0416666666666667", "2.5", "0.00069444", "100.123456"]

NUMBER_CODES = [
    "0", "0.0", "0.00", "0.000", "#", "##", "#.##", "0.##", "#,##0", "#,##0.00", "#,##0.0#", "000",
    "0000.00", "00,000", "#,###", "?0.0?", "???", "0.???", "0%", "0.0%", "0.00%", "#,##0%", "0,",
    "0.0,", "#,##0,", "#,##0.0,,", "0.00E+00", "0.0E+0", "##0.0E+0", "0E+00", "0.###E+0", "# ?/?",
    "# ??/??", "?/?", "# ?/2", "# ?/4", "# ??/16", "# ?/8", "0;-0", "0;(0)", "0.0;[Red]-0.0",
    "0;-0;\"нет\"", "#,##0.00;-#,##0.00;\"-\"", "0;;", ";;;", "\"всего\" 0", "0\" чел.\"", "0\\ \\ш\\т",
    "\"№ \"0", "000-000", "0\"/\"00", "(000) 000\\-0000", "[>=100]0;0.00", "[<1]0.000;[<100]0.0;0",
    "[=0]\"ноль\";0", "[>1000]#,##0.0,\" тыс\";0", "[<0]\"минус \"0;0", "[Red]0.0", "[Blue]0;[Color 5]-0",
    "$#,##0.00", "#,##0\" ₽\"", "#,##0.00\\ \"₽\"", "#,##0\\ [$₽-419]", "[$$-409]#,##0.00", "[$€-2]\\ 0.00",
    "#,##0.00_);(#,##0.00)", "0_ ", "General", "General\" шт.\"", "\"= \"General", "0.00 %",
    "+0;-0;0", "0.0;-0.0;", "#0.0#", "0!", "0.", "#,##0.00;\"-\"#,##0.00", "0:00", "@", "@\" (т)\"",
    "0;-0;0;\"т: \"@", "[Red]General", "0.0000000000", "0.00;[Red]0.00", "#,##0.00000",
    "[=0]\"ноль\";[=1]\"один\";0.0", "[>5]0", "[>5]0;[<2]0.0", "[>100]0;[<1]0.0;0", "0;\"минус\" 0;", "# ##0", "# ##0,00",
    "# ???/???", "_-* #,##0.00_-;\\-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "#,##0.00 [$руб.-419]", "[$-419]#,##0.00",
    "#,##0.00;\\-#,##0.00", "??0.0??", "#,##0 %", "0.0##", "0;;0", "\"итого\"", "00.0E+0", "#,", "?,??0", "0000000000000000",
]
MOMENT_CODES = [
    "dd.mm.yyyy", "d.m.yy", "yyyy-mm-dd", "dd.mm.yyyy hh:mm", "dd.mm.yyyy hh:mm:ss", "hh:mm", "h:mm:ss",
    "h:mm AM/PM", "h:mm:ss AM/PM", "mm:ss", "mm:ss.0", "hh:mm:ss.000", "d mmmm yyyy", "d mmm yyyy",
    "mmmm yyyy", "mmm yy", "mmmm", "mmm", "mmmmm", "dddd", "ddd", "ddd, dd.mm.yyyy", "dddd, d mmmm yyyy",
    "yyyy", "yy", "m", "mm", "d", "dd", "h", "hh", "s", "ss", "[$-419]d mmmm yyyy;@", "[$-409]d mmmm yyyy",
    "[$-419]mmmm yyyy", "[$-409]mmm yy;@", "[$-419]dd mmm yy", "[$-FC19]dd mmmm yyyy\\ \\г\\.;@",
    "yyyy\\,\\ mmmm", "dd/mm/yyyy", "m/d/yy", "m/d/yyyy h:mm", "yyyy\"-\"mm", "\"с \"dd.mm", "d-mmm-yy",
    "yyyy-mm-dd\\Thh:mm:ss", "hh\" ч \"mm\" мин\"", "mm/yyyy", "[Red]dd.mm.yyyy", "dd.mm.yyyy;@", "dd mm",
    "hh.mm", "m/d", "[$-F419]yyyy\\,\\ mmmm;@", "ДД.ММ.ГГГГ", "ДД.ММ.ГГГГ ч:мм:сс", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy\\ \"год\"", "h:mm a/p", "dd.mm.yy\\ \\г\\.", "ss.00", "h:mm:ss.0",
]
ELAPSED_CODES = ["[h]:mm", "[h]:mm:ss", "[hh]:mm", "[mm]:ss", "[ss]", "[h]", "[mm]", "[h]:mm:ss.00", "[m]"]
TEXTS = ["текст", ""]

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


FIXED = {"# ?/2", "# ?/4", "# ??/16", "# ?/8"}


def differs(code, value, language, shown):
    """Why Excel shows another text; None where it shows the same."""
    if shown == "#FMT":
        return "LibreOffice has no fraction for a number this large"
    if code in {"#.##", "0.##", "0.###E+0", "0."} and "." not in shown and "," not in shown:
        return "Excel keeps the point where no decimals follow it"
    if value == "1.005" and "%" in code:
        return "LibreOffice multiplies 1.005 in binary: 100.49999"
    if code in FIXED and shown.endswith(" "):
        return "LibreOffice leaves less room for a fraction of nothing with a fixed denominator"
    if ("General" in code or "@" in code) and value in {"0.3333333333", "1e15"} and ";" not in code:
        return "General of LibreOffice is wider than Excel's 11 characters"
    if code in {"[>5]0", "[>5]0;[<2]0.0"}:
        return "Excel fills the cell with # where no section takes the number"
    if code == "\"итого\"" and value.startswith("-"):
        return "Excel puts the minus before a section of text"
    if code.startswith("# ##0,00") or code.startswith("ДД"):
        return "a Russian program's code, which LibreOffice reads by the letter"
    if code == "[$-419]#,##0.00" and language == "invariant":
        return "in Excel the language of a code changes names, not separators"
    if code.startswith(("[$-FC19]", "[$-F419]")) and language == "invariant":
        return "LibreOffice does not know Excel's marks of the genitive and the nominative"
    if code.startswith("[$-F800]"):
        return "Excel shows the long date of the system in place of the code"
    if code == "hh.mm" and language == "russian":
        return "LibreOffice takes the point for a decimal sign"
    if value == "44561.999999" and ("h" in code or "s" in code):
        return "LibreOffice cuts the second, Excel rounds it"
    if value == "0.0006" and "s" in code and "0" not in code:
        return "LibreOffice cuts the second, Excel rounds it"
    return None


def styled_differs(code, value, shown):
    """Why a data style is not expected to show what LibreOffice shows; None where it is."""
    if shown == "#FMT":
        return "no fraction for a number this large"
    if value == "1.005" and "%" in code:
        return "1.005 is multiplied in binary"
    if code == "# ?/8" and value == "7.0625":
        return "a half is rounded down"
    if code in {"$#,##0.00", "[$$-409]#,##0.00"}:
        return "the currency symbol is left out where it is that of the program's locale"
    if code.startswith("# ##0,00"):
        return "texts among digits change their grouping"
    if code.startswith("[$-F800]"):
        return "the style asks for the long date of the system"
    return None


def column(index):
    name = ""
    while True:
        name = chr(65 + index % 26) + name
        index = index // 26 - 1
        if index < 0:
            return name


def table():
    """The rows: a code and its values."""
    for code in NUMBER_CODES:
        yield code, NUMBERS + TEXTS[:1]
    for code in MOMENT_CODES:
        yield code, MOMENTS
    for code in ELAPSED_CODES:
        yield code, ELAPSED


def write_workbook(path):
    rows = list(table())
    codes = [code for code, _ in rows]
    formats = "".join(
        f'<numFmt numFmtId="{200 + index}" formatCode={quoteattr(code)}/>'
        for index, code in enumerate(codes)
    )
    styles = "".join(
        f'<xf numFmtId="{200 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for index in range(len(codes))
    )
    cells = ""
    for index, (_, values) in enumerate(rows):
        cells += f'<row r="{index + 1}">'
        for place, value in enumerate(values):
            name = f"{column(place)}{index + 1}"
            if value in TEXTS:
                cells += f'<c r="{name}" s="{index + 1}" t="inlineStr"><is><t>{value}</t></is></c>'
            else:
                cells += f'<c r="{name}" s="{index + 1}"><v>{value}</v></c>'
        cells += "</row>"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{relations}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{relations}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet {main}><numFmts count="{len(codes)}">{formats}</numFmts>'
        "<fonts><font><sz val=\"11\"/></font></fonts><fills><fill><patternFill/></fill></fills>"
        "<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
        f'<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{styles}</cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f"<worksheet {main}><sheetData>{cells}</sheetData></worksheet>",
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, head + text)


def profile(folder, locale):
    """A profile of LibreOffice whose locale is `locale`."""
    user = folder / "user"
    user.mkdir(parents=True, exist_ok=True)
    space = 'xmlns:oor="http://openoffice.org/2001/registry"'
    (user / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><oor:items {space}>'
        '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
        f"<value>{locale}</value></prop></item></oor:items>"
    )
    return folder.as_uri()


def shown_text(element):
    """The text of a paragraph, with its runs of spaces."""
    text = element.text or ""
    for child in element:
        if child.tag == TEXT + "s":
            text += " " * int(child.get(TEXT + "c", "1"))
        else:
            text += shown_text(child)
        text += child.tail or ""
    return text


def convert(workbook, folder, locale, times=1):
    """The trees of the flat ODS that LibreOffice makes of the workbook under a locale, and again
    of that."""
    trees = []
    for turn in range(times):
        out = folder / f"out-{locale}-{turn}"
        subprocess.run(
            [
                "soffice", f"-env:UserInstallation={profile(folder / locale, locale)}",
                "--headless", "--convert-to", "fods", "--outdir", str(out), str(workbook),
            ],
            check=True, capture_output=True, timeout=300,
        )
        workbook = out / "formats.fods"
        trees.append(ElementTree.parse(workbook))
    return trees


PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0": "number:",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style:",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext:",
}


def plain(name):
    """A name with its usual prefix; an empty one for other namespaces."""
    space, _, local = name[1:].partition("}")
    prefix = PREFIXES.get(space)
    return prefix + local if prefix else ""


def events(element):
    """What a parser reports of a data style, from its start to its end."""
    attributes = {plain(name): value for name, value in element.attrib.items() if plain(name)}
    found = [{"start": plain(element.tag), "attributes": attributes}]
    if element.text and (element.text.strip() or len(element) == 0):
        found.append({"text": element.text})
    for child in element:
        if plain(child.tag):
            found += events(child)
    return found + [{"end": plain(element.tag)}]


def data_styles(trees, language):
    """The data styles of the first tree, and what the second, which was read from it, shows."""
    first, second = trees
    styles, of_cell = {}, {}
    for element in first.iter():
        name = element.get(STYLE + "name")
        if element.tag.startswith(NUMBER) and name:
            styles[name] = events(element)
        elif element.tag == STYLE + "style" and element.get(STYLE + "data-style-name"):
            of_cell[name] = element.get(STYLE + "data-style-name")
    cells, left_out, used = [], 0, set()
    rows = zip(table(), first.iter(TABLE + "table-row"), shown_rows(second))
    for (code, values), row, texts in rows:
        style = of_cell.get(row.find(TABLE + "table-cell").get(TABLE + "style-name"))
        if style not in styles:
            continue
        for value, text in list(zip(values, texts))[::2]:
            if styled_differs(code, value, text):
                left_out += 1
            else:
                cells.append([style, value, text])
        used.add(style)
        used |= {
            event["attributes"]["style:apply-style-name"]
            for event in styles[style]
            if event.get("start") == "style:map"
        }
    return {
        "language": language,
        "styles": {name: styles[name] for name in sorted(used)},
        "cells": cells,
    }, left_out


def shown_rows(tree):
    for row in tree.iter(TABLE + "table-row"):
        texts = []
        for cell in row.iter(TABLE + "table-cell"):
            paragraph = cell.find(TEXT + "p")
            text = "" if paragraph is None else shown_text(paragraph)
            repeats = min(int(cell.get(TABLE + "number-columns-repeated", "1")), 50)
            texts += [text] * repeats
        yield texts


def main():
    target = pathlib.Path(__file__).with_name("shown.tsv")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        workbook = folder / "formats.xlsx"
        write_workbook(workbook)
        lines, left_out, styled = [], {}, []
        for language, locale in (("invariant", "en-US"), ("russian", "ru-RU")):
            trees = convert(workbook, folder, locale, times=2)
            for (code, values), texts in zip(table(), shown_rows(trees[0])):
                for value, text in zip(values, texts):
                    reason = differs(code, value, language, text)
                    if reason:
                        left_out[reason] = left_out.get(reason, 0) + 1
                    else:
                        lines.append("\t".join((code, value, language, text)))
            case, count = data_styles(trees, language)
            styled.append(case)
            print(len(case["cells"]), "cells under data styles,", count, "left out")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    target.with_name("data-styles.json").write_text(
        "[" + ",\n".join(map(compact, styled)) + "]\n", encoding="utf-8"
    )
    print(len(lines), "rows")
    for reason, count in left_out.items():
        print(count, "left out:", reason)


def compact(case):
    """JSON with one style or cell a line."""
    def dump(value):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    styles = ",\n".join(f"{dump(name)}:{dump(style)}" for name, style in case["styles"].items())
    cells = ",\n".join(map(dump, case["cells"]))
    return (
        '{"language":' + dump(case["language"]) + ',"styles":{\n' + styles + '},"cells":[\n' + cells + "]}"
    )


if __name__ == "__main__":
    main()
