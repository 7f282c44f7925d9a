"""What the story must read like everywhere, derived from what its script did: the register, the
journal, the protocols, the results and the traces, each against the acts and against one another."""
import csv
import datetime
import email
import email.policy
import hashlib
import html
import html.parser
import io
import json
import re
import zipfile

import openpyxl

import story_forms
from story_forms import FIELDS, forms, reckon

DISTRICT = "vilyuyskiy"
MISSING = "school-04"
faults = forms.faults
fault = forms.fault

STATES = {
    "missing": "не поступила", "undecided": "несколько файлов", "returned": "возвращена",
    "after_closing": "пришла после закрытия", "with_errors": "есть ошибки",
    "with_warnings": "принята, есть вопросы", "clean": "принята"}
DEADLINES = {"2019": "2020-01-25", "2020": "2021-01-25"}


def local_day(stamp):
    """The day in Yakutsk, nine hours before Greenwich."""
    moment = datetime.datetime.fromisoformat(stamp.replace("Z", "+00:00"))
    return (moment + datetime.timedelta(hours=9)).date().isoformat()


def short(day):
    return ".".join(reversed(day.split("-")))


def differing(before, after):
    """How many values a version gives otherwise than the one before: persons are no values."""
    keys = before["values"].keys() | after["values"].keys()
    return sum(before["values"].get(key) != after["values"].get(key) for key in keys)


def plain(text):
    """No-break spaces are spaces here."""
    return str(text).replace("\u00a0", " ").replace("\u202f", " ")


def days_between(one, other):
    return (datetime.date.fromisoformat(other) - datetime.date.fromisoformat(one)).days


def counted(number, one, few, many):
    """«1 день», «2 дня», «5 дней»."""
    tail, tens = number % 10, number % 100
    word = (one if tail == 1 and tens != 11
            else few if 2 <= tail <= 4 and not 12 <= tens <= 14 else many)
    return f"{number} {word}"


class Text(html.parser.HTMLParser):
    """The words of a page, and its tables as lists of rows."""

    def __init__(self, page):
        super().__init__()
        self.words, self.tables, self.cell = [], [], None
        self.hidden = 0
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag in ("style", "script"):
            self.hidden += 1
        if tag == "table":
            self.tables.append([])
        if tag == "tr" and self.tables:
            self.tables[-1].append([])
        if tag in ("td", "th") and self.tables and self.tables[-1]:
            self.cell = []

    def handle_endtag(self, tag):
        if tag in ("style", "script"):
            self.hidden -= 1
        if tag in ("td", "th") and self.cell is not None:
            self.tables[-1][-1].append(plain("".join(self.cell)).strip())
            self.cell = None

    def handle_data(self, data):
        if self.hidden:
            return
        self.words.append(data)
        if self.cell is not None:
            self.cell.append(data)

    @property
    def text(self):
        return re.sub(r"\s+", " ", " ".join(self.words))


class Checks:
    def __init__(self, story):
        self.story = story
        self.made = 0
        self.turn = 0
        self.last_journal = []
        self.last_rendered = {}

    def equal(self, what, said, wanted):
        self.made += 1
        if said != wanted:
            fault(f"{self.story.now}: {what}: {said!r} instead of {wanted!r}")

    def holds(self, what, condition, detail=""):
        self.made += 1
        if not condition:
            fault(f"{self.story.now}: {what} {detail}")

    def json(self, command, *arguments):
        return json.loads(self.story.ask(command, *arguments, "--format", "json"))

    def all(self, year, every=False):
        """The register, the journal, the results, and traces of two indicators in turn."""
        self.turn += 1
        self.status(self.story.now, year, every)
        self.journal()
        self.results(year)
        start = 2 * self.turn % len(self.TRACED)
        self.traces(year, self.TRACED if every else self.TRACED[start:start + 2])

    # ---- the register ------------------------------------------------------------------------

    def row(self, unit, year):
        """What the register must say of a school now."""
        story = self.story
        came = [one for one in story.versions.get((unit, year), []) if one["came"]]
        found = story.findings.get((unit, year), {})
        states = [tuple(one) for one in found.values()]
        decided = [one for (who, when, _), one in story.decided.items()
                   if (who, when) == (unit, year)]
        open_versions = [one for one in came if not one.get("closed")]
        current = None
        if open_versions:
            current = open_versions[-1]
            undated = [one for one in open_versions if one["file"].startswith("форма")]
            if undated:
                current = next((one for one in undated if one.get("chosen")), None)
        row = dict(
            unit=unit, period=year, group=story.groups[unit],
            name=(story.names if year == "2019" else story.names_next)[unit],
            versions=len(came), version=None, file="", received=None, arrived=None, daysLate=None,
            filledBy=None, phone=None, scan=story.scans.get((unit, year)),
            errors=states.count(("error", "open")), warnings=states.count(("warning", "open")),
            explained=states.count(("warning", "explained")),
            accepted=sum(one["act"] == "accepted" for one in decided),
            corrected=sum(one["act"] == "corrected" for one in decided))
        today = local_day(story.now)
        deadline = DEADLINES[year]
        if came:
            row["arrived"] = local_day(came[0]["came"])
            late = days_between(deadline, row["arrived"])
        else:
            late = days_between(deadline, today)
        row["daysLate"] = late if late > 0 else None
        if current:
            row.update(version=current["number"], file=current["file"], received=current["came"],
                       filledBy=current["person"], phone=current["phone"])
        elif came:
            row["file"] = "; ".join(one["file"] for one in came)
        if not came:
            row["state"] = "missing"
        elif not open_versions:
            row["state"] = "after_closing"
        elif current is None:
            row["state"], row["errors"] = "undecided", 1
        elif (unit, year) in story.returned:
            row["state"] = "returned"
        elif row["errors"]:
            row["state"] = "with_errors"
        else:
            row["state"] = "with_warnings" if row["warnings"] else "clean"
        return row

    def status(self, now, year, every=True):
        story = self.story
        story.now = now
        rows = [self.row(unit, year) for unit in story.expected(year)]
        # Files that nobody can be told to own stand in a row of no school.
        said = {one["unit"]: one for one in self.json("status", "--period", year) if one["unit"]}
        self.equal("schools of the register", sorted(said), sorted(one["unit"] for one in rows))
        for row in rows:
            for key, wanted in row.items():
                self.equal(f"status {row['unit']} {key}",
                           said.get(row["unit"], {}).get(key), wanted)
        self.totals(year, rows)
        if every or self.turn % 2:
            self.printed(year, rows)
        self.summary(year, rows)
        return rows

    @staticmethod
    def sums(rows):
        states = [one["state"] for one in rows]
        return dict(
            expected=len(rows), arrived=len(rows) - states.count("missing"),
            late=sum(bool(one["arrived"] and one["daysLate"]) for one in rows),
            errors=states.count("with_errors") + states.count("undecided"),
            missing=states.count("missing"), returned=states.count("returned"),
            after=states.count("after_closing"), scans=sum(bool(one["scan"]) for one in rows),
            explained=sum(one["explained"] for one in rows))

    @staticmethod
    def total_line(text, year):
        """The numbers of «2019: ожидалось 17, поступило 14, …»."""
        line = next((one for one in text.splitlines() if one.startswith(f"{year}: ")), "")
        names = {
            "expected": "ожидается", "arrived": "поступило", "late": "позже срока",
            "errors": "с ошибками", "missing": "не поступило", "returned": "возвращено",
            "after": "после закрытия", "scans": "сканов", "explained": "пояснено:?"}
        seen = {}
        for key, name in names.items():
            match = re.search(rf"(?:^\d+: |, ){name} (\d+)", line)
            seen[key] = int(match[1]) if match else 0
        return seen

    def totals(self, year, rows):
        said = self.story.ask("status", "--period", year)
        wanted = self.sums(rows)
        for key, number in self.total_line(said, year).items():
            self.equal(f"status, total {key}", number, wanted[key])

    def counts_agree(self, year, collected):
        """`collect` and `status` count alike."""
        status = self.total_line(self.story.ask("status", "--period", year), year)
        collect = self.total_line(collected, year)
        for key in ("expected", "arrived", "errors", "missing", "returned", "after"):
            self.equal(f"collect's «{key}» against status'", collect[key], status[key])

    def printed(self, year, rows):
        """The register's page and workbook, cell by cell."""
        story = self.story
        wanted = [self.cells(one) for one in rows]
        out = story.folder / f"out/{year}"
        story.ask("status", "--period", year, "--format", "xlsx")
        sheet = openpyxl.load_workbook(out / "register.xlsx").worksheets[0]
        grid = [["" if one is None else plain(one) for one in row]
                for row in sheet.iter_rows(values_only=True)]
        top = next(index for index, row in enumerate(grid) if row[0] == "№")
        self.equal("columns of the workbook", grid[top][:12], HEADINGS)
        seen = {row[1]: row[:12] for row in grid[top + 1:]}
        for row in wanted:
            self.equal(f"workbook, {row[1]}", seen.get(row[1]),
                       ["" if one == "–" else one for one in row])
        story.ask("status", "--period", year, "--format", "html")
        page = Text((out / "register.html").read_text())
        table = page.tables[-1]
        self.equal("schools on the page", sum(len(one) == len(table[0]) for one in table) - 1,
                   len(rows))
        shown = {row[1]: row for row in table if len(row) > 1}
        titles = table[0]
        for row in wanted:
            pairs = dict(zip(HEADINGS, row))
            self.equal(f"page, {row[1]}", shown.get(row[1]), [pairs[one] for one in titles])
        self.summary_words(page, rows, year)
        self.parts(page, rows)

    def parts(self, page, rows):
        """The sums by group are those of the rows."""
        said = {row[0]: row[1:] for row in page.tables[0][1:]}
        groups = {"Всего": rows}
        for row in rows:
            groups.setdefault(row["group"], []).append(row)
        self.equal("groups of the page", set(said), set(groups))
        for name, members in groups.items():
            sums = self.sums(members)
            accepted = sum(one["state"] in ("clean", "with_warnings") for one in members)
            in_time = sum(bool(one["arrived"] and not one["daysLate"]) for one in members)
            self.equal(f"sums of {name}", [int(one) for one in said.get(name, [])], [
                sums["expected"], in_time, sums["late"], sums["missing"], sums["errors"],
                sums["returned"], accepted, sums["scans"]])

    def cells(self, row):
        if row["arrived"]:
            came = short(row["arrived"])
            if row["daysLate"]:
                came += f", позже на {counted(row['daysLate'], 'день', 'дня', 'дней')}"
        elif row["daysLate"]:
            came = f"просрочена на {counted(row['daysLate'], 'день', 'дня', 'дней')}"
        else:
            came = "–"
        questions = str(row["warnings"])
        if row["explained"]:
            questions += f" (пояснено: {row['explained']})"
        decided = [f"принято замечаний: {row['accepted']}"] * bool(row["accepted"]) + [
            f"исправлено значений: {row['corrected']}"] * bool(row["corrected"])
        return [
            str(int(row["unit"][-2:])), row["name"], STATES[row["state"]], came,
            str(row["versions"]), str(row["errors"]), questions, "; ".join(decided) or "–",
            row["filledBy"] or "–", row["phone"] or "–", short(row["scan"]) if row["scan"] else "–",
            row["file"] or "–"]

    def summary_words(self, page, rows, year):
        states = [one["state"] for one in rows]
        sums = self.sums(rows)
        for words, number in [
                ("Ожидается форм", sums["expected"]), ("Поступило", sums["arrived"]),
                ("Без замечаний", states.count("clean")),
                ("с вопросами", states.count("with_warnings")),
                ("с ошибками", sums["errors"]), ("Не поступило", sums["missing"])]:
            match = re.search(rf"{words}: (\d+)", page.text)
            self.equal(f"page, {words}", int(match[1]) if match else None, number)

    def summary(self, year, rows):
        """The page that `collect` and decisions leave says the same, without persons."""
        path = self.story.folder / f"out/{year}/summary.json"
        if not path.exists():
            return
        said = {one["unit"]: one for one in json.loads(path.read_text())["units"]}
        for row in rows:
            for key, wanted in row.items():
                # Days of what has not come go on by themselves.
                if key == "daysLate" and not row["arrived"]:
                    continue
                wanted = None if key in ("filledBy", "phone") else wanted
                self.equal(f"summary.json {row['unit']} {key}",
                           said.get(row["unit"], {}).get(key), wanted)

    # ---- the journal -------------------------------------------------------------------------

    def journal(self):
        story = self.story
        said = self.json("journal")
        # What is known only later, whether a file counts and what was withdrawn, stands beside the
        # line and in its words, and is no part of it.
        later = ("counts", "withdrawnBy", "what")
        bare = [{key: value for key, value in one.items() if key not in later} for one in said]
        self.equal("the journal's earlier lines", bare[:len(self.last_journal)], self.last_journal)
        self.last_journal = bare
        wanted = [{key: value for key, value in one.items() if value not in (None, "")}
                  for one in story.journal]
        self.holds("the journal's times are in order",
                   [one["at"] for one in said] == sorted(one["at"] for one in said))
        self.equal("lines of the journal", [one.get("line") for one in said if "line" in one],
                   list(range(1, story.lines + 1)))
        order = {"arrived": 0}
        wanted.sort(key=lambda one: (one["at"], order.get(one["event"], 1), one.get("unit", "")))
        self.equal("number of the journal's entries", len(bare), len(wanted))
        for one, other in zip(bare, wanted):
            if other["event"] == "arrived":
                other.pop("author", None)
            for key, value in other.items():
                self.equal(f"journal, {other['event']} {other.get('unit')} {key}", one.get(key),
                           value)
        gone = {one["withdraws"]: one["line"] for one in wanted if "withdraws" in one}
        self.equal("withdrawn lines", {one["line"]: one["withdrawnBy"] for one in said
                                       if "withdrawnBy" in one}, gone)
        for one in said:
            if one["event"] == "arrived":
                row = self.row(one["unit"], one["period"])
                self.equal(f"journal, {one['file']} counts", one["counts"],
                           row["version"] == one["version"])

    def since(self, year, day):
        """What has changed since a day is the same by `status` and by `journal`."""
        told = [one for one in self.story.journal if local_day(one["at"]) >= day]
        status = self.json("status", "--since", day, "--period", year)
        journal = self.json("journal", "--since", day, "--period", year)
        wanted = sorted((one["at"], one["unit"] or "") for one in told if one["period"] == year)
        self.equal(f"status --since {day}",
                   sorted((one["at"], one.get("unit", "")) for one in status), wanted)
        self.equal(f"journal --since {day}",
                   sorted((one["at"], one.get("unit", "")) for one in journal), wanted)
        for one in status:
            self.holds("status --since names no code of a field",
                       not any(code in one["what"] for code in FIELDS if "_" in code), one["what"])

    # ---- results and traces -----------------------------------------------------------------

    def reckoned(self, year, counts=None, withheld=None):
        story = self.story
        counts = story.counts if counts is None else counts
        withheld = story.withheld if withheld is None else withheld
        values = {
            (unit, int(when), field, breakdown): int(value)
            for (unit, when), own in counts.items() if when == year
            for (field, breakdown), value in own.items()
            if value.lstrip("-").isdigit() and (field, breakdown) not in withheld[unit, when]}
        rows = {}
        for indicator, above, below in reckon.WHOLE:
            cuts = [("-", above, below)]
            if indicator in reckon.BY_SUBJECT:
                cuts += [(f"subjects={one}", reckon.BY_SUBJECT[indicator], "subject_teachers")
                         for one in reckon.SUBJECTS]
            for breakdown, up, down in cuts:
                found = [(unit, reckon.sides(values, unit, int(year), breakdown, up, down))
                         for unit in story.expected(year)]
                lines = [reckon.row(indicator, DISTRICT, breakdown, year,
                                    [one for _, one in found])]
                if indicator != "c1":
                    lines += [reckon.row(indicator, unit, breakdown, year, [one])
                              for unit, one in found]
                for line in lines:
                    rows[line[0], line[1], line[2]] = [str(one) for one in line[4:]]
        return rows

    def results(self, year):
        said = list(csv.DictReader(io.StringIO(
            self.story.ask("results", "--period", year, "--format", "csv"))))
        wanted = self.reckoned(year)
        seen = {(one["indicator"], one["unit"], one["breakdown"]): one for one in said}
        self.equal("results", sorted(seen), sorted(wanted))
        for key, row in wanted.items():
            one = seen.get(key, {})
            self.equal(f"results {key}", [one.get("numerator"), one.get("denominator"),
                                          one.get("given"), one.get("expected")],
                       [row[0], row[1], row[3], row[4]])

    TRACED = ["i2_2", "i4_1", "i4_2", "i3_2", "i2_5", "i1_1"]

    def traces(self, year, indicators):
        wanted = self.reckoned(year)
        fields = {indicator: (above, below) for indicator, above, below in reckon.WHOLE}
        for indicator in indicators:
            address = f"{indicator}/{DISTRICT}/-/{year}/value"
            trace = self.json("trace", address)
            row = wanted[indicator, DISTRICT, "-"]
            self.equal(f"trace {indicator}",
                       [trace["numerator"], trace.get("denominator", ""), str(trace["given"]),
                        str(trace["expected"])],
                       [row[0] or "0", row[1] or trace.get("denominator", ""), row[3], row[4]])
            parts = {one["unit"]: one for one in trace["contributions"]}
            self.equal(f"trace {indicator}, schools", sorted(parts),
                       sorted(self.story.expected(year)))
            for unit, part in parts.items():
                self.contribution(indicator, fields[indicator], unit, year, part)
            if indicator == indicators[0] or len(indicators) > 2:
                self.spoken(address, year, fields[indicator])

    def contribution(self, indicator, fields, unit, year, part):
        story = self.story
        counts = story.counts.get((unit, year))
        withheld = story.withheld.get((unit, year), set())
        keys = [(one, "-") for one in fields if one]
        if counts is None:
            is_returned = (unit, year) in story.returned
            self.equal(f"trace {indicator} {unit}", part["state"],
                       "withheld" if is_returned else "missing")
            return
        state = "withheld" if any(key in withheld for key in keys) else "given"
        self.equal(f"trace {indicator} {unit}", part["state"], state)
        row = self.row(unit, year)
        version = next(one for one in story.versions[unit, year]
                       if one["number"] == row["version"])
        if version["path"].suffix == ".xlsx":
            places = self.places(version["path"], keys)
        else:
            places = {}
        for name, key in zip(("numerator", "denominator"), keys):
            origin = part.get(name) or {}
            self.equal(f"trace {indicator} {unit}, file", origin.get("file"), version["file"])
            self.equal(f"trace {indicator} {unit}, what stands in the cell",
                       origin.get("rawText"), version["values"][key])
            if places:
                self.equal(f"trace {indicator} {unit}, cell",
                           f"{origin.get('sheet')}!{origin.get('cell')}", places[key])
            marks = part.get(name + "Decisions") or []
            decided = story.decided.get((unit, year, key[0]))
            wanted = [] if decided is None else [decided]
            self.equal(f"trace {indicator} {unit}, decisions",
                       [{key: one.get(key) for key in decided or {}} for one in marks], wanted)

    cells_seen = {}

    def places(self, path, keys):
        cache = self.cells_seen.setdefault(path, {})
        if any(key not in cache for key in keys):
            every = [(one, "-") for row in reckon.WHOLE for one in row[1:] if one]
            cache.update(story_forms.cells_of(path, every))
        return cache

    def spoken(self, address, year, fields):
        """The trace in words: labels, not codes; Russian in Russian, English in English."""
        said = self.story.ask("trace", address)
        body = said.split("\n", 1)[1]
        for field in fields:
            if field:
                label = FIELDS[field][1]["label"]
                self.holds(f"trace {address} names the field", label in body, label)
                self.holds(f"trace {address} shows no code", not re.search(rf"\b{field}\b", body),
                           field)
        self.holds(f"trace {address} speaks Russian",
                   not re.search(r"\b(withheld|missing|given|known|unknown)\b", body))
        english = self.story.ask("trace", address, "--lang", "en").split("\n", 1)[1]
        self.holds(f"trace {address} speaks English in English",
                   not re.search(r"уточняется|нет данных|формы нет|данные \d", english), english)
        for (unit, when, field), one in self.story.decided.items():
            if when == year and field in fields:
                day = short(local_day(one["at"]))
                self.holds(f"trace {address} says who decided, when and why",
                           f"Е. Г. Лазарева, {day}, {one['reason']}" in said, unit)

    # ---- answers -----------------------------------------------------------------------------

    def answers(self, year):
        story = self.story
        folder = story.folder / f"out/{year}/answers"
        rows = {unit: self.row(unit, year) for unit in story.expected(year)}
        answered = {path.name for path in folder.iterdir() if path.is_dir()}
        self.equal("schools that are answered", answered,
                   {unit for unit, row in rows.items() if row["versions"]})
        for unit in sorted(answered & set(rows)):
            self.protocol(folder / unit, rows[unit], year)
        states = [row["state"] for row in rows.values()]
        due = sum(states.count(one) for one in ("with_errors", "returned", "undecided"))
        words = (f"Исправить — {due}, ответить на вопросы — {states.count('with_warnings')}, "
                 f"без замечаний — {states.count('clean')}; не поступило — "
                 f"{states.count('missing')}.")
        self.holds(f"answer counts as the register: {words}", words in plain(story.said[-1][3]),
                   story.said[-1][3])

    def protocol(self, folder, row, year):
        story, unit = self.story, row["unit"]
        said = json.loads((folder / "protocol.json").read_text())
        for key in ("unit", "period", "state", "version", "file"):
            self.equal(f"protocol {unit} {key}", said.get(key), row[key])
        found = {one["code"].removeprefix("vilyuysk:"): one for one in said["findings"]
                 if one["severity"] != "notice"}
        wanted = dict(story.findings.get((unit, year), {}))
        if row["state"] == "undecided":
            wanted["submission.undecided"] = ["error", "open"]
        self.equal(f"protocol {unit} findings", sorted(found), sorted(wanted))
        for code, (severity, state) in wanted.items():
            one = found.get(code, {})
            self.equal(f"protocol {unit} {code}", one.get("severity"), severity)
            seen = ("explained" if one.get("explanation")
                    else "accepted" if one.get("accepted") else "open")
            self.equal(f"protocol {unit} {code} state", seen, state)
            self.equal(f"protocol {unit} {code} is its own", one.get("unit"), unit)
        page = Text((folder / "protocol.html").read_text()).text
        self.page(page, row, year, wanted, folder)
        letter, = folder.glob("*.eml")
        text = body_of(letter)
        verdict = "возвращена" if row["state"] == "returned" else self.verdict(row, wanted)
        self.holds(f"letter {unit} says the verdict", verdict in re.sub(r"\s+", " ", text),
                   text[:300])

    def verdict(self, row, wanted):
        """The sentence at the head of a protocol."""
        states = [tuple(one) for one in wanted.values()]
        errors, questions = states.count(("error", "open")), states.count(("warning", "open"))
        if row["state"] == "returned":
            return "Форма возвращена"
        if row["state"] == "undecided":
            return "Получено несколько файлов: "
        if errors:
            return f"Форму нужно исправить: {counted(errors, 'ошибка', 'ошибки', 'ошибок')}"
        if questions:
            return ("Форма принята; ответьте на "
                    + counted(questions, "вопрос", "вопроса", "вопросов") + ".")
        if row["explained"]:
            return f"Форма принята; пояснения приняты к сведению: {row['explained']}."
        return "Форма принята без замечаний."

    def page(self, page, row, year, wanted, folder):
        story, unit = self.story, row["unit"]
        self.holds(f"protocol {unit} says the verdict", self.verdict(row, wanted) in page,
                   page[:300])
        if row["version"]:
            came = short(local_day(row["received"]))
            self.holds(f"protocol {unit} says version and day",
                       f"версия {row['version']}, поступил {came}" in page, f"{came}: {page[:600]}")
        for other, name in story.names.items():
            if other != unit:
                self.holds(f"protocol {unit} names no other school", name not in page, name)
                number = name.split("«")[1]
                self.holds(f"protocol {unit} names no other school",
                           f"«{number}" not in page, name)
        if row["state"] in ("returned", "with_errors", "with_warnings"):
            over = local_day(story.now) > DEADLINES[year]
            self.equal(f"protocol {unit} says that the term is over", "срок истёк" in page, over)
        titles = {"Принято управлением": 0, "Исправлено управлением": 0,
                  "Пояснение принято к сведению": 0}
        for (who, when, _), one in story.decided.items():
            if (who, when) != (unit, year):
                continue
            title = ("Принято" if one["act"] == "accepted" else "Исправлено") + " управлением"
            titles[title] += 1
            note = f"Е. Г. Лазарева, {short(local_day(one['at']))}: {one['reason']}."
            self.holds(f"protocol {unit} tells the decision", note in page, note)
            if one["act"] == "corrected":
                self.holds(f"protocol {unit} tells both values",
                           f"в форме {one['before']}, учтено {one['after']}" in page)
        titles["Пояснение принято к сведению"] = row["explained"]
        for title, number in titles.items():
            self.equal(f"protocol {unit}, «{title}»", page.count(title), number)
        versions = [one for one in story.versions[unit, year] if one["came"]]
        if len(versions) > 1 and row["version"] == len(versions):
            changed = differing(*versions[-2:])
            table = [one for one in Text((folder / "protocol.html").read_text()).tables
                     if one[0][-1] == "Стало"]
            self.equal(f"protocol {unit}, values changed",
                       len(table[0]) - 1 if table else 0, changed)
        if row["explained"]:
            self.holds(f"protocol {unit} quotes the explanation", story.explained in page)
        if row["state"] == "returned":
            self.holds(f"protocol {unit} gives the reason", "заполнена по прошлому году" in page)

    def answer_files(self, year):
        folder = self.story.folder / f"out/{year}/answers"
        return {str(path.relative_to(folder)): path.read_bytes()
                for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")}

    def rewritten(self, year, before, expected):
        """Only the answers to these schools are others than before."""
        after = self.answer_files(year)
        changed = {name.split("/")[0] for name in before.keys() | after.keys()
                   if before.get(name) != after.get(name)}
        self.equal("answers written anew", {one for one in changed if one.startswith("school")},
                   set(expected))

    def reminders(self, year):
        rows = [self.row(unit, year) for unit in self.story.expected(year)]
        wanted = {one["unit"] for one in rows
                  if one["state"] in ("missing", "returned", "with_errors", "undecided")}
        folder = self.story.folder / f"out/{year}/reminders"
        letters = {path.stem: body_of(path) for path in folder.glob("*.eml")}
        self.equal("schools that are reminded", set(letters), wanted)
        over = local_day(self.story.now) > DEADLINES[year]
        for row in rows:
            if row["state"] == "missing" and row["unit"] in letters:
                self.holds(f"reminder {row['unit']} says whether the term is over",
                           ("Срок истёк" in letters[row["unit"]]) == over, letters[row["unit"]])

    # ---- documents ---------------------------------------------------------------------------

    def documents(self, year, draft, revised=False):
        folder = self.story.folder / f"out/{year}"
        pages = sorted(path for path in folder.glob("*.html")
                       if path.name.split(".")[0].split(" ")[0] not in ("summary", "register"))
        pages.sort(key=lambda path: "(новый" not in path.name)
        report = next((path for path in pages if path.name.startswith("Аналитический")), None)
        self.holds("there is a report", report is not None, str([one.name for one in pages]))
        if report is None:
            return
        page = Text(report.read_text()).text
        self.equal(f"{report.name}: «ПРОЕКТ»", "ПРОЕКТ" in page, draft)
        self.equal(f"{report.name}: «уточнено»", "уточнено" in page.lower(), revised)
        wanted = self.reckoned(year)
        for indicator in ("i2_2", "i4_1", "i3_2"):
            percent = wanted[indicator, DISTRICT, "-"][5 - 0]
            self.holds(f"{report.name} gives {indicator}",
                       percent.replace(".", ",") + " %" in page, percent)

    def revisions(self, year):
        story = self.story
        was = self.reckoned(year, story.signed, story.signed_withheld)
        now = self.reckoned(year)
        # Also of what had no number before and has none now, for another reason.
        wanted = sorted(key for key in now if was[key][:2] + was[key][3:] != (
            now[key][:2] + now[key][3:]) and (was[key][:2] != now[key][:2] or key[1] == MISSING))
        said = self.json("revisions", "--period", year)
        seen = {tuple(one["address"].split("/")[:3]): one for one in said}
        self.equal("what was revised", sorted(seen), wanted)
        for key, one in seen.items():
            self.equal(f"revised {key}", [
                one["signedNumerator"], one["numerator"], one["signedState"]],
                [was[key][0] or "0", now[key][0] or "0",
                 "known" if was[key][0] else "noData"])

    def signed(self, year, reason):
        """The reason of a closing: the order, and the hash of what was signed."""
        content = (self.story.folder / f"out/{year}/signed.csv").read_bytes()
        rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
        wanted = self.reckoned(year)
        seen = {tuple(one["Адрес"].split("/")[:3]): [one["Числитель"], one["Знаменатель"]]
                for one in rows}
        for key, row in wanted.items():
            self.equal(f"signed {key}", seen.get(key), row[:2])
        return f"{reason} (signed.csv, SHA-256 {hashlib.sha256(content).hexdigest()})"

    def last_values(self, year):
        """The blank of the next year carries what the school gave last year, as it counts."""
        story = self.story
        before = str(int(year) - 1)
        for unit in story.expected(year):
            units = [unit] + (["school-25"] if unit == "school-09" else [])
            path = story.issued(unit, year)
            if path.suffix != ".xlsx":
                path = path.with_suffix(".xlsx")
            book = openpyxl.load_workbook(path)
            for field in ("staff_total", "up_to_35", "retrained", "independent_assessment"):
                cell = forms.place(book, field, "-")
                beside = cell.parent.cell(cell.row, cell.column + 1).value
                key = (field, "-")
                wanted = None
                if all((one, before) in story.counts and
                       key not in story.withheld[one, before] for one in units):
                    wanted = sum(int(story.counts[one, before][key]) for one in units)
                self.equal(f"blank of {unit}, last year's {field}",
                           beside if beside is None else int(beside), wanted)

    def questions_of(self, unit, year):
        """What the rules that look at last year ask, by their words in rules.yaml."""
        story = self.story
        units = [unit] + (["school-25"] if unit == "school-09" else [])
        before = str(int(year) - 1)
        now = story.counts[unit, year]
        found = {}

        def last(key):
            own = [story.counts[one, before].get(key) for one in units]
            if any(one is None for one in own) or any(
                    key in story.withheld[one, before] for one in units):
                return None
            return sum(int(one) for one in own)

        staff = int(now["staff_total", "-"])
        was = last(("staff_total", "-"))
        if was is not None and abs(staff - was) >= 3 and abs(staff - was) * 100 > 15 * was:
            found["staff_changed"] = ["warning", "open"]
        for key, value in now.items():
            if value == "0" and FIELDS[key[0]][1]["kind"] == "count" and (last(key) or 0) >= 3:
                found["zero_after_some"] = ["warning", "open"]
        return found

    def changes(self, year):
        """The change of a school that took another over is reckoned from both."""
        story = self.story
        before = str(int(year) - 1)
        for unit in ("school-09", "school-12", "school-01"):
            units = [unit] + (["school-25"] if unit == "school-09" else [])
            trace = self.json("trace", f"i2_2/{unit}/-/{year}/change")
            given = sorted((one["unit"], (one["numerator"] or {}).get("rawText"))
                           for one in trace["before"])
            self.equal(f"what {unit} is compared with", given, sorted(
                (one, story.counts[one, before]["up_to_35", "-"]) for one in units))

    # ---- persons -----------------------------------------------------------------------------

    def silence(self):
        """Nor does any command name persons but `status`."""
        story = self.story
        tokens = [text for versions in story.versions.values() for one in versions
                  for text in (one["person"], one["phone"])]
        for command, arguments, _, out, err in story.said:
            if command != "status":
                self.holds(f"{command} {' '.join(arguments)} names no person",
                           not any(token in out + err for token in tokens))

    def leaks(self):
        """Nobody's name or telephone stands in out/, but in the register that was asked for, in
        the answer to the school itself and in its own blank."""
        story = self.story
        tokens = {text: unit for (unit, _), versions in story.versions.items()
                  for one in versions for text in (one["person"], one["phone"])}
        for path in sorted((story.folder / "out").rglob("*")):
            if not path.is_file() or path.name in ("register.xlsx", "register.html"):
                continue
            own = path.parent.name if path.parent.parent.name == "answers" else None
            if path.parent.name == "forms":
                if path.suffix not in (".xlsx", ".ods"):
                    continue
                own = story.code_of(path)
            text = "\n".join(words_in(path.name, path.read_bytes()))
            for token, unit in tokens.items():
                self.holds(f"{path.name} names no person", token not in text or unit == own,
                           f"{token} of {unit}")


class Silent(Checks):
    """Of a second play, which is held against the first one only."""

    def silent(self, *_, **__):
        return {}

    status = all = journal = answers = counts_agree = revisions = documents = since = silent
    reminders = last_values = changes = rewritten = leaks = answer_files = silence = silent


HEADINGS = ["№", "Организация", "Состояние", "Поступила", "Версий", "Ошибок", "Вопросов",
            "Решения управления", "Заполнил(а)", "Телефон", "Скан получен", "Файл"]


def body_of(letter):
    message = email.message_from_bytes(letter.read_bytes(), policy=email.policy.default)
    return message.get_body().get_content()


def words_in(name, content):
    """The text of a file, of what is packed in it and of what is attached to it."""
    if name.endswith(".eml"):
        message = email.message_from_bytes(content, policy=email.policy.default)
        yield message.get_body().get_content()
        for part in message.iter_attachments():
            yield from words_in(part.get_filename() or "", part.get_payload(decode=True))
    elif content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for one in archive.namelist():
                yield html.unescape(archive.read(one).decode("utf-8", "ignore"))
    else:
        yield html.unescape(content.decode("utf-8", "ignore"))
