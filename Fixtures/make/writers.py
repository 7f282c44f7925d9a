"""Programs that save a form: XlsxWriter and openpyxl write it, LibreOffice and Gnumeric open
what XlsxWriter wrote and save it in formats of their own."""

import os
import shutil
import struct
import subprocess
import tempfile
from datetime import date, datetime, timezone
from pathlib import Path

import openpyxl
import openpyxl.writer.excel
import xlsxwriter
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from sheets import Choice, Sheet, number

FONT = "Times New Roman"
INK, INPUT, HEAD, TOTAL = "#808080", "#FFF8E1", "#E8EEF4", "#F2F2F2"

# One description of each style, in XlsxWriter's words; openpyxl's are made from it.
_BOX = {"border": 1, "border_color": INK, "valign": "vcenter", "text_wrap": True}
_INPUT = {**_BOX, "bg_color": INPUT, "locked": False}
STYLES: dict[str, dict] = {
    "department": {"align": "center", "valign": "vcenter", "text_wrap": True},
    "title": {"align": "center", "bold": True, "font_size": 16, "valign": "vcenter"},
    "subtitle": {"align": "center", "bold": True, "valign": "vcenter", "text_wrap": True},
    "note": {"italic": True, "font_size": 10, "valign": "vcenter", "text_wrap": True},
    "section": {"bold": True, "font_size": 13, "valign": "vcenter", "text_wrap": True},
    "paragraph": {"valign": "top", "text_wrap": True},
    "heading": {**_BOX, "bold": True, "align": "center", "bg_color": HEAD},
    "number": {**_BOX, "italic": True, "align": "center", "font_size": 9, "bg_color": HEAD},
    "key": {**_BOX, "align": "center"},
    "label": {**_BOX},
    "label_inner": {**_BOX, "indent": 2},
    "fixed": {**_BOX, "bold": True},
    "total": {**_BOX, "bold": True, "align": "center", "bg_color": TOTAL},
    "input": {**_INPUT, "align": "center", "num_format": "0"},
    "input_percent": {**_INPUT, "align": "center"},
    "input_share": {**_INPUT, "align": "center", "num_format": "0.0%"},
    "input_year": {**_INPUT, "align": "left", "num_format": "0"},
    "input_text": {**_INPUT, "align": "left"},
    "input_date": {**_INPUT, "align": "left", "num_format": "dd.mm.yyyy"},
}


def write_xlsxwriter(path: Path, sheets: list[Sheet], when: datetime, author: str) -> None:
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"author": author, "created": when, "title": "Форма МС-1"})
    base = {"font_name": FONT, "font_size": 11}
    formats = {name: book.add_format({**base, **style}) for name, style in STYLES.items()}
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        for column, width in enumerate(sheet.widths):
            page.set_column(column, column, width)
        for row, height in sheet.heights.items():
            page.set_row(row, height)
        for first_row, first_column, last_row, last_column in sheet.merges:
            value, style = sheet.cells[first_row, first_column]
            page.merge_range(first_row, first_column, last_row, last_column, value, formats[style])
        covered = _covered(sheet)
        for (row, column), (value, style) in sheet.cells.items():
            if (row, column) in covered:
                continue
            if (row, column) in sheet.formulas:
                formula = "=" + sheet.formulas[row, column]
                page.write_formula(row, column, formula, formats[style], value)
            elif isinstance(value, date):
                page.write_datetime(
                    row, column, datetime(value.year, value.month, value.day), formats[style])
            elif isinstance(value, str):
                page.write_string(row, column, value, formats[style])
            elif value is None:
                page.write_blank(row, column, None, formats[style])
            else:
                page.write_number(row, column, number(value), formats[style])
        for rule in sheet.rules:
            options = (
                {"validate": "list", "source": rule.options} if isinstance(rule, Choice) else
                {"validate": "integer", "criteria": ">=", "value": 0,
                 "error_title": "Целое число", "error_message": "Введите целое число, 0 или больше"})
            page.data_validation(*rule.first, *rule.last, options)
        page.set_paper(9)
        page.set_landscape() if sheet.landscape else page.set_portrait()
        page.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.7)
        page.fit_to_pages(1, 0)
        page.set_footer("&L&9Форма МС-1, версия 1 · &A&R&9Стр. &P из &N")
        if sheet.breaks:
            page.set_h_pagebreaks(sheet.breaks)
        if sheet.heading:
            page.repeat_rows(*sheet.heading)
            page.freeze_panes(sheet.heading[1] + 1, 0)
        page.protect("", {"format_columns": True, "format_rows": True})
    book.close()


def write_openpyxl(path: Path, sheets: list[Sheet], when: datetime, author: str) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    styles = {name: _openpyxl_style(style) for name, style in STYLES.items()}
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for column, width in enumerate(sheet.widths):
            page.column_dimensions[chr(ord("A") + column)].width = width
        for row, height in sheet.heights.items():
            page.row_dimensions[row + 1].height = height
        for (row, column), (value, style) in sheet.cells.items():
            cell = page.cell(row + 1, column + 1)
            cell.value = number(value)
            for key, part in styles[style].items():
                setattr(cell, key, part)
        for first_row, first_column, last_row, last_column in sheet.merges:
            page.merge_cells(
                start_row=first_row + 1, start_column=first_column + 1, end_row=last_row + 1,
                end_column=last_column + 1)
        for rule in sheet.rules:
            check = (
                DataValidation(type="list", formula1='"' + ",".join(rule.options) + '"')
                if isinstance(rule, Choice) else
                DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0"))
            (r1, c1), (r2, c2) = rule.first, rule.last
            check.add(f"{chr(65 + c1)}{r1 + 1}:{chr(65 + c2)}{r2 + 1}")
            page.add_data_validation(check)
        page.page_setup.paperSize = 9
        page.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
        page.sheet_properties.pageSetUpPr.fitToPage = True
        page.page_setup.fitToHeight = 0
        for row in sheet.breaks:
            page.row_breaks.append(Break(id=row))
        if sheet.heading:
            page.print_title_rows = f"{sheet.heading[0] + 1}:{sheet.heading[1] + 1}"
            page.freeze_panes = f"A{sheet.heading[1] + 2}"
        page.protection.enable()
    save_openpyxl(book, path, when, author)


def save_openpyxl(book, path: Path, when: datetime, author: str) -> None:
    """openpyxl puts the clock into the properties as it saves; here `when` is the clock."""
    book.properties.creator = author
    book.properties.lastModifiedBy = author
    book.properties.created = when

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return when

    kept = openpyxl.writer.excel.datetime
    try:
        if hasattr(kept, "datetime"):
            class Module:
                datetime = Clock
                timezone = kept.timezone
            openpyxl.writer.excel.datetime = Module
        book.save(path)
    finally:
        openpyxl.writer.excel.datetime = kept
    stamp(path, when)


def _openpyxl_style(style: dict) -> dict:
    side = Side(style="thin", color=INK[1:])
    out = {
        "font": Font(
            name=FONT, size=style.get("font_size", 11), bold=style.get("bold", False),
            italic=style.get("italic", False)),
        "alignment": Alignment(
            horizontal=style.get("align"), wrap_text=style.get("text_wrap", False),
            vertical={"vcenter": "center"}.get(style.get("valign"), style.get("valign")),
            indent=style.get("indent", 0)),
        "protection": Protection(locked=style.get("locked", True)),
    }
    if "border" in style:
        out["border"] = Border(left=side, right=side, top=side, bottom=side)
    if "bg_color" in style:
        out["fill"] = PatternFill("solid", fgColor=style["bg_color"][1:])
    if "num_format" in style:
        out["number_format"] = style["num_format"]
    return out


def _covered(sheet: Sheet) -> set[tuple[int, int]]:
    return {
        (row, column)
        for r1, c1, r2, c2 in sheet.merges
        for row in range(r1, r2 + 1) for column in range(c1, c2 + 1)
    }


FILTERS = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods", "fods": "fods", "xls": "xls:MS Excel 97",
    "pdf": "pdf", "html": "html:HTML (StarCalc)", "docx": "docx:MS Word 2007 XML",
    "jpg": "jpg:calc_jpg_Export",
}


def libreoffice(sources: list[Path], kind: str, folder: Path) -> list[Path]:
    """Converts many files in one call of LibreOffice; the results, in the order given."""
    if not sources:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="svodka-soffice-") as profile:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to",
             FILTERS[kind], "--outdir", str(folder), *map(str, sources)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            # One thread: several load sheets in an order of their own, and number styles by it.
            env={**os.environ, "SC_IMPORT_THREADS": "1"})
    results = [folder / (source.stem + "." + kind) for source in sources]
    lost = [str(one) for one in results if not one.exists()]
    if lost:
        raise SystemExit("LibreOffice did not write " + ", ".join(lost))
    return results


def gnumeric(source: Path, target: Path) -> None:
    subprocess.run(
        ["ssconvert", str(source), str(target)], check=True, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C.UTF-8"})


def stamp(path: Path, when: datetime) -> None:
    """Sets the times of a ZIP's entries, which programs take from the clock, to `when`, so that
    a second run makes the same bytes. Nothing else of the file is touched."""
    data = bytearray(path.read_bytes())
    if data[:2] != b"PK":
        return
    day = ((when.year - 1980) << 9) | (when.month << 5) | when.day
    time = (when.hour << 11) | (when.minute << 5) | (when.second // 2)
    packed = struct.pack("<HH", time, day)
    end = data.rfind(b"PK\x05\x06")
    count, _, at = struct.unpack_from("<HII", data, end + 10)
    seconds = struct.pack("<I", int(when.replace(tzinfo=timezone.utc).timestamp()))

    def extras(start: int, length: int) -> None:
        # Gnumeric writes the time once more, as "UT" (0x5455) with seconds after a flag.
        place = start
        while place + 4 <= start + length:
            kind, size = struct.unpack_from("<HH", data, place)
            if kind == 0x5455 and size >= 5:
                data[place + 5: place + 9] = seconds
            place += 4 + size

    for _ in range(count):
        name, extra, comment = struct.unpack_from("<HHH", data, at + 28)
        local = struct.unpack_from("<I", data, at + 42)[0]
        data[at + 12: at + 16] = packed
        extras(at + 46 + name, extra)
        data[local + 10: local + 14] = packed
        local_name, local_extra = struct.unpack_from("<HH", data, local + 26)
        extras(local + 30 + local_name, local_extra)
        at += 46 + name + extra + comment
    path.write_bytes(bytes(data))


def save_all(jobs: list[dict], work: Path) -> None:
    """Writes each job (`sheets`, `when`, `author`, `producer`, `path`) by its producer."""
    work.mkdir(parents=True, exist_ok=True)
    waiting: dict[str, list[tuple[Path, dict]]] = {}
    for index, job in enumerate(jobs):
        path, producer = job["path"], job["producer"]
        path.parent.mkdir(parents=True, exist_ok=True)
        if producer == "openpyxl":
            write_openpyxl(path, job["sheets"], job["when"], job["author"])
        elif producer == "xlsxwriter":
            write_xlsxwriter(path, job["sheets"], job["when"], job["author"])
        else:
            source = work / f"{index:03}.xlsx"
            write_xlsxwriter(source, job["sheets"], job["when"], job["author"])
            waiting.setdefault(producer, []).append((source, job))
    for producer, those in waiting.items():
        program, kind = producer.split("-")
        if program == "gnumeric":
            for source, job in those:
                gnumeric(source, job["path"])
        else:
            made = libreoffice([source for source, _ in those], kind, work / producer)
            for result, (_, job) in zip(made, those):
                shutil.move(result, job["path"])
        for _, job in those:
            stamp(job["path"], job["when"])
