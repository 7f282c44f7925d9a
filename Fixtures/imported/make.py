"""Signed summary tables of 2018, as departments keep them, and what `import-results` must make of
them. Run it with openpyxl and LibreOffice at hand; the tables and expected.csv lie beside it.

    python Fixtures/imported/make.py
"""

import csv
import subprocess
import tempfile
from fractions import Fraction
from pathlib import Path

import openpyxl

HERE = Path(__file__).parent
SCHOOLS = [
    ("school-01", "МБОУ «Городская СОШ № 1»", 12, 48, 5, 0.348),
    ("school-02", "МБОУ «Городская СОШ № 2»", 9, 36, 0, 0.25),
    ("school-03", "МБОУ «Городская гимназия № 3»", 0, 21, None, 0.5),
]


def percent(part: int, whole: int) -> float:
    """As the table prints it: with one decimal, half away from zero."""
    return float(int(Fraction(part, whole) * 1000 + Fraction(1, 2))) / 10


def wide(file: Path) -> list[tuple]:
    """A row a school, a column an indicator; 3.3 with its counts, the others as they were typed."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Итоги"
    sheet.append(["Сводная таблица показателей за 2018 год"])
    sheet.append([])
    sheet.append(["№", "Организация", "3.3", None, None, "2.5, ед.", "1.2", "Ц.1, %"])
    sheet.append([None, None, "числитель", "знаменатель", "%"])
    sheet.merge_cells("C3:E3")
    sheet.append([1, 2, 3, 4, 5, 6, 7, 8])
    expected = []
    for number, (code, name, part, whole, pieces, share) in enumerate(SCHOOLS, 1):
        row = sheet.max_row + 1
        sheet.append([number, name, part, whole, percent(part, whole),
                      "нет данных" if pieces is None else pieces, share])
        sheet.cell(row, 7).number_format = "0.0%"
        expected.append(("i3_3", code, "known", part, whole, ""))
        expected.append(("i2_5", code, "noData" if pieces is None else "known",
                         "" if pieces is None else pieces, "", ""))
        expected.append(("i1_2", code, "known", "", "", Fraction(str(share)) * 100))
    parts, wholes = sum(s[2] for s in SCHOOLS), sum(s[3] for s in SCHOOLS)
    sheet.append([None, "Всего", parts, wholes, f"{percent(parts, wholes)} %".replace(".", ","), 5,
                  "–", "34,8 %"])
    expected += [("i3_3", "vilyuyskiy", "known", parts, wholes, ""),
                 ("i2_5", "vilyuyskiy", "known", 5, "", ""),
                 ("i1_2", "vilyuyskiy", "noData", "", "", ""),
                 ("c1", "vilyuyskiy", "known", "", "", Fraction("34.8"))]
    sheet.append([None, "Начальник управления"])
    book.save(file)
    return expected


def doubtful(file: Path) -> None:
    """What must not pass in silence: unknown names, columns and cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Лист1"
    sheet.append(["Код", "3.3", "9.9", "2.5", "1.2"])
    sheet.append(["school-01", "34,8", 7, "около 5", 0.348])
    sheet.append(["school-99", "30,0", 7, 1, 0.5])
    sheet.append(["school-02", 134.8, 7, -1, 0.25])
    sheet.append(["school-01", "35,0", 7, 2, 0.25])
    book.save(file)


def long(file: Path, expected: list[tuple]) -> None:
    """The columns of `svodka results --format csv`, another year among the rows."""
    names = ["indicator", "unit", "breakdown", "period", "numerator", "denominator", "value",
             "given", "expected", "state", "percent", "address"]
    with file.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\r\n")
        table.writerow(names)
        for indicator, unit, state, part, whole, share in expected:
            for year in (2017, 2018):
                table.writerow([
                    indicator, unit, "-", year, part, whole, "", 0, 0, state,
                    "" if share == "" else float(share), f"{indicator}/{unit}/-/{year}/value"])


def main() -> None:
    expected = wide(HERE / "wide.xlsx")
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
             "ods", "--outdir", str(HERE), str(HERE / "wide.xlsx")],
            check=True, capture_output=True)
    long(HERE / "long.csv", expected)
    doubtful(HERE / "doubtful.xlsx")
    with (HERE / "expected.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(["indicator", "unit", "state", "numerator", "denominator", "percent"])
        table.writerows(expected)


if __name__ == "__main__":
    main()
