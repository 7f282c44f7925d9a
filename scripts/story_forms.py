"""Forms as the schools of the story fill them in: by labels, as scripts/forms-trial.py does, with
the date of saving set, so that the same story makes the same files."""
import importlib.util
import pathlib
import re
import shutil
import zipfile

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent


def load(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


forms = load("forms_trial", HERE / "forms-trial.py")
reckon = load("reckon", HERE.parent / "Fixtures/expected/reckon.py")
FIELDS = forms.FIELDS


def values_of(year):
    """What the schools of the fixtures say, without rows that are optional and follow from others."""
    forms.PERIOD = year
    return {
        unit: {key: value for key, value in values.items()
               if key[0] not in ("trained_share", "explanation_about", "explanation_text")}
        for unit, values in forms.expected().items()
    }


def type_in(book, values):
    for (field, breakdown), value in values.items():
        cell = forms.place(book, field, breakdown)
        if cell is None:
            raise LookupError(f"the cell of {field} {breakdown} is locked or missing")
        kind = FIELDS[field][1]["kind"]
        cell.value = value if isinstance(kind, dict) and value not in forms.MEMBERS.get(
            kind.get("choice"), {}) else forms.typed(FIELDS[field][1], value)


def cells_of(path, keys):
    """Where the values of these keys stand: {key: "Sheet!C14"}."""
    book = openpyxl.load_workbook(path)
    found = {}
    for key in keys:
        cell = forms.place(book, *key)
        found[key] = f"{cell.parent.title}!{cell.coordinate}"
    return found


def explain(book, about, text):
    """Writes a line on the sheet of explanations."""
    type_in(book, {("explanation_about", "records=1"): about,
                   ("explanation_text", "records=1"): text})


def save(book, path, saved):
    """Saves with the given moment as the date of the last change; None: with none at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    stamp(path, saved)


def stamp(path, saved):
    """The same workbook with another date of saving, and with no clock of this machine in it."""
    bare = path.with_suffix(".tmp")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bare, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                text = content.decode()
                for tag in ("created", "modified"):
                    pattern = rf"(<dcterms:{tag}[^>]*>)[^<]*(</dcterms:{tag}>)"
                    text = (re.sub(pattern, rf"\g<1>{saved}\g<2>", text) if saved
                            else re.sub(pattern, "", text))
                content = text.encode()
            elif name == "meta.xml":
                content = re.sub(
                    r"(<dc:date>)[^<]*(</dc:date>)", rf"\g<1>{saved}\g<2>",
                    content.decode()).encode()
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = (
                zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
            new.writestr(entry, content)
    shutil.move(bare, path)
