#!/usr/bin/env python3
"""Makes the workbooks of this folder anew: needs openpyxl, LibreOffice and Gnumeric.

usage: python3 make.py      (writes into the folder of this file)

The saved files are tracked, because other versions of the programs save other bytes.
"""
import datetime, os, shutil, subprocess, tempfile
from openpyxl import Workbook

HERE = os.path.dirname(os.path.abspath(__file__))


def build(path):
    book = Workbook()
    sheet = book.active
    sheet.title = 'Кадры'
    sheet['A1'] = 'Численность педагогов'
    sheet['A2'], sheet['B2'] = 'Целое', 42
    sheet['A3'], sheet['B3'] = 'Дробь', 12.5
    sheet['A4'], sheet['B4'] = 'Дата', datetime.date(2021, 3, 31)
    sheet['B4'].number_format = 'dd\\.mm\\.yyyy'
    sheet['A5'], sheet['B5'] = 'Дата и время', datetime.datetime(2021, 3, 31, 14, 30)
    sheet['B5'].number_format = 'dd.mm.yyyy hh:mm'
    sheet['A6'], sheet['B6'] = 'Время', datetime.time(8, 15)
    sheet['B6'].number_format = 'hh:mm'
    sheet['A7'], sheet['B7'] = 'Длительность', datetime.timedelta(hours=30, minutes=30)
    sheet['B7'].number_format = '[h]:mm:ss'
    sheet['A8'], sheet['B8'] = 'Доля', 0.375
    sheet['B8'].number_format = '0.0%'
    sheet['A9'], sheet['B9'] = 'Да', True
    sheet['A10'], sheet['B10'] = 'Сумма', '=B2+B3'
    sheet['A11'], sheet['B11'] = 'Ошибка', '=1/0'
    sheet['A12'], sheet['B12'] = 'Текст', ' две  строки\nи пробелы '
    sheet['A13'], sheet['B13'] = 'Число текстом', '007'
    sheet['B13'].number_format = '@'
    sheet['A14'] = 'Объединено'
    sheet.merge_cells('A14:C15')
    sheet['A17'] = 'Скрытая строка'
    sheet.row_dimensions[17].hidden = True
    sheet['E1'] = 'Скрытый столбец'
    sheet.column_dimensions['E'].hidden = True
    hidden = book.create_sheet('Служебный')
    hidden['A1'] = 'МС-1'
    hidden.sheet_state = 'hidden'
    book.properties.creator = 'Svodka'
    book.properties.modified = datetime.datetime(2023, 9, 1, 9, 0)
    book.save(path)


def main():
    openpyxl = os.path.join(HERE, 'openpyxl.xlsx')
    build(openpyxl)
    with tempfile.TemporaryDirectory() as work:
        profile = f'-env:UserInstallation=file://{work}/profile'
        for kind in ('xlsx', 'ods', 'fods', 'ots'):
            subprocess.run(['soffice', '--headless', profile, '--convert-to', kind, '--outdir', work, openpyxl],
                           check=True, capture_output=True)
            shutil.copy(f'{work}/openpyxl.{kind}', os.path.join(HERE, f'libreoffice.{kind}'))
    for kind, exporter in (('xlsx', 'Gnumeric_Excel:xlsx2'), ('ods', 'Gnumeric_OpenCalc:odf')):
        subprocess.run(['ssconvert', '--recalc', '-T', exporter, openpyxl, os.path.join(HERE, f'gnumeric.{kind}')],
                       check=True, capture_output=True)
    for kind in ('xlsx', 'ods'):
        with open(os.path.join(HERE, f'libreoffice.{kind}'), 'rb') as whole:
            content = whole.read()
        with open(os.path.join(HERE, f'cut-off.{kind}'), 'wb') as part:
            part.write(content[:len(content) * 3 // 5])


if __name__ == '__main__':
    main()
