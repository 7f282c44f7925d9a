"""Forms as people break them: a clean one, opened, damaged and saved again."""

import csv
import io
import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msoffcrypto.format.ooxml
import openpyxl
from openpyxl.utils import range_boundaries

import sheets
from writers import gnumeric, libreoffice, save_openpyxl, stamp

# The school whose form of 2021 is damaged; its form of 2020 lies in the campaign's inbox.
SCHOOL = "school-07"
WHEN = datetime(2022, 1, 20, 11, 30)


@dataclass
class Case:
    file: str
    damage: str
    understood: bool
    # "code" or "code sheet!cell"
    findings: list[str] = field(default_factory=list)


class Damage:
    """A clean form opened in openpyxl, with the places of its fields."""

    def __init__(self, job: dict):
        self.job = job
        self.book = openpyxl.load_workbook(job["path"])
        self.values = dict(job["form"].values)

    def sheet(self, name: str):
        return self.book[name]

    def place(self, code: str, breakdown: str = "") -> tuple[str, str]:
        for sheet in self.job["sheets"]:
            if (code, breakdown) in sheet.places:
                return sheet.name, sheets.address(sheet.places[code, breakdown])
        raise KeyError(code)

    def at(self, code: str, breakdown: str = "") -> str:
        return "!".join(self.place(code, breakdown))

    def cell(self, code: str, breakdown: str = ""):
        name, address = self.place(code, breakdown)
        return self.book[name][address]

    def put(self, value, code: str, breakdown: str = "", number_format: str | None = None) -> str:
        cell = self.cell(code, breakdown)
        cell.value = value
        if number_format:
            cell.number_format = number_format
        return self.at(code, breakdown)

    def save(self, path: Path) -> None:
        save_openpyxl(self.book, path, WHEN, "Методист")


def insert_rows(page, at: int, count: int) -> None:
    """Inserts rows with their merges and heights moved down, as an office program does."""
    merges = [range_boundaries(str(one)) for one in page.merged_cells.ranges]
    for left, top, right, bottom in merges:
        page.unmerge_cells(
            start_row=top, start_column=left, end_row=bottom, end_column=right)
    heights = {row: one.height for row, one in page.row_dimensions.items() if one.height}
    page.insert_rows(at, count)
    for row in heights:
        page.row_dimensions[row].height = None
    for row, height in heights.items():
        page.row_dimensions[row + count if row >= at else row].height = height
    for left, top, right, bottom in merges:
        shift = count if top >= at else 0
        page.merge_cells(
            start_row=top + shift, start_column=left, end_row=bottom + shift, end_column=right)
    page.data_validations.dataValidation = []


def make(made: list[dict], folder: Path, work: Path) -> list[Case]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    work.mkdir(parents=True, exist_ok=True)
    by_key = {
        (job["form"].unit, job["form"].year): job for job in made if job["form"].is_current}
    clean, last = by_key[SCHOOL, 2021], by_key[SCHOOL, 2020]
    cases: list[Case] = []

    def case(file: str, damage: str, understood: bool, *findings: str) -> None:
        cases.append(Case(file, damage, understood, list(findings)))

    # What is understood without a question.
    d = Damage(clean)
    page = d.sheet("Предметы")
    page.insert_cols(4)
    page["D4"], page["D5"] = "Из них совместители", "гр. 3а"
    for row in range(6, 18):
        page.cell(row, 4).value = row % 2
    page.data_validations.dataValidation = []
    for column in "DEFGH":
        page[f"{column}18"] = None
    d.save(folder / "inserted-column.xlsx")
    case("inserted-column.xlsx", "a column of the school's own between columns 3 and 4 of «Предметы»",
         True)

    d = Damage(clean)
    page = d.sheet("Кадры")
    insert_rows(page, 3, 3)
    page["A3"] = "Уважаемые коллеги! Сведения даны по состоянию на 31 декабря."
    page["A4"] = "Исполнитель заместитель директора"
    d.save(work / "inserted-rows.xlsx")
    shutil.move(libreoffice([work / "inserted-rows.xlsx"], "ods", work / "lo")[0],
                folder / "inserted-rows.ods")
    case("inserted-rows.ods", "three rows of text above the table of «Кадры», saved by LibreOffice",
         True)

    d = Damage(clean)
    page = d.sheet("Предметы")
    for merged in list(page.merged_cells.ranges):
        page.unmerge_cells(str(merged))
    page.data_validations.dataValidation = []
    page.move_range("A4:G18", rows=9, cols=3, translate=True)
    page.freeze_panes = None
    for row in range(4, 19):
        page.row_dimensions[row].height = None
    d.save(folder / "moved-table.xlsx")
    case("moved-table.xlsx", "the table of «Предметы» moved to D13", True)

    d = Damage(clean)
    d.sheet("Кадры").title = "Лист2"
    d.sheet("Предметы").title = "по предметам (2)"
    d.save(work / "renamed-sheet.xlsx")
    gnumeric(work / "renamed-sheet.xlsx", folder / "renamed-sheet.ods")
    case("renamed-sheet.ods", "«Кадры» and «Предметы» renamed, saved by Gnumeric", True,
         "sheet.renamed Лист2", "sheet.renamed по предметам (2)")

    d = Damage(clean)
    d.save(work / "ods-named.xlsx")
    shutil.move(libreoffice([work / "ods-named.xlsx"], "ods", work / "lo")[0],
                folder / "ods-named.xlsx")
    case("ods-named.xlsx", "an ODS file under the name of an XLSX file", True)

    d = Damage(clean)
    copied = d.book.copy_worksheet(d.sheet("Кадры"))
    copied.title = "Кадры 2020"
    for (code, breakdown), value in last["form"].values.items():
        if not breakdown and code in {f["code"] for f in d.job["pack"].fields_of("staff")}:
            copied[d.place(code)[1]].value = sheets.number(value)
    d.save(folder / "last-years-sheet.xlsx")
    case("last-years-sheet.xlsx", "last year's «Кадры» left in the workbook as «Кадры 2020»", True,
         "sheet.extra Кадры 2020")

    # What a cell holds instead of its value.
    d = Damage(clean)
    words = d.put("двенадцать", "trained")
    persons = d.put("12 чел.", "mentoring_participants")
    text = d.put(str(d.values["contests_total", ""]), "contests_total", number_format="@")
    d.save(folder / "text-in-numbers.xlsx")
    case("text-in-numbers.xlsx", "«двенадцать», «12 чел.» and a number stored as text in «Кадры»",
         True, f"cell.not-a-number {words}", f"cell.text-number {persons}",
         f"cell.text-number {text}")

    d = Damage(clean)
    typed = d.put(0.45, "subject_diagnosed", "subjects=mathematics", "0%")
    text = d.put("25 %", "contests_total")
    d.save(folder / "percent-for-count.xlsx")
    case("percent-for-count.xlsx", "45 % as a percentage cell and «25 %» as text instead of counts",
         True, f"cell.percent-for-count {typed}", f"cell.percent-for-count {text}")

    d = Damage(clean)
    page = d.sheet("Предметы")
    page.merged_cells.add("D7:D9")
    d.save(folder / "merged-cells.xlsx")
    case("merged-cells.xlsx", "D7:D9 of «Предметы» merged, two values left under the merge", True,
         "cell.merged Предметы!D8", "cell.merged Предметы!D9")

    d = Damage(clean)
    empty = d.put(None, "diagnosed_total")
    negative = d.put(-1, "retrained")
    half = d.put(2.5, "independent_assessment", number_format="General")
    status = d.put("делается", "measure_status", "directions=d2")
    d.save(folder / "wrong-cells.xlsx")
    case("wrong-cells.xlsx", "an empty cell, −1, 2,5 persons and a status that is not in the list",
         True, f"cell.missing {empty}", f"cell.negative {negative}", f"cell.not-whole {half}",
         f"cell.not-a-choice {status}")

    # What the rules of the pack find.
    d = Damage(clean)
    whole = d.values["teachers_total", ""]
    doubled = d.put(2 * whole - 3, "trained")
    d.put(None, "trained_share")
    d.save(folder / "total-doubled.xlsx")
    case("total-doubled.xlsx", "trained teachers counted twice: more than there are teachers", True,
         f"vilyuysk:trained_within_teachers {doubled}")

    d = Damage(clean)
    part = d.put(d.values["trained", ""] + 2, "trained_by_diagnosis")
    d.put(None, "trained_share")
    chemistry = "subjects=chemistry"
    burnout = d.put(d.values["subject_teachers", chemistry] + 1, "subject_burnout", chemistry)
    d.save(work / "part-over-whole.xlsx")
    shutil.move(libreoffice([work / "part-over-whole.xlsx"], "ods", work / "lo")[0],
                folder / "part-over-whole.ods")
    case("part-over-whole.ods", "row 14 over row 13; column 7 over column 3 at chemistry", True,
         f"vilyuysk:by_diagnosis_within_trained {part}",
         f"vilyuysk:subject_burnout_within_subject {burnout}")

    d = Damage(clean)
    share = d.put(12.3, "trained_share")
    d.save(folder / "share-disagrees.xlsx")
    case("share-disagrees.xlsx", "a typed percentage that is not the share of row 14 in row 13",
         True, f"vilyuysk:trained_share_agrees {share}")

    d = Damage(clean)
    staff = d.put(d.values["staff_total", ""] + 14, "staff_total")
    programmes = d.put(0, "mentoring_programmes")
    d.save(folder / "warnings.xlsx")
    case("warnings.xlsx", "14 more staff than last year would explain; mentoring without a programme",
         True, f"vilyuysk:staff_changed {staff}",
         f"vilyuysk:mentoring_without_programmes {programmes}")

    d = Damage(clean)
    for sheet in d.job["sheets"]:
        for code, breakdown in sheet.places:
            known = code in ("unit_code", "unit_name", "period", "form", "filled_on")
            value = last["form"].values.get((code, breakdown))
            plain = not isinstance(value, str)
            if not known and plain and not isinstance(d.values.get((code, breakdown)), str):
                d.put(sheets.number(value), code, breakdown)
    d.save(folder / "copy-of-last-year.xlsx")
    case("copy-of-last-year.xlsx", "all numbers are those of 2020, only the year was changed", True,
         f"vilyuysk:copied_form {d.at('staff_total')}")

    # What is missing or stands twice.
    d = Damage(clean)
    d.sheet("Предметы")["F4"] = "Тестирование"
    d.save(folder / "renamed-heading.xlsx")
    case("renamed-heading.xlsx", "the heading of column 6 of «Предметы» replaced by another word",
         True, "form.field-missing Предметы!F4")

    d = Damage(clean)
    page = d.sheet("Предметы")
    for row in range(4, 19):
        page.cell(row, 8).value = page.cell(row, 3).value
    d.save(folder / "column-twice.xlsx")
    case("column-twice.xlsx", "column 3 of «Предметы» copied to H", True,
         "form.field-twice Предметы!C4")

    d = Damage(clean)
    d.book.remove(d.sheet("Предметы"))
    d.save(folder / "sheet-deleted.xlsx")
    case("sheet-deleted.xlsx", "the sheet «Предметы» deleted", True, "form.section-missing")

    # Whose form, and of which year.
    d = Damage(clean)
    code = d.put("school-77", "unit_code")
    d.put("МБОУ «Хара-Тыасская СОШ»", "unit_name")
    d.save(folder / "wrong-code.xlsx")
    case("wrong-code.xlsx", "a code and a name that are not in the register", False,
         f"form.unit-unknown {code}")

    d = Damage(clean)
    year = d.put(2031, "period")
    d.save(folder / "wrong-period.xlsx")
    case("wrong-period.xlsx", "2031 as the reporting year", False, f"form.period-unknown {year}")

    # What is no form at all.
    plain = io.BytesIO(clean["path"].read_bytes())
    locked = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("svodka", locked)
    (folder / "password.xlsx").write_bytes(locked.getvalue())
    case("password.xlsx", "protected by the password «svodka»", False, "file.password")

    shutil.copy(clean["path"], work / "old.xlsx")
    shutil.move(libreoffice([work / "old.xlsx"], "xls", work / "lo")[0], folder / "old.xls")
    case("old.xls", "saved in the format of Excel 97", False, "file.old-xls")

    shutil.move(libreoffice([work / "old.xlsx"], "html", work / "lo")[0], folder / "web-page.xls")
    case("web-page.xls", "a web page under the name of a workbook", False, "file.html")

    whole_file = clean["path"].read_bytes()
    (folder / "cut.xlsx").write_bytes(whole_file[: len(whole_file) * 6 // 10])
    case("cut.xlsx", "the last two fifths of the file are missing", False, "file.truncated")

    (folder / "empty.xlsx").write_bytes(b"")
    case("empty.xlsx", "no bytes at all", False, "file.empty")

    (folder / "letter.xlsx").write_text(
        "Добрый день! Форму вышлем завтра.\n", encoding="utf-8")
    case("letter.xlsx", "a text under the name of a workbook", False, "file.not-workbook")

    book = openpyxl.Workbook()
    book.active.title = "Расписание"
    for row in [["День", "Урок 1", "Урок 2"], ["Понедельник", "5а", "7б"], ["Вторник", "8а", ""]]:
        book.active.append(row)
    save_openpyxl(book, folder / "timetable.xlsx", WHEN, "Завуч")
    case("timetable.xlsx", "a workbook that is another thing", False, "form.not-recognised")

    for path in folder.iterdir():
        if path.suffix in (".ods", ".xlsx") and path.stat().st_size:
            if path.name not in ("cut.xlsx",):
                stamp(path, WHEN)
    _write(cases, folder / "expected.tsv")
    return cases


def _write(cases: list[Case], path: Path) -> None:
    with open(path, "w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        rows.writerow(["file", "damage", "understood", "findings"])
        for one in cases:
            rows.writerow([
                one.file, one.damage, "yes" if one.understood else "no",
                " | ".join(one.findings) or "-"])
