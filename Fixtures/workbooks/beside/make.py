#!/usr/bin/env python3
"""Makes the workbooks of this folder anew, and `expected.tsv` with what openpyxl reads in them.

usage: python3 make.py      (needs openpyxl, XlsxWriter, LibreOffice and Gnumeric)

A line of the table is `file, kind, sheet, text`. The saved files are tracked, because other
versions of the programs save other bytes.
"""
import datetime, os, shutil, subprocess, tempfile, zipfile
from xml.etree import ElementTree
import openpyxl, xlsxwriter
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.table import Table, TableStyleInfo

HERE = os.path.dirname(os.path.abspath(__file__))
WHEN = datetime.datetime(2023, 9, 1, 9, 0)


def by_openpyxl(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = 'Кадры'
    for row, line in enumerate([('Предмет', 'Всего', 'Из них'), ('А', 3, 1), ('Б', 4, 2)], 1):
        for column, value in enumerate(line, 1):
            sheet.cell(row, column, value)
    table = Table(displayName='Педагоги', ref='A1:C3')
    table.tableStyleInfo = TableStyleInfo(name='TableStyleMedium9', showRowStripes=True)
    sheet.add_table(table)
    other = book.create_sheet("Спра'вочник 1")
    for row, value in enumerate(['да', 'нет', 'не знаю'], 1):
        other.cell(row, 1, value)
    rules = [
        (dict(type='list', formula1='"да,нет, не ""знаю"""', allow_blank=True, showErrorMessage=True), ['E1:E9', 'G1', 'I2:J4']),
        (dict(type='list', formula1="'Спра''вочник 1'!$A$1:$A$3", allow_blank=False, showErrorMessage=True,
              errorTitle='Ошибка', error='Выберите\nиз списка', errorStyle='warning'), ['F1:F9']),
        (dict(type='whole', operator='between', formula1='0', formula2='100', showErrorMessage=True,
              errorStyle='information', showInputMessage=True, promptTitle='Сколько', prompt='Целое от 0 до 100'), ['B2:C3']),
        (dict(type='decimal', operator='greaterThanOrEqual', formula1='0.5'), ['H1']),
        (dict(type='date', operator='notBetween', formula1='44197', formula2='44561', showErrorMessage=True), ['H2']),
        (dict(type='textLength', operator='lessThan', formula1='20', showErrorMessage=True), ['H3']),
        (dict(type='custom', formula1='SUM(B2:C2)<=B3', showErrorMessage=True), ['H4']),
        (dict(type='time', operator='equal', formula1='0.5', showErrorMessage=True), ['H5']),
        (dict(showInputMessage=True, prompt='Подсказка'), ['H6']),
    ]
    for options, cells in rules:
        rule = DataValidation(**options)
        for cell in cells:
            rule.add(cell)
        sheet.add_data_validation(rule)
    sheet['A1'].comment = Comment('Строка 1\nСтрока 2', 'Иванова')
    sheet['B3'].comment = Comment('  с пробелами & <знаками>  ', '')
    other['A2'].comment = Comment('На другом листе', 'Петров')
    sheet.protection.sheet = True
    other.protection.sheet = True
    other.protection.password = 'svodka'
    sheet.print_area = 'A1:C3'
    sheet.print_title_rows = '1:1'
    book.defined_names['Всего'] = DefinedName('Всего', attr_text="'Кадры'!$B$2:$B$3")
    book.defined_names['Доля'] = DefinedName('Доля', attr_text='0.25', hidden=True)
    other.defined_names['Всего'] = DefinedName('Всего', attr_text="'Спра''вочник 1'!$A$1:$A$3")
    book.security = WorkbookProtection(lockStructure=True)
    sheet['D2'] = '=C2/B2'
    sheet['D3'] = ArrayFormula('D3', '=SUM(B2:B3*C2:C3)')
    book.properties.creator = 'Svodka'
    book.properties.created = WHEN
    book.properties.modified = WHEN
    book.save(path)


def by_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    book.set_properties({'author': 'Svodka', 'created': WHEN})
    sheet, other = book.add_worksheet('Кадры'), book.add_worksheet('Справочник')
    sheet.add_table('A1:C5', {'name': 'Pedagogues', 'total_row': True, 'data': [['А', 3, 1], ['Б', 4, 2], ['В', 5, 0]],
                              'columns': [{'header': 'Предмет', 'total_string': 'Итого'}, {'header': 'Всего "штук"', 'total_function': 'sum'},
                                          {'header': 'Из них\nс дипломом'}]})
    sheet.add_table('A8:B10', {'header_row': False, 'name': 'NoHead'})
    other.write_column('A1', ['да', 'нет'])
    other.autofilter('A1:A2')
    sheet.data_validation('E1:E5', {'validate': 'list', 'source': ['да', 'нет', 'a & b'], 'other_cells': [[0, 6, 3, 6]],
                                    'input_title': 'Выбор', 'input_message': 'Из списка', 'error_title': 'Нет', 'error_message': 'Не так'})
    sheet.data_validation('F1', {'validate': 'list', 'source': '=Справочник!$A$1:$A$2', 'ignore_blank': False})
    sheet.data_validation('F2', {'validate': 'integer', 'criteria': 'not between', 'minimum': 1, 'maximum': '=B5', 'error_type': 'warning'})
    sheet.data_validation('F3', {'validate': 'date', 'criteria': '>', 'value': datetime.date(2021, 1, 1), 'error_type': 'information'})
    sheet.data_validation('F4', {'validate': 'length', 'criteria': '!=', 'value': 3, 'show_error': False})
    sheet.data_validation('F5', {'validate': 'any', 'input_message': 'Только подсказка'})
    sheet.write_comment('A1', 'Примечание\nв две строки', {'author': 'Сидорова'})
    sheet.write_comment('C3', 'Без автора')
    sheet.protect('svodka')
    book.define_name('Доля', '=0.25')
    book.define_name('Кадры!Итог', '=Кадры!$B$5')
    sheet.print_area('A1:C5')
    sheet.repeat_columns('A:A')
    book.close()


def ranges(reference):
    found = []
    for part in sorted(str(reference).split()):
        a, b, c, d = range_boundaries(part)
        found.append(f'{get_column_letter(a)}{b}:{get_column_letter(c)}{d}')
    return ' '.join(sorted(found))


def line(*parts):
    return '\t'.join('–' if part is None else str(part) for part in parts).replace('\r\n', '\n').replace('\n', '\\n')


def items(formula):
    if formula is None or not (formula.startswith('"') and formula.endswith('"')):
        return None
    return '|'.join(item.strip(' ') for item in formula[1:-1].replace('""', '"').split(','))


def validation(rule):
    kind = {'none': 'any', None: 'any', 'textLength': 'text-length'}.get(rule.type, rule.type)
    compares = kind not in ('list', 'any', 'custom')
    names = {'notBetween': 'not-between', 'notEqual': 'not-equal', 'greaterThan': 'greater', 'lessThan': 'less',
             'greaterThanOrEqual': 'greater-or-equal', 'lessThanOrEqual': 'less-or-equal', None: 'between'}
    comparison = names.get(rule.operator, rule.operator) if compares else None
    entries = items(rule.formula1) if kind == 'list' else None
    first = None if kind == 'any' or entries is not None else rule.formula1
    second = rule.formula2 if comparison in ('between', 'not-between') else None
    alert = (rule.errorStyle or 'stop') if rule.showErrorMessage else None
    def said(shown, title, text):
        return f'{title or ""}: {text or ""}' if shown and (title or text) else None
    return '; '.join('–' if part is None else str(part) for part in [
        ranges(rule.sqref), kind, comparison, first, second, entries, 'blank' if rule.allowBlank else 'filled', alert,
        said(rule.showInputMessage, rule.promptTitle, rule.prompt), said(rule.showErrorMessage, rule.errorTitle, rule.error)])


def expected(file):
    """What openpyxl reads, as lines of the table."""
    book = openpyxl.load_workbook(os.path.join(HERE, file))
    name = os.path.basename(file)
    lines = []
    # openpyxl takes print areas, titles and filters out of the names: they are read from the part itself.
    with zipfile.ZipFile(os.path.join(HERE, file)) as archive:
        root = ElementTree.fromstring(archive.read('xl/workbook.xml'))
        # openpyxl takes the first author where a comment names none.
        unsigned = {element.get('ref') for part in archive.namelist() if part.startswith('xl/comments')
                    for element in ElementTree.fromstring(archive.read(part)).findall('.//{*}comment') if not element.get('authorId')}
    sheets = [element.get('name') for element in root.findall('.//{*}sheet')]
    for element in root.findall('.//{*}definedName'):
        local = element.get('localSheetId')
        hidden = ' hidden' if element.get('hidden') in ('1', 'true') else ''
        lines.append(line(name, 'name', sheets[int(local)] if local is not None else None,
                          f'{element.get("name")} = {element.text}{hidden}'))
    lines.append(line(name, 'structure', None, bool(book.security and book.security.lockStructure)))
    for sheet in book.worksheets:
        for rule in sheet.data_validations.dataValidation:
            lines.append(line(name, 'validation', sheet.title, validation(rule)))
        for table in sheet.tables.values():
            heads = 'headings' if (1 if table.headerRowCount is None else table.headerRowCount) else 'bare'
            lines.append(line(name, 'table', sheet.title, f'{table.displayName} {ranges(table.ref)} {heads} '
                              f'{"totals" if table.totalsRowCount else "plain"} ' +
                              '|'.join(column.name.replace('_x000a_', '\n').replace('_x000A_', '\n') for column in table.tableColumns)))
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment:
                    # openpyxl says None in letters; LibreOffice names every author " ".
                    author = (cell.comment.author or '').strip().replace('None', '') or '–'
                    author = '–' if cell.coordinate in unsigned else author
                    lines.append(line(name, 'comment', sheet.title, f'{cell.coordinate} {author}: {cell.comment.text}'))
        if sheet.protection.sheet:
            protection = sheet.protection
            locked = bool(protection.password or protection.hashValue or protection.algorithmName)
            lines.append(line(name, 'protection', sheet.title, 'password' if locked else 'open'))
    return sorted(lines)


def main():
    by_openpyxl(os.path.join(HERE, 'openpyxl.xlsx'))
    by_xlsxwriter(os.path.join(HERE, 'xlsxwriter.xlsx'))
    with tempfile.TemporaryDirectory() as work:
        profile = f'-env:UserInstallation=file://{work}/profile'
        for source in ('openpyxl', 'xlsxwriter'):
            subprocess.run(['soffice', '--headless', profile, '--convert-to', 'xlsx', '--outdir', work,
                            os.path.join(HERE, f'{source}.xlsx')], check=True, capture_output=True)
            shutil.copy(f'{work}/{source}.xlsx', os.path.join(HERE, f'libreoffice-{source}.xlsx'))
    subprocess.run(['ssconvert', '-T', 'Gnumeric_Excel:xlsx2', os.path.join(HERE, 'openpyxl.xlsx'),
                    os.path.join(HERE, 'gnumeric.xlsx')], check=True, capture_output=True)
    lines = []
    for file in sorted(os.listdir(HERE)):
        if file.endswith('.xlsx'):
            lines += expected(file)
    with open(os.path.join(HERE, 'expected.tsv'), 'w', encoding='utf-8') as table:
        table.write('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main()
