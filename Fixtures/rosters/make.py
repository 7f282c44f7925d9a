#!/usr/bin/env python3
"""Makes the rosters of this folder anew, and what must be counted in them: needs openpyxl and
LibreOffice.

usage: python3 make.py      (writes into the folder of this file)

The saved files are tracked, because other versions of the programs save other bytes. All names
are invented. `expected.tsv` is reckoned by SQLite over the rows below, on 1 September 2021.
"""
import datetime, os, sqlite3, subprocess, tempfile
from openpyxl import Workbook, load_workbook

HERE = os.path.dirname(os.path.abspath(__file__))
DAY = '2021-09-01'

# Name, born, hired, subjects, part-timer. A «'» before a date: it is typed as text.
ROWS = [
    ('Абрамычева Зинаида Львовна', '1986-09-01', '2018-09-01', 'mathematics', 0),
    ('Бирюлёва Инга Карловна', '1986-09-02', '2018-09-02', 'mathematics physics', 0),
    ('Вырыпаев Лев Кузьмич', "'1986-08-31", '2001-08-15', 'russian', 0),
    ('Гремислава Нюргуяна Фёдоровна', '1988-02-29', '2019-02-28', 'russian', 1),
    ('Дьулустанов Айсен Эдуардович', "'1996-03-05", '2021-09-01', 'informatics mathematics', 0),
    ('Ёлкина-Палкина Роза', '1959-12-31', '1981-08-20', 'chemistry biology', 0),
    ('Жиркова Сахая Тимуровна', '1999-01-01', '2020-09-01', 'history', 0),
    ('Завьюжин Пров Савельич', '1974-07-14', "'1999-09-01", 'physical_education', 1),
    ('Иринархов Елизар Мокеевич', '1991-11-30', '2014-08-25', 'physics informatics', 0),
    ('Кюннэй Туйаара Степановна', '1990-09-01', '2016-01-11', 'mathematics', 0),
]
SUBJECTS = {
    'mathematics': 'Математика', 'physics': 'физика', 'russian': 'Русский язык и литература',
    'informatics': 'Информатика', 'chemistry': 'Химия', 'biology': 'Биология',
    'history': 'История и обществознание', 'physical_education': 'Физическая культура',
}
MONTHS = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября',
          'октября', 'ноября', 'декабря']


def typed(sheet, place, day):
    """A date as a date, or as text in one of two ways that people write it."""
    date = datetime.date.fromisoformat(day.lstrip("'"))
    cell = sheet[place]
    if not day.startswith("'"):
        cell.value, cell.number_format = date, 'DD.MM.YYYY'
    elif date.day % 2:
        cell.value = f'{date.day} {MONTHS[date.month - 1]} {date.year} г.'
    else:
        cell.value = f'{date.day:02}.{date.month:02}.{date.year}'


def fill(sheet):
    sheet.title = 'Педагоги'
    sheet['A1'] = 'Список педагогических работников'
    sheet.merge_cells('A1:F1')
    sheet['A2'], sheet['C2'] = 'Код организации', 'school-07'
    sheet['A3'], sheet['C3'] = 'Отчётный год', 2021
    heads = ['№', 'Фамилия, имя, отчество', 'Дата', None, 'Предметы', 'Внешний совместитель']
    for column, head in zip('ABCDEF', heads):
        sheet[f'{column}5'] = head
    sheet.merge_cells('C5:D5')
    sheet['C6'], sheet['D6'] = 'рождения', 'приёма на работу'
    for column in 'ABEF':
        sheet.merge_cells(f'{column}5:{column}6')
    for column, number in zip('ABCDEF', range(1, 7)):
        sheet[f'{column}7'] = number
    row = 8
    for number, (name, born, hired, subjects, part) in enumerate(ROWS):
        # A blank row amid the people ends nothing.
        row += 1 if number == 5 else 0
        sheet[f'A{row}'], sheet[f'B{row}'] = number + 1, name
        typed(sheet, f'C{row}', born)
        typed(sheet, f'D{row}', hired)
        sheet[f'E{row}'] = '; '.join(SUBJECTS[one] for one in subjects.split())
        if part:
            sheet[f'F{row}'] = 'да'
        row += 1
    sheet[f'B{row}'] = 'Итого'
    sheet[f'C{row}'] = len(ROWS)
    sheet[f'B{row + 2}'] = 'Список составил заместитель директора'


def build(path):
    book = Workbook()
    fill(book.active)
    book.save(path)


def together(path):
    """The roster in one workbook with the form that the same school fills in."""
    form = os.path.join(HERE, '../campaign/inbox/2021/Форма МС-1 (Уолбутская СОШ) 2021 год.xlsx')
    book = load_workbook(form)
    fill(book.create_sheet())
    book.save(path)


def expected(path):
    db = sqlite3.connect(':memory:')
    db.execute('CREATE TABLE person (id INTEGER, born TEXT, hired TEXT, part INTEGER)')
    db.execute('CREATE TABLE taught (person INTEGER, subject TEXT)')
    for number, (_, born, hired, subjects, part) in enumerate(ROWS):
        db.execute('INSERT INTO person VALUES (?, ?, ?, ?)',
                   (number, born.lstrip("'"), hired.lstrip("'"), part))
        for subject in subjects.split():
            db.execute('INSERT INTO taught VALUES (?, ?)', (number, subject))
    years = ("(strftime('%Y', '{0}') - strftime('%Y', {1}) "
             "- (strftime('%m-%d', '{0}') < strftime('%m-%d', {1})))")
    age, service = years.format(DAY, 'born'), years.format(DAY, 'hired')
    lines = []
    for field, where in [('roster_staff', 'NOT part'), ('roster_young', f'NOT part AND {age} < 35'),
                         ('roster_experienced', f'NOT part AND {service} >= 3'),
                         ('roster_external', 'part')]:
        count = db.execute(f'SELECT count(*) FROM person WHERE {where}').fetchone()[0]
        lines.append(f'{field}\t-\t{count}')
    for field, where in [('roster_teachers', 'NOT part'),
                         ('roster_young_teachers', f'NOT part AND {age} < 35')]:
        for subject, count in db.execute(
                f'SELECT subject, count(*) FROM person JOIN taught ON person = id WHERE {where} '
                'GROUP BY subject ORDER BY subject'):
            lines.append(f'{field}\tsubjects={subject}\t{count}')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines) + '\n')


def main():
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, 'teachers.xlsx')
        build(source)
        for kind in ['ods', 'xlsx']:
            subprocess.run(
                ['soffice', '--headless', f'-env:UserInstallation=file://{folder}/profile',
                 '--convert-to', kind, '--outdir', HERE, source], check=True,
                stdout=subprocess.DEVNULL)
    build(os.path.join(HERE, 'openpyxl.xlsx'))
    together(os.path.join(HERE, 'together.xlsx'))
    expected(os.path.join(HERE, 'expected.tsv'))
    with open(os.path.join(HERE, 'names.txt'), 'w', encoding='utf-8') as file:
        file.write('\n'.join(row[0] for row in ROWS) + '\n')


main()
