"""The form as a department issues it and a school fills it in: sheets of cells with styles,
before any program has written them."""

import math
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import schools
from pack import Pack
from values import Values

DEPARTMENT = "МКУ «Вилюйское улусное управление образования»"
SYSTEM = (
    "Мониторинг системы методического сопровождения и обеспечения профессионального развития "
    "педагогических работников общеобразовательных организаций")
RECORD_ROWS = {"practices": 6, "explanations": 8}


@dataclass
class Choice:
    """A drop-down list over a range of cells, rows and columns from 0."""

    first: tuple[int, int]
    last: tuple[int, int]
    options: list[str]


@dataclass
class Whole:
    """Whole numbers from 0 over a range of cells."""

    first: tuple[int, int]
    last: tuple[int, int]


@dataclass
class Sheet:
    name: str
    widths: list[float]
    landscape: bool = False
    # (row, column) from 0 → (value, style)
    cells: dict[tuple[int, int], tuple[object, str]] = field(default_factory=dict)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    rules: list[Choice | Whole] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    # Rows that are repeated on each printed page, and above which the view is frozen.
    heading: tuple[int, int] | None = None
    # (field, breakdown) → (row, column), for those who damage a form on purpose.
    places: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)

    def put(self, row: int, column: int, value, style: str) -> None:
        self.cells[row, column] = (value, style)

    def wide(self, row: int, value, style: str) -> None:
        """A text over all columns, with a height that shows it whole."""
        last = len(self.widths) - 1
        self.merges.append((row, 0, row, last))
        self.put(row, 0, value, style)
        for column in range(1, last + 1):
            self.put(row, column, None, style)
        self.fit(row, [(str(value), sum(self.widths))])

    def fit(self, row: int, texts: list[tuple[str, float]], line: float = 14.5) -> None:
        lines = max(math.ceil(len(text) * 0.93 / width) for text, width in texts)
        self.heights[row] = max(self.heights.get(row, 0), line * max(lines, 1) + 3)


def address(place: tuple[int, int]) -> str:
    row, column = place
    return f"{chr(ord('A') + column)}{row + 1}"


def form(pack: Pack, school: schools.School | None, year: int | None, values: Values) -> list[Sheet]:
    """The sheets of a form; a blank one for no school."""
    sheets = [_title(pack, school, year, values)]
    for section in pack.form["sections"][1:]:
        layout = section["layout"]
        if layout == "list":
            sheets.append(_list(section, values))
        elif layout == "records":
            sheets.append(_records(pack, section, values))
        else:
            sheets.append(_table(pack, section, layout["table"], values))
    return sheets


def _title(pack: Pack, school, year, values: Values) -> Sheet:
    section = pack.sections["title"]
    sheet = Sheet(section["sheet"], [38, 62])
    sheet.wide(0, DEPARTMENT, "department")
    sheet.wide(1, pack.form["title"].upper(), "title")
    sheet.wide(2, SYSTEM, "subtitle")
    sheet.wide(3, "Представляется до 25 января года, следующего за отчётным", "note")
    identity = {
        "unit_code": school and school.code,
        "unit_name": school and school.names(year)[0],
        "period": year,
        "form": f"{pack.form['title'].removeprefix('Форма ')}, версия {pack.form['version']}",
    }
    row = 5
    for one in section["fields"]:
        code = one["code"]
        value = identity.get(code, values.get((code, "")))
        style = "input_text"
        if code == "form":
            style = "fixed"
        elif code == "filled_on":
            style = "input_date"
            value = value and date.fromisoformat(value)
        elif code == "period":
            style = "input_year"
        sheet.put(row, 0, one["label"], "label")
        sheet.put(row, 1, value, style)
        sheet.places[code, ""] = (row, 1)
        sheet.fit(row, [(str(value or ""), 56)], 15.5)
        sheet.heights[row] = max(sheet.heights[row], 20)
        row += 1
    _instruction(pack, sheet, row + 1)
    return sheet


def _instruction(pack: Pack, sheet: Sheet, row: int) -> None:
    sheet.wide(row, "Порядок заполнения", "section")
    general = [
        "Заполняются только ячейки, выделенные цветом. Строки, графы и листы не переставляются; "
        "если строка была вставлена, форма всё равно будет принята.",
        "Числа вводятся целыми, без слов и знаков: 12, а не «12 чел.». В строке 15 листа «Кадры» "
        "указывается процент.",
        "Ноль означает, что таких работников нет; пустая ячейка – что сведений нет.",
        "Если предмет в организации не преподаётся, в графе 3 листа «Предметы» ставится 0.",
        "Листы «Факторы», «Практики», «Меры» и «Пояснения» заполняются при наличии сведений.",
        "На листе «Пояснения» указывается, к какой строке или какому замечанию относится "
        "пояснение, и причина.",
    ]
    row += 1
    for number, text in enumerate(general, 1):
        sheet.wide(row, f"{number}. {text}", "paragraph")
        row += 1
    sheet.breaks.append(row)
    sheet.wide(row, "Как понимаются показатели", "section")
    row += 1
    for text, labels in pack.readings():
        where = "" if len(labels) > 4 else f" (показатели: {', '.join(labels)})"
        if len(labels) == 1:
            where = f" (показатель {labels[0]})"
        sheet.wide(row, f"– {text.rstrip('.')}{where}.", "paragraph")
        row += 1


def _head(sheet: Sheet, section: dict, note: str, labels: list[str]) -> int:
    """Title, note, headings and the row of numbers; the first row below them."""
    sheet.wide(0, section["title"], "section")
    sheet.wide(1, note, "note")
    for column, label in enumerate(labels):
        sheet.put(3, column, label, "heading")
        sheet.put(4, column, f"гр. {column + 1}", "number")
    sheet.fit(3, [(label, width * 0.9) for label, width in zip(labels, sheet.widths)])
    sheet.heading = (3, 4)
    return 5


def _list(section: dict, values: Values) -> Sheet:
    sheet = Sheet(section["sheet"], [9, 78, 14])
    labels = ["№ строки", section["row_heading"][0], section["value_heading"][0]]
    row = _head(sheet, section, "Человек; строка 07 – единиц, строка 15 – процентов", labels)
    for one in section["fields"]:
        value = values.get((one["code"], ""))
        sheet.put(row, 0, one["number"], "key")
        inner = one["label"].startswith(("из них", "в ", "во "))
        sheet.put(row, 1, one["label"], "label_inner" if inner else "label")
        percent = one["kind"] == "percent"
        sheet.put(row, 2, value, "input_percent" if percent else "input")
        sheet.places[one["code"], ""] = (row, 2)
        sheet.fit(row, [(one["label"], 72)])
        if not percent:
            sheet.rules.append(Whole((row, 2), (row, 2)))
        row += 1
    return sheet


def _table(pack: Pack, section: dict, dimension: str, values: Values) -> Sheet:
    fields, members = section["fields"], pack.dictionaries[dimension]
    counts = all(one["kind"] == "count" for one in fields)
    widths = [6, 34, 13, 17, 17, 17, 17] if counts else [6, 70, 20, 44]
    sheet = Sheet(section["sheet"], widths, landscape=True)
    labels = ["№ п/п", section["row_heading"][0]] + [one["label"] for one in fields]
    note = {
        "subjects": "Человек. Педагог, который преподаёт несколько предметов, учитывается по каждому",
        "factors": "Заполняется по решению организации",
        "directions": "Что выполнено за отчётный год",
    }.get(dimension, "")
    row = _head(sheet, section, note, labels)
    first = row
    for number, (member, title) in enumerate(members.items(), 1):
        breakdown = f"{dimension}={member}"
        sheet.put(row, 0, number, "key")
        sheet.put(row, 1, title, "label")
        texts = [(title, widths[1] * 0.95)]
        for column, one in enumerate(fields, 2):
            value = _shown(pack, one, values.get((one["code"], breakdown)))
            sheet.put(row, column, value, "input" if counts else "input_text")
            sheet.places[one["code"], breakdown] = (row, column)
            texts.append((str(value or ""), widths[column] * 0.95))
        sheet.fit(row, texts)
        row += 1
    last = row - 1
    for column, one in enumerate(fields, 2):
        _limit(pack, sheet, one, (first, column), (last, column))
    if counts:
        sheet.put(row, 0, None, "total")
        sheet.put(row, 1, "Итого", "total")
        for column, one in enumerate(fields, 2):
            letter = chr(ord("A") + column)
            total = sum(values.get((one["code"], f"{dimension}={m}"), 0) for m in members)
            sheet.put(row, column, total, "total")
            sheet.formulas[row, column] = f"SUM({letter}{first + 1}:{letter}{last + 1})"
    return sheet


def _records(pack: Pack, section: dict, values: Values) -> Sheet:
    fields = section["fields"]
    widths = [6, 52, 36, 56] if len(fields) == 3 else [6, 44, 90]
    sheet = Sheet(section["sheet"], widths, landscape=True)
    note = "По одной строке на запись; лишние строки остаются пустыми"
    row = _head(sheet, section, note, ["№ п/п"] + [one["label"] for one in fields])
    first, rows = row, RECORD_ROWS[section["code"]]
    for number in range(1, rows + 1):
        sheet.put(row, 0, number, "key")
        texts = [(" ", 1.0)]
        for column, one in enumerate(fields, 1):
            value = _shown(pack, one, values.get((one["code"], f"row={number}")))
            sheet.put(row, column, value, "input_text")
            sheet.places[one["code"], f"row={number}"] = (row, column)
            texts.append((str(value or ""), widths[column] * 0.95))
        sheet.fit(row, texts)
        sheet.heights[row] = max(sheet.heights[row], 22)
        row += 1
    for column, one in enumerate(fields, 1):
        _limit(pack, sheet, one, (first, column), (row - 1, column))
    return sheet


def _shown(pack: Pack, one: dict, value):
    """A value as a person types it."""
    if one["kind"] == "yes_no":
        return {"yes": "да", "no": "нет", None: None}[value]
    if isinstance(one["kind"], dict) and "choice" in one["kind"] and value is not None:
        return pack.dictionaries[one["kind"]["choice"]][value]
    return value


def _limit(pack: Pack, sheet: Sheet, one: dict, first, last) -> None:
    if one["kind"] == "count":
        sheet.rules.append(Whole(first, last))
    elif one["kind"] == "yes_no":
        sheet.rules.append(Choice(first, last, ["да", "нет"]))
    elif isinstance(one["kind"], dict) and "choice" in one["kind"]:
        titles = list(pack.dictionaries[one["kind"]["choice"]].values())
        sheet.rules.append(Choice(first, last, titles))


def number(value):
    """A number as a spreadsheet's library takes it."""
    return float(value) if isinstance(value, Decimal) else value
