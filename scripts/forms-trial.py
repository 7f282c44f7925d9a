"""Fills issued forms in as schools do, saves them with other programs, damages copies, and holds
what Svodka made of them against what was typed.

usage: forms-trial.py SVODKA WORK [SEED]

Needs openpyxl, PyYAML, LibreOffice and Gnumeric. Cells are found as a person finds them, by their
labels; only cells that are not locked are typed into. Values are those of Fixtures/expected, which
come from no form that Svodka made.
"""
import csv
import datetime
import decimal
import json
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys

import openpyxl
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "Fixtures"
PERIOD = "2020"
faults = []


def fault(text):
    faults.append(text)
    print("FAULT", text)


# ---- the pack, as its files say ------------------------------------------------------------

def load_pack():
    settings = yaml.safe_load((FIXTURES / "campaign/campaign.yaml").read_text())
    folder = ROOT / "Templates" / settings["pack"]
    form = yaml.safe_load((folder / "form.yaml").read_text())["form"]
    dictionaries = yaml.safe_load((folder / "dictionaries.yaml").read_text())["dictionaries"]
    members = {one["code"]: {m["code"]: m["title"] for m in one["members"]} for one in dictionaries}
    return settings, form, members


SETTINGS, FORM, MEMBERS = load_pack()
SECTIONS = {one["code"]: one for one in FORM["sections"]}
FIELDS = {field["code"]: (section, field) for section in FORM["sections"]
          for field in section["fields"]}


def dimension(section):
    return section["layout"]["table"] if isinstance(section["layout"], dict) else None


# ---- filling in ------------------------------------------------------------------------------

def tidy(text):
    return re.sub(r"\s+", " ", str(text)).strip().lower() if text is not None else ""


def find(sheet, text):
    """The cells whose text is `text`."""
    return [cell for row in sheet.iter_rows() for cell in row if tidy(cell.value) == tidy(text)]


def free_right(sheet, row, column):
    """The first cell right of a label that may be typed into."""
    for cell in sheet[row][column:]:
        if not cell.protection.locked:
            return cell
    return None


def place(book, field_code, breakdown):
    """The cell of a value, or why there is none."""
    section, field = FIELDS[field_code]
    sheet = book[section["sheet"]]
    labels = find(sheet, field["label"])
    if not labels:
        raise LookupError(f"{sheet.title}: no label «{field['label']}»")
    if section["layout"] == "list":
        return free_right(sheet, labels[0].row, labels[0].column)
    heading = next((cell for cell in labels if cell.column > 1), labels[0])
    if section["layout"] == "records":
        number = int(breakdown.split("=")[1])
        free = [row for row in range(heading.row + 1, sheet.max_row + 1)
                if not sheet.cell(row, heading.column).protection.locked]
        return sheet.cell(free[number - 1], heading.column)
    member = MEMBERS[dimension(section)][breakdown.split("=")[1]]
    rows = find(sheet, member)
    if not rows:
        raise LookupError(f"{sheet.title}: no row «{member}»")
    cell = sheet.cell(rows[0].row, heading.column)
    return None if cell.protection.locked else cell


def typed(field, value):
    """The value as a person types it into an office program."""
    kind = field["kind"]
    if isinstance(kind, dict):
        return MEMBERS[kind["choice"]][value]
    if kind in ("count", "number", "percent"):
        return int(value) if re.fullmatch(r"-?\d+", value) else float(decimal.Decimal(value))
    if kind == "yes_no":
        return {"yes": "да", "no": "нет"}[value]
    if kind == "date":
        return datetime.date.fromisoformat(value)
    return value


def fill(path, values):
    book = openpyxl.load_workbook(path)
    for (field, breakdown), value in values.items():
        try:
            cell = place(book, field, breakdown)
        except LookupError as error:
            fault(f"{path.name}: {error}")
            continue
        if cell is None:
            fault(f"{path.name}: the cell of {field} {breakdown} is locked or missing")
            continue
        cell.value = typed(FIELDS[field][1], value)
    for field, text in (("filled_by", "Петрова А. А."), ("phone", "8 (41132) 4-11-11")):
        if field in FIELDS:
            place(book, field, "-").value = text
    return book


def convert(files, ending, folder, work):
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile", "--convert-to",
         ending, "--outdir", str(folder), *map(str, files)],
        check=True, capture_output=True)
    return [folder / (file.stem + "." + ending) for file in files]


def gnumeric(file, target):
    kind = {"xlsx": "Gnumeric_Excel:xlsx", "ods": "Gnumeric_OpenCalc:odf"}[target.suffix[1:]]
    subprocess.run(["ssconvert", "-T", kind, str(file), str(target)], check=True,
                   capture_output=True)


# ---- running Svodka --------------------------------------------------------------------------

class Campaign:
    def __init__(self, svodka, folder):
        self.svodka, self.folder = svodka, folder

    def run(self, *arguments, codes=(0, 1)):
        language = [] if "--lang" in arguments else ["--lang", "ru"]
        done = subprocess.run([self.svodka, *map(str, arguments), *language],
                              capture_output=True, text=True)
        if done.returncode not in codes:
            fault(f"svodka {' '.join(map(str, arguments))}: exit {done.returncode}\n"
                  f"{done.stdout[-600:]}{done.stderr[-600:]}")
        return done

    def make(self, periods):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        text = (FIXTURES / "campaign/campaign.yaml").read_text()
        text = re.sub(r"^periods:.*$", f"periods: [{', '.join(periods)}]", text, flags=re.M)
        settings = self.folder.parent / "settings.yaml"
        settings.write_text(text)
        self.run("new", self.folder, "--pack", SETTINGS["pack"], "--settings", settings,
                 "--register", FIXTURES / "campaign/schools.xlsx", codes=(0,))

    def observations(self):
        store = sqlite3.connect(f"file:{self.folder}/svodka.sqlite?mode=ro", uri=True)
        rows = store.execute(
            "SELECT s.unit, s.period, o.field, o.breakdown, o.state, o.value, o.sheet, o.cell "
            "FROM observation o JOIN current s ON s.id = o.submission")
        seen = {}
        for unit, period, field, breakdown, state, value, sheet, cell in rows:
            seen.setdefault((unit, str(period)), {})[field, breakdown or "-"] = (
                state, value, f"{sheet}!{cell}")
        return seen

    def findings(self):
        """Those of the period and of files that are bound to none."""
        said = json.loads(self.run("check", self.folder, "--format", "json").stdout or "[]")
        return [one for one in said if one["period"] in ("", PERIOD)]


def expected():
    values = {}
    with open(FIXTURES / "expected/values.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["period"] == PERIOD and row["current"] == "yes" and row["value"]:
                values.setdefault(row["unit"], {})[row["field"], row["breakdown"]] = row["value"]
    return values


def same(field, state, seen, wanted):
    if state not in ("given", "withheld") or seen is None:
        return False
    kind = FIELDS[field][1]["kind"]
    if kind in ("count", "number", "percent"):
        return decimal.Decimal(seen) == decimal.Decimal(wanted)
    if kind == "yes_no":
        return seen in ({"yes": ("1", "yes", "true"), "no": ("0", "no", "false")}[wanted])
    return seen == wanted


# ---- 1. clean forms --------------------------------------------------------------------------

def clean(svodka, work):
    campaign = Campaign(svodka, work / "clean/campaign")
    campaign.make(["2019", PERIOD])
    shutil.copytree(FIXTURES / "campaign/inbox/2019", campaign.folder / "inbox/2019")
    campaign.run("collect", campaign.folder)
    campaign.run("forms", campaign.folder, "--period", PERIOD, "--format", "both", codes=(0,))
    issued = campaign.folder / f"out/{PERIOD}/forms"
    first = {file.name: file.read_bytes() for file in issued.iterdir()}
    shutil.rmtree(issued)
    campaign.run("forms", campaign.folder, "--period", PERIOD, "--format", "both", codes=(0,))
    for name, content in first.items():
        if (issued / name).read_bytes() != content:
            fault(f"{name}: the same form issued twice differs")

    values = expected()
    filled, spread = work / "clean/filled", work / "clean/blank-ods"
    filled.mkdir(parents=True)
    # Blank forms in ODS are opened and saved by LibreOffice before they are typed into.
    from_ods = {file.stem: file for file in convert(
        sorted(issued.glob("*.ods")), "xlsx", spread, work)}
    units, paths = [], {}
    for number, file in enumerate(sorted(issued.glob("*.xlsx"))):
        source = from_ods[file.stem] if number % 2 else file
        code = unit_of(file)
        if code not in values:
            fault(f"{file.name}: issued for {code}, which has no values")
            continue
        book = fill(source, values[code])
        paths[code] = filled / f"{code}.xlsx"
        book.save(paths[code])
        units.append(code)
    if sorted(units) != sorted(values):
        fault(f"issued for {len(units)} schools, expected {len(values)}")
    inbox = campaign.folder / f"inbox/{PERIOD}"
    inbox.mkdir()
    groups = {kind: [paths[unit] for unit in units[start::5]] for start, kind in enumerate(
        ("openpyxl", "lo-xlsx", "lo-ods", "gnumeric-xlsx", "gnumeric-ods"))}
    for file in groups["openpyxl"]:
        shutil.copy(file, inbox)
    convert(groups["lo-xlsx"], "xlsx", inbox, work)
    convert(groups["lo-ods"], "ods", inbox, work)
    for file in groups["gnumeric-xlsx"]:
        gnumeric(file, inbox / file.name)
    for file in groups["gnumeric-ods"]:
        gnumeric(file, inbox / (file.stem + ".ods"))
    done = campaign.run("collect", campaign.folder)
    if done.returncode:
        fault(f"collect of clean forms ends with {done.returncode}:\n{done.stdout[-3000:]}")
    for finding in campaign.findings():
        if finding["severity"] != "notice":
            fault(f"a clean form gives {finding['code']} at {places(finding)}: "
                  f"{finding['ru']}")
    compare("clean", campaign, values, {})
    print(f"forms-trial: {len(units)} forms issued, filled in, saved by {len(groups)} programs, "
          "bound without a finding")
    return campaign, paths, values


def unit_of(file):
    """The code of the school that a form was issued for, as its title says."""
    book = openpyxl.load_workbook(file, read_only=True)
    label = next(field["label"] for section in FORM["sections"] for field in section["fields"]
                 if field["kind"] == {"identity": "unit_code"})
    for row in book[FORM["sections"][0]["sheet"]].iter_rows(values_only=True):
        for index, value in enumerate(row):
            if tidy(value) == tidy(label):
                return next(one for one in row[index + 1:] if one)
    return None


def places(finding):
    return [f"{one['sheet']}!{one['cell']}" for one in finding["cells"]]


def compare(name, campaign, values, changed, units=None):
    """Every value that was typed is where it belongs; `changed` may be anything but a wrong value
    of another cell."""
    seen = campaign.observations()
    for unit in units or values:
        got = seen.get((unit, PERIOD), {})
        for key, wanted in values[unit].items():
            state, value, cell = got.get(key, ("absent", None, ""))
            if same(key[0], state, value, wanted):
                continue
            if key in changed.get(unit, {}):
                allowed = changed[unit][key]
                if state not in ("given", "withheld") or value in allowed:
                    continue
            fault(f"{name}: {unit} {key}: {value!r} ({state}, {cell}) instead of {wanted!r}")


# ---- 2. damaged forms ------------------------------------------------------------------------

def main(svodka, work, seed):
    work = pathlib.Path(work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    print(f"forms-trial: seed {seed}")
    campaign, paths, values = clean(svodka, work)
    damaged(svodka, work, paths, values, random.Random(seed))
    print(f"forms-trial: {len(faults)} faults")
    return 1 if faults else 0


def damaged(svodka, work, paths, values, chance):
    from importlib import util
    spec = util.spec_from_file_location("damages", pathlib.Path(__file__).with_name(
        "forms-trial-damages.py"))
    damages = util.module_from_spec(spec)
    spec.loader.exec_module(damages)
    campaign = Campaign(svodka, work / "damaged/campaign")
    campaign.make([PERIOD])
    units = sorted(paths)
    made, tried = work / "damaged/made", {}
    made.mkdir(parents=True)
    cases = damages.cases(sys.modules[__name__])
    for round_, start in enumerate(range(0, len(cases), len(units))):
        shutil.rmtree(campaign.folder, ignore_errors=True)
        campaign.make([PERIOD])
        batch = dict(zip(units, cases[start:start + len(units)]))
        tried, files = {}, []
        for unit, case in batch.items():
            book = openpyxl.load_workbook(paths[unit])
            tried[unit] = case.damage(book, values[unit], chance)
            file = made / f"{round_}-{unit}.xlsx"
            book.save(file)
            files.append(file)
        inbox = campaign.folder / "inbox"
        convert(files[::2], "xlsx", inbox, work)
        convert(files[1::2], "ods", inbox, work)
        campaign.run("collect", campaign.folder)
        findings = campaign.findings()
        for unit, case in batch.items():
            own = [one for one in findings
                   if one["unit"] == unit
                   or any(f"{round_}-{unit}." in o["file"] for o in one["cells"])]
            case.judge(fault, unit, own, tried[unit])
            if case.is_bound:
                compare(case.name, campaign, values, {unit: tried[unit].changed}, [unit])
    print(f"forms-trial: {len(cases)} damages, each named or understood")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 2021))
