"""Reads every saved form back with readers that are not Svodka's and compares each cell with
what was meant: a program that saved something else is found here."""

import xml.etree.ElementTree as xml
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineWorkbook

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def cells(path: Path) -> dict[str, dict[tuple[int, int], object]]:
    if path.suffix == ".fods":
        return _open_document(xml.parse(path).getroot())
    if path.suffix == ".ods":
        with zipfile.ZipFile(path) as archive:
            return _open_document(xml.fromstring(archive.read("content.xml")))
    book = CalamineWorkbook.from_path(str(path))
    return {
        name: {
            (row, column): value
            for row, line in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for column, value in enumerate(line) if value not in ("", None)
        }
        for name in book.sheet_names
    }


def _open_document(root) -> dict[str, dict[tuple[int, int], object]]:
    sheets = {}
    for table in root.iter(TABLE + "table"):
        found, row = {}, 0
        for line in table.iter(TABLE + "table-row"):
            column = 0
            for cell in line:
                if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                    continue
                kind = cell.get(OFFICE + "value-type")
                if kind in ("float", "percentage"):
                    found[row, column] = float(cell.get(OFFICE + "value"))
                elif kind == "date":
                    found[row, column] = date.fromisoformat(cell.get(OFFICE + "date-value")[:10])
                elif kind == "string":
                    found[row, column] = "\n".join(map(_paragraph, cell.findall(TEXT + "p")))
                column += int(cell.get(TABLE + "number-columns-repeated", "1"))
            row += int(line.get(TABLE + "number-rows-repeated", "1"))
        sheets[table.get(TABLE + "name")] = found
    return sheets


def _paragraph(part) -> str:
    text = part.text or ""
    for inner in part:
        text += " " * int(inner.get(TEXT + "c", "1")) if inner.tag == TEXT + "s" else _paragraph(inner)
        text += inner.tail or ""
    return text


def same(meant, read) -> bool:
    if isinstance(read, datetime):
        read = read.date()
    if isinstance(meant, (int, float, Decimal)) and isinstance(read, (int, float)):
        return abs(float(meant) - float(read)) < 1e-12
    return meant == read


def check(job: dict) -> None:
    read = cells(job["path"])
    for sheet in job["sheets"]:
        found = read.get(sheet.name)
        if found is None:
            raise SystemExit(f"{job['path'].name}: no sheet {sheet.name}")
        for place, (value, _) in sheet.cells.items():
            if value is not None and not same(value, found.get(place)):
                raise SystemExit(
                    f"{job['path'].name}: {sheet.name} {place}: {found.get(place)!r}, not {value!r}")
        extra = [place for place in found if sheet.cells.get(place, (None,))[0] is None]
        if extra:
            raise SystemExit(f"{job['path'].name}: {sheet.name}: unexpected {extra[:5]}")
