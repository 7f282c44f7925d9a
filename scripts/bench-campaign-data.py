#!/usr/bin/env python3
"""Makes a campaign of many schools for `scripts/bench campaign`, the same bytes every time.

usage: bench-campaign-data.py DIR N…

People, values, texts, sheets and habits are those of Fixtures/make; each kind of file is saved
once by the program that the fixtures use, with a mark in every cell that schools fill in, and the
values of each school are set in the place of the marks. About one school in four slips somewhere.
DIR/N/inbox, DIR/N/schools.csv and DIR/N/campaign.yaml are what `svodka new` takes.
"""
import collections
import csv
import datetime
import os
import pathlib
import random
import re
import sys
import tempfile
import zipfile
from decimal import Decimal
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Fixtures" / "make"))
sys.dont_write_bytecode = True

import inbox  # noqa: E402
import model  # noqa: E402
import people  # noqa: E402
import schools  # noqa: E402
import sheets  # noqa: E402
import texts  # noqa: E402
import values as fixture_values  # noqa: E402
import writers  # noqa: E402
from pack import Pack  # noqa: E402

YEAR = 2021
SEED = 20210128
WHEN = datetime.datetime(2022, 1, 17, 10, 30)
# Marks: numbers from here on, one date, and texts in brackets that no form holds.
FIRST_MARK = 1_000_001
DATE_MARK = datetime.date(2100, 1, 1)
DATE_SERIAL = "73051"
STEMS = [row[1] for row in schools._ROWS if not row[1].startswith("№")]


# The schools and what they write.

def make_schools(count):
    """Schools of the fixtures' sizes, kinds and groups, as many as are wanted."""
    made = []
    for number in range(1, count + 1):
        rng = random.Random(f"{SEED}/scale/{number}")
        _, _, kind, group, _, teachers, others = schools._ROWS[(number - 1) % len(schools._ROWS)]
        stem, word = STEMS[number % len(STEMS)], schools.KINDS[kind]
        made.append(schools.School(
            f"school-{number:04}", number,
            f"{schools.PREFIX} «{stem} {word} № {number}»", f"МБОУ «{stem} {kind} № {number}»",
            kind, group, "директору", max(4, teachers + rng.randint(-3, 3)), others, opened=YEAR))
    return made


def slip(values, rng):
    """What a school does wrong, about one in four."""
    def put(code, value, breakdown=""):
        if (code, breakdown) in values:
            values[code, breakdown] = value
    turn = rng.randrange(80)
    if turn < 2:
        put("trained", 2 * values["teachers_total", ""] - 3)
        values.pop(("trained_share", ""), None)
    elif turn < 4:
        put("trained_by_diagnosis", values["trained", ""] + 2)
        values.pop(("trained_share", ""), None)
    elif turn < 5:
        put("subject_burnout", values["subject_teachers", "subjects=chemistry"] + 1,
            "subjects=chemistry")
    elif turn < 6:
        put("trained_share", Decimal("12.3"))
    elif turn < 8:
        put("mentoring_programmes", 0)
    elif turn < 9:
        for subject in people.SUBJECTS:
            put("subject_diagnosed", 2, f"subjects={subject}")
    elif turn < 10:
        put("retrained", -1)
    elif turn < 11:
        put("independent_assessment", Decimal("2.5"))
    elif turn < 15:
        put("mentoring_participants", f"{values['mentoring_participants', '']} чел.")
    elif turn < 17 and values["retrained", ""] == 0:
        put("retrained", "нет")
    elif turn < 18:
        put("trained", "двенадцать")
    elif turn < 19:
        values.pop(("diagnosed_total", ""), None)
    elif turn < 20:
        put("contests_federal", "–")


def school_values(school, staff, pack):
    numbers = fixture_values.numbers(staff)
    values = fixture_values.left_empty(staff, numbers, SEED)
    values.update(texts.written(school, YEAR, numbers, SEED, pack))
    rng = random.Random(f"{SEED}/slips/{school.number}")
    slip(values, rng)
    if rng.random() < 0.05:
        values["explanation_about", "row=1"] = "Кадры, строка 13"
        values["explanation_text", "row=1"] = (
            "Курсы были запланированы на ноябрь, перенесены организаторами на февраль")
    return values


def filled(pack, school, values):
    """What stands in each cell of the school's form: None for an empty one."""
    made = sheets.form(pack, school, YEAR, values)
    if types_percentage(school):
        inbox._share_as_percentage(made, model.Form(school.code, YEAR, 1, True, values))
    out = {}
    for sheet in made:
        for key, place in sheet.places.items():
            out[key] = sheet.cells[place][0]
        for place in sheet.formulas:
            out["total", sheet.name, place[1]] = sheet.cells[place][0]
    return out


def is_number(one):
    return isinstance(one, (int, float, Decimal))


# Files with marks in them, saved by real programs.

class Marks:
    """A form in which every cell that schools fill in holds a mark of its own."""

    def __init__(self, pack, as_percentage):
        self.sheets = sheets.form(pack, None, YEAR, {})
        self.of_number, self.of_text = {}, {}
        for sheet in self.sheets:
            for key, place in sheet.places.items():
                style = sheet.cells[place][1]
                if key[0] == "form":
                    continue
                if key[0] == "filled_on":
                    sheet.put(*place, DATE_MARK, style)
                elif style in ("input", "input_percent", "input_year"):
                    mark = FIRST_MARK + len(self.of_number)
                    self.of_number[str(mark)] = key
                    share = as_percentage and key[0] == "trained_share"
                    sheet.put(*place, mark, "input_share" if share else style)
                else:
                    text = f"⟦{len(self.of_text)}⟧"
                    self.of_text[text] = key
                    sheet.put(*place, text, style)
            for row, column in sheet.formulas:
                total = sum(one[0] for (r, c), one in sheet.cells.items()
                            if c == column and r < row and is_number(one[0])
                            and str(one[0]) in self.of_number)
                sheet.put(row, column, total, sheet.cells[row, column][1])
                self.of_number[str(total)] = ("total", sheet.name, column)


def number_text(value):
    return str(value) if not isinstance(value, float) else repr(value)


class Template:
    """The parts of a saved file, cut at the marks; a hole is a key and the cell around it."""

    def __init__(self, path, marks):
        self.suffix = path.suffix
        self.marks = marks
        if path.suffix == ".fods":
            self.parts = [(path.name, None, self.cut_ods(path.read_text("utf-8")))]
            return
        self.parts = []
        with zipfile.ZipFile(path) as archive:
            shared = self.shared(archive)
            for info in archive.infolist():
                content = archive.read(info)
                if re.match(r"xl/worksheets/.*\.xml$", info.filename):
                    content = self.cut_xlsx(content.decode("utf-8"), shared)
                elif info.filename == "xl/sharedStrings.xml":
                    content = self.cut_shared(content.decode("utf-8"))
                elif info.filename == "content.xml":
                    content = self.cut_ods(content.decode("utf-8"))
                self.parts.append((info.filename, info.compress_type, content))
        holes = {one[0] for _, _, part in self.parts if isinstance(part, list)
                 for one in part if isinstance(one, tuple)}
        wanted = set(marks.of_number.values()) | set(marks.of_text.values()) | {("filled_on", "")}
        if wanted - holes:
            sys.exit(f"bench: {path} has no cell for {sorted(wanted - holes, key=str)[:3]}")

    @staticmethod
    def shared(archive):
        if "xl/sharedStrings.xml" not in archive.namelist():
            return []
        text = archive.read("xl/sharedStrings.xml").decode("utf-8")
        return [re.sub("<[^>]*>", "", one) for one in re.findall(r"<si>(.*?)</si>", text, re.S)]

    def cut(self, text, pattern, hole):
        out, at = [], 0
        for match in re.finditer(pattern, text, re.S):
            found = hole(match)
            if found:
                out += [text[at:match.start()], found]
                at = match.end()
        return out + [text[at:]]

    def cut_shared(self, text):
        def hole(match):
            key = self.marks.of_text.get(match.group(0))
            return key and (key, "text", "")
        return self.cut(text, "⟦[0-9]+⟧", hole)

    def cut_xlsx(self, text, shared):
        def hole(match):
            head, formula, value, inline = match.groups()
            head = re.sub(r"\s+", " ", head)
            if inline is not None:
                key = self.marks.of_text.get(re.sub("<[^>]*>", "", inline).strip())
            elif 't="s"' in head:
                key = self.marks.of_text.get(shared[int(value)])
            else:
                key = self.marks.of_number.get(value.removesuffix(".0"))
                key = key or (("filled_on", "") if value == DATE_SERIAL else None)
            if not key:
                return None
            plain = re.sub(r' t="[a-zA-Z]*"', "", head)
            return (key, "xlsx", (plain, formula or "", value if 't="s"' in head else None))
        return self.cut(text, (
            r"<c ([^>]*[^/])>\s*(?:(<f[^>]*>[^<]*</f>)?\s*<v>([^<]*)</v>|<is>(.*?)</is>)\s*</c>"),
            hole)

    def cut_ods(self, text):
        def hole(match):
            head, body = match.groups()
            number = re.search(r'office:value="([0-9.]+)"', head)
            mark = re.search("⟦[0-9]+⟧", body)
            key = None
            if number:
                key = self.marks.of_number.get(number.group(1))
            elif mark:
                key = self.marks.of_text[mark.group(0)]
            elif f'office:date-value="{DATE_MARK}' in head:
                key = ("filled_on", "")
            if not key:
                return None
            plain = re.sub(r' (office|calcext):[a-z-]*="[^"]*"', "", head)
            return (key, "ods", (plain, head, body))
        return self.cut(text, r"<table:table-cell( [^>]*[^/])>(.*?)</table:table-cell>", hole)

    def write(self, path, values):
        def piece(one):
            return one if isinstance(one, str) else self.fill(one, values.get(one[0]))
        if self.suffix == ".fods":
            path.write_text("".join(map(piece, self.parts[0][2])), "utf-8")
            return
        with zipfile.ZipFile(path, "w") as archive:
            for name, kind, content in self.parts:
                info = zipfile.ZipInfo(name, WHEN.timetuple()[:6])
                info.compress_type = kind
                if isinstance(content, list):
                    content = "".join(map(piece, content)).encode("utf-8")
                archive.writestr(info, content, compresslevel=6)

    def fill(self, hole, value):
        _, kind, cell = hole
        if kind == "text":
            return escape(str(value or ""))
        if kind == "xlsx":
            plain, formula, index = cell
            if value in (None, ""):
                return f"<c {plain}/>"
            if isinstance(value, datetime.date):
                value = (value - datetime.date(1899, 12, 30)).days
            if index is not None:
                return f'<c {plain} t="s"><v>{index}</v></c>'
            if isinstance(value, str):
                return f'<c {plain} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
            return f"<c {plain}>{formula}<v>{number_text(value)}</v></c>"
        plain, head, body = cell
        if value in (None, ""):
            return f"<table:table-cell{plain}/>"
        if isinstance(value, datetime.date):
            body = re.sub(r"(<text:p[^>]*>).*?</text:p>", rf"\g<1>{value:%d.%m.%Y}</text:p>", body)
            return (f'<table:table-cell{plain} office:value-type="date" '
                    f'office:date-value="{value}">{body}</table:table-cell>')
        if isinstance(value, str):
            return (f'<table:table-cell{plain} office:value-type="string"><text:p>{escape(value)}'
                    "</text:p></table:table-cell>")
        head = re.sub(r'office:value="[^"]*"', f'office:value="{number_text(value)}"', head)
        shown = f"{100 * value:.1f}%" if 'value-type="percentage"' in head else str(value)
        shown = shown.replace(".", ",")
        return f"<table:table-cell{head}><text:p>{shown}</text:p></table:table-cell>"


def make_templates(pack):
    """By producer and by whether the share is typed as a percentage."""
    jobs, marks = [], {}
    with tempfile.TemporaryDirectory(prefix="svodka-bench-") as folder:
        work = pathlib.Path(folder)
        for producer, suffix in inbox.SUFFIX.items():
            for as_percentage in (False, True):
                key = producer, as_percentage
                marks[key] = Marks(pack, as_percentage)
                jobs.append({
                    "sheets": marks[key].sheets, "when": WHEN, "author": "Методист",
                    "producer": producer, "key": key,
                    "path": work / f"made/{producer}-{int(as_percentage)}.{suffix}"})
        writers.save_all(jobs, work / "work")
        return {job["key"]: Template(job["path"], marks[job["key"]]) for job in jobs}


def producer(school):
    if school.number % 24 == 6:
        return "lo-fods"
    return inbox.PRODUCERS[school.number % len(inbox.PRODUCERS)]


def types_percentage(school):
    """Gnumeric saves a percentage in ODS as a float whose style alone says so; Svodka's reader does
    not look there yet, so that it and the peer would differ."""
    return school.number % 6 == 4 and producer(school) != "gnumeric-ods"


def name(school, suffix):
    """The names that people give to files; every school has its number in it."""
    stem = inbox.plain_name(school, YEAR)
    return [f"МС-1 {stem}.{suffix}", f"{school.number:04}_форма МС-1_{YEAR}.{suffix}",
            f"Форма МС-1 ({stem}) {YEAR} год.{suffix}", f"{stem}_мониторинг.{suffix}",
            f"малокомплектные/МС-1 {stem} (1).{suffix}"][school.number % 5]


def register(path, made):
    with open(path, "w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["№", "Код", "Полное наименование", "Краткое наименование", "Тип", "Группа"])
        for one in made:
            rows.writerow([one.number, one.code, one.full, one.short, one.type, one.group])


def write(folder, made, years, pack, templates):
    where = folder / "inbox" / str(YEAR)
    (where / "малокомплектные").mkdir(parents=True)
    kinds = collections.Counter()
    for school in made:
        kind = producer(school)
        kinds[kind] += 1
        cells = filled(pack, school, school_values(school, years[school.code, YEAR], pack))
        target = where / name(school, inbox.SUFFIX[kind])
        templates[kind, types_percentage(school)].write(target, cells)
    register(folder / "schools.csv", made)
    settings = inbox.CAMPAIGN.format(code=schools.DISTRICT_CODE)
    (folder / "campaign.yaml").write_text(
        settings.replace("periods: [2019, 2020, 2021]", f"periods: [{YEAR}]"), "utf-8")
    print(f"{len(made)} forms: " + ", ".join(f"{one} {kinds[one]}" for one in sorted(kinds)))


def main():
    sizes = list(map(int, sys.argv[2:]))
    pack = Pack(ROOT / "Templates" / "vilyuysk")
    templates = make_templates(pack)
    schools.SCHOOLS = made = make_schools(max(sizes))
    schools.BY_CODE.update({one.code: one for one in made})
    years = people.simulate(SEED, model._fits)
    for size in sizes:
        write(pathlib.Path(sys.argv[1]) / str(size), made[:size], years, pack, templates)


main()
