#!/usr/bin/env python3
"""Makes `shared.xlsx`, whose cells share formulas, and `moved.tsv` with what LibreOffice makes of them.

usage: python3 make.py      (needs openpyxl and LibreOffice)

A line of the table is `formula, cell that has it, cell that shares it, formula there`. LibreOffice's own ways of
writing are put back (`NOTATION`): it is asked where references go, not how numbers and unions are spelled.
"""
import html, os, subprocess, tempfile, zipfile
import openpyxl
from openpyxl.utils import get_column_letter

HERE = os.path.dirname(os.path.abspath(__file__))
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

FORMULAS = [
    'A1', '$A1', 'A$1', '$A$1', 'A1:B2', '$A1:B$2', 'SUM(A:A)', 'SUM($A:B)', 'SUM(1:1)', 'SUM(1:$3)', 'SUM(B:C)',
    "'Лист 1'!D1", "'Лист 1'!C1:D2", 'Sheet2!$A1+Sheet2!B$2', 'Sheet2!C1:D2', 'SUM(Sheet2!C:D)', "'it''s'!C1",
    '"A1"&A1', '"a ""A1"" b"&B2', 'A1&"\'"&B1', 'LOG10(A1)', 'LOG10(100)+A1', 'ATAN2(A1,B1)', 'DEC2BIN(A1)',
    'IF(A1>0,A1,-A1)', 'A1+2*B1-C1/D1^E1', '1E5+A1', '{1,2;3,4}*A1', 'A1%', '(A1,B2)', 'A1:B2 B1:C3', '-A1',
    'MyName+A1', 'My.A1+A1', 'Итог1+A1', 'TRUE+A1', '#REF!+A1', 'Table1[A1]', 'SUM(Table1[[#This Row],[A1]],A1)',
    'a1+b$2', 'SUM(A1:INDEX(B1:B9,2))', 'IFERROR(A1,"")', 'A1=B1', 'A1<>B1', 'N(A1)',
    'XFD1+A1', 'A1048576', 'SUM(A1:XFC1)', 'SUM(A1048576:B1048576)', 'SUM(XFD:XFD)', 'SUM(B1:C1048575)',
    'SUM(1048576:1048576)',
]
NOTATION = [('100000', '1E5'), ('~', ','), ('TRUE()', 'TRUE'), ('Table1[]', 'Table1[A1]'), ('[#This Row],[]', '[#This Row],[A1]')]
SHEETS = ['F', 'Лист 1', 'Sheet2', "it's"]
OFFSETS = [(0, 1), (1, -1), (2, 3)]


def build(path):
    rows = {}
    for index, formula in enumerate(FORMULAS):
        row, column = 10 + index * 5, 4
        rows.setdefault(row, {})[column] = f'<f t="shared" ref="C{row}:G{row + 2}" si="{index}">{html.escape(formula, quote=False)}</f>'
        for down, right in OFFSETS:
            rows.setdefault(row + down, {})[column + right] = f'<f t="shared" si="{index}"/>'
    data = ''.join(f'<row r="{row}">' + ''.join(
        f'<c r="{get_column_letter(column)}{row}">{cells[column]}<v>0</v></c>' for column in sorted(cells)) + '</row>'
        for row, cells in sorted(rows.items()))
    content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
    parts = {
        '[Content_Types].xml': f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{content}.sheet.main+xml"/><Override PartName="/xl/tables/table1.xml" ContentType="{content}.table+xml"/>'
            + ''.join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{content}.worksheet+xml"/>' for n in range(1, 5)) + '</Types>',
        '_rels/.rels': f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml': f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets>'
            + ''.join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(SHEETS, 1))
            + '</sheets><definedNames><definedName name="MyName">F!$A$1</definedName><definedName name="My.A1">F!$A$2</definedName>'
              '<definedName name="Итог1">F!$A$3</definedName></definedNames></workbook>',
        'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{PACKAGE}/relationships">'
            + ''.join(f'<Relationship Id="r{n}" Type="{RELATION}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in range(1, 5)) + '</Relationships>',
        'xl/worksheets/_rels/sheet3.xml.rels': f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="t" Type="{RELATION}/table" Target="../tables/table1.xml"/></Relationships>',
        'xl/tables/table1.xml': f'<table xmlns="{MAIN}" id="1" name="Table1" displayName="Table1" ref="A1:B400"><tableColumns count="2">'
            '<tableColumn id="1" name="A1"/><tableColumn id="2" name="x"/></tableColumns></table>',
    }
    for n in range(1, 5):
        parts[f'xl/worksheets/sheet{n}.xml'] = (f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATION}"><sheetData>{data if n == 1 else ""}</sheetData>'
            + ('<tableParts count="1"><tablePart r:id="t"/></tableParts>' if n == 3 else '') + '</worksheet>')
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2023, 9, 1, 9, 0, 0)), text, zipfile.ZIP_DEFLATED)


def main():
    path = os.path.join(HERE, 'shared.xlsx')
    build(path)
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{work}/profile', '--convert-to', 'xlsx',
                        '--outdir', work, path], check=True, capture_output=True)
        sheet = openpyxl.load_workbook(f'{work}/shared.xlsx')['F']
    lines = []
    for index, formula in enumerate(FORMULAS):
        row, column = 10 + index * 5, 4
        for down, right in OFFSETS:
            value = sheet.cell(row + down, column + right).value
            moved = str(getattr(value, 'text', value)).removeprefix('=')
            for theirs, ours in NOTATION:
                if ours in formula or ours == ',':
                    moved = moved.replace(theirs, ours)
            lines.append(f'{formula}\t{get_column_letter(column)}{row}\t{get_column_letter(column + right)}{row + down}\t{moved}')
    with open(os.path.join(HERE, 'moved.tsv'), 'w', encoding='utf-8') as table:
        table.write('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main()
