"""The campaign folder as a department would have it: settings, register, and an inbox with the
forms as they came, saved by several programs, under the names that people give to files."""

import random
import shutil
import subprocess
import tempfile
import zlib
from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter

import schools
import sheets
from model import SEED, Form
from pack import Pack
from writers import save_all, stamp

# Which program a school saves its forms with; a few change it from year to year.
PRODUCERS = ["lo-xlsx", "xlsxwriter", "lo-ods", "openpyxl", "gnumeric-xlsx", "lo-xlsx",
             "gnumeric-ods"]
FLAT = {("school-06", 2021), ("school-13", 2020), ("school-20", 2019)}

SUFFIX = {"lo-xlsx": "xlsx", "lo-ods": "ods", "lo-fods": "fods", "openpyxl": "xlsx",
          "xlsxwriter": "xlsx", "gnumeric-xlsx": "xlsx", "gnumeric-ods": "ods"}


def producer(school: schools.School, year: int) -> str:
    if (school.code, year) in FLAT:
        return "lo-fods"
    turn = school.number + (year - 2019 if school.number % 5 == 0 else 0)
    return PRODUCERS[turn % len(PRODUCERS)]


def plain_name(school: schools.School, year: int) -> str:
    """«Ойбонская СОШ» without what a file name does not carry."""
    short = school.names(year)[1].removeprefix("МБОУ «").rstrip("»")
    return short.replace("№ ", "").replace("  ", " ").strip()


def file_name(school: schools.School, year: int, suffix: str, version: int) -> str:
    """The name and the subfolder as people make them."""
    name = plain_name(school, year)
    styles = [
        f"МС-1 {name}.{suffix}",
        f"{school.number:02}_форма МС-1_{year}.{suffix}",
        f"Форма МС-1 ({name}) {year} год.{suffix}",
        f"{name.split()[0].lower()}_мониторинг.{suffix}",
        f"МС-1 {name} (1).{suffix}",
    ]
    own = styles[(school.number * 3 + year) % len(styles)]
    if version > 1:
        own = f"МС-1 {name} ИСПРАВЛЕННАЯ.{suffix}"
    folder = ""
    if year == 2021 and school.group == "малокомплектные":
        folder = "малокомплектные/"
    elif year == 2020 and school.number in (7, 9, 13):
        folder = "от районных школ/почта 20 января/"
    return folder + own


def sent(form: Form) -> datetime:
    """When the school saved the form for the last time."""
    day = date.fromisoformat(form.values["filled_on", ""])
    number = schools.BY_CODE[form.unit].number
    when = datetime(day.year, day.month, day.day, 9 + number % 8, (number * 13 + form.year) % 60)
    return when + timedelta(days=4 * (form.version - 1))


def jobs(forms: list[Form], pack: Pack, inbox: Path) -> list[dict]:
    out = []
    for form in forms:
        school = schools.BY_CODE[form.unit]
        saved_by = producer(school, form.year)
        made = sheets.form(pack, school, form.year, form.values)
        if school.number % 6 == 4:
            _share_as_percentage(made, form)
        path = inbox / str(form.year) / file_name(
            school, form.year, SUFFIX[saved_by], form.version)
        out.append({
            "form": form, "pack": pack, "sheets": made, "when": sent(form), "producer": saved_by, "path": path,
            "author": form.values.get(("filled_by", ""), "Методист")})
    names = [str(job["path"]) for job in out]
    assert len(set(names)) == len(names), "two forms have one name"
    return out


def _share_as_percentage(made: list[sheets.Sheet], form: Form) -> None:
    """0,714 in a cell formatted as a percentage instead of 71,4."""
    staff = next(one for one in made if ("trained_share", "") in one.places)
    typed = form.values.get(("trained_share", ""))
    if typed is not None:
        row, column = staff.places["trained_share", ""]
        staff.put(row, column, typed / 100, "input_share")


def register(path: Path) -> None:
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"author": "Методист", "created": datetime(2021, 12, 1, 10)})
    page = book.add_worksheet("Школы")
    base = {"font_name": "Times New Roman", "font_size": 11}
    box = {**base, "border": 1, "border_color": "#808080", "text_wrap": True, "valign": "vcenter"}
    head = book.add_format({**box, "bold": True, "align": "center", "bg_color": "#E8EEF4"})
    cell = book.add_format(box)
    title = book.add_format({**base, "bold": True, "font_size": 13})
    page.write_string(0, 0, "Общеобразовательные организации Вилюйского улуса", title)
    columns = [("№", 5), ("Код", 12), ("Полное наименование", 62), ("Краткое наименование", 34),
               ("Тип", 11), ("Группа", 17), ("Руководитель (кому)", 32), ("Преемник кого", 14),
               ("Открыта с", 11), ("Закрыта с", 11), ("Действует с", 12),
               ("Электронная почта", 26)]
    for column, (label, width) in enumerate(columns):
        page.set_column(column, column, width)
        page.write_string(2, column, label, head)
    row = 3
    for school in schools.SCHOOLS:
        first = [school.number, school.code, school.full, school.short, school.type, school.group,
                 school.head, ", ".join(school.succeeds), school.opened, school.closed, None,
                 school.email]
        rows = [first]
        if school.renamed:
            since, full, short = school.renamed
            rows.append([school.number, school.code, full, short, school.type, school.group,
                         school.head, "", None, None, since, school.email])
        for values in rows:
            for column, value in enumerate(values):
                if value in (None, ""):
                    page.write_blank(row, column, None, cell)
                else:
                    page.write(row, column, value, cell)
            row += 1
    page.freeze_panes(3, 2)
    page.autofilter(2, 0, row - 1, len(columns) - 1)
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(2)
    book.close()


def strangers(inbox: Path, work: Path) -> None:
    """What lies beside forms in an inbox: named, and left alone."""
    year = inbox / "2021"
    owner = "Методист"
    lock = bytes([len(owner)]) + b"Metodist".ljust(54)
    lock += bytes([len(owner), 0]) + owner.encode("utf-16-le").ljust(108, b" \x00"[:1])
    (year / "~$МС-1 Городская СОШ 2.xlsx").write_bytes(lock[:165].ljust(165, b" "))
    (inbox / "2020" / ".~lock.МС-1 Ойбонская СОШ ИСПРАВЛЕННАЯ.xlsx#").write_text(
        ",metodist,uuo-pc,20.01.2021 10:15,file:///home/metodist/.config/libreoffice/4;",
        encoding="utf-8")
    thumbs = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + bytes.fromhex("3e000300feff0900")
    (year / "Thumbs.db").write_bytes(thumbs.ljust(1536, b"\x00") + b"C\0a\0t\0a\0l\0o\0g\0")
    rng = random.Random(f"{SEED}/rar")
    (year / "Школа сканы.rar").write_bytes(b"Rar!\x1a\x07\x01\x00" + rng.randbytes(900))

    note = work / "Пояснительная записка.html"
    note.write_text(
        "<html><meta charset='utf-8'><body><p>Директору МКУ «Вилюйское УУО»</p><p>Направляем форму "
        "МС-1 за 2021 год. Форма заполнена на основании данных тарификации.</p></body></html>",
        encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="svodka-soffice-") as profile:
        def convert(source: Path, to: str) -> None:
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to",
                 to, "--outdir", str(work), str(source)],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        convert(note, "docx:MS Word 2007 XML")
    shutil.move(work / "Пояснительная записка.docx", year / "Пояснительная записка.docx")
    stamp(year / "Пояснительная записка.docx", datetime(2022, 1, 14, 9, 30))
    (year / "Скан титула СОШ 10.pdf").write_bytes(_scan())


def _scan() -> bytes:
    """A PDF of one page that holds a picture of grey lines, as a scanner's would."""
    width, height = 64, 90
    picture = bytes(
        90 if row % 6 == 0 and 8 < column < 56 else 245
        for row in range(height) for column in range(width))
    packed = zlib.compress(picture, 9)
    page = b"q 595 0 0 842 0 0 cm /Im0 Do Q"
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /Im0 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
        % (width, height, len(packed), packed),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(bodies) + 1, start)


CAMPAIGN = """\
# A demonstration campaign on the pack `vilyuysk`. The office, its officials, the schools and all
# numbers are invented; only the regulation is real.
district:
  code: {code}
  number: 0
  names:
    - full: Муниципальный район «Вилюйский улус (район)»
      short: Вилюйский улус
  level: municipality
organisation: Муниципальное казённое учреждение «Вилюйское улусное управление образования»
organisation_short: МКУ «Вилюйское УУО»
place: г. Вилюйск
head:
  post: Начальник управления образования
  name: А. П. Сосновская
executor:
  post: Методист информационно-методического отдела
  name: Е. Г. Лазарева
pack: vilyuysk
periods: [2019, 2020, 2021]
deadline: "2022-01-25"
publication: раздел «МСОКО» официального сайта МКУ «Вилюйское УУО»
forms_to: на адрес электронной почты информационно-методического отдела
"""


def make(forms: list[Form], pack: Pack, folder: Path, work: Path) -> list[dict]:
    """Writes the campaign's folder; the jobs, with the path of each form."""
    inbox = folder / "inbox"
    for year in schools.PERIODS:
        shutil.rmtree(inbox / str(year), ignore_errors=True)
    made = jobs(forms, pack, inbox)
    save_all(made, work / "inbox")
    strangers(inbox, work)
    register(folder / "schools.xlsx")
    (folder / "campaign.yaml").write_text(
        CAMPAIGN.format(code=schools.DISTRICT_CODE), encoding="utf-8")
    return made
