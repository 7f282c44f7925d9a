#!/usr/bin/env python3
"""Makes the workbooks that `scripts/bench reader` measures with, the same bytes every time.

usage: bench-data.py DIR [--forms N] [--rows N]

DIR/forms-xlsx, DIR/forms-ods: N small forms (200): a title sheet and three tables, with the
style sheets that office programs write around them. DIR/large.xlsx, DIR/large.ods: one sheet of
N rows (100,000) of 20 columns: 2 million cells. Prints what is in them.
"""
import argparse, os, random, sys, zipfile
from xml.sax.saxutils import escape

WORDS = ("школа лицей гимназия педагог предмет русский математика история биология химия "
         "аттестация наставник программа конкурс отчёт план район село имени средняя").split()
DATE_FORMAT, PERCENT, DECIMAL = 3, 4, 5  # places in cellXfs


def letters(column):
    name = ''
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


LETTERS = [letters(i) for i in range(1, 64)]


def text(random, distinct):
    seed = random.randrange(distinct)
    return ' '.join(WORDS[(seed // 20 ** i) % 20] for i in range(3)) + f' № {seed}'


def value(random, column, distinct):
    """One cell: kind and stored text. Columns keep to a kind, as tables do."""
    kind = column % 20
    if kind < 8: return 's', text(random, distinct)
    if kind < 14: return 'n', str(random.randrange(500))
    if kind < 16: return 'n', f'{random.randrange(10_000_000) / 100:g}'
    if kind < 17: return 'p', repr(random.randrange(1000) / 1000)
    if kind < 19: return 'd', str(40_000 + random.randrange(5_000))
    return 'b', str(random.randrange(2))


def form_sheets(number):
    """Sheets as name and rows of cells; a cell is kind and text, or None."""
    r = random.Random(number)
    title = [[('s', 'Код организации'), ('s', f'{number:03d}')], [('s', 'Наименование'), ('s', f'МБОУ «Школа № {number}»')],
             [('s', 'Отчётный год'), ('n', '2023')], [('s', 'Дата заполнения'), ('d', '45200')]]
    staff = [[('s', '№ строки'), ('s', 'Показатель'), ('s', 'Значение')]]
    staff += [[('s', f'{i:02d}'), ('s', 'Численность: ' + text(random.Random(i), 8000)), ('n', str(r.randrange(90)))] for i in range(1, 24)]
    subjects = [[('s', 'Предмет')] + [('s', f'гр. {g}') for g in range(3, 9)]]
    subjects += [[('s', f'предмет {i}')] + [('n', str(r.randrange(15))) if r.random() < .8 else None for _ in range(6)] for i in range(1, 41)]
    factors = [[('s', 'Фактор'), ('s', 'Отметка'), ('s', 'Доля')]]
    factors += [[('s', text(random.Random(i), 8000)), ('s', r.choice(['да', 'нет'])), ('p', repr(r.randrange(100) / 100))] for i in range(1, 31)]
    return [('Титул', title), ('Кадры', staff), ('Предметы', subjects), ('Факторы', factors)]


def large_rows(rows, distinct=50_000):
    r = random.Random(20)
    for _ in range(rows):
        yield [value(r, column, distinct) for column in range(20)]


class Package:
    """A ZIP with fixed times; parts may be written piece by piece."""
    def __init__(self, path): self.zip = zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED, compresslevel=6)
    def info(self, name, stored=False):
        info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        return info
    def part(self, name, content, stored=False): self.zip.writestr(self.info(name, stored), content)
    def stream(self, name): return self.zip.open(self.info(name), 'w', force_zip64=True)
    def close(self): self.zip.close()


HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships'
XLSX_STYLES = (
    HEAD + f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>'
    '<fonts count="12">' + ''.join(f'<font><sz val="{8 + i}"/><name val="Times New Roman"/><family val="1"/></font>' for i in range(12)) + '</fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="66">'
    + ''.join(f'<xf numFmtId="{f}" fontId="{i % 12}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"><alignment wrapText="1"/></xf>'
              for i, f in enumerate([0, 0, 49, 164, 10, 4] + [0] * 60)) +
    '</cellXfs><cellStyles count="1"><cellStyle name="Обычный" xfId="0" builtinId="0"/></cellStyles></styleSheet>')


def xlsx(path, sheets, count):
    package = Package(path)
    package.part('[Content_Types].xml', HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
                 + ''.join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' for i in range(1, len(sheets) + 1))
                 + '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>')
    package.part('_rels/.rels', HEAD + f'<Relationships xmlns="{PACKAGE_REL}"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    package.part('xl/workbook.xml', HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>' + ''.join(f'<sheet name="{escape(n)}" sheetId="{i}" r:id="rId{i}"/>' for i, (n, _) in enumerate(sheets, 1)) + '</sheets></workbook>')
    package.part('xl/_rels/workbook.xml.rels', HEAD + f'<Relationships xmlns="{PACKAGE_REL}">' + ''.join(f'<Relationship Id="rId{i}" Type="{REL}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1))
                 + f'<Relationship Id="rId90" Type="{REL}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
    package.part('xl/styles.xml', XLSX_STYLES)
    strings = {}
    for i, (_, rows) in enumerate(sheets, 1):
        with package.stream(f'xl/worksheets/sheet{i}.xml') as out:
            out.write((HEAD + f'<worksheet xmlns="{MAIN}"><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="24" customWidth="1"/></cols><sheetData>').encode())
            for number, row in enumerate(rows, 1):
                line = [f'<row r="{number}" spans="1:{len(row)}">']
                for column, cell in enumerate(row):
                    if cell is None: continue
                    kind, stored = cell
                    count(kind)
                    at = f'{LETTERS[column]}{number}'
                    if kind == 's': line.append(f'<c r="{at}" s="2" t="s"><v>{strings.setdefault(stored, len(strings))}</v></c>')
                    elif kind == 'b': line.append(f'<c r="{at}" t="b"><v>{stored}</v></c>')
                    elif kind == 'd': line.append(f'<c r="{at}" s="{DATE_FORMAT}"><v>{stored}</v></c>')
                    elif kind == 'p': line.append(f'<c r="{at}" s="{PERCENT}"><v>{stored}</v></c>')
                    else: line.append(f'<c r="{at}"><v>{stored}</v></c>')
                line.append('</row>')
                out.write(''.join(line).encode())
            out.write(b'</sheetData></worksheet>')
    total = count.kinds.get('s', 0)
    package.part('xl/sharedStrings.xml', HEAD + f'<sst xmlns="{MAIN}" count="{total}" uniqueCount="{len(strings)}">' + ''.join(f'<si><t>{escape(s)}</t></si>' for s in strings) + '</sst>')
    count.distinct = max(count.distinct, len(strings))
    package.close()


NS = ' '.join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"' for p, u in (('office', 'office'), ('style', 'style'), ('text', 'text'), ('table', 'table'), ('number', 'datastyle'), ('fo', 'xsl-fo-compatible')))


def day(serial):
    import datetime
    return (datetime.date(1899, 12, 30) + datetime.timedelta(int(serial))).isoformat()


def ods(path, sheets, count):
    package = Package(path)
    package.part('mimetype', 'application/vnd.oasis.opendocument.spreadsheet', stored=True)
    with package.stream('content.xml') as out:
        out.write((f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {NS} office:version="1.3"><office:automatic-styles>'
                   '<number:date-style style:name="N37"><number:day number:style="long"/><number:text>.</number:text><number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/></number:date-style>'
                   '<style:style style:name="ce1" style:family="table-cell"/><style:style style:name="ce2" style:family="table-cell" style:data-style-name="N37"/>'
                   '</office:automatic-styles><office:body><office:spreadsheet>').encode())
        for name, rows in sheets:
            out.write(f'<table:table table:name="{escape(name)}"><table:table-column table:number-columns-repeated="20" table:default-cell-style-name="ce1"/>'.encode())
            for row in rows:
                line = ['<table:table-row table:style-name="ro1">']
                for cell in row:
                    if cell is None:
                        line.append('<table:table-cell/>')
                        continue
                    kind, stored = cell
                    count(kind)
                    if kind == 's': line.append(f'<table:table-cell table:style-name="ce1" office:value-type="string"><text:p>{escape(stored)}</text:p></table:table-cell>')
                    elif kind == 'b': line.append(f'<table:table-cell office:value-type="boolean" office:boolean-value="{"true" if stored == "1" else "false"}"><text:p>{"ИСТИНА" if stored == "1" else "ЛОЖЬ"}</text:p></table:table-cell>')
                    elif kind == 'd': line.append(f'<table:table-cell table:style-name="ce2" office:value-type="date" office:date-value="{day(stored)}"><text:p>{day(stored)}</text:p></table:table-cell>')
                    elif kind == 'p': line.append(f'<table:table-cell office:value-type="percentage" office:value="{stored}"><text:p>{float(stored) * 100:.1f}%</text:p></table:table-cell>')
                    else: line.append(f'<table:table-cell office:value-type="float" office:value="{stored}"><text:p>{stored.replace(".", ",")}</text:p></table:table-cell>')
                line.append('</table:table-row>')
                out.write(''.join(line).encode())
            out.write(b'</table:table>')
        out.write(b'</office:spreadsheet></office:body></office:document-content>')
    package.part('styles.xml', f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {NS} office:version="1.3"><office:styles>'
                 + ''.join(f'<style:style style:name="Style_{i}" style:display-name="Стиль {i}" style:family="table-cell" style:parent-style-name="Default"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-size="{8 + i % 12}pt"/></style:style>' for i in range(150))
                 + '</office:styles></office:document-styles>')
    package.part('META-INF/manifest.xml', '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    package.close()


class Count:
    def __init__(self): self.kinds, self.distinct = {}, 0
    def __call__(self, kind): self.kinds[kind] = self.kinds.get(kind, 0) + 1
    def say(self, name):
        total = sum(self.kinds.values())
        share = 100 * self.kinds.get('s', 0) / total
        distinct = f', at most {self.distinct} distinct strings a file' if self.distinct else ''
        kinds = ', '.join(f'{n} {v}' for n, v in (('texts', 's'), ('numbers', 'n'), ('percentages', 'p'), ('dates', 'd'), ('booleans', 'b')) for v in [self.kinds.get(v, 0)] if v)
        print(f'{name}: {total} cells: {kinds} ({share:.0f} % text{distinct})')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder')
    parser.add_argument('--forms', type=int, default=200)
    parser.add_argument('--rows', type=int, default=100_000)
    given = parser.parse_args()
    for kind, write in (('xlsx', xlsx), ('ods', ods)):
        folder = os.path.join(given.folder, f'forms-{kind}')
        os.makedirs(folder, exist_ok=True)
        whole = Count()
        for number in range(1, given.forms + 1):
            one = Count()
            write(os.path.join(folder, f'form-{number:03d}.{kind}'), form_sheets(number), one)
            for name, value in one.kinds.items(): whole.kinds[name] = whole.kinds.get(name, 0) + value
            whole.distinct = max(whole.distinct, one.distinct)
        whole.say(f'{given.forms} forms, {kind}')
        large = Count()
        write(os.path.join(given.folder, f'large.{kind}'), [('Данные', large_rows(given.rows))], large)
        large.say(f'large.{kind}')
    print('formats: text, general, date dd.mm.yyyy, percent, decimal; 66 cell formats in XLSX, 150 styles in ODS')


if __name__ == '__main__':
    sys.exit(main())
