#!/usr/bin/env python3
"""Makes the workbooks of this folder anew: needs openpyxl, odfpy, LibreOffice and Gnumeric.

usage: python3 make.py      (writes into the folder of this file)

They hold what a workbook says beside its cells: formulas, names, tables, validations, comments,
protection. The saved files are tracked, because other versions of the programs save other bytes.
"""
import datetime, os, shutil, subprocess, tempfile
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.table import Table

HERE = os.path.dirname(os.path.abspath(__file__))

FORMULAS = {
    'E1': 'SUM(A2:B4)',
    'E2': "SUM(A2:B2,'Лист 1'!$C$3)",
    'E3': "'Лист 1'!C3*2",
    'E4': 'Справочник!$A$1',
    'E5': 'IF(A2>1,"да; ""нет""","[.A1]")',
    'E6': 'SUM(A:A)',
    'E7': 'SUM(2:3)',
    'E8': 'SUM(Справочник!A:B)',
    'E9': 'Ставка*A2',
    'E10': 'SUM({1,2;3,4})',
    'E11': 'SUM(A2:A3 A3:B4)',
    'E12': 'SUM((A2,B3))',
    'E13': 'IFERROR(1/0,-1)',
    'E14': 'A2&" "&B2',
    'E15': 'A2%+2^3',
    'E16': 'A2<>B2',
    'E17': 'COUNTIF(Справочник!$A$1:$A$3,"ж*")',
    'E18': "SUM('О''Нил'!A1:B2)",
    'E19': 'TRUE()',
    'E20': 'SUM(Справочник!A$1:$B2)',
    'E21': 'VLOOKUP(A2,Пары,2,0)',
    'E22': '#REF!+1',
    'E23': 'NA()',
}


def validation(sheet, ranges, **settings):
    made = DataValidation(**settings)
    made.sqref = ranges
    sheet.add_data_validation(made)


def build(path):
    book = Workbook()
    sheet = book.active
    sheet.title = 'Кадры'
    other = book.create_sheet('Лист 1')
    lists = book.create_sheet('Справочник')
    quoted = book.create_sheet("О'Нил")
    for row, values in enumerate([('Имя', 'Число', 'Доля'), (1, 2, 3), (4, 5, 6), (7, 8, 9)], 1):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
            quoted.cell(row, column, value)
    other['C3'] = 12.5
    for row, (word, number) in enumerate([('жёлтый', 1), ('женский', 2), ('мужской', 3)], 1):
        lists.cell(row, 1, word)
        lists.cell(row, 2, number)
    for place, formula in FORMULAS.items():
        sheet[place] = '=' + formula
    sheet['F1'] = ArrayFormula('F1:F2', '=A2:A3*2')

    book.defined_names['Ставка'] = DefinedName('Ставка', attr_text='0.25')
    book.defined_names['Пары'] = DefinedName('Пары', attr_text='Справочник!$A$1:$B$3')
    book.defined_names['Итог'] = DefinedName('Итог', attr_text="SUM('Лист 1'!$C$1:$C$9)*2")
    sheet.defined_names['Местное'] = DefinedName('Местное', attr_text='Кадры!$A$2')
    other.defined_names['Местное'] = DefinedName('Местное', attr_text="'Лист 1'!$C$3")
    book.defined_names['Тайное'] = DefinedName('Тайное', attr_text='Справочник!$B$1', hidden=True)

    validation(sheet, 'H1:H9', type='list', formula1='Справочник!$A$1:$A$3', allow_blank=True,
               showErrorMessage=True)
    validation(sheet, 'I1:I9 K3', type='list', formula1='"да,нет,не знаю"', allow_blank=False,
               showErrorMessage=True, showInputMessage=True, promptTitle='Ответ',
               prompt='Выберите из списка\nодин ответ', errorTitle='Не то', error='Нет такого')
    validation(sheet, 'J1:J9', type='whole', operator='between', formula1='1', formula2='10',
               showErrorMessage=True, errorStyle='warning', error='От 1 до 10')
    validation(sheet, 'L1:L3', type='decimal', operator='greaterThanOrEqual', formula1='0.5',
               showErrorMessage=True, errorStyle='information')
    validation(sheet, 'L4:L6', type='whole', operator='notBetween', formula1='$A$2',
               formula2="'Лист 1'!$C$3", showErrorMessage=True)
    validation(sheet, 'M1', type='date', operator='greaterThan', formula1='DATE(2020,1,31)',
               showErrorMessage=True)
    validation(sheet, 'M2', type='time', operator='lessThan', formula1='0.5', showErrorMessage=True)
    validation(sheet, 'M3', type='textLength', operator='lessThanOrEqual', formula1='5',
               showErrorMessage=True)
    validation(sheet, 'M4', type='custom', formula1='MOD(M4,2)=0', showErrorMessage=True)
    validation(sheet, 'M5', type='whole', operator='equal', formula1='7', showErrorMessage=True)
    validation(sheet, 'M6', type='whole', operator='notEqual', formula1='7', showErrorMessage=True)
    validation(sheet, 'N1:N3', showInputMessage=True, promptTitle='Подсказка', prompt='Любое')
    validation(other, 'A1:A1048576', type='list', formula1='Пары', showErrorMessage=True)

    sheet['A1'].comment = Comment('Одна строка', 'Иванова')
    sheet['B2'].comment = Comment('Первая\nвторая  с пробелами', 'Петров')
    lists['A1'].comment = Comment('На справочнике', 'Иванова')

    table = Table(displayName='Сведения', ref='A1:C4')
    sheet.add_table(table)
    sheet.protection.sheet = True
    sheet.protection.password = 'школа'
    other.protection.sheet = True
    book.security = WorkbookProtection(lockStructure=True)
    book.properties.creator = 'Svodka'
    book.properties.created = datetime.datetime(2023, 8, 31, 8, 0)
    book.properties.modified = datetime.datetime(2023, 9, 1, 9, 0)
    book.save(path)


KINDS = {None: 'any', 'textLength': 'text-length'}
COMPARISONS = {'notBetween': 'not-between', 'notEqual': 'not-equal', 'greaterThan': 'greater',
               'greaterThanOrEqual': 'greater-or-equal', 'lessThan': 'less', 'lessThanOrEqual': 'less-or-equal'}


def facts(path):
    """What openpyxl finds in the file: a line a fact, its fields parted by tabs."""
    book = load_workbook(path)
    for scope, names in [('', book.defined_names)] + [(s.title, s.defined_names) for s in book]:
        for name in names.values():
            yield 'name', scope, name.name, name.attr_text, str(bool(name.hidden)).lower()
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == 'f':
                    text = cell.value if isinstance(cell.value, str) else cell.value.text
                    yield 'formula', sheet.title, cell.coordinate, text.lstrip('=')
                if cell.comment:
                    yield 'comment', sheet.title, cell.coordinate, cell.comment.author, cell.comment.text
        for table in sheet.tables.values():
            yield 'table', sheet.title, table.name, table.ref
        if sheet.protection.sheet:
            yield 'protection', sheet.title, 'password' if sheet.protection.password else ''
        for rule in sheet.data_validations.dataValidation:
            compares = rule.type in ('whole', 'decimal', 'date', 'time', 'textLength')
            operator = (rule.operator or 'between') if compares else ''
            first, second, items = rule.formula1 or '', rule.formula2 or '', ''
            if rule.type == 'list' and first.startswith('"'):
                first, items = '', first.strip('"').replace(',', '|')
            yield ('validation', sheet.title, ' '.join(sorted(str(rule.sqref).split())),
                   KINDS.get(rule.type, rule.type), COMPARISONS.get(operator, operator), first, second, items,
                   'blank' if rule.allow_blank else '',
                   (rule.errorStyle or 'stop') if rule.showErrorMessage else '',
                   (rule.promptTitle or '') + '|' + (rule.prompt or ''),
                   (rule.errorTitle or '') + '|' + (rule.error or ''))


def build_with_odfpy(path):
    """A spreadsheet of its own: names of styles and validations that no office program gives."""
    from odf import dc, meta, number, office, style, table, text
    from odf.opendocument import OpenDocumentSpreadsheet

    book = OpenDocumentSpreadsheet()
    share = number.PercentageStyle(name='доля')
    share.addElement(number.Number(decimalplaces='1', minintegerdigits='1'))
    share.addElement(number.Text(text='%'))
    book.automaticstyles.addElement(share)
    book.automaticstyles.addElement(style.Style(name='столбец', family='table-cell', datastylename=share))
    rules = table.ContentValidations()
    answer = table.ContentValidation(name='ответ', condition='oooc:cell-content-is-in-list("да";"нет")',
                                     allowemptycell='false')
    hint = table.HelpMessage(title='Ответ', display='true')
    hint.addElement(text.P(text='Да'))
    hint.addElement(text.P(text='или нет'))
    answer.addElement(hint)
    wrong = table.ErrorMessage(title='Не то', display='true', messagetype='warning')
    answer.addElement(wrong)
    rules.addElement(answer)
    rules.addElement(table.ContentValidation(
        name='часть', condition='cell-content-is-decimal-number() and cell-content-is-between(0,[.A1])',
        basecelladdress='Сведения.B2'))
    book.spreadsheet.addElement(rules)
    sheet = table.Table(name='Сведения', protected='true', protectionkey='abc')
    sheet.addElement(table.TableColumn())
    sheet.addElement(table.TableColumn(defaultcellstylename='столбец'))
    row = table.TableRow()
    cell = table.TableCell(valuetype='string', contentvalidationname='ответ')
    cell.addElement(text.P(text='да'))
    note = office.Annotation()
    note.addElement(dc.Creator(text='Сидорова'))
    note.addElement(dc.Date(text='2024-02-03T04:05:06'))
    note.addElement(text.P(text='Проверено'))
    cell.addElement(note)
    row.addElement(cell)
    row.addElement(table.TableCell(valuetype='float', value='0.5', formula='oooc:=SUM([.C1];[.D1:.D9])'))
    sheet.addElement(row)
    rows = table.TableRow(numberrowsrepeated='3')
    rows.addElement(table.TableCell())
    rows.addElement(table.TableCell(valuetype='float', value='0.25', numbercolumnsrepeated='2',
                                    contentvalidationname='часть'))
    sheet.addElement(rows)
    book.spreadsheet.addElement(sheet)
    names = table.NamedExpressions()
    names.addElement(table.NamedRange(name='Итоги', cellrangeaddress='$Сведения.$A$1:$Сведения.$B$4',
                                      basecelladdress='$Сведения.$A$1'))
    names.addElement(table.NamedExpression(name='Вдвое', expression='[.A1]*2', basecelladdress='$Сведения.$A$1'))
    book.spreadsheet.addElement(names)
    ranges = table.DatabaseRanges()
    ranges.addElement(table.DatabaseRange(name='База', targetrangeaddress='Сведения.A1:Сведения.B4',
                                          containsheader='false'))
    book.spreadsheet.addElement(ranges)
    book.meta.addElement(meta.CreationDate(text='2024-02-03T04:05:06'))
    book.meta.addElement(dc.Date(text='2024-02-04T05:06:07'))
    book.save(path)


def main():
    build_with_odfpy(os.path.join(HERE, 'odfpy.ods'))
    openpyxl = os.path.join(HERE, 'openpyxl.xlsx')
    build(openpyxl)
    with open(os.path.join(HERE, 'facts.tsv'), 'w', encoding='utf-8') as out:
        for fields in facts(openpyxl):
            out.write('\t'.join(field.replace('\n', '\\n') for field in fields) + '\n')
    with tempfile.TemporaryDirectory() as work:
        profile = f'-env:UserInstallation=file://{work}/profile'
        for kind in ('xlsx', 'ods', 'fods'):
            subprocess.run(['soffice', '--headless', profile, '--convert-to', kind, '--outdir', work, openpyxl],
                           check=True, capture_output=True)
            shutil.copy(f'{work}/openpyxl.{kind}', os.path.join(HERE, f'libreoffice.{kind}'))
    for kind, exporter in (('xlsx', 'Gnumeric_Excel:xlsx2'), ('ods', 'Gnumeric_OpenCalc:odf')):
        subprocess.run(['ssconvert', '--recalc', '-T', exporter, openpyxl, os.path.join(HERE, f'gnumeric.{kind}')],
                       check=True, capture_output=True)


if __name__ == '__main__':
    main()
