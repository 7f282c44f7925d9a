#!/usr/bin/env python3
"""What an analyst would write in the place of Svodka: python-calamine, pandas and SQLite.

usage: bench-campaign-peer.py CAMPAIGN PACK RESULTS.json [--processes N] [--frames] [--synced]
                              [--reading]

Reads every form of CAMPAIGN/inbox, keeps a copy by its hash, finds the fields by their labels,
runs the rules of PACK, sums the indicators with their coverage, and stores observations, findings
and results in CAMPAIGN/peer.sqlite. RESULTS.json gets what `scripts/bench campaign` compares with
Svodka's own: findings by code, and numerator, denominator and coverage of each indicator.

--frames reads each sheet as a data frame, with pandas.read_excel(engine="calamine"), as such
scripts usually do; without it calamine's lists are used as they come, which is several times as
fast. It does no more than the campaign asks for: one period, one form, one version of each; no formulas,
no hidden or doubled cells, no guesses at misspelt labels, no explanations, no answers to schools.
Only with --synced does it wait for each copy to be on the disk, as Svodka does before it says that a
file is stored. With --reading it keeps the copies and reads the cells, and that is all: what is left
to a program that does the rest in no time.
"""
import collections
import functools
import hashlib
import io
import itertools
import json
import os
import re
import sqlite3
import sys
import unicodedata
import zipfile
from xml.parsers import expat

import numpy
import pandas
import python_calamine
import yaml

SEEN = re.compile(r"[^0-9a-zа-я]+")
UNITS = re.compile(r"^(-?[0-9]+(?:[.,][0-9]+)?) *(чел\.?|человека?|ед\.?|единиц[аы]?|шт\.?|%)?$")


@functools.cache
def label(text):
    """A text as labels are compared."""
    text = unicodedata.normalize("NFC", text).lower().replace("ё", "е").replace("й", "и")
    return SEEN.sub("", text)


@functools.cache
def address(row, column):
    return f"{chr(65 + column)}{row + 1}"


class Pack:
    """Labels, fields, rules and indicators of a pack's YAML."""

    def __init__(self, folder):
        def load(name):
            with open(f"{folder}/{name}.yaml", encoding="utf-8") as file:
                return yaml.load(file.read().replace("~", " "), yaml.CSafeLoader)
        form = load("form")["form"]
        self.sections = form["sections"]
        for section in self.sections:
            section["by_label"] = {
                label(text): field for field in section["fields"]
                for text in [field["label"], *field.get("aliases", [])]}
        self.fields = [field for section in self.sections for field in section["fields"]]
        self.by_code = {field["code"]: field for field in self.fields}
        self.members = {
            one["code"]: {label(member["title"]): member["code"] for member in one["members"]}
            for one in load("dictionaries")["dictionaries"]}
        self.rules = load("rules")["rules"]
        self.indicators = load("indicators")["indicators"]
        readings = load("readings")
        self.words = {word.lower(): "missing" for word in readings["missing"]}
        self.words |= {word.lower(): "not_applicable" for word in readings["not_applicable"]}
        self.zero = {word.lower() for word in readings["zero"]}
        self.answers = {word.lower(): "yes" for word in readings["yes"]}
        self.answers |= {word.lower(): "no" for word in readings["no"]}


# Reading.

class Flat:
    """OpenDocument as rows of values, for the files that calamine cannot read: flat XML, and
    content with spaces between its elements, as Gnumeric writes it."""

    def __init__(self, data):
        self.sheets, self.text, self.said = {}, None, []
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.characters
        parser.Parse(data, True)

    def start(self, name, attributes):
        if name == "table:table":
            self.rows = self.sheets[attributes["table:name"]] = []
        elif name == "table:table-row":
            self.row = []
            self.repeated = int(attributes.get("table:number-rows-repeated", 1))
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.cell, self.said = attributes, []
        elif name == "text:p":
            self.text = []

    def characters(self, text):
        if self.text is not None:
            self.text.append(text)

    def end(self, name):
        if name == "text:p":
            self.said.append("".join(self.text))
            self.text = None
        elif name in ("table:table-cell", "table:covered-table-cell"):
            count = int(self.cell.get("table:number-columns-repeated", 1))
            self.row += [self.value()] * (count if count < 200 else 1)
        elif name == "table:table-row":
            self.rows += [self.row] * (self.repeated if self.repeated < 200 else 1)

    def value(self):
        kind = self.cell.get("office:value-type")
        if kind in ("float", "percentage"):
            return float(self.cell["office:value"])
        if kind == "date":
            return self.cell["office:date-value"][:10]
        return "\n".join(self.said)


def sheets(name, data):
    """The sheets of a workbook as rows of values."""
    if name.endswith(".fods"):
        return Flat(data).sheets
    try:
        if FRAMES:
            frames = pandas.read_excel(
                io.BytesIO(data), sheet_name=None, header=None, engine="calamine")
            return {one: frame.astype(object).fillna("").values.tolist()
                    for one, frame in frames.items()}
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        return {one: book.get_sheet_by_name(one).to_python(skip_empty_area=False)
                for one in book.sheet_names}
    except python_calamine.CalamineError:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return Flat(archive.read("content.xml")).sheets


class Form:
    """One form: observations and what is to be said of its cells."""

    def __init__(self, pack, name, hash, book):
        self.pack, self.name, self.hash = pack, name, hash
        self.observations, self.findings, self.numbers = [], [], {}
        self.unit = self.period = None
        for section in pack.sections:
            rows = book.get(section["sheet"])
            if rows is None:
                rows = next((rows for one, rows in book.items()
                             if label(one) == label(section["sheet"])), None)
            if rows is None:
                self.say("form.section-missing", "error", section["code"], "", section["sheet"], "")
                continue
            layout = section["layout"]
            if layout == "list":
                self.list(section, rows)
            elif layout == "records":
                self.records(section, rows)
            else:
                self.table(section, rows, layout["table"])

    def say(self, code, severity, field, breakdown, sheet, cell, raw=""):
        self.findings.append(
            (self.unit, self.period, code, severity, field, breakdown, self.name, sheet, cell, raw))

    def list(self, section, rows):
        found = {}
        for y, row in enumerate(rows):
            for x, value in enumerate(row[:-1]):
                if value.__class__ is str and value:
                    field = section["by_label"].get(label(value))
                    if field is not None and field["code"] not in found:
                        found[field["code"]] = y, x + 1
        for field in section["fields"]:
            if field["code"] not in found:
                self.say("form.field-missing", "error", field["code"], "", section["sheet"], "")
                continue
            y, x = found[field["code"]]
            self.take(field, "", section["sheet"], y, x, rows[y][x])

    def head(self, section, rows):
        """The row of headings: field by column, the column of row labels, the first row below."""
        best, at = {}, 0
        for y, row in enumerate(rows[:30]):
            here = {}
            for x, value in enumerate(row):
                if value.__class__ is str and value:
                    field = section["by_label"].get(label(value))
                    if field is not None:
                        here.setdefault(field["code"], x)
            if len(here) > len(best):
                best, at = here, y
        for field in section["fields"]:
            if field["code"] not in best:
                self.say("form.field-missing", "error", field["code"], "", section["sheet"], "")
        return best, at + 1

    def table(self, section, rows, dimension):
        columns, first = self.head(section, rows)
        members, seen = self.pack.members[dimension], set()
        left = min(columns.values(), default=1)
        for y in range(first, len(rows)):
            row = rows[y]
            for value in row[:left]:
                if value.__class__ is not str or not value:
                    continue
                member = members.get(label(value))
                if member is None or member in seen:
                    continue
                seen.add(member)
                for field in section["fields"]:
                    if field["code"] in columns:
                        x = columns[field["code"]]
                        self.take(field, f"{dimension}={member}", section["sheet"], y, x,
                                  row[x] if x < len(row) else "")

    def records(self, section, rows):
        columns, first = self.head(section, rows)
        number = 0
        for y in range(first, len(rows)):
            row = rows[y]
            values = [(field, columns[field["code"]]) for field in section["fields"]
                      if field["code"] in columns and columns[field["code"]] < len(row)]
            # The row that numbers the columns: «гр. 1», «гр. 2».
            if any(str(row[x]).startswith("гр. ") for _, x in values):
                continue
            if any(row[x] not in ("", None) for _, x in values):
                number += 1
                for field, x in values:
                    self.take(field, f"row={number}", section["sheet"], y, x, row[x])

    def take(self, field, breakdown, sheet, y, x, value):
        kind, code = field["kind"], field["code"]
        if kind.__class__ is dict and "identity" in kind:
            if kind["identity"] == "unit_code":
                self.unit = str(value).strip()
            elif kind["identity"] == "period":
                self.period = int(value)
            return
        cell = address(y, x)
        if kind in ("count", "percent"):
            state, number = self.number(field, breakdown, sheet, cell, value)
            if state == "given":
                self.numbers[f"{code} {breakdown}" if breakdown else code] = number
        else:
            state, number = self.other(field, kind, breakdown, sheet, cell, value)
        if state == "missing" and field.get("is_required", True) and not breakdown:
            self.say("cell.missing", "warning", code, breakdown, sheet, cell)
        self.observations.append(
            (self.unit, self.period, code, breakdown, state, number, self.name, self.hash, sheet,
             cell, str(value)))

    def number(self, field, breakdown, sheet, cell, value):
        code = field["code"]
        if value == "" or value is None:
            return "missing", None
        if value.__class__ is str:
            text = value.strip().lower()
            if text in self.pack.zero and field["kind"] == "count":
                self.say("cell.zero-word", "notice", code, breakdown, sheet, cell, value)
                return "given", 0
            if text in self.pack.words:
                self.say("cell." + self.pack.words[text], "notice", code, breakdown, sheet, cell)
                return self.pack.words[text], None
            match = UNITS.match(text)
            if not match or (field["kind"] == "count" and match.group(2) == "%"):
                self.say("cell.not-a-number", "error", code, breakdown, sheet, cell, value)
                return "unreadable", None
            self.say("cell.text-number", "notice", code, breakdown, sheet, cell, value)
            value = float(match.group(1).replace(",", "."))
        if value < 0:
            self.say("cell.negative", "error", code, breakdown, sheet, cell, str(value))
            return "unreadable", None
        if field["kind"] == "percent":
            # The format of the cell is not to be had from calamine: 0,714 is 71,4 %.
            return "given", value * 100 if value <= 1 else value
        if value != int(value):
            self.say("cell.not-whole", "error", code, breakdown, sheet, cell, str(value))
            return "unreadable", None
        return "given", int(value)

    def other(self, field, kind, breakdown, sheet, cell, value):
        if value == "" or value is None:
            return "missing", None
        text = str(value).strip()
        if kind == "yes_no":
            answer = self.pack.answers.get(text.lower())
            if answer is None:
                self.say("cell.not-yes-no", "error", field["code"], breakdown, sheet, cell, text)
                return "unreadable", None
            return "given", answer
        if kind.__class__ is dict and "choice" in kind:
            member = self.pack.members[kind["choice"]].get(label(text))
            if member is None:
                self.say("cell.not-a-choice", "error", field["code"], breakdown, sheet, cell, text)
                return "unreadable", None
            return "given", member
        return "given", text


PACK = None
FRAMES = "--frames" in sys.argv
SYNCED = "--synced" in sys.argv
READING = "--reading" in sys.argv


def read(path_and_name):
    """A file with its bytes kept, in the words of the tables."""
    campaign, path, name = path_and_name
    with open(path, "rb") as file:
        data = file.read()
    hash = hashlib.sha256(data).hexdigest()
    shelf = f"{campaign}/peer-received/{hash[:2]}"
    os.makedirs(shelf, exist_ok=True)
    with open(f"{shelf}/{hash}{os.path.splitext(name)[1]}", "wb") as file:
        file.write(data)
        if SYNCED:
            file.flush()
            os.fsync(file.fileno())
    cells = sheets(name, data)
    if READING:
        return None
    form = Form(PACK, name, hash, cells)
    return form.unit, form.period, name, hash, len(data), form.observations, form.findings, \
        form.numbers


# Rules over all schools at once: a column for each field and subject.

class Rules:
    def __init__(self, pack, units, numbers):
        self.pack, self.units = pack, units
        self.values = pandas.DataFrame(numbers, index=units, dtype="float64")
        self.findings, self.withheld = [], set()
        self.subjects = list(pack.members["subjects"].values())

    def column(self, field, subject=""):
        name = f"{field} subjects={subject}" if subject else field
        if name in self.values:
            return self.values[name].to_numpy()
        return numpy.full(len(self.units), numpy.nan)

    def frame(self, field):
        return numpy.column_stack([self.column(field, one) for one in self.subjects])

    def run(self):
        for rule in self.pack.rules:
            scope = rule["scope"]
            if scope == "form":
                self.form(rule, "")
            elif "row" in scope:
                for subject in self.subjects:
                    self.form(rule, subject)
            elif "column" in scope:
                for field in scope["column"]:
                    self.same(rule, field)
            elif "previous" not in rule["condition"]:
                for field in scope["each"]:
                    self.each(rule, field)

    def names(self, condition):
        return [one for one in dict.fromkeys(re.findall(r"[a-z_0-9]+", condition))
                if one in self.pack.by_code]

    def form(self, rule, subject):
        condition = rule["condition"]
        if "previous" in condition or "unchanged_cells" in condition:
            return
        names = self.names(condition)
        scope = {one: self.column(one, subject if one.startswith("subject_") else "")
                 for one in names}
        known = numpy.logical_and.reduce([~numpy.isnan(one) for one in scope.values()])
        if condition.startswith("agrees"):
            holds = self.agrees(*scope.values())
        elif "sum(" in condition:
            part, whole = self.column("teachers_total"), self.frame("subject_teachers")
            known = ~numpy.isnan(part) & ~numpy.isnan(whole).any(axis=1)
            holds = part <= whole.sum(axis=1)
        elif condition.startswith("not ("):
            # mentoring_participants > 0 and mentoring_programmes = 0
            text = re.sub(r"([^<>])=", r"\1==", condition)
            text = text.replace("not ", "~").replace(" and ", ") & (")
            text = text.replace("~(", "~((", 1) + ")"
            holds = eval(text, {}, scope)
        else:
            holds = eval(condition, {}, scope)
        self.broken(rule, known & ~holds, names, subject)

    @staticmethod
    def agrees(typed, part, whole):
        """To half a unit of the last digit that was typed, inclusive."""
        digits = numpy.array([
            len(repr(round(float(one), 9)).partition(".")[2].rstrip("0")) if one == one else 0
            for one in typed])
        with numpy.errstate(all="ignore"):
            return numpy.abs(typed - 100 * part / whole) <= 0.5 / 10.0 ** digits + 1e-9

    def each(self, rule, field):
        holds = {"value >= 0": lambda one: one >= 0}[rule["condition"]]
        subjects = self.subjects if field.startswith("subject_") else [""]
        for subject in subjects:
            value = self.column(field, subject)
            self.broken(rule, ~numpy.isnan(value) & ~holds(value), [field], subject)

    def same(self, rule, field):
        """Rows whose subject has no teacher may be empty."""
        values, teachers = self.frame(field), self.frame("subject_teachers")
        gap = numpy.isnan(values)
        known = ~(gap & (teachers != 0)).any(axis=1) & ~numpy.isnan(teachers).any(axis=1)
        known &= ~gap.all(axis=1)
        with numpy.errstate(all="ignore"):
            high = numpy.nanmax(numpy.where(gap, -1, values), axis=1)
            low = numpy.nanmin(numpy.where(gap, 1e9, values), axis=1)
            total = numpy.nansum(values, axis=1)
        broken = known & (high >= 2) & (total >= 5 * high)
        for index in numpy.flatnonzero(broken):
            kinds = len(set(values[index][~gap[index]]))
            sizes = len(set(teachers[index]))
            if not ((kinds == 1 or (kinds == 2 and low[index] == 0))
                    and (sizes > 2 or (sizes == 2 and teachers[index].min() > 0))):
                broken[index] = False
        self.broken(rule, broken, [field], "")

    def broken(self, rule, mask, names, subject):
        for index in numpy.flatnonzero(mask):
            unit = self.units[index]
            lead = rule.get("leads", names[0])
            breakdown = f"subjects={subject}" if subject else ""
            self.findings.append((unit, rule["code"], rule["severity"], lead, breakdown))
            if rule["severity"] != "error":
                continue
            for field in rule.get("withholds") or names:
                key = f"{field} subjects={subject}" if field.startswith("subject_") else field
                self.withheld.add((unit, key))


def sums(pack, rules, units):
    """Of every indicator: numerator, denominator, schools that gave both, and cases of its own
    denominator 0."""
    values = rules.values.copy()
    for unit, name in rules.withheld:
        if name in values:
            values.at[unit, name] = numpy.nan
    results = {}
    for indicator in pack.indicators:
        for formula in indicator["formulas"]:
            cuts = [""]
            if "dimension" in formula:
                cuts = [f" {formula['dimension']}={one}"
                        for one in pack.members[formula["dimension"]].values()]
            for cut in cuts:
                def column(side):
                    name = formula[side]["field"] + cut
                    return values[name] if name in values else values.iloc[:, 0] * numpy.nan
                above = column("numerator")
                if "denominator" not in formula:
                    results[f"{indicator['code']}/{cut.strip() or '-'}"] = [
                        int(above.sum()), None, int(above.notna().sum())]
                    continue
                below = column("denominator")
                given = above.notna() & below.notna() & (below != 0)
                results[f"{indicator['code']}/{cut.strip() or '-'}"] = [
                    int(above[given].sum()), int(below[given].sum()), int(given.sum())]
    return results


TABLES = """
CREATE TABLE file (hash TEXT PRIMARY KEY, name TEXT, unit TEXT, period INTEGER, size INTEGER);
CREATE TABLE observation (
  unit TEXT, period INTEGER, field TEXT, breakdown TEXT, state TEXT, value, file TEXT, hash TEXT,
  sheet TEXT, cell TEXT, raw TEXT, PRIMARY KEY (unit, period, field, breakdown)) WITHOUT ROWID;
CREATE TABLE finding (
  unit TEXT, period INTEGER, code TEXT, severity TEXT, field TEXT, breakdown TEXT, file TEXT,
  sheet TEXT, cell TEXT, raw TEXT);
CREATE TABLE rule_finding (unit TEXT, code TEXT, severity TEXT, field TEXT, breakdown TEXT);
CREATE TABLE withheld (unit TEXT, name TEXT);
CREATE TABLE result (name TEXT, numerator, denominator, given);
"""


def start(folder):
    global PACK
    PACK = Pack(folder)


def forms(jobs, folder, processes):
    if processes == 1:
        start(folder)
        yield from map(read, jobs)
        return
    import multiprocessing
    start(folder)
    with multiprocessing.Pool(processes, start, [folder]) as pool:
        yield from pool.imap(read, jobs, chunksize=16)


def main():
    campaign, folder, target = sys.argv[1:4]
    processes = 1
    if "--processes" in sys.argv:
        processes = int(sys.argv[sys.argv.index("--processes") + 1])
    root = os.path.join(campaign, "inbox")
    jobs = sorted(
        (campaign, os.path.join(where, name), os.path.relpath(os.path.join(where, name), root))
        for where, _, names in os.walk(root) for name in names)
    if READING:
        collections.deque(forms(jobs, folder, processes), maxlen=0)
        return
    base = sqlite3.connect(os.path.join(campaign, "peer.sqlite"))
    base.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;" + TABLES)
    units, numbers, codes = [], [], collections.Counter()
    for unit, period, name, hash, size, observations, findings, own in forms(
            jobs, folder, processes):
        units.append(unit)
        numbers.append(own)
        codes.update(one[2] for one in findings)
        base.execute("INSERT INTO file VALUES (?, ?, ?, ?, ?)", (hash, name, unit, period, size))
        base.executemany(
            "INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", observations)
        base.executemany("INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", findings)
    rules = Rules(PACK, units, numbers)
    rules.run()
    codes.update("rule:" + one[1] for one in rules.findings)
    base.executemany("INSERT INTO rule_finding VALUES (?, ?, ?, ?, ?)", rules.findings)
    base.executemany("INSERT INTO withheld VALUES (?, ?)", rules.withheld)
    results = sums(PACK, rules, units)
    base.executemany(
        "INSERT INTO result VALUES (?, ?, ?, ?)", ((key, *one) for key, one in results.items()))
    base.commit()
    base.close()
    with open(target, "w", encoding="utf-8") as file:
        json.dump({"forms": len(units), "findings": dict(sorted(codes.items())),
                   "results": results}, file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
