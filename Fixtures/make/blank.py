"""The blank form as the department issues it."""

from datetime import datetime
from pathlib import Path

import sheets
from pack import Pack
from writers import libreoffice, stamp, write_xlsxwriter

ISSUED = datetime(2021, 12, 1, 10)


def make(pack: Pack, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "Форма МС-1.xlsx"
    write_xlsxwriter(path, sheets.form(pack, None, None, {}), ISSUED, sheets.DEPARTMENT)
    for made in libreoffice([path], "ods", folder):
        stamp(made, ISSUED)
